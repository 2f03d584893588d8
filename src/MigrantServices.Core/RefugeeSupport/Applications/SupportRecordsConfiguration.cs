using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Core.RefugeeSupport.Applications;

/// <summary>The tables around an application: its programmes, household, papers, grants, readers and readings.</summary>
internal sealed class SupportRecordsConfiguration :
    IEntityTypeConfiguration<SupportLine>,
    IEntityTypeConfiguration<HouseholdPerson>,
    IEntityTypeConfiguration<GivenPaper>,
    IEntityTypeConfiguration<GrantedLine>,
    IEntityTypeConfiguration<FileReader>,
    IEntityTypeConfiguration<ReadBack>
{
    public void Configure(EntityTypeBuilder<SupportLine> builder)
    {
        builder.ToTable("support_lines", table =>
        {
            table.HasCheckConstraint("support_lines_granted_whole", "state <> 'Granted' or (grants and cardinality(members) > 0 and from_day is not null and to_day >= from_day)");
            table.HasCheckConstraint("support_lines_won_positive", "won is null or won > 0");
            table.HasCheckConstraint("support_lines_refused_with_reason", "state not in ('Prepared', 'Refused') or grants or (refusal_reason is not null and why is not null)");
            table.HasCheckConstraint("support_lines_depart_with_reason", "departure is null or why is not null");
        });
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Programme).HasMaxLength(SupportProgramme.CodeMaxLength);
        builder.Property(l => l.Need).HasMaxLength(SupportApplication.CodeMaxLength);
        builder.Property(l => l.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(l => l.From).HasColumnName("from_day");
        builder.Property(l => l.To).HasColumnName("to_day");
        builder.Property(l => l.IsWhole).HasDefaultValue(true).HasSentinel(true);
        builder.Ignore(l => l.StaysAsGranted).Ignore(l => l.MayBeObjectedTo);
        builder.Property(l => l.RefusalReason).HasMaxLength(SupportApplication.CodeMaxLength);
        builder.Property(l => l.Departure).HasMaxLength(SupportApplication.CodeMaxLength);
        builder.HasIndex(l => new { l.CaseId, l.Position }).IsUnique();
        builder.HasIndex(l => new { l.Programme, l.CaseId });
        builder.HasOne<SupportProgramme>().WithMany().HasForeignKey(l => l.Programme).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ProgrammeTerms>().WithMany().HasForeignKey(l => l.TermsId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<HouseholdPerson> builder)
    {
        builder.ToTable("household_people");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => new { p.CaseId, p.Key }).IsUnique();
        builder.HasIndex(p => p.CaseId, "household_people_one_applicant").IsUnique().HasFilter("is_applicant");
    }

    public void Configure(EntityTypeBuilder<GivenPaper> builder)
    {
        builder.ToTable("given_papers", table => table.HasCheckConstraint("given_papers_seen_by_somebody", "(seen_at is null) = (seen_by_id is null)"));
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Code).HasMaxLength(SupportApplication.CodeMaxLength);
        builder.HasIndex(p => new { p.CaseId, p.Code }).IsUnique();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(p => p.SeenById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<GrantedLine> builder)
    {
        builder.ToTable("granted_lines", table =>
        {
            table.HasCheckConstraint("granted_lines_by_two", "proposed_by_id <> approved_by_id");
            table.HasCheckConstraint("granted_lines_in_order", "to_day >= from_day");
            table.HasCheckConstraint("granted_lines_to_somebody", "cardinality(members) > 0 and (won is null or won > 0)");
        });
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Programme).HasMaxLength(SupportProgramme.CodeMaxLength);
        builder.Property(g => g.Need).HasMaxLength(SupportApplication.CodeMaxLength);
        builder.Property(g => g.From).HasColumnName("from_day");
        builder.Property(g => g.To).HasColumnName("to_day");
        // once by the decision, and once more by that on an objection
        builder.HasIndex(g => g.LineId);
        builder.HasIndex(g => g.CaseId);
        builder.HasIndex(g => g.Members).HasMethod("gin");
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(g => g.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SupportLine>().WithMany().HasForeignKey(g => g.LineId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ProgrammeTerms>().WithMany().HasForeignKey(g => g.TermsId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(g => g.ProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(g => g.ApprovedById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FileReader> builder)
    {
        builder.ToTable("file_readers", table =>
        {
            table.HasCheckConstraint("file_readers_removed_by_somebody", "(removed_at is null) = (removed_by_id is null)");
            table.HasCheckConstraint("file_readers_with_reason", "because <> 'Reason' or reason is not null");
        });
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Because).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(r => new { r.CaseId, r.ColleagueId }).IsUnique().HasFilter("removed_at is null");
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(r => r.ColleagueId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(r => r.AddedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(r => r.RemovedById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReadBack> builder)
    {
        builder.ToTable("support_read_backs");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.On).HasColumnName("on_day");
        builder.Property(r => r.Language).HasMaxLength(ServiceCase.LanguageMaxLength);
        builder.HasIndex(r => r.CaseId);
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(r => r.RecordedById).OnDelete(DeleteBehavior.Restrict);
    }
}
