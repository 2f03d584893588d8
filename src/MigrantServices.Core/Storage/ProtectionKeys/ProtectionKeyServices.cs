using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Storage.ProtectionKeys;

/// <summary>Lets every node of the portal read what another one signed, without a key lying open in the database.</summary>
public static class ProtectionKeyServices
{
    // never changed: it is part of every key's purpose
    private const string Portal = "migrant-services";

    public static IServiceCollection AddProtectionKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName(Portal);
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new ProtectionKeyStore(provider.GetRequiredService<IServiceScopeFactory>());
            options.XmlEncryptor = new ProtectionKeySealer(provider.GetRequiredService<KeyRing>());
        }));
        return services;
    }
}
