using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.ChildConfirmations.Checks;
using MigrantServices.Core.Documents;
using MigrantServices.Core.People;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>What was seen, found and recorded in the case of a child.</summary>
internal sealed class ChildRecordsConfiguration :
    IEntityTypeConfiguration<ChildProof>, IEntityTypeConfiguration<ProofStrike>, IEntityTypeConfiguration<CriterionFinding>, IEntityTypeConfiguration<HomeVisit>,
    IEntityTypeConfiguration<ChildCheck>, IEntityTypeConfiguration<ChildAlarm>, IEntityTypeConfiguration<IdentityOpening>, IEntityTypeConfiguration<ChildMove>
{
    public void Configure(EntityTypeBuilder<ChildProof> builder)
    {
        OfCase(builder, "child_proofs", p => p.CaseId, p => p.SeenById);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Kind).HasMaxLength(ChildConfirmation.CodeMaxLength);
        builder.HasOne<CaseFile>().WithMany().HasForeignKey(p => p.FileId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<ProofStrike> builder)
    {
        OfCase(builder, "child_proof_strikes", s => s.CaseId, s => s.StruckById);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => s.ProofId).IsUnique();
        builder.HasOne<ChildProof>().WithMany().HasForeignKey(s => s.ProofId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CriterionFinding> builder)
    {
        OfCase(builder, "child_findings", f => f.CaseId, f => f.FoundById);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Criterion).HasMaxLength(ChildConfirmation.CodeMaxLength);
        builder.HasOne<HomeVisit>().WithMany().HasForeignKey(f => f.VisitId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(table => table.HasCheckConstraint("child_findings_rest_on_something", "visit_id is not null or cardinality(proofs) > 0"));
    }

    public void Configure(EntityTypeBuilder<HomeVisit> builder)
    {
        OfCase(builder, "child_visits", v => v.CaseId, v => v.RecordedById);
        builder.Property(v => v.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<ChildCheck> builder)
    {
        OfCase(builder, "child_checks", c => c.CaseId, c => c.RecordedById);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Finding).HasMaxLength(ChildConfirmation.CodeMaxLength);
    }

    public void Configure(EntityTypeBuilder<ChildAlarm> builder)
    {
        OfCase(builder, "child_alarms", a => a.CaseId, a => a.RaisedById);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.ToTable(table => table.HasCheckConstraint("child_alarms_by_somebody_with_words", "words is null or raised_by_id is not null"));
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(a => a.EndedById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<IdentityOpening> builder)
    {
        OfCase(builder, "identity_openings", o => o.CaseId, o => o.OpenedById);
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Purpose).HasMaxLength(ChildConfirmation.CodeMaxLength);
    }

    public void Configure(EntityTypeBuilder<ChildMove> builder)
    {
        builder.ToTable("child_moves");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.FromMunicipality).HasMaxLength(5);
        builder.Property(m => m.ToMunicipality).HasMaxLength(5);
        builder.HasIndex(m => new { m.FromMunicipality, m.MovedOn });
    }

    private static void OfCase<T>(
        EntityTypeBuilder<T> builder,
        string table,
        System.Linq.Expressions.Expression<Func<T, object?>> caseId,
        System.Linq.Expressions.Expression<Func<T, object?>> by)
        where T : class
    {
        builder.ToTable(table);
        builder.HasOne<ChildConfirmation>().WithMany().HasForeignKey(caseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(by).OnDelete(DeleteBehavior.Restrict);
    }
}
