using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Wire;

/// <summary>One validated call of an AWS operation, whatever protocol it came by.</summary>
/// <param name="Service">The model's name, also botocore's: <c>ecs</c>, <c>codedeploy</c>, <c>elbv2</c>, <c>ecr</c>, <c>iam</c>, <c>sts</c>, <c>cloudwatch</c>.</param>
/// <param name="Operation">The operation's name, such as <c>DescribeServices</c>.</param>
/// <param name="Account">The account that calls.</param>
/// <param name="Region">The region of the request's credential scope.</param>
/// <param name="Input">The members under their wire names. Timestamps are epoch seconds, numbers JSON numbers, blobs base64, in every protocol.</param>
internal sealed record AwsCall(string Service, string Operation, string Account, string Region, JsonObject Input)
{
    /// <summary>The access key id with which the call is signed; empty where it is not.</summary>
    public string AccessKeyId { get; init; } = "";
}
