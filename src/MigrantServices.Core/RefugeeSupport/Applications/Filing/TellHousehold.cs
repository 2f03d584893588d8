using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.RefugeeSupport.Applications.Filing;

/// <summary>Where the household lives and who belongs to it, each described once for all programmes.</summary>
public sealed record TellHousehold
{
    public const int MostMembers = 20;

    public string? City { get; set; }

    public List<TellMember> Members { get; set; } = [];

    /// <summary>The member who is described twice: the same name, and no birthday that tells them apart.</summary>
    public bool HasTwice(TellMember member) => Members.Exists(other => other.Key != member.Key && member.IsSameAs(other));

    public sealed class Rules : AbstractValidator<TellHousehold>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.City).Must(c => book.Has(Lists.Municipalities, c, Seoul.DateOf(time.GetUtcNow()))).WithMessage("rule.choose-city");
            RuleFor(f => f.Members).NotEmpty().WithMessage("rule.nobody-in-household");
            RuleFor(f => f.Members).Must(members => members.Count <= MostMembers).WithMessage("rule.household-too-large").WithState(_ => MostMembers);
            RuleFor(f => f.Members).Must((f, members) => !members.Exists(f.HasTwice)).WithMessage("rule.member-twice");
            RuleFor(f => f.Members).Must(members => members.Count == 0 || members.Count(member => member.IsApplicant) == 1).WithMessage("rule.who-applies");
            RuleForEach(f => f.Members).SetValidator(new TellMember.Rules(book, time));
        }
    }
}
