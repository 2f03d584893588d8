using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Duplicates;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Papers;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>What tests do with a child's case through the office's pages.</summary>
internal static class ChildOffice
{
    public static readonly string[] Criteria = ["foreign", "under-18", "born-in-korea", "unregistered", "lives-here"];

    public static string Of(FiledCase filed, string? page = null) => $"/office/children/{filed.Reference}" + (page is null ? "" : "/" + page);

    public static async Task<WebPage> DoAsync(this Browserless office, FiledCase filed, string deed, params (string Name, string Value)[] answers)
    {
        var done = await (await office.GetAsync(Of(filed, "do/" + deed))).SubmitAsync(answers);
        Assert.True(done.Summary.Count == 0, string.Join(" | ", done.Summary));
        return done;
    }

    /// <summary>As the button on the case page would, with the state that stands there now.</summary>
    public static async Task<WebPage> PressAsync(this PortalHost host, Browserless office, FiledCase filed, string deed)
    {
        if (deed == ChildConfirmation.Issue.Code)
        {
            var seen = await office.GetAsync(Of(filed, "issue"));
            if (seen.Document.QuerySelector("[name=Seen]") is not null)
            {
                return await seen.SendAsync(seen.Form("Seen"), null);
            }
        }

        var any = await office.GetAsync(Of(filed, "do/note"));
        var revision = await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.Revision).SingleAsync());
        return await any.SendAsync(any.Form("Revision"), Of(filed, deed == ChildConfirmation.Issue.Code ? deed : "deeds/" + deed), ("Revision", revision.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>Chosen, seen, and kept.</summary>
    public static async Task<WebPage> PutPhotographAsync(this Browserless office, FiledCase filed)
    {
        var seen = await (await office.GetAsync(Of(filed, "photograph"))).UploadAsync(("face.jpg", PaperSample.Photo));
        return await seen.SendAsync(seen.Form("Shown"), null);
    }

    /// <summary>Taken on, with a photograph and every criterion met: only the proposal is missing.</summary>
    public static async Task ReadyAsync(this PortalHost host, Browserless handler, FiledCase filed)
    {
        await host.PressAsync(handler, filed, "take-on");
        await handler.PutPhotographAsync(filed);
        await handler.DoAsync(filed, "add-proof", ("Form.Code", "hospital-record"), ("Form.On", "2026-11-20"));
        await handler.DoAsync(filed, "see-consent", ("Form.Words", "통화로 확인함"));
        var proof = await host.ProofAsync(filed);
        foreach (var criterion in Criteria)
        {
            await handler.DoAsync(filed, "find-fact", ("Form.Code", criterion), ("Form.IsMet", "true"), ("Form.Proofs", proof));
        }
    }

    /// <summary>The first piece of evidence of the case, as the form names it.</summary>
    public static async Task<string> ProofAsync(this PortalHost host, FiledCase filed) =>
        (await host.StoredAsync(db => db.Set<ChildProof>().Where(p => p.CaseId == filed.Id).OrderBy(p => p.AddedAt).Select(p => p.Id).FirstAsync())).ToString();

    public static Task<CaseStatus> StatusAsync(this PortalHost host, FiledCase filed) =>
        host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.Status).SingleAsync());

    /// <summary>Looks for the same child, as the job that each filing leaves does.</summary>
    public static async Task FindSameAsync(this PortalHost host, params FiledCase[] cases)
    {
        foreach (var one in cases)
        {
            await host.WithAsync(async services =>
            {
                var db = services.GetRequiredService<PortalDb>();
                await using var transaction = await db.Database.BeginTransactionAsync();
                await services.GetRequiredService<ChildDuplicateFinder>().FindAsync(one.Id, CancellationToken.None);
                await transaction.CommitAsync();
            });
        }
    }
}
