using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Grievances.Linking;
using MigrantServices.Core.People;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>Refusals of a case that leave both it and whatever they speak of as it was.</summary>
public class UnchangedTests
{
    [Fact]
    public void What_has_its_answer_proposed_goes_into_no_other_case()
    {
        var (goes, stays) = (In(CaseStatus.Proposed), Received(-1));

        AssertRefused("duplicates.goes-no-more", [goes, stays], () => goes.ProposeMergeBy(Kim, stays, MergeGround.TheySaid, _ => new([1]), Noon));
    }

    [Fact]
    public void While_a_merge_waits_no_other_is_proposed()
    {
        var (goes, other) = (In(CaseStatus.UnderReview), Received(-2));
        Do(goes, Grievance.ProposeMerge, Kim);
        var waiting = Merges.Of(goes).Merge;

        AssertRefused("duplicates.proposed-already", [goes, other], () => goes.ProposeMergeBy(Choi, other, MergeGround.BothCodes, _ => new([1]), Noon));

        Assert.Equal((MergeState.Proposed, Kim.UserId), (waiting.State, goes.MergeProposedById));
    }

    [Fact]
    public void An_investigation_is_opened_once_and_continued_afterwards()
    {
        var grievance = In(CaseStatus.Investigating);
        Do(grievance, Grievance.Propose, Kim);
        Do(grievance, Grievance.SendBack, Lee);

        AssertRefused("grievance.investigated-already", [grievance], () => Do(grievance, Grievance.OpenInvestigation, Kim));

        Do(grievance, Grievance.ContinueInvestigation, Kim);
        Assert.Equal(CaseStatus.Investigating, grievance.Status);
    }

    [Fact]
    public void An_investigation_that_nobody_opened_is_not_continued()
    {
        var grievance = In(CaseStatus.UnderReview);

        AssertRefused("grievance.not-investigated", [grievance], () => Do(grievance, Grievance.ContinueInvestigation, Kim));
    }

    [Fact]
    public void What_was_no_question_has_no_answer()
    {
        var grievance = In(CaseStatus.Investigating);
        Do(grievance, Grievance.AskRespondent, Kim);
        var statement = Kept(grievance, Grievance.RecordStatement);

        AssertRefused("inquiry.no-question", [grievance], () => grievance.RecordRespondentReplyBy(Kim, statement, Replied(), Noon));

        Assert.Equal((null, null, null), (statement.RepliedOn, statement.Reply, statement.ReplyRecordedById));
        Assert.Null(grievance.RespondentHeardOn);
    }

    [Fact]
    public void A_link_is_taken_off_once()
    {
        var (one, other) = (In(CaseStatus.UnderReview), In(CaseStatus.UnderReview));
        var link = one.LinkBy(Kim, LinkKind.Joint, other, Noon);
        one.UnlinkBy(Kim, link, other, Noon);

        AssertRefused("linking.taken-off-already", [one, other], () => one.UnlinkBy(Lee, link, other, Noon.AddDays(1)));

        Assert.Equal((Kim.UserId, Noon), (link.UnlinkedById, link.UnlinkedAt));
    }

    private static void AssertRefused(string code, Grievance[] cases, Action deed)
    {
        var before = cases.Select(Snapshot.Of).ToList();

        Assert.Equal(code, Assert.Throws<RefusedException>(deed).Refusal.Code);

        Assert.All(cases.Zip(before), one => Snapshot.AssertSame(one.Second, one.First));
    }
}
