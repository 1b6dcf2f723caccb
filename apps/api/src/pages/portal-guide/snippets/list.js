const answer = await fetch('https://bantin.example.gov.vn/api/v1/articles?limit=5')
for (const { publishedAt, title } of (await answer.json()).data) console.log(publishedAt.slice(0, 10), title)
