using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace MigrantServices.Core.Documents;

/// <summary>How much room files of unsent forms may take, so that nobody fills the disk by patience.</summary>
/// <param name="Total">In bytes, for the whole portal.</param>
/// <param name="OfOneAddress">In bytes, that may come from one network address within a day.</param>
public sealed record DraftLimits(long Total, long OfOneAddress)
{
    public const string TotalSetting = "Drafts:MaxMegabytes";
    public const string AddressSetting = "Drafts:MaxMegabytesPerAddressAndDay";

    private const long Megabyte = 1024 * 1024;
    private const int DefaultTotal = 5 * 1024;
    private const int DefaultOfOneAddress = 1024;

    /// <exception cref="InvalidOperationException">A setting is no number, or so small that not even one file would fit.</exception>
    public static DraftLimits From(IConfiguration settings) =>
        new(Read(settings, TotalSetting, DefaultTotal), Read(settings, AddressSetting, DefaultOfOneAddress));

    private static long Read(IConfiguration settings, string name, int otherwise)
    {
        if (string.IsNullOrWhiteSpace(settings[name]))
        {
            return otherwise * Megabyte;
        }

        return int.TryParse(settings[name], NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) && megabytes * Megabyte >= CaseFile.MaxLength
            ? megabytes * Megabyte
            : throw new InvalidOperationException($"{name} must be a number of megabytes, at least {CaseFile.MaxLength / Megabyte}.");
    }
}
