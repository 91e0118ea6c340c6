using BlueGreen.Ecs.Engines.CodeDeploy;
using BlueGreen.Ecs.Engines.EcsNative;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Preflight;

/// <summary>BG102: the task definition has no member that would be lost when it is registered.</summary>
internal sealed class UnknownMembersCheck : ICodeDeployCheck, IEcsNativeCheck
{
    public IEnumerable<Finding> Check(CodeDeployFacts facts) => UnknownMemberFindings.Of(facts.TaskDefinition);

    public IEnumerable<Finding> Check(EcsNativeFacts facts) => UnknownMemberFindings.Of(facts.TaskDefinition);
}
