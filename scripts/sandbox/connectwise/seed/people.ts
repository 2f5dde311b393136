/** A member of the fictional service provider. */
export interface SeedMember {
  id: number
  identifier: string
  first: string
  last: string
  title: string
  licence: 'A' | 'F'
  zone: string
  inactive?: true
  /** The member's time entries need a start and an end. */
  strictTimes?: true
  admin?: true
  role: string
}

export const seedMembers: SeedMember[] = [
  {
    id: 150,
    identifier: 'flowapi',
    first: 'Flow',
    last: 'Integration',
    title: 'API member',
    licence: 'A',
    zone: 'Eastern Standard Time',
    role: 'Engineer',
  },
  {
    id: 151,
    identifier: 'mrivera',
    first: 'Maria',
    last: 'Rivera',
    title: 'Support engineer',
    licence: 'F',
    zone: 'Eastern Standard Time',
    role: 'Engineer',
  },
  {
    id: 152,
    identifier: 'tokafor',
    first: 'Tunde',
    last: 'Okafor',
    title: 'Senior engineer',
    licence: 'F',
    zone: 'GMT Standard Time',
    role: 'Senior engineer',
  },
  {
    id: 153,
    identifier: 'jlindqvist',
    first: 'Johan',
    last: 'Lindqvist',
    title: 'Field engineer',
    licence: 'F',
    zone: 'Central Standard Time',
    strictTimes: true,
    role: 'Engineer',
  },
  {
    id: 154,
    identifier: 'apetrov',
    first: 'Anna',
    last: 'Petrov',
    title: 'Service manager',
    licence: 'F',
    zone: 'Eastern Standard Time',
    admin: true,
    role: 'Senior engineer',
  },
  {
    id: 155,
    identifier: 'dwalsh',
    first: 'Dana',
    last: 'Walsh',
    title: 'Support engineer',
    licence: 'F',
    zone: 'Eastern Standard Time',
    inactive: true,
    role: 'Engineer',
  },
]
