using Microsoft.Playwright;
using MigrantServices.Browser.Tests.Browsing;
using MigrantServices.Core.Cases;
using Xunit;

namespace MigrantServices.Browser.Tests.Journeys;

/// <summary>A resident with a telephone who writes Vietnamese.</summary>
public sealed class Resident(Window window) : IAsyncDisposable
{
    public const string Language = "vi";
    public const string Story = "Quản lý nói người nước ngoài không được ăn ở phòng ăn chung.";
    public const string Reply = "Từ tháng trước. Tôi gửi ảnh cho văn phòng rồi.";

    private IPage Page => window.Page;

    /// <summary>The code as it was shown, in groups.</summary>
    public string Code { get; private set; } = "";

    public string Reference { get; private set; } = "";

    public static async Task<Resident> WithPhoneAsync(bool script) => new(await Window.OpenAsync(Window.Phone, script));

    public async Task FileAsync(byte[] photo)
    {
        await window.GoAsync($"/{Language}");
        await Page.PressAsync("a.door-main");
        await Page.PickAsync("Form.Teller", "Myself");
        await Page.WriteAsync("Form.Account", Story);
        await Page.GoOnAsync();
        await Page.WriteAsync("Form.Year", "2026");
        await Page.WriteAsync("Form.Month", "10");
        await Page.PickAsync("Form.StillHappening", "true");
        await Page.ChooseAsync("Form.Municipality", "41270");
        await Page.ChooseAsync("Form.PlaceKind", "workplace");
        await Page.GoOnAsync();
        await Page.PickAsync("Form.Grounds", "nationality");
        await Page.PickAsync("Form.Sectors", "employment");
        await Page.GoOnAsync();
        await Page.ChooseAsync("Form.Kind", "employer");
        await Page.WriteAsync("Form.Name", "Công ty Ví Dụ");
        await Page.GoOnAsync();
        await AddFilesAsync(photo);
        await Page.GoOnAsync();
        await Page.PickAsync("Form.WithName", "true");
        await Page.WriteAsync("Form.Name", "Nguyễn Thị Hoa");
        await Page.PickAsync("Form.Way", "PortalOnly");
        await Page.ChooseAsync("Form.Language", Language);
        await Page.PickAsync("Form.WantsInterpreter", "false");
        await Page.GoOnAsync();
        Assert.Contains(Story, await Page.WordsAsync(), StringComparison.Ordinal);
        await Page.GoOnAsync();
        await KeepCodeAsync();
    }

    public async Task ComeBackAsync()
    {
        await window.GoAsync($"/{Language}/my-case");
        await Page.WriteAsync("Code", Code);
        await Page.GoOnAsync();
    }

    /// <summary>Reads what was asked and that the clock stands still, and answers.</summary>
    public async Task AnswerAsync(string request)
    {
        var words = await Page.WordsAsync();
        Assert.Contains(request, words, StringComparison.Ordinal);
        Assert.Contains(Text("mycase.status." + CaseStatus.AwaitingSupplement), words, StringComparison.Ordinal);
        var pause = Text("mycase.paused", "§").Split('§');
        Assert.All(pause, part => Assert.Contains(part.Trim(), words, StringComparison.Ordinal));
        await Page.WriteAsync("Form.Body", Reply);
        await Page.PressAsync("form:has(textarea) button");
        words = await Page.WordsAsync();
        Assert.Contains(Reply, words, StringComparison.Ordinal);
        Assert.DoesNotContain(pause[^1].Trim(), words, StringComparison.Ordinal);
    }

    public async Task ReadsAsync(string answer)
    {
        var words = await Page.WordsAsync();
        Assert.Contains(answer, words, StringComparison.Ordinal);
        Assert.Contains(Text("mycase.status." + CaseStatus.Answered), words, StringComparison.Ordinal);
    }

    public async Task LeaveAsync()
    {
        await Page.PressAsync("nav form button");
        Assert.Equal(Text("mycase.left"), await Page.Locator("h1").InnerTextAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await window.DisposeAsync();
        window.HasNoComplaints();
    }

    private async Task AddFilesAsync(byte[] photo)
    {
        await Page.AttachAsync(
            new FilePayload { Name = "nhà ăn.jpg", MimeType = "image/jpeg", Buffer = photo },
            new FilePayload { Name = "ghi chép.txt", MimeType = "text/plain", Buffer = "Ngày 5 tháng 10: không cho vào phòng ăn."u8.ToArray() });
        await Page.PressAsync("form[enctype] button");
        var listed = await Page.WordsAsync();
        Assert.Contains("nhà ăn.jpg", listed, StringComparison.Ordinal);
        Assert.Contains("ghi chép.txt", listed, StringComparison.Ordinal);
    }

    private async Task KeepCodeAsync()
    {
        Code = await Page.Locator("#code").InnerTextAsync();
        Reference = await Page.Locator(".receipt-facts bdi").First.InnerTextAsync();
        await Page.WriteAsync("LastDigits", Code[^4..]);
        await Page.GoOnAsync();
        Assert.Contains(Text("sent.kept"), await Page.WordsAsync(), StringComparison.Ordinal);
        await Page.PressAsync("form[action*=forget] button");
        await window.GoAsync($"/{Language}/grievances/new/sent");
        Assert.DoesNotContain(Code, await Page.ContentAsync(), StringComparison.Ordinal);
    }

    private string Text(string key, params object[] details) => window.Portal.Text(Language, key, details);
}
