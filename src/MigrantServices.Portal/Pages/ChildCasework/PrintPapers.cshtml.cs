using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.Documents.Pdf;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Papers;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>Prints document or card of the valid papers, while the family does not hold them yet. Who the child is is opened for that, and the family sees it.</summary>
public sealed class PrintPapersModel(PortalDb db, PrintDesk desk, PaperPrinter printer) : CasePage<ChildConfirmation>(db, ChildConfirmation.Service)
{
    /// <summary>Somebody who comes by the address alone is shown the list.</summary>
    public IActionResult OnGet() => RedirectToPage("Papers", new { Reference });

    public async Task<IActionResult> OnPostAsync(Guid id, string what, CancellationToken cancel)
    {
        if (!PdfLibrary.IsHere)
        {
            ModelState.AddModelError("", HttpContext.RequestServices.GetRequiredService<TextCatalog>()["children.papers.no-library"]);
            return Page();
        }

        if (await Db.Set<CardIssue>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && c.CaseId == Case.Id && c.State == CardState.Valid, cancel) is not { } card)
        {
            return NotFound();
        }

        var (identity, photograph, token, phone) = await desk.OpenAsync(Case, card, Actor, cancel);
        var child = identity.Child;
        var printed = printer.Print(
            new()
            {
                NativeName = child.Name.Own,
                LatinName = child.Name.Latin,
                KoreanName = child.Name.Korean,
                BornOn = child.Born!.Date,
                BornPrecision = child.Born.Precision,
                Sex = child.Sex == "unknown" ? null : child.Sex,
                Photo = photograph,
                DocumentSerial = card.DocumentSerial,
                CardSerial = card.CardSerial,
                Template = card.Template,
                IssuedAt = card.IssuedAt,
                Municipality = card.Municipality,
                Language = card.Language,
                Token = token,
                Phone = phone,
            },
            Request);
        Response.Headers.CacheControl = "no-store";
        return what == "card"
            ? File(printed.Card, "application/pdf", $"{card.CardSerial}.pdf")
            : File(printed.Document, "application/pdf", $"{card.DocumentSerial}.pdf");
    }
}
