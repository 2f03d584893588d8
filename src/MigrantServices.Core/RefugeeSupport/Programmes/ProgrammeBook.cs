using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Programmes;

/// <summary>The programmes and their dated terms as one reads them: read from the database at the start and again every minute.</summary>
public sealed class ProgrammeBook
{
    private volatile Pages _pages = new([], []);

    public IReadOnlyList<SupportProgramme> Programmes => _pages.Programmes;

    public async Task ReadAsync(PortalDb db, CancellationToken cancel)
    {
        var programmes = await db.Set<SupportProgramme>().AsNoTracking().Include(p => p.Texts).OrderBy(p => p.Position).ThenBy(p => p.Code).ToListAsync(cancel);
        Fill(programmes, await db.Set<ProgrammeTerms>().AsNoTracking().ToListAsync(cancel));
    }

    public void Fill(IReadOnlyList<SupportProgramme> programmes, IReadOnlyList<ProgrammeTerms> terms) => _pages = new(programmes, terms);

    /// <summary>The terms that hold on a day in Seoul, in the order of the programmes. Of those that open later or have closed too: the rules say which.</summary>
    public IReadOnlyList<ProgrammeTerms> On(DateOnly day) => [.. _pages.Terms.Where(terms => terms.HoldsOn(day))];

    /// <summary>The terms of a programme on a day; null where none hold.</summary>
    public ProgrammeTerms? Find(string? code, DateOnly day) => code is null ? null : _pages.ByCode[code].FirstOrDefault(terms => terms.HoldsOn(day));

    /// <summary>Terms by their own number, also those that hold no longer.</summary>
    public ProgrammeTerms? FindTerms(Guid id) => _pages.ById.GetValueOrDefault(id);

    /// <summary>All terms that a programme had, has and will have, the oldest first.</summary>
    public IEnumerable<ProgrammeTerms> All(string code) => _pages.ByCode[code];

    public SupportProgramme? Programme(string? code) => code is null ? null : _pages.ByName.GetValueOrDefault(code);

    /// <summary>Whether these terms came with the portal as an example, with made-up amounts. Terms that the office laid down itself are none.</summary>
    public bool IsExample(ProgrammeTerms terms) => terms.ChangeId is null && Programme(terms.ProgrammeCode) is { IsExample: true };

    /// <summary>What a programme is called; its code where nobody has named it.</summary>
    public string NameOf(string code, string language) => TextOf(code, language)?.Name ?? code;

    /// <summary>What it is, in a sentence or two.</summary>
    public string AboutOf(string code, string language) => TextOf(code, language)?.About ?? "";

    private ProgrammeText? TextOf(string code, string language) => Programme(code)?.Texts.Find(text => text.Language == language);

    private sealed class Pages
    {
        public Pages(IReadOnlyList<SupportProgramme> programmes, IReadOnlyList<ProgrammeTerms> terms)
        {
            Programmes = programmes;
            ByName = programmes.ToDictionary(programme => programme.Code, StringComparer.Ordinal);
            Terms = [.. terms.Where(one => ByName.ContainsKey(one.ProgrammeCode))
                .OrderBy(one => ByName[one.ProgrammeCode].Position).ThenBy(one => one.ProgrammeCode, StringComparer.Ordinal).ThenBy(one => one.ValidFrom)];
            ByCode = Terms.ToLookup(one => one.ProgrammeCode, StringComparer.Ordinal);
            ById = Terms.ToDictionary(one => one.Id);
        }

        public IReadOnlyList<SupportProgramme> Programmes { get; }

        public IReadOnlyList<ProgrammeTerms> Terms { get; }

        public Dictionary<string, SupportProgramme> ByName { get; }

        public ILookup<string, ProgrammeTerms> ByCode { get; }

        public Dictionary<Guid, ProgrammeTerms> ById { get; }
    }
}
