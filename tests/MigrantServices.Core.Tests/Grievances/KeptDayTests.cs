using System.Reflection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Export;
using Xunit;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>A copy of a case holds every day that the case keeps.</summary>
public sealed class KeptDayTests
{
    /// <summary>Days that stand in the facts themselves, the last one with its moment.</summary>
    private static readonly string[] OfFacts = [nameof(Grievance.ReceivedAt), nameof(Grievance.DueOn), nameof(Grievance.DueAt), nameof(Grievance.HappenedOn)];

    /// <summary>Days of the office's own work, which are no part of the case's story.</summary>
    private static readonly string[] OfWork = [nameof(Grievance.HandedAt), nameof(Grievance.ChangedAt), nameof(Grievance.FearSince)];

    private static readonly string[] OfProtection = [nameof(Grievance.ProtectedSince), nameof(Grievance.RetaliationOn)];

    [Fact]
    public void No_day_that_a_case_keeps_is_left_out()
    {
        var grievance = Life.In(CaseStatus.Investigating);
        var days = Dated().Except(OfFacts).Except(OfWork).Select((name, number) => (Name: name, Day: new DateOnly(2027, 1, 1).AddDays(number))).ToList();
        days.ForEach(day => Set(grievance, day.Name, day.Day));

        var kept = KeptDay.Of(grievance, hasProtection: true);

        Assert.Empty(days.Where(day => !kept.Any(one => one.On == day.Day)).Select(day => day.Name));
        Assert.Equal(kept.Count, kept.Select(one => one.What).Distinct().Count());
    }

    [Fact]
    public void Since_when_somebody_is_protected_is_told_only_with_the_protections()
    {
        var grievance = Life.In(CaseStatus.Investigating);
        foreach (var name in OfProtection)
        {
            Set(grievance, name, new(2027, 5, 5));
        }

        Assert.DoesNotContain(KeptDay.Of(grievance, hasProtection: false), one => one.On == new DateOnly(2027, 5, 5));
        Assert.Equal(2, KeptDay.Of(grievance, hasProtection: true).Count(one => one.On == new DateOnly(2027, 5, 5)));
    }

    // what is reckoned from them is not kept
    private static IEnumerable<string> Dated() => typeof(Grievance).GetProperties()
        .Where(property => property.DeclaringType!.GetProperty(property.Name)!.CanWrite)
        .Where(property => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is { } type && (type == typeof(DateOnly) || type == typeof(DateTimeOffset)))
        .Select(property => property.Name);

    private static void Set(Grievance grievance, string name, DateOnly day)
    {
        var declared = typeof(Grievance).GetProperty(name)!;
        var property = declared.DeclaringType!.GetProperty(name, BindingFlags.Instance | BindingFlags.Public)!;
        var isDay = (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(DateOnly);
        property.GetSetMethod(nonPublic: true)!.Invoke(grievance, [isDay ? day : Seoul.StartOf(day)]);
    }
}
