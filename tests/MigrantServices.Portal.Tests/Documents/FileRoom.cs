using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Documents.Scanning;
using MigrantServices.Core.Documents.Sealing;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Testing;

namespace MigrantServices.Portal.Tests.Documents;

/// <summary>A file store on a test's own database, with a scanner that says what the test wants.</summary>
internal sealed class FileRoom : IDbContextFactory<PortalDb>, IFileKeys, IMalwareScanner
{
    private readonly TestDatabase _database;

    public FileRoom(TestDatabase database, DraftLimits? limits = null)
    {
        _database = database;
        Store = new FileStore(this, this, new(), limits ?? new(long.MaxValue, long.MaxValue), Clock);
        Checker = new FileChecker(this, this, this, Clock);
    }

    public FileStore Store { get; }

    public FileChecker Checker { get; }

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero));

    public Func<byte[], ScanReport> Scanner { get; set; } = _ => new ScanReport(ScanOutcome.Clean, null, "test");

    public string CurrentKeyId => "k1";

    public byte[] KeyFor(string keyId) => SHA256.HashData(Encoding.UTF8.GetBytes(keyId));

    public PortalDb CreateDbContext() => _database.Open();

    public async Task<ScanReport> ScanAsync(Stream file, CancellationToken cancel)
    {
        var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        return Scanner(content.ToArray());
    }

    public async Task<FileOwner> NewDraftAsync()
    {
        await using var db = CreateDbContext();
        var draft = new CaseDraft { Service = Grievance.Prefix, Content = [], SavedAt = Clock.GetUtcNow() };
        db.Add(draft);
        await db.SaveChangesAsync();
        return FileOwner.Draft(draft.Id);
    }

    public async Task<Guid> NewCaseAsync()
    {
        await using var db = CreateDbContext();
        var grievance = new Grievance
        {
            Reference = References.New(Grievance.Prefix, new DateOnly(2026, 11, 22)),
            Language = "vi",
            Channel = Channel.Web,
            ReceivedAt = Clock.GetUtcNow(),
            Teller = Teller.Myself,
            Account = new SealedText([1]),
            AccountLanguage = "vi",
            HappenedPrecision = DatePrecision.Unknown,
            StillHappening = false,
            Grounds = [],
            Sectors = [],
            Forms = [],
            RespondentSector = RespondentSector.Unknown,
            ContactWay = ContactWay.PortalOnly,
            WantsInterpreter = false,
        };
        db.Add(grievance);
        await db.SaveChangesAsync();
        return grievance.Id;
    }

    public Task<Reception> ReceiveAsync(byte[] file, FileOwner owner, string name = "증거.jpg") =>
        Store.ReceiveAsync(new MemoryStream(file), name, owner, uploadedBy: null, CancellationToken.None);

    public async Task<Guid> ReceivedAsync(byte[] file, FileOwner owner)
    {
        var reception = await ReceiveAsync(file, owner);
        return reception.FileId ?? throw new InvalidOperationException($"The file was refused: {reception.Refusal}.");
    }

    public async Task<Guid> CheckedAsync(byte[] file, FileOwner owner)
    {
        var id = await ReceivedAsync(file, owner);
        await Checker.CheckAsync(id, CancellationToken.None);
        return id;
    }

    public async Task<CaseFile> FileAsync(Guid id)
    {
        await using var db = CreateDbContext();
        return await db.Set<CaseFile>().SingleAsync(file => file.Id == id);
    }

    public async Task<int> PiecesAsync(Guid? id = null)
    {
        await using var db = CreateDbContext();
        return await db.Set<FileChunk>().CountAsync(chunk => id == null || chunk.FileId == id);
    }

    public async Task<byte[]?> ContentAsync(Guid id, FileCopy copy)
    {
        await using var opened = await Store.OpenAsync(id, copy, CancellationToken.None);
        if (opened is null)
        {
            return null;
        }

        var content = new MemoryStream();
        await opened.Content.CopyToAsync(content);
        return content.ToArray();
    }
}
