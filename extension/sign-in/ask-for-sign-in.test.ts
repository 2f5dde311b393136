import { describe, expect, it } from 'vitest'
import { askForSignIn } from './ask-for-sign-in.ts'

const redirect = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/'

/** A browser whose sign-in window ends at the address that `answer` makes of the one it was opened at. */
function asking(answer: (asked: URL) => string | undefined) {
  const opened: URL[] = []
  const granted = askForSignIn({
    api: 'https://flow.example.com',
    random: (bytes) => new Uint8Array(bytes).fill(7),
    identity: {
      getRedirectURL: () => redirect,
      launchWebAuthFlow: async ({ url }: { url: string }) => {
        opened.push(new URL(url))
        return answer(new URL(url))
      },
    },
  })
  return { opened, granted }
}

const stateOf = (asked: URL) => asked.searchParams.get('state') ?? ''

describe('asking a person to sign in', () => {
  it('opens the API’s own page with a challenge, and brings back the code with its verifier', async () => {
    const { opened, granted } = asking((asked) => `${redirect}?code=c1&state=${stateOf(asked)}`)
    const { code, verifier, redirectUri } = await granted
    expect({ code, redirectUri }).toEqual({ code: 'c1', redirectUri: redirect })
    const [asked] = opened
    expect(asked?.origin + String(asked?.pathname)).toBe('https://flow.example.com/authorize')
    expect(asked?.searchParams.get('code_challenge_method')).toBe('S256')
    expect(String(asked)).not.toContain(verifier)
  })

  it.each([
    ['another state', () => `${redirect}?code=c1&state=other`],
    ['no state', () => `${redirect}?code=c1`],
    ['no code', (asked: URL) => `${redirect}?state=${stateOf(asked)}`],
    ['another place', (asked: URL) => `https://evil.example/?code=c1&state=${stateOf(asked)}`],
  ])('refuses an answer with %s', async (_, answer) => {
    await expect(asking(answer).granted).rejects.toThrow('does not belong to this sign-in')
  })

  it('says that the window was closed', async () => {
    await expect(asking(() => undefined).granted).rejects.toThrow('was closed')
  })
})
