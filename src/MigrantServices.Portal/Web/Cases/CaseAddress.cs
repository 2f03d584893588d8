using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.RefugeeSupport.Applications;

namespace MigrantServices.Portal.Web.Cases;

/// <summary>Where the office's page of a case is.</summary>
public static class CaseAddress
{
    public static string Of(ServiceCase one) => Of(one.Reference);

    /// <param name="reference">It begins with its service.</param>
    public static string Of(string reference) =>
        (reference.Split('-')[0] switch { ChildConfirmation.Prefix => "/office/children/", SupportApplication.Prefix => "/office/support/", _ => "/office/grievances/" }) + reference;
}
