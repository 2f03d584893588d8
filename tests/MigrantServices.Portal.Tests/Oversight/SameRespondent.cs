using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Grievances.Patterns;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Oversight;

/// <summary>Cases that name the same respondent, and the supervisors who ask of them.</summary>
internal static class SameRespondent
{
    public const string Reason = "같은 곳의 채용 관행을 전체로 보아야 합니다.";

    private static int _names;

    // consonants that no other test's name has in this order
    public static string NewName()
    {
        var number = Interlocked.Increment(ref _names);
        return "구미동 " + string.Concat(new[] { number / 36 % 6, number / 6 % 6, number % 6 }.Select(digit => "가나다마사파"[digit] + "라")) + "산업공장";
    }

    public static Task<FiledCase> FiledAsync(this PortalHost host, string name, Action<FileGrievance>? but = null) => host.Given.AGrievanceAsync(CaseStatus.Submitted, form =>
    {
        form.Respondent.Name = name;
        but?.Invoke(form);
    });

    public static async Task<FiledCase[]> ThreeAsync(this PortalHost host, string? name = null)
    {
        name ??= NewName();
        FiledCase[] cases =
        [
            await host.FiledAsync(name, form => (form.Grounds.Grounds, form.Contact.Name) = (["nationality"], "Phạm Thị Bí Mật")),
            await host.FiledAsync(name + "(주)", form => (form.Contact.Name, form.Contact.Language) = ("가려진 사람", "ko")),
            await host.FiledAsync(name),
        ];
        await host.CountedAsync();
        return cases;
    }

    public static async Task<WebPage> AskAsync(Browserless supervisor, string number) =>
        await (await supervisor.GetAsync($"/office/patterns/{number}/ask")).SubmitAsync(("Form.Purpose", "OwnMotion"), ("Form.Words", Reason));

    public static async Task OpenAsync(this PortalHost host, Browserless asking, string number)
    {
        await AskAsync(asking, number);
        using var other = await host.SignInAsAsync(Colleagues.Supervisor2);
        await (await other.GetAsync("/office/patterns/" + number)).PressAsync("Agree");
    }

    public static Task<string?> NumberAsync(this PortalHost host, FiledCase filed) => host.StoredAsync(db =>
        db.Set<Pattern>().Where(p => db.Set<RespondentToken>().Any(t => t.CaseId == filed.Id && t.Token == p.Token)).Select(p => p.Number).SingleOrDefaultAsync());

    public static async Task<(PatternState State, int Steps)> StateAsync(this PortalHost host, string number) => await host.StoredAsync(async db =>
    {
        var pattern = await db.Set<Pattern>().Include(p => p.Steps).SingleAsync(p => p.Number == number);
        return (pattern.StateAt(host.Clock.GetUtcNow()), pattern.Steps.Count);
    });

    /// <summary>No word of a page tells a case or whoever filed it.</summary>
    public static async Task AssertNobodyAsync(this PortalHost host, WebPage page, FiledCase[] cases)
    {
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var people = await host.StoredAsync(db => db.Set<CasePerson>().Where(p => cases.Select(c => c.Id).Contains(p.CaseId)).Select(p => p.Id).ToListAsync());
        string[] secrets =
        [
            .. cases.SelectMany(one => new[] { one.Id.ToString(), one.Id.ToString("N"), one.Reference, one.CodeId.ToString(), one.Code.ToString()! }),
            .. people.Select(id => id.ToString()),
            "Nguyễn Thị Hoa", "Phạm Thị Bí Mật", "가려진 사람", "Chủ nhà nói", "원곡동", "Vietnam", "2026-10-05", "23 November 2026",
        ];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, page.Document.QuerySelector("main")!.OuterHtml.Replace("· 23 November 2026 12:00", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
        Assert.All(secrets.Take(cases.Length * 5), secret => Assert.DoesNotContain(secret, page.Html, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Waits until the portal's own worker has counted what the desks left for it.</summary>
    public static Task CountedAsync(this PortalHost host) => host.JobsDoneAsync(PatternHandler.JobKind);
}
