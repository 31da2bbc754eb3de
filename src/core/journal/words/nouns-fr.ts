/**
 * The French nouns of the two words: 256, one for each value of a byte.
 * Their order is part of the protocol, so it never changes.
 */
export const nounsFr: readonly string[] = `
  abeille acacia accordéon affiche agate album alouette amandier anémone aneth aquarelle archipel
  armoire arrosoir assiette atelier atlas aurore automne avenue avion banjo barque basson bateau
  bibliothèque biscuit bleuet bosquet bougie bouilloire boussole boutique branche brise brocoli
  brume bruyère bureau cabane cahier calendrier canapé canoë carafe cardigan carillon carnet
  carrousel cartable cèdre chaise chalet chanson chapeau chapitre chemin clairière clavier
  coccinelle colibri colline comète compote concert confiture coquelicot corbeille coriandre costume
  coton couloir coussin craie cristal crocus croquis cuisine dahlia delta dessin dictionnaire domino
  écharpe échelle école écureuil enveloppe équerre érable escalier esplanade estragon estuaire
  étagère fanfare farine fauteuil fenêtre fenouil feuille flocon forêt fougère fourchette galerie
  gare géranium girouette globe glycine gondole grange granit grenier grillon groseille guirlande
  guitare hamac hameau harmonica harpe hibou hirondelle horizon horloge hortensia hublot jardin
  jasmin jonquille kayak kiosque kiwi lagune laitue lampe laurier libellule littoral lucarne luciole
  magnolia maison mandoline mangue manteau marché mélèze mélodie merle mésange métro métronome
  mimosa miroir montagne mouette moulin murmure musée myrtille nénuphar nuage oasis océan opéra
  orchestre origami palette palmier papier parapluie parasol parc partition passerelle patio
  pavillon pélican pendule pergola pétale peuplier phare photo piano pinson pirogue plage planète
  platane poème pommier pont ponton potager poterie poulie prairie primevère printemps puzzle
  quatuor refrain rideau rivage rocher romarin rossignol route salade saladier salon sauge seigle
  sentier soleil sommet sonate soucoupe soupe spatule stylo sucre tableau tablier tabouret tambour
  tandem tapis télescope terrasse théâtre théière ticket timbre tissu toboggan tonnelle toucan
  tramway trèfle tulipe vallée vélo velours véranda viaduc village voilier volet wagon xylophone
  zinnia
`
  .trim()
  .split(/\s+/)
