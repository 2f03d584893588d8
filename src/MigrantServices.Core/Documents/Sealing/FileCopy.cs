namespace MigrantServices.Core.Documents.Sealing;

/// <summary>The original is the evidence as it came; the working copy is what colleagues open.</summary>
public enum FileCopy
{
    Original,
    Working,
}
