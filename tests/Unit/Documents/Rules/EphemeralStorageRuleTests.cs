namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class EphemeralStorageRuleTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(201)]
    [InlineData(-1)]
    public void Size_OutOfRange_IsAnError(int size) =>
        RuleBench.Finds("BG119", FindingSeverity.Error, "ephemeralStorage.sizeInGiB", $"*{size} GiB*21 to 200*", RuleBench.Fargate("\"image\":\"i\"", $"\"ephemeralStorage\":{{\"sizeInGiB\":§{size}}},"));

    [Theory]
    [InlineData("\"ephemeralStorage\":{\"sizeInGiB\":21},")]
    [InlineData("\"ephemeralStorage\":{\"sizeInGiB\":200},")]
    [InlineData("")]
    public void Size_InRangeOrNone_IsInOrder(string task) => RuleBench.FindsNothing("BG119", RuleBench.Fargate("\"image\":\"i\"", task));
}
