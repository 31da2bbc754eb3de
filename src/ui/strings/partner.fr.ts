import type { PartnerStrings } from './partner.en.ts'

/** "de Robin", "d’Alex". An h is left alone: only its bearer knows how it is said. */
const de = (name: string): string => (/^[aeiouyàâäéèêëîïôöùûü]/i.test(name) ? `d’${name}` : `de ${name}`)

/** What partners' pages say, in French. */
export const partnerFrench: PartnerStrings = {
  neutralTitle: 'Notes',
  otherLanguage: 'English',
  quickExit: 'Quitter vite',
  quickExitHint: 'Quitte cette page tout de suite. Appuyer deux fois sur Échap fait de même.',
  more: 'Plus',
  goOn: 'Continuer',
  goBack: 'Revenir où j’en étais',
  tryAgain: 'Essayer encore',
  nobodyLive: 'Personne ne regarde en direct.',
  opening: 'Ouverture…',
  minutes: count => (count === 1 ? 'encore une minute environ' : `encore ${count} minutes environ`),
  yourPartner: 'votre partenaire',

  readers: {
    you: 'vous',
    alone: 'vous seulement',
    colleague: therapist => `un ou une collègue, seulement si ${therapist} lui en donne nommément l’accès`,
    line: who => `Qui peut lire ceci : ${who}.`,
    policy: 'Comment c’est traité, et les limites de la loi',
  },

  saving: {
    kept: time => `gardé, ${time}`,
    waiting: 'gardé sur ce téléphone, sera envoyé',
    full: 'plus de place sur ce téléphone',
    notKept:
      'Il n’y a plus de place sur ce téléphone : ceci n’a pas été gardé. Tout ce qui précède l’est. Libérez un peu de place, puis essayez encore.',
    notKeptOther:
      'Ceci n’a pas pu être gardé. Tout ce qui précède l’est. Essayez encore ; si cela continue, fermez cette page et rouvrez votre lien.',
  },

  stop: 'Arrêtez-vous ici, s’il vous plaît',
  fault:
    'Une chose envoyée par le serveur ne correspond pas à ce que votre thérapeute a mis en place. Arrêtez-vous ici et dites-le à votre thérapeute, de vive voix ou par téléphone. Ce que vous avez donné avant reste scellé.',
  faultSeen: {
    rolledBack: 'Ce qui a été vu : le serveur ne montre plus une chose qu’il avait déjà montrée ici.',
    missing: 'Ce qui a été vu : il manque une chose dans ce que montre le serveur.',
    stranger: 'Ce qui a été vu : une chose vient d’un appareil dont personne ne s’est porté garant.',
    changed: 'Ce qui a été vu : une chose a été changée en chemin, ou ne peut pas se lire.',
  },
  faultAsk: therapist =>
    `Il suffit de demander : « Que montre ma page, et pourquoi ? » ${therapist} peut regarder, et vous envoyer un nouveau lien. Vous n’y êtes pour rien.`,

  halfLink: {
    title: 'Ce lien n’est pas entier',
    words:
      'Il semble en manquer un morceau ; cela arrive quand on copie un lien ou qu’il est coupé en fin de ligne. Rien n’est perdu. Revenez au message et ouvrez le lien entier, ou demandez qu’on vous le renvoie.',
  },
  noLink: {
    title: 'Utilisez votre lien',
    words:
      'Cette page s’ouvre avec le lien privé que votre thérapeute vous a donné. Ouvrez-la par ce lien et vous serez où vous en étiez.',
  },
  noUse: {
    title: 'Ce lien n’ouvre pas',
    words:
      'Il a peut-être expiré ou été remplacé. Vous n’y êtes pour rien. Votre thérapeute peut vous en donner un nouveau ; ce que vous avez déjà répondu est toujours là.',
  },
  trouble: {
    title: 'Quelque chose n’a pas marché ici',
    words:
      'Vous n’y êtes pour rien, et rien n’est perdu. Essayez encore ; si cela continue, dites-le à votre thérapeute.',
  },
  notSecure: {
    title: 'Cette adresse n’est pas sûre',
    words:
      'Rien ne pourrait être scellé ici : cette page reste donc fermée. Rien n’est perdu. Dites-le à votre thérapeute, qui peut vous envoyer un autre lien.',
  },
  otherTab: {
    title: 'Cette page est ouverte dans un autre onglet',
    words:
      'Un seul onglet à la fois peut écrire, pour que rien ne soit gardé deux fois. Fermez l’autre, puis essayez ici.',
  },
  noRoom: {
    title: 'Il n’y a plus de place sur ce téléphone',
    words:
      'Cette page a besoin d’un peu de place pour garder ce que vous donnez. Votre lien est toujours bon, et rien n’est perdu. Libérez un peu de place, puis essayez encore.',
  },
  noNetwork: {
    title: 'Pas de réseau en ce moment',
    words:
      'Cette page a besoin du réseau pour s’ouvrir ici. Votre lien est toujours bon, et rien n’est perdu.',
  },
  invited: {
    title: 'Une page privée, pour une seule personne',
    words:
      'Votre thérapeute vous a envoyé ce lien pour que vous répondiez à quelques questions en privé, à votre rythme, avant de vous voir.',
    once: 'Le lien s’ouvre pour la première personne qui s’en sert. S’il vous a été envoyé, ouvrez-le. Sinon, laissez-le fermé.',
    open: 'Il m’a été envoyé : l’ouvrir',
  },
  welcome: {
    title: therapist => `Une invitation ${de(therapist)}`,
    what: 'Voici des questions sur ce qui se passe entre des personnes proches. Il n’y a pas de bonne réponse. Elles aident votre thérapeute à savoir par où commencer.',
    time: 'Cela prend une vingtaine de minutes. Vous pouvez arrêter à tout moment et revenir plus tard ; chaque réponse est gardée.',
    skip: 'Vous pouvez passer toute question. Cela vaut une réponse.',
    exit: '« Quitter vite », en haut, ferme cette page tout de suite. Appuyer deux fois sur Échap fait de même.',
    words: words => `Vos deux mots sont « ${words} ».`,
    wordsWhy: therapist =>
      `${therapist} voit les deux mêmes. Si vous doutez que cette page vienne bien de là, demandez quels mots s’y affichent.`,
    fetching: 'Votre page est ouverte ici. Le reste arrive.',
    fetchingOffline: 'Votre page est ouverte ici. Le reste viendra dès qu’il y aura du réseau.',
  },
  consent: {
    sign: 'J’accepte : continuer',
    notNow: 'Pas maintenant',
    missing: 'Cochez la case pour continuer, ou choisissez « Pas maintenant ». Les deux conviennent.',
    changed: 'Une chose convenue a changé, alors cela vous est demandé à nouveau.',
    notNowTitle: 'C’est très bien ainsi',
    notNowWords:
      'Rien n’a été demandé et rien n’a été gardé. Vous pouvez rouvrir le lien quand vous voulez, ou en parler d’abord avec votre thérapeute. Si vous n’avez pas l’âge de continuer ici, dites-le à votre thérapeute.',
    notNowBack: 'Relire',
  },

  progress: {
    begun: 'Vous venez de commencer',
    quarter: 'C’est bien engagé',
    half: 'Vous êtes à peu près à la moitié',
    most: 'Le plus gros est fait',
    near: 'C’est presque fini',
  },
  question: {
    skip: 'Passer cette question',
    aboutYou: 'À propos de vous',
    about: who => `À propos ${de(who)}`,
    aboutUs: who => `Entre ${who}`,
    aboutMeaning: 'Pour commencer',
    keepWords: 'Garder et continuer',
    again: 'Me reposer la dernière question',
  },

  pin: {
    setTitle: 'Un code, pour que vous seulement puissiez revenir',
    setWhy:
      'Six chiffres de votre choix. Avec votre lien, ils ouvrent cette page sur un autre téléphone. Dès lors, vous pouvez relire vos réponses ici et choisir ce que vous montrez. Ce que vous répondez avant d’avoir un code reste fermé ici, même pour vous.',
    setForgot:
      'Choisissez des chiffres que personne autour de vous ne devinerait. Si vous les oubliez, votre thérapeute peut vous aider à continuer.',
    first: 'Six chiffres',
    second: 'Les mêmes six chiffres',
    set: 'Choisir ce code',
    setting: 'Un instant…',
    later: 'Plus tard',
    different: 'Les deux ne sont pas identiques. Tapez-les à nouveau.',
    sixDigits: 'Un code compte six chiffres.',
    tooPlain: 'Celui-ci est facile à deviner. Choisissez-en un autre.',
    offline: 'Choisir un code demande le réseau une fois. Continuez ; cela vous sera redemandé.',
    full: 'Il n’y a plus de place sur ce téléphone : le code n’a pas été gardé. Libérez un peu de place, puis essayez encore, ou continuez sans code pour le moment.',
    done: 'Votre code est choisi.',
    openTitle: 'Tapez votre code',
    notMine:
      'Si vous n’avez jamais choisi de code, quelqu’un d’autre l’a peut-être fait. Dites-le à votre thérapeute, qui peut fermer ce lien et vous en donner un nouveau.',
    openHere: 'Cette page a été fermée pour rester privée.',
    openElsewhere:
      'Ce lien a été ouvert sur un autre téléphone. Votre code l’ouvre ici aussi. Si vous n’en aviez pas encore choisi, demandez un nouveau lien à votre thérapeute : ce que vous avez répondu est toujours là.',
    enter: 'Code, six chiffres',
    open: 'Ouvrir',
    checking: 'Ouverture…',
    wrong: left =>
      left === 1
        ? 'Ce n’était pas cela. Encore un essai.'
        : `Ce n’était pas cela. Il vous reste ${left} essais.`,
    none: 'Cela n’a pas ouvert, et il ne reste pas d’essai ici. Rien n’est perdu : votre thérapeute peut vous redonner des essais, ou un nouveau lien.',
    wait: 'Cela fait beaucoup d’essais en peu de temps. Rien n’est perdu : attendez un peu, puis essayez encore.',
    noNetwork: 'Il faut le réseau en ce moment. Rien n’est perdu.',
    swapped:
      'Ce que le serveur a répondu ne tient pas ; cela n’a pas été utilisé. Rien n’est perdu. Dites-le à votre thérapeute, par un autre moyen que cette page.',
    covered: 'Cette page a été couverte pour rester privée.',
    uncover: 'Continuer',
    gate: 'Ce que vous avez donné ne se relit qu’avec votre code.',
    gateNone:
      'Ce que vous avez donné ne peut pas se relire ici tant que vous n’avez pas choisi de code. Ainsi, qui prend ce téléphone ne peut pas le lire.',
  },

  safety: {
    title: 'Quelques questions sur la sécurité',
    leaving:
      'Si vous arrêtez au milieu, rien n’en est gardé ni envoyé. Cela vous sera demandé la prochaine fois.',
    alone:
      'Le mieux est de ne pas avoir de compagnie pour cela. Sinon, revenez plus tard ; rien n’est perdu.',
    start: 'Personne n’est avec moi : commencer',
    notAlone: 'Pas maintenant : arrêter ici',
    stop: 'Arrêter ici et oublier ces réponses',
    step: (step, total) => `${step} sur ${total}`,
    skip: 'Passer cette question',
    next: 'Continuer',
    words: 'Avec vos mots, si vous voulez',
    lastTitle: 'C’était la dernière',
    lastWords: therapist =>
      `Un seul message scellé part maintenant vers ${therapist}. Il a la même taille quoi que vous ayez dit, et aussi si vous avez tout passé.`,
    send: 'L’envoyer et l’oublier ici',
    sending: 'On le scelle…',
    notSent:
      'Il n’a pas pu être gardé pour l’envoi ; il n’y a peut-être plus de place sur ce téléphone. Vous pouvez essayer encore, ou en parler vous-même à votre thérapeute.',
    stoppedTitle: 'Arrêté',
    stoppedWords:
      'Rien de ces questions n’a été gardé. Elles reviendront la prochaine fois que vous ouvrirez cette page.',
    comeBack: 'Les commencer maintenant',
  },
  help: {
    title: 'Si vous voulez parler à quelqu’un',
    call: 'Appeler le',
    text: 'Texto au',
    visit: 'Site',
    source: (source, date) => `Comparé avec ${source} le ${date}.`,
    none: 'Aucune ligne vérifiée n’est connue là où travaille votre thérapeute. En danger, appelez le numéro d’urgence de l’endroit où vous êtes.',
    goOn: 'Continuer',
  },

  end: {
    title: 'C’était tout. Merci.',
    alone: therapist =>
      `La suite : ${therapist} voit d’abord chaque personne en tête-à-tête. C’est ainsi pour tout le monde.`,
    together: therapist =>
      `Ensuite, ${therapist} ouvre ce que vous regarderez ensemble. Il n’y a dedans que ce que chaque personne a choisi de montrer.`,
    one: therapist => `La suite : ${therapist} vous reçoit et regarde vos réponses avec vous.`,
    shown: therapist => `Vos réponses sont chez ${therapist}. Vous n’avez rien d’autre à faire.`,
    release: 'Choisir ce que je montre',
    lookBack: 'Relire mes réponses',
    own: 'Quelque chose pour moi',
    close: 'Vous pouvez fermer cette page.',
    choices: 'Si vous voulez',
  },
  release: {
    title: 'Ce que vous montrez',
    why: others =>
      `Rien de vous n’est montré à ${others} si vous ne l’activez pas ici. C’est votre choix, et vous pouvez en changer plus tard. Ce que vous ne montrez pas a le même aspect que ce à quoi vous n’avez pas répondu.`,
    whyAlone:
      'Rien de vous n’est montré à quelqu’un d’autre si vous ne l’activez pas ici. C’est votre choix, et vous pouvez en changer plus tard.',
    seen: who => `Une fois activé, cela peut être vu par ${who}.`,
    lower: 'dans la partie basse',
    middle: 'vers le milieu',
    upper: 'dans la partie haute',
    placed: phrase => `Vos réponses placent ceci ${phrase} de la ligne.`,
    notEnough: 'Vous avez passé trop de ces questions pour montrer une place. Cela convient aussi.',
    closed:
      'Ce que vous avez répondu avant d’avoir un code reste fermé ici, pour que personne ne puisse le voir ou le montrer en prenant ce téléphone. Vous pouvez y répondre encore une fois ; ensuite, vous pourrez le montrer.',
    giveAgain: 'Y répondre encore une fois',
    giveThisAgain: name => `Y répondre encore une fois : ${name}`,
    again: (place, of) => `Encore une fois : ${place} sur ${of}`,
    stopAgain: 'Revenir à ce que je montre',
    show: name => `Montrer : ${name}`,
    meaning: 'Ce que « plus d’intimité » veut dire pour moi',
    meaningNone: 'Vous avez passé cette question. Cela convient aussi.',
    inWords: words => `« ${words} »`,
    both: (chosen, own) => `${chosen} : ${own}`,
    keep: 'Garder ce choix',
    keepNone: 'Ne rien montrer',
    kept: 'Votre choix est gardé. Vous pouvez en changer ici à tout moment.',
    takenBack: 'Rien de vous n’est montré à présent.',
    seenBefore: 'Ce que quelqu’un a déjà vu, il peut s’en souvenir.',
    notValidated:
      'Ces questions sont nouvelles et pas encore validées. Une place sur une ligne décrit vos réponses ; elle ne juge pas.',
  },

  menu: {
    title: 'Plus',
    lookBack: 'Relire mes réponses',
    own: 'Quelque chose pour moi',
    help: 'Parler à quelqu’un',
    release: 'Choisir ce que je montre',
    pin: 'Choisir un code',
    pause: 'Garder et m’arrêter ici',
    lock: 'Fermer cette page avec mon code',
    leave: 'Partir pour de bon',
  },
  lookBack: {
    title: 'Ce que vous avez répondu',
    none: 'Rien encore.',
    leftOut: 'passée',
    change: 'Changer',
    changeThis: question => `Changer : ${question}`,
    note: 'Les questions sur la sécurité ne sont pas ici ; rien n’en reste sur ce téléphone.',
    sincePin: 'Ce que vous avez donné avant de choisir un code n’est plus montré.',
    keep: 'Garder',
    cancel: 'Laisser comme c’était',
  },
  own: {
    title: 'Quelque chose pour moi',
    nobody: 'Personne ne lit ceci : ni votre thérapeute, ni votre partenaire, ni nous.',
    hurt: 'Si vous pourriez vous faire du mal, de l’aide est là :',
    lines: 'des personnes à qui parler maintenant',
    gone: 'Cela vit avec votre lien et ce téléphone. Si les deux sont perdus, cela disparaît. Ce que vous gardez avant de choisir un code n’est plus montré.',
    label: 'Écrivez ce que vous voulez',
    keep: 'Le garder pour moi',
    kept: 'Gardé, pour vous seulement.',
    notKeptYet:
      'Ceci n’est pas encore gardé. Gardez-le, ou revenez en arrière encore une fois pour l’abandonner.',
    read: 'Relire ce que j’ai gardé',
    none: 'Vous n’avez rien gardé ici.',
  },
  pause: {
    title: 'Arrêté ici, pour le moment',
    words: therapist =>
      `Tout ce que vous avez répondu est gardé. ${therapist} voit que vous faites une pause, et rien de plus qu’avant. Ouvrez votre lien quand vous voudrez continuer.`,
    goOn: 'Reprendre les questions',
  },
  leave: {
    title: 'Partir pour de bon',
    goes: 'Ensuite, plus rien ne peut être ajouté de votre côté, sur aucun téléphone. Ce que vous aviez choisi de montrer est d’abord retiré.',
    stays: therapist =>
      `Ce que vous avez déjà répondu reste chez ${therapist}, que la loi peut obliger à le garder. Vous pouvez demander à ${therapist} de l’effacer.`,
    own: 'Ce que vous gardiez pour vous ne pourra plus s’ouvrir.',
    others: 'Les autres peuvent continuer sans vous ; on ne leur dit pas pourquoi.',
    sure: 'Je comprends que cela ne peut pas être défait ici',
    confirm: 'Partir pour de bon',
    stay: 'Rester',
    offline: 'Le départ est gardé sur ce téléphone et envoyé dès qu’il y a du réseau.',
    doneTitle: 'Vous avez quitté',
    doneWords:
      'Rien d’autre ne vous est demandé ici. Si vous changez d’avis, votre thérapeute peut vous inviter à nouveau.',
    failed: 'Cela n’a pas pu être gardé. Vous n’avez pas quitté. Veuillez essayer encore.',
  },
}
