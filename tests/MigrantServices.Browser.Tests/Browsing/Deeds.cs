using Microsoft.Playwright;

namespace MigrantServices.Browser.Tests.Browsing;

/// <summary>What people do in a form, by the names of its fields.</summary>
public static class Deeds
{
    public static Task WriteAsync(this IPage page, string field, string text) => page.Locator($"main [name='{field}']").FillAsync(text);

    /// <summary>Picks one of the answers that stand on the page, by its label as people do.</summary>
    public static async Task PickAsync(this IPage page, string field, string value)
    {
        var id = await page.Locator($"input[name='{field}'][value='{value}']").GetAttributeAsync("id");
        await page.Locator($"label[for='{id}']").ClickAsync();
    }

    public static Task ChooseAsync(this IPage page, string field, string value) =>
        page.Locator($"select[name='{field}']").SelectOptionAsync(value);

    /// <summary>Answers each question in the way it is asked: by a list, by a choice or in words.</summary>
    public static async Task AnswerAsync(this IPage page, params (string Field, string Text)[] answers)
    {
        foreach (var (field, text) in answers)
        {
            await (await page.Locator($"main select[name='{field}']").CountAsync() > 0 ? page.ChooseAsync(field, text)
                : await page.Locator($"main input[name='{field}'][value='{text}']").CountAsync() > 0 ? page.PickAsync(field, text)
                : page.WriteAsync(field, text));
        }
    }

    /// <summary>What the browser saves when somebody presses there.</summary>
    public static async Task<byte[]> SaveAsync(this IPage page, string what)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(what).First.ClickAsync());
        await using var content = await download.CreateReadStreamAsync();
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    /// <summary>Presses the first main button of the page, and waits for what comes.</summary>
    public static Task GoOnAsync(this IPage page) => page.PressAsync("main form button.primary");

    public static Task PressAsync(this IPage page, string button) => page.GetToNextPageAsync(() => page.Locator(button).First.ClickAsync());

    /// <summary>Does something that leads to another page, and waits until that page stands.</summary>
    public static async Task GetToNextPageAsync(this IPage page, Func<Task> deed)
    {
        var stands = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.Load += Note;
        try
        {
            await deed();
            await stands.Task.WaitAsync(TimeSpan.FromSeconds(20));
        }
        finally
        {
            page.Load -= Note;
        }

        void Note(object? sender, IPage loaded) => stands.TrySetResult();
    }

    public static Task AttachAsync(this IPage page, params FilePayload[] files) => page.Locator("#Files").SetInputFilesAsync(files);

    public static Task<string> WordsAsync(this IPage page) => page.Locator("main").InnerTextAsync();
}
