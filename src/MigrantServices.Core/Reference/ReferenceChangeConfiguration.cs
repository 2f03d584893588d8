using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Reference;

/// <summary>The table of changes to the code lists: nobody approves their own, and no two hold from the same day.</summary>
internal sealed class ReferenceChangeConfiguration : IEntityTypeConfiguration<ReferenceChange>
{
    public void Configure(EntityTypeBuilder<ReferenceChange> builder)
    {
        builder.ToTable("reference_changes", table =>
        {
            table.HasCheckConstraint("reference_changes_two_people", "approved_by_id <> proposed_by_id");
            table.HasCheckConstraint("reference_changes_approved_once", "(approved_at is null) = (approved_by_id is null)");
            table.HasCheckConstraint("reference_changes_withdrawn_once", "(withdrawn_at is null) = (withdrawn_by_id is null)");
            table.HasCheckConstraint("reference_changes_in_order", "until is null or until >= effective_on");
            table.HasCheckConstraint("reference_changes_ends_hold_nothing", "(kind = 'End') = (details is null)");
        });
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Kind).HasConversion<string>().HasMaxLength(10);
        builder.Property(c => c.List).HasMaxLength(40);
        builder.Property(c => c.Code).HasMaxLength(ReferenceItem.CodeMaxLength);
        builder.Property(c => c.Article).HasMaxLength(ReferenceItem.CodeMaxLength);
        builder.Property(c => c.Details).HasColumnType("jsonb");
        builder.Property(c => c.Source).HasMaxLength(ReferenceItem.SourceMaxLength);
        builder.Property(c => c.ApprovedAt).IsConcurrencyToken();
        builder.Property(c => c.WithdrawnAt).IsConcurrencyToken();
        builder.Ignore(c => c.MissingLanguages).Ignore(c => c.EndsAnew).Ignore(c => c.IsOpen);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.ProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.ApprovedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.WithdrawnById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.List, c.Code, c.EffectiveOn }).IsUnique().HasFilter("withdrawn_at is null");
        builder.HasIndex(c => new { c.List, c.Code }, "reference_changes_new_once").IsUnique().HasFilter("withdrawn_at is null and kind = 'Add' and list not in ('card-cities', 'childcare-cities', 'child-check-cities', 'city-lines')");
        builder.HasMany(c => c.Texts).WithOne().HasForeignKey(t => t.ChangeId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>The table of sentences that were typed for new entries.</summary>
internal sealed class ReferenceTextConfiguration : IEntityTypeConfiguration<ReferenceText>
{
    public void Configure(EntityTypeBuilder<ReferenceText> builder)
    {
        builder.ToTable("reference_texts");
        builder.HasKey(t => new { t.ChangeId, t.Language });
        builder.Property(t => t.Language).HasMaxLength(20);
        builder.Property(t => t.Text).HasMaxLength(ReferenceText.TextMaxLength);
    }
}
