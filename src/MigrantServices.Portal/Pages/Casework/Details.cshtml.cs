using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.ForThePerson;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Grievances.Linking;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>One grievance: what was told, who is in it, its files, its timeline, and the deeds that are open to this colleague.</summary>
public sealed class DetailsModel(PortalDb db, GrievanceReader reader, GrievanceClocks clocks, LinkRegister links, CodeChoices choices) : CasePage<Grievance>(db, Grievance.Service)
{
    /// <summary>Deeds with a page of their own; the others are done by a button.</summary>
    public static readonly IReadOnlyDictionary<CaseAction, string> WithForm = new Dictionary<CaseAction, string>
    {
        [Grievance.Write] = "write",
        [Grievance.AskSupplement] = "ask-supplement",
        [Grievance.AskSupplementAgain] = "ask-supplement-again",
        [Grievance.TreatAsWithdrawn] = "treat-as-withdrawn",
        [ServiceCase.Extend] = "extend",
        [Grievance.ExtendRights] = "extend-rights",
        [Grievance.Propose] = "propose",
        [Grievance.ProposeObjection] = "propose-objection",
        [Grievance.Approve] = "approve",
        [Grievance.ApproveObjection] = "approve",
        [Grievance.WriteRecommendation] = "recommend",
        [Grievance.Recommend] = "approve-recommendation",
        [Grievance.TellRespondent] = "tell-respondent",
        [Grievance.HandOver] = "hand-over",
        [Grievance.Note] = "note",
        [ServiceCase.AddTask] = "tasks",
        [Grievance.RenewCode] = "renew-code",
        [Grievance.CheckJurisdiction] = "jurisdiction",
        [Grievance.Refer] = "refer",
        [Grievance.Pause] = "pause",
        [Grievance.DeclareInterest] = "declare-interest",
        [Grievance.SetApart] = "set-apart",
        [Grievance.ProposeBringBack] = "bring-back",
        [Grievance.Link] = "links",
        [Grievance.NameRepresentative] = "representatives",
    }.Concat(RecordShape.All.Values.Select(shape => new KeyValuePair<CaseAction, string>(shape.Deed, shape.Deed == Grievance.AddEvidence ? "evidence" : shape.Deed == Grievance.AskRespondent ? "ask-respondent" : "records/" + shape.Deed.Code))).ToDictionary();

    /// <summary>Deeds that bring the case on; they stand out.</summary>
    public static readonly IReadOnlySet<CaseAction> Foremost = new HashSet<CaseAction>
    {
        Grievance.TakeOn, Grievance.CheckJurisdiction, Grievance.EndPause, Grievance.Propose, Grievance.Approve, Grievance.TakeOnObjection, Grievance.ProposeObjection, Grievance.ApproveObjection,
        Grievance.Recommend,
    };

    private static readonly HashSet<CaseAction> Hindmost = [Grievance.SendBack, Grievance.SendBackObjection, Grievance.SendBackRecommendation, Grievance.Close, Grievance.CloseTip];

    /// <summary>Deeds of every day, which stand beside those that bring the case on; all others are one step further away.</summary>
    private static readonly HashSet<CaseAction> Everyday =
        [Grievance.Write, Grievance.AskSupplement, Grievance.AskSupplementAgain, Grievance.GoOnWithout, Grievance.Note, Grievance.WriteRecommendation, Grievance.TellRespondent, .. Hindmost];

    /// <summary>Deeds by which facts are found, people protected and sides brought together.</summary>
    private static readonly HashSet<CaseAction> Inquiry =
        [.. RecordShape.All.Values.Select(shape => shape.Deed), Grievance.Refer, Grievance.ContinueInvestigation, Grievance.EndSiteInvestigation];

    /// <summary>Deeds on two cases that may be of the same person.</summary>
    private static readonly CaseAction[] Together =
        [Grievance.NotTheSame, Grievance.ProposeMerge, Grievance.DeclineMerge, Grievance.Merge, Grievance.TakeIn, Grievance.ProposeUndoMerge, Grievance.KeepMerge, Grievance.UndoMerge, Grievance.GiveBack, Grievance.LookAtRepeats];

    /// <summary>Deeds on one recommendation, question, referral, declaration, link, proposal, task or text, which stand beside it.</summary>
    private static readonly CaseAction[] BesideTheirs =
        [Grievance.RecordMeasures, Grievance.CorrectMeasures, Grievance.CheckMeasures, Grievance.RecordRespondentReply, Grievance.RecordReferralReply, Grievance.LiftInterest, Grievance.KeepApart, Grievance.BringBack, Grievance.Unlink, Grievance.TakeOffRepresentative, ServiceCase.FinishTask,
            Grievance.Translate, Grievance.CheckTranslation, Grievance.RejectTranslation, .. Together, .. Grievance.ForThePerson];

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

    public IReadOnlyList<ClockView> Clocks => clocks.Of(Case, View.WhyLonger);

    /// <summary>What this colleague may do now: what brings the case on first, what is done every day, and last what sends it back or ends it.</summary>
    public IEnumerable<CaseAction> Deeds => Open.Where(deed => Foremost.Contains(deed) || Everyday.Contains(deed))
        .OrderBy(deed => Foremost.Contains(deed) && !IsCheckedAgain(deed) ? 0 : Hindmost.Contains(deed) ? 2 : 1);

    /// <summary>The other deeds that are open, in groups with a heading; no group is empty.</summary>
    public IEnumerable<(string Heading, IReadOnlyList<CaseAction> Deeds)> MoreDeeds => new (string Heading, IReadOnlyList<CaseAction> Deeds)[]
    {
        ("case.deeds.inquiry", [.. Open.Where(Inquiry.Contains)]),
        ("case.deeds.more", [.. Open.Where(deed => !Foremost.Contains(deed) && !Everyday.Contains(deed) && !Inquiry.Contains(deed))]),
    }.Where(group => group.Deeds.Count > 0);

    private IEnumerable<CaseAction> Open => Grievance.Service.Actions.Except([.. BesideTheirs, .. InBulk]).Where(May)
        .Where(deed => deed != Grievance.AskSupplementAgain || IsAnswerOverdue);

    /// <summary>The person was asked for something and their day has passed.</summary>
    private bool IsAnswerOverdue => Clocks.Any(clock => clock is { Code: Grievance.SupplementPeriod, State: ClockState.Over });

    /// <summary>Once competence was checked, checking it again is no longer what brings the case on.</summary>
    public bool IsCheckedAgain(CaseAction deed) => deed == Grievance.CheckJurisdiction && Case.Jurisdiction is not null;

    /// <summary>What the state allows and the role too, yet not this colleague; with the sentence that says why.</summary>
    public IEnumerable<(CaseAction Action, Refusal Why)> NotNow => Grievance.Service.Actions.Except(InBulk)
        .Select(a => (Action: a, Why: WhyNot(a)))
        .Where(d => d.Why is { Code: "case.not-yours" or "case.needs-a-second-person" or "case.needs-a-newcomer" } && (Foremost.Contains(d.Action) || Everyday.Contains(d.Action)))
        .Select(d => (d.Action, d.Why!));

    public async Task<IActionResult> OnPostUncoverAsync(CancellationToken cancel)
    {
        Uncovered = await reader.UncoverAsync(Case, Reason ?? "", Actor, cancel);
        return Page();
    }

    /// <summary>What belongs together with it and is seen by this colleague too.</summary>
    public IReadOnlyList<LinkView> Links { get; private set; } = [];

    public override async Task ShowAsync(CancellationToken cancel)
    {
        View = await reader.ReadAsync(Case, Actor, Before, cancel);
        Links = View.HasLinks ? await links.OfAsync(Case, Actor, cancel) : [];
    }

    /// <summary>Who did it, as the history's sentence names them.</summary>
    public string Who(TimelineEntry entry, TextCatalog texts) => HandedIn(entry) is not null
        ? texts["who.filer"]
        : entry.Colleague is { } colleague
        ? texts["case.colleague-named", colleague]
        : texts[entry.By switch
        {
            Role.Helper => "who.helper",
            Role.Portal => "who.portal",
            _ when entry.FromOffice => "who.portal",
            _ => "who.filer",
        }];

    /// <summary>How it came, where a colleague recorded it for the person; null for everything else.</summary>
    public HandedInLine? HandedIn(TimelineEntry entry) => View.HandedIn.FirstOrDefault(line => entry.Kind == TimelineKind.Message
        ? line.MessageId == entry.Id
        : entry.Kind == TimelineKind.Deed && line.Deed == entry.Code && line.RecordedAt == entry.At);

    /// <summary>What the history's sentence names: who, and to whom, or the days between which something moved.</summary>
    public object[] Named(TimelineEntry entry, TextCatalog texts) =>
        MovedDays.Of(entry.Detail) is [var from, var to]
            ? [Who(entry, texts), from.ForPeople(), to.ForPeople()]
            : [Who(entry, texts), entry.To is { } colleague ? texts["case.colleague-named", colleague] : texts["who.colleague"]];

    /// <summary>The code that a deed carries, in words; null where it carries none that is read.</summary>
    public string? Said(TimelineEntry entry, TextCatalog texts) => entry.Detail is not { } code ? null
        : texts.Has($"{Lists.OutcomeReasons}.{code}") ? choices.Reason(code)
        : CodesOf(entry.Code).Select(list => $"{list}.{code}").FirstOrDefault(texts.Has) is { } key ? texts[key]
        : null;

    private static IEnumerable<string> CodesOf(string deed) => RecordShape.All.GetValueOrDefault(deed)?.List is { } list
        ? [list]
        : deed == Grievance.DeclareInterest.Code ? [Lists.InterestReasons]
        : deed == Grievance.PassOn.Code ? ["case.passed-on"]
        : ["affirmed", "link-kind", "measures-reply", "measures-found", "referral-reply", Lists.ReferralBodies, "pause", "translation-text", "deed.check-jurisdiction.finding"];

    /// <summary>The day of it, as exactly as it was told.</summary>
    public string When(TextCatalog texts) => (Case.HappenedOn, Case.HappenedPrecision) switch
    {
        ({ } day, DatePrecision.Day) => day.ForPeople(),
        ({ } day, DatePrecision.Month) => texts["precision.month", day.Year, day.Month],
        ({ } day, DatePrecision.Year) => texts["precision.year", day.Year],
        _ => texts["precision.unknown"],
    };
}
