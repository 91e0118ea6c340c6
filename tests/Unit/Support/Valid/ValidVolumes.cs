namespace BlueGreen.Ecs.Tests.Unit.Support.Valid;

/// <summary>Volumes that ECS would take.</summary>
internal static class ValidVolumes
{
    public static EquatableArray<Volume> OnFargate(Dice dice) => dice.Several(50, 3, i => Volume(dice, i, dice.Number(0, 3)));

    public static EquatableArray<Volume> OnEc2(Dice dice) => dice.Several(50, 4, i => Volume(dice, i, dice.Number(0, 5)));

    private static Volume Volume(Dice dice, int place, int kind) => new Volume { Name = $"volume_{place}" } switch
    {
        var volume when kind == 0 => volume with { Host = dice.Maybe(50, () => new HostVolumeProperties()) },
        var volume when kind == 1 => volume with { EfsVolumeConfiguration = Efs(dice) },
        var volume when kind == 2 => volume with { S3filesVolumeConfiguration = new() { FileSystemArn = "arn:aws:s3files:eu-west-1:123456789012:file-system/fs-1", RootDirectory = dice.Maybe(50, () => "/data") } },
        var volume when kind == 3 && place == 0 => volume with { ConfiguredAtLaunch = true }, // One of them at most.
        var volume when kind == 4 => volume with { Host = new() { SourcePath = "/srv/data" } },
        var volume when kind == 5 => volume with { DockerVolumeConfiguration = Docker(dice) },
        var volume => volume,
    };

    private static EfsVolumeConfiguration Efs(Dice dice) => dice.Chance(50)
        ? new() { FileSystemId = "fs-0123456789abcdef0", RootDirectory = dice.Maybe(50, () => "/data") }
        : new()
        {
            FileSystemId = "fs-0123456789abcdef0",
            TransitEncryption = EfsTransitEncryption.Enabled,
            TransitEncryptionPort = dice.MaybeNumber(50, 1024, 65535),
            AuthorizationConfig = new() { AccessPointId = "fsap-0123456789abcdef0", Iam = dice.Of(EfsAuthorizationConfigIam.Enabled, EfsAuthorizationConfigIam.Disabled) },
        };

    private static DockerVolumeConfiguration Docker(Dice dice) => dice.Chance(50)
        ? new() { Scope = DockerVolumeScope.Task, Driver = dice.Maybe(50, () => "local"), Labels = dice.Several(50, 2, i => new NamedValue($"label{i}", "x")) }
        : new() { Scope = DockerVolumeScope.Shared, Autoprovision = dice.MaybeFlag(50), DriverOpts = dice.Several(50, 2, i => new NamedValue($"option{i}", "x")) };
}
