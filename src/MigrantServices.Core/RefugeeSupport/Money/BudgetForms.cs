using FluentValidation;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>A line that is to be opened for a year.</summary>
public sealed record OpenLine
{
    public string? Code { get; set; }

    public int? Year { get; set; }

    public sealed class Rules : AbstractValidator<OpenLine>
    {
        public Rules()
        {
            RuleFor(f => f.Code).NotEmpty().WithMessage("rule.choose-one");
            RuleFor(f => f.Year).Must(year => year is >= BudgetLine.FirstYear and <= BudgetLine.LastYear).WithMessage("budget.rule.year");
        }
    }
}

/// <summary>More or less money for a line, and why.</summary>
public sealed record ChangeBudget
{
    public BudgetChangeKind? Kind { get; set; }

    public string? Won { get; set; }

    [FreeText]
    public string? Reason { get; set; }

    public sealed class Rules : AbstractValidator<ChangeBudget>
    {
        public Rules()
        {
            RuleFor(f => f.Kind).Must(kind => kind is BudgetChangeKind.Increase or BudgetChangeKind.Decrease).WithMessage("rule.choose-one");
            RuleFor(f => f.Won).MustBeWon();
            RuleFor(f => f.Reason).MustBeAReason();
        }
    }
}

/// <summary>How an instalment is to be paid, and to whom.</summary>
public sealed record PreparePayment
{
    public PaymentMethod? Method { get; set; }

    [FreeText]
    public string? Payee { get; set; }

    public sealed class Rules : AbstractValidator<PreparePayment>
    {
        public Rules(EmbassyGuard embassies)
        {
            // nothing of somebody who asked for refuge goes to an embassy, not even by the name of an account
            RuleFor(f => f.Payee).Must(payee => !embassies.Refuses(payee)).WithMessage("rule.embassy");
            RuleFor(f => f.Method).Must(method => method is { } one && Enum.IsDefined(one)).WithMessage("rule.choose-one");
            RuleFor(f => f.Payee).NotEmpty().WithMessage("budget.rule.payee")
                .MaximumLength(Payment.PayeeMaxLength).WithMessage("rule.too-long").WithState(_ => Payment.PayeeMaxLength);
        }
    }
}

/// <summary>What came back of a payment, and why; without a sum for what only needs a reason.</summary>
public sealed record ReturnUnspent
{
    public string? Won { get; set; }

    [FreeText]
    public string? Reason { get; set; }

    public sealed class Rules : AbstractValidator<ReturnUnspent>
    {
        public Rules()
        {
            RuleFor(f => f.Won).MustBeWon();
            RuleFor(f => f.Reason).MustBeAReason();
        }
    }
}

/// <summary>Why a payment is to be undone.</summary>
public sealed record ReversePayment
{
    [FreeText]
    public string? Reason { get; set; }

    public sealed class Rules : AbstractValidator<ReversePayment>
    {
        public Rules() => RuleFor(f => f.Reason).MustBeAReason();
    }
}

/// <summary>That an award ends before its last day, and why.</summary>
public sealed record EndAward
{
    public AwardEndingKind? Kind { get; set; }

    public DateOnly? LastDay { get; set; }

    [FreeText]
    public string? Reason { get; set; }

    /// <summary>The same reason for the people's letter.</summary>
    [FreeText]
    public string? InTheirLanguage { get; set; }

    public sealed class Rules : AbstractValidator<EndAward>
    {
        public Rules()
        {
            RuleFor(f => f.Kind).Must(kind => kind is { } one && Enum.IsDefined(one)).WithMessage("rule.choose-one");
            RuleFor(f => f.LastDay).NotNull().WithMessage("rule.day-missing");
            RuleFor(f => f.Reason).MustBeAReason();
            RuleFor(f => f.InTheirLanguage).MaximumLength(BudgetChange.ReasonMaxLength).WithMessage("rule.too-long").WithState(_ => BudgetChange.ReasonMaxLength);
        }
    }
}

/// <summary>What was handed over.</summary>
public sealed record HandOverHelp
{
    [FreeText]
    public string? What { get; set; }

    public int? Count { get; set; }

    public DateOnly? On { get; set; }

    public sealed class Rules : AbstractValidator<HandOverHelp>
    {
        public Rules()
        {
            RuleFor(f => f.What).NotEmpty().WithMessage("budget.rule.what")
                .MaximumLength(Delivery.WhatMaxLength).WithMessage("rule.too-long").WithState(_ => Delivery.WhatMaxLength);
            RuleFor(f => f.Count).Must(count => count is > 0 and < 10_000).WithMessage("budget.rule.count");
            RuleFor(f => f.On).NotNull().WithMessage("rule.day-missing");
        }
    }
}
