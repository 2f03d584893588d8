using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Grievances.Patterns;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <summary>Turns a filled form into a grievance: seals every word that could tell who somebody is and marks it for search.</summary>
public sealed class GrievanceMaker(Vault vault, SearchTokens search, RespondentTokens respondents)
{
    public Grievance Make(FileGrievance form, Channel channel, DateTimeOffset receivedAt, Guid sentFrom, DateTimeOffset? readBackAt = null, string? ownSource = null)
    {
        var id = Guid.CreateVersion7();
        var grievance = new Grievance
        {
            Id = id,
            Reference = References.New(Grievance.Prefix, Seoul.DateOf(receivedAt)),
            Channel = channel,
            ReceivedAt = receivedAt,
            SentFrom = sentFrom,
            ReadBackAt = readBackAt,
            OwnSource = ownSource,
            Language = form.Contact.Language!,
            Municipality = MunicipalityOf(form),
            Teller = form.Story.Teller!.Value,
            AccountLanguage = form.Story.Language ?? form.Contact.Language!,
            Account = vault.Seal(form.Story.Account!.Trim(), id, SealedField.Account),
            HappenedOn = form.WhenWhere.Date(),
            HappenedPrecision = form.WhenWhere.Precision,
            StillHappening = form.WhenWhere.StillHappening == true,
            PlaceKind = NullIfBlank(form.WhenWhere.PlaceKind),
            Place = Seal(form.WhenWhere.Place, id, SealedField.Place),
            Grounds = [.. form.Grounds.Grounds.Distinct(StringComparer.Ordinal)],
            Sectors = [.. form.Grounds.Sectors.Distinct(StringComparer.Ordinal)],
            Forms = [.. form.Grounds.Forms.Distinct(StringComparer.Ordinal)],
            Aim = NullIfBlank(form.Grounds.Aim),
            RespondentKind = NullIfBlank(form.Respondent.Kind),
            RespondentSector = form.Respondent.Sector ?? RespondentSector.Unknown,
            Respondent = Seal(form.Respondent.Name, id, SealedField.Respondent),
            Hope = Seal(form.Hope.Hope, id, SealedField.Hope),
            ContactWay = form.Contact.Way!.Value,
            ContactNote = Seal(form.Contact.ContactNote, id, SealedField.ContactNote),
            WantsInterpreter = form.Contact.WantsInterpreter == true,
            InterpreterNote = Seal(form.Contact.InterpreterNote, id, SealedField.InterpreterNote),
            NoticeWish = vault.Wish(id, form.Contact),
        };
        var names = form.Contact.WithName == true ? Names(form.Contact) : [];
        AddPeople(grievance, form, names);
        grievance.RespondentTokens.AddRange(respondents.Of(id, form.Respondent.Name));
        grievance.AddSearchTokens(search.OfText(
            [form.Story.Account, form.WhenWhere.Place, form.Respondent.Name, form.Hope.Hope, .. names]));
        return grievance;
    }

    /// <summary>Null for a place outside the province, online, or unknown.</summary>
    public static string? MunicipalityOf(FileGrievance form) =>
        form.WhenWhere.Municipality == TellWhenWhere.ElsewhereCode ? null : form.WhenWhere.Municipality;

    /// <summary>Somebody in the case, with their name and how to reach them sealed.</summary>
    public CasePerson Person(Guid caseId, PersonPart part, string name, string? contact) => vault.Person(caseId, part, name, contact);

    private static List<string> Names(TellContact form) =>
        [.. new[] { form.Name, form.SecondName, form.ThirdName }.Where(n => !string.IsNullOrWhiteSpace(n)).Select(n => n!.Trim())];

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    // A contact without a name is kept as a person without one: the office may still call back, yet it stays a tip (L4).
    private void AddPeople(Grievance grievance, FileGrievance form, List<string> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            grievance.People.Add(Person(grievance.Id, i == 0 ? PersonPart.Filer : PersonPart.Representative, names[i], i == 0 ? form.Contact.Contact : null));
        }

        if (names.Count == 0 && !string.IsNullOrWhiteSpace(form.Contact.Contact))
        {
            grievance.People.Add(Person(grievance.Id, PersonPart.Unnamed, "", form.Contact.Contact));
        }
    }

    private SealedText? Seal(string? text, Guid owner, string field) => vault.SealIfAny(text, owner, field);
}
