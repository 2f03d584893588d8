using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Entitlement;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportCasework;

/// <summary>One application, for those to whom the file is open: household, what the rules say of each programme item by item, and the deeds that are open to this colleague.</summary>
public sealed class DetailsModel(PortalDb db, SupportReader reader, AwardReader awards, SupportWords words, TimeProvider time) : CasePage<SupportApplication>(db, SupportApplication.Service)
{
    /// <summary>Deeds with a page of their own; the others are a button.</summary>
    public static readonly IReadOnlyDictionary<CaseAction, string> WithForm = SupportDeedShape.All.Values
        .Select(shape => new KeyValuePair<CaseAction, string>(shape.Deed, "do/" + shape.Deed.Code))
        .Concat([new(ServiceCase.Extend, "extend"), new(SupportApplication.Approve, "approve"), new(SupportApplication.ApproveObjection, "approve"), new(SupportApplication.RenewCode, "renew-code")])
        .ToDictionary();

    private static readonly CaseAction[] Foremost =
        [SupportApplication.TakeOn, SupportApplication.TakeOnObjection, SupportApplication.Propose, SupportApplication.ProposeObjection, SupportApplication.Approve, SupportApplication.ApproveObjection];

    private static readonly CaseAction[] Everyday =
    [
        SupportApplication.SeePapers, SupportApplication.AskSupplement, SupportApplication.GoOnWithout, SupportApplication.SendBack, SupportApplication.SendBackObjection, SupportApplication.RecordReadBack,
        SupportApplication.Write, SupportApplication.Note, ServiceCase.Extend, SupportApplication.HandOver, SupportApplication.RenewCode,
    ];

    [BindProperty(SupportsGet = true)]
    public DateTimeOffset? Before { get; set; }

    public SupportView View { get; private set; } = null!;

    /// <summary>What was granted, and what of it is paid.</summary>
    public IReadOnlyList<AwardView> Awards { get; private set; } = [];

    public IEnumerable<CaseAction> FirstDeeds => Foremost.Where(May);

    public IEnumerable<CaseAction> OtherDeeds => Everyday.Where(May);

    /// <summary>What the state and the role allow, yet not this colleague or not yet; with the sentence that says why.</summary>
    public IEnumerable<(CaseAction Action, Refusal Why)> NotNow => Foremost
        .Select(deed => (Action: deed, Why: WhyNot(deed)))
        .Where(d => d.Why is { } why && why.Code is not ("case.wrong-state" or "case.wrong-role"))
        .Select(d => (d.Action, d.Why!));

    public override async Task ShowAsync(CancellationToken cancel)
    {
        View = await reader.ReadAsync(Case, Actor, Before, time.GetUtcNow(), cancel);
        Awards = await awards.OfCaseAsync(Case.Id, cancel);
    }

    /// <summary>What is known of a person beyond the name.</summary>
    public IEnumerable<string> FactsOf(KnownPerson person) => new[]
    {
        person.Category is { } category ? words.Name(Lists.SupportCategories, category) : null,
        person.BornOn is { } born ? born.ForPeople() : person.BornYear?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        person.Circumstances is { Count: > 0 } circumstances ? words.Names(Lists.SupportCircumstances, circumstances) : null,
    }.OfType<string>();

    /// <summary>A programme wants a circumstance, and nobody has asked this person about any.</summary>
    public bool IsNotAsked(KnownPerson person) => person.AskedAbout is { Count: 0 } && View.Lines.Any(line => line.Findings.Any(finding => finding.Item == EligibilityItem.Circumstance));

    public string NameOf(Guid key) => View.People.FirstOrDefault(person => person.Key == key)?.Name ?? "–";

    /// <summary>Who did it, as the history's sentence names them.</summary>
    public static string Who(TimelineEntry entry, TextCatalog texts) => entry.Colleague is { } colleague
        ? texts["case.colleague-named", colleague]
        : texts[entry.By == Role.Portal || entry.FromOffice ? "who.portal" : "who.filer"];

    public static object[] Named(TimelineEntry entry, TextCatalog texts) =>
        MovedDays.Of(entry.Detail) is [var from, var to]
            ? [Who(entry, texts), from.ForPeople(), to.ForPeople()]
            : [Who(entry, texts), entry.To is { } colleague ? texts["case.colleague-named", colleague] : texts["who.colleague"]];
}
