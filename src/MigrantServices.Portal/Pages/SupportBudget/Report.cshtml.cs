using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances.Export;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Export;

namespace MigrantServices.Portal.Pages.SupportBudget;

/// <summary>A budget year line by line, as a page and as a table to take along; and its closing by two people.</summary>
public sealed class ReportModel(YearReport report, BudgetRegister register, BudgetDesk desk, CodeChoices choices, AccessLog log) : PortalPage
{
    public static readonly IReadOnlyList<string> Columns = ["line", "won", "committed", "paid", "awards", "open", "unpaid", "unpaid-won", "carried", "unspent", "late"];

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    public YearFigures Figures { get; private set; } = null!;

    public bool IsOver => Year < register.Today.Year;

    public CodeChoices Choices => choices;

    public IActionResult OnGet() => Year is >= BudgetLine.FirstYear and <= BudgetLine.LastYear ? Page() : NotFound();

    public async Task<IActionResult> OnPostProposeAsync(CancellationToken cancel)
    {
        await desk.ProposeClosingAsync(Actor, Year, cancel);
        return Back();
    }

    public async Task<IActionResult> OnPostDecideAsync(bool agrees, CancellationToken cancel)
    {
        await desk.DecideClosingAsync(Actor, Year, agrees, cancel);
        return Back();
    }

    public async Task<IActionResult> OnPostCsvAsync(CancellationToken cancel)
    {
        var figures = await report.ReadAsync(Year, cancel);
        var texts = HttpContext.RequestServices.GetRequiredService<TextCatalog>();
        await log.WriteAsync(Actor, AccessDeed.Export, [], string.Create(CultureInfo.InvariantCulture, $"budget-{Year}"), cancel);
        HandOut.Mark(Response, string.Create(CultureInfo.InvariantCulture, $"budget-{Year}.csv"));
        Response.ContentType = "text/csv; charset=utf-8";
        // the mark by which spreadsheets know the script
        await using var writer = new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(SafeCsv.Line(Columns.Select(column => texts["budget.column." + column])));
        foreach (var line in figures.Lines)
        {
            await writer.WriteAsync(SafeCsv.Line(Cells(line, null)));
        }

        await writer.FlushAsync(cancel);
        return new EmptyResult();
    }

    /// <summary>The cells of a line in the order of the columns; without a culture plain digits.</summary>
    public IReadOnlyList<string> Cells(YearLine line, CultureInfo? culture) =>
    [
        choices.Name(Lists.BudgetLines, line.Code),
        .. new[] { line.Won, line.CommittedWon, line.PaidWon, line.Awards, line.Open, line.Unpaid, line.UnpaidWon, line.CarriedWon, line.UnspentWon, line.LateWon }
            .Select(number => culture is null ? number.ToString(CultureInfo.InvariantCulture) : number.ToString("N0", culture)),
    ];

    public override async Task ShowAsync(CancellationToken cancel) => Figures = await report.ReadAsync(Year, cancel);

    private RedirectResult Back() => Redirect(string.Create(CultureInfo.InvariantCulture, $"/office/support/budget/report/{Year}"));
}
