using System.Xml.Linq;
using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Ec2;

public sealed class Ec2WireTests
{
    private static readonly XNamespace Ns = "http://ec2.amazonaws.com/doc/2016-11-15/";

    [Fact]
    public async Task Answer_MembersAndItems_HaveTheNamesOfTheirLocation()
    {
        await using var simulator = new AwsSimulator();

        var (status, xml) = await simulator.PostFormAsync(
            "Action=CreateVpc&Version=2016-11-15&CidrBlock=10.0.0.0%2F16&TagSpecification.1.ResourceType=vpc&TagSpecification.1.Tag.1.Key=a&TagSpecification.1.Tag.1.Value=b", "ec2");

        status.Should().Be(200, xml);
        var vpc = XDocument.Parse(xml).Element(Ns + "CreateVpcResponse")!.Element(Ns + "vpc")!;
        vpc.Element(Ns + "vpcId")!.Value.Should().MatchRegex("^vpc-[0-9a-f]{17}$");
        vpc.Element(Ns + "isDefault")!.Value.Should().Be("false");
        vpc.Element(Ns + "tagSet")!.Element(Ns + "item")!.Element(Ns + "value")!.Value.Should().Be("b");
    }

    [Fact]
    public async Task Request_FlattenedListsAndNestedFilters_AreRead()
    {
        await using var simulator = new AwsSimulator();
        var (vpc, other) = (simulator.Vpc(), simulator.Vpc());

        var (_, xml) = await simulator.PostFormAsync($"Action=DescribeVpcs&Version=2016-11-15&VpcId.1={vpc}&VpcId.2={other}&Filter.1.Name=vpc-id&Filter.1.Value.1=vpc-x&Filter.1.Value.2={other}", "ec2");

        XDocument.Parse(xml).Descendants(Ns + "vpcId").Select(one => one.Value).Should().Equal(other);
    }

    [Fact]
    public async Task Error_OfAnyKind_StandsInAListOfErrors()
    {
        await using var simulator = new AwsSimulator();

        var (status, xml) = await simulator.PostFormAsync("Action=DescribeVpcs&Version=2016-11-15&VpcId.1=vpc-0123abcd", "ec2");

        var error = XDocument.Parse(xml).Element("Response")!.Element("Errors")!.Element("Error")!;
        (status, error.Element("Code")!.Value, error.Element("Message")!.Value).Should().Be((400, "InvalidVpcID.NotFound", "The vpc ID 'vpc-0123abcd' does not exist"));
        XDocument.Parse(xml).Root!.Element("RequestID")!.Value.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("Action=DeleteVpc", 400, "MissingParameter")]
    [InlineData("Action=DescribeVpcs&DryRun=true", 412, "DryRunOperation")]
    [InlineData("Action=DescribeVpcs&MaxResults=1", 400, "InvalidParameterValue")]
    [InlineData("Action=RunInstances", 400, "InvalidAction")]
    public async Task Refusal_ByTheWire_HasEc2sCode(string form, int expected, string code)
    {
        await using var simulator = new AwsSimulator();

        var (status, xml) = await simulator.PostFormAsync($"{form}&Version=2016-11-15", "ec2");

        (status, XDocument.Parse(xml).Descendants("Code").Single().Value).Should().Be((expected, code));
    }

    [Fact]
    public async Task Deletion_WithoutOutput_SaysThatItSucceeded()
    {
        await using var simulator = new AwsSimulator();

        var (_, xml) = await simulator.PostFormAsync($"Action=DeleteVpc&Version=2016-11-15&VpcId={simulator.Vpc()}", "ec2");

        XDocument.Parse(xml).Root!.Element(Ns + "return")!.Value.Should().Be("true");
    }
}
