namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class PortRangeRuleTests
{
    [Theory]
    [InlineData("8000")]
    [InlineData("8010-8000")]
    [InlineData("0-10")]
    [InlineData("65000-65536")]
    [InlineData("-1-5")]
    [InlineData("a-b")]
    public void Range_NotUnderstood_IsAnErrorThere(string range) =>
        RuleBench.Finds("BG148", FindingSeverity.Error, "containerDefinitions[0].portMappings[0].containerPortRange", $"*\"{range}\"*8000-8010*", RuleBench.Task($"\"portMappings\":[{{\"containerPortRange\":§\"{range}\"}}]"));

    [Theory]
    [InlineData("containerPort")]
    [InlineData("hostPort")]
    public void Range_BesideASinglePort_IsAnErrorOfTheMapping(string member) =>
        RuleBench.Finds("BG148", FindingSeverity.Error, "containerDefinitions[0].portMappings[0]", $"*containerPortRange beside {member}*", RuleBench.Task($"\"portMappings\":[§{{\"{member}\":80,\"containerPortRange\":\"80-81\"}}]"));

    [Fact]
    public void Range_InAModeWithoutRanges_IsAnError() =>
        RuleBench.Finds("BG148", FindingSeverity.Error, "containerDefinitions[0].portMappings[0].containerPortRange", "*host*bridge and awsvpc*", RuleBench.Task("\"portMappings\":[{\"containerPortRange\":§\"80-81\"}]", "\"networkMode\":\"host\","));

    [Fact]
    public void Ranges_ThatOverlap_AreAnErrorAtTheSecond() =>
        RuleBench.Finds("BG148", FindingSeverity.Error, "containerDefinitions[0].portMappings[1].containerPortRange", "*81-90 overlaps with 80-81*", RuleBench.Task("\"portMappings\":[{\"containerPortRange\":\"80-81\"},{\"containerPortRange\":§\"81-90\"}]"));

    [Fact]
    public void Ranges_MoreThanAHundred_AreAnError() =>
        RuleBench.Finds(
            "BG148",
            FindingSeverity.Error,
            "containerDefinitions[0].portMappings",
            "*101 ranges*100*",
            RuleBench.Task($"\"portMappings\":§[{string.Join(',', Enumerable.Range(1, 101).Select(i => $"{{\"containerPortRange\":\"{i}0-{i}9\"}}"))}]"));

    [Fact]
    public void Ranges_SideBySide_AreInOrder() =>
        RuleBench.FindsNothing("BG148", RuleBench.Task("\"portMappings\":[{\"containerPortRange\":\"80-81\"},{\"containerPortRange\":\"82-82\"},{\"containerPort\":81}]", "\"networkMode\":\"awsvpc\","));
}
