using System.Globalization;
using System.Text.Json;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;

namespace MigrantServices.Core.Storage.Seed.Demo;

/// <summary>A fictional household that asks for support: what it told, and what was done since.</summary>
/// <param name="WorkingDaysAgo">Counted back from the day of sowing.</param>
/// <param name="By">The colleague who took it down; null for a household that sent it itself.</param>
public sealed record DemoSupportCase(
    int WorkingDaysAgo,
    TimeOnly At,
    string City,
    string Language,
    IReadOnlyList<string> Programmes,
    IReadOnlyList<DemoMember> Household,
    IReadOnlyList<DemoSupportStep> Steps,
    string? By = null,
    Channel Channel = Channel.Web,
    string? Account = null,
    OfficerWish? Officer = null,
    bool OpensWithCode = false)
{
    /// <summary>Those that come with the portal.</summary>
    public static IReadOnlyList<DemoSupportCase> Shipped()
    {
        using var stream = typeof(DemoSupportCase).Assembly.GetManifestResourceStream(typeof(DemoSupportCase), "households.json")!;
        var told = JsonSerializer.Deserialize<Told>(stream, DemoGrievance.Json)!;
        return told.Fictional ? told.Applications : throw new InvalidDataException("Only what says that it is fictional is sown.");
    }

    public ApplyForSupport Form(DateOnly received) => new()
    {
        Programmes = new() { Chosen = [.. Programmes] },
        Household = new() { City = City, Members = [.. Household.Select((member, at) => member.Told(received, applies: at == 0))] },
        Need = new() { Account = Account },
        Reach = new() { Way = ContactWay.PortalOnly, Language = Language, WantsInterpreter = Language == "ko" ? null : true, Officer = Officer },
    };

    /// <summary>The same as a colleague took it down.</summary>
    public TakeDownSupport TakenDown(DateTimeOffset receivedAt) => new()
    {
        Channel = Channel,
        ReceivedAt = Seoul.WallClock(receivedAt).DateTime,
        ReadBack = Channel is Channel.Phone or Channel.Visit,
        Token = Guid.CreateVersion7(),
        Application = Form(Seoul.DateOf(receivedAt)),
    };

    private sealed record Told(bool Fictional, IReadOnlyList<DemoSupportCase> Applications);
}

/// <summary>One person of a fictional household.</summary>
/// <param name="Group">A code of the list of categories.</param>
/// <param name="AskedDaysAgo">When they asked for refuge, before the day of receipt; null where it was not told.</param>
public sealed record DemoMember(
    string Name, string? Group = null, int? Year = null, int? Month = null, int? Day = null, int? AskedDaysAgo = null, IReadOnlyList<string>? Circumstances = null)
{
    public TellMember Told(DateOnly received, bool applies) => new()
    {
        Key = Guid.CreateVersion7(),
        IsApplicant = applies,
        Name = Name,
        Category = Group,
        Year = Text(Year),
        Month = Text(Month),
        Day = Text(Day),
        AskedRefugeOn = AskedDaysAgo is { } days ? received.AddDays(-days) : null,
        Circumstances = [.. Circumstances ?? []],
    };

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One deed on a fictional application, or on what was granted in it.</summary>
/// <param name="Days">Working days since the deed before.</param>
/// <param name="To">A colleague.</param>
/// <param name="Programme">The line that it is about.</param>
/// <param name="Grants">Whether the line is granted as the rules give it.</param>
/// <param name="Won">Less than the rules allow.</param>
public sealed record DemoSupportStep(
    string Who,
    string Deed,
    int Days = 0,
    string? Words = null,
    string? InTheirLanguage = null,
    IReadOnlyList<string>? Codes = null,
    string? To = null,
    string? Programme = null,
    bool? Grants = null,
    string? Reason = null,
    int? Count = null,
    string? Won = null);
