using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Web.Access;

/// <summary>Who gets which page, written down a second time: a mistake in the portal's own table shows here.</summary>
public sealed partial class RolePageTests(Everybody host) : IClassFixture<Everybody>
{
    private const string Open = "200 200 200 200 200 200 200 200 200 200 200 200 200";
    private const string OpenRedirects = "302 302 302 302 302 302 302 302 302 302 302 302 302";
    private const string Visitors = "302 200 200 302 302 302 302 302 302 302 302 302 302";
    private const string Filers = "302 200 403 302 302 302 302 302 302 302 302 302 302";

    /// <summary>The code of a grievance opens no page of a child.</summary>
    private const string OtherService = "302 404 403 302 302 302 302 302 302 302 302 302 302";
    private const string Handlers = "302 302 302 200 200 200 200 403 403 403 403 403 403";
    private const string Supervisors = "302 302 302 403 200 403 403 403 403 403 403 403 403";
    private const string HandlersOfCase = "302 302 302 200 200 200 404 403 403 403 403 403 403";

    /// <summary>Page, address, and the status for each of <see cref="Everybody.All"/>. {case} is a tip in Ansan.</summary>
    private static readonly Dictionary<string, (string Address, string Expected)> Lines = new(StringComparer.Ordinal)
    {
        //                                                        stranger filer helper | caseworker supervisor ansan suwon | member secretary partner analyst privacy admin
        ["/Index"] = ("/en", Open),
        ["/Privacy"] = ("/en/privacy", Open),
        ["/Check/Index"] = ("/en/check", Open),
        ["/Grievances/New/Story"] = ("/en/grievances/new", Open),
        ["/Grievances/New/When"] = ("/en/grievances/new/when", Open),
        ["/Grievances/New/Grounds"] = ("/en/grievances/new/why", Open),
        ["/Grievances/New/Respondent"] = ("/en/grievances/new/who", Open),
        ["/Grievances/New/Files"] = ("/en/grievances/new/files", Open),
        ["/Grievances/New/AddFiles"] = ("/en/grievances/new/files/add", OpenRedirects),
        ["/Grievances/New/Contact"] = ("/en/grievances/new/you", Open),
        ["/Grievances/New/Check"] = ("/en/grievances/new/check", OpenRedirects),
        ["/Grievances/New/Later"] = ("/en/grievances/new/later", OpenRedirects),
        ["/Grievances/New/Discard"] = ("/en/grievances/new/discard", OpenRedirects),
        ["/Grievances/New/Forget"] = ("/en/grievances/new/forget", OpenRedirects),
        ["/Grievances/New/Sent"] = ("/en/grievances/new/sent", OpenRedirects),
        ["/Grievances/New/Receipt"] = ("/en/grievances/new/receipt", OpenRedirects),
        ["/Grievances/New/Slip"] = ("/en/grievances/new/slip", OpenRedirects),
        ["/Children/New/Start"] = ("/en/children/new", Open),
        ["/Children/New/Elsewhere"] = ("/en/children/new/elsewhere", Open),
        ["/Children/New/Where"] = ("/en/children/new/where", Open),
        ["/Children/New/Child"] = ("/en/children/new/child", Open),
        ["/Children/New/Parents"] = ("/en/children/new/parents", Open),
        ["/Children/New/Files"] = ("/en/children/new/files", Open),
        ["/Children/New/AddFiles"] = ("/en/children/new/files/add", OpenRedirects),
        ["/Children/New/Contact"] = ("/en/children/new/contact", Open),
        ["/Children/New/Check"] = ("/en/children/new/check", OpenRedirects),
        ["/Children/New/Later"] = ("/en/children/new/later", OpenRedirects),
        ["/Children/New/Discard"] = ("/en/children/new/discard", OpenRedirects),
        ["/Children/New/Forget"] = ("/en/children/new/forget", OpenRedirects),
        ["/Children/New/Sent"] = ("/en/children/new/sent", OpenRedirects),
        ["/Children/New/Receipt"] = ("/en/children/new/receipt", OpenRedirects),
        ["/Children/New/Slip"] = ("/en/children/new/slip", OpenRedirects),
        ["/Children/Tell/Story"] = ("/en/children/tell", Open),
        ["/Children/Tell/Check"] = ("/en/children/tell/check", OpenRedirects),
        ["/Children/Tell/Discard"] = ("/en/children/tell/discard", OpenRedirects),
        ["/Children/Tell/Forget"] = ("/en/children/tell/forget", OpenRedirects),
        ["/Children/Tell/Sent"] = ("/en/children/tell/sent", OpenRedirects),
        ["/Children/Tell/Receipt"] = ("/en/children/tell/receipt", OpenRedirects),
        ["/Children/Tell/Slip"] = ("/en/children/tell/slip", OpenRedirects),
        ["/RefugeeSupport/Index"] = ("/en/support", Open),
        ["/RefugeeSupport/Guide"] = ("/en/support/guide", Open),
        ["/MyCase/Index"] = ("/en/my-case", Open),
        ["/MyCase/Left"] = ("/en/my-case/left", Open),
        ["/MyCase/Status"] = ("/en/my-case/status", Visitors),
        ["/MyCase/Reply"] = ("/en/my-case/reply", Visitors),
        ["/MyCase/File"] = ("/en/my-case/file/00000000-0000-0000-0000-000000000001", Visitors.Replace("200", "404", StringComparison.Ordinal)),
        ["/MyCase/Letter"] = ("/en/my-case/letters/00000000-0000-0000-0000-000000000001", Visitors.Replace("200", "404", StringComparison.Ordinal)),
        ["/MyCase/LetterPdf"] = ("/en/my-case/letters/00000000-0000-0000-0000-000000000001/pdf", Visitors.Replace("200", "404", StringComparison.Ordinal)),
        ["/MyCase/Looked"] = ("/en/my-case/looked", Visitors),
        ["/MyCase/GiveName"] = ("/en/my-case/name", Filers),
        ["/MyCase/Withdraw"] = ("/en/my-case/withdraw", Filers),
        ["/MyCase/Object"] = ("/en/my-case/object", Filers),
        ["/MyCase/Unsafe"] = ("/en/my-case/unsafe", Visitors),
        ["/MyCase/MoreTime"] = ("/en/my-case/more-time", Filers),
        ["/MyCase/Helpers"] = ("/en/my-case/helpers", Filers),
        ["/MyCase/Representatives"] = ("/en/my-case/representatives", Filers),
        ["/MyCase/Notices"] = ("/en/my-case/notices", Filers),
        ["/MyChild/Status"] = ("/en/my-case/child", OtherService),
        ["/MyChild/Reply"] = ("/en/my-case/child/reply", OtherService),
        ["/MyChild/File"] = ("/en/my-case/child/file/00000000-0000-0000-0000-000000000001", OtherService),
        ["/MyChild/Letter"] = ("/en/my-case/child/letters/00000000-0000-0000-0000-000000000001", OtherService),
        ["/MyChild/LetterPdf"] = ("/en/my-case/child/letters/00000000-0000-0000-0000-000000000001/pdf", OtherService),
        ["/MyChild/Looked"] = ("/en/my-case/child/looked", OtherService),
        ["/MyChild/Notices"] = ("/en/my-case/child/notices", OtherService),
        ["/MyChild/Withdraw"] = ("/en/my-case/child/withdraw", OtherService),
        ["/MyChild/Photograph"] = ("/en/my-case/child/photograph", OtherService),
        ["/MyChild/ReportLost"] = ("/en/my-case/child/lost", OtherService),
        ["/MyChild/AskReissue"] = ("/en/my-case/child/reissue", OtherService),
        ["/MyChild/Services"] = ("/en/my-case/child/services", OtherService),
        ["/MyChild/Show"] = ("/en/my-case/child/show", OtherService),
        ["/Children/Opens"] = ("/en/children/opens", Open),
        ["/OneTimeViews/View"] = ("/en/view", Open),
        ["/Receivers/Referral"] = ("/en/referral/unknown", Open.Replace("200", "404", StringComparison.Ordinal)),
        ["/MyChild/Told"] = ("/en/my-case/child/told", OtherService.Replace("404", "403", StringComparison.Ordinal)),
        ["/ChildCasework/Worklist"] = ("/office/children", Handlers),
        ["/ChildCasework/Offers"] = ("/office/children/offers", Handlers),
        ["/ChildCasework/Details"] = ("/office/children/{case}", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/Do"] = ("/office/children/{case}/do/note", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/Press"] = ("/office/children/{case}/deeds/take-on", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/Identity"] = ("/office/children/{case}/identity", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/CorrectIdentity"] = ("/office/children/{case}/identity/correct", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/Parent"] = ("/office/children/{case}/identity/parent", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/Told"] = ("/office/children/{case}/told", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/Extend"] = ("/office/children/{case}/extend", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/Photograph"] = ("/office/children/{case}/photograph", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/Papers"] = ("/office/children/{case}/papers", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/Issue"] = ("/office/children/{case}/issue", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/PrintPapers"] = ("/office/children/{case}/papers/print", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/Download"] = ("/office/children/{case}/files/00000000-0000-0000-0000-000000000001", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/Services"] = ("/office/children/{case}/services", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/ServiceConsent"] = ("/office/children/{case}/services/consent", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/Refer"] = ("/office/children/{case}/services/refer", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/Referral"] = ("/office/children/{case}/services/00000000-0000-0000-0000-000000000001", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/Childcare"] = ("/office/children/{case}/childcare", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/VoidMonth"] = ("/office/children/{case}/childcare/01900000-0000-7000-8000-000000000000/void", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/ChildcareList"] = ("/office/children/childcare", Handlers),
        ["/ChildCasework/Letter"] = ("/office/children/{case}/letters/00000000-0000-0000-0000-000000000001", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/LetterPdf"] = ("/office/children/{case}/letters/00000000-0000-0000-0000-000000000001/pdf", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/Elsewhere"] = ("/office/children/{case}/elsewhere", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/Tasks"] = ("/office/children/{case}/tasks", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/RenewCode"] = ("/office/children/{case}/renew-code", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/TakeParentIn"] = ("/office/children/{case}/take-parent-in", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/Export"] = ("/office/children/{case}/export", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/Destroy"] = ("/office/children/{case}/destroy", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/DestroyParent"] = ("/office/children/{case}/destroy/parents", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCasework/Hold"] = ("/office/children/{case}/hold", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/Municipalities/Index"] = ("/office/municipalities", "302 302 302 200 200 403 403 403 403 403 403 403 200"),
        ["/Municipalities/Differences"] = ("/office/municipalities/differences", "302 302 302 200 200 403 403 403 403 403 403 403 200"),
        ["/Municipalities/Details"] = ("/office/municipalities/41270", "302 302 302 200 200 403 403 403 403 403 403 403 200"),
        ["/ChildCasework/Duplicates"] = ("/office/children/{case}/duplicates", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/ChildCounter/New"] = ("/office/children/new", Handlers),
        ["/ChildCounter/Receipt"] = ("/office/children/{case}/receipt", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/SupportNew/Start"] = ("/en/support/new", Open),
        ["/SupportNew/Programmes"] = ("/en/support/new/programmes", Open),
        ["/SupportNew/Household"] = ("/en/support/new/household", Open),
        ["/SupportNew/Member"] = ("/en/support/new/household/member", OpenRedirects),
        ["/SupportNew/Need"] = ("/en/support/new/need", Open),
        ["/SupportNew/Files"] = ("/en/support/new/papers", Open),
        ["/SupportNew/AddFiles"] = ("/en/support/new/papers/add", OpenRedirects),
        ["/SupportNew/Contact"] = ("/en/support/new/contact", Open),
        ["/SupportNew/Check"] = ("/en/support/new/check", OpenRedirects),
        ["/SupportNew/Later"] = ("/en/support/new/later", OpenRedirects),
        ["/SupportNew/Discard"] = ("/en/support/new/discard", OpenRedirects),
        ["/SupportNew/Forget"] = ("/en/support/new/forget", OpenRedirects),
        ["/SupportNew/Sent"] = ("/en/support/new/sent", OpenRedirects),
        ["/SupportNew/Receipt"] = ("/en/support/new/receipt", OpenRedirects),
        ["/SupportNew/Slip"] = ("/en/support/new/slip", OpenRedirects),
        ["/MySupport/Status"] = ("/en/my-case/support", OtherService),
        ["/MySupport/Reply"] = ("/en/my-case/support/reply", OtherService),
        ["/MySupport/File"] = ("/en/my-case/support/file/00000000-0000-0000-0000-000000000001", OtherService),
        ["/MySupport/Letter"] = ("/en/my-case/support/letters/00000000-0000-0000-0000-000000000001", OtherService),
        ["/MySupport/LetterPdf"] = ("/en/my-case/support/letters/00000000-0000-0000-0000-000000000001/pdf", OtherService),
        ["/MySupport/Looked"] = ("/en/my-case/support/looked", OtherService),
        ["/MySupport/Notices"] = ("/en/my-case/support/notices", OtherService),
        ["/MySupport/Withdraw"] = ("/en/my-case/support/withdraw", OtherService),
        ["/MySupport/WithdrawLine"] = ("/en/my-case/support/withdraw/00000000-0000-0000-0000-000000000001", OtherService),
        ["/MySupport/Appointments"] = ("/en/my-case/support/appointments", OtherService),
        ["/MySupport/Plan"] = ("/en/my-case/support/plan", OtherService),
        ["/MySupport/Object"] = ("/en/my-case/support/object", OtherService),
        ["/MySupport/Again"] = ("/en/my-case/support/again", OtherService),
        ["/SupportCasework/Worklist"] = ("/office/support", Handlers),
        ["/SupportCounter/New"] = ("/office/support/new", Handlers),
        ["/SupportCounter/Receipt"] = ("/office/support/{case}/receipt", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/SupportCasework/Details"] = ("/office/support/{case}", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/SupportCasework/Do"] = ("/office/support/{case}/do/note", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/SupportCasework/Line"] = ("/office/support/{case}/lines/00000000-0000-0000-0000-000000000001", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/SupportCasework/Approve"] = ("/office/support/{case}/approve", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/SupportCasework/Press"] = ("/office/support/{case}/deeds/take-on", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/SupportCasework/Readers"] = ("/office/support/{case}/readers", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/SupportCasework/RenewCode"] = ("/office/support/{case}/renew-code", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/SupportCasework/Appointments"] = ("/office/support/{case}/appointments", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/SupportCasework/Interpreters"] = ("/office/support/interpreters", Handlers),
        ["/SupportCasework/Plan"] = ("/office/support/{case}/lines/00000000-0000-0000-0000-000000000001/plan", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/SupportCasework/Outcomes"] = ("/office/support/{case}/outcomes", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/SupportCasework/EndAward"] = ("/office/support/{case}/awards/SA-2026-00000-00000/end", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/SupportCasework/Households"] = ("/office/support/{case}/households", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/SupportCasework/Elsewhere"] = ("/office/support/{case}/elsewhere", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/SupportCasework/Goals"] = ("/office/support/{case}/goals", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/SupportCasework/Award"] = ("/office/support/{case}/awards/SA-2026-00000-00000", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/SupportCasework/Extend"] = ("/office/support/{case}/extend", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/SupportCasework/Download"] = ("/office/support/{case}/files/00000000-0000-0000-0000-000000000001", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/Account/SignIn"] = ("/office/sign-in", "200 200 200 302 302 302 302 302 302 302 302 302 302"),
        ["/Account/AcceptInvitation"] = ("/office/invitation/unknown", Open),
        ["/Account/SignOut"] = ("/office/sign-out", OpenRedirects),
        ["/Account/MyAccount"] = ("/office/my-account", "302 302 302 200 200 200 200 200 200 200 200 200 200"),
        ["/Account/Home"] = ("/office", "302 302 302 200 200 200 200 200 200 200 200 200 200"),
        ["/Casework/Worklist"] = ("/office/grievances", Handlers),
        ["/Casework/FileAtCounter"] = ("/office/grievances/new", Handlers),
        ["/Casework/Details"] = ("/office/grievances/{case}", HandlersOfCase),
        ["/Casework/Deed"] = ("/office/grievances/{case}/deeds/take-on", HandlersOfCase.Replace("200", "302", StringComparison.Ordinal)),
        ["/Casework/Write"] = ("/office/grievances/{case}/write", HandlersOfCase),
        ["/Casework/ForThePerson"] = ("/office/grievances/{case}/for-the-person", HandlersOfCase),
        ["/Casework/OwnMotion"] = ("/office/grievances/own-motion", Supervisors),
        ["/Casework/AskSupplement"] = ("/office/grievances/{case}/ask-supplement", HandlersOfCase),
        ["/Casework/AskSupplementAgain"] = ("/office/grievances/{case}/ask-supplement-again", HandlersOfCase),
        ["/Casework/Translate"] = ("/office/grievances/{case}/translations/new", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/Casework/CheckTranslation"] = ("/office/grievances/{case}/translations/00000000-0000-0000-0000-000000000001", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/Casework/TreatAsWithdrawn"] = ("/office/grievances/{case}/treat-as-withdrawn", HandlersOfCase),
        ["/Casework/Propose"] = ("/office/grievances/{case}/propose", HandlersOfCase),
        ["/Casework/ProposeObjection"] = ("/office/grievances/{case}/propose-objection", HandlersOfCase),
        ["/Casework/ExtendRights"] = ("/office/grievances/{case}/extend-rights", HandlersOfCase),
        ["/Casework/Extend"] = ("/office/grievances/{case}/extend", HandlersOfCase),
        ["/Casework/AddEvidence"] = ("/office/grievances/{case}/evidence", HandlersOfCase),
        ["/Casework/Jurisdiction"] = ("/office/grievances/{case}/jurisdiction", HandlersOfCase),
        ["/Casework/Refer"] = ("/office/grievances/{case}/refer", HandlersOfCase),
        ["/Casework/ReferralReply"] = ("/office/grievances/{case}/referrals/00000000-0000-0000-0000-000000000001/reply", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/Casework/Record"] = ("/office/grievances/{case}/records/record-statement", HandlersOfCase),
        ["/Casework/RespondentReply"] = ("/office/grievances/{case}/questions/00000000-0000-0000-0000-000000000001/reply", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/Casework/Pause"] = ("/office/grievances/{case}/pause", HandlersOfCase),
        ["/Casework/Letter"] = ("/office/grievances/{case}/letters/00000000-0000-0000-0000-000000000001", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/Casework/LetterPdf"] = ("/office/grievances/{case}/letters/00000000-0000-0000-0000-000000000001/pdf", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/Casework/Approve"] = ("/office/grievances/{case}/approve", "302 302 302 403 200 403 404 403 403 403 403 403 403"),
        ["/Casework/Recommend"] = ("/office/grievances/{case}/recommend", HandlersOfCase),
        ["/Casework/ApproveRecommendation"] = ("/office/grievances/{case}/approve-recommendation", "302 302 302 403 200 403 404 403 403 403 403 403 403"),
        ["/Casework/AskRespondent"] = ("/office/grievances/{case}/ask-respondent", HandlersOfCase),
        ["/Casework/TellRespondent"] = ("/office/grievances/{case}/tell-respondent", HandlersOfCase),
        ["/Casework/OtherSideLetter"] = ("/office/grievances/{case}/other-side/00000000-0000-0000-0000-000000000001", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/Casework/OtherSidePdf"] = ("/office/grievances/{case}/other-side/00000000-0000-0000-0000-000000000001/pdf", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/Casework/RecordMeasures"] = ("/office/grievances/{case}/recommendations/00000000-0000-0000-0000-000000000001/reply", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/Casework/CorrectMeasures"] = ("/office/grievances/{case}/recommendations/00000000-0000-0000-0000-000000000001/correct", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/Casework/CheckMeasures"] = ("/office/grievances/{case}/recommendations/00000000-0000-0000-0000-000000000001/check", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/Casework/Recommendations"] = ("/office/recommendations", Handlers),
        ["/Casework/HandOver"] = ("/office/grievances/{case}/hand-over", HandlersOfCase),
        ["/Casework/Note"] = ("/office/grievances/{case}/note", HandlersOfCase),
        ["/Casework/DeclareInterest"] = ("/office/grievances/{case}/declare-interest", HandlersOfCase),
        ["/Casework/SetApart"] = ("/office/grievances/{case}/set-apart", HandlersOfCase),
        ["/Casework/BringBack"] = ("/office/grievances/{case}/bring-back", HandlersOfCase),
        ["/Casework/LiftInterest"] = ("/office/grievances/{case}/interests/00000000-0000-0000-0000-000000000001/lift", "302 302 302 403 404 403 404 403 403 403 403 403 403"),
        ["/Casework/Elsewhere"] = ("/office/grievances/{case}/elsewhere", HandlersOfCase),
        ["/Casework/Tasks"] = ("/office/grievances/{case}/tasks", HandlersOfCase),
        ["/Casework/Links"] = ("/office/grievances/{case}/links", HandlersOfCase),
        ["/Casework/Representatives"] = ("/office/grievances/{case}/representatives", HandlersOfCase),
        ["/Casework/Duplicates"] = ("/office/grievances/{case}/duplicates", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/Casework/Repeats"] = ("/office/repeats", "302 302 302 403 200 403 403 403 403 403 403 403 403"),
        ["/Casework/RenewCode"] = ("/office/grievances/{case}/renew-code", HandlersOfCase),
        ["/Casework/CounterReceipt"] = ("/office/grievances/{case}/receipt", HandlersOfCase),
        ["/Casework/Download"] = ("/office/grievances/{case}/files/00000000-0000-0000-0000-000000000001", HandlersOfCase.Replace("200", "404", StringComparison.Ordinal)),
        ["/Casework/Export"] = ("/office/grievances/{case}/export", "302 302 302 403 200 403 404 403 403 403 403 403 403"),
        ["/Casework/ExportList"] = ("/office/grievances/csv", Handlers),
        ["/Workday/Views"] = ("/office/views", Handlers),
        ["/Workday/SaveView"] = ("/office/views/new", Handlers),
        ["/Workday/Load"] = ("/office/load", Supervisors),
        ["/Workday/Assign"] = ("/office/assign", Supervisors),
        ["/ChildCasework/Assign"] = ("/office/children/assign", Supervisors),
        ["/Workday/Assignment"] = ("/office/assignments/00000000-0000-0000-0000-000000000001", Supervisors.Replace("200", "404", StringComparison.Ordinal)),
        ["/Workday/MonthlyCheck"] = ("/office/monthly-check", Supervisors),
        ["/Admin/People"] = ("/office/people", "302 302 302 403 403 403 403 403 403 403 403 403 200"),
        ["/Admin/Invite"] = ("/office/people/invite", "302 302 302 403 403 403 403 403 403 403 403 403 200"),
        ["/Admin/Holidays"] = ("/office/holidays", "302 302 302 403 403 403 403 403 403 403 403 403 200"),
        ["/Admin/Notices"] = ("/office/notices", "302 302 302 403 403 403 403 403 403 403 403 403 200"),
        ["/Admin/CodeLists"] = ("/office/reference", "302 302 302 403 403 403 403 403 403 403 403 403 200"),
        ["/Admin/CodeList"] = ("/office/reference/periods", "302 302 302 403 403 403 403 403 403 403 403 403 200"),
        ["/Admin/ChangeCodeList"] = ("/office/reference/periods/change?kind=Replace&code=petition.DG", "302 302 302 403 403 403 403 403 403 403 403 403 200"),
        ["/Admin/CodeListChange"] = ("/office/reference/changes/00000000-0000-0000-0000-000000000001", "302 302 302 403 403 403 403 403 403 403 403 403 404"),
        ["/Admin/Programmes"] = ("/office/admin/programmes", "302 302 302 403 403 403 403 403 403 403 403 403 200"),
        ["/Admin/Programme"] = ("/office/admin/programmes/shelter", "302 302 302 403 403 403 403 403 403 403 403 403 200"),
        ["/Admin/ChangeProgramme"] = ("/office/admin/programme-change?kind=Terms&code=shelter", "302 302 302 403 403 403 403 403 403 403 403 403 200"),
        ["/Admin/ProgrammeChange"] = ("/office/admin/programme-change/00000000-0000-0000-0000-000000000001", "302 302 302 403 403 403 403 403 403 403 403 403 404"),
        ["/Admin/Person"] = ("/office/people/00000000-0000-0000-0000-000000000001", "302 302 302 403 403 403 403 403 403 403 403 403 404"),
        ["/SupportBudget/Year"] = ("/office/support/budget", "302 302 302 403 403 403 403 403 403 403 403 403 200"),
        ["/SupportBudget/Line"] = ("/office/support/budget/00000000-0000-0000-0000-000000000001", "302 302 302 403 403 403 403 403 403 403 403 403 404"),
        ["/SupportBudget/Report"] = ("/office/support/budget/report/2026", "302 302 302 403 403 403 403 403 403 403 403 403 200"),
        ["/SupportBudget/Places"] = ("/office/support/budget/places", "302 302 302 403 403 403 403 403 403 403 403 403 200"),
        ["/SupportBudget/Payments"] = ("/office/support/budget/payments", "302 302 302 403 403 403 403 403 403 403 403 403 403"),
        ["/SupportBudget/Award"] = ("/office/support/budget/awards/SA-2026-00000-00000", "302 302 302 403 403 403 403 403 403 403 403 403 403"),
        ["/Oversight/AccessRecords"] = ("/office/access-records", "302 302 302 403 403 403 403 403 403 403 403 200 403"),
        ["/Oversight/Destructions"] = ("/office/destructions", "302 302 302 403 403 403 403 403 403 403 403 200 403"),
        ["/Oversight/Fairness"] = ("/office/fairness", "302 302 302 403 403 403 403 403 403 403 403 200 403"),
        ["/Oversight/Patterns"] = ("/office/patterns", Supervisors),
        ["/Oversight/Pattern"] = ("/office/patterns/P-2026-000000", Supervisors.Replace("200", "404", StringComparison.Ordinal)),
        ["/Oversight/AskPattern"] = ("/office/patterns/P-2026-000000/ask", Supervisors.Replace("200", "404", StringComparison.Ordinal)),
        ["/Oversight/RefusePattern"] = ("/office/patterns/P-2026-000000/refuse", Supervisors.Replace("200", "404", StringComparison.Ordinal)),
        ["/Oversight/ClosePattern"] = ("/office/patterns/P-2026-000000/close", Supervisors.Replace("200", "404", StringComparison.Ordinal)),
        ["/Oversight/Confirmations"] = ("/office/confirmations", "302 302 302 403 403 403 403 403 403 403 403 200 403"),
    };

    public static TheoryData<string> Pages => [.. Lines.Keys];

    [Fact]
    public void Every_page_has_a_line_here()
    {
        var pages = host.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath).OfType<string>().Distinct();

        Assert.Equal(Lines.Keys.Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Each_page_opens_for_those_whom_it_is_for(string page)
    {
        var everybody = host.All;
        var address = Lines[page].Address.Replace("{case}", host.Tip.Reference, StringComparison.Ordinal);

        var got = new List<string>();
        foreach (var (who, browser) in everybody)
        {
            got.Add($"{who} {(int)(await browser.OnceAsync(HttpMethod.Get, address)).Status}");
        }

        Assert.Equal(everybody.Zip(Lines[page].Expected.Split(' '), (one, status) => $"{one.Who} {status}"), got);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_takes_a_form_that_it_did_not_give_out(string page)
    {
        var address = Lines[page].Address.Replace("{case}", host.Tip.Reference, StringComparison.Ordinal);
        var expected = Lines[page].Expected.Split(' ');
        var place = 0;

        foreach (var (who, browser) in host.All)
        {
            var answer = await browser.OnceAsync(HttpMethod.Post, address, Browserless.Encode([]));

            // where nothing was sent before there is nothing to do, token or not
            Assert.True((int)answer.Status is 400 or 401 or 403 or 404 or 405 || page.EndsWith("/Sent", StringComparison.Ordinal), $"{who} got {answer.Status}");
            if (expected[place] == "403")
            {
                Assert.Equal((who, HttpStatusCode.Forbidden), (who, answer.Status));
            }

            place++;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/write")]
    [InlineData("/deeds/take-on")]
    [InlineData("/files/00000000-0000-0000-0000-000000000001")]
    public async Task A_foreign_case_and_one_that_is_not_there_look_the_same(string rest)
    {
        using var office = await host.SignInAsAsync(Colleagues.SuwonOfficer);
        var reference = host.Tip.Reference;

        var foreign = await office.GetAsync($"/office/grievances/{reference}{rest}");
        var unknown = await office.GetAsync($"/office/grievances/{reference[..^1]}{(reference[^1] == '2' ? '3' : '2')}{rest}");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.Status, unknown.Status));
        Assert.Equal(Tokens().Replace(unknown.Html, ""), Tokens().Replace(foreign.Html, ""));
    }

    [Fact]
    public async Task Somebody_limited_to_another_service_sees_no_grievance()
    {
        var colleague = await host.Given.AColleagueAsync(Core.People.Role.Caseworker, services: ["RS"]);
        using var office = await host.SignInAsAsync(colleague);

        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/office/grievances/{host.Tip.Reference}")).Status);
    }

    [GeneratedRegex("value=\"CfDJ8[^\"]*\"")]
    private static partial Regex Tokens();
}
