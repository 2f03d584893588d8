using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Takes down what somebody tells by telephone, at the counter, by letter or through another office: all on one page.</summary>
public sealed class FileAtCounterModel(FilingDesk desk, CodeHasher hasher, IValidator<FileAtCounter> rules, CodeChoices choices, TimeProvider time) : PortalPage
{
    [BindProperty]
    public FileAtCounter Form { get; set; } = new();

    public CodeChoices Choices => choices;

    /// <summary>The municipalities whose cases this colleague may see afterwards.</summary>
    public IReadOnlyList<Choice> Municipalities => Actor.MunicipalitiesSeen(Grievance.Prefix) is { } seen
        ? [.. choices.Of(Lists.Municipalities).Where(m => seen.Contains(m.Value, StringComparer.Ordinal))]
        : [.. choices.Of(Lists.Municipalities), new(TellWhenWhere.ElsewhereCode, HttpContext.RequestServices.GetRequiredService<TextCatalog>()["worklist.elsewhere"])];

    public void OnGet() => Form = new()
    {
        Token = Guid.CreateVersion7(),
        ReceivedAt = Seoul.WallClock(time.GetUtcNow()).DateTime,
        Grievance = { Contact = { Language = "ko" } },
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        var code = ReceiptCode.New();
        var filed = await desk.FileAtCounterAsync(Form, Actor, await hasher.HashAsync(code, cancel), cancel);
        if (filed.IsNew)
        {
            // travels once in a sealed cookie, so that it stands in no address and in no history
            TempData[CounterReceiptModel.CodeKey] = code.Digits;
        }

        return RedirectToPage("CounterReceipt", new { filed.Reference });
    }
}
