import type { Contact } from '../../ports/psa.ts'
import type { CwContact } from './api-types.ts'

/** A ConnectWise contact → ours. Of several numbers or addresses the one marked as default, else the first. */
export function toContact(contact: CwContact): Contact {
  const phone = preferred(contact, 'Phone')
  const number = phone?.value ?? contact.defaultPhoneNbr
  const extension = phone === null ? contact.defaultPhoneExtension : phone.extension
  return {
    id: contact.id,
    firstName: contact.firstName ?? '',
    lastName: contact.lastName ?? '',
    title: contact.title,
    phone: number === null || !extension ? number : `${number} ext. ${extension}`,
    email: preferred(contact, 'Email')?.value ?? null,
  }
}

function preferred(contact: CwContact, kind: 'Phone' | 'Email') {
  const items = contact.communicationItems.filter((item) => item.communicationType === kind && item.value)
  return items.find((item) => item.defaultFlag) ?? items[0] ?? null
}
