using BlueGreen.Ecs.Tests.Unit.Deploying;

namespace BlueGreen.Ecs.Tests.Unit.Gallery;

/// <summary>Sets a trouble up, looks before and after, and tells how it was named.</summary>
internal static class GalleryPlayer
{
    public static async Task<GalleryRow> PlayAsync(Trouble trouble)
    {
        var row = new GalleryRow(trouble.Name);
        if (trouble.Before is not null)
        {
            row = row with { Before = await LookAsync(trouble) };
        }

        if (trouble.After is not null || trouble.RuledOut is not null)
        {
            row = await HappenAsync(trouble, row);
        }

        return row;
    }

    private static async Task<EquatableArray<string>> LookAsync(Trouble trouble)
    {
        await using var scene = await GalleryScene.CreateAsync(trouble.Seed);
        await trouble.Cause(scene);
        var found = trouble.Look is { } look ? await look(scene) : await CheckAsync(scene, trouble);

        // The worst first, as reports have them.
        return [.. found.Where(finding => finding.Severity != FindingSeverity.NotChecked).OrderByDescending(finding => finding.Severity).Select(finding => finding.Code)];
    }

    private static async Task<IReadOnlyList<Finding>> CheckAsync(GalleryScene scene, Trouble trouble)
    {
        var deployer = scene.StartProcess(checksSurroundings: true, scene.AccessKey).Deployer;
        Deployment deployment;
        try
        {
            deployment = trouble.Deployment(scene).Build();
        }
        catch (DeploymentValidationException mistakes)
        {
            return [.. mistakes.Problems.Select(problem => new Finding(problem.Code ?? "", FindingSeverity.Error, "", problem.ToString(), ""))];
        }

        return (await scene.Simulator.Clock.DriveAsync(deployer.CheckAsync(deployment, GalleryScene.Token))).Findings;
    }

    private static async Task<GalleryRow> HappenAsync(Trouble trouble, GalleryRow row)
    {
        await using var scene = await GalleryScene.CreateAsync(trouble.Seed);
        await trouble.Cause(scene);
        var start = scene.Simulator.Clock.GetUtcNow();
        var diagnosis = trouble.Happen is { } happen ? await happen(scene) : await DeployAsync(scene, trouble);
        return row with
        {
            After = [.. (diagnosis?.Causes ?? []).Select(cause => cause.Finding.Code)],
            Reason = diagnosis?.Reason,
            Seconds = (scene.Took ?? scene.Simulator.Clock.GetUtcNow() - start).TotalSeconds,
        };
    }

    private static async Task<FailureDiagnosis?> DeployAsync(GalleryScene scene, Trouble trouble)
    {
        var isDone = false;
        var progress = new EventRecorder(happened =>
        {
            if (!isDone && trouble.Meanwhile is { } meanwhile && meanwhile.When(happened))
            {
                isDone = true;
                meanwhile.What(scene).GetAwaiter().GetResult();
            }
        });
        return (await scene.Simulator.Clock.DriveAsync(scene.Aws.Deployer.DeployAsync(trouble.Deployment(scene).Build(), progress, GalleryScene.Token))).Diagnosis;
    }
}
