namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class EnvironmentFilesRuleTests
{
    private const string File = "{\"type\":\"s3\",\"value\":\"arn:aws:s3:::bucket/web.env\"}";

    [Fact]
    public void File_WithAnotherEnd_IsAnErrorThere() =>
        RuleBench.Finds("BG132", FindingSeverity.Error, "containerDefinitions[0].environmentFiles[1].value", "*web.txt*end in .env*", RuleBench.Task($"\"environmentFiles\":[{File},\n{{\"type\":\"s3\",\"value\":§\"arn:aws:s3:::bucket/web.txt\"}}]"));

    [Fact]
    public void File_OfAnotherType_IsAnErrorThere() =>
        RuleBench.Finds("BG132", FindingSeverity.Error, "containerDefinitions[0].environmentFiles[0].type", "*\"http\"*s3*", RuleBench.Task("\"environmentFiles\":[{\"type\":§\"http\",\"value\":\"web.env\"}]"));

    [Fact]
    public void Files_MoreThanTen_AreAnError() =>
        RuleBench.Finds("BG132", FindingSeverity.Error, "containerDefinitions[0].environmentFiles", "*11 files*10*", RuleBench.Task($"\"environmentFiles\":§[{string.Join(',', Enumerable.Repeat(File, 11))}]"));

    [Fact]
    public void Files_Ten_AreInOrder() => RuleBench.FindsNothing("BG132", RuleBench.Task($"\"environmentFiles\":[{string.Join(',', Enumerable.Repeat(File, 10))}]"));
}
