using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Childcare;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Storage.Seed.Demo;

/// <summary>What the confirmation opens for fictional children: consents, referrals with their answers, and help with daycare.</summary>
public sealed class DemoOpenings(PortalDb db, IServiceProvider services, TimeProvider time)
{
    /// <summary>Null for a step that is none of these.</summary>
    public Func<ChildConfirmation, DemoChildStep, Actor, CancellationToken, Task>? Of(string deed) => deed switch
    {
        _ when deed == ChildConfirmation.RecordServiceConsent.Code => AgreeAsync,
        _ when deed == ChildConfirmation.WithdrawServiceConsent.Code => TakeBackAsync,
        _ when deed == ChildConfirmation.PrepareReferral.Code => ReferAsync,
        _ when deed == ChildConfirmation.ProposeChildcare.Code => ProposeAsync,
        _ when deed == ChildConfirmation.ApproveChildcare.Code => async (one, _, actor, cancel) => await Childcare.ApproveAsync(one, await AwardAsync(one, cancel), actor, cancel),
        _ when deed == ChildConfirmation.RecordChildcareMonth.Code => async (one, _, actor, cancel) => await Childcare.RecordMonthAsync(one, await AwardAsync(one, cancel), ThisMonth, actor, cancel),
        _ => null,
    };

    private DateOnly Today => Seoul.DateOf(time.GetUtcNow());

    private DateOnly ThisMonth => ChildcareAward.MonthOf(Today);

    private ChildcareDesk Childcare => services.GetRequiredService<ChildcareDesk>();

    private Task AgreeAsync(ChildConfirmation one, DemoChildStep step, Actor actor, CancellationToken cancel) => services.GetRequiredService<ServiceConsentDesk>()
        .RecordAsync(one, new() { Receiver = step.Code, Way = "phone", On = Today, Evidence = step.Words }, actor, cancel);

    private async Task TakeBackAsync(ChildConfirmation one, DemoChildStep step, Actor actor, CancellationToken cancel)
    {
        var consent = await db.Set<ServiceConsent>().SingleAsync(c => c.CaseId == one.Id && c.Receiver == step.Code && c.WithdrawnAt == null, cancel);
        await services.GetRequiredService<ServiceConsentDesk>().WithdrawAsync(one, consent.Id, actor, cancel);
    }

    // prepared and sent; where the step says an answer, the receiver gives it by the link
    private async Task ReferAsync(ChildConfirmation one, DemoChildStep step, Actor actor, CancellationToken cancel)
    {
        var desk = services.GetRequiredService<ChildReferralDesk>();
        var form = new MakeReferral { Receiver = step.Code, Service = step.Service, Items = [.. step.Items ?? []], Words = step.Words };
        var id = await desk.PrepareAsync(one, form, actor, cancel);
        var referral = await db.Set<ServiceReferral>().SingleAsync(r => r.Id == id, cancel);
        var key = await desk.SendAsync(one, referral, new() { Fingerprint = referral.Fingerprint }, secret => secret, actor, cancel);
        if (step.Answer is { } answer)
        {
            var receiver = services.GetRequiredService<ReceiverDesk>();
            await receiver.OpenAsync(key, cancel);
            await receiver.AnswerAsync(key, new() { Answer = answer, From = Today.AddDays(step.On ?? 0), Words = step.AnswerWords }, cancel);
        }
    }

    private Task ProposeAsync(ChildConfirmation one, DemoChildStep step, Actor actor, CancellationToken cancel) =>
        Childcare.ProposeAsync(one, new() { Daycare = step.Code, From = Month.Write(ThisMonth), Months = 6 }, actor, cancel);

    private Task<ChildcareAward> AwardAsync(ChildConfirmation one, CancellationToken cancel) =>
        db.Set<ChildcareAward>().Where(a => a.CaseId == one.Id).OrderByDescending(a => a.ProposedAt).FirstAsync(cancel);
}
