using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.RefugeeSupport.Households;

/// <summary>Registers what finds and joins applications of one household.</summary>
internal static class HouseholdServices
{
    public static IServiceCollection AddHouseholds(this IServiceCollection services) =>
        services.AddSingleton<HouseholdMarks>().AddScoped<HouseholdFinder>().AddScoped<HouseholdDesk>().AddScoped<HouseholdReader>().AddScoped<IOutboxHandler, HouseholdHandler>();
}
