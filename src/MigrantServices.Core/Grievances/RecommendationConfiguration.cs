using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances;

/// <summary>Recommendations and their checks, and the indexes that their list walks.</summary>
internal sealed class RecommendationConfiguration : IEntityTypeConfiguration<Recommendation>, IEntityTypeConfiguration<MeasuresCheck>, IEntityTypeConfiguration<MeasuresCorrection>
{
    private const int CodeMaxLength = 40;

    public void Configure(EntityTypeBuilder<Recommendation> builder)
    {
        builder.ToTable("recommendations", table =>
        {
            table.HasCheckConstraint(
                "recommendations_reply_whole",
                "(reply is null) = (replied_on is null) and (reply is null) = (reasons is null) and (reply is null) = (reply_recorded_by_id is null)");
            table.HasCheckConstraint("recommendations_reply_after_sending", "replied_on is null or replied_on >= sent_on");
            table.HasCheckConstraint("recommendations_only_put_off", "moved_from is null or due_on > moved_from");
            table.HasCheckConstraint("recommendations_due_after_sending", "due_on > sent_on");
            table.HasCheckConstraint("recommendations_public_or_private", "addressee_sector in ('Public', 'Private')");
        });
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.AddresseeKind).HasMaxLength(CodeMaxLength);
        builder.Property(r => r.AddresseeSector).HasConversion<string>().HasMaxLength(10);
        builder.Property(r => r.Article).HasMaxLength(CodeMaxLength);
        builder.Property(r => r.Period).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.Reply).HasConversion<string>().HasMaxLength(20);

        builder.HasIndex(r => r.CaseId);
        builder.HasIndex(r => new { r.DueOn, r.Id }, "recommendations_waiting").HasFilter("reply is null");
        builder.HasIndex(r => new { r.NextCheckOn, r.Id }, "recommendations_to_check").HasFilter("next_check_on is not null");
        builder.HasIndex(r => new { r.RepliedOn, r.Id }, "recommendations_replied").IsDescending().HasFilter("reply is not null");
        builder.HasIndex(r => new { r.SentOn, r.Id }, "recommendations_newest").IsDescending();

        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(r => r.SentById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(r => r.ReplyRecordedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Corrections).WithOne().HasForeignKey(c => c.RecommendationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Checks).WithOne().HasForeignKey(c => c.RecommendationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<MeasuresCheck> builder)
    {
        builder.ToTable("measures_checks");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Found).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(c => new { c.RecommendationId, c.CheckedOn });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.CheckedById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MeasuresCorrection> builder)
    {
        builder.ToTable("measures_corrections");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Reply).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(c => new { c.RecommendationId, c.CorrectedAt });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.RecordedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.CorrectedById).OnDelete(DeleteBehavior.Restrict);
    }
}
