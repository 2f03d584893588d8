using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Privacy;
using MigrantServices.Testing;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

[Trait("Category", "Database")]
public sealed class WorklistTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_municipal_officer_sees_the_cases_of_the_municipality_only()
    {
        await using var office = await CleanOfficeAsync();
        await office.FileAsync();
        var ansan = await office.FileAsync(f => f.WhenWhere.Municipality = Office.Ansan);

        var page = await office.ListAsync(new() { Tab = WorklistTab.All }, office.AnsanOfficer);
        var search = await office.ListAsync(new() { Search = "월급" }, office.AnsanOfficer);

        Assert.Equal([ansan.Reference], page.Rows.Select(r => r.Reference));
        Assert.Equal(1, page.Counts!.Of[WorklistTab.All]);
        Assert.Equal([ansan.Reference], search.Rows.Select(r => r.Reference));
    }

    [Fact]
    public async Task Each_tab_holds_what_its_name_says()
    {
        await using var office = await CleanOfficeAsync();
        var now = DateTimeOffset.UtcNow;
        var mine = await office.FileAsync(then: (g, _) => g.TakeOnBy(office.Kim, affirms: true, now));
        var unassigned = await office.FileAsync();
        var theirs = await office.FileAsync(then: (g, _) => g.TakeOnBy(office.Lee, affirms: true, now));
        var overdue = await office.FileAsync(receivedAt: now.AddDays(-60));
        var closed = await office.FileAsync(receivedAt: now.AddDays(-90), then: (g, _) => g.WithdrawBy(Core.People.Actor.Filer(g.Id, Guid.NewGuid()), now));

        async Task<string[]> On(WorklistTab tab) => [.. (await office.ListAsync(new() { Tab = tab }, office.Kim)).Rows.Select(r => r.Reference)];

        Assert.Equal([mine.Reference], await On(WorklistTab.Mine));
        Assert.Equal([unassigned.Reference, overdue.Reference], await On(WorklistTab.Unassigned));
        Assert.Equal([overdue.Reference], await On(WorklistTab.Overdue));
        Assert.Equal([theirs.Reference, unassigned.Reference, mine.Reference, overdue.Reference, closed.Reference], await On(WorklistTab.All));
        var counts = (await office.ListAsync(new(), office.Kim)).Counts!.Of;
        Assert.Equal((1, 2, 0, 1, 5), (counts[WorklistTab.Mine], counts[WorklistTab.Unassigned], counts[WorklistTab.DueSoon], counts[WorklistTab.Overdue], counts[WorklistTab.All]));
    }

    [Fact]
    public async Task What_is_due_within_two_working_days_is_due_soon()
    {
        await using var office = await CleanOfficeAsync();
        var now = DateTimeOffset.UtcNow;
        var soon = new List<Grievance>();
        for (var days = 1; days <= 20; days++)
        {
            soon.Add(await office.FileAsync(receivedAt: now.AddDays(-days)));
        }

        var today = Core.Calendar.Seoul.DateOf(now);
        var until = await office.AskAsync(s => Task.FromResult(((Clocks)s.GetService(typeof(Clocks))!).SoonUntil(now)));
        var page = await office.ListAsync(new() { Tab = WorklistTab.DueSoon }, office.Kim);

        var expected = soon.Where(g => g.DueOn >= today && g.DueOn <= until).OrderBy(g => g.DueOn).ThenBy(g => g.Id).Select(g => g.Reference).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, page.Rows.Select(r => r.Reference));
    }

    [Fact]
    public async Task A_filter_leaves_only_what_it_names()
    {
        await using var office = await CleanOfficeAsync();
        await office.FileAsync();
        var other = await office.FileAsync(f =>
        {
            f.WhenWhere.Municipality = Office.Ansan;
            f.Grounds.Grounds = ["religion", "race"];
            f.Grounds.Sectors = ["housing"];
            f.Contact.Language = "ar";
            f.Contact.WithName = false;
        });
        WorklistQuery[] filters =
        [
            new() { Status = CaseStatus.Tip }, new() { Ground = "race" }, new() { Sector = "housing" },
            new() { Municipality = Office.Ansan }, new() { Language = "ar" }, new() { Search = "월급", Ground = "religion" },
        ];

        foreach (var filter in filters)
        {
            var page = await office.ListAsync(filter with { Tab = WorklistTab.All }, office.Kim);
            Assert.Equal([other.Reference], page.Rows.Select(r => r.Reference));
        }

        Assert.Empty((await office.ListAsync(new() { Tab = WorklistTab.All, Channel = Channel.Phone }, office.Kim)).Rows);
    }

    [Theory]
    [InlineData("공장에서 다쳤는데 산재를 안 해 줍니다", "산재")]
    [InlineData("임금 체불이 있습니다", "임금체불")]
    [InlineData("Chủ nhà từ chối cho tôi thuê", "tu choi")]
    [InlineData("房东不租给外国人", "房东")]
    [InlineData("رفض صاحب العمل دفع أجري", "العمل")]
    [InlineData("นายจ้างไม่จ่ายค่าแรง", "นายจ้าง")]
    [InlineData("The landlord refused", "landlord")]
    public async Task Words_are_found_in_any_script(string account, string words)
    {
        await using var office = await CleanOfficeAsync();
        await office.FileAsync();
        var wanted = await office.FileAsync(f => f.Story.Account = account);

        var page = await office.ListAsync(new() { Search = words }, office.Kim);

        Assert.Equal([wanted.Reference], page.Rows.Select(r => r.Reference));
        Assert.Equal(1, page.Found);
    }

    [Fact]
    public async Task A_name_is_found_without_its_accents()
    {
        await using var office = await CleanOfficeAsync();
        var wanted = await office.FileAsync();
        await office.FileAsync(f => f.Contact.Name = "王小明");

        Assert.Equal([wanted.Reference], (await office.ListAsync(new() { Search = "nguyen hoa" }, office.Kim)).Rows.Select(r => r.Reference));
    }

    [Fact]
    public async Task A_reference_is_found_however_it_is_typed()
    {
        await using var office = await CleanOfficeAsync();
        var wanted = await office.FileAsync();
        await office.FileAsync();
        var digits = wanted.Reference[3..];

        foreach (var typed in new[] { wanted.Reference, wanted.Reference.ToLowerInvariant(), digits, digits.Replace("-", "", StringComparison.Ordinal), "DG " + digits.Replace('-', ' ') })
        {
            Assert.Equal([wanted.Reference], (await office.ListAsync(new() { Search = typed }, office.Kim)).Rows.Select(r => r.Reference));
        }
    }

    [Fact]
    public async Task A_single_syllable_asks_for_more_and_reads_no_case()
    {
        await using var office = await CleanOfficeAsync();
        await office.FileAsync();
        office.Sql.Clear();

        var page = await office.ListAsync(new() { Search = "산" }, office.Kim);

        Assert.Equal(SearchHint.TooShort, page.Hint);
        Assert.Equal(0, office.Sql.Count);
    }

    [Theory]
    [InlineData(WorklistTab.All)]
    [InlineData(WorklistTab.Unassigned)]
    [InlineData(WorklistTab.Overdue)]
    public async Task Going_on_page_by_page_shows_every_case_once(WorklistTab tab)
    {
        await using var office = await CleanOfficeAsync();
        await BulkCases.InsertAsync(database, 230, office.Kim.UserId!.Value, sameMoments: 7);
        await using var db = database.Open();
        var all = await db.Grievances.AsNoTracking().ToListAsync();
        var today = Core.Calendar.Seoul.DateOf(DateTimeOffset.UtcNow);
        var expected = tab switch
        {
            WorklistTab.Unassigned => all.Where(g => g.IsOpen && g.HandlerId is null),
            WorklistTab.Overdue => all.Where(g => g.IsOpen && g.DueOn < today),
            _ => all,
        };
        var inOrder = tab == WorklistTab.Overdue
            ? expected.OrderBy(g => g.DueOn).ThenBy(g => g.Id)
            : expected.OrderByDescending(g => g.ReceivedAt).ThenByDescending(g => g.Id);

        var seen = new List<Guid>();
        var query = new WorklistQuery { Tab = tab };
        do
        {
            var page = await office.ListAsync(query, office.Kim);
            seen.AddRange(page.Rows.Select(r => r.Id));
            query = query with { After = page.Next };
        }
        while (query.After is not null);

        Assert.Equal(inOrder.Select(g => g.Id), seen);
    }

    [Fact]
    public async Task A_page_of_the_list_or_of_a_search_takes_three_statements()
    {
        await using var office = await CleanOfficeAsync();
        await office.FileAsync();
        foreach (var query in new[] { new WorklistQuery(), new() { Tab = WorklistTab.Overdue, Ground = "race" }, new() { Search = "월급" } })
        {
            office.Sql.Clear();
            await office.ListAsync(query, office.Kim);
            Assert.Equal(3, office.Sql.Count);
        }
    }

    [Fact]
    public async Task What_was_shown_is_on_record_and_what_was_searched_for_is_not()
    {
        await using var office = await CleanOfficeAsync();
        var shown = await office.FileAsync();

        await office.ListAsync(new() { Search = "월급" }, office.Kim);

        await using var db = database.Open();
        var record = await db.AccessRecords.OrderByDescending(r => r.At).FirstAsync();
        Assert.Equal((AccessDeed.Search, "words", office.Kim.UserId), (record.Deed, record.Detail, record.UserId));
        Assert.Equal([shown.Id], record.CaseIds!);
    }

    [Fact]
    public async Task A_search_that_is_too_long_is_said_so_and_not_cut()
    {
        await using var office = await CleanOfficeAsync();
        await office.FileAsync();

        var found = await office.ListAsync(new() { Search = "월급 " + new string('가', WorklistQuery.SearchMaxLength) }, office.Kim);

        Assert.Equal((SearchHint.TooLong, 0), (found.Hint, found.Rows.Count));
    }

    private async Task<Office> CleanOfficeAsync()
    {
        await using (var command = database.Source.CreateCommand("delete from cases"))
        {
            await command.ExecuteNonQueryAsync();
        }

        return await Office.OpenAsync(database);
    }
}
