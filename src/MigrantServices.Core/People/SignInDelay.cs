namespace MigrantServices.Core.People;

/// <summary>How long an account waits after wrong passwords: longer each time from the fifth on, and never for good.</summary>
public static class SignInDelay
{
    public const int FreeFailures = 4;

    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <param name="failures">Wrong passwords in a row, this one included.</param>
    public static TimeSpan After(int failures)
    {
        if (failures <= FreeFailures)
        {
            return TimeSpan.Zero;
        }

        var seconds = Math.Pow(2, Math.Min(failures - FreeFailures - 1, 30));
        return seconds < Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : Longest;
    }
}
