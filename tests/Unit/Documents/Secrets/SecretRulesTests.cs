using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Tests.Unit.Support;

namespace BlueGreen.Ecs.Tests.Unit.Documents.Secrets;

public sealed class SecretRulesTests
{
    [Fact]
    public void Check_APasswordInTheEnvironment_IsBG801WithItsPlaceAndNotItsValue()
    {
        var finding = Check("""
            {"family":"web","containerDefinitions":[{"name":"web","environment":[
              {"name":"NODE_ENV","value":"production"},
              {"name":"DOCKER_TOKEN","value":"6f1ed002-ab5c-4b1c-8f3e-9d2c1a7b5e40"}]}]}
            """).Should().ContainSingle().Which;

        (finding.Code, finding.Severity).Should().Be(("BG801", FindingSeverity.Warning));
        finding.Position.Should().Be(new DocumentPosition("taskdef.json", 3, 34, "containerDefinitions[0].environment[1].value"));
        finding.Message.Should().Contain("\"DOCKER_TOKEN\"").And.Contain("UUID");
        finding.Fix.Should().Contain("Secrets Manager").And.Contain("Parameter Store").And.Contain("secrets");
        finding.ToString().Should().NotContain("6f1ed002");
    }

    [Theory]
    [InlineData("""command":["run","--password","hunter2"]""", "command[2]")]
    [InlineData("""command":["sh","-c","API_TOKEN=hunter2 run"]""", "command[2]")]
    [InlineData("""entryPoint":["run","--token=hunter2"]""", "entryPoint[1]")]
    [InlineData("""healthCheck":{"command":["CMD-SHELL","curl -H 'Authorization: Bearer hunter2' localhost"]}""", "healthCheck.command[1]")]
    [InlineData("""dockerLabels":{"api-token":"hunter2"}""", "dockerLabels.api-token")]
    [InlineData("""logConfiguration":{"logDriver":"splunk","options":{"splunk-token":"hunter2"}}""", "logConfiguration.options.splunk-token")]
    public void Check_ASecretElsewhere_IsBG802(string member, string path)
    {
        var finding = Check($$"""{"family":"web","containerDefinitions":[{"name":"web","{{member}}}]}""").Should().ContainSingle().Which;

        (finding.Code, finding.Severity, finding.Position!.Path).Should().Be(("BG802", FindingSeverity.Warning, $"containerDefinitions[0].{path}"));
        finding.ToString().Should().NotContain("hunter2");
    }

    [Theory]
    [InlineData("env.variables.DOCKER_TOKEN", "env:\n  variables:\n    DOCKER_TOKEN: hunter2-hunter2")]
    [InlineData("phases.build.commands[0]", "env:\n  variables:\n    MODE: fast", "docker login --username me --password hunter2")]
    [InlineData("batch.build-list[0].env.variables.API_KEY", "batch:\n  build-list:\n    - identifier: a\n      env:\n        variables:\n          API_KEY: hunter2")]
    public void Check_ASecretInABuildSpec_IsBG803(string path, string members, string command = "docker login --username AWS --password-stdin registry")
    {
        var build = BuildSpecDocument.Read($"version: 0.2\n{members}\nphases:\n  build:\n    commands:\n      - {command}\n", "buildspec.yml");

        var finding = DocumentChecks.Check(new() { BuildSpec = build }).Where(found => found.Code.StartsWith("BG8", StringComparison.Ordinal)).Should().ContainSingle().Which;

        (finding.Code, finding.Severity, finding.Position!.Path).Should().Be(("BG803", FindingSeverity.Warning, path));
        finding.ToString().Should().NotContain("hunter2");
    }

    [Fact]
    public void Check_TheSeed_HasNoSecret() => DocumentChecks.Check(new() { TaskDefinition = TaskDefinitionDocument.Open(Seed.TaskDef) })
        .Should().NotContain(finding => finding.Code.StartsWith("BG8", StringComparison.Ordinal));

    private static IEnumerable<Finding> Check(string json) => DocumentChecks
        .Check(new() { TaskDefinition = TaskDefinitionDocument.Read(json, "taskdef.json") })
        .Where(finding => finding.Code.StartsWith("BG8", StringComparison.Ordinal));
}
