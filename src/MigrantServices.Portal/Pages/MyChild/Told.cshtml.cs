using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Pages.MyChild;

/// <summary>For whoever told of a child: that it arrived and when, and a box to tell more. Nothing about the child or its case, ever.</summary>
public sealed class ToldModel(PortalDb db, FamilyDesk desk, IValidator<WriteMessage> rules) : MyChildPage(db, ChildConfirmation.AddToRequest)
{
    [BindProperty]
    public WriteMessage Form { get; set; } = new();

    /// <summary>Made with the page, so that sending twice writes once.</summary>
    [BindProperty]
    public Guid MessageId { get; set; } = Guid.CreateVersion7();

    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    public DateTimeOffset ReceivedAt => Case.ReceivedAt;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.AddToRequestAsync(Case, MessageId, Form, CultureInfo.CurrentUICulture.Name, Actor, cancel);
        return RedirectToPage(new { Sent = true });
    }
}
