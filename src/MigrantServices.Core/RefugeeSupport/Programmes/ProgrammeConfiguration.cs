using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MigrantServices.Core.RefugeeSupport.Programmes;

/// <summary>The tables of programmes, of their names and of their dated terms.</summary>
internal sealed class ProgrammeConfiguration :
    IEntityTypeConfiguration<SupportProgramme>, IEntityTypeConfiguration<ProgrammeText>, IEntityTypeConfiguration<ProgrammeTerms>
{
    public void Configure(EntityTypeBuilder<SupportProgramme> builder)
    {
        builder.ToTable("support_programmes");
        builder.HasKey(p => p.Code);
        builder.Property(p => p.Code).HasMaxLength(SupportProgramme.CodeMaxLength);
        builder.Property(p => p.Heading).HasMaxLength(SupportProgramme.CodeMaxLength);
        builder.Property(p => p.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(p => p.Article).HasMaxLength(SupportProgramme.CodeMaxLength);
        builder.HasOne<ProgrammeChange>().WithMany().HasForeignKey(p => p.ChangeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Texts).WithOne().HasForeignKey(t => t.ProgrammeCode).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ProgrammeText> builder)
    {
        builder.ToTable("programme_texts");
        builder.HasKey(t => new { t.ProgrammeCode, t.Language });
        builder.Property(t => t.Language).HasMaxLength(20);
        builder.Property(t => t.Name).HasMaxLength(ProgrammeText.NameMaxLength);
        builder.Property(t => t.About).HasMaxLength(ProgrammeText.AboutMaxLength);
    }

    public void Configure(EntityTypeBuilder<ProgrammeTerms> builder)
    {
        builder.ToTable("programme_terms", table =>
        {
            table.HasCheckConstraint("programme_terms_in_order", "valid_to is null or valid_to >= valid_from");
            table.HasCheckConstraint("programme_terms_rules_are_whole", "rules ? 'need' and rules ? 'months' and (rules ->> 'months')::int > 0");
        });
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.ValidTo).IsConcurrencyToken();
        builder.Property(t => t.Source).HasMaxLength(ProgrammeTerms.SourceMaxLength);
        builder.Property(t => t.Rules).HasColumnType("jsonb").HasConversion(rules => rules.ToJson(), json => ProgrammeRules.Of(json), new RulesComparer());
        builder.HasOne<SupportProgramme>().WithMany().HasForeignKey(t => t.ProgrammeCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ProgrammeChange>().WithMany().HasForeignKey(t => t.ChangeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => new { t.ProgrammeCode, t.ValidFrom }).IsUnique();
    }

    // rules are replaced whole and never altered in place
    internal sealed class RulesComparer() : ValueComparer<ProgrammeRules>((one, other) => Same(one, other), rules => rules.ToJson().Length, rules => rules);

    private static bool Same(ProgrammeRules? one, ProgrammeRules? other) =>
        ReferenceEquals(one, other) || (one is not null && other is not null && one.ToJson() == other.ToJson());
}
