namespace MigrantServices.Core.Reference;

/// <summary>The names of the code lists.</summary>
public static class Lists
{
    public const string Grounds = "grounds";
    public const string Sectors = "sectors";
    public const string Forms = "forms";
    public const string Aims = "aims";
    public const string PlaceKinds = "place-kinds";
    public const string RespondentKinds = "respondent-kinds";
    public const string Municipalities = "municipalities";
    /// <summary>The languages in which the office answers; each is known by the name its speakers give it.</summary>
    public const string Languages = "languages";

    public const string Articles = "articles";
    public const string Periods = "periods";

    /// <summary>How a grievance can end by a decision, and the reasons of each.</summary>
    public const string Outcomes = "outcomes";
    public const string OutcomeReasons = "outcome-reasons";

    /// <summary>For what the office may take more time.</summary>
    public const string ExtensionReasons = "extension-reasons";

    /// <summary>Why a clock stands still although nobody waits for the person's papers.</summary>
    public const string PauseReasons = "pause-reasons";

    /// <summary>Bodies to which a case can be sent on.</summary>
    public const string ReferralBodies = "referral-bodies";

    /// <summary>Whose statement was taken.</summary>
    public const string StatementsOf = "statements-of";

    /// <summary>How somebody was protected.</summary>
    public const string Protections = "protections";

    /// <summary>Why a mediation ended without a settlement.</summary>
    public const string MediationEnds = "mediation-ends";

    /// <summary>From where the office knows what it takes up without anybody's report.</summary>
    public const string OwnMotionSources = "own-motion-sources";

    /// <summary>What interest a colleague may have in a case.</summary>
    public const string InterestReasons = "interest-reasons";

    /// <summary>From how many cases on a respondent makes a pattern, and for how long one is open.</summary>
    public const string PatternLimits = "pattern-limits";

    /// <summary>From how many petitions alike on somebody looks at them, and one may be closed.</summary>
    public const string RepeatLimits = "repeat-limits";

    public const string NotificationGrounds = "notification-grounds";

    /// <summary>On what ground one service may learn that another knows somebody, and how long that holds.</summary>
    public const string PointerGrounds = "pointer-grounds";

    /// <summary>The section that answers for each service.</summary>
    public const string OfficeContacts = "office-contacts";

    /// <summary>The telephone line of a city or county and its hours, where it has one of its own.</summary>
    public const string CityLines = "city-lines";

    /// <summary>Days on which the office of a city or county is closed beside those of the whole country.</summary>
    public const string CityDaysOff = "city-days-off";

    /// <summary>Which version of a letter or of the papers is made.</summary>
    public const string Templates = "templates";

    /// <summary>Where else a person can turn.</summary>
    public const string Remedies = "remedies";

    /// <summary>What can be done against a refusal, and by when.</summary>
    public const string Appeals = "appeals";

    /// <summary>What the ordinance asks of a child to be confirmed (child ordinance, art. 3).</summary>
    public const string ChildCriteria = "child-criteria";

    /// <summary>What can support a birth in Korea, with its weight, and the grades that follow. Their first days are the versions of the rules.</summary>
    public const string BirthEvidence = "birth-evidence";
    public const string BirthEvidenceGrades = "birth-evidence-grades";

    /// <summary>Cities and counties that issue cards, and those that pay for daycare, each from a day on.</summary>
    public const string CardCities = "card-cities";
    public const string ChildcareCities = "childcare-cities";

    /// <summary>Cities and counties that look at each confirmed child again and again, each from a day on; how often says the period.</summary>
    public const string ChildCheckCities = "child-check-cities";

    /// <summary>What such a check found.</summary>
    public const string ChildCheckFindings = "child-check-findings";

    /// <summary>Centres to which a city has entrusted part of the work, each from a day on.</summary>
    public const string EntrustedCentres = "entrusted-centres";

    /// <summary>The lawful ways in which somebody who represents a child may agree (PIPA Enforcement Decree, art. 17-2).</summary>
    public const string ConsentWays = "consent-ways";

    /// <summary>What somebody who tells of a child is to it.</summary>
    public const string RequesterRelations = "requester-relations";

    /// <summary>Why whoever tells of a child need not tell immigration themselves, by what they are to it. Who is no official has no such duty.</summary>
    public const string RequesterGrounds = "requester-grounds";

    /// <summary>For what a colleague may open who a child is.</summary>
    public const string IdentityPurposes = "identity-purposes";

    public const string ChildRefusalReasons = "child-refusal-reasons";
    public const string ChildRevocationReasons = "child-revocation-reasons";

    /// <summary>Whom an alarm for a child's protection reaches.</summary>
    public const string AlarmBodies = "alarm-bodies";

    /// <summary>The nine headings under which the office helps refugees (refugee ordinance, art. 7).</summary>
    public const string SupportHeadings = "support-headings";

    /// <summary>Who somebody is under the Refugee Act and the refugee ordinance, where a programme asks for it.</summary>
    public const string SupportCategories = "support-categories";
    public const string SupportPapers = "support-papers";

    /// <summary>What a programme is for: two for the same need are not given to one person at the same time.</summary>
    public const string SupportNeeds = "support-needs";

    /// <summary>What makes somebody need more help than others.</summary>
    public const string SupportCircumstances = "support-circumstances";

    /// <summary>Who gives the help of a programme.</summary>
    public const string SupportProviders = "support-providers";

    /// <summary>Dialects for which an interpreter can be asked.</summary>
    public const string Dialects = "dialects";

    /// <summary>After how many months it is asked what became of help for work, and what can have become of it.</summary>
    public const string OutcomePoints = "outcome-points";
    public const string WorkResults = "work-results";

    /// <summary>From which line of the budget a programme is paid.</summary>
    public const string BudgetLines = "budget-lines";

    /// <summary>Why a programme is refused, and why a decision departs from what the rules say.</summary>
    public const string SupportRefusalReasons = "support-refusal-reasons";
    public const string SupportDepartures = "support-departures";

    /// <summary>How addresses of embassies and of ministries of foreign affairs look: nothing is sent there (Refugee Act, art. 17).</summary>
    public const string EmbassyDomains = "embassy-domains";

    /// <summary>Days that the State's own rules count from an application for refuge.</summary>
    public const string StatePoints = "state-points";

    /// <summary>To which services a child can be referred, with what each may be told of it at most, and who gives them.</summary>
    public const string ChildServices = "child-services";
    public const string ServiceReceivers = "service-receivers";

    /// <summary>What a month of daycare is paid.</summary>
    public const string ChildcareAmounts = "childcare-amounts";

    /// <summary>For what the card is good, and in which city from when.</summary>
    public const string CardUses = "card-uses";
    public const string CardOpenings = "card-openings";

    /// <summary>For what reason in law who a child is may be destroyed.</summary>
    public const string DestructionGrounds = "destruction-grounds";

    /// <summary>What help goes on for a child who has come of age, and where it is reached.</summary>
    public const string MajorityHelp = "majority-help";

    /// <summary>Lists whose entries people read, so that each needs a sentence in every language.</summary>
    public static readonly IReadOnlyList<string> WithTexts =
        [Grounds, Sectors, Forms, Aims, PlaceKinds, RespondentKinds, Municipalities, Articles, NotificationGrounds, ExtensionReasons, Outcomes, OutcomeReasons,
            PauseReasons, ReferralBodies, OfficeContacts, Remedies, Appeals, ChildCriteria, BirthEvidence, BirthEvidenceGrades, ConsentWays, RequesterRelations,
            IdentityPurposes, ChildRefusalReasons, ChildRevocationReasons, ChildServices, ServiceReceivers, CardUses, MajorityHelp, RequesterGrounds,
            SupportHeadings, SupportCategories, SupportPapers, SupportNeeds, SupportCircumstances, SupportProviders, StatePoints, SupportRefusalReasons, SupportDepartures];

    /// <summary>Lists whose entries only colleagues read, in the languages of the office.</summary>
    public static readonly IReadOnlyList<string> WithOfficeTexts = [StatementsOf, Protections, MediationEnds, OwnMotionSources, InterestReasons, AlarmBodies, PatternLimits, RepeatLimits, PointerGrounds, ChildcareAmounts, EntrustedCentres, ChildCheckFindings, DestructionGrounds, Templates, BudgetLines, Dialects, OutcomePoints, WorkResults];
}
