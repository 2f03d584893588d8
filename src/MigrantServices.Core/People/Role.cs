namespace MigrantServices.Core.People;

/// <summary>What somebody is to the portal. A colleague may hold several; the lifecycle tables name those who may act.</summary>
[Flags]
public enum Role
{
    None = 0,

    /// <summary>The person who told us, known by the code they hold.</summary>
    Filer = 1,

    /// <summary>Somebody whom the filer gave a second code.</summary>
    Helper = 1 << 1,

    Caseworker = 1 << 2,
    Supervisor = 1 << 3,

    /// <summary>An officer of a city or county, who sees that municipality's cases only.</summary>
    MunicipalOfficer = 1 << 4,

    CommitteeMember = 1 << 5,
    CommitteeSecretary = 1 << 6,

    /// <summary>A school, clinic or organisation that works with the office.</summary>
    Partner = 1 << 7,

    PolicyAnalyst = 1 << 8,
    PrivacyOfficer = 1 << 9,
    Administrator = 1 << 10,

    /// <summary>The portal itself, for what follows from a rule without anybody's choice.</summary>
    Portal = 1 << 11,

    /// <summary>Somebody who told the office of a child that is not theirs; their code shows them a receipt and nothing else.</summary>
    Requester = 1 << 12,

    /// <summary>A body outside that a child was referred to, or somebody whom the family showed something; a link shows them that and nothing else.</summary>
    Receiver = 1 << 13,

    /// <summary>Somebody of a centre to which a city has entrusted part of the work (child ordinance, art. 13): files at a counter and works on the cases of that centre, and sees no others.</summary>
    CentreWorker = 1 << 14,

    /// <summary>Keeps the budget of the support for refugees and pays what was granted; sees no case.</summary>
    BudgetOfficer = 1 << 15,

    /// <summary>Those of the office who handle cases.</summary>
    CaseHandlers = Caseworker | Supervisor | MunicipalOfficer,

    /// <summary>With those of entrusted centres, where a service lets them.</summary>
    AllHandlers = CaseHandlers | CentreWorker,

    /// <summary>Everybody who signs in.</summary>
    Colleagues = AllHandlers | CommitteeMember | CommitteeSecretary | Partner | PolicyAnalyst | PrivacyOfficer | Administrator | BudgetOfficer,
}
