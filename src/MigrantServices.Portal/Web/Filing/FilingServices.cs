using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Portal.Web.Children;
using MigrantServices.Portal.Web.Letters;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>Registers what the filing pages share.</summary>
public static class FilingServices
{
    public static IServiceCollection AddFiling(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<DraftCookie>();
        services.AddSingleton(new FormOf<FileGrievance>(FormKind.Grievance)).AddSingleton(new FormOf<ApplyForChild>(FormKind.Child)).AddSingleton(new FormOf<TellOfChild>(FormKind.ToldOfChild))
            .AddSingleton(new FormOf<ApplyForSupport>(FormKind.Support));
        services.AddScoped(typeof(FilingForm<>));
        services.AddScoped<DeedOffers>().AddSingleton<CodeChoices>().AddSingleton<PeriodWords>().AddSingleton<MeasuresChoices>().AddSingleton<ILetterTexts, LetterTexts>().AddSingleton<ReferralWriter>();
        services.AddScoped<DraftFiles>().AddScoped<AnswersShown>().AddScoped<ChildAnswersShown>().AddScoped<SupportAnswersShown>().AddScoped<Pages.SupportNew.NeededPapers>().AddScoped<SentForm>();
        services.AddSingleton<Forms.UploadReader>();
        return services;
    }
}
