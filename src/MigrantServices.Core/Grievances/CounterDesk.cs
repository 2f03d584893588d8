using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>Takes in what a colleague takes down, with the files that came with it.</summary>
public sealed class CounterDesk(PortalDb db, FilingDesk desk, DraftDesk drafts, FileStore files)
{
    public FilingOnItsWay<FileAtCounter> Begin(Actor colleague) => new(
        db,
        drafts,
        files,
        colleague,
        Grievance.Prefix,
        async (form, cancel) => FilingDesk.WhyNot(form, colleague) is null && !await desk.IsFiledAsync(form, colleague, cancel),
        (form, codeHash, filesIn, cancel) => desk.FileAtCounterAsync(form, colleague, codeHash, filesIn, cancel));
}
