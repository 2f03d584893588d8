using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using Xunit;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>What must hold over the whole life of cases: no extension is counted twice, and the last day of the procedure moves only where the history says so.</summary>
internal sealed class WholeProcedure
{
    /// <summary>Deeds that give days back, each told in the history as what it is.</summary>
    private static readonly CaseAction[] Longer =
    [
        Grievance.ExtendRights, Grievance.RecountRights, ServiceCase.LeaveOut, Grievance.EndPause, Grievance.AnswerSupplement, Grievance.GoOnWithout,
        Grievance.TreatAsWithdrawn, Grievance.Resume, Grievance.GiveName, Grievance.OpenOwnMotion, Grievance.NameRepresentative,
    ];

    private readonly HashSet<(Guid Case, string Clock, DateTimeOffset From, int Number)> _made = [];
    private readonly Dictionary<Guid, DateOnly> _last = [];

    public void Keep(CaseExtension made) => Assert.True(_made.Add((made.CaseId, made.Clock, made.CountedFrom, made.Number)), $"{made.Clock} {made.Number} twice");

    public void AssertMovedOnlyBy(CaseEvent told, Grievance one)
    {
        if (one.RightsDueOn(Life.RightsClock) is not { } due)
        {
            return;
        }

        Assert.True(!_last.TryGetValue(one.Id, out var before) || due <= before || Array.Exists(Longer, deed => deed.Code == told.Action), $"{told.Action} moved {before} to {due}");
        _last[one.Id] = due;
    }
}
