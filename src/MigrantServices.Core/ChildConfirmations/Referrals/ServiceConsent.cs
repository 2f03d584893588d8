using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.ChildConfirmations.Referrals;

/// <summary>That a family agrees to one receiver being told of its child: how, when, and what shows it. It can be taken back at any time.</summary>
public sealed class ServiceConsent
{
    public const int EvidenceMaxLength = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>A code of the list of receivers.</summary>
    public required string Receiver { get; init; }

    /// <summary>How they agreed, as a code of the lawful ways.</summary>
    public required string Way { get; init; }

    public required DateOnly GivenOn { get; init; }

    public required SealedText Evidence { get; init; }

    public required Guid RecordedById { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>The colleague who wrote down that it was taken back; null when the family did it with its code.</summary>
    public Guid? WithdrawnById { get; private set; }

    public bool IsGiven => WithdrawnAt is null;

    /// <exception cref="RefusedException"><c>child.service-consent-gone</c>.</exception>
    public void Withdraw(Actor person, DateTimeOffset now)
    {
        if (!IsGiven)
        {
            throw new RefusedException(new("child.service-consent-gone"));
        }

        (WithdrawnAt, WithdrawnById) = (now, person.UserId);
    }
}
