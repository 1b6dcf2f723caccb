// Put, Remove, RemoveAll, ReadCursor and WriteCursor are yours.
var http = new HttpClient { BaseAddress = new Uri("https://bantin.example.gov.vn") };
var cursor = ReadCursor(); // null at first
for (var more = true; more;)
{
    var query = cursor is null ? "" : "&cursor=" + Uri.EscapeDataString(cursor);
    var page = await http.GetFromJsonAsync<JsonNode>("/api/v1/changes?include=article" + query);
    var now = page!["cursor"]!.ToString();
    if (cursor is not null && cursor.Split(':')[0] != now.Split(':')[0])
    {
        RemoveAll(); // Another epoch: begin anew.
        WriteCursor(cursor = null);
        continue;
    }
    foreach (var change in page["data"]!.AsArray())
    {
        if (change!["entity"]!.ToString() != "article") continue;
        var id = change["id"]!.ToString();
        if (change["action"]!.ToString() == "delete") Remove(id);
        else if (change["article"] is JsonNode article) Put(id, article);
    }
    WriteCursor(cursor = now); // Once the whole page is applied.
    more = page["more"]!.GetValue<bool>();
}
