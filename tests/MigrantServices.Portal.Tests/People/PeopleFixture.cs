using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Testing;
using Xunit;

namespace MigrantServices.Portal.Tests.People;

/// <summary>The desks of colleagues and sessions on a database of their own, with a clock that stands still.</summary>
public abstract class PeopleFixture : IAsyncLifetime
{
    protected const string Password = "맑은 하늘 아래 자전거";

    private readonly TestDatabase _database = new();
    private ServiceProvider _services = null!;

    protected ManualClock Clock { get; } = new(new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero));

    protected Actor Admin { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddPeople();
        services.AddDbContext<PortalDb>(options => options.UseNpgsql(_database.ConnectionString));
        _services = services.BuildServiceProvider();
        Admin = await ActorAsync("admin@gg.go.kr", Role.Administrator);
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>Does one deed as one request would: in a scope of its own.</summary>
    protected async Task<T> DoAsync<TDesk, T>(Func<TDesk, Task<T>> deed)
        where TDesk : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await deed(scope.ServiceProvider.GetRequiredService<TDesk>());
    }

    protected Task DoAsync<TDesk>(Func<TDesk, Task> deed)
        where TDesk : notnull => DoAsync<TDesk, bool>(async desk =>
        {
            await deed(desk);
            return true;
        });

    protected PortalDb Open() => _database.Open();

    protected async Task<Actor> ActorAsync(string email, Role role)
    {
        var user = PortalUser.Invite(email, email.Split('@')[0], "ko", Clock.GetUtcNow());
        user.SetPassword(await _services.GetRequiredService<PasswordTurn>().HashAsync(Password, default));
        await using var db = Open();
        db.Add(user);
        db.Add(RoleGrant.From(new() { Role = role }, user.Id, null, Clock.GetUtcNow()));
        await db.SaveChangesAsync();
        return new(user.Id, user.DisplayName, [new(role, null, null)]);
    }
}
