using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Tests.Documents;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Grievances;

/// <summary>A file on a slow line, while the form it belongs to is sent or discarded elsewhere.</summary>
public sealed class LateFileTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task A_file_that_is_half_there_when_the_form_is_sent_belongs_to_the_case()
    {
        var draft = await host.Given.ADraftAsync();

        await ReceiveAsync(draft, meanwhile: () => host.WithAsync(async services =>
        {
            var desk = services.GetRequiredService<FilingDesk>();
            await desk.SendAsync((await desk.HoldAsync(draft, Never))!, Never);
        }));

        await AssertPersonCanSaveItAsync(draft);
    }

    [Fact]
    public async Task A_file_that_begins_to_arrive_after_the_form_was_read_and_ends_after_it_was_sent_belongs_to_the_case()
    {
        var draft = await host.Given.ADraftAsync();

        await host.WithAsync(async services =>
        {
            var desk = services.GetRequiredService<FilingDesk>();
            var held = await desk.HoldAsync(draft, Never);
            await ReceiveAsync(draft, meanwhile: () => desk.SendAsync(held!, Never));
        });

        await AssertPersonCanSaveItAsync(draft);
    }

    [Fact]
    public async Task A_file_that_arrives_whole_in_the_moment_of_sending_belongs_to_the_case_within_the_hour()
    {
        var draft = await host.Given.ADraftAsync();

        await host.WithAsync(async services =>
        {
            var desk = services.GetRequiredService<FilingDesk>();
            var held = await desk.HoldAsync(draft, Never);
            await ReceiveAsync(draft, meanwhile: () => Task.CompletedTask);
            await desk.SendAsync(held!, Never);
        });
        await host.WithAsync(services => (Task)Sweep.OnceAsync(services, Never));

        await AssertPersonCanSaveItAsync(draft);
    }

    [Fact]
    public async Task A_file_for_a_form_that_is_discarded_meanwhile_goes_nowhere_and_is_no_error()
    {
        var draft = await host.Given.ADraftAsync();
        using var browser = host.Given.ABrowserHolding(draft);
        var page = await browser.GetAsync("/en/grievances/new/files");

        var answer = await SlowUploadAsync(page, async () =>
        {
            await BeginsToArriveAsync(draft);
            await host.WithAsync(services => services.GetRequiredService<DraftDesk>().DiscardAsync(draft.Id, Never));
        });

        Assert.True((int)answer.Status < 500, answer.Words);
        Assert.Equal((0, 0), await host.StoredAsync(async db => (await db.Set<CaseFile>().CountAsync(f => f.DraftId != null), await db.Drafts.CountAsync(d => d.Id == draft.Id))));
        Assert.Equal("", (await browser.GetAsync("/en/grievances/new")).ValueOf("Form.Account"));
    }

    [Fact]
    public async Task A_file_that_ends_after_the_form_was_sent_takes_the_receipt_off_nobodys_phone()
    {
        var draft = await host.Given.ADraftAsync();
        using var browser = host.Given.ABrowserHolding(draft);
        var page = await browser.GetAsync("/en/grievances/new/files");
        var check = await browser.GetAsync("/en/grievances/new/check");

        var answer = await SlowUploadAsync(page, async () =>
        {
            await BeginsToArriveAsync(draft);
            await check.SendAsync(check.Form("__RequestVerificationToken"), null);
        });

        Assert.Equal("/en/grievances/new/sent", answer.Path);
        Assert.Contains(draft.Code.ToString(), answer.Words, StringComparison.Ordinal);
        await AssertPersonCanSaveItAsync(draft);
    }

    private Task ReceiveAsync(DraftKey draft, Func<Task> meanwhile) => host.WithAsync(async services =>
    {
        var store = services.GetRequiredService<FileStore>();
        var reception = await store.ReceiveAsync(new SlowStream(Samples.Pdf(), meanwhile), "lease.pdf", FileOwner.Draft(draft.Id), null, Never);
        Assert.Null(reception.Refusal);
    });

    private static Task<WebPage> SlowUploadAsync(WebPage page, Func<Task> meanwhile)
    {
        var file = new StreamContent(new SlowStream(Samples.Pdf(), meanwhile));
        file.Headers.ContentDisposition = ContentDispositionHeaderValue.Parse("form-data; name=\"Files\"; filename=\"lease.pdf\"");
        var form = new MultipartFormDataContent
        {
            { new StringContent(page.ValueOf("__RequestVerificationToken")!.Split(',')[0]), "__RequestVerificationToken" },
            { new StringContent("more"), "go" },
            file,
        };
        return page.Browser.SendAsync(HttpMethod.Post, "/en/grievances/new/files/add", form);
    }

    private async Task BeginsToArriveAsync(DraftKey draft)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await host.StoredAsync(db => db.Set<CaseFile>().AnyAsync(f => f.DraftId == draft.Id, patience.Token)))
        {
            await Task.Yield();
        }
    }

    private async Task AssertPersonCanSaveItAsync(DraftKey draft)
    {
        var file = await host.StoredAsync(db => db.Set<CaseFile>().SingleAsync(f => db.Drafts.Any(d => d.Id == draft.Id && (d.Id == f.DraftId || d.SentAs == f.CaseId))));
        await host.WithAsync(services => services.GetRequiredService<FileChecker>().CheckAsync(file.Id, Never));
        using var person = await host.ComeBackAsync(await host.StoredAsync(db => db.Codes.Where(c => c.DraftId == draft.Id && c.Holder == Role.Filer).Select(c => c.Id).SingleAsync()));

        var saved = await person.GetAsync($"/en/my-case/file/{file.Id}");

        Assert.Equal((HttpStatusCode.OK, Convert.ToHexString(Samples.Pdf())), (saved.Status, Convert.ToHexString(saved.Body)));
    }

    /// <summary>Gives half, waits until something else has happened, and gives the rest.</summary>
    private sealed class SlowStream(byte[] content, Func<Task> meanwhile) : Stream
    {
        private readonly MemoryStream _content = new(content);
        private bool _isHalfGiven;

        public override bool CanRead => true;

        public override bool CanWrite => false;

        public override long Length => throw OneWay();

        public override long Position
        {
            get => throw OneWay();
            set => throw OneWay();
        }

        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_content.Position == 0)
            {
                return await _content.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _content.Length / 2)], cancellationToken);
            }

            if (!_isHalfGiven)
            {
                _isHalfGiven = true;
                await meanwhile();
            }

            return await _content.ReadAsync(buffer, cancellationToken);
        }

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => CopyAsync(destination, cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw OneWay();

        public override long Seek(long offset, SeekOrigin origin) => throw OneWay();

        public override void SetLength(long value) => throw OneWay();

        public override void Write(byte[] buffer, int offset, int count) => throw OneWay();

        public override void Flush()
        {
        }

        private static NotSupportedException OneWay() => new("A body that arrives is read once, forwards and without waiting on a thread.");

        private async Task CopyAsync(Stream destination, CancellationToken cancel)
        {
            var piece = new byte[_content.Length];
            int read;
            while ((read = await ReadAsync(piece, cancel)) > 0)
            {
                await destination.WriteAsync(piece.AsMemory(0, read), cancel);
                await destination.FlushAsync(cancel);
            }
        }
    }
}
