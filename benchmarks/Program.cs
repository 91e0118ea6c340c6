using BlueGreen.Ecs.Benchmarks.Documents;
using BlueGreen.Ecs.Benchmarks.Simulator;
using BlueGreen.Ecs.Benchmarks.Watching;

// What is measured stands side by side in one run; what counts is the ratio.
return args switch
{
    ["documents"] => DocumentsReport.Run(),
    ["bad-input"] => BadInputReport.Run(),
    ["deployments"] => await DeploymentsReport.RunAsync(),
    ["detection"] => await DetectionReport.RunAsync(),
    ["memory"] => await MemoryReport.RunAsync(),
    ["round-trip", var simulator, var baseline] => await RoundTripReport.RunAsync(simulator, baseline),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project benchmarks -- documents | bad-input | deployments | detection | memory | round-trip SIMULATOR MOTO");
    return 2;
}
