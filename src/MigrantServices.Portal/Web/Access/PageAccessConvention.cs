using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MigrantServices.Core.People;

namespace MigrantServices.Portal.Web.Access;

/// <summary>Puts each page's line of the table on the page itself.</summary>
public sealed class PageAccessConvention : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        // a page without a line gets nothing here and is closed to everybody
        if (PageAccess.Table.TryGetValue(model.ViewEnginePath, out var who))
        {
            model.EndpointMetadata.Add(PageAccess.IsForAnyone(who)
                ? new AllowAnonymousAttribute()
                : new AuthorizationPolicyBuilder().AddRequirements(new HoldsRole(who)).Build());
        }
    }

    /// <exception cref="InvalidOperationException">A page has no line.</exception>
    public static void Check(IServiceProvider services)
    {
        var pages = services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>();
        var without = pages.Select(page => page.ViewEnginePath).Where(page => !PageAccess.Table.ContainsKey(page)).Distinct(StringComparer.Ordinal).ToList();
        if (without.Count > 0)
        {
            throw new InvalidOperationException(
                $"Nobody has said who may open {string.Join(", ", without)}. Add a line for it to the table in Web/Access/PageAccess.cs.");
        }
    }
}

/// <summary>Asks that the person holds one of these roles.</summary>
public sealed record HoldsRole(Role OneOf) : IAuthorizationRequirement;

/// <summary>Answers it from the rights in force today.</summary>
public sealed class HoldsRoleHandler : AuthorizationHandler<HoldsRole>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, HoldsRole requirement)
    {
        if (context.Resource is HttpContext request && request.Actor() is { } actor && PageAccess.Opens(requirement.OneOf, actor))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
