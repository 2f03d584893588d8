using System.Text.Json;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.RefugeeSupport.Applications;

/// <summary>Knows the addresses of embassies and of ministries of foreign affairs by their forms. Nothing of somebody who asked for refuge is sent there (Refugee Act, art. 17).</summary>
public sealed class EmbassyGuard(ReferenceBook book, TimeProvider time)
{
    private static readonly char[] BetweenWords = [' ', ',', ';', '<', '>', '(', ')', '"', '\'', '\n', '\r', '\t'];

    /// <summary>True when this address, e-mail or postal, may not be used.</summary>
    public bool Refuses(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return false;
        }

        var forms = book.Items(Lists.EmbassyDomains, Seoul.DateOf(time.GetUtcNow())).Select(item => JsonSerializer.Deserialize<Form>(item.Details, JsonSerializerOptions.Web)!).ToList();
        var said = address.ToLowerInvariant();
        return forms.Exists(form => form.Words is { } words && said.Contains(words, StringComparison.Ordinal))
            || said.Split(BetweenWords, StringSplitOptions.RemoveEmptyEntries).Where(part => part.Contains('@', StringComparison.Ordinal)).Select(DomainOf).Any(domain => forms.Exists(form => form.Is(domain)));
    }

    private static string[] DomainOf(string email) => email[(email.LastIndexOf('@') + 1)..].Trim('.').Split('.', StringSplitOptions.RemoveEmptyEntries);

    /// <param name="Labels">Parts of a domain that stand together in it, such as "mofa.gov".</param>
    /// <param name="Label">What one part of a domain begins or ends with, such as "embassy".</param>
    /// <param name="Words">What stands in a postal address.</param>
    private sealed record Form(string? Labels = null, string? Label = null, string? Words = null)
    {
        public bool Is(string[] domain) =>
            (Labels is { } together && $".{string.Join('.', domain)}.".Contains($".{together}.", StringComparison.Ordinal))
            || (Label is { } one && domain.Any(part => part.StartsWith(one, StringComparison.Ordinal) || part.EndsWith(one, StringComparison.Ordinal)));
    }
}
