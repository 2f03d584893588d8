using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MigrantServices.Core.Reference;

/// <summary>The table of dated code lists.</summary>
internal sealed class ReferenceItemConfiguration : IEntityTypeConfiguration<ReferenceItem>
{
    public void Configure(EntityTypeBuilder<ReferenceItem> builder)
    {
        builder.ToTable("reference_items", table =>
            table.HasCheckConstraint("reference_items_in_order", "valid_to is null or valid_to >= valid_from"));
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.List).HasMaxLength(40);
        builder.Property(i => i.Code).HasMaxLength(ReferenceItem.CodeMaxLength);
        builder.Property(i => i.Details).HasColumnType("jsonb");
        builder.Property(i => i.Source).HasMaxLength(ReferenceItem.SourceMaxLength);
        builder.Property(i => i.ValidTo).IsConcurrencyToken();
        builder.Ignore(i => i.TextKey);
        builder.HasOne<ReferenceChange>().WithMany().HasForeignKey(i => i.ChangeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => new { i.List, i.Code, i.ValidFrom }).IsUnique();
    }
}
