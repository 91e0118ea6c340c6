namespace BlueGreen.Ecs.Documents;

/// <summary>The batch of a buildspec as it stands in a document.</summary>
internal static class BuildSpecBatchFormat
{
    public static BuildSpecBatch Read(ObjectReader reader, UnknownMemberNotes unknown) => new()
    {
        FastFail = reader.YesNo("fast-fail"),
        BuildList = reader.List("build-list", build => ReadBuild(build, unknown)),
        BuildGraph = reader.List("build-graph", build => ReadBuild(build, unknown)),
        BuildMatrix = reader.Object("build-matrix") is { } matrix ? ReadMatrix(matrix, unknown) : null,
        Additional = unknown.Of(reader),
    };

    public static void Write(NodeBuilder node, BuildSpecBatch batch)
    {
        node.TrueFalse("fast-fail", batch.FastFail).Objects("build-list", batch.BuildList, WriteBuild).Objects("build-graph", batch.BuildGraph, WriteBuild);
        if (batch.BuildMatrix is { } matrix)
        {
            node.Object("build-matrix", m => WriteMatrix(m, matrix));
        }

        node.Additional(batch.Additional);
    }

    private static BuildSpecBatchBuild ReadBuild(DocumentNode node, UnknownMemberNotes unknown)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            Identifier = reader.Text("identifier"),
            BuildSpec = reader.Text("buildspec"),
            DebugSession = reader.YesNo("debug-session"),
            DependOn = reader.TextOrTexts("depend-on"),
            Environment = reader.Object("env") is { } environment ? ReadEnvironment(environment, unknown) : null,
            IgnoreFailure = reader.YesNo("ignore-failure"),
            Additional = unknown.Of(reader),
        };
    }

    private static void WriteBuild(NodeBuilder node, BuildSpecBatchBuild build)
    {
        node.Text("identifier", build.Identifier).Text("buildspec", build.BuildSpec).TrueFalse("debug-session", build.DebugSession).Texts("depend-on", build.DependOn);
        WriteEnvironment(node, build.Environment);
        node.TrueFalse("ignore-failure", build.IgnoreFailure).Additional(build.Additional);
    }

    private static BuildSpecBatchEnvironment ReadEnvironment(ObjectReader reader, UnknownMemberNotes unknown) => new()
    {
        ComputeType = reader.Text("compute-type"),
        Image = reader.Text("image"),
        Type = reader.Text("type"),
        PrivilegedMode = reader.YesNo("privileged-mode"),
        Variables = reader.Values("variables"),
        Additional = unknown.Of(reader),
    };

    private static void WriteEnvironment(NodeBuilder node, BuildSpecBatchEnvironment? environment)
    {
        if (environment is not null)
        {
            node.Object("env", e => e
                .Text("compute-type", environment.ComputeType)
                .Text("image", environment.Image)
                .Text("type", environment.Type)
                .TrueFalse("privileged-mode", environment.PrivilegedMode)
                .Map("variables", environment.Variables)
                .Additional(environment.Additional));
        }
    }

    private static BuildSpecMatrix ReadMatrix(ObjectReader reader, UnknownMemberNotes unknown)
    {
        var (fixedPart, varied) = (reader.Object("static"), reader.Object("dynamic"));
        var environment = varied?.Object("env");
        return new()
        {
            IgnoreFailure = fixedPart?.YesNo("ignore-failure"),
            Environment = fixedPart?.Object("env") is { } own ? ReadEnvironment(own, unknown) : null,
            BuildSpecs = varied?.TextOrTexts("buildspec") ?? [],
            ComputeTypes = environment?.TextOrTexts("compute-type") ?? [],
            Images = environment?.TextOrTexts("image") ?? [],
            Variables = environment?.Members("variables", ReadVariable) ?? [],
            AdditionalStatic = fixedPart is null ? [] : unknown.Of(fixedPart),
            AdditionalDynamicEnvironment = environment is null ? [] : unknown.Of(environment),
            AdditionalDynamic = varied is null ? [] : unknown.Of(varied),
            Additional = unknown.Of(reader),
        };
    }

    private static BuildSpecMatrixVariable ReadVariable(DocumentNode node) => new(node.Name!, node.Kind switch
    {
        NodeKind.Array => node.Children.Select(ObjectReader.TextOf).ToEquatableArray(),
        _ => [ObjectReader.TextOf(node)],
    });

    private static void WriteMatrix(NodeBuilder node, BuildSpecMatrix matrix)
    {
        if (matrix.IgnoreFailure is not null || matrix.Environment is not null || matrix.AdditionalStatic.Count > 0)
        {
            node.Object("static", s =>
            {
                s.TrueFalse("ignore-failure", matrix.IgnoreFailure);
                WriteEnvironment(s, matrix.Environment);
                s.Additional(matrix.AdditionalStatic);
            });
        }

        var hasEnvironment = matrix.ComputeTypes.Count + matrix.Images.Count + matrix.Variables.Count + matrix.AdditionalDynamicEnvironment.Count > 0;
        if (hasEnvironment || matrix.BuildSpecs.Count + matrix.AdditionalDynamic.Count > 0)
        {
            node.Object("dynamic", d =>
            {
                d.Texts("buildspec", matrix.BuildSpecs);
                if (hasEnvironment)
                {
                    d.Object("env", e => WriteVaried(e, matrix));
                }

                d.Additional(matrix.AdditionalDynamic);
            });
        }

        node.Additional(matrix.Additional);
    }

    private static void WriteVaried(NodeBuilder node, BuildSpecMatrix matrix)
    {
        node.Texts("compute-type", matrix.ComputeTypes).Texts("image", matrix.Images);
        if (matrix.Variables.Count > 0)
        {
            node.Object("variables", all =>
            {
                foreach (var variable in matrix.Variables)
                {
                    all.Texts(variable.Name, variable.Values);
                }
            });
        }

        node.Additional(matrix.AdditionalDynamicEnvironment);
    }
}
