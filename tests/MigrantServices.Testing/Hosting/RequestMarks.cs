using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace MigrantServices.Testing.Hosting;

/// <summary>Gives each request an address, which the test server has not, and a count of what it asks the database.</summary>
internal sealed class RequestMarks(PortalHost host) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, following) =>
        {
            context.Connection.RemoteIpAddress ??= host.Address;
            host.Statements.Begin(context.Request.Headers[StatementCounter.Header]);
            return following(context);
        });
        next(app);
    };
}
