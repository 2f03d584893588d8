using System.Text.Json;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Cases;

/// <summary>The closed list of reasons for which the law lets the office take more time.</summary>
internal static class ExtensionReason
{
    /// <summary>A comparable reason says nothing by itself: it is explained in words.</summary>
    public static bool NeedsWords(ReferenceBook book, string? code) => book.All(Lists.ExtensionReasons)
        .Any(reason => reason.Code == code && JsonSerializer.Deserialize<Details>(reason.Details, JsonSerializerOptions.Web)!.NeedsExplanation);

    private sealed record Details(bool NeedsExplanation = false);
}
