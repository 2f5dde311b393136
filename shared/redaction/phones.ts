import { namesOther } from './cards.ts'
import { identifying, type Recogniser } from './recogniser.ts'

/** International and North American forms speak for themselves; others need a leading zero or a word nearby. */
export const phoneRecognisers: readonly Recogniser[] = [
  identifying(
    'phone',
    /(?<![\w.:/+-])(?:\+|00(?=[1-9]\d?[ (/.-]))?\(?(?:\d{1,15}(?:[ ./()-]{1,3}\d{1,11}){1,7}|\d{7,15})(?:,? ?(?:x|ext\.?) ?\d{1,6})?(?![\w:/-]|[.,]\d)/gi,
    (value, lead) => {
      const count = value.replace(/\D/g, '').length
      if (count < 7 || count > 18 || namesOther(lead)) return false
      if (
        /^(?:\+|00[1-9].*\D)|^(?:1[-. ])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[-. ])[2-9]\d\d[-. ]\d{4}(?!\d)/.test(
          value,
        )
      )
        return true
      if (count > 13 || /^\d{1,4}([./-])\d{1,2}\1\d{2,4}|^(?:19|20)\d\d[ -]?[01]\d/.test(value)) return false
      return /\b(?:t[ée]l\w*|phone|cell|mobile?|handy|fax|call\w*|\w*ruf\w*|erreich\w+|appel\w*|joi\w+|llam\w*|reach\w*|desk|\w*line)\b.{0,40}$/i.test(
        lead,
      )
        ? count > 8 || /^\d{3}[- ]\d{4}$/.test(value)
        : count > 8 && /^\(?0\d.*[ ./)-]/.test(value) && !/^0\d-\d/.test(value)
    },
  ),
]
