namespace MigrantServices.Portal.Web.Problems;

/// <summary>Something that keeps a page from being shown: its status, and the key of its sentences.</summary>
/// <param name="Text">Followed by <c>.title</c> and <c>.what</c>.</param>
/// <param name="KeepsForm">What was typed is handed back in a form that can be sent again.</param>
public sealed record Problem(int Status, string Text, bool KeepsForm = false)
{
    public static readonly Problem DatabaseAway = new(StatusCodes.Status503ServiceUnavailable, "error.away", KeepsForm: true);
    public static readonly Problem Busy = new(StatusCodes.Status503ServiceUnavailable, "error.busy", KeepsForm: true);
    public static readonly Problem SessionEnded = new(StatusCodes.Status401Unauthorized, "error.session", KeepsForm: true);
    public static readonly Problem Broken = new(StatusCodes.Status500InternalServerError, "error.500");

    private static readonly int[] Known = [400, 403, 404, 405, 413, 429, 500];

    /// <summary>Where to go first, such as the page to sign in; null for none.</summary>
    public string? Door { get; init; }

    /// <summary>What the person can tell the office, to be found again in the log; null for none.</summary>
    public string? Reference { get; init; }

    public static Problem Of(int status) => status == DatabaseAway.Status
        ? DatabaseAway
        : new(status, "error." + (Array.IndexOf(Known, status) >= 0 ? status : status < 500 ? 400 : 500));
}
