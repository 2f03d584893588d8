using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Grievances;

namespace MigrantServices.Core.Cases;

/// <summary>The services of the office, one line each.</summary>
public static class ServiceCatalog
{
    public static readonly IReadOnlyList<CaseKind> All =
    [
        Grievance.Service,
        ChildConfirmation.Service,
    ];
}
