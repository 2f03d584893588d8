using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Tests.Privacy;

internal static class Keys
{
    public static readonly KeyRing Ring = KeyRing.Parse(Json("k1", "k1"));

    public static string Json(string current, params string[] ids)
    {
        var keys = string.Join(',', ids.Select(id => $"\"{id}\":\"{Key((byte)id[^1])}\""));
        return $$"""{"current":"{{current}}","keys":{{{keys}}},"index":"{{Key(200)}}","codes":"{{Key(201)}}"}""";
    }

    public static string Key(byte filling) => Convert.ToBase64String(Enumerable.Repeat(filling, 32).ToArray());
}
