using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Grievances.OwnMotion;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances;

/// <summary>Lets a grievance begin: made from its form, filed, and with the letter that says that it arrived.</summary>
public sealed class GrievanceBeginnings(GrievanceMaker maker, CaseWords words, LetterWriter letters, Clocks clocks)
{
    /// <summary>A grievance that the person sent themselves, and the person as the holder of its code.</summary>
    public (Grievance Grievance, Actor Filer) Online(FileGrievance form, Guid sentFrom, Guid codeId, DateTimeOffset now)
    {
        var grievance = maker.Make(form, Channel.Web, now, sentFrom);
        var filer = Actor.Filer(grievance.Id, codeId);
        return (Filed(grievance, filer, now, form.Respondent.OfThisOffice), filer);
    }

    /// <summary>A grievance that a colleague took down.</summary>
    /// <param name="interpreter">Null when nobody interpreted.</param>
    public Grievance TakenDown(
        FileGrievance form, Channel channel, DateTimeOffset receivedAt, Guid sentFrom, DateTimeOffset? readBackAt, string? interpreter, Actor actor, DateTimeOffset now)
    {
        var grievance = maker.Make(form, channel, receivedAt, sentFrom, readBackAt);
        if (!string.IsNullOrWhiteSpace(interpreter))
        {
            grievance.People.Add(maker.Person(grievance.Id, PersonPart.Interpreter, interpreter, null));
        }

        return Filed(grievance, actor, now, form.Respondent.OfThisOffice);
    }

    /// <summary>What the office takes up without anybody's report.</summary>
    public Grievance OfItself(BeginOwnMotion form, Actor supervisor, DateTimeOffset now)
    {
        var grievance = maker.Make(form.AsGrievance(), Channel.Own, now, form.Token, ownSource: form.Source);
        grievance.BeginOwnMotionBy(supervisor, clocks.Of(Grievance.RightsPeriod, now), form.Affirms, form.Respondent.OfThisOffice, now);
        return grievance;
    }

    private Grievance Filed(Grievance grievance, Actor actor, DateTimeOffset now, bool aboutOffice)
    {
        grievance.FileBy(actor, clocks.For(Grievance.Prefix, grievance.ReceivedAt), now, aboutOffice);
        Confirm(grievance, now);
        return grievance;
    }

    /// <summary>Says by letter that it arrived, and by when it is answered; again when a tip has become a petition.</summary>
    public void Confirm(Grievance grievance, DateTimeOffset now) =>
        grievance.ConfirmBy(words.Letter(grievance, Guid.CreateVersion7(), letters.Receipt(grievance, now), MessagePurpose.Receipt, Actor.Portal, now));
}
