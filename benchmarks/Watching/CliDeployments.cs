using System.Diagnostics;
using BlueGreen.Ecs.Benchmarks.Simulator;

namespace BlueGreen.Ecs.Benchmarks.Watching;

/// <summary>Deployments by <c>aws ecs deploy</c>, each a process of its own, as in a build job.</summary>
internal sealed class CliDeployments : IDisposable
{
    private readonly TimeProvider _time;
    private readonly Uri _endpoint;
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("detection-");

    public CliDeployments(TimeProvider time, Uri endpoint)
    {
        (_time, _endpoint) = (time, endpoint);
        File.WriteAllText(AppSpec, """
            version: 0.0
            Resources:
              - TargetService:
                  Type: AWS::ECS::Service
                  Properties:
                    TaskDefinition: <TASK_DEFINITION>
                    LoadBalancerInfo:
                      ContainerName: app
                      ContainerPort: 80
            """);
    }

    private string AppSpec => Path.Combine(_files.FullName, "appspec.yaml");

    /// <returns>When the process had ended with success.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no AWS CLI.</exception>
    public async Task<DateTimeOffset> DeployAsync(int service)
    {
        var taskDefinition = Path.Combine(_files.FullName, $"{Fleet.NameOf(service)}.json");
        await File.WriteAllTextAsync(taskDefinition, $$"""
            {"family":"web","networkMode":"awsvpc","cpu":"256","memory":"512","requiresCompatibilities":["FARGATE"],
             "containerDefinitions":[{"name":"app","image":"{{DetectionReport.ImageOf(service)}}","portMappings":[{"containerPort":80}]}]}
            """);
        var start = new ProcessStartInfo("aws",
        [
            "ecs", "deploy", "--cluster", Fleet.Application, "--service", Fleet.NameOf(service), "--task-definition", taskDefinition, "--codedeploy-appspec", AppSpec,
            "--codedeploy-application", Fleet.Application, "--codedeploy-deployment-group", Fleet.NameOf(service),
        ])
        { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new[] { ("AWS_ENDPOINT_URL", _endpoint.AbsoluteUri), ("AWS_DEFAULT_REGION", Fleet.RegionOf(0)), ("AWS_ACCESS_KEY_ID", "test"), ("AWS_SECRET_ACCESS_KEY", "test") })
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var at = _time.GetUtcNow();
        return process.ExitCode == 0 ? at : throw new InvalidOperationException($"aws ecs deploy: {await output}{await errors}");
    }

    public void Dispose() => _files.Delete(recursive: true);
}
