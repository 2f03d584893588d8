using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

public sealed class GrievanceBeginningTests
{
    private static readonly IReadOnlyList<Role> Everybody = [.. (Role.Filer | Role.Helper | Role.Colleagues).Each()];

    public static TheoryData<CaseStatus, Channel> Lines()
    {
        var data = new TheoryData<CaseStatus, Channel>();
        foreach (var (line, channel) in Grievance.Service.Beginnings.Where(line => line.As != CaseStatus.UnderReview).SelectMany(line => line.Channels, (line, channel) => (line, channel)))
        {
            data.Add(line.As, channel);
        }

        return data;
    }

    [Fact]
    public void A_grievance_may_come_by_every_way_there_is() => Assert.Equal(
        Enum.GetValues<Channel>(),
        Grievance.Service.Beginnings.SelectMany(line => line.Channels).Distinct().Order());

    [Theory]
    [MemberData(nameof(Lines))]
    public void Whoever_the_line_names_begins_the_case_and_the_history_tells_it(CaseStatus status, Channel channel)
    {
        var line = Grievance.Service.BeginningAs(status, channel)!;
        foreach (var role in line.Who.Each())
        {
            var grievance = Unbegun(named: status == CaseStatus.Submitted, channel);
            var actor = As(role, grievance);

            grievance.FileBy(actor, Clock, Noon);

            var told = Assert.Single(grievance.Events);
            Assert.Equal((Grievance.File.Code, status, status, line.Article, role, actor.UserId), (told.Action, told.From, told.To, told.Article, told.By, told.UserId));
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Nobody_else_begins_it_and_nothing_changes(CaseStatus status, Channel channel)
    {
        var line = Grievance.Service.BeginningAs(status, channel)!;
        foreach (var role in Everybody.Where(role => (role & line.Who) == Role.None))
        {
            var grievance = Unbegun(named: status == CaseStatus.Submitted, channel);

            AssertRefused(grievance, As(role, grievance), "case.wrong-role");
        }
    }

    [Theory]
    [InlineData(Channel.Phone)]
    [InlineData(Channel.Visit)]
    [InlineData(Channel.Letter)]
    [InlineData(Channel.Email)]
    [InlineData(Channel.Referral)]
    public void An_officer_takes_down_cases_of_their_own_places_only(Channel channel)
    {
        AssertRefused(Unbegun(named: true, channel), Colleague(Role.MunicipalOfficer, "41270"), "case.not-your-place");
        Unbegun(named: true, channel).FileBy(Colleague(Role.MunicipalOfficer, "41110"), Clock, Noon);
    }

    [Fact]
    public void A_code_begins_no_case_but_its_own() =>
        AssertRefused(Unbegun(named: true), Actor.Filer(Guid.CreateVersion7(), Guid.CreateVersion7()), "case.wrong-role");

    [Fact]
    public void A_colleague_of_another_service_takes_down_nothing() => AssertRefused(
        Unbegun(named: true, Channel.Visit), new(Guid.CreateVersion7(), "", [new(Role.Caseworker, ["RS"], null)]), "case.not-your-place");

    [Fact]
    public void What_happened_later_cannot_have_been_told_before()
    {
        var (late, same) = (Unbegun(named: true, Channel.Visit, Today.AddDays(1)), Unbegun(named: true, Channel.Visit, Today));

        AssertRefused(late, Kim, "grievance.received-before-it-happened");

        same.FileBy(Kim, Clock, Noon);
        Assert.Equal(CaseStatus.Submitted, same.Status);
    }

    private static void AssertRefused(Grievance grievance, Actor actor, string code)
    {
        var refused = Assert.Throws<RefusedException>(() => grievance.FileBy(actor, Clock, Noon));

        Assert.Equal(code, refused.Refusal.Code);
        Assert.Equal((default(CaseStatus), 0, false, null), (grievance.Status, grievance.Revision, grievance.IsAnonymous, grievance.DueOn));
        Assert.Empty(grievance.Events);
    }

    private static Actor As(Role role, Grievance grievance) => role switch
    {
        Role.Filer => FilerOf(grievance),
        Role.Helper => HelperOf(grievance),
        _ => Colleague(role),
    };
}
