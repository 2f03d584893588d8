using MigrantServices.Core.People;

namespace MigrantServices.Core.Calendar;

/// <summary>A day off that the Cabinet has added at short notice (Rules on public holidays of public offices, art. 2). Rows are kept, also when a day was taken back.</summary>
public sealed class AddedDayOff
{
    public const int NameMaxLength = 60;
    public const int SourceMaxLength = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required DateOnly Day { get; init; }

    /// <summary>As the notice names it, in Korean.</summary>
    public required string Name { get; init; }

    /// <summary>The notice it was taken from.</summary>
    public required string Source { get; init; }

    public required Guid AddedById { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public Guid? WithdrawnById { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public void WithdrawBy(Actor administrator, DateTimeOffset now)
    {
        if (WithdrawnAt is not null)
        {
            throw new Cases.RefusedException(new("calendar.already-withdrawn"));
        }

        (WithdrawnById, WithdrawnAt) = (administrator.UserId, now);
    }
}
