using Xunit;

namespace MigrantServices.Testing.Papers;

/// <summary>A test that needs Pango and Cairo, and says so where they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PdfFactAttribute : FactAttribute
{
    public PdfFactAttribute() => Skip = PaperLibraries.WhyNot;
}

/// <summary>The same for a test with several sets of data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PdfTheoryAttribute : TheoryAttribute
{
    public PdfTheoryAttribute() => Skip = PaperLibraries.WhyNot;
}
