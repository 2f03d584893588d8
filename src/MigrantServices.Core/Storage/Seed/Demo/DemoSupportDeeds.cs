using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Core.RefugeeSupport.Appointments;
using MigrantServices.Core.RefugeeSupport.Goals;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.RefugeeSupport.Outcomes;
using MigrantServices.Core.RefugeeSupport.StartUps;

namespace MigrantServices.Core.Storage.Seed.Demo;

/// <summary>Does the deeds of the fictional applications through the desks that do the real ones, only by another clock.</summary>
internal sealed class DemoSupportDeeds
{
    private const string Filer = "filer";
    private const string Releasing = "budget2";

    private readonly PortalDb _db;
    private readonly DemoClock _clock;
    private readonly DemoCast _cast;
    private readonly DraftDesk _drafts;
    private readonly SupportFilingDesk _filing;
    private readonly SupportFacts _facts;
    private readonly SupportDecisionDesk _decisions;
    private readonly SupportDeeds _deeds;
    private readonly Dictionary<string, Func<SupportApplication, DemoSupportStep, Actor, CancellationToken, Task>> _others;

    public DemoSupportDeeds(PortalDb db, IServiceProvider services, DemoClock clock, DemoCast cast)
    {
        (_db, _clock, _cast) = (db, clock, cast);
        var access = new AccessLog(db, clock);
        var door = Make<SupportDoor>(clock);
        var office = Make<SupportOffice>(Make<SupportMaker>(door), clock);
        _drafts = Make<DraftDesk>(clock);
        _filing = Make<SupportFilingDesk>(office, door, access);
        _facts = Make<SupportFacts>(clock);
        _decisions = Make<SupportDecisionDesk>(office, _facts, Make<AwardDesk>(clock), access);
        _deeds = new(Make<SupportDesk>(office, access), _decisions);
        var (applicant, extensions) = (Make<ApplicantDesk>(office, access), Make<SupportExtensionDesk>(office, access));
        var codes = Make<SupportCodeDesk>(office, access);
        var (appointments, interpreters) = (Make<AppointmentDesk>(clock, access), Make<InterpreterDesk>(clock));
        var (plans, outcomes, goals) = (Make<StartUpDesk>(clock, access), Make<OutcomeDesk>(clock, access), Make<GoalDesk>(clock, access));
        var endings = Make<EndingDesk>(office, access);
        var (notices, payments, deliveries) = (Make<NoticeDesk>(clock, access), Make<PaymentDesk>(clock, access), Make<DeliveryDesk>(clock, access));
        _others = new(StringComparer.Ordinal)
        {
            [SupportApplication.Reply.Code] = (one, step, actor, cancel) => applicant.WriteAsync(one, Guid.CreateVersion7(), new() { Body = step.Words }, one.Language, actor, cancel),
            [SupportApplication.AnswerSupplement.Code] = (one, step, actor, cancel) => applicant.WriteAsync(one, Guid.CreateVersion7(), new() { Body = step.Words }, one.Language, actor, cancel),
            [SupportApplication.FileObjection.Code] = (one, step, actor, cancel) => applicant.ObjectAsync(one, new() { Body = step.Words }, one.Language, actor, cancel),
            [SupportApplication.Withdraw.Code] = (one, _, actor, cancel) => applicant.WithdrawAsync(one, actor, cancel),
            [SupportApplication.WithdrawLine.Code] = (one, step, actor, cancel) => applicant.WithdrawLineAsync(one, LineOf(one, step).Id, actor, cancel),
            [ServiceCase.ChooseNotices.Code] = (one, _, actor, cancel) => notices.ChooseAsync(one, new() { Hours = NoticeHours.Evenings, Address = "household@example.invalid" }, actor, cancel),
            [ServiceCase.Extend.Code] = (one, step, actor, cancel) => extensions.ExtendAsync(
                one, new() { Reason = step.Reason, Days = step.Count, Explanation = step.Words, InTheirLanguage = step.InTheirLanguage }, actor, cancel),
            [SupportApplication.BookAppointment.Code] = (one, step, actor, cancel) => BookAsync(one, step, actor, appointments, interpreters, cancel),
            [SupportApplication.CloseAppointment.Code] = async (one, _, actor, cancel) => await appointments.CloseAsync(one, await AppointmentAsync(one, cancel), AppointmentState.Attended, actor, cancel),
            [SupportApplication.RecordConflict.Code] = async (one, step, actor, cancel) => await appointments.DeclareConflictAsync(one, await AppointmentAsync(one, cancel), new() { Words = step.Words }, actor, cancel),
            [SupportApplication.RateAppointment.Code] = async (one, step, actor, cancel) => await appointments.RateAsync(one, await AppointmentAsync(one, cancel), new() { Rating = step.Count, Words = step.Words }, actor, cancel),
            [SupportApplication.ExcludeInterpreter.Code] = async (one, _, actor, cancel) => await appointments.ExcludeAsync(one, await AppointmentAsync(one, cancel), actor, cancel),
            [SupportApplication.RenewCode.Code] = (one, step, actor, cancel) => codes.RenewAsync(one, new() { Shown = step.Words, IsSure = true }, actor, cancel),
            [SupportApplication.WritePlan.Code] = async (one, step, actor, cancel) => await plans.WriteAsync(one, LineOf(one, step).Id, Plan(step), actor, cancel),
            [SupportApplication.ReportMilestone.Code] = async (one, step, actor, cancel) => await plans.ReportAsync(one, await StepAsync(one, MilestoneState.Planned, cancel), new() { Seen = step.Words }, actor, cancel),
            [SupportApplication.AcceptMilestone.Code] = async (one, _, actor, cancel) => await plans.DecideAsync(one, await StepAsync(one, MilestoneState.Reported, cancel), agrees: true, actor, cancel),
            [SupportApplication.SendBackMilestone.Code] = async (one, _, actor, cancel) => await plans.DecideAsync(one, await StepAsync(one, MilestoneState.Reported, cancel), agrees: false, actor, cancel),
            [SupportApplication.RecordOutcome.Code] = async (one, step, actor, cancel) => await outcomes.RecordAsync(
                one, await _db.Set<WorkOutcome>().Where(o => o.CaseId == one.Id && o.Result == null).OrderBy(o => o.DueOn).Select(o => o.Id).FirstAsync(cancel), new() { Result = step.Reason, Words = step.Words }, actor, cancel),
            [SupportApplication.SetGoal.Code] = async (one, step, actor, cancel) => await goals.SetAsync(
                one, new() { Person = (await _facts.PeopleAsync(one.Id, cancel))[0].Key, Words = step.Words, InTheirLanguage = step.InTheirLanguage, ReachBy = Today.AddDays(step.Count!.Value) }, actor, cancel),
            [SupportApplication.AgreeGoal.Code] = async (one, _, actor, cancel) => await goals.AgreeAsync(one, await GoalAsync(one, cancel), actor, cancel),
            [SupportApplication.KeepAgreement.Code] = async (one, step, actor, cancel) => await goals.KeepAgreementAsync(one, await GoalAsync(one, cancel), new() { How = step.Words }, actor, cancel),
            [SupportApplication.CloseGoal.Code] = async (one, _, actor, cancel) => await goals.CloseAsync(one, await GoalAsync(one, cancel), reached: true, actor, cancel),
            [SupportApplication.PrepareLine.Code] = PrepareAsync,
            [SupportApplication.Approve.Code] = ApproveAsync,
            [SupportApplication.ApproveObjection.Code] = ApproveAsync,
            [SupportApplication.EndAward.Code] = async (one, _, actor, cancel) =>
                await endings.DecideAsync(one, await _db.Set<EndingProposal>().Where(p => _db.Set<Award>().Any(award => award.Id == p.AwardId && award.CaseId == one.Id)).Select(p => p.Id).SingleAsync(cancel), agrees: true, actor, cancel),
            // what follows a grant is no deed of the table
            ["propose-ending"] = async (one, step, actor, cancel) =>
            {
                var award = await _db.Set<Award>().AsNoTracking().SingleAsync(award => award.CaseId == one.Id && award.ProgrammeCode == step.Programme, cancel);
                await endings.ProposeAsync(
                    actor, award.Number, new() { Kind = AwardEndingKind.Shortened, LastDay = award.ToDay.AddDays(-step.Count!.Value), Reason = step.Words, InTheirLanguage = step.InTheirLanguage }, cancel);
            },
            ["pay"] = async (one, step, actor, cancel) =>
            {
                var part = await InstalmentAsync(one, cancel);
                var payment = await payments.PrepareAsync(actor, part, new() { Method = PaymentMethod.BankTransfer, Payee = step.Words }, cancel);
                await payments.ReleaseAsync(_cast.Colleague(Releasing), payment, cancel);
            },
            ["prepare-payment"] = async (one, step, actor, cancel) =>
                await payments.PrepareAsync(actor, await InstalmentAsync(one, cancel), new() { Method = PaymentMethod.BankTransfer, Payee = step.Words }, cancel),
            ["hand-over-help"] = async (one, step, actor, cancel) =>
            {
                var number = await _db.Set<Award>().Where(award => award.CaseId == one.Id && award.ProgrammeCode == step.Programme).Select(award => award.Number).SingleAsync(cancel);
                await deliveries.HandOverAsync(actor, number, new() { What = step.Words, Count = step.Count, On = Today }, cancel);
            },
        };

        T Make<T>(params object[] with) => ActivatorUtilities.CreateInstance<T>(services, with);
    }

    /// <summary>A household sends its form itself.</summary>
    public async Task<Guid> SendAsync(ApplyForSupport form, CancellationToken cancel)
    {
        var draft = await _drafts.BeginAsync(SupportApplication.Prefix, form, cancel);
        await _filing.SendAsync((await _drafts.HoldAsync<ApplyForSupport>(draft, cancel))!, cancel);
        return (await _db.Drafts.Where(d => d.Id == draft.Id).Select(d => d.SentAs).SingleAsync(cancel))!.Value;
    }

    /// <summary>A colleague takes it down.</summary>
    /// <returns>Its reference.</returns>
    public async Task<string> TakeDownAsync(TakeDownSupport form, Actor colleague, byte[] codeHash, CancellationToken cancel) =>
        (await _filing.TakeDownAsync(form, colleague, codeHash, null, cancel)).Reference;

    public async Task DoAsync(SupportApplication one, DemoSupportStep step, CancellationToken cancel)
    {
        var actor = await ActorAsync(step.Who, one, cancel);
        Read(one, byOffice: step.Who != Filer);
        await (_others.TryGetValue(step.Deed, out var deed) ? deed(one, step, actor, cancel)
            : _deeds.Button(step.Deed) is { } button ? button(one, actor, cancel)
            : _deeds.DoAsync(one, Form(step), actor, cancel));
    }

    private DateOnly Today => Seoul.DateOf(_clock.Now);

    private DoSupportDeed Form(DemoSupportStep step) => new()
    {
        Deed = step.Deed,
        ColleagueId = step.To is { } colleague ? _cast.IdOf(colleague) : null,
        Codes = [.. step.Codes ?? []],
        On = step.Deed == SupportApplication.AskSupplement.Code ? Today.AddDays(step.Count!.Value) : Today,
        Language = step.Reason,
        People = step.Words,
        Words = step.Words,
        InTheirLanguage = step.InTheirLanguage,
    };

    private async Task PrepareAsync(SupportApplication one, DemoSupportStep step, Actor actor, CancellationToken cancel)
    {
        var line = LineOf(one, step);
        var result = await _facts.WorkOutAsync(one, line, await _facts.PeopleAsync(one.Id, cancel), cancel);
        var form = step.Grants == true
            ? new PrepareLine
            {
                Grants = true,
                Members = [.. result.Members],
                From = result.LongestPeriod!.From,
                To = result.LongestPeriod.To,
                Won = result.Won is null ? null : step.Won ?? result.Won.Value.ToString(CultureInfo.InvariantCulture),
                Departure = step.Reason,
            }
            : new PrepareLine { Grants = false, RefusalReason = step.Reason };
        await _decisions.PrepareAsync(one, line.Id, form with { Words = step.Words, InTheirLanguage = step.InTheirLanguage }, actor, cancel);
    }

    // a step is told as what, in their language, after how many days and how much, with strokes between
    private WritePlan Plan(DemoSupportStep step) => new()
    {
        Words = step.Words,
        Mentor = step.Reason,
        Provider = "job-centre",
        Steps = [.. step.Codes!.Select(told => told.Split('|')).Select(parts =>
            new PlanStep { What = parts[0], InTheirLanguage = parts[1], DueOn = Today.AddDays(int.Parse(parts[2], CultureInfo.InvariantCulture)), Won = parts[3] })],
    };

    // the last that is not over
    private Task<Guid> GoalAsync(SupportApplication one, CancellationToken cancel) =>
        _db.Set<CaseGoal>().Where(goal => goal.CaseId == one.Id && goal.ClosedAt == null).OrderByDescending(goal => goal.SetAt).Select(goal => goal.Id).FirstAsync(cancel);

    private Task<Guid> StepAsync(SupportApplication one, MilestoneState state, CancellationToken cancel) => _db.Set<StartUpPlan>().Where(plan => plan.CaseId == one.Id)
        .SelectMany(plan => plan.Milestones).Where(step => step.State == state).OrderBy(step => step.Number).Select(step => step.Id).FirstAsync(cancel);

    // whoever is named by the step interprets: somebody new where they are not on the list yet
    private async Task BookAsync(SupportApplication one, DemoSupportStep step, Actor actor, AppointmentDesk desk, InterpreterDesk interpreters, CancellationToken cancel)
    {
        var interpreter = await _db.Set<Interpreter>().Where(i => i.Name == step.Words).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(cancel)
            ?? await interpreters.AddAsync(new() { Name = step.Words, Sex = OfficerWish.Woman, Languages = [one.Language], Dialects = [.. step.Codes ?? []] }, actor, cancel);
        var form = new BookAppointment
        {
            Person = (await _facts.PeopleAsync(one.Id, cancel))[0].Key,
            Kind = AppointmentKind.Counselling,
            Provider = "family-centre",
            StartsAt = Seoul.WallClock(_clock.Now.AddMinutes(1)).DateTime,
            Minutes = 2,
            InterpreterId = interpreter,
            Declared = true,
        };
        await desk.BookAsync(one, form, actor, cancel);
    }

    private Task<Guid> AppointmentAsync(SupportApplication one, CancellationToken cancel) =>
        _db.Set<Appointment>().Where(a => a.CaseId == one.Id).OrderByDescending(a => a.StartsAt).Select(a => a.Id).FirstAsync(cancel);

    private Task ApproveAsync(SupportApplication one, DemoSupportStep step, Actor actor, CancellationToken cancel) =>
        _decisions.ApproveAsync(one, _decisions.Letter(one, actor)?.Fingerprint, actor, cancel);

    private Task<Guid> InstalmentAsync(SupportApplication one, CancellationToken cancel) => _db.Set<Instalment>()
        .Where(part => part.State == InstalmentState.Due && _db.Set<Award>().Any(award => award.Id == part.AwardId && award.CaseId == one.Id))
        .OrderBy(part => part.DueOn).ThenBy(part => part.Number).Select(part => part.Id).FirstAsync(cancel);

    private async Task<Actor> ActorAsync(string who, SupportApplication one, CancellationToken cancel) => who == Filer
        ? Actor.Filer(one.Id, await _db.Codes.Where(c => c.CaseId == one.Id && c.Holder == Role.Filer && c.EndedAt == null).Select(c => c.Id).SingleAsync(cancel))
        : _cast.Colleague(who);

    private static SupportLine LineOf(SupportApplication one, DemoSupportStep step) => one.Lines.Single(line => line.Programme == step.Programme);

    // whoever acts has opened the case before, and with it what the other side had written
    private void Read(SupportApplication one, bool byOffice)
    {
        foreach (var message in one.Messages.Where(m => m.FromOffice != byOffice))
        {
            message.Read(_clock.Now);
        }

        if (byOffice)
        {
            one.SeenByOffice();
        }
    }
}
