import { createClient } from '@bantin/client'

// put, remove, removeAll and store ({ read, write }, of the cursor) are yours.
const client = createClient({ baseUrl: 'https://bantin.example.gov.vn' })
for await (const { entity, action, id, article } of client.changes({ include: 'article', store, onNewEpoch: removeAll })) {
  if (entity !== 'article') continue
  if (action === 'delete') await remove(id)
  else if (article) await put(id, article)
}
