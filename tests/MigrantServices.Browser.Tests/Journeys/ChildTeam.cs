using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using MigrantServices.Browser.Tests.Browsing;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage.Seed.Demo;
using MigrantServices.Testing.Hosting;
using MigrantServices.Testing.Papers;
using Xunit;

namespace MigrantServices.Browser.Tests.Journeys;

/// <summary>The three of the office who lead a child to its papers, each in a window of their own, and a clinic that checks what it is shown.</summary>
public class ChildTeam : IAsyncLifetime
{
    private static readonly string[] Criteria = ["foreign", "under-18", "born-in-korea", "unregistered", "lives-here"];

    public OpenPortal Portal { get; private set; } = null!;

    public ChildColleague Handler { get; private set; } = null!;

    public ChildColleague Second { get; private set; } = null!;

    public ChildColleague Third { get; private set; } = null!;

    /// <summary>The same three for what a journey begins with.</summary>
    public Three People { get; private set; } = null!;

    private Window Clinic { get; set; } = null!;

    public virtual async Task InitializeAsync()
    {
        Portal = await OpenAsync();
        (Handler, Second, Third) = (await ChildColleague.AtDeskAsync(Portal, Office.Caseworker), await ChildColleague.AtDeskAsync(Portal, Office.Supervisor), await ChildColleague.AtDeskAsync(Portal, Office.Caseworker2));
        People = new(await ActorAsync(Office.Caseworker), await ActorAsync(Office.Supervisor), await ActorAsync(Office.Caseworker2));
        Clinic = await Window.OpenAsync(Portal, Window.Phone);
    }

    public virtual async Task DisposeAsync()
    {
        await Handler.DisposeAsync();
        await Second.DisposeAsync();
        await Third.DisposeAsync();
        await Clinic.DisposeAsync();
        Clinic.HasNoComplaints();
    }

    /// <summary>A photograph, evidence and all that the ordinance asks for, page by page.</summary>
    public async Task FindFactsAsync(string reference)
    {
        await Handler.PutPhotographAsync(reference);
        await Handler.DoAsync(reference, "add-proof", ("Form.Code", "hospital-record"), ("Form.On", "2026-11-20"));
        await Handler.DoAsync(reference, "see-consent", ("Form.Words", "통화로 확인함"));
        var proof = await Portal.StoredAsync(db => db.Set<ChildProof>().Where(p => db.ChildConfirmations.Any(c => c.Id == p.CaseId && c.Reference == reference)).Select(p => p.Id).FirstAsync());
        foreach (var criterion in Criteria)
        {
            await Handler.DoAsync(reference, "find-fact", ("Form.Code", criterion), ("Form.IsMet", "true"), ("Form.Proofs", proof.ToString()));
        }
    }

    /// <summary>One proposes, another agrees, a third issues.</summary>
    public async Task ConfirmAsync(string reference, string what = "confirmation")
    {
        await Handler.PressAsync(reference, "propose-" + what);
        await Second.PressAsync(reference, "approve-" + what);
        await Third.IssueAsync(reference);
    }

    /// <summary>Prints both papers, finds these words on each and reads the card's code; where the machine cannot print or scan, the register says what it would hold.</summary>
    public async Task<string> PrintAndScanAsync(string reference, params string[] words)
    {
        if (!PaperLibraries.AreExpected || !(Scanner.IsHere || PaperLibraries.AreRequired))
        {
            return await Portal.TokenAsync(reference);
        }

        var (document, card) = (await Third.PrintAsync(reference, "document"), await Third.PrintAsync(reference, "card"));
        foreach (var paper in new[] { document, card })
        {
            var written = await Scanner.WordsOnAsync(paper);
            Assert.All(words, word => Assert.Contains(word, written, StringComparison.OrdinalIgnoreCase));
        }

        var (onDocument, onCard) = (await Scanner.CodeOnAsync(document), await Scanner.CodeOnAsync(card));
        Assert.Equal(onDocument, onCard);
        return onCard[(onCard.IndexOf('#', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>What the page says to a clinic that scans this: valid, replaced, expired or unknown.</summary>
    public async Task<string> CheckAsync(string token)
    {
        await Clinic.GoAsync("/check#" + token);
        var answer = Clinic.Page.Locator(".check-answer:not([hidden])");
        await answer.WaitForAsync();
        return (await answer.GetAttributeAsync("id"))!["answer-".Length..];
    }

    protected virtual Task<OpenPortal> OpenAsync() => OpenPortal.Current;

    private async Task<Actor> ActorAsync(string email)
    {
        var one = DemoColleagues.All.Single(c => c.Email == email);
        return new(await Portal.IdOfAsync(email), one.Name, [new(one.Role, DemoColleagues.ServicesOf(one.Role), one.Municipalities)]);
    }
}

/// <summary>The same on a portal of their own, whose clock may be moved by months.</summary>
public sealed class LaterTeam : ChildTeam
{
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await ((IAsyncLifetime)Portal).DisposeAsync();
    }

    protected override Task<OpenPortal> OpenAsync() => OpenPortal.AloneAsync();
}
