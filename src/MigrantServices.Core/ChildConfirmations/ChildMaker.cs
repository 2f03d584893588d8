using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>Turns a form into a case that knows its child by a random number only; who the child is went into the vault before.</summary>
public sealed class ChildMaker(Vault vault)
{
    /// <summary>What a requester's case is written in: nobody but colleagues reads of it.</summary>
    private const string Korean = "ko";

    public ChildConfirmation Make(ApplyForChild form, Guid childId, ReferenceItem ground, Guid sentFrom, DateTimeOffset now) =>
        Make(form, WayIn.Parent, childId, ground, Channel.Web, now, sentFrom, form.Papers.Note, form.Reach, null, null);

    public ChildConfirmation Make(TellOfChild form, Guid childId, ReferenceItem ground, Guid sentFrom, DateTimeOffset now)
    {
        var child = Make(form, WayIn.Request, childId, ground, Channel.Web, now, sentFrom, form.Known, null, form.Relation, null);
        AddRequester(child, form.Name, form.Contact);
        return child;
    }

    public ChildConfirmation Make(TakeDownChild form, Guid childId, ReferenceItem ground, DateTimeOffset receivedAt, DateTimeOffset now)
    {
        var child = Make(
            form, form.Way!.Value, childId, ground, form.Channel!.Value, receivedAt, form.Token, form.Known, form.IsParents ? form.Reach : null,
            form.Way == WayIn.Request ? form.Relation : null, form.ReadBack ? now : null);
        if (form.Way == WayIn.Request)
        {
            AddRequester(child, form.RequesterName, form.RequesterContact);
        }

        if (!string.IsNullOrWhiteSpace(form.Interpreter))
        {
            child.People.Add(vault.Person(child.Id, PersonPart.Interpreter, form.Interpreter, null));
        }

        return child;
    }

    private ChildConfirmation Make(
        IChildForm form, WayIn way, Guid childId, ReferenceItem ground, Channel channel, DateTimeOffset receivedAt, Guid sentFrom, string? account, TellReach? reach, string? relation, DateTimeOffset? readBackAt)
    {
        var (id, child) = (Guid.CreateVersion7(), form.Child());
        return new()
        {
            Id = id,
            Reference = References.New(ChildConfirmation.Prefix, Seoul.DateOf(receivedAt)),
            Channel = channel,
            ReceivedAt = receivedAt,
            SentFrom = sentFrom,
            ReadBackAt = readBackAt,
            Language = reach?.Language ?? Korean,
            Municipality = form.City,
            Way = way,
            ChildId = childId,
            Ground = ground.Code,
            GroundSince = ground.ValidFrom,
            Initials = Initials.Of(child.Name),
            BornYear = child.Born?.Date.Year,
            RequesterIs = relation,
            Account = vault.SealIfAny(account, id, SealedField.Account),
            ContactWay = reach?.Way,
            ContactNote = vault.SealIfAny(reach?.ContactNote, id, SealedField.ContactNote),
            WantsInterpreter = reach?.WantsInterpreter,
            InterpreterNote = vault.SealIfAny(reach?.InterpreterNote, id, SealedField.InterpreterNote),
            NoticeWish = reach is null ? null : vault.Wish(id, reach),
        };
    }

    private void AddRequester(ChildConfirmation child, string? name, string? contact)
    {
        if (!string.IsNullOrWhiteSpace(name) || !string.IsNullOrWhiteSpace(contact))
        {
            child.People.Add(vault.Person(child.Id, PersonPart.Requester, name ?? "", contact));
        }
    }
}
