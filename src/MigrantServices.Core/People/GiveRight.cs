using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.People;

/// <summary>A right to be given: a role, perhaps for some services, some municipalities or some time only.</summary>
public sealed record GiveRight
{
    /// <summary>None until one is chosen.</summary>
    public Role Role { get; set; }

    /// <summary>Empty means every service.</summary>
    public List<string> Services { get; set; } = [];

    /// <summary>Empty means the whole province; a municipal officer must have at least one.</summary>
    public List<string> Municipalities { get; set; } = [];

    /// <summary>Only for complaints about the office itself; none of the others opens then.</summary>
    public bool ForSetApart { get; set; }

    /// <summary>For somebody of an entrusted centre: which one. Its city and its services follow from it.</summary>
    public string? Centre { get; set; }

    /// <summary>The last day on which it holds; null means until withdrawn.</summary>
    public DateOnly? LastDay { get; set; }

    public sealed class Rules : AbstractValidator<GiveRight>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Role).Must(Roles.Grantable.Contains).WithMessage("people.rule.role");
            RuleFor(f => f.Services).Must(chosen => chosen.TrueForAll(IsService)).WithMessage("people.rule.service");
            RuleFor(f => f.Municipalities).Must(chosen => chosen.TrueForAll(code => book.Has(Lists.Municipalities, code, Seoul.DateOf(time.GetUtcNow())))).WithMessage("people.rule.municipality");
            RuleFor(f => f.Municipalities).NotEmpty().When(f => f.Role == Role.MunicipalOfficer).WithMessage("people.rule.municipality-missing");
            RuleFor(f => f.Centre).Must(code => book.Has(Lists.EntrustedCentres, code, Seoul.DateOf(time.GetUtcNow()))).When(f => f.Role == Role.CentreWorker).WithMessage("people.rule.centre");
            RuleFor(f => f.Centre).Must(string.IsNullOrEmpty).When(f => f.Role != Role.CentreWorker).WithMessage("people.rule.centre-alone");
            RuleFor(f => f.ForSetApart).Equal(false).When(f => (f.Role & Role.CaseHandlers) == Role.None).WithMessage("people.rule.set-apart");
            RuleFor(f => f.LastDay).Must(day => day is null || day >= Seoul.DateOf(time.GetUtcNow())).WithMessage("people.rule.last-day");
        }

        private static bool IsService(string prefix) => ServiceCatalog.All.Any(kind => kind.Prefix == prefix);
    }
}
