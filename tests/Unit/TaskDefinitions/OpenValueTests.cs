namespace BlueGreen.Ecs.Tests.Unit.TaskDefinitions;

public sealed class OpenValueTests
{
    [Fact]
    public void Values_AreEqualWhenTheirTextsAre()
    {
        NetworkMode mode = "awsvpc";

        mode.Should().Be(NetworkMode.Awsvpc);
        (mode == "awsvpc").Should().BeTrue();
        (mode == "AWSVPC").Should().BeFalse("AWS's values have fixed capitals");
        new TaskDefinition { Family = "web", NetworkMode = "awsvpc" }.Should().Be(new TaskDefinition { Family = "web", NetworkMode = NetworkMode.Awsvpc });
    }

    [Fact]
    public void Values_UnknownOnes_AreKeptAsTheyAre()
    {
        LogDriver driver = "carrier-pigeon";

        (driver.Value, $"{driver}").Should().Be(("carrier-pigeon", "carrier-pigeon"));
        $"{LogDriver.JsonFile}".Should().Be("json-file");
    }
}
