using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Applications.Casework;

/// <summary>What colleagues do every day with an application: take it, write, ask, see papers, read back, hand it over, open the file to somebody and close it again.</summary>
public sealed class SupportDesk(PortalDb db, SupportOffice office, AccessLog access)
{
    public Task TakeOnAsync(SupportApplication one, Actor actor, CancellationToken cancel)
    {
        if (one.IsObjection)
        {
            one.TakeOnObjectionBy(actor, office.Now);
            return SaveAsync(one, actor, SupportApplication.TakeOnObjection, cancel);
        }

        one.TakeOnBy(actor, office.Now);
        return SaveAsync(one, actor, SupportApplication.TakeOn, cancel);
    }

    public Task GoOnWithoutAsync(SupportApplication one, Actor actor, CancellationToken cancel)
    {
        one.GoOnWithoutBy(actor, office.Clocks.Of(one), office.Now);
        return SaveAsync(one, actor, SupportApplication.GoOnWithout, cancel);
    }

    /// <exception cref="RefusedException"><c>case.no-such-colleague</c>.</exception>
    public async Task HandOverAsync(SupportApplication one, DoSupportDeed form, Actor actor, CancellationToken cancel)
    {
        await CheckColleagueAsync(one, form.ColleagueId, cancel);
        one.HandOverBy(actor, form.ColleagueId!.Value, office.Now);
        await SaveAsync(one, actor, SupportApplication.HandOver, cancel);
    }

    public Task NoteAsync(SupportApplication one, DoSupportDeed form, Actor actor, CancellationToken cancel)
    {
        one.NoteBy(actor, office.Now);
        db.Add(office.Words.Note(one.Id, form.Words!, actor, office.Now));
        return SaveAsync(one, actor, SupportApplication.Note, cancel);
    }

    public Task WriteAsync(SupportApplication one, DoSupportDeed form, Actor actor, CancellationToken cancel)
    {
        var letter = new Letter(Cases.Letter.ByHand, form.Words!, one.Language == "ko" || string.IsNullOrWhiteSpace(form.InTheirLanguage) ? null : form.InTheirLanguage);
        one.WriteBy(actor, office.Seal(one, letter, MessagePurpose.Message, actor), office.Now);
        return SaveAsync(one, actor, SupportApplication.Write, cancel);
    }

    public Task AskSupplementAsync(SupportApplication one, DoSupportDeed form, Actor actor, CancellationToken cancel)
    {
        var letter = office.Letters.Supplement(one, form.Words!, form.InTheirLanguage, form.On!.Value, actor.Name, office.Now);
        one.AskSupplementBy(actor, office.Seal(one, letter, MessagePurpose.SupplementRequest, actor), form.On!.Value, office.Now);
        return SaveAsync(one, actor, SupportApplication.AskSupplement, cancel);
    }

    public Task SeePapersAsync(SupportApplication one, DoSupportDeed form, Actor actor, CancellationToken cancel)
    {
        one.SeePapersBy(actor, form.Codes, office.Now);
        return SaveAsync(one, actor, SupportApplication.SeePapers, cancel);
    }

    public Task RecordReadBackAsync(SupportApplication one, DoSupportDeed form, Actor actor, CancellationToken cancel)
    {
        db.Add(one.RecordReadBackBy(actor, office.ReadBack(one.Id, form.On!.Value, form.Language!, form.People!, actor, office.Now), office.Now));
        return SaveAsync(one, actor, SupportApplication.RecordReadBack, cancel);
    }

    /// <summary>Opens the file to a colleague of the place, with a reason.</summary>
    /// <exception cref="RefusedException"><c>case.no-such-colleague</c>, <c>application.open-already</c>.</exception>
    public async Task OpenFileToAsync(SupportApplication one, DoSupportDeed form, Actor actor, CancellationToken cancel)
    {
        await CheckColleagueAsync(one, form.ColleagueId, cancel);
        var id = Guid.CreateVersion7();
        var reader = new FileReader
        {
            Id = id,
            CaseId = one.Id,
            ColleagueId = form.ColleagueId!.Value,
            Because = ReaderBecause.Reason,
            Reason = office.Words.Seal(form.Words!, id, SealedField.ReaderReason),
            AddedById = actor.UserId!.Value,
            AddedAt = office.Now,
        };
        db.Add(one.OpenToBy(actor, reader, office.Now));
        await SaveAsync(one, actor, SupportApplication.OpenFileTo, cancel);
    }

    public async Task CloseFileToAsync(SupportApplication one, DoSupportDeed form, Actor actor, CancellationToken cancel)
    {
        var colleague = form.ColleagueId!.Value;
        one.CloseToBy(actor, colleague, office.Now);
        foreach (var reader in await db.Set<FileReader>().Where(r => r.CaseId == one.Id && r.ColleagueId == colleague && r.RemovedAt == null).ToListAsync(cancel))
        {
            reader.Remove(actor.UserId!.Value, office.Now);
        }

        await SaveAsync(one, actor, SupportApplication.CloseFileTo, cancel);
    }

    /// <summary>The colleagues of the place, to one of whom it can be handed or opened.</summary>
    public IQueryable<PortalUser> HandlersFor(SupportApplication one) => ColleaguesOf.Case(db, one, Role.CaseHandlers, Seoul.DateOf(office.Now)).Where(u => u.Id != one.HandlerId);

    private async Task CheckColleagueAsync(SupportApplication one, Guid? colleague, CancellationToken cancel)
    {
        if (!await HandlersFor(one).AnyAsync(u => u.Id == colleague, cancel))
        {
            throw new RefusedException(new("case.no-such-colleague"));
        }
    }

    private Task SaveAsync(SupportApplication one, Actor actor, CaseAction action, CancellationToken cancel) => access.SaveChangeAsync(actor, one.Id, action, cancel);
}
