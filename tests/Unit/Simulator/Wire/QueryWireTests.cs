using System.Xml.Linq;
using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Wire;

public sealed class QueryWireTests
{
    private const string Version = "&Version=2015-12-01";
    private static readonly XNamespace Elb = "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/";

    [Fact]
    public async Task Post_KnownOperation_AnswersResultAndMetadata()
    {
        await using var simulator = new AwsSimulator();

        var (status, xml) = await simulator.PostFormAsync(
            "Action=CreateLoadBalancer&Name=web&Subnets.member.1=subnet-1&Subnets.member.2=subnet-2&Tags.member.1.Key=a&Tags.member.1.Value=b+c%26d" + Version);

        status.Should().Be(200, xml);
        var root = XDocument.Parse(xml).Root!;
        root.Name.Should().Be(Elb + "CreateLoadBalancerResponse");
        var balancer = root.Element(Elb + "CreateLoadBalancerResult")!.Element(Elb + "LoadBalancers")!.Element(Elb + "member")!;
        balancer.Element(Elb + "CreatedTime")!.Value.Should().Be("2026-01-01T00:00:00.000Z");
        balancer.Element(Elb + "State")!.Element(Elb + "Code")!.Value.Should().Be("provisioning");
        root.Element(Elb + "ResponseMetadata")!.Element(Elb + "RequestId")!.Value.Should().NotBeEmpty();
        var (_, tags) = await simulator.PostFormAsync("Action=DescribeTags&ResourceArns.member.1=" + Uri.EscapeDataString(balancer.Element(Elb + "LoadBalancerArn")!.Value) + Version);
        XDocument.Parse(tags).Descendants(Elb + "Value").Single().Value.Should().Be("b c&d");
    }

    [Theory]
    [InlineData("Action=NoSuchOperation", "InvalidAction")]
    [InlineData("", "InvalidAction")]
    [InlineData("Action=CreateTargetGroup", "ValidationError")]
    [InlineData("Action=CreateTargetGroup&Name=web&Port=eighty", "ValidationError")]
    [InlineData("Action=CreateTargetGroup&Name=web&Protocol=GOPHER", "ValidationError")]
    [InlineData("Action=CreateTargetGroup&Name=web", "ValidationError")]
    [InlineData("Action=DescribeTargetGroups&Names.member.1=none", "TargetGroupNotFound")]
    [InlineData("Action=DeleteListener&ListenerArn=none", "ListenerNotFound")]
    public async Task Post_Mistake_IsAnsweredAsAwsWould(string form, string code)
    {
        await using var simulator = new AwsSimulator();

        var (status, xml) = await simulator.PostFormAsync(form + Version);

        status.Should().Be(400);
        var error = XDocument.Parse(xml).Root!.Elements().First();
        error.Name.LocalName.Should().Be("Error");
        error.Elements().Select(e => e.Name.LocalName).Should().Equal("Type", "Code", "Message");
        error.Elements().Select(e => e.Value).Take(2).Should().Equal("Sender", code);
    }

    [Fact]
    public async Task Post_OperationWithoutOutput_AnswersNoResult()
    {
        await using var simulator = new AwsSimulator();

        var (status, xml) = await simulator.PostFormAsync("Action=PutMetricData&Version=2010-08-01&Namespace=Web&MetricData.member.1.MetricName=Errors&MetricData.member.1.Value=1", "monitoring");

        status.Should().Be(200);
        XDocument.Parse(xml).Root!.Elements().Select(e => e.Name.LocalName).Should().Equal("ResponseMetadata");
    }

    [Fact]
    public async Task Post_AlarmThatIsNotThere_AnswersNotFound()
    {
        await using var simulator = new AwsSimulator();

        var (status, xml) = await simulator.PostFormAsync("Action=SetAlarmState&Version=2010-08-01&AlarmName=absent&StateValue=OK&StateReason=x", "monitoring");

        status.Should().Be(404);
        xml.Should().Contain("<Code>ResourceNotFound</Code>");
    }

    [Fact]
    public async Task Post_OperationWithoutMembers_AnswersAnEmptyResult()
    {
        await using var simulator = new AwsSimulator();

        var (_, xml) = await simulator.PostFormAsync("Action=DeleteTargetGroup&TargetGroupArn=none" + Version);

        XDocument.Parse(xml).Root!.Elements().Select(e => e.Name.LocalName).Should().Equal("DeleteTargetGroupResult", "ResponseMetadata");
    }

    [Fact]
    public async Task Post_UnsignedRequest_IsRoutedByItsVersion()
    {
        await using var simulator = new AwsSimulator();

        var (status, xml) = await simulator.PostFormAsync("Action=GetCallerIdentity&Version=2011-06-15", string.Empty);

        status.Should().Be(200);
        xml.Should().Contain("<Account>123456789012</Account>");
    }

    [Fact]
    public async Task Post_Iam_AnswersPolicyDocumentsEncodedAndErrorsWithTheirStatus()
    {
        await using var simulator = new AwsSimulator();
        var trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"codedeploy.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";

        var (_, role) = await simulator.PostFormAsync("Action=CreateRole&Version=2010-05-08&RoleName=ecsCodeDeployRole&AssumeRolePolicyDocument=" + Uri.EscapeDataString(trust), "iam");
        var (attached, _) = await simulator.PostFormAsync("Action=AttachRolePolicy&Version=2010-05-08&RoleName=ecsCodeDeployRole&PolicyArn=arn:aws:iam::aws:policy/AWSCodeDeployRoleForECS", "iam");
        var (missing, error) = await simulator.PostFormAsync("Action=GetRole&Version=2010-05-08&RoleName=nobody", "iam");

        var document = XDocument.Parse(role).Descendants().Single(e => e.Name.LocalName == "AssumeRolePolicyDocument").Value;
        Uri.UnescapeDataString(document).Should().Be(trust);
        document.Should().NotBe(trust);
        attached.Should().Be(200);
        missing.Should().Be(404);
        error.Should().Contain("<Code>NoSuchEntity</Code>");
    }
}
