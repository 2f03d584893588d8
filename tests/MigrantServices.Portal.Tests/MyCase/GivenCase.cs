using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Testing;

namespace MigrantServices.Portal.Tests.MyCase;

/// <summary>A case filed by a resident, and a caseworker to write to them.</summary>
internal sealed record GivenCase(PortalHost Portal, Guid Id, ReceiptCode Code)
{
    private static readonly CancellationToken Never = CancellationToken.None;

    public static async Task<GivenCase> FiledAsync(PortalHost portal, string? name = "Nguyễn Thị Hoa")
    {
        var form = new FileGrievance
        {
            Story = { Teller = Teller.Myself, Account = "사장이 월급을 주지 않았습니다." },
            WhenWhere = { Municipality = "41110" },
            Grounds = { Grounds = ["nationality"], Sectors = ["employment"] },
            Respondent = { Kind = "employer" },
            Contact = { WithName = name is not null, Name = name, Way = ContactWay.PortalOnly, Language = "vi" },
        };
        var key = await portal.AskAsync(s => s.GetRequiredService<DraftDesk>().BeginAsync(Grievance.Prefix, form, Never));
        var id = await portal.AskAsync(async s =>
        {
            var desk = s.GetRequiredService<FilingDesk>();
            return await desk.SendAsync((await desk.HoldAsync(key, Never))!, Never);
        });
        return new(portal, id, key.Code);
    }

    public async Task<GivenCase> AskedAsync(string question)
    {
        var kim = await HireAsync();
        await OfficeAsync((desk, grievance) => desk.TakeOnAsync(grievance, affirms: true, kim, Never));
        await Portal.AskAsync(async s =>
        {
            var grievance = await s.GetRequiredService<PortalDb>().Grievances.Include(g => g.Pauses).SingleAsync(g => g.Id == Id);
            var form = new AskForSupplement { Body = question, InTheirLanguage = question, Until = DateOnly.FromDateTime(Portal.Clock.GetUtcNow().AddDays(10).DateTime) };
            await s.GetRequiredService<SupplementDesk>().AskAsync(grievance, Guid.CreateVersion7(), form, kim, Never);
            return true;
        });
        return this;
    }

    public async Task<Visitor> ComeBackAsync(ReceiptCode? code = null)
    {
        var visitor = Portal.Browse();
        await visitor.OpenAsync("/en/my-case");
        await visitor.SubmitAsync("main form", ("Code", (code ?? Code).ToString()));
        return visitor;
    }

    public async Task<ReceiptCode> GiveHelperCodeAsync()
    {
        using var person = await ComeBackAsync();
        await person.OpenAsync("/en/my-case/helpers");
        await person.SubmitAsync("form[action*='Give']");
        return ReceiptCode.TryParse(person.Page.QuerySelector("#helper-code")!.TextContent, out var code) ? code : throw new InvalidOperationException("No code was shown.");
    }

    /// <summary>The case with its messages, without the receipt that each case has.</summary>
    public Task<Grievance> ReadAsync() => Portal.AskAsync(s => s.GetRequiredService<PortalDb>().Grievances
        .Include(g => g.People).Include(g => g.Pauses).Include(g => g.Messages.Where(m => m.Purpose != MessagePurpose.Receipt)).AsNoTracking().SingleAsync(g => g.Id == Id));

    private Task<bool> OfficeAsync(Func<GrievanceDesk, Grievance, Task> deed) => Portal.AskAsync(async s =>
    {
        var grievance = await s.GetRequiredService<PortalDb>().Grievances.Include(g => g.Pauses).SingleAsync(g => g.Id == Id);
        await deed(s.GetRequiredService<GrievanceDesk>(), grievance);
        return true;
    });

    private async Task<Actor> HireAsync()
    {
        var user = new PortalUser { Id = Guid.CreateVersion7(), UserName = "kim@office.invalid", DisplayName = "김담당", CreatedAt = Portal.Clock.GetUtcNow() };
        await using var db = Portal.Database.Open();
        db.Add(user);
        await db.SaveChangesAsync();
        return new(user.Id, user.DisplayName, [new(Role.Caseworker, null, null)]);
    }
}
