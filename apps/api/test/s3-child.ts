import S3rver from '@20minutes/s3rver'

// Run by s3-server.ts as a process of its own.
const [directory = '', port = '0', checksSignatures] = process.argv.slice(2)
const server = new S3rver({
  address: '127.0.0.1',
  port: Number(port),
  directory,
  silent: true,
  vhostBuckets: false,
  allowMismatchedSignatures: checksSignatures !== 'true',
  configureBuckets: [{ name: 'bantin' }],
})
const address = await server.run()
process.send?.(address.port)
process.once('disconnect', () => process.exit())
