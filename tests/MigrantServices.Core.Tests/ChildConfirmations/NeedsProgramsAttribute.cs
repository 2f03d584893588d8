using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Testing.Papers;
using Xunit;

namespace MigrantServices.Core.Tests.ChildConfirmations;

/// <summary>A test that needs the libraries of papers and some programs of the machine, and says so where they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsProgramsAttribute : FactAttribute
{
    public NeedsProgramsAttribute(params string[] programs)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var missing = programs.Where(program => !path.Any(folder => File.Exists(Path.Combine(folder, program)))).ToList();
        Skip = PaperLibraries.AreRequired ? null
            : missing.Count > 0 ? $"Not on this machine: {string.Join(", ", missing)} (apt-get install poppler-utils zbar-tools qpdf openssl)."
            : !PhotoLibrary.IsHere ? "gdk-pixbuf is not on this machine: sudo apt-get install libgdk-pixbuf-2.0-0."
            : PaperLibraries.WhyNot;
    }
}
