using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Workday;

/// <summary>Saved views, assignments in bulk, and the checks of a month, which a trigger keeps from being changed.</summary>
internal sealed class WorkdayConfiguration :
    IEntityTypeConfiguration<SavedView>,
    IEntityTypeConfiguration<BulkAssignment>,
    IEntityTypeConfiguration<BulkAssignmentLine>,
    IEntityTypeConfiguration<MonthCheck>
{
    private const int CodeMaxLength = 40;

    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("saved_views");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Name).HasMaxLength(SavedView.NameMaxLength);
        builder.Property(v => v.Tab).HasConversion<string>().HasMaxLength(20);
        builder.Property(v => v.Status).HasConversion<string>().HasMaxLength(30);
        builder.Property(v => v.Channel).HasConversion<string>().HasMaxLength(20);
        builder.Property(v => v.Ground).HasMaxLength(CodeMaxLength);
        builder.Property(v => v.Sector).HasMaxLength(CodeMaxLength);
        builder.Property(v => v.Municipality).HasMaxLength(CodeMaxLength);
        builder.Property(v => v.Language).HasMaxLength(ServiceCase.LanguageMaxLength);
        builder.Ignore(v => v.Query);
        builder.HasIndex(v => new { v.OwnerId, v.Name }).IsUnique();
        builder.HasIndex(v => v.OwnerId, "saved_views_one_to_open_with").IsUnique().HasFilter("is_default");
        builder.HasIndex(v => v.IsShared, "saved_views_shared").HasFilter("is_shared");
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(v => v.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<BulkAssignment> builder)
    {
        builder.ToTable("bulk_assignments");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Service).HasMaxLength(2);
        // of two who undo at once, one is told that somebody was faster
        builder.Property(b => b.UndoneAt).IsConcurrencyToken();
        builder.Ignore(b => b.UndoUntil);
        builder.HasIndex(b => new { b.MadeById, b.MadeAt });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(b => b.MadeById).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(b => b.Lines).WithOne().HasForeignKey(l => l.BatchId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<BulkAssignmentLine> builder)
    {
        builder.ToTable("bulk_assignment_lines", table => table.HasCheckConstraint("bulk_assignment_lines_to_another", "from_id is null or from_id <> to_id"));
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => new { l.BatchId, l.CaseId }).IsUnique();
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(l => l.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(l => l.FromId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(l => l.ToId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MonthCheck> builder)
    {
        builder.ToTable("month_checks", table => table.HasCheckConstraint("month_checks_first_day", "extract(day from month) = 1"));
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Words).HasMaxLength(MonthCheck.WordsMaxLength);
        builder.HasIndex(c => new { c.Month, c.Id }).IsDescending();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.CheckedById).OnDelete(DeleteBehavior.Restrict);
    }
}
