namespace MigrantServices.Core.Cases;

/// <summary>How a case reached the office.</summary>
public enum Channel
{
    Web,
    Phone,
    Visit,
    Letter,
    Email,
    Referral,

    /// <summary>Nobody brought it: the office saw it itself, or read of it.</summary>
    Own,
}
