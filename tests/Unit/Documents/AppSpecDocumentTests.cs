using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs.Tests.Unit.Documents;

public sealed class AppSpecDocumentTests
{
    [Theory]
    [InlineData("", "a.yaml:1:1", "*empty*")]
    [InlineData("# nothing\n", "a.yaml:1:1", "*empty*")]
    [InlineData("---\n", "a.yaml:", "*nothing*allowed is an object*")]
    [InlineData("version: 0.0\n\tResources: []", "a.yaml:1:10", "*no YAML*tab*")]
    [InlineData("version: 0.0\nResources: [", "a.yaml:3:1", "*no YAML*")]
    [InlineData("version: \"0.0", "a.yaml:1:", "*no YAML*")]
    [InlineData("version: 0.0\nversion: 0.0", "a.yaml:2:1 version", "*\"version\"*twice*")]
    [InlineData("version: 0.0\nResources: *v", "a.yaml:2:12", "*alias *v stands for nothing*")]
    [InlineData("version: 0.0\n? [a]\n: b", "a.yaml:2:3", "*name is plain text*")]
    [InlineData("version: 0.0\n---\nversion: 0.0", "a.yaml:2:1", "*second document*")]
    [InlineData("- a", "a.yaml:1:1", "*a list of 1*allowed is an object*")]
    public void Parse_NoYaml_SaysWhereAndWhy(string yaml, string place, string problem)
    {
        var exception = FluentActions.Invoking(() => AppSpecDocument.Parse(yaml, "a.yaml")).Should().Throw<DocumentException>().Which;

        exception.Message.Should().StartWith(place);
        exception.Problem.Should().Match(problem);
    }

    [Theory]
    [InlineData("version: 0.0", "version: 1.0", "1:10 version", "*1.0*only one is 0.0*")]
    [InlineData("version: 0.0", "", "2:1", "*\"version\" is missing*")]
    [InlineData("AWS::ECS::Service", "AWS::Lambda::Function", "4:13 Resources[0].TargetService.Type", "*AWS::Lambda::Function*allowed is AWS::ECS::Service*")]
    [InlineData("80", "0", "9:", "*0*1 to 65535*")]
    [InlineData("80", "65536", "9:", "*65536*1 to 65535*")]
    [InlineData("80", "http", "9:26 Resources[0].TargetService.Properties.LoadBalancerInfo.ContainerPort", "*http*whole number*")]
    [InlineData("ContainerName: web", "Container: web", "8:", "*ContainerName\" is missing*")]
    [InlineData("ContainerName: web", "ContainerName:", "8:", "*ContainerName\" is missing*")]
    [InlineData("ContainerPort: 80", "ContainerPort: 80\n          Containerport: 81", "10:", "*\"ContainerPort\"*twice*")]
    public void Parse_NoAppSpec_SaysWhichMemberAndWhatIsAllowed(string old, string replacement, string place, string problem)
    {
        var exception = FluentActions.Invoking(() => AppSpecDocument.Parse(AppSpecText.Minimal.Replace(old, replacement, StringComparison.Ordinal), "a.yaml")).Should().Throw<DocumentException>().Which;

        exception.Message.Should().StartWith($"a.yaml:{place}");
        exception.Problem.Should().Match(problem);
    }

    [Theory]
    [InlineData("Hooks:\n- Install: f", "Hooks[0].Install", "*Install*cannot be hooked*BeforeInstall, AfterInstall, AfterAllowTestTraffic, BeforeAllowTraffic, AfterAllowTraffic*")]
    [InlineData("Hooks:\n- AfterInstall: f\n  BeforeInstall: g", "Hooks[0]", "*one lifecycle event*")]
    [InlineData("Hooks: f", "Hooks", "*f*allowed is a list*")]
    [InlineData("Hooks:\n- AfterInstall: [f]", "Hooks[0].AfterInstall", "*list*allowed is text*")]
    public void Parse_WrongHook_SaysWhatIsAllowed(string hooks, string path, string problem)
    {
        var exception = FluentActions.Invoking(() => AppSpecDocument.Parse($"{AppSpecText.Minimal}\n{hooks}")).Should().Throw<DocumentException>().Which;

        exception.Position.Path.Should().Be(path);
        exception.Problem.Should().Match(problem);
    }

    [Theory]
    [InlineData("[]", "*an empty list*one resource*")]
    [InlineData("[{a: {}}, {b: {}}]", "*a list of 2*one resource*")]
    [InlineData("{a: {}}", "*an object*one resource*")]
    [InlineData("[{a: {}, b: {}}]", "*one resource*")]
    public void Parse_NotOneResource_SaysWhatIsAllowed(string resources, string problem) =>
        FluentActions.Invoking(() => AppSpecDocument.Parse($"version: 0.0\nResources: {resources}")).Should().Throw<DocumentException>()
            .Where(exception => exception.Position.Path == "Resources").Which.Problem.Should().Match(problem);

    [Fact]
    public void Parse_DeepNesting_IsRefused() =>
        FluentActions.Invoking(() => AppSpecDocument.Parse($"version: {new string('[', 500)}")).Should().Throw<DocumentException>().WithMessage("*nested deeper*");

    [Fact]
    public void Parse_WindowsLineEnds_ReadsTheSame() =>
        AppSpecDocument.Parse(AppSpecText.Minimal.ReplaceLineEndings("\r\n")).Should().Be(AppSpecDocument.Parse(AppSpecText.Minimal.ReplaceLineEndings("\n")));

    [Fact]
    public void Parse_AssignPublicIpOfAnotherValue_SaysWhatIsAllowed() =>
        FluentActions.Invoking(() => AppSpecDocument.Parse(AppSpecText.Minimal.Replace(
            "LoadBalancerInfo:", "NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: maybe } }\n        LoadBalancerInfo:", StringComparison.Ordinal)))
            .Should().Throw<DocumentException>().WithMessage("*maybe*ENABLED or DISABLED*");

    [Theory]
    [InlineData("0")]
    [InlineData("0.0")]
    [InlineData("\"0.0\"")]
    [InlineData("'0.0'")]
    public void Parse_AnyWayToWriteTheVersion_IsWrittenAsAws(string version)
    {
        var spec = AppSpecDocument.Parse(AppSpecText.Minimal.Replace("version: 0.0", $"version: {version}", StringComparison.Ordinal));

        AppSpecDocument.ToYaml(spec).Should().StartWith("version: 0.0\n");
        AppSpecDocument.ToJson(spec, indented: false).Should().StartWith("{\"version\":0.0,");
    }

    [Fact]
    public void Read_UnknownMembersAnywhere_AreKeptAndNotedWithTheirPlaces()
    {
        const string Yaml = """
            version: 0.0
            Comment: x
            Resources:
              - Web:
                  Type: AWS::ECS::Service
                  Retain: yes
                  Properties:
                    TaskDefinition: <TASK_DEFINITION>
                    LoadBalancerInfo: { ContainerName: web, ContainerPort: 80, Protocol: tcp }
                    Later: [1]
                    NetworkConfiguration:
                      Mode: { a: 1 }
                      AwsvpcConfiguration:
                        Ipv6: true
                    CapacityProviderStrategy:
                      - CapacityProvider: FARGATE
                        Zone: a
            """;

        var document = AppSpecDocument.Read(Yaml, "appspec.yaml");

        document.Notes.Should().OnlyContain(note => note.Code == "BG106" && note.Severity == FindingSeverity.Note);
        document.Notes.Select(note => note.Subject).Should().BeEquivalentTo(
            "appspec.yaml:2:10 Comment",
            "appspec.yaml:6:15 Resources[0].Web.Retain",
            "appspec.yaml:9:78 Resources[0].Web.Properties.LoadBalancerInfo.Protocol",
            "appspec.yaml:10:16 Resources[0].Web.Properties.Later",
            "appspec.yaml:12:17 Resources[0].Web.Properties.NetworkConfiguration.Mode",
            "appspec.yaml:14:19 Resources[0].Web.Properties.NetworkConfiguration.AwsvpcConfiguration.Ipv6",
            "appspec.yaml:17:19 Resources[0].Web.Properties.CapacityProviderStrategy[0].Zone");
        AppSpecDocument.Parse(AppSpecDocument.ToYaml(document.Content)).Should().Be(document.Content);
        AppSpecDocument.Parse(AppSpecDocument.ToJson(document.Content)).Should().Be(document.Content);
        AppSpecDocument.ToYaml(document.Content).Should().ContainAll("Comment: x", "Retain: 'yes'", "Protocol: tcp", "Mode:", "Ipv6: true", "Zone: a");
    }

    [Fact]
    public void ToYaml_EveryProperty_LooksLikeTheSamplesOfAws() => AppSpecDocument.ToYaml(new()
    {
        TaskDefinition = "arn:aws:ecs:eu-west-1:111122223333:task-definition/web:42",
        ContainerName = "web",
        ContainerPort = 8080,
        PlatformVersion = "1.4.0",
        Network = new() { Subnets = ["subnet-0a", "subnet-0b"], SecurityGroups = ["sg-01"], AssignPublicIp = false },
        CapacityProviderStrategy = [new("FARGATE", 1, 1)],
        Hooks = [new(HookEvent.AfterAllowTestTraffic, "runSmokeTests"), new(HookEvent.AfterAllowTraffic, "arn:aws:lambda:eu-west-1:111122223333:function:done")],
    }).Should().Be("""
        version: 0.0
        Resources:
          - TargetService:
              Type: AWS::ECS::Service
              Properties:
                TaskDefinition: arn:aws:ecs:eu-west-1:111122223333:task-definition/web:42
                LoadBalancerInfo:
                  ContainerName: web
                  ContainerPort: 8080
                PlatformVersion: '1.4.0'
                NetworkConfiguration:
                  AwsvpcConfiguration:
                    Subnets:
                      - subnet-0a
                      - subnet-0b
                    SecurityGroups:
                      - sg-01
                    AssignPublicIp: DISABLED
                CapacityProviderStrategy:
                  - Base: 1
                    CapacityProvider: FARGATE
                    Weight: 1
        Hooks:
          - AfterAllowTestTraffic: runSmokeTests
          - AfterAllowTraffic: arn:aws:lambda:eu-west-1:111122223333:function:done

        """);

    [Fact]
    public void DeriveFrom_AService_IsAsCompleteAsTheServiceIs()
    {
        var service = new LiveService
        {
            Reference = ServiceReference.Parse("web/shop"),
            Arn = "arn:aws:ecs:eu-west-1:123456789012:service/web/shop",
            DeploymentController = "CODE_DEPLOY",
            TaskDefinitionArn = "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:1",
            ContainerName = "web",
            ContainerPort = 80,
        };
        var network = new AwsvpcConfiguration { Subnets = ["subnet-1"], SecurityGroups = ["sg-1"], AssignPublicIp = true };

        AppSpecDocument.DeriveFrom(service).Should().Be(new AppSpec { ContainerName = "web", ContainerPort = 80 });
        AppSpecDocument.DeriveFrom(service with { Network = network, PlatformVersion = "1.4.0", CapacityProviderStrategy = [new("FARGATE", 1, 0)] })
            .Should().Be(new AppSpec { ContainerName = "web", ContainerPort = 80, Network = network, PlatformVersion = "1.4.0", CapacityProviderStrategy = [new("FARGATE", 1, 0)] });
        AppSpecDocument.DeriveFrom(service with { Network = network with { SecurityGroups = [] } }).Network.Should().BeNull("half a network is refused");
        FluentActions.Invoking(() => AppSpecDocument.DeriveFrom(service with { ContainerPort = null })).Should().Throw<DocumentException>().WithMessage("*no load balancer*WithAppSpec*");
    }
}
