using System.Text.Json.Serialization;
using FluentValidation;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Notices;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations.Filing;

/// <summary>How it is safe to reach the parent.</summary>
public sealed record TellReach : IReachable
{
    public ContactWay? Way { get; set; }

    [FreeText]
    public string? Contact { get; set; }

    [FreeText]
    public string? ContactNote { get; set; }

    public NoticeHours? Notices { get; set; }

    [FreeText]
    public string? NoticeAddress { get; set; }

    public string? Language { get; set; }

    /// <summary>Null when the person did not say.</summary>
    public bool? WantsInterpreter { get; set; }

    [FreeText]
    public string? InterpreterNote { get; set; }

    /// <summary>Null when they want no mail.</summary>
    [JsonIgnore]
    public string? NoticesTo => Reach.NoticesTo(this);

    public sealed class Rules : AbstractValidator<TellReach>
    {
        public Rules(ReferenceBook book, TimeProvider time) => this.AddReachRules(book, time);
    }
}
