/** How long a password is, in characters; nothing else is asked of it. */
export const passwordLength = { least: 12, most: 200 } as const

/** What is wrong with a password that somebody chose, or null. Counts characters as people see them typed. */
export function passwordProblem(password: string): 'too_short' | 'too_long' | null {
  const { length } = [...password.normalize('NFC')]
  if (length < passwordLength.least) return 'too_short'
  return length > passwordLength.most ? 'too_long' : null
}
