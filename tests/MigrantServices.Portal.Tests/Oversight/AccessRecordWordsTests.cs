using MigrantServices.Core.People;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Oversight;

public sealed class AccessRecordWordsTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ko", "낱말로 찾기", "접수번호로 찾기", "접속 기록", "이름 확인: 신청인에게 연락하려고")]
    [InlineData("en", "by words", "by reference", "the record of access", "names uncovered: To contact the person")]
    public async Task Each_line_says_in_words_what_was_done(string language, params string[] said)
    {
        var filed = await host.Given.AGrievanceAsync();
        using var office = await host.SignInAsAsync(await host.Given.AColleagueAsync(Role.Caseworker));
        await office.GetAsync("/office/grievances?search=rent");
        await office.GetAsync($"/office/grievances?search={filed.Reference}");
        await (await office.GetAsync($"/office/grievances/{filed.Reference}")).SubmitAsync(("Reason", "contact"));
        using var officer = await host.SignInAsAsync(Colleagues.PrivacyOfficer);
        officer.Cookies["__Host-staff-language"] = language;
        await officer.GetAsync("/office/access-records");

        var record = await officer.GetAsync("/office/access-records");

        Assert.All(said, words => Assert.Contains(words, record.Words, StringComparison.Ordinal));
        Assert.All(record.Document.QuerySelectorAll("td:nth-child(4) bdi"), code => Assert.DoesNotMatch("^[a-z]+(-[a-z]+)*(:.*)?$", code.TextContent));
    }
}
