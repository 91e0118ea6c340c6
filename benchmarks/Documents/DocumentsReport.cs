using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace BlueGreen.Ecs.Benchmarks.Documents;

/// <summary>Runs the benchmark of documents and prints its ratios in one line.</summary>
internal static class DocumentsReport
{
    public static int Run()
    {
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(10).WithIterationCount(15);
        var config = ManualConfig.Create(DefaultConfig.Instance).AddJob(job).WithOptions(ConfigOptions.DisableLogFile)
            .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "results"));
        var summary = BenchmarkRunner.Run<TaskDefinitionBenchmark>(config);
        var plain = Find(summary, nameof(TaskDefinitionBenchmark.SystemTextJson));
        var ours = Find(summary, nameof(TaskDefinitionBenchmark.BlueGreenEcs));
        var time = ours.ResultStatistics!.Mean / plain.ResultStatistics!.Mean;
        var memory = (double)ours.GcStats.GetBytesAllocatedPerOperation(ours.BenchmarkCase)!.Value / plain.GcStats.GetBytesAllocatedPerOperation(plain.BenchmarkCase)!.Value;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"documents: read + check + write {ours.ResultStatistics.Mean / 1000:F1} us, System.Text.Json {plain.ResultStatistics.Mean / 1000:F1} us, time ratio {time:F2}, allocation ratio {memory:F2}"));
        return 0;
    }

    private static BenchmarkReport Find(Summary summary, string method) => summary.Reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);
}
