using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Pages.MyCase;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.MySupport;

/// <summary>Where each programme stands, what was found once it is decided, which papers are missing, and what was written on both sides.</summary>
public sealed class StatusModel(PortalDb db, ApplicantReader reader, SupportFacts facts, TextCatalog texts) : MySupportPage(db), IMessagesPage
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

    public IReadOnlyList<LineView> Lines { get; private set; } = [];

    public IReadOnlyList<KnownPerson> People { get; private set; } = [];

    /// <summary>The names of the household by their keys, so that what was found can be read person by person.</summary>
    public IReadOnlyDictionary<Guid, string> Names => People.ToDictionary(person => person.Key, person => person.Name);

    public DateOnly Today => reader.Today;

    /// <summary>The day has passed on which the office should have decided.</summary>
    public bool IsLate => Case.DueOn < Today;

    /// <summary>Why no day counts at present, as a code.</summary>
    public string? PausedBecause => Case.Pauses.Find(p => p.To is null)?.Reason;

    public int NewMessages => Conversation.Messages.Count(m => m.IsNewTo(Actor));

    public bool MayWithdrawLine => May(SupportApplication.WithdrawLine) && Case.Lines.Count(line => line.State != LineState.Withdrawn) > 1;

    /// <summary>Papers that the open programmes ask for and that nobody has given yet, each once.</summary>
    public IReadOnlyList<NeededPaper> MissingPapers => Case.IsOpen
        ? [.. new SupportAsks(Case.OpenLines.Select(line => facts.TermsOf(line).Rules)).Papers.Where(paper => !paper.IsAmong(Case.Papers.Select(p => p.Code).ToHashSet(StringComparer.Ordinal)))]
        : [];

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Conversation = await reader.ConversationAsync(Case, Actor, Before, cancel);
        Files = await reader.FilesAsync(Case, cancel);
        (Lines, People) = (reader.Lines(Case), await facts.PeopleAsync(Case.Id, cancel));
        foreach (var line in (NotTaken ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('|', 2);
            ModelState.AddModelError("", $"{parts[1]}: {texts[parts[0]]}");
        }
    }
}
