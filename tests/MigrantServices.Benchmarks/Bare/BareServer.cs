using Microsoft.EntityFrameworkCore;

namespace MigrantServices.Benchmarks.Bare;

/// <summary>The least that a Razor page with EF Core can be: what the portal's start is compared with.</summary>
public static class BareServer
{
    public const string Name = "serve-bare";

    public static async Task RunAsync(string url, string connectionString)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddDbContext<BareDb>(options => options.UseNpgsql(connectionString));
        builder.Services.AddRazorPages();
        await using var app = builder.Build();
        app.Urls.Add(url);
        app.MapRazorPages();
        await app.RunAsync();
    }
}

/// <summary>One table, one column.</summary>
public sealed class BareDb(DbContextOptions<BareDb> options) : DbContext(options)
{
    public DbSet<BareCase> Cases => Set<BareCase>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<BareCase>(entity =>
    {
        entity.ToTable("cases");
        entity.Property(c => c.Id).HasColumnName("id");
        entity.Property(c => c.Reference).HasColumnName("reference");
    });
}

/// <summary>A case of which only the reference is shown.</summary>
public sealed class BareCase
{
    public Guid Id { get; init; }

    public required string Reference { get; init; }
}
