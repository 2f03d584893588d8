using MigrantServices.Core.Notices;

namespace MigrantServices.Portal.Web;

/// <summary>Writes the mails of notices: that something waits and how many, never what, for whom or where.</summary>
public sealed class NoticeWriter(TextCatalog texts)
{
    public MailWords Write(NoticeKind kind, string language, int things, IReadOnlyList<int> counts)
    {
        var spoken = Languages.Find(language)?.Tag ?? Languages.English.Tag;
        return kind switch
        {
            NoticeKind.Message => new(texts.In(spoken, "notice.message.subject"), texts.In(spoken, "notice.message.body")),
            NoticeKind.Work => new(texts.In(spoken, "outbox.work.subject"), texts.In(spoken, "outbox.work.body", things)),
            NoticeKind.Alarm => new(texts.In(spoken, "outbox.alarm.subject"), texts.In(spoken, "outbox.alarm.body")),
            _ => new(texts.In(spoken, "outbox.reminder.subject"), string.Join('\n', Counted(spoken, counts).Append("").Append(texts.In(spoken, "outbox.reminder.body")))),
        };
    }

    private IEnumerable<string> Counted(string language, IReadOnlyList<int> counts) => Enum.GetValues<RoundThing>()
        .Where(thing => (int)thing < counts.Count && counts[(int)thing] > 0)
        .OrderBy(thing => thing is not (RoundThing.Alarms or RoundThing.Fear))
        .Select(thing => texts.In(language, "outbox.reminder." + thing, counts[(int)thing]));
}
