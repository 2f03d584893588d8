using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace MigrantServices.Portal.Web.Problems;

/// <summary>Shows a problem in the language of the address. It needs nothing from the database.</summary>
public sealed class ProblemPage(IModelMetadataProvider metadata)
{
    private const string View = "/Pages/Shared/_Problem.cshtml";

    public async Task ShowAsync(HttpContext context, Problem problem)
    {
        var form = problem.KeepsForm ? await KeptForm.OfAsync(context) : null;
        context.Response.StatusCode = problem.Status;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "10";
        }

        var view = new ViewResult
        {
            ViewName = View,
            StatusCode = problem.Status,
            ViewData = new ViewDataDictionary<ShownProblem>(metadata, new ModelStateDictionary()) { Model = new(problem, form) },
        };
        await view.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
    }
}

/// <summary>What the problem's page shows.</summary>
public sealed record ShownProblem(Problem Problem, KeptForm? Form)
{
    // long texts stand open, so that they can be read and copied; the rest travels unseen
    private const int WorthShowing = 40;

    public IEnumerable<KeyValuePair<string, string>> Texts => Form?.Fields.Where(line => line.Value.Length > WorthShowing) ?? [];

    public IEnumerable<KeyValuePair<string, string>> Unseen => Form?.Fields.Where(line => line.Value.Length <= WorthShowing) ?? [];
}
