namespace MigrantServices.Core.Cases;

/// <content>The words by which a search finds the case, as keyed marks.</content>
public abstract partial class ServiceCase
{
    /// <summary>Puts words into the search index beside those that are there.</summary>
    public void AddSearchTokens(IEnumerable<long> tokens) => SearchTokens = [.. SearchTokens.Union(tokens)];

    /// <summary>Words that stand nowhere in it any more do not find it.</summary>
    public void ForgetSearchTokens(IEnumerable<long> tokens) => SearchTokens = [.. SearchTokens.Except(tokens)];
}
