using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <content>Translations of what stands in the case: each is a version of its own, and a second person checks it.</content>
public sealed partial class Grievance
{
    public void TranslateBy(Actor colleague, Translation translation, DateTimeOffset now) => Take(Translate, colleague, now, detail: translation.Text.ToString());

    /// <summary>Somebody other than the translator has held it against the original.</summary>
    /// <param name="version">The version of the original now.</param>
    /// <exception cref="RefusedException"><c>translation.own</c>, <c>translation.stale</c>, <c>translation.rejected</c>, <c>translation.checked-already</c>.</exception>
    public void CheckTranslationBy(Actor colleague, Translation translation, byte[] version, DateTimeOffset now)
    {
        Refuse(WhyNot(CheckTranslation, colleague) ?? translation.WhyNotChecked(colleague.UserId!.Value, version));
        Take(CheckTranslation, colleague, now, detail: translation.Text.ToString());
        translation.Check(colleague.UserId!.Value, now);
    }

    /// <summary>It is not to be relied on any more.</summary>
    /// <exception cref="RefusedException"><c>translation.own</c>, <c>translation.rejected</c>.</exception>
    public void RejectTranslationBy(Actor colleague, Translation translation, SealedText reason, DateTimeOffset now)
    {
        Refuse(WhyNot(RejectTranslation, colleague) ?? translation.WhyNotJudged(colleague.UserId!.Value));
        Take(RejectTranslation, colleague, now, detail: translation.Text.ToString());
        translation.Reject(colleague.UserId!.Value, reason, now);
    }
}
