using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>One grievance: what was told, who is in it, its files, its timeline, and the deeds that are open to this colleague.</summary>
public sealed class DetailsModel(PortalDb db, GrievanceReader reader, CodeChoices choices) : CasePage<Grievance>(db, Grievance.Service)
{
    /// <summary>Deeds with a page of their own; the others are done by a button.</summary>
    public static readonly IReadOnlyDictionary<CaseAction, string> WithForm = new Dictionary<CaseAction, string>
    {
        [Grievance.Write] = "write",
        [Grievance.AskSupplement] = "ask-supplement",
        [ServiceCase.Extend] = "extend",
        [Grievance.Propose] = "propose",
        [Grievance.ProposeObjection] = "propose-objection",
        [Grievance.Recommend] = "recommend",
        [Grievance.HandOver] = "hand-over",
        [Grievance.Note] = "note",
        [Grievance.RenewCode] = "renew-code",
    };

    /// <summary>Deeds that bring the case on; they stand out.</summary>
    public static readonly IReadOnlySet<CaseAction> Foremost = new HashSet<CaseAction>
    {
        Grievance.TakeOn, Grievance.Propose, Grievance.Approve, Grievance.TakeOnObjection, Grievance.ProposeObjection, Grievance.ApproveObjection,
    };

    private static readonly HashSet<CaseAction> Hindmost = [Grievance.SendBack, Grievance.SendBackObjection, Grievance.Close, Grievance.CloseTip];

    /// <summary>Deeds on one of the recommendations, which stand beside it.</summary>
    private static readonly CaseAction[] BesideRecommendations = [Grievance.RecordMeasures, Grievance.CheckMeasures];

    /// <summary>Deeds on several cases at once, which have their own page.</summary>
    private static readonly CaseAction[] InBulk = [Grievance.Assign, Grievance.UndoAssignment];

    /// <summary>Entries of the timeline older than this.</summary>
    [BindProperty(SupportsGet = true)]
    public DateTimeOffset? Before { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public GrievanceView View { get; private set; } = null!;

    /// <summary>Names as they are, for this one reading; null while they are covered.</summary>
    public IReadOnlyList<PersonView>? Uncovered { get; private set; }

    public CodeChoices Choices => choices;

    /// <summary>What this colleague may do now: what brings the case on first, what sends it back or ends it last, otherwise in the order of the table.</summary>
    public IEnumerable<CaseAction> Deeds => Grievance.Service.Actions.Except([.. BesideRecommendations, .. InBulk]).Where(May)
        .OrderBy(deed => Foremost.Contains(deed) ? 0 : Hindmost.Contains(deed) ? 2 : 1);

    /// <summary>What the state allows and the role too, yet not this colleague; with the sentence that says why.</summary>
    public IEnumerable<(CaseAction Action, Refusal Why)> NotNow => Grievance.Service.Actions.Except(InBulk)
        .Select(a => (Action: a, Why: WhyNot(a)))
        .Where(d => d.Why is { Code: "case.not-yours" or "case.needs-a-second-person" or "case.needs-a-newcomer" })
        .Select(d => (d.Action, d.Why!));

    public async Task<IActionResult> OnPostUncoverAsync(CancellationToken cancel)
    {
        Uncovered = await reader.UncoverAsync(Case, Reason ?? "", Actor, cancel);
        return Page();
    }

    public override async Task ShowAsync(CancellationToken cancel) => View = await reader.ReadAsync(Case, Actor, Before, cancel);

    /// <summary>Who did it, as the history's sentence names them.</summary>
    public string Who(TimelineEntry entry, TextCatalog texts) => entry.Colleague is { } colleague
        ? texts["case.colleague-named", colleague]
        : texts[entry.By switch
        {
            Role.Helper => "who.helper",
            Role.Portal => "who.portal",
            _ => "who.filer",
        }];

    /// <summary>What the history's sentence names: who, and to whom, or the days between which something moved.</summary>
    public object[] Named(TimelineEntry entry, TextCatalog texts) =>
        MovedDays.Of(entry.Detail) is [var from, var to]
            ? [Who(entry, texts), from.ForPeople(), to.ForPeople()]
            : [Who(entry, texts), entry.To is { } colleague ? texts["case.colleague-named", colleague] : texts["who.colleague"]];

    /// <summary>The day of it, as exactly as it was told.</summary>
    public string When(TextCatalog texts) => (Case.HappenedOn, Case.HappenedPrecision) switch
    {
        ({ } day, DatePrecision.Day) => day.ForPeople(),
        ({ } day, DatePrecision.Month) => texts["precision.month", day.Year, day.Month],
        ({ } day, DatePrecision.Year) => texts["precision.year", day.Year],
        _ => texts["precision.unknown"],
    };
}
