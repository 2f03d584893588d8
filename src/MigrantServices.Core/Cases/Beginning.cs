using MigrantServices.Core.People;

namespace MigrantServices.Core.Cases;

/// <summary>One line of how a service's cases begin: in which status, by which ways, brought by whom, under which article.</summary>
/// <param name="Article">A key of the table of articles, such as "petitions:8".</param>
public sealed record Beginning(CaseStatus As, IReadOnlyList<Channel> Channels, Role Who, string Article);
