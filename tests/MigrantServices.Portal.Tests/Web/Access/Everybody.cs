using MigrantServices.Core.Cases;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Web.Access;

/// <summary>A portal with one browser for everybody who could knock, and one case to knock at.</summary>
public sealed class Everybody : PortalHost, IAsyncLifetime
{
    /// <summary>A tip in Ansan.</summary>
    public FiledCase Tip { get; private set; } = null!;

    public IReadOnlyList<(string Who, Browserless Browser)> All { get; private set; } = [];

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        Tip = await Given.AGrievanceAsync(CaseStatus.Tip);
        var all = new List<(string, Browserless)>
        {
            ("stranger", Browser()),
            ("filer", await ComeBackAsync(Tip.CodeId)),
            ("helper", await ComeBackAsync(await Given.AHelperAsync(Tip))),
        };
        foreach (var colleague in Colleagues.All.Where(colleague => colleague != Colleagues.Caseworker2 && colleague != Colleagues.Supervisor2 && colleague != Colleagues.Administrator2 && colleague.Role != Core.People.Role.BudgetOfficer))
        {
            all.Add(($"{colleague.Role} {colleague.Municipalities?[0]}", await SignInAsAsync(colleague)));
        }

        All = all;
    }
}
