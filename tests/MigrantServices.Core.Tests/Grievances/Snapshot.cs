using System.Collections;
using System.Reflection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using Xunit;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>Everything that a grievance holds at one moment, read from its properties, so that a new one is in it by itself.</summary>
internal static class Snapshot
{
    private static readonly PropertyInfo[] OfCase = Readable(typeof(Grievance));

    private static readonly PropertyInfo[] OfPause = Readable(typeof(CasePause));

    /// <summary>The value of each property, then every day of every pause. Of lists: how many. What is only ever replaced stands for itself.</summary>
    public static object?[] Of(Grievance one) =>
        [.. OfCase.Select(property => Value(property, one)), .. one.Pauses.SelectMany(pause => OfPause.Select(property => Value(property, pause)))];

    public static void AssertSame(object?[] before, Grievance one)
    {
        var after = Of(one);
        if (!before.SequenceEqual(after))
        {
            var changed = OfCase.Where((property, at) => !Equals(before[at], after[at])).Select(property => property.Name);
            Assert.Fail("Changed: " + string.Join(", ", changed.DefaultIfEmpty(nameof(Grievance.Pauses))));
        }
    }

    private static PropertyInfo[] Readable(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0)];

    private static object? Value(PropertyInfo property, object owner) => property.GetValue(owner) switch
    {
        Array values => string.Join(',', values.Cast<object>()),
        ICollection list => list.Count,
        string words => words,
        IEnumerable several => string.Join(',', several.Cast<object>()),
        var value => value,
    };
}
