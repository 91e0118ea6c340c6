namespace BlueGreen.Ecs.Tests.Unit.Values;

public sealed class NamedValueTests
{
    [Fact]
    public void ToString_OfAnythingThatHoldsIt_DoesNotShowTheValue()
    {
        var definition = new TaskDefinition { Family = "web", ContainerDefinitions = [new() { Name = "web", Environment = [new("DB_PASSWORD", "hunter2")] }] };

        definition.ToString().Should().Contain("DB_PASSWORD=…").And.NotContain("hunter2");
    }
}
