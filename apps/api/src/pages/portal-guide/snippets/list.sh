curl -sG https://bantin.example.gov.vn/api/v1/articles -d limit=5 -d publishedFrom=2026-11-01
