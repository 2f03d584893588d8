using MigrantServices.Core.Calendar;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.People;

/// <summary>What the dated list says of a centre.</summary>
public sealed record CentreDetails(string Municipality, IReadOnlyList<string> Services);

/// <summary>The centres to which cities have entrusted part of the work, each from a day on. A centre whose time is over opens nothing more to those who work there.</summary>
public sealed class Centres(ReferenceBook book, TimeProvider time)
{
    public IEnumerable<ReferenceItem> Today => book.Items(Lists.EntrustedCentres, Seoul.DateOf(time.GetUtcNow()));

    /// <summary>The city and the services of a right in a centre are those of the centre; every other right is as it was asked for.</summary>
    public GiveRight Settled(GiveRight form) =>
        form.Role == Role.CentreWorker && form.Centre is { } centre && book.Details<CentreDetails>(Lists.EntrustedCentres, centre, Seoul.DateOf(time.GetUtcNow())) is { } about
            ? form with { Municipalities = [about.Municipality], Services = [.. about.Services], ForSetApart = false }
            : form;
}
