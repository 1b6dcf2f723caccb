import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { outgoingCalls } from './outgoing-calls.ts'

/** What must not be reached: counts connections, on this machine at one port of IPv4. */
async function startCanary() {
  const seen = { connections: 0, said: '' }
  const server = createTcpServer((socket) => {
    seen.connections += 1
    socket.on('error', () => undefined)
    socket.once('data', (data) => {
      seen.said = data.toString('latin1')
      socket.destroy()
    })
  })
  return { seen, port: await listen(server) }
}

async function startChat(listener: RequestListener): Promise<number> {
  return await listen(createServer(listener))
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

const at = (...addresses: string[]) => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
const thisMachine = async () => at('127.0.0.1')
const notAllowed = expect.objectContaining({ name: 'OutgoingError', message: expect.stringMatching(/^The address may not be called\. /) })

describe('an address that leads to this machine or its network is not called', () => {
  test.each([
    ['loopback', ['127.0.0.1', '127.1', '127.0.1', '127.8.9.1', '127.0.0.1.', '[::1]', '[0:0:0:0:0:0:0:1]', '[0000::0001]']],
    ['loopback in other numbers', ['2130706433', '0x7f000001', '0x7F.1', '0177.0.0.1', '017700000001', '0x7f.0.0x0.01']],
    ['loopback in other letters', ['127。0。0。1', '１２７.0.0.1', '①②⑦.0.0.1', '%31%32%37.0.0.1', '127.0.0.1%2E']],
    ['loopback as IPv6', ['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::FFFF:0:127.0.0.1]', '[::127.0.0.1]', '[::7f00:1]']],
    [
      'loopback through NAT64, 6to4 and Teredo',
      ['[64:ff9b::127.0.0.1]', '[64:ff9b:1::7f00:1]', '[2002:7f00:1::]', '[2001:0:7f00:1::80ff:fffe]'],
    ],
    ['no address', ['0.0.0.0', '0', '0x0', '[::]', '[::ffff:0.0.0.0]']],
    [
      'the metadata of a cloud',
      ['169.254.169.254', '2852039166', '0xa9fea9fe', '[::ffff:169.254.169.254]', '[fd00:ec2::254]', '100.100.100.200'],
    ],
    [
      'private',
      ['10.0.0.1', '10.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '0xc0a80101', '100.64.0.1', '[fd12:3456::1]', '[fec0::1]'],
    ],
    ['link-local', ['169.254.1.1', '[fe80::1]', '[fe80::1%25eth0]', '[fe80::1%eth0]', '[febf::1]']],
    ['multicast and broadcast', ['224.0.0.1', '239.255.255.250', '255.255.255.255', '[ff02::1]']],
    [
      'reserved',
      ['192.0.0.8', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '240.0.0.1', '[2001:db8::1]', '[100::1]', '[4000::1]'],
    ],
    ['the name of this machine', ['localhost', 'LOCALHOST', 'localhost.', 'chat.localhost', 'ｌｏｃａｌｈｏｓｔ']],
    ['hidden behind a user name', ['chat.example.vn@127.0.0.1', 'chat.example.vn:80@127.0.0.1', '127.0.0.1\\@chat.example.vn']],
  ])('%s', async (_what, hosts) => {
    const { seen, port } = await startCanary()
    const outgoing = outgoingCalls({ ownHosts: [], ports: [port] })
    for (const host of hosts) {
      for (const scheme of ['http', 'https']) {
        await expect(outgoing.post(`${scheme}://${host}:${port}/hooks/x`, '{"text":"a"}'), host).rejects.toEqual(notAllowed)
      }
    }
    expect(seen.connections).toBe(0)
  })

  test.each([
    '127.0.0.1',
    '::1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '10.0.0.1',
    '169.254.169.254',
    'fe80::1%2',
    'fd00::1',
    '0.0.0.0',
  ])('by a name that leads to %s, alone or among others', async (address) => {
    const { seen, port } = await startCanary()
    for (const addresses of [at(address), at('93.184.215.14', address), at(address, '93.184.215.14')]) {
      const outgoing = outgoingCalls({ ownHosts: [], ports: [port], resolve: async () => addresses })
      await expect(outgoing.post(`http://chat.example.vn:${port}/`, '{}')).rejects.toEqual(notAllowed)
    }
    expect(seen.connections).toBe(0)
  })

  test('by a name that leads elsewhere when it is asked again: it is asked once', async () => {
    const { seen, port } = await startCanary()
    // Of the internet's own, but given to nobody: nothing is sent anywhere.
    const answers = [at('3000::1'), at('127.0.0.1'), at('127.0.0.1')]
    const resolve = vi.fn(async () => answers.shift() ?? [])
    const outgoing = outgoingCalls({ ownHosts: [], ports: [port], timeout: 200, resolve })
    await expect(outgoing.post(`http://chat.example.vn:${port}/`, '{}')).rejects.toThrow(/^(It cannot be reached|There was no answer)/)
    expect([resolve.mock.calls.length, seen.connections]).toEqual([1, 0])
  })

  test('by a redirect, which is answered and not followed', async () => {
    const { seen, port } = await startCanary()
    for (const status of [301, 302, 303, 307, 308]) {
      const chat = await startChat((_request, response) => response.writeHead(status, { location: `http://127.0.0.1:${port}/` }).end())
      const outgoing = outgoingCalls({ ownHosts: [`chat.test:${chat}`], resolve: thisMachine })
      expect(await outgoing.post(`http://chat.test:${chat}/`, '{}')).toEqual({ status })
    }
    expect(seen.connections).toBe(0)
  })

  test('by a proxy of the environment, which Node would ask when it is told to', async () => {
    const { seen, port } = await startCanary()
    const chat = await startChat((_request, response) => response.writeHead(204).end())
    const proxy = `http://127.0.0.1:${port}`
    const env = { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: proxy, http_proxy: proxy }
    const call = async (code: string) => (await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], { env })).stdout
    const module = JSON.stringify(new URL('./outgoing-calls.ts', import.meta.url).href)
    const said = await call(`
      const { outgoingCalls } = await import(${module})
      const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
      const outgoing = outgoingCalls({ ownHosts: ['chat.test:${chat}'], resolve })
      console.log((await outgoing.post('http://chat.test:${chat}/', '{}')).status)`)
    expect([said, seen.connections]).toEqual(['204\n', 0])
    await call(`(await import('node:http')).get('http://127.0.0.1:${chat}/').on('error', () => undefined)`)
    expect(seen.connections).toBe(1)
  })
})

describe('what is not called either', () => {
  test.each([
    ['another scheme', 'ftp://chat.example.vn/'],
    ['a file', 'file:///etc/passwd'],
    ['data', 'data:text/plain,a'],
    ['nothing that is an address', 'chat.example.vn/hooks'],
    ['a user name', 'https://user@chat.example.vn/'],
    ['a password', 'https://:password@chat.example.vn/'],
    ['another port', 'https://chat.example.vn:6379/'],
    ['the port of mail', 'http://chat.example.vn:25/'],
  ])('%s', async (_what, address) => {
    const resolve = vi.fn(thisMachine)
    await expect(outgoingCalls({ ownHosts: [], resolve }).post(address, '{}')).rejects.toEqual(notAllowed)
    expect(resolve).not.toHaveBeenCalled()
  })
})

describe('a host of one’s own network', () => {
  test('is called at its port, by its name, with what is to be said as JSON', async () => {
    const heard: unknown[] = []
    const chat = await startChat(async ({ method, url, headers }, response) => {
      heard.push([method, url, headers.host, headers['content-type']])
      response.writeHead(204).end()
    })
    for (const own of ['chat.test', 'CHAT.test.']) {
      const outgoing = outgoingCalls({ ownHosts: ['other.test', `${own}:${chat}`], resolve: thisMachine })
      expect(await outgoing.post(`http://Chat.test:${chat}/hooks/x?y=1`, JSON.stringify({ text: 'Bài mới' }))).toEqual({ status: 204 })
    }
    expect(heard).toEqual(Array(2).fill(['POST', '/hooks/x?y=1', `chat.test:${chat}`, 'application/json']))
  })

  test('is told whom the encrypted connection is for', async () => {
    const { seen, port } = await startCanary()
    const outgoing = outgoingCalls({ ownHosts: [`chat.test:${port}`], resolve: thisMachine })
    await expect(outgoing.post(`https://chat.test:${port}/`, '{}')).rejects.toThrow(/^It cannot be reached/)
    expect([seen.connections, seen.said.includes('chat.test')]).toEqual([1, true])
  })

  test('is called at no other port than its own, and without one at those of the web', async () => {
    const { seen, port } = await startCanary()
    for (const own of ['chat.test', 'chat.test:8065', 'chat.test:80', '127.0.0.1', '[::1]:8065']) {
      const outgoing = outgoingCalls({ ownHosts: [own], resolve: thisMachine })
      for (const host of ['chat.test', '127.0.0.1', '[::1]']) {
        await expect(outgoing.post(`http://${host}:${port}/`, '{}'), own).rejects.toEqual(notAllowed)
      }
    }
    const outgoing = outgoingCalls({ ownHosts: ['chat.test', `127.0.0.1:${port}`], ports: [port], resolve: thisMachine })
    for (const host of ['chat.test', '127.0.0.1']) await outgoing.post(`http://${host}:${port}/`, '{}').catch(() => undefined)
    expect(seen.connections).toBe(2)
  })

  test('makes no other host one’s own', async () => {
    const { seen, port } = await startCanary()
    const outgoing = outgoingCalls({ ownHosts: [`chat.test:${port}`], ports: [port], resolve: thisMachine })
    for (const host of ['a.chat.test', 'chat.test.example.vn', 'xchat.test', 'chat.tes']) {
      await expect(outgoing.post(`http://${host}:${port}/`, '{}')).rejects.toEqual(notAllowed)
    }
    expect(seen.connections).toBe(0)
  })
})

describe('a call ends', () => {
  test.each([
    ['when there is no answer', thisMachine],
    ['when a name is not resolved', (): Promise<never> => new Promise(() => undefined)],
  ])('%s', async (_what, resolve) => {
    const chat = await startChat(() => undefined)
    const outgoing = outgoingCalls({ ownHosts: [`chat.test:${chat}`], timeout: 100, resolve })
    await expect(outgoing.post(`http://chat.test:${chat}/secret`, '{}')).rejects.toThrow(/^There was no answer in time\.$/)
  })

  test('with the status, however much the answer would say', async () => {
    const chat = await startChat((request, response) => {
      request.socket.on('close', () => closed.resolve())
      response.writeHead(200)
      const pour = (): void => void response.write('a'.repeat(65_536), () => setImmediate(pour))
      pour()
    })
    const closed = Promise.withResolvers<void>()
    const outgoing = outgoingCalls({ ownHosts: [`chat.test:${chat}`], resolve: thisMachine })
    expect(await outgoing.post(`http://chat.test:${chat}/`, '{}')).toEqual({ status: 200 })
    await closed.promise
  })

  test('with the status, when the answer is a change of protocol that nobody asked for', async () => {
    const closed = Promise.withResolvers<void>()
    const port = await listen(
      createTcpServer((socket) => {
        socket.on('error', () => undefined).on('close', () => closed.resolve())
        socket.once('data', () => socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'))
      }),
    )
    const outgoing = outgoingCalls({ ownHosts: [`chat.test:${port}`], timeout: 2000, resolve: thisMachine })
    expect(await outgoing.post(`http://chat.test:${port}/`, '{}')).toEqual({ status: 101 })
    await closed.promise
  })

  test('in an error that says why, and not where', async () => {
    const server = createTcpServer()
    const port = await listen(server)
    server.close()
    const outgoing = outgoingCalls({ ownHosts: [`chat.test:${port}`], resolve: thisMachine })
    const error: unknown = await outgoing.post(`http://chat.test:${port}/hooks/secret`, '{}').catch((thrown: unknown) => thrown)
    expect(String(error)).toBe('OutgoingError: It cannot be reached (ECONNREFUSED).')
    const unknown = outgoingCalls({ ownHosts: ['chat.test'], resolve: async () => [] })
    await expect(unknown.post('http://chat.test/', '{}')).rejects.toThrow('Its host has no address.')
  })
})
