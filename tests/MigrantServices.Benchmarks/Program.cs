using MigrantServices.Benchmarks.Bare;
using MigrantServices.Benchmarks.Goals;
using MigrantServices.Benchmarks.Raw;
using MigrantServices.Benchmarks.Running;

// the programs that the portal is compared with run in processes of their own
switch (args)
{
    case [RawServer.Name, var url, var database]:
        await RawServer.RunAsync(url, database);
        return 0;
    case [BareServer.Name, var url, var database]:
        await BareServer.RunAsync(url, database);
        return 0;
}

if (Options.Read(args) is not { } options)
{
    await Console.Error.WriteLineAsync(Options.Usage);
    return 2;
}

await using var stage = await Stage.SetUpAsync(options);
var figures = new Figures();
foreach (var goal in Goal.All.Where(goal => options.Wants(goal.Name)))
{
    Console.WriteLine($"-- {goal.Name}");
    await goal.MeasureAsync(stage, figures);
}

await figures.WriteAsync(options, stage);
return 0;
