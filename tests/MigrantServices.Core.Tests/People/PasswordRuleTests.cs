using MigrantServices.Core.People;
using Xunit;

namespace MigrantServices.Core.Tests.People;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("맑은 하늘 아래 자전거")]
    [InlineData("correct horse battery")]
    [InlineData("mypasswordishardtoguess7")]
    public void Long_phrases_are_good_without_signs_or_capitals(string password) =>
        Assert.Null(PasswordRule.WhyNot(password, "kim@gg.go.kr"));

    [Theory]
    [InlineData(null, "account.rule.password-short")]
    [InlineData("elevenchars", "account.rule.password-short")]
    [InlineData("password1234", "account.rule.password-common")]
    [InlineData("Passw0rd!!!!", "account.rule.password-common")]
    [InlineData("qwer1234qwer1234", "account.rule.password-common")]
    [InlineData("aaaaaaaaaaaaaaaa", "account.rule.password-common")]
    [InlineData("blue Minji.Kim chair", "account.rule.password-like-email")]
    public void What_a_guesser_tries_first_is_refused(string? password, string why) =>
        Assert.Equal(why, PasswordRule.WhyNot(password, "minji.kim@gg.go.kr"));

    [Fact]
    public void A_megabyte_is_no_password() =>
        Assert.Equal("account.rule.password-long", PasswordRule.WhyNot(new string('x', 1_000_000), "kim@gg.go.kr"));
}
