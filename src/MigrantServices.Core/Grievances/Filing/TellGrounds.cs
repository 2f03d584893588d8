using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Grievances.Filing;

/// <summary>Third page of the form: why, in which field of life, and in what form (L2).</summary>
public sealed record TellGrounds
{
    public List<string> Grounds { get; set; } = [];

    public List<string> Sectors { get; set; } = [];

    public List<string> Forms { get; set; } = [];

    public string? Aim { get; set; }

    public sealed class Rules : AbstractValidator<TellGrounds>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Grounds).NotEmpty().WithMessage("rule.choose-some").Must(all => Known(all, Lists.Grounds)).WithMessage("rule.choose-some");
            RuleFor(f => f.Sectors).NotEmpty().WithMessage("rule.choose-some").Must(all => Known(all, Lists.Sectors)).WithMessage("rule.choose-some");
            RuleFor(f => f.Forms).Must(all => Known(all, Lists.Forms)).WithMessage("rule.choose-some");
            RuleFor(f => f.Aim).Must(a => string.IsNullOrEmpty(a) || book.Has(Lists.Aims, a, Today())).WithMessage("rule.choose-one");

            bool Known(List<string> codes, string list) => codes.TrueForAll(c => book.Has(list, c, Today()));
            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }
    }
}
