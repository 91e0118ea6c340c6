namespace BlueGreen.Ecs.Tests.Unit.Snippets;

/// <summary>The code of docs/diagnosis.md; what it does is tested in <c>Diagnosis</c>.</summary>
internal static class DiagnosisSnippets
{
    public static async Task ReportAsync(IDeployer deployer, Deployment deployment, IProgress<DeploymentEvent> progress, CancellationToken cancellationToken)
    {
        DeploymentResult result = await deployer.DeployAsync(deployment, progress, cancellationToken);
        foreach (FailureCause cause in result.Diagnosis?.Causes ?? [])
        {
            Console.WriteLine($"{cause.Confidence}: {cause.Finding}");
            Console.WriteLine(string.Join('\n', cause.Finding.Evidence));
        }
    }

    public static async Task<FailureDiagnosis> ExplainAsync(IDeployer deployer, CancellationToken cancellationToken)
    {
        FailureDiagnosis newest = await deployer.DiagnoseAsync("web/labo-terraform-admin", cancellationToken);
        FailureDiagnosis one = await deployer.DiagnoseAsync("d-1A2B3C4D5", cancellationToken);
        return newest.Causes.Count > 0 ? newest : one;
    }
}
