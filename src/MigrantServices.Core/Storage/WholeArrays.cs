using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace MigrantServices.Core.Storage;

/// <summary>Arrays of the portal are replaced whole and never altered in place, so they need not be copied and compared entry by entry at each reading.</summary>
internal static class WholeArrays
{
    public static void CompareArraysWhole(this ModelBuilder builder)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(type => type.GetDeclaredProperties()))
        {
            ValueComparer? comparer = property.ClrType switch
            {
                var type when type == typeof(string[]) => new Comparer<string>(),
                var type when type == typeof(long[]) => new Comparer<long>(),
                var type when type == typeof(Guid[]) => new Comparer<Guid>(),
                _ => null,
            };
            if (comparer is not null)
            {
                property.SetValueComparer(comparer);
            }
        }
    }

    private static bool Same<T>(T[]? one, T[]? other) =>
        ReferenceEquals(one, other) || (one is not null && other is not null && one.AsSpan().SequenceEqual(other));

    private sealed class Comparer<T>() : ValueComparer<T[]>((one, other) => Same(one, other), array => array.Length, array => array);
}
