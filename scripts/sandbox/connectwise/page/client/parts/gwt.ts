/**
 * Class names as a compiled GWT application has them: meaningless, and different at every load. They are on many
 * elements so that whoever reads this page cannot come to rely on them.
 */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const digits = '0123456789'
const pick = (from: string) => from[Math.floor(Math.random() * from.length)] ?? ''
const prefix = `G${pick(letters)}${pick(letters)}${pick(digits)}${pick(letters)}${pick(letters)}${pick(digits)}`
const given = new Map<string, string>()
let nextAuto = 100 + Math.floor(Math.random() * 900)

/** The obfuscated class of a role, the same for the whole load of the page. */
export function gwt(role: string): string {
  const known = given.get(role)
  if (known) return known
  const made = `${prefix}${pick(letters)}${pick(letters)}${letters[given.size % 26]}${given.size > 25 ? 'B' : ''}`
  given.set(role, made)
  return made
}

/** An id of the kind the widget library counts up; it says nothing about the element. */
export function autoId(): string {
  nextAuto += 1
  return `x-auto-${nextAuto}`
}
