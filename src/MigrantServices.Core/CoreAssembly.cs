namespace MigrantServices.Core;

/// <summary>Names this assembly for those who look for what lies in it.</summary>
public static class CoreAssembly;
