// put, remove, removeAll, readCursor and writeCursor are yours.
var http = HttpClient.newHttpClient();
String cursor = readCursor(); // null at first
for (boolean more = true; more;) {
    String query = cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    var asked = HttpRequest.newBuilder(URI.create("https://bantin.example.gov.vn/api/v1/changes?include=article" + query)).build();
    var answer = http.send(asked, HttpResponse.BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) throw new IOException("status " + answer.statusCode());
    JsonNode page = new ObjectMapper().readTree(answer.body());
    String now = page.get("cursor").asText();
    if (cursor != null && !cursor.split(":")[0].equals(now.split(":")[0])) {
        removeAll(); // Another epoch: begin anew.
        writeCursor(cursor = null);
        continue;
    }
    for (JsonNode change : page.get("data")) {
        if (!change.get("entity").asText().equals("article")) continue;
        String id = change.get("id").asText();
        if (change.get("action").asText().equals("delete")) remove(id);
        else if (change.hasNonNull("article")) put(id, change.get("article"));
    }
    writeCursor(cursor = now); // Once the whole page is applied.
    more = page.get("more").asBoolean();
}
