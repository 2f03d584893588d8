using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances.OtherSide;

/// <summary>Letters to the other side, and recommendations that wait for a second person.</summary>
internal sealed class OtherSideConfiguration : IEntityTypeConfiguration<OtherSideLetter>, IEntityTypeConfiguration<RecommendationDraft>
{
    private const int CodeMaxLength = 40;

    public void Configure(EntityTypeBuilder<OtherSideLetter> builder)
    {
        builder.ToTable("other_side_letters");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Template).HasMaxLength(CodeMaxLength);
        builder.Property(l => l.Fingerprint).HasMaxLength(OtherSideLetter.FingerprintLength);
        builder.HasIndex(l => new { l.CaseId, l.SentAt });
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(l => l.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(l => l.SentById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RecommendationDraft> builder)
    {
        builder.ToTable("recommendation_drafts", table =>
        {
            table.HasCheckConstraint("recommendation_drafts_read_by_another", "read_by_id is null or read_by_id <> written_by_id");
            table.HasCheckConstraint("recommendation_drafts_read_whole", "(read_by_id is null) = (read_at is null) and (read_by_id is null) = (was_sent is null)");
        });
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.AddresseeKind).HasMaxLength(CodeMaxLength);
        builder.Property(d => d.AddresseeSector).HasConversion<string>().HasMaxLength(10);
        builder.Property(d => d.Article).HasMaxLength(CodeMaxLength);
        builder.Property(d => d.Period).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(d => d.CaseId, "recommendation_drafts_case");
        builder.HasIndex(d => d.CaseId, "recommendation_drafts_one_waits").IsUnique().HasFilter("read_at is null");
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(d => d.WrittenById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(d => d.ReadById).OnDelete(DeleteBehavior.Restrict);
    }
}
