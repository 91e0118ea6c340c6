using CsCheck;
using static BlueGreen.Ecs.Tests.Unit.Support.Samples;

namespace BlueGreen.Ecs.Tests.Unit.Support;

/// <summary>Random buildspecs.</summary>
internal static class BuildSpecSamples
{
    private static Gen<bool?> Flag { get; } = Gen.Bool.Nullable();

    private static Gen<BuildSpecEnvironment> Environment { get; } =
        from shell in Optional
        from pairs in Pairs.Array[3]
        from exported in Texts
        from helper in Flag
        from unknown in Unknown
        select new BuildSpecEnvironment
        {
            Shell = shell,
            Variables = pairs[0],
            ParameterStore = pairs[1],
            SecretsManager = pairs[2],
            ExportedVariables = exported,
            GitCredentialHelper = helper,
            Additional = unknown,
        };

    private static Gen<BuildSpecPhase> Phase { get; } =
        from texts in Optional.Array[2]
        from versions in Pairs
        from commands in Text.Array[1, 4]
        from last in Texts
        from unknown in Unknown
        select new BuildSpecPhase { RunAs = texts[0], OnFailure = texts[1], RuntimeVersions = versions, Commands = commands.ToEquatableArray(), Finally = last, Additional = unknown };

    private static Gen<BuildSpecArtifacts> Artifacts { get; } =
        from files in Texts
        from excluded in Texts
        from texts in Optional.Array[3]
        from flags in Flag.Array[2]
        from ids in Name.Array[0, 2]
        from unknown in Unknown
        select new BuildSpecArtifacts
        {
            Files = files,
            Name = texts[0],
            DiscardPaths = flags[0],
            BaseDirectory = texts[1],
            ExcludePaths = excluded,
            EnableSymlinks = flags[1],
            S3Prefix = texts[2],
            SecondaryArtifacts = ids.Distinct(StringComparer.Ordinal)
                .Select(id => new BuildSpecSecondaryArtifacts { Id = id, Files = files, Name = texts[1], BaseDirectory = texts[2], DiscardPaths = flags[1], Additional = unknown }).ToEquatableArray(),
            Additional = unknown,
        };

    private static Gen<BuildSpecBatchEnvironment> BatchEnvironment { get; } =
        from texts in Optional.Array[3]
        from privileged in Flag
        from variables in Pairs
        from unknown in Unknown
        select new BuildSpecBatchEnvironment { ComputeType = texts[0], Image = texts[1], Type = texts[2], PrivilegedMode = privileged, Variables = variables, Additional = unknown };

    private static Gen<BuildSpecBatchBuild> BatchBuild { get; } =
        from texts in Optional.Array[2]
        from flags in Flag.Array[2]
        from after in Texts
        from environment in BatchEnvironment.Null()
        from unknown in Unknown
        select new BuildSpecBatchBuild
        {
            Identifier = texts[0],
            BuildSpec = texts[1],
            DebugSession = flags[0],
            DependOn = after,
            Environment = environment,
            IgnoreFailure = flags[1],
            Additional = unknown,
        };

    private static Gen<BuildSpecMatrix> Matrix { get; } =
        from ignore in Flag
        from environment in BatchEnvironment.Null()
        from texts in Texts.Array[3]
        from variables in Name.Array[0, 2]
        from unknown in Unknown.Array[4]
        select new BuildSpecMatrix
        {
            IgnoreFailure = ignore,
            Environment = environment,
            BuildSpecs = texts[0],
            ComputeTypes = texts[1],
            Images = texts[2],
            Variables = variables.Distinct(StringComparer.Ordinal).Select(name => new BuildSpecMatrixVariable(name, ["a", "yes"])).ToEquatableArray(),
            Additional = unknown[0],
            AdditionalStatic = unknown[1],
            AdditionalDynamic = unknown[2],
            AdditionalDynamicEnvironment = unknown[3],
        };

    private static Gen<BuildSpecBatch> Batch { get; } =
        from fast in Flag
        from list in BatchBuild.Array[0, 2]
        from graph in BatchBuild.Array[0, 2]
        from matrix in Matrix.Null()
        from unknown in Unknown
        select new BuildSpecBatch { FastFail = fast, BuildList = list.ToEquatableArray(), BuildGraph = graph.ToEquatableArray(), BuildMatrix = matrix, Additional = unknown };

    private static Gen<EquatableArray<BuildSpecReport>> Reports { get; } =
        from groups in Name.Array[0, 2]
        from files in Texts
        from texts in Optional.Array[2]
        from flag in Flag
        from unknown in Unknown
        select groups.Distinct(StringComparer.Ordinal)
            .Select(name => new BuildSpecReport { Group = name, Files = files, BaseDirectory = texts[0], FileFormat = texts[1], DiscardPaths = flag, Additional = unknown }).ToEquatableArray();

    public static Gen<BuildSpec> BuildSpec { get; } =
        from version in Gen.OneOf("0.1", "0.2")
        from user in Optional
        from environment in Environment.Null()
        from flags in Flag.Array[2]
        from batch in Batch.Null()
        from phases in Phase.Null().Array[4]
        from reports in Reports
        from artifacts in Artifacts.Null()
        from paths in Texts
        from unknown in Unknown.Array[4]
        select new BuildSpec
        {
            Version = version,
            RunAs = user,
            Environment = environment,
            Proxy = flags[0] is null ? null : new() { UploadArtifacts = flags[0], Logs = flags[1], Additional = unknown[0] },
            Batch = batch,
            Phases = new() { Install = phases[0], PreBuild = phases[1], Build = phases[2], PostBuild = phases[3], Additional = unknown[1] },
            Reports = reports,
            Artifacts = artifacts,
            Cache = paths.Count == 0 ? null : new() { Paths = paths, Additional = unknown[2] },
            Additional = unknown[3],
        };
}
