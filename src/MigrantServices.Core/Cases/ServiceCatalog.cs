using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.RefugeeSupport.Applications;

namespace MigrantServices.Core.Cases;

/// <summary>The services of the office, one line each.</summary>
public static class ServiceCatalog
{
    public static readonly IReadOnlyList<CaseKind> All =
    [
        Grievance.Service,
        ChildConfirmation.Service,
        SupportApplication.Service,
    ];
}
