using FluentValidation;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Notices;

/// <summary>Whether and when the person wants a mail when the office has written.</summary>
public sealed record ChooseNotices
{
    public NoticeHours? Hours { get; set; }

    /// <summary>Empty: the one that was given before.</summary>
    [FreeText]
    public string? Address { get; set; }

    /// <summary>One was given before; the page says so, not the form.</summary>
    public bool HasAddress { get; init; }

    /// <summary>What mail servers on the way can be trusted to understand.</summary>
    public static bool LooksRight(string? address) =>
        address is not null && address.Trim().Length <= EmailAddress.MaxLength && EmailAddress.LooksRight(address) && address.All(char.IsAscii);

    public sealed class Rules : AbstractValidator<ChooseNotices>
    {
        public Rules()
        {
            RuleFor(f => f.Hours).Must(h => h is not null && Enum.IsDefined(h.Value)).WithMessage("rule.choose-one");
            RuleFor(f => f.Address).Must(LooksRight)
                .When(f => f.Hours is not (null or NoticeHours.Never) && !(f.HasAddress && string.IsNullOrWhiteSpace(f.Address))).WithMessage("rule.no-email");
        }
    }
}
