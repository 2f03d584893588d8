using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.RefugeeSupport.Goals;

/// <summary>The table of goals. That nobody changes their words, and none is reached without an agreement, stands in <c>Storage/Sql/support_goals_v1.sql</c>.</summary>
internal sealed class GoalConfiguration : IEntityTypeConfiguration<CaseGoal>
{
    public void Configure(EntityTypeBuilder<CaseGoal> builder)
    {
        builder.ToTable("case_goals", table =>
        {
            table.HasCheckConstraint("case_goals_agreed", "(state not in ('Agreed', 'Reached') or agreed_at is not null) and (agreed_how is null) = (agreement_kept_by_id is null) and (agreed_how is null or agreed_at is not null)");
            table.HasCheckConstraint("case_goals_closed", "(state in ('Reached', 'Dropped')) = (closed_at is not null) and (closed_at is null) = (closed_by_id is null)");
        });
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.State).HasConversion<string>().HasMaxLength(10).IsConcurrencyToken();
        builder.HasIndex(g => new { g.CaseId, g.ReachBy });
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(g => g.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(g => g.SetById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(g => g.AgreementKeptById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(g => g.ClosedById).OnDelete(DeleteBehavior.Restrict);
    }
}
