using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.People;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Access;
using MigrantServices.Portal.Web.Letters;

namespace MigrantServices.Portal.Pages.Receivers;

/// <summary>What was sent to a receiver, who has no account: a door first, then the words for one of a few readings, and one answer.</summary>
public sealed class ReferralModel(ReceiverDesk desk, CodeChoices choices, IValidator<AnswerAsReceiver> rules, GuessLimiter guesses) : GuessedPage(guesses)
{
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    [BindProperty]
    public AnswerAsReceiver Form { get; set; } = new();

    /// <summary>Null until it is opened.</summary>
    public OpenedReferral? Opened { get; private set; }

    public bool IsAnswered { get; private set; }

    /// <summary>The answer that was typed has a mistake; the words are not opened again for it.</summary>
    public bool AsksAgain { get; private set; }

    public IReadOnlyList<Choice> Answers => choices.Of<ReceiverAnswer>("receiver-answer");

    // looking at the door takes no reading: a mail server that follows links uses nothing up
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await TryAsync(RandomKey.LooksRight(Key), () => desk.OpensAsync(Key, cancel)) ?? Page();

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancel) =>
        await TryAsync(RandomKey.LooksRight(Key), async () => (Opened = await desk.OpenAsync(Key, cancel)) is not null) ?? Page();

    /// <summary>The same words as a paper to be kept.</summary>
    public async Task<IActionResult> OnPostPaperAsync(CancellationToken cancel) =>
        await TryAsync(RandomKey.LooksRight(Key), async () => (Opened = await desk.OpenAsync(Key, cancel)) is not null)
        ?? LetterPaper.Of(Opened!.PreparedAt, new LetterSides(Opened.Text, null, "ko"), Response);

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            AsksAgain = true;
            return await TryAsync(RandomKey.LooksRight(Key), () => desk.OpensAsync(Key, cancel)) ?? Page();
        }

        IsAnswered = true;
        return await TryAsync(RandomKey.LooksRight(Key), () => desk.AnswerAsync(Key, Form, cancel)) ?? Page();
    }
}
