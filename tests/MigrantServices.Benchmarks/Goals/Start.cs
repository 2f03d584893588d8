using MigrantServices.Benchmarks.Bare;
using MigrantServices.Benchmarks.Running;

namespace MigrantServices.Benchmarks.Goals;

/// <summary>P9: from the start of the process to the first page that read the database.</summary>
public sealed class Start() : Goal("start")
{
    private const double Most = 1.5;
    private const int Times = 5;

    public override async Task MeasureAsync(Stage stage, Figures figures)
    {
        var office = await stage.OfficeAsync();
        var worklist = await office.SignedInAsync();
        List<double> bare = [];
        List<double> portal = [];
        for (var i = 0; i < Times; i++)
        {
            await using (var server = await Server.StartAsync(Stage.Itself, url => [BareServer.Name, url, office.ConnectionString], "/bare"))
            {
                bare.Add(server.TimeToFirstPage.TotalMilliseconds);
            }

            await using (var server = await stage.StartPortalAsync(office, "/office/grievances", worklist))
            {
                portal.Add(server.TimeToFirstPage.TotalMilliseconds);
            }
        }

        var (b, p) = (Round.Median(bare), Round.Median(portal));
        figures.Add("P9", "start to the first page from the database", Figures.Number(b) + " ms", Figures.Number(p) + " ms", Figures.Times(p / b), "≤ 1.5 ×", p / b <= Most);
    }
}
