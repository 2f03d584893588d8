namespace MigrantServices.Core.Privacy;

/// <summary>What a sealed text is; it is bound into the seal, so that a value cannot be moved to another place.</summary>
public static class SealedField
{
    public const string Account = "account";
    public const string Place = "place";
    public const string Respondent = "respondent";
    public const string Hope = "hope";
    public const string ContactNote = "contact-note";
    public const string InterpreterNote = "interpreter-note";
    public const string Answer = "answer";
    public const string AnswerInTheirLanguage = "answer-translated";
    public const string ObjectionAnswer = "objection-answer";
    public const string ObjectionAnswerInTheirLanguage = "objection-answer-translated";
    public const string Recommendation = "recommendation";
    public const string Addressee = "addressee";
    public const string MeasuresReasons = "measures-reasons";
    public const string MeasuresCorrection = "measures-correction";
    public const string MeasuresFound = "measures-found";
    public const string InquiryPeople = "inquiry-people";
    public const string InquiryWords = "inquiry-words";
    public const string InquiryReply = "inquiry-reply";
    public const string Jurisdiction = "jurisdiction";
    public const string Referral = "referral";
    public const string ReferralReply = "referral-reply";
    public const string Translation = "translation";
    public const string Interpreter = "interpreter";
    public const string Conflict = "interpreter-conflict";
    public const string Rejection = "translation-rejected";
    public const string Interest = "interest";
    public const string InterestLifted = "interest-lifted";
    public const string Reasons = "reasons";
    public const string ReasonsInTheirLanguage = "reasons-translated";
    public const string ProofNote = "proof-note";
    public const string FindingNote = "finding-note";
    public const string VisitPeople = "visit-people";
    public const string VisitFindings = "visit-findings";
    public const string Alarm = "alarm";
    public const string AlarmOutcome = "alarm-outcome";
    public const string ToldApart = "told-apart";
    public const string Merge = "merge";
    public const string MergeUndone = "merge-undone";
    public const string Pattern = "pattern";
    public const string Payee = "payee";
    public const string MoneyReason = "money-reason";
    public const string Delivery = "delivery";
    public const string Name = "name";
    public const string Contact = "contact";
    public const string Message = "message";
    public const string MessageInKorean = "message-korean";
    public const string Note = "note";
    public const string Task = "task";
    public const string NoticeAddress = "notice-address";
}
