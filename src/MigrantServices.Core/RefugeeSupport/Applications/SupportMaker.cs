using System.Globalization;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Core.RefugeeSupport.Applications;

/// <summary>Turns a form into a case: what tells who somebody is goes in sealed, and what no chosen programme needs does not go in at all.</summary>
public sealed class SupportMaker(Vault vault, SupportDoor door)
{
    public SupportApplication Make(ApplyForSupport form, Channel channel, DateTimeOffset receivedAt, Guid sentFrom, DateTimeOffset now)
    {
        var (id, reach, asks) = (Guid.CreateVersion7(), form.Reach, door.Asks(form.Programmes.Chosen));
        var one = new SupportApplication
        {
            Id = id,
            Reference = References.New(SupportApplication.Prefix, Seoul.DateOf(receivedAt)),
            Channel = channel,
            ReceivedAt = receivedAt,
            SentFrom = sentFrom,
            Language = reach.Language!,
            Municipality = form.Household.City,
            IsUrgent = asks.IsUrgent,
            EarlierId = form.Earlier,
            Account = vault.SealIfAny(string.Join("\n\n", new[] { form.Need.Account, form.Papers.Note }.Where(words => !string.IsNullOrWhiteSpace(words))), id, SealedField.Account),
            ContactWay = reach.Way,
            ContactNote = vault.SealIfAny(reach.ContactNote, id, SealedField.ContactNote),
            WantsInterpreter = reach.WantsInterpreter,
            InterpreterNote = vault.SealIfAny(reach.InterpreterNote, id, SealedField.InterpreterNote),
            OfficerWish = vault.SealIfAny(reach.Officer?.ToString(), id, SealedField.OfficerWish),
            NoticeWish = vault.Wish(id, reach),
        };
        AddLines(one, form, now);
        one.Household.AddRange(form.Household.Members.Select((member, at) => Person(one.Id, member, at, asks)));
        one.Papers.AddRange(form.Papers.Given.Distinct(StringComparer.Ordinal).Select(code => new GivenPaper { CaseId = id, Code = code, GivenAt = now }));
        AddPeople(one, form);
        return one;
    }

    private void AddLines(SupportApplication one, ApplyForSupport form, DateTimeOffset now) =>
        one.Lines.AddRange(form.Programmes.Chosen.Distinct(StringComparer.Ordinal).Select(door.Terms).OfType<ProgrammeTerms>().Select((terms, at) => new SupportLine
        {
            CaseId = one.Id,
            Programme = terms.ProgrammeCode,
            TermsId = terms.Id,
            Need = terms.Rules.Need,
            Position = at,
            WantedFrom = form.Need.StartOf(terms.ProgrammeCode) ?? Seoul.DateOf(now),
        }));

    private HouseholdPerson Person(Guid caseId, TellMember member, int at, SupportAsks asks)
    {
        var id = Guid.CreateVersion7();
        var circumstances = member.Circumstances.Intersect(asks.Circumstances, StringComparer.Ordinal).ToList();
        // what was ticked was asked about
        string[] asked = [.. (member.AskedAbout ?? []).Union(circumstances).Intersect(asks.Circumstances, StringComparer.Ordinal)];
        return new()
        {
            Id = id,
            CaseId = caseId,
            Key = member.Key,
            Position = at,
            IsApplicant = member.IsApplicant,
            Name = vault.Seal(member.Name!.Trim(), id, SealedField.Name),
            Category = asks.Category ? vault.SealIfAny(member.Category, id, SealedField.Category) : null,
            Born = asks.Age && member.Born() is { } born ? vault.Seal(SealedDays.Of(born.Day, born.Precision), id, SealedField.Born) : null,
            AskedRefugeOn = asks.Category && member.AskedRefugeOn is { } day ? vault.Seal(day.ToString("O", CultureInfo.InvariantCulture), id, SealedField.AskedRefugeOn) : null,
            Circumstances = asked.Length == 0 || member.KeepsCircumstances ? null : vault.Seal(string.Join(',', circumstances), id, SealedField.Circumstances),
            AskedAbout = asked,
        };
    }

    private void AddPeople(SupportApplication one, ApplyForSupport form)
    {
        if (!string.IsNullOrWhiteSpace(form.Reach.Contact))
        {
            var applicant = form.Household.Members.Find(member => member.IsApplicant)!;
            one.People.Add(vault.Person(one.Id, PersonPart.Filer, applicant.Name!, form.Reach.Contact));
        }

        if (!string.IsNullOrWhiteSpace(form.Reach.TrustedName))
        {
            one.People.Add(vault.Person(one.Id, PersonPart.Trusted, form.Reach.TrustedName, form.Reach.TrustedContact));
        }
    }
}

/// <summary>Days as they are kept sealed: no more of them than is known.</summary>
internal static class SealedDays
{
    public static string Of(DateOnly day, DatePrecision precision) =>
        day.ToString(precision switch { DatePrecision.Day => "yyyy-MM-dd", DatePrecision.Month => "yyyy-MM", _ => "yyyy" }, CultureInfo.InvariantCulture);

    /// <summary>The whole day where it is known, else the year.</summary>
    public static (DateOnly? Day, int? Year) Read(string? kept) =>
        kept is null ? (null, null)
        : DateOnly.TryParseExact(kept, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day, day.Year)
        : (null, int.Parse(kept.AsSpan(0, 4), CultureInfo.InvariantCulture));
}
