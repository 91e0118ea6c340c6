using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class AppSpecContainerRuleTests
{
    private static readonly TaskDefinition Web = new()
    {
        Family = "web",
        ContainerDefinitions = [new() { Name = "web", PortMappings = [new() { ContainerPort = 5000 }] }],
    };

    [Fact]
    public void Container_NotInTheTaskDefinition_NamesBothSidesAndThePlace()
    {
        var finding = Check("web-staging", 5000).Should().ContainSingle().Which;

        (finding.Code, finding.Severity).Should().Be(("BG201", FindingSeverity.Error));
        finding.Message.Should().Match("*\"web-staging\"*\"web\"*");
        finding.Subject.Should().Be("appspec.yaml:8:28 Resources[0].TargetService.Properties.LoadBalancerInfo.ContainerName");
    }

    [Fact]
    public void Port_NotMapped_NamesThePortsAndThePlace()
    {
        var finding = Check("web", 5001).Should().ContainSingle().Which;

        finding.Message.Should().Match("*5001*\"web\"*5000*");
        finding.Subject.Should().Be("appspec.yaml:9:28 Resources[0].TargetService.Properties.LoadBalancerInfo.ContainerPort");
    }

    [Fact]
    public void ContainerAndPort_OfTheTaskDefinition_AreInOrder() => Check("web", 5000).Should().BeEmpty();

    private static IEnumerable<Finding> Check(string container, int port) => DocumentChecks.Check(new()
    {
        TaskDefinition = new(Web, DocumentMap.None("task definition")),
        AppSpec = AppSpecDocument.Read(
            $"""
            version: 0.0
            Resources:
              - TargetService:
                  Type: AWS::ECS::Service
                  Properties:
                    TaskDefinition: <TASK_DEFINITION>
                    LoadBalancerInfo:
                        ContainerName: {container}
                        ContainerPort: {port}
            """,
            "appspec.yaml"),
    }).Where(finding => finding.Code == "BG201");
}
