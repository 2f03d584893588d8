using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances.Inquiry;

/// <summary>Checks of competence, referrals and the records of the inquiry.</summary>
internal sealed class InquiryConfiguration : IEntityTypeConfiguration<InquiryRecord>, IEntityTypeConfiguration<JurisdictionCheck>, IEntityTypeConfiguration<Referral>
{
    private const int CodeMaxLength = 40;

    public void Configure(EntityTypeBuilder<InquiryRecord> builder)
    {
        builder.ToTable("inquiry_records", table =>
        {
            table.HasCheckConstraint("inquiry_records_reply_whole", "(replied_on is null) = (reply is null) and (replied_on is null) = (reply_recorded_by_id is null)");
            table.HasCheckConstraint("inquiry_records_reply_after_asking", "replied_on is null or (due_on is not null and replied_on >= \"on\")");
            table.HasCheckConstraint("inquiry_records_only_put_off", "moved_from is null or due_on > moved_from");
            table.HasCheckConstraint("inquiry_records_proposals_end", $"(ended_on is null) = (outcome is null) and (ended_on is null or deed = '{Grievance.ProposeSettlement.Code}')");
            table.HasCheckConstraint("inquiry_records_due_after_asking", "due_on is null or due_on > \"on\"");
        });
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Deed).HasMaxLength(CodeMaxLength);
        builder.Property(r => r.Code).HasMaxLength(CodeMaxLength);
        builder.Property(r => r.Outcome).HasConversion<string>().HasMaxLength(10);
        builder.Property(r => r.Language).HasMaxLength(ServiceCase.LanguageMaxLength).HasDefaultValue("ko");
        builder.HasIndex(r => new { r.CaseId, r.MadeAt });
        builder.HasIndex(r => new { r.DueOn, r.Id }, "inquiry_records_waiting").HasFilter("replied_on is null and due_on is not null and ended_on is null");
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(r => r.MadeById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(r => r.ReplyRecordedById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<JurisdictionCheck> builder)
    {
        builder.ToTable("jurisdiction_checks");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Finding).HasConversion<string>().HasMaxLength(10);
        builder.Property(c => c.RespondentKind).HasMaxLength(CodeMaxLength);
        builder.Property(c => c.RespondentSector).HasConversion<string>().HasMaxLength(10);
        builder.Property(c => c.OtherRelief).HasConversion<string>().HasMaxLength(10);
        builder.HasIndex(c => new { c.CaseId, c.CheckedAt });
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.CheckedById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.ToTable("referrals", table =>
        {
            table.HasCheckConstraint(
                "referrals_reply_whole",
                "(reply is null) = (replied_on is null) and (reply is null) = (reply_words is null) and (reply is null) = (reply_recorded_by_id is null)");
            table.HasCheckConstraint("referrals_send_something", "cardinality(sent) > 0");
        });
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Body).HasMaxLength(CodeMaxLength);
        builder.Property(r => r.ConsentWay).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.Reply).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(r => new { r.CaseId, r.SentAt });
        builder.HasIndex(r => new { r.SentAt, r.Id }, "referrals_unanswered").HasFilter("reply is null");
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(r => r.SentById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(r => r.ReplyRecordedById).OnDelete(DeleteBehavior.Restrict);
    }
}
