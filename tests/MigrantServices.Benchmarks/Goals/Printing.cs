using System.Diagnostics;
using MigrantServices.Benchmarks.Running;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.Documents.Pdf;
using MigrantServices.Core.Storage.Seed.Demo;

namespace MigrantServices.Benchmarks.Goals;

/// <summary>P8: a document and its card with photograph and code, from the facts to both files.</summary>
public sealed class Printing() : Goal("papers")
{
    private const int Times = 50;
    private const double MostTime = 80;
    private const double MostSize = 300;

    public override Task MeasureAsync(Stage stage, Figures figures)
    {
        var photo = DemoPhotograph.Jpeg;
        foreach (var (what, content) in new[] { ("Vietnamese", Content(photo, Vietnamese, "Nguyễn Ngọc Ánh Dương")), ("Arabic", Content(photo, Arabic, "ليلى يوسف أحمد الحسن")) })
        {
            var cold = Stopwatch.StartNew();
            var printed = Papers.Print(content);
            var first = cold.Elapsed.TotalMilliseconds;
            for (var n = 0; n < Times; n++)
            {
                Papers.Print(content);
            }

            var times = new List<double>();
            for (var n = 0; n < Times; n++)
            {
                var watch = Stopwatch.StartNew();
                printed = Papers.Print(content);
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            var (time, size) = (Round.Median(times), (printed.Document.Length + printed.Card.Length) / 1024d);
            figures.Add("P8", $"document and card, Korean and {what}, warm", "", Figures.Number(time) + " ms", $"first {Figures.Number(first)} ms", "≤ 80 ms", time <= MostTime);
            figures.Add("P8", $"document and card, Korean and {what}, size", "", Figures.Number(size) + " KB", "", "≤ 300 KB", size <= MostSize);
        }

        return Task.CompletedTask;
    }

    private static PaperContent Content(byte[] photo, PaperWords theirs, string name) => new()
    {
        Names = new(name, "NGUYEN NGOC ANH DUONG", "응우옌 응옥 아인 즈엉", theirs.Language),
        BornOn = new(2021, 3, 5),
        Photo = photo,
        DocumentSerial = "7KQM-4XWT-DR",
        CardSerial = "7KQM-4XWT-C8",
        IssuedOn = new(2026, 11, 23),
        IssuedAt = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero),
        CheckUrl = "https://portal.gg.go.kr/check#" + new string('x', 154),
        Phone = "1661-0222",
        InKorean = Korean,
        InTheirLanguage = theirs,
    };

    private static readonly PaperWords Korean = new()
    {
        Language = new PdfLanguage("ko"),
        Province = "경기도",
        Document = "지원대상 확인서",
        Card = "아동확인증",
        Name = "이름",
        BornOn = "생년월일",
        Sex = "성별",
        SexIs = "여",
        DocumentSerial = "확인서 번호",
        CardSerial = "확인증 번호",
        IssuedOn = "발급일",
        IssuedBy = "발급",
        Municipality = "안산시",
        Governor = "경기도지사",
        Confirms = "위 아동의 출생 사실을 「경기도 출생 미등록 외국인 아동 발굴 및 지원 조례」 제7조에 따라 공적으로 확인합니다.",
        NoStatus = "이 확인으로 대한민국 국적이나 체류자격이 인정되는 것은 아닙니다(조례 제7조제3항).",
        Found = "주우신 분은 아래 번호로 연락해 주세요.",
        Check = "QR코드로 진위를 확인할 수 있습니다.",
        PhotoAlt = "아동의 사진",
        CodeAlt = "진위를 확인하는 QR코드",
    };

    private static readonly PaperWords Vietnamese = Korean with
    {
        Language = new PdfLanguage("vi"),
        Province = "Tỉnh Gyeonggi",
        Document = "Giấy xác nhận trẻ em",
        Card = "Thẻ xác nhận trẻ em",
        Name = "Họ tên",
        BornOn = "Ngày sinh",
        SexIs = "Nữ",
        Governor = "Tỉnh trưởng tỉnh Gyeonggi",
        Confirms = "Việc ra đời của trẻ em nêu trên được chính thức xác nhận theo Điều 7 Quy định của tỉnh Gyeonggi về tìm kiếm và hỗ trợ trẻ em nước ngoài chưa được đăng ký khai sinh.",
        NoStatus = "Xác nhận này không có nghĩa là được công nhận quốc tịch Hàn Quốc hay tư cách lưu trú (Quy định, Điều 7 khoản 3).",
        Found = "Nếu nhặt được, xin gọi số này.",
        Check = "Quét mã QR để biết còn hiệu lực hay không.",
    };

    private static readonly PaperWords Arabic = Vietnamese with
    {
        Language = new PdfLanguage("ar", IsRightToLeft: true),
        Province = "مقاطعة كيونغي",
        Document = "وثيقة تأكيد بيانات الطفل",
        Card = "بطاقة تأكيد بيانات الطفل",
        Name = "الاسم",
        BornOn = "تاريخ الميلاد",
        SexIs = "أنثى",
        Governor = "محافظ مقاطعة كيونغي",
        Confirms = "تُؤكَّد ولادة هذا الطفل رسميًا وفقًا للمادة 7 من لائحة مقاطعة كيونغي بشأن العثور على الأطفال الأجانب غير المسجلة ولادتهم ودعمهم.",
        NoStatus = "لا يترتب على هذا التأكيد اكتساب الجنسية الكورية أو أي صفة إقامة (اللائحة، المادة 7، الفقرة 3).",
        Found = "إذا عثرت عليها فاتصل من فضلك بهذا الرقم.",
        Check = "يُظهر رمز QR ما إذا كانت لا تزال سارية.",
    };
}
