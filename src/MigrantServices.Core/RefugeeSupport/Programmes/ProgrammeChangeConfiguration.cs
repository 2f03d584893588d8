using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.People;

namespace MigrantServices.Core.RefugeeSupport.Programmes;

/// <summary>The table of changes to the programmes: nobody approves their own, and no two hold from the same day.</summary>
internal sealed class ProgrammeChangeConfiguration : IEntityTypeConfiguration<ProgrammeChange>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { IgnoreReadOnlyProperties = true, Converters = { new JsonStringEnumConverter() } };

    public void Configure(EntityTypeBuilder<ProgrammeChange> builder)
    {
        builder.ToTable("programme_changes", table =>
        {
            table.HasCheckConstraint("programme_changes_two_people", "approved_by_id <> proposed_by_id");
            table.HasCheckConstraint("programme_changes_approved_once", "(approved_at is null) = (approved_by_id is null)");
            table.HasCheckConstraint("programme_changes_withdrawn_once", "(withdrawn_at is null) = (withdrawn_by_id is null)");
            table.HasCheckConstraint("programme_changes_one_end", "approved_at is null or withdrawn_at is null");
            table.HasCheckConstraint("programme_changes_closings_hold_nothing", "(kind = 'Close') = (rules is null)");
            table.HasCheckConstraint("programme_changes_new_ones_are_described", "(kind = 'New') = (programme is not null)");
        });
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Kind).HasConversion<string>().HasMaxLength(10);
        builder.Property(c => c.ProgrammeCode).HasMaxLength(SupportProgramme.CodeMaxLength);
        builder.Property(c => c.Source).HasMaxLength(ProgrammeTerms.SourceMaxLength);
        builder.Property(c => c.Rules).HasColumnType("jsonb").HasConversion(rules => rules!.ToJson(), json => ProgrammeRules.Of(json), new ProgrammeConfiguration.RulesComparer());
        builder.Property(c => c.Programme).HasColumnType("jsonb").HasConversion(
            programme => JsonSerializer.Serialize(programme, Json),
            json => JsonSerializer.Deserialize<NewProgramme>(json, Json),
            new ValueComparer<NewProgramme>((one, other) => ReferenceEquals(one, other), programme => programme.Article.Length, programme => programme));
        builder.Property(c => c.ApprovedAt).IsConcurrencyToken();
        builder.Property(c => c.WithdrawnAt).IsConcurrencyToken();
        builder.Ignore(c => c.IsOpen);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.ProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.ApprovedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.WithdrawnById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.ProgrammeCode, c.EffectiveOn }).IsUnique().HasFilter("withdrawn_at is null");
        builder.HasIndex(c => c.ProgrammeCode, "programme_changes_new_once").IsUnique().HasFilter("withdrawn_at is null and kind = 'New'");
    }
}
