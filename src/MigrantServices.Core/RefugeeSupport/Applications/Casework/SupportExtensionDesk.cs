using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Applications.Casework;

/// <summary>Takes more time for an application and tells the person by letter, at once.</summary>
public sealed class SupportExtensionDesk(PortalDb db, SupportOffice office, AccessLog access)
{
    public CaseClock ClockOf(SupportApplication one) => office.Clocks.Of(one);

    /// <summary>The letter as it would go out; null where no clock runs.</summary>
    public Letter? Letter(SupportApplication one, ExtendDeadline form, Actor actor) => one.DueOn is not null && one.DueIfExtendedBy(form.Days!.Value, office.Clocks.Of(one)) is { } due
        ? office.Letters.Extension(one, form, due, actor.Name, office.Now)
        : null;

    /// <exception cref="RefusedException"><c>case.extension-too-late</c> and the others of <see cref="ServiceCase.ExtendBy"/>.</exception>
    public Task ExtendAsync(SupportApplication one, ExtendDeadline form, Actor actor, CancellationToken cancel)
    {
        var letter = Letter(one, form, actor) ?? throw new RefusedException(new("case.extension-too-late"));
        db.Add(one.ExtendBy(actor, form, office.Seal(one, letter, MessagePurpose.Extension, actor), office.Clocks.Of(one), office.Now));
        return access.SaveChangeAsync(actor, one.Id, ServiceCase.Extend, cancel);
    }
}
