using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework.Forms;

/// <summary>What is wrong when a grievance is told, taken down or taken up, and in what the person does later, is said beside its field.</summary>
[Trait("Category", "Database")]
public sealed class FilingFormTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task To_tell_what_happened()
    {
        await TryStepAsync(
            "",
            [("Form.Teller", "Myself"), ("Form.Account", "The landlord said no.")],
            new Slip("Form.Teller", "", "rule.choose-one"),
            new Slip("Form.Account", "", "rule.tell-what-happened"),
            new Slip("Form.Account", Slips.Over(Grievance.AccountMaxLength), "rule.too-long", Grievance.AccountMaxLength),
            new Slip("Form.Account", "My number is 900101-5234567.", "rule.number-hidden"),
            new Slip("Form.Account", "The land\u202elord said no.", "rule.text-cleaned"));
        await TryStepAsync(
            "/when",
            [("Form.Municipality", Colleagues.Ansan), ("Form.Year", "2026"), ("Form.Month", "11"), ("Form.Day", "2")],
            new Slip("Form.Year", "1900", "rule.no-such-date"),
            new Slip("Form.Year", "2027", "rule.date-in-future"),
            new Slip("Form.Month", "", "rule.month-missing"),
            new Slip("Form.Municipality", "", "rule.choose-place"),
            new Slip("Form.Place", Slips.Over(Grievance.PlaceMaxLength), "rule.too-long", Grievance.PlaceMaxLength));
        await TryStepAsync(
            "/why",
            [("Form.Grounds", "nationality"), ("Form.Sectors", "housing")],
            new Slip("Form.Grounds", "zodiac", "rule.choose-some"),
            new Slip("Form.Sectors", "zodiac", "rule.choose-some"));
        await TryStepAsync(
            "/you",
            [("Form.WithName", "true"), ("Form.Name", "Nguyễn Thị Hoa"), ("Form.Way", "PortalOnly"), ("Form.Language", "vi")],
            new Slip("Form.WithName", "", "rule.choose-one"),
            new Slip("Form.Name", "", "rule.name-missing"),
            new Slip("Form.Contact", "", "rule.contact-missing") { With = [("Form.Way", "Letter")] },
            new Slip("Form.Contact", "nobody at home", "rule.no-email") { With = [("Form.Way", "Email")] },
            new Slip("Form.Contact", "call me", "rule.no-telephone") { With = [("Form.Way", "Phone")] });
    }

    [Fact]
    public async Task To_take_it_down_at_the_counter()
    {
        var page = await (await host.SignInAsAsync(Colleagues.Caseworker)).GetAsync("/office/grievances/new");
        var before = await host.StoredAsync(db => db.Grievances.CountAsync());

        await page.TryAsync(
            [
                ("Form.Channel", "Letter"), ("Form.ReceivedAt", "2026-11-20T10:00"), ("Form.Grievance.Story.Teller", "Myself"), ("Form.Grievance.Story.Account", "집주인이 거절함."),
                ("Form.Grievance.WhenWhere.Municipality", Colleagues.Ansan), ("Form.Grievance.Grounds.Grounds", "race"), ("Form.Grievance.Grounds.Sectors", "housing"), ("Form.Grievance.Respondent.Kind", "landlord"),
                ("Form.Grievance.Contact.WithName", "true"), ("Form.Grievance.Contact.Name", "Grace Sample"), ("Form.Grievance.Contact.Way", "PortalOnly"), ("Form.Grievance.Contact.Language", "en"),
            ],
            new Slip("Form.Channel", "Web", "rule.choose-one"),
            new Slip("Form.ReceivedAt", "", "rule.no-such-date"),
            new Slip("Form.ReceivedAt", "2026-11-24T10:00", "rule.date-in-future"),
            new Slip("Form.ReceivedAt", "2024-11-20T10:00", "rule.date-too-old"),
            new Slip("Form.Grievance.WhenWhere.Year", "2026", "rule.received-before-it-happened")
            {
                With = [("Form.Grievance.WhenWhere.Month", "11"), ("Form.Grievance.WhenWhere.Day", "21")],
                Beside = "Form.ReceivedAt",
            },
            new Slip("Form.ReadBack", null, "rule.read-back-missing") { With = [("Form.Channel", "Phone")] },
            new Slip("Form.Grievance.Contact.Name", "", "rule.name-missing"));

        Assert.Equal(before, await host.StoredAsync(db => db.Grievances.CountAsync()));
    }

    [Fact]
    public async Task To_take_it_up_of_its_own_motion()
    {
        var page = await (await host.SignInAsAsync(Colleagues.Supervisor)).GetAsync("/office/grievances/own-motion");
        var before = await host.StoredAsync(db => db.Grievances.CountAsync());

        await page.TryAsync(
            [
                ("Form.Source", "press"), ("Form.Account", "지역 신문의 기사."), ("Form.WhenWhere.Municipality", Colleagues.Ansan), ("Form.Grounds.Grounds", "nationality"),
                ("Form.Grounds.Sectors", "housing"), ("Form.Respondent.Kind", "landlord"), ("Form.Affirms", "true"),
            ],
            new Slip("Form.Source", "moon", "rule.choose-one"),
            new Slip("Form.Account", "", "rule.tell-what-happened"),
            new Slip("Form.WhenWhere.Municipality", "", "rule.choose-place"),
            new Slip("Form.Grounds.Grounds", null, "rule.choose-some"),
            new Slip("Form.Respondent.Kind", "", "rule.choose-one"));

        Assert.Equal(before, await host.StoredAsync(db => db.Grievances.CountAsync()));
    }

    [Fact]
    public async Task To_object_to_fear_and_to_name_oneself()
    {
        Slip[] silent = [new("Form.Body", "", "rule.write-something"), new("Form.Body", Slips.Over(CaseMessage.MaxLength), "rule.too-long", CaseMessage.MaxLength)];
        await TryMineAsync(CaseStatus.Answered, "object", [("Form.Body", "Nothing was mended.")], silent);
        await TryMineAsync(CaseStatus.UnderReview, "unsafe", [("Form.Body", "He cut my hours.")], silent);
        await TryMineAsync(
            CaseStatus.Tip,
            "name",
            [("Form.Name", "Grace Sample")],
            new Slip("Form.Name", "", "rule.name-missing"),
            new Slip("Form.Name", Slips.Over(CasePerson.NameMaxLength), "rule.too-long", CasePerson.NameMaxLength));
        await TryMineAsync(CaseStatus.UnderReview, "representatives", [("Form.Name", "Trần Văn Bình")], new Slip("Form.Name", "", "rule.representative-missing"));
        await TryMineAsync(
            CaseStatus.UnderReview,
            "notices",
            [("Form.Hours", "AnyTime"), ("Form.Address", "hoa@example.com")],
            new Slip("Form.Hours", "", "rule.choose-one"),
            new Slip("Form.Address", "nobody at home", "rule.no-email"));
    }

    private async Task TryStepAsync(string step, (string, string)[] right, params Slip[] slips)
    {
        using var browser = host.Given.ABrowserHolding(await host.Given.ADraftAsync());
        var before = await host.StoredAsync(db => db.Grievances.CountAsync());

        await (await browser.GetAsync("/en/grievances/new" + step)).TryAsync(right, slips);

        Assert.Equal(before, await host.StoredAsync(db => db.Grievances.CountAsync()));
    }

    private async Task TryMineAsync(CaseStatus status, string page, (string, string)[] right, params Slip[] slips)
    {
        var filed = await host.Given.AGrievanceAsync(status);
        using var filer = await host.ComeBackAsync(filed.CodeId);
        await host.TryAsync(filed, await filer.GetAsync("/en/my-case/" + page), right, slips);
    }
}
