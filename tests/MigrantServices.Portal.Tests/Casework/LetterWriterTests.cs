using System.Globalization;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage.Seed;
using MigrantServices.Portal.Web;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>Which letter goes out, in which version, with which days, and never half in one language and half in another.</summary>
public sealed class LetterWriterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

    private static readonly ReferenceBook Book = Filled();
    private static readonly Clocks Clocks = new(Book, new WorkingCalendar());
    private static readonly LetterWriter Writer = new(ShippedTexts.Letters, new OfficeContacts(Book), Clocks, new Representatives(Vault()));

    [Fact]
    public void A_petition_is_told_its_day_and_where_else_to_turn()
    {
        var letter = Writer.Receipt(Filed("en"), Noon);

        Assert.Equal("receipt.1", letter.Template);
        Assert.Contains("1 December 2026", letter.InTheirLanguage, StringComparison.Ordinal);
        Assert.Contains("2026년 12월 1일", letter.InKorean, StringComparison.Ordinal);
        Assert.All(new[] { "1331", "110", "1661-0222" }, phone => Assert.Contains(phone, letter.InTheirLanguage, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "Representatives of those who petition together: Nguyễn Thị Hoa, ")]
    [InlineData("vi", "Người đại diện của những người cùng nộp đơn: Nguyễn Thị Hoa, ")]
    public void A_letter_of_a_joint_petition_names_those_who_speak_for_it_in_both_languages(string language, string line)
    {
        var letter = Writer.Receipt(Filed(language, together: true), Noon);

        Assert.Contains(line, letter.InTheirLanguage, StringComparison.Ordinal);
        Assert.Contains("대표자: Nguyễn Thị Hoa, ", letter.InKorean, StringComparison.Ordinal);
        Assert.All(new[] { "Trần Văn Ví", "김보기" }, name => Assert.Equal((1, 1), (Times(letter.InKorean, name), Times(letter.InTheirLanguage!, name))));
        Assert.Equal("receipt.1", letter.Template);
        Assert.DoesNotContain("대표자", Writer.Receipt(Filed(language), Noon).InKorean, StringComparison.Ordinal);
    }

    private static int Times(string text, string words) => text.Split(words).Length - 1;

    [Fact]
    public void A_tip_is_told_shortly_and_without_a_day()
    {
        var letter = Writer.Receipt(Filed("en", named: false), Noon);

        Assert.Equal("receipt-tip.1", letter.Template);
        Assert.DoesNotContain("December", letter.InTheirLanguage, StringComparison.Ordinal);
        Assert.DoesNotContain("1331", letter.InKorean, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_translation_the_frame_says_where_the_words_are_and_who_reads_them_out()
    {
        var letter = Writer.Supplement(Filed("vi"), new() { Body = "계약서를 보내 주세요.", Until = new(2026, 12, 3) }, "김하늘", Noon);

        Assert.Contains("계약서를 보내 주세요.", letter.InKorean, StringComparison.Ordinal);
        Assert.DoesNotContain("계약서", letter.InTheirLanguage, StringComparison.Ordinal);
        Assert.Contains("bằng tiếng Hàn", letter.InTheirLanguage, StringComparison.Ordinal);
        Assert.Contains("ngày 3 tháng 12 năm 2026", letter.InTheirLanguage, StringComparison.Ordinal);
    }

    [Fact]
    public void An_extension_without_a_translation_is_no_mixture_either()
    {
        var letter = Writer.Extension(Filed("ar"), new() { Reason = "fact-check", Days = 3, Explanation = "현장에 가야 합니다." }, new(2026, 12, 4), "김하늘", Noon);

        Assert.Equal("extension.2", letter.Template);
        Assert.DoesNotContain("현장", letter.InTheirLanguage, StringComparison.Ordinal);
        Assert.Contains("현장에 가야 합니다.", letter.InKorean, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_reads_Korean_gets_one_text() => Assert.Null(Writer.Receipt(Filed("ko"), Noon).InTheirLanguage);

    [Fact]
    public void A_progress_letter_says_where_it_stands_and_that_the_day_has_passed()
    {
        var letter = Writer.Progress(Filed("en"), null, Noon.AddDays(30));

        Assert.Contains("Received", letter.InTheirLanguage, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("We should have answered by 1 December 2026", letter.InTheirLanguage, StringComparison.Ordinal);
    }

    [Fact]
    public void The_letters_of_a_decision_name_outcome_reason_last_day_and_handler()
    {
        var letter = Writer.Decision(Decided("en"), "집주인이 고치기로 하였습니다.", "The house will mend it.", new(2026, 12, 23), "김하늘", Noon);

        Assert.Equal("decision.1", letter.Template);
        Assert.All(
            new[] { "Resolved while we looked into it", "The other side put it right", "The house will mend it.", "within 30 days", "23 December 2026", "김하늘", "1661-0222", "1331", "administrative appeal" },
            words => Assert.Contains(words, letter.InTheirLanguage, StringComparison.Ordinal));
        Assert.Contains("The Korean text decides.", letter.InTheirLanguage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    [InlineData("vi")]
    [InlineData("zh-Hans")]
    [InlineData("ar")]
    public void Every_letter_has_a_title_its_three_facts_and_no_gap_left_open(string language)
    {
        var (filed, decided) = (Filed(language), Decided(language));
        Letter[] all =
        [
            Writer.Receipt(filed, Noon),
            Writer.Receipt(Filed(language, named: false), Noon),
            Writer.Supplement(filed, new() { Body = "가", InTheirLanguage = "b", Until = new(2026, 12, 3) }, "김하늘", Noon),
            Writer.SupplementAgain(filed, new() { Body = "가", InTheirLanguage = "b", Until = new(2026, 12, 3) }, "김하늘", Noon),
            Writer.Extension(filed, new() { Reason = "cooperation", Days = 3 }, new(2026, 12, 4), "김하늘", Noon),
            Writer.RightsExtension(filed, new() { Reason = "cooperation", Months = 1 }, "김하늘", Noon)!,
            Writer.Progress(filed, "김하늘", Noon),
            Writer.Decision(decided, "가", "b", new(2026, 12, 23), "김하늘", Noon),
            Writer.ObjectionDecision(decided, "가", null, "김하늘", Noon),
        ];

        Assert.All(all.Select(letter => letter.InTheirLanguage ?? letter.InKorean).Concat(all.Select(letter => letter.InKorean)), text =>
        {
            var pieces = LetterText.Pieces(text);
            Assert.Equal((LetterPart.Title, LetterPart.Facts, 3), (pieces[0].Part, pieces[1].Part, pieces[1].Facts.Count));
            Assert.DoesNotContain('{', text);
            Assert.Contains(pieces, piece => piece.Part == LetterPart.Heading);
        });
        Assert.Equal(language == "ko", all[0].InTheirLanguage is null);
    }

    private static Grievance Filed(string language, bool named = true, bool together = false)
    {
        var form = Office.Answers();
        if (together)
        {
            form.Story.Teller = Teller.Representative;
            (form.Contact.SecondName, form.Contact.ThirdName) = ("Trần Văn Ví", "김보기");
        }

        form.Contact.Language = language;
        form.Contact.WithName = named;
        var grievance = Maker().Make(form, Channel.Web, Noon, Guid.CreateVersion7());
        grievance.FileBy(Actor.Filer(grievance.Id, Guid.CreateVersion7()), Clocks.For(Grievance.Prefix, Noon), Noon);
        return grievance;
    }

    private static Grievance Decided(string language)
    {
        var grievance = Filed(language);
        var (kim, lee) = (Colleague(Role.Caseworker), Colleague(Role.Supervisor));
        var (choi, words) = (Colleague(Role.Caseworker), new SealedText([1]));
        grievance.TakeOnBy(kim, affirms: true, Noon);
        grievance.CheckJurisdictionBy(kim, Checked(grievance, kim), Noon);
        grievance.ProposeBy(kim, new("resolved", "resolved.remedied"), words, null, Noon);
        var letter = new CaseWords(Vault(), Search()).Letter(grievance, Guid.CreateVersion7(), new("decision.1", "가", null), MessagePurpose.Decision, lee, Noon);
        grievance.ApproveBy(lee, letter, Clocks.Of(Procedure.ObjectionWindowPeriod, Noon), Noon);
        grievance.ObjectBy(Actor.Filer(grievance.Id, Guid.CreateVersion7()), letter, Clocks.Of(Grievance.ObjectionPeriod, Noon), Noon);
        grievance.TakeOnObjectionBy(choi, affirms: true, Noon);
        grievance.ProposeObjectionBy(choi, null, words, null, Noon);
        return grievance;
    }

    private static JurisdictionCheck Checked(Grievance grievance, Actor by) => new()
    {
        CaseId = grievance.Id,
        Finding = Competence.Ours,
        RespondentKind = "landlord",
        RespondentSector = RespondentSector.Private,
        LastHappenedOn = null,
        OtherRelief = OtherRelief.None,
        Words = new([1]),
        CheckedById = by.UserId!.Value,
        CheckedAt = Noon,
    };

    private static Actor Colleague(Role role) => new(Guid.CreateVersion7(), role.ToString(), [new(role, null, null)]);

    private static GrievanceMaker Maker() => new(Vault(), Search(), new(Keys()));

    private static Vault Vault() => new(Keys());

    private static SearchTokens Search() => new(Keys());

    private static KeyRing Keys()
    {
        var key = Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray());
        return KeyRing.Parse(string.Format(CultureInfo.InvariantCulture, """{{"current":"k1","keys":{{"k1":"{0}"}},"index":"{0}","codes":"{0}"}}""", key));
    }

    private static ReferenceBook Filled()
    {
        var book = new ReferenceBook();
        book.Fill(ReferenceSeed.Shipped());
        return book;
    }
}
