import { describe, expect, it } from 'vitest'
import { configurationSchema } from './api-types.ts'
import { toConfiguration } from './map-configuration.ts'

describe('toConfiguration', () => {
  it('maps what helps a technician and drops the rest, questions first of all', () => {
    const configuration = configurationSchema.parse({
      id: 7,
      name: 'ACME-LT-014',
      type: { id: 1, name: 'Managed Workstation' },
      osType: 'Windows 11',
      osInfo: '23H2',
      ipAddress: '10.0.0.14',
      macAddress: '',
      serialNumber: ' 5CG1 ',
      notes: 'must not come along',
      questions: [{ question: 'Local admin', answer: 'must not come along', fieldType: 'Password' }],
    })
    expect(JSON.stringify(configuration)).not.toContain('must not')
    expect(toConfiguration(configuration)).toEqual({
      id: 7,
      name: 'ACME-LT-014',
      type: 'Managed Workstation',
      osType: 'Windows 11',
      osInfo: '23H2',
      ipAddress: '10.0.0.14',
      macAddress: null,
      serialNumber: '5CG1',
      modelNumber: null,
      tagNumber: null,
      lastLoginName: null,
      remoteLink: null,
    })
  })
})
