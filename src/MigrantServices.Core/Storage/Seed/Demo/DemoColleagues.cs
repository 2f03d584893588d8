using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications;

namespace MigrantServices.Core.Storage.Seed.Demo;

/// <summary>A fictional colleague for trying the portal out.</summary>
/// <param name="What">Said beside the sign-in when the portal starts.</param>
public sealed record DemoColleague(string Email, string Name, Role Role, string What, string[]? Municipalities = null, bool ForSetApart = false, string? Centre = null);

/// <summary>One fictional colleague for every role, and a second of those whose work needs two people.</summary>
public static class DemoColleagues
{
    public const string Password = "Demo-2026-Gyeonggi";

    public static readonly IReadOnlyList<DemoColleague> All =
    [
        new("caseworker@demo.invalid", "김하늘", Role.Caseworker, "caseworker, whole province"),
        new("caseworker2@demo.invalid", "이서준", Role.Caseworker, "a second caseworker"),
        new("supervisor@demo.invalid", "박지우", Role.Supervisor, "supervisor: approves what caseworkers propose"),
        new("supervisor2@demo.invalid", "오세진", Role.Supervisor, "a second supervisor: approves what is said to an objection"),
        new("ansan@demo.invalid", "최안산", Role.MunicipalOfficer, "municipal officer of Ansan-si", ["41270"]),
        new("centre@demo.invalid", "노은채", Role.CentreWorker, "entrusted centre in Ansan-si (example): files at its counter and sees its own cases only", ["41270"], Centre: "example-ansan-1"),
        new("inspector@demo.invalid", "송다온", Role.Caseworker, "handles complaints about the office itself, and no others", ForSetApart: true),
        new("inspector2@demo.invalid", "류하준", Role.Supervisor, "supervisor of complaints about the office itself", ForSetApart: true),
        new("member@demo.invalid", "Amara Nwosu", Role.CommitteeMember, "committee member"),
        new("secretary@demo.invalid", "정유진", Role.CommitteeSecretary, "committee secretary"),
        new("partner@demo.invalid", "한마음 의원", Role.Partner, "partner: a clinic"),
        new("analyst@demo.invalid", "윤도현", Role.PolicyAnalyst, "policy analyst"),
        new("privacy@demo.invalid", "강민서", Role.PrivacyOfficer, "privacy officer"),
        new("budget@demo.invalid", "남유리", Role.BudgetOfficer, "budget officer: keeps the budget of refugee support and pays"),
        new("budget2@demo.invalid", "백이안", Role.BudgetOfficer, "a second budget officer: releases payments"),
        new("admin@demo.invalid", "조은별", Role.Administrator, "administrator"),
        new("admin2@demo.invalid", "문가온", Role.Administrator, "a second administrator: approves changes to the code lists"),
    ];

    /// <summary>Services that the demonstration's case handlers cover.</summary>
    public static string[]? ServicesOf(Role role) =>
        role == Role.CentreWorker ? [ChildConfirmation.Prefix]
        : (role & Role.CaseHandlers) != Role.None ? [Grievance.Prefix, ChildConfirmation.Prefix, SupportApplication.Prefix]
        : null;
}
