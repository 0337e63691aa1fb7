# status: draft
# Spanish, translated from fr.ftl in its order. Nobody who grew up with it has reread it yet.

## Always here
product = La llave
skip = Ir al contenido
always-there = Siempre aquí
back = Volver
help = Ayuda
listen = Escuchar
listen-stop = Silencio
leave = Cerrar y salir
practice = Práctica
practice-why = Aquí nada es real.
working = Un momento, por favor.
cancel = Cancelar
close = Cerrar
go-on = Continuar

## Help
help-title = Ayuda
help-code = El código abre su espacio. Guárdelo solo para usted.
help-leave = Antes de irse, toque Cerrar y salir. No queda nada en este ordenador.
help-quick = También puede sacar la llave. O pulse 3 veces la tecla Esc.
help-lost = ¿No sabe cómo seguir? Vaya a la asociación que le dio la llave.

## The voice
listen-none-title = Aquí no hay voz
listen-none = Este ordenador no tiene voz en su idioma.
listen-none-what = Pida a alguien que lea con usted.
listen-failed = La voz no responde. Inténtelo otra vez.
listen-secret = La voz no dice lo que es secreto.

## Keyboard on the screen
keyboard-open = Teclado en la pantalla
keyboard-close = Cerrar el teclado
keyboard-latin = Letras latinas
keyboard-arabic = Letras árabes
keyboard-cyrillic = Letras cirílicas
key-space = Espacio
key-shift = Mayúsculas
key-line = Línea nueva

## Leaving
unsent-title = No todo está guardado
unsent-body = Lo que hizo aquí se perderá.
unsent-stay = Quedarse aquí
unsent-leave = Salir de todos modos
not-sent-yet = Internet está cortado. Todavía no se ha enviado. Quédese aquí: se enviará solo.
locked-window = Cerrado
locked-left-title = Está cerrado
locked-left = Puede sacar la llave.
locked-idle-title = Está cerrado
locked-idle = Nadie ha tocado el ordenador desde hace 5 minutos.
locked-removed-title = La llave está fuera
locked-removed = Su espacio está cerrado.
locked-nothing = No queda nada en este ordenador.
locked-again = Abrir de nuevo

## Starting
starting = La llave se pone en marcha
no-stick-missing-title = ¿Dónde está la llave?
no-stick-missing = Ponga la llave y toque Intentar otra vez.
no-stick-damaged-title = La llave está dañada
no-stick-damaged = Sus papeles no se han perdido. Vaya a la asociación que le dio la llave.
no-stick-second-title = Es una llave para añadir
no-stick-second = Va con otra llave. Abra con la otra y añada esta.
no-stick-unknown-title = La llave no responde
no-stick-unknown = Saque la llave. Póngala otra vez.
try-again = Intentar otra vez

## Language
language-window = Idioma
language-title = Elija su idioma
language-kept = El idioma cambia enseguida.
language-draft = Esta traducción es un borrador. Nadie la ha revisado todavía.

## Code
code-title = Su código
code-kind = Mi código está hecho de
code-kind-digits = Cifras
code-kind-pictures = Imágenes
code-type-digits = Escriba sus 6 cifras.
code-type-pictures = Toque sus 5 imágenes, en orden.
code-chosen = { $count ->
    [0] Ninguna imagen elegida de 5
    [one] 1 imagen elegida de 5
   *[other] { $count } imágenes elegidas de 5
  }
code-erase = Borrar
code-show = Ver
code-hide = Ocultar
code-open = Abrir
code-opening = Su espacio se está abriendo.
code-shuffle = Mezclar las teclas
code-forgotten = He olvidado mi código
forgotten-title = Ha olvidado su código
forgotten-body = No pasa nada. Sus papeles siguen ahí.
forgotten-where = Vaya a la asociación que le dio la llave.
wait-over = Ya puede intentarlo.

## First opening
first-title = Su nuevo código
first-show = Este es su código. Apréndalo y después escríbalo.
first-hidden = El código está oculto. Escríbalo otra vez.
first-another = Otro código
first-own = Elegirlo yo
first-own-how = Evite las fechas y las series como 1 2 3.
first-own-again = Elegir otra vez
first-propose = Propóngame un código
first-see-again = Ver otra vez mi código
first-yours = Su código
first-different = No es el mismo código. Tómese su tiempo.
first-making = Su espacio se está preparando.

## Rescue card
card-title = Su tarjeta de socorro
card-why = Esta tarjeta le ayuda si olvida su código.
card-keep = Imprímala o cópiela. Guárdela lejos de la llave.
card-is = El texto de su tarjeta
card-print = Imprimir
card-have = Tengo mi tarjeta
card-later = Más tarde
card-read-title = Lea su tarjeta
card-read = Escriba el texto de su tarjeta.
card-hint = Los espacios y los guiones no hacen falta.
card-check = Comprobar
card-wrong = No es el mismo texto. Mire bien su tarjeta.
card-again = Ver otra vez la tarjeta

## Home
home-window = Inicio
home-title = Buenos días
home-doors = Las 3 puertas
home-also = También
home-papers = Mis papeles
home-steps = Mis trámites
home-dates = Mis fechas
home-settings = Ajustes
notices-title = Conviene saber
notice-wrong-codes = { $count ->
    [one] Alguien escribió 1 código equivocado.
   *[other] Alguien escribió { $count } códigos equivocados.
  }
notice-renewal = Hay que renovar la llave pronto.
notice-visit = Pase por su asociación cuando pueda.
notice-mended = Se ha reparado una copia dañada en la llave.
notice-read-only = Hoy puede leer, pero no cambiar nada.
notice-nothing-pinned = Es la primera vez con esta llave.
notice-recovery = Alguien pide volver a abrir su espacio. Si no es usted, avise a su asociación.
notice-memory = Este ordenador guarda mal los secretos. Si puede, use otro.
notice-idle = Nadie abrió este espacio en dos años. Iba a desaparecer. Ahora se queda.
notice-said-dead = Nos habían dicho que usted había muerto. Está corregido. Sus ayudantes pueden ayudarle de nuevo.
closing-title = { $name } va a cerrar
closing-until = Su espacio se abre todavía hasta el { $day }. Llévese lo que es suyo.

## My dates
dates-title = Mis fechas
dates-today = Hoy: { $day }
dates-none = Usted todavía no sigue ninguna fecha.
dates-none-how = Añada una fecha o elija un trámite para seguirlo.
dates-add = Añadir una fecha
dates-print = Imprimir mis fechas
dates-others = Ver las otras fechas
now-title = Para hacer ahora
now-until = Hasta el { $day }.
now-see = Ver
date-window = Una fecha
date-left = { $days ->
    [0] Es el último día
    [one] Queda { $days } día
   *[other] Quedan { $days } días
  }
date-in = { $days ->
    [0] Es hoy
    [1] Es mañana
   *[other] Dentro de { $days } días
  }
date-from = A partir del { $day }
date-over = El último día ya pasó
date-is-done = Está hecho
date-between = Puede hacerlo del { $from } al { $to }.
date-hour = Hora: { $hour }
date-ends = Este papel vale hasta el { $day }.
date-mark = Está hecho
date-unmark = No está hecho
date-marked = Anotado: usted lo ha hecho.
date-unmarked = Anotado: todavía hay que hacerlo.
date-service = Ver el trámite
date-paper = Ver el papel
new-date-title = Añadir una fecha
new-date-what = ¿De qué se trata?
new-date-example = Por ejemplo: cita con el médico
new-date-day = ¿Qué día?
new-date-hour = ¿A qué hora?
hour-none = Sin hora
new-date-keep = Guardar esta fecha
new-date-kept = La fecha está guardada.
new-date-untitled = Escriba de qué se trata.
field-day = Día
field-month = Mes
field-year = Año
day-wrong = Este día no existe. Mire el día, el mes y el año.
follow = Seguir las fechas
follow-end = ¿Cuál es el último día?
follow-end-where = Está escrito en su tarjeta o en su justificante.
follow-beginning = ¿Qué día empezó?
follow-month = ¿En qué mes hizo su última declaración?
follow-event = ¿Qué día es?
follow-ok = Seguir
following = Usted sigue estas fechas.
follow-next = La próxima vez: del { $from } al { $to }.
unfollow = Dejar de seguir
unfollow-title = ¿Dejar de seguir?
unfollow-what = Ya no estará en sus fechas.
unfollow-no = Guardar
unfollowed = Ya no está en sus fechas.

## Mis trámites
steps-title = Mis trámites
steps-search = ¿Qué busca usted?
steps-examples = Por ejemplo:
steps-found = { $count ->
    [0] Nada encontrado. Pruebe otra palabra.
    [one] 1 trámite encontrado.
   *[other] { $count } trámites encontrados.
  }
steps-themes = Elegir por tema
steps-others = Otros
steps-in-french = Los textos de esta página están en francés.
life-health = Salud
life-work = Trabajo y formación
life-abroad = Extranjero en Francia
life-urgent = Urgencia
life-school = Familia y escuela
life-identity = Papeles y ciudadanía
life-age = Discapacidad y edad
life-rights = Justicia y derechos
life-help = Encontrar ayuda
service-window = Trámite
service-what = Para qué sirve
service-who = Para quién
service-local = Solo aquí:
service-when = Cuándo
service-checked = Comprobado el { $day }.
service-source = Visto en:
service-unchecked = Esto aún no está comprobado.
service-ask = Pregunte también a su asociación.
service-where = Dónde
service-call = Teléfono:
service-remembers = Este ordenador puede recordar este sitio.
service-code = Guarde para usted el código de su llave.
service-go = Ir al sitio
service-opened = El sitio se abre en otra ventana.

## Which paper it is
kind-window = Un papel
kind-title = ¿Qué papel es?
kind-search = Busque su nombre o elíjalo.
kind-others = Ver los otros papeles
kind-none = Ninguno de estos papeles
kind-end-where = Está escrito en el papel.
kind-keep = Guardar
kind-no-end = No lo sé, o no tiene
kind-kept = Está anotado.
paper-expired = Caducado
paper-ends-soon = Caduca pronto
search-papers = Buscar un papel
search-found = { $count ->
    [0] Nada encontrado. Pruebe otra palabra.
    [one] { $count } papel encontrado.
   *[other] { $count } papeles encontrados.
  }
search-inside = Buscar también en el texto de los papeles
search-inside-done = Papeles leídos: { $done } de { $total }.
search-unread = { $count ->
    [one] No se ha podido leer { $count } papel.
   *[other] No se han podido leer { $count } papeles.
  }

## What I need
needs-title = Lo que necesito
needs-have = Lo tengo
needs-too-old = Demasiado antiguo
needs-missing = Falta
needs-until = Vale hasta el { $day }.
needs-where = Dónde encontrarlo:
needs-how = ¿Qué hacer?
needs-words = Las palabras difíciles

## Contacts
contacts-title = Mis contactos
contacts-none = Guarde aquí sus números útiles.
contact-add = Añadir un contacto
contact-window = Un contacto
contact-name = El nombre
contact-phone = El teléfono
contact-mail = El correo electrónico
contact-address = La dirección
contact-note = Algo más que saber
contact-empty = Solo está el nombre.
contact-unnamed = Escriba el nombre.
contact-remove-title = ¿Borrar este contacto?
edit = Cambiar
kept = Está guardado.
removed = Está borrado.
remove-what = No podrá volver.
remove-yes = Borrar

## Passwords of sites
login-all = Mis contraseñas
login-none = Guarde aquí las contraseñas de sus sitios.
login-add = Añadir un sitio
login-window = Un sitio
login-site = ¿Qué sitio?
login-site-example = Por ejemplo: CAF
login-address = La dirección de internet
login-name = Su nombre en este sitio
login-make = La llave inventa una contraseña
login-password = Su contraseña
login-note = Otra cosa que guardar en secreto
login-totp = La llave secreta de los códigos que cambian
login-totp-what = Solo si el sitio se la dio.
login-stays = Déjelo vacío para no cambiar nada.
login-hold = Mantenga pulsado para ver
login-copy = Copiar
login-copy-secret = Copiar la contraseña
login-copied = Está copiado durante 30 segundos.
login-code = Ver el código que cambia
login-code-left = { $seconds ->
    [one] Queda { $seconds } segundo
   *[other] Quedan { $seconds } segundos
  }
login-unnamed = Escriba el nombre del sitio.
login-remove-title = ¿Borrar este sitio?

## My papers
papers-title = Mis papeles
papers-count = { $count ->
    [0] Vacía
    [one] 1 papel
   *[other] { $count } papeles
  }
papers-private = Solo para usted
room-plenty = Queda sitio.
room-little = Queda poco sitio.
room-none = Ya no queda sitio.
folder-identity = Identidad
folder-family = Familia
folder-health = Salud y ayuda social
folder-work = Trabajo
folder-housing = Vivienda
folder-transport = Transportes
folder-money = Dinero y ayudas
folder-justice = Justicia
folder-abroad = Extranjero y Europa
folder-leisure = Tiempo libre
folder-groups = Asociaciones
folder-private = Privado

## A folder
folder-window = Carpeta
folder-list = Papeles de esta carpeta
folder-empty = Esta carpeta está vacía.
folder-empty-how = Toque Añadir un papel. También puede soltarlo aquí.
folder-add = Añadir un papel
folder-choose = Elegir papeles en el ordenador
folder-note = Escribir una nota
folder-all = Ver todos los papeles
folder-bin = Papeles borrados
folder-drop = Suelte aquí
paper-kind = Papel
note-kind = Nota
paper-since = Añadido el { $day }
adding = { $total ->
    [one] Su papel está entrando en su espacio.
   *[other] Papel { $now } de { $total }: está entrando en su espacio.
  }
adding-stop = Parar
added = { $count ->
    [0] Ningún papel añadido.
    [one] 1 papel añadido.
   *[other] { $count } papeles añadidos.
  }
added-not = «{ $title }» no se ha añadido.
added-place = «{ $title }»: esta foto puede decir dónde se hizo.
added-more = { $count ->
    [one] Y 1 más.
   *[other] Y { $count } más.
  }
added-rest = { $count ->
    [one] 1 papel espera todavía en el ordenador.
   *[other] { $count } papeles esperan todavía en el ordenador.
  }
bin-window = Papeles borrados
bin-title = Papeles borrados
bin-empty = Aquí no hay papeles borrados.
bin-restore = Devolver
bin-restore-name = Devolver { $title }
bin-restored = De vuelta en la carpeta: { $title }

## Fotografiar un papel
scan-window = Fotografiar un papel
scan-how = Ponga el papel plano, con buena luz.
scan-sight = Lo que ve la cámara
scan-starting = La cámara se está encendiendo.
scan-take = Hacer la foto
scan-choose = Elegir fotos
scan-none = No se ha encontrado ninguna cámara.
scan-failed = La cámara no funciona aquí.
scan-none-how = Elija fotos que están en este ordenador.
scan-photo = Foto
scan-crop-title = ¿Dónde está el papel?
scan-crop-how = Toque cada esquina del papel en la foto.
scan-crop-keys = Con el teclado, las flechas mueven una esquina.
scan-corner-upper-left = Esquina de arriba a la izquierda
scan-corner-upper-right = Esquina de arriba a la derecha
scan-corner-lower-right = Esquina de abajo a la derecha
scan-corner-lower-left = Esquina de abajo a la izquierda
scan-corner-at = Ancho: { $across } de 100. Alto: { $down } de 100.
scan-crop-keep = Guardar esta página
scan-turn = Girar la foto
scan-turned = La foto ha girado.
scan-again = Hacer otra foto
scan-waiting = { $count ->
    [one] Queda 1 foto después de esta.
   *[other] Quedan { $count } fotos después de esta.
  }
scan-left = { $count ->
    [one] Todavía espera 1 foto.
   *[other] Todavía esperan { $count } fotos.
  }
scan-pages-title = Las páginas de su papel
scan-name = El nombre del papel
scan-add = Añadir una página
scan-keep = Poner en mi espacio
scan-most = Un papel tiene { $most } páginas como mucho.
scan-earlier = Poner antes
scan-later = Poner después
scan-remove = Quitar esta página
scan-remove-title = ¿Quitar esta página?
scan-removed = La página está quitada.

## A note
note-window = Nota
note-title = Su nota
note-name = El título de la nota
note-text = Su texto
note-keep = Guardar la nota
note-missing = Escriba un título y un texto.
note-missing-text = Escriba un texto.
note-edit = Cambiar la nota
note-kept = La nota está guardada.

## A paper
paper-window = Papel
paper-picture = Imagen del papel
paper-page = Página { $page } de { $pages }
paper-text = El texto de esta página
paper-before = Página anterior
paper-after = Página siguiente
paper-larger = Agrandar
paper-smaller = Reducir
paper-reading = Su papel está llegando.
paper-cut = El resto no se ve aquí. Está bien guardado.
paper-no-view = Este papel no se ve aquí. Está bien guardado.
paper-rename = Cambiar el nombre
paper-move = Cambiar de carpeta
paper-delete = Borrar el papel
paper-deleted = Este papel está borrado.
paper-deleted-where = Espera en los papeles borrados de esta carpeta.
paper-undo = Anular el borrado
paper-undone = El papel ha vuelto.
paper-in = Carpeta: { $folder }
rename-title = Cambiar el nombre
rename-label = El nombre nuevo
rename-ok = Guardar este nombre
rename-done = El nombre está cambiado.
move-title = Cambiar de carpeta
move-ask = ¿A qué carpeta?
move-private = En Privado, nadie más lo ve.
move-done = El papel ha cambiado de carpeta.

## Settings
settings-title = Ajustes
look-size = Tamaño de las letras
look-size-usual = Normal
look-size-large = Grande
look-size-larger = Muy grande
look-size-largest = El más grande
look-colours = Colores
look-better = Ver mejor
look-computer = Como el ordenador
look-light = Claros
look-dark = Oscuros
look-contrast = Contraste fuerte
look-letters = Forma de las letras
look-letters-usual = Normal
look-letters-dyslexic = Para la dislexia
look-lines = Espacio entre las líneas
look-lines-usual = Normal
look-lines-wide = Más grande
look-movement = Movimientos
look-movement-none = Sin movimiento
look-reading = Lectura en voz alta
look-reading-asked = Cuando pulso Escuchar
look-reading-always = Siempre, en cada página
look-keyboard = Teclado en la pantalla
look-keyboard-asked = Cuando pulso Teclado
look-keyboard-always = Siempre
look-kept = Está guardado. Esta elección le seguirá en cada ordenador.
look-not-kept = Esta elección vale solo por esta vez.
settings-others = Ver los otros ajustes
settings-language = Idioma
settings-stick = Lo que contiene mi llave

## My rights
rights-title = Mis derechos
rights-what = Su espacio es suyo. Usted decide todo.
export-title = Llevarme todo
export-what = Sus papeles, sus notas y sus fechas van en un solo paquete.
export-warning = Este paquete ya no está protegido. Guárdelo en un lugar seguro.
export-done = { $count ->
    [0] El paquete está listo. No había ningún papel.
    [one] El paquete está listo, con { $count } papel.
   *[other] El paquete está listo, con { $count } papeles.
  }
export-missing = { $count ->
    [one] Falta { $count } papel: el portal ya no lo tiene.
   *[other] Faltan { $count } papeles: el portal ya no los tiene.
  }
login-export = Llevarme también mis contraseñas
import-title = Devolver todo
import-what = Elija el paquete que se llevó de otro espacio.
import-ok = Elegir el paquete
import-done = { $count ->
    [0] Todo estaba ya aquí.
    [one] { $count } papel ha vuelto.
   *[other] { $count } papeles han vuelto.
  }
delete-title = Borrar mi espacio
delete-all = Sus papeles, sus notas y todo lo demás desaparecerán.
delete-who = Nadie podrá encontrarlos otra vez, ni siquiera su asociación.
delete-days = Tendrá 7 días para cambiar de idea.
delete-keys = Después de 7 días, sus llaves ya no abrirán nada.
delete-go-on = Continuar
delete-code = Escriba su código para borrar
deleting-title = Su espacio va a desaparecer
deleting-until = Se borrará después del { $day }.
deleting-nothing = Este espacio se va a borrar. Ya no se puede hacer nada en él.
deleting-how = ¿Ha cambiado de idea? Conserve su espacio.
deleting-keep = Conservar mi espacio
dates-save = Poner en un calendario
dates-save-what = Sus fechas van al calendario de un teléfono o un ordenador.
save-stays = Se quedarán donde usted las guarde.
save-ok = Elegir dónde guardar
saved = Está guardado.

## What my key holds
stick-title = Lo que contiene mi llave
stick-reading = Leyendo la llave.
stick-calm = Todo es nuestro, nada habla de usted.
stick-count = { $count ->
    [one] 1 elemento leído ahora mismo.
   *[other] { $count } elementos leídos ahora mismo.
  }
stick-program = El programa
stick-program-what = El mismo en todas las llaves
stick-own = La cerradura
stick-own-what = Solo de esta llave, sin nombre
stick-honest = La cerradura está cerrada: no se puede buscar dentro.
stick-proof = Su tamaño y la lista son la prueba.
stick-search = Busque su nombre o una palabra de sus papeles.
stick-searching = Buscando.
stick-found = { $found ->
    [0] Encontrado: 0 veces.
    [one] Encontrado: 1 vez.
   *[other] Encontrado: { $found } veces.
  }
stick-searched = { $searched ->
    [one] 1 elemento leído.
   *[other] { $searched } elementos leídos.
  }
stick-common = Esta palabra también está en el programa. Es el mismo en todas las llaves.
stick-differs = Esta llave no es del todo como debería.
stick-changed = { $count ->
    [one] 1 elemento ha cambiado.
   *[other] { $count } elementos han cambiado.
  }
stick-unlisted = { $count ->
    [one] 1 elemento no está en nuestra lista.
   *[other] { $count } elementos no están en nuestra lista.
  }
stick-missing = { $count ->
    [one] Falta 1 elemento.
   *[other] Faltan { $count } elementos.
  }
stick-wrong-size = { $count ->
    [one] 1 elemento de la cerradura no tiene el tamaño correcto.
   *[other] { $count } elementos de la cerradura no tienen el tamaño correcto.
  }
stick-no-list = Esta llave no tiene la lista de su programa.
stick-no-list-what = Por eso no se puede comparar el programa.
stick-signed = La lista está firmada por nosotros.
stick-trying = Esta llave es solo para probar.
stick-forged = La lista de esta llave no es nuestra.
stick-ask = Enseñe esta llave a su asociación.
stick-table = Todo lo que hay en la llave
stick-all = Ver los { $count } elementos
stick-row-listed = En la lista
stick-row-unlisted = No está en la lista
stick-row-changed = Ha cambiado
stick-row-missing = Falta
stick-row-size = Tamaño equivocado
stick-row-own = De esta llave
stick-own-lock = La cerradura, cerrada
stick-own-lock-twice = La misma cerradura, por segunda vez
stick-own-mark = Lo que reconoce su espacio, cerrado
stick-own-mark-twice = Lo mismo, por segunda vez
stick-own-size = Siempre { $size }
stick-check = Para comprobar
stick-check-how = Compare estos signos con la lista publicada de esta versión.
newer-title = Actualizar mi llave
newer-ready = Hay una versión más reciente del programa.
newer-see = Ver
newer-papers = Sus papeles y su código no cambian.
newer-size = Para descargar: { $size }.
newer-take = Actualizar
newer-leave-in = Deje la llave conectada hasta el final.
newer-old-stays = Si sale antes, la versión anterior sigue funcionando.
newer-done = Hecho. La nueva versión servirá la próxima vez.
newer-home = Volver al inicio
newer-none = Su llave ya tiene la versión más reciente.

## Mis ayudantes
home-helpers = Mis ayudantes
home-people = Las personas a quienes ayudo
helpers-none = Usted todavía no tiene ayudante.
helpers-who = Quién puede ayudarme
helpers-give = Dar un mandato
helpers-old = Los antiguos
role-social-worker = Trabajador social
role-mediator = Mediador digital
role-volunteer = Voluntario
role-relative = Familiar o amigo
role-curator = Curador o tutor
role-officer = Responsable
until-day = Hasta el { $day }
until-over = Terminado
stop = Parar
stop-title = ¿Parar este mandato?
stop-now = { $helper } ya no verá sus papeles desde ahora.
stop-kept = Lo que ya se leyó no se puede recuperar.
stop-yes = Sí, parar ahora
stop-no = No, dejarlo
stop-done = El mandato está parado.

## Dar un mandato
give-who = ¿Quién le va a ayudar?
give-several = Elegir varios ayudantes
give-most = 5 ayudantes como máximo.
give-number = Tengo un número de ayudante
give-number-type = El número del ayudante
give-number-where = Está escrito en la pantalla del ayudante.
give-structure = ¿Es de otra asociación? Escriba el número de su asociación.
give-structure-where = Este número está en el papel de su asociación.
give-number-find = Buscar
give-nobody = Su asociación todavía no tiene ayudante aquí.
give-themes = ¿Qué temas?
give-few = Elija solo lo que es útil.
give-others = Ver los otros temas
give-no-theme = Elija al menos un tema.
give-terms = ¿Qué puede hacer el ayudante?
rights-see = Ver mis papeles
rights-act = Ver y añadir
rights-drop = Solo añadir
give-long = ¿Cuánto tiempo?
length-day = 1 día
length-month = 1 mes
length-half = 6 meses
length-year = 1 año
consent-title = Su mandato
consent-gives = Usted da un mandato a { $helper }
consent-see = Esta persona puede ver sus papeles de estos temas:
consent-act = Esta persona puede ver y añadir papeles de estos temas:
consent-drop = Esta persona solo puede añadir papeles de estos temas:
consent-long = Dura { $length }, hasta el { $day }.
consent-stop = Puede pararlo en cualquier momento, sin decir por qué.
consent-written = Lo que se hace queda escrito en «Quién hizo qué».
consent-only = El ayudante no hace nada más y no repite nada.
consent-know = Pregunte qué sabe de usted el ayudante. Pida corregirlo o borrarlo.
consent-guardian = Una persona bajo tutela o curatela no da un mandato.
consent-guarded = Tengo un tutor o un curador
consent-change = Cambiar los derechos o la duración
consent-name = Su nombre
consent-place = La ciudad donde está
consent-missing = Escriba su nombre y la ciudad.
consent-full = Leer todo el texto
consent-code = Para dar este mandato, escriba su código
consent-ok = Dar este mandato
given-title = El mandato está dado
given-print = Imprímalo 2 veces: para usted y para el ayudante.
given-sign = Firmen los dos.
given-proof = Guardar la prueba
given-proof-what = La prueba muestra que nadie ha cambiado el texto.
guardian-title = Tutela o curatela
guardian-role = Su tutor o curador tiene un papel propio, sin mandato.
guardian-judge = Un juez lo nombró, y dice lo que puede hacer.
guardian-ask = Usted puede abrirle un acceso a sus papeles.
guardian-is = { $helper } es curador o tutor.
guardian-not = Este número no es de un tutor o curador.
guardian-who = ¿Quién es su tutor o curador?
measure-title = ¿Qué medida?
measure-who = Su tutor o curador escribe esto, a su lado.
measure-tutelle = Tutela
measure-curatelle = Curatela
measure-sauvegarde = Salvaguardia de justicia
measure-court = El tribunal
measure-day = La fecha de la sentencia
measure-missing = Elija la medida. Escriba el tribunal y la fecha.
measure-later = Esta fecha aún no ha llegado.
access-give = Dar un acceso
access-window = Un acceso
access-title = Acceso de la persona encargada de la medida
access-gives = Usted da un acceso a { $helper }
access-terms = ¿Qué puede hacer esta persona?
access-stop = Usted puede parar el acceso aquí en cualquier momento.
access-law = La medida del juez sigue. La ley puede pedir algunos papeles.
access-only = Esta persona lee solo lo que sirve a la medida.
access-know = Pregunte qué sabe de usted esta persona. Pida que lo corrija.
access-code = Para dar este acceso, escriba su código
access-ok = Dar este acceso
access-given = El acceso está dado
access-print = Imprímalo 2 veces: para usted y para esta persona.
access-less = Este acceso se parará. Empezará otro, con menos temas.
access-stop-title = ¿Parar este acceso?
access-stopped = El acceso está parado.
access-over = Este acceso terminó o está parado.
access-drop = Este acceso permite dejar, no ver.

## Un mandato, y quién hizo qué
mandate-window = Un mandato
mandate-themes = Temas
mandate-done = Lo que se hizo
mandate-less = Quitar un tema
less-what = Este mandato se parará. Empezará otro, con menos temas.
less-keep = ¿Qué temas conserva?
journal-title = Quién hizo qué
journal-all = Ver todo
journal-none = Nadie ha abierto nada.
did-list = { $helper } abrió la carpeta { $folder }.
did-read = { $helper } leyó «{ $title }».
did-drop = { $helper } añadió «{ $title }».
did-session = { $helper } trabajó con usted.
did-teach = Para enseñarle
did-accompany = Con usted
did-do = En su lugar
journal-who = Ver solo
journal-everybody = Todos los ayudantes
journal-hide = Ocultar los nombres
journal-show = Mostrar los nombres
journal-somebody = Un ayudante
journal-seal = Una línea quitada o cambiada se nota.

## Ayudo a personas
helping-title = Ayudo a personas
helping-first = Su asociación comprueba primero quién es usted.
helping-name = El nombre que la gente conoce
helping-ask = Pedir poder ayudar
helping-asked = Está pedido.
helping-number = Su número de ayudante
helping-read = Léaselo a la persona responsable de su asociación.
helping-is = Usted es ayudante.
helping-ends = Termina el { $day }. Vea antes a su asociación.
people-none = Nadie le ha dado un mandato.
person-window = Una persona
person-posture = ¿Cómo ayuda?
posture-teach = Yo enseño
posture-accompany = Yo acompaño
posture-do = Yo lo hago
person-written = Lo que usted abre queda escrito para esta persona.
person-died = La asociación dice: esta persona ha fallecido. El mandato está terminado.
person-drop = Este mandato permite añadir, no ver.
byname-change = Mi nombre para esta persona
byname-title = ¿Cómo llama usted a esta persona?
byname-label = Un nombre solo para usted
byname-empty = Nadie más lo ve. Deje vacío para quitarlo.
beside-title = Alguien me ayuda
beside-start = Alguien me ayuda ahora
beside-who = ¿Quién le ayuda?
beside-hint = Escriba también el nombre del intérprete.
beside-what = Quedará escrito en «Quién hizo qué».
beside-ok = Empezar
beside-end = Ha terminado
did-minutes = { $minutes } min
dropped-title = Papeles para mirar
dropped-count = { $count ->
    [one] Un papel le espera.
   *[other] { $count } papeles le esperan.
}
dropped-see = Mirar
dropped-what = Un ayudante añadió estos papeles. Guárdelos o no.
dropped-none = Ningún papel espera.
dropped-by = Añadido por { $helper }, el { $day }
dropped-instead = Sustituye a «{ $title }». El antiguo va con los papeles eliminados.
dropped-keep = Guardar este papel
dropped-not = No guardarlo
dropped-not-title = ¿No guardar este papel?
dropped-kept = Está guardado.
dropped-refused = Este papel ya no está.
drop-title = Añadir un papel
drop-done = «{ $title }» espera a esta persona.
refused-words = Este nombre es muy largo. Escríbalo más corto.
refused-no-helper = Ningún ayudante tiene este número. Vuelvan a leerlo juntos.
refused-own-mandate = Este número es suyo. Un mandato es para otra persona.
refused-terms = Este mandato no se puede dar así. Empiece otra vez.
refused-helpers-old = La lista de ayudantes es muy antigua. Avise a su asociación.
refused-mandate-over = Este mandato está terminado o parado.
refused-helper-stopped = Este ayudante ya no puede ayudar. Pregunte a la asociación.
refused-helper-full = Este ayudante ya ayuda a demasiadas personas. Elija otro ayudante.
refused-journal-conflict = Coincidió con otra lectura. Inténtelo otra vez.
refused-journal-altered = Esta lista cambió, o le falta algo. Muéstrelo a su asociación.

## Mi tarjeta y mis guardianes
recovery-title = Mi tarjeta de socorro y mis guardianes
recovery-what = Un guardián ayuda a recuperar su espacio. No lee nada.
recovery-none = Aún no tiene guardián.
recovery-holders = Mis guardianes
recovery-label = Ellos le llaman «{ $label }».
recovery-choose = Elegir a mis guardianes
recovery-card = Rehacer mi tarjeta
holders-two = Elija 2 guardianes
holders-who = Tome a personas que le conocen bien.
holders-one = Con 1 solo guardián, siempre hace falta la tarjeta.
holders-yours = Estos guardianes le ayudarán
holders-label = ¿Cómo le llaman?
holders-label-hint = Le reconocen con estas palabras.
holders-code = Para elegir a estos guardianes, escriba su código
holders-ok = Elegir a estos guardianes
holders-done = Hecho. Dígaselo a sus guardianes.
new-card-what = Saldrá una tarjeta nueva. La tarjeta antigua ya no servirá.
new-card-code = Para rehacer su tarjeta, escriba su código
card-old = La tarjeta antigua ya no sirve. Tírela.
asked-title = Alguien pide recuperar su espacio
asked-since = Desde el { $day }.
asked-own = Si es usted, no haga nada.
asked-veto = No soy yo
veto-title = ¿Rechazar esta petición?
veto-what = Esta petición no abrirá su espacio.
veto-yes = Sí, rechazar
veto-no = No, volver
veto-done = La petición está rechazada. Avise a su asociación.
refused-no-card = Haga primero una tarjeta de socorro.
refused-card-unknown = Esta tarjeta ya no sirve. Busque la más reciente.
refused-share-damaged = Lo que guardaba un guardián está dañado. Pida al otro guardián.
refused-nothing-waits = Aquí ya no hay petición.
refused-request-ended = Esta petición terminó. Empiece de nuevo.
refused-request-conflict = Ya hay otra petición. Debe terminar antes.
refused-request-waits = Hay que esperar más.
refused-request-step = Esto no encaja. Pare y empiece de nuevo la petición.
refused-holder-stopped = Este guardián ya no puede ayudar. Pregunte a la asociación.
refused-closing = La asociación cerrará pronto. Ya no abre espacios nuevos. Hable con ella.
refused-not-card = No es el texto de una tarjeta. Léala otra vez.
refused-no-request = Ninguna petición tiene este número. Léanlo juntos otra vez.
refused-no-other-stick = Conecte una sola llave más, preparada por su asociación.
refused-key-missing = No hay ninguna llave de seguridad. Conéctela e inténtelo otra vez.
refused-key-several = Hay varias llaves de seguridad. Deje conectada solo una.
refused-key-barred = Este ordenador bloquea la llave de seguridad. Use otro ordenador.
refused-key-no-prf = Esta llave de seguridad no puede abrir un espacio. Use una más nueva.
refused-key-no-pin = Esta llave de seguridad aún no tiene código PIN. Pida que le pongan uno.
refused-key-pin-shape = Un código PIN tiene 4 signos o más.
refused-key-pin = Este código PIN no es el correcto. Inténtelo otra vez.
refused-key-pin-left = { $left ->
    [0] Este código PIN no es el correcto. Ya no quedan intentos.
    [one] Este código PIN no es el correcto. Le queda 1 intento. Tómese su tiempo.
   *[other] Este código PIN no es el correcto. Le quedan { $left } intentos. Tómese su tiempo.
  }
refused-key-pause = Demasiados códigos PIN falsos. Quite la llave de seguridad y conéctela otra vez.
refused-key-blocked = La llave de seguridad se ha bloqueado para siempre. Abra con su otra llave.
refused-key-touch = Nadie tocó la llave de seguridad a tiempo. Inténtelo otra vez.
refused-key-out = Han quitado la llave de seguridad. Conéctela e inténtelo otra vez.
refused-key-known = Esta llave de seguridad ya abre su espacio.
refused-key-stranger = Esta llave de seguridad no abre ningún espacio aquí.
refused-key-full = Esta llave de seguridad está llena. Use otra.
refused-key-frozen = Esta llave de seguridad está bloqueada. Su otra llave o su tarjeta la desbloquea.
refused-key-other = La llave de seguridad se niega. Quítela, conéctela y empiece otra vez.

## Guardián de una persona
held-title = Usted es guardián de
held-asks = Pide recuperar su espacio.
held-calm = No pide nada.
held-beside = Póngase al lado de esta persona, o llámela.
held-compare = Comparar las imágenes
held-no-card = Esta persona no tiene su tarjeta
held-number = El número de su petición
held-number-where = Está escrito en la pantalla de esta persona.
held-know = ¿Reconoce a esta persona?
held-know-how = Mire su cara, o escuche su voz.
held-approve = Reconozco a esta persona
held-not = No es esta persona
held-approved = Gracias. Ha reconocido a esta persona.
held-refused = La petición está parada.
compare-title = Compare las 5 imágenes
compare-how = ¿La otra pantalla muestra las mismas, en el mismo orden?
compare-same = Las mismas
compare-differ = No son las mismas
compare-wait = La otra pantalla aún no ha respondido. Espere un poco.
freeze = Bloquear su llave
freeze-title = ¿Bloquear la llave de esta persona?
freeze-what = Ninguna llave suya abrirá ya nada.
freeze-back = Nada se borra. Puede desbloquear la llave aquí.
freeze-yes = Sí, bloquear
freeze-undo = Desbloquear su llave
freeze-done = Su llave está bloqueada.
freeze-undone = Su llave funciona de nuevo.

## Mis llaves
sticks-title = Mis llaves
sticks-own = Esta llave
sticks-other = Otra llave, número { $place }
sticks-since = Llave añadida el { $day }
sticks-added = Añadida el { $day }
sticks-one = Una segunda llave sirve si pierde esta.
sticks-add = Añadir una llave
stick-lost = ¿Ha perdido esta llave?
stick-block-what = Una llave bloqueada ya no abre nada.
stick-block = Bloquear esta llave
stick-unblock = Desbloquear esta llave
stick-blocked = Esta llave está bloqueada.
stick-unblocked = Esta llave funciona de nuevo.
stick-remove = Quitar esta llave
stick-remove-what = Esta llave ya no abrirá nada, ni con el código.
stick-remove-code = Para quitar esta llave, escriba su código
stick-removed = La llave está quitada.
renew-title = Renovar mi llave
renew-short = renovar
renew-what = Quizás alguien copió su llave. Renovada, deja inútil toda copia.
renew-leave-in = Deje la llave conectada. Su código no cambia.
renew-code = Para renovar la llave, escriba su código
renew-done = Su llave está renovada.
add-stick-ask = Pida otra llave a su asociación.
add-stick-plug = Conecte aquí la otra llave. Deje puesta la primera.
add-stick-wait = Buscamos la otra llave.
add-stick-account = Esta llave es para un espacio nuevo.
add-stick-recovery = Esta llave es para recuperar un espacio.
add-stick-another = Pida a su asociación una llave para añadir.
add-stick-there = La otra llave está aquí.
add-stick-code = Se abrirá con el mismo código.
add-stick-type = Para añadir esta llave, escriba su código
add-stick-done = Hecho. Guarde la otra llave en otro lugar.
skey-have = Tengo una llave de seguridad
skey-open = Abrir con una llave de seguridad
skey-add = Añadir una llave de seguridad
skey-what = Una llave de seguridad se compra en una tienda. Se toca para abrir.
skey-plug = Conecte la llave de seguridad.
skey-wait = Buscamos la llave de seguridad.
skey-there = La llave de seguridad está aquí.
skey-pin = Código PIN de la llave de seguridad
skey-pin-hint = No es el código de su espacio.
skey-needed = Hace falta su llave de seguridad
skey-touch = Toque la llave de seguridad cuando parpadee.
skey-touch-twice = Toque la llave de seguridad 2 veces, cuando parpadee.
skey-code = Para añadir la llave de seguridad, escriba su código
skey-done = Hecho. La llave de seguridad también abre su espacio.
skey-own = Esta llave de seguridad
skey-since = Llave de seguridad añadida el { $day }
skey-other = Otra llave de seguridad, número { $place }
skey-removed = La llave de seguridad está quitada.
lost-title = He perdido una llave
lost-only = Bloquear mi llave perdida
lost-what = Con su tarjeta bloquea todas sus llaves.
lost-block = Bloquear mis llaves
lost-unblock = Desbloquear mis llaves
lost-blocked = Sus llaves están bloqueadas. Vaya a su asociación.
lost-unblocked = Sus llaves funcionan de nuevo.

## Preparar llaves
fleet-title = Preparar llaves
fleet-title-practice = Preparar llaves de práctica
fleet-what = Cada llave necesita un vale. Su responsable da los vales.
fleet-choose = Elegir la carpeta de los vales
fleet-vouchers = { $count ->
    [0] Aquí ningún vale sirve.
    [one] Aquí sirve { $count } vale.
    [many] Aquí sirven { $count } vales.
   *[other] Aquí sirven { $count } vales.
  }
fleet-unusable = Lo que no sirve
fleet-unused-damaged = dañado, u otra cosa
fleet-unused-structure = de otra asociación
fleet-unused-realm = lo real y la práctica no se mezclan
fleet-unused-kind = no es para un nuevo espacio
fleet-unused-date = no vale en esta fecha
fleet-unused-twice = está dos veces
fleet-programs = Su llave no tiene todos los programas.
fleet-choose-programs = Elegir la carpeta de los programas
fleet-first = Primer número
fleet-count = Cuántas llaves
fleet-fewer = Hay menos vales que llaves.
fleet-lent = Ya en su cuaderno: { $numbers }.
fleet-whole = Probar todo el sitio de cada llave. Tarda mucho.
fleet-begin = Empezar
fleet-now = Preparo llaves
fleet-now-practice = Preparo llaves de práctica
fleet-plug = Conecte las llaves, varias a la vez.
fleet-keep = Deje también su llave conectada.
fleet-progress = Llaves listas: { $ready } de { $all }
fleet-number = Llave n.º { $number }
fleet-is-again = Sigo.
fleet-is-writing = Escribo.
fleet-is-checking = Compruebo.
fleet-is-ready = Lista. Expúlsela y pegue la etiqueta { $number }.
fleet-is-not-removable = Esto no es una llave. No la toco.
fleet-is-read-only = Esta llave no se deja escribir. Tome otra.
fleet-is-too-small = Esta llave es demasiado pequeña. Tome otra.
fleet-is-foreign = Esta llave no está vacía. Tome una vacía.
fleet-is-link = Hay algo desconocido en esta llave. Tome otra.
fleet-is-somebody = Esta llave es de alguien. No la toco.
fleet-is-practised = Es una llave de práctica. Ya se ha usado.
fleet-is-gone = Esta llave ya no está. Conéctela otra vez.
fleet-is-damaged = Esta llave está dañada. Quizás es de alguien.
fleet-is-elsewhere = Esta llave viene de otro taller.
fleet-is-pulled = Esta llave salió demasiado pronto. Conéctela otra vez: sigue.
fleet-is-stopped = Parado. Esta llave sigue si la conecta otra vez.
fleet-is-forgets = Esta llave pierde lo que escribo. Tírela. Su número irá en otra.
fleet-is-remembered = Este ordenador no deja comprobar esta llave. Tome otra.
fleet-is-no-voucher = Ya no hay vales. Pida más a su responsable.
fleet-is-numbers = Todos los números están ocupados.
fleet-is-waits = Falta una llave empezada. Conéctela otra vez.
fleet-is-stick = Esta llave no funciona. Tome otra.
fleet-is-journal = El diario de los vales no funciona. No se escribe nada.
fleet-is-programs = Los programas no funcionan. No se escribe nada.
fleet-not-named = Estos vales son para la práctica. Falta al lado «practice-locator». Pídalo a su responsable.
fleet-folder-locator = «practice-locator» está dañado o es falso. No se escribe nada. Pida otra carpeta a su responsable.
fleet-folder-real-locator = «practice-locator» no es para la práctica. No se escribe nada. Pida otra carpeta a su responsable.
fleet-folder-other = Estos vales no van con «practice-locator». No se escribe nada. Pida otra carpeta a su responsable.
fleet-folder-real = Hay vales reales en esta carpeta de práctica. No se escribe nada. Póngalos en otra carpeta.
fleet-folder-mixed = Los vales de esta carpeta son de más de una asociación. No se escribe nada. Pida otra carpeta a su responsable.
fleet-folder-changed = Esta carpeta ha cambiado. No se escribe nada. Elíjala otra vez.
fleet-found = { $count ->
    [one] { $count } cosa dentro: { $names }
    [many] { $count } cosas dentro: { $names }
   *[other] { $count } cosas dentro: { $names }
  }
fleet-erase = Borrar y preparar
fleet-erase-title = ¿Borrar esta llave?
fleet-erase-what = Se perderá todo lo que tiene.
fleet-erase-yes = Sí, borrar
fleet-lost = Llave perdida
fleet-lost-title = ¿La llave n.º { $number } está perdida?
fleet-lost-what = Su número irá en otra llave. Hará falta otro vale.
fleet-lost-yes = Sí, está perdida
fleet-portal = El portal no responde. Las llaves se escriben igual. Las primeras aperturas esperarán.
fleet-rows = Todos los números
fleet-row-todo = por hacer
fleet-row-begun = empezada
fleet-row-ready = lista
fleet-row-given-up = por rehacer
fleet-stop = Parar
fleet-stopped = Parado. Las llaves empezadas siguen otro día.
fleet-anew = Preparar otras llaves
fleet-done = Todas las llaves están listas.
fleet-failed = Este ordenador no dice qué está conectado.
fleet-print = Etiquetas y tarjetas
fleet-name = Nombre de la asociación
fleet-phone = Teléfono para llamar
fleet-labels = Guardar las etiquetas
fleet-cards = Guardar las tarjetas
fleet-saved = Está guardado.
practice-title = Llaves de práctica
practice-what = Estas llaves sirven para aprender. Nada en ellas es real.
practice-choose = Elegir la carpeta de los vales de práctica
practice-who = ¿Quién estará en la llave?
practice-plug = Conecte una llave de práctica.
practice-left = { $count ->
    [0] No queda ningún vale.
    [one] Queda { $count } vale.
    [many] Quedan { $count } vales.
   *[other] Quedan { $count } vales.
}
practice-reset = Empezar de nuevo
practice-is-practice = Es una llave de práctica.
practice-is-ready = Es la llave de { $name }. Su código: { $code }.
practice-is-working = Un momento. Deje la llave conectada.
practice-is-real = Es una llave real. No la toco.
practice-is-empty = Esta llave está vacía.
practice-is-other = No es una llave de práctica.
practice-is-damaged = Esta llave está dañada. No la toco.
refused-fleet-numbers = Estos números no sirven. Prepare de 1 a 1000 llaves.
refused-sheet-long = El nombre tiene 36 signos como máximo. El teléfono tiene 20.
refused-sheet-letters = La impresora quiere letras latinas.

## Recuperar mi espacio
forgotten-card = Tome su tarjeta de socorro, si la tiene.
forgotten-holder = Un guardián le reconoce. Luego elige un código nuevo.
ask-title = Recuperar mi espacio
ask-safe = Sus papeles siguen ahí.
ask-no-card = No tengo mi tarjeta
ask-code = Escriba su código nuevo
ask-code-which = Es el código elegido al empezar la petición.
ask-number = El número de su petición
ask-number-say = Dígaselo a su guardián.
ask-holder = Su guardián abre «Mis personas» en su pantalla.
ask-wait = Esperamos a su guardián.
ask-one-more = 1 guardián le ha reconocido. Falta 1 más.
ask-compare = Lea estas imágenes a su guardián.
ask-cut = La comparación se cortó. Hace falta otra petición.
ask-until = Podrá abrir su espacio el { $day }.
ask-why-two = Sin tarjeta, hay que esperar 2 días.
ask-why-week = Sus guardianes son de la misma asociación. Espere 7 días.
ask-why = Mientras tanto, la persona verdadera puede rechazar.
ask-come-back = Puede cerrar y volver con esta llave.
ask-ready = Su espacio se puede abrir
ask-new-code = Su código nuevo ya funciona.
ask-open = Abrir mi espacio
ask-anew = Empezar de nuevo
ask-give-up = Parar la petición
give-up-title = ¿Parar esta petición?
give-up-what = Habrá que empezar de nuevo.
ask-stopped = La petición se paró.
ask-refused = Un guardián rechazó. Hable con él y empiece de nuevo.
ask-vetoed = Alguien rechazó desde este espacio. Vaya a su asociación.
ask-expired = La petición es demasiado antigua. Empiece de nuevo.
ask-overtaken = Los guardianes cambiaron. Empiece de nuevo.

## When something is wrong
refused-code = { $left ->
    [0] Este código no es el correcto. Ya no quedan intentos.
    [one] Este código no es el correcto. Le queda 1 intento. Tómese su tiempo.
   *[other] Este código no es el correcto. Le quedan { $left } intentos. Tómese su tiempo.
  }
wait-seconds = { $seconds ->
    [one] Espere 1 segundo más.
   *[other] Espere { $seconds } segundos más.
  }
wait-minutes = { $minutes ->
    [one] Espere 1 minuto más.
   *[other] Espere { $minutes } minutos más.
  }
refused-frozen = Esta llave está bloqueada. Vaya a su asociación.
refused-revoked = Esta llave ya no funciona. Vaya a su asociación.
refused-policy = Este código es demasiado fácil de adivinar. Use otro código.
refused-unreachable = El portal no responde. Compruebe internet y después inténtelo otra vez.
refused-certificate = Esta red quiere leer lo que pasa. La llave se niega. La red debe dejar pasar el portal sin leerlo.
refused-date = La fecha de este ordenador parece incorrecta. Pida que la corrijan, o use otro ordenador.
refused-portal = El portal tiene un problema. Inténtelo otra vez dentro de un momento.
refused-sheet = Esta lista está dañada. No se ha borrado nada. Lo demás funciona. Avise a su asociación.
refused-stick = La llave no responde. Sáquela y póngala otra vez.
refused-stick-room = No queda sitio en la llave. Pregunte a su asociación.
refused-stick-forgets = La llave no guarda lo que se escribe. Pida otra llave a su asociación.
refused-version-old = Su llave ya tiene una versión más reciente.
refused-damaged = La llave está dañada. Vaya a su asociación.
refused-state = La llave no puede hacer eso. Vaya a su asociación.
refused-read-only = Hoy puede leer, pero no cambiar nada.
refused-paper = Este papel no se acepta. Pruebe con otro.
refused-too-large = Este papel es demasiado grande.
refused-largest = Un papel puede tener { $most } como máximo.
refused-empty = Este papel está vacío.
refused-picture = Esta foto no se abre. Pruebe con otra.
refused-corners = Las esquinas están mal puestas. Sepárelas.
refused-pages = Este papel tiene demasiadas páginas.
refused-stopped = Usted lo ha parado. Este papel no se ha añadido.
refused-gone = Este papel ya no está.
refused-full = Ya no queda sitio. Borre un papel.
refused-locked = Su espacio está cerrado. Ábralo otra vez.
refused-newer = Esta llave es demasiado antigua para esto. Pida a su asociación que la ponga al día.
refused-no-clipboard = Este ordenador no permite copiar.
refused-totp = No es una llave secreta. Cópiela otra vez.
refused-import = No es un paquete llevado de un espacio. Elija otro.
refused-not-saved = No se puede guardar aquí. Elija otro lugar.
refused-no-date = Con este día no hay ninguna fecha próxima.
refused-no-browser = El sitio no se abre en este ordenador.
refused-other = No ha funcionado. Inténtelo otra vez.

## Las otras 16 imágenes de una comparación
compared-bus = Autobús
compared-bag = Maletín
compared-calendar = Calendario
compared-camera = Cámara
compared-wheel = Rueda
compared-globe = Tierra
compared-heart = Corazón
compared-hourglass = Reloj de arena
compared-house = Casa
compared-padlock = Candado
compared-music = Música
compared-phone = Teléfono
compared-scales = Balanza
compared-signpost = Poste con señales
compared-wallet = Cartera
compared-bin = Papelera

## The 16 pictures
picture-sun = Sol
picture-tree = Árbol
picture-fish = Pez
picture-bird = Pájaro
picture-flower = Flor
picture-umbrella = Paraguas
picture-boat = Barco
picture-bicycle = Bicicleta
picture-cat = Gato
picture-carrot = Zanahoria
picture-bread = Pan
picture-cup = Taza
picture-scissors = Tijeras
picture-chair = Silla
picture-shoe = Zapato
picture-mountain = Montaña

notebook-title = Cuaderno de préstamos
notebook-none = Escriba aquí quién tiene cada número. El portal no puede leerlo.
notebook-add = Añadir un préstamo
notebook-entry = Un préstamo
notebook-what = Lo que se presta
notebook-stick = Llave
notebook-computer = Ordenador
notebook-phone = Teléfono
notebook-number = Su número
notebook-name = El nombre de la persona
notebook-find = Buscar un número o un nombre
notebook-unfound = Nada coincide.
notebook-wrong = Escriba un número y un nombre.
notebook-there = Este número ya tiene un nombre. Púlselo en el cuaderno.
notebook-since = Desde el { $day }
notebook-remove-title = ¿Quitar a esta persona del cuaderno?
notebook-save = Guardar una copia del cuaderno
notebook-save-warning = Esta copia se abre sin código. Guárdela en un lugar seguro.
notebook-saved = La copia está hecha.
