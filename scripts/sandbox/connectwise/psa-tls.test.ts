import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import { connectToSandbox } from './connect-to-sandbox.ts'
import { testCertificate } from './tls/test-certificate.ts'

const tls = testCertificate()
const usual = getCACertificates('default')
let close: () => Promise<void> = async () => {}
afterEach(async () => {
  setDefaultCACertificates(usual)
  await close()
})

const ticket = { id: 26251, kind: 'service' as const }
const note = {
  ticket,
  text: 'Over TLS.',
  show: { discussion: false, internal: true, resolution: false },
  member: 'mrivera',
  notify: false,
}

describe('the adapter over TLS', () => {
  it('reads and writes where it trusts the certificate', async () => {
    setDefaultCACertificates([...usual, tls.cert])
    const one = await connectToSandbox({ tls })
    close = one.close
    expect(await one.psa.ticket(ticket)).toMatchObject({ id: 26251 })
    expect(await one.psa.addNote(note)).toMatchObject({ outcome: 'written', ticket: 26251 })
    expect((await one.psa.texts(ticket)).map(({ text }) => text)).toContain(note.text)
  })

  it('sends nothing, and knows it, where it does not', async () => {
    setDefaultCACertificates([...usual, tls.cert])
    const one = await connectToSandbox({ tls })
    close = one.close
    await one.psa.ticket(ticket)
    setDefaultCACertificates(usual)
    expect(await one.psa.addNote(note)).toMatchObject({ outcome: 'refused', reason: 'not_sent' })
    const fresh = await connectToSandbox({ tls })
    await expect(fresh.psa.ticket(ticket)).rejects.toMatchObject({ reason: 'unavailable' })
    await fresh.close()
  })
})
