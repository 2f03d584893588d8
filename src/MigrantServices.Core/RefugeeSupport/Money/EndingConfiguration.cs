using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.People;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>The tables of proposals to end an award, and of what came back after a year was closed. See <c>Storage/Sql/support_endings_v1.sql</c>.</summary>
internal sealed class EndingConfiguration : IEntityTypeConfiguration<EndingProposal>, IEntityTypeConfiguration<LateEntry>
{
    public void Configure(EntityTypeBuilder<EndingProposal> builder)
    {
        builder.ToTable("award_ending_proposals", table =>
        {
            table.HasCheckConstraint("award_ending_proposals_decided", "(state = 'Proposed') = (decided_at is null) and (decided_at is null) = (decided_by_id is null)");
            table.HasCheckConstraint("award_ending_proposals_two_people", "state <> 'Approved' or decided_by_id <> proposed_by_id");
        });
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Kind).HasConversion<string>().HasMaxLength(10);
        builder.Property(p => p.State).HasConversion<string>().HasMaxLength(10).IsConcurrencyToken();
        builder.HasIndex(p => p.AwardId);
        builder.HasIndex(p => p.AwardId, MoneyRefusals.EndingOnce).IsUnique().HasFilter("state = 'Proposed'");
        builder.HasOne<Award>().WithMany().HasForeignKey(p => p.AwardId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(p => p.ProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(p => p.DecidedById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<LateEntry> builder)
    {
        builder.ToTable("late_entries", table => table.HasCheckConstraint("late_entries_won", "won > 0"));
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Kind).HasConversion<string>().HasMaxLength(10);
        builder.HasIndex(e => e.LineId);
        builder.HasIndex(e => e.PaymentId);
        builder.HasOne<BudgetLine>().WithMany().HasForeignKey(e => e.LineId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Payment>().WithMany().HasForeignKey(e => e.PaymentId).OnDelete(DeleteBehavior.Restrict);
    }
}
