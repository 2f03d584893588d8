using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Applications;

/// <summary>Takes in an application that a colleague takes down, with the papers that came with it.</summary>
public sealed class SupportCounterDesk(PortalDb db, SupportFilingDesk desk, DraftDesk drafts, FileStore files)
{
    public FilingOnItsWay<TakeDownSupport> Begin(Actor colleague) => new(
        db,
        drafts,
        files,
        colleague,
        SupportApplication.Prefix,
        async (form, cancel) => desk.WhyNot(form, colleague) is null && await desk.FiledAsync(form, colleague, cancel) is null,
        (form, codeHash, filesIn, cancel) => desk.TakeDownAsync(form, colleague, codeHash, filesIn, cancel));
}
