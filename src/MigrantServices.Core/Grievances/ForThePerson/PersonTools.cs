using MigrantServices.Core.Cases;

namespace MigrantServices.Core.Grievances.ForThePerson;

/// <summary>What the deeds of a person need beside the case.</summary>
public sealed record PersonTools(CaseWords Words, GrievanceMaker Maker, GrievanceBeginnings Beginnings, Procedure Procedure, Clocks Clocks, WaitingDesk Waiting, MergedNews Merged);
