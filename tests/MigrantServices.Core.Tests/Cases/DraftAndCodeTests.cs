using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using Xunit;

namespace MigrantServices.Core.Tests.Cases;

public sealed class DraftAndCodeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_form_that_was_sent_keeps_no_words_and_is_not_sent_again()
    {
        var (draft, caseId) = (new CaseDraft { Service = "DG", Content = [1, 2, 3], SavedAt = Noon }, Guid.CreateVersion7());

        draft.BecomeCase(caseId);

        Assert.Throws<InvalidOperationException>(() => draft.BecomeCase(Guid.CreateVersion7()));
        Assert.Equal(caseId, draft.SentAs);
        Assert.Empty(draft.Content);
    }

    [Fact]
    public void A_code_opens_one_case_and_was_kept_when_that_was_first_told()
    {
        var (code, caseId) = (new CaseCode { Hash = [1], Holder = Role.Filer, CreatedAt = Noon }, Guid.CreateVersion7());

        code.OpenCase(caseId);
        code.Keep(Noon);
        code.Keep(Noon.AddDays(1));

        Assert.Throws<InvalidOperationException>(() => code.OpenCase(Guid.CreateVersion7()));
        Assert.Equal((caseId, Noon), (code.CaseId, code.KeptAt));
    }
}
