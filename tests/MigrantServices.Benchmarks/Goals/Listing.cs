using System.Net;
using MigrantServices.Benchmarks.Running;

namespace MigrantServices.Benchmarks.Goals;

/// <summary>P3: the worklist of a colleague who has signed in.</summary>
public sealed class Listing() : Goal("list")
{
    private const double Wanted = 0.45;

    public override async Task MeasureAsync(Stage stage, Figures figures)
    {
        var office = await stage.OfficeAsync();
        await using var raw = await Stage.StartRawAsync(office);
        await using var portal = await stage.StartPortalAsync(office);
        var (colleagues, next) = (await office.AllSignedInAsync(), 0);
        await office.RestAsync();
        foreach (var browsers in new[] { 8, 32 })
        {
            var (r, p) = await Duel.FightAsync(
                stage.Options,
                browsers,
                new(raw, () => Get.Of(raw.Url + "/raw/list"), HttpStatusCode.OK),
                new(portal, () => Get.Of(portal.Url + "/office/grievances", colleagues[Interlocked.Increment(ref next) % colleagues.Count]), HttpStatusCode.OK));
            Duel.Report(figures, "P3", $"worklist, {browsers} at once", r, p, Wanted);
        }
    }
}

/// <summary>Requests for a page.</summary>
public static class Get
{
    public static HttpRequestMessage Of(string address, string? cookie = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return request;
    }
}
