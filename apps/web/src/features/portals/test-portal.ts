import type { Client, ClientKey } from '@bantin/shared/clients'
import type { Webhook, WebhookDelivery } from '@bantin/shared/webhooks'

/** A key that works, or one that is revoked. */
export function testKey(over: Partial<ClientKey> = {}): ClientKey {
  return {
    id: 'k1',
    prefix: 'btk_AAAA1111',
    createdAt: '2026-11-01T08:00:00+07:00',
    createdBy: { id: 'me', name: 'Nguyễn Văn An' },
    expiresAt: null,
    revokedAt: null,
    revokedBy: null,
    lastUsedAt: '2026-11-28T10:05:00+07:00',
    ...over,
  }
}

/** A portal that is behind. */
export function testPortal(over: Partial<Client> = {}): Client {
  return {
    id: 'c1',
    version: 4,
    name: 'Cổng phường An Khánh',
    contact: null,
    unit: null,
    scopes: ['read', 'acknowledge'],
    requestsPerSecond: null,
    responsible: { id: 'me', name: 'Nguyễn Văn An', isDisabled: false },
    createdAt: '2026-11-01T08:00:00+07:00',
    closedAt: null,
    keys: [testKey()],
    acknowledgement: {
      cursor: '1:30',
      acknowledgedAt: '2026-11-27T10:05:00+07:00',
      behind: 12,
      behindSince: '2026-11-27T10:05:00+07:00',
    },
    days: [{ day: '2026-11-28', requests: 1200, refused: 3 }],
    unitPath: [],
    ...over,
  }
}

/** An endpoint that is on. */
export function testWebhook(over: Partial<Webhook> = {}): Webhook {
  return {
    id: 'w1',
    version: 2,
    client: { id: 'c1', name: 'Cổng phường An Khánh' },
    url: 'https://cong.example.vn/bao',
    createdAt: '2026-11-01T08:00:00+07:00',
    disabledAt: null,
    disabledBecause: null,
    formerSecretUntil: null,
    waiting: 0,
    failed: 1,
    lastDeliveredAt: null,
    unitPath: [],
    ...over,
  }
}

/** A message that was given up. */
export function testMessage(over: Partial<WebhookDelivery> = {}): WebhookDelivery {
  return {
    id: 'm1',
    webhookId: 'w1',
    url: 'https://cong.example.vn/bao',
    type: 'article.correction',
    seq: 42,
    article: { id: 'a1', title: 'Khai giảng năm học mới' },
    status: 'failed',
    attempts: 9,
    createdAt: '2026-11-25T08:00:00+07:00',
    nextAttemptAt: null,
    finishedAt: '2026-11-28T08:00:00+07:00',
    lastStatus: 503,
    lastError: null,
    ...over,
  }
}
