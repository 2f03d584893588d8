namespace MigrantServices.Core.Cases;

/// <summary>A deed on a case, by the name that the tables, the buttons and the history use.</summary>
public sealed record CaseAction(string Code)
{
    public override string ToString() => Code;
}
