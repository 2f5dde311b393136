const { CHROMIUM_PATH, CI, PICTURES } = process.env

/** The Chromium that `CHROMIUM_PATH` names; undefined leaves it to be found. */
export const namedChromium = CHROMIUM_PATH || undefined

/** Whether a build machine runs this, not a person. */
export const isBuildMachine = CI !== undefined

/** Whether this run takes the README's pictures anew (`PICTURES=1`). */
export const takesPictures = PICTURES === '1'
