namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class RoleArnRuleTests
{
    [Theory]
    [InlineData("arn:aws:iam::1234567890:role/task")]
    [InlineData("arn:aws:iam::123456789012:user/task")]
    [InlineData("arn:aws:iam::123456789012:role/")]
    [InlineData("arn:aws:sts::123456789012:assumed-role/task/session")]
    [InlineData("arn:azure:iam::123456789012:role/task")]
    [InlineData("arn:aws:iam::123456789012:role/my task")]
    [InlineData("role/task")]
    public void Role_ThatIsNone_IsAnErrorAtItsMember(string role)
    {
        RuleBench.Finds("BG136", FindingSeverity.Error, "executionRoleArn", $"*execution role*\"{role}\"*", RuleBench.Task("\"image\":\"i\"", $"\n\"executionRoleArn\": §\"{role}\","));
        RuleBench.Finds("BG136", FindingSeverity.Error, "taskRoleArn", $"*task role*\"{role}\"*", RuleBench.Task("\"image\":\"i\"", $"\n\"taskRoleArn\": §\"{role}\","));
    }

    [Theory]
    [InlineData("arn:aws:iam::123456789012:role/ecsTaskExecutionRole")]
    [InlineData("arn:aws-cn:iam::123456789012:role/service-role/task_1+=,.@-")]
    [InlineData("ecsTaskExecutionRole")]
    [InlineData("<ROLE>")]
    [InlineData("arn:aws:iam::<ACCOUNT>:role/task")]
    public void Role_ArnOrName_IsInOrder(string role) => RuleBench.FindsNothing("BG136", RuleBench.Task("\"image\":\"i\"", $"\"executionRoleArn\":\"{role}\",\"taskRoleArn\":\"{role}\","));
}
