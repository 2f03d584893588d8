using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Cases;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>A letter of the case as it went out, both languages side by side.</summary>
public sealed class LetterModel(PortalDb db, LetterReader reader) : SentLetterPage<Grievance>(db, Grievance.Service, reader);
