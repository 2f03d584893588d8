using System.Linq.Expressions;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>Deeds, messages and notes of a case in one statement, newest first.</summary>
internal static class GrievanceTimeline
{
    public const int Size = 200;

    // A message or a note says by itself that it was written: its line of history would only repeat it.
    private static readonly string[] ToldByTheirWords =
    [
        Grievance.Write.Code, Grievance.Reply.Code, Grievance.Note.Code, Grievance.AskSupplement.Code, Grievance.AskSupplementAgain.Code, Grievance.AnswerSupplement.Code,
        Grievance.FileObjection.Code, Grievance.ReportRetaliation.Code, Grievance.TellProgress.Code,
    ];

    // Each kind is cut before the three are put together, so that a long case costs no more than a short one.
    // What a kind does not have is filled with a value of the same type: PostgreSQL puts together no other columns.
    public static readonly Expression<Func<PortalDb, Guid, DateTimeOffset, IQueryable<Line>>> Of = (db, caseId, before) =>
        db.Messages.Where(m => m.CaseId == caseId && m.SentAt < before)
            .OrderByDescending(m => m.SentAt).Take(Size + 1)
            .Select(m => new Line
            {
                Id = m.Id,
                Kind = (int)TimelineKind.Message,
                At = m.SentAt,
                UserId = m.AuthorId,
                ToUserId = m.AuthorId,
                By = null,
                Code = (string)(object)m.Purpose,
                Article = null,
                Detail = null,
                Language = m.Language,
                Body = (byte[])(object)m.Body,
                InKorean = m.InKorean == null ? Array.Empty<byte>() : (byte[])(object)m.InKorean,
                FromOffice = m.FromOffice,
                IsLetter = m.Template != null,
                ReadAt = m.ReadAt,
            })
        .Concat(db.Notes.Where(n => n.CaseId == caseId && n.WrittenAt < before)
            .OrderByDescending(n => n.WrittenAt).Take(Size + 1)
            .Select(n => new Line
            {
                Id = n.Id,
                Kind = (int)TimelineKind.Note,
                At = n.WrittenAt,
                UserId = n.AuthorId,
                ToUserId = n.AuthorId,
                By = null,
                Code = "",
                Article = null,
                Detail = null,
                Language = null,
                Body = (byte[])(object)n.Body,
                InKorean = Array.Empty<byte>(),
                FromOffice = true,
                IsLetter = false,
                ReadAt = n.WrittenAt,
            }))
        .Concat(db.Events.Where(e => e.CaseId == caseId && e.At < before && !ToldByTheirWords.Contains(e.Action))
            .OrderByDescending(e => e.At).Take(Size + 1)
            .Select(e => new Line
            {
                Id = e.Id,
                Kind = (int)TimelineKind.Deed,
                At = e.At,
                UserId = e.UserId,
                ToUserId = e.ColleagueId,
                By = (string)(object)e.By,
                Code = e.Action,
                Article = e.Article,
                Detail = e.Detail,
                Language = null,
                Body = Array.Empty<byte>(),
                InKorean = Array.Empty<byte>(),
                FromOffice = e.UserId != null,
                IsLetter = false,
                ReadAt = e.At,
            }))
        .OrderByDescending(l => l.At).ThenByDescending(l => l.Id).Take(Size + 1)
        .Select(l => new Line
        {
            Id = l.Id,
            Kind = l.Kind,
            At = l.At,
            By = l.By,
            Code = l.Code,
            Article = l.Article,
            Detail = l.Detail,
            Language = l.Language,
            Body = l.Body,
            InKorean = l.InKorean,
            FromOffice = l.FromOffice,
            IsLetter = l.IsLetter,
            ReadAt = l.ReadAt,
            Colleague = db.Users.Where(u => u.Id == l.UserId).Select(u => u.DisplayName).FirstOrDefault(),
            To = db.Users.Where(u => u.Id == l.ToUserId).Select(u => u.DisplayName).FirstOrDefault(),
        });

    /// <summary>An entry with its words opened from their seals.</summary>
    public static TimelineEntry Opened(Line line, Vault vault)
    {
        var kind = (TimelineKind)line.Kind;
        var sealedWords = new SealedText(line.Body);
        return new()
        {
            Id = line.Id,
            Kind = kind,
            At = line.At,
            Colleague = line.Colleague,
            By = Enum.TryParse<Role>(line.By, out var by) ? by : Role.None,
            Code = line.Code,
            To = kind == TimelineKind.Deed ? line.To : null,
            Article = line.Article,
            Detail = line.Detail,
            Body = kind == TimelineKind.Deed ? null : vault.Open(sealedWords, line.Id, kind == TimelineKind.Note ? SealedField.Note : SealedField.Message),
            LetterId = line.IsLetter ? line.Id : null,
            InKorean = line.InKorean.Length == 0 ? null : vault.Open(new(line.InKorean), line.Id, SealedField.MessageInKorean),
            Language = line.Language,
            FromOffice = line.FromOffice,
            ReadAt = kind == TimelineKind.Message ? line.ReadAt : null,
        };
    }

    /// <summary>An entry as the database gives it, its words still sealed.</summary>
    public sealed record Line
    {
        public Guid Id { get; init; }

        public int Kind { get; init; }

        public DateTimeOffset At { get; init; }

        public Guid? UserId { get; init; }

        public string? By { get; init; }

        public required string Code { get; init; }

        public Guid? ToUserId { get; init; }

        public string? To { get; init; }

        public string? Article { get; init; }

        public string? Detail { get; init; }

        public string? Language { get; init; }

        public required byte[] Body { get; init; }

        /// <summary>Empty where there is none.</summary>
        public required byte[] InKorean { get; init; }

        public bool FromOffice { get; init; }

        public bool IsLetter { get; init; }

        public DateTimeOffset? ReadAt { get; init; }

        public string? Colleague { get; init; }
    }
}
