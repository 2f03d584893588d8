using System.Globalization;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>Where a form begins, in the language of the request.</summary>
public static class FormAddress
{
    public static string Address(this FormKind form) => $"/{CultureInfo.CurrentUICulture.Name}{form.First}";
}
