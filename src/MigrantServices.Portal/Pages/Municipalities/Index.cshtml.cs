using MigrantServices.Core.Municipalities;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Municipalities;

/// <summary>The cities and counties of the province: in what each takes part, with whom, and how much waits there.</summary>
public sealed class IndexModel(MunicipalityRegister register, ReferenceWords words) : PortalPage
{
    public ReferenceWords Words => words;

    public IReadOnlyList<MunicipalityLine> Lines { get; private set; } = [];

    public int Issuing => Lines.Count(line => line.Card is { HasBegun: true });

    public int Paying => Lines.Count(line => line.Childcare is { HasBegun: true });

    public override async Task ShowAsync(CancellationToken cancel) => Lines = await register.AllAsync(Actor, cancel);
}
