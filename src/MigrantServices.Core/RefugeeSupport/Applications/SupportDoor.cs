using System.Globalization;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Core.RefugeeSupport.Applications;

/// <summary>Whether an application may be taken in today: nobody's identity while it is not on record why it goes to nobody else, and no programme that is closed.</summary>
public sealed class SupportDoor(ProgrammeBook programmes, NotificationGround grounds, TimeProvider time)
{
    /// <summary>Why the officer who reads it tells nobody; null while nothing is on record.</summary>
    public ReferenceItem? Ground => grounds.For(SupportApplication.Prefix);

    private DateOnly Today => Seoul.DateOf(time.GetUtcNow());

    /// <summary>Programmes that can be asked for today, in their order.</summary>
    public IReadOnlyList<ProgrammeTerms> Open => [.. programmes.On(Today).Where(IsOpen)];

    /// <summary>The terms of a programme that can be asked for today; null for one that is closed or not known.</summary>
    public ProgrammeTerms? Terms(string? code) => programmes.Find(code, Today) is { } terms && IsOpen(terms) ? terms : null;

    /// <summary>What the chosen programmes need to know.</summary>
    public SupportAsks Asks(IEnumerable<string> chosen) => new(chosen.Select(Terms).OfType<ProgrammeTerms>().Select(terms => terms.Rules));

    /// <summary>Two chosen programmes that cannot be had at the same time, by their codes; null where all go together.</summary>
    public (string One, string Other)? Conflict(ApplyForSupport form)
    {
        var wanted = form.Programmes.Chosen.Distinct(StringComparer.Ordinal).Select(Terms).OfType<ProgrammeTerms>()
            .Select(terms => (Terms: terms, Period: SupportPeriod.OfMonths(form.Need.StartOf(terms.ProgrammeCode) ?? Today, terms.Rules.Months))).ToList();
        return (from one in wanted
                from other in wanted
                where wanted.IndexOf(one) < wanted.IndexOf(other) && Excludes(one.Terms, other.Terms) && one.Period.Overlaps(other.Period)
                select ((string, string)?)(one.Terms.ProgrammeCode, other.Terms.ProgrammeCode)).FirstOrDefault();
    }

    /// <summary>Why this cannot be taken in now; null when it can.</summary>
    public Refusal? WhyNot(ApplyForSupport form) =>
        Ground is null ? new("application.no-ground")
        : form.Programmes.Chosen.Find(code => Terms(code) is null) is { } closed ? new("application.programme-closed", NameOf(closed))
        : Conflict(form) is { } two ? new Refusal("application.programmes-overlap", NameOf(two.One), NameOf(two.Other))
        : null;

    private string NameOf(string code) => programmes.NameOf(code, CultureInfo.CurrentUICulture.Name);

    private bool IsOpen(ProgrammeTerms terms) =>
        (terms.Rules.OpensOn is not { } opens || opens <= Today) && (terms.Rules.ClosesOn is not { } closes || Today <= closes);

    private static bool Excludes(ProgrammeTerms one, ProgrammeTerms other) =>
        one.Rules.Need == other.Rules.Need
        || one.Rules.ExcludesNeeds.Contains(other.Rules.Need) || other.Rules.ExcludesNeeds.Contains(one.Rules.Need)
        || one.Rules.ExcludesProgrammes.Contains(other.ProgrammeCode) || other.Rules.ExcludesProgrammes.Contains(one.ProgrammeCode);
}
