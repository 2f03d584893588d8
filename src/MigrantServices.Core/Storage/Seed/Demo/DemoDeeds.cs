using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.Grievances.ForThePerson;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Grievances.Linking;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.Grievances.PutOff;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Workday;

namespace MigrantServices.Core.Storage.Seed.Demo;

/// <summary>Does the deeds of the fictional cases through the desks that do the real ones, only by another clock.</summary>
public sealed partial class DemoDeeds
{
    private readonly PortalDb _db;
    private readonly DemoClock _clock;
    private readonly DemoCast _cast;
    private readonly GrievanceDesk _office;
    private readonly RightsDesk _rights;
    private readonly DecisionDesk _decisions;
    private readonly ApprovalDesk _approvals;
    private readonly SupplementDesk _supplements;
    private readonly WaitingDesk _waiting;
    private readonly TranslationDesk _translations;
    private readonly LetterWriter _letters;
    private readonly ObjectionDesk _objections;
    private readonly RecommendationDesk _recommendations;
    private readonly InquiryDesk _inquiry;
    private readonly RecommendingDesk _recommending;
    private readonly OtherSideDesk _otherSide;
    private readonly ReferralDesk _referrals;
    private readonly FairnessDesk _fairness;
    private readonly ReturnDesk _returns;
    private readonly LinkingDesk _linking;
    private readonly RepeatDesk _repeats;
    private readonly FilerDesk _filer;
    private readonly HandInDesk _handIns;
    private readonly HelperDesk _helpers;
    private readonly RepresentativeDesk _representatives;
    private readonly SlipDesk _slips;
    private readonly TaskDesk _tasks;
    private readonly NoticeDesk _notices;
    private readonly AssignmentDesk _assignments;
    private readonly DuplicateDesk _duplicates;
    private readonly DuplicateFinder _finder;
    private readonly Dictionary<CaseAction, Func<Grievance, DemoStep, Actor, CancellationToken, Task>> _deeds;

    public DemoDeeds(PortalDb db, IServiceProvider services, DemoClock clock, DemoCast cast)
    {
        (_db, _clock, _cast) = (db, clock, cast);
        Access = new AccessLog(db, clock);
        _office = ActivatorUtilities.CreateInstance<GrievanceDesk>(services, clock, Access);
        _rights = ActivatorUtilities.CreateInstance<RightsDesk>(services, clock, Access);
        _repeats = ActivatorUtilities.CreateInstance<RepeatDesk>(services, clock, Access);
        _decisions = ActivatorUtilities.CreateInstance<DecisionDesk>(services, clock, Access, _repeats);
        _approvals = ActivatorUtilities.CreateInstance<ApprovalDesk>(services, clock, Access);
        _supplements = ActivatorUtilities.CreateInstance<SupplementDesk>(services, clock, Access);
        _waiting = ActivatorUtilities.CreateInstance<WaitingDesk>(services, clock, Access);
        _translations = ActivatorUtilities.CreateInstance<TranslationDesk>(services, clock, Access);
        _letters = services.GetRequiredService<LetterWriter>();
        _objections = ActivatorUtilities.CreateInstance<ObjectionDesk>(services, clock, Access);
        _recommendations = ActivatorUtilities.CreateInstance<RecommendationDesk>(services, clock, Access);
        _inquiry = ActivatorUtilities.CreateInstance<InquiryDesk>(services, clock, Access);
        var post = ActivatorUtilities.CreateInstance<OtherSidePost>(services, clock);
        _recommending = ActivatorUtilities.CreateInstance<RecommendingDesk>(services, clock, Access, post);
        _otherSide = ActivatorUtilities.CreateInstance<OtherSideDesk>(services, clock, Access, post, _inquiry);
        _referrals = ActivatorUtilities.CreateInstance<ReferralDesk>(services, clock, Access);
        _fairness = ActivatorUtilities.CreateInstance<FairnessDesk>(services, clock, Access);
        _returns = ActivatorUtilities.CreateInstance<ReturnDesk>(services, clock, Access);
        _linking = ActivatorUtilities.CreateInstance<LinkingDesk>(services, clock, Access);
        _filer = ActivatorUtilities.CreateInstance<FilerDesk>(services, clock, Access);
        _representatives = ActivatorUtilities.CreateInstance<RepresentativeDesk>(services, clock, Access);
        _handIns = ActivatorUtilities.CreateInstance<HandInDesk>(services, clock, Access);
        _helpers = ActivatorUtilities.CreateInstance<HelperDesk>(services, clock, Access);
        _slips = ActivatorUtilities.CreateInstance<SlipDesk>(services, clock, Access);
        _tasks = ActivatorUtilities.CreateInstance<TaskDesk>(services, clock, Access);
        _notices = ActivatorUtilities.CreateInstance<NoticeDesk>(services, clock, Access);
        _assignments = ActivatorUtilities.CreateInstance<AssignmentDesk>(services, clock, Access);
        _duplicates = ActivatorUtilities.CreateInstance<DuplicateDesk>(services, clock, Access, ActivatorUtilities.CreateInstance<CatchingUp>(services, Access));
        _finder = ActivatorUtilities.CreateInstance<DuplicateFinder>(services, clock, Access);
        _deeds = new()
        {
            [Grievance.TakeOn] = (g, _, actor, cancel) => _office.TakeOnAsync(g, affirms: true, actor, cancel),
            [Grievance.HandOver] = (g, step, actor, cancel) => _office.HandOverAsync(g, new() { ColleagueId = _cast.IdOf(step.To!) }, actor, cancel),
            [Grievance.Assign] = (g, step, actor, cancel) => _assignments.CarryOutAsync(Grievance.Service, [new(g.Id, g.Revision, _cast.IdOf(step.To!))], actor, cancel),
            [Grievance.UndoAssignment] = async (g, _, actor, cancel) => await _assignments.UndoAsync(
                await _db.Set<BulkAssignmentLine>().Where(line => line.CaseId == g.Id).OrderByDescending(line => line.Id).Select(line => line.BatchId).FirstAsync(cancel), actor, cancel),
            [Grievance.Write] = (g, step, actor, cancel) => _office.WriteAsync(g, Guid.CreateVersion7(), new() { Body = Words(step) }, actor, cancel),
            [Grievance.Note] = (g, step, actor, cancel) => _office.NoteAsync(g, new() { Body = Words(step) }, actor, cancel),
            [Grievance.AskSupplement] = (g, step, actor, cancel) => _supplements.AskAsync(
                g, Guid.CreateVersion7(), new() { Body = step.Text, InTheirLanguage = step.InTheirLanguage, Until = Today.AddDays(10) }, actor, cancel),
            [Grievance.AskSupplementAgain] = (g, step, actor, cancel) => _supplements.AskAgainAsync(
                g, Guid.CreateVersion7(), new() { Body = step.Text, InTheirLanguage = step.InTheirLanguage, Until = _supplements.LatestAgain(g) }, actor, cancel),
            [Grievance.TakeMoreTime] = (g, _, actor, cancel) => _waiting.TakeMoreTimeAsync(g, actor, cancel),
            [Grievance.TreatAsWithdrawn] = (g, _, actor, cancel) => _waiting.TreatAsWithdrawnAsync(g, new() { FirstOn = Today.AddDays(-1), SecondOn = Today }, actor, cancel),
            [Grievance.GoOnWithout] = (g, _, actor, cancel) => _office.GoOnWithoutAsync(g, actor, cancel),
            [ServiceCase.Extend] = ExtendAsync,
            [Grievance.ExtendRights] = ExtendRightsAsync,
            [Grievance.Translate] = async (g, step, actor, cancel) => await _translations.AddAsync(
                g,
                (await _translations.OriginalAsync(g, TextKind.Account, g.Id, cancel))!,
                new() { Words = step.Text, Kind = Enum.Parse<TranslationKind>(step.Kind!), Interpreter = step.To, HasConflict = step.To is null ? null : false },
                actor,
                cancel),
            [Grievance.CheckTranslation] = async (g, _, actor, cancel) => await _translations.CheckAsync(g, await UncheckedAsync(g, cancel), actor, cancel),
            [Grievance.RejectTranslation] = async (g, step, actor, cancel) =>
                await _translations.RejectAsync(g, await UncheckedAsync(g, cancel), new() { Reason = step.Text }, actor, cancel),
            [Grievance.Propose] = async (g, step, actor, cancel) => await _decisions.ProposeAsync(
                g,
                new() { Reason = step.Reason, Answer = step.Text, InTheirLanguage = step.InTheirLanguage, Sources = await SourcesAsync(g, actor, cancel) },
                actor,
                cancel),
            [Grievance.SendBack] = (g, _, actor, cancel) => _decisions.SendBackAsync(g, actor, cancel),
            [Grievance.Approve] = (g, _, actor, cancel) => ApproveAsync(g, actor, cancel),
            [Grievance.CloseTip] = (g, _, actor, cancel) => _office.CloseTipAsync(g, actor, cancel),
            [Grievance.Close] = (g, _, actor, cancel) => _decisions.CloseAsync(g, actor, cancel),
            [Grievance.FileObjection] = (g, step, actor, cancel) => _objections.ObjectAsync(g, new() { Body = step.Text }, g.Language, actor, cancel),
            [Grievance.WithdrawObjection] = (g, _, actor, cancel) => _objections.WithdrawAsync(g, actor, cancel),
            [Grievance.TakeOnObjection] = (g, _, actor, cancel) => _decisions.TakeOnObjectionAsync(g, affirms: true, actor, cancel),
            [Grievance.ProposeObjection] = async (g, step, actor, cancel) => await _decisions.ProposeObjectionAsync(
                g,
                new()
                {
                    Stands = step.Stands,
                    Reason = step.Reason,
                    Answer = step.Text,
                    InTheirLanguage = step.InTheirLanguage,
                    Sources = await SourcesAsync(g, actor, cancel),
                },
                actor,
                cancel),
            [Grievance.SendBackObjection] = (g, _, actor, cancel) => _decisions.SendBackObjectionAsync(g, actor, cancel),
            [Grievance.ApproveObjection] = (g, _, actor, cancel) => ApproveAsync(g, actor, cancel),
            [Grievance.WriteRecommendation] = (g, step, actor, cancel) => _recommending.WriteAsync(
                g,
                new()
                {
                    Addressee = step.To,
                    AddresseeKind = step.Kind,
                    AddresseeSector = step.Sector,
                    Text = step.Text,
                    Period = step.Period,
                },
                actor,
                cancel),
            [Grievance.Recommend] = async (g, step, actor, cancel) => await _recommending.SendAsync(
                g, (await _recommending.WaitingAsync(g, cancel))!.Letter.Fingerprint, g.IsUnsafe ? step.Text : null, actor, cancel),
            [Grievance.SendBackRecommendation] = (g, _, actor, cancel) => _recommending.SendBackAsync(g, actor, cancel),
            [Grievance.TellRespondent] = (g, step, actor, cancel) => _otherSide.TellAsync(
                g, new() { Addressee = step.To, Words = step.Text, Although = g.IsUnsafe ? step.Reason : null }, actor, cancel),
            [Grievance.RecordMeasures] = async (g, step, actor, cancel) => await _recommendations.RecordAsync(
                g, await NumberedAsync(g, step, cancel), new() { Reply = step.Reply, RepliedOn = Today, Reasons = step.Text }, actor, cancel),
            [Grievance.CorrectMeasures] = async (g, step, actor, cancel) => await _recommendations.CorrectAsync(
                g, await NumberedAsync(g, step, cancel), new() { Reply = step.Reply, RepliedOn = Today, Reasons = step.Text, Why = step.To }, actor, cancel),
            [Grievance.CheckMeasures] = async (g, step, actor, cancel) => await _recommendations.CheckAsync(
                g, await NumberedAsync(g, step, cancel), new() { Found = step.Found, CheckedOn = Today, Words = step.Text }, actor, cancel),
            [Grievance.CheckJurisdiction] = (g, step, actor, cancel) => _inquiry.CheckJurisdictionAsync(
                g,
                new()
                {
                    Finding = step.Finding,
                    RespondentKind = g.RespondentKind ?? "unknown",
                    RespondentSector = g.RespondentSector,
                    LastHappenedOn = g.HappenedPrecision == DatePrecision.Day ? g.HappenedOn : null,
                    OtherRelief = OtherRelief.None,
                    Words = step.Text,
                },
                actor,
                cancel),
            [Grievance.Refer] = (g, step, actor, cancel) => _referrals.ReferAsync(
                g, new() { Body = step.Kind, Sent = [.. step.Items], Words = step.Text, ConsentOn = Today, ConsentWay = ConsentWay.Phone }, step.Text!, actor, cancel),
            [Grievance.RecordReferralReply] = async (g, step, actor, cancel) => await _referrals.RecordReplyAsync(
                g,
                await _db.Referrals.SingleAsync(r => r.CaseId == g.Id, cancel),
                new() { Reply = Enum.Parse<ReferralReply>(step.Kind!), RepliedOn = Today, Words = step.Text },
                actor,
                cancel),
            [Grievance.RecordRespondentReply] = async (g, step, actor, cancel) => await _inquiry.RecordReplyAsync(
                g,
                await _db.InquiryRecords.SingleAsync(r => r.CaseId == g.Id && r.Deed == Grievance.AskRespondent.Code, cancel),
                new() { RepliedOn = Today, Words = step.Text },
                actor,
                cancel),
            [Grievance.Pause] = (g, step, actor, cancel) => _inquiry.PauseAsync(g, new() { Reason = step.Reason }, actor, cancel),
            [Grievance.EndPause] = (g, _, actor, cancel) => _inquiry.EndPauseAsync(g, actor, cancel),
            [Grievance.ContinueInvestigation] = (g, _, actor, cancel) => _inquiry.ContinueInvestigationAsync(g, actor, cancel),
            [Grievance.EndSiteInvestigation] = (g, _, actor, cancel) => _inquiry.EndSiteInvestigationAsync(g, actor, cancel),
            [Grievance.ReportRetaliation] = (g, step, actor, cancel) => _filer.ReportRetaliationAsync(g, new() { Body = step.Text }, g.Language, actor, cancel),
            [Grievance.DeclareInterest] = (g, step, actor, cancel) => _fairness.DeclareAsync(g, new() { Reason = step.Reason, Words = step.Text }, actor, cancel),
            [Grievance.LiftInterest] = async (g, step, actor, cancel) => await _fairness.LiftAsync(
                g, await _db.InterestDeclarations.SingleAsync(d => d.CaseId == g.Id && d.LiftedAt == null, cancel), new() { Words = step.Text }, actor, cancel),
            [Grievance.Link] = async (g, step, actor, cancel) => await _linking.LinkAsync(
                g, new() { Kind = Enum.Parse<LinkKind>(step.Kind!), Reference = await FirstAsync(g, actor, cancel) }, actor, cancel),
            [Grievance.LookAtRepeats] = async (g, _, actor, cancel) => await _repeats.LookAsync(await FirstAsync(g, actor, cancel), actor, cancel),
            [Grievance.Unlink] = async (g, _, actor, cancel) => await _linking.UnlinkAsync(
                g, await _db.CaseLinks.Where(l => l.CaseId == g.Id && l.UnlinkedAt == null).OrderByDescending(l => l.LinkedAt).Select(l => l.Id).FirstAsync(cancel), actor, cancel),
            [Grievance.NotTheSame] = async (g, step, actor, cancel) => await _duplicates.TellApartAsync(g, new() { Pair = await PairAsync(g, cancel), Why = step.Text }, actor, cancel),
            [Grievance.ProposeMerge] = async (g, step, actor, cancel) => await _duplicates.ProposeAsync(
                g, new() { Pair = await PairAsync(g, cancel), Ground = Enum.Parse<MergeGround>(step.Kind!), How = step.Text, IsSamePerson = true }, actor, cancel),
            [Grievance.DeclineMerge] = async (g, _, actor, cancel) => await _duplicates.DeclineAsync(g, await MergeAsync(g, cancel), actor, cancel),
            [Grievance.Merge] = async (g, _, actor, cancel) => await _duplicates.MergeAsync(g, await MergeAsync(g, cancel), actor, cancel),
            [Grievance.ProposeUndoMerge] = async (g, step, actor, cancel) => await _duplicates.ProposeUndoAsync(
                g, new() { Merge = await MergeAsync(g, cancel), Because = step.Text }, actor, cancel),
            [Grievance.KeepMerge] = async (g, _, actor, cancel) => await _duplicates.KeepAsync(g, await MergeAsync(g, cancel), actor, cancel),
            [Grievance.UndoMerge] = async (g, _, actor, cancel) => await _duplicates.UndoAsync(g, await MergeAsync(g, cancel), actor, cancel),
            [Grievance.SetApart] = (g, step, actor, cancel) => _fairness.SetApartAsync(
                g, new() { ColleagueIds = step.To is { } about ? [_cast.IdOf(about)] : [] }, actor, cancel),
            [Grievance.ProposeBringBack] = (g, step, actor, cancel) => _returns.ProposeAsync(g, new() { Words = step.Text }, actor, cancel),
            [Grievance.KeepApart] = (g, _, actor, cancel) => _returns.KeepAsync(g, actor, cancel),
            [Grievance.BringBack] = (g, _, actor, cancel) => _returns.AgreeAsync(g, actor, cancel),
            [ServiceCase.AddTask] = (g, step, actor, cancel) => _tasks.AddAsync(
                g, new() { Text = step.Text, DueOn = Today.AddDays(step.Days ?? 0), ColleagueId = step.To is { } to ? _cast.IdOf(to) : null }, actor, cancel),
            [ServiceCase.FinishTask] = async (g, _, actor, cancel) => await _tasks.FinishAsync(
                g, await _db.Set<CaseTask>().Where(t => t.CaseId == g.Id && t.DoneAt == null).OrderBy(t => t.DueOn).Select(t => t.Id).FirstAsync(cancel), actor, cancel),
            [ServiceCase.ChooseNotices] = (g, step, actor, cancel) => _notices.ChooseAsync(g, new() { Hours = step.Hours, Address = step.To }, actor, cancel),
            [Grievance.RenewCode] = (g, _, actor, cancel) => _slips.RenewAsync(g, actor, cancel),
            [Grievance.Reply] = WriteAsync,
            [Grievance.AnswerSupplement] = WriteAsync,
            [Grievance.GiveName] = (g, step, actor, cancel) => _filer.GiveNameAsync(g, new() { Name = step.Text, Contact = step.To }, actor, cancel),
            [Grievance.NameRepresentative] = (g, step, actor, cancel) => _representatives.NameAsync(g, new() { Name = step.Text }, actor, cancel),
            [Grievance.TakeOffRepresentative] = (g, _, actor, cancel) => _representatives.TakeOffAsync(g, g.Speakers.Last().Id, actor, cancel),
            [Grievance.Withdraw] = (g, step, actor, cancel) => _filer.WithdrawAsync(g, step.Reason, actor, cancel),
            [Grievance.GiveHelperCode] = (g, _, actor, cancel) => _helpers.GiveAsync(g, actor, cancel),
            [Grievance.EndHelperCode] = async (g, _, actor, cancel) =>
                await _helpers.EndAsync(g, await _cast.CodeAsync(g, Role.Helper, cancel), actor, cancel),
        };
        foreach (var shape in RecordShape.All.Values)
        {
            _deeds[shape.Deed] = (g, step, actor, cancel) => _inquiry.KeepAsync(
                g,
                new()
                {
                    Deed = shape.Deed.Code,
                    On = Today,
                    Code = step.Kind,
                    People = step.To,
                    Words = step.Text,
                    DueOn = step.Days is { } days ? Today.AddDays(days) : null,
                    Affirms = true,
                },
                actor,
                cancel);
        }

        _deeds[Grievance.AskRespondent] = (g, step, actor, cancel) => _otherSide.AskAsync(
            g,
            new() { Deed = Grievance.AskRespondent.Code, People = step.To, Words = step.Text, DueOn = step.Days is { } days ? Today.AddDays(days) : null },
            g.IsUnsafe ? step.Reason : null,
            actor,
            cancel);
    }

    public AccessLog Access { get; }

    public async Task DoAsync(Grievance grievance, DemoStep step, CancellationToken cancel)
    {
        var actor = await _cast.ActorAsync(step.By, grievance, cancel);
        Read(grievance, byOffice: DemoCast.IsColleague(step.By));
        var deed = new CaseAction(step.Deed);
        await (actor.IsColleague && Grievance.ForThePerson.Contains(deed) ? HandInAsync : _deeds[deed])(grievance, step, actor, cancel);
    }

    /// <summary>The portal compares each new case as its outbox would.</summary>
    public Task FindAsync(Grievance grievance, CancellationToken cancel) => _finder.FindAsync(grievance.Id, cancel);

    private DateOnly Today => Seoul.DateOf(_clock.Now);
}
