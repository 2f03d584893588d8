namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>
/// Of every signature (r, s) there is a twin (r, n − s) that anybody can compute. Only the lower one is made and taken,
/// so that a token can be written in one way only.
/// </summary>
internal static class P256
{
    private static readonly byte[] Order = Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");
    private static readonly byte[] Half = Convert.FromHexString("7FFFFFFF800000007FFFFFFFFFFFFFFFDE737D56D38BCF4279DCE5617E3192A8");

    /// <summary>Whether a signature can hold at all; one that cannot would be refused without any work.</summary>
    public static bool CanHold(ReadOnlySpan<byte> signature)
    {
        var r = signature[..Order.Length];
        var s = signature[Order.Length..];
        return r.ContainsAnyExcept((byte)0) && s.ContainsAnyExcept((byte)0) && r.SequenceCompareTo(Order) < 0 && IsLow(s);
    }

    /// <param name="s">The second half of a signature.</param>
    public static bool IsLow(ReadOnlySpan<byte> s) => s.SequenceCompareTo(Half) <= 0;

    public static void Lower(Span<byte> s)
    {
        if (IsLow(s))
        {
            return;
        }

        var borrow = 0;
        for (var at = s.Length - 1; at >= 0; at--)
        {
            var left = Order[at] - s[at] - borrow;
            borrow = left < 0 ? 1 : 0;
            s[at] = (byte)(left + (borrow << 8));
        }
    }
}
