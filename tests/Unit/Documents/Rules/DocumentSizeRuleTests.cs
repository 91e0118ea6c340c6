namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class DocumentSizeRuleTests
{
    [Fact]
    public void Document_LargerThan64KiB_IsAnErrorWithItsSize() =>
        RuleBench.Finds("BG115", FindingSeverity.Error, string.Empty, "*bytes*65536*", $"§{Document(66_000)}");

    [Fact]
    public void Document_OfManyBytesAndFewCharacters_IsMeasuredInBytes() =>
        RuleBench.Finds("BG115", FindingSeverity.Error, string.Empty, "*bytes*", $"§{Document(40_000, 'ü')}");

    [Theory]
    [InlineData(10)]
    [InlineData(64_000)]
    public void Document_Smaller_IsInOrder(int length) => RuleBench.FindsNothing("BG115", Document(length));

    private static string Document(int length, char c = 'x') => RuleBench.Task($"\"environment\":[{{\"name\":\"A\",\"value\":\"{new string(c, length)}\"}}]");
}
