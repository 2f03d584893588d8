using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.RefugeeSupport.Applications.Casework;

/// <summary>Leads each deed on an application to the desk that does it.</summary>
public sealed class SupportDeeds(SupportDesk desk, SupportDecisionDesk decisions)
{
    public SupportDesk Desk => desk;

    public SupportDecisionDesk Decisions => decisions;

    /// <summary>A deed with its form.</summary>
    public Task DoAsync(SupportApplication one, DoSupportDeed form, Actor actor, CancellationToken cancel) => form.Shape!.Deed switch
    {
        var deed when deed == SupportApplication.HandOver => desk.HandOverAsync(one, form, actor, cancel),
        var deed when deed == SupportApplication.OpenFileTo => desk.OpenFileToAsync(one, form, actor, cancel),
        var deed when deed == SupportApplication.CloseFileTo => desk.CloseFileToAsync(one, form, actor, cancel),
        var deed when deed == SupportApplication.Propose || deed == SupportApplication.ProposeObjection => decisions.ProposeAsync(one, form.ColleagueId, actor, cancel),
        var deed when deed == SupportApplication.Note => desk.NoteAsync(one, form, actor, cancel),
        var deed when deed == SupportApplication.Write => desk.WriteAsync(one, form, actor, cancel),
        var deed when deed == SupportApplication.AskSupplement => desk.AskSupplementAsync(one, form, actor, cancel),
        var deed when deed == SupportApplication.SeePapers => desk.SeePapersAsync(one, form, actor, cancel),
        var deed when deed == SupportApplication.RecordReadBack => desk.RecordReadBackAsync(one, form, actor, cancel),
        var deed => throw new InvalidOperationException($"No desk does {deed}."),
    };

    /// <summary>A deed that asks for nothing; null for one that is not done by a button.</summary>
    public Func<SupportApplication, Actor, CancellationToken, Task>? Button(string code) => code switch
    {
        _ when code == SupportApplication.TakeOn.Code || code == SupportApplication.TakeOnObjection.Code => desk.TakeOnAsync,
        _ when code == SupportApplication.GoOnWithout.Code => desk.GoOnWithoutAsync,
        _ when code == SupportApplication.SendBack.Code || code == SupportApplication.SendBackObjection.Code => decisions.SendBackAsync,
        _ => null,
    };
}
