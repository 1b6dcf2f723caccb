# The first page, then each next one with the cursor of the one before, until "more" is false.
curl -sG https://bantin.example.gov.vn/api/v1/changes -d include=article
curl -sG https://bantin.example.gov.vn/api/v1/changes -d include=article -d cursor=1:42
# With a key: wait for what comes, and say how far you are.
curl -sG https://bantin.example.gov.vn/api/v1/changes -H "Authorization: Bearer $BANTIN_KEY" -d include=article -d cursor=1:42 -d wait=25
curl -s -X PUT https://bantin.example.gov.vn/api/v1/changes/cursor -H "Authorization: Bearer $BANTIN_KEY" \
  -H 'Content-Type: application/json' -d '{"cursor":"1:42"}'
