using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Access;
using MigrantServices.Portal.Web.Binding;
using MigrantServices.Portal.Web.Forms;
using MigrantServices.Portal.Web.Problems;

namespace MigrantServices.Portal.Startup;

/// <summary>Who may do what over HTTP, and what the portal takes in and tells browsers: everything closed that is not opened.</summary>
public static class Security
{
    /// <summary>Of a request without files. A page that takes files says its own limit with <c>[RequestSizeLimit]</c>.</summary>
    public const long BodyLimit = 1_572_864;

    private const string ByAddress = "ByAddress";
    private const int ValueLimit = 1_258_291;

    private static readonly TimeSpan HeadersWithin = TimeSpan.FromSeconds(15);
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];

    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.AddSessions();
        services.AddSingleton<ProblemPage>();
        services.AddSingleton<AddressNames>().AddSingleton<GuessLimiter>().AddSingleton<UploadAllowance>();
        services.AddScoped<VisitDoor>();
        services.AddSingleton<RightChoices>();
        services.AddSingleton<IAuthorizationHandler, HoldsRoleHandler>();
        // an endpoint without a line is closed; where there is none at all, "not found" may be said
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder()
            .RequireAssertion(asked => asked.Resource is HttpContext context && context.GetEndpoint() is null).Build());

        // "post", because AddRazorPages throws away conventions that were added before it
        services.PostConfigure<RazorPagesOptions>(options =>
        {
            options.Conventions.Add(new PageAccessConvention());
            options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
        });
        services.Configure<MvcOptions>(options =>
        {
            options.Filters.Add<FormTokenFilter>();
            options.Filters.Add<RefusalFilter>();
        });
        services.AddSingleton<IPostConfigureOptions<MvcOptions>, BindingSentences>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "__Host-af";
            options.Cookie.Path = "/";
            options.Cookie.SameSite = SameSiteMode.Lax;
            // Always would refuse http://localhost; the cookie policy makes every cookie secure
            options.Cookie.SecurePolicy = CookieSecurePolicy.None;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = "__Host-note");
        services.Configure<CookiePolicyOptions>(options =>
        {
            options.HttpOnly = HttpOnlyPolicy.Always;
            options.Secure = CookieSecurePolicy.Always;
            options.MinimumSameSitePolicy = SameSiteMode.Lax;
        });
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        return services.AddLimits();
    }

    /// <summary>First of all: headers on every answer.</summary>
    public static WebApplication UseSecurity(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseCookiePolicy();
        app.Use((context, next) =>
        {
            AddHeaders(context.Response);
            context.Response.OnStarting(() =>
            {
                // a style sheet or a picture says itself how long it keeps
                var said = context.Response.Headers.CacheControl;
                context.Response.Headers.CacheControl = said.Count > 1 ? said[^1] : said;
                return Task.CompletedTask;
            });
            return next(context);
        });
        return app;
    }

    /// <summary>After <c>UseErrors</c>: methods, whose request it is, and whether they may.</summary>
    public static WebApplication UseAccess(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (Methods.Contains(context.Request.Method, StringComparer.Ordinal))
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = string.Join(", ", Methods);
            return Task.CompletedTask;
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }

    internal static void AddHeaders(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // style sheets and pictures say otherwise for themselves
        headers.CacheControl = "no-cache, no-store";
    }

    private static void AddSessions(this IServiceCollection services) => services
        .AddAuthentication(ByAddress)
        .AddPolicyScheme(ByAddress, null, options => options.ForwardDefaultSelector = context =>
            context.Request.Path.StartsWithSegments("/office", StringComparison.OrdinalIgnoreCase) ? SessionHandler.Office : SessionHandler.Visit)
        .AddScheme<SessionSchemeOptions, SessionHandler>(SessionHandler.Office, options =>
        {
            options.Cookie = SessionCookie.Office;
            options.Door = Doors.OfOffice;
        })
        .AddScheme<SessionSchemeOptions, SessionHandler>(SessionHandler.Visit, options =>
        {
            options.Cookie = SessionCookie.Visit;
            options.Door = Doors.OfVisitors;
        });

    private static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = BodyLimit;
            options.Limits.RequestHeadersTimeout = HeadersWithin;
            options.Limits.MinRequestBodyDataRate = new(240, TimeSpan.FromSeconds(5));
        });
        services.Configure<FormOptions>(options =>
        {
            options.ValueCountLimit = 500;
            options.KeyLengthLimit = 256;
            options.ValueLengthLimit = ValueLimit;
            // the limit of the whole body is the server's, which answers 413
            options.MultipartBodyLengthLimit = long.MaxValue;
        });
        return services;
    }
}
