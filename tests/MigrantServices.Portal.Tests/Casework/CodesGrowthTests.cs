using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Testing;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

public sealed class CodesGrowthTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Neither_sending_a_draft_nor_coming_back_numbers_every_code_there_is()
    {
        await using var office = await Office.OpenAsync(database);
        var key = await office.AskAsync(s => s.GetRequiredService<SessionKeeper>().StartForColleagueAsync(office.Kim.UserId!.Value, default));
        office.Sql.Clear();

        await office.AskAsync(s => s.GetRequiredService<FilingDesk>().HoldAsync(new DraftKey(Guid.NewGuid(), ReceiptCode.New()), default));
        await office.AskAsync(s => s.GetRequiredService<SessionKeeper>().FindAsync(key, null, default));

        Assert.Equal(2, office.Sql.Texts.Count(text => text.Contains("case_codes", StringComparison.Ordinal)));
        Assert.DoesNotContain(office.Sql.Texts, text => text.Contains("ROW_NUMBER", StringComparison.Ordinal));
    }
}
