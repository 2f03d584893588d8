using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>The decision on a grievance, always by two people: proposed and sent back, and the same for an objection. The second person approves at a desk of its own.</summary>
public sealed class DecisionDesk(PortalDb db, CaseWords words, Procedure procedure, AccessLog access, TimeProvider time)
{
    /// <exception cref="RefusedException"><c>grievance.no-such-outcome</c>: the reason is not in the procedure of this case.</exception>
    public Task ProposeAsync(Grievance grievance, ProposeAnswer form, Actor actor, CancellationToken cancel)
    {
        grievance.ProposeBy(
            actor,
            new(procedure.OutcomeOf(grievance, form.Reason), form.Reason!),
            words.Seal(form.Answer!, grievance.Id, SealedField.Answer),
            Sealed(form.InTheirLanguage, grievance, SealedField.AnswerInTheirLanguage),
            Now);
        return SaveAsync(grievance, actor, Grievance.Propose, cancel);
    }

    public Task SendBackAsync(Grievance grievance, Actor actor, CancellationToken cancel)
    {
        grievance.SendBackBy(actor, Now);
        return SaveAsync(grievance, actor, Grievance.SendBack, cancel);
    }

    public Task TakeOnObjectionAsync(Grievance grievance, Actor actor, CancellationToken cancel)
    {
        grievance.TakeOnObjectionBy(actor, Now);
        return SaveAsync(grievance, actor, Grievance.TakeOnObjection, cancel);
    }

    public Task ProposeObjectionAsync(Grievance grievance, AnswerObjection form, Actor actor, CancellationToken cancel)
    {
        grievance.ProposeObjectionBy(
            actor,
            form.Stands!.Value ? null : new(procedure.OutcomeOf(grievance, form.Reason), form.Reason!),
            words.Seal(form.Answer!, grievance.Id, SealedField.ObjectionAnswer),
            Sealed(form.InTheirLanguage, grievance, SealedField.ObjectionAnswerInTheirLanguage),
            Now);
        return SaveAsync(grievance, actor, Grievance.ProposeObjection, cancel);
    }

    public Task SendBackObjectionAsync(Grievance grievance, Actor actor, CancellationToken cancel)
    {
        grievance.SendBackObjectionBy(actor, Now);
        return SaveAsync(grievance, actor, Grievance.SendBackObjection, cancel);
    }

    public Task CloseAsync(Grievance grievance, Actor actor, CancellationToken cancel)
    {
        grievance.CloseBy(actor, Now);
        return SaveAsync(grievance, actor, Grievance.Close, cancel);
    }

    /// <summary>The reasons that may be proposed for this case.</summary>
    public IEnumerable<string> Reasons(Grievance grievance) => procedure.Reasons(grievance);

    private DateTimeOffset Now => time.GetUtcNow();

    private SealedText? Sealed(string? text, Grievance grievance, string field) =>
        string.IsNullOrWhiteSpace(text) ? null : words.Seal(text, grievance.Id, field);

    private Task SaveAsync(Grievance grievance, Actor actor, CaseAction action, CancellationToken cancel)
    {
        access.AddChange(actor, grievance.Id, action);
        return db.SaveChangesAsync(cancel);
    }
}
