using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Linking;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances;

/// <content>What belongs together with this grievance.</content>
public sealed partial class Grievance
{
    /// <summary>Puts a link between two grievances; both keep it in their history.</summary>
    /// <param name="first">What is repeated, or the other one of two that are joint.</param>
    /// <exception cref="RefusedException"><c>linking.same-case</c>, <c>linking.repeats-a-later-one</c>.</exception>
    public CaseLink LinkBy(Actor handler, LinkKind kind, Grievance first, DateTimeOffset now)
    {
        Refuse(WhyNot(Link, handler) ?? first.WhyNot(Link, handler)
            ?? (first.Id == Id ? new("linking.same-case")
                : kind == LinkKind.Repeat && first.ReceivedAt > ReceivedAt ? new Refusal("linking.repeats-a-later-one")
                : null));
        Take(Link, handler, now, detail: kind.ToString());
        first.Take(Link, handler, now, detail: kind.ToString());
        return new() { CaseId = Id, OtherId = first.Id, Kind = kind, LinkedById = handler.UserId!.Value, LinkedAt = now };
    }

    public void UnlinkBy(Actor handler, CaseLink link, Grievance other, DateTimeOffset now)
    {
        Refuse(WhyNot(Unlink, handler) ?? other.WhyNot(Unlink, handler));
        link.TakeOffBy(handler, now);
        Take(Unlink, handler, now, detail: link.Kind.ToString());
        other.Take(Unlink, handler, now, detail: link.Kind.ToString());
    }
}
