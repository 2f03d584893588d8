using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>Lets the case of a child begin: made from its form, filed, and for a parent with the letter that says that it arrived.</summary>
public sealed class ChildBeginnings(ChildMaker maker, CaseWords words, ChildLetters letters, Clocks clocks, TimeProvider time)
{
    private const string WithForm = "with-form";

    /// <summary>A parent's application, and the parent as the holder of its code.</summary>
    public (ChildConfirmation Child, Actor Parent) Online(ApplyForChild form, Guid childId, ReferenceItem ground, Guid sentFrom, Guid codeId, bool takesPart)
    {
        var now = time.GetUtcNow();
        var child = maker.Make(form, childId, ground, sentFrom, now);
        var parent = Actor.Filer(child.Id, codeId);
        File(child, form, parent, takesPart, now);
        if (form.About.Consent == WithForm)
        {
            child.AgreedWithForm(WithForm, now);
        }

        Receive(child, now);
        return (child, parent);
    }

    /// <summary>A request, and whoever made it as the holder of a code that opens a receipt and nothing else. No letter is written: there is nobody who may read it.</summary>
    public (ChildConfirmation Child, Actor Requester) Online(TellOfChild form, Guid childId, ReferenceItem ground, Guid sentFrom, Guid codeId, bool takesPart)
    {
        var now = time.GetUtcNow();
        var child = maker.Make(form, childId, ground, sentFrom, now);
        var requester = Actor.Requester(child.Id, codeId);
        File(child, form, requester, takesPart, now);
        return (child, requester);
    }

    /// <summary>A child whom a colleague took down.</summary>
    public ChildConfirmation TakenDown(TakeDownChild form, Guid childId, ReferenceItem ground, Actor colleague, bool takesPart)
    {
        var now = time.GetUtcNow();
        var receivedAt = Seoul.At(DateOnly.FromDateTime(form.ReceivedAt!.Value), TimeOnly.FromDateTime(form.ReceivedAt.Value)).ToUniversalTime();
        var child = maker.Make(form, childId, ground, receivedAt, now);
        child.BelongTo(colleague.CentreIn(ChildConfirmation.Prefix, child.Municipality));
        File(child, form, colleague, takesPart, now);
        if (form is { ConsentOn: { } on, About.Consent: { Length: > 0 } way })
        {
            child.AgreedBefore(colleague, way, on, now);
        }

        if (form.IsParents)
        {
            Receive(child, now);
        }

        return child;
    }

    /// <summary>What the colleague wrote of how the legal representative agreed; null when they wrote nothing.</summary>
    public CaseNote? ConsentNote(ChildConfirmation child, TakeDownChild form, Actor colleague) =>
        child.ConsentOn is null || string.IsNullOrWhiteSpace(form.ConsentNote) ? null : words.Note(child.Id, form.ConsentNote, colleague, time.GetUtcNow());

    private void File(ChildConfirmation child, IChildForm form, Actor actor, bool takesPart, DateTimeOffset now)
    {
        var needsConsent = form.Child().NeedsConsentOn(Seoul.DateOf(child.ReceivedAt));
        child.FileBy(actor, takesPart, needsConsent, clocks.For(ChildConfirmation.Prefix, child.ReceivedAt), now, ChildDoor.WaitsForNothing(form));
        if (form.InDanger)
        {
            child.ToldOfDanger(now);
        }
    }

    private void Receive(ChildConfirmation child, DateTimeOffset now) =>
        child.ConfirmReceiptBy(words.Letter(child, Guid.CreateVersion7(), letters.Receipt(child, now), MessagePurpose.Receipt, Actor.Portal, now));
}
