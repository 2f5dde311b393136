import { beforeEach, describe, expect, it } from 'vitest'
import { browserSurroundings } from '#shared/sync/browser-surroundings.ts'
import type { LiveSession } from '#shared/sync/live-session.ts'
import { createPanel, type Panel } from '../../state/panel.ts'
import { createScope, type Scope } from '../../state/scope.ts'
import { someMe } from '../../testing/demo-records.ts'
import { hostDouble } from '../../testing/host-double.ts'
import { keepDraft, readDraft } from './drafts.ts'

const unused = () => {
  throw new Error('Not used here.')
}

/** A session of which only the name counts. */
const sessionNamed = (id: string): LiveSession => ({
  id,
  state: unused,
  subscribe: unused,
  record: unused,
  textsTaken: unused,
  flush: unused,
  tryAgain: unused,
  drop: unused,
  close: unused,
})

let panel: Panel
let scope: Scope
let timers: { in: number; run: () => void }[]
let sessions = 0

beforeEach(() => {
  timers = []
  const surroundings = {
    ...browserSurroundings(),
    after(milliseconds: number, run: () => void) {
      const timer = { in: milliseconds, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((one) => one !== timer)
      }
    },
  }
  panel = createPanel(hostDouble(surroundings))
  panel.me.value = someMe(0)
  scope = createScope({ id: 1001, kind: 'service' })
  sessions += 1
  scope.live.value = sessionNamed(`session-${sessions}`)
})

/** Lets the pause pass, and what is then written arrive. */
async function pass(): Promise<void> {
  for (const { run } of timers.splice(0)) run()
  await import('#shared/session/redact-captured.ts')
  for (let turn = 0; turn < 5; turn++) await Promise.resolve()
}
const keys = () => panel.host.store.keys('')

describe('a half-written text', () => {
  it('is kept after a pause that typing on does not put off, as it stands then', async () => {
    keepDraft(panel, scope, 'acted', 'Swa')
    const [first] = timers
    keepDraft(panel, scope, 'acted', 'Swapped the ca')
    keepDraft(panel, scope, 'acted', 'Swapped the cable')
    expect(timers).toEqual([first])
    expect(await keys()).toEqual([])
    await pass()
    expect(await readDraft(panel, scope, 'acted')).toBe('Swapped the cable')
  })

  it('is kept without its secrets, those too that only the label tells', async () => {
    keepDraft(panel, scope, 'acted', 'password: Tr0ub4dor&3 works')
    keepDraft(panel, scope, 'pin', '4711', 'PIN')
    await pass()
    expect(await readDraft(panel, scope, 'acted')).toBe('password: [SECRET] works')
    expect(await readDraft(panel, scope, 'pin')).toBe('[SECRET]')
  })

  it('is dropped at once when it is emptied, also one that was still to be written', async () => {
    keepDraft(panel, scope, 'acted', 'Swapped')
    await pass()
    keepDraft(panel, scope, 'acted', 'Swapped the cable')
    keepDraft(panel, scope, 'acted', '')
    expect(timers.map((one) => one.in)).toEqual([0])
    await pass()
    expect(await keys()).toEqual([])
    expect(await readDraft(panel, scope, 'acted')).toBe('')
  })

  it('belongs to its session, its field and its member', async () => {
    keepDraft(panel, scope, 'acted', 'Swapped')
    await pass()
    expect(await readDraft(panel, scope, 'cause')).toBe('')
    const own = scope.live.value
    scope.live.value = sessionNamed('another')
    expect(await readDraft(panel, scope, 'acted')).toBe('')
    scope.live.value = own
    const me = someMe(0)
    panel.me.value = { ...me, member: { ...me.member, id: 'another' } }
    expect(await readDraft(panel, scope, 'acted')).toBe('')
  })

  it('is neither kept nor found where no session is open', async () => {
    scope.live.value = null
    keepDraft(panel, scope, 'acted', 'Swapped')
    expect(timers).toEqual([])
    expect(await readDraft(panel, scope, 'acted')).toBe('')
  })

  it('is not missed where the store cannot be read or written', async () => {
    panel.host.store.put = () => Promise.reject(new Error('Full.'))
    panel.host.store.get = () => Promise.reject(new Error('Gone.'))
    keepDraft(panel, scope, 'acted', 'Swapped')
    await pass()
    expect(await readDraft(panel, scope, 'acted')).toBe('')
  })
})
