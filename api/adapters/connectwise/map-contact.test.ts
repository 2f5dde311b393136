import { describe, expect, it } from 'vitest'
import { contactSchema } from './api-types.ts'
import { toContact } from './map-contact.ts'

const item = (communicationType: string, value: string, more = {}) => ({
  id: 1,
  communicationType,
  value,
  ...more,
})

describe('toContact', () => {
  it('takes the default number and address, with the extension', () => {
    const contact = contactSchema.parse({
      id: 5,
      firstName: 'Casey',
      lastName: 'Client',
      title: 'Office manager',
      portalPassword: 'must not come along',
      communicationItems: [
        item('Fax', '111'),
        item('Phone', '222'),
        item('Phone', '333', { defaultFlag: true, extension: '7' }),
        item('Email', 'a@acme.example'),
        item('Email', 'b@acme.example', { defaultFlag: true }),
      ],
    })
    expect(contact).not.toHaveProperty('portalPassword')
    expect(toContact(contact)).toEqual({
      id: 5,
      firstName: 'Casey',
      lastName: 'Client',
      title: 'Office manager',
      phone: '333 ext. 7',
      email: 'b@acme.example',
    })
  })

  it('falls back to the first, then to the number on the contact itself, then to nothing', () => {
    const of = (more: object) => toContact(contactSchema.parse({ id: 5, ...more }))
    expect(of({ communicationItems: [item('Phone', '222')] }).phone).toBe('222')
    expect(of({ defaultPhoneNbr: '444', defaultPhoneExtension: '' }).phone).toBe('444')
    expect(of({ communicationItems: null })).toMatchObject({
      phone: null,
      email: null,
      firstName: '',
      title: null,
    })
  })
})
