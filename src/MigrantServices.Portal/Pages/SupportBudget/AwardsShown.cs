using MigrantServices.Core.RefugeeSupport.Money;

namespace MigrantServices.Portal.Pages.SupportBudget;

/// <summary>Awards as a block of a page.</summary>
/// <param name="NameOf">What a programme is called in the reader's language.</param>
/// <param name="Address">The page to which the deeds of payments go; null where they are only shown.</param>
/// <param name="Opens">Where one of them is opened, without its number; null where they are not opened from here.</param>
/// <param name="Me">The reader: nobody is offered to do the second person's part of their own work.</param>
public sealed record AwardsShown(IReadOnlyList<AwardView> Awards, Func<string, string> NameOf, string? Address = null, Guid? Me = null, string? Opens = null);
