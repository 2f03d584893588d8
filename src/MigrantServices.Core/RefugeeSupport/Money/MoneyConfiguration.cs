using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>The tables of the budget. Who keeps their sums, and that nobody else can, stands in <c>Storage/Sql/support_budget_v1.sql</c>.</summary>
internal sealed class BudgetConfiguration :
    IEntityTypeConfiguration<BudgetLine>, IEntityTypeConfiguration<BudgetChange>, IEntityTypeConfiguration<BudgetClosing>
{
    private const string Decided = "(state = 'Proposed') = (decided_at is null) and (decided_at is null) = (decided_by_id is null)";
    private const string TwoPeople = "state <> 'Approved' or decided_by_id <> proposed_by_id";

    public void Configure(EntityTypeBuilder<BudgetLine> builder)
    {
        builder.ToTable("budget_lines", table =>
        {
            table.HasCheckConstraint("budget_lines_never_below_zero", "committed_won >= 0 and committed_won <= won");
            table.HasCheckConstraint("budget_lines_paid_is_committed", "paid_won >= 0 and paid_won <= committed_won");
            table.HasCheckConstraint("budget_lines_year", $"year between {BudgetLine.FirstYear} and {BudgetLine.LastYear}");
        });
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Code).HasMaxLength(SupportProgramme.CodeMaxLength);
        builder.HasIndex(l => new { l.Year, l.Code }).IsUnique();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(l => l.OpenedById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<BudgetChange> builder)
    {
        builder.ToTable("budget_changes", table =>
        {
            table.HasCheckConstraint("budget_changes_decided", Decided);
            table.HasCheckConstraint("budget_changes_two_people", TwoPeople);
            table.HasCheckConstraint("budget_changes_kind", "case kind when 'Increase' then won > 0 when 'CarryIn' then won > 0 when 'Decrease' then won < 0 when 'CarryOut' then won < 0 else false end");
            table.HasCheckConstraint("budget_changes_carried_by_a_closing", "(kind in ('CarryOut', 'CarryIn')) = (closing_id is not null)");
        });
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.Reason).HasMaxLength(BudgetChange.ReasonMaxLength);
        builder.Property(c => c.State).HasConversion<string>().HasMaxLength(20).IsConcurrencyToken();
        builder.HasIndex(c => new { c.LineId, c.ProposedAt, c.Id });
        builder.HasOne<BudgetLine>().WithMany().HasForeignKey(c => c.LineId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<BudgetClosing>().WithMany().HasForeignKey(c => c.ClosingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.ProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.DecidedById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<BudgetClosing> builder)
    {
        builder.ToTable("budget_closings", table =>
        {
            table.HasCheckConstraint("budget_closings_decided", Decided);
            table.HasCheckConstraint("budget_closings_two_people", TwoPeople);
        });
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.State).HasConversion<string>().HasMaxLength(20).IsConcurrencyToken();
        builder.HasIndex(c => c.Year, "budget_closings_once").IsUnique().HasFilter("state <> 'Refused'");
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.ProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.DecidedById).OnDelete(DeleteBehavior.Restrict);
    }
}
