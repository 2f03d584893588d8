using MigrantServices.Core.Cases;

namespace MigrantServices.Portal.Pages.MyCase;

/// <summary>What a reply's form carries beside its files.</summary>
public sealed class ReplyFields
{
    public WriteMessage Form { get; set; } = new();

    /// <summary>Made with the page, so that sending twice writes once.</summary>
    public Guid MessageId { get; set; } = Guid.CreateVersion7();

    /// <summary>The person had the office's request before them when they wrote.</summary>
    public bool SawRequest { get; set; }
}
