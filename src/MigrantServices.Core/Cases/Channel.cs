namespace MigrantServices.Core.Cases;

/// <summary>How a case reached the office.</summary>
public enum Channel
{
    Web,
    Phone,
    Visit,
    Letter,
    Referral,
}
