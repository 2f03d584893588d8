using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Workday;

/// <summary>A case that a supervisor may choose to give to somebody: its number and where it stands, and nothing of whom it is about.</summary>
public sealed record CaseToAssign(Guid Id, string Reference, CaseStatus Status, string Language, DateOnly? DueOn, string? Handler);

/// <summary>The cases of one service in the places of a supervisor, whatever the service.</summary>
internal static class SharedWork
{
    public static IQueryable<ServiceCase> Of(PortalDb db, CaseKind kind, Actor supervisor) =>
        db.Set<ServiceCase>().Where(c => EF.Property<string>(c, "service") == kind.Prefix).SupervisedBy(supervisor, kind);
}
