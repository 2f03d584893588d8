using MigrantServices.Core.Cases;
using MigrantServices.Portal.Web.Access;
using Xunit;

namespace MigrantServices.Core.Tests.Cases;

public class LifecycleDocsTests
{
    [Theory]
    [InlineData("lifecycles.md")]
    [InlineData("access.md")]
    public void The_documents_say_what_the_tables_say(string name)
    {
        var path = Path.Combine(Repository.Root, "docs", name);
        var wanted = name == "access.md"
            ? LifecycleDocs.Access(ServiceCatalog.All, PageAccess.Table)
            : LifecycleDocs.Lifecycles(ServiceCatalog.All);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, wanted);
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == wanted, $"docs/{name} is stale: run the tests with UPDATE_DOCS=1.");
    }
}
