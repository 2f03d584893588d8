using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;
using MigrantServices.Core.People;
using MigrantServices.Portal.Web.Problems;

namespace MigrantServices.Portal.Web.Access;

/// <summary>Which cookie a kind of session uses, and where somebody without one is sent.</summary>
public sealed class SessionSchemeOptions : AuthenticationSchemeOptions
{
    public string Cookie { get; set; } = "";

    public Func<HttpRequest, string> Door { get; set; } = _ => "/";
}

/// <summary>Finds out from the session's key whose request this is; who has none is sent to the door, with what they were sending kept.</summary>
public sealed class SessionHandler(
    IOptionsMonitor<SessionSchemeOptions> options,
    ILoggerFactory log,
    UrlEncoder encoder,
    SessionKeeper sessions,
    ProblemPage problems) : AuthenticationHandler<SessionSchemeOptions>(options, log, encoder)
{
    public const string Office = "Office";
    public const string Visit = "Visit";

    public static ClaimsPrincipal PrincipalOf(Actor actor, string scheme) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, actor.Name), new Claim(ClaimTypes.NameIdentifier, (actor.UserId ?? actor.CodeId).ToString()!)], scheme));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // pictures and style sheets are for everybody and must come when the database is away
        if (Context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
            || SessionCookie.Key(Request, Options.Cookie) is not { } key)
        {
            return AuthenticateResult.NoResult();
        }

        var place = Context.Connection.RemoteIpAddress?.ToString();
        if (await sessions.FindAsync(key, place, Context.RequestAborted) is not { } actor)
        {
            return AuthenticateResult.NoResult();
        }

        Context.Features.Set(actor);
        return AuthenticateResult.Success(new(PrincipalOf(actor, Scheme.Name), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var door = Options.Door(Request);
        if (!HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method))
        {
            return problems.ShowAsync(Context, Problem.SessionEnded with { Door = door });
        }

        Response.Redirect(door);
        return Task.CompletedTask;
    }
}
