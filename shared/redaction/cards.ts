import { type Recogniser, secret } from './recogniser.ts'

/** A word for another kind of number directly before it: serial, ticket, order, tracking and the like. */
export const namesOther = (lead: string): boolean =>
  /\b(seri\w+|sn?|ticket|case|order|tracking|ref|part|po|id)(\W{1,4}(n\w{0,9}|is))?\W{0,9}$/i.test(lead)

/** The digit sum check of payment cards. */
const luhn = (digits: string): boolean =>
  Array.from(digits).reduceRight(
    (sum, digit, at) => sum + Number((digits.length - at) % 2 ? digit : '0246813579'[Number(digit)]),
    0,
  ) %
    10 ===
  0

/** The remainder check of account numbers: letters count 10 to 35, the first four characters go last. */
const mod97 = (iban: string): boolean =>
  BigInt((iban.slice(4) + iban.slice(0, 4)).replace(/\D/g, (sign) => `${Number.parseInt(sign, 36)}`)) %
    97n ===
  1n

export const cardRecognisers: readonly Recogniser[] = [
  // Issuers' prefixes with their usual lengths.
  secret('card', /(?<![\w.-])(\d[ -]?){13,15}\d(?![\w-])/g, (value, lead) => {
    const digits = value.replace(/\D/g, '')
    return luhn(digits) && !namesOther(lead) && /^([2-6]\d{15}|3[47]\d{13}|3[068]\d{12})$/.test(digits)
  }),
  secret('iban', /(?<![\w.-])[A-Z]{2}\d{2}([ -]?[A-Z\d]{4}){2,7}([ -]?[A-Z\d]{1,3})?(?![\w-])/gi, (value) => {
    for (let found = value; found.length > 14; found = found.replace(/(^| )[^ ]*$/, ''))
      if (mod97(found.replace(/[ -]/g, ''))) return [-value.length, found.length - value.length]
    return false
  }),
  secret('ssn', /(?<![\w.-])(?!000|666|9)\d{3}[- ]?(?!00)\d\d[- ]?(?!0000)\d{4}(?![\w-])/g, (value, lead) =>
    /-..-/.test(value) ? !namesOther(lead) : /ssn|social/i.test(lead),
  ),
]
