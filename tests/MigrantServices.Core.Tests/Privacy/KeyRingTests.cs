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
    public void A_new_key_is_taken_over_without_a_stop_and_the_other_node_opens_what_it_seals()
    {
        var (here, there) = (Path.Combine(_folder, "here.json"), Path.Combine(_folder, "there.json"));
        Directory.CreateDirectory(_folder);
        Write(here, Keys.Json("k1", "k1"), 0);
        Write(there, Keys.Json("k1", "k1"), 0);
        var (one, other) = (KeyRing.Load(here), KeyRing.Load(there));

        // first every node knows it, then one seals under it
        Write(here, Keys.Json("k1", "k1", "k2"), 1);
        Write(there, Keys.Json("k1", "k1", "k2"), 1);
        Write(here, Keys.Json("k2", "k1", "k2"), 2);

        Assert.Equal(("k2", "k1"), (one.CurrentKeyId, other.CurrentKeyId));
        Assert.Equal(one.Derive("k2", "x"), other.Derive("k2", "x"));
        Write(there, Keys.Json("k2", "k1", "k2"), 2);
        Assert.Equal("k2", other.CurrentKeyId);
        Assert.Equal(one.Derive("k1", "x"), other.Derive("k1", "x"));
    }

    [Fact]
    public void A_node_that_lacks_a_key_says_so_and_opens_it_once_its_file_has_it()
    {
        Directory.CreateDirectory(_folder);
        var path = Path.Combine(_folder, "late.json");
        Write(path, Keys.Json("k1", "k1"), 0);
        var late = KeyRing.Load(path);
        Assert.Throws<KeysMissingException>(() => late.Derive("k2", "x"));
        Assert.False(late.Has("k2"));

        Write(path, Keys.Json("k1", "k1", "k2"), 1);

        Assert.True(late.Has("k2"));
        Assert.Equal(KeyRing.Parse(Keys.Json("k2", "k1", "k2")).Derive("k2", "x"), late.Derive("k2", "x"));
    }

    [Fact]
    public void A_broken_file_or_one_of_another_portal_changes_nothing()
    {
        Directory.CreateDirectory(_folder);
        var path = Path.Combine(_folder, "kept.json");
        Write(path, Keys.Json("k1", "k1"), 0);
        var ring = KeyRing.Load(path);
        var before = ring.Derive("k1", "x");

        foreach (var (content, hour) in new[] { ("{ half", 1), (Keys.Json("k2", "k1", "k2").Replace(Keys.Key(200), Keys.Key(7), StringComparison.Ordinal), 2) })
        {
            Write(path, content, hour);
            Assert.Equal(("k1", false), (ring.CurrentKeyId, ring.Has("k2")));
        }

        File.Delete(path);
        Assert.Equal("k1", ring.CurrentKeyId);
        Assert.Equal(before, ring.Derive("k1", "x"));
    }

    // a clock that stands between two writings would hide the second one
    private static void Write(string path, string content, int hour)
    {
        File.WriteAllText(path, content);
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 11, 23, hour, 0, 0, DateTimeKind.Utc));
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
