using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances;

/// <summary>What grievances add to the table of cases, and the indexes that their worklist walks.</summary>
internal sealed class GrievanceConfiguration : IEntityTypeConfiguration<Grievance>
{
    private const string Open = "service = 'DG' and status in ('Tip', 'Submitted', 'UnderReview', 'Investigating', 'SiteInvestigation', 'Mediating', 'AwaitingSupplement', 'Proposed', 'Objected', 'ObjectionReview', 'ObjectionProposed')";
    private const string Due = "service = 'DG' and due_on is not null";
    private const string SentBack =
        "service = 'DG' and (status = 'UnderReview' and answer is not null or status = 'ObjectionReview' and objection_answer is not null or recommendation_back_since is not null)";
    private const int CodeMaxLength = 40;

    public void Configure(EntityTypeBuilder<Grievance> builder)
    {
        builder.Ignore(g => g.Speakers);
        builder.Property(g => g.Teller).HasConversion<string>().HasMaxLength(20);
        builder.Property(g => g.HappenedPrecision).HasConversion<string>().HasMaxLength(10);
        builder.Property(g => g.RespondentSector).HasConversion<string>().HasMaxLength(10);
        builder.Property(g => g.ContactWay).HasColumnName("contact_way").HasConversion<string>().HasMaxLength(20);
        builder.Property(g => g.Account).HasColumnName("account");
        builder.Property(g => g.ContactNote).HasColumnName("contact_note");
        builder.Property(g => g.WantsInterpreter).HasColumnName("wants_interpreter");
        builder.Property(g => g.InterpreterNote).HasColumnName("interpreter_note");
        builder.Property(g => g.ReadBackAt).HasColumnName("read_back_at");
        builder.Property(g => g.PlaceKind).HasMaxLength(CodeMaxLength);
        builder.Property(g => g.Outcome).HasMaxLength(CodeMaxLength);
        builder.Property(g => g.OutcomeReason).HasMaxLength(CodeMaxLength);
        builder.Property(g => g.ObjectionOutcome).HasMaxLength(CodeMaxLength);
        builder.Property(g => g.ObjectionOutcomeReason).HasMaxLength(CodeMaxLength);
        builder.Property(g => g.RespondentToldReason).HasMaxLength(CodeMaxLength);
        builder.Property(g => g.RightsExtendedFor).HasMaxLength(CodeMaxLength);
        builder.Property(g => g.Jurisdiction).HasConversion<string>().HasMaxLength(10);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(g => g.RecommendationById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(g => new { g.DueOn, g.Id }, "cases_grievances_to_recommend").HasFilter("service = 'DG' and recommendation_by_id is not null").IncludeProperties(g => new { g.Municipality, g.ClosedTo, g.IsSetApart });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(g => g.ObjectionProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(g => g.ObjectionApprovedById).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(table =>
        {
            table.HasCheckConstraint("cases_objection_approved_by_another", "objection_approved_by_id is null or objection_approved_by_id <> objection_proposed_by_id");
            table.HasCheckConstraint(
                "cases_objection_decided_by_two",
                $"status <> '{nameof(Cases.CaseStatus.ObjectionAnswered)}' or (objection_proposed_by_id is not null and objection_approved_by_id is not null)");
            table.HasCheckConstraint("cases_supplement_asked_again_after_first", "supplement_asked_again_on is null or supplement_asked_again_on >= supplement_asked_on");
            table.HasCheckConstraint("cases_supplement_more_time_twice", $"supplement_more_time between 0 and {Grievance.MostMoreTime}");
            table.HasCheckConstraint(
                "cases_rights_extended_whole",
                "rights_extended_by >= 0 and (rights_extended_by = 0) = (rights_extended_for is null) and (rights_extended_by = 0) = (rights_moved_from is null)");
            table.HasCheckConstraint("cases_objection_has_begun", "status not in ('Objected', 'ObjectionReview', 'ObjectionProposed') or objected_at is not null");
            table.HasCheckConstraint("cases_objection_only_put_off", "objection_moved_from is null or objection_until > objection_moved_from");
            table.HasCheckConstraint("cases_rights_recounted_whole", "(rights_recounted_from is null) = (rights_recounted_to is null)");
            table.HasCheckConstraint("cases_own_motion_says_its_source", "(own_source is null) = (channel <> 'Own')");
            table.HasCheckConstraint("cases_supplement_returned_twice", "(supplement_returned_on is null) = (supplement_returned_again_on is null)");
            table.HasCheckConstraint(
                "cases_objection_by_newcomers",
                "objection_proposed_by_id is null or (objection_proposed_by_id <> proposed_by_id and objection_proposed_by_id <> approved_by_id)");
            table.HasCheckConstraint(
                "cases_objection_approved_by_newcomer",
                "objection_approved_by_id is null or (objection_approved_by_id <> proposed_by_id and objection_approved_by_id <> approved_by_id)");
            table.HasCheckConstraint(
                "cases_objection_by_nobody_of_the_answer",
                "(objection_proposed_by_id is null or objection_proposed_by_id <> all (took_part)) and (objection_approved_by_id is null or objection_approved_by_id <> all (took_part))");
        });
        builder.Property(g => g.AccountLanguage).HasMaxLength(Grievance.LanguageMaxLength);
        builder.Property(g => g.Aim).HasMaxLength(CodeMaxLength);
        builder.Property(g => g.OwnSource).HasMaxLength(CodeMaxLength);
        builder.Property(g => g.RespondentKind).HasMaxLength(CodeMaxLength);

        // The worklist pages newest first by (received_at, id); its tabs are partial indexes, so they stay as small as the work.
        // What decides who sees a case rides along; so does the municipality where it is not the key: counting reads the index alone.
        builder.HasIndex(g => new { g.ReceivedAt, g.Id }, "cases_grievances_newest").IsDescending().HasFilter("service = 'DG'").IncludeProperties(g => new { g.ClosedTo, g.IsSetApart });
        builder.HasIndex(g => new { g.Municipality, g.ReceivedAt, g.Id }, "cases_grievances_municipality").IsDescending(false, true, true).HasFilter("service = 'DG'").IncludeProperties(g => new { g.ClosedTo, g.IsSetApart });
        builder.HasIndex(g => new { g.HandlerId, g.ReceivedAt, g.Id }, "cases_grievances_handler").IsDescending(false, true, true).HasFilter(Open).IncludeProperties(g => new { g.Municipality, g.ClosedTo, g.IsSetApart });
        builder.HasIndex(g => new { g.Municipality, g.ReceivedAt, g.Id }, "cases_grievances_unassigned").IsDescending(false, true, true).HasFilter(Open + " and handler_id is null").IncludeProperties(g => new { g.ClosedTo, g.IsSetApart });
        builder.HasIndex(g => new { g.DueOn, g.Id }, "cases_grievances_due").HasFilter(Due).IncludeProperties(g => new { g.DueAt, g.ClosedTo, g.IsSetApart });
        builder.HasIndex(g => new { g.Municipality, g.DueOn, g.Id }, "cases_grievances_due_municipality").HasFilter(Due).IncludeProperties(g => new { g.DueAt, g.ClosedTo, g.IsSetApart });
        builder.HasIndex(g => new { g.HandlerId, g.DueOn, g.Id }, "cases_grievances_handler_due").HasFilter(Due).IncludeProperties(g => new { g.DueAt, g.ClosedTo, g.IsSetApart });
        builder.HasIndex(g => new { g.HandlerId, g.ReceivedAt, g.Id }, "cases_grievances_handler_unread").HasFilter("service = 'DG' and has_unread").IncludeProperties(g => new { g.ClosedTo, g.IsSetApart });
        builder.HasIndex(g => new { g.HandlerId, g.HandedAt, g.Id }, "cases_grievances_handed").HasFilter("service = 'DG' and handed_at is not null").IncludeProperties(g => new { g.ClosedTo, g.IsSetApart });
        builder.HasIndex(g => new { g.HandlerId, g.ChangedAt, g.Id }, "cases_grievances_sent_back").HasFilter(SentBack).IncludeProperties(g => new { g.ClosedTo, g.IsSetApart });
        builder.HasIndex(g => new { g.ReceivedAt, g.Id }, "cases_grievances_not_taken_on").HasFilter("service = 'DG' and status = 'Submitted' and handler_id is null").IncludeProperties(g => new { g.Municipality, g.ClosedTo, g.IsSetApart });
        builder.HasIndex(g => new { g.HandlerId, g.ReceivedAt, g.Id }, "cases_grievances_not_taken_on_by_handler").HasFilter("service = 'DG' and status = 'Submitted'").IncludeProperties(g => new { g.Municipality, g.ClosedTo, g.IsSetApart });
        builder.HasIndex(g => new { g.DueOn, g.Id }, "cases_grievances_to_approve").HasFilter("service = 'DG' and status = 'Proposed'").IncludeProperties(g => new { g.ClosedTo, g.IsSetApart });
        builder.HasIndex(g => new { g.DueOn, g.Id }, "cases_grievances_objected").HasFilter("service = 'DG' and status = 'Objected'").IncludeProperties(g => new { g.ClosedTo, g.IsSetApart });
        builder.HasIndex(g => new { g.HandlerId, g.SupplementUntil, g.Id }, "cases_grievances_awaited").HasFilter("service = 'DG' and status = 'AwaitingSupplement'").IncludeProperties(g => new { g.ClosedTo, g.IsSetApart });
        // the same for those of one place, who else would walk past what waits elsewhere
        builder.HasIndex(g => new { g.Municipality, g.ReceivedAt, g.Id }, "cases_grievances_not_taken_on_municipality").HasFilter("service = 'DG' and status = 'Submitted' and handler_id is null").IncludeProperties(g => new { g.ClosedTo, g.IsSetApart });
        builder.HasIndex(g => new { g.Municipality, g.DueOn, g.Id }, "cases_grievances_to_approve_municipality").HasFilter("service = 'DG' and status = 'Proposed'").IncludeProperties(g => new { g.ClosedTo, g.IsSetApart });
        builder.HasIndex(g => new { g.Municipality, g.DueOn, g.Id }, "cases_grievances_objected_municipality").HasFilter("service = 'DG' and status = 'Objected'").IncludeProperties(g => new { g.ClosedTo, g.IsSetApart });
        builder.HasIndex(g => new { g.Municipality, g.DueOn, g.Id }, "cases_grievances_objection_to_approve_municipality").HasFilter("service = 'DG' and status = 'ObjectionProposed'").IncludeProperties(g => new { g.ClosedTo, g.IsSetApart });
        builder.HasIndex(g => new { g.Municipality, g.DueOn, g.Id }, "cases_grievances_merge_proposed").HasFilter("service = 'DG' and merge_proposed_by_id is not null");
        builder.HasIndex(g => new { g.DueOn, g.Id }, "cases_grievances_return_proposed").HasFilter("service = 'DG' and return_proposed_by_id is not null");
        builder.HasIndex(g => new { g.HandlerId, g.JurisdictionCheckedAt, g.Id }, "cases_grievances_not_referred")
            .HasFilter("service = 'DG' and jurisdiction = 'NotOurs' and referred_at is null and status in ('UnderReview', 'Investigating', 'SiteInvestigation', 'Mediating')");
        builder.HasIndex(g => new { g.HandlerId, g.LastHappenedOn, g.HappenedOn, g.Id }, "cases_grievances_bars")
            .HasFilter("service = 'DG' and referred_at is null and status in ('UnderReview', 'Investigating', 'SiteInvestigation', 'Mediating', 'AwaitingSupplement', 'Proposed')");
        builder.HasIndex(g => new { g.HandlerId, g.RightsUntil, g.Id }, "cases_grievances_rights").HasFilter("service = 'DG' and rights_until is not null").IncludeProperties(g => new { g.Municipality, g.ClosedTo, g.IsSetApart });
        builder.HasIndex(g => new { g.FearSince, g.Id }, "cases_grievances_fear").HasFilter("service = 'DG' and fear_since is not null").IncludeProperties(g => new { g.Municipality, g.HandlerId, g.ClosedTo, g.IsSetApart });
        builder.HasIndex(g => new { g.HandlerId, g.RespondentAskedUntil, g.Id }, "cases_grievances_asked")
            .HasFilter("service = 'DG' and respondent_asked_until is not null and status in ('Investigating', 'SiteInvestigation')");
        builder.HasIndex(g => new { g.HandlerId, g.Language, g.DueOn }, "cases_grievances_load").HasFilter(Open)
            .IncludeProperties(g => new { g.Municipality, g.Status, g.HasUnread, g.ReceivedAt, g.DueAt, g.ClosedTo, g.IsSetApart });
        builder.HasIndex(g => g.AnsweredAt, "cases_grievances_answered").HasFilter("service = 'DG' and answered_at is not null").IncludeProperties(g => new { g.Municipality, g.AnsweredInTime, g.ClosedTo, g.IsSetApart });
        builder.HasIndex(g => new { g.Status, g.ReceivedAt, g.Id }, "cases_grievances_status").IsDescending(false, true, true).HasFilter("service = 'DG'");
        builder.HasIndex(g => new { g.Language, g.ReceivedAt, g.Id }, "cases_grievances_language").IsDescending(false, true, true).HasFilter("service = 'DG'");
        builder.HasIndex(g => new { g.Channel, g.ReceivedAt, g.Id }, "cases_grievances_channel").IsDescending(false, true, true).HasFilter("service = 'DG'");
        builder.HasIndex(g => new { g.ReceivedAt, g.Id }, "cases_grievances_set_apart").IsDescending().HasFilter("service = 'DG' and is_set_apart");
        // what an added rest day may move
        builder.HasIndex(g => g.Id, "cases_grievances_open").HasFilter(Open);
        builder.HasIndex(g => new { g.ObjectionUntil, g.Id }, "cases_grievances_objection_until").HasFilter("service = 'DG' and objection_until is not null");
        builder.HasIndex(g => g.Grounds).HasMethod("gin");
        builder.HasIndex(g => g.Sectors).HasMethod("gin");
    }
}
