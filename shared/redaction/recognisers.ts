import { addressRecognisers } from './addresses.ts'
import { cardRecognisers } from './cards.ts'
import { commandRecognisers } from './commands.ts'
import { keyRecognisers } from './keys.ts'
import { passwordRecognisers } from './passwords.ts'
import { phoneRecognisers } from './phones.ts'
import type { Recogniser } from './recogniser.ts'
import { tokenRecognisers } from './tokens.ts'

/** Every recogniser. The team's terms come on top, since they arrive with the call. */
export const recognisers: readonly Recogniser[] = [
  keyRecognisers,
  cardRecognisers,
  tokenRecognisers,
  commandRecognisers,
  passwordRecognisers,
  addressRecognisers,
  phoneRecognisers,
].flat()
