using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.RefugeeSupport.Applications;

/// <content>Who may open the file: its handler, and those to whom it was opened with a reason (Refugee Act, art. 17).</content>
public sealed partial class SupportApplication
{
    /// <summary>Waits for somebody to take it on; a colleague of the place sees of it a number, programmes, language and urgency.</summary>
    public bool IsInQueue => HandlerId is null && Status is CaseStatus.Submitted or CaseStatus.Objected;

    /// <summary>True for those for whom the file is there.</summary>
    public bool IsOpenTo(Guid? colleague) => colleague is { } id && (HandlerId == id || OpenTo.Contains(id));

    /// <summary>Opens the file to a colleague, with a reason. A supervisor of the place may do so without seeing what is in it.</summary>
    /// <exception cref="RefusedException"><c>application.open-already</c>.</exception>
    public FileReader OpenToBy(Actor handler, FileReader reader, DateTimeOffset now)
    {
        Refuse(WhyNot(OpenFileTo, handler) ?? (IsOpenTo(reader.ColleagueId) ? new("application.open-already") : null));
        Take(OpenFileTo, handler, now, reader.ColleagueId);
        Open(reader.ColleagueId);
        return reader;
    }

    /// <exception cref="RefusedException"><c>application.not-open</c>.</exception>
    public void CloseToBy(Actor handler, Guid colleagueId, DateTimeOffset now)
    {
        Refuse(WhyNot(CloseFileTo, handler) ?? (OpenTo.Contains(colleagueId) ? null : new("application.not-open")));
        Take(CloseFileTo, handler, now, colleagueId);
        Shut(colleagueId);
    }

    // who merely reads a file opens it to nobody
    private Refusal? WhyNotOpen(CaseAction action, Actor actor) =>
        (action == OpenFileTo || action == CloseFileTo || action == HandOver) && HandlerId != actor.UserId && (RolesOf(actor) & Role.Supervisor) == Role.None
            ? new("case.not-yours")
            : null;

    protected override Role RolesFor(CaseAction action, Actor actor) =>
        !actor.IsColleague || IsOpenTo(actor.UserId) ? RolesOf(actor)
        : (action == TakeOn || action == TakeOnObjection) && IsInQueue ? RolesOf(actor)
        : action == OpenFileTo || action == CloseFileTo || action == HandOver ? RolesOf(actor) & Role.Supervisor
        : Role.None;
}
