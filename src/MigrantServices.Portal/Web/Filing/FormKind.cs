using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>One of the forms that residents fill in: for which service, what its code makes of its holder, and where it lies.</summary>
/// <param name="Name">Names the cookie in which a browser holds its draft.</param>
/// <param name="First">The address of its first page, without the language.</param>
public sealed record FormKind(string Service, Role Holder, string Name, string First)
{
    public static readonly FormKind Grievance = new(Core.Grievances.Grievance.Prefix, Role.Filer, "draft", "/grievances/new");

    /// <summary>A parent's application for a child.</summary>
    public static readonly FormKind Child = new(ChildConfirmation.Prefix, Role.Filer, "draft-child", "/children/new/where");

    /// <summary>A request by somebody who knows of a child.</summary>
    public static readonly FormKind ToldOfChild = new(ChildConfirmation.Prefix, Role.Requester, "draft-told", "/children/tell");

    /// <summary>An application for refugee support.</summary>
    public static readonly FormKind Support = new(SupportApplication.Prefix, Role.Filer, "draft-support", "/support/new/programmes");

    public static readonly IReadOnlyList<FormKind> All = [Grievance, Child, ToldOfChild, Support];

    public static FormKind Of(string service, Role holder) => All.First(kind => kind.Service == service && kind.Holder == holder);
}
