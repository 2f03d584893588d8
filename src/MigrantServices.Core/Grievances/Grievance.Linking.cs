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

    /// <summary>The reason for which a petition is closed that says the same again after it was answered.</summary>
    public const string Repeated = "dismissed.repeated";

    /// <summary>Who handles this case or decided it.</summary>
    public IEnumerable<Guid> TakesPart => new[] { HandlerId, ProposedById, ApprovedById, ObjectionProposedById, ObjectionApprovedById }.OfType<Guid>();

    /// <summary>Somebody looks at those alike for the audit section.</summary>
    /// <param name="takePart">Who handles or decided any of them.</param>
    /// <exception cref="RefusedException"><c>linking.seen-by-its-own</c>.</exception>
    public void LookAtRepeatsBy(Actor audit, IEnumerable<Guid> takePart, DateTimeOffset now)
    {
        Refuse(WhyNot(LookAtRepeats, audit) ?? (audit.UserId is { } id && takePart.Contains(id) ? new("linking.seen-by-its-own") : null));
        Take(LookAtRepeats, audit, now);
    }

    public void UnlinkBy(Actor handler, CaseLink link, Grievance other, DateTimeOffset now)
    {
        Refuse(WhyNot(Unlink, handler) ?? other.WhyNot(Unlink, handler));
        link.TakeOffBy(handler, now);
        Take(Unlink, handler, now, detail: link.Kind.ToString());
        other.Take(Unlink, handler, now, detail: link.Kind.ToString());
    }
}
