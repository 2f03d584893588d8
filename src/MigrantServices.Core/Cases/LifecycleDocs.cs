using System.Text;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Cases;

/// <summary>Writes the lives of the services and who may do what as documents, from the same tables that decide it.</summary>
public static class LifecycleDocs
{
    private const string Generated = "Written from the tables in code by a test; change the table, then run the tests with `UPDATE_DOCS=1`.";

    /// <summary>A diagram and a table for each service.</summary>
    public static string Lifecycles(IEnumerable<CaseKind> services)
    {
        var text = new StringBuilder().Append("# The lives of the services\n\n").Append(Generated).Append('\n');
        foreach (var service in services)
        {
            text.Append("\n## ").Append(service.CaseType.Name).Append(" (").Append(service.Prefix).Append(")\n\n```mermaid\nstateDiagram-v2\n");
            foreach (var begin in service.Beginnings.Select(line => line.As).Distinct())
            {
                text.Append("    [*] --> ").Append(begin).Append('\n');
            }

            foreach (var line in service.Lifecycle.Where(l => l.From != l.To))
            {
                text.Append("    ").Append(line.From).Append(" --> ").Append(line.To).Append(" : ").Append(line.Action).Append('\n');
            }

            text.Append("```\n\n| begins as | when it came by | brought by | by article |\n| --- | --- | --- | --- |\n");
            foreach (var line in service.Beginnings)
            {
                text.Append("| ").AppendJoin(" | ", line.As, string.Join(", ", line.Channels), Names(line.Who), line.Article).Append(" |\n");
            }

            text.Append("\n| from | action | to | who | needs | by article |\n| --- | --- | --- | --- | --- | --- |\n");
            foreach (var line in service.Lifecycle)
            {
                var to = line.From == line.To ? "(stays)" : line.To.ToString();
                text.Append("| ").AppendJoin(" | ", line.From, line.Action, to, Names(line.Who), NeedsOf(line), line.Article).Append(" |\n");
            }
        }

        return text.ToString();
    }

    /// <summary>Who may ever do which deed, and who opens which page.</summary>
    /// <param name="pages">Each page with its roles; none for a page that anybody may open.</param>
    public static string Access(IEnumerable<CaseKind> services, IReadOnlyDictionary<string, Role>? pages = null)
    {
        var roles = (Role.Filer | Role.Helper | Role.Requester | Role.Receiver | Role.Colleagues).Each().ToList();
        var text = new StringBuilder().Append("# Who may do what\n\n").Append(Generated).Append('\n');
        foreach (var service in services)
        {
            Head(text.Append("\n## Deeds on a ").Append(service.CaseType.Name).Append("\n\n"), "deed", roles);
            foreach (var came in service.Beginnings.SelectMany(line => line.Channels).Distinct())
            {
                Row(text, $"begin: {came}", service.WhoMayBegin(came), roles);
            }

            foreach (var action in service.Actions)
            {
                Row(text, action.Code, service.WhoMay(action), roles);
            }
        }

        if (pages is not null)
        {
            Head(text.Append("\n## Pages\n\n"), "page", roles);
            foreach (var (page, who) in pages.OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                Row(text, page, who == Role.None ? Role.Filer | Role.Helper | Role.Requester | Role.Receiver | Role.Colleagues : who, roles);
            }
        }

        return text.ToString();
    }

    private static void Head(StringBuilder text, string first, List<Role> roles)
    {
        text.Append("| ").Append(first).Append(" | ").AppendJoin(" | ", roles).Append(" |\n| --- |");
        text.Insert(text.Length, " :-: |", roles.Count).Append('\n');
    }

    private static void Row(StringBuilder text, string name, Role who, List<Role> roles) =>
        text.Append("| ").Append(name).Append(" | ").AppendJoin(" | ", roles.Select(r => (who & r) == Role.None ? " " : "●")).Append(" |\n");

    private static string Names(Role who) => who == Role.CaseHandlers ? "case handlers" : string.Join(", ", who.Each());

    private static string NeedsOf(Transition line) => line.Needs switch
    {
        Needs.Handler => "the handler",
        Needs.SecondPerson => "a second person",
        Needs.SecondPerson | Needs.Beside => "a second person, after a proposal beside the case",
        Needs.Newcomer => "somebody new",
        Needs.Handler | Needs.Newcomer => "the handler, somebody new",
        Needs.SecondPerson | Needs.Newcomer => "a second person, somebody new",
        Needs.Nothing => "",
        _ => line.Needs.ToString(),
    };
}
