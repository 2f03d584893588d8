using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Notices;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.MySupport;

/// <summary>Whether, where to and when the person is told by mail that the office wrote. An address of an embassy is refused.</summary>
public sealed class NoticesModel(PortalDb db, NoticeDesk desk, IValidator<ChooseNotices> rules, CodeChoices choices, EmbassyGuard embassies) : MySupportPage(db, ServiceCase.ChooseNotices)
{
    [BindProperty]
    public ChooseNotices Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    public CodeChoices Choices => choices;

    public void OnGet() => Form = new() { Hours = Case.NoticeWish?.Hours ?? NoticeHours.Never };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Form = Form with { HasAddress = Case.NoticeWish is not null };
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        if (embassies.Refuses(Form.Address))
        {
            throw new RefusedException(new("application.embassy"));
        }

        await desk.ChooseAsync(Case, Form, Actor, cancel);
        return RedirectToPage(new { Saved = true });
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Form = Form with { HasAddress = Case.NoticeWish is not null };
    }
}
