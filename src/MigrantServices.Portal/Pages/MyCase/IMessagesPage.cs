using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;

namespace MigrantServices.Portal.Pages.MyCase;

/// <summary>A page that shows what was written on both sides.</summary>
public interface IMessagesPage
{
    Conversation Conversation { get; }

    IReadOnlyList<ShownFile> Files { get; }

    /// <summary>The message before which older ones are shown; null for the newest.</summary>
    Guid? Before { get; }

    Actor Actor { get; }
}
