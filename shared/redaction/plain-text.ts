/** Characters that recognisers do not see: those without width, and accents that stand apart from their letter. */
export const unseen = /[\p{Cf}\p{M}]/gu

/**
 * A text as recognisers see it, at its own length: letters without accents and of usual width, every blank a space,
 * every double quotation mark the straight one.
 */
export const plainText = (text: string): string =>
  text
    .replace(/[«»“-„]/g, '"')
    .replace(/[\xA0-\u024F\u2000-\u3000\uFF01-\uFF5E]/g, (sign) => sign.normalize('NFKD').charAt(0))
