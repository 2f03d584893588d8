using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using Xunit;
using static MigrantServices.Core.Tests.ChildConfirmations.ChildLife;

namespace MigrantServices.Core.Tests.ChildConfirmations;

/// <summary>Evidence that was recorded by mistake counts no more, and what rested on it alone is open again.</summary>
public sealed class StruckProofTests
{
    private static readonly EvidenceGrade Good = new("good", new(2026, 2, 1), 60);

    [Fact]
    public void The_grade_is_that_of_what_is_left_and_a_groundless_criterion_is_open_again()
    {
        var one = In(CaseStatus.UnderReview);
        one.AddProofBy(Kim, "strong", Today, Noon);
        one.FindFactBy(Kim, "foreign", isMet: true, rests: true, Noon);
        one.FindFactBy(Kim, "under-18", isMet: true, rests: true, Noon);
        one.FindFactBy(Kim, "unregistered", isMet: false, rests: true, Noon);

        one.StrikeProofBy(Kim, "testimony", Good, ["foreign", "unregistered"], Noon);

        Assert.Equal(("good", Good.Rules), (one.Grade, one.GradedBy));
        Assert.Equal(["under-18"], one.Established);
        Assert.Empty(one.Refuted);
        one.StrikeProofBy(Kim, "testimony", null, [], Noon);
        Assert.Equal((null, null), (one.Grade, one.GradedBy));
    }

    [Theory]
    [InlineData(CaseStatus.Proposed)]
    [InlineData(CaseStatus.ToIssue)]
    [InlineData(CaseStatus.Confirmed)]
    [InlineData(CaseStatus.ReissueAsked)]
    [InlineData(CaseStatus.Refused)]
    [InlineData(CaseStatus.Revoked)]
    public void On_what_was_proposed_or_decided_nothing_is_struck(CaseStatus status)
    {
        var one = In(status);
        var (grade, found, lines) = (one.Grade, one.Established.Length + one.Refuted.Length, one.Events.Count);

        Assert.Equal("case.wrong-state", Assert.Throws<RefusedException>(() => one.StrikeProofBy(Kim, "testimony", null, [.. Criteria], Noon)).Refusal.Code);

        Assert.Equal((grade, found, lines), (one.Grade, one.Established.Length + one.Refuted.Length, one.Events.Count));
    }

    [Fact]
    public void A_finding_rests_as_long_as_a_visit_or_one_piece_of_evidence_is_left()
    {
        var (left, struck, visit) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        CriterionFinding[] found = [Of("foreign", [left, struck]), Of("under-18", [struck]), Of("lives-here", [struck], visit), Of("unregistered", [left]), Of("unregistered", [struck])];

        var rests = Proofs.Resting(found, [left]);

        Assert.Equal([("foreign", true), ("lives-here", true), ("under-18", false), ("unregistered", false)], rests.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value)));
    }

    private static CriterionFinding Of(string criterion, Guid[] proofs, Guid? visit = null) =>
        new() { CaseId = Guid.NewGuid(), Criterion = criterion, IsMet = true, Proofs = proofs, VisitId = visit, FoundById = Guid.NewGuid(), FoundAt = Noon };
}
