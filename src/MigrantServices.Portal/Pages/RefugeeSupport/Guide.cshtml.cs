using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Entitlement;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.RefugeeSupport;

/// <summary>"What could help me": a few questions, answered at once and forgotten. The answers travel in the body of the form and nowhere else.</summary>
public sealed class GuideModel(SupportGuide guide, StatePoints points, CodeChoices codes, IValidator<AskWhatHelps> rules, TimeProvider time) : PortalPage
{
    [BindProperty]
    public AskWhatHelps Form { get; set; } = new() { Adults = 1, Children = 0, SmallChildren = 0 };

    /// <summary>What could help; null while the questions are asked.</summary>
    public IReadOnlyList<GuideLine>? Lines { get; private set; }

    /// <summary>What the person goes on to apply for: the form for it leads to another page.</summary>
    public IReadOnlyList<string> Chosen => [];

    /// <summary>To which group somebody belongs is asked only where it would make a difference.</summary>
    public bool AsksGroup => string.IsNullOrEmpty(Form.Category) && Lines!.Any(line => line.Terms.Rules.Categories.Count > 0);

    public IReadOnlyList<StatePoint> Points => Form.AppliedOn is { } day ? points.Of(day) : [];

    public IReadOnlyList<Choice> Groups => [.. codes.Of(Lists.SupportCategories), .. codes.Named("support.guide", [AskWhatHelps.Unknown])];

    public IReadOnlyList<Choice> CircumstanceChoices => [.. codes.Of(Lists.SupportCircumstances), .. codes.Named("support.guide", [AskWhatHelps.None])];

    /// <summary>What was answered, to be sent again with the next answer.</summary>
    public IEnumerable<(string Name, string Value)> Sent => Request.Form
        .Where(typed => typed.Key.StartsWith("Form.", StringComparison.Ordinal) && typed.Key is not "Form.Category" and not "Form.AppliedOn")
        .SelectMany(typed => typed.Value.OfType<string>().Select(value => (typed.Key, value)));

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await PassesAsync(rules, Form, nameof(Form)))
        {
            Lines = guide.For(Form, Seoul.DateOf(time.GetUtcNow()));
        }

        return Page();
    }
}
