using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Testing.Hosting;

/// <summary>Children whose confirmation three colleagues have led to its papers, through the desks.</summary>
public static class ConfirmedChildren
{
    public const string Hwaseong = "41590";
    public const string Daycare = "example-daycare-hwaseong";

    private static readonly string[] Criteria = ["foreign", "under-18", "born-in-korea", "unregistered", "lives-here"];

    public static async Task<FiledCase> AConfirmedChildAsync(this PortalHost host, Action<ApplyForChild>? but = null)
    {
        var filed = await host.AFoundChildAsync(but);
        await host.PressAsync(filed, ChildConfirmation.ProposeConfirmation.Code, Colleagues.Caseworker.Actor);
        await host.PressAsync(filed, ChildConfirmation.ApproveConfirmation.Code, Colleagues.Supervisor.Actor);
        await host.PressAsync(filed, ChildConfirmation.Issue.Code, Colleagues.Caseworker2.Actor);
        return filed;
    }

    /// <summary>A child of whom everything is found that a confirmation needs, so that it can be proposed.</summary>
    public static async Task<FiledCase> AFoundChildAsync(this PortalHost host, Action<ApplyForChild>? but = null)
    {
        var filed = await host.ATakenChildAsync(but);
        await host.WithAsync(async services => await services.GetRequiredService<VaultDesk>().PutPhotographAsync(await ChildOfAsync(services, filed), [1, 2, 3], default));
        await host.DeedAsync(filed, new() { Deed = ChildConfirmation.SeeConsent.Code, Words = "통화로 확인함" }, Colleagues.Caseworker.Actor);
        await host.DeedAsync(filed, new() { Deed = ChildConfirmation.AddProof.Code, Code = "hospital-record", On = new DateOnly(2026, 11, 20) }, Colleagues.Caseworker.Actor);
        var proofs = await host.StoredAsync(db => db.Set<ChildProof>().Where(p => p.CaseId == filed.Id).Select(p => p.Id).ToListAsync());
        foreach (var criterion in Criteria)
        {
            await host.DeedAsync(filed, new() { Deed = ChildConfirmation.FindFact.Code, Code = criterion, IsMet = true, Proofs = proofs, Words = "봤음" }, Colleagues.Caseworker.Actor);
        }

        return filed;
    }

    /// <summary>A child whose case is in a caseworker's hands and not decided.</summary>
    public static async Task<FiledCase> ATakenChildAsync(this PortalHost host, Action<ApplyForChild>? but = null)
    {
        var filed = await host.Given.AChildAsync(but);
        await host.PressAsync(filed, ChildConfirmation.TakeOn.Code, Colleagues.Caseworker.Actor);
        return filed;
    }

    public static Task PressAsync(this PortalHost host, FiledCase filed, string deed, Actor actor) => deed == ChildConfirmation.Issue.Code ? host.IssueAsync(filed, actor) : host.WithAsync(async services =>
        await services.GetRequiredService<ChildDeeds>().Button(deed)!(await OneAsync(services, filed), actor, default));

    /// <summary>Looks at the photograph as it will be printed, and issues the papers.</summary>
    public static Task IssueAsync(this PortalHost host, FiledCase filed, Actor actor) => host.WithAsync(async services =>
    {
        var one = await OneAsync(services, filed);
        var seen = await services.GetRequiredService<BeforeIssue>().LookAsync(one, actor, default);
        await services.GetRequiredService<PaperDesk>().IssueAsync(one, seen?.Mark, actor, default);
    });

    public static Task DeedAsync(this PortalHost host, FiledCase filed, DoChildDeed form, Actor actor) => host.WithAsync(async services =>
        await services.GetRequiredService<ChildDeeds>().DoAsync(await OneAsync(services, filed), form, actor, default));

    /// <summary>The family agrees to a receiver.</summary>
    public static Task AgreedAsync(this PortalHost host, FiledCase filed, string receiver) => host.WithAsync(async services =>
        await services.GetRequiredService<ServiceConsentDesk>().RecordAsync(
            await OneAsync(services, filed), new() { Receiver = receiver, Way = "phone", On = new DateOnly(2026, 11, 20), Evidence = "통화" }, Colleagues.Caseworker.Actor, default));

    public static Task<ChildConfirmation> OneAsync(IServiceProvider services, FiledCase filed) =>
        services.GetRequiredService<PortalDb>().ChildConfirmations.Include(c => c.People).Include(c => c.Pauses).SingleAsync(c => c.Id == filed.Id);

    public static string Of(FiledCase filed, string page) => $"/office/children/{filed.Reference}/{page}";

    /// <summary>A referral to the health centre that was sent, and the secret of its link.</summary>
    public static Task<string> AReferralOutAsync(this PortalHost host, FiledCase filed, Actor? handler = null) => host.WithAsync(async services =>
    {
        var (desk, actor) = (services.GetRequiredService<ChildReferralDesk>(), handler ?? Colleagues.Caseworker.Actor);
        var form = new MakeReferral { Receiver = "city-health-centre", Service = "vaccination-number", Items = ["name-korean", "name-latin", "born"], Words = "예방접종 관리번호를 부탁드립니다." };
        var id = await desk.PrepareAsync(await OneAsync(services, filed), form, actor, default);
        var referral = await services.GetRequiredService<PortalDb>().Set<ServiceReferral>().SingleAsync(r => r.Id == id);
        return await desk.SendAsync(await OneAsync(services, filed), referral, new() { Fingerprint = referral.Fingerprint }, key => key, actor, default);
    });

    private static Task<Guid> ChildOfAsync(IServiceProvider services, FiledCase filed) =>
        services.GetRequiredService<PortalDb>().ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.ChildId).SingleAsync();
}
