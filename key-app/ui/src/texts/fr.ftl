# status: written
# Français facile à lire : 12 mots au plus par phrase, une idée par phrase, « vous ».
# Les mots viennent de docs/words.md. scripts/check-texts.mjs vérifie ce fichier.

## Toujours là
product = La clé
skip = Aller au contenu
always-there = Toujours là
back = Retour
help = Aide
listen = Écouter
listen-stop = Silence
leave = Fermer et partir
practice = Entraînement
practice-why = Ici, rien n’est réel.
working = Un instant, s’il vous plaît.
cancel = Annuler
close = Fermer
go-on = Continuer

## Aide
help-title = Aide
help-code = Le code ouvre votre espace. Gardez-le pour vous.
help-leave = Avant de partir, touchez Fermer et partir. Rien ne reste sur cet ordinateur.
help-quick = Vous pouvez aussi retirer la clé. Ou appuyez 3 fois sur la touche Échap.
help-lost = Vous êtes bloqué ? Allez voir la structure qui vous a donné la clé.

## La voix
listen-none-title = Pas de voix ici
listen-none = Cet ordinateur n’a pas de voix dans votre langue.
listen-none-what = Demandez à quelqu’un de lire avec vous.
listen-failed = La voix ne répond pas. Essayez encore.
listen-secret = La voix ne dit pas ce qui est secret.

## Clavier à l’écran
keyboard-open = Clavier à l’écran
keyboard-close = Fermer le clavier
keyboard-latin = Lettres latines
keyboard-arabic = Lettres arabes
keyboard-cyrillic = Lettres cyrilliques
key-space = Espace
key-shift = Majuscules
key-line = À la ligne

## Partir
unsent-title = Tout n’est pas gardé
unsent-body = Ce que vous avez fait ici sera perdu.
unsent-stay = Rester ici
unsent-leave = Partir quand même
not-sent-yet = Internet est coupé. Ce n’est pas encore envoyé. Restez ici : cela partira tout seul.
locked-window = C’est fermé
locked-left-title = C’est fermé
locked-left = Vous pouvez retirer la clé.
locked-idle-title = C’est fermé
locked-idle = Personne n’a touché l’ordinateur depuis 5 minutes.
locked-removed-title = La clé est retirée
locked-removed = Votre espace est fermé.
locked-nothing = Rien ne reste sur cet ordinateur.
locked-again = Ouvrir de nouveau

## Démarrer
starting = La clé démarre
no-stick-missing-title = Où est la clé ?
no-stick-missing = Branchez la clé, puis touchez Essayer encore.
no-stick-damaged-title = La clé est abîmée
no-stick-damaged = Vos papiers ne sont pas perdus. Allez voir la structure qui vous a donné la clé.
no-stick-second-title = C’est une clé à ajouter
no-stick-second = Elle va avec une autre clé. Ouvrez avec l’autre, puis ajoutez celle-ci.
no-stick-unknown-title = La clé ne répond pas
no-stick-unknown = Retirez la clé. Branchez-la encore une fois.
try-again = Essayer encore

## Langue
language-window = Langue
language-title = Choisissez votre langue
language-kept = La langue change tout de suite.
language-draft = Cette traduction est un brouillon. Personne ne l’a encore relue.

## Code
code-title = Votre code
code-kind = Mon code est fait de
code-kind-digits = Chiffres
code-kind-pictures = Images
code-type-digits = Tapez vos 6 chiffres.
code-type-pictures = Touchez vos 5 images, dans l’ordre.
code-chosen = { $count ->
    [0] Aucune image choisie sur 5
    [one] 1 image choisie sur 5
   *[other] { $count } images choisies sur 5
  }
code-erase = Effacer
code-show = Voir
code-hide = Cacher
code-open = Ouvrir
code-opening = Votre espace s’ouvre.
code-shuffle = Mélanger les touches
code-forgotten = J’ai oublié mon code
forgotten-title = Vous avez oublié votre code
forgotten-body = Ce n’est pas grave. Vos papiers sont toujours là.
forgotten-where = Allez voir la structure qui vous a donné la clé.
wait-over = Vous pouvez essayer maintenant.

## Première ouverture
first-title = Votre nouveau code
first-show = Voici votre code. Apprenez-le, puis tapez-le.
first-hidden = Le code est caché. Tapez-le encore une fois.
first-another = Un autre code
first-own = Choisir moi-même
first-own-how = Évitez les dates et les suites comme 1 2 3.
first-own-again = Choisir encore
first-propose = Proposez-moi un code
first-see-again = Revoir mon code
first-yours = Votre code
first-different = Ce n’est pas le même code. Prenez votre temps.
first-making = Votre espace se prépare.

## Carte de secours
card-title = Votre carte de secours
card-why = Cette carte aide si vous oubliez votre code.
card-keep = Imprimez-la ou recopiez-la. Gardez-la loin de la clé.
card-is = Le texte de votre carte
card-print = Imprimer
card-have = J’ai ma carte
card-later = Plus tard
card-read-title = Lisez votre carte
card-read = Tapez le texte de votre carte.
card-hint = Les espaces et les tirets sont inutiles.
card-check = Vérifier
card-wrong = Ce n’est pas le même texte. Regardez bien votre carte.
card-again = Revoir la carte

## Accueil
home-window = Accueil
home-title = Bonjour
home-doors = Les 3 portes
home-also = Aussi
home-papers = Mes papiers
home-steps = Mes démarches
home-dates = Mes dates
home-settings = Réglages
notices-title = À savoir
notice-wrong-codes = { $count ->
    [one] Quelqu’un a tapé 1 mauvais code.
   *[other] Quelqu’un a tapé { $count } mauvais codes.
  }
notice-renewal = Il faut renouveler la clé bientôt.
notice-visit = Passez voir votre structure quand vous pouvez.
notice-mended = Une copie abîmée a été réparée sur la clé.
notice-read-only = Vous pouvez lire, mais rien changer aujourd’hui.
notice-nothing-pinned = C’est la première fois avec cette clé.
notice-recovery = Quelqu’un demande à rouvrir votre espace. Si ce n’est pas vous, prévenez votre structure.
notice-memory = Cet ordinateur garde mal les secrets. Si vous le pouvez, prenez-en un autre.
notice-idle = Personne n’a ouvert cet espace depuis deux ans. Il allait disparaître. Maintenant il reste.
notice-said-dead = Quelqu’un avait annoncé votre décès. C’est corrigé. Vos aidants peuvent de nouveau vous aider.
closing-title = { $name } va fermer
closing-until = Votre espace s’ouvre encore jusqu’au { $day }. Emportez ce qui est à vous.

## Mes dates
dates-title = Mes dates
dates-today = Aujourd’hui : { $day }
dates-none = Vous ne suivez pas encore de date.
dates-none-how = Ajoutez une date, ou choisissez une démarche à suivre.
dates-add = Ajouter une date
dates-print = Imprimer mes dates
dates-others = Voir les autres dates
now-title = À faire maintenant
now-until = Jusqu’au { $day }.
now-see = Voir
date-window = Une date
date-left = { $days ->
    [0] C’est le dernier jour
    [one] Il reste { $days } jour
   *[other] Il reste { $days } jours
  }
date-in = { $days ->
    [0] C’est aujourd’hui
    [1] C’est demain
   *[other] Dans { $days } jours
  }
date-from = À partir du { $day }
date-over = Le dernier jour est passé
date-is-done = C’est fait
date-between = Vous pouvez le faire du { $from } au { $to }.
date-hour = À { $hour }
date-ends = Ce papier finit le { $day }.
date-mark = C’est fait
date-unmark = Ce n’est pas fait
date-marked = C’est noté : vous l’avez fait.
date-unmarked = C’est noté : il reste à le faire.
date-service = Voir la démarche
date-paper = Voir le papier
new-date-title = Ajouter une date
new-date-what = De quoi s’agit-il ?
new-date-example = Par exemple : rendez-vous chez le médecin
new-date-day = Quel jour ?
new-date-hour = À quelle heure ?
hour-none = Pas d’heure
new-date-keep = Garder cette date
new-date-kept = La date est gardée.
new-date-untitled = Écrivez de quoi il s’agit.
field-day = Jour
field-month = Mois
field-year = Année
day-wrong = Ce jour n’existe pas. Regardez le jour, le mois et l’année.
follow = Suivre les dates
follow-end = Quel est le dernier jour ?
follow-end-where = Il est écrit sur votre carte ou votre attestation.
follow-beginning = Quel jour cela a-t-il commencé ?
follow-month = De quel mois date votre dernière déclaration ?
follow-event = Quel est le jour ?
follow-ok = Suivre
following = Vous suivez ces dates.
follow-next = La prochaine fois : du { $from } au { $to }.
unfollow = Ne plus suivre
unfollow-title = Ne plus suivre ?
unfollow-what = Cela ne sera plus dans vos dates.
unfollow-no = Garder
unfollowed = Cela n’est plus dans vos dates.

## Mes démarches
steps-title = Mes démarches
steps-search = Que cherchez-vous ?
steps-examples = Par exemple :
steps-found = { $count ->
    [0] Rien trouvé. Essayez un autre mot.
    [one] 1 démarche trouvée.
   *[other] { $count } démarches trouvées.
  }
steps-themes = Choisir par thème
steps-others = Autres
steps-in-french = Les textes de cette page sont en français.
life-health = Santé
life-work = Travail et formation
life-abroad = Étranger en France
life-urgent = Urgence
life-school = Famille et école
life-identity = Papiers et citoyenneté
life-age = Handicap et âge
life-rights = Justice et droits
life-help = Trouver de l’aide
service-window = Démarche
service-what = À quoi ça sert
service-who = Pour qui
service-local = Seulement ici :
service-when = Quand
service-checked = Vérifié le { $day }.
service-source = Vu sur :
service-unchecked = Ceci n’est pas encore vérifié.
service-ask = Demandez aussi à votre structure.
service-where = Où
service-call = Téléphone :
service-remembers = Cet ordinateur peut se souvenir de ce site.
service-code = Gardez le code de votre clé pour vous.
service-go = Aller sur le site
service-opened = Le site s’ouvre dans une autre fenêtre.

## Quel papier est-ce
kind-window = Un papier
kind-title = Quel papier est-ce ?
kind-search = Cherchez son nom, ou choisissez-le.
kind-others = Voir les autres papiers
kind-none = Aucun de ces papiers
kind-end-where = Il est écrit sur le papier.
kind-keep = Garder
kind-no-end = Je ne sais pas, ou aucun
kind-kept = C’est noté.
paper-expired = Périmé
paper-ends-soon = Finit bientôt
search-papers = Chercher un papier
search-found = { $count ->
    [0] Rien trouvé. Essayez un autre mot.
    [one] { $count } papier trouvé.
   *[other] { $count } papiers trouvés.
  }
search-inside = Chercher aussi dans le texte des papiers
search-inside-done = { $done } papiers lus sur { $total }.
search-unread = { $count ->
    [one] { $count } papier n’a pas pu être lu.
   *[other] { $count } papiers n’ont pas pu être lus.
  }

## Ce qu’il me faut
needs-title = Ce qu’il me faut
needs-have = Je l’ai
needs-too-old = Trop ancien
needs-missing = Il manque
needs-until = Bon jusqu’au { $day }.
needs-where = Où le trouver :
needs-how = Que faire ?
needs-words = Les mots difficiles

## Contacts
contacts-title = Mes contacts
contacts-none = Gardez ici vos numéros utiles.
contact-add = Ajouter un contact
contact-window = Un contact
contact-name = Son nom
contact-phone = Son téléphone
contact-mail = Son adresse mail
contact-address = Son adresse
contact-note = Autre chose à savoir
contact-empty = Il n’y a que son nom.
contact-unnamed = Écrivez son nom.
contact-remove-title = Supprimer ce contact ?
edit = Modifier
kept = C’est gardé.
removed = C’est supprimé.
remove-what = Cela ne pourra pas revenir.
remove-yes = Supprimer

## Mots de passe des sites
login-all = Mes mots de passe
login-none = Gardez ici les mots de passe de vos sites.
login-add = Ajouter un site
login-window = Un site
login-site = Quel site ?
login-site-example = Par exemple : CAF
login-address = Son adresse internet
login-name = Votre nom sur ce site
login-make = La clé invente un mot de passe
login-password = Votre mot de passe
login-note = Autre chose à garder secret
login-totp = La clé secrète des codes qui changent
login-totp-what = Seulement si le site vous l’a donnée.
login-stays = Laissez vide pour ne rien changer.
login-hold = Gardez appuyé pour voir
login-copy = Copier
login-copy-secret = Copier le mot de passe
login-copied = C’est copié pour 30 secondes.
login-code = Voir le code qui change
login-code-left = { $seconds ->
    [one] Encore { $seconds } seconde
   *[other] Encore { $seconds } secondes
  }
login-unnamed = Écrivez le nom du site.
login-remove-title = Supprimer ce site ?

## Mes papiers
papers-title = Mes papiers
papers-count = { $count ->
    [0] Vide
    [one] 1 papier
   *[other] { $count } papiers
  }
papers-private = Pour vous seulement
room-plenty = Il reste de la place.
room-little = Il reste peu de place.
room-none = Il n’y a plus de place.
folder-identity = Identité
folder-family = Famille
folder-health = Santé et social
folder-work = Travail
folder-housing = Logement
folder-transport = Transports
folder-money = Argent et aides
folder-justice = Justice
folder-abroad = Étranger et Europe
folder-leisure = Loisirs
folder-groups = Associations
folder-private = Privé

## Un dossier
folder-window = Dossier
folder-list = Papiers de ce dossier
folder-empty = Ce dossier est vide.
folder-empty-how = Touchez Ajouter un papier. Vous pouvez aussi le déposer ici.
folder-add = Ajouter un papier
folder-choose = Choisir des papiers sur l’ordinateur
folder-note = Écrire une note
folder-all = Voir tous les papiers
folder-bin = Papiers supprimés
folder-drop = Déposez ici
paper-kind = Papier
note-kind = Note
paper-since = Ajouté le { $day }
adding = { $total ->
    [one] Votre papier entre dans votre espace.
   *[other] Papier { $now } sur { $total } : il entre dans votre espace.
  }
adding-stop = Arrêter
added = { $count ->
    [0] Aucun papier ajouté.
    [one] 1 papier ajouté.
   *[other] { $count } papiers ajoutés.
  }
added-not = « { $title } » n’est pas ajouté.
added-place = « { $title } » : cette photo peut dire où elle a été prise.
added-more = { $count ->
    [one] Et 1 autre.
   *[other] Et { $count } autres.
  }
added-rest = { $count ->
    [one] 1 papier attend encore sur l’ordinateur.
   *[other] { $count } papiers attendent encore sur l’ordinateur.
  }
bin-window = Papiers supprimés
bin-title = Papiers supprimés
bin-empty = Aucun papier supprimé ici.
bin-restore = Remettre
bin-restore-name = Remettre { $title }
bin-restored = Remis dans le dossier : { $title }

## Photographier un papier
scan-window = Photographier un papier
scan-how = Posez le papier à plat, sous une bonne lumière.
scan-sight = Ce que voit la caméra
scan-starting = La caméra démarre.
scan-take = Prendre la photo
scan-choose = Choisir des photos
scan-none = Aucune caméra n’a été trouvée.
scan-failed = La caméra ne marche pas ici.
scan-none-how = Choisissez des photos qui sont sur cet ordinateur.
scan-photo = Photo
scan-crop-title = Où est le papier ?
scan-crop-how = Touchez chaque coin du papier sur la photo.
scan-crop-keys = Au clavier, les flèches déplacent un coin.
scan-corner-upper-left = Coin en haut à gauche
scan-corner-upper-right = Coin en haut à droite
scan-corner-lower-right = Coin en bas à droite
scan-corner-lower-left = Coin en bas à gauche
scan-corner-at = Largeur : { $across } sur 100. Hauteur : { $down } sur 100.
scan-crop-keep = Garder cette page
scan-turn = Tourner la photo
scan-turned = La photo a tourné.
scan-again = Prendre une autre photo
scan-waiting = { $count ->
    [one] Encore 1 photo après celle-ci.
   *[other] Encore { $count } photos après celle-ci.
  }
scan-left = { $count ->
    [one] 1 photo attend encore.
   *[other] { $count } photos attendent encore.
  }
scan-pages-title = Les pages de votre papier
scan-name = Le nom du papier
scan-add = Ajouter une page
scan-keep = Mettre dans mon espace
scan-most = Un papier a { $most } pages au plus.
scan-earlier = Mettre avant
scan-later = Mettre après
scan-remove = Enlever cette page
scan-remove-title = Enlever cette page ?
scan-removed = La page est enlevée.

## Une note
note-window = Note
note-title = Votre note
note-name = Le titre de la note
note-text = Votre texte
note-keep = Garder la note
note-missing = Écrivez un titre et un texte.
note-missing-text = Écrivez un texte.
note-edit = Modifier la note
note-kept = La note est gardée.

## Un papier
paper-window = Papier
paper-picture = Image du papier
paper-page = Page { $page } sur { $pages }
paper-text = Le texte de cette page
paper-before = Page d’avant
paper-after = Page suivante
paper-larger = Agrandir
paper-smaller = Réduire
paper-reading = Votre papier arrive.
paper-cut = La suite ne s’affiche pas ici. Elle est bien gardée.
paper-no-view = Ce papier ne s’affiche pas ici. Il est bien gardé.
paper-rename = Changer le nom
paper-move = Changer de dossier
paper-delete = Supprimer
paper-deleted = Ce papier est supprimé.
paper-deleted-where = Il attend dans les papiers supprimés de ce dossier.
paper-undo = Annuler la suppression
paper-undone = Le papier est remis.
paper-in = Dossier : { $folder }
rename-title = Changer le nom
rename-label = Le nouveau nom
rename-ok = Garder ce nom
rename-done = Le nom est changé.
move-title = Changer de dossier
move-ask = Dans quel dossier ?
move-private = Dans Privé, personne d’autre ne le voit.
move-done = Le papier a changé de dossier.

## Réglages
settings-title = Réglages
look-size = Taille des lettres
look-size-usual = Normale
look-size-large = Grande
look-size-larger = Très grande
look-size-largest = La plus grande
look-colours = Couleurs
look-better = Mieux voir
look-computer = Comme l’ordinateur
look-light = Claires
look-dark = Sombres
look-contrast = Contraste fort
look-letters = Forme des lettres
look-letters-usual = Normale
look-letters-dyslexic = Pour la dyslexie
look-lines = Espace entre les lignes
look-lines-usual = Normal
look-lines-wide = Plus grand
look-movement = Mouvements
look-movement-none = Sans mouvement
look-reading = Lecture à voix haute
look-reading-asked = Quand j’appuie sur Écouter
look-reading-always = Chaque page toute seule
look-keyboard = Clavier à l’écran
look-keyboard-asked = Quand j’appuie sur Clavier
look-keyboard-always = Toujours
look-kept = C’est gardé. Ce choix vous suivra sur chaque ordinateur.
look-not-kept = Ce choix vaut seulement pour cette fois.
settings-others = Voir les autres réglages
settings-language = Langue
settings-stick = Ce que contient ma clé

## Mes droits
rights-title = Mes droits
rights-what = Votre espace est à vous. Vous décidez de tout.
export-title = Tout emporter
export-what = Vos papiers, vos notes et vos dates vont dans un seul paquet.
export-warning = Ce paquet n’est plus protégé. Gardez-le dans un endroit sûr.
export-done = { $count ->
    [0] Le paquet est prêt. Il n’y avait pas de papier.
    [one] Le paquet est prêt, avec { $count } papier.
   *[other] Le paquet est prêt, avec { $count } papiers.
  }
export-missing = { $count ->
    [one] { $count } papier manque : le portail ne l’a plus.
   *[other] { $count } papiers manquent : le portail ne les a plus.
  }
login-export = Emporter aussi mes mots de passe
import-title = Tout remettre
import-what = Choisissez le paquet que vous aviez emporté d’un autre espace.
import-ok = Choisir le paquet
import-done = { $count ->
    [0] Tout était déjà là.
    [one] C’est remis : { $count } papier.
   *[other] C’est remis : { $count } papiers.
  }
delete-title = Supprimer mon espace
delete-all = Vos papiers, vos notes et tout le reste disparaîtront.
delete-who = Personne ne pourra les retrouver, pas même votre structure.
delete-days = Vous aurez 7 jours pour changer d’avis.
delete-keys = Après 7 jours, vos clés n’ouvriront plus rien.
delete-go-on = Continuer
delete-code = Tapez votre code pour supprimer
deleting-title = Votre espace va disparaître
deleting-until = Il sera supprimé après le { $day }.
deleting-nothing = Cet espace va être supprimé. On ne peut plus rien y faire.
deleting-how = Vous avez changé d’avis ? Gardez votre espace.
deleting-keep = Garder mon espace
dates-save = Mettre dans un agenda
dates-save-what = Vos dates vont dans l’agenda d’un téléphone ou d’un ordinateur.
save-stays = Elles resteront là où vous les enregistrez.
save-ok = Choisir où enregistrer
saved = C’est enregistré.

## Ce que contient ma clé
stick-title = Ce que contient ma clé
stick-reading = Lecture de la clé.
stick-calm = Tout vient de nous, rien ne parle de vous.
stick-count = { $count ->
    [one] 1 élément lu à l’instant.
   *[other] { $count } éléments lus à l’instant.
  }
stick-program = Le programme
stick-program-what = Le même sur toutes les clés
stick-own = La serrure
stick-own-what = Propre à cette clé, sans nom
stick-honest = La serrure est fermée : on ne peut pas chercher dedans.
stick-proof = Sa taille et la liste sont la preuve.
stick-search = Cherchez votre nom, ou un mot de vos papiers.
stick-searching = Recherche en cours.
stick-found = { $found ->
    [0] Trouvé : 0 fois.
    [one] Trouvé : 1 fois.
   *[other] Trouvé : { $found } fois.
  }
stick-searched = { $searched ->
    [one] 1 élément lu.
   *[other] { $searched } éléments lus.
  }
stick-common = Ce mot est aussi dans le programme. Il est le même sur toutes les clés.
stick-differs = Cette clé n’est pas tout à fait comme prévu.
stick-changed = { $count ->
    [one] 1 élément a changé.
   *[other] { $count } éléments ont changé.
  }
stick-unlisted = { $count ->
    [one] 1 élément n’est pas sur notre liste.
   *[other] { $count } éléments ne sont pas sur notre liste.
  }
stick-missing = { $count ->
    [one] 1 élément manque.
   *[other] { $count } éléments manquent.
  }
stick-wrong-size = { $count ->
    [one] 1 élément de la serrure n’a pas la bonne taille.
   *[other] { $count } éléments de la serrure n’ont pas la bonne taille.
  }
stick-no-list = Cette clé n’a pas la liste de son programme.
stick-no-list-what = On ne peut donc pas comparer le programme.
stick-signed = La liste est signée par nous.
stick-trying = Cette clé sert seulement à essayer.
stick-forged = La liste de cette clé n’est pas de nous.
stick-ask = Montrez cette clé à votre structure.
stick-table = Tout ce qui est sur la clé
stick-all = Voir les { $count } éléments
stick-row-listed = Sur la liste
stick-row-unlisted = Pas sur la liste
stick-row-changed = A changé
stick-row-missing = Manque
stick-row-size = Pas la bonne taille
stick-row-own = À cette clé
stick-own-lock = La serrure, fermée
stick-own-lock-twice = La même serrure, en double
stick-own-mark = De quoi reconnaître votre espace, fermé
stick-own-mark-twice = La même chose, en double
stick-own-size = Toujours { $size }
stick-check = Pour vérifier
stick-check-how = Comparez ces signes avec la liste publiée pour cette version.
newer-title = Mettre ma clé à jour
newer-ready = Une version plus récente du programme est prête.
newer-see = Voir
newer-papers = Vos papiers et votre code ne changent pas.
newer-size = À télécharger : { $size }.
newer-take = Mettre à jour
newer-leave-in = Laissez la clé branchée jusqu’à la fin.
newer-old-stays = Si elle sort avant, l’ancienne version marche encore.
newer-done = C’est fait. La nouvelle version servira la prochaine fois.
newer-home = Retour à l’accueil
newer-none = Votre clé a déjà la version la plus récente.

## Mes aidants
home-helpers = Mes aidants
home-people = Mes personnes
helpers-none = Vous n’avez pas encore d’aidant.
helpers-who = Qui peut m’aider
helpers-give = Donner un mandat
helpers-old = Les anciens
role-social-worker = Travailleur social
role-mediator = Médiateur numérique
role-volunteer = Bénévole
role-relative = Proche
role-curator = Curateur ou tuteur
role-officer = Responsable
until-day = Jusqu’au { $day }
until-over = Fini
stop = Arrêter
stop-title = Arrêter ce mandat ?
stop-now = { $helper } ne verra plus vos papiers, dès maintenant.
stop-kept = Ce qui est déjà lu ne peut pas être repris.
stop-yes = Oui, arrêter maintenant
stop-no = Non, garder
stop-done = Le mandat est arrêté.

## Donner un mandat
give-who = Qui va vous aider ?
give-several = Choisir plusieurs aidants
give-most = 5 aidants au plus.
give-number = J’ai un numéro d’aidant
give-number-type = Le numéro de l’aidant
give-number-where = Il est écrit sur l’écran de l’aidant.
give-structure = Est-il d’une autre structure ? Tapez le numéro de sa structure.
give-structure-where = Ce numéro est sur le papier de sa structure.
give-number-find = Chercher
give-nobody = Votre structure n’a pas encore d’aidant ici.
give-themes = Quels thèmes ?
give-few = Choisissez seulement ce qui est utile.
give-others = Voir les autres thèmes
give-no-theme = Choisissez au moins un thème.
give-terms = Que peut faire l’aidant ?
rights-see = Voir mes papiers
rights-act = Voir et déposer
rights-drop = Déposer seulement
give-long = Combien de temps ?
length-day = 1 jour
length-month = 1 mois
length-half = 6 mois
length-year = 1 an
consent-title = Votre mandat
consent-gives = Vous donnez un mandat à { $helper }
consent-see = Cette personne peut voir vos papiers de ces thèmes :
consent-act = Cette personne peut voir et déposer des papiers de ces thèmes :
consent-drop = Cette personne peut seulement déposer des papiers de ces thèmes :
consent-long = Cela dure { $length }, jusqu’au { $day }.
consent-stop = Vous pouvez l’arrêter à tout moment, sans dire pourquoi.
consent-written = Ce qui est fait est écrit dans « Qui a fait quoi ».
consent-only = L’aidant ne fait rien d’autre, et ne répète rien.
consent-know = Demandez ce que l’aidant sait de vous. Faites-le corriger ou effacer.
consent-guardian = Une personne sous tutelle ou curatelle ne donne pas de mandat.
consent-guarded = J’ai un tuteur ou un curateur
consent-change = Changer les droits ou la durée
consent-name = Votre nom
consent-place = La ville où vous êtes
consent-missing = Écrivez votre nom et la ville.
consent-full = Lire tout le texte
consent-code = Pour donner ce mandat, tapez votre code
consent-ok = Donner ce mandat
given-title = Le mandat est donné
given-print = Imprimez-le 2 fois : pour vous et pour l’aidant.
given-sign = Signez tous les deux.
given-proof = Garder la preuve
given-proof-what = La preuve montre que personne n’a changé le texte.
guardian-title = Tutelle ou curatelle
guardian-role = Votre tuteur ou votre curateur a un rôle à lui, sans mandat.
guardian-judge = Un juge l’a nommé, et dit ce qu’il peut faire.
guardian-ask = Vous pouvez lui ouvrir un accès à vos papiers.
guardian-is = { $helper } est curateur ou tuteur.
guardian-not = Ce numéro n’est pas celui d’un tuteur ou d’un curateur.
guardian-who = Qui est votre tuteur ou votre curateur ?
measure-title = Quelle mesure ?
measure-who = Votre tuteur ou votre curateur écrit ceci, à côté de vous.
measure-tutelle = Tutelle
measure-curatelle = Curatelle
measure-sauvegarde = Sauvegarde de justice
measure-court = Le tribunal
measure-day = La date du jugement
measure-missing = Choisissez la mesure. Écrivez le tribunal et la date.
measure-later = Cette date n’est pas encore là.
access-give = Donner un accès
access-window = Un accès
access-title = Accès de la personne chargée de la mesure
access-gives = Vous donnez un accès à { $helper }
access-terms = Que peut faire cette personne ?
access-stop = Vous pouvez arrêter l’accès ici à tout moment.
access-law = La mesure du juge continue. La loi peut demander certains papiers.
access-only = Cette personne lit seulement ce qui est utile à la mesure.
access-know = Demandez ce que cette personne sait de vous. Faites-le corriger.
access-code = Pour donner cet accès, tapez votre code
access-ok = Donner cet accès
access-given = L’accès est donné
access-print = Imprimez-le 2 fois : pour vous et pour cette personne.
access-less = Cet accès s’arrêtera. Un autre commencera, avec moins de thèmes.
access-stop-title = Arrêter cet accès ?
access-stopped = L’accès est arrêté.
access-over = Cet accès est fini ou arrêté.
access-drop = Cet accès permet de déposer, pas de voir.

## Un mandat, et qui a fait quoi
mandate-window = Un mandat
mandate-themes = Thèmes
mandate-done = Ce qui a été fait
mandate-less = Retirer un thème
less-what = Ce mandat s’arrêtera. Un autre commencera, avec moins de thèmes.
less-keep = Quels thèmes gardez-vous ?
journal-title = Qui a fait quoi
journal-all = Tout voir
journal-none = Personne n’a rien ouvert.
did-list = { $helper } a ouvert le dossier { $folder }.
did-read = { $helper } a lu « { $title } ».
did-drop = { $helper } a déposé « { $title } ».
did-session = { $helper } a travaillé avec vous.
did-teach = Pour vous apprendre
did-accompany = Avec vous
did-do = À votre place
journal-who = Voir seulement
journal-everybody = Tous les aidants
journal-hide = Cacher les noms
journal-show = Montrer les noms
journal-somebody = Un aidant
journal-seal = Une ligne retirée ou changée se voit.

## J’aide des personnes
helping-title = J’aide des personnes
helping-first = Votre structure vérifie d’abord qui vous êtes.
helping-name = Le nom que les gens connaissent
helping-ask = Demander à aider
helping-asked = C’est demandé.
helping-number = Votre numéro d’aidant
helping-read = Lisez-le à la personne responsable de votre structure.
helping-is = Vous êtes aidant.
helping-ends = Cela finit le { $day }. Allez voir votre structure avant.
people-none = Personne ne vous a donné de mandat.
person-window = Une personne
person-posture = Comment aidez-vous ?
posture-teach = Je forme
posture-accompany = J’accompagne
posture-do = Je fais
person-written = Ce que vous ouvrez est écrit chez cette personne.
person-died = La structure dit : cette personne est décédée. Le mandat est fini.
person-drop = Ce mandat permet de déposer, pas de voir.
byname-change = Mon nom pour cette personne
byname-title = Comment appelez-vous cette personne ?
byname-label = Un nom pour vous seul
byname-empty = Personne d’autre ne le voit. Laissez vide pour l’enlever.
beside-title = Quelqu’un m’aide
beside-start = Quelqu’un m’aide maintenant
beside-who = Qui vous aide ?
beside-hint = Écrivez aussi le nom de l’interprète.
beside-what = Ce sera écrit dans « Qui a fait quoi ».
beside-ok = Commencer
beside-end = C’est fini
did-minutes = { $minutes } min
dropped-title = Papiers à regarder
dropped-count = { $count ->
    [one] Un papier vous attend.
   *[other] { $count } papiers vous attendent.
}
dropped-see = Regarder
dropped-what = Un aidant a déposé ces papiers. Gardez-les ou non.
dropped-none = Aucun papier n’attend.
dropped-by = Déposé par { $helper }, le { $day }
dropped-instead = Il remplace « { $title } ». L’ancien va avec les papiers supprimés.
dropped-keep = Garder ce papier
dropped-not = Ne pas le garder
dropped-not-title = Ne pas garder ce papier ?
dropped-kept = C’est gardé.
dropped-refused = Ce papier est parti.
drop-title = Déposer un papier
drop-done = « { $title } » attend cette personne.
refused-words = Ce nom est trop long. Écrivez-le plus court.
refused-no-helper = Aucun aidant n’a ce numéro. Relisez-le ensemble.
refused-own-mandate = Ce numéro est le vôtre. Un mandat est pour quelqu’un d’autre.
refused-terms = Ce mandat ne peut pas être donné ainsi. Recommencez.
refused-helpers-old = La liste des aidants est trop ancienne. Prévenez votre structure.
refused-mandate-over = Ce mandat est fini ou arrêté.
refused-helper-stopped = Cet aidant ne peut plus aider. Demandez à la structure.
refused-helper-full = Cet aidant aide déjà trop de personnes. Choisissez un autre aidant.
refused-journal-conflict = Cela a croisé une autre lecture. Essayez encore.
refused-journal-altered = Cette liste a changé, ou il en manque. Montrez-le à votre structure.

## Ma carte et mes gardiens
recovery-title = Ma carte de secours et mes gardiens
recovery-what = Un gardien vous aide à retrouver votre espace. Il ne lit rien.
recovery-none = Vous n’avez pas encore de gardien.
recovery-holders = Mes gardiens
recovery-label = Ils vous appellent « { $label } ».
recovery-choose = Choisir mes gardiens
recovery-card = Refaire ma carte
holders-two = Choisissez 2 gardiens
holders-who = Prenez des personnes qui vous connaissent bien.
holders-one = Avec 1 seul gardien, il faut toujours la carte.
holders-yours = Ces gardiens vont vous aider
holders-label = Comment vous appellent-ils ?
holders-label-hint = Ils vous reconnaissent avec ces mots.
holders-code = Pour choisir ces gardiens, tapez votre code
holders-ok = Choisir ces gardiens
holders-done = C’est fait. Dites-le à vos gardiens.
new-card-what = Une nouvelle carte va s’afficher. L’ancienne carte ne marchera plus.
new-card-code = Pour refaire votre carte, tapez votre code
card-old = L’ancienne carte ne marche plus. Jetez-la.
asked-title = Quelqu’un demande à retrouver votre espace
asked-since = Depuis le { $day }.
asked-own = Si c’est vous, ne faites rien.
asked-veto = Ce n’est pas moi
veto-title = Refuser cette demande ?
veto-what = Cette demande n’ouvrira pas votre espace.
veto-yes = Oui, refuser
veto-no = Non, revenir
veto-done = La demande est refusée. Prévenez votre structure.
refused-no-card = Faites d’abord une carte de secours.
refused-card-unknown = Cette carte ne marche plus. Cherchez la plus récente.
refused-share-damaged = Ce qu’un gardien gardait est abîmé. Demandez à l’autre gardien.
refused-nothing-waits = Il n’y a plus de demande ici.
refused-request-ended = Cette demande est finie. Recommencez.
refused-request-conflict = Une autre demande est déjà là. Elle doit finir avant.
refused-request-waits = Il faut encore attendre.
refused-request-step = Cela ne va pas ensemble. Arrêtez, puis recommencez la demande.
refused-holder-stopped = Ce gardien ne peut plus aider. Demandez à la structure.
refused-closing = La structure ferme bientôt. Elle n’ouvre plus de nouvel espace. Parlez-en avec elle.
refused-not-card = Ce n’est pas le texte d’une carte. Relisez-la.
refused-no-request = Aucune demande n’a ce numéro. Relisez-le ensemble.
refused-no-other-stick = Branchez une seule autre clé, préparée par votre structure.
refused-key-missing = Aucune clé de sécurité n’est branchée. Branchez-la, puis essayez encore.
refused-key-several = Il y a plusieurs clés de sécurité. Laissez-en une seule branchée.
refused-key-barred = Cet ordinateur bloque la clé de sécurité. Prenez un autre ordinateur.
refused-key-no-prf = Cette clé de sécurité ne peut pas ouvrir un espace. Prenez-en une plus récente.
refused-key-no-pin = Cette clé de sécurité n’a pas encore de code PIN. Faites-en mettre un.
refused-key-pin-shape = Un code PIN a 4 signes ou plus.
refused-key-pin = Ce code PIN n’est pas le bon. Essayez encore.
refused-key-pin-left = { $left ->
    [0] Ce code PIN n’est pas le bon. Il ne reste plus d’essai.
    [one] Ce code PIN n’est pas le bon. Il vous reste 1 essai. Prenez votre temps.
   *[other] Ce code PIN n’est pas le bon. Il vous reste { $left } essais. Prenez votre temps.
  }
refused-key-pause = Trop de codes PIN faux. Retirez la clé de sécurité, puis branchez-la encore.
refused-key-blocked = La clé de sécurité s’est bloquée pour toujours. Ouvrez avec votre autre clé.
refused-key-touch = La clé de sécurité n’a pas été touchée à temps. Essayez encore.
refused-key-out = La clé de sécurité a été retirée. Branchez-la, puis essayez encore.
refused-key-known = Cette clé de sécurité ouvre déjà votre espace.
refused-key-stranger = Cette clé de sécurité n’ouvre aucun espace ici.
refused-key-full = Cette clé de sécurité est pleine. Prenez-en une autre.
refused-key-frozen = Cette clé de sécurité est bloquée. Votre autre clé ou votre carte la débloque.
refused-key-other = La clé de sécurité refuse. Retirez-la, branchez-la encore, puis recommencez.

## Gardien d’une personne
held-title = Vous êtes gardien de
held-asks = Demande à retrouver son espace.
held-calm = Ne demande rien.
held-beside = Mettez-vous à côté de cette personne, ou appelez-la.
held-compare = Comparer les images
held-no-card = Cette personne n’a pas sa carte
held-number = Le numéro de sa demande
held-number-where = Il est écrit sur l’écran de cette personne.
held-know = Reconnaissez-vous cette personne ?
held-know-how = Regardez son visage, ou écoutez sa voix.
held-approve = Je reconnais cette personne
held-not = Ce n’est pas cette personne
held-approved = Merci. Vous avez reconnu cette personne.
held-refused = La demande est arrêtée.
compare-title = Comparez les 5 images
compare-how = L’autre écran montre-t-il les mêmes, dans le même ordre ?
compare-same = Les mêmes
compare-differ = Pas les mêmes
compare-wait = L’autre écran n’a pas encore répondu. Attendez un peu.
freeze = Bloquer sa clé
freeze-title = Bloquer la clé de cette personne ?
freeze-what = Aucune de ses clés n’ouvrira plus rien.
freeze-back = Rien n’est effacé. Vous pouvez débloquer la clé ici.
freeze-yes = Oui, bloquer
freeze-undo = Débloquer sa clé
freeze-done = Sa clé est bloquée.
freeze-undone = Sa clé marche de nouveau.

## Mes clés
sticks-title = Mes clés
sticks-own = Cette clé
sticks-other = Autre clé, numéro { $place }
sticks-since = Clé ajoutée le { $day }
sticks-added = Ajoutée le { $day }
sticks-one = Une deuxième clé sert si vous perdez celle-ci.
sticks-add = Ajouter une clé
stick-lost = Vous avez perdu cette clé ?
stick-block-what = Une clé bloquée n’ouvre plus rien.
stick-block = Bloquer cette clé
stick-unblock = Débloquer cette clé
stick-blocked = Cette clé est bloquée.
stick-unblocked = Cette clé marche de nouveau.
stick-remove = Enlever cette clé
stick-remove-what = Cette clé n’ouvrira plus rien, même avec le code.
stick-remove-code = Pour enlever cette clé, tapez votre code
stick-removed = La clé est enlevée.
renew-title = Refaire ma clé
renew-short = refaire
renew-what = Quelqu’un a peut-être copié votre clé. Refaite, elle rend toute copie inutile.
renew-leave-in = Laissez la clé branchée. Votre code ne change pas.
renew-code = Pour refaire la clé, tapez votre code
renew-done = Votre clé est refaite.
add-stick-ask = Demandez une autre clé à votre structure.
add-stick-plug = Branchez cette autre clé ici. Laissez la première branchée.
add-stick-wait = On cherche l’autre clé.
add-stick-account = Cette clé est faite pour un nouvel espace.
add-stick-recovery = Cette clé est faite pour retrouver un espace.
add-stick-another = Demandez à votre structure une clé à ajouter.
add-stick-there = L’autre clé est là.
add-stick-code = Elle s’ouvrira avec le même code.
add-stick-type = Pour ajouter cette clé, tapez votre code
add-stick-done = C’est fait. Rangez cette autre clé ailleurs.
skey-have = J’ai une clé de sécurité
skey-open = Ouvrir avec une clé de sécurité
skey-add = Ajouter une clé de sécurité
skey-what = Une clé de sécurité s’achète en magasin. On la touche pour ouvrir.
skey-plug = Branchez la clé de sécurité.
skey-wait = On cherche la clé de sécurité.
skey-there = La clé de sécurité est là.
skey-pin = Code PIN de la clé de sécurité
skey-pin-hint = Ce n’est pas le code de votre espace.
skey-needed = Il faut votre clé de sécurité
skey-touch = Touchez la clé de sécurité quand elle clignote.
skey-touch-twice = Touchez la clé de sécurité 2 fois, quand elle clignote.
skey-code = Pour ajouter la clé de sécurité, tapez votre code
skey-done = C’est fait. La clé de sécurité ouvre aussi votre espace.
skey-own = Cette clé de sécurité
skey-since = Clé de sécurité ajoutée le { $day }
skey-other = Autre clé de sécurité, numéro { $place }
skey-removed = La clé de sécurité est enlevée.
lost-title = J’ai perdu une clé
lost-only = Bloquer ma clé perdue
lost-what = Avec votre carte, vous bloquez toutes vos clés.
lost-block = Bloquer mes clés
lost-unblock = Débloquer mes clés
lost-blocked = Vos clés sont bloquées. Allez voir votre structure.
lost-unblocked = Vos clés marchent de nouveau.

## Préparer des clés
fleet-title = Préparer des clés
fleet-title-practice = Préparer des clés d’entraînement
fleet-what = Il faut un bon pour chaque clé. Votre responsable donne les bons.
fleet-choose = Choisir le dossier des bons
fleet-vouchers = { $count ->
    [0] Ici, aucun bon ne sert.
    [one] Ici, { $count } bon sert.
   *[other] Ici, { $count } bons servent.
  }
fleet-unusable = Ce qui ne sert pas
fleet-unused-damaged = abîmé, ou autre chose
fleet-unused-structure = d’une autre structure
fleet-unused-realm = le réel et l’entraînement ne se mélangent pas
fleet-unused-kind = pas pour un nouvel espace
fleet-unused-date = pas valable à cette date
fleet-unused-twice = en double
fleet-programs = Votre clé n’a pas tous les programmes.
fleet-choose-programs = Choisir le dossier des programmes
fleet-first = Premier numéro
fleet-count = Combien de clés
fleet-fewer = Il y a moins de bons que de clés.
fleet-lent = Déjà dans votre carnet : { $numbers }.
fleet-whole = Essayer toute la place de chaque clé. C’est long.
fleet-begin = Commencer
fleet-now = Je prépare des clés
fleet-now-practice = Je prépare des clés d’entraînement
fleet-plug = Branchez les clés, plusieurs à la fois.
fleet-keep = Laissez aussi votre clé branchée.
fleet-progress = Clés prêtes : { $ready } sur { $all }
fleet-number = Clé n° { $number }
fleet-is-again = Je reprends.
fleet-is-writing = J’écris.
fleet-is-checking = Je vérifie.
fleet-is-ready = Prête. Éjectez-la, puis collez l’étiquette { $number }.
fleet-is-not-removable = Ce n’est pas une clé. Je n’y touche pas.
fleet-is-read-only = Cette clé ne se laisse pas écrire. Prenez-en une autre.
fleet-is-too-small = Cette clé est trop petite. Prenez-en une autre.
fleet-is-foreign = Cette clé n’est pas vide. Prenez-en une vide.
fleet-is-link = Il y a sur cette clé une chose inconnue. Prenez-en une autre.
fleet-is-somebody = Cette clé est à quelqu’un. Je n’y touche pas.
fleet-is-practised = C’est une clé d’entraînement. Elle a déjà servi.
fleet-is-gone = Cette clé n’est plus là. Rebranchez-la.
fleet-is-damaged = Cette clé est abîmée. Elle est peut-être à quelqu’un.
fleet-is-elsewhere = Cette clé vient d’un autre atelier.
fleet-is-pulled = Cette clé est partie trop tôt. Rebranchez-la : elle continue.
fleet-is-stopped = C’est arrêté. Cette clé continue si vous la rebranchez.
fleet-is-forgets = Cette clé perd ce que j’écris. Jetez-la. Son numéro ira sur une autre.
fleet-is-remembered = Cet ordinateur ne laisse pas vérifier cette clé. Prenez-en une autre.
fleet-is-no-voucher = Il n’y a plus de bon. Demandez-en à votre responsable.
fleet-is-numbers = Tous les numéros sont pris.
fleet-is-waits = Une clé commencée manque. Rebranchez-la.
fleet-is-stick = Cette clé ne va pas. Prenez-en une autre.
fleet-is-journal = Le journal des bons ne va pas. Rien n’est écrit.
fleet-is-programs = Les programmes ne vont pas. Rien n’est écrit.
fleet-not-named = Ces bons sont pour l’entraînement. Il manque à côté « practice-locator ». Demandez-le à votre responsable.
fleet-folder-locator = « practice-locator » est abîmé ou faux. Rien n’est écrit. Demandez un autre dossier à votre responsable.
fleet-folder-real-locator = « practice-locator » n’est pas pour l’entraînement. Rien n’est écrit. Demandez un autre dossier à votre responsable.
fleet-folder-other = Ces bons ne vont pas avec « practice-locator ». Rien n’est écrit. Demandez un autre dossier à votre responsable.
fleet-folder-real = Il y a de vrais bons dans ce dossier d’entraînement. Rien n’est écrit. Mettez-les dans un autre dossier.
fleet-folder-mixed = Les bons de ce dossier sont de plusieurs structures. Rien n’est écrit. Demandez un autre dossier à votre responsable.
fleet-folder-changed = Ce dossier a changé. Rien n’est écrit. Choisissez-le encore.
fleet-found = { $count ->
    [one] { $count } chose dessus : { $names }
   *[other] { $count } choses dessus : { $names }
  }
fleet-erase = Effacer et préparer
fleet-erase-title = Effacer cette clé ?
fleet-erase-what = Tout ce qui est dessus sera perdu.
fleet-erase-yes = Oui, effacer
fleet-lost = Clé perdue
fleet-lost-title = La clé n° { $number } est perdue ?
fleet-lost-what = Son numéro ira sur une autre clé. Il faudra un autre bon.
fleet-lost-yes = Oui, elle est perdue
fleet-portal = Le portail ne répond pas. Les clés s’écrivent quand même. Les premières ouvertures attendront.
fleet-rows = Tous les numéros
fleet-row-todo = à faire
fleet-row-begun = commencée
fleet-row-ready = prête
fleet-row-given-up = à refaire
fleet-stop = Arrêter
fleet-stopped = C’est arrêté. Les clés commencées continuent un autre jour.
fleet-anew = Préparer d’autres clés
fleet-done = Toutes les clés sont prêtes.
fleet-failed = Cet ordinateur ne dit pas ce qui est branché.
fleet-print = Étiquettes et cartes
fleet-name = Nom de la structure
fleet-phone = Téléphone à appeler
fleet-labels = Enregistrer les étiquettes
fleet-cards = Enregistrer les cartes
fleet-saved = C’est enregistré.
practice-title = Clés d’entraînement
practice-what = Ces clés servent à apprendre. Rien n’y est vrai.
practice-choose = Choisir le dossier des bons d’entraînement
practice-who = Qui sera dans la clé ?
practice-plug = Branchez une clé d’entraînement.
practice-left = { $count ->
    [0] Il ne reste plus de bon.
    [one] Il reste { $count } bon.
   *[other] Il reste { $count } bons.
}
practice-reset = Remettre à zéro
practice-is-practice = C’est une clé d’entraînement.
practice-is-ready = C’est la clé de { $name }. Son code : { $code }.
practice-is-working = Un instant. Laissez la clé branchée.
practice-is-real = C’est une vraie clé. Je n’y touche pas.
practice-is-empty = Cette clé est vide.
practice-is-other = Ce n’est pas une clé d’entraînement.
practice-is-damaged = Cette clé est abîmée. Je n’y touche pas.
refused-fleet-numbers = Ces numéros ne vont pas. Préparez de 1 à 1000 clés.
refused-sheet-long = Le nom a 36 signes au plus. Le téléphone en a 20.
refused-sheet-letters = L’imprimante veut des lettres latines.

## Retrouver mon espace
forgotten-card = Prenez votre carte de secours, si vous l’avez.
forgotten-holder = Un gardien vous reconnaît. Puis vous choisissez un nouveau code.
ask-title = Retrouver mon espace
ask-safe = Vos papiers sont toujours là.
ask-no-card = Je n’ai pas ma carte
ask-code = Tapez votre nouveau code
ask-code-which = C’est le code choisi au début de la demande.
ask-number = Le numéro de votre demande
ask-number-say = Dites-le à votre gardien.
ask-holder = Votre gardien ouvre « Mes personnes » sur son écran.
ask-wait = On attend votre gardien.
ask-one-more = 1 gardien vous a reconnu. Il en faut encore 1.
ask-compare = Lisez ces images à votre gardien.
ask-cut = La comparaison a été coupée. Il faut une nouvelle demande.
ask-until = Vous pourrez ouvrir votre espace le { $day }.
ask-why-two = Sans carte, il faut attendre 2 jours.
ask-why-week = Vos gardiens sont de la même structure. Attendez 7 jours.
ask-why = Pendant ce temps, la vraie personne peut refuser.
ask-come-back = Vous pouvez fermer, puis revenir avec cette clé.
ask-ready = Votre espace peut s’ouvrir
ask-new-code = Votre nouveau code marche dès maintenant.
ask-open = Ouvrir mon espace
ask-anew = Recommencer
ask-give-up = Arrêter la demande
give-up-title = Arrêter cette demande ?
give-up-what = Il faudra tout recommencer.
ask-stopped = La demande a été arrêtée.
ask-refused = Un gardien a refusé. Parlez-lui, puis recommencez.
ask-vetoed = Quelqu’un a refusé depuis cet espace. Allez voir votre structure.
ask-expired = La demande est trop ancienne. Recommencez.
ask-overtaken = Les gardiens ont changé. Recommencez.

## Quand quelque chose ne va pas
refused-code = { $left ->
    [0] Ce code n’est pas le bon. Il ne reste plus d’essai.
    [one] Ce code n’est pas le bon. Il vous reste 1 essai. Prenez votre temps.
   *[other] Ce code n’est pas le bon. Il vous reste { $left } essais. Prenez votre temps.
  }
wait-seconds = { $seconds ->
    [one] Attendez encore 1 seconde.
   *[other] Attendez encore { $seconds } secondes.
  }
wait-minutes = { $minutes ->
    [one] Attendez encore 1 minute.
   *[other] Attendez encore { $minutes } minutes.
  }
refused-frozen = Cette clé est bloquée. Allez voir votre structure.
refused-revoked = Cette clé ne marche plus. Allez voir votre structure.
refused-policy = Ce code est trop facile à deviner. Prenez un autre code.
refused-unreachable = Le portail ne répond pas. Vérifiez Internet, puis essayez encore.
refused-certificate = Ce réseau veut lire ce qui passe. La clé refuse. Le réseau doit laisser passer le portail sans le lire.
refused-date = La date de cet ordinateur est sans doute fausse. Faites-la corriger, ou changez d’ordinateur.
refused-portal = Le portail a un problème. Essayez encore dans un moment.
refused-sheet = Cette liste est abîmée. Rien n’est effacé. Le reste marche. Prévenez votre structure.
refused-stick = La clé ne répond pas. Retirez-la, puis branchez-la encore.
refused-stick-room = Il n’y a plus de place sur la clé. Demandez à votre structure.
refused-stick-forgets = La clé ne garde pas ce qu’on y écrit. Demandez une autre clé à votre structure.
refused-version-old = Votre clé a déjà une version plus récente.
refused-damaged = La clé est abîmée. Allez voir votre structure.
refused-state = La clé ne peut pas faire cela. Allez voir votre structure.
refused-read-only = Vous pouvez lire, mais rien changer aujourd’hui.
refused-paper = Ce papier n’est pas accepté. Essayez avec un autre.
refused-too-large = Ce papier est trop gros.
refused-largest = Un papier peut faire { $most } au plus.
refused-empty = Ce papier est vide.
refused-picture = Cette photo ne s’ouvre pas. Essayez avec une autre.
refused-corners = Les coins sont mal placés. Écartez-les.
refused-pages = Ce papier a trop de pages.
refused-stopped = Vous avez arrêté. Ce papier n’est pas ajouté.
refused-gone = Ce papier n’est plus là.
refused-full = Il n’y a plus de place. Supprimez un papier.
refused-locked = Votre espace est fermé. Ouvrez-le encore.
refused-newer = Cette clé est trop ancienne pour cela. Demandez à votre structure de la mettre à jour.
refused-no-clipboard = Cet ordinateur ne permet pas de copier.
refused-totp = Ce n’est pas une clé secrète. Recopiez-la encore.
refused-import = Ce n’est pas un paquet emporté. Choisissez-en un autre.
refused-not-saved = Impossible d’enregistrer ici. Choisissez un autre endroit.
refused-no-date = Avec ce jour, il n’y a pas de date à venir.
refused-no-browser = Le site ne s’ouvre pas sur cet ordinateur.
refused-other = Cela n’a pas marché. Essayez encore.

## Les 16 autres images d’une comparaison
compared-bus = Bus
compared-bag = Sac
compared-calendar = Calendrier
compared-camera = Appareil photo
compared-wheel = Roue
compared-globe = Terre
compared-heart = Cœur
compared-hourglass = Sablier
compared-house = Maison
compared-padlock = Cadenas
compared-music = Musique
compared-phone = Téléphone
compared-scales = Balance
compared-signpost = Panneau
compared-wallet = Portefeuille
compared-bin = Poubelle

## Les 16 images
picture-sun = Soleil
picture-tree = Arbre
picture-fish = Poisson
picture-bird = Oiseau
picture-flower = Fleur
picture-umbrella = Parapluie
picture-boat = Bateau
picture-bicycle = Vélo
picture-cat = Chat
picture-carrot = Carotte
picture-bread = Pain
picture-cup = Tasse
picture-scissors = Ciseaux
picture-chair = Chaise
picture-shoe = Chaussure
picture-mountain = Montagne

# The notebook of what a structure lends
notebook-title = Carnet des prêts
notebook-none = Écrivez ici qui a quel numéro. Le portail ne peut pas le lire.
notebook-add = Ajouter un prêt
notebook-entry = Un prêt
notebook-what = Ce qui est prêté
notebook-stick = Clé
notebook-computer = Ordinateur
notebook-phone = Téléphone
notebook-number = Son numéro
notebook-name = Le nom de la personne
notebook-find = Chercher un numéro ou un nom
notebook-unfound = Rien ne correspond.
notebook-wrong = Écrivez un numéro et un nom.
notebook-there = Ce numéro a déjà un nom. Touchez-le dans le carnet.
notebook-since = Depuis le { $day }
notebook-remove-title = Enlever cette personne du carnet ?
notebook-save = Garder une copie du carnet
notebook-save-warning = Cette copie s’ouvre sans code. Gardez-la en lieu sûr.
notebook-saved = La copie est faite.
