using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.RefugeeSupport.Programmes;

/// <summary>What an administrator wants of a programme, and from which day on. Numbers are taken as typed, so that a fraction is refused and never rounded.</summary>
public sealed record ProposeProgramme
{
    /// <summary>For so many household sizes an amount of its own can be given; larger ones have more for each further person.</summary>
    public const int Sizes = 6;

    public ProgrammeChangeKind Kind { get; set; }

    public string? Code { get; set; }

    public DateOnly? EffectiveOn { get; set; }

    public string? Source { get; set; }

    public string? Heading { get; set; }

    public SupportKind? Help { get; set; }

    public string? Article { get; set; }

    public Dictionary<string, string?> Names { get; set; } = [];

    public Dictionary<string, string?> Abouts { get; set; } = [];

    public string? Need { get; set; }

    public SupportCover? Covers { get; set; }

    public string[]? Categories { get; set; }

    public string[]? Papers { get; set; }

    public string? Amount1 { get; set; }

    public string? Amount2 { get; set; }

    public string? Amount3 { get; set; }

    public string? Amount4 { get; set; }

    public string? Amount5 { get; set; }

    public string? Amount6 { get; set; }

    public string? MoreWon { get; set; }

    public string? CeilingWon { get; set; }

    public string? WonInAll { get; set; }

    public bool? IsMonthly { get; set; }

    public string? Months { get; set; }

    public string? MonthsInAll { get; set; }

    public string? LimitYears { get; set; }

    public string? MinAge { get; set; }

    public string? MaxAge { get; set; }

    public string[]? Circumstances { get; set; }

    public string? BudgetLine { get; set; }

    public DateOnly? OpensOn { get; set; }

    public DateOnly? ClosesOn { get; set; }

    public string[]? Providers { get; set; }

    public string? Capacity { get; set; }

    public bool? IsUrgent { get; set; }

    public string[]? ExcludesNeeds { get; set; }

    public string[]? ExcludesProgrammes { get; set; }

    private string?[] Amounts => [Amount1, Amount2, Amount3, Amount4, Amount5, Amount6];

    /// <summary>Whether amounts leave out a size between two that have one.</summary>
    private bool HasGap => string.Join("", Amounts.Select(amount => string.IsNullOrWhiteSpace(amount) ? '0' : '1')).Contains("01", StringComparison.Ordinal);

    /// <summary>The terms as typed; call it only on a form that keeps its rules.</summary>
    /// <param name="substitutes">What may stand in for a paper, by its code.</param>
    public ProgrammeRules ToRules(Func<string, IReadOnlyList<string>> substitutes) => new()
    {
        Need = Need ?? "",
        Covers = Covers ?? SupportCover.Household,
        Categories = Given(Categories),
        Papers = [.. Given(Papers).Select(code => new NeededPaper(code, substitutes(code)))],
        AmountsWon = [.. Amounts.Select(WholeNumber.Read).OfType<long>()],
        MoreWon = WholeNumber.Read(MoreWon) ?? 0,
        CeilingWon = WholeNumber.Read(CeilingWon),
        WonInAll = WholeNumber.Read(WonInAll),
        IsMonthly = IsMonthly ?? false,
        Months = (int)(WholeNumber.Read(Months) ?? 0),
        MonthsInAll = (int?)WholeNumber.Read(MonthsInAll),
        LimitYears = (int?)WholeNumber.Read(LimitYears),
        MinAge = (int?)WholeNumber.Read(MinAge),
        MaxAge = (int?)WholeNumber.Read(MaxAge),
        Circumstances = Given(Circumstances),
        BudgetLine = string.IsNullOrEmpty(BudgetLine) ? null : BudgetLine,
        OpensOn = OpensOn,
        ClosesOn = ClosesOn,
        Providers = Given(Providers),
        Capacity = (int?)WholeNumber.Read(Capacity),
        IsUrgent = IsUrgent ?? false,
        ExcludesNeeds = Given(ExcludesNeeds),
        ExcludesProgrammes = Given(ExcludesProgrammes),
    };

    private static string[] Given(string[]? codes) => [.. (codes ?? []).Where(code => !string.IsNullOrEmpty(code)).Distinct(StringComparer.Ordinal)];

    public NewProgramme? ToProgramme() => Kind != ProgrammeChangeKind.New ? null : new(Heading ?? "", Help ?? default, Article ?? "",
        [.. ReferenceText.EverybodysLanguages
            .Where(tag => !string.IsNullOrWhiteSpace(Names.GetValueOrDefault(tag)) && !string.IsNullOrWhiteSpace(Abouts.GetValueOrDefault(tag)))
            .Select(tag => new ProgrammeName(tag, Names[tag]!.Trim(), Abouts[tag]!.Trim()))]);

    /// <summary>The form of terms that hold now, so that one changes only what is to be different.</summary>
    public static ProposeProgramme From(string code, ProgrammeRules rules)
    {
        string? Amount(int size) => rules.AmountsWon.Count >= size ? WholeNumber.Write(rules.AmountsWon[size - 1]) : null;
        return new()
        {
            Code = code,
            Kind = ProgrammeChangeKind.Terms,
            Need = rules.Need,
            Covers = rules.Covers,
            Categories = [.. rules.Categories],
            Papers = [.. rules.Papers.Select(paper => paper.Code)],
            Amount1 = Amount(1),
            Amount2 = Amount(2),
            Amount3 = Amount(3),
            Amount4 = Amount(4),
            Amount5 = Amount(5),
            Amount6 = Amount(6),
            MoreWon = rules.MoreWon == 0 ? null : WholeNumber.Write(rules.MoreWon),
            CeilingWon = WholeNumber.Write(rules.CeilingWon),
            WonInAll = WholeNumber.Write(rules.WonInAll),
            IsMonthly = rules.IsMonthly,
            Months = WholeNumber.Write(rules.Months),
            MonthsInAll = WholeNumber.Write(rules.MonthsInAll),
            LimitYears = WholeNumber.Write(rules.LimitYears),
            MinAge = WholeNumber.Write(rules.MinAge),
            MaxAge = WholeNumber.Write(rules.MaxAge),
            Circumstances = [.. rules.Circumstances],
            BudgetLine = rules.BudgetLine,
            OpensOn = rules.OpensOn,
            ClosesOn = rules.ClosesOn,
            Providers = [.. rules.Providers],
            Capacity = WholeNumber.Write(rules.Capacity),
            IsUrgent = rules.IsUrgent,
            ExcludesNeeds = [.. rules.ExcludesNeeds],
            ExcludesProgrammes = [.. rules.ExcludesProgrammes],
        };
    }

    public sealed class Rules : AbstractValidator<ProposeProgramme>
    {
        public Rules(TimeProvider time)
        {
            RuleFor(f => f.EffectiveOn).NotNull().WithMessage("reference.rule.day");
            RuleFor(f => f.EffectiveOn).Must(day => day > Seoul.DateOf(time.GetUtcNow())).When(f => f.EffectiveOn is not null).WithMessage("reference.rule.day-future");
            RuleFor(f => f.EffectiveOn).Must(day => day!.Value.Year <= HolidayCalendar.LastYear).When(f => f.EffectiveOn is not null).WithMessage("reference.rule.day");
            RuleFor(f => f.Source).NotEmpty().WithMessage("reference.rule.source")
                .MaximumLength(ProgrammeTerms.SourceMaxLength).WithMessage("rule.too-long").WithState(_ => ProgrammeTerms.SourceMaxLength);
            When(f => f.Kind == ProgrammeChangeKind.New, () =>
            {
                RuleFor(f => f.Code).NotEmpty().WithMessage("reference.rule.code").Matches("^[a-z0-9]+(-[a-z0-9]+)*$").WithMessage("programme.rule.code")
                    .MaximumLength(SupportProgramme.CodeMaxLength).WithMessage("rule.too-long").WithState(_ => SupportProgramme.CodeMaxLength);
                RuleFor(f => f.Heading).NotEmpty().WithMessage("rule.choose-one");
                RuleFor(f => f.Help).NotNull().WithMessage("rule.choose-one");
                RuleFor(f => f.Article).NotEmpty().WithMessage("rule.choose-one");
                RuleFor(f => f.Names).Must(names => names.Values.All(name => name is null || name.Length <= ProgrammeText.NameMaxLength)).WithMessage("rule.too-long").WithState(_ => ProgrammeText.NameMaxLength);
                RuleFor(f => f.Abouts).Must(abouts => abouts.Values.All(about => about is null || about.Length <= ProgrammeText.AboutMaxLength)).WithMessage("rule.too-long").WithState(_ => ProgrammeText.AboutMaxLength);
            });
            When(f => f.Kind != ProgrammeChangeKind.Close, OfTerms);
        }

        private void OfTerms()
        {
            RuleFor(f => f.Need).NotEmpty().WithMessage("rule.choose-one");
            RuleFor(f => f.Covers).NotNull().WithMessage("rule.choose-one");
            RuleFor(f => f.Amount1).Must(WholeNumber.IsWon).WithMessage("programme.rule.won");
            RuleFor(f => f.Amount1).Must((form, _) => !form.HasGap).WithMessage("programme.rule.gap");
            RuleFor(f => f.Amount2).Must(WholeNumber.IsWon).WithMessage("programme.rule.won");
            RuleFor(f => f.Amount3).Must(WholeNumber.IsWon).WithMessage("programme.rule.won");
            RuleFor(f => f.Amount4).Must(WholeNumber.IsWon).WithMessage("programme.rule.won");
            RuleFor(f => f.Amount5).Must(WholeNumber.IsWon).WithMessage("programme.rule.won");
            RuleFor(f => f.Amount6).Must(WholeNumber.IsWon).WithMessage("programme.rule.won");
            RuleFor(f => f.MoreWon).Must(WholeNumber.IsWon).WithMessage("programme.rule.won");
            RuleFor(f => f.CeilingWon).Must(WholeNumber.IsWon).WithMessage("programme.rule.won");
            RuleFor(f => f.WonInAll).Must(WholeNumber.IsWon).WithMessage("programme.rule.won");
            RuleFor(f => f.Months).NotEmpty().WithMessage("programme.rule.number").Must(WholeNumber.IsSmall).WithMessage("programme.rule.number");
            RuleFor(f => f.MonthsInAll).Must(WholeNumber.IsSmall).WithMessage("programme.rule.number");
            RuleFor(f => f.LimitYears).Must(WholeNumber.IsSmall).WithMessage("programme.rule.number");
            RuleFor(f => f.Capacity).Must(WholeNumber.IsSmall).WithMessage("programme.rule.number");
            RuleFor(f => f.MinAge).Must(WholeNumber.IsAge).WithMessage("programme.rule.age");
            RuleFor(f => f.MaxAge).Must(WholeNumber.IsAge).WithMessage("programme.rule.age");
            RuleFor(f => f.ClosesOn).Must((form, last) => last >= (form.OpensOn ?? form.EffectiveOn)).When(f => f.ClosesOn is not null).WithMessage("programme.rule.closes");
        }
    }
}
