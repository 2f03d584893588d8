using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace MigrantServices.Portal.Web.Binding;

/// <summary>Says in the reader's language that an answer cannot be read, instead of the framework's English; it never repeats the answer.</summary>
public sealed class BindingSentences(TextCatalog texts) : IPostConfigureOptions<MvcOptions>
{
    public void PostConfigure(string? name, MvcOptions options)
    {
        // what must be answered is said by each form's own rules
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;

        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => Sentence);
        messages.SetMissingBindRequiredValueAccessor(_ => Sentence);
        messages.SetMissingKeyOrValueAccessor(() => Sentence);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Sentence);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Sentence);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Sentence);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Sentence);
        messages.SetUnknownValueIsInvalidAccessor(_ => Sentence);
        messages.SetValueIsInvalidAccessor(_ => Sentence);
        messages.SetValueMustBeANumberAccessor(_ => Sentence);
        messages.SetValueMustNotBeNullAccessor(_ => Sentence);
    }

    private string Sentence => texts["error.value"];
}
