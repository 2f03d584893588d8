using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Benchmarks.Data;

/// <summary>Finished drafts, each with the cookie of the browser that wrote it, ready to be sent.</summary>
public static class Drafts
{
    private const int FormsInTurn = 500;

    public static async Task<IReadOnlyList<string>> MakeAsync(Office office, int count)
    {
        var protector = office.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("draft");
        var cipher = office.Services.GetRequiredService<DraftCipher>();
        var forms = Enumerable.Range(0, FormsInTurn)
            .Select(i => JsonSerializer.SerializeToUtf8Bytes(Words.Form(i, withName: true), JsonSerializerOptions.Web)).ToList();
        List<CaseDraft> drafts = [];
        List<CaseCode> codes = [];
        List<string> cookies = [];
        var now = DateTimeOffset.UtcNow;
        for (var i = 0; i < count; i++)
        {
            var key = new DraftKey(Guid.CreateVersion7(), ReceiptCode.New());
            drafts.Add(new() { Id = key.Id, Service = Grievance.Prefix, Content = cipher.Seal(key.Code, key.Id, forms[i % FormsInTurn]), SavedAt = now });
            // nobody comes back with these codes, so the slow hash is spared
            codes.Add(new() { Hash = RandomNumberGenerator.GetBytes(32), Holder = Role.Filer, DraftId = key.Id, CreatedAt = now });
            cookies.Add("__Host-draft=" + protector.Protect($"{key.Id}|{key.Code.Digits}"));
        }

        await using var scope = office.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await Rows.CopyAsync(db, drafts);
        await Rows.CopyAsync(db, codes);

        // else plans that were made when the tables were empty would read them from end to end
        await office.AskAsync<object?>("analyze case_drafts, case_codes");
        return cookies;
    }
}
