using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.Lambda;

/// <summary>A version of a function: its configuration and code, and whether it can be invoked.</summary>
/// <param name="name"><c>$LATEST</c> or a number.</param>
internal sealed class FunctionVersion(string name)
{
    public const string LatestName = "$LATEST";
    private const string Creating = "Creating";

    public string Name => name;

    /// <summary>The members of FunctionConfiguration that requests set.</summary>
    public JsonObject Settings { get; init; } = [];

    /// <summary>Where the code comes from: what GetFunction answers as <c>Code</c>.</summary>
    public JsonObject Code { get; set; } = [];

    public string RevisionId { get; set; } = string.Empty;

    public DateTimeOffset Modified { get; set; }

    /// <summary>From the creation until it can be invoked.</summary>
    public bool IsPending { get; set; } = true;

    /// <summary>From an update until it is in effect.</summary>
    public bool IsUpdating { get; set; }

    public int MemorySize => (int)Settings.Number("MemorySize")!.Value;

    public JsonObject ToJson(Function function, bool qualified)
    {
        var json = Settings.Copy();
        (json["FunctionName"], json["FunctionArn"]) = (function.Name, qualified ? $"{function.Arn}:{name}" : function.Arn);
        (json["Version"], json["RevisionId"]) = (name, RevisionId);
        json["LastModified"] = Modified.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", System.Globalization.CultureInfo.InvariantCulture);
        json["State"] = IsPending ? "Pending" : "Active";
        if (IsPending)
        {
            (json["StateReason"], json["StateReasonCode"]) = ("The function is being created.", Creating);
        }
        else
        {
            json["LastUpdateStatus"] = IsUpdating ? "InProgress" : "Successful";
        }

        if (IsUpdating)
        {
            (json["LastUpdateStatusReason"], json["LastUpdateStatusReasonCode"]) = ("The function is being created.", Creating);
        }

        return json;
    }
}
