using System.Net;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;
using BlueGreen.Ecs.Simulator.Wire.Models;

namespace BlueGreen.Ecs.Simulator.Services.Iam;

/// <summary>Whether the caller of an operation may call it. Only roles are asked: every other caller is root.</summary>
internal sealed class CallerPermissions(World world)
{
    /// <exception cref="AwsErrorException">The caller may not.</exception>
    public void Check(ServiceModel service, AwsCall call)
    {
        // Whoever has a key may ask who they are.
        if (world.Callers.Find(call.AccessKeyId) is not { } role || call.Service is "sts")
        {
            return;
        }

        var session = new RoleSession(world, role, call.AccessKeyId);
        var region = world.In(call.Region);
        var resources = CallerResources.Of(region, call) is { Count: > 0 } known ? known : ["*"];
        var denial = resources.Select(resource => session.FindDenial(IamActions.Of(call), resource, Context(call))).FirstOrDefault(one => one is not null)
            ?? Further(session, region, call)
            ?? PassedRoles.Of(region, call).Select(passed => session.FindDenial("iam:PassRole", passed.Role, ("iam:PassedToService", passed.Service))).FirstOrDefault(one => one is not null);
        if (denial is not null)
        {
            throw Refusal(service, denial);
        }
    }

    // CreateDeployment also reads the configuration, and reads or registers the revision.
    private static string? Further(RoleSession session, Region region, AwsCall call)
    {
        if (call is not { Service: "codedeploy", Operation: "CreateDeployment" })
        {
            return null;
        }

        var application = region.Arn("codedeploy", $"application:{call.Input.Text("applicationName")}");
        var config = call.Input.Text("deploymentConfigName") is { } name ? region.Arn("codedeploy", $"deploymentconfig:{name}") : "*";
        return session.FindDenial("codedeploy:GetDeploymentConfig", config)
            ?? (session.FindDenial("codedeploy:GetApplicationRevision", application) is null ? null : session.FindDenial("codedeploy:RegisterApplicationRevision", application))
            ?? (call.Input.Object("overrideAlarmConfiguration") is null ? null : session.FindDenial("codedeploy:UpdateDeploymentGroup",
                region.Arn("codedeploy", $"deploymentgroup:{call.Input.Text("applicationName")}/{call.Input.Text("deploymentGroupName")}")));
    }

    private static IEnumerable<(string Key, string Value)> Context(AwsCall call) =>
        call.Service is "ecs" && CallerResources.ClusterArn(call) is { } cluster ? [("aws:RequestedRegion", call.Region), ("ecs:cluster", cluster)] : [("aws:RequestedRegion", call.Region)];

    private static AwsErrorException Refusal(ServiceModel service, string denial) => service switch
    {
        { IsEc2: true } => new AwsErrorException("UnauthorizedOperation", $"You are not authorized to perform this operation. {denial}", HttpStatusCode.Forbidden),
        { IsQuery: true } or { IsRestXml: true } => new AwsErrorException("AccessDenied", denial, HttpStatusCode.Forbidden),
        _ => new AwsErrorException("AccessDeniedException", denial, service.IsRest ? HttpStatusCode.Forbidden : HttpStatusCode.BadRequest),
    };
}
