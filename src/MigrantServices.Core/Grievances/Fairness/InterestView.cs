using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Fairness;

/// <summary>A declared interest as colleagues see it.</summary>
/// <param name="Words">Null for those to whom only the fact is told.</param>
/// <param name="LiftedAt">Null while it holds.</param>
public sealed record InterestView(Guid Id, string Colleague, string Reason, DateTimeOffset DeclaredAt, string? Words, DateTimeOffset? LiftedAt, string? LiftedWords)
{
    internal static InterestView Of(InterestLine line, Vault? vault) => new(
        line.Declaration.Id,
        line.Colleague,
        line.Declaration.Reason,
        line.Declaration.DeclaredAt,
        vault?.Open(line.Declaration.Words, line.Declaration.Id, SealedField.Interest),
        line.Declaration.LiftedAt,
        line.Declaration.LiftedWords is { } lifted ? vault?.Open(lifted, line.Declaration.Id, SealedField.InterestLifted) : null);
}

/// <summary>A declaration as the database gives it, with its colleague's name.</summary>
internal sealed record InterestLine(InterestDeclaration Declaration, string Colleague);
