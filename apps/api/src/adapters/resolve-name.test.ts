import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { describe, expect, onTestFinished, test } from 'vitest'
import { resolveName } from './resolve-name.ts'

const records = { 1: [93, 184, 215, 14], 28: [0x26, 0x06, ...Array(13).fill(0), 1] }

/** A name server that knows for every name these types of addresses (1: A, 28: AAAA); `asked` is how often. */
async function startNameServer(types: (keyof typeof records)[] | 'silent') {
  const seen = { asked: 0 }
  const socket = createSocket('udp4', (query, { address, port }) => {
    seen.asked += 1
    if (types === 'silent') return
    const end = query.indexOf(0, 12) + 5
    const type = query.readUInt16BE(end - 4)
    const known = types.find((one) => one === type)
    const data = known ? records[known] : []
    const record = known ? Buffer.from([0xc0, 12, 0, known, 0, 1, 0, 0, 0, 0, 0, data.length, ...data]) : Buffer.alloc(0)
    const head = Buffer.from([query[0] ?? 0, query[1] ?? 0, 0x81, 0x80, 0, 1, 0, known ? 1 : 0, 0, 0, 0, 0])
    socket.send(Buffer.concat([head, query.subarray(12, end), record]), port, address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  onTestFinished(() => void socket.close())
  return { seen, nameServers: [`127.0.0.1:${socket.address().port}`] }
}

const never = new AbortController().signal

describe('a name', () => {
  test.each([
    ['both families', [1, 28], ['93.184.215.14', '2606::1']],
    ['IPv4 alone', [1], ['93.184.215.14']],
    ['IPv6 alone', [28], ['2606::1']],
  ] as const)('has the addresses of %s', async (_what, types, addresses) => {
    const { nameServers } = await startNameServer([...types])
    const found = await resolveName('chat.example.vn', { isOwn: false, signal: never, nameServers })
    expect(found.map(({ address }) => address)).toEqual(addresses)
  })

  test('that nobody knows is an error with a code', async () => {
    const { nameServers } = await startNameServer([])
    await expect(resolveName('chat.example.vn', { isOwn: false, signal: never, nameServers })).rejects.toMatchObject({ code: 'ENODATA' })
  })

  test('is asked for no longer when time is over', async () => {
    const { seen, nameServers } = await startNameServer('silent')
    const time = new AbortController()
    const asking = resolveName('chat.example.vn', { isOwn: false, signal: time.signal, nameServers })
    asking.catch(() => undefined)
    await expect.poll(() => seen.asked).toBe(2)
    time.abort()
    await expect(asking).rejects.toMatchObject({ code: 'ECANCELLED' })
  })

  test('of one’s own network is found where this machine keeps it, whatever name servers say', async () => {
    const { seen, nameServers } = await startNameServer([1])
    const [first] = await resolveName('localhost', { isOwn: true, signal: never, nameServers })
    expect([first?.address, seen.asked]).toEqual(['127.0.0.1', 0])
  })
})
