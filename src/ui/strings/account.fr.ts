import type { account as english } from './account.en.ts'

/** Créer un compte, se connecter, verrouiller : en français. */
export const account: Record<keyof typeof english, string> = {
  'app.name': 'Groundwork',
  'app.lock': 'Verrouiller',
  'app.sign-out': 'Se déconnecter',
  'app.main': 'Principal',
  'app.academy': 'Académie',

  'door.not-secure-title': 'Cette adresse n’est pas sûre',
  'door.not-secure':
    'Un navigateur n’y peut rien sceller : aucun compte ne s’ouvre ici et aucun lien ne s’y fait. Ouvrez Groundwork à une adresse qui commence par https, ou sur l’ordinateur où il tourne ; le guide d’exploitation dit comment.',

  'first-run.step': 'Étape {{step}} sur {{of}}',
  'first-run.title': 'Préparer votre compte',
  'first-run.intro':
    'Trois courtes étapes : un nom, une phrase de passe, et une page à imprimer au cas où la phrase se perdrait. Tout ce qui est clinique est scellé sur cet appareil avant d’en sortir ; qui s’occupe du serveur ne peut pas le lire.',
  'first-run.code': 'Code d’installation',
  'first-run.code-hint':
    'Il s’est affiché là où le serveur a démarré, ou une personne de votre cabinet vous l’a donné. Il ne sert qu’une fois.',
  'first-run.code-missing': 'Tapez le code d’installation tel qu’il s’est affiché.',
  'first-run.name-hint':
    'Un nom pour vous connecter. Il n’est pas scellé : choisissez-en un qui ne dit rien de votre clientèle.',
  'first-run.name-missing': 'Choisissez un nom d’au moins deux lettres.',
  'first-run.to-passphrase': 'Continuer vers la phrase de passe',
  'first-run.make': 'Créer mon compte',
  'first-run.back': 'Revenir au code et au nom',

  'passphrase.title': 'Votre phrase de passe',
  'passphrase.intro':
    'Elle ouvre tout ce que vous gardez ici, et personne ne peut la retrouver ni la changer pour vous. Écrivez-la sur papier, ou confiez-la à votre gestionnaire de mots de passe.',
  'passphrase.label': 'Phrase de passe',
  'passphrase.which': 'Quelle phrase de passe ?',
  'passphrase.drawn': 'Celle-ci, tirée au hasard',
  'passphrase.drawn-detail': 'Trop longue pour être devinée, faite pour être dite et tapée.',
  'passphrase.own': 'Une phrase à moi',
  'passphrase.own-detail': 'Au moins {{count}} caractères ; plusieurs mots rares valent mieux.',
  'passphrase.another': 'En tirer une autre',
  'passphrase.show': 'Montrer',
  'passphrase.hide': 'Cacher',
  'passphrase.written': 'Je l’ai écrite, ou mon gestionnaire de mots de passe l’a gardée.',
  'passphrase.write-first': 'Écrivez-la d’abord, puis dites-le ci-dessus. Sans elle, ce compte reste fermé.',
  'passphrase.too-short': 'Allongez-la : au moins {{count}} caractères.',
  'passphrase.too-plain': 'Elle répète peu de caractères. Choisissez-en une plus difficile à deviner.',

  'kit.title': 'Votre trousse de secours',
  'kit.intro':
    'Une page qui ouvre votre compte si la phrase de passe se perd. Imprimez-la ou recopiez-la, et rangez-la avec les papiers qui comptent. Elle ne se montre que cette fois.',
  'kit.print': 'Imprimer cette page',
  'kit.not-here':
    'Le code a été montré à la création du compte et n’est gardé nulle part. Prenez la page que vous avez imprimée, et tapez son code ici. Si la page n’existe pas, faites une autre trousse : la précédente n’ouvre alors plus rien.',
  'kit.renew': 'Faire une autre trousse',
  'kit.sheet': 'Trousse de secours Groundwork',
  'kit.address': 'Adresse',
  'kit.code': 'Code de secours',
  'kit.qr': 'Le code de secours en code QR',
  'kit.how':
    'Si votre phrase de passe est perdue : ouvrez l’adresse ci-dessus, choisissez « J’ai perdu ma phrase de passe », puis tapez le nom et le code. Vous choisirez ensuite une nouvelle phrase.',
  'kit.keep':
    'Qui tient cette page et connaît le nom peut ouvrir votre compte. Gardez-la sous clé, loin de votre ordinateur.',
  'kit.type-back': 'Tapez le code de votre page',
  'kit.type-back-hint': 'Espaces, tirets et majuscules ne comptent pas.',
  'kit.differs': 'Ce n’est pas le code. Comparez-le à votre page, groupe par groupe.',
  'kit.confirm': 'Ma page est juste',
  'kit.later': 'Plus tard',
  'kit.later-detail': 'Vous pouvez d’abord regarder. Un dossier se crée une fois le code retapé.',

  'sign-in.title': 'Se connecter',
  'sign-in.name': 'Nom de connexion',
  'sign-in.open': 'Ouvrir mes dossiers',
  'sign-in.opening': 'Ouverture…',
  'sign-in.other-ways': 'Autres façons d’entrer',
  'sign-in.to-recover': 'J’ai perdu ma phrase de passe',
  'sign-in.to-begin': 'J’ai un code d’installation',

  'lock.title': 'Verrouillé',
  'lock.idle':
    'Rien n’a été fait ici pendant dix minutes : les clés ont été oubliées. Ce que vous avez écrit est gardé.',
  'lock.asked': 'Les clés sont oubliées sur cet appareil. Ce que vous avez écrit est gardé.',
  'lock.room': 'La vue commune est fermée. Votre phrase de passe rouvre vos dossiers.',
  'lock.return': 'Reprendre où j’en étais',
  'lock.other-name': 'Se connecter avec un autre nom',

  'recover.title': 'Ouvrir avec la trousse de secours',
  'recover.intro': 'Prenez la page que vous avez imprimée en créant votre compte.',
  'recover.new-passphrase': 'Maintenant, une nouvelle phrase de passe. L’ancienne ne servira plus.',
  'recover.open': 'Ouvrir mon compte',
  'recover.back': 'Revenir au code',
  'recover.refused':
    'Le nom et le code ne vont pas ensemble. Comparez le code à votre page, groupe par groupe.',
  'recover.to-sign-in': 'Revenir à la connexion',
}
