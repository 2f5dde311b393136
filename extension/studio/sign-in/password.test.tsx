import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { words } from '../words.ts'
import {
  asked,
  clearPage,
  field,
  handed,
  ines,
  open,
  preparePage,
  press,
  query,
  redirectUri,
  refusal,
  request,
  status,
  text,
  trouble,
  type,
} from './testing/open-page.ts'

beforeEach(preparePage)
afterEach(clearPage)

describe('signing in by e-mail and password', () => {
  it('signs in by e-mail and password, and hands the token over', async () => {
    await open({ demo: false })
    await type({ email: ines.email, password: 'correct horse battery' })
    expect(asked).toMatchObject([{ url: `${location.origin}/sign-in`, init: { credentials: 'omit' } }])
    expect(JSON.parse(String(asked[0]?.init?.body))).toEqual({
      email: ines.email,
      password: 'correct horse battery',
    })
    expect(handed).toHaveLength(1)
    expect(text()).toContain(words.done)
    expect(document.querySelector('form')).toBeNull()
  })

  it('has fields that a password manager knows', async () => {
    await open({ demo: false })
    expect([field('email').autocomplete, field('password').autocomplete]).toEqual([
      'username',
      'current-password',
    ])
    expect(field('password').type).toBe('password')
    const show = document.querySelector('input[type=checkbox]')
    await act(async () => show instanceof HTMLElement && show.click())
    expect(field('password').type).toBe('text')
  })

  it.each([
    ['the pair is wrong', async () => refusal(401, 'not_signed_in'), words.wrongPair],
    [
      'there were too many tries',
      async () => refusal(429, 'too_many', { 'retry-after': '870' }),
      words.tooMany(15),
    ],
    ['the server does not answer', () => Promise.reject(new TypeError('away')), words.failed],
    ['the server answers something else', async () => Response.json({ hello: 'there' }), words.failed],
  ])('says so beside the fields where %s, and keeps what was typed', async (_, signIn, said) => {
    await open({ demo: false, signIn })
    await type({ email: ines.email, password: 'wrong horse battery' })
    expect(trouble()).toBe(said)
    expect(field('password').getAttribute('aria-invalid') === 'true').toBe(said === words.wrongPair)
    expect(
      document.getElementById(field('password').getAttribute('aria-describedby') ?? '')?.textContent,
    ).toBe(said)
    expect(field('email').value).toBe(ines.email)
    expect(handed).toEqual([])
  })
})

describe('the page that an extension opens', () => {
  const left: string[] = []
  beforeEach(() => {
    left.length = 0
    vi.spyOn(location, 'assign').mockImplementation((to) => void left.push(String(to)))
  })

  it.each([
    ['by password', false, () => type({ email: ines.email, password: 'correct horse battery' })],
    ['by one click in the demo', true, () => press('Maria Rivera')],
  ])('sends the request along %s and goes on to the extension', async (_, demo, act) => {
    const redirectTo = `${redirectUri}?code=c&state=s`
    await open({ path: '/authorize', search: query, demo, signIn: async () => Response.json({ redirectTo }) })
    await act()
    expect(JSON.parse(String(asked.at(-1)?.init?.body))).toMatchObject({ request })
    expect(left).toEqual([redirectTo])
    expect(handed).toEqual([])
    expect(text()).toContain(words.goingOn)
    expect(text()).not.toContain(words.pod)
  })

  it.each(['https://evil.example/?code=c', `${redirectUri}x?code=c`, 'javascript:alert(1)'])(
    'goes nowhere but to the address that was asked for: %s',
    async (redirectTo) => {
      const signIn = async () => Response.json({ redirectTo })
      await open({ path: '/authorize', search: query, demo: false, signIn })
      await type({ email: ines.email, password: 'correct horse battery' })
      expect(left).toEqual([])
      expect(trouble()).toBe(words.failed)
    },
  )

  it('asks for no password where the server does not let it begin, and says why', async () => {
    await open({ path: '/authorize', refused: 'This sign-in cannot go on: its state is missing.' })
    expect(trouble()).toBe('This sign-in cannot go on: its state is missing.')
    expect(document.querySelector('input')).toBeNull()
  })
})

describe('the page of a link to set a password', () => {
  const reading = { path: '/set-password', search: '', hash: '#secret', opener: null }
  const answers = (set: () => Promise<Response>) => {
    let first = true
    return () => {
      const answer = first ? Promise.resolve(Response.json(ines)) : set()
      first = false
      return answer
    }
  }

  it('greets whose it is, sets the password, and keeps the link out of the address bar', async () => {
    await open({ ...reading, signIn: answers(async () => Response.json(ines)) })
    expect(text()).toContain(words.set.hello(ines.name))
    expect(location.href).not.toContain('secret')
    expect([field('email').value, field('email').autocomplete, field('password').autocomplete]).toEqual([
      ines.email,
      'username',
      'new-password',
    ])
    await type({ password: 'twelve chars, at least' })
    expect(asked.map(({ url, init }) => [new URL(url).pathname, init?.body])).toEqual([
      ['/password-link', '{"link":"secret"}'],
      ['/password', '{"link":"secret","password":"twelve chars, at least"}'],
    ])
    expect(status()).toBe(words.set.done)
    expect(document.querySelector('form')).toBeNull()
  })

  it.each([
    ['short', words.set.tooShort(12)],
    ['x'.repeat(201), words.set.tooLong(200)],
  ])('says what is wrong with a password before it is sent', async (password, said) => {
    await open({ ...reading, signIn: answers(async () => Response.json(ines)) })
    await type({ password })
    expect(trouble()).toBe(said)
    expect(asked).toHaveLength(1)
  })

  it('says where to get another one where the link is used or too old', async () => {
    await open({ ...reading, signIn: async () => refusal(404, 'not_found') })
    expect(status()).toBe(words.set.gone)
    expect(document.querySelector('form')).toBeNull()
  })

  it('says so where it was used meanwhile', async () => {
    await open({ ...reading, signIn: answers(async () => refusal(404, 'not_found')) })
    await type({ password: 'twelve chars, at least' })
    expect(status()).toBe(words.set.gone)
  })

  it('lets the person try again where the server is away', async () => {
    let isAway = true
    const signIn = async () => {
      if (isAway) throw new TypeError('away')
      return Response.json(ines)
    }
    await open({ ...reading, signIn })
    expect(status()).toBe(words.unreachable)
    isAway = false
    await press(words.again)
    expect(text()).toContain(words.set.hello(ines.name))
  })
})
