using MigrantServices.Core.Documents.Pdf;
using Xunit;

namespace MigrantServices.Core.Tests.Documents;

/// <summary>A test that needs Pango and Cairo, and says so where they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PdfFactAttribute : FactAttribute
{
    public PdfFactAttribute() =>
        Skip = PdfLibrary.IsHere ? null : "Pango and Cairo are not on this machine: sudo apt-get install libpangocairo-1.0-0 libcairo2.";
}
