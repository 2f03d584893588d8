using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Startup;

/// <summary>What a load balancer asks: does the process live, and can it answer people now.</summary>
public static class Health
{
    public static WebApplication MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        app.MapGet("/health/ready", async (PortalDb db, WarmUp warmUp, CancellationToken cancel) =>
            warmUp.IsDone && await db.Database.CanConnectAsync(cancel) ? Results.Text("ready") : Results.StatusCode(StatusCodes.Status503ServiceUnavailable)).AllowAnonymous();
        return app;
    }
}
