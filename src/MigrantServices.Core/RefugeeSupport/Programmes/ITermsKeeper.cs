namespace MigrantServices.Core.RefugeeSupport.Programmes;

/// <summary>Something that goes on under the terms it began with, such as applications that are open and awards that run. A change says how many there are.</summary>
public interface ITermsKeeper
{
    /// <summary>The key of the sentence that says how many; its one argument is the number.</summary>
    string TextKey { get; }

    /// <param name="terms">The terms of one programme, by their own numbers.</param>
    Task<int> CountAsync(IReadOnlyCollection<Guid> terms, CancellationToken cancel);
}
