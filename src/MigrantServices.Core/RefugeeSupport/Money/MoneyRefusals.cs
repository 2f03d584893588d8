using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>What the database says no to, as the refusal that a person can read. It has the last word: two can ask at once.</summary>
public static class MoneyRefusals
{
    internal const string PaidOnce = "payments_once";
    internal const string EndingOnce = "award_ending_proposals_once";
    internal const string ReversedOnce = "payment_reversals_once";

    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["money_budget_exhausted"] = "support.budget-exhausted",
        ["money_budget_closed"] = "support.budget-closed",
        ["money_above_the_ceiling"] = "support.above-the-ceiling",
        ["money_outside_the_period"] = "support.outside-the-period",
        ["award_members_same_need_once"] = "support.same-need-twice",
        ["money_other_terms"] = "budget.other-terms",
        ["money_other_line"] = "budget.no-line",
        ["money_below_committed"] = "budget.below-committed",
        ["money_no_next_line"] = "budget.no-next-line",
        ["money_payment_under_way"] = "payment.under-way",
        ["money_milestone_open"] = "payment.milestone-open",
        ["money_no_plan"] = "application.plan-missing",
        ["money_not_due"] = "payment.not-due",
        ["money_not_the_instalment"] = "payment.not-the-instalment",
        ["money_not_to_reverse"] = "payment.not-to-reverse",
        ["money_not_to_return"] = "payment.not-to-return",
        ["money_more_than_paid"] = "payment.more-than-paid",
        ["money_not_to_end"] = "payment.not-to-end",
        ["money_no_place"] = "payment.no-place",
        ["money_by_hand"] = "payment.decided-already",
        ["money_two_people"] = "budget.needs-a-second-person",
        [EndingOnce] = "payment.ending-proposed",
        [PaidOnce] = "payment.twice",
        [ReversedOnce] = "payment.twice",
        ["ix_budget_lines_year_code"] = "budget.line-twice",
        ["budget_closings_once"] = "budget.closing-twice",
        ["place_stays_one_person_a_place"] = "payment.no-place",
        ["place_stays_one_place_a_person"] = "payment.has-a-place",
        ["pk_award_members"] = "support.member-twice",
    };

    /// <summary>Null for what is no refusal but a fault.</summary>
    public static Refusal? Of(PostgresException failure) =>
        Codes.TryGetValue(failure.ConstraintName ?? "", out var code) ? new(code) : null;

    /// <summary>Saves, or says what the database refused. After a refusal nothing is left to be saved by accident.</summary>
    internal static async Task SaveMoneyAsync(this PortalDb db, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException no && Of(no) is { } refusal)
        {
            db.ChangeTracker.Clear();
            throw new RefusedException(refusal);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            throw;
        }
        catch (PostgresException no) when (Of(no) is { } refusal)
        {
            // what is checked at the very end speaks at the commit
            db.ChangeTracker.Clear();
            throw new RefusedException(refusal);
        }
    }
}
