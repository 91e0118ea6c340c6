namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class TagRuleTests
{
    [Fact]
    public void Tags_MoreThanFifty_AreAnError() =>
        RuleBench.Finds("BG142", FindingSeverity.Error, "tags", "*51 tags*50*", Tags($"§[{string.Join(',', Enumerable.Range(0, 51).Select(i => $"{{\"key\":\"k{i}\",\"value\":\"\"}}"))}]"));

    [Theory]
    [InlineData(0)]
    [InlineData(129)]
    public void Key_OfAnotherLength_IsAnErrorThere(int length) =>
        RuleBench.Finds("BG142", FindingSeverity.Error, "tags[0].key", $"*{length} characters*1 to 128*", Tags($"[{{\"key\":§\"{new string('k', length)}\",\"value\":\"v\"}}]"));

    [Fact]
    public void Key_OfAws_IsAnErrorThere() => RuleBench.Finds("BG142", FindingSeverity.Error, "tags[0].key", "*\"aws:team\"*", Tags("[{\"key\":§\"aws:team\",\"value\":\"v\"}]"));

    [Fact]
    public void Value_TooLong_IsAnErrorThere() => RuleBench.Finds("BG142", FindingSeverity.Error, "tags[0].value", "*\"team\" has 257 characters*256*", Tags($"[{{\"key\":\"team\",\"value\":§\"{new string('v', 257)}\"}}]"));

    [Fact]
    public void Tags_AtTheEnds_AreInOrder() => RuleBench.FindsNothing("BG142", Tags($"[{{\"key\":\"{new string('k', 128)}\",\"value\":\"{new string('v', 256)}\"}},{{\"key\":\"k\",\"value\":\"\"}}]"));

    private static string Tags(string tags) => RuleBench.Task("\"cpu\":1", $"\n\"tags\": {tags},");
}
