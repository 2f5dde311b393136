import { parseArgs } from 'node:util'
import { demoCredentials } from './create-sandbox.ts'
import { servePage } from './page/serve-page.ts'
import { serveSandbox } from './serve-sandbox.ts'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '8788' }, host: { type: 'string' } },
})
const served = await serveSandbox({
  port: Number(values.port),
  page: (world) => servePage(world),
  ...(values.host === undefined ? {} : { host: values.host }),
})
const { company, publicKey, privateKey, clientId } = demoCredentials
console.log(`ConnectWise sandbox: ${served.url}`)
console.log(`Company ${company}, public key ${publicKey}, private key ${privateKey}, clientId ${clientId}`)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    void served.close().then(() => process.exit(0))
  })
