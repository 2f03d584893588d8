using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MigrantServices.Core.Calendar;

/// <summary>The table of the days off that were added.</summary>
internal sealed class AddedDayOffConfiguration : IEntityTypeConfiguration<AddedDayOff>
{
    public void Configure(EntityTypeBuilder<AddedDayOff> builder)
    {
        builder.ToTable("added_days_off", table =>
            table.HasCheckConstraint("added_days_off_withdrawn_once", "(withdrawn_at is null) = (withdrawn_by_id is null)"));
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Name).HasMaxLength(AddedDayOff.NameMaxLength);
        builder.Property(d => d.Source).HasMaxLength(AddedDayOff.SourceMaxLength);
        builder.Property(d => d.WithdrawnAt).IsConcurrencyToken();
        builder.HasIndex(d => d.Day).IsUnique().HasFilter("withdrawn_at is null");
    }
}
