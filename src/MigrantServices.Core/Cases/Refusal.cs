namespace MigrantServices.Core.Cases;

/// <summary>A rule's "no": a code whose sentence the text catalog holds, and what the sentence names.</summary>
public sealed record Refusal(string Code, params object[] Details)
{
    public string TextKey => "refusal." + Code;
}

/// <summary>Thrown by a verb before it has changed anything.</summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal { get; } = refusal;
}
