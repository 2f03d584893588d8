using Xunit;

namespace MigrantServices.Core.Tests.Text;

/// <summary>Every refusal that has a sentence, and every rule of a form, is named by a test: by its whole code, and not by words that could be anybody's.</summary>
public sealed class RefusalsInTestsTests
{
    /// <summary>Refusals that no test names yet. The list only grows shorter.</summary>
    private static readonly string[] NotYet =
    [
        // said only where the machine lacks its library for pictures
        "photo.not-here",
    ];

    /// <summary>Rules that no test names yet; many of them are met by tests that ask only whether something is said beside the field. The list only grows shorter.</summary>
    private static readonly string[] RulesNotYet =
    [
        "account.rule.email",
        "account.rule.password",
        "account.rule.password-differs",
        "budget.rule.count",
        "budget.rule.payee",
        "budget.rule.places",
        "budget.rule.reason",
        "budget.rule.what",
        "budget.rule.won",
        "budget.rule.year",
        "calendar.rule.day",
        "calendar.rule.day-past",
        "calendar.rule.name",
        "calendar.rule.order",
        "calendar.rule.over",
        "calendar.rule.source",
        "calendar.rule.too-long-ago",
        "calendar.rule.words",
        "deed.pattern.rule.sentence",
        "people.rule.centre",
        "people.rule.centre-alone",
        "people.rule.email",
        "people.rule.language",
        "people.rule.last-day",
        "people.rule.municipality",
        "people.rule.municipality-missing",
        "people.rule.name",
        "people.rule.role",
        "people.rule.service",
        "people.rule.set-apart",
        "programme.rule.age",
        "programme.rule.closes",
        "programme.rule.code",
        "programme.rule.gap",
        "programme.rule.number",
        "programme.rule.won",
        "reference.rule.amount",
        "reference.rule.code",
        "reference.rule.day",
        "reference.rule.day-future",
        "reference.rule.end-before-start",
        "reference.rule.heading",
        "reference.rule.length",
        "reference.rule.phone",
        "reference.rule.points",
        "reference.rule.sorts",
        "reference.rule.source",
        "reference.rule.unit",
        "rule.address-missing",
        "rule.appointment-minutes",
        "rule.choose-city",
        "rule.consent-paper-missing",
        "rule.consent-unshown",
        "rule.days-in-order",
        "rule.embassy",
        "rule.form-expired",
        "rule.hold-day-past",
        "rule.household-too-large",
        "rule.interpreter-not-asked",
        "rule.member-twice",
        "rule.month",
        "rule.months",
        "rule.no-ground",
        "rule.no-steps",
        "rule.nobody-in-household",
        "rule.one-or-two",
        "rule.parent-name-missing",
        "rule.programme-closed",
        "rule.programmes-overlap",
        "rule.programmes-overlap.which",
        "rule.start-in-the-past",
        "rule.start-too-late",
        "rule.tell-what-you-know",
        "rule.too-many-steps",
        "rule.wait-for-city",
        "rule.who-applies",
        "rule.whole-won",
        "support.rule.applied-on",
        "support.rule.count",
        "support.rule.people",
        "workday.rule.cases",
        "workday.rule.colleagues",
        "workday.rule.too-many",
        "workday.rule.words",
    ];

    private static readonly string Tests = string.Concat(Repository.Sources(Path.Combine(Path.GetDirectoryName(Repository.Source)!, "tests"))
        .Where(source => !source.File.EndsWith(nameof(RefusalsInTestsTests) + ".cs", StringComparison.Ordinal)).Select(source => source.Text));

    [Fact]
    public void Every_refusal_is_named_by_a_test() => Wrong.None(Refusals().Where(code => !NotYet.Contains(code) && !IsMet(code)));

    [Fact]
    public void Every_rule_of_a_form_is_named_by_a_test() => Wrong.None(Rules().Where(key => !RulesNotYet.Contains(key) && !IsNamed(key)));

    [Fact]
    public void What_is_named_is_no_exception() =>
        Wrong.None(NotYet.Where(IsMet).Concat(NotYet.Except(Refusals())).Concat(RulesNotYet.Where(IsNamed)).Concat(RulesNotYet.Except(Rules())));

    private static IEnumerable<string> Refusals() => Keys().Where(key => key.StartsWith("refusal.", StringComparison.Ordinal)).Select(key => key["refusal.".Length..]);

    private static IEnumerable<string> Rules() => Keys().Where(key => key.StartsWith("rule.", StringComparison.Ordinal) || key.Contains(".rule.", StringComparison.Ordinal));

    private static IEnumerable<string> Keys() => Repository.TextsOf("ko").Select(text => text.Key).Distinct();

    private static bool IsMet(string code) => IsNamed(code) || IsNamed($"refusal.{code}");

    private static bool IsNamed(string key) => Tests.Contains($"\"{key}\"", StringComparison.Ordinal);
}
