using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Testing.Hosting;

/// <summary>A case as a test found it, and the code that opens it.</summary>
public sealed record FiledCase(Guid Id, string Reference, ReceiptCode Code, Guid CodeId);

/// <summary>What a test begins with, brought about by the same desks and verbs as in earnest.</summary>
public sealed class Given(PortalHost host)
{
    private int _children;

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

    /// <summary>A case and the letter that says what arrived.</summary>
    public async Task<(FiledCase Filed, Guid Id)> ALetterAsync()
    {
        var filed = await AGrievanceAsync(CaseStatus.UnderReview);
        return (filed, await host.WithAsync(services => services.GetRequiredService<Core.Storage.PortalDb>().Messages
            .Where(m => m.CaseId == filed.Id && m.Purpose == MessagePurpose.Receipt).Select(m => m.Id).SingleAsync()));
    }

    /// <summary>A case whose account the caseworker has put into Korean, and the translation.</summary>
    public async Task<(FiledCase Filed, Guid Id)> ATranslationAsync()
    {
        var filed = await AGrievanceAsync(CaseStatus.UnderReview);
        var id = await host.WithAsync(async services =>
        {
            var (db, desk) = (services.GetRequiredService<Core.Storage.PortalDb>(), services.GetRequiredService<TranslationDesk>());
            var grievance = await db.Grievances.SingleAsync(g => g.Id == filed.Id);
            var original = await desk.OriginalAsync(grievance, TextKind.Account, grievance.Id, CancellationToken.None);
            var form = new AddTranslation { From = original!.Language, To = "ko", Kind = TranslationKind.Human, Words = "집주인이 외국인에게는 세를 놓지 않는다고 했습니다." };
            await desk.AddAsync(grievance, original, form, Colleagues.Caseworker.Actor, CancellationToken.None);
            return await db.Set<Translation>().Where(t => t.CaseId == filed.Id).Select(t => t.Id).SingleAsync();
        });
        return (filed, id);
    }

    /// <summary>A case that was sent on to another body, without a name, and the referral.</summary>
    public async Task<(FiledCase Filed, Guid Id)> AReferralAsync()
    {
        var filed = await AGrievanceAsync(CaseStatus.UnderReview);
        var id = await host.WithAsync(async services =>
        {
            var db = services.GetRequiredService<Core.Storage.PortalDb>();
            var grievance = await db.Grievances.SingleAsync(g => g.Id == filed.Id);
            var form = new ReferOn { Body = "national-commission", Words = "맡아 주십시오.", ConsentOn = Today, ConsentWay = ConsentWay.Phone };
            await services.GetRequiredService<ReferralDesk>().ReferAsync(grievance, form, "맡아 주십시오.", Colleagues.Caseworker.Actor, CancellationToken.None);
            return await db.Referrals.Where(r => r.CaseId == filed.Id).Select(r => r.Id).SingleAsync();
        });
        return (filed, id);
    }

    /// <summary>A case that may be of the same person as another, and the pair.</summary>
    public async Task<(FiledCase Filed, Guid Id)> APairAsync()
    {
        var (other, filed) = (await AGrievanceAsync(CaseStatus.UnderReview), await AGrievanceAsync(CaseStatus.UnderReview));
        var pair = Core.Grievances.Duplicates.CasePair.Of(other.Id, filed.Id, host.Clock.GetUtcNow());
        pair.Weigh(Core.Matching.MatchBand.Likely, [Core.Grievances.Duplicates.PairReason.SameName]);
        await using var db = host.Database.Open();
        if (!await db.Set<Core.Grievances.Duplicates.CasePair>().AnyAsync(p => p.LowerId == pair.LowerId && p.HigherId == pair.HigherId))
        {
            db.Add(pair);
            await db.SaveChangesAsync();
        }

        return (filed, pair.Id);
    }

    /// <summary>A case in which a colleague declared an interest, and the declaration.</summary>
    public async Task<(FiledCase Filed, Guid Id)> ADeclarationAsync()
    {
        var filed = await AGrievanceAsync(CaseStatus.UnderReview);
        var id = await host.WithAsync(async services =>
        {
            var db = services.GetRequiredService<Core.Storage.PortalDb>();
            var grievance = await db.Grievances.SingleAsync(g => g.Id == filed.Id);
            var form = new Core.Grievances.Fairness.DeclareInterest { Reason = "family", Words = "제 동생이 일하는 곳입니다." };
            await services.GetRequiredService<Core.Grievances.Fairness.FairnessDesk>().DeclareAsync(grievance, form, Colleagues.Caseworker2.Actor, CancellationToken.None);
            return await db.InterestDeclarations.Where(d => d.CaseId == filed.Id).Select(d => d.Id).SingleAsync();
        });
        return (filed, id);
    }

    /// <summary>A case in which the other side was asked something, and the question.</summary>
    public async Task<(FiledCase Filed, Guid Id)> AQuestionAsync()
    {
        var filed = await AGrievanceAsync(CaseStatus.Investigating);
        var id = await host.WithAsync(async services =>
        {
            var db = services.GetRequiredService<Core.Storage.PortalDb>();
            var grievance = await db.Grievances.SingleAsync(g => g.Id == filed.Id);
            await services.GetRequiredService<OtherSideDesk>().AskAsync(grievance, Record(Grievance.AskRespondent), null, Colleagues.Caseworker.Actor, CancellationToken.None);
            return await db.InquiryRecords.Where(r => r.CaseId == filed.Id && r.Deed == Grievance.AskRespondent.Code).Select(r => r.Id).SingleAsync();
        });
        return (filed, id);
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private DateOnly Today => Core.Calendar.Seoul.DateOf(host.Clock.GetUtcNow());

    // nothing is answered before competence was checked, and nothing recommended before the other side was heard
    private async Task LookIntoAsync(IServiceProvider services, Grievance grievance, CaseStatus status, string reason, Actor handler)
    {
        var inquiry = services.GetRequiredService<InquiryDesk>();
        var check = new CheckJurisdiction
        {
            RespondentKind = "landlord",
            RespondentSector = RespondentSector.Private,
            OtherRelief = OtherRelief.None,
            Finding = Competence.Ours,
            Words = "도내에서 일어난 일임.",
        };
        await inquiry.CheckJurisdictionAsync(grievance, check, handler, CancellationToken.None);
        var isRecommended = reason.StartsWith(Recommendation.Outcome, StringComparison.Ordinal);
        CaseAction[] deeds = status switch
        {
            CaseStatus.Investigating => [Grievance.OpenInvestigation],
            CaseStatus.SiteInvestigation => [Grievance.OpenInvestigation, Grievance.BeginSiteInvestigation],
            CaseStatus.Mediating => [Grievance.OpenMediation],
            _ when isRecommended => [Grievance.OpenInvestigation, Grievance.RecordStatement],
            _ => [],
        };
        foreach (var deed in deeds)
        {
            await inquiry.KeepAsync(grievance, Record(deed), handler, CancellationToken.None);
        }
    }

    private KeepRecord Record(CaseAction deed) => new()
    {
        Deed = deed.Code,
        On = Today,
        DueOn = Today.AddDays(14),
        Code = deed == Grievance.RecordStatement ? InquiryRecord.Respondent : null,
        People = "집주인",
        Words = "광고와 문자를 확인함.",
        Affirms = true,
    };

    /// <summary>A code that the person gave to somebody who helps them.</summary>
    public Task<Guid> AHelperAsync(FiledCase filed) => host.WithAsync(async services =>
    {
        var db = services.GetRequiredService<Core.Storage.PortalDb>();
        var grievance = await db.Grievances.SingleAsync(g => g.Id == filed.Id);
        await services.GetRequiredService<HelperDesk>().GiveAsync(grievance, Actor.Filer(filed.Id, filed.CodeId), CancellationToken.None);
        return await db.Codes.Where(c => c.CaseId == filed.Id && c.Holder == Role.Helper && c.EndedAt == null).Select(c => c.Id).FirstAsync();
    });

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
