using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances.ForThePerson;

/// <summary>What colleagues recorded for people.</summary>
internal sealed class HandedInConfiguration : IEntityTypeConfiguration<HandedIn>
{
    public void Configure(EntityTypeBuilder<HandedIn> builder)
    {
        builder.ToTable("handed_in", table =>
        {
            table.HasCheckConstraint("handed_in_not_online", "channel in ('Phone', 'Visit', 'Letter', 'Email')");
            table.HasCheckConstraint("handed_in_spoken_words_agreed", "channel not in ('Phone', 'Visit') or agreed is not null");
        });
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Deed).HasMaxLength(40);
        builder.Property(h => h.Channel).HasConversion<string>().HasMaxLength(20);
        builder.Property(h => h.Agreed).HasConversion<string>().HasMaxLength(10);
        builder.HasIndex(h => new { h.CaseId, h.RecordedAt });
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(h => h.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(h => h.Message).WithOne().HasForeignKey<HandedIn>(h => h.MessageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(h => h.RecordedById).OnDelete(DeleteBehavior.Restrict);
    }
}
