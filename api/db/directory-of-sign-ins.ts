import { type SQL, sql } from 'drizzle-orm'
import type { Db, Tx } from './db.ts'
import { rowsOf } from './rows.ts'

/** Whose something is. */
export interface Whose {
  team: string
  member: string
}

/** An authorization code while its sign-in is locked; times in milliseconds since 1970. */
export interface LockedCode {
  signIn: string
  member: string
  bound: string
  until: number
  taken: boolean
  endsAt: number
}

/** A refresh token while its sign-in is locked; times in milliseconds since 1970. */
export interface LockedRefreshToken {
  signIn: string
  member: string
  /** Until when the sign-in lasts. */
  until: number
  usedAt: number | null
  /** The hash of the token that was given for this one. */
  successor: string | null
  /** Whether that one was used too. */
  goneOn: boolean
}

/** Whose account has this e-mail address, by the address's hash. */
export const accountOfEmail = (db: Db, hash: string): Promise<Whose | null> =>
  findWhose(db, sql`select team, member from directory.account_of_email(${hash})`)

/** Gives the member's account this address; false where it is another account's. */
export async function setAccountEmail(tx: Tx, hash: string, member: string): Promise<boolean> {
  const row = await first(tx, sql`select directory.set_account_email(${hash}, ${member}::uuid) as own`)
  return row?.own === true
}

/** Makes this the member's one link to set a password. */
export async function makePasswordLink(tx: Tx, hash: string, member: string, until: Date): Promise<void> {
  await tx.execute(sql`select directory.make_password_link(${hash}, ${member}::uuid, ${at(until)})`)
}

/** Whose link this is, while it can be used. */
export const findPasswordLink = (db: Db, hash: string, now: Date): Promise<Whose | null> =>
  findWhose(db, sql`select team, member from directory.find_password_link(${hash}, ${at(now)})`)

/** Uses a link up: the member it was for, or null where it was used already. */
export async function takePasswordLink(tx: Tx, hash: string, now: Date): Promise<string | null> {
  return textOf(await first(tx, sql`select directory.take_password_link(${hash}, ${at(now)}) as found`))
}

/** Makes the member's links useless. */
export async function dropPasswordLinks(tx: Tx, member: string): Promise<void> {
  await tx.execute(sql`select directory.drop_password_links(${member}::uuid)`)
}

/** Takes down that a member signed in; it lasts until the first of the two moments. */
export async function beginSignIn(
  tx: Tx,
  { id, member, until, endsAt }: { id: string; member: string; until: Date; endsAt: Date },
): Promise<void> {
  await tx.execute(
    sql`select directory.begin_sign_in(${id}::uuid, ${member}::uuid, ${at(until)}, ${at(endsAt)})`,
  )
}

/** Whether a sign-in of this member lasts on. */
export async function signInLasts(tx: Tx, id: string, member: string, now: Date): Promise<boolean> {
  const row = await first(
    tx,
    sql`select directory.sign_in_lasts(${id}::uuid, ${member}::uuid, ${at(now)}) as lasts`,
  )
  return row?.lasts === true
}

/** Ends a sign-in with all that was given for it. */
export async function endSignIn(tx: Tx, id: string): Promise<void> {
  await tx.execute(sql`select directory.end_sign_in(${id}::uuid)`)
}

/** Ends all of a member's; says how many there were. */
export async function endSignIns(tx: Tx, member: string): Promise<number> {
  return Number((await first(tx, sql`select directory.end_sign_ins(${member}::uuid) as ended`))?.ended)
}

/** Gives a code for a sign-in. */
export async function giveCode(
  tx: Tx,
  hash: string,
  { signIn, bound, until }: { signIn: string; bound: string; until: Date },
): Promise<void> {
  await tx.execute(sql`select directory.give_code(${hash}, ${signIn}::uuid, ${bound}, ${at(until)})`)
}

/** The team that a code was given in, or null. */
export const teamOfCode = (db: Db, hash: string): Promise<string | null> =>
  db.withoutTeam(async (tx) => textOf(await first(tx, sql`select directory.team_of_code(${hash}) as found`)))

/** A code of the team in context, its sign-in locked until the transaction ends; null where it has ended. */
export async function lockCode(tx: Tx, hash: string): Promise<LockedCode | null> {
  const row = await first(tx, sql`select * from directory.lock_code(${hash})`)
  if (row === undefined) return null
  return {
    signIn: String(row.sign_in),
    member: String(row.member),
    bound: String(row.bound),
    until: momentOf(row.until) ?? 0,
    taken: row.taken_at !== null,
    endsAt: momentOf(row.ends_at) ?? 0,
  }
}

/** Takes a locked code, for its sign-in's first refresh token; the sign-in lasts until `until` from now on. */
export async function takeCode(tx: Tx, hash: string, token: string, now: Date, until: Date): Promise<void> {
  await tx.execute(sql`select directory.take_code(${hash}, ${token}, ${at(now)}, ${at(until)})`)
}

/** The team that a refresh token was given in, or null. */
export const teamOfRefreshToken = (db: Db, hash: string): Promise<string | null> =>
  db.withoutTeam(async (tx) =>
    textOf(await first(tx, sql`select directory.team_of_refresh_token(${hash}) as found`)),
  )

/** A refresh token of the team in context, its sign-in locked until the transaction ends; null where it has ended. */
export async function lockRefreshToken(tx: Tx, hash: string): Promise<LockedRefreshToken | null> {
  const row = await first(tx, sql`select * from directory.lock_refresh_token(${hash})`)
  if (row === undefined) return null
  return {
    signIn: String(row.sign_in),
    member: String(row.member),
    until: momentOf(row.until) ?? 0,
    usedAt: momentOf(row.used_at),
    successor: typeof row.successor === 'string' ? row.successor : null,
    goneOn: row.gone_on === true,
  }
}

/** Uses a locked refresh token for its successor; the sign-in lasts until `until` from now on. */
export async function spendRefreshToken(
  tx: Tx,
  hash: string,
  successor: string,
  now: Date,
  until: Date,
): Promise<void> {
  await tx.execute(sql`select directory.use_refresh_token(${hash}, ${successor}, ${at(now)}, ${at(until)})`)
}

/** Removes up to `most` of each kind of row here that has ended. */
export async function sweepSignIns(tx: Tx, now: Date, most: number): Promise<void> {
  await tx.execute(sql`select directory.sweep_sign_ins(${at(now)}, ${most})`)
}

const at = (moment: Date) => sql`${moment.toISOString()}::timestamptz`

const first = async (tx: Tx, query: SQL) => rowsOf(await tx.execute(query))[0]

const textOf = (row: Record<string, unknown> | undefined): string | null =>
  typeof row?.found === 'string' ? row.found : null

function findWhose(db: Db, query: SQL): Promise<Whose | null> {
  return db.withoutTeam(async (tx) => {
    const row = await first(tx, query)
    return row === undefined ? null : { team: String(row.team), member: String(row.member) }
  })
}

/** One driver answers with a Date, the other with text. */
function momentOf(value: unknown): number | null {
  if (value instanceof Date) return value.getTime()
  return typeof value === 'string' ? new Date(value).getTime() : null
}
