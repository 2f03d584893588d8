using MigrantServices.Core.Grievances;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Cases;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>A letter of the case as a paper to be saved.</summary>
public sealed class LetterPdfModel(PortalDb db, LetterReader reader, AccessLog access) : SentLetterPaper<Grievance>(db, Grievance.Service, reader, access);
