using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Tests.Unit.Support;
using CsCheck;
using YamlDotNet.Core;

namespace BlueGreen.Ecs.Tests.Unit.Documents;

public sealed class YamlTextTests
{
    [Theory]
    [InlineData("web")]
    [InlineData("<TASK_DEFINITION>")]
    [InlineData("AWS::ECS::Service")]
    [InlineData("arn:aws:ecs:eu-west-1:123456789012:task-definition/web:42")]
    [InlineData("./build.sh --all")]
    [InlineData("docker push \"$A:$B\"")]
    [InlineData("日本語")]
    public void StyleOf_CommonText_NeedsNoQuotes(string text) => YamlText.StyleOf(text).Should().Be(ScalarStyle.Plain);

    [Theory]
    [InlineData("")]
    [InlineData("yes")]
    [InlineData("Off")]
    [InlineData("n")]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("0.0")]
    [InlineData("010")]
    [InlineData("1:30")]
    [InlineData("2026-01-02")]
    [InlineData(".inf")]
    [InlineData("<<")]
    [InlineData("a: b")]
    [InlineData("a:")]
    [InlineData("a #b")]
    [InlineData("# a")]
    [InlineData("- a")]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData("*a")]
    [InlineData("{a}")]
    [InlineData("---")]
    public void StyleOf_WhatYamlTakesForSomethingElse_IsQuoted(string text) => YamlText.StyleOf(text).Should().Be(ScalarStyle.SingleQuoted);

    [Theory]
    [InlineData("a\tb")]
    [InlineData("a\u00A0b")]
    [InlineData("\u200B")]
    [InlineData("\na")]
    [InlineData(" a\nb")]
    [InlineData("a\r\nb")]
    [InlineData("a\n\n")]
    public void StyleOf_WhatNobodySees_IsWrittenWithItsCode(string text) => YamlText.StyleOf(text).Should().Be(ScalarStyle.DoubleQuoted);

    [Theory]
    [InlineData("set -e\nmake\n")]
    [InlineData("a: b\n  c # d")]
    [InlineData("cat <<-END\n\tx\n\n\tEND")]
    public void StyleOf_SeveralLines_IsABlock(string text) => YamlText.StyleOf(text).Should().Be(ScalarStyle.Literal);

    [Fact]
    public void Write_AnyText_IsReadAsTheSameText() => Gen.OneOf(Samples.Text, Gen.String[Gen.OneOf(Gen.Char['\u0001', '\uD7FF'], Gen.Char[" \n\t'\"\\:#-"]), 0, 20], Gen.Const("😀 a")).Sample(text =>
    {
        var yaml = YamlText.Write(NodeBuilder.Begin().Text("a", text).Texts("b", [text, "x"]).Map("c", [new(text, text)]).Node);

        var read = YamlNodes.Parse(yaml, "t");
        var texts = read.Descendants().Where(node => node.Children.Count == 0 && node.Text != "x").ToList();
        texts.Should().HaveCount(3).And.OnlyContain(node => node.Text == text && (node.Kind == NodeKind.String || node.Kind == NodeKind.Plain));
        read.Children[2].Children[0].Name.Should().Be(text);
    }, iter: 3000);
}
