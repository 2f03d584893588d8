namespace MigrantServices.Core.Cases;

/// <summary>A form that somebody has begun. It can be opened only with the code they hold, and is destroyed after thirty days.</summary>
public sealed class CaseDraft
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    private byte[] _content = [];
    private DateTimeOffset _savedAt;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The prefix of the service it is for.</summary>
    public required string Service { get; init; }

    /// <summary>Sealed under the holder's code: the office cannot read it.</summary>
    public required byte[] Content
    {
        get => _content;
        init => _content = value;
    }

    public required DateTimeOffset SavedAt
    {
        get => _savedAt;
        init => _savedAt = value;
    }

    /// <summary>The case it became; its content is gone from then on.</summary>
    public Guid? SentAs { get; private set; }

    /// <summary>The form is sent: its words go with the case, and nothing of them stays here.</summary>
    public void BecomeCase(Guid caseId)
    {
        if (SentAs is not null)
        {
            throw new InvalidOperationException("A form is sent once.");
        }

        (SentAs, _content) = (caseId, []);
    }
}
