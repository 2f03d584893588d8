using MigrantServices.Core.Documents.Kinds;
using MigrantServices.Core.Documents.Scanning;
using MigrantServices.Core.Documents.Sealing;

namespace MigrantServices.Core.Documents;

/// <summary>A file that a person or a colleague handed in: evidence, a letter, a recording.</summary>
public sealed class CaseFile
{
    public const int MaxPerFiling = 10;
    public const long MaxLength = 20 * 1024 * 1024;
    public const int NameMaxLength = 150;
    public const int CodeMaxLength = 40;
    public const int SignatureMaxLength = 200;
    public const int ScannerMaxLength = 120;
    public const int KeyIdMaxLength = 64;

    private CaseFile()
    {
    }

    public Guid Id { get; private init; }

    public Guid? DraftId { get; private init; }

    public Guid? CaseId { get; private init; }

    public Guid? MessageId { get; private init; }

    public byte[] SealedName { get; private init; } = [];

    /// <summary>Null until the whole file is here and was recognised.</summary>
    public FileKind? Kind { get; private set; }

    /// <summary>In bytes, of the original.</summary>
    public long Length { get; private set; }

    /// <summary>In bytes; null when colleagues open the original because nothing had to be taken out of it.</summary>
    public long? WorkingLength { get; private set; }

    public FileState State { get; private set; }

    /// <summary>How the check ended: one of <see cref="FileVerdicts"/> or <see cref="FileRefusals"/>; null until then.</summary>
    public string? Verdict { get; private set; }

    /// <summary>What the scanner calls the thing that it found.</summary>
    public string? Signature { get; private set; }

    /// <summary>The scanner's version and the date of its data.</summary>
    public string? Scanner { get; private set; }

    public DateTimeOffset? ScannedAt { get; private set; }

    public DateTimeOffset ReceivedAt { get; private init; }

    /// <summary>What comes with a form comes from the person, whoever puts it in for them.</summary>
    public bool IsFromPerson { get; private init; }

    /// <summary>The colleague who put it in, also for the person; null when the person did.</summary>
    public Guid? UploadedBy { get; private init; }

    public string KeyId { get; private init; } = "";

    public byte[] WrappedKey { get; private init; } = [];

    /// <summary>Opens the record of a file whose bytes are on their way.</summary>
    internal static (CaseFile File, FileCipher Cipher) Expect(string name, FileOwner owner, Guid? uploadedBy, IFileKeys keys, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var (cipher, keyId, wrappedKey) = FileCipher.Create(id, keys);
        var file = new CaseFile
        {
            Id = id,
            DraftId = owner.DraftId,
            CaseId = owner.CaseId,
            MessageId = owner.MessageId,
            SealedName = cipher.SealName(SafeFileName.Clean(name)),
            State = FileState.Arriving,
            ReceivedAt = now,
            IsFromPerson = uploadedBy is null || owner.IsFromPerson,
            UploadedBy = uploadedBy,
            KeyId = keyId,
            WrappedKey = wrappedKey,
        };
        return (file, cipher);
    }

    internal void Arrive(FileKind kind, long length)
    {
        Require(FileState.Arriving);
        Kind = kind;
        Length = length;
        State = FileState.Held;
    }

    /// <summary>Opens the file to those who may see the case.</summary>
    internal void Release(ScanReport report, DateTimeOffset now)
    {
        Conclude(FileState.Ready, report.Outcome == ScanOutcome.Clean ? FileVerdicts.Clean : FileVerdicts.NotScanned, report, now);
    }

    internal void Condemn(ScanReport report, DateTimeOffset now) => Conclude(FileState.Infected, FileRefusals.Infected, report, now);

    internal void Refuse(string code, ScanReport? report, DateTimeOffset now) => Conclude(FileState.Refused, code, report, now);

    internal void GiveWorkingCopy(long length) => WorkingLength = length;

    internal FileCipher OpenCipher(IFileKeys keys) => FileCipher.Open(Id, KeyId, WrappedKey, keys);

    private void Conclude(FileState state, string verdict, ScanReport? report, DateTimeOffset now)
    {
        Require(FileState.Held);
        State = state;
        Verdict = verdict;
        Signature = Shorten(report?.Signature, SignatureMaxLength);
        Scanner = Shorten(report?.Scanner, ScannerMaxLength);
        ScannedAt = report is null or { Outcome: ScanOutcome.NotScanned } ? null : now;
    }

    private void Require(FileState state)
    {
        if (State != state)
        {
            throw new InvalidOperationException($"The file is {State} and not {state}.");
        }
    }

    private static string? Shorten(string? text, int length) => text?.Length > length ? text[..length] : text;
}
