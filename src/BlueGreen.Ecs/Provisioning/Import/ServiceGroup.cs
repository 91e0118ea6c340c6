using Amazon.CodeDeploy.Model;

namespace BlueGreen.Ecs.Provisioning.Import;

/// <summary>The deployment group that deploys a service.</summary>
/// <param name="Target">Its application and name.</param>
/// <param name="Info">What CodeDeploy says of it.</param>
internal sealed record ServiceGroup(CodeDeployTarget Target, DeploymentGroupInfo Info);
