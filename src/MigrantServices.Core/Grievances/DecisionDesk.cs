using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Linking;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <summary>The decision on a grievance, always by two people: proposed and sent back, and the same for an objection. The second person approves at a desk of its own.</summary>
public sealed class DecisionDesk(CaseWords words, Procedure procedure, Sources sources, RepeatDesk repeats, AccessLog access, TimeProvider time)
{
    /// <summary>The foreign texts of which the proposer has to say which version they read.</summary>
    public Task<IReadOnlyList<SourceChoice>> SourcesAsync(Grievance grievance, Actor actor, CancellationToken cancel) => sources.ChoicesAsync(grievance, actor, cancel);

    /// <exception cref="RefusedException"><c>linking.not-repeated-enough</c>, <c>grievance.no-such-outcome</c>: the reason is not in the procedure of this case; or what <see cref="Sources"/> says.</exception>
    public async Task ProposeAsync(Grievance grievance, ProposeAnswer form, Actor actor, CancellationToken cancel)
    {
        var now = Now;
        await RefuseAsync(grievance, form.Reason, cancel);
        var named = await sources.NamedAsync(grievance, Grievance.Propose, form.Sources, form.UncheckedIsKnown, actor, now, cancel);
        grievance.ProposeBy(
            actor,
            new(procedure.OutcomeOf(grievance, form.Reason), form.Reason!),
            words.Seal(form.Answer!, grievance.Id, SealedField.Answer),
            Sealed(form.InTheirLanguage, grievance, SealedField.AnswerInTheirLanguage),
            now);
        await sources.KeepAsync(grievance, named, form.InTheirLanguage, form.WordsKind, actor, now, cancel);
        await SaveAsync(grievance, actor, Grievance.Propose, cancel);
    }

    public Task SendBackAsync(Grievance grievance, Actor actor, CancellationToken cancel)
    {
        grievance.SendBackBy(actor, Now);
        return SaveAsync(grievance, actor, Grievance.SendBack, cancel);
    }

    /// <exception cref="RefusedException"><c>fairness.not-affirmed</c>.</exception>
    public Task TakeOnObjectionAsync(Grievance grievance, bool affirms, Actor actor, CancellationToken cancel)
    {
        grievance.TakeOnObjectionBy(actor, affirms, Now);
        return SaveAsync(grievance, actor, Grievance.TakeOnObjection, cancel);
    }

    public async Task ProposeObjectionAsync(Grievance grievance, AnswerObjection form, Actor actor, CancellationToken cancel)
    {
        var now = Now;
        await RefuseAsync(grievance, form.Stands!.Value ? null : form.Reason, cancel);
        var named = await sources.NamedAsync(grievance, Grievance.ProposeObjection, form.Sources, form.UncheckedIsKnown, actor, now, cancel);
        grievance.ProposeObjectionBy(
            actor,
            form.Stands!.Value ? null : new(procedure.OutcomeOf(grievance, form.Reason), form.Reason!),
            words.Seal(form.Answer!, grievance.Id, SealedField.ObjectionAnswer),
            Sealed(form.InTheirLanguage, grievance, SealedField.ObjectionAnswerInTheirLanguage),
            now);
        await sources.KeepAsync(grievance, named, form.InTheirLanguage, form.WordsKind, actor, now, cancel);
        await SaveAsync(grievance, actor, Grievance.ProposeObjection, cancel);
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

    private async Task RefuseAsync(Grievance grievance, string? reason, CancellationToken cancel)
    {
        if (await repeats.WhyNotClosedAsync(grievance, reason, cancel) is { } refusal)
        {
            throw new RefusedException(refusal);
        }
    }

    private DateTimeOffset Now => time.GetUtcNow();

    private SealedText? Sealed(string? text, Grievance grievance, string field) =>
        string.IsNullOrWhiteSpace(text) ? null : words.Seal(text, grievance.Id, field);

    private Task SaveAsync(Grievance grievance, Actor actor, CaseAction action, CancellationToken cancel) => access.SaveChangeAsync(actor, grievance.Id, action, cancel);
}
