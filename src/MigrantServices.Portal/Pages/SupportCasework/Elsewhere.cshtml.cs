using MigrantServices.Core.Cases.Elsewhere;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Cases;

namespace MigrantServices.Portal.Pages.SupportCasework;

/// <summary>Whether the person is known to another service of the office.</summary>
public sealed class ElsewhereModel(PortalDb db, PointerDesk desk, PointerReader reader) : ElsewherePage<SupportApplication>(db, SupportApplication.Service, desk, reader);
