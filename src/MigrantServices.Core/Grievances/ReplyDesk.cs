using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>Takes in a person's reply whose files arrive before it is sent.</summary>
public sealed class ReplyDesk(PortalDb db, FilerDesk desk, FileStore files)
{
    public ReplyOnItsWay Begin(Grievance grievance, Actor actor) =>
        new(db, files, grievance.Id, (messageId, form, language, cancel) => desk.WriteAsync(grievance, messageId, form, language, actor, cancel));
}
