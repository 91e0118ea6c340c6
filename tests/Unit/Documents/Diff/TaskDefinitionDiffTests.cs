using System.Text.Json;
using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Tests.Unit.Support;
using static BlueGreen.Ecs.TaskDefinitionChangeKind;
using static BlueGreen.Ecs.TaskDefinitionMeaning;

namespace BlueGreen.Ecs.Tests.Unit.Documents.Diff;

public sealed class TaskDefinitionDiffTests
{
    private const string Web = "containerDefinitions[web].";

    [Theory]
    [InlineData("image", "\"web:v1\"", "\"web:v2\"", Web + "image", Changed, Image, "Other code runs.")]
    [InlineData("memory", "512", "256", Web + "memory", Changed, Capacity, "*killed at less memory*")]
    [InlineData("memory", "512", "1024", Web + "memory", Changed, Capacity, "*killed only at more*")]
    [InlineData("memory", "512", null, Web + "memory", Removed, Capacity, "The hard limit is gone*")]
    [InlineData("memory", null, "512", Web + "memory", Added, Capacity, "A hard limit appears*")]
    [InlineData("essential", null, "false", Web + "essential", Changed, Lifecycle, "The task survives this container's end.")]
    [InlineData("essential", "false", null, Web + "essential", Changed, Lifecycle, "The task stops when this container stops.")]
    [InlineData("stopTimeout", "60", "10", Web + "stopTimeout", Changed, Lifecycle, "*less time*")]
    [InlineData("command", """["a","b"]""", """["a","c"]""", Web + "command", Changed, Configuration, "*other arguments*")]
    [InlineData("command", """["a","b"]""", """["b","a"]""", Web + "command", Moved, Configuration, "*another order*")]
    [InlineData("links", """["a","b"]""", """["b","a"]""", Web + "links", Moved, Network, "*another order*")]
    [InlineData("environment", "[]", """[{"name":"A","value":"1"}]""", Web + "environment[A]", Added, Configuration, "*one more variable*")]
    [InlineData("environment", """[{"name":"A","value":"1"}]""", null, Web + "environment[A]", Removed, Configuration, "*no longer sees*")]
    [InlineData("environment", """[{"name":"A","value":"1"}]""", """[{"name":"A","value":"2"}]""", Web + "environment[A]", Changed, Configuration, "*another value*")]
    [InlineData("secrets", """[{"name":"S","valueFrom":"a"}]""", """[{"name":"S","valueFrom":"b"}]""", Web + "secrets[S]", Changed, Permission, "*execution role*")]
    [InlineData("portMappings", """[{"containerPort":80}]""", """[{"containerPort":80},{"containerPort":81,"protocol":"udp"}]""", Web + "portMappings[81/udp]", Added, Network, "*more port*")]
    [InlineData("portMappings", """[{"containerPort":80,"name":"a"}]""", """[{"containerPort":80,"name":"b"}]""", Web + "portMappings[80/tcp].name", Changed, Network, "*another way*")]
    [InlineData("portMappings", """[{"containerPortRange":"1-2"}]""", "[]", Web + "portMappings[1-2/tcp]", Removed, Network, "*no longer reached*")]
    [InlineData("ulimits", """[{"name":"nofile","softLimit":1,"hardLimit":2}]""", """[{"name":"nofile","softLimit":1,"hardLimit":3}]""", Web + "ulimits[nofile].hardLimit", Changed, Capacity, "*limit*")]
    [InlineData("mountPoints", """[{"containerPath":"/d","sourceVolume":"v"}]""", """[{"containerPath":"/d","sourceVolume":"v","readOnly":true}]""", Web + "mountPoints[/d].readOnly", Changed, Storage, "*written*")]
    [InlineData("dependsOn", """[{"containerName":"a","condition":"START"},{"containerName":"b","condition":"START"}]""", """[{"containerName":"b","condition":"START"},{"containerName":"a","condition":"START"}]""", Web + "dependsOn", Moved, Lifecycle, "*another order*")]
    [InlineData("dependsOn", """[{"containerName":"a","condition":"START"}]""", """[{"containerName":"a","condition":"HEALTHY"}]""", Web + "dependsOn[a]", Changed, Lifecycle, "*wait*")]
    [InlineData("healthCheck", """{"command":["CMD","true"]}""", """{"command":["CMD","true"],"interval":10}""", Web + "healthCheck.interval", Changed, Health, "*another way*")]
    [InlineData("healthCheck", """{"command":["CMD","true"]}""", null, Web + "healthCheck", Removed, Health, "*no longer watches*")]
    [InlineData("logConfiguration", """{"logDriver":"awslogs","options":{"a":"1"}}""", """{"logDriver":"awslogs","options":{"a":"2"}}""", Web + "logConfiguration.options[a]", Changed, Logging, "*elsewhere*")]
    [InlineData("dockerLabels", """{"a.b":"1"}""", """{"a.b":"2"}""", Web + "dockerLabels[a.b]", Changed, Metadata, "*label*")]
    [InlineData("linuxParameters", """{"capabilities":{"add":["A"]}}""", """{"capabilities":{"add":["A","B"]}}""", Web + "linuxParameters.capabilities.add", Changed, Permission, "*rights in the kernel*")]
    [InlineData("privileged", null, "true", Web + "privileged", Changed, Permission, "*root's rights*")]
    [InlineData("user", "\"app\"", "\"root\"", Web + "user", Changed, Permission, "*another user*")]
    [InlineData("newer", "1", "{\"a\":1}", Web + "newer", Changed, Configuration, "*does not know the member*")]
    public void DiffTo_OneMemberOfAContainer_SaysWhatItMeans(string member, string? before, string? after, string path, TaskDefinitionChangeKind kind, TaskDefinitionMeaning meaning, string effect)
    {
        var diff = With(member, before).DiffTo(With(member, after));

        var change = diff.Changes.Should().ContainSingle().Which;
        (change.Path, change.Kind, change.Meaning).Should().Be((path, kind, meaning));
        change.Effect.Should().Match(effect);
        diff.ApplyTo(With(member, before)).HasSameContentAs(With(member, after)).Should().BeTrue();
    }

    [Theory]
    [InlineData("\"cpu\":\"256\"", "\"cpu\":\"512\"", "cpu", Capacity, "*more CPU*")]
    [InlineData("\"cpu\":\"1 vCPU\"", "\"cpu\":\".5 vCPU\"", "cpu", Capacity, "*less CPU*")]
    [InlineData("\"memory\":\"1 GB\"", "\"memory\":\"512\"", "memory", Capacity, "*less memory*")]
    [InlineData("\"taskRoleArn\":\"a\"", "\"taskRoleArn\":\"b\"", "taskRoleArn", Permission, "The application's own permissions change.")]
    [InlineData("\"executionRoleArn\":\"a\"", "\"executionRoleArn\":\"b\"", "executionRoleArn", Permission, "*pulls images*")]
    [InlineData("\"networkMode\":\"bridge\"", "\"networkMode\":\"none\"", "networkMode", Network, "*addresses*")]
    [InlineData("\"volumes\":[{\"name\":\"v\",\"host\":{\"sourcePath\":\"/a\"}}]", "\"volumes\":[{\"name\":\"v\",\"host\":{\"sourcePath\":\"/b\"}}]", "volumes[v].host.sourcePath", Storage, "*other files*")]
    [InlineData("\"ephemeralStorage\":{\"sizeInGiB\":30}", "\"ephemeralStorage\":{\"sizeInGiB\":21}", "ephemeralStorage.sizeInGiB", Storage, "*smaller disk*")]
    [InlineData("\"runtimePlatform\":{\"cpuArchitecture\":\"ARM64\"}", "\"runtimePlatform\":{\"cpuArchitecture\":\"X86_64\"}", "runtimePlatform.cpuArchitecture", Capacity, "*built for it*")]
    [InlineData("\"later\":[1]", "\"later\":[2]", "later", Configuration, "*does not know the member*")]
    public void DiffTo_OneMemberOfTheTask_SaysWhatItMeans(string before, string after, string path, TaskDefinitionMeaning meaning, string effect)
    {
        var change = Task(before).DiffTo(Task(after)).Changes.Should().ContainSingle().Which;

        (change.Path, change.Kind, change.Meaning).Should().Be((path, Changed, meaning));
        change.Effect.Should().Match(effect);
        Task(before).DiffTo(Task(after)).ApplyTo(Task(before)).HasSameContentAs(Task(after)).Should().BeTrue();
    }

    [Fact]
    public void DiffTo_AContainerMore_IsOneChange()
    {
        var after = Parse("""{"family":"web","containerDefinitions":[{"name":"proxy","image":"envoy:1"},{"name":"web"}]}""");

        var change = Task("").DiffTo(after).Changes.Should().ContainSingle().Which;

        (change.Path, change.Kind, change.Meaning, change.Before).Should().Be(("containerDefinitions[proxy]", Added, Lifecycle, null));
        change.After.Should().Contain("envoy:1");
    }

    [Fact]
    public void DiffTo_OrderOfContainersAndVariables_IsNoChange() =>
        Parse("""{"family":"web","containerDefinitions":[{"name":"a","environment":[{"name":"X","value":"1"},{"name":"Y","value":"2"}]},{"name":"b"}]}""")
            .DiffTo(Parse("""{"family":"web","containerDefinitions":[{"name":"b"},{"name":"a","environment":[{"name":"Y","value":"2"},{"name":"X","value":"1"}]}]}"""))
            .IsEmpty.Should().BeTrue();

    [Fact]
    public void DiffTo_CodeFirst_ThenByMeaning()
    {
        var before = Parse("""{"family":"web","taskRoleArn":"a","containerDefinitions":[{"name":"web","image":"web:v1","environment":[{"name":"A","value":"1"}]}]}""");
        var after = Parse("""{"family":"web","taskRoleArn":"b","containerDefinitions":[{"name":"web","image":"web:v2"}]}""");

        before.DiffTo(after).Changes.Select(change => change.Meaning).Should().Equal(Image, Configuration, Permission);
        before.DiffTo(after).ToString().Should().Be("3 changes: containerDefinitions[web].image, containerDefinitions[web].environment[A], taskRoleArn");
    }

    [Fact]
    public void ApplyTo_AnotherOneWithTheSameMember_ChangesThatOnly()
    {
        var diff = With("image", "\"web:v1\"").DiffTo(With("image", "\"web:v2\""));
        var other = Parse("""{"family":"shop","tags":[{"key":"team","value":"shop"}],"memory":"512","containerDefinitions":[{"name":"web","image":"web:v0"}]}""");

        var changed = diff.ApplyTo(other);

        changed.HasSameContentAs(Parse("""{"family":"shop","memory":"512","containerDefinitions":[{"name":"web","image":"web:v2"}]}""")).Should().BeTrue();
        TaskDefinitionDocument.ToJson(changed).Should().Contain("team");
    }

    [Fact]
    public void ApplyTo_OneWithoutTheContainer_SaysWhatIsMissing() => FluentActions
        .Invoking(() => With("image", "\"web:v1\"").DiffTo(With("image", "\"web:v2\"")).ApplyTo(Parse("""{"family":"web","containerDefinitions":[{"name":"other"}]}""")))
        .Should().Throw<InvalidOperationException>().WithMessage("*no containerDefinitions[web].image*");

    [Theory]
    [InlineData("environment", """[{"name":"DB_PASSWORD","value":"first-horse"}]""", """[{"name":"DB_PASSWORD","value":"second-horse"}]""")]
    [InlineData("environment", """[{"name":"SETTINGS","value":"Server=a;Password=first-horse"}]""", """[{"name":"SETTINGS","value":"Server=a;Password=second-horse"}]""")]
    [InlineData("command", """["run","--password","first-horse"]""", """["run","--password","second-horse"]""")]
    [InlineData("dockerLabels", """{"api-token":"first-horse"}""", """{"api-token":"second-horse"}""")]
    [InlineData("logConfiguration", """{"logDriver":"splunk","options":{"splunk-token":"first-horse"}}""", """{"logDriver":"splunk","options":{"splunk-token":"second-horse"}}""")]
    [InlineData("newer", """{"deep":[{"name":"CLIENT_SECRET","value":"first-horse"}]}""", """{"deep":[{"name":"CLIENT_SECRET","value":"second-horse"}]}""")]
    public void Diff_OfASecret_TellsThatItChangedAndNeverTheValue(string member, string before, string after)
    {
        var diff = With(member, before).DiffTo(With(member, after));

        var change = diff.Changes.Should().ContainSingle().Which;
        change.IsSecret.Should().BeTrue();
        change.Before.Should().Contain(TaskDefinitionChange.Mask);
        change.After.Should().Contain(TaskDefinitionChange.Mask);
        string[] shown = [diff.ToString(), change.ToString(), TaskDefinitionDiffText.ToText(diff), TaskDefinitionDiffText.ToText(diff, color: true), TaskDefinitionDiffText.ToMarkdown(diff), JsonSerializer.Serialize(diff), JsonSerializer.Serialize<object>(diff)];
        shown.Should().OnlyContain(text => !text.Contains("horse", StringComparison.Ordinal));
        diff.ApplyTo(With(member, before)).HasSameContentAs(With(member, after)).Should().BeTrue();
    }

    [Fact]
    public void Diff_OfAContainerWithASecret_MasksItInside()
    {
        var after = Parse("""{"family":"web","containerDefinitions":[{"name":"web"},{"name":"job","command":["--token","first-horse"],"environment":[{"name":"DB_PASSWORD","value":"first-horse"},{"name":"MODE","value":"fast"}]}]}""");

        var change = Task("").DiffTo(after).Changes.Should().ContainSingle().Which;

        change.After.Should().NotContain("horse").And.Contain("fast");
    }

    [Fact]
    public void Diff_OfTheSameTwo_IsEqual()
    {
        var diff = With("image", "\"web:v1\"").DiffTo(With("image", "\"web:v2\""));

        diff.Should().Be(With("image", "\"web:v1\"").DiffTo(With("image", "\"web:v2\"")));
        diff.GetHashCode().Should().Be(With("image", "\"web:v1\"").DiffTo(With("image", "\"web:v2\"")).GetHashCode());
        diff.Should().NotBe(With("image", "\"web:v1\"").DiffTo(With("image", "\"web:v3\"")));
    }

    [Fact]
    public void Diff_OfTheSeed_IsEmptyWithItself()
    {
        var seed = TaskDefinitionDocument.Load(Seed.TaskDef);

        seed.DiffTo(seed).IsEmpty.Should().BeTrue();
        seed.DiffTo(seed).ToString().Should().Be("no changes");
    }

    private static TaskDefinition With(string member, string? value) =>
        Parse($$"""{"family":"web","containerDefinitions":[{"name":"web"{{(value is null ? "" : $",\"{member}\":{value}")}}}]}""");

    private static TaskDefinition Task(string members) => Parse($$"""{"family":"web"{{(members.Length > 0 ? "," : "")}}{{members}},"containerDefinitions":[{"name":"web"}]}""");

    private static TaskDefinition Parse(string json) => TaskDefinitionDocument.Parse(json);
}
