namespace BlueGreen.Ecs.Engines.CodeDeploy;

/// <summary>One thing that is checked before a deployment by CodeDeploy. Pure: it looks at what was read, and at nothing else.</summary>
internal interface ICodeDeployCheck
{
    IEnumerable<Finding> Check(CodeDeployFacts facts);
}
