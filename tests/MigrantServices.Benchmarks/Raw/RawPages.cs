using System.Text;
using Npgsql;

namespace MigrantServices.Benchmarks.Raw;

/// <summary>Reads all columns of a page of the list, or of one case with its events, and answers fixed HTML.</summary>
internal static class RawPages
{
    private const string List = """
        select c.id, c.reference, c.status, c.municipality, c.grounds, c.sectors, c.language, c.channel, c.received_at, c.due_on, c.paused_on,
            c.has_unread, c.is_anonymous, u.display_name, r.position
        from cases c
        left join users u on u.id = c.handler_id
        left join reference_items r on r.list = 'municipalities' and r.code = c.municipality and r.valid_to is null
        where c.service = 'DG' and (c.received_at, c.id) < ($1, $2)
        order by c.received_at desc, c.id desc
        limit 25
        """;

    private const string Open = "select * from cases where reference = $1";

    private const string Events = "select * from case_events where case_id = $1 order by at desc limit 50";

    public static async Task ListAsync(HttpContext context, NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(List);
        command.Parameters.Add(new() { Value = DateTime.UtcNow.AddDays(1) });
        command.Parameters.Add(new() { Value = Guid.AllBitsSet });
        await ReadAsync(command);
        await WriteAsync(context, Page);
    }

    public static async Task OpenAsync(HttpContext context, NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var one = new NpgsqlCommand(Open, connection);
        one.Parameters.Add(new() { Value = (string)context.Request.RouteValues["reference"]! });
        var id = await ReadAsync(one);
        await using var events = new NpgsqlCommand(Events, connection);
        events.Parameters.Add(new() { Value = id });
        await ReadAsync(events);
        await WriteAsync(context, Page);
    }

    public static Task WriteAsync(HttpContext context, string html)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(html);
    }

    private static readonly string Page = "<table>" + new StringBuilder().Insert(0, "<tr><td>DG-2026-00000-00000</td><td>인종</td><td>수원시</td></tr>", 25) + "</table>";

    // every value is read, as a page that shows them does; gives the first column of the last row
    private static async Task<object> ReadAsync(NpgsqlCommand command)
    {
        await using var reader = await command.ExecuteReaderAsync();
        var values = new object[reader.FieldCount];
        while (await reader.ReadAsync())
        {
            reader.GetValues(values);
        }

        return values[0];
    }
}
