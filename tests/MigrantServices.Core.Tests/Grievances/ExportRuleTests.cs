using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Export;
using MigrantServices.Core.People;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>Who may hand out what of a case.</summary>
public sealed class ExportRuleTests
{
    [Fact]
    public void The_handler_and_a_supervisor_hand_out_a_case_and_nobody_else_does()
    {
        var grievance = In(CaseStatus.UnderReview);

        Assert.True(ExportDesk.May(grievance, Kim));
        Assert.True(ExportDesk.May(grievance, Lee));
        Assert.All([Choi, Colleague(Role.PolicyAnalyst), Colleague(Role.PrivacyOfficer), Colleague(Role.Administrator), FilerOf(grievance), HelperOf(grievance)],
            other => Assert.False(ExportDesk.May(grievance, other)));
    }

    [Fact]
    public void Notes_and_protections_are_a_supervisors_to_hand_out()
    {
        var grievance = In(CaseStatus.UnderReview);

        Assert.Equal(Enum.GetValues<ExportPart>(), ExportDesk.PartsFor(grievance, Lee));
        Assert.Equal(Enum.GetValues<ExportPart>().Except(ExportDesk.SupervisorsOnly), ExportDesk.PartsFor(grievance, Kim));
    }
}
