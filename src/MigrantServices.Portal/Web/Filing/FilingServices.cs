using MigrantServices.Core.Cases;
using MigrantServices.Portal.Web.Letters;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>Registers what the filing pages share.</summary>
public static class FilingServices
{
    public static IServiceCollection AddFiling(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<DraftCookie>();
        services.AddScoped<FilingForm>();
        services.AddSingleton<CodeChoices>().AddSingleton<ILetterTexts, LetterTexts>().AddSingleton<ReferralWriter>();
        services.AddScoped<DraftFiles>().AddScoped<AnswersShown>().AddScoped<SentForm>();
        services.AddSingleton<Forms.UploadReader>();
        return services;
    }
}
