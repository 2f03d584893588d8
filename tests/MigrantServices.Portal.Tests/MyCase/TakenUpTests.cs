using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.MyCase;

/// <summary>Whoever sent a tip that the office took up itself reads what that means for a name.</summary>
[Trait("Category", "Database")]
public sealed class TakenUpTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ko", "스스로 조사하고 있습니다")]
    [InlineData("en", "on its own account")]
    [InlineData("vi", "đang tự xem xét")]
    [InlineData("zh-Hans", "正在主动调查")]
    [InlineData("ar", "من تلقاء نفسه")]
    public async Task A_plain_sentence_says_what_to_do_instead_of_giving_a_name(string language, string said)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Tip);
        using var person = await host.ComeBackAsync(filed.CodeId);
        Assert.DoesNotContain(said, (await person.GetAsync($"/{language}/my-case/status")).Words, StringComparison.Ordinal);

        await host.WithAsync(async services =>
        {
            var grievance = await services.GetRequiredService<PortalDb>().Grievances.Include(g => g.Pauses).SingleAsync(g => g.Id == filed.Id);
            await services.GetRequiredService<GrievanceDesk>().TakeOnAsync(grievance, affirms: true, Colleagues.Caseworker.Actor, CancellationToken.None);
            var record = new KeepRecord { Deed = Grievance.OpenOwnMotion.Code, On = new(2026, 11, 23), Words = "공익을 위해 직권으로 조사함." };
            await services.GetRequiredService<InquiryDesk>().KeepAsync(grievance, record, Colleagues.Supervisor.Actor, CancellationToken.None);
        });

        foreach (var page in new[] { "status", "name" })
        {
            var read = await person.GetAsync($"/{language}/my-case/{page}");
            Assert.Contains(said, read.Words, StringComparison.Ordinal);
            Assert.Null(read.Document.QuerySelector("main a.krds-btn[href$='/my-case/name'], input[name='Form.Name']"));
        }
    }
}
