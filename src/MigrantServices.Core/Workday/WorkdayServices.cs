using Microsoft.Extensions.DependencyInjection;

namespace MigrantServices.Core.Workday;

/// <summary>Registers what belongs to the working day.</summary>
public static class WorkdayServices
{
    public static IServiceCollection AddWorkday(this IServiceCollection services) => services
        .AddScoped<MyDayReader>().AddScoped<ChildDayReader>().AddScoped<HandlerList>().AddScoped<LoadReader>()
        .AddScoped<AssignmentReads>().AddScoped<AssignmentPlanner>().AddScoped<AssignmentDesk>().AddScoped<AssignmentRegister>()
        .AddSingleton<ViewCache>().AddScoped<ViewDesk>().AddScoped<ViewList>()
        .AddScoped<MonthReader>().AddScoped<MonthDesk>();
}
