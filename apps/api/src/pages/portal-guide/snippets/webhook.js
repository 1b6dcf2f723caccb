import { verifyWebhook } from '@bantin/client/webhook'

// Throws where it is not genuine, or more than five minutes old. body: the bytes as they came.
const { id, type, data } = await verifyWebhook({ secret, headers: request.headers, body })
