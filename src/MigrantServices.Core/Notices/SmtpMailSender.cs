using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Text;

namespace MigrantServices.Core.Notices;

/// <summary>Hands a mail to an SMTP server, and tells a no from a silence.</summary>
public sealed class SmtpMailSender(MailSettings settings) : IMailSender
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // the server was never reached
    private static readonly SocketError[] NotReached =
        [SocketError.ConnectionRefused, SocketError.HostNotFound, SocketError.HostUnreachable, SocketError.NetworkUnreachable, SocketError.TryAgain, SocketError.NoData];

    public async Task<MailAnswer> SendAsync(Mail mail, CancellationToken cancel)
    {
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
            { InnerException: SocketException { SocketErrorCode: var reached } } when NotReached.Contains(reached) => new(MailEnd.Refused, "not-reached"),
            _ => new(MailEnd.Unclear, "broke-off"),
        };
    }

    private static string CodeOf(int code) => "smtp-" + code.ToString(CultureInfo.InvariantCulture);
}
