using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.Grievances.ForThePerson;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Grievances.Linking;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.Grievances.PutOff;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Workday;

namespace MigrantServices.Core.Storage.Seed.Demo;

/// <content>What a step of the demonstration names, found and put into words.</content>
public sealed partial class DemoDeeds
{
    private Task<Recommendation> NumberedAsync(Grievance grievance, DemoStep step, CancellationToken cancel) => _db.Recommendations
        .Where(r => r.CaseId == grievance.Id).OrderBy(r => r.SentOn).ThenBy(r => r.Id).Skip(step.Number - 1).FirstAsync(cancel);

    private Task<Translation> UncheckedAsync(Grievance grievance, CancellationToken cancel) => _db.Set<Translation>()
        .Where(t => t.CaseId == grievance.Id && t.State == CheckState.Unchecked).OrderBy(t => t.AddedAt).FirstAsync(cancel);

    // the newest checked translation where there is one, else the original
    private async Task<List<string?>> SourcesAsync(Grievance grievance, Actor actor, CancellationToken cancel) =>
        [.. (await _decisions.SourcesAsync(grievance, actor, cancel)).Select(choice => choice.Text.NamedAs(choice.Checked))];

    // the oldest case of all is what others are linked with
    private Task<string> FirstAsync(Grievance grievance, Actor actor, CancellationToken cancel) => _db.Grievances.VisibleTo(actor, Grievance.Service)
        .Where(c => c.Id != grievance.Id).OrderBy(c => c.ReceivedAt).ThenBy(c => c.Id).Select(c => c.Reference).FirstAsync(cancel);

    private Task<Guid> PairAsync(Grievance grievance, CancellationToken cancel) => _db.Set<CasePair>()
        .Where(p => p.IsOpen && (p.LowerId == grievance.Id || p.HigherId == grievance.Id)).OrderByDescending(p => p.FoundAt).Select(p => p.Id).FirstAsync(cancel);

    private Task<Guid> MergeAsync(Grievance grievance, CancellationToken cancel) => _db.Set<CaseMerge>()
        .Where(m => m.MergedId == grievance.Id).OrderByDescending(m => m.ProposedAt).Select(m => m.Id).FirstAsync(cancel);

    private static string? Words(DemoStep step) => step.InTheirLanguage is null ? step.Text : $"{step.Text}\n\n{step.InTheirLanguage}";

    // what came by telephone or post, and was recorded on the day on which it came
    private Task HandInAsync(Grievance grievance, DemoStep step, Actor actor, CancellationToken cancel)
    {
        var way = Enum.Parse<Channel>(step.Kind!);
        return _handIns.RecordAsync(
            grievance,
            Guid.CreateVersion7(),
            new()
            {
                Deed = step.Deed,
                Channel = way,
                ReceivedOn = Today,
                Agreed = way is Channel.Phone or Channel.Visit ? WordsAgreed.ReadBack : null,
                Words = step.Text,
                Language = grievance.Language,
                Reason = step.Reason,
            },
            actor,
            cancel);
    }

    private Task ExtendAsync(Grievance grievance, DemoStep step, Actor actor, CancellationToken cancel)
    {
        var form = new ExtendDeadline { Reason = step.Reason, Days = step.Days, Explanation = step.Text, InTheirLanguage = step.InTheirLanguage };
        var due = grievance.DueIfExtendedBy(step.Days!.Value, _office.ClockOf(grievance))!.Value;
        return _office.ExtendAsync(grievance, form, _letters.Extension(grievance, form, due, actor.Name, _clock.Now), actor, cancel);
    }

    private Task ExtendRightsAsync(Grievance grievance, DemoStep step, Actor actor, CancellationToken cancel)
    {
        var form = new ExtendMonths { Reason = step.Reason, Months = step.Number, Explanation = step.Text, InTheirLanguage = step.InTheirLanguage };
        return _rights.ExtendAsync(grievance, form, _letters.RightsExtension(grievance, form, actor.Name, _clock.Now)!, actor, cancel);
    }

    private async Task ApproveAsync(Grievance grievance, Actor actor, CancellationToken cancel) =>
        await _approvals.ApproveAsync(grievance, (await _approvals.LetterAsync(grievance, cancel))!.Fingerprint, actor, cancel);

    private Task WriteAsync(Grievance grievance, DemoStep step, Actor actor, CancellationToken cancel) =>
        _filer.WriteAsync(grievance, Guid.CreateVersion7(), new() { Body = Words(step) }, grievance.Language, actor, cancel);

    // Whoever acts has opened the case before, and with it what the other side had written.
    private void Read(Grievance grievance, bool byOffice)
    {
        foreach (var message in grievance.Messages.Where(m => m.FromOffice != byOffice))
        {
            message.Read(_clock.Now);
        }

        if (byOffice)
        {
            grievance.SeenByOffice();
        }
    }
}
