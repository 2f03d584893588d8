using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Core.RefugeeSupport.Programmes;

/// <summary>Changes the programmes from a day on: one administrator proposes, another approves. No terms are ever rewritten: the old ones end and new ones begin.</summary>
public sealed class ProgrammeDesk(PortalDb db, ProgrammeBook programmes, ReferenceBook book, ProgrammeCheck check, TimeProvider time)
{
    private DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The change as it would be, or why it cannot be. Nothing is kept.</summary>
    /// <exception cref="RefusedException"><c>programme.*</c>.</exception>
    public ProgrammeChange Draft(Actor administrator, ProposeProgramme form)
    {
        MustBeAdministrator(administrator);
        var change = new ProgrammeChange
        {
            Kind = form.Kind,
            ProgrammeCode = form.Code?.Trim() ?? "",
            EffectiveOn = form.EffectiveOn!.Value,
            Rules = form.Kind == ProgrammeChangeKind.Close ? null : form.ToRules(paper => SubstitutesOf(paper, form.EffectiveOn.Value)),
            Programme = form.ToProgramme(),
            Source = form.Source!.Trim(),
            ProposedById = administrator.UserId!.Value,
            ProposedAt = Now,
        };
        return check.WhyNot(change, Seoul.DateOf(Now)) is { } refusal ? throw new RefusedException(refusal) : change;
    }

    /// <exception cref="RefusedException"><c>programme.*</c>.</exception>
    public async Task<Guid> ProposeAsync(Actor administrator, ProposeProgramme form, CancellationToken cancel)
    {
        await programmes.ReadAsync(db, cancel);
        var change = Draft(administrator, form);
        db.Add(change);
        await SaveAsync(cancel);
        return change.Id;
    }

    /// <summary>Publishes a change that somebody else proposed.</summary>
    /// <exception cref="RefusedException"><c>programme.*</c>.</exception>
    public async Task ApproveAsync(Actor administrator, Guid id, CancellationToken cancel)
    {
        var change = await FindAsync(administrator, id, cancel);
        await programmes.ReadAsync(db, cancel);
        await book.ReadAsync(db, cancel);
        if (change.IsOpen && check.WhyNot(change, Seoul.DateOf(Now)) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        var terms = await db.Set<ProgrammeTerms>().Where(t => t.ProgrammeCode == change.ProgrammeCode).ToListAsync(cancel);
        var old = terms.Find(one => one.HoldsOn(change.EffectiveOn));
        change.ApproveBy(administrator, Now);
        old?.ValidTo = change.EffectiveOn.AddDays(-1);
        if (change.Programme is { } programme)
        {
            db.Add(await MakeAsync(change, programme, cancel));
        }

        if (change.Rules is { } rules)
        {
            db.Add(new ProgrammeTerms { ProgrammeCode = change.ProgrammeCode, ValidFrom = change.EffectiveOn, Rules = rules, Source = change.Source, ChangeId = change.Id });
        }

        await SaveAsync(cancel);
        await programmes.ReadAsync(db, cancel);
    }

    /// <summary>Takes back a change that waits. One that was approved is put right by another one.</summary>
    /// <exception cref="RefusedException"><c>programme.*</c>.</exception>
    public async Task TakeBackAsync(Actor administrator, Guid id, CancellationToken cancel)
    {
        var change = await FindAsync(administrator, id, cancel);
        change.WithdrawBy(administrator, Now);
        await SaveAsync(cancel);
    }

    private async Task<SupportProgramme> MakeAsync(ProgrammeChange change, NewProgramme made, CancellationToken cancel) => new()
    {
        Code = change.ProgrammeCode,
        Heading = made.Heading,
        Kind = made.Kind,
        Article = made.Article,
        Position = (await db.Set<SupportProgramme>().MaxAsync(p => (int?)p.Position, cancel) ?? 0) + 10,
        IsExample = false,
        ChangeId = change.Id,
        Texts = [.. made.Names.Select(name => new ProgrammeText { ProgrammeCode = change.ProgrammeCode, Language = name.Language, Name = name.Name, About = name.About })],
    };

    private string[] SubstitutesOf(string paper, DateOnly day) =>
        book.Find(Lists.SupportPapers, paper, day) is { } item ? JsonSerializer.Deserialize<PaperDetails>(item.Details, JsonSerializerOptions.Web)!.Substitutes ?? [] : [];

    private async Task<ProgrammeChange> FindAsync(Actor administrator, Guid id, CancellationToken cancel)
    {
        MustBeAdministrator(administrator);
        return await db.Set<ProgrammeChange>().SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw new RefusedException(new("programme.not-there"));
    }

    private async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RefusedException(new("programme.day-taken"));
        }
    }

    private static void MustBeAdministrator(Actor actor)
    {
        if (!actor.Is(Role.Administrator))
        {
            throw new RefusedException(new("programme.administrators-only"));
        }
    }

    private sealed record PaperDetails(string[]? Substitutes);
}
