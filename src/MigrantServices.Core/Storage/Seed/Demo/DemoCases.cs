using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.OwnMotion;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Storage.Seed.Demo;

/// <summary>Fictional grievances in several languages and scripts, in every status, grown over the last two months.</summary>
public sealed class DemoCases(PortalDb db, IServiceProvider services, WorkingCalendar calendar, TimeProvider time)
{
    private static readonly TimeSpan TypingTime = TimeSpan.FromMinutes(10);

    private readonly DemoClock _clock = new();
    private readonly GrievanceBeginnings _beginnings = services.GetRequiredService<GrievanceBeginnings>();
    private readonly CodeHasher _hasher = services.GetRequiredService<CodeHasher>();

    public async Task SowAsync(IReadOnlyDictionary<string, PortalUser> colleagues, CancellationToken cancel)
    {
        var cast = new DemoCast(db, colleagues);
        var deeds = new DemoDeeds(db, services, _clock, cast);
        var today = Seoul.DateOf(time.GetUtcNow());
        foreach (var told in DemoGrievance.Shipped())
        {
            // each case is done with before the next begins: what is remembered of it would only slow the saving
            db.ChangeTracker.Clear();
            var received = calendar.Current.WorkingDaysBefore(today, told.WorkingDaysAgo);
            var grievance = await FileAsync(told, received, cast, deeds.Access, cancel);
            await deeds.FindAsync(grievance, cancel);
            foreach (var step in told.Steps)
            {
                _clock.Now = Seoul.At(calendar.Current.WorkingDaysAfter(received, step.Day), step.At);
                await deeds.DoAsync(grievance, step, cancel);
            }
        }

        await new DemoChildren(db, services, time).SowAsync(cast, cancel);
        await new DemoBudget(db, services, services.GetRequiredService<ReferenceBook>(), _clock).SowAsync(cast, time.GetUtcNow(), cancel);
        await new DemoSupport(db, services, calendar, _clock).SowAsync(cast, time.GetUtcNow(), cancel);
        await new DemoPatterns(db, services, _clock).SowAsync(cast, time.GetUtcNow(), cancel);
    }

    private async Task<Grievance> FileAsync(DemoGrievance told, DateOnly received, DemoCast cast, AccessLog access, CancellationToken cancel)
    {
        var receivedAt = Seoul.At(received, told.At);
        _clock.Now = told.Channel is Channel.Web or Channel.Own ? receivedAt : receivedAt + TypingTime;
        DateTimeOffset? readBackAt = told.Channel is Channel.Phone or Channel.Visit ? _clock.Now : null;
        var codeId = Guid.CreateVersion7();
        var (grievance, actor) = told.Channel == Channel.Own
            ? OfItself(cast.Colleague(told.By))
            : DemoCast.IsColleague(told.By)
            ? TakenDown(cast.Colleague(told.By))
            : _beginnings.Online(told.FormOf(received), Guid.CreateVersion7(), codeId, receivedAt);
        var code = new CaseCode
        {
            Id = codeId,
            Hash = await _hasher.HashAsync(CodeFor(told), cancel),
            Holder = Role.Filer,
            CaseId = grievance.Id,
            CreatedAt = _clock.Now,
            KeptAt = _clock.Now,
        };
        db.Add(grievance);
        if (told.Channel != Channel.Own)
        {
            db.Add(code);
        }

        access.AddChange(actor, grievance.Id, Grievance.File);
        await db.SaveChangesAsync(cancel);
        return grievance;

        (Grievance, Actor) OfItself(Actor supervisor)
        {
            var form = told.FormOf(received);
            var begun = new BeginOwnMotion
            {
                Source = told.Source,
                Account = form.Story.Account,
                WhenWhere = form.WhenWhere,
                Grounds = form.Grounds,
                Respondent = form.Respondent,
                Affirms = true,
                Token = Guid.CreateVersion7(),
            };
            return (_beginnings.OfItself(begun, supervisor, receivedAt), supervisor);
        }

        (Grievance, Actor) TakenDown(Actor colleague) => (
            _beginnings.TakenDown(
                told.FormOf(received), told.Channel, receivedAt, Guid.CreateVersion7(), readBackAt, told.Interpreter, colleague, _clock.Now),
            colleague);
    }

    private static ReceiptCode CodeFor(DemoGrievance told) => !told.OpensWithResidentCode ? ReceiptCode.New()
        : ReceiptCode.TryParse(DemoSeed.ResidentCode, out var code) ? code
        : throw new InvalidDataException("The code of the fictional resident has a slip of the pen.");
}
