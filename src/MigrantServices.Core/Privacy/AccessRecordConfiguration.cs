using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MigrantServices.Core.Privacy;

/// <summary>The append-only record of access; a trigger refuses update, delete and truncate.</summary>
internal sealed class AccessRecordConfiguration : IEntityTypeConfiguration<AccessRecord>
{
    public void Configure(EntityTypeBuilder<AccessRecord> builder)
    {
        builder.ToTable("access_records");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Role).HasConversion<string>().HasMaxLength(200);
        builder.Property(r => r.Place).HasMaxLength(AccessRecord.PlaceMaxLength);
        builder.Property(r => r.Deed).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.Detail).HasMaxLength(AccessRecord.DetailMaxLength);
        builder.Property(r => r.Words).HasMaxLength(AccessRecord.WordsMaxLength);

        // No foreign keys: the record outlives the cases and the people it names.
        builder.HasIndex(r => new { r.CaseId, r.At }).HasFilter("case_id is not null");
        builder.HasIndex(r => new { r.UserId, r.At });
    }
}
