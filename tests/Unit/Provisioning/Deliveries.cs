using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs.Tests.Unit.Provisioning;

/// <summary>The walk-through's environment with pipelines of all kinds.</summary>
internal static class Deliveries
{
    public const string Repository = ProvisioningBench.Name;

    /// <summary>A buildspec that makes the image, and tells both deploy actions of it.</summary>
    public static BuildSpec Spec()
    {
        var spec = BuildSpec.ForDockerImage(ProvisioningBench.Name).WithArtifacts("imagedefinitions.json").Build();
        const string Definitions = $$"""printf '[{"name":"{{ProvisioningBench.Name}}","imageUri":"%s"}]' "$IMAGE_URI" > imagedefinitions.json""";
        return spec with { Phases = spec.Phases with { PostBuild = spec.Phases.PostBuild! with { Commands = [.. spec.Phases.PostBuild.Commands, Definitions] } } };
    }

    /// <summary>CodeCommit, CodeBuild, and what the controller has for deployments.</summary>
    public static EnvironmentBuilder ByCodeCommit(EnvironmentController controller = EnvironmentController.CodeDeploy) => ProvisioningBench.Labo(controller).WithPipeline(WithFiles);

    /// <summary>An archive in a bucket.</summary>
    public static EnvironmentBuilder ByS3() => ProvisioningBench.Labo().WithPipeline(pipeline => pipeline.FromS3("labo.zip").WithBuild().WithApproval("Ship it?"));

    /// <summary>The files of the seed, with a buildspec that needs no login to Docker Hub.</summary>
    public static PipelineBuilder WithFiles(PipelineBuilder pipeline) => pipeline
        .WithBuild()
        .WithFile("buildspec.yml", BuildSpecDocument.ToYaml(Spec()))
        .WithFile("taskdef.json", SeedFile("taskdef.json"))
        .WithFile("appspec.yaml", SeedFile("appspec.yaml"))
        .WithFile("Dockerfile", "FROM public.ecr.aws/docker/library/node:22\n");

    public static string SeedFile(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "seed", name));
}
