namespace MigrantServices.Portal.Web.Filing;

/// <summary>The pages of the form for a grievance.</summary>
public static class FilingSteps
{
    public const string Story = "Story";
    public const string When = "When";
    public const string Grounds = "Grounds";
    public const string Respondent = "Respondent";
    public const string Files = "Files";
    public const string Contact = "Contact";
    public const string Check = "Check";

    public static readonly StepOrder Order = new("filing", Story, When, Grounds, Respondent, Files, Contact, Check);

    public static IReadOnlyList<string> Pages => Order.Pages;
}

/// <summary>The pages of a parent's application for a child.</summary>
public static class ChildSteps
{
    public const string Where = "Where";
    public const string Child = "Child";
    public const string Parents = "Parents";
    public const string Files = "Files";
    public const string Contact = "Contact";
    public const string Check = "Check";

    public static readonly StepOrder Order = new("child", Where, Child, Parents, Files, Contact, Check);
}

/// <summary>The pages of an application for refugee support.</summary>
public static class SupportSteps
{
    public const string Programmes = "Programmes";
    public const string Household = "Household";
    public const string Need = "Need";
    public const string Files = "Files";
    public const string Contact = "Contact";
    public const string Check = "Check";

    public static readonly StepOrder Order = new("apply", Programmes, Household, Need, Files, Contact, Check);
}
