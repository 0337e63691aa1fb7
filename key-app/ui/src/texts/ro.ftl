# status: draft
# Romanian, translated from fr.ftl in its order. Nobody who grew up with it has reread it yet.

## Always here
product = Cheia
skip = Mergeți la conținut
always-there = Mereu aici
back = Înapoi
help = Ajutor
listen = Ascultați
listen-stop = Liniște
leave = Închideți și plecați
practice = Exercițiu
practice-why = Aici nimic nu este real.
working = Un moment, vă rugăm.
cancel = Anulați
close = Închideți
go-on = Continuați

## Help
help-title = Ajutor
help-code = Codul deschide spațiul dumneavoastră. Păstrați-l doar pentru dumneavoastră.
help-leave = Înainte de plecare, atingeți Închideți și plecați. Nimic nu rămâne pe acest calculator.
help-quick = Puteți și să scoateți cheia. Sau apăsați de 3 ori tasta Esc.
help-lost = Nu știți ce să faceți? Mergeți la asociația care v-a dat cheia.

## The voice
listen-none-title = Aici nu este voce
listen-none = Acest calculator nu are voce în limba dumneavoastră.
listen-none-what = Rugați pe cineva să citească împreună cu dumneavoastră.
listen-failed = Vocea nu răspunde. Încercați din nou.
listen-secret = Vocea nu spune ce este secret.

## Keyboard on the screen
keyboard-open = Tastatură pe ecran
keyboard-close = Închideți tastatura
keyboard-latin = Litere latine
keyboard-arabic = Litere arabe
keyboard-cyrillic = Litere chirilice
key-space = Spațiu
key-shift = Majuscule
key-line = Rând nou

## Leaving
unsent-title = Nu este totul păstrat
unsent-body = Ce ați făcut aici se va pierde.
unsent-stay = Rămâneți aici
unsent-leave = Plecați totuși
not-sent-yet = Internetul este întrerupt. Încă nu s-a trimis. Rămâneți aici: se va trimite singur.
locked-window = Închis
locked-left-title = Este închis
locked-left = Puteți scoate cheia.
locked-idle-title = Este închis
locked-idle = Nimeni nu a atins calculatorul de 5 minute.
locked-removed-title = Cheia este scoasă
locked-removed = Spațiul dumneavoastră este închis.
locked-nothing = Nimic nu rămâne pe acest calculator.
locked-again = Deschideți din nou

## Starting
starting = Cheia pornește
no-stick-missing-title = Unde este cheia?
no-stick-missing = Puneți cheia, apoi atingeți Încercați din nou.
no-stick-damaged-title = Cheia este stricată
no-stick-damaged = Actele dumneavoastră nu sunt pierdute. Mergeți la asociația care v-a dat cheia.
no-stick-second-title = Este o cheie de adăugat
no-stick-second = Merge cu altă cheie. Deschideți cu cealaltă, apoi adăugați aceasta.
no-stick-unknown-title = Cheia nu răspunde
no-stick-unknown = Scoateți cheia. Puneți-o din nou.
try-again = Încercați din nou

## Language
language-window = Limba
language-title = Alegeți limba dumneavoastră
language-kept = Limba se schimbă imediat.
language-draft = Această traducere este o ciornă. Nimeni nu a recitit-o încă.

## Code
code-title = Codul dumneavoastră
code-kind = Codul meu este făcut din
code-kind-digits = Cifre
code-kind-pictures = Imagini
code-type-digits = Scrieți cele 6 cifre.
code-type-pictures = Atingeți cele 5 imagini, în ordine.
code-chosen = { $count ->
    [0] Nicio imagine aleasă din 5
    [one] 1 imagine aleasă din 5
    [few] { $count } imagini alese din 5
   *[other] { $count } de imagini alese din 5
  }
code-erase = Ștergeți
code-show = Arătați
code-hide = Ascundeți
code-open = Deschideți
code-opening = Spațiul dumneavoastră se deschide.
code-shuffle = Amestecați tastele
code-forgotten = Am uitat codul meu
forgotten-title = Ați uitat codul
forgotten-body = Nu este grav. Actele dumneavoastră sunt tot acolo.
forgotten-where = Mergeți la asociația care v-a dat cheia.
wait-over = Puteți încerca acum.

## First opening
first-title = Codul dumneavoastră nou
first-show = Iată codul. Învățați-l, apoi scrieți-l.
first-hidden = Codul este ascuns. Scrieți-l încă o dată.
first-another = Alt cod
first-own = Aleg eu
first-own-how = Evitați datele și șirurile ca 1 2 3.
first-own-again = Alegeți din nou
first-propose = Propuneți-mi un cod
first-see-again = Vedeți din nou codul meu
first-yours = Codul dumneavoastră
first-different = Nu este același cod. Nu vă grăbiți.
first-making = Spațiul dumneavoastră se pregătește.

## Rescue card
card-title = Cardul dumneavoastră de rezervă
card-why = Acest card ajută dacă uitați codul.
card-keep = Tipăriți-l sau copiați-l. Păstrați-l departe de cheie.
card-is = Textul cardului
card-print = Tipăriți
card-have = Am cardul meu
card-later = Mai târziu
card-read-title = Citiți cardul
card-read = Scrieți textul cardului.
card-hint = Spațiile și liniuțele nu sunt necesare.
card-check = Verificați
card-wrong = Nu este același text. Uitați-vă bine la card.
card-again = Vedeți din nou cardul

## Home
home-window = Început
home-title = Bună ziua
home-doors = Cele 3 uși
home-also = De asemenea
home-papers = Actele mele
home-steps = Cererile mele
home-dates = Termenele mele
home-settings = Setări
notices-title = Bine de știut
notice-wrong-codes = { $count ->
    [one] Cineva a scris 1 cod greșit.
    [few] Cineva a scris { $count } coduri greșite.
   *[other] Cineva a scris { $count } de coduri greșite.
  }
notice-renewal = Cheia trebuie reînnoită în curând.
notice-visit = Treceți pe la asociație când puteți.
notice-mended = O copie stricată a fost reparată pe cheie.
notice-read-only = Astăzi puteți citi, dar nu puteți schimba nimic.
notice-nothing-pinned = Este prima dată cu această cheie.
notice-recovery = Cineva cere să redeschidă spațiul dumneavoastră. Dacă nu sunteți dumneavoastră, anunțați asociația.
notice-memory = Acest calculator păstrează prost secretele. Dacă puteți, folosiți altul.
notice-idle = Nimeni nu a deschis acest spațiu timp de doi ani. Urma să dispară. Acum rămâne.
notice-said-dead = Ni se spusese că ați murit. Este corectat. Cei care vă ajută vă pot ajuta din nou.
closing-title = { $name } se va închide
closing-until = Spațiul dumneavoastră se mai deschide până la { $day }. Luați ce vă aparține.

## My dates
dates-title = Termenele mele
dates-today = Astăzi: { $day }
dates-none = Nu urmăriți încă niciun termen.
dates-none-how = Adăugați un termen sau alegeți o cerere de urmărit.
dates-add = Adăugați un termen
dates-print = Tipăriți termenele mele
dates-others = Vedeți celelalte termene
now-title = De făcut acum
now-until = Până { $day }.
now-see = Vedeți
date-window = Un termen
date-left = { $days ->
    [0] Este ultima zi
    [one] A rămas { $days } zi
    [few] Au rămas { $days } zile
   *[other] Au rămas { $days } de zile
  }
date-in = { $days ->
    [0] Este astăzi
    [1] Este mâine
    [few] Peste { $days } zile
   *[other] Peste { $days } de zile
  }
date-from = Începând cu { $day }
date-over = Ultima zi a trecut
date-is-done = Este făcut
date-between = Puteți face asta de { $from } până { $to }.
date-hour = La ora { $hour }
date-ends = Acest act expiră { $day }.
date-mark = Este făcut
date-unmark = Nu este făcut
date-marked = Este notat: ați făcut asta.
date-unmarked = Este notat: mai este de făcut.
date-service = Vedeți cererea
date-paper = Vedeți actul
new-date-title = Adăugați un termen
new-date-what = Despre ce este vorba?
new-date-example = De exemplu: programare la medic
new-date-day = Ce zi?
new-date-hour = La ce oră?
hour-none = Fără oră
new-date-keep = Păstrați acest termen
new-date-kept = Termenul este păstrat.
new-date-untitled = Scrieți despre ce este vorba.
field-day = Ziua
field-month = Luna
field-year = Anul
day-wrong = Această zi nu există. Uitați-vă la zi, lună și an.
follow = Urmăriți termenele
follow-end = Care este ultima zi?
follow-end-where = Este scrisă pe cardul sau pe adeverința dumneavoastră.
follow-beginning = În ce zi a început?
follow-month = În ce lună ați făcut ultima declarație?
follow-event = Care este ziua?
follow-ok = Urmăriți
following = Urmăriți aceste termene.
follow-next = Data viitoare: de { $from } până { $to }.
unfollow = Nu mai urmăriți
unfollow-title = Nu mai urmăriți?
unfollow-what = Nu va mai fi în termenele dumneavoastră.
unfollow-no = Păstrați
unfollowed = Nu mai este în termenele dumneavoastră.

## Cererile mele
steps-title = Cererile mele
steps-search = Ce căutați?
steps-examples = De exemplu:
steps-found = { $count ->
    [0] Nimic găsit. Încercați alt cuvânt.
    [one] 1 cerere găsită.
    [few] { $count } cereri găsite.
   *[other] { $count } de cereri găsite.
  }
steps-themes = Alegeți după temă
steps-others = Altele
steps-in-french = Textele acestei pagini sunt în franceză.
life-health = Sănătate
life-work = Muncă și formare
life-abroad = Străin în Franța
life-urgent = Urgență
life-school = Familie și școală
life-identity = Acte și cetățenie
life-age = Handicap și vârstă
life-rights = Justiție și drepturi
life-help = Găsiți ajutor
service-window = Cerere
service-what = La ce folosește
service-who = Pentru cine
service-local = Numai aici:
service-when = Când
service-checked = Verificat { $day }.
service-source = Văzut pe:
service-unchecked = Acest lucru nu este încă verificat.
service-ask = Întrebați și asociația dumneavoastră.
service-where = Unde
service-call = Telefon:
service-remembers = Acest calculator poate ține minte acest site.
service-code = Păstrați pentru dumneavoastră codul cheii.
service-go = Mergeți pe site
service-opened = Site-ul se deschide în altă fereastră.

## Which paper it is
kind-window = Un act
kind-title = Ce act este?
kind-search = Căutați numele lui sau alegeți-l.
kind-others = Vedeți celelalte acte
kind-none = Niciunul dintre aceste acte
kind-end-where = Este scrisă pe act.
kind-keep = Păstrați
kind-no-end = Nu știu sau nu are
kind-kept = Este notat.
paper-expired = Expirat
paper-ends-soon = Expiră în curând
search-papers = Căutați un act
search-found = { $count ->
    [0] Nimic găsit. Încercați alt cuvânt.
    [one] { $count } act găsit.
    [few] { $count } acte găsite.
   *[other] { $count } de acte găsite.
  }
search-inside = Căutați și în textul actelor
search-inside-done = Acte citite: { $done } din { $total }.
search-unread = { $count ->
    [one] { $count } act nu a putut fi citit.
    [few] { $count } acte nu au putut fi citite.
   *[other] { $count } de acte nu au putut fi citite.
  }

## What I need
needs-title = Ce îmi trebuie
needs-have = Îl am
needs-too-old = Prea vechi
needs-missing = Lipsește
needs-until = Valabil până { $day }.
needs-where = Unde îl găsiți:
needs-how = Ce este de făcut?
needs-words = Cuvintele grele

## Contacts
contacts-title = Contactele mele
contacts-none = Păstrați aici numerele utile.
contact-add = Adăugați un contact
contact-window = Un contact
contact-name = Numele
contact-phone = Telefonul
contact-mail = Adresa de e-mail
contact-address = Adresa
contact-note = Altceva de știut
contact-empty = Este doar numele.
contact-unnamed = Scrieți numele.
contact-remove-title = Ștergeți acest contact?
edit = Schimbați
kept = Este păstrat.
removed = Este șters.
remove-what = Nu va mai putea fi pus la loc.
remove-yes = Ștergeți

## Passwords of sites
login-all = Parolele mele
login-none = Păstrați aici parolele site-urilor dumneavoastră.
login-add = Adăugați un site
login-window = Un site
login-site = Ce site?
login-site-example = De exemplu: CAF
login-address = Adresa lui de internet
login-name = Numele dumneavoastră pe acest site
login-make = Cheia inventează o parolă
login-password = Parola dumneavoastră
login-note = Altceva de păstrat secret
login-totp = Cheia secretă a codurilor care se schimbă
login-totp-what = Doar dacă site-ul v-a dat-o.
login-stays = Lăsați gol pentru a nu schimba nimic.
login-hold = Țineți apăsat pentru a vedea
login-copy = Copiați
login-copy-secret = Copiați parola
login-copied = Este copiat pentru 30 de secunde.
login-code = Vedeți codul care se schimbă
login-code-left = { $seconds ->
    [one] Încă { $seconds } secundă
    [few] Încă { $seconds } secunde
   *[other] Încă { $seconds } de secunde
  }
login-unnamed = Scrieți numele site-ului.
login-remove-title = Ștergeți acest site?

## My papers
papers-title = Actele mele
papers-count = { $count ->
    [0] Gol
    [one] 1 act
    [few] { $count } acte
   *[other] { $count } de acte
  }
papers-private = Doar pentru dumneavoastră
room-plenty = Mai este loc.
room-little = Mai este puțin loc.
room-none = Nu mai este loc.
folder-identity = Identitate
folder-family = Familie
folder-health = Sănătate și social
folder-work = Muncă
folder-housing = Locuință
folder-transport = Transport
folder-money = Bani și ajutoare
folder-justice = Justiție
folder-abroad = Străinătate și Europa
folder-leisure = Timp liber
folder-groups = Asociații
folder-private = Privat

## A folder
folder-window = Dosar
folder-list = Actele din acest dosar
folder-empty = Acest dosar este gol.
folder-empty-how = Atingeți Adăugați un act. Puteți și să îl lăsați aici.
folder-add = Adăugați un act
folder-choose = Alegeți acte de pe calculator
folder-note = Scrieți o notiță
folder-all = Vedeți toate actele
folder-bin = Acte șterse
folder-drop = Lăsați aici
paper-kind = Act
note-kind = Notiță
paper-since = Adăugat { $day }
adding = { $total ->
    [one] Actul intră în spațiul dumneavoastră.
   *[other] Actul { $now } din { $total }: intră în spațiul dumneavoastră.
  }
adding-stop = Opriți
added = { $count ->
    [0] Niciun act adăugat.
    [one] 1 act adăugat.
    [few] { $count } acte adăugate.
   *[other] { $count } de acte adăugate.
  }
added-not = „{ $title }” nu este adăugat.
added-place = „{ $title }”: această fotografie poate spune unde a fost făcută.
added-more = { $count ->
    [one] Și încă 1.
   *[other] Și încă { $count }.
  }
added-rest = { $count ->
    [one] 1 act așteaptă încă pe calculator.
    [few] { $count } acte așteaptă încă pe calculator.
   *[other] { $count } de acte așteaptă încă pe calculator.
  }
bin-window = Acte șterse
bin-title = Acte șterse
bin-empty = Niciun act șters aici.
bin-restore = Puneți la loc
bin-restore-name = Puneți la loc { $title }
bin-restored = Din nou în dosar: { $title }

## Fotografiați un act
scan-window = Fotografiați un act
scan-how = Puneți actul întins, la lumină bună.
scan-sight = Ce vede camera
scan-starting = Camera pornește.
scan-take = Faceți fotografia
scan-choose = Alegeți fotografii
scan-none = Nu s-a găsit nicio cameră.
scan-failed = Camera nu merge aici.
scan-none-how = Alegeți fotografii de pe acest calculator.
scan-photo = Fotografie
scan-crop-title = Unde este actul?
scan-crop-how = Atingeți fiecare colț al actului pe fotografie.
scan-crop-keys = De la tastatură, săgețile mută un colț.
scan-corner-upper-left = Colțul din stânga sus
scan-corner-upper-right = Colțul din dreapta sus
scan-corner-lower-right = Colțul din dreapta jos
scan-corner-lower-left = Colțul din stânga jos
scan-corner-at = Lățime: { $across } din 100. Înălțime: { $down } din 100.
scan-crop-keep = Păstrați această pagină
scan-turn = Rotiți fotografia
scan-turned = Fotografia s-a rotit.
scan-again = Faceți altă fotografie
scan-waiting = { $count ->
    [one] Încă 1 fotografie după aceasta.
    [few] Încă { $count } fotografii după aceasta.
   *[other] Încă { $count } de fotografii după aceasta.
  }
scan-left = { $count ->
    [one] Încă așteaptă 1 fotografie.
    [few] Încă așteaptă { $count } fotografii.
   *[other] Încă așteaptă { $count } de fotografii.
  }
scan-pages-title = Paginile actului
scan-name = Numele actului
scan-add = Adăugați o pagină
scan-keep = Puneți în spațiul meu
scan-most = Un act are cel mult { $most } de pagini.
scan-earlier = Puneți mai înainte
scan-later = Puneți mai târziu
scan-remove = Scoateți această pagină
scan-remove-title = Scoateți această pagină?
scan-removed = Pagina este scoasă.

## A note
note-window = Notiță
note-title = Notița dumneavoastră
note-name = Titlul notiței
note-text = Textul dumneavoastră
note-keep = Păstrați notița
note-missing = Scrieți un titlu și un text.
note-missing-text = Scrieți un text.
note-edit = Schimbați notița
note-kept = Notița este păstrată.

## A paper
paper-window = Act
paper-picture = Imaginea actului
paper-page = Pagina { $page } din { $pages }
paper-text = Textul acestei pagini
paper-before = Pagina dinainte
paper-after = Pagina următoare
paper-larger = Măriți
paper-smaller = Micșorați
paper-reading = Actul sosește.
paper-cut = Restul nu se vede aici. Este bine păstrat.
paper-no-view = Acest act nu se vede aici. Este bine păstrat.
paper-rename = Schimbați numele
paper-move = Schimbați dosarul
paper-delete = Ștergeți actul
paper-deleted = Acest act este șters.
paper-deleted-where = Așteaptă în actele șterse din acest dosar.
paper-undo = Anulați ștergerea
paper-undone = Actul este pus la loc.
paper-in = Dosar: { $folder }
rename-title = Schimbați numele
rename-label = Numele nou
rename-ok = Păstrați acest nume
rename-done = Numele este schimbat.
move-title = Schimbați dosarul
move-ask = În ce dosar?
move-private = În Privat, nimeni altcineva nu îl vede.
move-done = Actul a schimbat dosarul.

## Settings
settings-title = Setări
look-size = Mărimea literelor
look-size-usual = Normală
look-size-large = Mare
look-size-larger = Foarte mare
look-size-largest = Cea mai mare
look-colours = Culori
look-better = Vedeți mai bine
look-computer = Ca pe calculator
look-light = Luminoase
look-dark = Întunecate
look-contrast = Contrast puternic
look-letters = Forma literelor
look-letters-usual = Normală
look-letters-dyslexic = Pentru dislexie
look-lines = Spațiu între rânduri
look-lines-usual = Normal
look-lines-wide = Mai mare
look-movement = Mișcări
look-movement-none = Fără mișcare
look-reading = Citire cu voce tare
look-reading-asked = Când apăs Ascultați
look-reading-always = Mereu, la fiecare pagină
look-keyboard = Tastatură pe ecran
look-keyboard-asked = Când apăs Tastatură
look-keyboard-always = Mereu
look-kept = Este păstrat. Această alegere vă urmează pe fiecare calculator.
look-not-kept = Această alegere este valabilă doar de data aceasta.
settings-others = Vedeți celelalte setări
settings-language = Limba
settings-stick = Ce este pe cheia mea

## My rights
rights-title = Drepturile mele
rights-what = Acest spațiu este al dumneavoastră. Dumneavoastră hotărâți totul.
export-title = Luați totul
export-what = Actele, notițele și termenele dumneavoastră merg într-un singur pachet.
export-warning = Acest pachet nu mai este protejat. Păstrați-l într-un loc sigur.
export-done = { $count ->
    [0] Pachetul este gata. Nu era niciun act.
    [one] Pachetul este gata, cu { $count } act.
    [few] Pachetul este gata, cu { $count } acte.
   *[other] Pachetul este gata, cu { $count } de acte.
  }
export-missing = { $count ->
    [one] Lipsește { $count } act: portalul nu îl mai are.
    [few] Lipsesc { $count } acte: portalul nu le mai are.
   *[other] Lipsesc { $count } de acte: portalul nu le mai are.
  }
login-export = Luați și parolele mele
import-title = Puneți totul la loc
import-what = Alegeți pachetul pe care l-ați luat din alt spațiu.
import-ok = Alegeți pachetul
import-done = { $count ->
    [0] Totul era deja aici.
    [one] { $count } act este pus la loc.
    [few] { $count } acte sunt puse la loc.
   *[other] { $count } de acte sunt puse la loc.
  }
delete-title = Ștergeți spațiul meu
delete-all = Actele, notițele și tot restul vor dispărea.
delete-who = Nimeni nu le va mai putea găsi, nici asociația dumneavoastră.
delete-days = Veți avea 7 zile ca să vă răzgândiți.
delete-keys = După 7 zile, cheile dumneavoastră nu vor mai deschide nimic.
delete-go-on = Continuați
delete-code = Scrieți codul pentru a șterge
deleting-title = Spațiul dumneavoastră va dispărea
deleting-until = Va fi șters după { $day }.
deleting-nothing = Acest spațiu va fi șters. Nu se mai poate face nimic în el.
deleting-how = V-ați răzgândit? Păstrați spațiul dumneavoastră.
deleting-keep = Păstrați spațiul meu
dates-save = Puneți într-un calendar
dates-save-what = Termenele dumneavoastră merg în calendarul unui telefon sau calculator.
save-stays = Vor rămâne acolo unde le salvați.
save-ok = Alegeți unde salvați
saved = Este salvat.

## What my key holds
stick-title = Ce este pe cheia mea
stick-reading = Se citește cheia.
stick-calm = Totul vine de la noi, nimic nu vorbește despre dumneavoastră.
stick-count = { $count ->
    [one] 1 element citit chiar acum.
    [few] { $count } elemente citite chiar acum.
   *[other] { $count } de elemente citite chiar acum.
  }
stick-program = Programul
stick-program-what = Același pe toate cheile
stick-own = Lacătul
stick-own-what = Doar al acestei chei, fără nume
stick-honest = Lacătul este închis: nu se poate căuta înăuntru.
stick-proof = Mărimea lui și lista sunt dovada.
stick-search = Căutați numele sau un cuvânt din actele dumneavoastră.
stick-searching = Se caută.
stick-found = { $found ->
    [0] Găsit: de 0 ori.
    [one] Găsit: 1 dată.
    [few] Găsit: de { $found } ori.
   *[other] Găsit: de { $found } de ori.
  }
stick-searched = { $searched ->
    [one] 1 element citit.
    [few] { $searched } elemente citite.
   *[other] { $searched } de elemente citite.
  }
stick-common = Acest cuvânt este și în program. Programul este același pe toate cheile.
stick-differs = Această cheie nu este tocmai cum trebuie.
stick-changed = { $count ->
    [one] 1 element s-a schimbat.
    [few] { $count } elemente s-au schimbat.
   *[other] { $count } de elemente s-au schimbat.
  }
stick-unlisted = { $count ->
    [one] 1 element nu este pe lista noastră.
    [few] { $count } elemente nu sunt pe lista noastră.
   *[other] { $count } de elemente nu sunt pe lista noastră.
  }
stick-missing = { $count ->
    [one] Lipsește 1 element.
    [few] Lipsesc { $count } elemente.
   *[other] Lipsesc { $count } de elemente.
  }
stick-wrong-size = { $count ->
    [one] 1 element al lacătului nu are mărimea corectă.
    [few] { $count } elemente ale lacătului nu au mărimea corectă.
   *[other] { $count } de elemente ale lacătului nu au mărimea corectă.
  }
stick-no-list = Această cheie nu are lista programului ei.
stick-no-list-what = De aceea programul nu poate fi comparat.
stick-signed = Lista este semnată de noi.
stick-trying = Această cheie este doar pentru încercări.
stick-forged = Lista acestei chei nu este de la noi.
stick-ask = Arătați această cheie asociației dumneavoastră.
stick-table = Tot ce este pe cheie
stick-all = Vedeți elementele: { $count }
stick-row-listed = Pe listă
stick-row-unlisted = Nu este pe listă
stick-row-changed = S-a schimbat
stick-row-missing = Lipsește
stick-row-size = Mărime greșită
stick-row-own = A acestei chei
stick-own-lock = Lacătul, închis
stick-own-lock-twice = Același lacăt, a doua oară
stick-own-mark = Ce recunoaște spațiul dumneavoastră, închis
stick-own-mark-twice = Același lucru, a doua oară
stick-own-size = Mereu { $size }
stick-check = Pentru verificare
stick-check-how = Comparați aceste semne cu lista publicată pentru această versiune.
newer-title = Actualizez cheia mea
newer-ready = O versiune mai nouă a programului este gata.
newer-see = Vezi
newer-papers = Actele și codul dumneavoastră nu se schimbă.
newer-size = De descărcat: { $size }.
newer-take = Actualizează
newer-leave-in = Lăsați cheia conectată până la sfârșit.
newer-old-stays = Dacă iese înainte, versiunea veche merge încă.
newer-done = Gata. Noua versiune va servi data viitoare.
newer-home = Înapoi la început
newer-none = Cheia dumneavoastră are deja versiunea cea mai nouă.

## Ajutoarele mele
home-helpers = Ajutoarele mele
home-people = Persoanele mele
helpers-none = Nu aveți încă un ajutor.
helpers-who = Cine mă poate ajuta
helpers-give = Dați un mandat
helpers-old = Cele vechi
role-social-worker = Asistent social
role-mediator = Mediator digital
role-volunteer = Voluntar
role-relative = Rudă sau prieten
role-curator = Curator sau tutore
role-officer = Responsabil
until-day = Până { $day }
until-over = Încheiat
stop = Opriți
stop-title = Opriți acest mandat?
stop-now = { $helper } nu va mai vedea actele dumneavoastră, de acum.
stop-kept = Ce s-a citit deja nu se poate lua înapoi.
stop-yes = Da, opriți acum
stop-no = Nu, păstrați
stop-done = Mandatul este oprit.

## Dați un mandat
give-who = Cine vă va ajuta?
give-several = Alegeți mai multe ajutoare
give-most = Cel mult 5 ajutoare.
give-number = Am un număr de ajutor
give-number-type = Numărul ajutorului
give-number-where = Este scris pe ecranul ajutorului.
give-structure = Este de la altă asociație? Scrieți numărul asociației sale.
give-structure-where = Acest număr este pe actul asociației sale.
give-number-find = Căutați
give-nobody = Asociația nu are încă un ajutor aici.
give-themes = Ce teme?
give-few = Alegeți numai ce este util.
give-others = Vedeți celelalte teme
give-no-theme = Alegeți cel puțin o temă.
give-terms = Ce poate face acest ajutor?
rights-see = Să vadă actele mele
rights-act = Să vadă și să adauge
rights-drop = Doar să adauge
give-long = Pentru cât timp?
length-day = 1 zi
length-month = 1 lună
length-half = 6 luni
length-year = 1 an
consent-title = Mandatul dumneavoastră
consent-gives = Dați un mandat către { $helper }
consent-see = Această persoană poate vedea actele din aceste teme:
consent-act = Această persoană poate vedea și adăuga acte din aceste teme:
consent-drop = Această persoană poate doar adăuga acte din aceste teme:
consent-long = Durează { $length }, până { $day }.
consent-stop = Îl puteți opri oricând, fără să spuneți de ce.
consent-written = Ce se face este scris în «Cine ce a făcut».
consent-only = Acest ajutor nu face altceva și nu repetă nimic.
consent-know = Întrebați ce știe acest ajutor despre dumneavoastră. Cereți corectarea sau ștergerea.
consent-guardian = O persoană sub tutelă sau curatelă nu dă un mandat.
consent-guarded = Am un tutore sau un curator
consent-change = Schimbați drepturile sau durata
consent-name = Numele dumneavoastră
consent-place = Orașul în care sunteți
consent-missing = Scrieți numele și orașul.
consent-full = Citiți tot textul
consent-code = Pentru a da acest mandat, scrieți codul
consent-ok = Dați acest mandat
given-title = Mandatul este dat
given-print = Tipăriți de 2 ori: pentru dumneavoastră și pentru ajutor.
given-sign = Semnați amândoi.
given-proof = Păstrați dovada
given-proof-what = Dovada arată că nimeni nu a schimbat textul.
guardian-title = Tutelă sau curatelă
guardian-role = Tutorele sau curatorul are un rol al său, fără mandat.
guardian-judge = Un judecător l-a numit și spune ce poate face.
guardian-ask = Îi puteți deschide un acces la actele dumneavoastră.
guardian-is = { $helper } este curator sau tutore.
guardian-not = Acest număr nu este al unui tutore sau curator.
guardian-who = Cine este tutorele sau curatorul dumneavoastră?
measure-title = Ce măsură?
measure-who = Tutorele sau curatorul scrie aceasta, lângă dumneavoastră.
measure-tutelle = Tutelă
measure-curatelle = Curatelă
measure-sauvegarde = Ocrotire judiciară: sauvegarde
measure-court = Tribunalul
measure-day = Data hotărârii
measure-missing = Alegeți măsura. Scrieți tribunalul și data.
measure-later = Această dată nu a venit încă.
access-give = Dați un acces
access-window = Un acces
access-title = Accesul persoanei care răspunde de măsură
access-gives = Dați un acces către { $helper }
access-terms = Ce poate face această persoană?
access-stop = Puteți opri accesul aici oricând.
access-law = Măsura judecătorului continuă. Legea poate cere unele acte.
access-only = Această persoană citește numai ce este util măsurii.
access-know = Întrebați ce știe această persoană despre dumneavoastră. Cereți corectarea.
access-code = Pentru a da acest acces, scrieți codul
access-ok = Dați acest acces
access-given = Accesul este dat
access-print = Tipăriți de 2 ori: pentru dumneavoastră și pentru această persoană.
access-less = Acest acces se va opri. Va începe altul, cu mai puține teme.
access-stop-title = Opriți acest acces?
access-stopped = Accesul este oprit.
access-over = Acest acces este încheiat sau oprit.
access-drop = Acest acces permite să adăugați, nu să vedeți.

## Un mandat, și cine ce a făcut
mandate-window = Un mandat
mandate-themes = Teme
mandate-done = Ce s-a făcut
mandate-less = Retrageți o temă
less-what = Acest mandat se va opri. Va începe altul, cu mai puține teme.
less-keep = Ce teme păstrați?
journal-title = Cine ce a făcut
journal-all = Vedeți tot
journal-none = Nimeni nu a deschis nimic.
did-list = { $helper } a deschis dosarul { $folder }.
did-read = { $helper } a citit «{ $title }».
did-drop = { $helper } a adăugat «{ $title }».
did-session = { $helper } a lucrat cu dumneavoastră.
did-teach = Ca să vă învețe
did-accompany = Cu dumneavoastră
did-do = În locul dumneavoastră
journal-who = Vedeți doar
journal-everybody = Toate ajutoarele
journal-hide = Ascundeți numele
journal-show = Arătați numele
journal-somebody = Un ajutor
journal-seal = O linie scoasă sau schimbată se vede.

## Ajut oameni
helping-title = Ajut oameni
helping-first = Asociația verifică mai întâi cine sunteți.
helping-name = Numele pe care îl știu oamenii
helping-ask = Cereți să ajutați
helping-asked = S-a cerut.
helping-number = Numărul dumneavoastră de ajutor
helping-read = Citiți-l persoanei responsabile din asociație.
helping-is = Sunteți un ajutor.
helping-ends = Se termină { $day }. Mergeți înainte la asociație.
people-none = Nimeni nu v-a dat un mandat.
person-window = O persoană
person-posture = Cum ajutați?
posture-teach = Eu învăț pe altul
posture-accompany = Eu însoțesc
posture-do = Eu fac
person-written = Ce deschideți este scris la această persoană.
person-died = Asociația spune: această persoană a decedat. Mandatul este încheiat.
person-drop = Acest mandat permite să adăugați, nu să vedeți.
byname-change = Numele meu pentru această persoană
byname-title = Cum numiți această persoană?
byname-label = Un nume numai pentru dumneavoastră
byname-empty = Nimeni altcineva nu îl vede. Lăsați gol pentru a-l scoate.
beside-title = Cineva mă ajută
beside-start = Cineva mă ajută acum
beside-who = Cine vă ajută?
beside-hint = Scrieți și numele interpretului.
beside-what = Va fi scris la „Cine ce a făcut”.
beside-ok = Începeți
beside-end = S-a terminat
did-minutes = { $minutes } min
dropped-title = Acte de privit
dropped-count = { $count ->
    [one] Un act vă așteaptă.
    [few] { $count } acte vă așteaptă.
   *[other] { $count } de acte vă așteaptă.
}
dropped-see = Priviți
dropped-what = Un ajutor a adăugat aceste acte. Păstrați-le sau nu.
dropped-none = Niciun act nu așteaptă.
dropped-by = Adăugat de { $helper }, { $day }
dropped-instead = Înlocuiește „{ $title }”. Cel vechi merge la actele șterse.
dropped-keep = Păstrați acest act
dropped-not = Nu îl păstrați
dropped-not-title = Nu păstrați acest act?
dropped-kept = Este păstrat.
dropped-refused = Acest act a plecat.
drop-title = Adăugați un act
drop-done = „{ $title }” așteaptă această persoană.
refused-words = Acest nume este prea lung. Scrieți-l mai scurt.
refused-no-helper = Niciun ajutor nu are acest număr. Citiți-l din nou împreună.
refused-own-mandate = Acest număr este al dumneavoastră. Un mandat este pentru altcineva.
refused-terms = Acest mandat nu se poate da așa. Luați-o de la capăt.
refused-helpers-old = Lista de ajutoare este prea veche. Anunțați asociația.
refused-mandate-over = Acest mandat este încheiat sau oprit.
refused-helper-stopped = Acest ajutor nu mai poate ajuta. Întrebați la asociație.
refused-helper-full = Acest ajutor ajută deja prea multe persoane. Alegeți alt ajutor.
refused-journal-conflict = S-a întâlnit cu altă citire. Încercați din nou.
refused-journal-altered = Această listă s-a schimbat sau lipsește ceva. Arătați-o la asociație.

## Cardul meu și păstrătorii mei
recovery-title = Cardul meu de rezervă și păstrătorii mei
recovery-what = Un păstrător vă ajută să regăsiți spațiul dumneavoastră. Nu citește nimic.
recovery-none = Nu aveți încă un păstrător.
recovery-holders = Păstrătorii mei
recovery-label = Ei vă spun «{ $label }».
recovery-choose = Alegeți păstrătorii mei
recovery-card = Refaceți cardul meu
holders-two = Alegeți 2 păstrători
holders-who = Luați persoane care vă cunosc bine.
holders-one = Cu 1 singur păstrător, cardul este mereu necesar.
holders-yours = Acești păstrători vă vor ajuta
holders-label = Cum vă spun?
holders-label-hint = Vă recunosc cu aceste cuvinte.
holders-code = Pentru a alege acești păstrători, tastați codul
holders-ok = Alegeți acești păstrători
holders-done = Gata. Spuneți păstrătorilor.
new-card-what = Va apărea un card nou. Vechiul card nu va mai merge.
new-card-code = Pentru a reface cardul, tastați codul
card-old = Vechiul card nu mai merge. Aruncați-l.
asked-title = Cineva cere să regăsească spațiul dumneavoastră
asked-since = Din { $day }.
asked-own = Dacă sunteți dumneavoastră, nu faceți nimic.
asked-veto = Nu sunt eu
veto-title = Refuzați această cerere?
veto-what = Această cerere nu va deschide spațiul dumneavoastră.
veto-yes = Da, refuz
veto-no = Nu, înapoi
veto-done = Cererea este refuzată. Anunțați asociația.
refused-no-card = Faceți mai întâi un card de rezervă.
refused-card-unknown = Acest card nu mai merge. Căutați-l pe cel mai nou.
refused-share-damaged = Ce ținea un păstrător s-a stricat. Cereți celuilalt păstrător.
refused-nothing-waits = Aici nu mai este nicio cerere.
refused-request-ended = Această cerere s-a încheiat. Începeți din nou.
refused-request-conflict = Există deja o altă cerere. Trebuie să se încheie întâi.
refused-request-waits = Mai trebuie să așteptați.
refused-request-step = Nu se potrivește. Opriți, apoi începeți din nou cererea.
refused-holder-stopped = Acest păstrător nu mai poate ajuta. Întrebați asociația.
refused-closing = Asociația se închide în curând. Nu mai deschide niciun spațiu nou. Vorbiți cu ea.
refused-not-card = Nu este textul unui card. Citiți-l din nou.
refused-no-request = Nicio cerere nu are acest număr. Citiți-l împreună din nou.
refused-no-other-stick = Puneți o singură altă cheie, pregătită de asociația dumneavoastră.
refused-key-missing = Nicio cheie de securitate nu este conectată. Puneți-o, apoi încercați din nou.
refused-key-several = Sunt mai multe chei de securitate. Lăsați una singură.
refused-key-barred = Acest calculator blochează cheia de securitate. Luați alt calculator.
refused-key-no-prf = Această cheie de securitate nu poate deschide un spațiu. Luați una mai nouă.
refused-key-no-pin = Această cheie de securitate nu are încă un cod PIN. Cereți să fie pus.
refused-key-pin-shape = Un cod PIN are 4 semne sau mai multe.
refused-key-pin = Acest cod PIN nu este bun. Încercați din nou.
refused-key-pin-left = { $left ->
    [0] Acest cod PIN nu este bun. Nu mai aveți nicio încercare.
    [one] Acest cod PIN nu este bun. Mai aveți 1 încercare. Nu vă grăbiți.
    [few] Acest cod PIN nu este bun. Mai aveți { $left } încercări. Nu vă grăbiți.
   *[other] Acest cod PIN nu este bun. Mai aveți { $left } de încercări. Nu vă grăbiți.
  }
refused-key-pause = Prea multe coduri PIN greșite. Scoateți cheia de securitate, apoi puneți-o din nou.
refused-key-blocked = Cheia de securitate s-a blocat pentru totdeauna. Deschideți cu cealaltă cheie.
refused-key-touch = Cheia de securitate nu a fost atinsă la timp. Încercați din nou.
refused-key-out = Cheia de securitate a fost scoasă. Puneți-o, apoi încercați din nou.
refused-key-known = Această cheie de securitate deschide deja spațiul dumneavoastră.
refused-key-stranger = Această cheie de securitate nu deschide niciun spațiu aici.
refused-key-full = Această cheie de securitate este plină. Luați alta.
refused-key-frozen = Această cheie de securitate este blocată. Cealaltă cheie sau cardul o deblochează.
refused-key-other = Cheia de securitate refuză. Scoateți-o, puneți-o din nou, apoi reluați.

## Păstrătorul cuiva
held-title = Sunteți păstrător pentru
held-asks = Cere să își regăsească spațiul.
held-calm = Nu cere nimic.
held-beside = Stați lângă această persoană sau sunați-o.
held-compare = Comparați imaginile
held-no-card = Această persoană nu are cardul
held-number = Numărul cererii
held-number-where = Este scris pe ecranul acestei persoane.
held-know = Recunoașteți această persoană?
held-know-how = Priviți-i fața sau ascultați-i vocea.
held-approve = Recunosc această persoană
held-not = Nu este această persoană
held-approved = Mulțumim. Ați recunoscut această persoană.
held-refused = Cererea este oprită.
compare-title = Comparați cele 5 imagini
compare-how = Celălalt ecran arată aceleași imagini, în aceeași ordine?
compare-same = Aceleași
compare-differ = Nu sunt aceleași
compare-wait = Celălalt ecran nu a răspuns încă. Așteptați puțin.
freeze = Blocați cheia
freeze-title = Blocați cheia acestei persoane?
freeze-what = Nicio cheie a ei nu va mai deschide nimic.
freeze-back = Nimic nu se șterge. Puteți debloca cheia aici.
freeze-yes = Da, blocați
freeze-undo = Deblocați cheia
freeze-done = Cheia este blocată.
freeze-undone = Cheia merge din nou.

## Cheile mele
sticks-title = Cheile mele
sticks-own = Această cheie
sticks-other = Altă cheie, numărul { $place }
sticks-since = Cheie adăugată la { $day }
sticks-added = Adăugată la { $day }
sticks-one = O a doua cheie ajută dacă o pierdeți pe aceasta.
sticks-add = Adăugați o cheie
stick-lost = Ați pierdut această cheie?
stick-block-what = O cheie blocată nu mai deschide nimic.
stick-block = Blocați această cheie
stick-unblock = Deblocați această cheie
stick-blocked = Această cheie este blocată.
stick-unblocked = Această cheie merge din nou.
stick-remove = Scoateți această cheie
stick-remove-what = Această cheie nu va mai deschide nimic, nici cu codul.
stick-remove-code = Pentru a scoate această cheie, tastați codul
stick-removed = Cheia este scoasă.
renew-title = Reînnoiește cheia mea
renew-short = reînnoiește
renew-what = Poate cineva v-a copiat cheia. Reînnoită, ea face inutilă orice copie.
renew-leave-in = Lăsați cheia conectată. Codul rămâne același.
renew-code = Pentru a reînnoi cheia, tastați codul
renew-done = Cheia dumneavoastră este reînnoită.
add-stick-ask = Cereți altă cheie de la asociația dumneavoastră.
add-stick-plug = Puneți aici cealaltă cheie. Lăsați-o și pe prima.
add-stick-wait = Căutăm cealaltă cheie.
add-stick-account = Această cheie este pentru un spațiu nou.
add-stick-recovery = Această cheie este pentru a regăsi un spațiu.
add-stick-another = Cereți asociației o cheie de adăugat.
add-stick-there = Cealaltă cheie este aici.
add-stick-code = Se va deschide cu același cod.
add-stick-type = Pentru a adăuga această cheie, tastați codul
add-stick-done = Gata. Păstrați cealaltă cheie în alt loc.
skey-have = Am o cheie de securitate
skey-open = Deschideți cu o cheie de securitate
skey-add = Adăugați o cheie de securitate
skey-what = O cheie de securitate se cumpără din magazin. O atingeți pentru a deschide.
skey-plug = Puneți cheia de securitate.
skey-wait = Căutăm cheia de securitate.
skey-there = Cheia de securitate este aici.
skey-pin = Codul PIN al cheii de securitate
skey-pin-hint = Nu este codul spațiului dumneavoastră.
skey-needed = Este nevoie de cheia de securitate
skey-touch = Atingeți cheia de securitate când clipește.
skey-touch-twice = Atingeți cheia de securitate de 2 ori, când clipește.
skey-code = Pentru a adăuga cheia de securitate, tastați codul
skey-done = Gata. Cheia de securitate deschide și spațiul dumneavoastră.
skey-own = Această cheie de securitate
skey-since = Cheie de securitate adăugată la { $day }
skey-other = Altă cheie de securitate, numărul { $place }
skey-removed = Cheia de securitate este scoasă.
lost-title = Am pierdut o cheie
lost-only = Blocați cheia pierdută
lost-what = Cu cardul, blocați toate cheile dumneavoastră.
lost-block = Blocați cheile mele
lost-unblock = Deblocați cheile mele
lost-blocked = Cheile sunt blocate. Mergeți la asociația dumneavoastră.
lost-unblocked = Cheile merg din nou.

## Pregătirea cheilor
fleet-title = Pregătiți chei
fleet-title-practice = Pregătiți chei de exercițiu
fleet-what = Fiecare cheie are nevoie de un bon. Responsabilul dă bonurile.
fleet-choose = Alegeți dosarul cu bonuri
fleet-vouchers = { $count ->
    [0] Aici niciun bon nu este bun.
    [one] Aici { $count } bon este bun.
    [few] Aici { $count } bonuri sunt bune.
   *[other] Aici { $count } de bonuri sunt bune.
  }
fleet-unusable = Ce nu se folosește
fleet-unused-damaged = stricat sau altceva
fleet-unused-structure = de la altă asociație
fleet-unused-realm = realul și exercițiul nu se amestecă
fleet-unused-kind = nu este pentru un spațiu nou
fleet-unused-date = nu este valabil la această dată
fleet-unused-twice = este de două ori
fleet-programs = Cheia dumneavoastră nu are toate programele.
fleet-choose-programs = Alegeți dosarul cu programe
fleet-first = Primul număr
fleet-count = Câte chei
fleet-fewer = Sunt mai puține bonuri decât chei.
fleet-lent = Deja în carnetul dumneavoastră: { $numbers }.
fleet-whole = Încercați tot locul de pe fiecare cheie. Durează mult.
fleet-begin = Începeți
fleet-now = Pregătesc chei
fleet-now-practice = Pregătesc chei de exercițiu
fleet-plug = Introduceți cheile, mai multe deodată.
fleet-keep = Lăsați și cheia dumneavoastră introdusă.
fleet-progress = Chei gata: { $ready } din { $all }
fleet-number = Cheia nr. { $number }
fleet-is-again = Continui.
fleet-is-writing = Scriu.
fleet-is-checking = Verific.
fleet-is-ready = Gata. Scoateți cheia în siguranță, apoi lipiți eticheta { $number }.
fleet-is-not-removable = Aceasta nu este o cheie. Nu o ating.
fleet-is-read-only = Pe această cheie nu se poate scrie. Luați altă cheie.
fleet-is-too-small = Această cheie este prea mică. Luați alta.
fleet-is-foreign = Această cheie nu este goală. Luați una goală.
fleet-is-link = Pe această cheie este ceva necunoscut. Luați alta.
fleet-is-somebody = Această cheie este a cuiva. Nu o ating.
fleet-is-practised = Este o cheie de exercițiu. A fost deja folosită.
fleet-is-gone = Această cheie nu mai este. Conectați-o din nou.
fleet-is-damaged = Această cheie este stricată. Poate este a cuiva.
fleet-is-elsewhere = Această cheie vine de la alt atelier.
fleet-is-pulled = Această cheie a plecat prea devreme. Introduceți-o din nou: continuă.
fleet-is-stopped = Oprit. Această cheie continuă dacă o introduceți din nou.
fleet-is-forgets = Această cheie pierde ce scriu. Aruncați-o. Numărul ei merge pe alta.
fleet-is-remembered = Acest calculator nu lasă să verific această cheie. Luați alta.
fleet-is-no-voucher = Nu mai sunt bonuri. Cereți responsabilului.
fleet-is-numbers = Toate numerele sunt luate.
fleet-is-waits = Lipsește o cheie începută. Introduceți-o din nou.
fleet-is-stick = Această cheie nu merge. Luați alta.
fleet-is-journal = Jurnalul bonurilor nu merge. Nu se scrie nimic.
fleet-is-programs = Programele nu merg. Nu se scrie nimic.
fleet-not-named = Aceste bonuri sunt pentru exercițiu. Lipsește alături „practice-locator”. Cereți-l responsabilului.
fleet-folder-locator = „practice-locator” este stricat sau fals. Nu se scrie nimic. Cereți alt dosar responsabilului.
fleet-folder-real-locator = „practice-locator” nu este pentru exercițiu. Nu se scrie nimic. Cereți alt dosar responsabilului.
fleet-folder-other = Aceste bonuri nu merg cu „practice-locator”. Nu se scrie nimic. Cereți alt dosar responsabilului.
fleet-folder-real = Sunt bonuri reale în acest dosar de exercițiu. Nu se scrie nimic. Puneți-le în alt dosar.
fleet-folder-mixed = Bonurile din acest dosar sunt de la mai multe asociații. Nu se scrie nimic. Cereți alt dosar responsabilului.
fleet-folder-changed = Acest dosar s-a schimbat. Nu se scrie nimic. Alegeți-l din nou.
fleet-found = { $count ->
    [one] { $count } lucru pe ea: { $names }
    [few] { $count } lucruri pe ea: { $names }
   *[other] { $count } de lucruri pe ea: { $names }
  }
fleet-erase = Ștergeți și pregătiți
fleet-erase-title = Ștergeți această cheie?
fleet-erase-what = Tot ce este pe ea se pierde.
fleet-erase-yes = Da, ștergeți
fleet-lost = Cheie pierdută
fleet-lost-title = Cheia nr. { $number } este pierdută?
fleet-lost-what = Numărul ei merge pe altă cheie. Trebuie alt bon.
fleet-lost-yes = Da, este pierdută
fleet-portal = Portalul nu răspunde. Cheile se scriu totuși. Primele deschideri vor aștepta.
fleet-rows = Toate numerele
fleet-row-todo = de făcut
fleet-row-begun = începută
fleet-row-ready = gata
fleet-row-given-up = de refăcut
fleet-stop = Opriți
fleet-stopped = Oprit. Cheile începute continuă în altă zi.
fleet-anew = Pregătiți alte chei
fleet-done = Toate cheile sunt gata.
fleet-failed = Acest calculator nu spune ce este introdus.
fleet-print = Etichete și carduri
fleet-name = Numele asociației
fleet-phone = Telefonul de sunat
fleet-labels = Salvați etichetele
fleet-cards = Salvați cardurile
fleet-saved = Este salvat.
practice-title = Chei de exercițiu
practice-what = Aceste chei sunt pentru învățare. Nimic de pe ele nu este real.
practice-choose = Alegeți dosarul cu bonuri de exercițiu
practice-who = Cine va fi pe cheie?
practice-plug = Conectați o cheie de exercițiu.
practice-left = { $count ->
    [0] Nu mai este niciun bon.
    [one] Mai este { $count } bon.
    [few] Mai sunt { $count } bonuri.
   *[other] Mai sunt { $count } de bonuri.
}
practice-reset = De la început
practice-is-practice = Este o cheie de exercițiu.
practice-is-ready = Este cheia lui { $name }. Codul ei: { $code }.
practice-is-working = O clipă. Lăsați cheia conectată.
practice-is-real = Este o cheie adevărată. Nu o ating.
practice-is-empty = Această cheie este goală.
practice-is-other = Nu este o cheie de exercițiu.
practice-is-damaged = Această cheie este deteriorată. Nu o ating.
refused-fleet-numbers = Aceste numere nu merg. Pregătiți de la 1 la 1000 de chei.
refused-sheet-long = Numele are cel mult 36 de semne. Telefonul are 20.
refused-sheet-letters = Imprimanta vrea litere latine.

## Regăsirea spațiului meu
forgotten-card = Luați cardul de rezervă, dacă îl aveți.
forgotten-holder = Un păstrător vă recunoaște. Apoi alegeți un cod nou.
ask-title = Regăsesc spațiul meu
ask-safe = Actele dumneavoastră sunt tot acolo.
ask-no-card = Nu am cardul
ask-code = Tastați codul nou
ask-code-which = Este codul ales la începutul cererii.
ask-number = Numărul cererii dumneavoastră
ask-number-say = Spuneți-l păstrătorului.
ask-holder = Păstrătorul deschide «Persoanele mele» pe ecranul lui.
ask-wait = Îl așteptăm pe păstrător.
ask-one-more = 1 păstrător v-a recunoscut. Mai trebuie 1.
ask-compare = Citiți aceste imagini păstrătorului.
ask-cut = Compararea s-a întrerupt. Este nevoie de o cerere nouă.
ask-until = Veți putea deschide spațiul dumneavoastră pe { $day }.
ask-why-two = Fără card, trebuie să așteptați 2 zile.
ask-why-week = Păstrătorii sunt din aceeași asociație. Așteptați 7 zile.
ask-why = Între timp, persoana adevărată poate refuza.
ask-come-back = Puteți închide, apoi reveniți cu această cheie.
ask-ready = Spațiul dumneavoastră se poate deschide
ask-new-code = Codul nou merge de acum.
ask-open = Deschid spațiul meu
ask-anew = Începeți din nou
ask-give-up = Opriți cererea
give-up-title = Opriți această cerere?
give-up-what = Va trebui să începeți din nou.
ask-stopped = Cererea a fost oprită.
ask-refused = Un păstrător a refuzat. Vorbiți cu el, apoi începeți din nou.
ask-vetoed = Cineva a refuzat din acest spațiu. Mergeți la asociație.
ask-expired = Cererea este prea veche. Începeți din nou.
ask-overtaken = Păstrătorii s-au schimbat. Începeți din nou.

## When something is wrong
refused-code = { $left ->
    [0] Acest cod nu este bun. Nu mai aveți nicio încercare.
    [one] Acest cod nu este bun. Mai aveți 1 încercare. Nu vă grăbiți.
    [few] Acest cod nu este bun. Mai aveți { $left } încercări. Nu vă grăbiți.
   *[other] Acest cod nu este bun. Mai aveți { $left } de încercări. Nu vă grăbiți.
  }
wait-seconds = { $seconds ->
    [one] Așteptați încă 1 secundă.
    [few] Așteptați încă { $seconds } secunde.
   *[other] Așteptați încă { $seconds } de secunde.
  }
wait-minutes = { $minutes ->
    [one] Așteptați încă 1 minut.
    [few] Așteptați încă { $minutes } minute.
   *[other] Așteptați încă { $minutes } de minute.
  }
refused-frozen = Această cheie este blocată. Mergeți la asociația dumneavoastră.
refused-revoked = Această cheie nu mai merge. Mergeți la asociația dumneavoastră.
refused-policy = Acest cod este prea ușor de ghicit. Luați alt cod.
refused-unreachable = Portalul nu răspunde. Verificați internetul, apoi încercați din nou.
refused-certificate = Această rețea vrea să citească ce trece. Cheia refuză. Rețeaua trebuie să lase portalul să treacă necitit.
refused-date = Data acestui calculator pare greșită. Cereți corectarea ei sau folosiți alt calculator.
refused-portal = Portalul are o problemă. Încercați din nou peste puțin timp.
refused-sheet = Această listă este deteriorată. Nimic nu s-a șters. Restul merge. Anunțați asociația.
refused-stick = Cheia nu răspunde. Scoateți-o, apoi puneți-o din nou.
refused-stick-room = Nu mai este loc pe cheie. Întrebați asociația.
refused-stick-forgets = Cheia nu păstrează ce se scrie pe ea. Cereți altă cheie asociației.
refused-version-old = Cheia dumneavoastră are deja o versiune mai nouă.
refused-damaged = Cheia este stricată. Mergeți la asociația dumneavoastră.
refused-state = Cheia nu poate face asta. Mergeți la asociația dumneavoastră.
refused-read-only = Astăzi puteți citi, dar nu puteți schimba nimic.
refused-paper = Acest act nu este acceptat. Încercați cu altul.
refused-too-large = Acest act este prea mare.
refused-largest = Un act poate avea cel mult { $most }.
refused-empty = Acest act este gol.
refused-picture = Această fotografie nu se deschide. Încercați cu alta.
refused-corners = Colțurile sunt puse greșit. Depărtați-le.
refused-pages = Acest act are prea multe pagini.
refused-stopped = Ați oprit. Acest act nu este adăugat.
refused-gone = Acest act nu mai este aici.
refused-full = Nu mai este loc. Ștergeți un act.
refused-locked = Spațiul dumneavoastră este închis. Deschideți-l din nou.
refused-newer = Această cheie este prea veche pentru asta. Rugați asociația dumneavoastră să o aducă la zi.
refused-no-clipboard = Acest calculator nu permite copierea.
refused-totp = Nu este o cheie secretă. Copiați-o din nou.
refused-import = Nu este un pachet luat dintr-un spațiu. Alegeți altul.
refused-not-saved = Nu se poate salva aici. Alegeți alt loc.
refused-no-date = Cu această zi nu urmează niciun termen.
refused-no-browser = Site-ul nu se deschide pe acest calculator.
refused-other = Nu a mers. Încercați din nou.

## Celelalte 16 imagini ale unei comparări
compared-bus = Autobuz
compared-bag = Geantă
compared-calendar = Calendar
compared-camera = Aparat foto
compared-wheel = Roată
compared-globe = Pământ
compared-heart = Inimă
compared-hourglass = Clepsidră
compared-house = Casă
compared-padlock = Lacăt
compared-music = Muzică
compared-phone = Telefon
compared-scales = Balanță
compared-signpost = Indicator
compared-wallet = Portofel
compared-bin = Coș

## The 16 pictures
picture-sun = Soare
picture-tree = Copac
picture-fish = Pește
picture-bird = Pasăre
picture-flower = Floare
picture-umbrella = Umbrelă
picture-boat = Barcă
picture-bicycle = Bicicletă
picture-cat = Pisică
picture-carrot = Morcov
picture-bread = Pâine
picture-cup = Ceașcă
picture-scissors = Foarfece
picture-chair = Scaun
picture-shoe = Pantof
picture-mountain = Munte

notebook-title = Carnetul împrumuturilor
notebook-none = Scrieți aici cine are fiecare număr. Portalul nu îl poate citi.
notebook-add = Adăugați un împrumut
notebook-entry = Un împrumut
notebook-what = Ce se împrumută
notebook-stick = Cheie
notebook-computer = Calculator
notebook-phone = Telefon
notebook-number = Numărul
notebook-name = Numele persoanei
notebook-find = Căutați un număr sau un nume
notebook-unfound = Nimic nu se potrivește.
notebook-wrong = Scrieți un număr și un nume.
notebook-there = Acest număr are deja un nume. Atingeți-l în carnet.
notebook-since = Din { $day }
notebook-remove-title = Scoateți această persoană din carnet?
notebook-save = Păstrați o copie a carnetului
notebook-save-warning = Această copie se deschide fără cod. Păstrați-o într-un loc sigur.
notebook-saved = Copia este făcută.
