using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Inquiry;

/// <summary>A record of the inquiry as a colleague reads it, opened from its seals.</summary>
public sealed record InquiryView(Guid Id, string Deed, DateOnly On, string? Code, string? People, string Words, DateOnly? DueOn, DateOnly? MovedFrom, DateOnly? RepliedOn, string? Reply, string By, ProposalOutcome? Outcome = null, DateOnly? EndedOn = null)
{
    /// <summary>Of the words.</summary>
    public string Language { get; init; } = "ko";

    internal static InquiryView Of(InquiryLine line, Vault vault)
    {
        var it = line.Record;
        return new(
            it.Id,
            it.Deed,
            it.On,
            it.Code,
            it.People is { } people ? vault.Open(people, it.Id, SealedField.InquiryPeople) : null,
            vault.Open(it.Words, it.Id, SealedField.InquiryWords),
            it.DueOn,
            it.MovedFrom,
            it.RepliedOn,
            it.Reply is { } reply ? vault.Open(reply, it.Id, SealedField.InquiryReply) : null,
            line.By,
            it.Outcome,
            it.EndedOn)
        {
            Language = it.Language,
        };
    }
}

/// <summary>A check of competence as a colleague reads it.</summary>
public sealed record JurisdictionView(Competence Finding, string RespondentKind, RespondentSector RespondentSector, DateOnly? LastHappenedOn, OtherRelief OtherRelief, string Words, string By)
{
    internal static JurisdictionView Of(JurisdictionLine line, Vault vault) => new(
        line.Check.Finding,
        line.Check.RespondentKind,
        line.Check.RespondentSector,
        line.Check.LastHappenedOn,
        line.Check.OtherRelief,
        vault.Open(line.Check.Words, line.Check.Id, SealedField.Jurisdiction),
        line.By);
}

/// <summary>A referral as a colleague reads it.</summary>
public sealed record ReferralView(
    Guid Id, string Body, IReadOnlyList<string> Sent, string Letter, DateOnly ConsentOn, DateTimeOffset SentAt, ReferralReply? Reply, DateOnly? RepliedOn, string? ReplyWords)
{
    internal static ReferralView Of(Referral it, Vault vault) => new(
        it.Id,
        it.Body,
        it.Sent,
        vault.Open(it.Letter, it.Id, SealedField.Referral),
        it.ConsentOn,
        it.SentAt,
        it.Reply,
        it.RepliedOn,
        it.ReplyWords is { } words ? vault.Open(words, it.Id, SealedField.ReferralReply) : null);
}

/// <summary>A record still sealed, with who kept it.</summary>
internal sealed record InquiryLine(InquiryRecord Record, string By);

/// <summary>A check still sealed, with who made it.</summary>
internal sealed record JurisdictionLine(JurisdictionCheck Check, string By);
