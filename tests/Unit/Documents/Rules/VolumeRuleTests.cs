namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class VolumeRuleTests
{
    private const string Efs = "\"efsVolumeConfiguration\":{\"fileSystemId\":\"fs-1\"}";

    [Fact]
    public void Name_OfAnEarlierVolume_IsAnErrorThere() => RuleBench.Finds("BG146", FindingSeverity.Error, "volumes[1].name", "*\"v\"*volumes[0]*", Volumes("{\"name\":\"v\"},\n{\"name\": §\"v\"}"));

    [Theory]
    [InlineData("{\"name\":§\"my volume\"}", "volumes[0].name", "*\"my volume\"*")]
    [InlineData("§{\"host\":{}}", "volumes[0]", "*called \"\"*")]
    public void Name_ThatIsNone_IsAnError(string volume, string path, string message) => RuleBench.Finds("BG146", FindingSeverity.Error, path, message, Volumes(volume));

    [Theory]
    [InlineData("\"host\":{\"sourcePath\":\"/data\"}")]
    [InlineData("\"dockerVolumeConfiguration\":{\"scope\":\"task\"}")]
    [InlineData("\"s3filesVolumeConfiguration\":{\"fileSystemArn\":\"a\"}")]
    [InlineData("\"configuredAtLaunch\":true")]
    public void Volume_OfTwoKinds_IsAnError(string kind) => RuleBench.Finds("BG146", FindingSeverity.Error, "volumes[0]", "*\"v\" is of more than one kind*", Volumes($"§{{\"name\":\"v\",{Efs},{kind}}}"));

    [Fact]
    public void Volumes_TwoConfiguredAtLaunch_AreAnErrorAtTheSecond() =>
        RuleBench.Finds("BG146", FindingSeverity.Error, "volumes[1].configuredAtLaunch", "*second*one*", Volumes("{\"name\":\"a\",\"configuredAtLaunch\":true},{\"name\":\"b\",\"configuredAtLaunch\":§true}"));

    [Theory]
    [InlineData("\"efsVolumeConfiguration\":{\"fileSystemId\":§\"\"}", "efsVolumeConfiguration.fileSystemId")]
    [InlineData("\"s3filesVolumeConfiguration\":{\"fileSystemArn\":§\"\"}", "s3filesVolumeConfiguration.fileSystemArn")]
    [InlineData("\"fsxWindowsFileServerVolumeConfiguration\":{\"fileSystemId\":\"fs\",\"rootDirectory\":§\"\",\"authorizationConfig\":{\"credentialsParameter\":\"c\",\"domain\":\"d\"}}", "fsxWindowsFileServerVolumeConfiguration.rootDirectory")]
    [InlineData("\"fsxWindowsFileServerVolumeConfiguration\":{\"fileSystemId\":\"fs\",\"rootDirectory\":\"r\",\"authorizationConfig\":{\"credentialsParameter\":\"c\",\"domain\":§\"\"}}", "fsxWindowsFileServerVolumeConfiguration.authorizationConfig.domain")]
    public void Member_Empty_IsAnErrorThere(string volume, string path) => RuleBench.Finds("BG146", FindingSeverity.Error, $"volumes[0].{path}", "*is empty, and needed*", Volumes($"{{\"name\":\"v\",{volume}}}"));

    [Fact]
    public void Volumes_OfOneKindEach_AreInOrder() => RuleBench.FindsNothing("BG146", Volumes($"{{\"name\":\"a\",\"host\":{{}},{Efs}}},{{\"name\":\"b\",\"configuredAtLaunch\":true}},{{\"name\":\"c\"}}"));

    private static string Volumes(string volumes) => RuleBench.Task("\"cpu\":1", $"\"volumes\":[{volumes}],");
}
