using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>The tables of awards and their instalments. Sums, and that no need is met twice, stand in <c>Storage/Sql/support_awards_v1.sql</c>.</summary>
internal sealed class AwardConfiguration :
    IEntityTypeConfiguration<Award>, IEntityTypeConfiguration<AwardMember>, IEntityTypeConfiguration<Instalment>, IEntityTypeConfiguration<AwardEnding>
{
    public void Configure(EntityTypeBuilder<Award> builder)
    {
        builder.ToTable("awards", table =>
        {
            table.HasCheckConstraint("awards_in_order", "to_day >= from_day and (ended_on is null or ended_on between from_day - 1 and to_day)");
            table.HasCheckConstraint("awards_two_people", "approved_by_id <> proposed_by_id");
            table.HasCheckConstraint("awards_sums", "won >= 0 and released_won >= 0 and paid_won >= 0 and paid_won + released_won <= won");
            table.HasCheckConstraint("awards_of_a_line", "won = 0 or line_id is not null");
            table.HasCheckConstraint("awards_for_somebody", "cardinality(members) > 0");
        });
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Number).HasMaxLength(Award.NumberMaxLength);
        builder.Property(a => a.ProgrammeCode).HasMaxLength(SupportProgramme.CodeMaxLength);
        builder.Property(a => a.Need).HasMaxLength(SupportProgramme.CodeMaxLength);
        builder.Property(a => a.State).HasConversion<string>().HasMaxLength(10);
        builder.HasIndex(a => a.Number).IsUnique();
        builder.HasIndex(a => a.CaseId);
        builder.HasIndex(a => new { a.LineId, a.Id }, "awards_of_line").IsDescending(false, true);
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<BudgetLine>().WithMany().HasForeignKey(a => a.LineId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SupportProgramme>().WithMany().HasForeignKey(a => a.ProgrammeCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ProgrammeTerms>().WithMany().HasForeignKey(a => a.TermsId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(a => a.ProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(a => a.ApprovedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Instalments).WithOne().HasForeignKey(i => i.AwardId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AwardMember> builder)
    {
        builder.ToTable("award_members");
        builder.HasKey(m => new { m.AwardId, m.Member });
        builder.Property(m => m.Need).HasMaxLength(SupportProgramme.CodeMaxLength);
        builder.HasIndex(m => m.Member);
        builder.HasOne<Award>().WithMany().HasForeignKey(m => m.AwardId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Instalment> builder)
    {
        builder.ToTable("instalments", table =>
        {
            table.HasCheckConstraint("instalments_won", "won > 0 and returned_won >= 0 and returned_won <= won and (returned_won = 0 or state = 'Paid')");
            table.HasCheckConstraint("instalments_number", "number > 0");
        });
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.State).HasConversion<string>().HasMaxLength(10);
        builder.HasIndex(i => new { i.AwardId, i.Number }).IsUnique();
        builder.HasIndex(i => new { i.DueOn, i.Id }, "instalments_due").HasFilter("state = 'Due'");
        builder.HasIndex(i => i.LineId, "instalments_due_of_line").HasFilter("state = 'Due'");
        builder.HasOne<BudgetLine>().WithMany().HasForeignKey(i => i.LineId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AwardEnding> builder)
    {
        builder.ToTable("award_endings", table => table.HasCheckConstraint("award_endings_two_people", "proposed_by_id is null or proposed_by_id <> by_id"));
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Kind).HasConversion<string>().HasMaxLength(10);
        builder.HasIndex(e => e.AwardId);
        builder.HasOne<Award>().WithMany().HasForeignKey(e => e.AwardId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(e => e.ProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(e => e.ById).OnDelete(DeleteBehavior.Restrict);
    }
}
