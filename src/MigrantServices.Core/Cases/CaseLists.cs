using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Cases;

/// <summary>Of which day the code lists are that a case is handled by: of the day it was received where a case keeps its procedure, else today's.</summary>
public static class CaseLists
{
    private const string ReceivedAt = "case received at";

    /// <summary>A form about a case, to be checked by the lists of that case.</summary>
    public static ValidationContext<T> FormOf<T>(T form, ServiceCase one)
    {
        var context = new ValidationContext<T>(form);
        context.RootContextData[ReceivedAt] = one.ReceivedAt;
        return context;
    }

    /// <summary>The day of a list for a case that was received then.</summary>
    public static DateOnly DayOf(string list, DateTimeOffset receivedAt, DateTimeOffset now) =>
        Seoul.DateOf(ChangeableList.Find(list) is { FollowsCases: true } ? receivedAt : now);

    /// <summary>The same; a case that is older than a list has its first version.</summary>
    public static DateOnly DayOf(this ReferenceBook book, string list, DateTimeOffset receivedAt, DateTimeOffset now)
    {
        var day = DayOf(list, receivedAt, now);
        var first = book.All(list).Select(item => item.ValidFrom).DefaultIfEmpty(day).Min();
        return day < first ? first : day;
    }

    /// <summary>Whether a list holds a code for the case of this form; for a form about no case, whether it holds it today.</summary>
    internal static bool Has<T>(this ReferenceBook book, string list, string? code, ValidationContext<T> context, TimeProvider time)
    {
        var now = time.GetUtcNow();
        return book.Has(list, code, book.DayOf(list, context.RootContextData.TryGetValue(ReceivedAt, out var received) ? (DateTimeOffset)received : now, now));
    }
}
