namespace MigrantServices.Core.ChildConfirmations;

/// <summary>The three ways by which a child comes to be confirmed (child ordinance, art. 5).</summary>
public enum WayIn
{
    /// <summary>The father or the mother applies.</summary>
    Parent,

    /// <summary>Anybody who learns of such a child asks for it.</summary>
    Request,

    /// <summary>The office begins by itself.</summary>
    ExOfficio,
}
