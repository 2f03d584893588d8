using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>Cases that other cities offer because the family moved here, and what is left of those that moved away: the fact and the day.</summary>
public sealed class OffersModel(TransferDesk desk, CodeChoices choices, TimeProvider time) : PortalPage
{
    public IReadOnlyList<TransferOffer> Offers { get; private set; } = [];

    public IReadOnlyList<ChildMove> Left { get; private set; } = [];

    public CodeChoices Choices => choices;

    public DateOnly Today => Seoul.DateOf(time.GetUtcNow());

    public Task<IActionResult> OnPostAcceptAsync(string reference, int revision, CancellationToken cancel) => AnswerAsync(reference, revision, desk.AcceptAsync, cancel);

    public Task<IActionResult> OnPostDeclineAsync(string reference, int revision, CancellationToken cancel) => AnswerAsync(reference, revision, desk.DeclineAsync, cancel);

    public override async Task ShowAsync(CancellationToken cancel)
    {
        Offers = await desk.OffersAsync(Actor, cancel);
        Left = await desk.LeftAsync(Actor, cancel);
    }

    private async Task<IActionResult> AnswerAsync(string reference, int revision, Func<ChildConfirmation, Core.People.Actor, CancellationToken, Task> answer, CancellationToken cancel)
    {
        if (await desk.FindOfferAsync(reference, Actor, cancel) is not { } offered)
        {
            return NotFound();
        }

        if (offered.Revision != revision)
        {
            throw new Core.Cases.RefusedException(RefusalFilter.SomebodyWasFaster);
        }

        await answer(offered, Actor, cancel);
        return RedirectToPage();
    }
}
