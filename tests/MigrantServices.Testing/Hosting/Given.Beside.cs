using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.People;

namespace MigrantServices.Testing.Hosting;

/// <content>What stands beside a grievance: letters, translations, referrals, likely pairs, declarations, questions to the other side, helpers.</content>
public sealed partial class Given
{
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
        // the worker may find them alike itself, before this or at the same moment
        db.Add(pair);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException twice) when (twice.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
        }

        return (filed, await db.Set<Core.Grievances.Duplicates.CasePair>().Where(p => p.LowerId == pair.LowerId && p.HigherId == pair.HigherId).Select(p => p.Id).SingleAsync());
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
}
