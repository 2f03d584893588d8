using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;
using MigrantServices.Testing;
using Xunit;

namespace MigrantServices.Portal.Tests.MyCase;

public sealed class ComingBackTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task The_code_opens_the_case_and_stands_in_no_address()
    {
        var given = await GivenCase.FiledAsync(portal);

        using var visitor = await given.ComeBackAsync();

        Assert.Equal("/en/my-case/status", visitor.Address.AbsolutePath);
        Assert.Contains((await given.ReadAsync()).Reference, visitor.Text, StringComparison.Ordinal);
        Assert.Empty(visitor.Address.Query);
    }

    [Theory]
    [InlineData("1111 1111 1111 1111 1111")]
    [InlineData("hello")]
    public async Task What_is_no_code_looks_like_an_unknown_code(string typed)
    {
        using var visitor = portal.Browse();
        await visitor.OpenAsync("/en/my-case");
        await visitor.SubmitAsync("main form", ("Code", ReceiptCode.New().ToString()));
        var unknown = visitor.Page.QuerySelector(".error-summary")!.TextContent;

        await visitor.SubmitAsync("main form", ("Code", typed));

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal(unknown, visitor.Page.QuerySelector(".error-summary")!.TextContent);
    }

    [Fact]
    public async Task Guessing_is_slowed_and_the_right_code_works_afterwards()
    {
        var given = await GivenCase.FiledAsync(portal);
        using var guesser = portal.Browse();
        await guesser.OpenAsync("/en/my-case");
        for (var i = 0; i < 40 && guesser.Status != HttpStatusCode.TooManyRequests; i++)
        {
            await guesser.SubmitAsync("main form", ("Code", "no"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, guesser.Status);
        Assert.NotNull(guesser.Answer.Headers.RetryAfter?.Delta);

        portal.Clock.Advance(guesser.Answer.Headers.RetryAfter!.Delta!.Value + TimeSpan.FromMinutes(2));
        using var visitor = await given.ComeBackAsync();
        Assert.Equal("/en/my-case/status", visitor.Address.AbsolutePath);
    }

    [Fact]
    public async Task A_draft_s_code_leads_to_the_form()
    {
        var key = await portal.AskAsync(s => s.GetRequiredService<DraftDesk>().BeginAsync("DG", new Core.Grievances.Filing.FileGrievance(), CancellationToken.None));

        using var visitor = await new GivenCase(portal, Guid.Empty, key.Code).ComeBackAsync();

        Assert.StartsWith("/en/grievances/new", visitor.Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_outlives_the_visit()
    {
        var given = await GivenCase.FiledAsync(portal);
        using var visitor = await given.ComeBackAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(21));

        await visitor.SubmitAsync("form.form", ("Form.Body", "첫째 줄\n둘째 줄"));
        Assert.Equal(HttpStatusCode.Unauthorized, visitor.Status);
        Assert.Empty((await given.ReadAsync()).Messages);
        await visitor.SubmitAsync("main form", ("Code", given.Code.Digits));
        await visitor.SubmitAsync("main form");

        Assert.Equal("?sent=True", visitor.Address.Query);
        Assert.Equal("첫째 줄\n둘째 줄", visitor.Page.QuerySelector(".message.from-person .user-text")!.TextContent.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Leaving_ends_the_visit_on_the_server()
    {
        var given = await GivenCase.FiledAsync(portal);
        using var visitor = await given.ComeBackAsync();

        await visitor.SubmitAsync(".case-nav form");
        Assert.Equal("/en/my-case/left", visitor.Address.AbsolutePath);
        await visitor.OpenAsync("/en/my-case/status");

        Assert.Equal("/en/my-case", visitor.Address.AbsolutePath);
    }
}
