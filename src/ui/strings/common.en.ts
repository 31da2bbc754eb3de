/** What every page of the product may say, in English. */
export const common = {
  copy: 'Copy',
  copied: 'Copied',
  'copy-failed': 'This browser did not allow it. Select the text and copy it by hand.',
  working: 'One moment…',
  'try-again': 'Try again',
  'leave-as-is': 'Leave it as it is',

  'language.label': 'Language',
  'language.en': 'English',
  'language.fr': 'Français',

  'failure.offline':
    'There is no answer from the server just now. What was kept here stays kept. Try again in a moment.',
  'failure.full': 'This device has no room left, so this was not kept. Make some room, then try again.',
  'failure.set-up-code-wrong':
    'This set-up code does not fit. It was printed where the server was started, and each one works once.',
  'failure.name-taken': 'Somebody here already signs in with this name. Choose another.',
  'failure.sign-in-refused': 'The name and the passphrase do not fit together. Look at both, then try again.',
  'failure.too-many': 'There were many tries in a short time. Wait a few minutes, then try again.',
  'failure.signed-out':
    'Your sign-in has run out. Lock the page and come back with your passphrase; what you wrote is kept.',
  'failure.swapped':
    'What the server sent for this account is not yours: keys do not fit. Nothing was opened. Speak to whoever runs the server before you try again.',
  'failure.open-elsewhere':
    'Your account is open in another tab or window of this browser. Go on there, or close that tab first.',
  'failure.unknown':
    'This did not work, and nothing was changed. Try again; if it goes on, tell whoever runs this server.',

  'sync.sent': 'Everything is kept and sent.',
  'sync.waiting': 'Kept on this device, being sent.',
  'sync.offline': 'No network. Kept on this device, will be sent.',
  'sync.full': 'This device has no room left. What you write now is not kept.',
} as const
