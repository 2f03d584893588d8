using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Notices;

/// <summary>The person asked to be told by mail that the office wrote: where to, and when it is safe. Without a row nobody is told.</summary>
public sealed class NoticeWish
{
    public required Guid CaseId { get; init; }

    /// <summary>Opened at the moment of sending and by nothing else.</summary>
    public required SealedText Address { get; set; }

    public required NoticeHours Hours { get; set; }
}

/// <summary>When a mail may reach the person.</summary>
public enum NoticeHours
{
    /// <summary>No mail.</summary>
    Never,
    AnyTime,

    /// <summary>While most people are at work: working days, 9 to 18.</summary>
    Workdays,

    /// <summary>Every day, 18 to 22.</summary>
    Evenings,

    /// <summary>Saturdays and Sundays, 9 to 22.</summary>
    Weekends,
}
