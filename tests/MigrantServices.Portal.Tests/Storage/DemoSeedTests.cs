using System.Collections.Frozen;
using System.Text.RegularExpressions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Grievances.Patterns;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Seed;
using MigrantServices.Core.Storage.Seed.Demo;
using MigrantServices.Portal.Tests.Casework;
using MigrantServices.Testing;
using Xunit;

namespace MigrantServices.Portal.Tests.Storage;

/// <summary>The demonstration's colleagues and cases, sown into an empty database.</summary>
[Trait("Category", "Database")]
public sealed class DemoSeedTests(DemoSeedTests.Sown sown) : IClassFixture<DemoSeedTests.Sown>
{
    // sixty working days with the longest holidays between them
    private const int MostDays = 130;

    private static readonly FrozenDictionary<string, string> Scripts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Korean"] = @"\p{IsHangulSyllables}",
        ["Vietnamese"] = "[ơưđạảấầệ]",
        ["Chinese"] = @"^[^\p{IsHangulSyllables}]*\p{IsCJKUnifiedIdeographs}",
        ["Arabic"] = @"\p{IsArabic}",
        ["Cyrillic"] = @"\p{IsCyrillic}",
        ["Burmese"] = @"\p{IsMyanmar}",
        ["Devanagari"] = @"\p{IsDevanagari}",
        ["Thai"] = @"\p{IsThai}",
        ["Uzbek"] = "(?i)so'r",
        ["English"] = "(?i)\\bthe\\b",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] AfterTheGrant = ["prepare-payment", "release-payment", "hand-over-help", "propose-ending"];

    [Fact]
    public async Task Every_status_channel_and_language_is_there()
    {
        await using var db = sown.Database.Open();
        var cases = await db.Grievances.Select(g => new { g.Status, g.Channel, g.Language, g.Reference }).ToListAsync();

        Assert.Equal(Grievance.Service.Statuses, cases.Select(c => c.Status).Distinct().Order());
        Assert.Equal(Enum.GetValues<Channel>(), cases.Select(c => c.Channel).Distinct().Order());
        Assert.Equal(["ar", "en", "ko", "vi", "zh-Hans"], cases.Select(c => c.Language).Distinct().Order(StringComparer.Ordinal));
        Assert.Distinct(cases.Select(c => c.Reference));
    }

    [Fact]
    public async Task Work_is_waiting_that_is_due_soon_overdue_and_paused()
    {
        await using var db = sown.Database.Open();
        var today = Seoul.DateOf(TimeProvider.System.GetUtcNow());
        var soon = sown.Services.GetRequiredService<Clocks>().SoonUntil(TimeProvider.System.GetUtcNow());

        Assert.True(await db.Grievances.AnyAsync(g => g.DueOn >= today && g.DueOn <= soon));
        Assert.True(await db.Grievances.AnyAsync(g => g.DueOn < today));
        Assert.True(await db.Grievances.AnyAsync(g => g.PausedOn != null));
    }

    [Fact]
    public async Task One_respondent_in_two_scripts_is_a_pattern_that_waits_for_a_second_person()
    {
        await using var db = sown.Database.Open();

        var pattern = await db.Set<Pattern>().Include(p => p.Steps).SingleAsync();

        Assert.Equal((PatternState.Asked, 3), (pattern.StateAt(TimeProvider.System.GetUtcNow()), pattern.Cases));
    }

    [Fact]
    public async Task Every_deed_of_the_table_has_left_its_line_of_history_and_none_lies_in_the_future()
    {
        await using var db = sown.Database.Open();
        var all = await db.Events.ToListAsync();
        var grievances = await db.Grievances.Select(g => g.Id).ToListAsync();
        var events = all.Where(e => grievances.Contains(e.CaseId)).ToList();

        Assert.Equal(
            Grievance.Service.Actions.Where(action => Grievance.Service.WhoMay(action) != Role.Portal).Append(Grievance.File).Select(action => action.Code).Order(StringComparer.Ordinal),
            events.Select(e => e.Action).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(await db.Grievances.CountAsync(), events.Select(e => e.CaseId).Distinct().Count());
        var cases = all.Select(e => e.CaseId).ToHashSet();
        var changes = await db.AccessRecords.Where(r => r.Deed == AccessDeed.Change).Select(r => new { r.CaseId, r.Detail }).ToListAsync();
        // what follows a grant is on record without being a deed of the case
        Assert.Equal(all.Count, changes.Count(r => cases.Contains(r.CaseId!.Value) && !AfterTheGrant.Contains(r.Detail)));
        Assert.All(all, e => Assert.InRange(e.At, DateTimeOffset.UtcNow.AddDays(-MostDays), DateTimeOffset.UtcNow));
    }

    [Fact]
    public async Task Support_stands_in_every_status_by_every_deed_and_some_of_it_is_paid()
    {
        await using var db = sown.Database.Open();
        var applications = await db.SupportApplications.Select(one => new { one.Id, one.Status }).ToListAsync();
        var ids = applications.Select(one => one.Id).ToList();
        var deeds = await db.Events.Where(e => ids.Contains(e.CaseId)).Select(e => e.Action).Distinct().ToListAsync();

        Assert.Equal(SupportApplication.Service.Statuses, applications.Select(one => one.Status).Distinct().Order());
        Assert.Equal(
            SupportApplication.Service.Actions.Where(action => SupportApplication.Service.WhoMay(action) != Role.Portal).Append(SupportApplication.File).Select(action => action.Code).Order(StringComparer.Ordinal),
            deeds.Order(StringComparer.Ordinal));
        Assert.True(await db.Set<Award>().AnyAsync(award => award.PaidWon > 0));
        Assert.True(await db.Set<Payment>().AnyAsync(payment => payment.State == PaymentState.Prepared));
    }

    [Fact]
    public async Task The_printed_code_of_a_household_opens_what_was_granted()
    {
        await using var db = sown.Database.Open();
        Assert.True(ReceiptCode.TryParse(DemoSeed.HouseholdCode, out var code));
        var hash = await sown.Services.GetRequiredService<CodeHasher>().HashAsync(code);

        var caseId = await db.Codes.Where(c => c.Hash == hash && c.Holder == Role.Filer).Select(c => c.CaseId).SingleAsync();
        Assert.Equal(CaseStatus.Answered, await db.SupportApplications.Where(one => one.Id == caseId).Select(one => one.Status).SingleAsync());
    }

    [Fact]
    public async Task All_texts_open_under_the_keys_and_at_least_eight_languages_are_among_them()
    {
        await using var db = sown.Database.Open();
        var vault = sown.Services.GetRequiredService<Vault>();

        var accounts = (await db.Grievances.ToListAsync()).ConvertAll(g => vault.Open(g.Account, g.Id, SealedField.Account));
        Assert.All(await db.Messages.ToListAsync(), m => Assert.NotEmpty(vault.Open(m.Body, m.Id, SealedField.Message)));
        Assert.All(await db.Notes.ToListAsync(), n => Assert.NotEmpty(vault.Open(n.Body, n.Id, SealedField.Note)));
        Assert.All(await db.Set<CasePerson>().ToListAsync(), p => Assert.NotEmpty(vault.Open(p.Name, p.Id, SealedField.Name)));
        Assert.All(Scripts, script => Assert.Contains(accounts, account => Regex.IsMatch(account, script.Value)));
    }

    [Fact]
    public async Task Resident_with_the_printed_code_finds_an_unread_question_of_the_office()
    {
        await using var db = sown.Database.Open();
        Assert.True(ReceiptCode.TryParse(DemoSeed.ResidentCode, out var code));
        var hash = await sown.Services.GetRequiredService<CodeHasher>().HashAsync(code);

        var caseId = await db.Codes.Where(c => c.Hash == hash && c.Holder == Role.Filer).Select(c => c.CaseId).SingleAsync();
        var grievance = await db.Grievances.Include(g => g.Messages).SingleAsync(g => g.Id == caseId);

        Assert.Equal(CaseStatus.AwaitingSupplement, grievance.Status);
        Assert.Contains(grievance.Messages, m => m is { FromOffice: true, ReadAt: null, Purpose: MessagePurpose.SupplementRequest });
    }

    [Fact]
    public async Task A_second_start_sows_nothing()
    {
        await using var db = sown.Database.Open();
        var before = await db.Grievances.CountAsync();

        await sown.SowAsync();

        Assert.Equal(before, await db.Grievances.CountAsync());
    }

    [Fact]
    public void Every_form_would_pass_the_rules_that_residents_meet()
    {
        using var scope = sown.Services.CreateScope();
        var rules = scope.ServiceProvider.GetRequiredService<IValidator<FileGrievance>>();
        var today = Seoul.DateOf(TimeProvider.System.GetUtcNow());

        Assert.All(DemoGrievance.Shipped().Where(told => told.Channel != Channel.Own), told => Assert.Empty(rules.Validate(told.FormOf(today)).Errors));
    }

    public sealed class Sown : IAsyncLifetime
    {
        private readonly string _keys = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "keys.json");

        public TestDatabase Database { get; } = new();

        public ServiceProvider Services { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await Database.InitializeAsync();
            var settings = new ConfigurationBuilder().Build();
            Services = new ServiceCollection().AddLogging()
                .AddCore(settings, Database.ConnectionString, KeyRing.LoadOrCreate(_keys), TestKeys.Vault)
                .AddSingleton(SigningKeys.Load(TestKeys.SigningFile))
                .AddShippedTexts()
                .BuildServiceProvider();
            await using var db = Database.Open();
            await ReferenceSeed.SowAsync(db, withExamples: true, CancellationToken.None);
            await ProgrammeSeed.SowAsync(db, CancellationToken.None);
            await Services.GetRequiredService<ReferenceBook>().ReadAsync(db, CancellationToken.None);
            await Services.GetRequiredService<ProgrammeBook>().ReadAsync(db, CancellationToken.None);
            await SowAsync();
        }

        public async Task SowAsync()
        {
            await using var scope = Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DemoSeed>().SowAsync(CancellationToken.None);
        }

        public async Task DisposeAsync()
        {
            await Services.DisposeAsync();
            await Database.DisposeAsync();
            Directory.Delete(Path.GetDirectoryName(_keys)!, recursive: true);
        }
    }
}
