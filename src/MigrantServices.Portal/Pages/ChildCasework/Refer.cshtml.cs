using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>Prepares a referral: a receiver to whom the family agreed, one of its services, and of what that service may be told each item ticked by hand.</summary>
public sealed class ReferModel(PortalDb db, ChildReferralDesk desk, ReferenceBook book, CodeChoices choices, IValidator<MakeReferral> rules)
    : CasePage<ChildConfirmation>(db, ChildConfirmation.Service, ChildConfirmation.PrepareReferral)
{
    [BindProperty]
    public MakeReferral Form { get; set; } = new();

    /// <summary>Which service of which receiver; chosen first, because the items follow from it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public string? Receiver => To?.Split(' ') is [var receiver, _] ? receiver : null;

    public string? Service => To?.Split(' ') is [_, var service] && book.Serves(Receiver, service, Today) ? service : null;

    public IReadOnlyList<Choice> Targets { get; private set; } = [];

    public IReadOnlyList<Choice> Items => choices.Named("child-item", book.ItemsOf(Service, Today));

    public string Target => $"{choices.Name(Lists.ServiceReceivers, Receiver!)} · {choices.Name(Lists.ChildServices, Service!)}";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        (Form.Receiver, Form.Service) = (Receiver, Service);
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        return RedirectToPage("Referral", new { Reference, id = await desk.PrepareAsync(Case, Form, Actor, cancel) });
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        var receivers = (await HttpContext.RequestServices.GetRequiredService<ServiceReader>().ConsentsAsync(Case.Id, cancel)).Where(c => c.WithdrawnAt is null).Select(c => c.Receiver);
        Targets = [.. receivers.SelectMany(receiver => book.ServicesOf(receiver, Today).Where(service => book.Has(Lists.ChildServices, service, Today))
            .Select(service => new Choice($"{receiver} {service}", $"{choices.Name(Lists.ServiceReceivers, receiver)} · {choices.Name(Lists.ChildServices, service)}")))];
    }

    private DateOnly Today => Seoul.DateOf(HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
}
