using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace MigrantServices.Core.Notices;

/// <summary>Hands a mail to an SMTP server, and tells a no from a silence.</summary>
public sealed class SmtpMailSender(MailSettings settings) : IMailSender
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PatienceAtTheDoor = TimeSpan.FromSeconds(10);

    public async Task<MailAnswer> SendAsync(Mail mail, CancellationToken cancel)
    {
        if (!await IsThereAsync(cancel))
        {
            return new(MailEnd.Refused, "not-reached");
        }

        using var message = MessageOf(mail);
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls };
        if (!string.IsNullOrEmpty(settings.User))
        {
            client.Credentials = new NetworkCredential(settings.User, settings.Password);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(message, limit.Token);
            return new(MailEnd.Sent);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(MailEnd.Unclear, "timeout");
        }
        catch (SmtpException no)
        {
            return AnswerOf(no);
        }
    }

    // A silence at the door is a no, and later it would be a doubt: so the server is greeted once before.
    private async Task<bool> IsThereAsync(CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(PatienceAtTheDoor);
        try
        {
            using var door = new TcpClient();
            await door.ConnectAsync(settings.Host, settings.Port, limit.Token);
            using var reader = new StreamReader(door.GetStream(), Encoding.ASCII);
            return (await reader.ReadLineAsync(limit.Token))?.StartsWith("220", StringComparison.Ordinal) == true;
        }
        catch (Exception away) when (away is SocketException or IOException || (away is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return false;
        }
    }

    private MailMessage MessageOf(Mail mail)
    {
        var from = new MailAddress(settings.From);
        var message = new MailMessage(from, new MailAddress(mail.To))
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Body,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = System.Net.Mime.TransferEncoding.Base64,
        };
        message.Headers.Add("Message-ID", $"<{mail.MessageId:N}@{from.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static MailAnswer AnswerOf(SmtpException no)
    {
        var code = (int)no.StatusCode;
        return no switch
        {
            SmtpFailedRecipientException when code is >= 550 and < 560 => new(MailEnd.NoSuchBox, CodeOf(code)),
            _ when code > 0 => new(MailEnd.Refused, CodeOf(code)),
            // it was not reached any more, or did not agree to STARTTLS: all this comes before the mail itself
            { InnerException: SocketException } => new(MailEnd.Refused, "not-reached"),
            { InnerException: null or AuthenticationException } => new(MailEnd.Refused, "not-secure"),
            _ => new(MailEnd.Unclear, "broke-off"),
        };
    }

    private static string CodeOf(int code) => "smtp-" + code.ToString(CultureInfo.InvariantCulture);
}
