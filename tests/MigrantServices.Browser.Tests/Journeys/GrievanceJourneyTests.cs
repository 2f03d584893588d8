using System.Text;
using MigrantServices.Browser.Tests.Browsing;
using Xunit;

namespace MigrantServices.Browser.Tests.Journeys;

/// <summary>The main road of the portal from end to end, with the script and without it.</summary>
public sealed class GrievanceJourneyTests
{
    private const string Request = "Việc này bắt đầu từ khi nào? (언제부터 있었던 일인가요?)";
    private const string Answer = "회사에 공용 식당을 함께 쓰도록 권고하였습니다.";
    private const string AnswerInVietnamese = "Chúng tôi đã khuyến nghị công ty cho mọi người dùng chung phòng ăn.";

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_resident_files_is_asked_answers_and_reads_the_answer(bool script)
    {
        var portal = await OpenPortal.Current;
        await using var resident = await Resident.WithPhoneAsync(script);
        await resident.FileAsync(await Photo.TakeAsync());

        await using var caseworker = await Colleague.SignedInAsync(Office.Caseworker, script);
        await caseworker.FindAsync(resident.Reference);
        await caseworker.SeesAsync(Resident.Story);
        await caseworker.TakeOnAsync();
        var photo = Encoding.Latin1.GetString(await caseworker.DownloadAsync(resident.Reference, "nhà ăn.jpg"));
        Assert.StartsWith("\u00FF\u00D8", photo, StringComparison.Ordinal);
        Assert.DoesNotContain(Photo.Place, photo, StringComparison.Ordinal);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await caseworker.DoAsync("ask-supplement", ("Form.Body", Request), ("Form.InTheirLanguage", Request));

        await resident.ComeBackAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await resident.AnswerAsync(Request);
        await resident.LeaveAsync();

        await caseworker.OpenAsync(resident.Reference);
        await caseworker.SeesAsync(Resident.Reply);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await caseworker.DoAsync("jurisdiction", ("Form.OtherRelief", "None"), ("Form.Finding", "Ours"), ("Form.Words", "도내 사업장에서 일어난 일임."));
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await caseworker.DoAsync("propose", ("Form.Reason", "resolved.remedied"), ("Form.Answer", Answer), ("Form.InTheirLanguage", AnswerInVietnamese));

        await using var supervisor = await Colleague.SignedInAsync(Office.Supervisor, script);
        await supervisor.OpenAsync(resident.Reference);
        await supervisor.SeesAsync(Answer);
        await supervisor.ApproveAsync();

        await resident.ComeBackAsync();
        await resident.ReadsAsync(AnswerInVietnamese);
        await resident.ReadsAsync(Answer);
    }
}
