using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Cases;

/// <content>The wish to be told by mail that the office wrote.</content>
public abstract partial class ServiceCase
{
    /// <summary>The person asks to be told by mail, or not any more.</summary>
    /// <param name="address">Null: the one that they gave before.</param>
    /// <exception cref="RefusedException"><c>case.no-notice-address</c>.</exception>
    public void ChooseNoticesBy(Actor person, NoticeHours hours, SealedText? address, DateTimeOffset now)
    {
        var refusal = WhyNot(ChooseNotices, person)
            ?? (hours != NoticeHours.Never && address is null && NoticeWish is null ? new Refusal("case.no-notice-address") : null);
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }

        Take(ChooseNotices, person, now);
        if (hours == NoticeHours.Never)
        {
            NoticeWish = null;
        }
        else if (NoticeWish is { } wish)
        {
            (wish.Hours, wish.Address) = (hours, address ?? wish.Address);
        }
        else
        {
            NoticeWish = new() { CaseId = Id, Hours = hours, Address = address!.Value };
        }
    }
}
