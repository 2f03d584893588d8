using System.Text.Json;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Core.RefugeeSupport.Outcomes;

/// <summary>After how many months it is asked what became of help for work: of each person whom it covers.</summary>
public sealed class OutcomePoints(ReferenceBook book, ProgrammeBook programmes)
{
    public bool IsStartUp(string programme) => programmes.Programme(programme)?.Kind == SupportKind.StartUp;

    /// <summary>Nothing for help that is not for work.</summary>
    public IEnumerable<WorkOutcome> Of(Award award) => programmes.Programme(award.ProgrammeCode)?.Kind != SupportKind.Work ? []
        : from item in book.Items(Lists.OutcomePoints, award.FromDay)
          from member in award.Members
          select new WorkOutcome { CaseId = award.CaseId, AwardId = award.Id, Member = member, Point = item.Code, DueOn = award.FromDay.AddMonths(MonthsOf(item.Details)) };

    private static int MonthsOf(string details) => JsonSerializer.Deserialize<Point>(details, JsonSerializerOptions.Web)!.Months;

    private sealed record Point(int Months);
}
