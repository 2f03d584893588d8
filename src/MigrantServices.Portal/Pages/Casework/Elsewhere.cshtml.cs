using MigrantServices.Core.Cases.Elsewhere;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Cases;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Whether the person is known to another service of the office.</summary>
public sealed class ElsewhereModel(PortalDb db, PointerDesk desk, PointerReader reader) : ElsewherePage<Grievance>(db, Grievance.Service, desk, reader);
