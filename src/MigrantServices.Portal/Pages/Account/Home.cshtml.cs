using MigrantServices.Core.ChildConfirmations.Destroying;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Outcomes;
using MigrantServices.Core.Workday;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Access;

namespace MigrantServices.Portal.Pages.Account;

/// <summary>The office's first page: what needs this colleague now with the worst first, what else opens for them, and an honest word where nothing does yet.</summary>
public sealed class HomeModel(DayReaders days, GrievanceWorklist worklist, MonthReader months, ConfirmationList confirmations, ViewList views) : PortalPage
{
    private const Role WithoutPagesYet = Role.CommitteeMember | Role.CommitteeSecretary | Role.Partner | Role.PolicyAnalyst;

    /// <summary>What needs somebody who handles cases; null for everybody else.</summary>
    public MyDay? Day { get; private set; }

    /// <summary>What needs somebody who handles children's cases; null for everybody else.</summary>
    public MyDay? Children { get; private set; }

    /// <summary>In which of my cases somebody is to be asked what became of help for work.</summary>
    public IReadOnlyList<OutcomeDue> Outcomes { get; private set; } = [];

    /// <summary>Help that cannot wait, and payments.</summary>
    public SupportDay Support { get; private set; } = new([], 0, 0);

    /// <summary>What waits in the places of somebody who handles cases; null for everybody else.</summary>
    public TabCounts? Counts { get; private set; }

    /// <summary>Saved views with their counts.</summary>
    public IReadOnlyList<ViewLine> Views { get; private set; } = [];

    /// <summary>The month that ended last, while its processing is unchecked; null when it is checked, and for everybody but supervisors.</summary>
    public DateOnly? UncheckedMonth { get; private set; }

    /// <summary>Children who may be in danger come before everything else.</summary>
    public MyDay Danger => new([.. (Children?.Parts ?? []).Where(part => part.Section == DaySection.Alarms)], []);

    /// <summary>What else waits in children's cases.</summary>
    public MyDay? Calm => Children is { } all ? all with { Parts = [.. all.Parts.Where(part => part.Section != DaySection.Alarms)] } : null;

    /// <summary>Nothing at all needs this colleague.</summary>
    public bool IsQuiet => Outcomes.Count == 0 && Support.IsQuiet && Day is null or { Parts.Count: 0, Tasks.Count: 0, Patterns: 0 } && Children is null or { Parts.Count: 0, Tasks.Count: 0 };

    public IEnumerable<OfficeMenu.Entry> Doors => OfficeMenu.For(Actor);

    /// <summary>Roles for which this portal holds nothing at present.</summary>
    public IEnumerable<Role> Waiting => (Actor.Roles & WithoutPagesYet).Each();

    /// <summary>Roles that were given to this colleague and open nothing before a privacy officer has confirmed them.</summary>
    public IReadOnlyList<Role> Unconfirmed { get; private set; } = [];

    /// <summary>Rights of others that wait for this privacy officer; null for everybody else.</summary>
    public int? ToConfirm { get; private set; }

    /// <summary>Identities that wait to be destroyed, as a privacy officer sees it; null for everybody else.</summary>
    public int? ToDestroy { get; private set; }

    /// <summary>All of a section, where the list can show it.</summary>
    public string AllOf(DaySection section) => section switch
    {
        DaySection.MeasuresOverdue => "/office/recommendations?tab=Overdue",
        DaySection.ChecksDue => "/office/recommendations?tab=Answered",
        _ => WorklistAddress.Of(section switch
        {
            DaySection.Overdue => new() { Tab = WorklistTab.Overdue, Colleague = Actor.UserId },
            DaySection.DueSoon => new() { Tab = WorklistTab.DueSoon, Colleague = Actor.UserId },
            DaySection.ToApprove => new() { Tab = WorklistTab.All, Status = Core.Cases.CaseStatus.Proposed },
            DaySection.NotTakenOn => new() { Tab = WorklistTab.Unassigned, Status = Core.Cases.CaseStatus.Submitted },
            DaySection.Objections => new() { Tab = WorklistTab.All, Status = Core.Cases.CaseStatus.Objected },
            DaySection.Proposals => new() { Tab = WorklistTab.All },
            DaySection.RespondentDue => new() { Tab = WorklistTab.Mine, Status = Core.Cases.CaseStatus.Investigating },
            DaySection.SettlementDue => new() { Tab = WorklistTab.Mine, Status = Core.Cases.CaseStatus.Mediating },
            DaySection.SupplementOverdue => new() { Tab = WorklistTab.Mine, Status = Core.Cases.CaseStatus.AwaitingSupplement },
            DaySection.Fear => new() { Tab = WorklistTab.All },
            DaySection.Unread => new() { Tab = WorklistTab.Mine, Unread = true },
            _ => new() { Tab = WorklistTab.Mine },
        }),
    };

    /// <summary>The same in the list of children's cases.</summary>
    public static string AllOfChildren(DaySection section) => section switch
    {
        DaySection.Alarms => "/office/children?tab=All&alarm=true",
        DaySection.Overdue => "/office/children?tab=Overdue",
        DaySection.DueSoon => "/office/children?tab=DueSoon",
        DaySection.ToApprove => "/office/children?tab=All&status=Proposed",
        DaySection.ToIssue => "/office/children?tab=All&status=ToIssue",
        DaySection.NotTakenOn => "/office/children?tab=Unassigned&status=Submitted",
        DaySection.Offered => "/office/children/offers",
        DaySection.ToDestroy or DaySection.AcrossCities => "/office/children?tab=All",
        DaySection.SupplementOverdue => "/office/children?tab=Mine&status=AwaitingSupplement",
        _ => "/office/children?tab=Mine",
    };

    public override async Task ShowAsync(CancellationToken cancel)
    {
        if (Actor.Is(Role.CaseHandlers))
        {
            Day = await days.Grievances.ReadAsync(Actor, cancel);
            Outcomes = await days.Outcomes.DueAsync(Actor, cancel);
            Counts = await worklist.CountAsync(Actor, cancel);
            Views = await views.CountedAsync(await views.KnownAsync(Actor, cancel), Actor, cancel);
        }

        Support = await days.Support.ReadAsync(Actor, cancel);
        Children = Actor.Is(Role.AllHandlers) ? await days.Children.ReadAsync(Actor, cancel) : null;
        UncheckedMonth = Actor.Is(Role.Supervisor) ? await months.UncheckedAsync(Actor, cancel) : null;
        ToConfirm = Actor.Is(Role.PrivacyOfficer) ? await confirmations.CountAsync(Actor, cancel) : null;
        ToDestroy = Actor.Is(Role.PrivacyOfficer) ? await days.Destructions.WaitingAsync(Actor, cancel) : null;
        Unconfirmed = await confirmations.OfAsync(Actor, cancel);
    }
}

/// <summary>What needs a colleague now, service by service.</summary>
public sealed record DayReaders(MyDayReader Grievances, ChildDayReader Children, OutcomeReader Outcomes, DestructionRegister Destructions, SupportDayReader Support);
