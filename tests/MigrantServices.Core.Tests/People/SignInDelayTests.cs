using MigrantServices.Core.People;
using Xunit;

namespace MigrantServices.Core.Tests.People;

public sealed class SignInDelayTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(9, 16)]
    [InlineData(14, 512)]
    [InlineData(15, 900)]
    [InlineData(int.MaxValue, 900)]
    public void Waiting_doubles_from_the_fifth_failure_up_to_a_quarter_of_an_hour(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), SignInDelay.After(failures));
}
