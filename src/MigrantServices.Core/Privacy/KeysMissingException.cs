namespace MigrantServices.Core.Privacy;

/// <summary>The portal's keys are not where they should be, or cannot be read; nothing sealed can be opened until they are.</summary>
public sealed class KeysMissingException(string message, Exception? inner = null) : Exception(message, inner);
