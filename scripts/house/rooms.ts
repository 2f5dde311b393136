/** The rooms of the house, the most particular first. */
const rooms = [
  'shared/panel',
  'shared/sync',
  'shared/contracts',
  'shared',
  'api/features',
  'api/adapters',
  'api/ports',
  'api/delivery',
  'api/live',
  'api/db',
  'api',
  'psa-pod',
  'extension',
  'scripts',
] as const

export type Room = (typeof rooms)[number]

/** The room a file stands in, the client with what it serves; null for files outside every room. */
export function roomOf(file: string): Room | null {
  if (file === 'shared/client.ts') return 'shared/sync'
  return rooms.find((room) => file.startsWith(`${room}/`)) ?? null
}

/** Where a room may not reach, and what to do instead. */
export interface Arrow {
  room: Room
  /** Only these files of the room; else all. */
  from?: RegExp
  files?: RegExp
  packages?: RegExp
  except?: RegExp
  /** An import of types alone carries no code and may pass. */
  typesMay?: boolean
  notTests?: boolean
  advice: string
}

const anywhere: Room[] = rooms.filter((room) => room !== 'scripts')
const clients: Room[] = ['shared/panel', 'psa-pod', 'extension']
/** A client and the clients it knows nothing of. */
const strangers = {
  'shared/panel': /^(psa-pod|extension)\//,
  'psa-pod': /^extension\//,
  extension: /^psa-pod\//,
} as const
const pure: Room[] = ['shared', 'shared/contracts']

export const arrows: Arrow[] = [
  ...anywhere.map(
    (room): Arrow => ({
      room,
      files: /^scripts\//,
      advice: 'Nothing imports scripts: move what is needed into the room that owns it.',
    }),
  ),
  ...[...pure, 'shared/sync' as const, ...clients].map(
    (room): Arrow => ({
      room,
      files: /^api\//,
      advice: 'Shared code and clients know nothing of the API: put what both need into shared.',
    }),
  ),
  ...pure.map(
    (room): Arrow => ({
      room,
      files: /^(shared\/(panel|sync)|psa-pod|extension)\//,
      typesMay: true,
      notTests: true,
      advice: 'Pure rules may not reach into a client: turn it round and pass in what they need.',
    }),
  ),
  ...pure.map(
    (room): Arrow => ({
      room,
      packages: /^(node:|hono|preact|react|drizzle-orm|postgres|idb|@electric-sql)/,
      notTests: true,
      advice: 'Shared rules do no I/O: take time, ids, randomness and data as arguments.',
    }),
  ),
  {
    room: 'shared',
    packages: /^zod$/,
    notTests: true,
    advice: 'The panel’s bundle would carry zod: schemas live in shared/contracts.',
  },
  {
    room: 'shared',
    files: /^shared\/contracts\//,
    typesMay: true,
    notTests: true,
    except: /^shared\/contracts\/routes\.ts$/,
    advice: 'Import the contract’s types with "import type": its code is zod.',
  },
  ...(['shared/sync', ...clients] as const).map(
    (room): Arrow => ({
      room,
      files: /^shared\/contracts\//,
      typesMay: true,
      notTests: true,
      except: /^shared\/contracts\/routes\.ts$/,
      advice:
        'Clients take types alone from the contracts ("import type"), so that no zod reaches a browser.',
    }),
  ),
  ...(['shared/sync', ...clients] as const).map(
    (room): Arrow => ({
      room,
      packages: /^(zod|hono|drizzle-orm|postgres|pino|jose)(\/|$)|^@hono\//,
      notTests: true,
      advice: 'This would weigh on every browser: do it in the API.',
    }),
  ),
  ...(['shared/panel', 'psa-pod', 'extension'] as const).map(
    (room): Arrow => ({
      room,
      files: strangers[room],
      advice: 'Clients stand side by side: put what both need into shared/panel or below.',
    }),
  ),
  {
    room: 'api',
    from: /^api\/(app\.ts|http\/|pages\/)/,
    files: /^api\/adapters\//,
    notTests: true,
    advice: 'The app is handed its ports: whoever composes it chooses the adapters.',
  },
  {
    room: 'api/features',
    files: /^api\/features\/[^/]+\/routes\.ts$/,
    advice: 'Routes are for the app alone: import the verb behind them.',
  },
  {
    room: 'api/features',
    files: /^api\/(adapters|jobs)\//,
    notTests: true,
    advice: 'A verb talks to a port; whoever composes the app chooses the adapter.',
  },
  {
    room: 'api/adapters',
    files: /^api\/(features|db|delivery|live|http)\//,
    notTests: true,
    advice: 'An adapter knows its port and shared alone: move the rule out of it.',
  },
  {
    room: 'api/ports',
    files: /^api\/(features|db|delivery|live|http|adapters)\//,
    notTests: true,
    advice: 'A port is words of ours: it depends on nothing but shared.',
  },
  {
    room: 'api/db',
    files: /^api\/(features|adapters|delivery|live|http|ports)\//,
    notTests: true,
    advice: 'The database layer knows shared alone: pass in what it needs.',
  },
  ...(['api/delivery', 'api/live'] as const).map(
    (room): Arrow => ({
      room,
      files: /^api\/(features|adapters|http)\//,
      notTests: true,
      advice: 'Delivery and streams know ports, the database and shared: move what they need down.',
    }),
  ),
  {
    room: 'api/features',
    packages: /^(postgres|@electric-sql)/,
    notTests: true,
    advice: 'Go through the Db port, so that both databases work.',
  },
]
