using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>Marks of respondents' names; they go with their case.</summary>
internal sealed class RespondentTokenConfiguration : IEntityTypeConfiguration<RespondentToken>
{
    public void Configure(EntityTypeBuilder<RespondentToken> builder)
    {
        builder.ToTable("respondent_tokens");
        builder.HasKey(t => new { t.CaseId, t.Form });
        builder.Property(t => t.Form).HasConversion<string>().HasMaxLength(10);
        builder.HasIndex(t => t.Token, "respondent_tokens_same").HasFilter("counts").IncludeProperties(t => t.CaseId);
        builder.HasOne<Grievance>().WithMany(g => g.RespondentTokens).HasForeignKey(t => t.CaseId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Patterns: nobody agrees to their own request.</summary>
internal sealed class PatternConfiguration : IEntityTypeConfiguration<Pattern>
{
    public void Configure(EntityTypeBuilder<Pattern> builder)
    {
        builder.ToTable("patterns", table =>
        {
            table.HasCheckConstraint("patterns_two_people", "agreed_by_id is null or (asked_by_id is not null and agreed_by_id <> asked_by_id)");
            table.HasCheckConstraint("patterns_open_for_a_while", "(agreed_by_id is null) = (open_until is null)");
            table.HasCheckConstraint("patterns_asked_for_something", "(asked_by_id is null) = (purpose is null)");
            table.HasCheckConstraint("patterns_closed_with_an_outcome", "(closed_at is null) = (outcome is null)");
        });
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Number).HasMaxLength(Pattern.NumberMaxLength);
        builder.Property(p => p.RespondentKind).HasMaxLength(40);
        builder.Property(p => p.RespondentSector).HasConversion<string>().HasMaxLength(10);
        builder.Property(p => p.Purpose).HasConversion<string>().HasMaxLength(20);
        builder.Property(p => p.Outcome).HasConversion<string>().HasMaxLength(20);
        builder.Property(p => p.Revision).IsConcurrencyToken();
        builder.HasIndex(p => p.Number).IsUnique();
        builder.HasIndex(p => p.Token).IsUnique();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(p => p.AskedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(p => p.AgreedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Steps).WithOne().HasForeignKey(s => s.PatternId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>The history of patterns, append-only by trigger: whose request was answered stands beside who answered it.</summary>
internal sealed class PatternStepConfiguration : IEntityTypeConfiguration<PatternStep>
{
    public void Configure(EntityTypeBuilder<PatternStep> builder)
    {
        builder.ToTable("pattern_steps", table =>
        {
            table.HasCheckConstraint("pattern_steps_two_people", "asked_by_id is null or (by_id is not null and by_id <> asked_by_id)");
            table.HasCheckConstraint("pattern_steps_answer_a_request", "(deed in ('Agreed', 'Refused')) = (asked_by_id is not null)");
        });
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Deed).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.Purpose).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.Outcome).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(s => new { s.PatternId, s.Id });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(s => s.ById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(s => s.AskedById).OnDelete(DeleteBehavior.Restrict);
    }
}
