import axe from 'axe-core'
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { words } from '../words.ts'

const nonce = '0198-nonce'
const maria = { id: 'm1', name: 'Maria Rivera', role: 'engineer' }
const anna = { id: 'a1', name: 'Anna Petrov', role: 'team_admin' }
const signedIn = { token: 'secret', expiresIn: 600, me: { member: { id: 'm1' } } }

interface Place {
  search?: string
  demo?: boolean
  /** The window that opened the page; null where none did. */
  opener?: { closed: boolean } | null
  members?: () => Promise<Response>
  signIn?: () => Promise<Response>
}

let handed: { message: unknown; origin: string }[]
let asked: { url: string; init: RequestInit | undefined }[]

beforeEach(() => {
  handed = []
  asked = []
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.resetModules()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  document.head.replaceChildren()
  document.body.replaceChildren()
})

/** Opens the page as a browser does: settings in its head, an address, and maybe a window that opened it. */
async function open(place: Place = {}): Promise<void> {
  const { search = `?nonce=${nonce}`, demo = true, opener = { closed: false } } = place
  const { members = async () => Response.json({ members: [maria, anna] }) } = place
  const { signIn = async () => Response.json(signedIn) } = place
  const meta = document.createElement('meta')
  meta.name = 'rf-demo'
  meta.content = String(demo)
  document.head.append(meta)
  document.title = words.title
  document.documentElement.lang = 'en'
  const element = document.createElement('div')
  element.id = 'studio'
  document.body.append(element)
  history.replaceState(null, '', `/sign-in${search}`)
  const postMessage = (message: unknown, origin: string) => handed.push({ message, origin })
  vi.stubGlobal('opener', opener && Object.assign(opener, { postMessage }))
  vi.spyOn(window, 'fetch').mockImplementation((url, init) => {
    asked.push({ url: String(url), init })
    return init?.method === 'POST' ? signIn() : members()
  })
  await act(async () => {
    await import('./main.tsx')
  })
}

const text = () => document.body.textContent ?? ''
const buttons = () => [...document.querySelectorAll('button')]
async function press(name: string): Promise<void> {
  const button = buttons().find((one) => one.textContent?.includes(name))
  if (button === undefined) throw new Error(`There is no ${name}: ${text()}`)
  button.focus()
  await act(async () => button.click())
}

describe('the sign-in page', () => {
  it('hands the token to the window that opened it, with that window’s nonce, on its own origin alone', async () => {
    await open()
    await press('Maria Rivera')
    expect(handed).toEqual([
      { message: { type: 'resolutionflow.signed-in', nonce, signedIn }, origin: location.origin },
    ])
    expect(asked.at(-1)?.url).toBe(`${location.origin}/demo/sign-in`)
    expect(asked.at(-1)?.init).toMatchObject({
      body: '{"member":"m1"}',
      credentials: 'omit',
      redirect: 'error',
    })
    expect(text()).toContain(words.done)
    expect(buttons()).toEqual([])
  })

  it('keeps the nonce out of the address bar', async () => {
    await open()
    expect(location.href).not.toContain(nonce)
  })

  it.each([
    ['was opened by no window', { opener: null }],
    ['was opened by a window that is closed by now', { opener: { closed: true } }],
    ['was opened without a nonce', { search: '' }],
    ['was opened with something else as nonce', { search: '?nonce=%3Cscript%3E' }],
  ])('gives the token to nobody and says what to do where it %s', async (_, place) => {
    await open(place)
    await press('Maria Rivera')
    expect(handed).toEqual([])
    expect(text()).toContain(words.alone)
    expect(text()).not.toContain(words.done)
    expect(text()).not.toContain(signedIn.token)
  })

  it.each([
    ['refuses', async () => new Response('', { status: 403 })],
    ['does not answer', () => Promise.reject(new TypeError('away'))],
    ['answers something else', async () => Response.json({ hello: 'there' })],
  ])('hands over nothing where the server %s, and lets the person try again', async (_, signIn) => {
    await open({ signIn })
    await press('Maria Rivera')
    expect(handed).toEqual([])
    expect(document.querySelector('[role=status]')?.textContent).toBe(words.failed)
    expect(buttons().every((one) => !one.disabled)).toBe(true)
  })

  it('takes one click while it signs in', async () => {
    await open({ signIn: () => new Promise(() => undefined) })
    await press('Maria Rivera')
    expect(document.querySelector('[role=status]')?.textContent).toBe(words.busy)
    expect(buttons().every((one) => one.disabled)).toBe(true)
    await press('Anna Petrov')
    expect(asked.filter(({ init }) => init?.method === 'POST')).toHaveLength(1)
  })

  it('asks again for the demo’s members once the server can be reached', async () => {
    let isAway = true
    const members = () =>
      isAway ? Promise.reject(new TypeError('away')) : Promise.resolve(Response.json({ members: [maria] }))
    await open({ members })
    expect(text()).toContain(words.unreachable)
    isAway = false
    await press(words.again)
    expect(text()).toContain('Maria Rivera')
    expect(text()).not.toContain(words.unreachable)
  })

  it('leaves out whom it cannot make sense of', async () => {
    await open({
      members: async () => Response.json({ members: [null, { id: 1 }, { ...anna, role: 'owner' }, maria] }),
    })
    expect(buttons()).toHaveLength(1)
  })

  it('offers nobody outside the demo: there ConnectWise signs people in', async () => {
    await open({ demo: false })
    expect(asked).toEqual([])
    expect(buttons()).toEqual([])
    expect(text()).toContain(words.pod)
  })

  it('is worked by keyboard in the order it is read', async () => {
    await open()
    expect(buttons().map((one) => one.textContent)).toEqual([
      `Maria Rivera ${words.roles.engineer}`,
      `Anna Petrov ${words.roles.team_admin}`,
    ])
    expect(buttons().every((one) => one.type === 'button' && one.tabIndex === 0)).toBe(true)
  })

  it.each([
    ['while choosing', {}],
    ['where the server is away', { members: () => Promise.reject(new TypeError('away')) }],
    ['outside the demo', { demo: false }],
  ])('has nothing that axe finds fault with, %s', async (_, place) => {
    await open(place)
    // What needs a laid-out page, such as contrast, is looked at in the browser.
    const { violations, passes } = await axe.run(document.body, { resultTypes: ['violations', 'passes'] })
    expect(violations.map(({ id }) => id)).toEqual([])
    expect(passes.length).toBeGreaterThan(3)
  })
})
