using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.Grievances.ForThePerson;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>What opening a grievance and sending one ask of the database, compiled once: EF would else walk through the whole of each query every time.</summary>
public sealed class GrievanceQueries
{
    private readonly Func<PortalDb, Guid, DateTimeOffset, IAsyncEnumerable<GrievanceTimeline.Line>> _timeline = EF.CompileAsyncQuery(GrievanceTimeline.Of);

    private readonly Func<PortalDb, Guid, CancellationToken, Task<Around?>> _around = EF.CompileAsyncQuery(
        (PortalDb db, Guid caseId, CancellationToken cancel) => db.Grievances.AsNoTracking().Where(c => c.Id == caseId)
            .Select(c => new Around(
                db.Users.Where(u => u.Id == c.HandlerId).Select(u => u.DisplayName).FirstOrDefault(),
                db.Users.Where(u => u.Id == c.ProposedById).Select(u => u.DisplayName).FirstOrDefault(),
                db.Set<CaseFile>().Where(f => f.CaseId == c.Id && f.State != FileState.Arriving).OrderBy(f => f.ReceivedAt).ToList(),
                db.Recommendations.Where(r => r.CaseId == c.Id).OrderBy(r => r.SentOn).ThenBy(r => r.Id)
                    .Select(r => new RecommendationLine(r, r.Checks.OrderBy(m => m.CheckedOn).ThenBy(m => m.Id).ToList(), r.Corrections.OrderByDescending(m => m.CorrectedAt)
                        .Select(m => new CorrectionLine(m, db.Users.Where(u => u.Id == m.CorrectedById).Select(u => u.DisplayName).First())).ToList())).ToList(),
                db.InquiryRecords.Where(r => r.CaseId == c.Id).OrderByDescending(r => r.MadeAt)
                    .Select(r => new InquiryLine(r, db.Users.Where(u => u.Id == r.MadeById).Select(u => u.DisplayName).First())).ToList(),
                db.JurisdictionChecks.Where(j => j.CaseId == c.Id).OrderByDescending(j => j.CheckedAt)
                    .Select(j => new JurisdictionLine(j, db.Users.Where(u => u.Id == j.CheckedById).Select(u => u.DisplayName).First())).ToList(),
                db.Set<Translation>().Where(t => t.CaseId == c.Id).OrderByDescending(t => t.AddedAt)
                    .Select(t => new TranslationLine(
                        t,
                        db.Users.Where(u => u.Id == t.AddedById).Select(u => u.DisplayName).First(),
                        db.Users.Where(u => u.Id == t.CheckedById).Select(u => u.DisplayName).FirstOrDefault())).ToList(),
                db.Set<DecisionSource>().Where(s => s.CaseId == c.Id).OrderByDescending(s => s.NamedAt).ThenBy(s => s.Text)
                    .Select(s => new SourceView(
                        s.Deed,
                        s.Text,
                        s.Language,
                        db.Set<Translation>().Where(t => t.Id == s.TranslationId).Select(t => (int?)t.Number).FirstOrDefault(),
                        db.Set<Translation>().Where(t => t.Id == s.TranslationId).Select(t => t.To).FirstOrDefault(),
                        s.WasUnchecked,
                        db.Users.Where(u => u.Id == s.NamedById).Select(u => u.DisplayName).First(),
                        s.NamedAt)).ToList(),
                db.Referrals.Where(r => r.CaseId == c.Id).OrderBy(r => r.SentAt).ToList(),
                db.InterestDeclarations.Where(d => d.CaseId == c.Id).OrderByDescending(d => d.DeclaredAt)
                    .Select(d => new InterestLine(d, db.Users.Where(u => u.Id == d.ColleagueId).Select(u => u.DisplayName).First())).ToList(),
                db.Set<OtherSideLetter>().Where(l => l.CaseId == c.Id).OrderBy(l => l.SentAt)
                    .Select(l => new OtherSideLine(l.Id, l.Template, l.AboutId, l.SentAt, db.Users.Where(u => u.Id == l.SentById).Select(u => u.DisplayName).First())).ToList(),
                db.Set<HandedIn>().Where(h => h.CaseId == c.Id).OrderByDescending(h => h.RecordedAt)
                    .Select(h => new HandedInLine(h.Deed, h.Channel, h.ReceivedOn, h.Agreed, h.MessageId, db.Users.Where(u => u.Id == h.RecordedById).Select(u => u.DisplayName).First(), h.RecordedAt)).ToList(),
                db.CaseLinks.Any(l => l.UnlinkedAt == null && (l.CaseId == c.Id || l.OtherId == c.Id)),
                db.Set<CasePair>().Where(p => p.IsOpen && c.Status != CaseStatus.Merged && (p.LowerId == c.Id || p.HigherId == c.Id))
                    .Join(db.Grievances.Where(o => o.Status != CaseStatus.Merged), p => p.LowerId == c.Id ? p.HigherId : p.LowerId, o => o.Id, (p, o) => new PairBeside(
                        p.Band, new(o.Reference, o.ClosedTo, o.IsSetApart, o.Municipality, o.HandlerId))).ToList(),
                db.Set<CaseMerge>().Where(m => (m.MergedId == c.Id || m.SurvivingId == c.Id) && (m.State == MergeState.Proposed || m.State == MergeState.Merged || m.State == MergeState.UndoProposed))
                    .Join(db.Grievances, m => m.MergedId == c.Id ? m.SurvivingId : m.MergedId, o => o.Id, (m, o) => new MergeBeside(
                        m.State,
                        m.MergedId == c.Id,
                        db.Messages.Any(w => w.CaseId == m.MergedId && !w.FromOffice && w.ReadAt == null),
                        new(o.Reference, o.ClosedTo, o.IsSetApart, o.Municipality, o.HandlerId))).ToList(),
                db.Set<CaseTask>().Where(t => t.CaseId == c.Id && t.DoneAt == null).OrderBy(t => t.DueOn).ThenBy(t => t.Id)
                    .Select(t => new TaskRow(t, c.Reference, db.Users.Where(u => u.Id == t.ForId).Select(u => u.DisplayName).FirstOrDefault())).ToList(),
                db.Set<Notice>().Where(n => n.CaseId == c.Id && (n.State == NoticeState.Sent || n.State == NoticeState.GivenUp))
                    .OrderByDescending(n => n.MadeAt).Select(n => (NoticeState?)n.State).FirstOrDefault()))
            .SingleOrDefault());

    // joined, because the first of the codes as a whole row would number every code there is
    private readonly Func<PortalDb, Guid, CancellationToken, Task<Held?>> _hold = EF.CompileAsyncQuery(
        (PortalDb db, Guid draftId, CancellationToken cancel) => db.Drafts.Where(d => d.Id == draftId)
            .Join(
                db.Codes.Where(c => c.Holder == Role.Filer),
                d => d.Id,
                c => c.DraftId,
                (d, c) => new Held(d, c, db.Set<CaseFile>().Any(f => f.DraftId == d.Id)))
            .FirstOrDefault());

    /// <summary>Deeds, messages and notes before a moment, newest first.</summary>
    internal IAsyncEnumerable<GrievanceTimeline.Line> Timeline(PortalDb db, Guid caseId, DateTimeOffset before) => _timeline(db, caseId, before);

    /// <summary>Who has the case, who proposed its answer, its files, and what was recommended, found and sent on, what is to be done, and how the last notice ended; null when there is no such case.</summary>
    internal Task<Around?> AroundAsync(PortalDb db, Guid caseId, CancellationToken cancel) => _around(db, caseId, cancel);

    /// <summary>A draft with its code, both watched for changes, and whether files lie beside it.</summary>
    internal Task<Held?> HoldAsync(PortalDb db, Guid draftId, CancellationToken cancel) => _hold(db, draftId, cancel);

    internal sealed record Held(CaseDraft Draft, CaseCode Code, bool HasFiles);

    internal sealed record Around(
        string? Handler,
        string? Proposer,
        IReadOnlyList<CaseFile> Files,
        IReadOnlyList<RecommendationLine> Recommendations,
        IReadOnlyList<InquiryLine> Inquiry,
        IReadOnlyList<JurisdictionLine> Checks,
        IReadOnlyList<TranslationLine> Translations,
        IReadOnlyList<SourceView> Sources,
        IReadOnlyList<Referral> Referrals,
        IReadOnlyList<InterestLine> Interests,
        IReadOnlyList<OtherSideLine> OtherSide,
        IReadOnlyList<HandedInLine> HandedIn,
        bool HasLinks,
        IReadOnlyList<PairBeside> Pairs,
        IReadOnlyList<MergeBeside> Merges,
        IReadOnlyList<TaskRow> Tasks,
        NoticeState? LastNotice);
}
