import { z } from '@hono/zod-openapi'

/** A ticket in a path: `/tickets/service/4711`. */
export const ticketParams = z.object({
  kind: z.enum(['service', 'project']),
  id: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'a ticket number has at most nine digits')
    .transform(Number),
})
