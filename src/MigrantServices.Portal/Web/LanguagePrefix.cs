using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace MigrantServices.Portal.Web;

/// <summary>Puts the language in front of every public page's address; the office's own pages name their addresses themselves.</summary>
public sealed class LanguagePrefix : IPageRouteModelConvention
{
    private static readonly string[] WithoutLanguage = ["Account", "Admin", "Casework", "ChildCasework", "ChildCounter", "Municipalities", "Oversight", "SupportBudget", "SupportCasework", "SupportCounter", "Workday"];

    /// <param name="page">As pages are named in links: <c>/Grievances/New</c>.</param>
    public static bool IsPublic(string page) => !WithoutLanguage.Contains(page.Split('/').ElementAtOrDefault(1), StringComparer.Ordinal);

    public void Apply(PageRouteModel model)
    {
        if (!IsPublic(model.ViewEnginePath))
        {
            return;
        }

        foreach (var route in model.Selectors.Select(selector => selector.AttributeRouteModel!))
        {
            route.Template = AttributeRouteModel.CombineTemplates($"{{{LanguageConstraint.Name}:{LanguageConstraint.Name}}}", route.Template);
        }
    }
}
