using BlueGreen.Ecs.Engines.CodeDeploy;
using BlueGreen.Ecs.Engines.EcsNative;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Preflight;

/// <summary>BG102: the task definition has no member that would be lost when it is registered.</summary>
internal sealed class UnknownMembersCheck : ICodeDeployCheck, IEcsNativeCheck
{
    public IEnumerable<Finding> Check(CodeDeployFacts facts) => Check(facts.TaskDefinition);

    public IEnumerable<Finding> Check(EcsNativeFacts facts) => Check(facts.TaskDefinition);

    /// <summary>The same for every engine.</summary>
    public static IEnumerable<Finding> Check(TaskDefinition definition) => TaskDefinitionMapping.UnsendableMembers(definition).Select(path => new Finding(
        "BG102",
        FindingSeverity.Error,
        path,
        "The member is not known to this version, which would lose it when it registers the task definition.",
        "Leave the member out; this version cannot deploy a task definition that needs it."));
}
