using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Web;

/// <summary>A page about one case, which can be read again after somebody was faster, and leaves a line in the record of access.</summary>
public interface ICasePage
{
    Task ReloadAsync(CancellationToken cancel);

    /// <summary>Puts on record, before the page is drawn, that it was shown.</summary>
    Task RecordViewAsync(CancellationToken cancel);
}

/// <summary>A page about one case: loaded before the handler runs; 404 when it is not there or not yours, 403 when your role may never do this.</summary>
public abstract class CasePage<T>(PortalDb db, CaseKind kind, CaseAction? action = null) : PortalPage, ICasePage
    where T : ServiceCase
{
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    /// <summary>The state of the case that the person saw when they acted.</summary>
    [BindProperty]
    public int? Revision { get; set; }

    public T Case { get; private set; } = null!;

    /// <summary>The deed that is done here; null where the page only shows.</summary>
    public virtual CaseAction? Action => action;

    protected PortalDb Db => db;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await FindAsync(HttpContext.RequestAborted) is not { } found)
        {
            context.Result = NotFound();
            return;
        }

        Case = found;
        if (Action is { } deed && (kind.WhoMay(deed) & Case.RolesOf(Actor)) == Core.People.Role.None)
        {
            context.Result = StatusCode(StatusCodes.Status403Forbidden);
            return;
        }

        if (HttpMethods.IsPost(Request.Method) && Revision is { } seen && seen != Case.Revision)
        {
            ModelState.AddModelError("", HttpContext.RequestServices.GetRequiredService<TextCatalog>()[RefusalFilter.SomebodyWasFaster.TextKey]);
            ModelState.Remove(nameof(Revision));
            var result = Page();
            result.StatusCode = StatusCodes.Status409Conflict;
            context.Result = result;
            return;
        }

        await next();
    }

    /// <summary>A form whose token was refused is shown again before its case was loaded.</summary>
    public override Task ShowAsync(CancellationToken cancel) => Case is null ? ReloadAsync(cancel) : Task.CompletedTask;

    public async Task ReloadAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        ModelState.Remove(nameof(Revision));
        Case = await FindAsync(cancel) ?? Case;
    }

    public Task RecordViewAsync(CancellationToken cancel) =>
        HttpContext.RequestServices.GetRequiredService<AccessLog>().ViewAsync(Actor, Case.Id, cancel);

    /// <summary>Why this person may not do this now, as a sentence; null when they may.</summary>
    public Refusal? WhyNot(CaseAction deed) => Case.WhyNot(deed, Actor);

    public bool May(CaseAction deed) => WhyNot(deed) is null;

    /// <summary>What a handler answers whose role may never do this; null where it may.</summary>
    protected StatusCodeResult? Forbidden(CaseAction deed) => (kind.WhoMay(deed) & Case.RolesOf(Actor)) == Core.People.Role.None ? StatusCode(StatusCodes.Status403Forbidden) : null;

    /// <summary>Says above the form why it cannot be as it stands, where it is only looked at.</summary>
    protected void Say(Refusal? refusal)
    {
        if (refusal is not null)
        {
            ModelState.AddModelError("", HttpContext.RequestServices.GetRequiredService<TextCatalog>()[refusal.TextKey, refusal.Details]);
        }
    }

    protected override ValidationContext<TForm> ContextOf<TForm>(TForm form) => CaseLists.FormOf(form, Case);

    protected virtual IQueryable<T> Cases => db.Set<T>().VisibleTo(Actor, kind).Where(c => c.Reference == Reference);

    // what is only read need not be watched for changes
    private Task<T?> FindAsync(CancellationToken cancel) => (HttpMethods.IsPost(Request.Method) ? Cases : Cases.AsNoTracking())
        .Include(c => c.People).Include(c => c.Pauses).FirstOrDefaultAsync(cancel);
}
