namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG129: the awslogs driver is told where the log goes.</summary>
internal sealed class AwslogsOptionsRule() : ContainerRule("BG129")
{
    private const string CreateGroup = "awslogs-create-group";

    protected override void Check(ContainerDefinition container, Report report)
    {
        if (container.LogConfiguration is not { } log || log.LogDriver != LogDriver.Awslogs)
        {
            return;
        }

        Require(log, "awslogs-group", container, report);
        if (Require(log, "awslogs-region", container, report) is { } region && !region.HasPlaceholder() && !IsRegion(region))
        {
            report.Warning($"logConfiguration.options.awslogs-region", $"The region is \"{region}\", which is not written like one, such as eu-west-1.", "Write the region's code, not its name or an availability zone.");
        }

        if (Find(log, CreateGroup) is { } create && create != "true" && !create.HasPlaceholder())
        {
            report.Error($"logConfiguration.options.{CreateGroup}", $"The option {CreateGroup} is \"{create}\"; allowed is true, or nothing.", "Leave the option out when the log group is there already.");
        }

        if (report.Definition.IsForFargate())
        {
            Require(log, "awslogs-stream-prefix", container, report);
        }
    }

    // The option's text; nothing when it is missing or comes from a secret.
    private static string? Require(LogConfiguration log, string name, ContainerDefinition container, Report report)
    {
        if (Find(log, name) is { Length: > 0 } text)
        {
            return text;
        }

        foreach (var option in log.SecretOptions)
        {
            if (option.Name == name)
            {
                return null;
            }
        }

        report.Error($"logConfiguration.options.{name}", $"Container \"{container.Name}\" logs by awslogs without the option {name}, which is needed{(name is "awslogs-stream-prefix" ? " on Fargate" : string.Empty)}.", "Set the option in logConfiguration.options.");
        return null;
    }

    private static string? Find(LogConfiguration log, string name)
    {
        foreach (var option in log.Options)
        {
            if (option.Name == name)
            {
                return option.Value;
            }
        }

        return null;
    }

    // Words of small letters, then a number: eu-west-1, us-gov-east-1.
    private static bool IsRegion(string text)
    {
        var end = text.LastIndexOf('-');
        if (end < 0 || end == text.Length - 1 || text.AsSpan(end + 1).ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var words = 0;
        foreach (var word in text.AsSpan(0, end).Split('-'))
        {
            if (word.Start.Equals(word.End) || text.AsSpan(0, end)[word].ContainsAnyExceptInRange('a', 'z'))
            {
                return false;
            }

            words++;
        }

        return words >= 2;
    }
}
