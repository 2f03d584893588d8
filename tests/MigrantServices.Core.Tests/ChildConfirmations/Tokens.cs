using System.Diagnostics;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.Tests.Privacy;

namespace MigrantServices.Core.Tests.ChildConfirmations;

/// <summary>An office with keys of its own.</summary>
internal sealed class Tokens
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    public Tokens(SigningKeys? keys = null)
    {
        SigningKeys = keys ?? Made();
        (Hasher, Checker) = (new(Keys.Ring), new(SigningKeys));
        Signer = new(SigningKeys, Hasher, Checker);
    }

    public SigningKeys SigningKeys { get; }

    public TokenSigner Signer { get; }

    public TokenChecker Checker { get; }

    public TokenHasher Hasher { get; }

    public static string NewFile() => Path.Combine(Directory.CreateTempSubdirectory("signing-test-").FullName, "signing.json");

    public static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        // what programs complain of, such as a desktop that is not there, is no part of their answer
        _ = complained.Result;
        return said.Result;
    }

    private static SigningKeys Made()
    {
        var file = NewFile();
        try
        {
            return SigningKeys.LoadOrCreate(file, Today);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }
}
