using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.People;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>Columns, constraints and indexes of child confirmations, in the table of all cases. Nothing here tells who a child is.</summary>
internal sealed class ChildConfirmationConfiguration : IEntityTypeConfiguration<ChildConfirmation>
{
    private const string Mine = "service = 'CC'";

    /// <summary>Must name the same statuses as the tab of open cases does.</summary>
    private const string Open = Mine + " and status in ('Waiting', 'Submitted', 'UnderReview', 'AwaitingSupplement', 'Proposed', 'ToIssue', 'ReissueAsked', 'ReissueProposed', 'RevocationProposed')";

    public void Configure(EntityTypeBuilder<ChildConfirmation> builder)
    {
        builder.Property(c => c.Way).HasConversion<string>().HasMaxLength(10);
        builder.Property(c => c.Initials).HasMaxLength(ChildConfirmation.InitialsMaxLength);
        builder.Property(c => c.Ground).HasMaxLength(Reference.ReferenceItem.CodeMaxLength);
        builder.Property(c => c.RequesterGround).HasMaxLength(Reference.ReferenceItem.CodeMaxLength);
        builder.Property(c => c.RequesterIs).HasMaxLength(ChildConfirmation.CodeMaxLength);
        builder.Property(c => c.ConsentWay).HasMaxLength(ChildConfirmation.CodeMaxLength);
        builder.Property(c => c.Grade).HasMaxLength(ChildConfirmation.CodeMaxLength);
        builder.Property(c => c.RefusalReason).HasMaxLength(ChildConfirmation.CodeMaxLength);
        builder.Property(c => c.RevocationReason).HasMaxLength(ChildConfirmation.CodeMaxLength);
        builder.Property(c => c.IssueBecause).HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.TransferTo).HasMaxLength(5);
        // the same words stand in the same columns as those of a grievance
        builder.Property(c => c.Account).HasColumnName("account");
        builder.Property(c => c.ContactWay).HasColumnName("contact_way").HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.ContactNote).HasColumnName("contact_note");
        builder.Property(c => c.WantsInterpreter).HasColumnName("wants_interpreter");
        builder.Property(c => c.InterpreterNote).HasColumnName("interpreter_note");
        builder.Property(c => c.ReadBackAt).HasColumnName("read_back_at");
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.IssuedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.TransferOfferedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.ConsentSeenById).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(table =>
        {
            table.HasCheckConstraint("cases_consent_seen_by_somebody", "(consent_seen_by_id is null) = (consent_seen_at is null) and (consent_seen_at is null or consent_on is not null)");
            table.HasCheckConstraint("cases_issued_by_a_third", "issued_by_id is null or (issued_by_id <> proposed_by_id and issued_by_id <> approved_by_id)");
            table.HasCheckConstraint("cases_issued_after_two", "issued_by_id is null or (proposed_by_id is not null and approved_by_id is not null)");
            table.HasCheckConstraint("cases_child_known", "service <> 'CC' or (child_id is not null and way is not null and initials is not null)");
            table.HasCheckConstraint("cases_child_under_a_ground", "service <> 'CC' or (ground is not null and ground <> '' and ground_since is not null)");
            table.HasCheckConstraint("cases_requester_ground_of_a_request", "(requester_ground is null) = (requester_ground_since is null) and (requester_ground is null or way = 'Request')");
            table.HasCheckConstraint("cases_centre_of_a_place", "centre is null or municipality is not null");
            table.HasCheckConstraint("cases_offered_while_open", "transfer_to is null or status not in ('Refused', 'Withdrawn', 'Revoked', 'AgedOut')");
            table.HasCheckConstraint("cases_visit_before_decision", "service <> 'CC' or way = 'Parent' or visited_on is not null or proposed_by_id is null");
        });

        builder.HasIndex(c => c.ChildId, "cases_children_child").HasFilter(Mine);
        builder.HasIndex(c => new { c.ReceivedAt, c.Id }, "cases_children_newest").IsDescending().HasFilter(Mine).IncludeProperties(c => new { c.ClosedTo, c.IsSetApart });
        builder.HasIndex(c => new { c.Municipality, c.ReceivedAt, c.Id }, "cases_children_municipality").IsDescending(false, true, true).HasFilter(Mine).IncludeProperties(c => new { c.ClosedTo, c.IsSetApart });
        builder.HasIndex(c => new { c.HandlerId, c.ReceivedAt, c.Id }, "cases_children_handler").IsDescending(false, true, true).HasFilter(Open).IncludeProperties(c => new { c.Municipality, c.ClosedTo, c.IsSetApart });
        builder.HasIndex(c => new { c.DueOn, c.Id }, "cases_children_due").HasFilter(Mine + " and due_on is not null").IncludeProperties(c => new { c.Municipality, c.ClosedTo, c.IsSetApart });
        builder.HasIndex(c => new { c.Centre, c.ReceivedAt, c.Id }, "cases_children_centre").IsDescending(false, true, true).HasFilter(Mine + " and centre is not null").IncludeProperties(c => new { c.ClosedTo, c.IsSetApart });
        builder.HasIndex(c => new { c.Status, c.ReceivedAt, c.Id }, "cases_children_status").IsDescending(false, true, true).HasFilter(Mine);
        builder.HasIndex(c => new { c.TransferTo, c.TransferOfferedAt }, "cases_children_offered").HasFilter(Mine + " and transfer_to is not null");
        builder.HasIndex(c => c.AlarmSince, "cases_children_alarms").HasFilter(Mine + " and alarm_since is not null").IncludeProperties(c => new { c.Municipality, c.ClosedTo, c.IsSetApart });
    }
}
