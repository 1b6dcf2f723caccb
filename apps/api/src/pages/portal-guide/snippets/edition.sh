# The sum is the hash that the list of editions has beside it.
curl -s "https://bantin.example.gov.vn/api/v1/articles/$id/editions"
curl -s "https://bantin.example.gov.vn/api/v1/articles/$id/editions/1" | sha256sum
