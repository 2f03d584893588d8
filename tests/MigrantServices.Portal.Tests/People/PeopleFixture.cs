using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Testing;
using Xunit;

namespace MigrantServices.Portal.Tests.People;

/// <summary>The desks of colleagues and sessions on a database of their own, with a clock that stands still.</summary>
public abstract class PeopleFixture : IAsyncLifetime
{
    protected static readonly GiveRight CaseworkerRight = new() { Role = Role.Caseworker };

    protected const string Password = "맑은 하늘 아래 자전거";

    private readonly TestDatabase _database = new();
    private ServiceProvider _services = null!;

    protected ManualClock Clock { get; } = new(new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero));

    protected Actor Admin { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddSingleton<Core.Reference.ReferenceBook>().AddPeople().AddScoped<Core.Privacy.AccessLog>().AddScoped<Core.Grievances.Fairness.LineKeeper>();
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
        var grant = RoleGrant.From(new() { Role = role }, user.Id, null, Clock.GetUtcNow());
        db.Add(grant);
        db.Add(RightConfirmation.ByCommand(grant, user));
        await db.SaveChangesAsync();
        return new(user.Id, user.DisplayName, [new(role, null, null)]);
    }

    protected static InviteColleague Invitation(string email) => new() { Name = "김하나", Email = email, Right = CaseworkerRight };

    protected Task<string> InviteAsync(string email) => DoAsync<PeopleDesk, string>(desk => desk.InviteAsync(Admin, Invitation(email), default));

    protected async Task<Guid> IdOfAsync(string email)
    {
        await using var db = Open();
        return await db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync();
    }

    protected async Task RefusedAsync<TDesk>(string code, Func<TDesk, Task> deed)
        where TDesk : notnull
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => DoAsync(deed));
        Assert.Equal(code, refused.Refusal.Code);
    }

    protected async Task UnchangedAsync(Func<Task> deed)
    {
        var before = await EverythingAsync();
        await deed();
        Assert.Equal(before, await EverythingAsync());
    }

    private async Task<string> EverythingAsync()
    {
        await using var db = Open();
        return await db.Database.SqlQueryRaw<string>(
            """
            select coalesce(string_agg(line, ';' order by line), '') as "Value" from (
                select u::text as line from users u union all select g::text from role_grants g
                union all select i::text from invitations i union all select s::text from sessions s union all select c::text from right_confirmations c) everything
            """).SingleAsync();
    }
}
