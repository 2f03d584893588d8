using Npgsql;

namespace MigrantServices.Benchmarks.Raw;

/// <summary>What the portal is compared with: bare endpoints that do the statements, write fixed HTML, and nothing else.</summary>
public static class RawServer
{
    public const string Name = "serve-raw";

    public static async Task RunAsync(string url, string connectionString)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 50, AutoPrepareMinUsages = 2 }.ConnectionString);
        await using var app = builder.Build();
        app.Urls.Add(url);
        app.MapGet("/raw/ready", () => "ready");
        app.MapPost("/raw/file", context => RawFile.AnswerAsync(context, source));
        app.MapPost("/raw/check", context => RawCheck.AnswerAsync(context, source));
        app.MapGet("/raw/list", context => RawPages.ListAsync(context, source));
        app.MapGet("/raw/open/{reference}", context => RawPages.OpenAsync(context, source));
        await app.RunAsync();
    }
}
