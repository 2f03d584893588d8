using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Export;

/// <summary>Hands out the chosen parts of a case to its handler or a supervisor. What it is for stands on record before anything is given.</summary>
public sealed class ExportDesk(PortalDb db, GrievanceQueries queries, ExportParts parts, Vault vault, FileStore files, AccessLog access, TimeProvider time)
{
    /// <summary>What the record of access says before the purpose.</summary>
    public const string Detail = "export:";

    /// <summary>What stands between the chosen parts in the record of access.</summary>
    public const char PartMark = '+';

    /// <summary>What the record of access says where names were in it.</summary>
    public const string NamesDetail = "identity:export";

    /// <summary>Parts that only a supervisor hands out: colleagues' own notes, and where somebody is safe.</summary>
    public static readonly IReadOnlyList<ExportPart> SupervisorsOnly = [ExportPart.Notes, ExportPart.Protection];

    /// <summary>Whether this colleague may hand anything out of this case.</summary>
    public static bool May(Grievance grievance, Actor actor) =>
        IsSupervisor(grievance, actor) || (actor.UserId is not null && grievance.HandlerId == actor.UserId);

    /// <summary>The parts that this colleague may choose. Names of somebody under protection are a supervisor's to give.</summary>
    public static IEnumerable<ExportPart> PartsFor(Grievance grievance, Actor actor) => Enum.GetValues<ExportPart>().Where(part =>
        IsSupervisor(grievance, actor) || !(SupervisorsOnly.Contains(part) || (part == ExportPart.People && grievance.ProtectedSince is not null)));

    /// <summary>What would be handed out; nothing is given yet and nothing said of it but that the case was looked at.</summary>
    /// <exception cref="RefusedException"><c>export.not-yours</c>, <c>export.part-not-yours</c>.</exception>
    public async Task<CaseExport> ReadAsync(Grievance grievance, ExportCase form, Actor actor, CancellationToken cancel)
    {
        if (!May(grievance, actor))
        {
            throw new RefusedException(new("export.not-yours"));
        }

        if (form.Parts.Except(PartsFor(grievance, actor)).Any())
        {
            throw new RefusedException(new("export.part-not-yours"));
        }

        var around = await queries.AroundAsync(db, grievance.Id, cancel) ?? throw new InvalidOperationException("The case is gone.");
        var hasNames = form.Has(ExportPart.People);
        return new()
        {
            Reference = grievance.Reference,
            ExportedAt = time.GetUtcNow(),
            ReceivedAt = grievance.ReceivedAt,
            Purpose = form.Purpose!.Value,
            Parts = [.. form.Parts.Distinct().Order()],
            Facts = form.Has(ExportPart.Facts) ? await FactsAsync(grievance, Together(around, actor), form.Has(ExportPart.Protection), cancel) : null,
            Account = form.Has(ExportPart.Account)
                ? new(vault.Open(grievance.Account, grievance.Id, SealedField.Account), Open(grievance.Place, grievance.Id, SealedField.Place), Open(grievance.Hope, grievance.Id, SealedField.Hope), grievance.AccountLanguage)
                : null,
            People = hasNames ? People(grievance) : null,
            Messages = form.Has(ExportPart.Messages) ? await parts.MessagesAsync(grievance.Id, cancel) : null,
            Inquiry = form.Has(ExportPart.Inquiry) ? Inquiry(around, hasNames) : null,
            Protection = form.Has(ExportPart.Protection) ? Records(around, hasNames, IsProtection) : null,
            Decisions = form.Has(ExportPart.Decisions)
                ? Decisions(grievance, around, hasNames) with { ToldOtherSide = await parts.ToldAsync(grievance.Id, hasNames, cancel) }
                : null,
            History = form.Has(ExportPart.History) ? await parts.HistoryAsync(grievance.Id, form.Has(ExportPart.Protection) ? [] : [Grievance.Protect.Code, Grievance.EndProtection.Code], cancel) : null,
            Files = form.Has(ExportPart.Files)
                ? [.. around.Files.Select(file => new FilePart(files.NameOf(file), file.Kind, file.Length, file.ReceivedAt, file.IsFromPerson, file.State))]
                : null,
            Translations = Translations(grievance, around, form),
            Notes = form.Has(ExportPart.Notes) ? await parts.NotesAsync(grievance.Id, cancel) : null,
        };
    }

    /// <summary>Reads it and puts on record who takes it and what for; names in it are an uncovering of their own.</summary>
    /// <exception cref="RefusedException"><c>export.not-yours</c>, <c>export.part-not-yours</c>.</exception>
    public async Task<CaseExport> TakeAsync(Grievance grievance, ExportCase form, Actor actor, CancellationToken cancel)
    {
        var export = await ReadAsync(grievance, form, actor, cancel);
        if (export.People is not null)
        {
            await access.WriteAsync(actor, AccessDeed.View, grievance.Id, NamesDetail, cancel);
        }

        await access.WriteExportAsync(actor, grievance.Id, null, $"{Detail}{form.Purpose}:{string.Join(PartMark, export.Parts)}", form.Words!.Trim(), cancel);
        return export;
    }

    private static bool IsSupervisor(Grievance grievance, Actor actor) => (grievance.RolesOf(actor) & Role.Supervisor) != Role.None;

    private static bool IsProtection(string deed) => deed == Grievance.Protect.Code || deed == Grievance.EndProtection.Code;

    // of a case that this colleague does not see not even the number is handed out
    private static IReadOnlyList<TogetherPart> Together(GrievanceQueries.Around around, Actor actor) =>
    [
        .. around.Merges.Where(m => m.State is MergeState.Merged or MergeState.UndoProposed)
            .Where(m => CaseAccess.IsSeenBy(actor, Grievance.Service, m.Other.ClosedTo, m.Other.IsSetApart, m.Other.Municipality))
            .Select(m => new TogetherPart(m.Other.Reference, m.IsGone)),
    ];

    private async Task<FactsPart> FactsAsync(Grievance it, IReadOnlyList<TogetherPart> together, bool hasProtection, CancellationToken cancel) => new()
    {
        Service = Grievance.Prefix,
        Status = it.Status,
        Channel = it.Channel,
        Language = it.Language,
        ReceivedAt = it.ReceivedAt,
        DueOn = it.DueOn,
        Municipality = it.Municipality,
        Grounds = it.Grounds,
        Sectors = it.Sectors,
        Forms = it.Forms,
        Aim = it.Aim,
        PlaceKind = it.PlaceKind,
        RespondentKind = it.RespondentKind,
        RespondentSector = it.RespondentSector,
        HappenedOn = it.HappenedOn,
        HappenedPrecision = it.HappenedPrecision,
        StillHappening = it.StillHappening,
        IsAnonymous = it.IsAnonymous,
        OwnSource = it.OwnSource,
        HandledWith = together.Count > 0 ? together : null,
        Days = KeptDay.Of(it, hasProtection),
        Pauses = await parts.PausesAsync(it.Id, cancel),
        Extensions = await parts.ExtensionsAsync(it.Id, cancel),
    };

    private PeoplePart People(Grievance grievance) => new(
        [.. grievance.People.OrderBy(p => p.Part).ThenBy(p => p.Id).Select(p => new NamedPart(p.Part, vault.Open(p.Name, p.Id, SealedField.Name), Open(p.Contact, p.Id, SealedField.Contact)))],
        Open(grievance.Respondent, grievance.Id, SealedField.Respondent),
        Open(grievance.ContactNote, grievance.Id, SealedField.ContactNote));

    private InquiryPart Inquiry(GrievanceQueries.Around around, bool hasNames) => new(
        [.. around.Checks.Select(line => (line.Check.CheckedAt, View: JurisdictionView.Of(line, vault))).Select(c => new CheckPart(c.View.Finding, c.View.RespondentKind, c.View.OtherRelief, c.View.LastHappenedOn, c.View.Words, c.CheckedAt))],
        Records(around, hasNames, deed => !IsProtection(deed)),
        [
            .. around.Referrals.Select(one => (one.ConsentWay, View: ReferralView.Of(one, vault))).Select(r => new ReferralPart(r.View.Body, r.View.SentAt, r.View.ConsentOn, r.View.Letter, r.View.Reply, r.View.RepliedOn)
            {
                Sent = r.View.Sent,
                ConsentWay = r.ConsentWay,
                ReplyWords = r.View.ReplyWords,
            }),
        ]);

    private IReadOnlyList<RecordPart> Records(GrievanceQueries.Around around, bool hasNames, Func<string, bool> which) =>
    [
        .. around.Inquiry.Where(line => which(line.Record.Deed)).Select(line => InquiryView.Of(line, vault))
            .Select(r => new RecordPart(r.Deed, r.On, r.Code, hasNames ? r.People : null, r.Words, r.DueOn, r.RepliedOn, r.Reply) { MovedFrom = r.MovedFrom, Language = r.Language, Outcome = r.Outcome, EndedOn = r.EndedOn }),
    ];

    private static bool IsEnded(Grievance it) => it.AnsweredAt is not null || it.Status == CaseStatus.Withdrawn;

    // what waits for a second person is no decision yet
    private DecisionsPart Decisions(Grievance it, GrievanceQueries.Around around, bool hasNames) => new()
    {
        Outcome = IsEnded(it) ? it.Outcome : null,
        OutcomeReason = IsEnded(it) ? it.OutcomeReason : null,
        AnsweredAt = it.AnsweredAt,
        Answer = it.AnsweredAt is null ? null : Open(it.Answer, it.Id, SealedField.Answer),
        AnswerInTheirLanguage = it.AnsweredAt is null ? null : Open(it.AnswerInTheirLanguage, it.Id, SealedField.AnswerInTheirLanguage),
        AnswerStands = it.ObjectionApprovedById is null ? null : it.AnswerStands,
        ObjectionOutcome = it.ObjectionApprovedById is null ? null : it.ObjectionOutcome,
        ObjectionOutcomeReason = it.ObjectionApprovedById is null ? null : it.ObjectionOutcomeReason,
        ObjectionAnswer = it.ObjectionApprovedById is null ? null : Open(it.ObjectionAnswer, it.Id, SealedField.ObjectionAnswer),
        ObjectionAnswerInTheirLanguage = it.ObjectionApprovedById is null ? null : Open(it.ObjectionAnswerInTheirLanguage, it.Id, SealedField.ObjectionAnswerInTheirLanguage),
        Sources =
        [
            .. around.Sources.Where(s => s.Deed == Grievance.Propose.Code ? it.AnsweredAt is not null : it.ObjectionApprovedById is not null)
                .Select(s => new SourcePart(s.Deed, s.Text, s.Language, s.Number, s.To, s.WasUnchecked, hasNames ? s.By : null, s.NamedAt)),
        ],
        Recommendations = [.. around.Recommendations.Select(line => AdvicePart.Of(line, it.ReceivedAt, hasNames, vault))],
    };

    private IReadOnlyList<TranslationPart>? Translations(Grievance grievance, GrievanceQueries.Around around, ExportCase form)
    {
        var hasNames = form.Has(ExportPart.People);
        var chosen = around.Translations.Where(line => IsChosen(line.Translation)).Select(line => TranslationPart.Of(line, hasNames, vault))
            .OrderBy(t => t.Text).ThenBy(t => t.AddedAt).ToList();
        return chosen.Count > 0 ? chosen : null;

        // a translation goes where its original goes
        bool IsChosen(Translation it) => it.Text switch
        {
            TextKind.Account or TextKind.Hope => form.Has(ExportPart.Account),
            TextKind.Message => form.Has(ExportPart.Messages),
            TextKind.Answer => form.Has(ExportPart.Decisions) && grievance.AnsweredAt is not null,
            TextKind.ObjectionAnswer => form.Has(ExportPart.Decisions) && grievance.ObjectionApprovedById is not null,
            _ => around.Inquiry.FirstOrDefault(line => line.Record.Id == it.TextId) is { } kept
                && form.Has(IsProtection(kept.Record.Deed) ? ExportPart.Protection : ExportPart.Inquiry),
        };
    }

    private string? Open(SealedText? text, Guid owner, string field) => text is { } words ? vault.Open(words, owner, field) : null;
}
