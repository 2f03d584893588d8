using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Web.Children;

/// <summary>What of a child's case a deed lets choose: who gets it, on which evidence and visit something rests, and which file shows it.</summary>
public sealed record DeedOffer
{
    /// <summary>Codes of the deed's list, as far as they hold for this case.</summary>
    public IReadOnlyList<Choice> Codes { get; init; } = [];

    public IReadOnlyList<Choice> Colleagues { get; init; } = [];

    /// <summary>Evidence of the case, on which a finding can rest.</summary>
    public IReadOnlyList<Choice> Proofs { get; init; } = [];

    public IReadOnlyList<Choice> Visits { get; init; } = [];

    /// <summary>Files of the case by which a piece of evidence can be shown.</summary>
    public IReadOnlyList<Choice> Files { get; init; } = [];
}

/// <summary>Reads what a deed lets choose, and only what it asks for.</summary>
public sealed class DeedOffers(PortalDb db, ChildDeeds deeds, TextCatalog texts, CodeChoices choices)
{
    public async Task<DeedOffer> OfAsync(ChildConfirmation one, ChildDeedShape shape, Actor actor, CancellationToken cancel) => new()
    {
        Codes = shape.List is { } list ? await CodesAsync(one, shape, list, actor, cancel) : [],
        Colleagues = shape.HasColleague ? await ColleaguesAsync(one, cancel) : [],
        Proofs = shape.HasProofs || shape.HasProof ? await ProofsAsync(one, cancel) : [],
        Visits = shape.HasProofs ? await VisitsAsync(one, cancel) : [],
        Files = shape.HasFile ? await FilesAsync(one, cancel) : [],
    };

    private async Task<IReadOnlyList<Choice>> CodesAsync(ChildConfirmation one, ChildDeedShape shape, string list, Actor actor, CancellationToken cancel) =>
        shape.Deed == ChildConfirmation.OfferTransfer ? [.. choices.Of(list).Select(city => deeds.Transfers.IssuesCards(city.Value) ? city : city with { Text = texts["children.transfer.no-cards", city.Text] })]
        : shape.Deed == ChildConfirmation.ProposeRefusal ? [.. (await deeds.Decisions.ReasonsToRefuseAsync(one, actor, cancel)).Select(code => new Choice(code, choices.Name(list, code)))]
        : choices.Of(list, one.ReceivedAt);

    private async Task<IReadOnlyList<Choice>> ColleaguesAsync(ChildConfirmation one, CancellationToken cancel) =>
        [.. (await deeds.Desk.HandlersFor(one).Where(u => u.Id != one.HandlerId).OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName }).ToListAsync(cancel))
            .Select(u => new Choice(u.Id.ToString(), u.DisplayName))];

    private async Task<IReadOnlyList<Choice>> ProofsAsync(ChildConfirmation one, CancellationToken cancel) =>
        [.. (await Proofs.Counting(db, one.Id).AsNoTracking().OrderBy(p => p.AddedAt).Select(p => new { p.Id, p.Kind, p.SeenOn }).ToListAsync(cancel))
            .Select(p => new Choice(p.Id.ToString(), $"{choices.Name(Lists.BirthEvidence, p.Kind)} · {p.SeenOn.ForPeople()}"))];

    private async Task<IReadOnlyList<Choice>> VisitsAsync(ChildConfirmation one, CancellationToken cancel) =>
        [.. (await db.Set<HomeVisit>().AsNoTracking().Where(v => v.CaseId == one.Id).OrderByDescending(v => v.VisitedOn).Select(v => new { v.Id, v.VisitedOn }).ToListAsync(cancel))
            .Select(v => new Choice(v.Id.ToString(), v.VisitedOn.ForPeople()))];

    private async Task<IReadOnlyList<Choice>> FilesAsync(ChildConfirmation one, CancellationToken cancel) =>
        [.. (await deeds.Facts.NumberedFilesAsync(one, cancel)).Select(f => new Choice(f.Id.ToString(), $"{texts["children.file", f.Number, f.Sort]} · {f.ReceivedAt.ForPeople()}"))];
}
