using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.RefugeeSupport.Applications.Casework;

/// <summary>What is asked for when a deed on an application is done.</summary>
public sealed record SupportDeedShape(CaseAction Deed)
{
    public static readonly IReadOnlyDictionary<string, SupportDeedShape> All = new SupportDeedShape[]
    {
        new(SupportApplication.HandOver) { HasColleague = true },
        new(SupportApplication.OpenFileTo) { HasColleague = true, HasWords = true },
        new(SupportApplication.CloseFileTo) { HasColleague = true },
        new(SupportApplication.Propose) { HasColleague = true },
        new(SupportApplication.ProposeObjection) { HasColleague = true },
        new(SupportApplication.Note) { HasWords = true },
        new(SupportApplication.Write) { HasWords = true, InTheirLanguage = true },
        new(SupportApplication.AskSupplement) { Day = DayAsked.ToCome, HasWords = true, InTheirLanguage = true },
        new(SupportApplication.SeePapers) { HasPapers = true },
        new(SupportApplication.RecordReadBack) { Day = DayAsked.Past, HasLanguage = true, HasPeople = true },
    }.ToDictionary(shape => shape.Deed.Code, StringComparer.Ordinal);

    public bool HasColleague { get; init; }

    public bool HasWords { get; init; }

    /// <summary>Whether the same words may be given in the person's language.</summary>
    public bool InTheirLanguage { get; init; }

    public bool HasPapers { get; init; }

    public bool HasLanguage { get; init; }

    public bool HasPeople { get; init; }

    public DayAsked Day { get; init; }
}

/// <summary>A deed on an application as a colleague writes it; which of its questions are asked the deed says.</summary>
public sealed record DoSupportDeed
{
    public string? Deed { get; set; }

    public Guid? ColleagueId { get; set; }

    /// <summary>Codes of papers.</summary>
    public List<string> Codes { get; set; } = [];

    public DateOnly? On { get; set; }

    public string? Language { get; set; }

    [FreeText]
    public string? People { get; set; }

    [FreeText]
    public string? Words { get; set; }

    [FreeText]
    public string? InTheirLanguage { get; set; }

    public SupportDeedShape? Shape => Deed is null ? null : SupportDeedShape.All.GetValueOrDefault(Deed);

    public sealed class Rules : AbstractValidator<DoSupportDeed>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.ColleagueId).NotNull().When(f => f.Shape!.HasColleague).WithMessage("rule.choose-one");
            RuleFor(f => f.Codes).Must(codes => codes.Count > 0 && codes.TrueForAll(code => book.Has(Lists.SupportPapers, code, Today()))).When(f => f.Shape!.HasPapers).WithMessage("rule.choose-some");
            RuleFor(f => f.On).NotNull().When(f => f.Shape!.Day != DayAsked.No).WithMessage("rule.day-missing");
            RuleFor(f => f.On).Must(day => day is null || day <= Today()).When(f => f.Shape!.Day == DayAsked.Past).WithMessage("rule.date-in-future");
            RuleFor(f => f.On).Must(day => day is null || day > Today()).When(f => f.Shape!.Day == DayAsked.ToCome).WithMessage("rule.day-to-come");
            RuleFor(f => f.Language).Must(l => book.Has(Lists.Languages, l, Today())).When(f => f.Shape!.HasLanguage).WithMessage("rule.choose-one");
            RuleFor(f => f.People).NotEmpty().When(f => f.Shape!.HasPeople).WithMessage("rule.write-something");
            RuleFor(f => f.People).MaximumLength(ReadBack.ReaderMaxLength).WithMessage("rule.too-long").WithState(_ => ReadBack.ReaderMaxLength);
            RuleFor(f => f.Words).NotEmpty().When(f => f.Shape!.HasWords).WithMessage("rule.write-something");
            RuleFor(f => f.Words).MaximumLength(SupportApplication.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => SupportApplication.WordsMaxLength);
            RuleFor(f => f.Words).MaximumLength(FileReader.ReasonMaxLength).When(f => f.Deed == SupportApplication.OpenFileTo.Code).WithMessage("rule.too-long").WithState(_ => FileReader.ReasonMaxLength);
            RuleFor(f => f.InTheirLanguage).MaximumLength(SupportApplication.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => SupportApplication.WordsMaxLength);

            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }
    }
}
