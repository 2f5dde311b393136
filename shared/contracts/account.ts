import { z } from 'zod'
import type { Me } from './member.ts'

/**
 * What a client asks for when it sends a person to `/authorize`: RFC 6749 with a proof key, RFC 7636. Every field is
 * text here; whether it is right is the API's to say.
 */
export const authorizationRequestSchema = z.strictObject({
  clientId: z.string().max(100),
  redirectUri: z.string().max(500),
  responseType: z.string().max(100),
  codeChallenge: z.string().max(200),
  codeChallengeMethod: z.string().max(20),
  state: z.string().max(500),
})
export type AuthorizationRequest = z.infer<typeof authorizationRequestSchema>

export const signInSchema = z.strictObject({
  email: z.string().min(1).max(254),
  password: z.string().min(1).max(1_000),
  /** Set where the person came by `/authorize`: the answer is then where to go on, not a token. */
  request: authorizationRequestSchema.optional(),
})
export type SignIn = z.infer<typeof signInSchema>

/** Where the browser goes on, with a code and the state. */
export interface Redirected {
  redirectTo: string
}

export const takeTokenSchema = z.discriminatedUnion('grant', [
  z.strictObject({
    grant: z.literal('authorization_code'),
    code: z.string().min(1).max(200),
    verifier: z.string().regex(/^[\w.~-]{43,128}$/, 'must be the verifier of this sign-in'),
    redirectUri: z.string().max(500),
  }),
  z.strictObject({ grant: z.literal('refresh_token'), refreshToken: z.string().min(1).max(200) }),
])
export type TakeToken = z.infer<typeof takeTokenSchema>

export interface TokenReply {
  /** A bearer token, to be kept in memory only. */
  token: string
  /** Seconds until it expires. */
  expiresIn: number
  /** Good for one exchange; the answer to that brings the next. */
  refreshToken: string
  me: Me
}

export const signOutSchema = z.strictObject({ refreshToken: z.string().min(1).max(200) })
export type SignOut = z.infer<typeof signOutSchema>

export const passwordLinkSchema = z.strictObject({ link: z.string().min(1).max(200) })
export type PasswordLink = z.infer<typeof passwordLinkSchema>

export const setPasswordSchema = z.strictObject({
  link: z.string().min(1).max(200),
  password: z.string().max(1_000),
})
export type SetPassword = z.infer<typeof setPasswordSchema>

/** Whose password a link sets. */
export interface PasswordLinkView {
  name: string
  email: string
}
