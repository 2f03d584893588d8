using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Documents.Scanning;
using MigrantServices.Core.Documents.Sealing;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.Documents;

/// <summary>Registers what takes files in, checks them and gives them out.</summary>
public static class DocumentServices
{
    public static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<IFileKeys, FileKeys>();
        services.AddSingleton(MalwareScanners.From(settings[MalwareScanners.Setting]));
        services.AddSingleton(DraftLimits.From(settings));
        services.AddSingleton<FileStore>().AddSingleton<FileChecker>();
        services.AddScoped<IOutboxHandler, FileCheckHandler>();
        return services;
    }

    private sealed class FileKeys(KeyRing keys) : IFileKeys
    {
        public string CurrentKeyId => keys.CurrentKeyId;

        public byte[] KeyFor(string keyId) => keys.Derive(keyId, "files");
    }
}
