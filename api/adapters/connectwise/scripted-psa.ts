import { afterEach } from 'vitest'
import { connectWisePsa } from './connect-psa.ts'
import { type Asked, serveScript, type Told } from './scripted-server.ts'

type Script = Awaited<ReturnType<typeof serveScript>>
const open: Script[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

/**
 * For tests: the adapter on a web server that answers by `METHOD path` below apis/3.0; what is not listed is not
 * found. Closed after the test.
 */
export async function startScripted(answers: Record<string, Told | ((asked: Asked) => Told)>) {
  const server = await serveScript((asked) => {
    const key = `${asked.method} ${asked.url.pathname.replace('/v2025_1/apis/3.0', '')}`
    const told = answers[key]
    const message = `Record ${key.replace(/\D+/g, ' ').trim()} not found`
    if (told === undefined) return { status: 404, body: { code: 'NotFound', message } }
    return typeof told === 'function' ? told(asked) : told
  })
  open.push(server)
  return { server, psa: connectWisePsa(server.connection, server.deps) }
}

export const service = (id: number) => ({ id, kind: 'service' as const })

/** ConnectWise's word that a right is missing. */
export const forbidden: Told = {
  status: 403,
  body: { code: 'Security', message: 'You do not have security permission to perform this action.' },
}

/** The least of a ticket, on board 1 in status 2. */
export const ticketRow = {
  id: 69,
  summary: 'x',
  company: { id: 3 },
  board: { id: 1, name: 'Help Desk' },
  status: { id: 2, name: 'Done' },
  closedFlag: false,
}
