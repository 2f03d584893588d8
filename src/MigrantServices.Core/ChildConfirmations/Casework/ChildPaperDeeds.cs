using MigrantServices.Core.People;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>The deeds about papers that are done by a button.</summary>
public sealed class ChildPaperDeeds(PaperDesk papers, ReissueDesk reissues)
{
    public ReissueDesk Reissues => reissues;

    /// <summary>Null for a deed that is none of these.</summary>
    public Func<ChildConfirmation, Actor, CancellationToken, Task>? Button(string code) => code switch
    {
        _ when code == ChildConfirmation.ReportLost.Code => papers.ReportLostAsync,
        _ when code == ChildConfirmation.HandOutPapers.Code => papers.HandOutAsync,
        _ when code == ChildConfirmation.RecordReturn.Code => papers.RecordReturnAsync,
        _ when code == ChildConfirmation.ReportOldLost.Code => papers.ReportOldLostAsync,
        _ when code == ChildConfirmation.ProposeReissue.Code => reissues.ProposeAsync,
        _ when code == ChildConfirmation.SendBackReissue.Code => reissues.SendBackAsync,
        _ when code == ChildConfirmation.ApproveReissue.Code => reissues.ApproveAsync,
        _ when code == ChildConfirmation.SendBackRevocation.Code => reissues.SendBackRevocationAsync,
        _ when code == ChildConfirmation.ApproveRevocation.Code => papers.ApproveRevocationAsync,
        _ => null,
    };
}
