using BlueGreen.Ecs.Tests.Unit.Support;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Values;

public sealed class ServiceReferenceTests
{
    [Fact]
    public void Parse_WhatToStringWrote_IsTheSame() =>
        Gen.Select(Samples.Name, Samples.Name).Sample((cluster, name) =>
        {
            var reference = ServiceReference.Parse($"{cluster}/{name}");
            (reference.Cluster, reference.Name).Should().Be((cluster, name));
            ServiceReference.Parse(reference.ToString()).Should().Be(reference);
        });

    [Theory]
    [InlineData("arn:aws:ecs:eu-west-1:123456789012:service/web/shop", "eu-west-1")]
    [InlineData("arn:aws-cn:ecs:cn-north-1:123456789012:service/web/shop", "cn-north-1")]
    public void Parse_Arn_GivesClusterNameAndRegion(string arn, string region)
    {
        var reference = ServiceReference.Parse(arn);

        (reference.Cluster, reference.Name, reference.Region).Should().Be(("web", "shop", region));
        reference.ToString().Should().Be("web/shop");
    }

    [Theory]
    [InlineData("")]
    [InlineData("shop")]
    [InlineData("web/")]
    [InlineData("/shop")]
    [InlineData("web/shop/more")]
    [InlineData("we b/shop")]
    [InlineData("arn:aws:ecs:eu-west-1:123456789012:service/shop")]
    [InlineData("arn:aws:ecs:eu-west-1:123456789012:cluster/web")]
    [InlineData("arn:aws:ecs::123456789012:service/web/shop")]
    [InlineData("arn:aws:iam::123456789012:role/shop")]
    public void Parse_NoService_NamesTheTextAndWhatIsAllowed(string text)
    {
        ServiceReference.TryParse(text).Should().BeNull();
        FluentActions.Invoking(() => ServiceReference.Parse(text)).Should().Throw<ArgumentException>()
            .WithMessage($"*'{text}'*cluster/service*arn:aws:ecs:*:service/cluster/service*");
    }

    [Fact]
    public void Parse_Null_IsAnArgumentNullException() =>
        FluentActions.Invoking(() => ServiceReference.Parse(null!)).Should().Throw<ArgumentNullException>();
}
