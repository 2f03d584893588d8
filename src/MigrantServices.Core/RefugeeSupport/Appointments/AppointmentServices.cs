using Microsoft.Extensions.DependencyInjection;

namespace MigrantServices.Core.RefugeeSupport.Appointments;

/// <summary>Registers what belongs to appointments and interpreters.</summary>
internal static class AppointmentServices
{
    public static IServiceCollection AddAppointments(this IServiceCollection services) => services.AddScoped<AppointmentDesk>().AddScoped<AppointmentReader>().AddScoped<InterpreterDesk>();
}
