using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Checks;
using MigrantServices.Core.ChildConfirmations.Childcare;
using MigrantServices.Core.ChildConfirmations.Destroying;
using MigrantServices.Core.ChildConfirmations.Duplicates;
using MigrantServices.Core.ChildConfirmations.Export;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.ChildConfirmations.Showing;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>Registers what the confirmation of children needs.</summary>
internal static class ChildServices
{
    public static IServiceCollection AddChildConfirmations(this IServiceCollection services)
    {
        services.AddSingleton<EvidenceRules>().AddSingleton<TakingPart>();
        services.AddScoped<ChildKeeping>().AddScoped<IdentityDeskParts>().AddScoped<IssuedAs>().AddScoped<PrintSources>().AddSingleton<ReferralHook>();
        services.AddScoped<ChildDeeds>().AddScoped<TakingOn>().AddScoped<ChildDesk>().AddScoped<FactDesk>().AddScoped<ChildDecisionDesk>().AddScoped<IdentityDesk>().AddScoped<TransferDesk>();
        services.AddScoped<ChildPost>().AddScoped<DecisionRules>().AddScoped<BeforeIssue>().AddScoped<PaperSources>().AddScoped<PaperDesk>().AddScoped<MajorityDesk>().AddScoped<PrintDesk>().AddScoped<ChildExtensionDesk>().AddScoped<ReissueDesk>().AddScoped<ChildPaperDeeds>();
        services.AddScoped<ChildDuplicateFinder>().AddScoped<ChildPairDesk>().AddScoped<ChildPairRegister>().AddScoped<IOutboxHandler, ChildDuplicateHandler>();
        services.AddScoped<IOutboxHandler, AgeHandler>().AddHostedService<AgeRound>();
        services.AddSingleton<ReferralPaper>().AddSingleton<ReferralTerms>().AddSingleton<ShortCodes>().AddSingleton<ChildcareHook>();
        services.AddScoped<ServiceConsentDesk>().AddScoped<ChildReferralDesk>().AddScoped<ReferralWords>().AddScoped<ReferralMail>().AddScoped<ReceiverDesk>().AddScoped<ServiceReader>();
        services.AddScoped<IOutboxHandler, ReferralMailHandler>().AddScoped<ChildcareDesk>().AddScoped<ChildcareVoidDesk>().AddSingleton<ChecksDue>().AddScoped<ChildcareReader>().AddScoped<ShowingDesk>().AddSingleton<CardOpenings>();
        services.AddScoped<DestroyingParts>().AddScoped<DestructionDesk>().AddScoped<ParentDestructionDesk>().AddScoped<DestructionRegister>().AddScoped<HoldDesk>();
        services.AddScoped<ToldDesk>().AddScoped<UnlinkedReferrals>().AddScoped<ParentDeskParts>().AddScoped<ParentDesk>().AddScoped<ChildReaderParts>().AddScoped<ChildExportSources>().AddScoped<ChildExportDesk>().AddScoped<ChildWorklist>().AddScoped<ChildReader>();
        return services;
    }
}
