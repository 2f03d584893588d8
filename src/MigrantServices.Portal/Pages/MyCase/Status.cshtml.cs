using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.MyCase;

/// <summary>Where the case stands, what was written on both sides, and the box to write back.</summary>
public sealed class StatusModel(PortalDb db, FilerReader reader, GrievanceClocks clocks, TextCatalog texts, TimeProvider time) : MyCasePage(db), IMessagesPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    /// <summary>Files of the reply that were not taken, one a line: why, and its name.</summary>
    [TempData]
    public string? NotTaken { get; set; }

    public Conversation Conversation { get; private set; } = new([], false);

    public IReadOnlyList<ShownFile> Files { get; private set; } = [];

    public IReadOnlyList<ShownReferral> Referrals { get; private set; } = [];

    public IReadOnlyList<ShownRecommendation> Recommendations { get; private set; } = [];

    /// <summary>What the office recorded for them.</summary>
    public IReadOnlyList<ShownHandedIn> HandedIn { get; private set; } = [];

    /// <summary>The lawful reason for which the running clock was extended; null where it was not.</summary>
    public string? WhyLonger { get; private set; }

    /// <summary>Every clock of the case, as the office reads it.</summary>
    public IReadOnlyList<ClockView> Clocks => clocks.Of(Case, WhyLonger);

    /// <summary>The day has passed on which the office should have answered.</summary>
    public bool IsLate => Case.IsOverdue(time.GetUtcNow());

    /// <summary>By when the person is answered; none while somebody is on the spot, unless the day had passed before.</summary>
    public DateOnly? DueOn => IsOnSite && !Case.IsMissed ? null : Case.DueOn;

    public DateOnly? PausedOn => IsOnSite ? Case.SiteFrom : Case.PausedOn;

    private bool IsOnSite => Case.Status == CaseStatus.SiteInvestigation;

    /// <summary>Why no day counts at present, as a code.</summary>
    public string? PausedBecause => Case.Pauses.Find(p => p.To is null)?.Reason;

    public ShownAnswer? Answer => reader.AnswerOf(Case);

    public ShownAnswer? ObjectionAnswer => reader.ObjectionAnswerOf(Case);

    /// <summary>The answer was given and the days for an objection have not passed.</summary>
    public bool MayObject => May(Grievance.FileObjection) && Case.ObjectionUntil >= Seoul.DateOf(time.GetUtcNow());

    /// <summary>The office asked for something, and the person may still take more time.</summary>
    public bool MayTakeMoreTime => May(Grievance.TakeMoreTime) && Case.SupplementUntil >= Seoul.DateOf(time.GetUtcNow());

    public int NewMessages => Conversation.Messages.Count(m => m.IsNewTo(Actor));

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Conversation = await reader.ConversationAsync(Case.Id, Actor, Before, cancel);
        Files = await reader.FilesAsync(Case.Id, cancel);
        Referrals = await reader.ReferralsAsync(Case, cancel);
        WhyLonger = await reader.WhyLongerAsync(Case, cancel);
        HandedIn = await reader.HandedInAsync(Case.Id, cancel);
        Recommendations = await reader.RecommendationsAsync(Case.Id, cancel);
        await reader.MarkReadAsync(Conversation, Actor, time.GetUtcNow(), cancel);
        foreach (var line in (NotTaken ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('|', 2);
            ModelState.AddModelError("", $"{parts[1]}: {texts[parts[0]]}");
        }
    }
}
