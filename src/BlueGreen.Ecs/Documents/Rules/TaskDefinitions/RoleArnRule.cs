namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG136: roles are named as IAM names them.</summary>
internal sealed class RoleArnRule() : TaskDefinitionRule("BG136")
{
    private const int AccountDigits = 12;

    protected override void Check(TaskDefinition definition, Report report)
    {
        if (definition.ExecutionRoleArn is { } executionRole && !IsRole(executionRole))
        {
            report.Error($"executionRoleArn", $"The execution role is \"{executionRole}\", which is no role's ARN.", "Write arn:aws:iam::ACCOUNT:role/NAME, with the account's twelve digits.");
        }

        if (definition.TaskRoleArn is { } taskRole && !IsRole(taskRole))
        {
            report.Error($"taskRoleArn", $"The task role is \"{taskRole}\", which is no role's ARN.", "Write arn:aws:iam::ACCOUNT:role/NAME, with the account's twelve digits.");
        }
    }

    // ECS also takes a role's name alone. An empty text means no role.
    private static bool IsRole(string text)
    {
        if (text.Length == 0 || text.HasPlaceholder())
        {
            return true;
        }

        const string Iam = ":iam::";
        const string Role = ":role/";
        if (!text.StartsWith("arn:", StringComparison.Ordinal))
        {
            return IsRoleName(text);
        }

        var iam = text.IndexOf(Iam, StringComparison.Ordinal);
        var account = iam + Iam.Length;
        return iam > 0
            && text.AsSpan(4, iam - 4).StartsWith("aws", StringComparison.Ordinal)
            && text.Length > account + AccountDigits + Role.Length
            && !text.AsSpan(account, AccountDigits).ContainsAnyExceptInRange('0', '9')
            && text.AsSpan(account + AccountDigits).StartsWith(Role, StringComparison.Ordinal)
            && IsRoleName(text.AsSpan(text.LastIndexOf('/') + 1));
    }

    private static bool IsRoleName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '=' or ',' or '.' or '@' or '_' or '-'))
            {
                return false;
            }
        }

        return name.Length > 0;
    }
}
