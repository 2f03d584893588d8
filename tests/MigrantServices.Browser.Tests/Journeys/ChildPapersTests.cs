using MigrantServices.Browser.Tests.Browsing;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Browser.Tests.Journeys;

/// <summary>What becomes of papers: changed, lost, taken back; at each step a clinic asks whether they hold.</summary>
public sealed class ChildPapersTests(ChildTeam team) : IClassFixture<ChildTeam>
{
    [BrowserFact]
    public async Task Changed_papers_replace_the_old_ones_which_come_back()
    {
        var (filed, old) = await ConfirmedAsync();
        await using var family = await Family.OfAsync(team.Portal, filed, "ar");
        await family.DoAsync("/reissue", ("Because", nameof(IssueReason.Changed)));
        await team.Handler.FillInAsync(filed.Reference, "/identity/correct", ("Form.Own", "سلمى المرجانة"), ("Form.Latin", "Salma Almarjana"), ("Form.Year", "2020"), ("Form.Month", "3"), ("Form.Day", "5"), ("Form.Sex", "female"), ("Form.Address", "원곡로 21"));
        Assert.Equal("valid", await team.CheckAsync(old));

        await team.ConfirmAsync(filed.Reference, "reissue");

        var current = await team.PrintAndScanAsync(filed.Reference, "SalmaAlmarjana");
        Assert.Equal(("replaced", "valid"), (await team.CheckAsync(old), await team.CheckAsync(current)));
        await family.OpenAsync();
        await family.ReadsAsync("mychild.owes-return");
        await team.Handler.PressAsync(filed.Reference, "record-return");
        await family.OpenAsync();
        Assert.DoesNotContain(team.Portal.Text("ar", "mychild.owes-return"), await family.Page.WordsAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_lost_card_counts_no_more_from_the_moment_it_is_told()
    {
        var (filed, old) = await ConfirmedAsync();
        await using var family = await Family.OfAsync(team.Portal, filed, "ar");
        await family.DoAsync("/lost");
        Assert.Equal("expired", await team.CheckAsync(old));
        await family.ReadsAsync("mychild.lost.is");

        await family.DoAsync("/reissue", ("Because", nameof(IssueReason.Lost)));
        await team.ConfirmAsync(filed.Reference, "reissue");

        var current = await team.PrintAndScanAsync(filed.Reference, "SalmaAlmurjana");
        Assert.Equal(("expired", "valid"), (await team.CheckAsync(old), await team.CheckAsync(current)));
        await team.Third.HandOutAsync(filed.Reference);
        Assert.Equal(0, await team.Third.Page.Locator("button[value=card]").CountAsync());
    }

    [BrowserFact]
    public async Task A_confirmation_that_two_people_end_takes_its_papers_with_it()
    {
        var (filed, token) = await ConfirmedAsync();
        await team.Handler.DoAsync(filed.Reference, "propose-revocation", ("Form.Code", "registered-since"), ("Form.Words", "출생신고가 되었습니다."), ("Form.InTheirLanguage", "تم تسجيل الولادة."));
        Assert.Equal("valid", await team.CheckAsync(token));
        team.Portal.Clock.Advance(TimeSpan.FromMinutes(1));

        await team.Second.PressAsync(filed.Reference, "approve-revocation");

        Assert.Equal("expired", await team.CheckAsync(token));
        await using var family = await Family.OfAsync(team.Portal, filed, "ar");
        await family.OpenAsync();
        await family.ReadsAsync("mychild.status.Revoked", "mychild.owes-return");
        await family.ReadLetterAsync("تم تسجيل الولادة.", "출생신고가 되었습니다.");
    }

    private async Task<(FiledCase Filed, string Token)> ConfirmedAsync()
    {
        var filed = await team.Portal.AConfirmedChildAsync(team.People);
        return (filed, await team.Portal.TokenAsync(filed.Reference));
    }
}
