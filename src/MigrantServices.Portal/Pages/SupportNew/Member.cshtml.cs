using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.SupportNew;

/// <summary>One person of the household: the name, and beyond it only what the chosen programmes need. Somebody who is there already is not taken in twice.</summary>
public sealed class MemberModel(FilingForm<ApplyForSupport> form, IValidator<TellMember> rules, SupportDoor door, CodeChoices choices, TextCatalog texts) : PortalPage
{
    [BindProperty]
    public TellMember Form { get; set; } = new();

    /// <summary>The person's key; empty for somebody new.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Key { get; set; }

    public ReferenceItem? Ground => door.Ground;

    public SupportAsks Asks => door.Asks(form.Answers.Programmes.Chosen);

    public bool IsNew => !Members.Exists(member => member.Key == Key);

    public IReadOnlyList<Choice> Groups => choices.Of(Lists.SupportCategories);

    public IReadOnlyList<Choice> Circumstances => choices.Named(Lists.SupportCircumstances, Asks.Circumstances);

    private bool IsChosen => form.Answers.Programmes.Chosen.Count > 0;

    private List<TellMember> Members => form.Answers.Household.Members;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await form.OpenAsync(HttpContext.RequestAborted);
        if (Ground is null)
        {
            context.Result = RedirectToPage("Start");
            return;
        }

        await next();
    }

    /// <summary>Nobody is asked for before it is known what for.</summary>
    public IActionResult OnGet()
    {
        Form = Members.Find(member => member.Key == Key) ?? new() { IsApplicant = Members.Count == 0 };
        return IsChosen ? Page() : RedirectToPage("Programmes");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!IsChosen)
        {
            return RedirectToPage("Programmes");
        }

        (Form.Key, Form.AskedAbout) = (IsNew ? Guid.CreateVersion7() : Key, [.. Asks.Circumstances]);
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        if (form.Answers.Household.HasTwice(Form) || (IsNew && Members.Count >= TellHousehold.MostMembers))
        {
            ModelState.AddModelError("Form.Name", Members.Count >= TellHousehold.MostMembers ? texts["rule.household-too-large", TellHousehold.MostMembers] : texts["rule.member-twice"]);
            return Page();
        }

        Keep();
        await form.SaveAsync(cancel);
        return RedirectToPage("Household");
    }

    // one person applies for all
    private void Keep()
    {
        var at = Members.FindIndex(member => member.Key == Form.Key);
        Form.IsApplicant |= Members.Count == 0 || (at >= 0 && Members[at].IsApplicant);
        if (at >= 0)
        {
            Members[at] = Form;
        }
        else
        {
            Members.Add(Form);
        }

        foreach (var other in Members.Where(other => Form.IsApplicant && other.Key != Form.Key))
        {
            other.IsApplicant = false;
        }
    }
}
