var asked = HttpRequest.newBuilder(URI.create("https://bantin.example.gov.vn/api/v1/articles/" + id + "/editions/1")).build();
byte[] document = http.send(asked, HttpResponse.BodyHandlers.ofByteArray()).body();
byte[] sum = MessageDigest.getInstance("SHA-256").digest(document);
boolean isGenuine = hash.equals("sha256:" + HexFormat.of().formatHex(sum));
