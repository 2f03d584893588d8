using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Forms;
using MigrantServices.Portal.Web.TagHelpers;

namespace MigrantServices.Portal.Pages.SupportCounter;

/// <summary>Takes down an application that somebody brings to the counter, tells by telephone or writes: all on one page, papers last.</summary>
[ReadsOwnBody]
[RequestSizeLimit(UploadReader.MaxLength)]
public sealed class NewModel(SupportCounterDesk desk, SupportDoor door, CodeHasher hasher, IValidator<TakeDownSupport> rules, CodeChoices choices) : PortalPage
{
    public TakeDownSupport Form { get; private set; } = new();

    /// <summary>The words come back to be put right; a browser does not send the same files again by itself.</summary>
    public bool FilesLost { get; private set; }

    public CodeChoices Choices => choices;

    public bool HasGround => door.Ground is not null;

    public string GroundText => Service<TextCatalog>()[door.Ground?.TextKey ?? "apply.no-ground"];

    public IReadOnlyList<Choice> Programmes => [.. door.Open.Select(terms => new Choice(terms.ProgrammeCode, Service<SupportWords>().Name(terms.ProgrammeCode)))];

    public IReadOnlyList<Choice> Groups => choices.Of(Lists.SupportCategories);

    public IReadOnlyList<Choice> Circumstances => choices.Of(Lists.SupportCircumstances);

    /// <summary>The municipalities whose cases this colleague may see afterwards.</summary>
    public IReadOnlyList<Choice> Municipalities => Actor.MunicipalitiesSeen(SupportApplication.Prefix) is { } seen
        ? [.. choices.Of(Lists.Municipalities).Where(m => seen.Contains(m.Value, StringComparer.Ordinal))]
        : choices.Of(Lists.Municipalities);

    public void OnGet() => Form = new()
    {
        Token = Guid.CreateVersion7(),
        ReceivedAt = Seoul.WallClock(Service<TimeProvider>().GetUtcNow()).DateTime,
        Application = { Reach = { Language = "ko" }, Household = { Members = Rooms() } },
    };

    /// <summary>Rooms for those who were told and for as many more as fit.</summary>
    public override Task ShowAsync(CancellationToken cancel)
    {
        var members = Form.Application.Household.Members;
        members.AddRange(Rooms().Skip(members.Count));
        return Task.CompletedTask;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var typed = new TypedFields();
        await using var filing = desk.Begin(Actor);
        bool? isRight = null;
        var isOurs = await Service<UploadReader>().ReadAsync(HttpContext, typed, async (name, content) =>
        {
            FilesLost = true;
            isRight ??= await IsRightAsync(typed);
            if (isRight == true)
            {
                await filing.TakeFileAsync(Form, name, content, cancel);
            }
        }, cancel);
        isRight ??= await IsRightAsync(typed);
        if (!isOurs)
        {
            ModelState.AddModelError("", Service<TextCatalog>()["form.expired"]);
            var again = Page();
            again.StatusCode = StatusCodes.Status400BadRequest;
            return again;
        }

        foreach (var file in filing.NotTaken)
        {
            ModelState.AddModelError(FilesTagHelper.Name, FilesTagHelper.NotTaken(file.Name, Service<TextCatalog>()[file.Code]));
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var code = ReceiptCode.New();
        var filed = await filing.FileAsync(Form, await hasher.HashAsync(code, cancel), cancel);
        if (filed.IsNew)
        {
            // travels once in a sealed cookie, so that it stands in no address and in no history
            TempData[ReceiptModel.CodeKey] = code.Digits;
        }

        TempData[ReceiptModel.FiledKey] = filed.Reference;
        return RedirectToPage("Receipt", new { filed.Reference });
    }

    private async Task<bool> IsRightAsync(TypedFields typed)
    {
        await TryUpdateModelAsync(Form, nameof(Form), typed.ForBinding());
        var household = Form.Application.Household;
        Form.Application.Earlier = null;
        household.Members = [.. household.Members.Where(member => !string.IsNullOrWhiteSpace(member.Name))];
        for (var at = 0; at < household.Members.Count; at++)
        {
            var member = household.Members[at];
            (member.Key, member.IsApplicant) = (Guid.CreateVersion7(), at == 0);
            // ticked for one means asked about all; who was not asked has not said no
            member.AskedAbout = member.AskedAbout is { Count: > 0 } || member.Circumstances.Count > 0 ? [.. Circumstances.Select(choice => choice.Value)] : [];
        }

        return await PassesAsync(rules, Form, nameof(Form));
    }

    // rooms that stay empty are nobody
    private static List<TellMember> Rooms() => [.. Enumerable.Range(0, TakeDownSupport.Rooms).Select(_ => new TellMember())];

    private T Service<T>()
        where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();
}
