import json
from urllib.parse import urlencode
from urllib.request import urlopen

# put, remove, remove_all, read_cursor and write_cursor are yours.
cursor, more = read_cursor(), True  # None at first
while more:
    query = urlencode({"include": "article"} | ({"cursor": cursor} if cursor else {}))
    with urlopen(f"https://bantin.example.gov.vn/api/v1/changes?{query}") as answer:
        page = json.load(answer)
    if cursor and cursor.split(":")[0] != page["cursor"].split(":")[0]:
        remove_all()  # Another epoch: begin anew.
        cursor = None
        write_cursor(cursor)
        continue
    for change in page["data"]:
        if change["entity"] != "article":
            continue
        if change["action"] == "delete":
            remove(change["id"])
        elif change["article"]:
            put(change["id"], change["article"])
    cursor, more = page["cursor"], page["more"]
    write_cursor(cursor)  # Once the whole page is applied.
