namespace MigrantServices.Core.Storage.Embedded;

/// <summary>PostgreSQL refuses to work for root; this is how root steps down for it.</summary>
internal sealed record RunAs(string[] Prefix, string? OwnerId)
{
    private const string Nobody = "65534";

    private static readonly RunAs Oneself = new([], null);

    // Inside, the server believes to be nobody; on disk its files stay ours, so it works below a closed home folder too.
    private static readonly RunAs Mapped = new(["unshare", "--user", $"--map-user={Nobody}", $"--map-group={Nobody}"], null);

    /// <summary>A folder that an ordinary user has made stays that user's.</summary>
    public static async Task<RunAs> ChooseAsync(string folder, CancellationToken cancel)
    {
        if (!OperatingSystem.IsLinux())
        {
            return Oneself;
        }

        if (!Environment.IsPrivilegedProcess)
        {
            // some containers run under a number that has no name, and PostgreSQL asks for the name
            return await SucceedsAsync(["id", "-un"], cancel) || !await SucceedsAsync([.. Mapped.Prefix, "true"], cancel) ? Oneself : Mapped;
        }

        var (_, owner) = await Command.TryRunAsync(["stat", "-c", "%u", folder], cancel);
        if (owner.Trim() is var id && id is not ("0" or ""))
        {
            return Other(id);
        }

        // containers often forbid user namespaces
        return await SucceedsAsync([.. Mapped.Prefix, "true"], cancel) ? Mapped : Other(Nobody);
    }

    public Task HandOverAsync(string folder, CancellationToken cancel) =>
        OwnerId is null ? Task.CompletedTask : Command.RunAsync(["chown", "-R", $"{OwnerId}:{OwnerId}", folder], cancel);

    private static async Task<bool> SucceedsAsync(string[] command, CancellationToken cancel) =>
        (await Command.TryRunAsync(command, cancel)).Code == 0;

    private static RunAs Other(string id) => new(["setpriv", $"--reuid={id}", $"--regid={id}", "--clear-groups"], id);
}
