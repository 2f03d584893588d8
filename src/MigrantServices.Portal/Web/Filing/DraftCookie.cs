using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>What a browser holds so that it finds its own draft of a form again: the draft's number and the person's code, sealed.</summary>
public sealed class DraftCookie(IDataProtectionProvider protection)
{
    private const string Prefix = "__Host-";

    public DraftKey? Read(HttpRequest request, FormKind form)
    {
        if (request.Cookies[Prefix + form.Name] is not { Length: > 0 } value)
        {
            return null;
        }

        try
        {
            var parts = Protector(form).Unprotect(value).Split('|');
            return Guid.TryParse(parts[0], out var id) && ReceiptCode.TryParse(parts[1], out var code) ? new DraftKey(id, code) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Write(HttpResponse response, FormKind form, DraftKey key) =>
        response.Cookies.Append(Prefix + form.Name, Protector(form).Protect($"{key.Id}|{key.Code.Digits}"), Manner(CaseDraft.KeptFor));

    public void Remove(HttpResponse response, FormKind form) => response.Cookies.Delete(Prefix + form.Name, Manner(null));

    // the draft of one form is none of another
    private IDataProtector Protector(FormKind form) => protection.CreateProtector(form.Name);

    private static CookieOptions Manner(TimeSpan? kept) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = kept,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = true,
    };
}
