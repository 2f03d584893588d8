using MigrantServices.Core;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Notices;
using MigrantServices.Core.Privacy;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Access;
using MigrantServices.Portal.Web.Binding;
using MigrantServices.Portal.Web.Checks;
using MigrantServices.Portal.Web.Export;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Startup;

/// <summary>The parts of the portal in the order in which a request meets them.</summary>
public static class Portal
{
    public static WebApplicationBuilder AddPortal(this WebApplicationBuilder builder, Database database, KeyRing keys, VaultKeys vault)
    {
        // first of all, because it begins the list of conventions anew
        builder.Services.AddRazorPages().AddMvcOptions(options =>
        {
            options.ModelBinderProviders.Insert(0, new CleanTextBinder.Provider());
            options.Filters.Add<ShowFilter>();
            // what is required is said by each form's own rules, in the reader's language
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        });
        builder.Services.AddSingleton(database);
        builder.Services.AddCore(builder.Configuration, database.ConnectionString, keys, vault);
        builder.Services.AddLocalisation().AddSecurity().AddFiling();
        builder.Services.AddSingleton<ReferenceWords>().AddSingleton<SupportWords>().AddSingleton<RulesLines>().AddScoped<ExportPaper>().AddScoped<ChildExportPaper>().AddScoped<Pages.Account.DayReaders>().AddSingleton<Pages.Casework.DuplicateRules>().AddSingleton<NoticeWriter>().AddSingleton<NoticeWording>(services => services.GetRequiredService<NoticeWriter>().Write);
        builder.Services.AddSingleton(Keys.LoadSigning(builder.Configuration, builder.Environment)).AddChecks();
        builder.Services.AddHostedService<KeepReferenceBook>().AddSingleton<WarmUp>();
        return builder;
    }

    public static WebApplication UsePortal(this WebApplication app)
    {
        app.UseSecurity();
        app.UseLocalisation();
        app.UseRequestLog();
        app.UseErrors();
        app.UseAccess();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapChecks();
        app.MapRazorPages().WithStaticAssets();
        PageAccessConvention.Check(app.Services);
        return app;
    }
}
