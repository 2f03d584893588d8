using MigrantServices.Core.Calendar;
using MigrantServices.Core.Matching;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Duplicates;

/// <summary>What of a case may meet another: the names in it, how its people are reached, and where, when and with whom it happened.</summary>
public sealed class CaseMarks(Vault vault, BlockMarks marks)
{
    private const string Name = "name";

    /// <summary>The names of those who tell it; not of those who interpreted.</summary>
    public IReadOnlyList<NameForms> NamesIn(IEnumerable<Cases.CasePerson> people) =>
        [.. Tellers(people).Select(p => NameForms.Of(vault.Open(p.Name, p.Id, SealedField.Name))).Where(name => !name.IsEmpty)];

    public IReadOnlyList<CaseMark> Of(Grievance grievance)
    {
        var names = NamesIn(grievance.People);
        var contacts = grievance.People.Where(p => p.Part != Cases.PersonPart.Interpreter && p.Contact is not null)
            .Select(p => vault.Open(p.Contact!.Value, p.Id, SealedField.Contact)).ToList();
        return
        [
            .. names.Select(n => One(MarkKind.Name, Name, n.Skeleton))
                .Concat(names.SelectMany(n => n.SkeletonsWithoutOne).Select(skeleton => One(MarkKind.NameWithoutOne, Name, skeleton)))
                .Concat(contacts.Select(ContactForms.Phone).OfType<string>().Select(number => One(MarkKind.Phone, "phone", number)))
                .Concat(contacts.Select(ContactForms.Email).OfType<string>().Select(address => One(MarkKind.Email, "email", address)))
                .Concat(Incident(grievance))
                .DistinctBy(mark => (mark.Kind, mark.Mark)),
        ];

        CaseMark One(MarkKind kind, string what, params string[] words) => new() { CaseId = grievance.Id, Kind = kind, Mark = marks.Of(what, words) };

        IEnumerable<CaseMark> Incident(Grievance of) =>
            of is { Respondent: { } respondent, Municipality: { } place, HappenedOn: { } day, HappenedPrecision: DatePrecision.Month or DatePrecision.Day }
            && NameForms.Of(vault.Open(respondent, of.Id, SealedField.Respondent)) is { IsEmpty: false } name
                ? [One(MarkKind.Incident, "incident", name.Skeleton, day.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture), place)]
                : [];
    }

    private static IEnumerable<Cases.CasePerson> Tellers(IEnumerable<Cases.CasePerson> people) =>
        people.Where(p => p.Part is Cases.PersonPart.Filer or Cases.PersonPart.Representative);
}
