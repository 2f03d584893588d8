using MigrantServices.Core.Calendar;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.RefugeeSupport;

/// <summary>All kinds of help that can be had today, by the headings of the ordinance. Nobody is asked anything.</summary>
public sealed class IndexModel(ProgrammeBook book, TimeProvider time) : PortalPage
{
    public IEnumerable<IGrouping<string, ProgrammeTerms>> ByHeading => book.On(Seoul.DateOf(time.GetUtcNow())).GroupBy(terms => book.Programme(terms.ProgrammeCode)!.Heading);

    public void OnGet()
    {
    }
}
