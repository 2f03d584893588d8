using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications;

namespace MigrantServices.Core.RefugeeSupport.Appointments;

/// <summary>The tables of appointments and of those who interpret. That nobody excluded comes, and nobody is at two places, stands in <c>Storage/Sql/support_appointments_v1.sql</c>.</summary>
internal sealed class AppointmentConfiguration :
    IEntityTypeConfiguration<Appointment>, IEntityTypeConfiguration<Interpreter>, IEntityTypeConfiguration<InterpreterExclusion>, IEntityTypeConfiguration<InterpreterConflict>
{
    public void Configure(EntityTypeBuilder<Appointment> builder)
    {
        builder.ToTable("appointments", table =>
        {
            table.HasCheckConstraint("appointments_in_order", "ends_at > starts_at");
            table.HasCheckConstraint("appointments_declared", "(interpreter_id is null) = (declared_at is null)");
            table.HasCheckConstraint("appointments_closed", "(state = 'Booked') = (closed_at is null)");
            table.HasCheckConstraint("appointments_rated_after", "(person_rating is null and office_rating is null) or state = 'Attended'");
            table.HasCheckConstraint(
                "appointments_ratings",
                $"(person_rating is null or person_rating between {Appointment.LeastRating} and {Appointment.MostRating}) and (office_rating is null or office_rating between {Appointment.LeastRating} and {Appointment.MostRating})");
        });
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(a => a.Provider).HasMaxLength(SupportApplication.CodeMaxLength);
        builder.Property(a => a.State).HasConversion<string>().HasMaxLength(20).IsConcurrencyToken();
        builder.HasIndex(a => new { a.CaseId, a.StartsAt }).IsDescending(false, true);
        builder.HasIndex(a => a.InterpreterId);
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Interpreter>().WithMany().HasForeignKey(a => a.InterpreterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(a => a.BookedById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Interpreter> builder)
    {
        builder.ToTable("interpreters", table => table.HasCheckConstraint("interpreters_speak", "cardinality(languages) > 0"));
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Name).HasMaxLength(Interpreter.NameMaxLength);
        builder.Property(i => i.Sex).HasConversion<string>().HasMaxLength(10);
        builder.HasIndex(i => i.Languages).HasMethod("gin");
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(i => i.AddedById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<InterpreterExclusion> builder)
    {
        builder.ToTable("interpreter_exclusions");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasIndex(e => new { e.InterpreterId, e.Person }).IsUnique();
        builder.HasIndex(e => e.Person);
        builder.HasOne<Interpreter>().WithMany().HasForeignKey(e => e.InterpreterId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<InterpreterConflict> builder)
    {
        builder.ToTable("interpreter_conflicts");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => new { c.CaseId, c.InterpreterId }, "interpreter_conflicts_once").IsUnique();
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Interpreter>().WithMany().HasForeignKey(c => c.InterpreterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.RecordedById).OnDelete(DeleteBehavior.Restrict);
    }
}
