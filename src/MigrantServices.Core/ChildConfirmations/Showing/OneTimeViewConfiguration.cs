using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MigrantServices.Core.ChildConfirmations.Showing;

/// <summary>The table of one-time views. It holds hashes and codes, nothing that was shown.</summary>
internal sealed class OneTimeViewConfiguration : IEntityTypeConfiguration<OneTimeView>
{
    public void Configure(EntityTypeBuilder<OneTimeView> builder)
    {
        builder.ToTable("one_time_views", table =>
        {
            table.HasCheckConstraint("one_time_views_two_fields", "cardinality(fields) between 1 and 2");
            table.HasCheckConstraint("one_time_views_hashed", "octet_length(key_hash) = 32 and octet_length(code_hash) = 32");
            table.HasCheckConstraint("one_time_views_a_quarter_hour", "ends_at <= made_at + interval '15 minutes'");
        });
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.HasIndex(v => v.KeyHash).IsUnique();
        builder.HasIndex(v => v.CodeHash).IsUnique();
        builder.HasIndex(v => new { v.CaseId, v.MadeAt });
        builder.HasOne<ChildConfirmation>().WithMany().HasForeignKey(v => v.CaseId).OnDelete(DeleteBehavior.Cascade);
    }
}
