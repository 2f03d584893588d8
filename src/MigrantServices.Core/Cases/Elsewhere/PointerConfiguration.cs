using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Cases.Elsewhere;

/// <summary>The tables of sealed pointers. That none of them is changed but by ending it once stands in <c>Storage/Sql/sealed_pointers_v1.sql</c>.</summary>
internal sealed class PointerConfiguration : IEntityTypeConfiguration<SealedPointer>, IEntityTypeConfiguration<PointerOpening>
{
    public void Configure(EntityTypeBuilder<SealedPointer> builder)
    {
        builder.ToTable("sealed_pointers", table =>
        {
            table.HasCheckConstraint("sealed_pointers_agreed", "(ground = 'consent') = (agreed_on is not null)");
            table.HasCheckConstraint("sealed_pointers_ended", "ended_at is not null or ended_by_id is null");
        });
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Ground).HasMaxLength(ReferenceItem.CodeMaxLength);
        builder.Property(p => p.EndedAt).IsConcurrencyToken();
        builder.HasIndex(p => new { p.CaseId, p.MadeAt });
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(p => p.MadeById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(p => p.EndedById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PointerOpening> builder)
    {
        builder.ToTable("pointer_openings", table => table.HasCheckConstraint("pointer_openings_end", "until > opened_at"));
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Ground).HasMaxLength(ReferenceItem.CodeMaxLength);
        builder.HasIndex(o => new { o.CaseId, o.OpenedById, o.Until });
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(o => o.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(o => o.OpenedById).OnDelete(DeleteBehavior.Restrict);
    }
}
