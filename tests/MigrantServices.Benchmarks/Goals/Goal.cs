using MigrantServices.Benchmarks.Running;

namespace MigrantServices.Benchmarks.Goals;

/// <summary>A promise about speed or size, and how it is measured.</summary>
public abstract class Goal(string name)
{
    public static readonly IReadOnlyList<Goal> All =
        [new Growth(), new Filing(), new Listing(), new Opening(), new SignIns(), new Weight(), new Start(), new Memory(), new Printing(), new Checking(), new Entitling()];

    public string Name => name;

    public abstract Task MeasureAsync(Stage stage, Figures figures);
}
