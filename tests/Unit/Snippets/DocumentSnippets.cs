using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Tests.Unit.Support;

namespace BlueGreen.Ecs.Tests.Unit.Snippets;

/// <summary>The code of docs/documents.md. What names files is compiled; what it says of their content is run.</summary>
public sealed class DocumentSnippets
{
    [Fact]
    public void DiffOfAChange_LeadsToTheChange()
    {
        var definition = TaskDefinitionDocument.Load(Seed.TaskDef).WithContainer(Seed.Container, container => container with { Name = "web" });
        var changed = Changed(definition);

        var text = TaskDefinitionDiffText.ToText(definition.DiffTo(changed));

        text.Should().Contain("~ memory: 512 → 1024").And.Contain("web:v3");
        definition.DiffTo(changed).ApplyTo(definition).HasSameContentAs(changed).Should().BeTrue();
    }

    private static TaskDefinition Changed(TaskDefinition definition)
    {
        TaskDefinition changed = definition
            .WithContainer("web", container => container
                .WithImage("web:v3")
                .WithEnvironment("NODE_ENV", "production")
                .WithoutEnvironment("DEBUG"));
        changed = changed with { Memory = "1 GB" };
        Deployment deployment = Deployment
            .For("web/shop")
            .WithTaskDef(running => running.WithContainer("web", container => container.WithImage("web:v3"))) // the one that runs, with this change
            .Build();
        deployment.TaskDefinitionChange!(definition).FindContainer("web")!.Image.Should().Be("web:v3");
        return changed;
    }

    private static class Compiled
    {
        public static void Open()
        {
            Document<TaskDefinition> document = TaskDefinitionDocument.Open("taskdef.json", new NamedValue("IMAGE1_NAME", "web:v2"));
            TaskDefinition definition = document.Content;
            DocumentPosition image = document.Map.Find("containerDefinitions[0].image"); // taskdef.json:6:16
            foreach (Placeholder placeholder in document.Placeholders)
            {
                Console.WriteLine($"{placeholder.Position}: <{placeholder.Name}> is not filled.");
            }
            Use(definition, image);
        }

        public static void Check()
        {
            EquatableArray<Finding> findings = DocumentChecks.CheckFiles("taskdef.json", "appspec.yaml", "buildspec.yml");
            foreach (Finding finding in findings)
            {
                Console.WriteLine(finding); // BG201 error appspec.yaml:9:28 …: The port 5001 is not mapped by container "web", which maps 5000. …
            }
        }

        public static void Diff(TaskDefinition definition, TaskDefinition changed)
        {
            TaskDefinitionDiff diff = definition.DiffTo(changed);
            Console.Write(TaskDefinitionDiffText.ToText(diff, color: false)); // ~ memory: 512 → 1024
            File.WriteAllText("summary.md", TaskDefinitionDiffText.ToMarkdown(diff));
            TaskDefinition same = diff.ApplyTo(definition); // the content of changed
            Use(same);
        }

        public static void Write()
        {
            AppSpec spec = AppSpecDocument.Load("appspec.yaml") with { Hooks = [new(HookEvent.AfterAllowTestTraffic, "smoke-test")] };
            File.WriteAllText("appspec.yaml", AppSpecDocument.ToYaml(spec));

            BuildSpec build = BuildSpec
                .ForDockerImage("labo-terraform-admin")
                .WithDockerHubSecrets(user: "dockerhub:username", token: "dockerhub:token")
                .Build();
            File.WriteAllText("buildspec.yml", BuildSpecDocument.ToYaml(build));
        }

        private static void Use(params object[] values) => GC.KeepAlive(values);
    }
}
