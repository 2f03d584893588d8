using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Grievances.Linking;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Applications;

namespace MigrantServices.Core.Storage;

/// <summary>The portal's database. Tables are described by the slices' own configurations, never here.</summary>
public sealed class PortalDb(DbContextOptions<PortalDb> options) : IdentityUserContext<PortalUser, Guid>(options)
{
    public DbSet<Grievance> Grievances => Set<Grievance>();

    public DbSet<ChildConfirmation> ChildConfirmations => Set<ChildConfirmation>();

    public DbSet<SupportApplication> SupportApplications => Set<SupportApplication>();

    public DbSet<InquiryRecord> InquiryRecords => Set<InquiryRecord>();

    public DbSet<JurisdictionCheck> JurisdictionChecks => Set<JurisdictionCheck>();

    public DbSet<Referral> Referrals => Set<Referral>();

    public DbSet<CaseMerge> CaseMerges => Set<CaseMerge>();

    public DbSet<CaseLink> CaseLinks => Set<CaseLink>();

    public DbSet<InterestDeclaration> InterestDeclarations => Set<InterestDeclaration>();

    public DbSet<Recommendation> Recommendations => Set<Recommendation>();

    public DbSet<CaseDraft> Drafts => Set<CaseDraft>();

    public DbSet<CaseCode> Codes => Set<CaseCode>();

    public DbSet<CaseMessage> Messages => Set<CaseMessage>();

    public DbSet<CaseNote> Notes => Set<CaseNote>();

    public DbSet<CaseEvent> Events => Set<CaseEvent>();

    public DbSet<AccessRecord> AccessRecords => Set<AccessRecord>();

    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();

    public DbSet<RightConfirmation> RightConfirmations => Set<RightConfirmation>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<ReferenceItem> ReferenceItems => Set<ReferenceItem>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<SealedText>().HaveConversion<SealedTextConverter, SealedTextComparer>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
        builder.UseSnakeCase();
        builder.CompareArraysWhole();
    }
}
