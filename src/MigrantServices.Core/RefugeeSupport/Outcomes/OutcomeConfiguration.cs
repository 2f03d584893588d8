using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Money;

namespace MigrantServices.Core.RefugeeSupport.Outcomes;

/// <summary>The table of what became of people. What was recorded stays; see <c>Storage/Sql/support_outcomes_v1.sql</c>.</summary>
internal sealed class OutcomeConfiguration : IEntityTypeConfiguration<WorkOutcome>
{
    public void Configure(EntityTypeBuilder<WorkOutcome> builder)
    {
        builder.ToTable("work_outcomes", table =>
            table.HasCheckConstraint("work_outcomes_recorded", "(result is null) = (recorded_by_id is null) and (result is null) = (recorded_at is null) and (words is null or result is not null)"));
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Point).HasMaxLength(WorkOutcome.CodeMaxLength);
        builder.Property(o => o.Result).HasMaxLength(WorkOutcome.CodeMaxLength).IsConcurrencyToken();
        builder.HasIndex(o => new { o.AwardId, o.Member, o.Point }).IsUnique();
        builder.HasIndex(o => new { o.CaseId, o.DueOn });
        builder.HasIndex(o => o.DueOn, "work_outcomes_to_ask").HasFilter("result is null");
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(o => o.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Award>().WithMany().HasForeignKey(o => o.AwardId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(o => o.RecordedById).OnDelete(DeleteBehavior.Restrict);
    }
}
