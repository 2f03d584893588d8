using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Core.RefugeeSupport.Entitlement;

/// <summary>Help that one person was, is or will be given, by this office or by somebody else. An award for a household is one line for each person it covers.</summary>
/// <param name="Need">The need that it meets, as a code.</param>
/// <param name="Programme">The programme; empty for help from elsewhere.</param>
/// <param name="Won">What the whole award gives, not the person's share.</param>
/// <param name="Award">The award, so that its sum counts once for a household; null counts each line apart.</param>
public sealed record GivenSupport(Guid Member, string Need, string Programme, DateOnly From, DateOnly To, long Won, Guid? Award = null)
{
    public SupportPeriod Period => new(From, To);

    /// <summary>Needs that this help leaves no room for.</summary>
    public IReadOnlyList<string> ExcludesNeeds { get; init; } = [];

    /// <summary>Programmes that cannot be had beside this help.</summary>
    public IReadOnlyList<string> ExcludesProgrammes { get; init; } = [];

    /// <summary>The two cannot be had at the same time, whichever of them says so.</summary>
    public bool Excludes(string programme, ProgrammeRules rules) =>
        rules.ExcludesNeeds.Contains(Need) || rules.ExcludesProgrammes.Contains(Programme) || ExcludesNeeds.Contains(rules.Need) || ExcludesProgrammes.Contains(programme);
}
