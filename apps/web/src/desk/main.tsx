import { createRoot } from 'react-dom/client'
import { dropOldCopies } from '../features/articles/drafts/local-copies.ts'
import { dropOldUnsent } from '../features/comments/unsent-texts.ts'
import { createApiClient } from '../lib/api-client.ts'
import { createQueryClient } from '../lib/query-client.ts'
import { createSession } from '../lib/session.ts'
import '../ui/tokens.css'
import '../ui/fonts.css'
import '../ui/base.css'
import './desk.css'
import { DeskApp } from './desk-app.tsx'
import { takeLinkSecret } from './link-secret.ts'
import { createDeskRouter } from './router.tsx'

// Before anything else looks at the address.
const linkSecret = takeLinkSecret(window)
const session = createSession(createApiClient())
const queryClient = createQueryClient(createApiClient({ bearer: session.bearer }))
const router = createDeskRouter({ session, queryClient, linkSecret })

session.subscribe(() => {
  const { status } = session.state()
  // Nothing of one person stays in the page for another: what is unsaved is on the device under its writer's name.
  if (status === 'changed') window.location.reload()
  if (status === 'signedOut') queryClient.clear()
})
dropOldCopies()
dropOldUnsent()

const root = document.getElementById('root')
if (root) createRoot(root).render(<DeskApp session={session} queryClient={queryClient} router={router} />)
