using System.Globalization;
using System.Text;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Childcare;
using MigrantServices.Core.Grievances.Export;
using MigrantServices.Core.Reference;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Export;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>Hands out what a city pays its daycares for a month, without anybody's name, once it is said what for.</summary>
public sealed class ChildcareListModel(ChildcareReader reader, ChildcareDesk desk, CodeChoices choices, TextCatalog texts, IValidator<ListMonth> rules) : PortalPage
{
    private static readonly string[] Columns = ["month", "city", "daycare-code", "daycare", "child", "amount"];

    [BindProperty]
    public ListMonth Form { get; set; } = new();

    public IReadOnlyList<Choice> Cities => [.. desk.Cities
        .Where(city => Actor.MunicipalitiesSeen(Core.ChildConfirmations.ChildConfirmation.Prefix) is not { } seen || seen.Contains(city))
        .Select(city => new Choice(city, choices.Name(Lists.Municipalities, city)))];

    /// <summary>Help that ended with a move, with the months that were not entered yet.</summary>
    public IReadOnlyList<FormerAward> Former { get; private set; } = [];

    public CodeChoices Choices => choices;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        if (await reader.TakeAsync(Form.City!, Month.Read(Form.Month)!.Value, Form.Purpose!, Actor, cancel) is not { } rows)
        {
            return NotFound();
        }

        HandOut.Mark(Response, "payments.csv");
        Response.ContentType = "text/csv; charset=utf-8";
        await using var writer = new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(SafeCsv.Line(Columns.Select(column => texts["children.payments." + column])));
        foreach (var row in rows)
        {
            await writer.WriteAsync(SafeCsv.Line(
                [Form.Month!.Trim(), choices.Name(Lists.Municipalities, Form.City!), row.Daycare, choices.Name(Lists.ServiceReceivers, row.Daycare), row.Child, row.Amount.ToString(CultureInfo.InvariantCulture)]));
        }

        await writer.FlushAsync(cancel);
        return new EmptyResult();
    }

    public async Task<IActionResult> OnPostFormerAsync(Guid award, string? paid, CancellationToken cancel) =>
        Month.Read(paid) is not { } month ? throw new RefusedException(new("childcare.no-such-month"))
        : await desk.RecordFormerMonthAsync(award, month, Actor, cancel) ? RedirectToPage()
        : NotFound();

    public override async Task ShowAsync(CancellationToken cancel) => Former = await reader.FormerAsync(Actor, cancel);
}
