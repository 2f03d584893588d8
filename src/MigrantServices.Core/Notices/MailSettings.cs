using Microsoft.Extensions.Configuration;

namespace MigrantServices.Core.Notices;

/// <summary>Which server sends mail, and from which address.</summary>
public sealed class MailSettings
{
    public const string Section = "Mail";

    public required string Host { get; init; }

    public int Port { get; init; } = 25;

    /// <summary>The address that everybody sees, residents too: it should name neither the office nor what it does.</summary>
    public required string From { get; init; }

    /// <summary>STARTTLS before anything is said; off only for a server on the same machine.</summary>
    public bool StartTls { get; init; } = true;

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Without a host nothing is sent; with one, what is missing or unreadable stops the start.</summary>
    public static IMailSender SenderFrom(IConfiguration settings)
    {
        var mail = settings.GetSection(Section);
        if (string.IsNullOrWhiteSpace(mail["Host"]))
        {
            return new NoMailServer();
        }

        return System.Net.Mail.MailAddress.TryCreate(mail["From"], out _)
            ? new SmtpMailSender(new()
            {
                Host = mail["Host"]!,
                Port = mail.GetValue("Port", 25),
                From = mail["From"]!,
                StartTls = mail.GetValue("StartTls", defaultValue: true),
                User = mail["User"],
                Password = mail["Password"],
            })
            : throw new FormatException("Mail:From must be an e-mail address when Mail:Host is set.");
    }
}
