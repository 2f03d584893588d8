using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Tests.Documents;
using MigrantServices.Testing.Hosting;
using Xunit;
using PortalHost = MigrantServices.Testing.Hosting.PortalHost;

namespace MigrantServices.Portal.Tests.MyCase;

/// <summary>The number that comes with the form, by which a message is known when it arrives again.</summary>
public sealed class MessageNumberTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData(CaseStatus.UnderReview)]
    [InlineData(CaseStatus.AwaitingSupplement)]
    public async Task A_message_that_arrives_many_times_at_once_is_written_once_with_its_file(CaseStatus status)
    {
        var filed = await host.Given.AGrievanceAsync(status);
        using var resident = await host.ComeBackAsync(filed.CodeId);
        var form = await resident.GetAsync("/en/my-case/status");
        var before = await StateAsync(filed);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => form.UploadAsync([("Form.Body", "The lease began in May.")], ("lease.pdf", Samples.Pdf()))));

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.OK, "/en/my-case/status"), (answer.Status, answer.Path)));
        var after = await StateAsync(filed);
        Assert.Equal((before.Messages + 1, before.Revision + 1, 1), (after.Messages, after.Revision, after.Files));
    }

    [Fact]
    public async Task Many_presses_of_send_at_once_write_one_message_and_tell_each_that_it_arrived()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var resident = await host.ComeBackAsync(filed.CodeId);
        for (var round = 1; round <= 5; round++)
        {
            var form = await resident.GetAsync("/en/my-case/status");

            var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => form.SubmitAsync(("Form.Body", "The lease began in May."))));

            Assert.All(answers, answer => Assert.Equal((HttpStatusCode.OK, "/en/my-case/status"), (answer.Status, answer.Path)));
            Assert.Equal(round, (await StateAsync(filed)).Messages);
        }
    }

    [Fact]
    public async Task A_message_sent_again_is_told_to_have_arrived()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var resident = await host.ComeBackAsync(filed.CodeId);
        var form = await resident.GetAsync("/en/my-case/status");
        await form.SubmitAsync(("Form.Body", "The lease began in May."));
        var before = await StateAsync(filed);

        var again = await form.SubmitAsync(("Form.Body", "The lease began in June."));

        Assert.Equal((HttpStatusCode.OK, "?sent=True"), (again.Status, again.Address.Query));
        Assert.Equal(before, await StateAsync(filed));
        Assert.DoesNotContain("June", again.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CaseStatus.UnderReview)]
    [InlineData(CaseStatus.AwaitingSupplement)]
    public async Task The_number_of_somebody_elses_message_is_refused_and_nothing_changes(CaseStatus status)
    {
        var theirs = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        var number = await WriteAsync(theirs, theirs.CodeId);
        var mine = await host.Given.AGrievanceAsync(status);
        using var resident = await host.ComeBackAsync(mine.CodeId);
        var form = await resident.GetAsync("/en/my-case/status");
        var before = (await StateAsync(theirs), await StateAsync(mine));

        var refused = await form.UploadAsync([("Form.Body", "Mine, not theirs."), ("MessageId", number.ToString())], ("mine.pdf", Samples.Pdf()));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("Mine, not theirs.", refused.ValueOf("Form.Body"));
        Assert.Equal(before, (await StateAsync(theirs), await StateAsync(mine)));
    }

    [Fact]
    public async Task A_helper_cannot_write_under_the_number_of_the_persons_own_message()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        var number = await WriteAsync(filed, filed.CodeId);
        using var helper = await host.ComeBackAsync(await host.Given.AHelperAsync(filed));
        var form = await helper.GetAsync("/en/my-case/status");
        var before = await StateAsync(filed);

        var refused = await form.SubmitAsync(("Form.Body", "From the helper."), ("MessageId", number.ToString()));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(before, await StateAsync(filed));
    }

    [Fact]
    public async Task A_message_without_a_number_is_refused_and_nothing_changes()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var resident = await host.ComeBackAsync(filed.CodeId);
        var form = await resident.GetAsync("/en/my-case/status");
        var before = await StateAsync(filed);

        var refused = await form.SubmitAsync(("Form.Body", "No number."), ("MessageId", Guid.Empty.ToString()));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(before, await StateAsync(filed));
    }

    private async Task<Guid> WriteAsync(FiledCase filed, Guid codeId)
    {
        using var browser = await host.ComeBackAsync(codeId);
        var form = await browser.GetAsync("/en/my-case/status");
        await form.SubmitAsync(("Form.Body", "The lease began in May."));
        return await host.StoredAsync(db => db.Messages.Where(m => m.CaseId == filed.Id && m.CodeId == codeId).Select(m => m.Id).SingleAsync());
    }

    private Task<(CaseStatus Status, int Revision, bool IsPaused, int Messages, string Sealed, int Files, int Events)> StateAsync(FiledCase filed) => host.StoredAsync(async db =>
    {
        var grievance = await db.Grievances.AsNoTracking().SingleAsync(g => g.Id == filed.Id);
        var messages = await db.Messages.AsNoTracking().Where(m => m.CaseId == filed.Id && m.Purpose != MessagePurpose.Receipt).OrderBy(m => m.Id).ToListAsync();
        return (
            grievance.Status,
            grievance.Revision,
            grievance.PausedOn is not null,
            messages.Count,
            string.Join('|', messages.Select(m => Convert.ToHexString(m.Body.Bytes))),
            await db.Set<CaseFile>().CountAsync(f => f.CaseId == filed.Id),
            await db.Events.CountAsync(e => e.CaseId == filed.Id));
    });
}
