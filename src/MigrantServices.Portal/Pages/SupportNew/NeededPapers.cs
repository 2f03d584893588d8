using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.SupportNew;

/// <summary>What papers an application still needs: each once for all programmes, and none that a colleague saw in an earlier application of the household.</summary>
public sealed class NeededPapers(FilingForm<ApplyForSupport> form, SupportDoor door, ApplicantReader reader, SupportWords words)
{
    public IReadOnlyList<NeededPaper> Missing { get; private set; } = [];

    public IReadOnlyList<NeededPaper> There { get; private set; } = [];

    /// <summary>Each paper and each that may stand in for it, to be marked as given.</summary>
    public IReadOnlyList<Choice> Choices => [.. Missing.SelectMany(paper => paper.Substitutes.Prepend(paper.Code)).Distinct(StringComparer.Ordinal)
        .Select(code => new Choice(code, words.Name(Core.Reference.Lists.SupportPapers, code)))];

    public async Task ReadAsync(CancellationToken cancel)
    {
        var answers = form.Answers;
        var seen = answers.Earlier is { } earlier ? (await reader.SeenPapersAsync(earlier, cancel)).ToHashSet(StringComparer.Ordinal) : [];
        var needed = door.Asks(answers.Programmes.Chosen).Papers;
        (Missing, There) = ([.. needed.Where(paper => !paper.IsAmong(seen))], [.. needed.Where(paper => paper.IsAmong(seen))]);
    }
}
