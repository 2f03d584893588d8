using System.Globalization;
using System.Text;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Export;
using MigrantServices.Core.Reference;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Export;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Hands out the worklist as it is filtered, without names, once it is said what for.</summary>
public sealed class ExportListModel(WorklistExport export, CodeChoices choices, TextCatalog texts, IValidator<ExportList> rules) : PortalPage
{
    private static readonly string[] Columns = ["reference", "status", "received", "due", "days-left", "sector", "ground", "language"];

    [BindProperty(SupportsGet = true)]
    public WorklistQuery Query { get; set; } = new();

    [BindProperty]
    public ExportList Form { get; set; } = new();

    public IReadOnlyList<Choice> Purposes => choices.Of<ExportPurpose>("export.purpose");

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        var rows = await export.TakeAsync(Query, Form, Actor, cancel);
        HandOut.Mark(Response, "list.csv");
        Response.ContentType = "text/csv; charset=utf-8";
        // the mark by which spreadsheets know the script
        await using var writer = new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(SafeCsv.Line(Columns.Select(column => texts["export.column." + column])));
        foreach (var row in rows)
        {
            await writer.WriteAsync(SafeCsv.Line(Cells(row)));
        }

        await writer.FlushAsync(cancel);
        return new EmptyResult();
    }

    private IEnumerable<string?> Cells(ExportRow row) =>
    [
        row.Reference,
        texts["status." + row.Status],
        Core.Calendar.Seoul.DateOf(row.ReceivedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        row.DueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        export.DaysLeft(row)?.ToString(CultureInfo.InvariantCulture),
        string.Join("; ", row.Sectors.Select(code => choices.Name(Lists.Sectors, code))),
        string.Join("; ", row.Grounds.Select(code => choices.Name(Lists.Grounds, code))),
        Languages.Find(row.Language)?.Autonym ?? row.Language,
    ];
}
