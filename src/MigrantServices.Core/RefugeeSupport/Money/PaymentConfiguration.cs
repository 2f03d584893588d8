using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>The tables of what was paid, came back or was handed over. What they do to the sums stands in <c>Storage/Sql/support_payments_v1.sql</c>.</summary>
internal sealed class PaymentConfiguration :
    IEntityTypeConfiguration<Payment>, IEntityTypeConfiguration<PaymentReversal>, IEntityTypeConfiguration<PaymentReturn>
{
    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.ToTable("payments", table =>
        {
            table.HasCheckConstraint("payments_two_people", "released_by_id is null or released_by_id <> prepared_by_id");
            table.HasCheckConstraint("payments_released", "(state in ('Released', 'Reversed')) = (released_by_id is not null) and (released_by_id is null) = (paid_on is null) and (released_by_id is null) = (released_at is null)");
            table.HasCheckConstraint("payments_withdrawn", "(state = 'Withdrawn') = (withdrawn_by_id is not null)");
            table.HasCheckConstraint("payments_won", "won > 0");
        });
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Method).HasConversion<string>().HasMaxLength(20);
        builder.Property(p => p.State).HasConversion<string>().HasMaxLength(10).IsConcurrencyToken();
        builder.HasIndex(p => p.InstalmentId);
        builder.HasIndex(p => p.InstalmentId, MoneyRefusals.PaidOnce).IsUnique().HasFilter("state in ('Prepared', 'Released')");
        builder.HasIndex(p => p.PreparedAt, "payments_to_release").HasFilter("state = 'Prepared'");
        builder.HasOne<Instalment>().WithMany().HasForeignKey(p => p.InstalmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(p => p.PreparedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(p => p.ReleasedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(p => p.WithdrawnById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PaymentReversal> builder)
    {
        builder.ToTable("payment_reversals", table =>
        {
            table.HasCheckConstraint("payment_reversals_two_people", "released_by_id is null or released_by_id <> prepared_by_id");
            table.HasCheckConstraint("payment_reversals_released", "(state = 'Released') = (released_by_id is not null) and (released_by_id is null) = (released_at is null)");
        });
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.State).HasConversion<string>().HasMaxLength(10).IsConcurrencyToken();
        builder.HasIndex(r => r.PaymentId, MoneyRefusals.ReversedOnce).IsUnique().HasFilter("state <> 'Withdrawn'");
        builder.HasOne<Payment>().WithMany().HasForeignKey(r => r.PaymentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(r => r.PreparedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(r => r.ReleasedById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PaymentReturn> builder)
    {
        builder.ToTable("payment_returns", table => table.HasCheckConstraint("payment_returns_won", "won > 0"));
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.PaymentId);
        builder.HasOne<Payment>().WithMany().HasForeignKey(r => r.PaymentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(r => r.RecordedById).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>The tables of what is given in kind.</summary>
internal sealed class DeliveryConfiguration :
    IEntityTypeConfiguration<Delivery>, IEntityTypeConfiguration<ProviderPlaces>, IEntityTypeConfiguration<PlaceStay>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("deliveries", table =>
        {
            table.HasCheckConstraint("deliveries_count", "count > 0");
            table.HasCheckConstraint(
                "deliveries_acknowledged",
                "(acknowledged is null) = (acknowledged_on is null) and (acknowledged is null) = (acknowledgement_by_id is null) and (acknowledged_on is null or acknowledged_on >= handed_on)");
        });
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Acknowledged).HasConversion<string>().HasMaxLength(10).IsConcurrencyToken();
        builder.HasIndex(d => d.AwardId);
        builder.HasOne<Award>().WithMany().HasForeignKey(d => d.AwardId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(d => d.HandedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(d => d.AcknowledgementById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ProviderPlaces> builder)
    {
        builder.ToTable("provider_places", table => table.HasCheckConstraint("provider_places_number", "places >= 0"));
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.ProgrammeCode).HasMaxLength(SupportProgramme.CodeMaxLength);
        builder.Property(p => p.Provider).HasMaxLength(SupportProgramme.CodeMaxLength);
        builder.HasIndex(p => new { p.ProgrammeCode, p.Provider }).IsUnique();
        builder.HasOne<SupportProgramme>().WithMany().HasForeignKey(p => p.ProgrammeCode).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PlaceStay> builder)
    {
        builder.ToTable("place_stays", table => table.HasCheckConstraint("place_stays_in_order", "to_day >= from_day and number > 0"));
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => s.AwardId);
        builder.HasOne<ProviderPlaces>().WithMany().HasForeignKey(s => s.PlacesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Award>().WithMany().HasForeignKey(s => s.AwardId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(s => s.GivenById).OnDelete(DeleteBehavior.Restrict);
    }
}
