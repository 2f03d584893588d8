using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.People;

namespace MigrantServices.Core.ChildConfirmations.Destroying;

/// <summary>The table of what must not be destroyed for now. One holds at a time; the database refuses to destroy while it does.</summary>
internal sealed class HoldConfiguration : IEntityTypeConfiguration<DestructionHold>
{
    public const string OneAtATime = "destruction_holds_one_at_a_time";

    public void Configure(EntityTypeBuilder<DestructionHold> builder)
    {
        builder.ToTable("destruction_holds", table => table.HasCheckConstraint("destruction_holds_lifted_by_somebody", "(lifted_by_id is null) = (lifted_at is null)"));
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.LiftedAt).IsConcurrencyToken();
        builder.HasIndex(h => h.CaseId, OneAtATime).IsUnique().HasFilter("lifted_at is null");
        builder.HasIndex(h => new { h.CaseId, h.PlacedAt });
        builder.HasOne<ChildConfirmation>().WithMany().HasForeignKey(h => h.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(h => h.PlacedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(h => h.LiftedById).OnDelete(DeleteBehavior.Restrict);
    }
}
