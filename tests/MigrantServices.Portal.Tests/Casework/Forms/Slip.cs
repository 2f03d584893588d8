using System.Net;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework.Forms;

/// <summary>One thing that is wrong in a form, and what is then said beside the field.</summary>
/// <param name="Value">What is answered there; null for no answer.</param>
/// <param name="Key">Of the sentence, which is filled in with the arguments.</param>
internal sealed record Slip(string Field, string? Value, string Key, params object?[] Arguments)
{
    /// <summary>What else is answered so that nothing but this is wrong.</summary>
    public (string Name, string Value)[] With { get; init; } = [];

    /// <summary>The field beside which it is said, where that is another.</summary>
    public string? Beside { get; init; }
}

/// <summary>Tries the slips that can be made in a form.</summary>
internal static class Slips
{
    /// <summary>An answer that is one letter longer than there is room for.</summary>
    public static string Over(int most) => new('가', most + 1);

    /// <summary>Sends the form once for each slip: it is said in words beside its field and nowhere else, and the case stays as it was.</summary>
    /// <param name="right">Answers in which nothing is wrong.</param>
    public static async Task TryAsync(this PortalHost host, FiledCase filed, WebPage page, (string Name, string Value)[] right, params Slip[] slips)
    {
        var before = await StandsAsync(host, filed);
        await page.TryAsync(right, slips);
        Assert.Equal(before, await StandsAsync(host, filed));
    }

    public static async Task TryAsync(this WebPage page, (string Name, string Value)[] right, params Slip[] slips)
    {
        foreach (var slip in slips)
        {
            var others = right.Where(answer => answer.Name != slip.Field && !slip.With.Any(with => with.Name == answer.Name));
            var again = await page.SendAsync(page.Form(right[0].Name), null, [.. others, .. slip.With, .. slip.Value is null ? [] : new[] { (slip.Field, slip.Value) }]);

            var said = again.MistakeAt(slip.Beside ?? slip.Field);
            Assert.True(
                again.Status == HttpStatusCode.OK && said?.EndsWith(Shipped.Says(slip.Key, slip.Arguments), StringComparison.Ordinal) == true && again.Summary.Count == 1,
                $"{slip.Field} as '{slip.Value}' should say {slip.Key}: {(int)again.Status} {said} | {string.Join(" / ", again.Summary)}");
        }
    }

    // the case and how much lies beside it
    private static async Task<string> StandsAsync(PortalHost host, FiledCase filed)
    {
        await using var command = host.Database.Source.CreateCommand("""
            select (to_jsonb(c) - 'changed_at')::text || jsonb_build_array(
                (select count(*) from case_events where case_id = $1),
                (select count(*) from case_messages where case_id = $1),
                (select count(*) from case_notes where case_id = $1),
                (select count(*) from case_people where case_id = $1),
                (select count(*) from case_tasks where case_id = $1),
                (select count(*) from inquiry_records where case_id = $1),
                (select count(*) from access_records where case_id = $1 and deed = 'Change'))::text
            from cases c where id = $1
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = filed.Id });
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
