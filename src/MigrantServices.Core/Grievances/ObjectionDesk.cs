using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>The person does not agree with the answer, or takes that back.</summary>
public sealed class ObjectionDesk(PortalDb db, CaseWords words, Procedure procedure, AccessLog access, TimeProvider time)
{
    /// <exception cref="RefusedException"><c>grievance.objection-too-late</c>.</exception>
    public Task ObjectAsync(Grievance grievance, ObjectToAnswer form, string language, Actor filer, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var message = words.Message(grievance.Id, Guid.CreateVersion7(), form.Body!, MessagePurpose.Objection, language, filer, now);
        grievance.ObjectBy(filer, message, procedure.ObjectionClock(grievance), now);
        words.Mark(grievance, form.Body);
        return SaveAsync(grievance, filer, Grievance.FileObjection, cancel);
    }

    public Task WithdrawAsync(Grievance grievance, Actor filer, CancellationToken cancel)
    {
        grievance.WithdrawObjectionBy(filer, time.GetUtcNow());
        return SaveAsync(grievance, filer, Grievance.WithdrawObjection, cancel);
    }

    private Task SaveAsync(Grievance grievance, Actor actor, CaseAction action, CancellationToken cancel)
    {
        access.AddChange(actor, grievance.Id, action);
        return db.SaveChangesAsync(cancel);
    }
}
