using System.Text.Json;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations.Referrals;

/// <summary>Reads the dated lists of services and receivers.</summary>
public static class ServiceBook
{
    /// <summary>What a service may be told of a child at most; nothing for one that is not there on the day.</summary>
    public static IReadOnlyList<string> ItemsOf(this ReferenceBook book, string? service, DateOnly day) =>
        Details(book, Lists.ChildServices, service, day)?.Items is { } items ? [.. ChildItems.All.Where(items.Contains)] : [];

    /// <summary>Whether a child may be referred to it before anything is decided.</summary>
    public static bool OpensBeforeDecision(this ReferenceBook book, string? service, DateOnly day) => Details(book, Lists.ChildServices, service, day)?.BeforeDecision == true;

    /// <summary>Whether a receiver gives this service on the day.</summary>
    public static bool Serves(this ReferenceBook book, string? receiver, string? service, DateOnly day) =>
        service is not null && book.ServicesOf(receiver, day).Contains(service);

    public static IReadOnlyList<string> ServicesOf(this ReferenceBook book, string? receiver, DateOnly day) => Details(book, Lists.ServiceReceivers, receiver, day)?.Services ?? [];

    /// <summary>The city in which a receiver works; null for one that works everywhere.</summary>
    public static string? CityOf(this ReferenceBook book, string? receiver, DateOnly day) => Details(book, Lists.ServiceReceivers, receiver, day)?.Municipality;

    private static EntryDetails? Details(ReferenceBook book, string list, string? code, DateOnly day) =>
        book.Find(list, code, day) is { } item ? JsonSerializer.Deserialize<EntryDetails>(item.Details, JsonSerializerOptions.Web) : null;
}
