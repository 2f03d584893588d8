using Npgsql;

namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>What somebody who checks papers is told, and all that they are told.</summary>
public enum CheckAnswer
{
    Valid,

    /// <summary>There are newer papers.</summary>
    Replaced,

    /// <summary>Lost, taken back, or the child has become eighteen: which of them is nobody's business.</summary>
    Expired,

    /// <summary>Not ours, not whole, or made up.</summary>
    Unknown,
}

/// <summary>Answers whether papers still hold. The same work is done for each answer, and nothing is kept of who asked.</summary>
/// <remarks>
/// One statement without EF: it is the only question that strangers may put as often as they like. The signature is not verified here:
/// the register finds a whole token or none, which also holds for one that was signed with a stolen key.
/// </remarks>
public sealed class CardCheck(NpgsqlDataSource source, TokenHasher hasher)
{
    public async Task<CheckAnswer> AskAsync(string? token, CancellationToken cancel)
    {
        await using var question = source.CreateCommand("select state from card_issues where token_hash = $1");
        question.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = hasher.Of(token) });
        return (string?)await question.ExecuteScalarAsync(cancel) switch
        {
            null => CheckAnswer.Unknown,
            nameof(CardState.Valid) => CheckAnswer.Valid,
            nameof(CardState.Replaced) => CheckAnswer.Replaced,
            _ => CheckAnswer.Expired,
        };
    }
}
