using MigrantServices.Core.Cases;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>The form that this browser has begun, from page to page. It begins to exist when the first page is sent.</summary>
/// <typeparam name="T">The answers.</typeparam>
public sealed class FilingForm<T>(DraftDesk drafts, DraftCookie cookie, FormOf<T> form, IHttpContextAccessor http)
    where T : class, new()
{
    public FormKind Kind => form.Kind;

    public DraftKey? Key { get; private set; }

    /// <summary>Empty when nothing was begun.</summary>
    public T Answers { get; private set; } = new();

    /// <summary>What this browser holds, whether or not the draft is still there.</summary>
    public DraftKey? InHand => cookie.Read(Context.Request, Kind);

    /// <summary>Goes on with answers that were read already.</summary>
    public void Take(DraftKey key, T answers) => (Key, Answers) = (key, answers);

    /// <summary>Takes all answers at once, where a form has one page.</summary>
    public void Take(T answers) => Answers = answers;

    public async Task OpenAsync(CancellationToken cancel)
    {
        if (InHand is not { } key || await drafts.ReadAsync<T>(key, cancel) is not { } answers)
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

        Key = await drafts.BeginAsync(Kind.Service, Answers, cancel, Kind.Holder);
        cookie.Write(Context.Response, Kind, Key.Value);
        return true;
    }

    public async Task DiscardAsync(CancellationToken cancel)
    {
        if (Key is { } key)
        {
            await drafts.DiscardAsync(key.Id, cancel);
        }

        cookie.Remove(Context.Response, Kind);
        (Key, Answers) = (null, new());
    }

    private HttpContext Context => http.HttpContext!;
}

/// <summary>Which form these answers belong to.</summary>
public sealed record FormOf<T>(FormKind Kind);
