import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { words } from '../words.ts'
import {
  anna,
  asked,
  buttons,
  clearPage,
  handed,
  maria,
  nonce,
  offered,
  open,
  preparePage,
  press,
  query,
  signedIn,
  status,
  text,
} from './testing/open-page.ts'

beforeEach(preparePage)
afterEach(clearPage)

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
    expect(status()).toBe(words.failed)
    expect(buttons().every((one) => !one.disabled)).toBe(true)
  })

  it('takes one click while it signs in', async () => {
    await open({ signIn: () => new Promise(() => undefined) })
    await press('Maria Rivera')
    expect(status()).toBe(words.busy)
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
    expect(offered()).toHaveLength(1)
  })

  it('offers nobody outside the demo: there a password or ConnectWise signs people in', async () => {
    await open({ demo: false })
    expect(asked).toEqual([])
    expect(offered()).toEqual([])
    expect(buttons()).toHaveLength(1)
    expect(text()).toContain(words.pod)
  })

  it('is worked by keyboard in the order it is read', async () => {
    await open()
    expect(buttons().map((one) => one.textContent)).toEqual([
      `Maria Rivera ${words.roles.engineer}`,
      `Anna Petrov ${words.roles.team_admin}`,
      words.signIn,
    ])
    expect(buttons().every((one) => one.tabIndex === 0)).toBe(true)
  })

  it.each([
    ['while choosing', {}],
    ['where the server is away', { members: () => Promise.reject(new TypeError('away')) }],
    ['outside the demo', { demo: false }],
    ['for an extension', { path: '/authorize', search: query }],
    ['where the server lets nothing begin', { path: '/authorize', refused: 'This cannot go on.' }],
    ['with a link', { path: '/set-password', search: '', hash: '#secret' }],
  ])('has nothing that axe finds fault with, %s', async (_, place) => {
    await open(place)
    // What needs a laid-out page, such as contrast, is looked at in the browser.
    const { violations, passes } = await axe.run(document.body, { resultTypes: ['violations', 'passes'] })
    expect(violations.map(({ id }) => id)).toEqual([])
    expect(passes.length).toBeGreaterThan(3)
  })
})
