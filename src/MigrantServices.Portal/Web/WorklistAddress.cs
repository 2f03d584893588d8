using MigrantServices.Core.Grievances;

namespace MigrantServices.Portal.Web;

/// <summary>Where a tab of the worklist with its filters is found.</summary>
public static class WorklistAddress
{
    public const string Page = "/office/grievances";

    /// <summary>The first page of it, without search words.</summary>
    public static string Of(WorklistQuery query) => Page + Query(query);

    /// <summary>The part of the address that tells tab and filters.</summary>
    public static QueryString Query(WorklistQuery query, params KeyValuePair<string, string?>[] more) => QueryString.Create(new KeyValuePair<string, string?>[]
    {
        new("tab", query.Tab.ToString()),
        new("status", query.Status?.ToString()),
        new("ground", query.Ground),
        new("sector", query.Sector),
        new("municipality", query.Municipality),
        new("language", query.Language),
        new("channel", query.Channel?.ToString()),
        new("colleague", query.Colleague?.ToString()),
        new("unread", query.Unread ? "true" : null),
    }.Concat(more).Where(part => !string.IsNullOrEmpty(part.Value)));
}
