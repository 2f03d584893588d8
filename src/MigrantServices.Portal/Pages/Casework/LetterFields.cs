namespace MigrantServices.Portal.Pages.Casework;

/// <summary>What the form of a message to the person carries beside its files.</summary>
public sealed class LetterFields<TForm>
    where TForm : class, new()
{
    public TForm Form { get; set; } = new();

    /// <summary>The state of the case that the colleague saw when they wrote.</summary>
    public int? Revision { get; set; }
}
