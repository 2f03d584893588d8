using System.Globalization;
using System.Security.Cryptography;

namespace MigrantServices.Core.Cases;

/// <summary>Makes references such as DG-2026-48213-90754: not in order of filing, so that nobody can count the cases of a week.</summary>
public static class References
{
    public static string New(string prefix, DateOnly today) => string.Create(
        CultureInfo.InvariantCulture,
        $"{prefix}-{today.Year}-{RandomNumberGenerator.GetInt32(100_000):00000}-{RandomNumberGenerator.GetInt32(100_000):00000}");
}
