using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances.Export;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Oversight;

/// <summary>The record of access as the privacy officer reads it: who looked at whose case, when, from where.</summary>
public sealed class AccessRecordsModel(AccessRegister register, PeopleRegister people) : PortalPage
{
    private static readonly string[] Families = ["action.", "worklist.tab.", "oversight.detail."];

    [BindProperty(SupportsGet = true)]
    public string? Reference { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Colleague { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public AccessPage Record { get; private set; } = new([], null);

    public IEnumerable<Choice> Colleagues { get; private set; } = [];

    public void OnGet()
    {
    }

    /// <summary>What a line's code means: a deed, a list, a way of searching, a file, a reason. A code that nothing is known of stands as it is.</summary>
    public string? Words(string? detail, TextCatalog texts) => detail?.Split(':') switch
    {
        null => null,
        ["identity", var reason] => texts["oversight.detail.identity", texts[(texts.Has("identity-reason." + reason) ? "identity-reason." : Lists.IdentityPurposes + ".") + reason]],
        ["contact", var purpose] => texts["oversight.detail.contact", texts[$"{Lists.IdentityPurposes}.{purpose}"]],
        ["export", var purpose] => texts["export.purpose." + purpose],
        ["export", var purpose, var parts] => $"{texts["export.purpose." + purpose]}: {string.Join(", ", parts.Split(ExportDesk.PartMark).Select(part => texts["export.part." + part]))}",
        ["pattern", var number] => texts["oversight.detail.pattern", number],
        ["pattern-open", var number] => texts["oversight.detail.pattern-open", number],
        [("elsewhere-sealed" or "elsewhere-opened" or "elsewhere-named") and var deed, var ground] => texts["oversight.detail." + deed, texts[$"{Lists.PointerGrounds}.{ground}"]],
        ["file", _] => texts["oversight.detail.file"],
        _ => Families.Select(family => family + detail).Where(texts.Has).Select(key => texts[key]).FirstOrDefault() ?? detail,
    };

    public override async Task ShowAsync(CancellationToken cancel)
    {
        Colleagues = (await people.AllAsync(cancel)).Select(person => new Choice(person.Id.ToString(), person.Name));
        if (ModelState.IsValid)
        {
            var question = new AccessQuestion { Reference = Reference, UserId = Colleague, From = From, To = To, Before = Before };
            Record = await register.ReadAsync(Actor, question, cancel);
        }
    }
}
