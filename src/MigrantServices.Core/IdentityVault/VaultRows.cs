using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.IdentityVault;

/// <summary>The part of the database that knows who children and their parents are. It is reached as a role of its own, which nothing else of the portal has.</summary>
/// <remarks>Its tables are made by the migrations of <see cref="PortalDb"/>.</remarks>
public sealed class VaultDb(DbContextOptions<VaultDb> options) : DbContext(options)
{
    internal DbSet<VaultPerson> People => Set<VaultPerson>();

    internal DbSet<VaultPhotograph> Photographs => Set<VaultPhotograph>();

    internal DbSet<VaultKinship> Kinships => Set<VaultKinship>();

    internal DbSet<VaultMark> Marks => Set<VaultMark>();

    internal DbSet<VaultPaper> Papers => Set<VaultPaper>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        // the keys are named so that a person is stored before whatever belongs to them
        modelBuilder.HasDefaultSchema("vault");
        modelBuilder.Entity<VaultPerson>(person =>
        {
            person.ToTable("people");
            person.Property(p => p.Id).ValueGeneratedNever();
            person.Property(p => p.Kind).HasConversion<string>();
            person.Property(p => p.Revision).IsConcurrencyToken();
        });
        modelBuilder.Entity<VaultPhotograph>(photograph =>
        {
            photograph.ToTable("photographs");
            photograph.HasKey(p => p.PersonId);
            photograph.Property(p => p.PersonId).ValueGeneratedNever();
            photograph.HasOne<VaultPerson>().WithMany().HasForeignKey(p => p.PersonId);
        });
        modelBuilder.Entity<VaultKinship>(kinship =>
        {
            kinship.ToTable("kinships");
            kinship.HasKey(k => new { k.ChildId, k.ParentId });
            kinship.Property(k => k.Relation).HasConversion<string>();
            kinship.HasOne<VaultPerson>().WithMany().HasForeignKey(k => k.ChildId);
            kinship.HasOne<VaultPerson>().WithMany().HasForeignKey(k => k.ParentId);
        });
        modelBuilder.Entity<VaultMark>(mark =>
        {
            mark.ToTable("marks");
            mark.HasKey(m => new { m.PersonId, m.Kind, m.Mark });
            mark.HasOne<VaultPerson>().WithMany().HasForeignKey(m => m.PersonId);
        });
        modelBuilder.Entity<VaultPaper>(paper =>
        {
            paper.ToTable("papers");
            paper.Property(p => p.Id).ValueGeneratedNever();
            paper.HasOne<VaultPerson>().WithMany().HasForeignKey(p => p.PersonId);
        });
        modelBuilder.UseSnakeCase();
    }
}

internal enum VaultKind
{
    Child,
    Parent,
}

internal sealed class VaultPerson
{
    public required Guid Id { get; init; }

    public required VaultKind Kind { get; init; }

    /// <summary>Sealed under the person's own key.</summary>
    public required byte[] Content { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Its case is stored; until then it may be left over from a filing that broke off.</summary>
    public bool IsKept { get; init; }

    public int Revision { get; set; }
}

internal sealed class VaultPhotograph
{
    public required Guid PersonId { get; init; }

    public required byte[] Content { get; set; }

    public required DateTimeOffset TakenAt { get; set; }
}

internal sealed class VaultKinship
{
    public required Guid ChildId { get; init; }

    public required Guid ParentId { get; init; }

    public required Kinship Relation { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>From when the parent is no longer of this file; null while they are.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

internal sealed class VaultPaper
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required byte[] Content { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
}

internal sealed class VaultMark
{
    public required Guid PersonId { get; init; }

    public required string Kind { get; init; }

    public required byte[] Mark { get; init; }
}
