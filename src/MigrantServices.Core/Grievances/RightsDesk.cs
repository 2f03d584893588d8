using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>Takes more time for the whole procedure, and tells the person by the letter at once.</summary>
public sealed class RightsDesk(PortalDb db, PersonPost post, Clocks clocks, AccessLog access, TimeProvider time)
{
    /// <summary>How many months an extension may have at most.</summary>
    public int LongestFor(Grievance grievance) => ClockOf(grievance).LongestExtension;

    /// <exception cref="RefusedException"><c>case.extended-once</c>, <c>case.paused-already</c>, <c>case.extension-too-late</c>, <c>grievance.rights-extension-too-long</c>, <c>translation.draft-stays</c>.</exception>
    public Task ExtendAsync(Grievance grievance, ExtendMonths form, Letter letter, Actor actor, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var message = post.Seal(grievance, Guid.CreateVersion7(), letter, MessagePurpose.Extension, (form.InTheirLanguage, form.WordsKind), actor, now);
        db.Add(grievance.ExtendRightsBy(actor, form, message, ClockOf(grievance), now));
        access.AddChange(actor, grievance.Id, Grievance.ExtendRights);
        return db.SaveChangesAsync(cancel);
    }

    private CaseClock ClockOf(Grievance grievance) => clocks.Of(Grievance.RightsPeriod, grievance.ReceivedAt);
}
