using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Core.RefugeeSupport.Households;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Core.RefugeeSupport.Applications;

/// <summary>Receives applications for support, from the person or taken down by a colleague. What the rules refuse changes nothing: the draft stays as it was.</summary>
public sealed class SupportFilingDesk(PortalDb db, SupportOffice office, SupportDoor door, HouseholdFinder households, AccessLog access)
{
    /// <summary>Files an application whose answers keep the form's rules. Sending it again files nothing.</summary>
    /// <exception cref="RefusedException"><c>application.no-ground</c>, <c>application.programme-closed</c>, <c>application.programmes-overlap</c>.</exception>
    public async Task SendAsync(HeldDraft<ApplyForSupport> held, CancellationToken cancel)
    {
        Refuse(door.WhyNot(held.Answers));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // whoever pressed twice waits here for the first press, and finds the form sent
        if (await db.Drafts.Where(d => d.Id == held.Key.Id && d.SentAs == null).ExecuteUpdateAsync(set => set.SetProperty(d => d.SavedAt, d => d.SavedAt), cancel) == 0)
        {
            return;
        }

        var now = office.Now;
        var one = office.Maker.Make(held.Answers, Channel.Web, now, held.Key.Id, now);
        var person = Actor.Filer(one.Id, held.Code.Id);
        held.Draft.BecomeCase(one.Id);
        held.Code.OpenCase(one.Id);
        await StoreAsync(one, person, held.HasFiles ? held.Key.Id : null, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Why this colleague may not take this down; null when they may.</summary>
    public Refusal? WhyNot(TakeDownSupport form, Actor colleague) => door.WhyNot(form.Application)
        ?? SupportApplication.Service.WhyNotBegin(CaseStatus.Submitted, form.Channel!.Value, form.Application.Household.City, colleague);

    /// <summary>The reference under which this very form was filed before; null when it was not.</summary>
    public Task<string?> FiledAsync(TakeDownSupport form, Actor colleague, CancellationToken cancel) => db.SupportApplications
        .Where(c => c.SentFrom == form.Token && db.Events.Any(e => e.CaseId == c.Id && e.Action == SupportApplication.File.Code && e.UserId == colleague.UserId))
        .Select(c => c.Reference).FirstOrDefaultAsync(cancel);

    /// <summary>Files what a colleague took down; the person gets the code.</summary>
    /// <param name="filesIn">The draft that holds its files; null when there are none.</param>
    /// <exception cref="RefusedException">What <see cref="WhyNot"/> says.</exception>
    public async Task<Filed> TakeDownAsync(TakeDownSupport form, Actor colleague, byte[] codeHash, Guid? filesIn, CancellationToken cancel)
    {
        Refuse(WhyNot(form, colleague));
        if (await FiledAsync(form, colleague, cancel) is { } before)
        {
            return new(before, IsNew: false);
        }

        var now = office.Now;
        var receivedAt = Seoul.At(DateOnly.FromDateTime(form.ReceivedAt!.Value), TimeOnly.FromDateTime(form.ReceivedAt.Value)).ToUniversalTime();
        var one = office.Maker.Make(form.Application, form.Channel!.Value, receivedAt, form.Token, now);
        db.Add(new CaseCode { Hash = codeHash, Holder = Role.Filer, CaseId = one.Id, CreatedAt = now });
        db.Add(new FileReader { CaseId = one.Id, ColleagueId = colleague.UserId!.Value, Because = ReaderBecause.TookDown, AddedById = colleague.UserId.Value, AddedAt = now });
        if (form.ReadBack)
        {
            db.Add(office.ReadBack(one.Id, Seoul.DateOf(now), one.Language, form.Interpreter ?? colleague.Name, colleague, now));
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            await StoreAsync(one, colleague, filesIn, cancel);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // the same form arrived twice at once: the other one filed it
            db.ChangeTracker.Clear();
            await transaction.RollbackAsync(cancel);
            return new(await FiledAsync(form, colleague, cancel) ?? throw new InvalidOperationException("No free reference was drawn.", e), IsNew: false);
        }

        await transaction.CommitAsync(cancel);
        return new(one.Reference, IsNew: true);
    }

    private async Task StoreAsync(SupportApplication one, Actor actor, Guid? filesIn, CancellationToken cancel)
    {
        one.FileBy(actor, office.Clocks.Of(one.IsUrgent ? SupportApplication.Urgent : Clocks.Petition + SupportApplication.Prefix, one.ReceivedAt), office.Now);
        one.ConfirmReceiptBy(office.Seal(one, office.Letters.Receipt(one, office.Now), MessagePurpose.Receipt, Actor.Portal));
        if (one.EarlierId is { } earlier)
        {
            await TakeOverPapersAsync(one, earlier, cancel);
        }

        db.Add(one);
        access.AddChange(actor, one.Id, SupportApplication.File);
        await db.SaveChangesAsync(cancel);
        await households.FindAsync(one.Id, cancel);
        if (filesIn is { } draftId)
        {
            await db.HandOverFilesAsync(draftId, one.Id, cancel);
        }
    }

    // what a colleague saw in the earlier application is not asked for again
    private async Task TakeOverPapersAsync(SupportApplication one, Guid earlier, CancellationToken cancel)
    {
        var seen = await db.Set<GivenPaper>().AsNoTracking().Where(p => p.CaseId == earlier && p.SeenAt != null).ToListAsync(cancel);
        foreach (var paper in seen)
        {
            one.Papers.RemoveAll(p => p.Code == paper.Code);
            var known = new GivenPaper { CaseId = one.Id, Code = paper.Code, GivenAt = paper.GivenAt };
            known.SeenBy(paper.SeenById!.Value, paper.SeenAt!.Value);
            one.Papers.Add(known);
        }
    }

    private static void Refuse(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }
}
