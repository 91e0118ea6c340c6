using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Tests.Unit.Documents;

/// <summary>What other tools write.</summary>
public sealed class TaskDefinitionFixtureTests
{
    [Fact]
    public void Open_WhatDescribePrints_IsTheTaskDefinitionWithItsTags()
    {
        var document = TaskDefinitionDocument.Open(PathOf("describe-task-definition.json"));

        var definition = document.Content;
        (definition.Family, definition.CpuUnits, definition.MemoryMiB, definition.NetworkMode).Should().Be(("shop", 512, 1024, NetworkMode.Awsvpc));
        definition.Tags.Should().Equal(new Tag("team", "shop"));
        definition.Volumes.Should().Equal(new Volume
        {
            Name = "uploads",
            EfsVolumeConfiguration = new()
            {
                FileSystemId = "fs-0123456789abcdef0",
                RootDirectory = "/",
                TransitEncryption = EfsTransitEncryption.Enabled,
                AuthorizationConfig = new() { AccessPointId = "fsap-0123456789abcdef0", Iam = EfsAuthorizationConfigIam.Enabled },
            },
        });
        definition.ContainerDefinitions[0].Ulimits.Should().Equal(new Ulimit(UlimitName.Nofile, 65535, 65535));
        definition.Additional.Should().BeEmpty();
        TaskDefinitionMapping.UnsendableMembers(definition).Should().BeEmpty();
    }

    [Fact]
    public void Open_WhatDescribePrints_NotesWhatWasLeftOutAndWhereItStood()
    {
        var document = TaskDefinitionDocument.Open(PathOf("describe-task-definition.json"));

        document.Notes.Should().OnlyContain(note => note.Code == "BG104" && note.Severity == FindingSeverity.Note);
        document.Notes.Select(note => note.Position!.Path).Should().Equal(
            "taskDefinition.taskDefinitionArn", "taskDefinition.revision", "taskDefinition.status", "taskDefinition.requiresAttributes",
            "taskDefinition.compatibilities", "taskDefinition.registeredAt", "taskDefinition.registeredBy");
        document.Notes[0].Position.Should().Be(new DocumentPosition("describe-task-definition.json", 3, 30, "taskDefinition.taskDefinitionArn"));
        document.Map.Find("containerDefinitions[0].image").Path.Should().Be("taskDefinition.containerDefinitions[0].image");
        document.Map.Find("tags[0].value").Path.Should().Be("tags[0].value");
    }

    [Fact]
    public void Open_TheSkeletonOfTheAwsCli_IsReadWithoutANote()
    {
        var document = TaskDefinitionDocument.Open(PathOf("cli-skeleton.json"));

        document.Notes.Should().BeEmpty();
        var definition = document.Content;
        definition.Should().BeEquivalentTo(new { Cpu = (string?)null, Memory = (string?)null, TaskRoleArn = (string?)null, ExecutionRoleArn = (string?)null });
        definition.EphemeralStorage!.SizeInGiB.Should().Be(0);
        definition.ContainerDefinitions[0].LinuxParameters!.Devices[0].Permissions.Should().Equal("write");
        definition.ContainerDefinitions[0].User.Should().BeEmpty();
        TaskDefinitionDocument.Parse(TaskDefinitionDocument.ToJson(definition)).Should().Be(definition);
    }

    [Fact]
    public void Open_ACloudFormationResource_IsItsProperties()
    {
        var document = TaskDefinitionDocument.Open(PathOf("cloudformation.json"));

        document.Notes.Should().BeEmpty();
        var definition = document.Content;
        definition.EphemeralStorage!.SizeInGiB.Should().Be(40);
        definition.Tags.Should().Equal(new Tag("team", "shop"));
        definition.ProxyConfiguration!.Properties.Should().Equal(new NamedValue("IgnoredUID", "1337"));
        definition.Volumes[0].EfsVolumeConfiguration!.FileSystemId.Should().Be("fs-1");
        definition.Volumes[1].FsxWindowsFileServerVolumeConfiguration!.AuthorizationConfig.Should().Be(new FsxWindowsFileServerAuthorizationConfig("arn", "shop.example"));
        var web = definition.FindContainer("web")!;
        (web.Memory, web.Essential).Should().Be((512, true));
        web.DependsOn.Should().Equal(new ContainerDependency("envoy", ContainerCondition.Healthy));
        document.Map.Find("containerDefinitions[0].image").ToString().Should().Be("cloudformation.json:31:18 Properties.ContainerDefinitions[0].Image");
    }

    [Fact]
    public void Read_UnknownMembers_AreNotedWhereTheyStand()
    {
        var document = TaskDefinitionDocument.Read("""
            {
              "family": "web", "later": 1,
              "containerDefinitions": [{ "name": "web", "environment": [{ "name": "A", "vlaue": "x" }] }]
            }
            """, "taskdef.json");

        document.Notes.Should().OnlyContain(note => note.Code == "BG103" && note.Severity == FindingSeverity.Note);
        document.Notes.Select(note => note.Subject).Should().Equal("taskdef.json:2:29 later", "taskdef.json:3:85 containerDefinitions[0].environment[0].vlaue");
        TaskDefinitionDocument.ToJson(document.Content).Should().Contain("\"vlaue\": \"x\"");
    }

    [Theory]
    [InlineData("""{"taskDefinition":{"family":"web","tags":[{"key":"in","value":"1"}],"containerDefinitions":[{"name":"web"}]}}""", "in")]
    [InlineData("""{"taskDefinition":{"family":"web","tags":[{"key":"in","value":"1"}],"containerDefinitions":[{"name":"web"}]},"tags":[]}""", "in")]
    [InlineData("""{"taskDefinition":{"family":"web","tags":[{"key":"in","value":"1"}],"containerDefinitions":[{"name":"web"}]},"tags":[{"key":"beside","value":"1"}]}""", "beside")]
    public void Read_TagsInsideOrBesideTheDescription_AreRead(string json, string key)
    {
        var document = TaskDefinitionDocument.Read(json);

        document.Content.Tags.Should().ContainSingle().Which.Key.Should().Be(key);
        document.Notes.Should().BeEmpty();
    }

    [Fact]
    public void Read_ValuesThatAreNotKnown_AreKept()
    {
        var definition = TaskDefinitionDocument.Parse("""
            {"family":"web","networkMode":"mesh","pidMode":"","requiresCompatibilities":["FARGATE","LAMBDA",""],"containerDefinitions":[{"name":"web"}]}
            """);

        definition.NetworkMode.Should().Be(new NetworkMode("mesh"));
        definition.PidMode.Should().BeNull();
        definition.RequiresCompatibilities.Should().Equal(Compatibility.Fargate, "LAMBDA");
    }

    [Fact]
    public void Read_NumbersAsTextAndTextAsNumbers_AreUnderstood()
    {
        var definition = TaskDefinitionDocument.Parse("""{"family":"web","cpu":256,"memory":512,"containerDefinitions":[{"name":"web","memory":"128","essential":"true"}]}""");

        (definition.Cpu, definition.Memory, definition.ContainerDefinitions[0].Memory).Should().Be(("256", "512", 128));
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Documents", "Fixtures", name);
}
