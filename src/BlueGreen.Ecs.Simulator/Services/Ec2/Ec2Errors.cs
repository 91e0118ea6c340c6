using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>EC2's errors in AWS's words.</summary>
internal static class Ec2Errors
{
    public static AwsErrorException Value(string message) => new("InvalidParameterValue", message);

    public static AwsErrorException Value(string value, string parameter, string why) => Value($"Value ({value}) for parameter {parameter} is invalid. {why}");

    public static AwsErrorException Missing(string parameter) => new("MissingParameter", $"The request must contain the parameter {parameter}");

    public static AwsErrorException Dependency(string message) => new("DependencyViolation", message);

    /// <returns>The error for an id that is not there, which depends on what the id is of.</returns>
    public static AwsErrorException NotFound(string id)
    {
        var (code, words) = id.Split('-')[0] switch
        {
            "vpc" => ("InvalidVpcID.NotFound", "vpc ID"),
            "subnet" => ("InvalidSubnetID.NotFound", "subnet ID"),
            "sg" => ("InvalidGroup.NotFound", "security group"),
            "sgr" => ("InvalidSecurityGroupRuleId.NotFound", "security group rule ID"),
            "igw" => ("InvalidInternetGatewayID.NotFound", "internetGateway ID"),
            "rtb" => ("InvalidRouteTableID.NotFound", "routeTable ID"),
            "rtbassoc" => ("InvalidAssociationID.NotFound", "association ID"),
            "vpce" => ("InvalidVpcEndpointId.NotFound", "Vpc Endpoint Id"),
            "eipalloc" => ("InvalidAllocationID.NotFound", "allocation ID"),
            "eni" => ("InvalidNetworkInterfaceID.NotFound", "networkInterface ID"),
            "nat" => ("NatGatewayNotFound", "NAT gateway"),
            _ => ("InvalidID", "ID"),
        };
        return new AwsErrorException(code, $"The {words} '{id}' does not exist");
    }
}
