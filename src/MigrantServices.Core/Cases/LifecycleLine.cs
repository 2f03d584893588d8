using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MigrantServices.Core.Cases;

/// <summary>A line of a service's life as the database knows it, so that no statement leads a case where the table in code does not.</summary>
public sealed record LifecycleLine(string Service, CaseStatus From, string Action, CaseStatus To);

/// <summary>The table by which the triggers of cases and their history judge.</summary>
internal sealed class LifecycleLineConfiguration : IEntityTypeConfiguration<LifecycleLine>
{
    public void Configure(EntityTypeBuilder<LifecycleLine> builder)
    {
        builder.ToTable("lifecycle_lines");
        builder.HasKey(line => new { line.Service, line.From, line.Action, line.To });
        builder.Property(line => line.Service).HasMaxLength(4);
        builder.Property(line => line.From).HasColumnName("from_status").HasConversion<string>().HasMaxLength(30);
        builder.Property(line => line.Action).HasMaxLength(40);
        builder.Property(line => line.To).HasColumnName("to_status").HasConversion<string>().HasMaxLength(30);
    }
}
