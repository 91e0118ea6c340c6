using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Tests.Unit.Documents;

public sealed class TaskDefinitionDocumentTests
{
    [Theory]
    [InlineData("""{"family":"web","containerDefinitions":[{"name":"web"}]""", 1, 56, "*no JSON*")]
    [InlineData("{\n  \"family\": \"web\"\n  \"cpu\": 1\n}", 3, 3, "*no JSON*")]
    [InlineData("{\n  \"family\": \"üü\" 1\n}", 2, 18, "*no JSON*")]
    [InlineData("", 1, 1, "*no JSON*")]
    [InlineData("  \n", 2, 1, "*no JSON*")]
    [InlineData("""{"family":"web"} {}""", 1, 18, "*no JSON*")]
    [InlineData("{\"family\":\"\\ud800\"}", 1, 11, "*no JSON*")]
    [InlineData("{\"\\ud800\":1}", 1, 2, "*no JSON*")]
    [InlineData("[]", 1, 1, "*list*allowed is an object*")]
    public void Parse_NoJson_SaysWhereAndWhy(string json, int line, int column, string problem)
    {
        var exception = FluentActions.Invoking(() => TaskDefinitionDocument.Parse(json, "taskdef.json")).Should().Throw<DocumentException>().Which;

        exception.Problem.Should().Match(problem);
        exception.Position.Source.Should().Be("taskdef.json");
        (exception.Position.Line, exception.Position.Column).Should().Be((line, column));
        exception.Message.Should().StartWith($"taskdef.json:{line}:{column}");
    }

    [Theory]
    [InlineData("""{"containerDefinitions":[{"name":"web"}]}""", "", "*\"family\" is missing*")]
    [InlineData("""{"family":null,"containerDefinitions":[{"name":"web"}]}""", "", "*\"family\" is missing*")]
    [InlineData("""{"family":"web"}""", "", "*\"containerDefinitions\" is missing*")]
    [InlineData("""{"family":"web","containerDefinitions":{}}""", "containerDefinitions", "*an object*allowed is a list*")]
    [InlineData("""{"family":"web","containerDefinitions":["web"]}""", "containerDefinitions[0]", "*the text \"web\"*allowed is an object*")]
    [InlineData("""{"family":["web"],"containerDefinitions":[{"name":"web"}]}""", "family", "*a list*allowed is text*")]
    [InlineData("""{"family":"web","containerDefinitions":[{"image":"i"}]}""", "containerDefinitions[0]", "*\"name\" is missing*")]
    [InlineData("""{"family":"web","containerDefinitions":[{"name":"web","cpu":"much"}]}""", "containerDefinitions[0].cpu", "*\"much\"*whole number*")]
    [InlineData("""{"family":"web","containerDefinitions":[{"name":"web","cpu":1.5}]}""", "containerDefinitions[0].cpu", "*1.5*whole number*")]
    [InlineData("""{"family":"web","containerDefinitions":[{"name":"web","essential":"yes"}]}""", "containerDefinitions[0].essential", "*\"yes\"*true or false*")]
    [InlineData("""{"family":"web","containerDefinitions":[{"name":"web","portMappings":[{"hostPort":99999999999}]}]}""", "containerDefinitions[0].portMappings[0].hostPort", "*99999999999*whole number*")]
    [InlineData("""{"family":"web","cpu":"1","cpu":"2"}""", "cpu", "*\"cpu\"*twice*")]
    [InlineData("""{"family":"web","containerDefinitions":[{"name":"a","name":"b"}]}""", "containerDefinitions[0].name", "*\"name\"*twice*")]
    [InlineData("""{"family":"web","Family":"shop","containerDefinitions":[{"name":"web"}]}""", "Family", "*\"family\"*twice*capitals*")]
    [InlineData("""{"family":"web","containerDefinitions":[{"name":"web","ulimits":[{"name":"nofile","softLimit":1}]}]}""", "containerDefinitions[0].ulimits[0]", "*\"hardLimit\" is missing*")]
    [InlineData("""{"family":"web","containerDefinitions":[{"name":"web","restartPolicy":{}}]}""", "containerDefinitions[0].restartPolicy", "*\"enabled\" is missing*")]
    [InlineData("""{"family":"web","containerDefinitions":[{"name":"web"}],"ephemeralStorage":{"sizeInGB":30}}""", "ephemeralStorage", "*\"sizeInGiB\" is missing*")]
    public void Parse_NoTaskDefinition_SaysWhichMemberAndWhatIsAllowed(string json, string path, string problem)
    {
        var exception = FluentActions.Invoking(() => TaskDefinitionDocument.Parse(json)).Should().Throw<DocumentException>().Which;

        exception.Problem.Should().Match(problem);
        exception.Position.Path.Should().Be(path);
    }

    [Fact]
    public void Parse_MembersOfANewerApi_SurviveAndAreTold()
    {
        const string Json = """
            {"family":"web","containerDefinitions":[{"name":"web","logConfiguration":{"logDriver":"awslogs","routing":{"a":[1]}},"healthCheck":{"command":["CMD","x"],"jitter":5}}],"runtimePlatform":{"gpu":"x"}}
            """;

        var definition = TaskDefinitionDocument.Parse(Json);

        TaskDefinitionDocument.Parse(TaskDefinitionDocument.ToJson(definition)).Should().Be(definition);
        TaskDefinitionMapping.UnsendableMembers(definition).Should().Equal(
            "containerDefinitions[0].logConfiguration.routing", "containerDefinitions[0].healthCheck.jitter", "runtimePlatform.gpu");
    }

    // What ECS would refuse is for the rules; a document with such mistakes can still be read and looked at.
    [Fact]
    public void Parse_NoneElevenOrEqualContainers_AreRead()
    {
        var containers = string.Join(',', Enumerable.Repeat("{\"name\":\"web\"}", 11));

        TaskDefinitionDocument.Parse("{\"family\":\"web\",\"containerDefinitions\":[]}").ContainerDefinitions.Should().BeEmpty();
        TaskDefinitionDocument.Parse($"{{\"family\":\"web\",\"containerDefinitions\":[{containers}]}}").ContainerDefinitions.Should().HaveCount(11);
    }

    [Fact]
    public void Parse_WindowsLineEnds_CountsLinesAndColumnsAlike()
    {
        var exception = FluentActions.Invoking(() => TaskDefinitionDocument.Parse("{\r\n  \"family\": \"web\",\r\n  \"cpu\": []\r\n}", "t")).Should().Throw<DocumentException>().Which;

        exception.Message.Should().StartWith("t:1:1").And.Contain("containerDefinitions");
        FluentActions.Invoking(() => TaskDefinitionDocument.Parse("{\r\n  \"family\": {}\r\n}", "t")).Should().Throw<DocumentException>()
            .WithMessage("t:2:13 family:*");
    }

    [Fact]
    public void Parse_CommentsAndOtherCapitals_AreRead() =>
        TaskDefinitionDocument.Parse("""
            {
              // as RegisterTaskDefinition of a .NET program would print it
              "Family": "web", /* and */ "ContainerDefinitions": [ { "Name": "web", "Essential": "true", "Cpu": "10" } ]
            }
            """).ContainerDefinitions.Should().Equal(new ContainerDefinition { Name = "web", Essential = true, Cpu = 10 });

    [Fact]
    public void ToJson_AdditionalThatIsNoJson_NamesTheMember() =>
        FluentActions.Invoking(() => TaskDefinitionDocument.ToJson(new() { Family = "web", Additional = [new("tags", "[}")] }))
            .Should().Throw<DocumentException>().WithMessage("*tags*no JSON*");
}
