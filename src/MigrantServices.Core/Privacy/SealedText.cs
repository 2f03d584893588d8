using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MigrantServices.Core.Privacy;

/// <summary>A person's words as the database keeps them: unreadable without the keys.</summary>
public readonly record struct SealedText(byte[] Bytes)
{
    public bool IsEmpty => Bytes is null or [];

    public bool Equals(SealedText other) => Bytes.AsSpan().SequenceEqual(other.Bytes);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }

    public override string ToString() => "(sealed)";
}

/// <summary>Stores sealed words as bytes.</summary>
public sealed class SealedTextConverter() : ValueConverter<SealedText, byte[]>(text => text.Bytes, bytes => new SealedText(bytes));

/// <summary>Sealed words are replaced and never altered: to remember them one need not copy them.</summary>
public sealed class SealedTextComparer() : ValueComparer<SealedText>((one, other) => one.Equals(other), text => text.GetHashCode(), text => text);
