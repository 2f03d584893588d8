using System.Globalization;
using System.Text;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations.Childcare;
using MigrantServices.Core.Grievances.Export;
using MigrantServices.Core.Reference;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Export;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>Hands out what a city pays its daycares for a month, without anybody's name, once it is said what for.</summary>
public sealed class ChildcareListModel(ChildcareReader reader, ReferenceBook book, CodeChoices choices, TextCatalog texts, IValidator<ListMonth> rules) : PortalPage
{
    private static readonly string[] Columns = ["month", "city", "daycare-code", "daycare", "child", "amount"];

    [BindProperty]
    public ListMonth Form { get; set; } = new();

    public IReadOnlyList<Choice> Cities => [.. book.All(Lists.ChildcareCities).Select(city => city.Code).Distinct()
        .Where(city => Actor.MunicipalitiesSeen(Core.ChildConfirmations.ChildConfirmation.Prefix) is not { } seen || seen.Contains(city))
        .Select(city => new Choice(city, choices.Name(Lists.Municipalities, city)))];

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
}
