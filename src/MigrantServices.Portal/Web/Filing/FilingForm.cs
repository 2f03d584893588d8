using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Filing;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>The form that this browser has begun, from page to page. It begins to exist when the first page is sent.</summary>
public sealed class FilingForm(DraftDesk drafts, DraftCookie cookie, IHttpContextAccessor http)
{
    public DraftKey? Key { get; private set; }

    /// <summary>Empty when nothing was begun.</summary>
    public FileGrievance Answers { get; private set; } = new();

    /// <summary>What this browser holds, whether or not the draft is still there.</summary>
    public DraftKey? InHand => cookie.Read(Context.Request);

    /// <summary>Goes on with answers that were read already.</summary>
    public void Take(DraftKey key, FileGrievance answers) => (Key, Answers) = (key, answers);

    public async Task OpenAsync(CancellationToken cancel)
    {
        if (cookie.Read(Context.Request) is not { } key || await drafts.ReadAsync<FileGrievance>(key, cancel) is not { } answers)
        {
            return;
        }

        (Key, Answers) = (key, answers);
    }

    /// <summary>False when the form that was opened was sent or discarded meanwhile: it is not begun anew behind the person's back.</summary>
    public async Task<bool> SaveAsync(CancellationToken cancel)
    {
        if (Key is { } key)
        {
            return await drafts.SaveAsync(key, Answers, cancel);
        }

        Key = await drafts.BeginAsync(Grievance.Prefix, Answers, cancel);
        cookie.Write(Context.Response, Key.Value);
        return true;
    }

    public async Task DiscardAsync(CancellationToken cancel)
    {
        if (Key is { } key)
        {
            await drafts.DiscardAsync(key.Id, cancel);
        }

        cookie.Remove(Context.Response);
        (Key, Answers) = (null, new());
    }

    private HttpContext Context => http.HttpContext!;
}
