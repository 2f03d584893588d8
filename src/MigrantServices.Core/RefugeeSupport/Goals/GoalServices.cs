using Microsoft.Extensions.DependencyInjection;

namespace MigrantServices.Core.RefugeeSupport.Goals;

/// <summary>Registers what belongs to goals.</summary>
internal static class GoalServices
{
    public static IServiceCollection AddGoals(this IServiceCollection services) => services.AddScoped<GoalDesk>().AddScoped<GoalReader>();
}
