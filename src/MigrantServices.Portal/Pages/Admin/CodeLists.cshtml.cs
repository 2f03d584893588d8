using MigrantServices.Core.Reference;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Admin;

/// <summary>The code lists that administrators may change, and the changes that wait or come.</summary>
public sealed class CodeListsModel(ReferenceRegister register, ReferenceWords words) : PortalPage
{
    public ReferenceRegister Register => register;

    public ReferenceWords Words => words;

    public IReadOnlyList<ChangeLine> Changes { get; private set; } = [];

    public void OnGet()
    {
    }

    public override async Task ShowAsync(CancellationToken cancel) => Changes = await register.ChangesAsync(null, cancel);
}
