using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances.Fairness;

/// <summary>Declarations of interest, and the way back of what was set apart by mistake.</summary>
internal sealed class FairnessConfiguration : IEntityTypeConfiguration<InterestDeclaration>, IEntityTypeConfiguration<ApartReturn>
{
    private const int CodeMaxLength = 40;

    public void Configure(EntityTypeBuilder<InterestDeclaration> builder)
    {
        builder.ToTable("interest_declarations", table =>
        {
            table.HasCheckConstraint("interest_declarations_lifted_by_another", "lifted_by_id is null or lifted_by_id <> colleague_id");
            table.HasCheckConstraint("interest_declarations_lifted_whole", "(lifted_by_id is null) = (lifted_at is null) and (lifted_by_id is null) = (lifted_words is null)");
        });
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Reason).HasMaxLength(CodeMaxLength);
        builder.Property(d => d.LiftedAt).IsConcurrencyToken();
        builder.HasIndex(d => new { d.CaseId, d.ColleagueId }, "interest_declarations_one_in_force").IsUnique().HasFilter("lifted_at is null");
        builder.HasIndex(d => new { d.DeclaredAt, d.Id }, "interest_declarations_in_force").IsDescending().HasFilter("lifted_at is null");
        builder.HasIndex(d => new { d.CaseId, d.DeclaredAt });
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(d => d.ColleagueId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(d => d.LiftedById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ApartReturn> builder)
    {
        builder.ToTable("apart_returns", table =>
        {
            table.HasCheckConstraint("apart_returns_decided_whole", "(state = 'Proposed') = (decided_by_id is null) and (decided_by_id is null) = (decided_at is null)");
            table.HasCheckConstraint("apart_returns_by_two_people", "state <> 'Agreed' or decided_by_id <> proposed_by_id");
        });
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.State).HasConversion<string>().HasMaxLength(CodeMaxLength).IsConcurrencyToken();
        builder.HasIndex(r => r.CaseId, "apart_returns_one_waits").IsUnique().HasFilter("state = 'Proposed'");
        builder.HasIndex(r => new { r.CaseId, r.ProposedAt });
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(r => r.ProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(r => r.DecidedById).OnDelete(DeleteBehavior.Restrict);
    }
}
