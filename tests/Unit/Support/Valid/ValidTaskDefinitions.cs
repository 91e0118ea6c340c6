using System.Globalization;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Support.Valid;

/// <summary>
/// Task definitions that ECS would take, as far as its rules are known: half of them for Fargate, half for EC2, together with every member that goes there.
/// The same seed gives the same ones.
/// </summary>
internal sealed class ValidTaskDefinitions : Gen<TaskDefinition>
{
    private static readonly (int Cpu, int Least, int Most, int Step)[] FargateSizes =
    [
        (512, 1024, 4096, 1024), (1024, 2048, 8192, 1024), (2048, 4096, 16384, 1024), (4096, 8192, 30720, 1024), (8192, 16384, 61440, 4096), (16384, 32768, 122880, 8192),
    ];

    /// <summary>The first ones of a seed, each of another family.</summary>
    public static IReadOnlyList<TaskDefinition> Take(int count, uint seed)
    {
        var source = new PCG(seed);
        var valid = new ValidTaskDefinitions();
        return [.. Enumerable.Range(0, count).Select(i => valid.Generate(source, null, out _) with { Family = $"family-{i}" })];
    }

    public override TaskDefinition Generate(PCG pcg, Size? min, out Size size)
    {
        size = new(0);
        var dice = new Dice(pcg);
        return Common(dice, dice.Chance(50) ? Fargate(dice) : Ec2(dice));
    }

    private static TaskDefinition Fargate(Dice dice)
    {
        var (cpu, memory) = FargateSize(dice);
        var isWindows = cpu is >= 1024 and <= 4096 && dice.Chance(20);
        return new TaskDefinition
        {
            Family = "fargate",
            RequiresCompatibilities = dice.Chance(30) ? [Compatibility.Ec2, Compatibility.Fargate] : [Compatibility.Fargate],
            NetworkMode = NetworkMode.Awsvpc,
            Cpu = dice.Chance(30) ? string.Create(CultureInfo.InvariantCulture, $"{cpu / 1024m} vCPU") : Text(cpu),
            Memory = memory % 1024 == 0 && dice.Chance(30) ? $"{Text(memory / 1024)} {dice.Of("GB", "gb")}" : Text(memory),
            ExecutionRoleArn = "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
            RuntimePlatform = isWindows ? new() { OperatingSystemFamily = OperatingSystemFamily.WindowsServer2022Core }
                : dice.Maybe(50, () => new RuntimePlatform { CpuArchitecture = dice.Of(CpuArchitecture.Arm64, CpuArchitecture.X8664), OperatingSystemFamily = OperatingSystemFamily.Linux }),
            EphemeralStorage = dice.Maybe(40, () => new EphemeralStorage { SizeInGiB = dice.Number(21, 200) }),
            PidMode = !isWindows && dice.Chance(20) ? PidMode.Task : default(PidMode?),
            Volumes = isWindows ? [] : ValidVolumes.OnFargate(dice),
        };
    }

    private static TaskDefinition Ec2(Dice dice)
    {
        NetworkMode? mode = dice.Chance(20) ? default(NetworkMode?) : dice.Of(NetworkMode.Bridge, NetworkMode.Host, NetworkMode.Awsvpc, NetworkMode.None);
        return new TaskDefinition
        {
            Family = "ec2",
            RequiresCompatibilities = dice.Chance(60) ? [Compatibility.Ec2] : [],
            NetworkMode = mode,
            Cpu = dice.Chance(30) ? Text(dice.Number(128, 10240)) : null,
            Memory = dice.Chance(30) ? Text(dice.Number(4096, 16384)) : null,
            ExecutionRoleArn = dice.Maybe(50, () => "arn:aws:iam::123456789012:role/ecsTaskExecutionRole"),
            PidMode = dice.Chance(20) ? dice.Of(PidMode.Host, PidMode.Task) : default(PidMode?),
            IpcMode = dice.Chance(20) ? dice.Of(IpcMode.Host, IpcMode.Task, IpcMode.None) : default(IpcMode?),
            PlacementConstraints = dice.Several(30, 3, i => new TaskDefinitionPlacementConstraint { Type = TaskDefinitionPlacementConstraintType.MemberOf, Expression = $"attribute:zone == {i}" }),
            Volumes = ValidVolumes.OnEc2(dice),
        };
    }

    private static TaskDefinition Common(Dice dice, TaskDefinition task)
    {
        var containers = new ValidContainers(dice, task).Make(dice.Number(1, 4));
        return task with
        {
            ContainerDefinitions = containers,
            TaskRoleArn = dice.Maybe(50, () => "arn:aws:iam::123456789012:role/app"),
            EnableFaultInjection = dice.MaybeFlag(30),
            ProxyConfiguration = task.NetworkMode == NetworkMode.Awsvpc ? dice.Maybe(15, () => new ProxyConfiguration
            {
                Type = ProxyConfigurationType.Appmesh,
                ContainerName = containers[0].Name,
                Properties = [new("IgnoredUID", "1337"), new("AppPorts", "8080"), new("ProxyIngressPort", "15000"), new("ProxyEgressPort", "15001")],
            }) : null,
            Tags = dice.Several(40, 5, i => new Tag($"key-{Text(i)}", dice.Of("shop", string.Empty, "Größe 1"))),
        };
    }

    private static (int Cpu, int Memory) FargateSize(Dice dice)
    {
        if (dice.Chance(20))
        {
            return (256, dice.Of(512, 1024, 2048));
        }

        var (cpu, least, most, step) = dice.Of(FargateSizes);
        return (cpu, least + (step * dice.Number(0, (most - least) / step)));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
