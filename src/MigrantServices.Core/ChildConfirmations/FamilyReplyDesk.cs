using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>Takes in a parent's reply whose files arrive before it is sent.</summary>
public sealed class FamilyReplyDesk(PortalDb db, FamilyDesk desk, FileStore files)
{
    public ReplyOnItsWay Begin(ChildConfirmation child, Actor parent) =>
        new(db, files, child.Id, (messageId, form, language, cancel) => desk.WriteAsync(child, messageId, form, language, parent, cancel));
}
