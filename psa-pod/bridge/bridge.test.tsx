import { beforeEach, describe, expect, it } from 'vitest'
import { type Bridge, openBridge } from './bridge.ts'
import type { Heard } from './heard.ts'
import type { ScreenObject } from './parse-message.ts'

const origin = 'https://eu.myconnectwise.net'

interface Sent {
  message: Record<string, unknown>
  origin: string
}

let sent: Sent[]
let screens: ScreenObject[]
let hear: (event: Heard) => void
let timers: (() => void)[]
let bridge: Bridge
const parent = {
  postMessage: (text: string, target: string) => {
    sent.push({ message: JSON.parse(text), origin: target })
  },
}

const says = (data: unknown, from: { origin?: string; source?: unknown } = {}) =>
  hear({
    data: typeof data === 'string' ? data : JSON.stringify(data),
    origin: from.origin ?? origin,
    source: 'source' in from ? from.source : parent,
  })

beforeEach(() => {
  sent = []
  screens = []
  timers = []
  bridge = openBridge({
    self: {
      addEventListener: (_type, listener) => {
        hear = listener
      },
      removeEventListener: () => {
        hear = () => undefined
      },
    },
    parent,
    parentOrigin: origin,
    after: (_milliseconds, run) => {
      timers.push(run)
      return () => {
        timers = timers.filter((one) => one !== run)
      }
    },
    onScreen: (screen) => screens.push(screen),
  })
  bridge.start()
})

const onLoad = {
  event: 'onLoad',
  _id: 7,
  data: { screenObject: { screen: 'Ticket', id: '548', hostedAs: 'pod' } },
}

describe('the bridge to ConnectWise', () => {
  it('says ready without data, to the exact origin', () => {
    expect(sent).toEqual([{ message: { message: 'ready' }, origin }])
  })

  it('puts its frame id on everything that follows, and ignores a repeat', async () => {
    const answer = bridge.ask('getMemberAuthentication', 1_000)
    expect(sent).toHaveLength(1)
    says({ MessageFrameID: 'frame-1' })
    says({ MessageFrameID: 'frame-2' })
    expect(sent.slice(1)).toEqual([
      { message: { hosted_request: 'getMemberAuthentication', frameID: 'frame-1' }, origin },
    ])
    says({ response: 'getmemberauthentication', data: { memberid: 'mrivera' } })
    await expect(answer).resolves.toEqual({ memberid: 'mrivera' })
  })

  it('asks one question of a name at a time, and takes one answer', async () => {
    says({ MessageFrameID: 'frame-1' })
    const [first, second] = [
      bridge.ask('getMemberAuthentication', 1_000),
      bridge.ask('getMemberAuthentication', 1_000),
    ]
    expect(sent).toHaveLength(2)
    says({ response: 'getmemberauthentication', data: 1 })
    says({ response: 'getmemberauthentication', data: 2 })
    await expect(Promise.all([first, second])).resolves.toEqual([1, 1])
  })

  it('gives up on a host that does not answer', async () => {
    const answer = bridge.ask('getMemberAuthentication', 1_000)
    for (const run of timers) run()
    await expect(answer).rejects.toThrow('did not answer')
  })

  it('acknowledges every event, known or not, and tells of the screen', () => {
    says({ MessageFrameID: 'frame-1' })
    says(onLoad)
    says({ event: 'beforeBack', _id: 8, data: {} })
    expect(screens).toEqual([{ screen: 'ticket', id: 548 }])
    expect(sent.slice(1).map(({ message }) => message)).toEqual([
      { event: 'onLoad', _id: 7, result: 'success', frameID: 'frame-1' },
      { event: 'beforeBack', _id: 8, result: 'success', frameID: 'frame-1' },
    ])
  })

  const letsSave = { event: 'beforeSave', _id: 9, result: 'success', frameID: 'frame-1' }
  const save = () => says({ event: 'beforeSave', _id: 9, data: {} })

  it('lets a save pass and does nothing else while nobody has registered for it', () => {
    says({ MessageFrameID: 'frame-1' })
    save()
    expect(sent.slice(1).map(({ message }) => message)).toEqual([letsSave])
  })

  it('never stands between a technician and Save: it answers before it does anything else', () => {
    says({ MessageFrameID: 'frame-1' })
    const sentBefore: unknown[] = []
    bridge.onBeforeSave(() => sentBefore.push(sent.at(-1)?.message))
    save()
    expect(sentBefore).toEqual([letsSave])
  })

  it('lets a save pass though what hears of it breaks', () => {
    says({ MessageFrameID: 'frame-1' })
    bridge.onBeforeSave(() => {
      throw new Error('broken')
    })
    expect(save).toThrow('broken')
    expect(sent.at(-1)?.message).toEqual(letsSave)
  })

  it('tells of a save only as long as that is wanted', () => {
    says({ MessageFrameID: 'frame-1' })
    let [first, second] = [0, 0]
    const stopFirst = bridge.onBeforeSave(() => {
      first += 1
    })
    const stopSecond = bridge.onBeforeSave(() => {
      second += 1
    })
    stopFirst()
    save()
    stopSecond()
    save()
    expect([first, second]).toEqual([0, 1])
    expect(sent.slice(1)).toHaveLength(2)
  })

  const hostileOrigins = [
    'https://eu.myconnectwise.net.attacker.example',
    'https://eu.myconnectwise.net:8443',
    'http://eu.myconnectwise.net',
    'https://EU.myconnectwise.net',
    'https://eu.myconnectwise.net/',
    'https://eu.myconnectwise.network',
    'https://attacker.example/https://eu.myconnectwise.net',
    'https://na.myconnectwise.net',
    'null',
    '',
    '*',
  ]
  it.each(hostileOrigins)('neither believes nor answers %s', (hostile) => {
    const before = sent.length
    for (const data of [
      { MessageFrameID: 'evil' },
      onLoad,
      { response: 'getmemberauthentication', data: {} },
    ]) {
      says(data, { origin: hostile })
    }
    expect(sent).toHaveLength(before)
    expect(screens).toEqual([])
    says({ MessageFrameID: 'frame-1' })
    bridge.tell('refreshScreen', {})
    expect(sent.at(-1)?.message).toMatchObject({ frameID: 'frame-1' })
  })

  it.each([null, {}, { postMessage: () => undefined }] as const)(
    'believes no other window, even of the right origin',
    (source) => {
      says({ MessageFrameID: 'evil' }, { source })
      says(onLoad, { source })
      expect(sent).toHaveLength(1)
      expect(screens).toEqual([])
    },
  )

  it.each([
    'not json',
    '[]',
    'null',
    '42',
    '{}',
    '{"MessageFrameID":7}',
    '{"MessageFrameID":""}',
    '{"event":"onLoad"}',
    '{"event":"onLoad","_id":"1","data":null}',
    '{"response":{}}',
    `{"event":"onLoad","_id":1,"x":"${'x'.repeat(100_001)}"}`,
  ])('bears a message it cannot read: %.40s', (text) => {
    says({ MessageFrameID: 'frame-1' })
    const before = sent.length
    says(text)
    hear({ data: { MessageFrameID: 'object' }, origin, source: parent })
    expect(sent).toHaveLength(before)
    expect(screens).toEqual([])
  })

  it.each([-1, 0, 1.5, '12a', '99999999999', null, {}, []])(
    'takes no screen without a record number: %s',
    (id) => {
      says({ MessageFrameID: 'frame-1' })
      says({ event: 'onLoad', _id: 1, data: { screenObject: { screen: 'ticket', id } } })
      expect(screens).toEqual([])
      expect(sent.at(-1)?.message).toMatchObject({ event: 'onLoad', result: 'success' })
    },
  )
})
