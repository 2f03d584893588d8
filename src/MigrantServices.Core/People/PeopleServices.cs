using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.People;

/// <summary>Registers what belongs to colleagues, sessions and rights.</summary>
public static class PeopleServices
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddIdentityCore<PortalUser>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
            .AddEntityFrameworkStores<PortalDb>();
        services.AddSingleton<SessionCache>();
        services.AddSingleton<StrangerDelays>();
        services.AddSingleton(_ => new PasswordTurn(new PasswordHasher<PortalUser>()));
        services.AddScoped<SessionKeeper>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<InvitationDesk>();
        services.AddSingleton<Centres>().AddScoped<PeopleDesk>();
        services.AddScoped<ConfirmationDesk>();
        services.AddScoped<ConfirmationList>();
        services.AddScoped<PeopleRegister>();
        services.AddScoped<AccountDesk>();
        services.AddScoped<FirstAdministrator>();
        services.AddScoped<PrivacyOfficerAppointment>();
        services.AddHostedService<SessionSweep>();
        return services;
    }
}
