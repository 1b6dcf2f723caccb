// With com.fasterxml.jackson.core:jackson-databind.
var http = HttpClient.newHttpClient();
var asked = HttpRequest.newBuilder(URI.create("https://bantin.example.gov.vn/api/v1/articles?limit=5")).build();
var answer = http.send(asked, HttpResponse.BodyHandlers.ofInputStream());
for (JsonNode article : new ObjectMapper().readTree(answer.body()).get("data"))
    System.out.println(article.get("publishedAt").asText().substring(0, 10) + " " + article.get("title").asText());
