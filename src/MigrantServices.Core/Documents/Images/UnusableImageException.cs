namespace MigrantServices.Core.Documents.Images;

/// <summary>Ends the reading of an image with the reason that the person is told.</summary>
internal sealed class UnusableImageException(string code) : Exception(code)
{
    public string Code { get; } = code;
}
