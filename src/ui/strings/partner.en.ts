/** What partners' pages say, in English. The French file has the same keys by type. */
export const partnerEnglish = {
  neutralTitle: 'Notes',
  otherLanguage: 'Français',
  quickExit: 'Leave quickly',
  quickExitHint: 'Leaves this page at once. Pressing Escape twice does the same.',
  more: 'More',
  goOn: 'Go on',
  goBack: 'Back to where I was',
  tryAgain: 'Try again',
  nobodyLive: 'Nobody is watching this live.',
  opening: 'Opening…',
  minutes: (count: number) => (count === 1 ? 'about a minute left' : `about ${count} minutes left`),
  yourPartner: 'your partner',

  readers: {
    you: 'you',
    alone: 'you alone',
    colleague: (therapist: string) => `a colleague, only if ${therapist} opens it to them by name`,
    line: (who: string) => `Who can read this: ${who}.`,
    policy: 'How it is treated, and the limits of the law',
  },

  saving: {
    kept: (time: string) => `kept, ${time}`,
    waiting: 'kept on this phone, will be sent',
    full: 'no room left on this phone',
    notKept:
      'There is no room left on this phone, so this last one was not kept. All before it was. Make some room, then try again.',
    notKeptOther:
      'This last one could not be kept. All before it was. Please choose again; if it stays so, close this page and open your link again.',
  },

  stop: 'Please stop here',
  fault:
    'Something the server sent here does not fit what your therapist set up. Please stop here and tell your therapist, in person or by phone. What you gave before is still sealed.',
  faultSeen: {
    rolledBack: 'What was seen: the server no longer shows something that it had shown here before.',
    missing: 'What was seen: something is missing in what the server shows.',
    stranger: 'What was seen: something came from a device that nobody has vouched for.',
    changed: 'What was seen: something was changed on its way, or cannot be read.',
  },
  faultAsk: (therapist: string) =>
    `Asking is enough: “What does my page show, and why?” ${therapist} can look, and can send you a new link. Nothing here is your doing.`,

  halfLink: {
    title: 'This link is not whole',
    words:
      'A part of it seems to be missing; that happens when a link is copied or cut by a line break. Nothing is lost. Go back to the message and open the whole link, or ask for it to be sent again.',
  },
  noLink: {
    title: 'Please use your link',
    words:
      'This page opens with the private link that your therapist gave you. Open it from there and you will be where you were.',
  },
  noUse: {
    title: 'This link does not open',
    words:
      'It may have run out or been replaced. That is nothing you did. Your therapist can give you a new one; what you answered before is still there.',
  },
  trouble: {
    title: 'Something did not work here',
    words:
      'It is not your doing, and nothing is lost. Please try again; if it stays so, tell your therapist.',
  },
  notSecure: {
    title: 'This address is not secure',
    words:
      'Nothing could be sealed here, so this page stays closed. Nothing is lost. Please tell your therapist, who can send you another link.',
  },
  otherTab: {
    title: 'This page is open in another tab',
    words: 'One tab at a time may write, so that nothing is kept twice. Close the other one, then try here.',
  },
  noRoom: {
    title: 'There is no room left on this phone',
    words:
      'This page needs a little room to keep what you give. Your link is still good, and nothing is lost. Make some room, then try again.',
  },
  noNetwork: {
    title: 'There is no network just now',
    words: 'This page needs the network to open here. Your link is still good, and nothing is lost.',
  },
  invited: {
    title: 'A private page, for one person',
    words:
      'Your therapist sent you this link so that you can answer some questions alone, in your own time, before you meet.',
    once: 'The link opens for the first person who uses it. If it was sent to you, open it. If not, please leave it closed.',
    open: 'It was sent to me: open it',
  },
  welcome: {
    title: (therapist: string) => `${therapist} invited you`,
    what: 'These are questions about how things are between people who are close. There are no right answers. They help your therapist to know where to begin.',
    time: 'It takes about 20 minutes. You can stop at any moment and come back later; each answer is kept.',
    skip: 'You can leave out any question. That is as good as an answer.',
    exit: '“Leave quickly”, at the top, closes this page at once. Pressing Escape twice does the same.',
    words: (words: string) => `Your two words are “${words}”.`,
    wordsWhy: (therapist: string) =>
      `${therapist} sees the same two. If you wonder whether this page is really theirs, ask which words they see.`,
    fetching: 'Your page is open here. The rest is on its way.',
    fetchingOffline: 'Your page is open here. The rest comes as soon as there is a network.',
  },
  consent: {
    sign: 'I agree: go on',
    notNow: 'Not now',
    missing: 'Please tick the box to go on, or choose “Not now”. Both are fine.',
    changed: 'Something in what was settled has changed, so this is asked again.',
    notNowTitle: 'That is fine',
    notNowWords:
      'Nothing was asked and nothing was kept. You can open the link again whenever you like, or talk about it with your therapist first. If you are too young to go on here, tell your therapist.',
    notNowBack: 'Read it again',
  },

  progress: {
    begun: 'You have just begun',
    quarter: 'You are well under way',
    half: 'You are around halfway',
    most: 'Most of it is done',
    near: 'Nearly there',
  },
  question: {
    skip: 'Leave this one out',
    aboutYou: 'About you',
    about: (who: string) => `About ${who}`,
    aboutUs: (who: string) => `About ${who}`,
    aboutMeaning: 'To begin with',
    keepWords: 'Keep this and go on',
    again: 'Ask me the last one again',
  },

  pin: {
    setTitle: 'A PIN, so that only you can come back',
    setWhy:
      'Six digits of your choice. With your link, they open this page on another phone. From then on you can read your answers again here and choose what you show. What you answer before you have a PIN stays closed here, even to you.',
    setForgot:
      'Please choose digits that nobody near you would guess. If you forget them, your therapist can help you go on.',
    first: 'Six digits',
    second: 'The same six digits again',
    set: 'Set this PIN',
    setting: 'Setting it…',
    later: 'Later',
    different: 'The two are not the same. Please type both again.',
    sixDigits: 'A PIN is six digits.',
    tooPlain: 'That one is easy to guess. Please choose another.',
    offline: 'Setting a PIN needs the network once. Go on now; it will be asked for again.',
    full: 'There is no room left on this phone, so the PIN was not kept. Make some room, then try again, or go on without it for now.',
    done: 'Your PIN is set.',
    openTitle: 'Please type your PIN',
    notMine:
      'If you never chose a PIN, somebody else may have. Tell your therapist, who can close this link and give you a new one.',
    openHere: 'This page was closed to keep it private.',
    openElsewhere:
      'This link was opened on another phone. Your PIN opens it here too. If you had not set one yet, ask your therapist for a new link: what you answered is still there.',
    enter: 'PIN, six digits',
    open: 'Open',
    checking: 'Opening…',
    wrong: (left: number) =>
      left === 1 ? 'That was not it. One more try.' : `That was not it. You have ${left} more tries.`,
    none: 'That did not open it, and no tries are left here. Nothing is lost: your therapist can give you new tries, or a new link.',
    wait: 'That was often in a short time. Nothing is lost: please wait a little, then try again.',
    noNetwork: 'This needs the network just now. Nothing is lost.',
    swapped:
      'What the server answered does not hold, so it was not used. Nothing is lost. Please tell your therapist, by another way than this page.',
    covered: 'This page was covered to keep it private.',
    uncover: 'Go on',
    gate: 'What you gave can be read again only with your PIN.',
    gateNone:
      'What you gave cannot be read again here until you set a PIN. That keeps it from anyone who picks up this phone.',
  },

  safety: {
    title: 'Some questions about being safe',
    leaving: 'If you stop in the middle, nothing of it is kept or sent. You will be asked again next time.',
    alone: 'It is best to be alone for this. If you are not, come back later; nothing is lost.',
    start: 'I am alone: begin',
    notAlone: 'Not now: stop here',
    stop: 'Stop here and forget these',
    step: (step: number, total: number) => `${step} of ${total}`,
    skip: 'Leave this one out',
    next: 'Go on',
    words: 'In your own words, if you like',
    lastTitle: 'That was the last one',
    lastWords: (therapist: string) =>
      `One sealed message now goes to ${therapist}. It has the same size whatever you said, and also if you left everything out.`,
    send: 'Send it and forget it here',
    sending: 'Sealing…',
    notSent:
      'It could not be kept for sending; there may be no room left on this phone. You can try again, or tell your therapist yourself.',
    stoppedTitle: 'Stopped',
    stoppedWords: 'Nothing of these questions was kept. They come again when you open this page next time.',
    comeBack: 'Begin them now',
  },
  help: {
    title: 'If you want someone to talk to',
    call: 'Call',
    text: 'Text',
    visit: 'Site',
    source: (source: string, date: string) => `Compared with ${source} on ${date}.`,
    none: 'No line that was checked is known for where your therapist works. In danger, call your local emergency number.',
    goOn: 'Go on',
  },

  end: {
    title: 'That was all. Thank you.',
    alone: (therapist: string) =>
      `What happens next: ${therapist} sees each of you alone first. That is so for everybody.`,
    together: (therapist: string) =>
      `After that, ${therapist} opens what you look at together. Only what each of you chose to show is in it.`,
    one: (therapist: string) =>
      `What happens next: ${therapist} meets you and looks at your answers with you.`,
    shown: (therapist: string) => `Your answers are with ${therapist}. You need do nothing more.`,
    release: 'Choose what I show',
    lookBack: 'Look at my answers again',
    own: 'Something for myself',
    close: 'You can close this page now.',
    choices: 'If you like',
  },
  release: {
    title: 'What you show',
    why: (others: string) =>
      `Nothing of yours is shown to ${others} unless you turn it on here. You choose alone, and you can change it later. What you do not show looks the same as what you did not answer.`,
    whyAlone:
      'Nothing of yours is shown to anybody else unless you turn it on here. You choose alone, and you can change it later.',
    seen: (who: string) => `Once turned on, it can be seen by ${who}.`,
    lower: 'in the lower part',
    middle: 'around the middle',
    upper: 'in the upper part',
    placed: (phrase: string) => `Your answers put this ${phrase} of the line.`,
    notEnough: 'You left out too many of these to show a place. That is fine.',
    closed:
      'What you answered before you had a PIN stays closed here, so that nobody who picks up this phone can see it or show it. You can answer it once more; then you can show it.',
    giveAgain: 'Answer this once more',
    giveThisAgain: (name: string) => `Answer this once more: ${name}`,
    again: (place: number, of: number) => `Once more: ${place} of ${of}`,
    stopAgain: 'Back to what I show',
    show: (name: string) => `Show: ${name}`,
    meaning: 'What “more intimate” means to me',
    meaningNone: 'You left this one out. That is fine.',
    inWords: (words: string) => `“${words}”`,
    both: (chosen: string, own: string) => `${chosen}: ${own}`,
    keep: 'Keep this choice',
    keepNone: 'Show nothing',
    kept: 'Your choice is kept. You can change it here at any time.',
    takenBack: 'Nothing of yours is shown now.',
    seenBefore: 'What someone has already seen they may remember.',
    notValidated:
      'These questions are new and not yet validated. A place on a line describes your answers; it does not judge.',
  },

  menu: {
    title: 'More',
    lookBack: 'Look at my answers again',
    own: 'Something for myself',
    help: 'Someone to talk to',
    release: 'Choose what I show',
    pin: 'Set a PIN',
    pause: 'Save and stop here',
    lock: 'Close this page with my PIN',
    leave: 'Leave for good',
  },
  lookBack: {
    title: 'What you answered',
    none: 'Nothing yet.',
    leftOut: 'left out',
    change: 'Change',
    changeThis: (question: string) => `Change: ${question}`,
    note: 'The questions about being safe are not here; nothing of them is on this phone.',
    sincePin: 'What you gave before you chose a PIN is not shown again.',
    keep: 'Keep',
    cancel: 'Leave it as it was',
  },
  own: {
    title: 'Something for myself',
    nobody: 'Nobody reads this: not your therapist, not your partner, not us.',
    hurt: 'If you might hurt yourself, help is here:',
    lines: 'people you can talk to now',
    gone: 'It lives with your link and this phone. If both are lost, it is gone. What you keep before you choose a PIN is not shown again.',
    label: 'Write what you like',
    keep: 'Keep it for myself',
    kept: 'Kept, for you alone.',
    notKeptYet: 'This is not kept yet. Keep it, or go back once more to let it go.',
    read: 'Read what I kept',
    none: 'You have kept nothing here.',
  },
  pause: {
    title: 'Stopped here, for now',
    words: (therapist: string) =>
      `All you answered is kept. ${therapist} sees that you paused, and nothing more than before. Open your link whenever you want to go on.`,
    goOn: 'Go on with the questions',
  },
  leave: {
    title: 'Leave for good',
    goes: 'After this, nothing more can be added from your side, on any phone. What you turned on to be shown is taken back first.',
    stays: (therapist: string) =>
      `What you already answered stays with ${therapist}, who may have to keep it by law. You can ask ${therapist} to erase it.`,
    own: 'What you kept for yourself cannot be opened any more.',
    others: 'Others can go on without you; they are not told why.',
    sure: 'I understand that this cannot be undone here',
    confirm: 'Leave for good',
    stay: 'Stay',
    offline: 'Leaving is kept on this phone and sent when there is a network.',
    doneTitle: 'You have left',
    doneWords:
      'Nothing more is asked of you here. If you change your mind, your therapist can invite you again.',
    failed: 'That could not be kept just now. You have not left. Please try again.',
  },
}

export type PartnerStrings = typeof partnerEnglish
