using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Portal.Web.Binding;

/// <summary>
/// Cleans what people type of characters that cannot be kept or that trick readers, and hides registration numbers in free text.
/// Whatever was changed is said beside the field, and the page is shown again with the changed text before it goes on.
/// </summary>
public sealed class CleanTextBinder(bool isFreeText) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var name = bindingContext.ModelName;
        var value = bindingContext.ValueProvider.GetValue(name);
        if (value == ValueProviderResult.None || value.FirstValue is not { } typed)
        {
            return Task.CompletedTask;
        }

        var cleaned = TextHygiene.Clean(typed);
        var text = cleaned.Text;
        var masked = isFreeText ? NumberMask.Mask(text) : null;
        text = masked?.Text ?? text;
        bindingContext.ModelState.SetModelValue(name, text, text);
        var texts = bindingContext.HttpContext.RequestServices.GetRequiredService<TextCatalog>();
        if (cleaned.Changed)
        {
            bindingContext.ModelState.TryAddModelError(name, texts["rule.text-cleaned"]);
        }
        else if (masked is { Any: true })
        {
            bindingContext.ModelState.TryAddModelError(name, texts["rule.number-hidden"]);
        }

        bindingContext.Result = ModelBindingResult.Success(string.IsNullOrWhiteSpace(text) ? null : text);
        return Task.CompletedTask;
    }

    /// <summary>Takes every text of every form.</summary>
    public sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(string)
            ? new CleanTextBinder((context.Metadata as DefaultModelMetadata)?.Attributes.PropertyAttributes?.OfType<FreeTextAttribute>().Any() == true)
            : null;
    }
}
