using System.Globalization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.Extensions.WebEncoders;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Reference;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Startup;

/// <summary>Which language a request is answered in: the address says it on public pages, the colleague's choice in the office.</summary>
public static class Localisation
{
    public const string ResidentCookie = "__Host-language";
    public const string StaffCookie = "__Host-staff-language";

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(180);

    public static IServiceCollection AddLocalisation(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var environment = provider.GetRequiredService<IHostEnvironment>();
            var (book, time) = (provider.GetRequiredService<ReferenceBook>(), provider.GetRequiredService<TimeProvider>());
            return TextCatalog.Load(
                Path.Combine(AppContext.BaseDirectory, "Text"),
                refusesMissing: !environment.IsProduction(),
                (language, key, day) => book.TextOf(language, key, day ?? Seoul.DateOf(time.GetUtcNow())));
        });
        services.Configure<RouteOptions>(options => options.ConstraintMap[LanguageConstraint.Name] = typeof(LanguageConstraint));
        services.PostConfigure<RazorPagesOptions>(options => options.Conventions.Add(new LanguagePrefix()));
        services.AddSingleton<IUrlHelperFactory, LanguageKeepingUrls>();
        // without this every Korean letter is sent as eight bytes of escape
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        return services;
    }

    /// <summary>Comes before anything that writes a sentence; also sends <c>/</c> to the visitor's language.</summary>
    public static WebApplication UseLocalisation(this WebApplication app)
    {
        // a text that is missing or stands twice is to be seen now and not by a resident
        app.Services.GetRequiredService<TextCatalog>();
        app.Use(SpeakAsync);
        app.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return Results.LocalRedirect($"/{Chosen(context).Tag}");
        }).AllowAnonymous();
        return app;
    }

    private static async Task SpeakAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments("/office", StringComparison.OrdinalIgnoreCase))
        {
            if (Languages.FindStaff(context.Request.Query["language"]) is { } wanted && HttpMethods.IsGet(context.Request.Method))
            {
                Remember(context, StaffCookie, wanted);
                context.Response.Redirect(context.Request.PathBase + context.Request.Path + WithoutLanguage(context.Request.Query));
                return;
            }

            Speak(context, Languages.FindStaff(context.Request.Cookies[StaffCookie]) ?? Languages.Korean);
            await next(context);
            return;
        }

        var inAddress = Languages.Find(path.Value!.Split('/', 3).ElementAtOrDefault(1));
        if (inAddress is not null && context.Request.Cookies[ResidentCookie] != inAddress.Tag)
        {
            Remember(context, ResidentCookie, inAddress);
        }

        Speak(context, inAddress ?? Chosen(context));
        await next(context);
    }

    private static Language Chosen(HttpContext context)
    {
        var browser = context.Request.GetTypedHeaders().AcceptLanguage;
        return Languages.Find(context.Request.Cookies[ResidentCookie])
            ?? Languages.Preferred(browser.OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.ToString()))
            ?? (browser.Count > 0 ? Languages.English : Languages.Korean);
    }

    private static void Speak(HttpContext context, Language language)
    {
        // numbers and dates that machines read stay neutral; people's dates are written by PeopleDates
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language.Tag);
        context.Response.Headers.ContentLanguage = language.Tag;
    }

    public static void Remember(HttpContext context, string cookie, Language language) =>
        context.Response.Cookies.Append(cookie, language.Tag, new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Remembered,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            Secure = true,
        });

    private static QueryString WithoutLanguage(IQueryCollection query) =>
        QueryString.Create(query.Where(pair => pair.Key != "language"));
}
