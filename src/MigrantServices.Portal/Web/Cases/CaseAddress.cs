using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;

namespace MigrantServices.Portal.Web.Cases;

/// <summary>Where the office's page of a case is.</summary>
public static class CaseAddress
{
    public static string Of(ServiceCase one) => Of(one.Reference);

    /// <param name="reference">It begins with its service.</param>
    public static string Of(string reference) =>
        (reference.StartsWith(ChildConfirmation.Prefix + "-", StringComparison.Ordinal) ? "/office/children/" : "/office/grievances/") + reference;
}
