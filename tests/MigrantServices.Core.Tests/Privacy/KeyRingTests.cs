using MigrantServices.Core.Privacy;
using Xunit;

namespace MigrantServices.Core.Tests.Privacy;

public sealed class KeyRingTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"keys-{Guid.NewGuid():N}");

    private string KeyPath => Path.Combine(_folder, "inner", "keys.json");

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public void A_first_start_makes_keys_and_the_next_finds_them_again()
    {
        var made = KeyRing.LoadOrCreate(KeyPath);
        var found = KeyRing.LoadOrCreate(KeyPath);
        var loaded = KeyRing.Load(KeyPath);

        Assert.Equal(made.CodeKey, found.CodeKey);
        Assert.Equal(made.Derive(made.CurrentKeyId, "x"), loaded.Derive(loaded.CurrentKeyId, "x"));
        Assert.Equal(["keys.json"], Directory.GetFiles(Path.GetDirectoryName(KeyPath)!).Select(Path.GetFileName));
    }

    [Fact]
    public void Nobody_else_on_the_machine_can_read_the_key_file()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        KeyRing.LoadOrCreate(KeyPath);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyPath));
        var folder = File.GetUnixFileMode(Path.GetDirectoryName(KeyPath)!);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, folder);
    }

    [Fact]
    public async Task Nodes_that_start_together_agree_on_the_keys()
    {
        var rings = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => KeyRing.LoadOrCreate(KeyPath))));

        Assert.Single(rings.Select(ring => Convert.ToHexString(ring.CodeKey)).Distinct());
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var missing = Assert.Throws<KeysMissingException>(() => KeyRing.Load(KeyPath));

        Assert.Contains(KeyPath, missing.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("SECRET")]
    [InlineData("""{"current":"k1","keys":{"k1":"SECRET"},"index":"SECRET","codes":"SECRET"}""")]
    [InlineData("""{"current":"k1","keys":{"k1":null},"index":null,"codes":null}""")]
    public void A_damaged_file_is_refused_without_showing_what_is_in_it(string content)
    {
        var damaged = Assert.Throws<KeysMissingException>(() => KeyRing.Parse(content));

        Assert.DoesNotContain("SECRET", damaged.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_current_key_must_be_among_the_keys()
    {
        Assert.Throws<KeysMissingException>(() => KeyRing.Parse(Keys.Json("k2", "k1")));
    }

    [Fact]
    public void Each_purpose_and_each_key_gives_another_key()
    {
        var ring = KeyRing.Parse(Keys.Json("k2", "k1", "k2"));

        byte[][] derived = [ring.Derive("k1", "a"), ring.Derive("k1", "b"), ring.Derive("k2", "a"), ring.Derive("k2", "b")];

        Assert.Equal(4, derived.Select(Convert.ToHexString).Distinct().Count());
        Assert.All(derived, key => Assert.Equal(32, key.Length));
        Assert.Throws<KeysMissingException>(() => ring.Derive("k9", "a"));
    }
}
