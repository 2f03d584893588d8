using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MigrantServices.Core.People;

/// <summary>Colleagues, their rights, invitations and sessions.</summary>
internal sealed class PeopleConfiguration :
    IEntityTypeConfiguration<PortalUser>,
    IEntityTypeConfiguration<RoleGrant>,
    IEntityTypeConfiguration<RightConfirmation>,
    IEntityTypeConfiguration<Invitation>,
    IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.DisplayName).HasMaxLength(PortalUser.NameMaxLength);
        builder.Property(u => u.Language).HasMaxLength(10);
    }

    public void Configure(EntityTypeBuilder<RoleGrant> builder)
    {
        builder.ToTable("role_grants", table =>
        {
            table.HasCheckConstraint("role_grants_withdrawn_once", "(withdrawn_at is null) = (withdrawn_by_id is null)");
            table.HasCheckConstraint("role_grants_of_a_centre", "(role = 'CentreWorker') = (centre is not null) and (centre is null or (services is not null and cardinality(municipalities) = 1 and not for_set_apart))");
        });
        builder.Property(g => g.Centre).HasMaxLength(Reference.ReferenceItem.CodeMaxLength);
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Role).HasConversion<string>().HasMaxLength(40);
        // of two administrators who withdraw at once, the first one's name stays
        builder.Property(g => g.WithdrawnAt).IsConcurrencyToken();
        builder.HasIndex(g => g.UserId);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(g => g.UserId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RightConfirmation> builder)
    {
        builder.ToTable("right_confirmations");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => c.GrantId);
        builder.HasOne<RoleGrant>().WithMany().HasForeignKey(c => c.GrantId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.HasIndex(i => i.TokenHash).IsUnique();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(i => i.UserId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions", table =>
            table.HasCheckConstraint("sessions_of_somebody", "(user_id is null) <> (code_id is null)"));
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => s.KeyHash).IsUnique();
        builder.HasIndex(s => s.UserId);
        builder.HasIndex(s => s.EndsAt);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Cases.CaseCode>().WithMany().HasForeignKey(s => s.CodeId).OnDelete(DeleteBehavior.Cascade);
    }
}
