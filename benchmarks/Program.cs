using BlueGreen.Ecs.Benchmarks.Documents;

// What is measured stands side by side in one run; what counts is the ratio.
return args switch
{
    ["documents"] => DocumentsReport.Run(),
    ["bad-input"] => BadInputReport.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project benchmarks -- documents | bad-input");
    return 2;
}
