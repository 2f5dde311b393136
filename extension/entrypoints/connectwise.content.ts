import { defineContentScript } from 'wxt/utils/define-content-script'
import { connectWiseClouds } from '../manifest/connectwise-clouds.ts'

export default defineContentScript({
  matches: connectWiseClouds,
  allFrames: false,
  runAt: 'document_idle',
  main() {},
})
