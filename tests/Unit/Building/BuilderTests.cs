using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Tests.Unit.Support;

namespace BlueGreen.Ecs.Tests.Unit.Building;

public sealed class BuilderTests
{
    private static readonly TaskDefinition Web = new()
    {
        Family = "web",
        ContainerDefinitions = [new() { Name = "web", Image = "<IMAGE1_NAME>", Memory = 512, PortMappings = [new() { ContainerPort = 80 }] }],
    };

    [Fact]
    public void Build_TheSeedWhole_HasEverythingThatWasSaid()
    {
        var deployment = Deployment
            .For("web/labo-terraform-admin")
            .WithTaskDef(Seed.TaskDef)
            .WithImage("IMAGE1_NAME", Seed.Image)
            .WithAppSpec(Seed.AppSpec)
            .Shift(TrafficShift.Canary10Percent5Minutes)
            .Gate(Stage.TestTraffic, (_, _) => Task.FromResult(GateVerdict.Continue))
            .RollBackOn(RollBackTrigger.Alarm("5xx-high"))
            .OnCancel(CancelPolicy.Stop)
            .WithCodeDeploy("app", "group")
            .WithDescription("version 2")
            .Build();

        deployment.Service.ToString().Should().Be("web/labo-terraform-admin");
        deployment.TaskDefinition!.ContainerDefinitions[0].Image.Should().Be(Seed.Image);
        deployment.TaskDefinitionChange.Should().BeNull();
        deployment.AppSpec.Should().Be(AppSpecDocument.Load(Seed.AppSpec));
        deployment.Shift.Should().Be(TrafficShift.Canary10Percent5Minutes);
        deployment.Gates.Should().ContainSingle().Which.Stage.Should().Be(Stage.TestTraffic);
        deployment.RollBackTriggers.Should().Equal(RollBackTrigger.Alarm("5xx-high"));
        deployment.OnCancel.Should().Be(CancelPolicy.Stop);
        deployment.CodeDeploy.Should().Be(new CodeDeployTarget("app", "group"));
        deployment.Description.Should().Be("version 2");
        deployment.Notes.Should().BeEmpty();
    }

    [Fact]
    public void Build_LittleSaid_HasTheDefaults()
    {
        var deployment = Deployment.For("web/shop").WithTaskDef(running => running).Build();

        deployment.TaskDefinition.Should().BeNull();
        deployment.TaskDefinitionChange.Should().NotBeNull();
        deployment.AppSpec.Should().BeNull();
        deployment.Shift.Should().Be(TrafficShift.AllAtOnce);
        deployment.OnCancel.Should().Be(CancelPolicy.StopAndRollBack);
        deployment.CodeDeploy.Should().BeNull();
    }

    [Fact]
    public void Build_WrongContainerInTheAppSpec_SaysWhereAndWhatTheTaskDefinitionHas()
    {
        using var folder = new TempFolder();
        var path = folder.Write("appspec.yaml", File.ReadAllText(Seed.AppSpec).Replace("ContainerName: labo-terraform-admin", "ContainerName: labo-terraform-admin-staging", StringComparison.Ordinal));

        var problem = Problems(Deployment.For("web/shop").WithTaskDef(Seed.TaskDef).WithImage("IMAGE1_NAME", Seed.Image).WithAppSpec(path)).Should().ContainSingle().Which;

        problem.Call.Should().Be($"WithAppSpec(\"{path}\")");
        problem.Position!.ToString().Should().Be("appspec.yaml:8:28 Resources[0].TargetService.Properties.LoadBalancerInfo.ContainerName");
        problem.Message.Should().Contain("\"labo-terraform-admin-staging\"").And.Contain("has \"labo-terraform-admin\"");
    }

    [Fact]
    public void Build_WrongPortInTheAppSpec_SaysWhichPortsAreMapped()
    {
        var problem = Problems(Deployment.For("web/shop").WithTaskDef(Web).WithImage("IMAGE1_NAME", "web:v2").WithAppSpec(new AppSpec { ContainerName = "web", ContainerPort = 8080 }))
            .Should().ContainSingle().Which;

        problem.Message.Should().Match("*8080*\"web\"*80*");
        problem.Position!.Path.Should().EndWith("ContainerPort");
    }

    [Fact]
    public void Build_UnfilledPlaceholder_SaysWhereAndTheCallThatFillsIt()
    {
        var problem = Problems(Deployment.For("web/shop").WithTaskDef(Seed.TaskDef)).Should().ContainSingle().Which;

        problem.Message.Should().Contain("<IMAGE1_NAME>").And.Contain("WithImage(\"IMAGE1_NAME\"");
        problem.Position!.ToString().Should().Be("taskdef.json:6:16 containerDefinitions[0].image");
    }

    [Fact]
    public void Build_PartOfAnImageUnfilled_IsAProblemToo()
    {
        var definition = Web with { ContainerDefinitions = [Web.ContainerDefinitions[0] with { Image = "web:<TAG>" }] };

        Problems(Deployment.For("web/shop").WithTaskDef(definition)).Should().ContainSingle().Which.Message.Should().Contain("WithImage(\"TAG\"");
    }

    [Fact]
    public void Build_UnusedPlaceholder_IsANote()
    {
        var deployment = Deployment.For("web/shop").WithTaskDef(Web).WithImage("IMAGE1_NAME", "web:v2").WithImage("IMAGE2_NAME", "web:v3").Build();

        var note = deployment.Notes.Should().ContainSingle().Which;
        (note.Code, note.Severity).Should().Be(("BG101", FindingSeverity.Warning));
        note.Message.Should().Contain("<IMAGE2_NAME>");
    }

    [Fact]
    public void Build_WhatEcsWouldRefuse_IsAProblemWithCodeAndPlace()
    {
        using var folder = new TempFolder();
        var path = folder.Write("taskdef.json", File.ReadAllText(Seed.TaskDef).Replace("\"cpu\": \"256\"", "\"cpu\": \"300\"", StringComparison.Ordinal));

        var problem = Problems(Deployment.For("web/shop").WithTaskDef(path).WithImage("IMAGE1_NAME", Seed.Image).WithAppSpec(Seed.AppSpec)).Should().ContainSingle().Which;

        problem.Call.Should().Be($"WithTaskDef(\"{path}\")");
        problem.Position!.ToString().Should().Be("taskdef.json:29:10 cpu");
        problem.Message.Should().Contain("300").And.EndWith("(BG117)");
    }

    [Fact]
    public void Build_WhatEcsWouldRefuseInAValue_NamesTheMemberAndNoLine()
    {
        var twice = Web with { ContainerDefinitions = [Web.ContainerDefinitions[0], Web.ContainerDefinitions[0]] };

        Problems(Deployment.For("web/shop").WithTaskDef(twice).WithImage("IMAGE1_NAME", "web:v2")).Should().ContainSingle()
            .Which.ToString().Should().StartWith("WithTaskDef(taskDefinition): task definition containerDefinitions[1].name: Two containers are called \"web\"");
    }

    [Fact]
    public void Build_Files_AreRememberedWithTheirPlaces()
    {
        var deployment = Deployment.For("web/shop").WithTaskDef(Seed.TaskDef).WithImage("IMAGE1_NAME", Seed.Image).WithAppSpec(Seed.AppSpec).Build();

        deployment.TaskDefinitionMap!.Find("containerDefinitions[0].image").ToString().Should().Be("taskdef.json:6:16 containerDefinitions[0].image");
        deployment.AppSpecMap!.Find("Resources[0].TargetService.Properties.LoadBalancerInfo.ContainerPort").ToString().Should().StartWith("appspec.yaml:9:28 ");
    }

    [Fact]
    public void Build_Values_HaveNoPlaces()
    {
        var deployment = Deployment.For("web/shop").WithTaskDef(Web).WithImage("IMAGE1_NAME", "web:v2").WithAppSpec(new AppSpec { ContainerName = "web", ContainerPort = 80 }).Build();

        (deployment.TaskDefinitionMap, deployment.AppSpecMap).Should().Be((null, null));
        Problems(Deployment.For("web/shop").WithTaskDef(Web)).Should().ContainSingle().Which.Position!.Line.Should().Be(0);
    }

    [Fact]
    public void Build_EverythingWrong_TellsEveryProblemWithItsCall()
    {
        var problems = Problems(Enumerable.Range(0, 11).Aggregate(Deployment.For("shop"), (chain, i) => chain.RollBackOn(RollBackTrigger.Alarm($"alarm-{i}")))
            .WithTaskDef("no-such-file.json")
            .WithAppSpec("no-such-file.yaml")
            .WithImage("<IMAGE1_NAME>", "web:v2")
            .WithImage("IMAGE2_NAME", "web v2")
            .WithImage("IMAGE3_NAME", "web:v2")
            .WithImage("IMAGE3_NAME", "web:v3")
            .OnCancel((CancelPolicy)9)
            .WithCodeDeploy(string.Empty, "group")
            .WithDescription(new('d', 257)));

        problems.Select(problem => problem.Call).Should().BeEquivalentTo(
            "For(\"shop\")",
            "WithImage(\"<IMAGE1_NAME>\", \"web:v2\")",
            "WithImage(\"IMAGE2_NAME\", \"web v2\")",
            "WithImage(\"IMAGE3_NAME\", …)",
            "WithTaskDef(\"no-such-file.json\")",
            "WithAppSpec(\"no-such-file.yaml\")",
            "RollBackOn(…)",
            "OnCancel(9)",
            "WithCodeDeploy(\"\", \"group\")",
            "WithDescription(…)");
        problems.Select(problem => problem.Message).Should().Contain(text => text.Contains("cluster/service", StringComparison.Ordinal))
            .And.Contain(text => text.Contains("11 alarms", StringComparison.Ordinal))
            .And.Contain(text => text.Contains("257", StringComparison.Ordinal) && text.Contains("256", StringComparison.Ordinal))
            .And.Contain(text => text.Contains("1 to 100", StringComparison.Ordinal));
    }

    [Fact]
    public void Build_ManyProblems_TellsTheirNumberAndEachOnALine() =>
        FluentActions.Invoking(() => Deployment.For("shop").Build()).Should().Throw<DeploymentValidationException>()
            .WithMessage("*2 problems:\n- For(\"shop\"): *\n- Build(): *WithTaskDef*");

    [Fact]
    public void Build_ImageForTheRunningDefinition_SaysToUseTheChange() =>
        Problems(Deployment.For("web/shop").WithTaskDef(running => running).WithImage("IMAGE1_NAME", "web:v2"))
            .Should().ContainSingle().Which.Message.Should().Contain("WithTaskDef");

    [Fact]
    public void WithTaskDef_CalledAgain_ReplacesTheEarlierSource()
    {
        var chain = Deployment.For("web/shop").WithTaskDef("no-such-file.json");

        chain.WithTaskDef(running => running).Build().TaskDefinition.Should().BeNull();
        chain.WithTaskDef(running => running).WithTaskDef(Web).WithImage("IMAGE1_NAME", "web:v2").Build().TaskDefinitionChange.Should().BeNull();
    }

    [Fact]
    public void WithTaskDef_ValueWithBadAdditionalJson_IsAProblemOfTheCall() =>
        Problems(Deployment.For("web/shop").WithTaskDef(Web with { Additional = [new("tags", "[}")] }))
            .Should().ContainSingle().Which.ToString().Should().Match("WithTaskDef(taskDefinition)*tags*no JSON*");

    [Fact]
    public void EveryCall_Null_IsAnArgumentNullException()
    {
        var builder = Deployment.For("web/shop");
        Action[] calls =
        [
            () => Deployment.For(null!),
            () => builder.WithTaskDef((string)null!),
            () => builder.WithTaskDef((TaskDefinition)null!),
            () => builder.WithTaskDef((Func<TaskDefinition, TaskDefinition>)null!),
            () => builder.WithImage(null!, "i"),
            () => builder.WithImage("p", null!),
            () => builder.WithAppSpec((string)null!),
            () => builder.WithAppSpec((AppSpec)null!),
            () => builder.Shift(null!),
            () => builder.Gate(Stage.TestTraffic, (Func<GateContext, CancellationToken, Task<GateVerdict>>)null!),
            () => builder.Gate(Stage.TestTraffic, (IGate)null!),
            () => builder.RollBackOn(null!),
            () => builder.WithCodeDeploy(null!, "g"),
            () => builder.WithCodeDeploy("a", null!),
            () => builder.WithDescription(null!),
        ];

        calls.Should().AllSatisfy(call => call.Should().Throw<ArgumentNullException>());
    }

    private static EquatableArray<DeploymentProblem> Problems(DeploymentBuilder builder) =>
        builder.Invoking(b => b.Build()).Should().Throw<DeploymentValidationException>().Which.Problems;
}
