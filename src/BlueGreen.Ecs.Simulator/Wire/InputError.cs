using BlueGreen.Ecs.Simulator.Wire.Models;

namespace BlueGreen.Ecs.Simulator.Wire;

/// <summary>Words what is wrong with a request in the service's own style, which is read off the errors that the operation documents.</summary>
internal static class InputError
{
    public static AwsErrorException Of(ServiceModel service, Operation operation, IReadOnlyList<InputProblem> problems)
    {
        var (first, count) = (problems[0], problems.Count);
        if (service.IsEc2)
        {
            return first.Kind is InputProblemKind.Absent
                ? new AwsErrorException("MissingParameter", $"The request must contain the parameter {first.Member}")
                : new AwsErrorException("InvalidParameterValue", first.Text);
        }

        var text = $"{count} validation error{(count == 1 ? "" : "s")} detected: {string.Join("; ", problems.Select(p => p.Text))}";
        return new AwsErrorException(Code(service, operation, first), text);
    }

    // CodeDeploy has an exception for each member; ECS and ECR have one for all; the rest answer the generic one of their protocol.
    private static string Code(ServiceModel service, Operation operation, InputProblem problem)
    {
        if (service.IsRestXml)
        {
            return problem is { Member: "LocationConstraint" } ? "InvalidLocationConstraint" : "InvalidArgument";
        }

        if (service.IsQuery)
        {
            return "ValidationError";
        }

        var member = char.ToUpperInvariant(problem.Member[0]) + problem.Member[1..];
        IEnumerable<string> candidates = problem.Kind switch
        {
            InputProblemKind.WrongType => ["SerializationException"],
            InputProblemKind.Absent => Documented($"{member}RequiredException"),
            _ => Documented($"Invalid{member}Exception"),
        };
        return candidates.Concat(Documented("InvalidParameterException")).Append("ValidationException").First();

        IEnumerable<string> Documented(string error) => operation.Errors.Contains(error) ? [error] : [];
    }
}
