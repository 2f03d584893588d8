using MigrantServices.Core.Cases;

namespace MigrantServices.Portal.Web;

/// <summary>The word for where a case stands; a service may have its own where the common one does not fit.</summary>
public static class StatusWords
{
    /// <param name="service">The prefix of the service.</param>
    public static string Key(TextCatalog texts, string service, CaseStatus status) =>
        $"status.{service}.{status}" is var own && texts.Has(own) ? own : $"status.{status}";

    public static string Status(this TextCatalog texts, string service, CaseStatus status) => texts[Key(texts, service, status)];

    /// <summary>By the case's number, which begins with its service.</summary>
    public static string StatusOf(this TextCatalog texts, string reference, CaseStatus status) => texts.Status(reference.Split('-')[0], status);
}
