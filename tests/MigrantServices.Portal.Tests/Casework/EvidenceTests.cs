using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Tests.Documents;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>Files that the office itself puts into a case.</summary>
[Trait("Category", "Database")]
public sealed class EvidenceTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly (string Name, string Value)[] Said = [("Form.People", "옆 가게 주인"), ("Form.Words", "그날 찍은 사진임.")];

    [Fact]
    public async Task Evidence_lies_in_the_case_with_what_it_is_and_the_person_never_sees_it()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Investigating);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        await (await office.GetAsync($"/office/grievances/{filed.Reference}/evidence")).UploadAsync(Said, ("배정표.pdf", Samples.Pdf()));

        var file = await host.StoredAsync(db => db.Set<CaseFile>().SingleAsync(f => f.CaseId == filed.Id));
        await host.WithAsync(services => services.GetRequiredService<FileChecker>().CheckAsync(file.Id, CancellationToken.None));
        var details = await office.GetAsync($"/office/grievances/{filed.Reference}");
        Assert.Contains("그날 찍은 사진임.", details.Words, StringComparison.Ordinal);
        Assert.Contains("배정표.pdf", details.Words, StringComparison.Ordinal);
        using var filer = await host.ComeBackAsync(filed.CodeId);
        Assert.DoesNotContain("배정표.pdf", (await filer.GetAsync("/en/my-case/status")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await filer.GetAsync($"/en/my-case/file/{file.Id}")).Status);
    }

    [Fact]
    public async Task Without_saying_what_it_is_no_file_is_taken()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Investigating);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var page = await (await office.GetAsync($"/office/grievances/{filed.Reference}/evidence")).UploadAsync([("Form.People", "옆 가게 주인"), ("Form.Words", "")], ("배정표.pdf", Samples.Pdf()));

        Assert.NotNull(page.MistakeAt("Form.Words"));
        Assert.False(await host.StoredAsync(db => db.Set<CaseFile>().AnyAsync(f => f.CaseId == filed.Id)));
    }

    [Fact]
    public async Task Somebody_who_does_not_have_the_case_adds_nothing()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Investigating);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker2);

        var page = await (await office.GetAsync($"/office/grievances/{filed.Reference}/evidence")).UploadAsync(Said, ("배정표.pdf", Samples.Pdf()));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.False(await host.StoredAsync(db => db.Set<CaseFile>().AnyAsync(f => f.CaseId == filed.Id)));
    }
}
