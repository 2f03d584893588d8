using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportCasework;

/// <summary>Does a deed on an application that asks for something: a note, a request, papers, a reading, a reader of the file and the like.</summary>
public sealed class DoModel(PortalDb db, SupportDeeds deeds, CodeChoices choices, IValidator<DoSupportDeed> rules) : CasePage<SupportApplication>(db, SupportApplication.Service)
{
    /// <summary>Deeds that a supervisor of the place does without the file being open to them.</summary>
    private static readonly string[] FromOutside = [SupportApplication.HandOver.Code, SupportApplication.OpenFileTo.Code, SupportApplication.CloseFileTo.Code];

    [BindProperty(SupportsGet = true)]
    public string Deed { get; set; } = "";

    [BindProperty]
    public DoSupportDeed Form { get; set; } = new();

    /// <summary>What this deed asks for.</summary>
    public SupportDeedShape Shape => SupportDeedShape.All[Deed];

    public override CaseAction? Action => SupportDeedShape.All.GetValueOrDefault(Deed)?.Deed;

    public IReadOnlyList<Choice> Papers => choices.Of(Lists.SupportPapers);

    public IReadOnlyList<Choice> LanguageChoices => [.. Languages.All.Select(language => new Choice(language.Tag, language.Autonym))];

    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    protected override IQueryable<SupportApplication> Cases => FromOutside.Contains(Deed) && Actor.Is(Role.Supervisor)
        ? Db.SupportApplications.ListedTo(Actor, SupportApplication.Service).Where(c => c.Reference == Reference)
        : base.Cases;

    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Action is null)
        {
            context.Result = NotFound();
            return Task.CompletedTask;
        }

        return base.OnPageHandlerExecutionAsync(context, next);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        // which deed it is the address says, never the form
        Form.Deed = Deed;
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await deeds.DoAsync(Case, Form, Actor, cancel);
        return Case.IsOpenTo(Actor.UserId) ? RedirectToPage("Details", new { Reference }) : RedirectToPage("Worklist");
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        if (Shape.HasColleague)
        {
            var from = Deed == SupportApplication.Propose.Code || Deed == SupportApplication.ProposeObjection.Code ? deeds.Decisions.SecondPeople(Case) : deeds.Desk.HandlersFor(Case);
            from = Deed == SupportApplication.CloseFileTo.Code ? from.Where(u => Case.OpenTo.Contains(u.Id)) : from;
            Colleagues = [.. (await from.OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName }).ToListAsync(cancel)).Select(u => new Choice(u.Id.ToString(), u.DisplayName))];
        }
    }
}
