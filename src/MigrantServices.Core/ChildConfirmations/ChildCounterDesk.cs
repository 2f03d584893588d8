using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.Documents;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>Takes in a child whom a colleague takes down, with the papers that came with it.</summary>
public sealed class ChildCounterDesk(PortalDb db, ChildFilingDesk desk, DraftDesk drafts, FileStore files)
{
    public FilingOnItsWay<TakeDownChild> Begin(Actor colleague) => new(
        db,
        drafts,
        files,
        colleague,
        ChildConfirmation.Prefix,
        async (form, cancel) => desk.WhyNot(form, colleague) is null && await desk.FiledAsync(form, colleague, cancel) is null,
        (form, codeHash, filesIn, cancel) => desk.TakeDownAsync(form, colleague, codeHash, filesIn, cancel));
}
