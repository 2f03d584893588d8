using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Notices;

namespace MigrantServices.Core.Storage.Seed.Demo;

/// <summary>A fictional grievance: the form as it was filled in, and what happened to it afterwards.</summary>
/// <param name="WorkingDaysAgo">Counted back from the day of sowing, so that what is due soon or overdue is so on whatever day that is.</param>
/// <param name="By">The filer, or the colleague who took it down.</param>
/// <param name="HappenedDaysBefore">Null when the person gave no date.</param>
public sealed record DemoGrievance(
    int WorkingDaysAgo,
    TimeOnly At,
    Channel Channel,
    string By,
    FileGrievance Form,
    IReadOnlyList<DemoStep> Steps,
    int? HappenedDaysBefore = null,
    DatePrecision Precision = DatePrecision.Unknown,
    string? Interpreter = null,
    bool OpensWithResidentCode = false)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>From where the office knows what nobody reported, as a code.</summary>
    public string? Source { get; init; }

    /// <summary>Those that come with the portal.</summary>
    public static IReadOnlyList<DemoGrievance> Shipped()
    {
        using var stream = typeof(DemoGrievance).Assembly.GetManifestResourceStream(typeof(DemoGrievance), "grievances.json")!;
        var seed = JsonSerializer.Deserialize<Seed>(stream, Json)!;
        return seed.Fictional ? seed.Grievances : throw new InvalidDataException("Only what says that it is fictional is sown.");
    }

    /// <summary>The form with the day on which it happened, as exactly as the person knew it.</summary>
    public FileGrievance FormOf(DateOnly received)
    {
        if (HappenedDaysBefore is { } days)
        {
            var day = received.AddDays(-days);
            Form.WhenWhere.Year = day.Year.ToString(CultureInfo.InvariantCulture);
            Form.WhenWhere.Month = Precision >= DatePrecision.Month ? day.Month.ToString(CultureInfo.InvariantCulture) : null;
            Form.WhenWhere.Day = Precision == DatePrecision.Day ? day.Day.ToString(CultureInfo.InvariantCulture) : null;
        }

        return Form;
    }

    private sealed record Seed(bool Fictional, IReadOnlyList<DemoGrievance> Grievances);
}

/// <summary>One deed on a fictional grievance.</summary>
/// <param name="Day">Working days after receipt.</param>
/// <param name="By">The filer, their helper, or a colleague.</param>
/// <param name="Deed">The code of the case action.</param>
/// <param name="InTheirLanguage">What the office wrote, again in the person's language.</param>
/// <param name="To">The colleague it is handed to or a task is for, the addressee of a recommendation, or how the person who gives a name can be reached.</param>
public sealed record DemoStep(int Day, TimeOnly At, string By, string Deed, string? Text = null, string? InTheirLanguage = null, string? To = null)
{
    /// <summary>The reason of an outcome or of an extension, as a code.</summary>
    public string? Reason { get; init; }

    /// <summary>What a check of competence found.</summary>
    public Competence? Finding { get; init; }

    /// <summary>What of a case is sent on, as codes.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>How many working days an extension adds, or after how many days an answer or a task is due.</summary>
    public int? Days { get; init; }

    /// <summary>The kind of body to which a recommendation or a case goes, of a statement, of a protection, or of a reply, as a code.</summary>
    public string? Kind { get; init; }

    public RespondentSector? Sector { get; init; }

    public MeasuresPeriod Period { get; init; }

    /// <summary>Which of the case's recommendations it is about, the first being 1; or how many months the whole procedure gains.</summary>
    public int Number { get; init; } = 1;

    public MeasuresReply? Reply { get; init; }

    public MeasuresFound? Found { get; init; }

    /// <summary>When the person wants to be told by mail; the address stands in <see cref="To"/>.</summary>
    public NoticeHours? Hours { get; init; }

    /// <summary>Whether the answer stands after an objection.</summary>
    public bool? Stands { get; init; }
}
