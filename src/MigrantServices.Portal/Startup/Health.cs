using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Startup;

/// <summary>What a load balancer asks: does the process live, and can it answer people now.</summary>
public static class Health
{
    private static readonly string[] Asked = [HttpMethods.Get, HttpMethods.Head];

    public static WebApplication MapHealth(this WebApplication app)
    {
        app.MapMethods("/health/live", Asked, () => Results.Text("live")).AllowAnonymous();
        app.MapMethods("/health/ready", Asked, async (PortalDb db, WarmUp warmUp, CancellationToken cancel) =>
            warmUp.IsDone && await db.Database.CanConnectAsync(cancel) ? Results.Text("ready") : Results.StatusCode(StatusCodes.Status503ServiceUnavailable)).AllowAnonymous();
        return app;
    }
}
