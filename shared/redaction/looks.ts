/** Everyday technical tokens: error codes, ids, numbers, dates, versions, durations, paths, addresses. */
const code =
  /^(0x\w+|.?[\da-f]{8}-[\da-f]{4}-.*|v?[\d.,:/+-]+[a-z%]{0,4}|.{0,2}\/.*|.*(\\|:\/\/).*|[^@]+@[^@]+\.[a-z]+)$/i

/**
 * How much a token looks like a made-up password: 0 a plain word, technical token or longer than 99; 1 letters
 * with digits or signs; 2 the same, and no asset tag, acronym or file name; 3 so even out of context; 4 with both.
 */
export const strength = (token: string): number =>
  code.test(token) || !/^(?=.{4,99}$)((?=.*\d).*[a-z]|.*[a-z\d].*([!@#$%^&*?+~=].|[@#$%^&*]$))/i.test(token)
    ? 0
    : /^([A-Z][A-Z\d_-]*|[a-z]{1,7}-?\d\d?|.+\.[a-z]{2,4}\??)$/.test(token)
      ? 1
      : /^(?=.*\d).*[!@#$%^&*?]/.test(token)
        ? 4
        : /^(?=.*\d)(?=.*[a-z])[^-_./:\\]*[A-Z]/.test(token)
          ? 3
          : 2

/** Whether a token is machine-made: letters and digits without the punctuation of paths and code. */
export const looksRandom = (token: string): boolean =>
  /^(?=.*\d)(?=.*[a-z])(?!ssh-|sha\d|0x|\/\w+:)[^\\[\]{}()]{8,}$/i.test(token)
