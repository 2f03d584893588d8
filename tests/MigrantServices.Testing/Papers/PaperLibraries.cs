using MigrantServices.Core.Documents.Pdf;

namespace MigrantServices.Testing.Papers;

/// <summary>The libraries that make papers: where they must be there, tests fail without them instead of passing by.</summary>
public static class PaperLibraries
{
    /// <summary>With PORTAL_REQUIRE_PAPERS=1 nothing is skipped for want of a library or a program.</summary>
    public static bool AreRequired { get; } = Environment.GetEnvironmentVariable("PORTAL_REQUIRE_PAPERS") == "1";

    /// <summary>Whether a test asks for a paper: where they can be made, and where they must be.</summary>
    public static bool AreExpected { get; } = AreRequired || PdfLibrary.IsHere;

    /// <summary>Null where papers can be made, or must.</summary>
    public static string? WhyNot { get; } = AreExpected ? null : "Pango and Cairo are not on this machine: sudo apt-get install libpangocairo-1.0-0 libcairo2.";
}
