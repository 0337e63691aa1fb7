# status: written
# Ce qui se lit avant le programme : la page LISEZ-MOI, les pages d’aide, et les phrases du lanceur.
# Français facile à lire, comme dans la fenêtre. key-app/ui/scripts/first-pages.mjs vérifie ces textes.

title = La clé
what = Cette clé ouvre votre espace.
what-none = Aucun nom n’est écrit dessus.
windows-title = Sur Windows
windows = Ouvrez ceci, deux fois de suite :
linux-title = Sur Linux
linux = Ouvrez ceci, deux fois de suite :
then-title = Puis
then-code = Écrivez votre code.
then-secret = Gardez-le pour vous.
leave-title = Pour partir
leave = Touchez Fermer et partir. Puis retirez la clé.
help-title = Ça ne va pas ?
help = Allez voir la structure qui vous a donné la clé.
lost-title = Cette clé n’est pas à vous ?
lost = Elle n’ouvre rien sans le code. Donnez-la à une structure d’aide.
missing-title = Il manque quelque chose
missing = Il manque quelque chose sur cet ordinateur.
missing-calm = La clé va bien. Vos papiers ne sont pas perdus.
missing-other-title = Le plus simple
missing-other = Prenez un autre ordinateur.
missing-show-title = Sinon
missing-show = Montrez cette page à qui s’occupe de cet ordinateur. Il faut installer :
said-changed = Cette clé a été changée. N’écrivez pas votre code. Montrez la clé à votre structure.
said-nothing = Cette clé n’a pas de programme pour cet ordinateur. Montrez la clé à votre structure.
said-missing = Il manque quelque chose sur cet ordinateur. La clé va bien. Prenez un autre ordinateur, ou demandez de l’aide.
