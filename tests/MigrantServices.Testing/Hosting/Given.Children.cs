using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;

namespace MigrantServices.Testing.Hosting;

/// <content>Children as somebody has told of them.</content>
public sealed partial class Given
{
    private int _children;

    /// <summary>An application for a child that a parent has begun; each child of a test is born on a day of its own, so that none is taken for another.</summary>
    public Task<DraftKey> AChildDraftAsync(Action<ApplyForChild>? but = null) => host.WithAsync(services =>
    {
        var answers = ChildAnswers();
        if (Interlocked.Increment(ref _children) - 1 is > 0 and var number)
        {
            var born = new DateOnly(2014, 3, 5).AddDays(37 * (number % 98));
            (answers.About.Year, answers.About.Month, answers.About.Day) = (Text(born.Year), Text(born.Month), Text(born.Day));
        }

        but?.Invoke(answers);
        return services.GetRequiredService<DraftDesk>().BeginAsync(ChildConfirmation.Prefix, answers, CancellationToken.None);
    });

    /// <summary>An application for a child that a parent has sent.</summary>
    public async Task<FiledCase> AChildAsync(Action<ApplyForChild>? but = null)
    {
        var draft = await AChildDraftAsync(but);
        return await SentAsync<ApplyForChild>(draft, (desk, held) => desk.SendAsync(held, CancellationToken.None));
    }

    /// <summary>What somebody told of a child that is not theirs.</summary>
    public async Task<FiledCase> AToldChildAsync(Action<TellOfChild>? but = null)
    {
        var answers = new TellOfChild { Relation = "neighbour", City = Colleagues.Ansan, Known = "Ở tầng hai có một em bé." };
        but?.Invoke(answers);
        var draft = await host.WithAsync(services =>
            services.GetRequiredService<DraftDesk>().BeginAsync(ChildConfirmation.Prefix, answers, CancellationToken.None, Role.Requester));
        return await SentAsync<TellOfChild>(draft, (desk, held) => desk.SendAsync(held, CancellationToken.None));
    }

    /// <summary>A parent's whole application, filled in rightly; the names are found nowhere else.</summary>
    public static ApplyForChild ChildAnswers() => new()
    {
        Place = new() { City = Colleagues.Ansan },
        About = new() { OwnName = "سلمى المرجانة", LatinName = "Salma Almurjana", Year = "2020", Month = "3", Day = "5", Sex = "female", Address = "원곡로 17 옥탑", Consent = "with-form" },
        Parents = new() { Relation = Kinship.Mother, Name = "هدى المرجانة", Nationality = "اليمن" },
        Reach = new() { Way = ContactWay.PortalOnly, Language = "ar" },
    };

    private Task<FiledCase> SentAsync<T>(DraftKey draft, Func<ChildFilingDesk, HeldDraft<T>, Task> send)
        where T : class, new() => host.WithAsync(async services =>
    {
        var held = await services.GetRequiredService<DraftDesk>().HoldAsync<T>(draft, CancellationToken.None);
        await send(services.GetRequiredService<ChildFilingDesk>(), held!);
        var db = services.GetRequiredService<Core.Storage.PortalDb>();
        var code = await db.Codes.Where(c => c.DraftId == draft.Id).SingleAsync();
        var reference = await db.ChildConfirmations.Where(c => c.Id == code.CaseId).Select(c => c.Reference).SingleAsync();
        return new FiledCase(code.CaseId!.Value, reference, draft.Code, code.Id);
    });
}
