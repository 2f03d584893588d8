using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Money;

namespace MigrantServices.Core.RefugeeSupport.StartUps;

/// <summary>The tables of plans and their steps. That nothing is paid before its step was accepted stands in <c>Storage/Sql/support_start_ups_v1.sql</c>.</summary>
internal sealed class StartUpConfiguration : IEntityTypeConfiguration<StartUpPlan>, IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<StartUpPlan> builder)
    {
        builder.ToTable("start_up_plans");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Provider).HasMaxLength(SupportApplication.CodeMaxLength);
        builder.Ignore(p => p.InOrder).Ignore(p => p.Instalments).Ignore(p => p.Won);
        builder.HasIndex(p => new { p.LineId, p.WrittenAt }).IsDescending(false, true);
        builder.HasIndex(p => p.CaseId);
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SupportLine>().WithMany().HasForeignKey(p => p.LineId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(p => p.WrittenById).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Milestones).WithOne().HasForeignKey(m => m.PlanId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.ToTable("start_up_milestones", table =>
        {
            table.HasCheckConstraint("start_up_milestones_won", "won > 0 and number > 0");
            table.HasCheckConstraint("start_up_milestones_granted", "state = 'Planned' or instalment_id is not null");
            table.HasCheckConstraint("start_up_milestones_seen", "(state = 'Planned') = (reported_by_id is null) and (reported_by_id is null) = (seen is null)");
            table.HasCheckConstraint("start_up_milestones_accepted", "(state = 'Accepted') = (accepted_by_id is not null) and (accepted_by_id is null) = (accepted_at is null)");
            table.HasCheckConstraint("start_up_milestones_two_people", "accepted_by_id <> reported_by_id");
        });
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.State).HasConversion<string>().HasMaxLength(10).IsConcurrencyToken();
        builder.HasIndex(m => new { m.PlanId, m.Number }).IsUnique();
        builder.HasIndex(m => m.InstalmentId).IsUnique();
        builder.HasOne<Instalment>().WithMany().HasForeignKey(m => m.InstalmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(m => m.ReportedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(m => m.AcceptedById).OnDelete(DeleteBehavior.Restrict);
    }
}
