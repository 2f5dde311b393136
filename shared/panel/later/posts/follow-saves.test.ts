import { describe, expect, it } from 'vitest'
import { browserSurroundings } from '#shared/sync/browser-surroundings.ts'
import { createPanel } from '../../state/panel.ts'
import { createScope } from '../../state/scope.ts'
import { someMe } from '../../testing/demo-records.ts'
import { hostDouble } from '../../testing/host-double.ts'
import { followSaves, saved } from './follow-saves.ts'

function onTicket(beforeSave: boolean) {
  const host = hostDouble(browserSurroundings())
  const panel = createPanel(host)
  const me = someMe(0)
  panel.me.value = { ...me, team: { ...me.team, beforeSave } }
  const scope = createScope({ id: 1001, kind: 'service' })
  panel.scope.value = scope
  let flushed = 0
  const never = () => {
    throw new Error('Not asked for.')
  }
  scope.live.value = {
    id: 'session',
    state: never,
    record: never,
    subscribe: never,
    close: never,
    textsTaken: never,
    tryAgain: never,
    drop: never,
    async flush() {
      flushed += 1
      throw new Error('The server is away.')
    },
  }
  return { host, panel, scope, flushed: () => flushed }
}

describe('following saves of the ticket', () => {
  it('sends what is queued at each, and bears that this may fail', () => {
    const { host, panel, scope, flushed } = onTicket(true)
    followSaves(panel)
    host.save()
    host.save()
    expect(flushed()).toBe(2)
    expect(saved.value).toBe(scope)
  })

  it('begins and ends with the team’s wish, as the member signed in last brought it', () => {
    const { host, panel, flushed } = onTicket(false)
    const stop = followSaves(panel)
    expect(host.save()).toBe(false)
    const me = someMe(0)
    panel.me.value = { ...me, team: { ...me.team, beforeSave: true } }
    expect(host.save()).toBe(true)
    panel.me.value = me
    expect(host.save()).toBe(false)
    panel.me.value = { ...me, team: { ...me.team, beforeSave: true } }
    stop()
    expect(host.save()).toBe(false)
    expect(flushed()).toBe(1)
  })
})
