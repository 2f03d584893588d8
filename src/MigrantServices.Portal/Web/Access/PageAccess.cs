using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;

namespace MigrantServices.Portal.Web.Access;

/// <summary>Who may open which page: one line a page. A page without a line keeps the portal from starting.</summary>
public static class PageAccess
{
    private const Role Anyone = Role.None;
    private const Role Visitor = Role.Filer | Role.Helper;
    private const Role Colleague = Role.Colleagues;

    public static readonly IReadOnlyDictionary<string, Role> Table = new Dictionary<string, Role>(StringComparer.Ordinal)
    {
        ["/Index"] = Anyone,
        ["/Privacy"] = Anyone,

        ["/Grievances/New/Story"] = Anyone,
        ["/Grievances/New/When"] = Anyone,
        ["/Grievances/New/Grounds"] = Anyone,
        ["/Grievances/New/Respondent"] = Anyone,
        ["/Grievances/New/Files"] = Anyone,
        ["/Grievances/New/AddFiles"] = Anyone,
        ["/Grievances/New/Contact"] = Anyone,
        ["/Grievances/New/Check"] = Anyone,
        ["/Grievances/New/Later"] = Anyone,
        ["/Grievances/New/Discard"] = Anyone,
        ["/Grievances/New/Forget"] = Anyone,
        ["/Grievances/New/Sent"] = Anyone,
        ["/Grievances/New/Receipt"] = Anyone,
        ["/Grievances/New/Slip"] = Anyone,

        ["/MyCase/Index"] = Anyone,
        ["/MyCase/Left"] = Anyone,
        ["/MyCase/Status"] = Visitor,
        ["/MyCase/Reply"] = Visitor,
        ["/MyCase/File"] = Visitor,
        ["/MyCase/Letter"] = Visitor,
        ["/MyCase/LetterPdf"] = Visitor,
        ["/MyCase/Looked"] = Visitor,
        ["/MyCase/GiveName"] = Role.Filer,
        ["/MyCase/Withdraw"] = Role.Filer,
        ["/MyCase/Object"] = Role.Filer,
        ["/MyCase/Unsafe"] = Visitor,
        ["/MyCase/MoreTime"] = Role.Filer,
        ["/MyCase/Helpers"] = Role.Filer,
        ["/MyCase/Notices"] = Role.Filer,

        ["/Account/SignIn"] = Anyone,
        ["/Account/AcceptInvitation"] = Anyone,
        ["/Account/SignOut"] = Colleague,
        ["/Account/MyAccount"] = Colleague,
        ["/Account/Home"] = Colleague,

        ["/Casework/Worklist"] = Role.CaseHandlers,
        ["/Casework/Details"] = Role.CaseHandlers,
        ["/Casework/Deed"] = Role.CaseHandlers,
        ["/Casework/Write"] = Role.CaseHandlers,
        ["/Casework/AskSupplement"] = Role.CaseHandlers,
        ["/Casework/AskSupplementAgain"] = Role.CaseHandlers,
        ["/Casework/Translate"] = Role.CaseHandlers,
        ["/Casework/CheckTranslation"] = Role.CaseHandlers,
        ["/Casework/TreatAsWithdrawn"] = Role.CaseHandlers,
        ["/Casework/Extend"] = Role.CaseHandlers,
        ["/Casework/ExtendRights"] = Role.CaseHandlers,
        ["/Casework/ProposeObjection"] = Role.CaseHandlers,
        ["/Casework/Propose"] = Role.CaseHandlers,
        ["/Casework/Approve"] = Role.CaseHandlers,
        ["/Casework/Letter"] = Role.CaseHandlers,
        ["/Casework/LetterPdf"] = Role.CaseHandlers,
        ["/Casework/Recommend"] = Role.CaseHandlers,
        ["/Casework/AddEvidence"] = Role.CaseHandlers,
        ["/Casework/Jurisdiction"] = Role.CaseHandlers,
        ["/Casework/Refer"] = Role.CaseHandlers,
        ["/Casework/ReferralReply"] = Role.CaseHandlers,
        ["/Casework/Record"] = Role.CaseHandlers,
        ["/Casework/RespondentReply"] = Role.CaseHandlers,
        ["/Casework/Pause"] = Role.CaseHandlers,
        ["/Casework/RecordMeasures"] = Role.CaseHandlers,
        ["/Casework/CorrectMeasures"] = Role.CaseHandlers,
        ["/Casework/CheckMeasures"] = Role.CaseHandlers,
        ["/Casework/Recommendations"] = Role.CaseHandlers,
        ["/Casework/HandOver"] = Role.CaseHandlers,
        ["/Casework/Note"] = Role.CaseHandlers,
        ["/Casework/Tasks"] = Role.CaseHandlers,
        ["/Casework/Download"] = Role.CaseHandlers,
        ["/Casework/Export"] = Role.CaseHandlers,
        ["/Casework/ExportList"] = Role.CaseHandlers,
        ["/Casework/FileAtCounter"] = Grievance.Service.WhoMayBegin(Channel.Visit),
        ["/Casework/DeclareInterest"] = Role.CaseHandlers,
        ["/Casework/LiftInterest"] = Role.CaseHandlers,
        ["/Casework/SetApart"] = Role.CaseHandlers,
        ["/Casework/Links"] = Role.CaseHandlers,
        ["/Casework/Duplicates"] = Role.CaseHandlers,
        ["/Casework/Repeats"] = Role.Supervisor,
        ["/Casework/RenewCode"] = Role.CaseHandlers,
        ["/Casework/CounterReceipt"] = Role.CaseHandlers,

        ["/Workday/Views"] = Role.CaseHandlers,
        ["/Workday/SaveView"] = Role.CaseHandlers,
        ["/Workday/Load"] = Role.Supervisor,
        ["/Workday/Assign"] = Role.Supervisor,
        ["/Workday/Assignment"] = Role.Supervisor,
        ["/Workday/MonthlyCheck"] = Role.Supervisor,

        ["/Admin/People"] = Role.Administrator,
        ["/Admin/Invite"] = Role.Administrator,
        ["/Admin/Person"] = Role.Administrator,
        ["/Admin/Holidays"] = Role.Administrator,
        ["/Admin/Notices"] = Role.Administrator,
        ["/Admin/CodeLists"] = Role.Administrator,
        ["/Admin/CodeList"] = Role.Administrator,
        ["/Admin/ChangeCodeList"] = Role.Administrator,
        ["/Admin/CodeListChange"] = Role.Administrator,

        ["/Oversight/AccessRecords"] = Role.PrivacyOfficer,
        ["/Oversight/Patterns"] = Role.Supervisor,
        ["/Oversight/Pattern"] = Role.Supervisor,
        ["/Oversight/AskPattern"] = Role.Supervisor,
        ["/Oversight/RefusePattern"] = Role.Supervisor,
        ["/Oversight/ClosePattern"] = Role.Supervisor,
        ["/Oversight/Confirmations"] = Role.PrivacyOfficer,
        ["/Oversight/Fairness"] = Role.PrivacyOfficer,
    };

    public static bool IsForAnyone(Role who) => who == Anyone;

    /// <summary>Whether somebody may open a page of this line. What is for every colleague is also for one whose rights are not confirmed yet.</summary>
    public static bool Opens(Role line, Actor who) => who.Is(line) || (line == Colleague && who.IsColleague);

    public static bool IsForVisitors(Role who) => (who & Visitor) != Role.None;
}
