using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Core.RefugeeSupport.Applications;

/// <summary>One programme that an application asks for, under the terms of the day of filing, and what became of it.</summary>
public sealed class SupportLine
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required string Programme { get; init; }

    /// <summary>The terms that held when it was filed; they hold for it whatever changes later.</summary>
    public required Guid TermsId { get; init; }

    /// <summary>The need that it is for, as a code.</summary>
    public required string Need { get; init; }

    public required int Position { get; init; }

    /// <summary>From when the person needs it.</summary>
    public required DateOnly WantedFrom { get; init; }

    public LineState State { get; private set; } = LineState.Asked;

    /// <summary>Whether it is, or is to be, granted; null while nobody has proposed anything.</summary>
    public bool? Grants { get; private set; }

    /// <summary>Whom it covers, by their keys.</summary>
    public Guid[] Members { get; private set; } = [];

    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    /// <summary>Null for help that is no money.</summary>
    public long? Won { get; private set; }

    /// <summary>Whether all was granted that the rules give; who was granted less can object.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>It was granted before the objection; if that is refused, it stays as it was.</summary>
    public bool WasGranted { get; private set; }

    public string? RefusalReason { get; private set; }

    /// <summary>Why it departs from what the rules say, as a code; null where it does not.</summary>
    public string? Departure { get; private set; }

    /// <summary>The reasons in Korean, which decide.</summary>
    public SealedText? Why { get; private set; }

    public SealedText? WhyInTheirLanguage { get; private set; }

    /// <summary>What the rules said item by item when it was proposed.</summary>
    public SealedText? Finding { get; private set; }

    public bool MayBeObjectedTo => State == LineState.Refused || (State == LineState.Granted && !IsWhole);

    /// <summary>What is proposed leaves the earlier grant as it was.</summary>
    public bool StaysAsGranted => WasGranted && Grants == false;

    public bool MayBePrepared(bool isObjection) => State is LineState.Asked or LineState.Prepared;

    /// <summary>Why the rules forbid this proposal; null when a person may decide so.</summary>
    public static Refusal? WhyNotPrepare(LineProposal proposal)
    {
        if (!proposal.Grants)
        {
            return null;
        }

        var (rules, limits) = (proposal.Terms.Rules, proposal.Limits);
        return proposal.Members.Length == 0 || proposal.Members.Except(limits.Members).Any() ? new("application.nobody-covered")
            : proposal.Period is not { } period || period.From < limits.Period.From || period.To > limits.Period.To
                ? new("application.outside-the-period", limits.Period.From, limits.Period.To)
            : rules.GivesMoney != proposal.Won is not null ? new(rules.GivesMoney ? "application.won-missing" : "application.no-money")
            : proposal.Won is <= 0 ? new("application.won-not-positive")
            : proposal.Won > limits.Won ? new("application.above-the-ceiling", limits.Won!)
            : proposal.Departs && (proposal.Departure is null || proposal.Why is null) ? new Refusal("application.departure-needs-a-reason")
            : null;
    }

    internal void Prepare(LineProposal proposal)
    {
        (State, Grants, Finding) = (LineState.Prepared, proposal.Grants, proposal.Finding);
        var (period, won) = proposal.Grants ? (proposal.Period, proposal.Won) : (null, null);
        (Members, From, To, Won) = (proposal.Grants ? proposal.Members : [], period?.From, period?.To, won);
        (RefusalReason, Departure) = (proposal.Grants ? null : proposal.RefusalReason, proposal.Departs ? proposal.Departure : null);
        (Why, WhyInTheirLanguage) = (proposal.Why, proposal.WhyInTheirLanguage);
        IsWhole = proposal.IsWhole;
    }

    /// <param name="before">What was granted before the objection; null where nothing was.</param>
    /// <returns>The fact that follows from a grant; null for a refusal.</returns>
    internal GrantedLine? Decide(SupportApplication of, Guid proposedById, Guid approvedById, GrantedLine? before, DateTimeOffset now)
    {
        if (StaysAsGranted && before is not null)
        {
            (State, Grants) = (LineState.Granted, true);
            (Members, From, To, Won) = (before.Members, before.From, before.To, before.Won);
            return null;
        }

        State = Grants == true ? LineState.Granted : LineState.Refused;
        return Grants != true ? null : new()
        {
            CaseId = of.Id,
            LineId = Id,
            Programme = Programme,
            TermsId = TermsId,
            Need = Need,
            Members = Members,
            From = From!.Value,
            To = To!.Value,
            Won = Won,
            ProposedById = proposedById,
            ApprovedById = approvedById,
            GrantedAt = now,
        };
    }

    internal void LookAtAgain()
    {
        if (MayBeObjectedTo)
        {
            (WasGranted, State) = (State == LineState.Granted, LineState.Asked);
        }
    }

    internal void Withdraw() => State = State is LineState.Asked or LineState.Prepared ? LineState.Withdrawn : State;
}

/// <summary>Where one programme of an application stands.</summary>
public enum LineState
{
    Asked,

    /// <summary>A colleague has put down what they propose.</summary>
    Prepared,
    Granted,
    Refused,
    Withdrawn,
}

/// <summary>What a colleague proposes for one programme, with what the rules allow at most.</summary>
/// <param name="Departs">It is not what the rules say; a person may decide so, with a reason, within the limits.</param>
public sealed record LineProposal(ProgrammeTerms Terms, bool Grants, Guid[] Members, SupportPeriod? Period, long? Won, bool Departs, LineLimits Limits)
{
    /// <summary>It is all that the rules give, or more than they say.</summary>
    public bool IsWhole { get; init; } = true;

    public string? RefusalReason { get; init; }

    public string? Departure { get; init; }

    public SealedText? Why { get; init; }

    public SealedText? WhyInTheirLanguage { get; init; }

    public required SealedText Finding { get; init; }
}

/// <summary>What nobody may go beyond, whatever the reason: nothing twice for one need, and nothing above the limits of the programme.</summary>
/// <param name="Won">The most for the members who were chosen; null for help that is no money.</param>
public sealed record LineLimits(Guid[] Members, SupportPeriod Period, long? Won);
