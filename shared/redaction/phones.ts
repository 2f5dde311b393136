import { namesOther } from './cards.ts'
import { identifying, type Recogniser } from './recogniser.ts'

/** International and North American forms speak for themselves; others need a leading zero or a word nearby. */
export const phoneRecognisers: readonly Recogniser[] = [
  identifying(
    'phone',
    /(?<![\w./+-]|\d:)\+?\(?\d([ ./()-]{0,3}\d){6,17}( ?x\d{1,9})?(?![\w:/-]|[.,]\d)/gi,
    (value, lead) => {
      if (namesOther(lead)) return false
      if (/^(\+|\(?(1\W{1,2})?[2-9]\d\d\W{1,2}[2-9]\d\d\W\d{4}\b)/.test(value)) return true
      const count = value.replace(/\D/g, '').length
      return (
        count < 15 &&
        !/^(19|20)\d\d[ ./-]?[01]?\d/.test(value) &&
        (/(tel|phone|cell|handy|natel|porta|mo[bv]il|fax|call|llam|ruf|re[ai]ch|appel).{0,40}$/i.test(lead)
          ? count > 8 || /^\d{3}[- ]\d{4}$/.test(value)
          : count > 8 && /^\(?0\d[^-].*[ ./)-]/.test(value))
      )
    },
  ),
]
