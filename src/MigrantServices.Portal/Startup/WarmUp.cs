namespace MigrantServices.Portal.Startup;

/// <summary>Opens the pages that people meet first once by itself, so that nobody waits for the first compilation; only then is the portal ready.</summary>
public sealed class WarmUp
{
    private static readonly string[] Pages = ["/ko", "/ko/grievances/new", "/ko/my-case", "/office/sign-in"];

    public bool IsDone { get; private set; }

    public async Task RunAsync(IEnumerable<string> addresses, ILogger log)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        try
        {
            var address = new Uri(addresses.First().Replace("//+", "//localhost", StringComparison.Ordinal)
                .Replace("//[::]", "//localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal));
            foreach (var page in Pages)
            {
                using var answer = await browser.GetAsync(new Uri(address, page));
            }
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or InvalidOperationException or UriFormatException)
        {
            // a portal that cannot reach itself by name is as good, only slower for the first visitor
            log.LogWarning("The pages could not be warmed: {Kind}", e.GetType().Name);
        }

        IsDone = true;
    }
}
