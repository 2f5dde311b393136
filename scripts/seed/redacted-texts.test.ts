import { describe, expect, it } from 'vitest'
import { fillText } from '#shared/markdown/fill-variables.ts'
import { redact } from '#shared/redaction/redact.ts'
import { readSeedFlows } from './read-seed-flows.ts'

const tickets = [
  {
    ...{ 'contact.name': 'Dana Boone', 'contact.firstName': 'Dana', 'contact.phone': '+1 (555) 010-0199' },
    ...{ 'contact.email': 'dboone@hillpartners.com', 'company.name': 'Hill & Partners' },
    ...{ 'configuration.name': 'PRN-RECEPTION', 'configuration.ipAddress': '10.4.8.21' },
    ...{ 'configuration.macAddress': '00:1B:44:11:3A:B7', 'configuration.serialNumber': 'CNB7J2K9XW' },
    ...{
      'configuration.modelNumber': 'LaserJet M404dn',
      'input.caller': 'LAPTOP-8QK3J2F',
      'input.addIn': 'Xobni 3',
    },
  },
  {
    ...{ 'contact.name': 'Jörg O’Neill', 'contact.firstName': 'Jörg', 'contact.phone': '0711 / 555 01-23' },
    ...{ 'contact.email': 'J.ONeill_2024@hf-law.co.uk', 'company.name': '4Sight GmbH' },
    ...{ 'configuration.name': 'HF-LT-014', 'configuration.ipAddress': 'fe80::1ff:fe23:4567:890a' },
    ...{ 'configuration.macAddress': '001B44113AB7', 'configuration.serialNumber': '5CG1234X9Z' },
    ...{
      'configuration.modelNumber': 'EliteBook 840 G8',
      'input.caller': 'desktop-4f7k2lm.hf.local',
      'input.addIn': 'SecureMail v2.1',
    },
  },
]

/** Every text in a flow, wherever it stands in it. */
function textsOf(node: unknown): string[] {
  if (typeof node === 'string') return [node]
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(textsOf) : []
}

describe.each((await readSeedFlows()).map((flow) => [flow.id, flow] as const))(
  'the texts of %s',
  (_, flow) => {
    it.each(tickets)('hold no secret once they are filled (ticket %#)', (facts) => {
      const known = new Map(Object.entries(facts))
      for (const text of textsOf(flow)) {
        const filled = fillText(text, (name) => known.get(name)).text
        expect(redact(filled, { destination: 'storage' }).text).toBe(filled)
      }
    })
  },
)
