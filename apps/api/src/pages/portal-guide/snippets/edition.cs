var document = await http.GetByteArrayAsync($"https://bantin.example.gov.vn/api/v1/articles/{id}/editions/1");
var isGenuine = hash == "sha256:" + Convert.ToHexString(SHA256.HashData(document)).ToLowerInvariant();
