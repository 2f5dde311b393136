/** Where ConnectWise hosts ConnectWise PSA, as match patterns: connectwise.com regions, staging and developers' instances. */
export const connectWiseClouds = [
  'https://*.myconnectwise.net/*',
  'https://*.connectwise.net/*',
  'https://*.myconnectwise.com/*',
  'https://*.connectwisedev.com/*',
]
