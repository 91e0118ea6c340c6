using BlueGreen.Ecs.Simulator.Wire;
using BlueGreen.Ecs.Simulator.Wire.Models;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Wire;

public sealed class ModelTests
{
    [Fact]
    public void Models_All_AreRead()
    {
        AwsApi.Models.Keys.Should().Contain(["ecs", "codedeploy", "elbv2", "ecr", "iam", "sts", "cloudwatch"]);
        AwsApi.Models.Values.Should().OnlyContain(model => model.Operations.Count > 0 && model.SigningName.Length > 0 && model.Version.Length > 0);
    }

    [Fact]
    public void Parse_LimitsAndMarks_AreTakenApart()
    {
        var model = ModelParser.Parse("x", """
            service X version=1 protocol=json signing=x
            op Do ! OneException TwoException
            error OneException
              ignored string
            struct DoRequest
              name*~ string{1..100}
              sizes [int{..9}]{1..}
              tags {string{0..5}}{..50}
              kind Kind
              when time
            enum Kind = a | b
            """);

        var operation = model.Operations["Do"];
        operation.Errors.Should().BeEquivalentTo("OneException", "TwoException");
        operation.Output.Members.Should().BeEmpty();
        operation.Input.Members.Select(m => (m.Name, m.Shape.Kind, m.IsRequired, m.Limits)).Should().Equal(
            ("name", ShapeKind.String, true, new ShapeLimits(1, 100)),
            ("sizes", ShapeKind.List, false, new ShapeLimits(1, null)),
            ("tags", ShapeKind.Map, false, new ShapeLimits(null, 50)),
            ("kind", ShapeKind.Enumeration, false, null),
            ("when", ShapeKind.Timestamp, false, null));
        operation.Input.Find("tags")!.Shape.Element!.Kind.Should().Be(ShapeKind.String);
    }

    [Fact]
    public void Parse_RoutesAndPlaces_AreTakenApart()
    {
        var model = ModelParser.Parse("x", """
            service X version=1 protocol=rest-xml signing=x
            op Do PUT /{Bucket}/{Key+}?tagging 204 ! OneException
            struct DoRequest
              Bucket* string{3..63} @uri=Bucket
              Kind string @header=x-amz-kind
              Tags {string} @headers=x-amz-meta-
              Names [string] @name=Name @flat
              Sets [string] @item=Set
              Body blob @payload=Body
            """);

        var operation = model.Operations["Do"];
        (operation.Route!.Method, operation.Route.Status, operation.Route.Query.Single().Key).Should().Be(("PUT", 204, "tagging"));
        operation.Route.Match("/web/a%20b/c").Should().Equal(new Dictionary<string, string>(StringComparer.Ordinal) { ["Bucket"] = "web", ["Key"] = "a b/c" });
        operation.Route.Match("/web/").Should().BeNull();
        operation.Input.Members.Select(member => member.Place).Should().Equal(
            new MemberPlace(MemberLocation.Uri, "Bucket", false, "member"),
            new MemberPlace(MemberLocation.Header, "x-amz-kind", false, "member"),
            new MemberPlace(MemberLocation.Headers, "x-amz-meta-", false, "member"),
            new MemberPlace(MemberLocation.Body, "Name", true, "member"),
            new MemberPlace(MemberLocation.Body, "Sets", false, "Set"),
            new MemberPlace(MemberLocation.Payload, "Body", false, "member"));
    }
}
