using Serilog;
using Serilog.Extensions.Logging;

namespace MigrantServices.Portal.Startup;

/// <summary>Serilog writes the log: references and deeds only, never what people wrote.</summary>
public static class Logging
{
    public static WebApplicationBuilder AddLog(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        var logger = new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration).CreateLogger();
        builder.Services.AddSingleton<ILoggerProvider>(new SerilogLoggerProvider(logger, dispose: true));
        return builder;
    }
}
