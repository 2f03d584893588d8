namespace MigrantServices.Core.Storage.Seed.Demo;

/// <summary>A clock that is set to the moment of each fictional deed, so that history looks grown and not made at once.</summary>
public sealed class DemoClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
