using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>What a browser holds so that it finds its own draft again: the draft's number and the person's code, sealed.</summary>
public sealed class DraftCookie(IDataProtectionProvider protection)
{
    private const string Name = "__Host-draft";

    private readonly IDataProtector _protector = protection.CreateProtector("draft");

    public DraftKey? Read(HttpRequest request)
    {
        if (request.Cookies[Name] is not { Length: > 0 } value)
        {
            return null;
        }

        try
        {
            var parts = _protector.Unprotect(value).Split('|');
            return Guid.TryParse(parts[0], out var id) && ReceiptCode.TryParse(parts[1], out var code) ? new DraftKey(id, code) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Write(HttpResponse response, DraftKey key) =>
        response.Cookies.Append(Name, _protector.Protect($"{key.Id}|{key.Code.Digits}"), Manner(CaseDraft.KeptFor));

    public void Remove(HttpResponse response) => response.Cookies.Delete(Name, Manner(null));

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
