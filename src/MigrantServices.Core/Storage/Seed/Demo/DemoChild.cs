using System.Text.Json;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.IdentityVault;

namespace MigrantServices.Core.Storage.Seed.Demo;

/// <summary>A fictional child, what was told of it, and what was done since.</summary>
public sealed record DemoChild
{
    public string? OwnName { get; init; }

    public string? LatinName { get; init; }

    public string? KoreanName { get; init; }

    public string? Year { get; init; }

    public string? Month { get; init; }

    public string? Day { get; init; }

    public string? Sex { get; init; }

    public required string City { get; init; }

    public required string Language { get; init; }

    public string? Parent { get; init; }

    public string? Nationality { get; init; }

    public Kinship? Relation { get; init; }

    public bool? Waits { get; init; }

    /// <summary>What somebody who told of the child is to it; null for a parent's application.</summary>
    public string? Tells { get; init; }

    public string? Known { get; init; }

    public bool InDanger { get; init; }

    public required IReadOnlyList<DemoChildStep> Steps { get; init; }

    public static IReadOnlyList<DemoChild> Shipped()
    {
        using var stream = typeof(DemoChild).Assembly.GetManifestResourceStream("MigrantServices.Core.Storage.Seed.Demo.children.json")!;
        return JsonSerializer.Deserialize<Told>(stream, DemoGrievance.Json)!.Children;
    }

    public ApplyForChild Application() => new()
    {
        Place = new() { City = City, Waits = Waits },
        About = new() { OwnName = OwnName, LatinName = LatinName, KoreanName = KoreanName, Year = Year, Month = Month, Day = Day, Sex = Sex, Address = "지어낸 주소 1", Consent = "with-form" },
        Parents = new() { Relation = Relation, Name = Parent, Nationality = Nationality },
        Reach = new() { Way = ContactWay.PortalOnly, Language = Language },
    };

    public TellOfChild Telling() => new() { Relation = Tells, City = City, Known = Known, DangerNow = InDanger ? true : null };

    private sealed record Told(IReadOnlyList<DemoChild> Children);
}

/// <summary>One deed on a fictional child's case.</summary>
/// <param name="On">Days from today.</param>
/// <param name="Proofs">Whether a finding rests on the evidence that is there.</param>
public sealed record DemoChildStep(
    string Who, string Deed, string? Code = null, int? On = null, string? People = null, string? Words = null, string? InTheirLanguage = null, bool? IsMet = null, bool Proofs = false, IssueReason? Because = null)
{
    /// <summary>For a referral: the service, what it tells, and the receiver's answer with its words.</summary>
    public string? Service { get; init; }

    public IReadOnlyList<string>? Items { get; init; }

    public ReceiverAnswer? Answer { get; init; }

    public string? AnswerWords { get; init; }
}
