using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.MyCase;

public sealed class OlderMessagesTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task No_message_is_lost_between_two_pages_though_all_bear_the_same_moment()
    {
        var filed = await host.Given.AGrievanceAsync();
        var reader = Actor.Filer(filed.Id, filed.CodeId);
        const int Sent = FilerReader.MessagesAtOnce + 20;
        await host.WithAsync(async services =>
        {
            var (db, words) = (services.GetRequiredService<PortalDb>(), services.GetRequiredService<CaseWords>());
            db.AddRange(Enumerable.Range(0, Sent).Select(n => words.Message(filed.Id, Guid.NewGuid(), $"{n}", MessagePurpose.Message, "en", reader, host.Clock.GetUtcNow())));
            await db.SaveChangesAsync();
        });

        var newest = await PageAsync(null);
        var older = await PageAsync(newest.Messages[0].Id);

        Assert.Equal((true, false), (newest.HasOlder, older.HasOlder));
        // and the receipt
        Assert.Equal(Sent + 1, newest.Messages.Concat(older.Messages).Select(m => m.Id).Distinct().Count());

        Task<Conversation> PageAsync(Guid? before) => host.WithAsync(services =>
            services.GetRequiredService<FilerReader>().ConversationAsync(filed.Id, reader, before, CancellationToken.None));
    }
}
