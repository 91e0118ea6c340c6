using BlueGreen.Ecs.Engines.CodeDeploy;
using BlueGreen.Ecs.Engines.EcsNative;

namespace BlueGreen.Ecs.Preflight;

/// <summary>BG250: nothing is asked for that only a deployment by task sets can do.</summary>
internal sealed class TaskSetSettingsCheck : ICodeDeployCheck, IEcsNativeCheck
{
    public IEnumerable<Finding> Check(CodeDeployFacts facts) => Check(facts.Deployment, "CodeDeploy");

    public IEnumerable<Finding> Check(EcsNativeFacts facts) => Check(facts.Deployment, "ECS");

    private static IEnumerable<Finding> Check(Deployment deployment, string mover)
    {
        const string Fix = "Leave the call out, or deploy a service with the deployment controller EXTERNAL.";
        if (deployment.ScaleWithTraffic)
        {
            yield return new("BG250", FindingSeverity.Warning, "ScaleWithTraffic()", $"{mover} starts all of the new version's tasks at once; they do not come with their traffic.", Fix);
        }

        if (deployment.OnListenerDrift != ListenerDriftPolicy.RollBack)
        {
            yield return new("BG250", FindingSeverity.Warning, $"OnListenerDrift({deployment.OnListenerDrift})", $"{mover} sets the listener's weights; what somebody else changes there stays until its next step.", Fix);
        }
    }
}
