using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>One child's case: where it stands, what was found of each criterion, and the deeds that are open to this colleague. Who the child is takes a page of its own.</summary>
public sealed class DetailsModel(PortalDb db, ChildReader reader, TakingPart parts, Clocks clocks, CodeChoices choices) : CasePage<ChildConfirmation>(db, ChildConfirmation.Service)
{
    /// <summary>Deeds with a page of their own; those of a shape have the common form, the others are a button.</summary>
    public static readonly IReadOnlyDictionary<CaseAction, string> WithForm = ChildDeedShape.All.Values
        .Select(shape => new KeyValuePair<CaseAction, string>(shape.Deed, "do/" + shape.Deed.Code))
        .Concat([new(ServiceCase.Extend, "extend"), new(ChildConfirmation.Issue, "issue"), new(ChildConfirmation.PutPhotograph, "photograph"), new(ChildConfirmation.CorrectIdentity, "identity/correct"), new(ChildConfirmation.UnlinkParent, "identity"), new(ChildConfirmation.RenewCode, "renew-code"), new(ChildConfirmation.TakeParentIn, "take-parent-in")])
        .ToDictionary();

    private static readonly CaseAction[] Foremost =
    [
        ChildConfirmation.TakeOn, ChildConfirmation.ProposeConfirmation, ChildConfirmation.ApproveConfirmation, ChildConfirmation.ApproveRefusal, ChildConfirmation.Issue,
        ChildConfirmation.ProposeReissue, ChildConfirmation.ApproveReissue, ChildConfirmation.ApproveRevocation,
    ];

    private static readonly CaseAction[] Everyday =
    [
        ChildConfirmation.SeeConsent, ChildConfirmation.AddProof, ChildConfirmation.RecordHomeVisit, ChildConfirmation.FindFact, ChildConfirmation.AskSupplement, ChildConfirmation.GoOnWithout,
        ChildConfirmation.PutPhotograph, ChildConfirmation.ProposeRefusal, ChildConfirmation.SendBack, ChildConfirmation.SendBackReissue, ChildConfirmation.SendBackRevocation, ChildConfirmation.Write, ChildConfirmation.Note,
    ];

    /// <summary>Deeds that stand on the pages of services and of daycare.</summary>
    private static readonly CaseAction[] OnServices =
    [
        ChildConfirmation.RecordServiceConsent, ChildConfirmation.WithdrawServiceConsent, ChildConfirmation.PrepareReferral, ChildConfirmation.SendReferral, ChildConfirmation.RecallReferral, ChildConfirmation.TellReceiver,
        ChildConfirmation.ProposeChildcare, ChildConfirmation.ApproveChildcare, ChildConfirmation.DeclineChildcare, ChildConfirmation.RecordChildcareMonth, ChildConfirmation.StopChildcare,
        ChildConfirmation.ProposeMonthVoid, ChildConfirmation.ApproveMonthVoid, ChildConfirmation.DeclineMonthVoid, ChildConfirmation.RecordFormerMonth,
    ];

    /// <summary>Deeds on one parent or offer, which stand beside it, and those of the other city.</summary>
    private static readonly CaseAction[] BesideTheirs =
        [ChildConfirmation.UnlinkParent, ChildConfirmation.CorrectIdentity, ChildConfirmation.CorrectParent, ChildConfirmation.AddParent, ChildConfirmation.AcceptTransfer, ChildConfirmation.DeclineTransfer, ChildConfirmation.RaiseAlarm, ChildConfirmation.HandOutPapers, ServiceCase.AddTask, ServiceCase.FinishTask, ChildConfirmation.JudgePair, ChildConfirmation.AskDestruction, ChildConfirmation.DeclineDestruction, ChildConfirmation.DestroyIdentity, ChildConfirmation.AskParentDestruction, ChildConfirmation.DeclineParentDestruction, ChildConfirmation.DestroyParent,
            ChildConfirmation.HoldIdentity, ChildConfirmation.LiftHold, ServiceCase.Assign, ServiceCase.UndoAssignment, .. OnServices];

    [BindProperty(SupportsGet = true)]
    public DateTimeOffset? Before { get; set; }

    public ChildView View { get; private set; } = null!;

    public CodeChoices Choices => choices;

    public IReadOnlyList<string> Criteria => parts.Criteria;

    public int? Age => Case.BornYear is { } year ? Math.Max(Seoul.DateOf(HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()).Year - year, 0) : null;

    /// <summary>The other way of counting the fourteen days, which the ordinance leaves open.</summary>
    public DateOnly? DueByCalendar => clocks.DueCountedIn(PeriodUnit.CalendarDays, Case);

    public DateOnly? DueByWorkingDays => clocks.DueCountedIn(PeriodUnit.WorkingDays, Case);

    /// <summary>This colleague may open who the child is, with a purpose.</summary>
    public bool MayOpenIdentity => IdentityDesk.WhyNot(Case, Actor) is null;

    /// <summary>This colleague may ask that who the child is be destroyed, or decide on it; where it was done they read so.</summary>
    public bool MayAskDestruction => (ChildConfirmation.Service.WhoMay(ChildConfirmation.AskDestruction) & Case.RolesOf(Actor)) != Role.None;

    /// <summary>This colleague may read what was told with the case.</summary>
    public bool MayReadTold => ToldDesk.WhyNot(Case, Actor) is null;

    /// <summary>Referrals and daycare are the office's own; no entrusted centre opens them.</summary>
    public bool MayOpenServices => (Case.RolesOf(Actor) & Role.CaseHandlers) != Role.None;

    /// <summary>What a pair that nobody has judged holds back.</summary>
    public IEnumerable<CaseAction> Held => View.Pairs.Any(pair => pair.Holds) ? new[] { ChildConfirmation.ProposeConfirmation, ChildConfirmation.ApproveConfirmation }.Concat(Case.ConfirmedAt is null ? [ChildConfirmation.Issue] : []).Where(May) : [];

    /// <summary>What nobody may do while the city takes no part.</summary>
    public IEnumerable<CaseAction> Elsewhere => parts.IssuesCards(Case.Municipality) ? []
        : new[] { ChildConfirmation.ProposeConfirmation, ChildConfirmation.ProposeReissue, ChildConfirmation.Issue }.Concat(new TakingOn(clocks, parts).WhyNot(Case) is null ? [] : [ChildConfirmation.TakeOn]).Where(May);

    public IEnumerable<CaseAction> FirstDeeds => Open.Where(Foremost.Contains).Except(Held).Except(Elsewhere);

    public bool MayExport => Core.ChildConfirmations.Export.ChildExportDesk.May(Case, Actor);

    public IEnumerable<CaseAction> OtherDeeds => Everyday.Where(May);

    public IEnumerable<CaseAction> MoreDeeds => Open.Where(deed => !Foremost.Contains(deed) && !Everyday.Contains(deed))
        .Where(deed => deed != ChildConfirmation.StrikeProof || View.Proofs.Any(proof => proof.Struck is null));

    /// <summary>What the state and the role allow, yet not this colleague or not yet; with the sentence that says why.</summary>
    public IEnumerable<(CaseAction Action, Refusal Why)> NotNow => Foremost.Append(ChildConfirmation.ProposeRefusal)
        .Select(deed => (Action: deed, Why: WhyNot(deed)))
        .Where(d => d.Why is { } why && why.Code is not ("case.wrong-state" or "case.wrong-role" or "child.refusal-is-proposed" or "child.confirmation-is-proposed"))
        .Select(d => (d.Action, d.Why!))
        .Concat(Held.Select(deed => (deed, new Refusal("child.pairs-open"))))
        .Concat(Elsewhere.Select(deed => (deed, new Refusal("child.city-takes-no-part"))));

    private IEnumerable<CaseAction> Open => ChildConfirmation.Service.Actions.Except(BesideTheirs).Where(May);

    public override async Task ShowAsync(CancellationToken cancel) => View = await reader.ReadAsync(Case, Actor, Before, cancel);

    /// <summary>Who did it, as the history's sentence names them.</summary>
    public string Who(TimelineEntry entry, TextCatalog texts) => entry.Colleague is { } colleague
        ? texts["case.colleague-named", colleague]
        : texts[entry.By == Role.Portal || entry.FromOffice ? "who.portal" : entry.By == Role.Requester ? "who.requester" : entry.By == Role.Receiver ? "who.receiver" : "who.filer"];

    public object[] Named(TimelineEntry entry, TextCatalog texts) =>
        MovedDays.Of(entry.Detail) is [var from, var to]
            ? [Who(entry, texts), from.ForPeople(), to.ForPeople()]
            : [Who(entry, texts), entry.To is { } colleague ? texts["case.colleague-named", colleague] : texts["who.colleague"]];

    /// <summary>The code that a deed carries, in words; null where it carries none that is read.</summary>
    public static string? Said(TimelineEntry entry, TextCatalog texts) => entry.Detail is not { } code
        ? null
        : new[] { Lists.ChildCriteria, Lists.BirthEvidenceGrades, Lists.BirthEvidence, Lists.ConsentWays, Lists.ChildRefusalReasons, Lists.ChildRevocationReasons, Lists.Municipalities, Lists.ServiceReceivers, Lists.ChildCheckFindings, Lists.DestructionGrounds, "childcare-stop", "children.clock", "issue-reason", "children.verdict" }
            .Select(list => $"{list}.{code}").FirstOrDefault(texts.Has) is { } key ? texts[key] : null;
}
