import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { seededRandom } from './random.ts'
import type { World } from './world.ts'

/** Keeps what a sandbox holds over a restart. */
export interface WorldKeeper {
  /** Fills an empty world with what was kept; false where nothing can be. */
  restore(world: World): boolean
  /** To be called after a change, before its author hears of it. */
  save(world: World): void
}

const format = 'resolutionflow-sandbox'
const version = 1
const json = z.record(z.string(), z.json())
const stamp = z.strictObject({
  lastUpdated: z.string(),
  updatedBy: z.string(),
  dateEntered: z.string(),
  enteredBy: z.string(),
})
const row = z.strictObject({ id: z.number(), fields: json, stamp })

const kept = z.strictObject({
  format: z.literal(format),
  version: z.literal(version),
  /** How often a world was begun from this file: no two draw the same numbers. */
  begun: z.number(),
  tables: z.array(z.tuple([z.string(), z.array(row)])),
  nextIds: z.array(z.tuple([z.string(), z.number()])),
  writes: z.array(
    z.strictObject({
      sequence: z.number(),
      at: z.string(),
      verb: z.enum(['create', 'replace', 'patch', 'remove']),
      entity: z.string(),
      id: z.number(),
      by: z.string(),
      path: z.string(),
    }),
  ),
  trail: z.array(
    z.strictObject({
      type: z.string(),
      id: z.number(),
      text: z.string(),
      enteredDate: z.string(),
      enteredBy: z.string(),
      auditSubType: z.string(),
    }),
  ),
  mails: z.array(
    z.strictObject({
      at: z.string(),
      ticket: z.number(),
      to: z.enum(['contact', 'resources', 'cc']),
      cause: z.enum(['note', 'time entry']),
      id: z.number(),
    }),
  ),
  shift: z.number(),
})

/**
 * Keeps a world in one file, replaced whole so that a kill at any moment leaves the old or the new. A file that this
 * version cannot read is put aside, which `say` tells by name, and the sandbox begins anew.
 */
export function keepWorld(file: string, say: (line: string) => void): WorldKeeper {
  let begun = 0
  return {
    restore(world) {
      const found = existsSync(file) ? read(file, say) : null
      if (found === null) return false
      begun = found.begun + 1
      for (const [name, rows] of found.tables)
        world.tables.set(name, new Map(rows.map((one) => [one.id, one])))
      for (const [name, next] of found.nextIds) world.nextIds.set(name, next)
      world.writes.push(...found.writes)
      world.trail.push(...found.trail)
      world.mails.push(...found.mails)
      world.shift = found.shift
      world.random = seededRandom(begun + 1_000)
      return true
    },
    save(world) {
      const { writes, trail, mails, shift } = world
      const tables = [...world.tables].map(([name, rows]) => [name, [...rows.values()]])
      const nextIds = [...world.nextIds]
      const text = JSON.stringify({ format, version, begun, tables, nextIds, writes, trail, mails, shift })
      writeFileSync(`${file}.new`, text)
      renameSync(`${file}.new`, file)
    },
  }
}

function read(file: string, say: (line: string) => void): z.output<typeof kept> | null {
  const content = parsed(readFileSync(file, 'utf8'))
  const found = kept.safeParse(content)
  if (found.success) return found.data
  const aside = `${file}.not-read`
  renameSync(file, aside)
  const { data: newer } = z.looseObject({ format: z.literal(format), version: z.number() }).safeParse(content)
  const why =
    newer && newer.version > version
      ? `is of a newer version (${newer.version}; this one reads ${version})`
      : 'cannot be read'
  say(
    `${file}, where the sandbox keeps its tickets, ${why}. The sandbox begins anew; it now lies at ${aside}.`,
  )
  return null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
