using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Browser.Tests.Browsing;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Browser.Tests.Journeys;

/// <summary>Those of the office who decide on support and pay for it, each in a window of their own.</summary>
public sealed class SupportTeam : IAsyncLifetime
{
    public OpenPortal Portal { get; private set; } = null!;

    public SupportColleague Handler { get; private set; } = null!;

    public SupportColleague Second { get; private set; } = null!;

    public SupportColleague Officer { get; private set; } = null!;

    public SupportColleague Releasing { get; private set; } = null!;

    public string SecondId { get; private set; } = "";

    public async Task InitializeAsync()
    {
        Portal = await OpenPortal.Current;
        (Handler, Second) = (await SupportColleague.AtDeskAsync(Portal, Office.Caseworker), await SupportColleague.AtDeskAsync(Portal, Office.Supervisor));
        (Officer, Releasing) = (await SupportColleague.AtDeskAsync(Portal, Office.BudgetOfficer), await SupportColleague.AtDeskAsync(Portal, Office.BudgetOfficer2));
        SecondId = (await Portal.IdOfAsync(Office.Supervisor)).ToString();
    }

    public async Task DisposeAsync()
    {
        foreach (var one in new[] { Handler, Second, Officer, Releasing })
        {
            await one.DisposeAsync();
        }
    }

    /// <summary>A household of one has sent an application.</summary>
    public async Task<FiledCase> AskAsync(string name, params string[] programmes)
    {
        var form = new ApplyForSupport
        {
            Programmes = new() { Chosen = [.. programmes] },
            Household = new()
            {
                City = "41270",
                Members = [new() { Key = Guid.CreateVersion7(), IsApplicant = true, Name = name, Category = "g-1-6", Year = "1990", Month = "2", Day = "3" }],
            },
            Reach = new() { Way = ContactWay.PortalOnly, Language = "ar" },
        };
        return await Portal.WithAsync(async services =>
        {
            var drafts = services.GetRequiredService<DraftDesk>();
            var draft = await drafts.BeginAsync(SupportApplication.Prefix, form, CancellationToken.None);
            await services.GetRequiredService<SupportFilingDesk>().SendAsync((await drafts.HoldAsync<ApplyForSupport>(draft, CancellationToken.None))!, CancellationToken.None);
            var db = services.GetRequiredService<PortalDb>();
            var code = await db.Codes.SingleAsync(c => c.DraftId == draft.Id);
            var reference = await db.SupportApplications.Where(one => one.Id == code.CaseId).Select(one => one.Reference).SingleAsync();
            return new FiledCase(code.CaseId!.Value, reference, draft.Code, code.Id);
        });
    }

    /// <summary>Takes it on and has seen every paper that a programme asks for.</summary>
    public async Task TakeOnAsync(string reference)
    {
        await Handler.TakeOnAsync(reference);
        await Handler.OpenAsync(reference, "/do/see-papers");
        var papers = await Handler.Page.Locator("input[name='Form.Codes']").EvaluateAllAsync<string[]>("all => all.map(one => one.value)");
        if (papers.Length > 0)
        {
            await Handler.DoAsync(reference, "see-papers", [.. papers.Select(paper => ("Form.Codes", paper))]);
        }
    }

    /// <summary>The number of the award under a programme.</summary>
    public Task<string> AwardAsync(string reference, string programme) => Portal.StoredAsync(db => db.Set<Award>()
        .Where(award => award.ProgrammeCode == programme && db.SupportApplications.Any(one => one.Id == award.CaseId && one.Reference == reference)).Select(award => award.Number).SingleAsync());

    /// <summary>A telephone that has typed the code of an application.</summary>
    public async Task<Window> PhoneOfAsync(FiledCase filed)
    {
        var window = await Window.OpenAsync(Portal, Window.Phone);
        using var browser = await Portal.ComeBackAsync(filed.CodeId);
        await window.TakeAsync(browser.Cookies);
        return window;
    }
}
