namespace MigrantServices.Core.Notices;

/// <summary>Gives a mail to the office's mail server.</summary>
public interface IMailSender
{
    Task<MailAnswer> SendAsync(Mail mail, CancellationToken cancel);
}

/// <summary>A mail about to go out. Only its way to the server holds it.</summary>
public sealed class Mail
{
    public required string To { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    public required Guid MessageId { get; init; }
}

/// <summary>What the mail server said, with its code.</summary>
public sealed record MailAnswer(MailEnd End, string? Code = null);

/// <summary>How the sending of a mail ended.</summary>
public enum MailEnd
{
    Sent,
    NoServer,

    /// <summary>Nothing went out; it may be tried again.</summary>
    Refused,

    /// <summary>Nothing went out, and never will to this address.</summary>
    NoSuchBox,

    /// <summary>The connection broke off: it may have gone out.</summary>
    Unclear,
}

/// <summary>The words of a notice; the portal lends them.</summary>
public delegate MailWords NoticeWording(NoticeKind kind, string language, int things, IReadOnlyList<int> counts);

/// <summary>Subject and text of a mail.</summary>
public sealed record MailWords(string Subject, string Body);

/// <summary>The mail did not go out this time; the outbox tries again later.</summary>
public sealed class MailNotSentException() : Exception("The mail was not taken.");
