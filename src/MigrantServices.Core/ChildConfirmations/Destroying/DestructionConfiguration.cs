using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.People;

namespace MigrantServices.Core.ChildConfirmations.Destroying;

/// <summary>The table of what was asked to be destroyed. Two people do it, and one thing is asked at a time: the child with all its parents once, each parent alone once.</summary>
internal sealed class DestructionConfiguration : IEntityTypeConfiguration<IdentityDestruction>
{
    public const string OneAtATime = "identity_destructions_one_at_a_time";
    public const string OneOfAParent = "identity_destructions_one_of_a_parent";

    public void Configure(EntityTypeBuilder<IdentityDestruction> builder)
    {
        builder.ToTable("identity_destructions", table =>
        {
            table.HasCheckConstraint("identity_destructions_two_people", "decided_by_id is null or decided_by_id <> asked_by_id");
            table.HasCheckConstraint("identity_destructions_decided_by_somebody", "(state = 'Asked') = (decided_by_id is null) and (decided_by_id is null) = (decided_at is null)");
        });
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Ground).HasMaxLength(Reference.ReferenceItem.CodeMaxLength);
        builder.Property(d => d.State).HasConversion<string>().HasMaxLength(10).IsConcurrencyToken();
        builder.HasIndex(d => d.CaseId, OneAtATime).IsUnique().HasFilter("state <> 'Declined' and parent_id is null");
        builder.HasIndex(d => new { d.CaseId, d.ParentId }, OneOfAParent).IsUnique().HasFilter("state <> 'Declined' and parent_id is not null");
        builder.HasIndex(d => d.AskedAt).HasFilter("state = 'Asked'");
        builder.HasIndex(d => new { d.CaseId, d.AskedAt });
        builder.HasOne<ChildConfirmation>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(d => d.AskedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(d => d.DecidedById).OnDelete(DeleteBehavior.Restrict);
    }
}
