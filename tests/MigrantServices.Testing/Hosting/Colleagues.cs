using Microsoft.AspNetCore.Identity;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Testing.Hosting;

/// <summary>Somebody who works with the portal, with one right.</summary>
public sealed record Colleague(Guid Id, string Name, Role Role, string[]? Services = null, string[]? Municipalities = null, bool ForSetApart = false, string? Centre = null)
{
    public string Email { get; } = $"{Id:N}@test.invalid";

    public Actor Actor => new(Id, Name, [new Grant(Role, Services, Municipalities) { ForSetApart = ForSetApart, Centre = Centre }]);
}

/// <summary>One colleague for every role, and a second where the work needs two.</summary>
public static class Colleagues
{
    public const string Password = "a long password for tests";
    public const string Ansan = "41270";
    public const string Suwon = "41110";

    public static readonly Colleague Caseworker = Make("김하늘", Role.Caseworker);
    public static readonly Colleague Caseworker2 = Make("이서준", Role.Caseworker);
    public static readonly Colleague Supervisor = Make("박지우", Role.Supervisor);
    public static readonly Colleague Supervisor2 = Make("오세진", Role.Supervisor);
    public static readonly Colleague AnsanOfficer = Make("최안산", Role.MunicipalOfficer, Ansan);
    public static readonly Colleague SuwonOfficer = Make("한수원", Role.MunicipalOfficer, Suwon);
    public static readonly Colleague Member = Make("Amara Nwosu", Role.CommitteeMember);
    public static readonly Colleague Secretary = Make("정유진", Role.CommitteeSecretary);
    public static readonly Colleague Partner = Make("한마음 의원", Role.Partner);
    public static readonly Colleague Analyst = Make("윤도현", Role.PolicyAnalyst);
    public static readonly Colleague PrivacyOfficer = Make("강민서", Role.PrivacyOfficer);
    public static readonly Colleague Administrator = Make("조은별", Role.Administrator);
    public static readonly Colleague Administrator2 = Make("문가온", Role.Administrator);

    public static readonly Colleague BudgetOfficer = Make("남유리", Role.BudgetOfficer);
    public static readonly Colleague BudgetOfficer2 = Make("백이안", Role.BudgetOfficer);

    public static readonly IReadOnlyList<Colleague> All =
        [Caseworker, Caseworker2, Supervisor, Supervisor2, AnsanOfficer, SuwonOfficer, Member, Secretary, Partner, Analyst, PrivacyOfficer, Administrator, Administrator2, BudgetOfficer, BudgetOfficer2];

    // hashing is slow by design, so everybody shares one
    private static readonly Lazy<string> Hash = new(() => new PasswordHasher<PortalUser>().HashPassword(null!, Password));

    public static Task SowAsync(PortalDb db) => SowAsync(db, [.. All]);

    internal static async Task SowAsync(PortalDb db, params Colleague[] colleagues)
    {
        foreach (var colleague in colleagues)
        {
            var user = new PortalUser
            {
                Id = colleague.Id,
                UserName = colleague.Email,
                NormalizedUserName = EmailAddress.Normal(colleague.Email),
                Email = colleague.Email,
                NormalizedEmail = EmailAddress.Normal(colleague.Email),
                DisplayName = colleague.Name,
                Language = "en",
                CreatedAt = PortalHost.Start,
            };
            user.SetPassword(Hash.Value);
            db.Add(user);
            var grant = new RoleGrant
            {
                UserId = colleague.Id,
                Role = colleague.Role,
                Services = colleague.Services,
                Municipalities = colleague.Municipalities,
                ForSetApart = colleague.ForSetApart,
                Centre = colleague.Centre,
                GrantedAt = PortalHost.Start,
            };
            db.Add(grant);
            db.Add(RightConfirmation.ByCommand(grant, user));
        }

        await db.SaveChangesAsync();
    }

    private static Colleague Make(string name, Role role, params string[] municipalities) =>
        new(Guid.CreateVersion7(), name, role, null, municipalities.Length == 0 ? null : municipalities);
}
