import { z } from 'zod'

/** What is sealed of a team's ConnectWise: nothing of it ever goes to a client. */
export const credentialsSchema = z.object({
  publicKey: z.string().min(1),
  privateKey: z.string().min(1),
  clientId: z.string().min(1),
})
export type Credentials = z.infer<typeof credentialsSchema>

/** How a team reaches its ConnectWise. */
export interface TeamConnection extends Credentials {
  company: string
  uiUrl: string
  apiUrl: string
}

/** What sealed credentials are bound to: those of one team open for no other. */
export const sealedFor = (team: string): string => `${team}|psa_connection|credentials`
