/** Everyday technical tokens: error codes, ids, numbers, dates, versions, durations, paths, addresses. */
const code =
  /^(?:0x\w+|kb\d+|.?[\da-f]{8}-[\da-f]{4}-.*|s-1-.*|v?[\d.,:/+-]+[a-z%]{0,2}|\d{1,3}[-+]?[a-zà-ÿ]+|.{0,2}\/.*|.*(?:\\|:\/\/).*|[^@]+@[^@]+\.[a-z]+)$/i

/**
 * How much a token looks like a made-up password: 0 a plain word, technical token or longer than 99; 1 letters
 * with digits or signs, or a hyphenated phrase; 2 the same, and no asset tag, acronym or file name; 3 so even out of context.
 */
export const strength = (token: string): number =>
  !/^.{4,99}$/.test(token) ||
  code.test(token) ||
  !/^(?=.*\d).*[a-zà-ÿ]|[a-z\d].*([!@#$%^&*?+~=].|[@#$%^&*]$)|^[a-z]+([-_.][a-z]+){3,8}$/i.test(token)
    ? 0
    : /^([A-Z][A-Z\d_-]*|[a-z]{1,6}-?\d{1,3}|(Win|Windows|Office|Ex[a-z]+)\d*|.+\.[a-z]{2,4}|\w+[=(].*)$/.test(
          token,
        )
      ? 1
      : /^(?=.*\d)(.*[!@#$%^&*?]|(?=.*[a-z])[^-_./:\\]*[A-Z])/.test(token)
        ? 3
        : 2

/** Whether a token is machine-made: letters and digits without the punctuation of paths and code. */
export const looksRandom = (token: string): boolean =>
  /^(?=.*\d)(?=.*[a-z])(?!ssh-|sha\d|0x|\/\w+:)[^\\[\]{}()]{8,}$/i.test(token)
