using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Appointments;

/// <summary>Reads the appointments of a case, the next ones first.</summary>
public sealed class AppointmentReader(PortalDb db, Vault vault)
{
    private const int Most = 100;

    /// <summary>Whoever asks has opened the case already.</summary>
    /// <param name="forOffice">What the office wrote of it stays with the office.</param>
    public async Task<IReadOnlyList<AppointmentView>> OfCaseAsync(Guid caseId, bool forOffice, CancellationToken cancel)
    {
        var rows = await db.Set<Appointment>().AsNoTracking().Where(a => a.CaseId == caseId).OrderByDescending(a => a.StartsAt).Take(Most)
            .Select(a => new { Appointment = a, Interpreter = db.Set<Interpreter>().Where(i => i.Id == a.InterpreterId).Select(i => i.Name).FirstOrDefault() }).ToListAsync(cancel);
        return [.. rows.Select(row => new AppointmentView(
            row.Appointment,
            row.Interpreter,
            Open(row.Appointment.PersonWords, row.Appointment.Id, SealedField.AppointmentPerson),
            forOffice ? Open(row.Appointment.OfficeWords, row.Appointment.Id, SealedField.AppointmentOffice) : null))];
    }

    private string? Open(SealedText? text, Guid owner, string field) => text is { } words ? vault.Open(words, owner, field) : null;
}

/// <summary>An appointment as it is shown to those who may read the case.</summary>
public sealed record AppointmentView(Appointment It, string? Interpreter, string? PersonWords, string? OfficeWords);
