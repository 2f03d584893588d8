using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Core.IdentityVault;

/// <summary>Registers the vault with connections of its own, in a role that nothing else of the portal has.</summary>
internal static class VaultServices
{
    public static IServiceCollection AddIdentityVault(this IServiceCollection services, string connectionString, VaultKeys keys)
    {
        services.AddKeyedSingleton<NpgsqlDataSource>(DatabaseRole.Vault, (_, _) => DatabaseRole.Source(connectionString, DatabaseRole.Vault));
        services.AddDbContext<VaultDb>((provider, options) => options.UseNpgsql(provider.GetRequiredKeyedService<NpgsqlDataSource>(DatabaseRole.Vault)));
        services.AddSingleton(keys).AddScoped<VaultDesk>().AddScoped<ChildMatcher>();
        return services;
    }
}
