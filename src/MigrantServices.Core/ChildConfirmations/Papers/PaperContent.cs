using MigrantServices.Core.Calendar;
using MigrantServices.Core.Documents.Pdf;
using MigrantServices.Core.Grievances;

namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>What stands on a document and its card.</summary>
public sealed record PaperContent
{
    /// <summary>The version of the look and the wording.</summary>
    public int Template { get; init; } = Papers.NewestTemplate;

    public required PaperNames Names { get; init; }

    public required DateOnly BornOn { get; init; }

    /// <summary>How much of the day of birth is known.</summary>
    public DatePrecision BornPrecision { get; init; } = DatePrecision.Day;

    /// <summary>As <see cref="Photograph"/> draws it.</summary>
    public required byte[] Photo { get; init; }

    public required string DocumentSerial { get; init; }

    public required string CardSerial { get; init; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary>When it was handed out; it stands in the files instead of the moment of printing, so that a second print is the same file.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>What the QR code opens: the address of the check page, a number sign, and the token.</summary>
    public required string CheckUrl { get; init; }

    /// <summary>Of the office that takes found papers.</summary>
    public required string Phone { get; init; }

    public required PaperWords InKorean { get; init; }

    /// <summary>Null where the family reads Korean.</summary>
    public PaperWords? InTheirLanguage { get; init; }
}

/// <summary>A child's name in its own script, in Latin letters and in Korean; any may be missing, not all.</summary>
/// <param name="NativeLanguage">The language of the name in its own script, so that its letters are joined and ordered rightly.</param>
public sealed record PaperNames(string? Native, string? Latin, string? Korean, PdfLanguage? NativeLanguage = null)
{
    /// <summary>The first that is there is written largest. Equal ones are written once.</summary>
    public IReadOnlyList<(string Name, PdfLanguage Language)> All { get; } =
    [
        .. Written(Native, NativeLanguage ?? new("und")).Concat(Written(Latin, new("en"))).Concat(Written(Korean, new("ko"))).DistinctBy(name => name.Name),
    ];

    private static (string Name, PdfLanguage Language)[] Written(string? name, PdfLanguage language) =>
        string.IsNullOrWhiteSpace(name) ? [] : [(name.Trim(), language)];
}

/// <summary>The sentences of both papers in one language.</summary>
public sealed record PaperWords
{
    public required PdfLanguage Language { get; init; }

    public required string Province { get; init; }

    public required string Document { get; init; }

    public required string Card { get; init; }

    public required string Name { get; init; }

    public required string BornOn { get; init; }

    public required string Sex { get; init; }

    /// <summary>Null where it is not to stand on the papers.</summary>
    public string? SexIs { get; init; }

    public required string DocumentSerial { get; init; }

    public required string CardSerial { get; init; }

    /// <summary>What the date is: issued on.</summary>
    public required string IssuedOn { get; init; }

    public required string IssuedBy { get; init; }

    public required string Municipality { get; init; }

    /// <summary>Who confirms: the governor.</summary>
    public required string Governor { get; init; }

    /// <summary>The sentence that confirms, with its article.</summary>
    public required string Confirms { get; init; }

    /// <summary>That neither nationality nor status of stay follows (article 7, paragraph 3).</summary>
    public required string NoStatus { get; init; }

    /// <summary>Where a found card goes.</summary>
    public required string Found { get; init; }

    /// <summary>What the QR code is for.</summary>
    public required string Check { get; init; }

    public required string PhotoAlt { get; init; }

    public required string CodeAlt { get; init; }
}
