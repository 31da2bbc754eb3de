import type { caseStrings as english } from './case.en.ts'

/** Les dossiers : en français. */
export const caseStrings: Record<keyof typeof english, string> = {
  'caseload.title': 'Dossiers',
  'caseload.new': 'Nouveau dossier',
  'caseload.opening': 'Ouverture de vos dossiers…',
  'caseload.kit-title': 'Une étape reste ouverte',
  'caseload.kit':
    'Retapez une fois le code de votre trousse de secours ; vous pourrez ensuite créer des dossiers.',
  'caseload.kit-link': 'Confirmer la trousse de secours',
  'caseload.kit-first': 'Confirmer d’abord la trousse de secours',
  'caseload.empty': 'Il n’y a encore aucun dossier ici.',
  'caseload.empty-1': 'Créez un dossier avec des pseudonymes, et fixez comment vous traitez les secrets.',
  'caseload.empty-2': 'Envoyez à chaque personne son propre lien privé, par votre propre moyen.',
  'caseload.empty-3': 'Quand tout le monde a répondu, la vue d’ensemble montre par où commencer.',
  'caseload.first': 'Créer le premier dossier',
  'caseload.search': 'Chercher dans vos dossiers',
  'caseload.search-hint': 'Noms, notes et mots des personnes, sur cet appareil seulement.',
  'caseload.found_one': '{{count}} dossier trouvé',
  'caseload.found_other': '{{count}} dossiers trouvés',
  'caseload.with-archived_one': 'Montrer le dossier archivé',
  'caseload.with-archived_other': 'Montrer {{count}} dossiers archivés',
  'caseload.all-archived': 'Tous vos dossiers sont archivés.',
  'caseload.archived': 'archivé',
  'caseload.archive': 'Archiver',
  'caseload.unarchive': 'Sortir des archives',

  'status.link-made': 'lien créé',
  'status.link-expired': 'lien échu',
  'status.link-revoked': 'lien terminé',
  'status.opened': 'lien ouvert',
  'status.consented': 'consentement donné',
  'status.answering': 'en train de répondre',
  'status.paused': 'en pause',
  'status.done': 'terminé',
  'status.left': 's’est retiré·e',
  'status.unconfirmed': 'donné à distance, non confirmé',

  'new-case.title': 'Un nouveau dossier',
  'new-case.intro':
    'Tout ceci se fixe avant le moindre lien, car chaque personne qui répond en est d’abord informée.',
  'new-case.people': 'Qui prend part',
  'new-case.people-hint':
    'Un pseudonyme par personne. Chaque personne du dossier les voit dans ses questions : choisissez des mots qui lui plairaient.',
  'new-case.person': 'Personne {{number}}',
  'new-case.one-person':
    'Une seule personne : elle répond sur elle-même et sur un·e partenaire qui ne prend pas part.',
  'new-case.add': 'Ajouter une personne',
  'new-case.take-out': 'Retirer',
  'new-case.take-out-number': 'Retirer la personne {{number}}',
  'new-case.name': 'Nom du dossier',
  'new-case.name-hint': 'Pour vous seulement. S’il reste vide, ce sont les pseudonymes réunis.',
  'new-case.therapist': 'Comment on vous appelle',
  'new-case.therapist-hint': 'Figure sur leurs pages, là où il est dit qui peut lire une réponse.',
  'new-case.policy': 'Comment les secrets sont traités',
  'new-case.policy-hint': 'Ce qu’une personne vous confie en tête-à-tête.',
  'new-case.jurisdiction': 'Où vous exercez',
  'new-case.jurisdiction-hint': 'Détermine l’âge adulte, et les limites légales que chaque personne apprend.',
  'new-case.choose': 'Choisir…',
  'new-case.limits': 'Les limites annoncées à chaque personne',
  'new-case.adult-age': 'Seules les personnes de {{age}} ans ou plus peuvent prendre part.',
  'new-case.announced': 'Ce que chaque personne apprend',
  'new-case.announced-alone_one':
    'Vous voyez cette personne avant de regarder ensemble les réponses. C’est ainsi dans chaque dossier.',
  'new-case.announced-alone_other':
    'Vous voyez chacune seule avant tout retour à l’ensemble. C’est ainsi dans chaque dossier.',
  'new-case.announced-screen':
    'Chacune reçoit les mêmes questions privées sur la sécurité, pour vous seulement.',
  'new-case.announced-policy':
    'Comment vous traitez ce qu’on vous dit en tête-à-tête, et où la loi pose des limites.',
  'new-case.announced-adults':
    'Seuls des adultes prennent part, de leur plein gré, et peuvent arrêter à tout moment.',
  'new-case.announced-live': 'Personne ne suit en direct pendant qu’elles répondent.',
  'new-case.understood_one': 'Je verrai cette personne avant que nous regardions les réponses.',
  'new-case.understood_other': 'Je verrai chaque personne seule avant tout retour.',
  'new-case.make': 'Créer le dossier et ses liens',
  'new-case.not-now': 'Pas maintenant',
  'new-case.missing': 'Ce point reste ouvert.',
  'new-case.twice': 'Deux personnes ont ce pseudonyme. Choisissez-en un autre pour l’une d’elles.',
  'new-case.open-points_one': 'Un point ci-dessus reste ouvert.',
  'new-case.open-points_other': '{{count}} points ci-dessus restent ouverts.',

  'case.unnamed': 'Un dossier sans nom',
  'case.opening': 'Ouverture du dossier…',
  'case.opening-part': 'Cette partie s’ouvre…',
  'case.not-opened': 'Le dossier ne s’est pas ouvert',
  'case.to-caseload': 'Tous les dossiers',
  'case.sections': 'Parties de ce dossier',
  'section.blueprint': 'Vue d’ensemble',
  'section.plan': 'Questions',
  'section.session': 'Séance',
  'section.reading': 'Lecture',
  'section.ledgers': 'Registres',
  'section.meetings': 'Rencontres',
  'section.safety': 'Sécurité',
  'section.room': 'Vue commune',
  'section.notes': 'Notes',
  'section.links': 'Liens',
  'section.print': 'Imprimer',

  'about.title': 'Ce qui a été fixé pour ce dossier',
  'about.unreviewed':
    'Aucun juriste n’a relu ce qui est dit ici à tout le monde sur le droit. Comparez-le avec les règles là où vous exercez avant d’envoyer un lien.',
  'about.instrument': 'Questions posées',
  'about.rename': 'Renommer le dossier',

  'readers.record': 'Vous seul·e pouvez lire ceci, et un·e collègue à qui vous l’ouvrez.',
  'readers.notes': 'Vous seul·e pouvez lire vos notes.',
  'readers.safety': 'Vous seul·e pouvez lire ceci, et un·e collègue à qui vous l’ouvrez nommément.',

  'fault.title': 'Quelque chose ici ne tient pas',
  'fault.forged': 'Une entrée n’a pas été signée par la personne dont elle se réclame. Elle a été écartée.',
  'fault.altered': 'Une entrée a été changée après avoir été écrite. Elle a été écartée.',
  'fault.emptied': 'Une entrée a été vidée, sans que personne qui puisse l’effacer l’ait fait.',
  'fault.wrong-place': 'Une entrée a été déplacée de là où elle avait été écrite. Elle a été écartée.',
  'fault.gap': 'Une entrée manque entre d’autres.',
  'fault.fork': 'Les entrées d’un appareil ont été montrées en deux versions qui s’excluent.',
  'fault.unknown-device': 'Une entrée vient d’un appareil dont personne ici ne répond. Elle a été écartée.',
  'fault.rolled-back': 'Le serveur a montré moins que ce qu’il avait déjà montré.',
  'fault.swapped-key': 'Une clé a été mise à la place de celle d’une personne.',
  'fault.unreadable': 'Une entrée n’a pas pu être ouverte. Elle a été écartée.',
  'fault.next':
    'Ce que vous voyez plus bas est ce qui tient. Parlez à qui s’occupe du serveur avant de compter sur ce qui manque, et à la personne par un autre moyen.',

  'links.intro_one':
    'Envoyez le lien par votre propre moyen, à cette personne seule : le serveur n’envoie rien et ne garde aucune adresse.',
  'links.intro_other':
    'Chaque personne a son propre lien. Envoyez-le par votre propre moyen, à elle seule : le serveur n’envoie rien et ne garde aucune adresse.',
  'links.refused-title': 'Aucun lien ne peut être créé ici',
  'links.refused':
    'Cette adresse n’est pas sûre : le téléphone d’une personne ne pourrait rien sceller. Démarrez le serveur avec une adresse https publique ; le guide d’exploitation explique comment.',
  'links.here-title': 'Cet ordinateur seulement',
  'links.here': 'Vous faites un essai. Ces liens s’ouvrent sur cet ordinateur et nulle part ailleurs.',
  'links.link': 'Lien pour {{who}}',
  'links.how':
    'Par message, par courriel ou sur papier ; de vous, comme vous joignez d’habitude cette personne.',
  'links.copy': 'Copier le lien',
  'links.show-qr': 'Montrer en code QR',
  'links.hide-qr': 'Cacher le code QR',
  'links.qr': 'Code QR du lien pour {{who}}',
  'links.message': 'Un message qui ne révèle rien',
  'links.message-text':
    'Voici la page dont je parlais. À ouvrir sur votre propre téléphone, à un moment où vous êtes au calme et sans personne autour. Il faut une vingtaine de minutes et l’on peut faire une pause. {{link}}',
  'links.link-here': '[le lien]',
  'links.copy-message': 'Copier le message avec le lien',
  'links.message-hint':
    'Vérifiez deux fois le numéro ou l’adresse : le premier téléphone qui ouvre le lien le prend.',
  'links.once': 'Il peut être ouvert une première fois, une seule, jusqu’au {{until}}.',
  'links.elsewhere':
    'Le lien a été créé sur un autre appareil, qui peut le montrer. Vous pouvez en créer un nouveau ici.',
  'links.expired': 'Personne n’a ouvert le lien à temps. Créez-en un nouveau.',
  'links.revoked': 'Le lien est terminé. Rien ne peut plus s’ajouter par lui.',
  'links.left':
    '{{who}} s’est retiré·e. Ce qui a été donné avant vous reste lisible ; rien de nouveau ne viendra.',
  'links.words':
    '{{who}} voit les deux mêmes mots. Dites-les-vous une fois à voix haute : vous saurez que personne ne se tient entre vous.',
  'links.words-unchecked': 'Ces mots sont encore en cours de vérification.',
  'links.swapped-short': 'Ce lien a été ouvert par quelqu’un d’autre',
  'links.swapped':
    'La clé arrivée pour {{who}} n’a pas été faite avec le lien que vous avez envoyé. Quelqu’un en a mis une autre à sa place. Ne vous fiez pas à ce qui vient de ce lien ; créez-en un nouveau et parlez à {{who}} autrement.',
  'links.locked-title': 'Trop de codes erronés',
  'links.locked':
    'La voie vers un autre téléphone est fermée. Quand vous saurez qui c’était, redonnez les essais.',
  'links.new': 'Créer un nouveau lien',
  'links.reset': 'Redonner les essais du code',
  'links.revoke': 'Terminer ce lien',
  'links.sure-newLink': 'Créer un nouveau lien pour {{who}} ?',
  'links.sure-newLink-detail':
    'Pour un téléphone perdu ou un lien échu. L’ancien lien et les téléphones qui s’en servaient cessent de fonctionner ; les réponses déjà données restent.',
  'links.sure-revokeLink': 'Terminer le lien de {{who}} ?',
  'links.sure-revokeLink-detail':
    'Rien ne pourra plus s’ajouter par lui, sur aucun téléphone. Les réponses déjà données restent. Vous pourrez créer un nouveau lien plus tard.',
  'links.sure-resetPin': 'Redonner à {{who}} les essais du code ?',
  'links.sure-resetPin-detail':
    'Faites-le après lui avoir parlé, quand vous savez que les essais manqués étaient les siens.',
  'links.alone-each': 'Envoyez chaque lien à sa personne seule ; jamais deux liens dans un même message.',

  'meetings.intro_one':
    'Voyez cette personne avant de regarder ensemble les réponses. Notez ici que c’est fait, et comment les réponses ont été données.',
  'meetings.intro_other':
    'Voyez chaque personne seule avant tout retour à l’ensemble. Notez ici que c’est fait, et comment les réponses ont été données.',
  'meetings.met-alone': 'J’ai rencontré {{who}} en tête-à-tête',
  'meetings.no-answers': 'Pas encore de réponses.',
  'meetings.how': 'Comment {{who}} a répondu',
  'meetings.alone': 'A répondu sans personne autour',
  'meetings.someone-nearby': 'Quelqu’un était à proximité',
  'meetings.helped': 'Quelqu’un a aidé',
  'meetings.translated': 'Quelqu’un a traduit',
  'meetings.words': 'Ce qu’il faut en retenir',
  'meetings.confirm': 'Noter ceci',
  'meetings.change': 'Changer',

  'joint.title_one': 'Ce que vous regardez ensemble',
  'joint.title_other': 'Ce que tout le monde voit',
  'joint.is-open_one':
    'C’est ouvert : la vue commune peut servir. Elle montre ce que cette personne a choisi de montrer, et rien d’autre.',
  'joint.is-open_other':
    'C’est ouvert : la vue commune peut servir. Elle montre ce que chaque personne a choisi de montrer, et rien d’autre.',
  'joint.is-shut_one': 'C’est fermé : la vue commune reste close.',
  'joint.is-shut_other': 'C’est fermé. Personne ne voit rien de personne, et la vue commune reste close.',
  'joint.not-met': 'Pas encore de tête-à-tête avec : {{who}}',
  'joint.unopened': 'Page privée pas encore ouverte : {{who}}',
  'joint.unconfirmed': 'Donné à distance, non confirmé : {{who}}',
  'joint.meet-first_one':
    'Cela s’ouvre une fois que vous avez vu cette personne. C’est ainsi dans chaque dossier.',
  'joint.meet-first_other':
    'Cela s’ouvre une fois chaque personne rencontrée seule. C’est ainsi dans chaque dossier.',
  'joint.open_one': 'Ouvrir',
  'joint.open_other': 'Ouvrir pour tout le monde',
  'joint.shut': 'Refermer',

  'safety.first': 'À ouvrir d’abord',
  'safety.waiting_one': 'une page privée, pas encore ouverte',
  'safety.waiting_other': '{{count}} pages privées, pas encore ouvertes',
  'safety.intro':
    'Chaque personne reçoit les mêmes questions, seule, et rien n’en reste sur son téléphone. Ce que vous en faites ne doit pas se voir : dans aucun dossier, aucune autre page que celle-ci ne change.',
  'safety.none': 'Rien n’est encore arrivé.',
  'safety.coming': 'Arrivé {{at}} ; cet appareil est en train de l’ouvrir.',
  'safety.open': 'Ouvrir ce que {{who}} a répondu en privé',
  'safety.close': 'Refermer',
  'safety.given': 'donné {{at}}',
  'safety.not-opened': 'pas encore ouvert',
  'safety.of': 'Réponses de {{who}}, en privé',
  'safety.concerns_one': 'Une réponse demande votre attention.',
  'safety.concerns_other': '{{count}} réponses demandent votre attention.',
  'safety.alone-first':
    'Parlez-en avec {{who}} en tête-à-tête, par le moyen qui a été dit sûr. N’en dites rien là où quelqu’un d’autre pourrait entendre ou lire.',
  'safety.left-out_one':
    'Une question est restée sans réponse. Cela ne dit rien, ni dans un sens ni dans l’autre.',
  'safety.left-out_other':
    '{{count}} questions sont restées sans réponse. Cela ne dit rien, ni dans un sens ni dans l’autre.',
  'safety.nothing-answered':
    'Aucune question n’a reçu de réponse. Cela ne dit rien, ni dans un sens ni dans l’autre.',
  'safety.no-answer': 'laissée sans réponse',
  'safety.wants-you': 'demande votre attention',

  'help.title': 'De l’aide à nommer',
  'help.intro':
    'Personne ne suit ces réponses en direct. En danger immédiat, le numéro d’urgence passe avant tout.',
  'help.none':
    'Aucune ligne dont la source est connue n’existe ici pour l’endroit où vous exercez. Gardez votre propre liste sous la main.',
  'help.text': 'texto {{number}}',
  'help.checked': 'comparé avec {{source}} le {{day}}',

  'notes.new': 'Nouvelle note',
  'notes.empty': 'Pas encore de notes. Ce que vous écrivez se garde tout seul.',
  'notes.label': 'Note',
  'notes.edit': 'Continuer d’écrire',
  'notes.writing': 'pas encore gardé',
  'notes.kept': 'gardé, {{at}}',
  'notes.not-kept': 'Ceci n’a pas été gardé. Laissez la page ouverte et réessayez dans un instant.',

  'blueprint.only-you': 'Vous seul·e pouvez voir cette page.',
  'blueprint.nothing': 'Pas encore de réponses',
  'blueprint.nothing-detail':
    'Dès qu’une première personne aura répondu, la vue d’ensemble apparaîtra ici et se remplira d’elle-même.',
  'blueprint.nothing-links': 'Voir les liens',
  'blueprint.keep': 'Garder cette vue d’ensemble',
  'blueprint.keep-detail':
    'Garde les places telles qu’elles sont aujourd’hui ; la prochaine les montrera en marques creuses.',
  'blueprint.kept': 'gardé le {{day}}',
  'blueprint.compare': 'Marques creuses : {{day}}',

  'plan.intro':
    'Tirées de ce qui est encore inconnu, bas ou éloigné. Un ordre à recommander ; vous les connaissez, et le vôtre l’emporte.',
  'plan.why': 'Pourquoi celle-ci',
  'plan.more': 'D’autres questions',
  'plan.any-time': 'À tout moment, quel que soit l’ordre',
  'plan.any-time-detail':
    'La peur, la pression, la douleur et la santé n’attendent rien. Posez-les à chaque personne seule.',
  'plan.alone': 'chaque personne seule',
  'plan.order': 'Ordre des fondations',
  'plan.order-recommended': 'C’est l’ordre recommandé.',
  'plan.order-own': 'C’est votre propre ordre.',
  'plan.up': 'Monter : {{what}}',
  'plan.down': 'Descendre : {{what}}',
  'plan.order-back': 'Revenir à l’ordre recommandé',
  'plan.moved': '{{what}} est maintenant au rang {{place}}',
  'plan.sexual': 'Les questions sexuelles',
  'plan.sexual-open': 'Ouvrir les questions sexuelles',
  'plan.sexual-shut': 'Ranger de nouveau les questions sexuelles',
  'plan.sexual-is-open':
    'Elles sont ouvertes. Elles figurent ici pour vous ; personne d’autre n’en voit rien.',
  'plan.sexual-is-shut':
    'D’ordinaire, elles peuvent attendre les fondations. Ouvrez-les quand vous le jugez bon. Qui parle de sexe reçoit une réponse, et ne pas en vouloir est une réponse comme une autre.',
  'plan.sexual-reason': 'Pourquoi maintenant, si vous souhaitez le noter',

  'room.intro_one':
    'Un seul écran pour la pièce, avec seulement ce que cette personne a choisi de montrer. Aucun autre dossier, aucune page privée, et pas de retour sans votre phrase de passe.',
  'room.intro_other':
    'Un seul écran pour la pièce, avec seulement ce que chaque personne a choisi de montrer. Aucun autre dossier, aucune page privée, et pas de retour sans votre phrase de passe.',
  'room.what': 'Ce qu’il contient',
  'room.what-detail':
    'Ce qui n’est pas montré a le même aspect dans la pièce, que ce soit retenu, sans réponse, ou laissé de côté par vous.',
  'room.shown': 'le montre',
  'room.not-shown': 'rien à montrer',
  'room.leave-out': 'Laisser de côté',
  'room.door': 'Entrer dans la pièce',
  'room.door-detail':
    'Les clés sont oubliées quand vous entrez, et vos notes sont gardées. Pour ressortir, vous donnez votre phrase de passe.',
  'room.enter': 'Ouvrir la vue commune',
  'room.title': 'Ce que vous avez choisi de regarder ensemble',
  'room.welcome_one':
    'Cette page ne contient que ce que vous avez choisi de montrer. Elle décrit ce que vous avez répondu ; elle ne juge pas.',
  'room.welcome_other':
    'Cette page ne contient que ce que chaque personne ici a choisi de montrer. Elle décrit ce que vous avez répondu ; elle ne juge pas.',
  'room.welcome-2':
    'Vous allez aussi lentement que vous voulez. Toute personne peut dire : pas celle-ci, pas aujourd’hui.',
  'room.meaning': '« Plus d’intimité » veut dire',
  'room.meaning-to': 'pour {{who}}',
  'room.nothing':
    'Rien n’est montré ici. Ce peut être pour n’importe quelle raison, et aucune n’a besoin d’être dite.',
  'room.mark-nothing': '{{who}} : rien de montré ici',
  'room.invite': 'Voulez-vous dire, avec vos mots, ce que votre propre place signifie pour vous ?',
  'room.invite-together': 'Qu’aimeriez-vous, de part et d’autre, qu’on en sache ?',
  'room.close': 'Pour aujourd’hui',
  'room.close-1': 'Par laquelle aimeriez-vous commencer ?',
  'room.close-2': 'Quel serait un petit signe que cela devient plus facile ?',
  'room.back': 'Retour',
  'room.next': 'Continuer',
  'room.place': '{{place}} sur {{of}}',
  'room.leave': 'Quitter la vue commune',
  'room.keys': 'Les flèches du clavier tournent les pages.',

  'print.intro':
    'Deux pages différentes. La première est à vous. Seule la seconde peut sortir avec quelqu’un.',
  'print.which': 'Quelle page ?',
  'print.therapist': 'Pour moi : la vue d’ensemble et les questions',
  'print.therapist-detail_one': 'Contient ce qu’on vous a dit en tête-à-tête. À ne pas remettre.',
  'print.therapist-detail_other': 'Contient ce que chaque personne vous a dit seule. À ne pas remettre.',
  'print.released': 'Seulement ce qu’on a choisi de montrer',
  'print.released-detail_one': 'Contient ce que cette personne a montré, et rien d’autre.',
  'print.released-detail_other': 'Contient ce que chaque personne a montré, et rien d’autre.',
  'print.not-open_one':
    'La seconde page s’ouvre avec la vue commune, une fois que vous avez vu cette personne.',
  'print.not-open_other':
    'La seconde page s’ouvre avec la vue commune, une fois chaque personne rencontrée seule.',
  'print.do': 'Imprimer cette page',
  'print.hint':
    'Une page, A4 ou Lettre. La fenêtre d’impression peut en faire un PDF : un tel fichier n’est pas scellé.',
  'print.mine': 'Pour la ou le thérapeute seulement',
  'print.shown': 'Ce qu’on a choisi de montrer',
  'print.on': 'imprimé le {{day}}',
}
