using System.Net.Http.Json;
using System.Text.Json.Nodes;

var http = new HttpClient { BaseAddress = new Uri("https://bantin.example.gov.vn") };
var list = await http.GetFromJsonAsync<JsonNode>("/api/v1/articles?limit=5");
foreach (var article in list!["data"]!.AsArray())
    Console.WriteLine($"{article!["publishedAt"]!.ToString()[..10]} {article["title"]}");
