using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.Grievances.ForThePerson;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>Opens one grievance for a colleague: its words from their seals, its timeline, its files. Each opening is put on record.</summary>
public sealed class GrievanceReader(PortalDb db, GrievanceQueries queries, Vault vault, FileStore files, AccessLog access, TimeProvider time)
{
    /// <summary>Why a colleague may uncover a name; the record of access keeps which it was.</summary>
    public static readonly IReadOnlyList<string> IdentityReasons = ["contact", "verify", "answer", "safety"];

    /// <param name="before">Reads entries of the timeline older than this; null for the newest.</param>
    public async Task<GrievanceView> ReadAsync(Grievance grievance, Actor actor, DateTimeOffset? before, CancellationToken cancel)
    {
        var lines = await queries.Timeline(db, grievance.Id, before ?? DateTimeOffset.MaxValue).ToListAsync(cancel);
        var around = await queries.AroundAsync(db, grievance.Id, cancel) ?? throw new InvalidOperationException("The case is gone.");
        await access.ViewAsync(actor, grievance.Id, cancel);
        await MarkReadAsync(grievance, actor, cancel);
        await MarkOpenedAsync(grievance, actor, cancel);
        var shown = lines.Take(GrievanceTimeline.Size).Select(line => GrievanceTimeline.Opened(line, vault)).ToList();
        var view = new GrievanceView
        {
            Account = vault.Open(grievance.Account, grievance.Id, SealedField.Account),
            Place = Open(grievance.Place, grievance.Id, SealedField.Place),
            Respondent = Open(grievance.Respondent, grievance.Id, SealedField.Respondent),
            Hope = Open(grievance.Hope, grievance.Id, SealedField.Hope),
            ContactNote = Open(grievance.ContactNote, grievance.Id, SealedField.ContactNote),
            InterpreterNote = Open(grievance.InterpreterNote, grievance.Id, SealedField.InterpreterNote),
            Answer = Open(grievance.Answer, grievance.Id, SealedField.Answer),
            AnswerInTheirLanguage = Open(grievance.AnswerInTheirLanguage, grievance.Id, SealedField.AnswerInTheirLanguage),
            ObjectionAnswer = Open(grievance.ObjectionAnswer, grievance.Id, SealedField.ObjectionAnswer),
            ObjectionAnswerInTheirLanguage = Open(grievance.ObjectionAnswerInTheirLanguage, grievance.Id, SealedField.ObjectionAnswerInTheirLanguage),
            Handler = around.Handler,
            Proposer = around.Proposer,
            People = [.. People(grievance).Select(p => p with { Name = CoveredText.Cover(p.Name), Contact = p.Contact is null ? null : CoveredText.Cover(p.Contact) })],
            Files = [.. around.Files.Select(File)],
            Recommendations = [.. around.Recommendations.Select(line => RecommendationView.Of(line, grievance.ReceivedAt, vault))],
            Inquiry = [.. around.Inquiry.Select(line => InquiryView.Of(line, vault))],
            Checks = [.. around.Checks.Select(line => JurisdictionView.Of(line, vault))],
            Translations = [],
            Sources = around.Sources,
            Referrals = [.. around.Referrals.Select(one => ReferralView.Of(one, vault))],
            Interests = [.. around.Interests.Select(line => InterestView.Of(line, actor.Is(Role.Supervisor) ? vault : null))],
            OtherSide = around.OtherSide,
            HandedIn = around.HandedIn,
            HasLinks = around.HasLinks,
            MayBeSame = around.Pairs.Where(p => actor.MayJudge(grievance, p.Other)).Select(p => p.Band).DefaultIfEmpty().Max(),
            Merges = [.. around.Merges.Where(m => CaseAccess.IsSeenBy(actor, Grievance.Service, m.Other.ClosedTo, m.Other.IsSetApart, m.Other.Municipality))
                .Where(m => m.State != MergeState.Proposed || actor.MayJudge(grievance, m.Other))],
            Tasks = [.. around.Tasks.Select(task => task.Opened(vault))],
            WhyLonger = await WhyLonger.OfAsync(db, grievance, cancel),
            IsUndelivered = around.LastNotice == Notices.NoticeState.GivenUp,
            Timeline = shown,
            Older = lines.Count > shown.Count ? shown[^1].At : null,
        };
        return view with
        {
            Translations = [.. around.Translations.Select(line => TranslationView.Of(line, WordsOf(view, line.Translation), vault)).OrderBy(t => t.Standing == Standing.Checked ? 0 : 1)],
        };
    }

    /// <summary>The original of a translation among what is shown; null when it is not.</summary>
    private static string? WordsOf(GrievanceView view, Translation translation) => translation.Text switch
    {
        TextKind.Account => view.Account,
        TextKind.Hope => view.Hope,
        TextKind.Answer => view.Answer,
        TextKind.ObjectionAnswer => view.ObjectionAnswer,
        TextKind.Message => view.Timeline.FirstOrDefault(entry => entry.Kind == TimelineKind.Message && entry.Id == translation.TextId)?.Body,
        TextKind.Letter => view.Timeline.FirstOrDefault(entry => entry.Kind == TimelineKind.Message && entry.Id == translation.TextId)?.InKorean,
        TextKind.Record => view.Inquiry.FirstOrDefault(record => record.Id == translation.TextId)?.Words,
        _ => view.Inquiry.FirstOrDefault(record => record.Id == translation.TextId)?.Reply,
    };

    /// <summary>Who the people in the case are, for one reading and a reason that is put on record.</summary>
    public async Task<IReadOnlyList<PersonView>> UncoverAsync(Grievance grievance, string reason, Actor actor, CancellationToken cancel)
    {
        if (!IdentityReasons.Contains(reason, StringComparer.Ordinal))
        {
            throw new RefusedException(new("grievance.no-such-reason"));
        }

        await access.WriteAsync(actor, AccessDeed.View, grievance.Id, "identity:" + reason, cancel);
        return [.. People(grievance)];
    }

    private IEnumerable<PersonView> People(Grievance grievance) => grievance.People
        .OrderBy(p => p.Part).ThenBy(p => p.Id)
        .Select(p => new PersonView(p.Part, vault.Open(p.Name, p.Id, SealedField.Name), Open(p.Contact, p.Id, SealedField.Contact)));

    // whoever it was handed to has it before them now; that is no change of the case
    private async Task MarkOpenedAsync(Grievance grievance, Actor actor, CancellationToken cancel)
    {
        if (grievance.HandedAt is { } handed && grievance.HandlerId == actor.UserId)
        {
            var (id, me) = (grievance.Id, actor.UserId);
            await db.Grievances.Where(c => c.Id == id && c.HandlerId == me && c.HandedAt == handed)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.HandedAt, (DateTimeOffset?)null), cancel);
        }
    }

    // Only what this colleague is about to see counts as read; a message that comes meanwhile stays new, and so does what they recorded themselves for a case of another.
    private async Task MarkReadAsync(Grievance grievance, Actor actor, CancellationToken cancel)
    {
        if (!grievance.HasUnread && grievance.Status != CaseStatus.Merged)
        {
            return;
        }

        var (id, now) = (grievance.Id, time.GetUtcNow());
        var (me, isTheirs) = (actor.UserId, grievance.HandlerId == actor.UserId);
        var theirOwn = db.Set<HandedIn>().Where(h => !isTheirs && h.CaseId == id && h.RecordedById == me).Select(h => h.MessageId);
        await db.Messages.Where(m => m.CaseId == id && !m.FromOffice && m.ReadAt == null && m.SentAt <= now && !theirOwn.Contains(m.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.ReadAt, now), cancel);
        // written at once, because a case that is only read is watched for no changes; where something came in between it stays new
        var revision = grievance.Revision;
        await db.Grievances.Where(c => c.Id == id && c.Revision == revision && !db.Messages.Any(m => m.ReadAt == null && theirOwn.Contains(m.Id)))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.HasUnread, false), cancel);
    }

    private FileView File(CaseFile file) =>
        new(file.Id, files.NameOf(file), file.Kind, file.Length, file.State, file.Verdict, file.ReceivedAt, file.IsFromPerson);

    private string? Open(SealedText? text, Guid owner, string field) => text is { } words ? vault.Open(words, owner, field) : null;
}
