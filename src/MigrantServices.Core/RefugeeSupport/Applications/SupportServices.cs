using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Core.RefugeeSupport.Applications;

/// <summary>Registers what applications for refugee support need.</summary>
internal static class SupportServices
{
    public static IServiceCollection AddSupportApplications(this IServiceCollection services)
    {
        services.AddSingleton<EmbassyGuard>().AddSingleton<SupportDoor>().AddSingleton<SupportMaker>().AddSingleton<SupportLetters>().AddSingleton<SupportOffice>();
        services.AddScoped<SupportFilingDesk>().AddScoped<SupportCounterDesk>().AddScoped<ApplicantDesk>().AddScoped<ApplicantReader>();
        services.AddScoped<SupportFacts>().AddScoped<SupportDesk>().AddScoped<SupportDecisionDesk>().AddScoped<SupportExtensionDesk>().AddScoped<SupportDeeds>().AddScoped<SupportCodeDesk>();
        services.AddScoped<ITermsKeeper, OpenApplications>();
        services.AddScoped<SupportReader>().AddScoped<SupportDayReader>().AddScoped<SupportWorklist>();
        return services;
    }
}
