import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { startOnce } from '../ticket-page/start-once.ts'

/**
 * Runs in the pages of ConnectWise that the manifest and the worker name. Not one of WXT's content scripts: those
 * listen to events that any page can make, and weigh a quarter of this one.
 */
export default defineUnlistedScript(() => startOnce(window, chrome.runtime))
