namespace BlueGreen.Ecs.Documents;

/// <summary>A buildspec as it stands in a document.</summary>
internal static class BuildSpecFormat
{
    public static Document<BuildSpec> Open(DocumentNode node)
    {
        var unknown = new UnknownMemberNotes("BG107");
        return new(Read(node, unknown), node.Map()) { Notes = unknown.Notes };
    }

    public static DocumentNode Write(BuildSpec spec)
    {
        var root = NodeBuilder.Begin().Plain("version", spec.Version).Text("run-as", spec.RunAs);
        if (spec.Environment is { } environment)
        {
            root.Object("env", e => WriteEnvironment(e, environment));
        }

        if (spec.Proxy is { } proxy)
        {
            root.Object("proxy", p => p.YesNo("upload-artifacts", proxy.UploadArtifacts).YesNo("logs", proxy.Logs).Additional(proxy.Additional));
        }

        if (spec.Batch is { } batch)
        {
            root.Object("batch", b => BuildSpecBatchFormat.Write(b, batch));
        }

        root.Object("phases", p => WritePhases(p, spec.Phases));
        if (spec.Reports.Count > 0)
        {
            root.Object("reports", r => WriteReports(r, spec.Reports));
        }

        if (spec.Artifacts is { } artifacts)
        {
            root.Object("artifacts", a => WriteArtifacts(a, artifacts));
        }

        if (spec.Cache is { } cache)
        {
            root.Object("cache", c => c.Texts("paths", cache.Paths).Additional(cache.Additional));
        }

        return root.Additional(spec.Additional).Node;
    }

    private static BuildSpec Read(DocumentNode node, UnknownMemberNotes unknown)
    {
        var reader = new ObjectReader(node);
        if (reader.RequireText("version") is not ("0.2" or "0.1"))
        {
            throw reader.Require("version").Error($"The version is {reader.RequireText("version")}; allowed is 0.2, and 0.1 of old.");
        }

        return new()
        {
            Version = reader.RequireText("version"),
            RunAs = reader.Text("run-as"),
            Environment = reader.Object("env") is { } environment ? ReadEnvironment(environment, unknown) : null,
            Proxy = reader.Object("proxy") is { } proxy
                ? new() { UploadArtifacts = proxy.YesNo("upload-artifacts"), Logs = proxy.YesNo("logs"), Additional = unknown.Of(proxy) }
                : null,
            Batch = reader.Object("batch") is { } batch ? BuildSpecBatchFormat.Read(batch, unknown) : null,
            Phases = ReadPhases(new ObjectReader(reader.Require("phases")), unknown),
            Reports = reader.Members("reports", report => ReadReport(report, unknown)),
            Artifacts = reader.Object("artifacts") is { } artifacts ? ReadArtifacts(artifacts, unknown) : null,
            Cache = reader.Object("cache") is { } cache ? new() { Paths = cache.Texts("paths"), Additional = unknown.Of(cache) } : null,
            Additional = unknown.Of(reader),
        };
    }

    private static BuildSpecEnvironment ReadEnvironment(ObjectReader reader, UnknownMemberNotes unknown) => new()
    {
        Shell = reader.Text("shell"),
        Variables = reader.Values("variables"),
        ParameterStore = reader.Values("parameter-store"),
        SecretsManager = reader.Values("secrets-manager"),
        ExportedVariables = reader.Texts("exported-variables"),
        GitCredentialHelper = reader.YesNo("git-credential-helper"),
        Additional = unknown.Of(reader),
    };

    private static void WriteEnvironment(NodeBuilder node, BuildSpecEnvironment environment) => node
        .Text("shell", environment.Shell)
        .Map("variables", environment.Variables)
        .Map("parameter-store", environment.ParameterStore)
        .Map("secrets-manager", environment.SecretsManager)
        .Texts("exported-variables", environment.ExportedVariables)
        .YesNo("git-credential-helper", environment.GitCredentialHelper)
        .Additional(environment.Additional);

    private static BuildSpecPhases ReadPhases(ObjectReader reader, UnknownMemberNotes unknown) => new()
    {
        Install = ReadPhase(reader, "install", unknown),
        PreBuild = ReadPhase(reader, "pre_build", unknown),
        Build = ReadPhase(reader, "build", unknown),
        PostBuild = ReadPhase(reader, "post_build", unknown),
        Additional = unknown.Of(reader),
    };

    private static BuildSpecPhase? ReadPhase(ObjectReader phases, string name, UnknownMemberNotes unknown)
    {
        if (phases.Object(name) is not { } reader)
        {
            return null;
        }

        if (name != "install")
        {
            reader.Require("commands");
        }

        return new()
        {
            RunAs = reader.Text("run-as"),
            OnFailure = reader.Text("on-failure"),
            RuntimeVersions = reader.Values("runtime-versions"),
            Commands = reader.Commands("commands"),
            Finally = reader.Commands("finally"),
            Additional = unknown.Of(reader),
        };
    }

    private static void WritePhases(NodeBuilder node, BuildSpecPhases phases)
    {
        foreach (var (name, phase) in new[] { ("install", phases.Install), ("pre_build", phases.PreBuild), ("build", phases.Build), ("post_build", phases.PostBuild) })
        {
            if (phase is not null)
            {
                node.Object(name, p => p
                    .Text("run-as", phase.RunAs)
                    .Text("on-failure", phase.OnFailure)
                    .Map("runtime-versions", phase.RuntimeVersions)
                    .Texts("commands", phase.Commands)
                    .Texts("finally", phase.Finally)
                    .Additional(phase.Additional));
            }
        }

        node.Additional(phases.Additional);
    }

    private static BuildSpecReport ReadReport(DocumentNode node, UnknownMemberNotes unknown)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            Group = node.Name!,
            Files = reader.TextOrTexts("files"),
            BaseDirectory = reader.Text("base-directory"),
            DiscardPaths = reader.YesNo("discard-paths"),
            FileFormat = reader.Text("file-format"),
            Additional = unknown.Of(reader),
        };
    }

    private static void WriteReports(NodeBuilder node, EquatableArray<BuildSpecReport> reports)
    {
        foreach (var report in reports)
        {
            node.Object(report.Group, r => r
                .Texts("files", report.Files)
                .Text("base-directory", report.BaseDirectory)
                .YesNo("discard-paths", report.DiscardPaths)
                .Text("file-format", report.FileFormat)
                .Additional(report.Additional));
        }
    }

    private static BuildSpecArtifacts ReadArtifacts(ObjectReader reader, UnknownMemberNotes unknown) => new()
    {
        Files = reader.TextOrTexts("files"),
        Name = reader.Text("name"),
        DiscardPaths = reader.YesNo("discard-paths"),
        BaseDirectory = reader.Text("base-directory"),
        ExcludePaths = reader.TextOrTexts("exclude-paths"),
        EnableSymlinks = reader.YesNo("enable-symlinks"),
        S3Prefix = reader.Text("s3-prefix"),
        SecondaryArtifacts = reader.Members("secondary-artifacts", artifacts => ReadSecondary(artifacts, unknown)),
        Additional = unknown.Of(reader),
    };

    private static BuildSpecSecondaryArtifacts ReadSecondary(DocumentNode node, UnknownMemberNotes unknown)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            Id = node.Name!,
            Files = reader.TextOrTexts("files"),
            Name = reader.Text("name"),
            DiscardPaths = reader.YesNo("discard-paths"),
            BaseDirectory = reader.Text("base-directory"),
            Additional = unknown.Of(reader),
        };
    }

    private static void WriteArtifacts(NodeBuilder node, BuildSpecArtifacts artifacts)
    {
        node
            .Texts("files", artifacts.Files)
            .Text("name", artifacts.Name)
            .YesNo("discard-paths", artifacts.DiscardPaths)
            .Text("base-directory", artifacts.BaseDirectory)
            .Texts("exclude-paths", artifacts.ExcludePaths)
            .YesNo("enable-symlinks", artifacts.EnableSymlinks)
            .Text("s3-prefix", artifacts.S3Prefix);
        if (artifacts.SecondaryArtifacts.Count > 0)
        {
            node.Object("secondary-artifacts", all => WriteSecondary(all, artifacts.SecondaryArtifacts));
        }

        node.Additional(artifacts.Additional);
    }

    private static void WriteSecondary(NodeBuilder node, EquatableArray<BuildSpecSecondaryArtifacts> all)
    {
        foreach (var artifacts in all)
        {
            node.Object(artifacts.Id, a => a
                .Texts("files", artifacts.Files)
                .Text("name", artifacts.Name)
                .YesNo("discard-paths", artifacts.DiscardPaths)
                .Text("base-directory", artifacts.BaseDirectory)
                .Additional(artifacts.Additional));
        }
    }
}
