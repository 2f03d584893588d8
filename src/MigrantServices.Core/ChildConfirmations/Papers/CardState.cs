namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>What a document and its card are worth today. From Valid there is one way, to an end, and none back.</summary>
public enum CardState
{
    Valid,

    /// <summary>Newer papers stand in their place.</summary>
    Replaced,

    Lost,

    /// <summary>The confirmation itself was taken back.</summary>
    Revoked,

    /// <summary>The child has become eighteen.</summary>
    AgedOut,
}
