namespace MigrantServices.Core.Storage.Seed.Demo;

/// <summary>The face of a child that does not exist; it is drawn.</summary>
public static class DemoPhotograph
{
    private static readonly Lazy<byte[]> Drawn = new(() =>
    {
        using var stream = typeof(DemoPhotograph).Assembly.GetManifestResourceStream("MigrantServices.Core.Storage.Seed.Demo.face.jpg")!;
        var photograph = new byte[stream.Length];
        stream.ReadExactly(photograph);
        return photograph;
    });

    public static byte[] Jpeg => Drawn.Value;
}
