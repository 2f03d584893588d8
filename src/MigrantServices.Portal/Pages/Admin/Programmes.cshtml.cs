using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Admin;

/// <summary>The programmes of refugee support by heading, and the changes that wait or come.</summary>
public sealed class ProgrammesModel(ProgrammeRegister register) : PortalPage
{
    public IReadOnlyList<ProgrammeChangeLine> Changes { get; private set; } = [];

    public IEnumerable<IGrouping<string, SupportProgramme>> ByHeading => register.Book.Programmes.GroupBy(programme => programme.Heading);

    public bool IsOpen(SupportProgramme programme) => register.Book.Find(programme.Code, register.Today) is not null;

    public void OnGet()
    {
    }

    public override async Task ShowAsync(CancellationToken cancel) => Changes = await register.ChangesAsync(null, cancel);
}
