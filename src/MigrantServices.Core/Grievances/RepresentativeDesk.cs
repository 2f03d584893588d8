using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <summary>Names those who speak for people who petition together, and takes them off again: for whoever filed it, and for the office.</summary>
public sealed class RepresentativeDesk(GrievanceMaker maker, CaseWords words, Clocks clocks, AccessLog access, TimeProvider time)
{
    /// <exception cref="RefusedException"><c>grievance.nobody-petitions</c>, <c>grievance.enough-representatives</c>.</exception>
    public Task NameAsync(Grievance grievance, NameRepresentative form, Actor actor, CancellationToken cancel)
    {
        var clock = clocks.Of(grievance.MainClock.Period, grievance.MainClock.LaidDownAt);
        grievance.NameRepresentativeBy(actor, maker.Person(grievance.Id, PersonPart.Representative, form.Name!, null), clock, time.GetUtcNow());
        words.Mark(grievance, form.Name);
        return access.SaveChangeAsync(actor, grievance.Id, Grievance.NameRepresentative, cancel);
    }

    /// <exception cref="RefusedException"><c>grievance.no-such-representative</c>.</exception>
    public Task TakeOffAsync(Grievance grievance, Guid personId, Actor actor, CancellationToken cancel)
    {
        grievance.TakeOffRepresentativeBy(actor, personId, time.GetUtcNow());
        return access.SaveChangeAsync(actor, grievance.Id, Grievance.TakeOffRepresentative, cancel);
    }
}
