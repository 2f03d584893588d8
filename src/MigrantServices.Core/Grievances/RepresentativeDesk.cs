using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <summary>Names those who speak for people who petition together, and takes them off again: for whoever filed it, and for the office.</summary>
public sealed class RepresentativeDesk(RepresentativeNames names, Clocks clocks, AccessLog access, TimeProvider time)
{
    /// <exception cref="RefusedException"><c>grievance.nobody-petitions</c>, <c>grievance.enough-representatives</c>.</exception>
    public Task NameAsync(Grievance grievance, NameRepresentative form, Actor actor, CancellationToken cancel)
    {
        var clock = clocks.Of(grievance.MainClock.Period, grievance.MainClock.LaidDownAt);
        grievance.NameRepresentativeBy(actor, names.Person(grievance, form.Name!), clock, time.GetUtcNow());
        return access.SaveChangeAsync(actor, grievance.Id, Grievance.NameRepresentative, cancel);
    }

    /// <exception cref="RefusedException"><c>grievance.no-such-representative</c>.</exception>
    public async Task TakeOffAsync(Grievance grievance, Guid personId, Actor actor, CancellationToken cancel)
    {
        var gone = grievance.People.Find(p => p.Id == personId);
        grievance.TakeOffRepresentativeBy(actor, personId, time.GetUtcNow());
        await names.ForgetAsync(grievance, gone!, cancel);
        await access.SaveChangeAsync(actor, grievance.Id, Grievance.TakeOffRepresentative, cancel);
    }
}
