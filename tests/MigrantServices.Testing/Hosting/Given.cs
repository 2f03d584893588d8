using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Testing.Hosting;

/// <summary>A case as a test found it, and the code that opens it.</summary>
public sealed record FiledCase(Guid Id, string Reference, ReceiptCode Code, Guid CodeId);

/// <summary>What a test begins with, brought about by the same desks and verbs as in earnest.</summary>
public sealed partial class Given(PortalHost host)
{
    /// <summary>A grievance that has come as far as this status, with Caseworker as its handler and Supervisor as second person.</summary>
    public async Task<FiledCase> AGrievanceAsync(CaseStatus status = CaseStatus.Submitted, Action<FileGrievance>? but = null, string reason = "resolved.remedied")
    {
        var answers = Answers();
        answers.Contact.WithName = status != CaseStatus.Tip;
        but?.Invoke(answers);
        var filed = await FileAsync(answers);
        await host.WithAsync(async services =>
        {
            var (desk, filer) = (services.GetRequiredService<GrievanceDesk>(), services.GetRequiredService<FilerDesk>());
            var (decisions, objections) = (services.GetRequiredService<DecisionDesk>(), services.GetRequiredService<ObjectionDesk>());
            var (handler, supervisor) = (Colleagues.Caseworker.Actor, Colleagues.Supervisor.Actor);
            if (status is CaseStatus.Submitted or CaseStatus.Tip)
            {
                return;
            }

            if (status == CaseStatus.Withdrawn)
            {
                await filer.WithdrawAsync(await OneAsync(), null, Actor.Filer(filed.Id, filed.CodeId), CancellationToken.None);
                return;
            }

            var grievance = await OneAsync();
            await desk.TakeOnAsync(grievance, affirms: true, handler, CancellationToken.None);
            await LookIntoAsync(services, grievance, status, reason, handler);
            if (status == CaseStatus.AwaitingSupplement)
            {
                var until = Core.Calendar.Seoul.DateOf(host.Clock.GetUtcNow()).AddDays(10);
                var form = new AskForSupplement { Body = "계약은 언제 시작되었나요?", InTheirLanguage = "When did the lease begin?", Until = until };
                await services.GetRequiredService<SupplementDesk>().AskAsync(grievance, Guid.CreateVersion7(), form, handler, CancellationToken.None);
            }

            if (status >= CaseStatus.Proposed)
            {
                await decisions.ProposeAsync(grievance, new() { Reason = reason, Answer = "The house was asked to mend it.", Sources = await OriginalsAsync(grievance, handler) }, handler, CancellationToken.None);
            }

            if (status > CaseStatus.Proposed)
            {
                await ApproveAsync(grievance, supervisor);
            }

            if (status is CaseStatus.Objected or CaseStatus.ObjectionReview or CaseStatus.ObjectionProposed or CaseStatus.ObjectionAnswered)
            {
                var person = Actor.Filer(filed.Id, filed.CodeId);
                await objections.ObjectAsync(grievance, new() { Body = "Nothing was mended." }, "en", person, CancellationToken.None);
            }

            if (status is CaseStatus.ObjectionReview or CaseStatus.ObjectionProposed or CaseStatus.ObjectionAnswered)
            {
                await decisions.TakeOnObjectionAsync(grievance, affirms: true, Colleagues.Caseworker2.Actor, CancellationToken.None);
            }

            if (status is CaseStatus.ObjectionProposed or CaseStatus.ObjectionAnswered)
            {
                var decision = new AnswerObjection { Stands = false, Reason = "resolved.explained", Answer = "The house was asked again.", Sources = await OriginalsAsync(grievance, Colleagues.Caseworker2.Actor) };
                await decisions.ProposeObjectionAsync(grievance, decision, Colleagues.Caseworker2.Actor, CancellationToken.None);
            }

            if (status == CaseStatus.ObjectionAnswered)
            {
                await ApproveAsync(grievance, Colleagues.Supervisor2.Actor);
            }

            if (status == CaseStatus.Closed)
            {
                await decisions.CloseAsync(grievance, handler, CancellationToken.None);
            }

            // whoever proposes says that they read what the person wrote themselves
            async Task<List<string?>> OriginalsAsync(Grievance one, Actor proposer) =>
                [.. (await decisions.SourcesAsync(one, proposer, CancellationToken.None)).Select(choice => choice.Text.NamedAs(null))];

            async Task ApproveAsync(Grievance one, Actor second)
            {
                var approvals = services.GetRequiredService<ApprovalDesk>();
                await approvals.ApproveAsync(one, (await approvals.LetterAsync(one, CancellationToken.None))!.Fingerprint, second, CancellationToken.None);
            }

            Task<Grievance> OneAsync() => services.GetRequiredService<Core.Storage.PortalDb>().Grievances
                .Include(g => g.People).Include(g => g.Pauses).SingleAsync(g => g.Id == filed.Id);
        });
        return filed;
    }

    /// <summary>Caseworker proposes an answer, as after one that was sent back.</summary>
    public Task ProposeAsync(FiledCase filed) => host.WithAsync(async services =>
    {
        var grievance = await services.GetRequiredService<Core.Storage.PortalDb>().Grievances.Include(g => g.Pauses).SingleAsync(g => g.Id == filed.Id);
        var (decisions, handler) = (services.GetRequiredService<DecisionDesk>(), Colleagues.Caseworker.Actor);
        List<string?> read = [.. (await decisions.SourcesAsync(grievance, handler, CancellationToken.None)).Select(choice => choice.Text.NamedAs(null))];
        await decisions.ProposeAsync(grievance, new() { Reason = "resolved.remedied", Answer = "The house was asked to mend it.", Sources = read }, handler, CancellationToken.None);
    });

    /// <summary>An answered grievance with a recommendation that was sent today.</summary>
    public async Task<(FiledCase Filed, Guid Id)> ARecommendationAsync(CaseStatus status = CaseStatus.Answered)
    {
        var filed = await AGrievanceAsync(status, reason: "recommendation.practice");
        return (filed, await ARecommendationAsync(filed));
    }

    public Task<Guid> ARecommendationAsync(FiledCase filed) => host.WithAsync(async services =>
    {
        var grievance = await services.GetRequiredService<Core.Storage.PortalDb>().Grievances.SingleAsync(g => g.Id == filed.Id);
        var form = new MakeRecommendation
        {
            Addressee = "원곡부동산",
            AddresseeKind = "landlord",
            AddresseeSector = RespondentSector.Private,
            Text = "국적을 이유로 거절하지 마십시오.",
        };
        var desk = services.GetRequiredService<RecommendingDesk>();
        var id = await desk.WriteAsync(grievance, form, Colleagues.Caseworker.Actor, CancellationToken.None);
        await desk.SendAsync(grievance, (await desk.WaitingAsync(grievance, CancellationToken.None))!.Letter.Fingerprint, null, Colleagues.Supervisor.Actor, CancellationToken.None);
        return id;
    });

    /// <summary>A form that somebody has begun.</summary>
    public Task<DraftKey> ADraftAsync(FileGrievance? answers = null) => host.WithAsync(services =>
        services.GetRequiredService<DraftDesk>().BeginAsync(Grievance.Prefix, answers ?? Answers(), CancellationToken.None));

    /// <summary>The browser in which a form was begun.</summary>
    public Browserless ABrowserHolding(DraftKey draft, FormKind? form = null)
    {
        var response = new DefaultHttpContext().Response;
        host.Services.GetRequiredService<DraftCookie>().Write(response, form ?? FormKind.Grievance, draft);
        var cookie = Microsoft.Net.Http.Headers.SetCookieHeaderValue.Parse(response.Headers.SetCookie.ToString());
        var browser = host.Browser();
        browser.Cookies[cookie.Name.Value!] = cookie.Value.Value!;
        return browser;
    }

    public async Task<Colleague> AColleagueAsync(Role role, string[]? services = null, string[]? municipalities = null, bool forSetApart = false)
    {
        var colleague = new Colleague(Guid.CreateVersion7(), "서지안", role, services, municipalities, forSetApart);
        await using var db = host.Database.Open();
        await Colleagues.SowAsync(db, colleague);
        return colleague;
    }

    /// <summary>Somebody who works at an entrusted centre in Ansan.</summary>
    public async Task<Colleague> ACentreWorkerAsync(string centre = "example-ansan-1")
    {
        var colleague = new Colleague(Guid.CreateVersion7(), "노은채", Role.CentreWorker, [ChildConfirmation.Prefix], [Colleagues.Ansan], Centre: centre);
        await using var db = host.Database.Open();
        await Colleagues.SowAsync(db, colleague);
        return colleague;
    }

    /// <summary>The whole form, filled in rightly.</summary>
    public static FileGrievance Answers() => new()
    {
        Story = new() { Teller = Teller.Myself, Account = "Chủ nhà nói không cho người nước ngoài thuê." },
        WhenWhere = new() { Year = "2026", Month = "10", Day = "5", Municipality = Colleagues.Ansan, PlaceKind = "home", Place = "원곡동" },
        Grounds = new() { Grounds = ["race"], Sectors = ["housing"] },
        Respondent = new() { Kind = "landlord", Sector = RespondentSector.Private, Name = "원곡부동산" },
        Hope = new() { Hope = "Tôi muốn được thuê nhà." },
        Contact = new() { WithName = true, Name = "Nguyễn Thị Hoa", Way = ContactWay.PortalOnly, Language = "vi" },
    };

    private async Task<FiledCase> FileAsync(FileGrievance answers)
    {
        var draft = await ADraftAsync(answers);
        return await host.WithAsync(async services =>
        {
            var desk = services.GetRequiredService<FilingDesk>();
            var id = await desk.SendAsync((await desk.HoldAsync(draft, CancellationToken.None))!, CancellationToken.None);
            var db = services.GetRequiredService<Core.Storage.PortalDb>();
            var reference = await db.Grievances.Where(g => g.Id == id).Select(g => g.Reference).SingleAsync();
            var code = await db.Codes.Where(c => c.CaseId == id && c.Holder == Role.Filer).Select(c => c.Id).SingleAsync();
            return new FiledCase(id, reference, draft.Code, code);
        });
    }
}
