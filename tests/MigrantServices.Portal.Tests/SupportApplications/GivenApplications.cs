using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Tests.RefugeeSupport;
using MigrantServices.Testing.Hosting;

namespace MigrantServices.Portal.Tests.SupportApplications;

/// <summary>Applications for support at any stage.</summary>
internal static class GivenApplications
{
    public const string Name = "ليلى القرنفلة";
    public const string ChildName = "سامي القرنفلة";

    private static int _count;

    /// <summary>A whole application of a mother and her child, filled in rightly; the names are found nowhere else, and each time have a family of their own.</summary>
    public static ApplyForSupport Answers() => Answers(FamilyName());

    public static ApplyForSupport Answers(string family) => new()
    {
        Programmes = new() { Chosen = ["living-expense", "korean-class"] },
        Household = new()
        {
            City = Colleagues.Ansan,
            Members =
            [
                new() { Key = Guid.CreateVersion7(), IsApplicant = true, Name = $"{Name} {family}", Category = "g-1-6", Year = "1990", Month = "2", Day = "3" },
                new() { Key = Guid.CreateVersion7(), Name = $"{ChildName} {family}", Category = "g-1-12", Year = "2018" },
            ],
        },
        Papers = new() { Given = ["identity-paper"] },
        Reach = new() { Way = ContactWay.PortalOnly, Language = "ar" },
    };

    /// <summary>A name that sounds like no other test's: else each application would perhaps be of the same household.</summary>
    public static string FamilyName()
    {
        var random = new Random(Interlocked.Increment(ref _count));
        return string.Concat(Enumerable.Range(0, 9).Select(_ => $"{"bdgklmrstz"[random.Next(10)]}{"aiu"[random.Next(3)]}"));
    }

    /// <summary>Sends the last form of a page as it stands.</summary>
    public static Task<WebPage> PressAsync(this WebPage page) => page.SendAsync(page.Document.Forms[^1], null);

    public static Task<DraftKey> ASupportDraftAsync(this PortalHost host, Action<ApplyForSupport>? but = null) => host.WithAsync(services =>
    {
        var answers = Answers();
        but?.Invoke(answers);
        return services.GetRequiredService<DraftDesk>().BeginAsync(SupportApplication.Prefix, answers, CancellationToken.None);
    });

    public static async Task<FiledCase> ASupportAsync(this PortalHost host, Action<ApplyForSupport>? but = null)
    {
        var draft = await host.ASupportDraftAsync(but);
        return await host.WithAsync(async services =>
        {
            var held = await services.GetRequiredService<DraftDesk>().HoldAsync<ApplyForSupport>(draft, CancellationToken.None);
            await services.GetRequiredService<SupportFilingDesk>().SendAsync(held!, CancellationToken.None);
            var db = services.GetRequiredService<PortalDb>();
            var code = await db.Codes.Where(c => c.DraftId == draft.Id).SingleAsync();
            var reference = await db.SupportApplications.Where(c => c.Id == code.CaseId).Select(c => c.Reference).SingleAsync();
            return new FiledCase(code.CaseId!.Value, reference, draft.Code, code.Id);
        });
    }

    /// <summary>Does something with an application as a desk finds it.</summary>
    public static Task DoAsync(this PortalHost host, FiledCase filed, Func<IServiceProvider, SupportApplication, Task> deed) => host.WithAsync(async services =>
    {
        var one = await services.GetRequiredService<PortalDb>().SupportApplications.Include(c => c.People).Include(c => c.Pauses).SingleAsync(c => c.Id == filed.Id);
        await deed(services, one);
    });

    /// <summary>The caseworker has taken it on and seen every paper.</summary>
    public static async Task TakenOnAsync(this PortalHost host, FiledCase filed)
    {
        await host.DoAsync(filed, (services, one) => services.GetRequiredService<SupportDesk>().TakeOnAsync(one, Colleagues.Caseworker.Actor, CancellationToken.None));
        var papers = new DoSupportDeed { Deed = "see-papers", Codes = ["identity-paper", "group-paper", "lease", "bank-account"] };
        await host.DoAsync(filed, (services, one) => services.GetRequiredService<SupportDesk>().SeePapersAsync(one, papers, Colleagues.Caseworker.Actor, CancellationToken.None));
    }

    /// <summary>This year's line of a programme, with enough for everybody where no test has opened it yet.</summary>
    public static async Task FundedAsync(this PortalHost host, string line)
    {
        var year = Seoul.DateOf(host.Clock.GetUtcNow()).Year;
        if (!await host.StoredAsync(db => db.Set<BudgetLine>().AnyAsync(one => one.Code == line && one.Year == year)))
        {
            await host.ALineAsync(line, 100_000_000, year);
        }
    }

    /// <summary>The first programme is granted as the rules give it, the second refused, and both wait for the supervisor.</summary>
    public static async Task ProposedAsync(this PortalHost host, FiledCase filed)
    {
        await host.FundedAsync("living");
        await host.TakenOnAsync(filed);
        await host.PreparedAsync(filed, "living-expense", grants: true, Colleagues.Caseworker.Actor);
        await host.PreparedAsync(filed, "korean-class", grants: false, Colleagues.Caseworker.Actor);
        await host.DoAsync(filed, (services, one) => services.GetRequiredService<SupportDecisionDesk>().ProposeAsync(one, Colleagues.Supervisor.Id, Colleagues.Caseworker.Actor, CancellationToken.None));
    }

    public static Task PreparedAsync(this PortalHost host, FiledCase filed, string programme, bool grants, Actor by, Action<PrepareLine>? but = null) => host.DoAsync(filed, async (services, one) =>
    {
        var facts = services.GetRequiredService<SupportFacts>();
        var line = one.Lines.Single(l => l.Programme == programme);
        var result = await facts.WorkOutAsync(one, line, await facts.PeopleAsync(one.Id, CancellationToken.None), CancellationToken.None);
        var form = grants
            ? new PrepareLine { Grants = true, Members = [.. result.Members], From = result.LongestPeriod!.From, To = result.LongestPeriod.To, Won = result.Won?.ToString(System.Globalization.CultureInfo.InvariantCulture) }
            : new PrepareLine { Grants = false, RefusalReason = "programme-full", Words = "자리가 없습니다." };
        but?.Invoke(form);
        await services.GetRequiredService<SupportDecisionDesk>().PrepareAsync(one, line.Id, form, by, CancellationToken.None);
    });

    public static async Task DecidedAsync(this PortalHost host, FiledCase filed)
    {
        await host.ProposedAsync(filed);
        await host.ApprovedAsync(filed, Colleagues.Supervisor.Actor);
    }

    public static Task ApprovedAsync(this PortalHost host, FiledCase filed, Actor by) => host.DoAsync(filed, (services, one) =>
    {
        var desk = services.GetRequiredService<SupportDecisionDesk>();
        return desk.ApproveAsync(one, desk.Letter(one, by)?.Fingerprint, by, CancellationToken.None);
    });
}
