using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Cases.Elsewhere;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Childcare;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Grievances.Export;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.Grievances.ForThePerson;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Grievances.Linking;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.Grievances.OwnMotion;
using MigrantServices.Core.Grievances.Patterns;
using MigrantServices.Core.Grievances.PutOff;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Matching;
using MigrantServices.Core.Municipalities;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Appointments;
using MigrantServices.Core.RefugeeSupport.Goals;
using MigrantServices.Core.RefugeeSupport.Households;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.RefugeeSupport.Outcomes;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Core.RefugeeSupport.StartUps;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;
using MigrantServices.Core.Storage.ProtectionKeys;
using MigrantServices.Core.Storage.Seed.Demo;
using MigrantServices.Core.Workday;
using Npgsql;

namespace MigrantServices.Core;

/// <summary>The only entry by which the office's rules and storage are registered.</summary>
public static class CoreServices
{
    /// <param name="connectionString">A user who owns the tables, or one of the portal's two roles; the portal works in its roles and never as the owner.</param>
    public static IServiceCollection AddCore(this IServiceCollection services, IConfiguration settings, string connectionString, KeyRing keys, VaultKeys vault)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(DatabaseRole.Source(Tuned(connectionString), DatabaseRole.App));
        services.AddIdentityVault(Tuned(settings.GetConnectionString("Vault") is { Length: > 0 } given ? given : connectionString), vault);
        services.AddPooledDbContextFactory<PortalDb>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
            .AddInterceptors(provider.GetRequiredService<NoticeHook>(), provider.GetRequiredService<PatternHook>(), provider.GetRequiredService<DuplicateHook>(), provider.GetRequiredService<ChildcareHook>(), provider.GetRequiredService<ReferralHook>(), provider.GetRequiredService<RightsHook>()));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext());

        services.AddSingleton(keys);
        services.AddSingleton<Vault>().AddSingleton<SearchTokens>().AddSingleton<DraftCipher>().AddSingleton<CodeHasher>();
        services.AddSingleton<WorkingCalendar>();
        services.AddSingleton<ReferenceBook>().AddSingleton<NotificationGround>().AddSingleton<Clocks>().AddSingleton<RightsHook>().AddSingleton<Procedure>();
        services.AddSingleton<CaseWords>().AddSingleton<GrievanceMaker>().AddSingleton<GrievanceBeginnings>();
        services.AddSingleton<OfficeContacts>().AddSingleton<Templates>().AddSingleton<Representatives>().AddSingleton<LetterWriter>();
        services.AddSingleton<ChildDoor>().AddSingleton<ChildMaker>().AddSingleton<ChildLetters>().AddSingleton<ChildBeginnings>();
        services.AddScoped<ChildFilingDesk>().AddScoped<ChildCounterDesk>().AddScoped<FamilyDesk>().AddScoped<FamilyReplyDesk>().AddScoped<FamilyReader>().AddScoped<ChildSweep>();
        services.AddScoped<JoinCityDesk>().AddScoped<IOutboxHandler, JoinCityHandler>().AddHostedService<CityRound>();
        services.AddScoped<SentCases>();

        services.AddScoped<AccessLog>().AddScoped<AccessRegister>().AddScoped<DraftDesk>();
        services.AddScoped<FilingDesk>().AddScoped<CounterDesk>().AddScoped<CodeRenewal>().AddScoped<SlipDesk>().AddScoped<GrievanceDesk>().AddScoped<RightsDesk>().AddScoped<DecisionDesk>().AddScoped<ObjectionDesk>().AddScoped<RecommendationDesk>().AddScoped<RecommendingDesk>().AddScoped<RecommendationLetters>().AddScoped<FilerDesk>().AddScoped<RepresentativeDesk>().AddScoped<RepresentativeNames>();
        services.AddScoped<Originals>().AddScoped<OutgoingWords>().AddScoped<Sources>().AddScoped<TranslationDesk>();
        services.AddScoped<FairnessDesk>().AddScoped<LineKeeper>().AddScoped<ReturnDesk>().AddScoped<FairnessRegister>().AddScoped<LinkingDesk>().AddScoped<LinkRegister>().AddScoped<RepeatDesk>().AddSingleton<RepeatLimits>();
        services.AddSingleton<BlockMarks>().AddSingleton<CaseMarks>().AddSingleton<DuplicateHook>();
        services.AddScoped<DuplicateFinder>().AddScoped<DuplicateDesk>().AddScoped<DuplicateRegister>().AddScoped<IOutboxHandler, DuplicateHandler>();
        services.AddPatterns();
        services.AddScoped<InquiryDesk>().AddScoped<OtherSideDesk>().AddScoped<OtherSidePost>().AddSingleton<OtherSideWriter>().AddScoped<ReferralDesk>().AddSingleton<GrievanceClocks>();
        services.AddScoped<PersonPost>().AddScoped<SupplementDesk>().AddScoped<WaitingDesk>().AddScoped<HandInDesk>().AddScoped<PersonTools>().AddScoped<MergedNews>().AddScoped<OwnMotionDesk>().AddScoped<DecisionLetters>().AddScoped<ApprovalDesk>().AddScoped<ProgressDesk>().AddScoped<LetterReader>();
        services.AddScoped<IOutboxHandler, ProgressHandler>().AddScoped<IOutboxHandler, OlderRightsHandler>().AddHostedService<ProgressRound>();
        services.AddScoped<CodeRegister>().AddScoped<HelperDesk>().AddScoped<ReplyDesk>().AddScoped<FilerReader>().AddScoped<Looks>();
        services.AddSingleton<WorklistQueries>().AddSingleton<GrievanceQueries>();
        services.AddScoped<GrievanceWorklist>().AddScoped<GrievanceReader>().AddScoped<RecommendationRegister>();
        services.AddScoped<TaskDesk>().AddScoped<TaskList>();
        services.AddScoped<DemoSeed>().AddScoped<DemoCases>();
        services.AddScoped<ExportParts>().AddScoped<ExportDesk>().AddScoped<WorklistExport>();
        services.AddSingleton<ChangeCheck>().AddScoped<ReferenceDesk>().AddScoped<ReferenceRegister>().AddScoped<MunicipalityRegister>().AddSingleton<Municipalities.CityDifferences>();
        services.AddScoped<DaysOffDesk>().AddScoped<DaysOffRegister>().AddScoped<RecountDesk>().AddScoped<IOutboxHandler, RecountHandler>().AddScoped<PutOffDesk>().AddScoped<CatchingUp>().AddScoped<IOutboxHandler, PutOffHandler>();
        services.AddScoped<SystemFailureDesk>().AddScoped<IOutboxHandler, SystemFailureHandler>();
        services.AddProgrammes();
        services.AddSupportMoney();
        services.AddPapers();
        services.AddRules();
        services.AddOutbox().AddHostedService<Sweep>();
        services.AddElsewhere().AddChildConfirmations().AddSupportApplications().AddAppointments().AddHouseholds().AddStartUps().AddOutcomes().AddGoals().AddPeople().AddWorkday().AddProtectionKeys().AddDocuments(settings).AddNotices(settings);
        return services;
    }

    // Each input record carries its rules as a nested class. They are dear to build and keep nothing of a request, so there is one of each:
    // whatever changes, such as the day, they ask for when they are used.
    private static void AddRules(this IServiceCollection services)
    {
        foreach (var rules in typeof(CoreServices).Assembly.GetTypes().Where(t => t is { IsNested: true, Name: "Rules", IsAbstract: false }))
        {
            services.AddSingleton(typeof(IValidator<>).MakeGenericType(rules.DeclaringType!), rules);
        }
    }

    // Prepared statements are kept on the server's side; details of a failing row would carry what people wrote, so they stay off.
    // The portal never changes the state of a connection, so there is none to undo before the next request takes it.
    private static string Tuned(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        MaxAutoPrepare = 100,
        AutoPrepareMinUsages = 2,
        NoResetOnClose = true,
        IncludeErrorDetail = false,
        ApplicationName = "migrant-services",
    }.ConnectionString;
}
