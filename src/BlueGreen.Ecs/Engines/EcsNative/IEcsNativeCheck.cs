namespace BlueGreen.Ecs.Engines.EcsNative;

/// <summary>One thing that is checked before a deployment by ECS itself. Pure: it looks at what was read, and at nothing else.</summary>
internal interface IEcsNativeCheck
{
    IEnumerable<Finding> Check(EcsNativeFacts facts);
}
