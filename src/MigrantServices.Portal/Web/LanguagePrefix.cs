using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace MigrantServices.Portal.Web;

/// <summary>Puts the language in front of every public page's address; the office's own pages name their addresses themselves.</summary>
public sealed class LanguagePrefix : IPageRouteModelConvention
{
    private static readonly string[] WithoutLanguage = ["Account", "Admin", "Casework", "Committee", "Errors", "Oversight"];

    public void Apply(PageRouteModel model)
    {
        if (WithoutLanguage.Contains(model.ViewEnginePath.Split('/')[1], StringComparer.Ordinal))
        {
            return;
        }

        foreach (var route in model.Selectors.Select(selector => selector.AttributeRouteModel!))
        {
            route.Template = AttributeRouteModel.CombineTemplates($"{{{LanguageConstraint.Name}:{LanguageConstraint.Name}}}", route.Template);
        }
    }
}
