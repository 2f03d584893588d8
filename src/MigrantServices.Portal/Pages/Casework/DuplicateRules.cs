using FluentValidation;
using MigrantServices.Core.Grievances.Duplicates;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>The rules of the three forms by which duplicates are judged.</summary>
public sealed record DuplicateRules(IValidator<TellApart> Apart, IValidator<ProposeMerge> Together, IValidator<PartCases> Part);
