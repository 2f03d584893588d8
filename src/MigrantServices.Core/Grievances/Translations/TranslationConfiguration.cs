using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances.Translations;

/// <summary>Translations, and what decisions relied on.</summary>
internal sealed class TranslationConfiguration : IEntityTypeConfiguration<Translation>, IEntityTypeConfiguration<DecisionSource>
{
    public void Configure(EntityTypeBuilder<Translation> builder)
    {
        builder.ToTable("translations", table =>
        {
            table.HasCheckConstraint("translations_checked_by_another", "checked_by_id is null or checked_by_id <> added_by_id");
            table.HasCheckConstraint("translations_check_whole", "(state = 'Unchecked') = (checked_by_id is null) and (checked_by_id is null) = (checked_at is null)");
            table.HasCheckConstraint("translations_rejected_with_reason", "(state = 'Rejected') = (reason is not null)");
            table.HasCheckConstraint("translations_interpreter_asked", "(interpreter is null) = (has_conflict is null)");
            table.HasCheckConstraint("translations_conflict_said", "conflict_words is not null or has_conflict is not true");
            table.HasCheckConstraint("translations_into_another_language", "from_language <> to_language");
        });
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Text).HasConversion<string>().HasMaxLength(20);
        builder.Property(t => t.From).HasColumnName("from_language").HasMaxLength(ServiceCase.LanguageMaxLength);
        builder.Property(t => t.To).HasColumnName("to_language").HasMaxLength(ServiceCase.LanguageMaxLength);
        builder.Property(t => t.Kind).HasConversion<string>().HasMaxLength(10);
        builder.Property(t => t.State).HasConversion<string>().HasMaxLength(10);
        builder.HasIndex(t => new { t.CaseId, t.Text, t.TextId, t.To, t.Number }).IsUnique();
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(t => t.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(t => t.AddedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(t => t.CheckedById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DecisionSource> builder)
    {
        builder.ToTable("decision_sources", table => table.HasCheckConstraint("decision_sources_unchecked_translation", "translation_id is not null or not was_unchecked"));
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Deed).HasMaxLength(40);
        builder.Property(s => s.Text).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.Language).HasMaxLength(ServiceCase.LanguageMaxLength);
        builder.HasIndex(s => new { s.CaseId, s.Deed, s.NamedAt });
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Translation>().WithMany().HasForeignKey(s => s.TranslationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(s => s.NamedById).OnDelete(DeleteBehavior.Restrict);
    }
}
