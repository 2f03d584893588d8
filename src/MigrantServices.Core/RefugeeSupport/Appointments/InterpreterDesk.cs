using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Appointments;

/// <summary>Keeps the list of those who interpret.</summary>
public sealed class InterpreterDesk(PortalDb db, TimeProvider time)
{
    /// <summary>Those who interpret now.</summary>
    public Task<List<Interpreter>> ListAsync(CancellationToken cancel) =>
        db.Set<Interpreter>().AsNoTracking().Where(i => i.LeftAt == null).OrderBy(i => i.Name).ThenBy(i => i.Id).ToListAsync(cancel);

    public async Task<Guid> AddAsync(AddInterpreter form, Actor colleague, CancellationToken cancel)
    {
        var interpreter = new Interpreter
        {
            Name = form.Name!.Trim(),
            Sex = form.Sex!.Value,
            Languages = [.. form.Languages.Distinct(StringComparer.Ordinal)],
            Dialects = [.. form.Dialects.Distinct(StringComparer.Ordinal)],
            AddedById = colleague.UserId!.Value,
            AddedAt = time.GetUtcNow(),
        };
        db.Add(interpreter);
        await db.SaveChangesAsync(cancel);
        return interpreter.Id;
    }

    /// <summary>They are offered no more; what they interpreted stays.</summary>
    /// <exception cref="RefusedException"><c>appointment.no-interpreter</c>.</exception>
    public async Task EndAsync(Guid id, CancellationToken cancel)
    {
        var interpreter = await db.Set<Interpreter>().FirstOrDefaultAsync(i => i.Id == id, cancel) ?? throw new RefusedException(new("appointment.no-interpreter"));
        interpreter.Leave(time.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }
}
