using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>The table of what was handed out. That nothing of it changes but its end stands in <c>Storage/Sql/card_issues_v1.sql</c>.</summary>
internal sealed class CardIssueConfiguration : IEntityTypeConfiguration<CardIssue>
{
    internal const string OneValidAChild = "card_issues_one_valid_a_child";
    internal const string OneValidACase = "card_issues_one_valid_a_case";

    private const string IsValid = "state = 'Valid'";

    public void Configure(EntityTypeBuilder<CardIssue> builder)
    {
        builder.ToTable("card_issues", table =>
        {
            table.HasCheckConstraint(
                "card_issues_three_people", "prepared_by_id <> approved_by_id and approved_by_id <> issued_by_id and prepared_by_id <> issued_by_id");
            table.HasCheckConstraint("card_issues_known_state", "state in ('Valid', 'Replaced', 'Lost', 'Revoked', 'AgedOut')");
            table.HasCheckConstraint("card_issues_ended_or_valid", "(state = 'Valid') = (ended_at is null)");
            table.HasCheckConstraint(
                "card_issues_ended_by_somebody", "case state when 'Valid' then ended_by_id is null when 'AgedOut' then true when 'Lost' then true else ended_by_id is not null end");
            table.HasCheckConstraint("card_issues_ended_after_issue", "ended_at >= issued_at");
            table.HasCheckConstraint("card_issues_returned_after_end", "old_returned_on is null or state <> 'Valid'");
            table.HasCheckConstraint("card_issues_ended_unprintable", "sealed_token is null or state = 'Valid'");
            table.HasCheckConstraint("card_issues_linked_serials", "left(document_serial, 9) = left(card_serial, 9) and document_serial <> card_serial");
            table.HasCheckConstraint("card_issues_hashed", "octet_length(token_hash) = 32");
            table.HasCheckConstraint("card_issues_template", "template > 0");
        });
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.DocumentSerial).HasMaxLength(CardSerial.Length);
        builder.Property(c => c.CardSerial).HasMaxLength(CardSerial.Length);
        builder.Property(c => c.KeyId).HasMaxLength(CardIssue.KeyIdMaxLength);
        builder.Property(c => c.Language).HasMaxLength(ServiceCase.LanguageMaxLength);
        builder.Property(c => c.Municipality).HasMaxLength(CardIssue.MunicipalityMaxLength);
        builder.Property(c => c.State).HasConversion<string>().HasMaxLength(10);
        builder.HasIndex(c => c.TokenHash).IsUnique();
        builder.HasIndex(c => c.DocumentSerial).IsUnique();
        builder.HasIndex(c => c.CardSerial).IsUnique();
        builder.HasIndex(c => new { c.CaseId, c.IssuedAt });
        builder.HasIndex(c => c.ChildId, OneValidAChild).IsUnique().HasFilter(IsValid);
        builder.HasIndex(c => c.CaseId, OneValidACase).IsUnique().HasFilter(IsValid);
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.PreparedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.ApprovedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.IssuedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.EndedById).OnDelete(DeleteBehavior.Restrict);
    }
}
