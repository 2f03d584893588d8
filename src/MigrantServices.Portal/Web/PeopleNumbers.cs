using System.Globalization;

namespace MigrantServices.Portal.Web;

/// <summary>Large numbers as the reader's language groups them.</summary>
public static class PeopleNumbers
{
    public static string ForPeople(this long number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
