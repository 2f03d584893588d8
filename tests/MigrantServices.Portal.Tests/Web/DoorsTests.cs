using MigrantServices.Portal.Web.Access;
using Xunit;

namespace MigrantServices.Portal.Tests.Web;

public sealed class DoorsTests
{
    [Theory]
    [InlineData("/office/grievances?status=open", "/office/grievances?status=open")]
    [InlineData("/office", "/office")]
    [InlineData(null, "/office")]
    [InlineData("https://evil.example/office/", "/office")]
    [InlineData("//evil.example", "/office")]
    [InlineData("/\\evil.example", "/office")]
    [InlineData("/office/\\evil.example", "/office")]
    [InlineData("/officer", "/office")]
    [InlineData("/office/sign-out", "/office")]
    [InlineData("/office/x\r\nSet-Cookie: a=b", "/office")]
    public void Signing_in_leads_only_to_the_offices_own_pages(string? wanted, string reached) =>
        Assert.Equal(reached, Doors.After(wanted));
}
