namespace MigrantServices.Portal.Web.Forms;

/// <summary>A page that needs something (lists to choose from, what is shown beside the form) before it can be shown again after a mistake.</summary>
public interface IPreparesAgain
{
    Task PrepareAsync(CancellationToken cancel);
}
