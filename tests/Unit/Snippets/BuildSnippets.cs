using BlueGreen.Ecs.Reports;

namespace BlueGreen.Ecs.Tests.Unit.Snippets;

/// <summary>The code of docs/builds.md; what it does is tested in <c>Diagnosis/Builds</c>.</summary>
internal static class BuildSnippets
{
    public static async Task DiagnoseAsync(IBuildDiagnostician diagnostician, CancellationToken cancellationToken)
    {
        FailureDiagnosis diagnosis = await diagnostician.DiagnosePipelineAsync("web", cancellationToken: cancellationToken);
        Console.Write(FindingReport.Of(diagnosis).ToText());
    }
}
