using System.Text.Json.Serialization;
using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations.Filing;

/// <summary>A child whom a colleague takes down: for a parent, for somebody who knows of it, or because the office itself knows of it (child ordinance, art. 5).</summary>
public sealed record TakeDownChild : IChildForm
{
    public const int ConsentNoteMaxLength = 1000;

    /// <summary>At the counter nobody agrees with the online form.</summary>
    public const string WithForm = "with-form";

    public WayIn? Way { get; set; }

    public Channel? Channel { get; set; }

    /// <summary>The moment of receipt in Seoul, which may lie before that of typing.</summary>
    public DateTime? ReceivedAt { get; set; }

    /// <summary>It was read back to the person, who agreed.</summary>
    public bool ReadBack { get; set; }

    [FreeText]
    public string? Interpreter { get; set; }

    /// <summary>Made when the page was opened, so that sending twice files once.</summary>
    public Guid Token { get; set; }

    public string? City { get; set; }

    public bool? Waits { get; set; }

    public bool InDanger { get; set; }

    public TellChild About { get; set; } = new();

    public TellParents Parents { get; set; } = new();

    public TellReach Reach { get; set; } = new();

    /// <summary>What is known, in their words or the colleague's.</summary>
    [FreeText]
    public string? Known { get; set; }

    /// <summary>For a request: what they are to the child, as a code.</summary>
    public string? Relation { get; set; }

    [FreeText]
    public string? RequesterName { get; set; }

    [FreeText]
    public string? RequesterContact { get; set; }

    /// <summary>The day on which the legal representative agreed; null while they have not.</summary>
    public DateOnly? ConsentOn { get; set; }

    /// <summary>How the colleague knows that they agreed: whom they spoke with and what was said, or where the paper is.</summary>
    [FreeText]
    public string? ConsentNote { get; set; }

    /// <summary>The signed paper is among the files.</summary>
    public bool ConsentInFiles { get; set; }

    [JsonIgnore]
    public bool IsParents => Way == WayIn.Parent;

    public ChildIdentity Child() => About.Identity();

    public IReadOnlyList<(Kinship Relation, ParentIdentity Identity)> KnownParents() => Parents.Known(IsParents ? Reach.Contact : null);

    public sealed class Rules : AbstractValidator<TakeDownChild>
    {
        private static readonly TimeSpan Latest = TimeSpan.FromDays(90);

        public Rules(ReferenceBook book, ChildDoor door, TimeProvider time)
        {
            RuleFor(f => f.Way).Must(w => w is not null && Enum.IsDefined(w.Value)).WithMessage("rule.choose-one");
            RuleFor(f => f.Channel).Must(c => c is { } way && ChildConfirmation.TakenDown.Contains(way)).WithMessage("rule.choose-one");
            RuleFor(f => f.ReceivedAt).NotNull().WithMessage("rule.no-such-date");
            RuleFor(f => f.ReceivedAt).Must(at => at is null || at <= Now().AddMinutes(1)).WithMessage("rule.date-in-future");
            RuleFor(f => f.ReceivedAt).Must(at => at is null || at >= Now() - Latest).WithMessage("rule.date-too-old");
            RuleFor(f => f.ReadBack).Equal(true).When(f => f.Way != WayIn.ExOfficio && f.Channel is Cases.Channel.Phone or Cases.Channel.Visit).WithMessage("rule.read-back-missing");
            RuleFor(f => f.Interpreter).MaximumLength(CasePerson.NameMaxLength).WithMessage("rule.too-long").WithState(_ => CasePerson.NameMaxLength);
            RuleFor(f => f.Token).NotEqual(Guid.Empty).WithMessage("rule.form-expired");
            RuleFor(f => f.City).Must(c => book.Has(Lists.Municipalities, c, Today())).WithMessage("rule.choose-city");
            RuleFor(f => f.Waits).Equal(true).When(f => !f.InDanger && !string.IsNullOrEmpty(f.City) && !door.TakesPart(f.City)).WithMessage("rule.wait-for-city");
            RuleFor(f => f.ConsentOn).Must(on => on is null || on <= Today()).WithMessage("rule.date-in-future");
            RuleFor(f => f.ConsentOn).NotNull().When(f => f.ConsentInFiles || !string.IsNullOrWhiteSpace(f.ConsentNote)).WithMessage("rule.day-missing");
            RuleFor(f => f.About.Consent).Must(way => way != WithForm && book.Has(Lists.ConsentWays, way, Today()))
                .When(f => f.ConsentOn is not null && (f.About.Consent == WithForm || !f.IsParents || !f.Child().NeedsConsentOn(Today()))).WithMessage("rule.consent-missing");
            RuleFor(f => f.ConsentNote).NotEmpty().When(f => f.ConsentOn is not null && !f.ConsentInFiles).WithMessage("rule.consent-unshown");
            RuleFor(f => f.ConsentNote).MaximumLength(ConsentNoteMaxLength).WithMessage("rule.too-long").WithState(_ => ConsentNoteMaxLength);
            RuleFor(f => f.Known).NotEmpty().When(f => !f.IsParents).WithMessage("rule.tell-what-you-know");
            RuleFor(f => f.Known).MaximumLength(ChildConfirmation.AccountMaxLength).WithMessage("rule.too-long").WithState(_ => ChildConfirmation.AccountMaxLength);
            RuleFor(f => f.Relation).Must(r => book.Has(Lists.RequesterRelations, r, Today())).When(f => f.Way == WayIn.Request).WithMessage("rule.choose-one");
            RuleFor(f => f.RequesterName).MaximumLength(CasePerson.NameMaxLength).WithMessage("rule.too-long").WithState(_ => CasePerson.NameMaxLength);
            RuleFor(f => f.RequesterContact).MaximumLength(CasePerson.ContactMaxLength).WithMessage("rule.too-long").WithState(_ => CasePerson.ContactMaxLength);
            When(f => f.IsParents, () =>
            {
                RuleFor(f => f.About).SetValidator(new TellChild.Rules(book, time));
                RuleFor(f => f.Parents).SetValidator(new TellParents.Rules(time));
                RuleFor(f => f.Reach).SetValidator(new TellReach.Rules(book, time));
            }).Otherwise(() =>
            {
                RuleFor(f => f.About).SetValidator(new TellChild.AsKnown(time));
                RuleFor(f => f.Parents).SetValidator(new TellParents.AsKnown(time));
            });

            DateTime Now() => Seoul.WallClock(time.GetUtcNow()).DateTime;
            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }
    }
}
