using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances;

/// <content>Those who speak for people who petition together: up to three, named at filing or later.</content>
public sealed partial class Grievance
{
    /// <summary>The pause while those who petition together choose who speaks for them.</summary>
    public const string ChoosingRepresentative = "representative";

    /// <summary>Who speaks for the group: whoever was named, and before them whoever filed it as one of them.</summary>
    public IEnumerable<CasePerson> Speakers => People
        .Where(p => p.Part == PersonPart.Representative || (p.Part == PersonPart.Filer && Teller == Teller.Representative))
        .OrderBy(p => p.Part).ThenBy(p => p.Id);

    /// <summary>Names one more who speaks for the group; where the clock stood still for it, the days count again.</summary>
    /// <param name="clock">The clock of the case itself.</param>
    /// <exception cref="RefusedException"><c>grievance.nobody-petitions</c>, <c>grievance.enough-representatives</c>.</exception>
    public void NameRepresentativeBy(Actor actor, CasePerson representative, CaseClock clock, DateTimeOffset now)
    {
        Take(NameRepresentative, actor, now);
        People.Add(representative);
        HasUnread |= !actor.IsColleague;
        if (IsChoosing)
        {
            GoOn(clock, now);
        }
    }

    /// <summary>Somebody speaks for the group no longer. Whoever filed it stays: they take the petition back instead.</summary>
    /// <exception cref="RefusedException"><c>grievance.no-such-representative</c>.</exception>
    public void TakeOffRepresentativeBy(Actor actor, Guid personId, DateTimeOffset now)
    {
        var representative = People.Find(p => p.Id == personId && p.Part == PersonPart.Representative);
        Refuse(WhyNot(TakeOffRepresentative, actor) ?? (representative is null ? new("grievance.no-such-representative") : null));
        Take(TakeOffRepresentative, actor, now);
        People.Remove(representative!);
        HasUnread |= !actor.IsColleague;
    }

    private bool IsChoosing => PausedOn is not null && Pauses.Exists(p => p.To is null && p.Reason == ChoosingRepresentative);

    // a tip that the office took up of its own motion has nobody who petitions
    private Refusal? WhyNotSpeak(CaseAction action) =>
        action != NameRepresentative && action != TakeOffRepresentative ? null
        : IsAnonymous ? new("grievance.nobody-petitions")
        : action == NameRepresentative && Speakers.Count() >= MaxRepresentatives ? new("grievance.enough-representatives", MaxRepresentatives)
        : null;
}
