using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances.Duplicates;

/// <summary>The marks by which cases meet, the pairs that were found, what was said of them, and merges.</summary>
internal sealed class DuplicatesConfiguration :
    IEntityTypeConfiguration<CaseMark>,
    IEntityTypeConfiguration<CasePair>,
    IEntityTypeConfiguration<PairAnswer>,
    IEntityTypeConfiguration<CaseMerge>
{
    private const int CodeMaxLength = 20;

    public void Configure(EntityTypeBuilder<CaseMark> builder)
    {
        builder.ToTable("case_marks");
        builder.HasKey(m => new { m.CaseId, m.Kind, m.Mark });
        builder.Property(m => m.Kind).HasConversion<string>().HasMaxLength(CodeMaxLength);
        builder.HasIndex(m => m.Mark, "case_marks_mark").IncludeProperties(m => new { m.Kind, m.CaseId });
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(m => m.CaseId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CasePair> builder)
    {
        builder.ToTable("case_pairs", table =>
        {
            table.HasCheckConstraint("case_pairs_in_order", "lower_id < higher_id");
            table.HasCheckConstraint("case_pairs_answered_twice", $"answers between 0 and {CasePair.MostAnswers}");
        });
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Band).HasConversion<string>().HasMaxLength(CodeMaxLength);
        builder.PrimitiveCollection(p => p.Reasons).ElementType(e => e.HasConversion<string>().HasMaxLength(CodeMaxLength));
        builder.Property(p => p.Answers).IsConcurrencyToken();
        builder.Property(p => p.Verdict).HasConversion<string>().HasMaxLength(CodeMaxLength);
        builder.HasIndex(p => new { p.LowerId, p.HigherId }, "case_pairs_once").IsUnique();
        builder.HasIndex(p => p.HigherId, "case_pairs_higher");
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(p => p.LowerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(p => p.HigherId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PairAnswer> builder)
    {
        builder.ToTable("case_pair_answers", table => table.HasCheckConstraint("case_pair_answers_twice", $"number between 1 and {CasePair.MostAnswers}"));
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.PrimitiveCollection(a => a.Reasons).ElementType(e => e.HasConversion<string>().HasMaxLength(CodeMaxLength));
        builder.Property(a => a.Verdict).HasConversion<string>().HasMaxLength(CodeMaxLength).HasDefaultValueSql($"'{nameof(PairVerdict.NotTheSame)}'").ValueGeneratedNever();
        builder.HasIndex(a => new { a.PairId, a.Number }, "case_pair_answers_once").IsUnique();
        builder.HasOne<CasePair>().WithMany().HasForeignKey(a => a.PairId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(a => a.ById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CaseMerge> builder)
    {
        builder.ToTable("case_merges", table =>
        {
            table.HasCheckConstraint("case_merges_of_two", "merged_id <> surviving_id");
            table.HasCheckConstraint("case_merges_decided_whole", "(state = 'Proposed') = (decided_by_id is null) and (decided_by_id is null) = (decided_at is null)");
            table.HasCheckConstraint("case_merges_by_two_people", "state in ('Proposed', 'Declined') or (decided_by_id <> proposed_by_id and status_before is not null)");
            table.HasCheckConstraint("case_merges_undo_whole", "state not in ('UndoProposed', 'Undone') or (undo_proposed_by_id is not null and undo_proposed_at is not null and undo_words is not null)");
            table.HasCheckConstraint("case_merges_undone_by_two_people", "(state = 'Undone') = (undone_by_id is not null) and (undone_by_id is null or undone_by_id <> undo_proposed_by_id)");
        });
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.State).HasConversion<string>().HasMaxLength(CodeMaxLength).IsConcurrencyToken();
        builder.Property(m => m.Ground).HasConversion<string>().HasMaxLength(CodeMaxLength);
        builder.Property(m => m.StatusBefore).HasConversion<string>().HasMaxLength(30);
        builder.HasIndex(m => m.MergedId, "case_merges_one_alive").IsUnique().HasFilter("state in ('Proposed', 'Merged', 'UndoProposed')");
        builder.HasIndex(m => m.SurvivingId, "case_merges_surviving");
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(m => m.MergedId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(m => m.SurvivingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(m => m.ProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(m => m.DecidedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(m => m.UndoProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(m => m.UndoneById).OnDelete(DeleteBehavior.Restrict);
    }
}
