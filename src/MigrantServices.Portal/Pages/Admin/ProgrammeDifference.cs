using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Portal.Pages.Admin;

/// <summary>A change to a programme beside what holds without it.</summary>
/// <param name="Now">The terms as they are before; null for a new programme, and for one that was closed.</param>
public sealed record ProgrammeDifference(ProgrammeChange Change, ProgrammeTerms? Now);
