using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>Takes more time for a child's case and tells the family by letter, at once (child ordinance, art. 7).</summary>
public sealed class ChildExtensionDesk(PortalDb db, ChildPost post, Clocks clocks, TimeProvider time)
{
    /// <summary>The clock by which this case counts.</summary>
    public CaseClock ClockOf(ChildConfirmation one) => clocks.Of(one);

    /// <summary>The letter as it would go out; null where no clock runs.</summary>
    public Letter? Letter(ChildConfirmation one, ExtendDeadline form, Actor actor) => one.DueOn is not null && one.DueIfExtendedBy(form.Days!.Value, clocks.Of(one)) is { } due
        ? post.Letters.Extension(one, form, due, actor.Name, time.GetUtcNow())
        : null;

    /// <exception cref="RefusedException"><c>case.extension-too-late</c> and the others of <see cref="ServiceCase.ExtendBy"/>.</exception>
    public Task ExtendAsync(ChildConfirmation one, ExtendDeadline form, Actor actor, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var letter = Letter(one, form, actor) ?? throw new RefusedException(new("case.extension-too-late"));
        db.Add(one.ExtendBy(actor, form, post.Seal(one, letter, MessagePurpose.Extension, actor, now), clocks.Of(one), now));
        return post.SaveAsync(one, actor, ServiceCase.Extend, cancel);
    }
}
