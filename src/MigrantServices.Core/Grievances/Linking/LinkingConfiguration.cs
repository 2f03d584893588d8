using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances.Linking;

/// <summary>Links between grievances, and the looks at those that are repeated.</summary>
internal sealed class LinkingConfiguration : IEntityTypeConfiguration<CaseLink>, IEntityTypeConfiguration<RepeatLook>
{
    public void Configure(EntityTypeBuilder<CaseLink> builder)
    {
        builder.ToTable("case_links", table =>
        {
            table.HasCheckConstraint("case_links_between_two", "case_id <> other_id");
            table.HasCheckConstraint("case_links_taken_off_whole", "(unlinked_by_id is null) = (unlinked_at is null)");
        });
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Kind).HasConversion<string>().HasMaxLength(10);
        builder.Property(l => l.UnlinkedAt).IsConcurrencyToken();
        builder.HasIndex(l => new { l.CaseId, l.OtherId }, "case_links_once").IsUnique().HasFilter("unlinked_at is null");
        builder.HasIndex(l => l.CaseId, "case_links_one_repeat").IsUnique().HasFilter("unlinked_at is null and kind = 'Repeat'");
        builder.HasIndex(l => new { l.OtherId, l.Kind }, "case_links_other").HasFilter("unlinked_at is null");
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(l => l.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(l => l.OtherId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(l => l.LinkedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(l => l.UnlinkedById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RepeatLook> builder)
    {
        builder.ToTable("repeat_looks", table => table.HasCheckConstraint("repeat_looks_at_several", "alike > 1"));
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => new { l.FirstId, l.Alike }, "repeat_looks_once").IsUnique();
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(l => l.FirstId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(l => l.LookedById).OnDelete(DeleteBehavior.Restrict);
    }
}
