import type { common as english } from './common.en.ts'

/** Ce que chaque page du produit peut dire, en français. */
export const common: Record<keyof typeof english, string> = {
  copy: 'Copier',
  copied: 'Copié',
  'copy-failed': 'Ce navigateur ne l’a pas permis. Sélectionnez le texte et copiez-le à la main.',
  working: 'Un instant…',
  'try-again': 'Réessayer',
  'leave-as-is': 'Laisser tel quel',

  'language.label': 'Langue',
  'language.en': 'English',
  'language.fr': 'Français',

  'failure.offline':
    'Le serveur ne répond pas en ce moment. Ce qui a été gardé ici le reste. Réessayez dans un instant.',
  'failure.full':
    'Il n’y a plus de place sur cet appareil : ceci n’a pas été gardé. Libérez de la place, puis réessayez.',
  'failure.set-up-code-wrong':
    'Ce code d’installation ne convient pas. Il s’affiche là où le serveur a démarré, et chacun ne sert qu’une fois.',
  'failure.name-taken': 'Quelqu’un se connecte déjà ici avec ce nom. Choisissez-en un autre.',
  'failure.sign-in-refused':
    'Le nom et la phrase de passe ne vont pas ensemble. Vérifiez les deux, puis réessayez.',
  'failure.too-many':
    'Il y a eu beaucoup d’essais en peu de temps. Attendez quelques minutes, puis réessayez.',
  'failure.signed-out':
    'Votre connexion a pris fin. Verrouillez la page et revenez avec votre phrase de passe ; ce que vous avez écrit est gardé.',
  'failure.swapped':
    'Ce que le serveur a envoyé pour ce compte n’est pas à vous : des clés ne conviennent pas. Rien n’a été ouvert. Parlez à qui s’occupe du serveur avant de réessayer.',
  'failure.open-elsewhere':
    'Votre compte est ouvert dans un autre onglet ou une autre fenêtre. Continuez là, ou fermez d’abord cet onglet.',
  'failure.unknown':
    'Cela n’a pas fonctionné, et rien n’a changé. Réessayez ; si cela continue, parlez-en à qui s’occupe de ce serveur.',

  'sync.sent': 'Tout est gardé et envoyé.',
  'sync.waiting': 'Gardé sur cet appareil, en cours d’envoi.',
  'sync.offline': 'Pas de réseau. Gardé sur cet appareil, sera envoyé.',
  'sync.full': 'Il n’y a plus de place sur cet appareil. Ce que vous écrivez maintenant n’est pas gardé.',
}
