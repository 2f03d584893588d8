using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Pages.MyCase;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.MyChild;

/// <summary>Where the confirmation of the child stands, what was written on both sides, and the box to write back.</summary>
public sealed class StatusModel(PortalDb db, FamilyReader reader, TextCatalog texts, TimeProvider time) : MyChildPage(db), IMessagesPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    /// <summary>Files of the reply that were not taken, one a line: why, and its name.</summary>
    [TempData]
    public string? NotTaken { get; set; }

    public Conversation Conversation { get; private set; } = new([], false);

    /// <summary>The pack for the child who comes of age; null while there is none.</summary>
    public Guid? Handover { get; private set; }

    public IReadOnlyList<ShownFile> Files { get; private set; } = [];

    /// <summary>The day has passed on which the office should have decided.</summary>
    public bool IsLate => Case.DueOn < Seoul.DateOf(time.GetUtcNow());

    /// <summary>Why no day counts at present, as a code.</summary>
    public string? PausedBecause => Case.Pauses.Find(p => p.To is null)?.Reason;

    public int NewMessages => Conversation.Messages.Count(m => m.IsNewTo(Actor));

    /// <summary>Nothing is proposed yet, so that papers can still help.</summary>
    public bool MayShowProof => Case.Status is CaseStatus.Waiting or CaseStatus.Submitted or CaseStatus.UnderReview or CaseStatus.AwaitingSupplement;

    public bool HasPapers => Case.ConfirmedAt is not null && Case.IsOpen | Case.Status == CaseStatus.Confirmed;

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Conversation = await reader.ConversationAsync(Case, Actor, Before, cancel);
        Files = await reader.FilesAsync(Case, cancel);
        Handover = Case.ToldOfAgeAt is null && Case.Status != CaseStatus.AgedOut ? null : await reader.HandoverAsync(Case, cancel);
        foreach (var line in (NotTaken ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('|', 2);
            ModelState.AddModelError("", $"{parts[1]}: {texts[parts[0]]}");
        }
    }
}
