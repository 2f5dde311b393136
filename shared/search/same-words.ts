/** Other ways to write a word that flows and tickets mean alike. */
const same: Readonly<Record<string, string>> = {
  email: 'mail',
  emails: 'mail',
  login: 'log',
  logon: 'log',
  logons: 'log',
  logins: 'log',
  signin: 'sign',
  lockout: 'lock',
  lockouts: 'lock',
  pw: 'password',
  pwd: 'password',
  passwort: 'password',
  kennwort: 'password',
  wlan: 'wifi',
  acct: 'account',
  acc: 'account',
  druckt: 'druck',
  nicht: 'not',
  keine: 'not',
  cannot: 'not',
  cant: 'not',
  couldnt: 'not',
  doesnt: 'not',
  didnt: 'not',
  dont: 'not',
  wont: 'not',
  none: 'not',
}

/** The common form of a word, or the word itself. */
export function sameWord(word: string): string {
  return Object.hasOwn(same, word) ? (same[word] ?? word) : word
}
