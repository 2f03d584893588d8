using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.People;

namespace MigrantServices.Core.ChildConfirmations.Childcare;

/// <summary>The tables of help with daycare. A child has each month once, whoever enters it.</summary>
internal sealed class ChildcareConfiguration : IEntityTypeConfiguration<ChildcareAward>, IEntityTypeConfiguration<ChildcareMonth>, IEntityTypeConfiguration<ChildcareVoid>
{
    public const string OnceAChildAndMonth = "childcare_months_once_a_child";
    /// <summary>Written in SQL: the model knows no constraint that excludes ranges.</summary>
    public const string NoOverlap = "childcare_awards_do_not_overlap";
    public const string OnceAMonth = "childcare_voids_one_at_a_time";

    public void Configure(EntityTypeBuilder<ChildcareAward> builder)
    {
        builder.ToTable("childcare_awards", table =>
        {
            table.HasCheckConstraint("childcare_awards_two_people", "decided_by_id is null or decided_by_id <> proposed_by_id");
            table.HasCheckConstraint("childcare_awards_decided_by_somebody", "(state in ('Approved', 'Declined')) <= (decided_by_id is not null)");
            table.HasCheckConstraint("childcare_awards_whole_months", "extract(day from \"from\") = 1 and extract(day from \"to\") = 1 and \"from\" <= \"to\"");
            table.HasCheckConstraint("childcare_awards_stopped_for_a_reason", "(state = 'Stopped') = (stopped_because is not null) and (stopped_because is null) = (stopped_at is null)");
        });
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Municipality).HasMaxLength(5);
        builder.Property(a => a.Daycare).HasMaxLength(Reference.ReferenceItem.CodeMaxLength);
        builder.Property(a => a.State).HasConversion<string>().HasMaxLength(10).IsConcurrencyToken();
        builder.Property(a => a.StoppedBecause).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(a => new { a.CaseId, a.ProposedAt });
        builder.HasIndex(a => new { a.ChildId, a.From });
        builder.HasOne<ChildConfirmation>().WithMany().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(a => a.ProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(a => a.DecidedById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ChildcareMonth> builder)
    {
        builder.ToTable("childcare_months", table =>
        {
            table.HasCheckConstraint("childcare_months_some_won", "amount > 0");
            table.HasCheckConstraint("childcare_months_whole", "extract(day from month) = 1");
        });
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Municipality).HasMaxLength(5);
        builder.Property(m => m.Daycare).HasMaxLength(Reference.ReferenceItem.CodeMaxLength);
        builder.HasIndex(m => new { m.ChildId, m.Month }, OnceAChildAndMonth).IsUnique().HasFilter("void_id is null");
        builder.HasIndex(m => new { m.Municipality, m.Month, m.Daycare });
        builder.HasIndex(m => new { m.CaseId, m.Month });
        builder.HasOne<ChildcareVoid>().WithMany().HasForeignKey(m => m.VoidId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne<ChildcareAward>().WithMany().HasForeignKey(m => m.AwardId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<ChildConfirmation>().WithMany().HasForeignKey(m => m.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(m => m.EnteredById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ChildcareVoid> builder)
    {
        builder.ToTable("childcare_voids", table =>
        {
            table.HasCheckConstraint("childcare_voids_two_people", "decided_by_id is null or decided_by_id <> proposed_by_id");
            table.HasCheckConstraint("childcare_voids_decided_by_somebody", "(state = 'Proposed') = (decided_by_id is null) and (decided_by_id is null) = (decided_at is null)");
        });
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.State).HasConversion<string>().HasMaxLength(10).IsConcurrencyToken();
        builder.HasIndex(v => v.MonthId, OnceAMonth).IsUnique().HasFilter("state = 'Proposed'");
        builder.HasIndex(v => v.CaseId);
        builder.HasOne<ChildConfirmation>().WithMany().HasForeignKey(v => v.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(v => v.ProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(v => v.DecidedById).OnDelete(DeleteBehavior.Restrict);
    }
}
