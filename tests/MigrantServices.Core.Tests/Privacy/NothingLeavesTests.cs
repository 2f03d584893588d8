using System.Text.RegularExpressions;
using MigrantServices.Core.Tests.Text;
using Xunit;

namespace MigrantServices.Core.Tests.Privacy;

/// <summary>No text leaves for an outside service, such as one that translates: the portal speaks to nobody but those who are listed here.</summary>
public sealed partial class NothingLeavesTests
{
    /// <summary>The office's own malware scanner and mail server, and the portal's first requests to itself.</summary>
    private static readonly string[] Known =
    [
        Path.Combine("MigrantServices.Core", "Documents", "Scanning", "ClamdScanner.cs"),
        Path.Combine("MigrantServices.Core", "Notices", "SmtpMailSender.cs"),
        Path.Combine("MigrantServices.Portal", "Startup", "WarmUp.cs"),
    ];

    [Fact]
    public void Only_what_is_listed_opens_a_connection() => Assert.Equal(
        Known,
        Text.Repository.Sources(Text.Repository.Source).Where(source => Connections().IsMatch(source.Text)).Select(source => source.File).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\b(HttpClient|IHttpClientFactory|HttpMessageInvoker|HttpWebRequest|WebClient|TcpClient|UdpClient|SmtpClient|ClientWebSocket|Socket|Dns)\b")]
    private static partial Regex Connections();
}
