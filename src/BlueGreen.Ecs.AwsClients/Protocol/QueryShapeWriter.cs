using System.Globalization;
using System.Text;
using Amazon.Runtime.Documents;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>Writes shapes as the query protocol's parameters: <c>Actions.member.1.TargetGroupArn=…</c>.</summary>
internal sealed class QueryShapeWriter(ParameterCollection parameters) : ShapeWriter
{
    private readonly StringBuilder _path = new(capacity: 128);
    private readonly Stack<(int Length, int Count)> _frames = new(capacity: 8);

    public override void BeginStructure() => Push();

    public override void EndStructure() => Pop();

    public override void BeginList() => Push();

    public override void BeginMap() => Push();

    public override void EndMap() => Pop();

    public override void EndList()
    {
        // An empty list is told by an empty parameter.
        if (Pop().Count == 0)
        {
            Value(string.Empty);
        }
    }

    public override void Member(string name)
    {
        _path.Length = _frames.Peek().Length;
        if (_path.Length > 0)
        {
            _path.Append('.');
        }

        _path.Append(name);
    }

    public override void Element() => Number("member");

    public override void Key(string key)
    {
        Number("entry");
        var entry = _path.Length;
        _path.Append(".key");
        Value(key);
        _path.Length = entry;
        _path.Append(".value");
    }

    public override void Value(string value) => parameters.Add(_path.ToString(), value);

    public override void Value(long value) => Value(value.ToString(CultureInfo.InvariantCulture));

    public override void Value(double value) => Value(value.ToString("R", CultureInfo.InvariantCulture));

    public override void Value(bool value) => Value(value ? "true" : "false");

    public override void Value(DateTime value) =>
        Value(value.ToUniversalTime().ToString(AWSSDKUtils.ISO8601DateFormat, CultureInfo.InvariantCulture));

    public override void Value(MemoryStream value) => Value(Convert.ToBase64String(value.ToArray()));

    public override void Value(Document value) => throw new NotSupportedException("The query protocol has no documents.");

    private void Number(string word)
    {
        var (length, count) = _frames.Pop();
        _frames.Push((length, count + 1));
        _path.Length = length;
        _path.Append('.').Append(word).Append('.').Append(count + 1);
    }

    private void Push() => _frames.Push((_path.Length, 0));

    private (int Length, int Count) Pop()
    {
        var frame = _frames.Pop();
        _path.Length = frame.Length;
        return frame;
    }
}
