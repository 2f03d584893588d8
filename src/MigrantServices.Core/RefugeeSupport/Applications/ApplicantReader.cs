using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Applications;

/// <summary>What the person reads of their application: each programme with what was found once it is decided, and what they wrote and were written.</summary>
public sealed class ApplicantReader(PortalDb db, FilerReader reader, Vault vault, SupportFacts facts, TimeProvider time)
{
    public async Task<Conversation> ConversationAsync(SupportApplication one, Actor person, Guid? before, CancellationToken cancel)
    {
        var conversation = await reader.ConversationAsync(one.Id, person, before, cancel);
        await reader.MarkReadAsync(conversation, person, time.GetUtcNow(), cancel);
        return conversation;
    }

    public Task<IReadOnlyList<ShownFile>> FilesAsync(SupportApplication one, CancellationToken cancel) => reader.FilesAsync(one.Id, cancel);

    /// <summary>Each programme in its order. What the rules say stays with the office until it is decided.</summary>
    public IReadOnlyList<LineView> Lines(SupportApplication one) => [.. one.Lines.OrderBy(line => line.Position).Select(line =>
    {
        var isDecided = line.State is LineState.Granted or LineState.Refused;
        return new LineView(
            line,
            null,
            isDecided && Open(line.Finding, line, SealedField.LineFinding) is { } kept ? KeptFinding.Read(kept) : [],
            isDecided ? Open(line.Why, line, SealedField.LineWhy) : null,
            isDecided ? Open(line.WhyInTheirLanguage, line, SealedField.LineWhyInTheirLanguage) : null);
    })];

    /// <summary>A new application for the same household, begun from this one: nobody need describe them again, and papers that were seen are not asked for again.</summary>
    public async Task<ApplyForSupport> AgainAsync(SupportApplication one, CancellationToken cancel) => new()
    {
        Earlier = one.Id,
        Household = new()
        {
            City = one.Municipality,
            Members = [.. (await facts.PeopleAsync(one.Id, cancel)).Select(person => new TellMember
            {
                Key = person.Key,
                IsApplicant = person.IsApplicant,
                Name = person.Name,
                Category = person.Category,
                Year = person.BornYear?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Month = person.BornOn?.Month.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Day = person.BornOn?.Day.ToString(System.Globalization.CultureInfo.InvariantCulture),
                AskedRefugeOn = person.AskedRefugeOn,
                Circumstances = [.. person.Circumstances ?? []],
                AskedAbout = [.. person.AskedAbout ?? person.Circumstances ?? []],
                KeepsCircumstances = person.KeepsCircumstances,
            })],
        },
        Reach = new() { Language = one.Language, Way = one.ContactWay },
    };

    /// <summary>Papers of an earlier application that a colleague has seen.</summary>
    public Task<List<string>> SeenPapersAsync(Guid earlier, CancellationToken cancel) =>
        db.Set<GivenPaper>().AsNoTracking().Where(p => p.CaseId == earlier && p.SeenAt != null).Select(p => p.Code).ToListAsync(cancel);

    public DateOnly Today => Seoul.DateOf(time.GetUtcNow());

    private string? Open(SealedText? text, SupportLine line, string field) => text is { } words ? vault.Open(words, line.Id, field) : null;
}
