namespace BlueGreen.Ecs.Tests.Unit.Values;

public sealed class RollBackTriggerTests
{
    [Fact]
    public void Alarm_AName_IsKept() => RollBackTrigger.Alarm("5xx-high").AlarmName.Should().Be("5xx-high");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Alarm_NoName_Throws(string? name) =>
        FluentActions.Invoking(() => RollBackTrigger.Alarm(name!)).Should().Throw<ArgumentException>();

    [Fact]
    public void Alarm_TooLong_SaysHowLongAndWhatIsAllowed() =>
        FluentActions.Invoking(() => RollBackTrigger.Alarm(new('a', 256))).Should().Throw<ArgumentException>().WithMessage("*256*255*");
}
