/** Making an account, signing in, locking: in English. */
export const account = {
  'app.name': 'Groundwork',
  'app.lock': 'Lock',
  'app.sign-out': 'Sign out',
  'app.main': 'Main',
  'app.academy': 'Academy',

  'door.not-secure-title': 'This address is not secure',
  'door.not-secure':
    'On it a browser can seal nothing, so no account can be opened here and no links can be made. Open Groundwork at an address that begins with https, or on the computer it runs on; the guide for operating it says how.',

  'first-run.step': 'Step {{step}} of {{of}}',
  'first-run.title': 'Set up your account',
  'first-run.intro':
    'Three short steps: a name, a passphrase, and a page to print in case the passphrase is lost. Everything clinical is sealed on this device before it leaves it; whoever runs the server cannot read it.',
  'first-run.code': 'Set-up code',
  'first-run.code-hint':
    'It was shown where the server was started, or a colleague gave it to you. It works once.',
  'first-run.code-missing': 'Type the set-up code as it was shown.',
  'first-run.name-hint':
    'A name for signing in. It is not sealed, so choose one that says nothing about your clients.',
  'first-run.name-missing': 'Choose a name of at least two letters.',
  'first-run.to-passphrase': 'Go on to the passphrase',
  'first-run.make': 'Make my account',
  'first-run.back': 'Back to the code and the name',

  'passphrase.title': 'Your passphrase',
  'passphrase.intro':
    'It opens everything you keep here, and nobody can look it up or reset it for you. Write it on paper, or let your password manager keep it.',
  'passphrase.label': 'Passphrase',
  'passphrase.which': 'Which passphrase?',
  'passphrase.drawn': 'This one, drawn by chance',
  'passphrase.drawn-detail': 'Too long to guess, made to be said and typed.',
  'passphrase.own': 'One of my own',
  'passphrase.own-detail': 'At least {{count}} characters; several unusual words are best.',
  'passphrase.another': 'Draw another',
  'passphrase.show': 'Show',
  'passphrase.hide': 'Hide',
  'passphrase.written': 'I have written it down, or my password manager has it.',
  'passphrase.write-first': 'Write it down first, then say so above. Without it this account stays shut.',
  'passphrase.too-short': 'Make it longer: at least {{count}} characters.',
  'passphrase.too-plain': 'It repeats a few characters. Choose one that is harder to guess.',

  'kit.title': 'Your recovery kit',
  'kit.intro':
    'One page that opens your account if the passphrase is lost. Print it or write it out, and keep it where you keep papers that matter. It is shown this once.',
  'kit.print': 'Print this page',
  'kit.not-here':
    'The code was shown when the account was made and is not kept anywhere. Take the page you printed, and type its code here. If there is no page, make another kit: the one before then opens nothing.',
  'kit.renew': 'Make another kit',
  'kit.sheet': 'Groundwork recovery kit',
  'kit.address': 'Address',
  'kit.code': 'Recovery code',
  'kit.qr': 'The recovery code as a QR code',
  'kit.how':
    'If your passphrase is lost: open the address above, choose “I have lost my passphrase”, and type the name and the code. You then choose a new passphrase.',
  'kit.keep':
    'Whoever holds this page and knows the name can open your account. Keep it under lock, away from your computer.',
  'kit.type-back': 'Type the code from your page',
  'kit.type-back-hint': 'Spaces, dashes and capitals do not matter.',
  'kit.differs': 'That is not the code. Compare it with your page, group by group.',
  'kit.confirm': 'My page is right',
  'kit.later': 'Do this later',
  'kit.later-detail': 'You can look around first. A case can be made once the code was typed back.',

  'sign-in.title': 'Sign in',
  'sign-in.name': 'Sign-in name',
  'sign-in.open': 'Open my cases',
  'sign-in.opening': 'Opening…',
  'sign-in.other-ways': 'Other ways in',
  'sign-in.to-recover': 'I have lost my passphrase',
  'sign-in.to-begin': 'I have a set-up code',

  'lock.title': 'Locked',
  'lock.idle': 'Nothing was done here for ten minutes, so the keys were forgotten. What you wrote is kept.',
  'lock.asked': 'The keys are forgotten on this device. What you wrote is kept.',
  'lock.room': 'The room view is closed. Your passphrase opens your cases again.',
  'lock.return': 'Go on where I was',
  'lock.other-name': 'Sign in with another name',

  'recover.title': 'Open with the recovery kit',
  'recover.intro': 'Take the page you printed when you made your account.',
  'recover.new-passphrase': 'Now a new passphrase. The old one stops working.',
  'recover.open': 'Open my account',
  'recover.back': 'Back to the code',
  'recover.refused':
    'The name and the code do not fit together. Compare the code with your page, group by group.',
  'recover.to-sign-in': 'Back to signing in',
} as const
