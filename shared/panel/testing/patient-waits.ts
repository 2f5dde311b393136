import { configure } from '@testing-library/preact'

// A wait ends when its condition holds; parts that load later take seconds on a busy machine, so the limit is far away.
configure({ asyncUtilTimeout: 20_000 })
