using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Grievances.PutOff;
using MigrantServices.Core.Matching;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <content>Who is found to be the same perhaps, and who learns of it.</content>
public sealed partial class DuplicateTests
{
    [Fact]
    public async Task A_name_in_another_script_is_found_and_its_handler_compares_both_with_the_reasons_and_not_the_values()
    {
        var (first, second) = await BothAsync("Đặng Thị Ngọc Ánh", "당 티 응옥 안", CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var seen = await office.GetAsync($"/office/grievances/{second.Reference}");
        Assert.Contains("May be the same as another case (likely).", seen.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Reference, seen.Html, StringComparison.Ordinal);
        Assert.True(seen.Statements.Count <= 5, string.Join("\n--\n", seen.Statements));
        var both = await office.GetAsync($"/office/grievances/{second.Reference}/duplicates");

        Assert.All(new[] { first.Reference, second.Reference, "name sounds alike" }, words => Assert.Contains(words, both.Words, StringComparison.Ordinal));
        Assert.DoesNotContain("Ngọc", both.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("응옥", both.Html, StringComparison.Ordinal);
        Assert.True(await host.StoredAsync(db => db.AccessRecords.AnyAsync(r => r.Detail == DuplicateFinder.Detail && r.CaseIds!.Contains(first.Id) && r.CaseIds.Contains(second.Id))));
        Assert.True(await host.StoredAsync(db => db.AccessRecords.AnyAsync(r => r.UserId == Colleagues.Caseworker.Id && r.CaseId == first.Id && r.Deed == Core.Privacy.AccessDeed.View)));
    }

    [Fact]
    public async Task The_same_number_and_a_name_that_resembles_is_nearly_certain_and_the_tables_hold_neither()
    {
        var first = await FiledAsync("Bùi Quang Khải", but: form => (form.Contact.Way, form.Contact.Contact) = (ContactWay.Phone, "010-7777-1234"));
        var second = await FiledAsync("부이 꽝 카이", but: form => (form.Contact.Way, form.Contact.Contact) = (ContactWay.Phone, "+82 10 7777 1234"));
        await FindAsync(first, second);

        var pair = await host.StoredAsync(db => db.Set<CasePair>().SingleAsync(p => (p.LowerId == first.Id && p.HigherId == second.Id) || (p.LowerId == second.Id && p.HigherId == first.Id)));

        Assert.Equal(MatchBand.Certain, pair.Band);
        Assert.Contains(PairReason.SamePhone, pair.Reasons);
        var marks = await host.StoredAsync(db => db.Set<CaseMark>().Where(m => m.CaseId == first.Id).ToListAsync());
        Assert.All(new[] { MarkKind.Name, MarkKind.NameWithoutOne, MarkKind.Phone, MarkKind.Incident }, kind => Assert.Contains(marks, m => m.Kind == kind));
    }

    [Fact]
    public async Task Not_the_same_is_remembered_after_a_new_look_and_asked_once_more_only_when_something_new_speaks_for_it()
    {
        var (first, second) = await BothAsync("Hoàng Đức Long", "호앙 득 롱", CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = $"/office/grievances/{second.Reference}/duplicates";

        var told = await (await office.GetAsync(page)).SubmitAsync(("Apart.Why", "사는 곳이 다릅니다."));
        Assert.DoesNotContain("May be the same", told.Words, StringComparison.Ordinal);
        await FindAsync(second, first);

        Assert.DoesNotContain("May be the same", (await office.GetAsync($"/office/grievances/{second.Reference}")).Words, StringComparison.Ordinal);
        Assert.Contains("사는 곳이 다릅니다.", (await office.GetAsync(page)).Words, StringComparison.Ordinal);
        Assert.Equal(2, await host.StoredAsync(db => db.Events.CountAsync(e => e.Action == "not-the-same" && (e.CaseId == first.Id || e.CaseId == second.Id))));

        await ReachableAsync(first, "010-8888-4321");
        await ReachableAsync(second, "01088884321");
        await FindAsync(first, second);
        Assert.Contains("(nearly certain)", (await office.GetAsync($"/office/grievances/{second.Reference}")).Words, StringComparison.Ordinal);
        await (await office.GetAsync(page)).SubmitAsync(("Apart.Why", "가족이 전화를 함께 씁니다."));
        await FindAsync(second, first);

        Assert.DoesNotContain("May be the same", (await office.GetAsync($"/office/grievances/{second.Reference}")).Words, StringComparison.Ordinal);
        await using var db = host.Database.Open();
        var rewritten = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"update case_pair_answers set by_id = {Colleagues.Caseworker2.Id}"));
        Assert.Equal("42501", rewritten.SqlState);
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"delete from case_pair_answers"))).SqlState);
    }

    [Fact]
    public async Task Who_does_not_see_one_of_the_two_or_has_neither_learns_nothing()
    {
        var here = await FiledAsync("Phan Thanh Bình", CaseStatus.UnderReview);
        var there = await FiledAsync("판 타인 빈", CaseStatus.UnderReview, form => form.WhenWhere.Municipality = Colleagues.Suwon);
        await FindAsync(here, there);
        using var caseworker = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Contains("May be the same", (await caseworker.GetAsync($"/office/grievances/{here.Reference}")).Words, StringComparison.Ordinal);
        var pair = (await caseworker.GetAsync($"/office/grievances/{here.Reference}/duplicates")).ValueOf("Apart.Pair")!;

        foreach (var stranger in new[] { Colleagues.AnsanOfficer, Colleagues.Caseworker2 })
        {
            using var office = await host.SignInAsAsync(stranger);
            Assert.DoesNotContain("May be the same", (await office.GetAsync($"/office/grievances/{here.Reference}")).Words, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/office/grievances/{here.Reference}/duplicates")).Status);
            var forged = await (await office.GetAsync($"/office/grievances/{here.Reference}/note")).Browser.PostAsync($"/office/grievances/{here.Reference}/duplicates?handler=Apart", ("Apart.Pair", pair), ("Apart.Why", "아님"));
            Assert.NotEqual(HttpStatusCode.OK, forged.Status);
        }

        // an interest closes one of them, and with it the pair
        await (await caseworker.GetAsync($"/office/grievances/{there.Reference}/declare-interest")).SubmitAsync(("Form.Reason", "family"), ("Form.Words", "가족입니다."));
        Assert.DoesNotContain("May be the same", (await caseworker.GetAsync($"/office/grievances/{here.Reference}")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await caseworker.GetAsync($"/office/grievances/{here.Reference}/duplicates")).Status);
        Assert.Equal(0, await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == here.Id && e.Action == "not-the-same")));
    }
}
