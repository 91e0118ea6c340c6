using System.Net;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Lambda;

/// <summary>Lambda's errors, with their statuses.</summary>
internal static class LambdaErrors
{
    public static AwsErrorException NotFound(string message) => new("ResourceNotFoundException", message, HttpStatusCode.NotFound);

    public static AwsErrorException Conflict(string message) => new("ResourceConflictException", message, HttpStatusCode.Conflict);

    public static AwsErrorException Invalid(string message) => new("InvalidParameterValueException", message);

    /// <summary>A value that is not of the form that the API wants.</summary>
    public static AwsErrorException Constraint(string value, string member, string constraint) =>
        new("ValidationException", $"1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: {constraint}");

    /// <exception cref="AwsErrorException">The caller has seen another state.</exception>
    public static void CheckRevision(string? given, string actual)
    {
        if (given is not null && given != actual)
        {
            throw new AwsErrorException("PreconditionFailedException",
                "The RevisionId provided does not match the latest RevisionId. Call the GetFunction/GetAlias API to retrieve the latest RevisionId", HttpStatusCode.PreconditionFailed);
        }
    }
}
