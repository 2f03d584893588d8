using MigrantServices.Core.People;

namespace MigrantServices.Core.Cases;

/// <summary>What a line of a lifecycle table asks for beside the role.</summary>
[Flags]
public enum Needs
{
    Nothing = 0,

    /// <summary>Somebody other than the person who did the step before.</summary>
    SecondPerson = 1,

    /// <summary>The colleague who has taken the case.</summary>
    Handler = 2,

    /// <summary>Somebody who had no part in the decision that is looked at again.</summary>
    Newcomer = 4,

    /// <summary>What the second person confirms was proposed beside the case, which stays where it stands meanwhile.</summary>
    Beside = 8,
}

/// <summary>One line of a service's life: from where, which deed, to where, by whom, under which article.</summary>
/// <param name="Article">A key of the table of articles, such as "race:8".</param>
public sealed record Transition(CaseStatus From, CaseAction Action, CaseStatus To, Role Who, string Article, Needs Needs = Needs.Nothing)
{
    /// <summary>A deed that leaves the case where it stands, in each of the given statuses.</summary>
    public static IEnumerable<Transition> Within(CaseStatus[] statuses, CaseAction action, Role who, string article, Needs needs = Needs.Nothing) =>
        statuses.Select(status => new Transition(status, action, status, who, article, needs));

    /// <summary>A deed that leads to one status from each of the given ones.</summary>
    public static IEnumerable<Transition> FromAny(CaseStatus[] statuses, CaseAction action, CaseStatus to, Role who, string article, Needs needs = Needs.Nothing) =>
        statuses.Select(status => new Transition(status, action, to, who, article, needs));
}
