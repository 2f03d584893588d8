using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.ChildConfirmations.Showing;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Tests.Notices;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Testing.Hosting.ConfirmedChildren;
using Colleague = MigrantServices.Testing.Hosting.Colleague;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>Whoever was taken out of a child's file for its protection is told nothing more, by whatever way they had asked for.</summary>
[Trait("Category", "Database")]
public sealed class UnlinkedParentTests : IAsyncLifetime
{
    private const string Hers = "huda@example.invalid";
    private const string Grandmothers = "grandmother@example.invalid";

    private readonly MailHost _host = new();

    public Task InitializeAsync() => ((IAsyncLifetime)_host).InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task A_mail_that_waits_for_them_does_not_go_out_and_no_other_is_made()
    {
        var filed = await _host.ATakenChildAsync(Asking(NoticeHours.Evenings));
        await WriteAsync(filed);
        Assert.Equal(NoticeState.Waiting, Assert.Single(await NoticesAsync(filed)).State);

        await UnlinkAsync(filed);
        await WriteAsync(filed);

        Assert.Equal([(NoticeState.Dropped, "not-wanted")], (await NoticesAsync(filed)).Select(n => (n.State, n.LastError!)));
        _host.Clock.Advance(TimeSpan.FromHours(8));
        await _host.DeliverAsync();
        Assert.DoesNotContain(_host.Letterbox.Mails, mail => mail.To == Hers);
        var stored = await _host.StoredAsync(db => db.ChildConfirmations.SingleAsync(c => c.Id == filed.Id));
        Assert.Equal((null, null, null, null, null), (stored.NoticeWish, stored.ContactWay, stored.ContactNote, stored.WantsInterpreter, stored.InterpreterNote));
        Assert.False(await _host.StoredAsync(db => db.Set<NoticeWish>().AnyAsync(w => w.CaseId == filed.Id)));
    }

    [Fact]
    public async Task Neither_their_code_nor_what_they_show_at_that_moment_opens_anything()
    {
        var filed = await _host.AConfirmedChildAsync(Asking(NoticeHours.AnyTime));
        var made = await _host.WithAsync(async services => await services.GetRequiredService<ShowingDesk>().MakeAsync(await OneAsync(services, filed), ["age"], Actor.Filer(filed.Id, filed.CodeId), default));
        using var parent = await _host.ComeBackAsync(filed.CodeId);
        using var nursery = _host.Browser();
        Assert.Equal(HttpStatusCode.OK, (await nursery.GetAsync("/en/view/" + made.Key)).Status);

        await UnlinkAsync(filed);

        Assert.NotEqual("/en/my-case/child", (await parent.GetAsync("/en/my-case/child")).Path);
        Assert.Equal("/en/my-case", (await (await _host.Browser().GetAsync("/en/my-case")).SubmitAsync(("Code", filed.Code.Digits))).Path);
        Assert.Equal(HttpStatusCode.NotFound, (await nursery.GetAsync("/en/view/" + made.Key)).Status);
        Assert.Null(await _host.WithAsync(services => services.GetRequiredService<ShowingDesk>().OpenAsync(made.Code, default)));
    }

    [Fact]
    public async Task Whoever_comes_in_after_them_is_told_where_they_wish_and_nobody_else_is()
    {
        var filed = await _host.ATakenChildAsync(Asking(NoticeHours.AnyTime));
        await UnlinkAsync(filed);
        _host.Clock.Advance(TimeSpan.FromMinutes(5));
        var code = await _host.WithAsync(async services => await services.GetRequiredService<ParentDesk>().TakeParentInAsync(
            await OneAsync(services, filed), new() { Relation = Kinship.Guardian, Name = "فاطمة", Language = "ar", Shown = "후견인 결정문", IsSure = true }, Colleagues.Supervisor.Actor, default));
        using var family = _host.Browser();
        await (await family.GetAsync("/en/my-case")).SubmitAsync(("Code", code.Digits));
        await (await family.GetAsync("/en/my-case/child/notices")).SubmitAsync(("Form.Hours", nameof(NoticeHours.AnyTime)), ("Form.Address", Grandmothers));

        await WriteAsync(filed);
        await _host.DeliverAsync();

        Assert.Equal([Grandmothers], _host.Letterbox.Mails.Select(mail => mail.To).Where(to => to is Hers or Grandmothers));
    }

    [Fact]
    public async Task In_a_case_that_was_refused_they_are_taken_out_too_and_the_other_parent_comes_in_anew()
    {
        var filed = await RefusedAsync(Asking(NoticeHours.Evenings));

        await UnlinkAsync(filed);

        _host.Clock.Advance(TimeSpan.FromHours(8));
        await _host.DeliverAsync();
        Assert.DoesNotContain(_host.Letterbox.Mails, mail => mail.To == Hers);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => _host.WithAsync(async services => await services.GetRequiredService<ParentDesk>().RenewAsync(
            await OneAsync(services, filed), new() { Shown = "아이의 생년월일", IsSure = true }, Colleagues.Supervisor.Actor, default)));
        Assert.Equal("child.parent-was-unlinked", refused.Refusal.Code);
        Assert.False(await _host.StoredAsync(db => db.Codes.AnyAsync(c => c.CaseId == filed.Id && c.EndedAt == null)));
        var code = await _host.WithAsync(async services => await services.GetRequiredService<ParentDesk>().TakeParentInAsync(
            await OneAsync(services, filed), new() { Relation = Kinship.Father, Name = "سالم المرجان", Language = "ar", Shown = "아이의 생년월일", IsSure = true }, Colleagues.Supervisor.Actor, default));
        using var family = _host.Browser();
        Assert.Equal("/en/my-case/child", (await (await family.GetAsync("/en/my-case")).SubmitAsync(("Code", code.Digits))).Path);
    }

    [Fact]
    public async Task At_the_counter_it_is_said_that_a_parent_was_taken_out_and_the_way_leads_to_taking_one_in()
    {
        var filed = await _host.ATakenChildAsync(Asking(NoticeHours.Evenings));
        await UnlinkAsync(filed);
        using var counter = await _host.SignInAsAsync(Colleagues.Caseworker);

        var renew = await counter.GetAsync(Of(filed, "renew-code"));

        Assert.Contains("A parent was taken out of this file to protect the child", renew.Words, StringComparison.Ordinal);
        Assert.Null(renew.Document.QuerySelector("[name='Form.Shown']"));
        Assert.NotNull(renew.Document.QuerySelector($"a[href='{Of(filed, "take-parent-in")}']"));
        Assert.Contains("Make sure first that whoever is here now is not that parent", (await counter.GetAsync(Of(filed, "take-parent-in"))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_parent_who_stands_in_the_file_already_does_not_stand_there_twice()
    {
        var filed = await _host.ATakenChildAsync(Asking(NoticeHours.Evenings));
        var child = await _host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.ChildId).SingleAsync());
        var father = await _host.WithAsync(services => services.GetRequiredService<VaultDesk>().AddParentAsync(child, Kinship.Father, new(new("سالم المرجان", "Salem Almurjan", null), null, "اليمن", null), default));
        await _host.WithAsync(async services =>
        {
            var parents = (await services.GetRequiredService<VaultDesk>().OpenAsync(child, default))!.Parents;
            await services.GetRequiredService<ParentDesk>().UnlinkAsync(await OneAsync(services, filed), parents.Single(p => p.Id != father).Id, Colleagues.Supervisor.Actor, default);
        });

        await _host.WithAsync(async services => await services.GetRequiredService<ParentDesk>().TakeParentInAsync(
            await OneAsync(services, filed), new() { Relation = Kinship.Father, Name = "سالم المرجان", Contact = "010-0000-0000", Language = "ar", Shown = "여권 확인", IsSure = true }, Colleagues.Caseworker.Actor, default));

        var known = Assert.Single((await _host.WithAsync(services => services.GetRequiredService<VaultDesk>().OpenAsync(child, default)))!.Parents);
        Assert.Equal((father, "Salem Almurjan", "اليمن", "010-0000-0000"), (known.Id, known.Identity.Name.Latin, known.Identity.Nationality, known.Identity.Contact));
    }

    [Fact]
    public async Task A_family_is_told_of_a_refusal_and_its_address_goes_when_the_time_to_appeal_is_over()
    {
        var filed = await RefusedAsync(Asking(NoticeHours.AnyTime));
        await _host.DeliverAsync();
        Assert.Single(_host.Letterbox.Mails, mail => mail.To == Hers);

        _host.Clock.Advance(NoticeSweep.Kept - TimeSpan.FromDays(1));
        await SweepAsync();
        Assert.True(await WishedAsync(filed));
        _host.Clock.Advance(TimeSpan.FromDays(2));
        await SweepAsync();

        Assert.False(await WishedAsync(filed));
    }

    [Fact]
    public async Task A_referral_that_names_a_parent_ends_unsent_with_its_words_and_one_that_names_none_goes_on()
    {
        var filed = await _host.AConfirmedChildAsync(Asking(NoticeHours.AnyTime));
        foreach (var receiver in new[] { "city-health-centre", "unicef-korea" })
        {
            await _host.AgreedAsync(filed, receiver);
        }

        var naming = await PrepareAsync(filed, "city-health-centre", "vaccination-number", ["name-latin", "parent-name"]);
        var child = await PrepareAsync(filed, "unicef-korea", "ngo-help", ["age"]);
        Assert.Contains("هدى المرجانة", (await WordsAsync(filed, naming))!, StringComparison.Ordinal);

        await UnlinkAsync(filed);

        Assert.Equal((ReferralState.Ended, ReferralEnd.ParentUnlinked), await EndAsync(naming));
        Assert.Null(await WordsAsync(filed, naming));
        Assert.Equal((ReferralState.Prepared, null), await EndAsync(child));
        Assert.NotNull(await WordsAsync(filed, child));
        using var office = await _host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync(Of(filed, $"services/{naming}"));
        Assert.Contains("words of this referral were destroyed", page.Words, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[action*='Send']"));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => _host.WithAsync(async services =>
        {
            var referral = await services.GetRequiredService<PortalDb>().Set<ServiceReferral>().SingleAsync(r => r.Id == naming);
            await services.GetRequiredService<ChildReferralDesk>().SendAsync(await OneAsync(services, filed), referral, new() { Fingerprint = referral.Fingerprint }, key => key, Colleagues.Caseworker.Actor, default);
        }));
        Assert.Equal("referral.not-prepared", refused.Refusal.Code);
    }

    [Fact]
    public async Task A_receiver_who_was_told_of_a_parent_opens_it_no_more_and_is_told_so()
    {
        var filed = await _host.AConfirmedChildAsync(Asking(NoticeHours.AnyTime));
        await _host.AgreedAsync(filed, "city-health-centre");
        var naming = await PrepareAsync(filed, "city-health-centre", "vaccination-number", ["name-latin", "parent-name"]);
        var key = await _host.WithAsync(async services =>
        {
            var referral = await services.GetRequiredService<PortalDb>().Set<ServiceReferral>().SingleAsync(r => r.Id == naming);
            return await services.GetRequiredService<ChildReferralDesk>().SendAsync(await OneAsync(services, filed), referral, new() { Fingerprint = referral.Fingerprint }, secret => secret, Colleagues.Caseworker.Actor, default);
        });
        using var receiver = _host.Browser();
        Assert.Equal(HttpStatusCode.OK, (await receiver.GetAsync("/en/referral/" + key)).Status);

        await UnlinkAsync(filed);

        Assert.Equal((ReferralState.Ended, ReferralEnd.ParentUnlinked), await EndAsync(naming));
        Assert.Equal(HttpStatusCode.NotFound, (await receiver.GetAsync("/en/referral/" + key)).Status);
        Assert.True(await _host.StoredAsync(db => db.Set<ServiceReferral>().Where(r => r.Id == naming).Select(r => r.ToldAt == null && r.SentAt != null).SingleAsync()));
        using var office = await _host.SignInAsAsync(Colleagues.Caseworker);
        Assert.NotNull((await office.GetAsync(Of(filed, $"services/{naming}"))).Document.QuerySelector("form[action*='Told']"));
    }

    [Fact]
    public async Task Only_a_supervisor_takes_a_parent_out_and_else_nothing_changes()
    {
        var filed = await _host.ATakenChildAsync(Asking(NoticeHours.AnyTime));

        await Assert.ThrowsAsync<RefusedException>(() => UnlinkAsync(filed, Colleagues.Caseworker));

        Assert.True(await WishedAsync(filed));
        using var parent = await _host.ComeBackAsync(filed.CodeId);
        Assert.Equal("/en/my-case/child", (await parent.GetAsync("/en/my-case/child")).Path);
    }

    private static Action<ApplyForChild> Asking(NoticeHours hours) => form =>
    {
        (form.Reach.Notices, form.Reach.NoticeAddress) = (hours, Hers);
        (form.Reach.ContactNote, form.Reach.WantsInterpreter, form.Reach.InterpreterNote) = ("저녁에만 전화", true, "여성 통역");
    };

    private async Task<FiledCase> RefusedAsync(Action<ApplyForChild> but)
    {
        var filed = await _host.ATakenChildAsync(but);
        await _host.DeedAsync(filed, new() { Deed = ChildConfirmation.AddProof.Code, Code = "court-paper", On = new(2026, 11, 20) }, Colleagues.Caseworker.Actor);
        var proof = await _host.StoredAsync(db => db.Set<ChildProof>().Where(p => p.CaseId == filed.Id).Select(p => p.Id).SingleAsync());
        await _host.DeedAsync(filed, new() { Deed = ChildConfirmation.FindFact.Code, Code = "unregistered", IsMet = false, Proofs = [proof] }, Colleagues.Caseworker.Actor);
        await _host.DeedAsync(filed, new() { Deed = ChildConfirmation.ProposeRefusal.Code, Code = "registered", Words = "확인됨" }, Colleagues.Caseworker.Actor);
        await _host.PressAsync(filed, ChildConfirmation.ApproveRefusal.Code, Colleagues.Supervisor.Actor);
        return filed;
    }

    private Task WriteAsync(FiledCase filed) => _host.DeedAsync(filed, new() { Deed = ChildConfirmation.Write.Code, Words = "안내드립니다." }, Colleagues.Caseworker.Actor);

    private Task UnlinkAsync(FiledCase filed, Colleague? by = null) => _host.WithAsync(async services =>
    {
        var one = await OneAsync(services, filed);
        var parent = (await services.GetRequiredService<VaultDesk>().OpenAsync(one.ChildId, default))!.Parents.Single().Id;
        await services.GetRequiredService<ParentDesk>().UnlinkAsync(one, parent, (by ?? Colleagues.Supervisor).Actor, default);
    });

    private Task<Guid> PrepareAsync(FiledCase filed, string receiver, string service, List<string> items) => _host.WithAsync(async services => await services.GetRequiredService<ChildReferralDesk>().PrepareAsync(
        await OneAsync(services, filed), new() { Receiver = receiver, Service = service, Items = items, Words = "부탁드립니다." }, Colleagues.Caseworker.Actor, default));

    private Task<string?> WordsAsync(FiledCase filed, Guid referral) => _host.WithAsync(async services =>
        await services.GetRequiredService<VaultDesk>().PaperAsync((await OneAsync(services, filed)).ChildId, referral, default));

    private async Task<(ReferralState, ReferralEnd?)> EndAsync(Guid referral)
    {
        var one = await _host.StoredAsync(db => db.Set<ServiceReferral>().AsNoTracking().SingleAsync(r => r.Id == referral));
        return (one.State, one.EndedBecause);
    }

    private Task SweepAsync() => _host.WithAsync(services => services.GetRequiredService<NoticeSweep>().OnceAsync(default));

    private Task<bool> WishedAsync(FiledCase filed) => _host.StoredAsync(db => db.Set<NoticeWish>().AnyAsync(w => w.CaseId == filed.Id));

    private Task<List<Notice>> NoticesAsync(FiledCase filed) => _host.StoredAsync(db => db.Set<Notice>().Where(n => n.CaseId == filed.Id).OrderBy(n => n.MadeAt).ToListAsync());
}
