using System.Text.Json.Serialization;
using FluentValidation;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations.Filing;

/// <summary>A parent's application, page by page; a draft holds it however incomplete it is.</summary>
public sealed record ApplyForChild : IChildForm
{
    public TellCity Place { get; set; } = new();

    public TellChild About { get; set; } = new();

    public TellParents Parents { get; set; } = new();

    public TellPapers Papers { get; set; } = new();

    public TellReach Reach { get; set; } = new();

    [JsonIgnore]
    public string? City => Place.City;

    [JsonIgnore]
    public bool? Waits => Place.Waits;

    [JsonIgnore]
    public bool InDanger => Place.DangerNow == true;

    public ChildIdentity Child() => About.Identity();

    public IReadOnlyList<(Kinship Relation, ParentIdentity Identity)> KnownParents() => Parents.Known(Reach.Contact);

    public sealed class Rules : AbstractValidator<ApplyForChild>
    {
        public Rules(ReferenceBook book, ChildDoor door, TimeProvider time)
        {
            RuleFor(f => f.Place).SetValidator(new TellCity.Rules(book, door, time));
            RuleFor(f => f.About).SetValidator(new TellChild.Rules(book, time));
            RuleFor(f => f.Parents).SetValidator(new TellParents.Rules(time));
            RuleFor(f => f.Papers).SetValidator(new TellPapers.Rules());
            RuleFor(f => f.Reach).SetValidator(new TellReach.Rules(book, time));
        }
    }
}
