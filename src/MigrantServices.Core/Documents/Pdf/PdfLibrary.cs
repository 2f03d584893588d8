using System.Runtime.InteropServices;

namespace MigrantServices.Core.Documents.Pdf;

/// <summary>The machine's own libraries for setting text (Pango) and drawing papers (Cairo). The portal starts and works without them.</summary>
public static class PdfLibrary
{
    private static readonly Lazy<bool> Found = new(() =>
        new[] { Native.CairoFile, Native.PangoFile, Native.PangoCairoFile, Native.ObjectsFile, Native.FontsFile }.All(file => NativeLibrary.TryLoad(file, out _)));

    /// <summary>False where a library is missing: then letters are printed from their page.</summary>
    public static bool IsHere => Found.Value;
}
