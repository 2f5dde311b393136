import type { Configuration } from '../../ports/psa.ts'
import type { CwConfiguration } from './api-types.ts'

/** A ConnectWise configuration → ours; blanks count as nothing. */
export function toConfiguration(configuration: CwConfiguration): Configuration {
  return {
    id: configuration.id,
    name: configuration.name,
    type: configuration.type?.name ?? null,
    osType: filled(configuration.osType),
    osInfo: filled(configuration.osInfo),
    ipAddress: filled(configuration.ipAddress),
    macAddress: filled(configuration.macAddress),
    serialNumber: filled(configuration.serialNumber),
    modelNumber: filled(configuration.modelNumber),
    tagNumber: filled(configuration.tagNumber),
    lastLoginName: filled(configuration.lastLoginName),
    remoteLink: filled(configuration.remoteLink),
  }
}

function filled(text: string | null): string | null {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}
