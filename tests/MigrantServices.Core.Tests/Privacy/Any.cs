using FsCheck;
using FsCheck.Fluent;

namespace MigrantServices.Core.Tests.Privacy;

/// <summary>Letters and texts by script, for properties.</summary>
internal static class Any
{
    /// <summary>Any sequence of UTF-16 units, broken ones included, rich in the troublesome ones.</summary>
    public static readonly Gen<string> Utf16 = Gen.OneOf(
        Unit(0, 0x7F), Unit(0, 0xFFFF), Unit(0x80, 0x36F), Unit(0x2000, 0x206F), Unit(0xAC00, 0xD7A3), Unit(0x1100, 0x11FF),
        Unit(0xD800, 0xDFFF), Unit(0xFDD0, 0xFFFF)).ArrayOf().Select(units => new string(units));

    /// <summary>Any text that UTF-8 can carry.</summary>
    public static readonly Gen<string> Text = Gen.OneOf(
        Rune(0, 0x7F), Rune(0x80, 0xD7FF), Rune(0xE000, 0x10FFFF)).ArrayOf().Select(string.Concat);

    public static readonly Gen<string> LatinWord = Gen.Elements("abcdeghiklmnoprstuvyđêôơưáàảãạễộứABCĐÊ".ToCharArray())
        .NonEmptyListOf().Select(letters => new string([.. letters]));

    public static Gen<string> Rune(int first, int last) => Gen.Choose(first, last).Select(char.ConvertFromUtf32);

    private static Gen<char> Unit(int first, int last) => Gen.Choose(first, last).Select(unit => (char)unit);
}
