import { act } from 'react'
import { vi } from 'vitest'
import { words } from '../../words.ts'

export const nonce = '0198-nonce'
export const maria = { id: 'm1', name: 'Maria Rivera', role: 'engineer' }
export const anna = { id: 'a1', name: 'Anna Petrov', role: 'team_admin' }
export const signedIn = { token: 'secret', expiresIn: 600, me: { member: { id: 'm1' } } }

export const redirectUri = `https://${'a'.repeat(32)}.chromiumapp.org/`
export const request = {
  clientId: 'extension',
  redirectUri,
  responseType: 'code',
  codeChallenge: 'challenge',
  codeChallengeMethod: 'S256',
  state: 'state-of-this',
}
export const query = `?client_id=extension&redirect_uri=${encodeURIComponent(redirectUri)}&response_type=code&code_challenge=challenge&code_challenge_method=S256&state=state-of-this`
export const ines = { name: 'Ines Vogt', email: 'ines@msp.example' }
export const refusal = (status: number, code: string, headers: Record<string, string> = {}) =>
  Response.json({ error: { code, message: 'In other words.', request: 'r' } }, { status, headers })

export interface Place {
  path?: string
  search?: string
  hash?: string
  /** Why the API does not let the page go on. */
  refused?: string
  demo?: boolean
  /** The window that opened the page; null where none did. */
  opener?: { closed: boolean } | null
  members?: () => Promise<Response>
  signIn?: () => Promise<Response>
}

export const handed: { message: unknown; origin: string }[] = []
export const asked: { url: string; init: RequestInit | undefined }[] = []

/** Before each test: nothing handed over, nothing asked. */
export function preparePage(): void {
  handed.length = 0
  asked.length = 0
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.resetModules()
}

/** After each test. */
export function clearPage(): void {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  document.head.replaceChildren()
  document.body.replaceChildren()
}

/** Opens the page as a browser does: settings in its head, an address, and maybe a window that opened it. */
export async function open(place: Place = {}): Promise<void> {
  const { search = `?nonce=${nonce}`, demo = true, opener = { closed: false } } = place
  const { path = '/sign-in', hash = '', refused } = place
  const { members = async () => Response.json({ members: [maria, anna] }) } = place
  const { signIn = async () => Response.json(signedIn) } = place
  for (const [name, content] of [
    ['rf-demo', String(demo)],
    ...(refused === undefined ? [] : [['rf-refused', refused]]),
  ]) {
    const meta = document.createElement('meta')
    meta.setAttribute('name', name ?? '')
    meta.setAttribute('content', content ?? '')
    document.head.append(meta)
  }
  document.title = words.title
  document.documentElement.lang = 'en'
  const element = document.createElement('div')
  element.id = 'studio'
  document.body.append(element)
  history.replaceState(null, '', `${path}${search}${hash}`)
  const postMessage = (message: unknown, origin: string) => handed.push({ message, origin })
  vi.stubGlobal('opener', opener && Object.assign(opener, { postMessage }))
  vi.spyOn(window, 'fetch').mockImplementation((url, init) => {
    asked.push({ url: String(url), init })
    return init?.method === 'POST' ? signIn() : members()
  })
  await act(async () => {
    await import('../main.tsx')
  })
}

export const text = () => document.body.textContent ?? ''
export const buttons = () => [...document.querySelectorAll('button')]
export const offered = () => [...document.querySelectorAll('.members button')]
export const status = () => document.querySelector('[role=status]')?.textContent
export const trouble = () => document.querySelector('[role=alert]')?.textContent
export const field = (name: string) => {
  const found = document.querySelector(`input[name=${name}]`)
  if (!(found instanceof HTMLInputElement)) throw new Error(`There is no field ${name}: ${text()}`)
  return found
}
export async function type(values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) field(name).value = value
  const form = document.querySelector('form')
  await act(async () => form?.requestSubmit())
}
export async function press(name: string): Promise<void> {
  const button = buttons().find((one) => one.textContent?.includes(name))
  if (button === undefined) throw new Error(`There is no ${name}: ${text()}`)
  button.focus()
  await act(async () => button.click())
}
