using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Seed;
using MigrantServices.Testing;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>An office on a database of its own: colleagues, desks and cases to try them with.</summary>
internal sealed class Office : IAsyncDisposable
{
    public const string Suwon = "41110";
    public const string Ansan = "41270";

    private static readonly KeyRing Keys = KeyRing.Parse(
        $$"""{"current":"k1","keys":{"k1":"{{Key(1)}}"},"index":"{{Key(2)}}","codes":"{{Key(3)}}"}""");

    private readonly ServiceProvider _services;

    private Office(ServiceProvider services) => _services = services;

    public SqlRecorder Sql { get; private init; } = null!;

    public Actor Kim { get; private set; } = null!;

    public Actor Lee { get; private set; } = null!;

    /// <summary>Sees Ansan only.</summary>
    public Actor AnsanOfficer { get; private set; } = null!;

    public static async Task<Office> OpenAsync(TestDatabase database)
    {
        var sql = new SqlRecorder();
        var services = new ServiceCollection()
            .AddCore(new ConfigurationBuilder().Build(), database.ConnectionString, Keys, TestKeys.Vault)
            .AddShippedTexts()
            .AddScoped(_ => Context(database, sql));
        var provider = services.BuildServiceProvider();
        provider.GetRequiredService<ReferenceBook>().Fill(ReferenceSeed.Shipped());
        var office = new Office(provider) { Sql = sql };
        await using var db = database.Open();
        office.Kim = await HireAsync(db, "김담당", new Grant(Role.Caseworker, null, null));
        office.Lee = await HireAsync(db, "이감독", new Grant(Role.Supervisor, null, null));
        office.AnsanOfficer = await HireAsync(db, "박안산", new Grant(Role.MunicipalOfficer, null, [Ansan]));
        return office;
    }

    /// <summary>Runs a deed as a request would: with services and a context of its own.</summary>
    public async Task<T> AskAsync<T>(Func<IServiceProvider, Task<T>> deed)
    {
        await using var scope = _services.CreateAsyncScope();
        return await deed(scope.ServiceProvider);
    }

    public Task<WorklistPage> ListAsync(WorklistQuery query, Actor actor) =>
        AskAsync(s => s.GetRequiredService<GrievanceWorklist>().ReadAsync(query, actor, CancellationToken.None));

    /// <summary>Files a grievance; the given change is made to the form first.</summary>
    public Task<Grievance> FileAsync(Action<FileGrievance>? change = null, DateTimeOffset? receivedAt = null, Action<Grievance, Clocks>? then = null) =>
        AskAsync(async s =>
        {
            var form = Answers();
            change?.Invoke(form);
            var (now, clocks) = (receivedAt ?? DateTimeOffset.UtcNow, s.GetRequiredService<Clocks>());
            var grievance = s.GetRequiredService<GrievanceMaker>().Make(form, Channel.Web, now, Guid.CreateVersion7());
            grievance.FileBy(Actor.Filer(grievance.Id, Guid.CreateVersion7()), clocks.For(Grievance.Prefix, now), now);
            then?.Invoke(grievance, clocks);
            var db = s.GetRequiredService<PortalDb>();
            db.Add(grievance);
            await db.SaveChangesAsync();
            return grievance;
        });

    /// <summary>A form that keeps every rule.</summary>
    public static FileGrievance Answers() => new()
    {
        Story = { Teller = Teller.Myself, Account = "사장이 월급을 주지 않았습니다." },
        WhenWhere = { Municipality = Suwon },
        Grounds = { Grounds = ["nationality"], Sectors = ["employment"] },
        Respondent = { Kind = "employer" },
        Contact = { WithName = true, Name = "Nguyễn Thị Hoa", Way = ContactWay.PortalOnly, Language = "vi" },
    };

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static async Task<Actor> HireAsync(PortalDb db, string name, params Grant[] grants)
    {
        var user = new PortalUser { Id = Guid.CreateVersion7(), UserName = name, DisplayName = name, CreatedAt = DateTimeOffset.UtcNow };
        db.Add(user);
        foreach (var g in grants)
        {
            var grant = new RoleGrant { UserId = user.Id, Role = g.Role, Municipalities = g.Municipalities?.ToArray(), GrantedAt = DateTimeOffset.UtcNow };
            db.Add(grant);
            db.Add(RightConfirmation.ByCommand(grant, user));
        }
        await db.SaveChangesAsync();
        return new(user.Id, name, grants);
    }

    private static PortalDb Context(TestDatabase database, IInterceptor sql)
    {
        using var plain = database.Open();
        var options = new DbContextOptionsBuilder<PortalDb>(
            (DbContextOptions<PortalDb>)Microsoft.EntityFrameworkCore.Infrastructure.AccessorExtensions.GetService<Microsoft.EntityFrameworkCore.Infrastructure.IDbContextOptions>(plain));
        return new(options.AddInterceptors(sql).Options);
    }

    private static string Key(byte filling) => Convert.ToBase64String(Enumerable.Repeat(filling, 32).ToArray());
}
