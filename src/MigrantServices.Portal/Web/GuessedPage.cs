using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Portal.Web.Access;

namespace MigrantServices.Portal.Web;

/// <summary>A page that opens by a secret alone. Whatever is wrong with the secret, the answer is the same; wrong ones are slowed down.</summary>
public abstract class GuessedPage(GuessLimiter guesses) : PortalPage
{
    /// <summary>Asks with a try that counts only where nothing was found.</summary>
    /// <param name="canBe">Whether it has the shape of a secret; what has not is no guess, and nothing is asked.</param>
    /// <returns>Null when something was found; else the answer, which is one for every wrong secret.</returns>
    protected async Task<IActionResult?> TryAsync(bool canBe, Func<Task<bool>> ask)
    {
        if (!canBe)
        {
            return NotFound();
        }

        var from = HttpContext.Connection.RemoteIpAddress;
        if (guesses.Take(from) is { Ticks: > 0 } wait)
        {
            Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (!await ask())
        {
            return NotFound();
        }

        guesses.GiveBack(from);
        return null;
    }
}
