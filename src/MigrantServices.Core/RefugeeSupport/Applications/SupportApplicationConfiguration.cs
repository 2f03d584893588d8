using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.People;

namespace MigrantServices.Core.RefugeeSupport.Applications;

/// <summary>Columns, constraints and indexes of applications for refugee support, in the table of all cases. Nothing here tells who anybody is.</summary>
internal sealed class SupportApplicationConfiguration : IEntityTypeConfiguration<SupportApplication>
{
    private const string Mine = "service = 'RS'";

    /// <summary>Must name the same statuses as the tab of open cases does.</summary>
    private const string Open = Mine + " and status in ('Submitted', 'UnderReview', 'AwaitingSupplement', 'Proposed', 'Objected', 'ObjectionReview', 'ObjectionProposed')";

    public void Configure(EntityTypeBuilder<SupportApplication> builder)
    {
        // the same words stand in the same columns as those of a grievance
        builder.Property(c => c.Account).HasColumnName("account");
        builder.Property(c => c.ContactWay).HasColumnName("contact_way").HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.ContactNote).HasColumnName("contact_note");
        builder.Property(c => c.WantsInterpreter).HasColumnName("wants_interpreter");
        builder.Property(c => c.InterpreterNote).HasColumnName("interpreter_note");
        builder.Property(c => c.ObjectedAt).HasColumnName("objected_at");
        builder.Ignore(c => c.RunningClock).Ignore(c => c.OpenLines);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.ObjectionProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.ObjectionApprovedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SupportApplication>().WithMany().HasForeignKey(c => c.EarlierId).OnDelete(DeleteBehavior.SetNull);
        builder.HasMany(c => c.Lines).WithOne().HasForeignKey(l => l.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Household).WithOne().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Papers).WithOne().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(c => c.Lines).AutoInclude();
        builder.Navigation(c => c.Papers).AutoInclude();
        builder.ToTable(table => table.HasCheckConstraint("cases_support_decided_by_two", "service <> 'RS' or decided_at is null or (proposed_by_id is not null and approved_by_id is not null)"));

        builder.HasIndex(c => new { c.ReceivedAt, c.Id }, "cases_support_newest").IsDescending().HasFilter(Mine).IncludeProperties(c => new { c.ClosedTo, c.OpenTo, c.IsSetApart });
        builder.HasIndex(c => new { c.Municipality, c.ReceivedAt, c.Id }, "cases_support_municipality").IsDescending(false, true, true).HasFilter(Mine).IncludeProperties(c => new { c.ClosedTo, c.OpenTo, c.IsSetApart });
        builder.HasIndex(c => new { c.HandlerId, c.ReceivedAt, c.Id }, "cases_support_handler").IsDescending(false, true, true).HasFilter(Open).IncludeProperties(c => new { c.Municipality, c.ClosedTo, c.OpenTo, c.IsSetApart });
        builder.HasIndex(c => new { c.DueOn, c.Id }, "cases_support_due").HasFilter(Mine + " and due_on is not null").IncludeProperties(c => new { c.Municipality, c.ClosedTo, c.OpenTo, c.IsSetApart });
        builder.HasIndex(c => new { c.Status, c.ReceivedAt, c.Id }, "cases_support_status").IsDescending(false, true, true).HasFilter(Mine);
        builder.HasIndex(c => new { c.Language, c.ReceivedAt, c.Id }, "cases_support_language").IsDescending(false, true, true).HasFilter(Mine);
        builder.HasIndex(c => new { c.ReceivedAt, c.Id }, "cases_support_urgent").IsDescending().HasFilter(Open + " and is_urgent");
        builder.HasIndex(c => c.OpenTo, "cases_support_open_to").HasMethod("gin").HasFilter(Mine);
    }
}
