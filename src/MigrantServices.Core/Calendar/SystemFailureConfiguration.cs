using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Calendar;

/// <summary>The table of system failures.</summary>
internal sealed class SystemFailureConfiguration : IEntityTypeConfiguration<SystemFailure>
{
    public void Configure(EntityTypeBuilder<SystemFailure> builder)
    {
        builder.ToTable("system_failures", table => table.HasCheckConstraint("system_failures_in_order", "to_day >= from_day"));
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.From).HasColumnName("from_day");
        builder.Property(f => f.To).HasColumnName("to_day");
        builder.Property(f => f.Words).HasMaxLength(SystemFailure.WordsMaxLength);
        builder.HasIndex(f => new { f.From, f.To }).IsUnique();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(f => f.RecordedById).OnDelete(DeleteBehavior.Restrict);
    }
}
