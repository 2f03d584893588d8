using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MigrantServices.Testing.Hosting;

/// <summary>Notes what each request asks the database: every command, and every commit, which is a way there and back too.</summary>
public sealed class StatementCounter : DbCommandInterceptor
{
    internal const string Header = "Test-Request";

    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _requests = new(StringComparer.Ordinal);
    private readonly AsyncLocal<ConcurrentQueue<string>?> _current = new();

    public StatementCounter() => Transactions = new Commits(this);

    internal DbTransactionInterceptor Transactions { get; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        new(Note(command.CommandText, result));

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        Note(command.CommandText, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        new(Note(command.CommandText, result));

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        new(Note(command.CommandText, result));

    internal void Begin(string? request)
    {
        if (!string.IsNullOrEmpty(request))
        {
            _current.Value = _requests.GetOrAdd(request, _ => new());
        }
    }

    internal IReadOnlyList<string> Of(string request) => _requests.TryRemove(request, out var notes) ? [.. notes] : [];

    private T Note<T>(string text, T result)
    {
        _current.Value?.Enqueue(text);
        return result;
    }

    private sealed class Commits(StatementCounter counter) : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            new(counter.Note("commit", result));
    }
}
