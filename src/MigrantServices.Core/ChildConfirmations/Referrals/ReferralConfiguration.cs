using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations.Referrals;

/// <summary>The tables of agreements and referrals. What a referral says lies in the vault.</summary>
internal sealed class ReferralConfiguration : IEntityTypeConfiguration<ServiceConsent>, IEntityTypeConfiguration<ServiceReferral>
{
    public void Configure(EntityTypeBuilder<ServiceConsent> builder)
    {
        builder.ToTable("service_consents");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Receiver).HasMaxLength(ReferenceItem.CodeMaxLength);
        builder.Property(c => c.Way).HasMaxLength(ChildConfirmation.CodeMaxLength);
        builder.Property(c => c.WithdrawnAt).IsConcurrencyToken();
        builder.HasIndex(c => new { c.CaseId, c.RecordedAt });
        builder.HasIndex(c => new { c.CaseId, c.Receiver }, "service_consents_one_a_receiver").IsUnique().HasFilter("withdrawn_at is null");
        builder.HasOne<ChildConfirmation>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.RecordedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.WithdrawnById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ServiceReferral> builder)
    {
        builder.ToTable("service_referrals", table =>
        {
            table.HasCheckConstraint("service_referrals_marked", "octet_length(mark) = 32");
            table.HasCheckConstraint("service_referrals_reads", "reads_left between 0 and 5");
            table.HasCheckConstraint("service_referrals_link_while_sent", "link_hash is null or state = 'Sent'");
            table.HasCheckConstraint("service_referrals_sent_by_somebody", "(sent_at is null) = (sent_by_id is null)");
            table.HasCheckConstraint("service_referrals_answered", "(answer is null) = (answered_at is null) and (state <> 'Answered' or answer is not null)");
            table.HasCheckConstraint("service_referrals_ended", "(state = 'Ended') = (ended_at is not null) and (ended_at is null) = (ended_because is null)");
            table.HasCheckConstraint("service_referrals_some_items", "cardinality(items) > 0");
        });
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Service).HasMaxLength(ReferenceItem.CodeMaxLength);
        builder.Property(r => r.Receiver).HasMaxLength(ReferenceItem.CodeMaxLength);
        builder.Property(r => r.State).HasConversion<string>().HasMaxLength(10).IsConcurrencyToken();
        builder.Property(r => r.Answer).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.EndedBecause).HasConversion<string>().HasMaxLength(20);
        builder.Ignore(r => r.Fingerprint);
        builder.HasIndex(r => r.LinkHash).IsUnique();
        builder.HasIndex(r => new { r.CaseId, r.PreparedAt });
        builder.HasOne<ChildConfirmation>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<ServiceConsent>().WithMany().HasForeignKey(r => r.ConsentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(r => r.PreparedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(r => r.SentById).OnDelete(DeleteBehavior.Restrict);
    }
}
