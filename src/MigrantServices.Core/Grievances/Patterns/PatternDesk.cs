using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>Opens patterns and closes them again: one supervisor asks, another agrees or refuses, and for a while the two see what there is.</summary>
public sealed class PatternDesk(PortalDb db, CaseWords words, PatternLimits limits, TimeProvider time)
{
    /// <exception cref="RefusedException"><c>pattern.not-to-ask</c>.</exception>
    public Task AskAsync(string number, int revision, AskToOpen form, Actor supervisor, CancellationToken cancel) =>
        DoAsync(number, revision, supervisor, pattern => pattern.AskBy(supervisor, form.Purpose!.Value, Seal(form.Words), Now), cancel);

    /// <exception cref="RefusedException"><c>pattern.not-asked</c>, <c>pattern.needs-a-second-person</c>.</exception>
    public Task AgreeAsync(string number, int revision, Actor another, CancellationToken cancel) =>
        DoAsync(number, revision, another, pattern => pattern.AgreeBy(another, Seoul.EndOf(limits.OpenUntil(Seoul.DateOf(Now))), Now), cancel);

    /// <exception cref="RefusedException"><c>pattern.not-asked</c>, <c>pattern.needs-a-second-person</c>.</exception>
    public Task RefuseAsync(string number, int revision, RefuseToOpen form, Actor another, CancellationToken cancel) =>
        DoAsync(number, revision, another, pattern => pattern.RefuseBy(another, Seal(form.Words), Now), cancel);

    /// <exception cref="RefusedException"><c>pattern.not-open</c>.</exception>
    public Task CloseAsync(string number, int revision, ClosePattern form, Actor oneOfTheTwo, CancellationToken cancel) =>
        DoAsync(number, revision, oneOfTheTwo, pattern => pattern.CloseBy(oneOfTheTwo, form.Outcome!.Value, Seal(form.Words), Now), cancel);

    private DateTimeOffset Now => time.GetUtcNow();

    private PatternWords Seal(string? text)
    {
        var id = Guid.CreateVersion7();
        return new(id, words.Seal(text!, id, SealedField.Pattern));
    }

    private async Task DoAsync(string number, int revision, Actor actor, Action<Pattern> deed, CancellationToken cancel)
    {
        var pattern = await PatternSight.Of(db, actor).FirstOrDefaultAsync(p => p.Number == number, cancel) ?? throw new RefusedException(new("pattern.not-there"));
        deed(pattern);
        // what they had before them counts, not what has become of it since
        db.Entry(pattern).Property(p => p.Revision).OriginalValue = revision;
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // the page is shown again, and nothing of this is saved with it
            db.ChangeTracker.Clear();
            throw;
        }
    }
}
