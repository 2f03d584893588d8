namespace MigrantServices.Core.Storage.Embedded;

/// <summary>PostgreSQL refuses to work for root; this is how root steps down for it.</summary>
internal sealed record RunAs(string[] Prefix, string? OwnerId)
{
    private const string Nobody = "65534";

    private static readonly RunAs Oneself = new([], null);

    // Inside, the server believes to be user 1000; on disk its files stay root's, so it works below a closed home folder too.
    private static readonly RunAs Mapped = new(["unshare", "--user", "--map-user=1000", "--map-group=1000"], null);

    /// <summary>A cluster that an ordinary user has made stays that user's.</summary>
    public static async Task<RunAs> ChooseAsync(string cluster, CancellationToken cancel)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return Oneself;
        }

        if (Directory.Exists(cluster))
        {
            var (_, owner) = await Command.TryRunAsync(["stat", "-c", "%u", cluster], cancel);
            if (owner.Trim() is var id && id is not ("0" or ""))
            {
                return Other(id);
            }
        }

        // containers often forbid user namespaces
        var (code, _) = await Command.TryRunAsync([.. Mapped.Prefix, "true"], cancel);
        return code == 0 ? Mapped : Other(Nobody);
    }

    public Task HandOverAsync(string folder, CancellationToken cancel) =>
        OwnerId is null ? Task.CompletedTask : Command.RunAsync(["chown", "-R", $"{OwnerId}:{OwnerId}", folder], cancel);

    private static RunAs Other(string id) => new(["setpriv", $"--reuid={id}", $"--regid={id}", "--clear-groups"], id);
}
