using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications;

namespace MigrantServices.Core.RefugeeSupport.Households;

/// <summary>The tables of marks, joins and keys of the same people. What a join does stands in <c>Storage/Sql/support_households_v1.sql</c>.</summary>
internal sealed class HouseholdConfiguration :
    IEntityTypeConfiguration<HouseholdMark>, IEntityTypeConfiguration<HouseholdJoin>, IEntityTypeConfiguration<HouseholdLink>, IEntityTypeConfiguration<SamePerson>
{
    public void Configure(EntityTypeBuilder<HouseholdMark> builder)
    {
        builder.ToTable("household_marks");
        builder.HasKey(m => new { m.PersonId, m.Kind, m.Mark });
        builder.Property(m => m.Kind).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(m => m.Mark, "household_marks_mark").IncludeProperties(m => new { m.Kind, m.CaseId });
        builder.HasIndex(m => m.CaseId);
        builder.HasOne<HouseholdPerson>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<HouseholdJoin> builder)
    {
        builder.ToTable("household_joins", table =>
        {
            table.HasCheckConstraint("household_joins_decided_whole", "(state = 'Proposed') = (decided_by_id is null) and (decided_by_id is null) = (decided_at is null)");
            table.HasCheckConstraint("household_joins_by_two_people", "state in ('Proposed', 'Declined') or decided_by_id <> proposed_by_id");
            table.HasCheckConstraint("household_joins_part_whole", "(state in ('PartProposed', 'Parted')) = (part_proposed_by_id is not null) and (part_proposed_by_id is null) = (part_words is null)");
            table.HasCheckConstraint("household_joins_parted_by_two_people", "(state = 'Parted') = (parted_by_id is not null) and (parted_by_id is null) = (parted_at is null) and (parted_by_id is null or parted_by_id <> part_proposed_by_id)");
        });
        builder.Property(j => j.Id).ValueGeneratedNever();
        builder.Property(j => j.State).HasConversion<string>().HasMaxLength(20).IsConcurrencyToken();
        builder.Ignore(j => j.IsLive);
        builder.HasIndex(j => j.PairId, "household_joins_one_alive").IsUnique().HasFilter("state in ('Proposed', 'Joined', 'PartProposed')");
        builder.HasIndex(j => j.PairId);
        builder.HasOne<CasePair>().WithMany().HasForeignKey(j => j.PairId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(j => j.Links).WithOne().HasForeignKey(l => l.JoinId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(j => j.ProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(j => j.DecidedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(j => j.PartProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(j => j.PartedById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<HouseholdLink> builder)
    {
        builder.ToTable("household_links", table => table.HasCheckConstraint("household_links_of_two", "one_key <> other_key"));
        builder.HasKey(l => new { l.JoinId, l.OneKey, l.OtherKey });
        builder.HasIndex(l => l.OneKey);
        builder.HasIndex(l => l.OtherKey);
    }

    public void Configure(EntityTypeBuilder<SamePerson> builder)
    {
        builder.ToTable("same_people");
        builder.HasKey(s => new { s.Key, s.AsKey });
    }
}
