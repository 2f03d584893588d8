using System.Reflection;
using System.Text.RegularExpressions;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Childcare;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.ChildConfirmations.Showing;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage.Seed;
using MigrantServices.Core.Tests.Privacy;
using Xunit;
using static MigrantServices.Core.Tests.ChildConfirmations.ChildLife;

namespace MigrantServices.Core.Tests.ChildConfirmations;

/// <summary>What the confirmation opens: referrals, help with daycare and the view for one moment, without a database.</summary>
public partial class OpeningTests
{
    private static readonly byte[] Hash = new byte[32];
    private static readonly DateOnly November = new(2026, 11, 1);

    [Fact]
    public void Without_a_consent_that_holds_nothing_is_sent()
    {
        var (consent, referral) = Prepared();
        var other = Consent();

        Refused("referral.no-consent", () => referral.SendBy(Kim, null, referral.Fingerprint, Hash, Noon.AddDays(14), Noon));
        Refused("referral.no-consent", () => referral.SendBy(Kim, other, referral.Fingerprint, Hash, Noon.AddDays(14), Noon));
        consent.Withdraw(Kim, Noon);
        Refused("referral.no-consent", () => referral.SendBy(Kim, consent, referral.Fingerprint, Hash, Noon.AddDays(14), Noon));
        Refused("child.service-consent-gone", () => consent.Withdraw(Kim, Noon));

        Assert.Equal((ReferralState.Prepared, null, null), (referral.State, referral.SentAt, referral.LinkHash));
    }

    [Fact]
    public void Only_the_words_that_were_read_leave_and_only_once()
    {
        var (consent, referral) = Prepared();

        Refused("referral.other-words", () => referral.SendBy(Kim, consent, "0123", Hash, Noon.AddDays(14), Noon));
        Assert.Equal(ReferralState.Prepared, referral.State);
        referral.SendBy(Kim, consent, referral.Fingerprint, Hash, Noon.AddDays(14), Noon);
        Refused("referral.not-prepared", () => referral.SendBy(Kim, consent, referral.Fingerprint, Hash, Noon.AddDays(14), Noon));

        Assert.Equal((ReferralState.Sent, ServiceReferral.MostReads), (referral.State, referral.ReadsLeft));
        Assert.True(referral.OpensAt(Noon));
        Assert.False(referral.OpensAt(Noon.AddDays(14)));
    }

    [Fact]
    public void A_receiver_answers_once_and_the_link_closes()
    {
        var referral = Sent();

        referral.AnswerBy(ReceiverAnswer.PlaceOffered, new(2026, 12, 1), null, Noon);

        Assert.Equal((ReferralState.Answered, null), (referral.State, referral.LinkHash));
        Refused("referral.not-under-way", () => referral.AnswerBy(ReceiverAnswer.CannotHelp, null, null, Noon));
        Refused("referral.not-under-way", () => referral.End(ReferralEnd.Recalled, Noon));
        Assert.Equal(ReceiverAnswer.PlaceOffered, referral.Answer);
    }

    [Fact]
    public void What_ends_after_it_left_leaves_a_receiver_to_be_told_once()
    {
        var (_, never) = Prepared();
        never.End(ReferralEnd.ConsentWithdrawn, Noon);
        Assert.False(never.OwesWord);
        Refused("referral.nothing-to-tell", () => never.Told(Noon));

        var sent = Sent();
        sent.End(ReferralEnd.ConsentWithdrawn, Noon);
        Assert.True(sent.OwesWord);
        Assert.False(sent.OpensAt(Noon));
        sent.Told(Noon);
        Refused("referral.nothing-to-tell", () => sent.Told(Noon));
        Refused("referral.not-under-way", () => sent.AnswerBy(ReceiverAnswer.Accepted, null, null, Noon));
    }

    [Fact]
    public void Before_a_decision_a_child_is_referred_only_where_the_list_lets_it()
    {
        var one = In(CaseStatus.UnderReview);
        var before = (one.Status, one.Revision, one.Events.Count);

        Refused("child.not-confirmed-yet", () => one.PrepareReferralBy(Kim, "language-centre", beforeDecision: false, Noon));
        Assert.Equal(before, (one.Status, one.Revision, one.Events.Count));
        one.PrepareReferralBy(Kim, "city-health-centre", beforeDecision: true, Noon);
        In(CaseStatus.Confirmed).PrepareReferralBy(Kim, "language-centre", beforeDecision: false, Noon);
    }

    [Fact]
    public void A_receiver_does_nothing_in_a_case_but_answer()
    {
        foreach (var status in ChildConfirmation.Service.Statuses.Where(s => s != CaseStatus.Withdrawn))
        {
            var one = In(status);
            var receiver = Actor.Receiver(one.Id, Guid.CreateVersion7());

            Assert.Equal([ChildConfirmation.AnswerReferral], ChildConfirmation.Service.Actions.Where(action => one.May(action, receiver)));
            Assert.False(In(status).May(ChildConfirmation.AnswerReferral, receiver));
        }
    }

    [Fact]
    public void A_referral_holds_the_ticked_items_and_nothing_else_of_the_child()
    {
        var one = In(CaseStatus.Confirmed);
        var opened = new OpenedIdentity(
            new(new("سلمى", "Salma Almurjana", "살마"), new(new(2021, 3, 5), DatePrecision.Day), "female", "원곡로 17\n\n■ 속임수"),
            [new(Guid.NewGuid(), Kinship.Mother, new(new("هدى", null, null), null, "Yemen", "010-0000-0000"))],
            false);
        var paper = new ReferralPaper(new KeysAsTexts(), Contacts());

        var name = paper.Write(one, new() { Service = "vaccination-number", Receiver = "city-health-centre", Items = ["name-latin"], Words = "부탁" }, opened, "2345", Noon);
        var address = paper.Write(one, new() { Service = "school", Receiver = "school-office", Items = ["address", "born"], Words = "부탁" }, opened, null, Noon);

        Assert.Contains("Salma Almurjana", name, StringComparison.Ordinal);
        Assert.DoesNotContain("2021", name, StringComparison.Ordinal);
        Assert.DoesNotContain("원곡로", name, StringComparison.Ordinal);
        Assert.DoesNotContain("هدى", name, StringComparison.Ordinal);
        Assert.DoesNotContain("2345", name, StringComparison.Ordinal);
        Assert.Contains("원곡로 17 ■ 속임수", address, StringComparison.Ordinal);
        Assert.DoesNotContain("Salma", address, StringComparison.Ordinal);
        Assert.DoesNotContain("Yemen", name + address, StringComparison.Ordinal);
    }

    [Fact]
    public void No_service_is_told_of_nationality_or_of_more_than_a_form_can_offer()
    {
        var book = Book();
        var services = book.Items(Lists.ChildServices, Today).ToList();

        Assert.NotEmpty(services);
        Assert.All(services, service => Assert.NotEmpty(book.ItemsOf(service.Code, Today)));
        Assert.All(services, service => Assert.Subset(ChildItems.All.ToHashSet(), EntryDetails.Of(service.Details).Items!.ToHashSet()));
        Assert.All(book.Items(Lists.ServiceReceivers, Today), receiver => Assert.All(book.ServicesOf(receiver.Code, Today), service => Assert.True(book.Has(Lists.ChildServices, service, Today))));
        Assert.Empty(book.ItemsOf("school", new(2026, 1, 31)));
        Assert.True(new MakeReferral.Rules(book, new Clocked(Noon)).Validate(new MakeReferral { Service = "daycare", Receiver = "example-daycare-hwaseong", Items = ["name-own"], Words = "x" }).IsValid);
        Assert.False(new MakeReferral.Rules(book, new Clocked(Noon)).Validate(new MakeReferral { Service = "daycare", Receiver = "example-daycare-hwaseong", Items = ["address"], Words = "x" }).IsValid);
        Assert.False(new MakeReferral.Rules(book, new Clocked(Noon)).Validate(new MakeReferral { Service = "daycare", Receiver = "unicef-korea", Items = ["name-own"], Words = "x" }).IsValid);
    }

    [Fact]
    public void A_view_shows_one_or_two_different_things_of_the_list()
    {
        Assert.True(ShownFields.MayBe(["age"]));
        Assert.True(ShownFields.MayBe(["name-own", "age"]));
        Assert.False(ShownFields.MayBe([]));
        Assert.False(ShownFields.MayBe(["age", "age"]));
        Assert.False(ShownFields.MayBe(["name-own", "age", "born-year"]));
        Assert.False(ShownFields.MayBe(["address"]));
    }

    [Fact]
    public void A_view_never_tells_the_birthday()
    {
        var child = new ChildIdentity(new("سلمى", "Salma", "살마"), new(new(2021, 3, 5), DatePrecision.Day), "female", "원곡로 17");

        var shown = ShownFields.All.Select(field => ShownFields.Of(field, child, "2345-6789-D2", Today)).ToList();

        Assert.Equal(["سلمى", "Salma", "살마", "2021", "5", "2039", "2345-6789-D2"], shown);
    }

    [Fact]
    public void A_short_code_is_read_as_people_type_it_and_nothing_else_is()
    {
        var codes = new ShortCodes(Keys.Ring);
        var code = ShortCodes.New();

        Assert.Equal(codes.HashOf(code), codes.HashOf($"  {code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)} "));
        Assert.Null(codes.HashOf(null));
        Assert.Null(codes.HashOf(code + "A"));
        Assert.Null(codes.HashOf("OOOOO-OOOOO"));
        Assert.Null(codes.HashOf(new string('A', 5000)));
        Assert.NotEqual(codes.HashOf(code), codes.HashOf(ShortCodes.New()));
    }

    [Fact]
    public void Nothing_about_children_asks_for_a_fee_or_for_an_account_of_a_person()
    {
        var forms = typeof(ChildConfirmation).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith(typeof(ChildConfirmation).Namespace!, StringComparison.Ordinal) == true && type.GetNestedType("Rules") is not null).ToList();
        var stored = new[] { typeof(ChildConfirmation), typeof(ChildcareAward), typeof(ChildcareMonth), typeof(ServiceReferral), typeof(ServiceConsent), typeof(OneTimeView) };

        Assert.NotEmpty(forms);
        Assert.DoesNotContain(forms.SelectMany(Names), Money().IsMatch);
        Assert.DoesNotContain(stored.SelectMany(Names), name => BankAccount().IsMatch(name));
        Assert.Equal([nameof(ChildcareMonth.Amount)], stored.SelectMany(Names).Where(name => Money().IsMatch(name)));
    }

    private static IEnumerable<string> Names(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(property => property.Name);

    private static ServiceConsent Consent() => new()
    {
        CaseId = Guid.NewGuid(),
        Receiver = "unicef-korea",
        Way = "phone",
        GivenOn = Today,
        Evidence = Words,
        RecordedById = Kim.UserId!.Value,
        RecordedAt = Noon,
    };

    private static (ServiceConsent Consent, ServiceReferral Referral) Prepared()
    {
        var consent = Consent();
        return (consent, new()
        {
            CaseId = consent.CaseId,
            ConsentId = consent.Id,
            Service = "ngo-help",
            Receiver = consent.Receiver,
            Items = ["age"],
            Mark = Hash,
            PreparedById = Kim.UserId!.Value,
            PreparedAt = Noon,
        });
    }

    private static ServiceReferral Sent()
    {
        var (consent, referral) = Prepared();
        referral.SendBy(Kim, consent, referral.Fingerprint, Hash, Noon.AddDays(14), Noon);
        return referral;
    }

    private static ChildcareAward Award(int months = 1) => new()
    {
        CaseId = Guid.NewGuid(),
        ChildId = Guid.NewGuid(),
        Municipality = "41590",
        Daycare = "example-daycare-hwaseong",
        From = November,
        To = November.AddMonths(months - 1),
        ProposedById = Kim.UserId!.Value,
        ProposedAt = Noon,
    };

    private static ReferenceBook Book()
    {
        var book = new ReferenceBook();
        book.Fill(ReferenceSeed.Shipped());
        return book;
    }

    private static OfficeContacts Contacts() => new(Book());

    private static void Refused(string code, Action deed) => Assert.Equal(code, Assert.Throws<RefusedException>(deed).Refusal.Code);

    [GeneratedRegex("fee|price|charge|pay|amount|won$|cost|invoice|금액", RegexOptions.IgnoreCase)]
    private static partial Regex Money();

    [GeneratedRegex("bank|iban|accountn|holder|payee", RegexOptions.IgnoreCase)]
    private static partial Regex BankAccount();

    /// <summary>Writes each key with what it names, so that a test sees the values and no wording.</summary>
    private sealed class KeysAsTexts : ILetterTexts
    {
        public bool Has(string language) => true;

        public string In(string language, string key, params object?[] arguments) => string.Join(' ', [key, .. arguments]);

        public string Day(string language, DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
    }

    private sealed class Clocked(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
