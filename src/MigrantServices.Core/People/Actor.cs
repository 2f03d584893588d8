namespace MigrantServices.Core.People;

/// <summary>Whoever does something: a colleague with their rights, or the holder of a code.</summary>
public sealed record Actor(Guid? UserId, string Name, IReadOnlyList<Grant> Grants)
{
    /// <summary>The code by which a resident came in; null for colleagues.</summary>
    public Guid? CodeId { get; init; }

    /// <summary>The only case a code opens.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>The address of a colleague's machine, for the record of access. Never set for residents.</summary>
    public string? Place { get; init; }

    public Role Roles { get; } = Grants.Aggregate(Role.None, (all, grant) => all | grant.Role);

    /// <summary>The portal itself, which sees every case and does only what its lines of the tables say.</summary>
    public static Actor Portal { get; } = new(null, "", [new(Role.Portal, null, null)]);

    public static Actor Filer(Guid caseId, Guid codeId) =>
        new(null, "", [new(Role.Filer, null, null)]) { CaseId = caseId, CodeId = codeId };

    public static Actor Helper(Guid caseId, Guid codeId) =>
        new(null, "", [new(Role.Helper, null, null)]) { CaseId = caseId, CodeId = codeId };

    public static Actor Requester(Guid caseId, Guid codeId) =>
        new(null, "", [new(Role.Requester, null, null)]) { CaseId = caseId, CodeId = codeId };

    /// <summary>Whoever holds a link that leads to one thing of one case.</summary>
    public static Actor Receiver(Guid caseId, Guid linkId) =>
        new(null, "", [new(Role.Receiver, null, null)]) { CaseId = caseId, CodeId = linkId };

    public bool Is(Role role) => (Roles & role) != Role.None;

    /// <summary>Somebody who signed in, also when none of their rights is in force or confirmed yet.</summary>
    public bool IsColleague => UserId is not null;

    /// <summary>The roles that this person has on cases of one service in one municipality.</summary>
    public Role RolesOn(string service, string? municipality) => Grants
        .Where(grant => grant.Covers(service, municipality))
        .Aggregate(Role.None, (all, grant) => all | grant.Role);

    /// <summary>
    /// Handles the cases that are set apart because they are about the office itself, and no others.
    /// Who has an ordinary right to cases beside it sees none of them: they would judge those with whom they work.
    /// </summary>
    public bool HandlesSetApart(string service)
    {
        var handling = Grants.Where(g => (g.Role & Role.CaseHandlers) != Role.None && g.CoversService(service)).ToList();
        return handling.Count > 0 && handling.TrueForAll(g => g.ForSetApart);
    }

    /// <summary>Where this person sees a service's cases: nowhere (empty), in some municipalities, or everywhere (null).</summary>
    public string[]? MunicipalitiesSeen(string service) => MunicipalitiesAs(Role.CaseHandlers | Role.Portal, service);

    /// <summary>Where this person is one of these for a service: nowhere (empty), in some municipalities, or everywhere (null).</summary>
    public string[]? MunicipalitiesAs(Role roles, string service)
    {
        var apart = HandlesSetApart(service);
        var grants = Grants.Where(g => (g.Role & roles) != Role.None && g.CoversService(service) && g.ForSetApart == apart).ToList();
        return grants.Exists(g => g.Municipalities is null)
            ? null
            : [.. grants.SelectMany(g => g.Municipalities!).Distinct(StringComparer.Ordinal)];
    }
}

/// <summary>A right in force: a role, for some services and municipalities or for all (null).</summary>
public sealed record Grant(Role Role, IReadOnlyList<string>? Services, IReadOnlyList<string>? Municipalities)
{
    /// <summary>For the cases that are set apart because they are about the office itself, and for no others.</summary>
    public bool ForSetApart { get; init; }

    public bool CoversService(string service) => Services is null || Services.Contains(service, StringComparer.Ordinal);

    public bool Covers(string service, string? municipality) =>
        CoversService(service) && (Municipalities is null || (municipality is not null && Municipalities.Contains(municipality, StringComparer.Ordinal)));
}
