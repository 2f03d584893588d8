using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Notices;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Tests.Grievances;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Notices;

/// <summary>What is written down around each attempt, and what the person may choose.</summary>
public sealed class NoticeTests
{
    private static readonly SealedText Address = new([7]);

    [Fact]
    public void An_attempt_that_never_ended_is_dared_once_more_and_that_is_said()
    {
        var notice = Notice.ForColleague(NoticeKind.Work, Guid.CreateVersion7(), "ko", Noon, Noon);
        Assert.True(notice.TryToSend(Noon));
        Assert.False(notice.MayBeTwice);

        Assert.True(notice.TryToSend(Noon));
        Assert.True(notice.MayBeTwice);
        Assert.False(notice.TryToSend(Noon));
        Assert.Equal((NoticeState.GivenUp, 2), (notice.State, notice.Attempts));
    }

    [Fact]
    public void A_no_of_the_server_is_no_reason_to_fear_a_second_copy()
    {
        var notice = Notice.ForColleague(NoticeKind.Work, Guid.CreateVersion7(), "ko", Noon, Noon);
        for (var i = 0; i < 5; i++)
        {
            Assert.True(notice.TryToSend(Noon));
            notice.Refused("smtp-451");
        }

        Assert.False(notice.MayBeTwice);
        Assert.Equal(NoticeState.Waiting, notice.State);
    }

    [Fact]
    public void Without_an_address_nothing_is_chosen()
    {
        var grievance = In(CaseStatus.UnderReview);
        var (revision, status) = (grievance.Revision, grievance.Status);

        var refused = Assert.Throws<RefusedException>(() => grievance.ChooseNoticesBy(FilerOf(grievance), NoticeHours.Evenings, null, Noon));

        Assert.Equal("case.no-notice-address", refused.Refusal.Code);
        Assert.Equal((revision, status, null), (grievance.Revision, grievance.Status, grievance.NoticeWish));
    }

    [Fact]
    public void Only_the_person_chooses()
    {
        var grievance = In(CaseStatus.UnderReview);

        Assert.Throws<RefusedException>(() => grievance.ChooseNoticesBy(Kim, NoticeHours.AnyTime, Address, Noon));
        Assert.Throws<RefusedException>(() => grievance.ChooseNoticesBy(HelperOf(grievance), NoticeHours.AnyTime, Address, Noon));
        Assert.Null(grievance.NoticeWish);
    }

    [Fact]
    public void The_hours_change_without_the_address_and_never_takes_it_away()
    {
        var grievance = In(CaseStatus.UnderReview);
        var filer = FilerOf(grievance);
        grievance.ChooseNoticesBy(filer, NoticeHours.AnyTime, Address, Noon);
        grievance.ChooseNoticesBy(filer, NoticeHours.Weekends, null, Noon);
        Assert.Equal((NoticeHours.Weekends, Address), (grievance.NoticeWish!.Hours, grievance.NoticeWish.Address));

        grievance.ChooseNoticesBy(filer, NoticeHours.Never, null, Noon);
        Assert.Null(grievance.NoticeWish);
    }

    [Fact]
    public void Withdrawing_takes_the_address_away()
    {
        var grievance = In(CaseStatus.UnderReview);
        grievance.ChooseNoticesBy(FilerOf(grievance), NoticeHours.AnyTime, Address, Noon);

        grievance.WithdrawBy(FilerOf(grievance), Noon);

        Assert.Null(grievance.NoticeWish);
    }

    [Fact]
    public void A_task_is_finished_once()
    {
        var grievance = In(CaseStatus.UnderReview);
        var task = Task(grievance);
        grievance.FinishTaskBy(Kim, task, Noon);
        var revision = grievance.Revision;

        var refused = Assert.Throws<RefusedException>(() => grievance.FinishTaskBy(Choi, task, Noon.AddDays(1)));

        Assert.Equal("case.no-such-task", refused.Refusal.Code);
        Assert.Equal((revision, Noon, Kim.UserId), (grievance.Revision, task.DoneAt, task.DoneById));
    }

    [Theory]
    [InlineData("a@example.kr", true)]
    [InlineData(" a@example.kr ", true)]
    [InlineData("a@example.kr\r\nBcc: b@example.kr", false)]
    [InlineData("a@example.kr, b@example.kr", false)]
    [InlineData("Kim <a@example.kr>", false)]
    [InlineData("김@example.kr", false)]
    [InlineData("nobody", false)]
    [InlineData(null, false)]
    public void An_address_is_one_address_and_nothing_else(string? address, bool looksRight) => Assert.Equal(looksRight, ChooseNotices.LooksRight(address));
}
