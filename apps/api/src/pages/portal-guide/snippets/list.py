import json
from urllib.request import urlopen

with urlopen("https://bantin.example.gov.vn/api/v1/articles?limit=5") as answer:
    for article in json.load(answer)["data"]:
        print(article["publishedAt"][:10], article["title"])
