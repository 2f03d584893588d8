using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications;

namespace MigrantServices.Core.Cases;

/// <summary>One table for the cases of every service: each row carries its service's prefix.</summary>
internal sealed class ServiceCaseConfiguration : IEntityTypeConfiguration<ServiceCase>
{
    // what nobody reaches but by a proposal and somebody else's approval
    private static readonly string Decided = string.Join(", ", new[]
    {
        CaseStatus.Answered, CaseStatus.Objected, CaseStatus.ObjectionReview, CaseStatus.ObjectionProposed, CaseStatus.ObjectionAnswered,
        CaseStatus.ToIssue, CaseStatus.Refused, CaseStatus.Revoked,
    }.Select(status => $"'{status}'"));

    public void Configure(EntityTypeBuilder<ServiceCase> builder)
    {
        builder.ToTable("cases", table =>
        {
            table.HasCheckConstraint("cases_approved_by_another", "approved_by_id is null or approved_by_id <> proposed_by_id");
            table.HasCheckConstraint(
                "cases_decided_by_two",
                $"status not in ({Decided}) or (proposed_by_id is not null and approved_by_id is not null)");
            // the indexes that carry it have room for no more
            table.HasCheckConstraint("cases_closed_to_few", $"cardinality(closed_to) <= {ServiceCase.MostClosedTo}");
            table.HasCheckConstraint("cases_open_to_few", $"cardinality(open_to) <= {ServiceCase.MostClosedTo}");
            table.HasCheckConstraint("cases_not_with_whom_it_is_closed_to", "handler_id is null or not handler_id = any(closed_to)");
            table.HasCheckConstraint("cases_supplement_only_put_off", "supplement_moved_from is null or supplement_until > supplement_moved_from");
            table.HasCheckConstraint("cases_paused_or_due", "paused_on is null or due_on is null or due_on < paused_on");
            table.HasCheckConstraint("cases_due_at_on_a_day", "due_at is null or due_on is not null");
        });
        builder.HasDiscriminator<string>("service").HasValue<Grievance>(Grievance.Prefix).HasValue<ChildConfirmation>(ChildConfirmation.Prefix)
            .HasValue<SupportApplication>(SupportApplication.Prefix)
            .IsComplete(false); // else a query of all services would not use the indexes of each
        builder.Property("service").HasMaxLength(4);
        builder.Ignore(c => c.Kind);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Reference).HasMaxLength(ServiceCase.ReferenceMaxLength);
        builder.Property(c => c.Status).HasConversion<string>().HasMaxLength(30);
        builder.Property(c => c.Channel).HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.Language).HasMaxLength(ServiceCase.LanguageMaxLength);
        builder.Property(c => c.Municipality).HasMaxLength(5);
        builder.Property(c => c.Centre).HasMaxLength(Reference.ReferenceItem.CodeMaxLength);
        builder.Property(c => c.DueMovedBy).HasMaxLength(40);
        builder.Property(c => c.OpenTo).HasDefaultValueSql("'{}'");
        builder.Property(c => c.Revision).IsConcurrencyToken();

        builder.HasIndex(c => c.Reference).IsUnique();
        builder.HasIndex(c => c.SentFrom).IsUnique();
        builder.HasIndex(c => c.Id, "cases_paused").HasFilter("paused_on is not null");
        builder.HasIndex(c => new { c.SupplementUntil, c.Id }, "cases_awaited").HasFilter("status = 'AwaitingSupplement'");
        builder.HasIndex(c => c.SearchTokens).HasMethod("gin");

        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.HandlerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.ProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.ApprovedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Events).WithOne().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Pauses).WithOne().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.People).WithOne().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(c => c.NoticeWish).WithOne().HasForeignKey<NoticeWish>(w => w.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(c => c.NoticeWish).AutoInclude();
        builder.HasMany(c => c.Messages).WithOne().HasForeignKey(m => m.CaseId).OnDelete(DeleteBehavior.Cascade);
    }
}
