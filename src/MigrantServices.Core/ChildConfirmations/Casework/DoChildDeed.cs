using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>A deed on a child's case as a colleague writes it; which of its questions are asked the deed says.</summary>
public sealed record DoChildDeed
{
    public const int WordsMaxLength = ChildConfirmation.ReasonsMaxLength;

    public string? Deed { get; set; }

    public string? Code { get; set; }

    public List<string> Codes { get; set; } = [];

    public DateOnly? On { get; set; }

    [FreeText]
    public string? People { get; set; }

    [FreeText]
    public string? Words { get; set; }

    [FreeText]
    public string? InTheirLanguage { get; set; }

    /// <summary>For a criterion: whether it is met.</summary>
    public bool? IsMet { get; set; }

    /// <summary>The evidence on which a finding rests.</summary>
    public List<Guid> Proofs { get; set; } = [];

    /// <summary>The piece of evidence that was recorded by mistake.</summary>
    public Guid? ProofId { get; set; }

    /// <summary>The visit on which a finding rests.</summary>
    public Guid? VisitId { get; set; }

    /// <summary>For a piece of evidence: the file of the case that shows it; null when it was only seen.</summary>
    public Guid? FileId { get; set; }

    public Guid? ColleagueId { get; set; }

    /// <summary>For a reissue: why other papers are needed.</summary>
    public IssueReason? Because { get; set; }

    public ChildDeedShape? Shape => Deed is null ? null : ChildDeedShape.All.GetValueOrDefault(Deed);

    public sealed class Rules : AbstractValidator<DoChildDeed>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Code).Must((form, code, context) => book.Has(form.Shape!.List!, code, context, time)).When(f => f.Shape is { List: not null, HasSeveral: false }).WithMessage("rule.choose-one");
            RuleFor(f => f.Codes).Must((form, codes, context) => codes.Count > 0 && codes.TrueForAll(code => book.Has(form.Shape!.List!, code, context, time))).When(f => f.Shape!.HasSeveral).WithMessage("rule.choose-some");
            RuleFor(f => f.On).NotNull().When(f => f.Shape!.Day != DayAsked.No).WithMessage("rule.day-missing");
            RuleFor(f => f.On).Must(day => day is null || day <= Today()).When(f => f.Shape!.Day == DayAsked.Past).WithMessage("rule.date-in-future");
            RuleFor(f => f.On).Must(day => day is null || day > Today()).When(f => f.Shape!.Day == DayAsked.ToCome).WithMessage("rule.day-to-come");
            RuleFor(f => f.People).NotEmpty().When(f => f.Shape!.HasPeople).WithMessage("rule.write-something");
            RuleFor(f => f.People).MaximumLength(HomeVisit.PeopleMaxLength).WithMessage("rule.too-long").WithState(_ => HomeVisit.PeopleMaxLength);
            RuleFor(f => f.Words).NotEmpty().When(f => f.Shape!.Words == Asked.Needed).WithMessage("rule.write-something");
            RuleFor(f => f.Words).MaximumLength(WordsMaxLength).WithMessage("rule.too-long").WithState(_ => WordsMaxLength);
            RuleFor(f => f.InTheirLanguage).MaximumLength(WordsMaxLength).WithMessage("rule.too-long").WithState(_ => WordsMaxLength);
            RuleFor(f => f.IsMet).NotNull().When(f => f.Shape!.HasProofs).WithMessage("rule.choose-one");
            RuleFor(f => f.ProofId).NotNull().When(f => f.Shape!.HasProof).WithMessage("rule.choose-one");
            RuleFor(f => f.Words).MaximumLength(ProofStrike.WordsMaxLength).When(f => f.Shape!.HasProof).WithMessage("rule.too-long").WithState(_ => ProofStrike.WordsMaxLength);
            RuleFor(f => f.Because).Must(because => because is not null and not IssueReason.First && Enum.IsDefined(because.Value)).When(f => f.Shape!.HasIssueReason).WithMessage("rule.choose-one");
            RuleFor(f => f.ColleagueId).NotNull().When(f => f.Shape!.HasColleague).WithMessage("rule.choose-one");

            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }
    }
}
