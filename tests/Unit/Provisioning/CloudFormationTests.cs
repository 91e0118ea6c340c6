using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BlueGreen.Ecs.Tests.Unit.Support.Valid;

namespace BlueGreen.Ecs.Tests.Unit.Provisioning;

/// <summary>Environments as templates of CloudFormation. That AWS's schemas hold is tried with cfn-lint, by the integration tests.</summary>
public sealed partial class CloudFormationTests
{
    public static TheoryData<string> Variants => [.. EnvironmentVariants.All.Keys];

    [Theory]
    [MemberData(nameof(Variants))]
    public void Template_RefersOnlyToWhatItHas(string variant)
    {
        var template = Template(variant);
        string[] known = [.. Names(template, "Resources"), .. Names(template, "Parameters")];

        var references = Objects(template).SelectMany(References).Where(id => !id.StartsWith("AWS::", StringComparison.Ordinal)).ToList();

        references.Should().NotBeEmpty().And.BeSubsetOf(known);
        Names(template, "Parameters").Should().BeSubsetOf(references, "a parameter that nothing asks for is none");
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Template_NamesNoPlace_ButWhereTheDescriptionDoes(string variant)
    {
        var text = EnvironmentVariants.All[variant].ToCloudFormation();

        text.Should().NotContain("zz-templates").And.NotContain("aws-template").And.NotContain("000000000001");
    }

    [Fact]
    public void Template_OfTheWalkThrough_SaysWhatProvisioningMakes()
    {
        var template = Template("walk-through");
        var resources = template["Resources"]!.AsObject();

        resources.Select(resource => $"{resource.Key} {resource.Value!["Type"]}").Should().Equal(
            "LoadBalancerSecurityGroup AWS::EC2::SecurityGroup",
            "TaskSecurityGroup AWS::EC2::SecurityGroup",
            "LoadBalancer AWS::ElasticLoadBalancingV2::LoadBalancer",
            "Cluster AWS::ECS::Cluster",
            "Repository AWS::ECR::Repository",
            "LogGroup1 AWS::Logs::LogGroup",
            "ExecutionRole AWS::IAM::Role",
            "TrafficRole AWS::IAM::Role",
            "BlueTargetGroup AWS::ElasticLoadBalancingV2::TargetGroup",
            "GreenTargetGroup AWS::ElasticLoadBalancingV2::TargetGroup",
            "ProductionListener AWS::ElasticLoadBalancingV2::Listener",
            "TaskDefinition AWS::ECS::TaskDefinition",
            "Service AWS::ECS::Service",
            "Application AWS::CodeDeploy::Application",
            "DeploymentGroup AWS::CodeDeploy::DeploymentGroup");
        Text(resources["TaskDefinition"]!["Properties"]!["ContainerDefinitions"]![0]!["Image"]).Should()
            .Be("""{"Fn::Sub":"${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/labo-terraform-admin:latest"}""");
        Text(resources["ExecutionRole"]!["Properties"]!["ManagedPolicyArns"]).Should()
            .Be("""[{"Fn::Sub":"arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"}]""");
        Text(resources["Service"]!["Properties"]!["Tags"]).Should().Be("""[{"Key":"bluegreen:environment","Value":"labo-terraform-admin"}]""");
        Names(template, "Outputs").Should().Equal("HostName", "ImageRepository", "ServiceArn");
    }

    [Fact]
    public void Template_TextsWithADollar_StayAsTheyAre()
    {
        var resources = Template("everything")["Resources"]!;

        Text(resources["TaskDefinition"]!["Properties"]!["ContainerDefinitions"]![0]!["Command"]).Should().Be("""["sh","-c","echo ${HOME}"]""");
        Text(resources["TaskRole"]!["Properties"]!["Policies"]).Should().Contain("arn:aws:s3:::pictures/${aws:PrincipalTag/shop}/*");
    }

    [Fact]
    public void Template_WhatIsThereAlready_IsNotMade()
    {
        var template = Template("existing");

        Names(template, "Resources").Should().NotContain(["Cluster", "Repository", "LogGroup1", "ExecutionRole", "TaskRole", "TrafficRole", "LoadBalancer", "LoadBalancerSecurityGroup"]);
        Text(template["Parameters"]!["LoadBalancerArn"]!["Default"]).Should().Contain("loadbalancer/app/shared");
        Text(template["Resources"]!["TaskDefinition"]!["Properties"]!["ExecutionRoleArn"]).Should().Be("""{"Fn::Sub":"arn:${AWS::Partition}:iam::${AWS::AccountId}:role/ecsTaskExecutionRole"}""");
    }

    private static JsonObject Template(string variant) => JsonNode.Parse(EnvironmentVariants.All[variant].ToCloudFormation())!.AsObject();

    private static List<string> Names(JsonObject template, string section) => [.. template[section]!.AsObject().Select(member => member.Key)];

    private static string Text(JsonNode? node) => node!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject members => [members, .. members.SelectMany(member => Objects(member.Value))],
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };

    private static IEnumerable<string> References(JsonObject one) =>
    [
        .. one["Ref"] is { } id ? [id.GetValue<string>()] : Array.Empty<string>(),
        .. one["Fn::GetAtt"] is { } attribute ? [attribute[0]!.GetValue<string>()] : Array.Empty<string>(),
        .. one["Fn::Sub"] is { } text ? Substituted.Matches(text.GetValue<string>()).Select(match => match.Groups["id"].Value) : [],
    ];

    [GeneratedRegex(@"\$\{(?<id>[^!}][^}]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Substituted { get; }
}
