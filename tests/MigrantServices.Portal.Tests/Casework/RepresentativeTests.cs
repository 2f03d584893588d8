using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>Those who speak for people who petition together: named and taken off by whoever filed it and by the office, who read the same list.</summary>
[Trait("Category", "Database")]
public sealed class RepresentativeTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Mine = "/en/my-case/representatives";
    private const string Tran = "Trần Văn Ví Dụ";

    [Fact]
    public async Task Who_filed_it_names_somebody_whom_the_office_sees_covered_and_the_history_does_not_name()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var filer = await host.ComeBackAsync(filed.CodeId);

        var named = await (await filer.GetAsync(Mine)).SubmitAsync(("Form.Name", "  " + Tran));

        Assert.Contains(Tran, named.Words, StringComparison.Ordinal);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var details = await office.GetAsync($"/office/grievances/{filed.Reference}");
        Assert.Contains("named a representative", details.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Tran, details.Html, StringComparison.Ordinal);
        var list = await office.GetAsync(Theirs(filed));
        Assert.Contains("T●●●", list.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Tran, list.Html, StringComparison.Ordinal);
        Assert.Contains(Tran, (await details.PressAsync("Uncover", ("Reason", "contact"))).Words, StringComparison.Ordinal);
        var told = await host.StoredAsync(db => db.Events.SingleAsync(e => e.CaseId == filed.Id && e.Action == "name-representative"));
        Assert.Equal((null, "petitions:23"), (told.Detail, told.Article));
        Assert.True(await host.StoredAsync(db => db.AccessRecords.AnyAsync(r => r.CaseId == filed.Id && r.UserId == null && r.Role == Role.Filer && r.Detail == "name-representative")));
        var stored = await host.StoredAsync(db => db.Database.SqlQuery<byte[]>($"select name as \"Value\" from case_people where case_id = {filed.Id} and part = 'Representative'").SingleAsync());
        Assert.DoesNotContain("Ví", Encoding.UTF8.GetString(stored), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_office_names_and_takes_off_and_who_filed_it_reads_the_same()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker2);
        using var filer = await host.ComeBackAsync(filed.CodeId);

        await (await office.GetAsync(Theirs(filed))).SubmitAsync(("Form.Name", Tran));
        Assert.Contains(Tran, (await filer.GetAsync(Mine)).Words, StringComparison.Ordinal);
        await (await office.GetAsync(Theirs(filed))).PressAsync("TakeOff");

        Assert.Contains("Nobody has been named yet", (await filer.GetAsync(Mine)).Words, StringComparison.Ordinal);
        Assert.Equal((0, 2), await StoredAsync(filed));
        Assert.Equal(2, await host.StoredAsync(db => db.AccessRecords.CountAsync(r => r.CaseId == filed.Id && r.UserId == Colleagues.Caseworker2.Id && r.Detail!.EndsWith("-representative"))));
    }

    [Fact]
    public async Task Whoever_was_taken_off_finds_the_case_no_longer_and_what_it_says_elsewhere_still_does()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview, form => form.Story.Account = "Zwetschgenknödel wurden mir verweigert.");
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/write")).SubmitAsync(("Form.Body", "Quittenbrot wird geprüft."), ("Form.Language", "ko"));
        await (await office.GetAsync(Theirs(filed))).SubmitAsync(("Form.Name", "Kürbiskern Zwetschgenknödel"));
        await (await office.GetAsync(Theirs(filed))).SubmitAsync(("Form.Name", "Holunder Quittenbrot"));
        foreach (var word in new[] { "Kürbiskern", "Zwetschgenknödel", "Holunder", "Quittenbrot" })
        {
            Assert.True(await IsFoundAsync(word), word);
        }

        await (await office.GetAsync(Theirs(filed))).PressAsync("TakeOff");

        Assert.False(await IsFoundAsync("Kürbiskern"));
        Assert.True(await IsFoundAsync("Zwetschgenknödel"));
        Assert.True(await IsFoundAsync("Holunder"));
        await (await office.GetAsync(Theirs(filed))).PressAsync("TakeOff");
        Assert.False(await IsFoundAsync("Holunder"));
        Assert.True(await IsFoundAsync("Quittenbrot"));

        async Task<bool> IsFoundAsync(string word) =>
            (await office.GetAsync("/office/grievances?search=" + Uri.EscapeDataString(word))).Document.QuerySelectorAll("a.reference").Any(link => link.TextContent == filed.Reference);
    }

    [Fact]
    public async Task Who_filed_it_as_one_of_three_adds_none_until_one_is_taken_off_and_never_takes_themselves_off()
    {
        var filed = await JointAsync();
        using var filer = await host.ComeBackAsync(filed.CodeId);
        var full = await filer.GetAsync(Mine);
        Assert.Contains("At most 3 people may speak for a group", full.Words, StringComparison.Ordinal);
        Assert.Equal(2, full.Document.QuerySelectorAll("input[name=person]").Length);

        var fourth = await full.SendAsync(full.Form("person"), Mine, ("Form.Name", "Vierte Person"));
        var themselves = await host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).SelectMany(g => g.People).Where(p => p.Part == PersonPart.Filer).Select(p => p.Id).SingleAsync());
        var alone = await full.PressAsync("TakeOff", ("person", themselves.ToString()));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (fourth.Status, alone.Status));
        Assert.Contains("At most 3 people", Assert.Single(fourth.Summary), StringComparison.Ordinal);
        Assert.Contains("not on the list of representatives", Assert.Single(alone.Summary), StringComparison.Ordinal);
        Assert.Equal((2, 0), await StoredAsync(filed));
        var off = await (await filer.GetAsync(Mine)).PressAsync("TakeOff");
        await off.SubmitAsync(("Form.Name", "Dritte Person"));
        Assert.Equal((2, 2), await StoredAsync(filed));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task Without_a_name_nobody_is_named(string name)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var filer = await host.ComeBackAsync(filed.CodeId);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        Assert.NotNull((await (await filer.GetAsync(Mine)).SubmitAsync(("Form.Name", name))).MistakeAt("Form.Name"));
        Assert.NotNull((await (await office.GetAsync(Theirs(filed))).SubmitAsync(("Form.Name", name))).MistakeAt("Form.Name"));

        Assert.Equal((0, 0), await StoredAsync(filed));
    }

    [Fact]
    public async Task Neither_a_helper_nor_who_petitions_beside_it_nor_a_stranger_gets_there()
    {
        var (filed, beside) = (await JointAsync(), await host.Given.AGrievanceAsync(CaseStatus.UnderReview));
        var theirs = await host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).SelectMany(g => g.People).Where(p => p.Part == PersonPart.Representative).Select(p => p.Id).FirstAsync());
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await (await office.GetAsync($"/office/grievances/{beside.Reference}/links")).SubmitAsync(("Form.Kind", "Joint"), ("Form.Reference", filed.Reference));
        using var joined = await host.ComeBackAsync(beside.CodeId);
        using var helper = await host.ComeBackAsync(await host.Given.AHelperAsync(filed));
        using var stranger = await host.SignInAsAsync(Colleagues.SuwonOfficer);
        using var nobody = host.Browser();

        var own = await (await joined.GetAsync(Mine)).SubmitAsync(("Form.Name", "Own"));
        var forged = await own.PressAsync("TakeOff", ("person", theirs.ToString()));

        Assert.Equal(HttpStatusCode.Conflict, forged.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await helper.GetAsync(Mine)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Theirs(filed))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(Theirs(filed), ("Form.Name", "Nobody"))).Status);
        Assert.NotEqual(Mine, (await nobody.GetAsync(Mine)).Path);
        Assert.Equal((2, 1), await StoredAsync(filed));
    }

    [Fact]
    public async Task Once_it_is_closed_nobody_is_named_or_taken_off_any_more()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Closed, form => form.Contact.SecondName = Tran);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        using var filer = await host.ComeBackAsync(filed.CodeId);

        var page = await office.GetAsync(Theirs(filed));
        var mine = await filer.GetAsync(Mine);

        Assert.Null(page.Document.QuerySelector("[name='Form.Name'], [name=person]"));
        Assert.Null(mine.Document.QuerySelector("[name='Form.Name'], [name=person]"));
        Assert.Contains(Tran, mine.Words, StringComparison.Ordinal);
        Assert.Equal((1, 0), await StoredAsync(filed));
    }

    [Fact]
    public async Task Time_stands_still_until_somebody_is_named_and_not_again_while_somebody_speaks()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await PauseAsync();
        using var filer = await host.ComeBackAsync(filed.CodeId);
        Assert.Contains("Choose who speaks for you", (await filer.GetAsync("/en/my-case/status")).Words, StringComparison.Ordinal);

        await (await filer.GetAsync(Mine)).SubmitAsync(("Form.Name", Tran));
        Assert.Equal((true, 1), await ClockAsync());
        var refused = await PauseAsync();

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Somebody speaks for the group already", Assert.Single(refused.Summary), StringComparison.Ordinal);
        Assert.Equal((true, 1), await ClockAsync());

        async Task<WebPage> PauseAsync() => await (await office.GetAsync($"/office/grievances/{filed.Reference}/pause")).SubmitAsync(("Form.Reason", "representative"));

        Task<(bool Runs, int Pauses)> ClockAsync() => host.StoredAsync(async db =>
        {
            var one = await db.Grievances.Include(g => g.Pauses).SingleAsync(g => g.Id == filed.Id);
            return (one.DueOn is not null && one.PausedOn is null, one.Pauses.Count);
        });
    }

    [Fact]
    public async Task The_receipt_and_the_decision_name_them_and_a_letter_that_went_out_stays_as_it_was()
    {
        var filed = await JointAsync(CaseStatus.Answered);
        using var filer = await host.ComeBackAsync(filed.CodeId);
        await (await filer.GetAsync(Mine)).PressAsync("TakeOff");

        var letters = (await filer.GetAsync("/ko/my-case/status")).Document.QuerySelectorAll(".message.from-office").Select(message => message.TextContent).ToList();

        Assert.True(letters.Count >= 2);
        Assert.All(letters, letter => Assert.All(new[] { "대표자: Nguyễn Thị Hoa, ", Tran, "Third Example" }, words => Assert.Contains(words, letter, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_portals_own_user_puts_in_no_fourth_by_SQL_not_even_two_at_once()
    {
        var (filed, plain) = (await JointAsync(), await host.Given.AGrievanceAsync(CaseStatus.UnderReview));
        await using var source = DatabaseRole.Source(host.Database.ConnectionString, DatabaseRole.App);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => PutInAsync(filed, 1));
        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
        await PutInAsync(plain, 2);
        var racing = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                await PutInAsync(plain, 1);
                return true;
            }
            catch (PostgresException)
            {
                return false;
            }
        }));

        Assert.Single(racing, isIn => isIn);
        Assert.Equal((2, 3), ((await StoredAsync(filed)).Named, (await StoredAsync(plain)).Named));
        await using var change = source.CreateCommand($"update case_people set part = 'Representative' where case_id = '{plain.Id}' and part = 'Filer'");
        await Assert.ThrowsAsync<PostgresException>(() => change.ExecuteNonQueryAsync());

        async Task PutInAsync(FiledCase one, int many)
        {
            await using var command = source.CreateCommand(
                $"insert into case_people (id, case_id, part, name) select gen_random_uuid(), '{one.Id}', 'Representative', 'x'::bytea from generate_series(1, {many})");
            await command.ExecuteNonQueryAsync();
        }
    }

    private static string Theirs(FiledCase filed) => $"/office/grievances/{filed.Reference}/representatives";

    /// <summary>A petition that somebody filed as one of three who speak for a group.</summary>
    private Task<FiledCase> JointAsync(CaseStatus status = CaseStatus.UnderReview) => host.Given.AGrievanceAsync(status, form =>
    {
        form.Story.Teller = Teller.Representative;
        (form.Contact.SecondName, form.Contact.ThirdName) = (Tran, "Third Example");
    });

    private Task<(int Named, int Deeds)> StoredAsync(FiledCase filed) => host.StoredAsync(async db => (
        await db.Grievances.Where(g => g.Id == filed.Id).SelectMany(g => g.People).CountAsync(p => p.Part == PersonPart.Representative),
        await db.Events.CountAsync(e => e.CaseId == filed.Id && (e.Action == "name-representative" || e.Action == "take-off-representative" || e.Action == "link"))));
}
