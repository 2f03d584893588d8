using System.Diagnostics;

namespace MigrantServices.Browser.Tests.Browsing;

/// <summary>Reads printed papers with programs that are not ours, as a clinic's telephone would.</summary>
public static class Scanner
{
    /// <summary>Drawing, reading the QR code and reading the words each need a program of the machine.</summary>
    public static bool IsHere { get; } = new[] { "pdftoppm", "zbarimg", "pdftotext" }
        .All(program => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program))));

    /// <summary>The address that the QR code holds; the last page bears it.</summary>
    public static Task<string> CodeOnAsync(byte[] pdf) => WithFileAsync(pdf, async file =>
    {
        var name = Path.ChangeExtension(file, null);
        await RunAsync("pdftoppm", "-r", "200", "-png", file, name);
        var picture = Directory.GetFiles(Path.GetDirectoryName(file)!, "*.png").Order(StringComparer.Ordinal).Last();
        return (await RunAsync("zbarimg", "-q", "--raw", picture)).Trim();
    });

    /// <summary>What is written there, without the blanks, which every reader sets otherwise.</summary>
    public static Task<string> WordsOnAsync(byte[] pdf) => WithFileAsync(pdf, async file =>
        string.Concat((await RunAsync("pdftotext", file, "-")).Normalize(System.Text.NormalizationForm.FormKC).Where(sign => !char.IsWhiteSpace(sign))));

    private static async Task<string> WithFileAsync(byte[] pdf, Func<string, Task<string>> read)
    {
        var folder = Directory.CreateTempSubdirectory("scan-");
        try
        {
            var file = Path.Combine(folder.FullName, "paper.pdf");
            await File.WriteAllBytesAsync(file, pdf);
            return await read(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var complaints = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await complaints;
        await process.WaitForExitAsync();
        return said;
    }
}
