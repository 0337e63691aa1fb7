# status: draft
# Portuguese, translated from fr.ftl in its order. Nobody who grew up with it has reread it yet.

## Always here
product = A chave
skip = Ir para o conteúdo
always-there = Sempre aqui
back = Voltar
help = Ajuda
listen = Ouvir
listen-stop = Silêncio
leave = Fechar e sair
practice = Treino
practice-why = Aqui nada é real.
working = Um momento, por favor.
cancel = Cancelar
close = Fechar
go-on = Continuar

## Help
help-title = Ajuda
help-code = O código abre o seu espaço. Guarde-o só para si.
help-leave = Antes de partir, toque em Fechar e sair. Nada fica neste computador.
help-quick = Também pode tirar a chave. Ou carregue 3 vezes na tecla Esc.
help-lost = Não sabe o que fazer? Vá à associação que lhe deu a chave.

## The voice
listen-none-title = Não há voz aqui
listen-none = Este computador não tem voz na sua língua.
listen-none-what = Peça a alguém para ler consigo.
listen-failed = A voz não responde. Tente outra vez.
listen-secret = A voz não diz o que é secreto.

## Keyboard on the screen
keyboard-open = Teclado no ecrã
keyboard-close = Fechar o teclado
keyboard-latin = Letras latinas
keyboard-arabic = Letras árabes
keyboard-cyrillic = Letras cirílicas
key-space = Espaço
key-shift = Maiúsculas
key-line = Nova linha

## Leaving
unsent-title = Nem tudo está guardado
unsent-body = O que fez aqui vai perder-se.
unsent-stay = Ficar aqui
unsent-leave = Sair na mesma
not-sent-yet = A Internet está cortada. Ainda não foi enviado. Fique aqui: será enviado sozinho.
locked-window = Fechado
locked-left-title = Está fechado
locked-left = Pode tirar a chave.
locked-idle-title = Está fechado
locked-idle = Ninguém tocou no computador há 5 minutos.
locked-removed-title = A chave foi tirada
locked-removed = O seu espaço está fechado.
locked-nothing = Nada fica neste computador.
locked-again = Abrir de novo

## Starting
starting = A chave está a começar
no-stick-missing-title = Onde está a chave?
no-stick-missing = Ligue a chave e toque em Tentar outra vez.
no-stick-damaged-title = A chave está estragada
no-stick-damaged = Os seus papéis não se perderam. Vá à associação que lhe deu a chave.
no-stick-second-title = É uma chave para juntar
no-stick-second = Vai com outra chave. Abra com a outra e junte esta.
no-stick-unknown-title = A chave não responde
no-stick-unknown = Tire a chave. Ligue-a outra vez.
try-again = Tentar outra vez

## Language
language-window = Língua
language-title = Escolha a sua língua
language-kept = A língua muda logo.
language-draft = Esta tradução é um rascunho. Ainda ninguém a releu.

## Code
code-title = O seu código
code-kind = O meu código é feito de
code-kind-digits = Algarismos
code-kind-pictures = Imagens
code-type-digits = Escreva os seus 6 algarismos.
code-type-pictures = Toque nas suas 5 imagens, por ordem.
code-chosen = { $count ->
    [0] Nenhuma imagem escolhida de 5
    [one] 1 imagem escolhida de 5
   *[other] { $count } imagens escolhidas de 5
  }
code-erase = Apagar
code-show = Ver
code-hide = Esconder
code-open = Abrir
code-opening = O seu espaço está a abrir.
code-shuffle = Misturar as teclas
code-forgotten = Esqueci o meu código
forgotten-title = Esqueceu o seu código
forgotten-body = Não faz mal. Os seus papéis continuam lá.
forgotten-where = Vá à associação que lhe deu a chave.
wait-over = Já pode tentar.

## First opening
first-title = O seu novo código
first-show = Este é o seu código. Aprenda-o e depois escreva-o.
first-hidden = O código está escondido. Escreva-o mais uma vez.
first-another = Outro código
first-own = Escolher eu
first-own-how = Evite datas e sequências como 1 2 3.
first-own-again = Escolher de novo
first-propose = Proponha-me um código
first-see-again = Ver de novo o meu código
first-yours = O seu código
first-different = Não é o mesmo código. Não tenha pressa.
first-making = O seu espaço está a ser preparado.

## Rescue card
card-title = O seu cartão de socorro
card-why = Este cartão ajuda se esquecer o seu código.
card-keep = Imprima-o ou copie-o. Guarde-o longe da chave.
card-is = O texto do seu cartão
card-print = Imprimir
card-have = Tenho o meu cartão
card-later = Mais tarde
card-read-title = Leia o seu cartão
card-read = Escreva o texto do seu cartão.
card-hint = Os espaços e os traços não são precisos.
card-check = Verificar
card-wrong = Não é o mesmo texto. Veja bem o seu cartão.
card-again = Ver de novo o cartão

## Home
home-window = Início
home-title = Bom dia
home-doors = As 3 portas
home-also = Também
home-papers = Os meus papéis
home-steps = Os meus pedidos
home-dates = As minhas datas
home-settings = Definições
notices-title = Bom saber
notice-wrong-codes = { $count ->
    [one] Alguém escreveu 1 código errado.
   *[other] Alguém escreveu { $count } códigos errados.
  }
notice-renewal = É preciso renovar a chave em breve.
notice-visit = Passe pela sua associação quando puder.
notice-mended = Uma cópia estragada foi reparada na chave.
notice-read-only = Hoje pode ler, mas não mudar nada.
notice-nothing-pinned = É a primeira vez com esta chave.
notice-recovery = Alguém pede para reabrir o seu espaço. Se não é você, avise a sua associação.
notice-memory = Este computador guarda mal os segredos. Se puder, use outro.
notice-idle = Ninguém abriu este espaço durante dois anos. Ia desaparecer. Agora fica.
notice-said-dead = Disseram-nos que tinha morrido. Está corrigido. Cada ajudante pode voltar a ajudar.
closing-title = { $name } vai fechar
closing-until = O seu espaço ainda abre até { $day }. Leve o que é seu.

## My dates
dates-title = As minhas datas
dates-today = Hoje: { $day }
dates-none = Ainda não segue nenhuma data.
dates-none-how = Junte uma data ou escolha um pedido para seguir.
dates-add = Juntar uma data
dates-print = Imprimir as minhas datas
dates-others = Ver as outras datas
now-title = Para fazer agora
now-until = Até { $day }.
now-see = Ver
date-window = Uma data
date-left = { $days ->
    [0] É o último dia
    [one] Falta { $days } dia
   *[other] Faltam { $days } dias
  }
date-in = { $days ->
    [0] É hoje
    [1] É amanhã
   *[other] Daqui a { $days } dias
  }
date-from = A partir de { $day }
date-over = O último dia já passou
date-is-done = Está feito
date-between = Pode fazer isto de { $from } até { $to }.
date-hour = Hora: { $hour }
date-ends = Este papel é válido até { $day }.
date-mark = Está feito
date-unmark = Não está feito
date-marked = Anotado: já fez isto.
date-unmarked = Anotado: ainda falta fazer.
date-service = Ver o pedido
date-paper = Ver o papel
new-date-title = Juntar uma data
new-date-what = De que se trata?
new-date-example = Por exemplo: consulta no médico
new-date-day = Que dia?
new-date-hour = A que horas?
hour-none = Sem hora
new-date-keep = Guardar esta data
new-date-kept = A data está guardada.
new-date-untitled = Escreva de que se trata.
field-day = Dia
field-month = Mês
field-year = Ano
day-wrong = Este dia não existe. Veja o dia, o mês e o ano.
follow = Seguir as datas
follow-end = Qual é o último dia?
follow-end-where = Está escrito no seu cartão ou no seu comprovativo.
follow-beginning = Em que dia começou?
follow-month = Em que mês fez a sua última declaração?
follow-event = Qual é o dia?
follow-ok = Seguir
following = Está a seguir estas datas.
follow-next = Da próxima vez: de { $from } até { $to }.
unfollow = Deixar de seguir
unfollow-title = Deixar de seguir?
unfollow-what = Vai deixar de estar nas suas datas.
unfollow-no = Guardar
unfollowed = Já não está nas suas datas.

## Os meus pedidos
steps-title = Os meus pedidos
steps-search = O que procura?
steps-examples = Por exemplo:
steps-found = { $count ->
    [0] Nada encontrado. Tente outra palavra.
    [one] 1 pedido encontrado.
   *[other] { $count } pedidos encontrados.
  }
steps-themes = Escolher por tema
steps-others = Outros
steps-in-french = Os textos desta página estão em francês.
life-health = Saúde
life-work = Trabalho e formação
life-abroad = Estrangeiro em França
life-urgent = Urgência
life-school = Família e escola
life-identity = Papéis e cidadania
life-age = Deficiência e idade
life-rights = Justiça e direitos
life-help = Encontrar ajuda
service-window = Pedido
service-what = Para que serve
service-who = Para quem
service-local = Só aqui:
service-when = Quando
service-checked = Verificado em { $day }.
service-source = Visto em:
service-unchecked = Isto ainda não foi verificado.
service-ask = Pergunte também à sua associação.
service-where = Onde
service-call = Telefone:
service-remembers = Este computador pode lembrar-se deste site.
service-code = Guarde para si o código da sua chave.
service-go = Ir para o site
service-opened = O site abre noutra janela.

## Which paper it is
kind-window = Um papel
kind-title = Que papel é?
kind-search = Procure o nome do papel ou escolha-o.
kind-others = Ver os outros papéis
kind-none = Nenhum destes papéis
kind-end-where = Está escrito no papel.
kind-keep = Guardar
kind-no-end = Não sei, ou não tem
kind-kept = Está anotado.
paper-expired = Fora de prazo
paper-ends-soon = Acaba em breve
search-papers = Procurar um papel
search-found = { $count ->
    [0] Nada encontrado. Tente outra palavra.
    [one] { $count } papel encontrado.
   *[other] { $count } papéis encontrados.
  }
search-inside = Procurar também no texto dos papéis
search-inside-done = Papéis lidos: { $done } de { $total }.
search-unread = { $count ->
    [one] Não foi possível ler { $count } papel.
   *[other] Não foi possível ler { $count } papéis.
  }

## What I need
needs-title = O que preciso de ter
needs-have = Já tenho
needs-too-old = Demasiado antigo
needs-missing = Falta
needs-until = Válido até { $day }.
needs-where = Onde o encontrar:
needs-how = O que fazer?
needs-words = As palavras difíceis

## Contacts
contacts-title = Os meus números
contacts-none = Guarde aqui os seus números úteis.
contact-add = Juntar um número
contact-window = Um número
contact-name = O nome
contact-phone = O telefone
contact-mail = O e-mail
contact-address = A morada
contact-note = Mais alguma coisa a saber
contact-empty = Só há o nome.
contact-unnamed = Escreva o nome.
contact-remove-title = Apagar este número?
edit = Mudar
kept = Está guardado.
removed = Está apagado.
remove-what = Não vai poder voltar.
remove-yes = Apagar

## Passwords of sites
login-all = As minhas palavras-passe
login-none = Guarde aqui as palavras-passe dos seus sites.
login-add = Juntar um site
login-window = Um site
login-site = Que site?
login-site-example = Por exemplo: CAF
login-address = O endereço na internet
login-name = O seu nome neste site
login-make = A chave inventa uma palavra-passe
login-password = A sua palavra-passe
login-note = Outra coisa a guardar em segredo
login-totp = A chave secreta dos códigos que mudam
login-totp-what = Só se o site lhe deu esta chave.
login-stays = Deixe vazio para não mudar nada.
login-hold = Carregue sem largar para ver
login-copy = Copiar
login-copy-secret = Copiar a palavra-passe
login-copied = Está copiado durante 30 segundos.
login-code = Ver o código que muda
login-code-left = { $seconds ->
    [one] Falta { $seconds } segundo
   *[other] Faltam { $seconds } segundos
  }
login-unnamed = Escreva o nome do site.
login-remove-title = Apagar este site?

## My papers
papers-title = Os meus papéis
papers-count = { $count ->
    [0] Vazia
    [one] 1 papel
   *[other] { $count } papéis
  }
papers-private = Só para si
room-plenty = Ainda há lugar.
room-little = Há pouco lugar.
room-none = Já não há lugar.
folder-identity = Identidade
folder-family = Família
folder-health = Saúde e apoio social
folder-work = Trabalho
folder-housing = Habitação
folder-transport = Transportes
folder-money = Dinheiro e apoios
folder-justice = Justiça
folder-abroad = Estrangeiro e Europa
folder-leisure = Tempos livres
folder-groups = Associações
folder-private = Privado

## A folder
folder-window = Pasta
folder-list = Papéis desta pasta
folder-empty = Esta pasta está vazia.
folder-empty-how = Toque em Juntar um papel. Também o pode largar aqui.
folder-add = Juntar um papel
folder-choose = Escolher papéis no computador
folder-note = Escrever uma nota
folder-all = Ver todos os papéis
folder-bin = Papéis apagados
folder-drop = Largue aqui
paper-kind = Papel
note-kind = Nota
paper-since = Junto em { $day }
adding = { $total ->
    [one] O seu papel está a entrar no seu espaço.
   *[other] Papel { $now } de { $total }: está a entrar no seu espaço.
  }
adding-stop = Parar
added = { $count ->
    [0] Nenhum papel foi junto.
    [one] 1 papel foi junto.
   *[other] { $count } papéis foram juntos.
  }
added-not = «{ $title }» não foi junto.
added-place = «{ $title }»: esta foto pode dizer onde foi tirada.
added-more = { $count ->
    [one] E mais 1.
   *[other] E mais { $count }.
  }
added-rest = { $count ->
    [one] 1 papel ainda espera no computador.
   *[other] { $count } papéis ainda esperam no computador.
  }
bin-window = Papéis apagados
bin-title = Papéis apagados
bin-empty = Não há papéis apagados aqui.
bin-restore = Repor
bin-restore-name = Repor { $title }
bin-restored = De volta à pasta: { $title }

## Fotografar um papel
scan-window = Fotografar um papel
scan-how = Ponha o papel direito, com boa luz.
scan-sight = O que a câmara vê
scan-starting = A câmara está a arrancar.
scan-take = Tirar a foto
scan-choose = Escolher fotos
scan-none = Não foi encontrada nenhuma câmara.
scan-failed = A câmara não funciona aqui.
scan-none-how = Escolha fotos que estão neste computador.
scan-photo = Foto
scan-crop-title = Onde está o papel?
scan-crop-how = Toque em cada canto do papel na foto.
scan-crop-keys = No teclado, as setas movem um canto.
scan-corner-upper-left = Canto de cima à esquerda
scan-corner-upper-right = Canto de cima à direita
scan-corner-lower-right = Canto de baixo à direita
scan-corner-lower-left = Canto de baixo à esquerda
scan-corner-at = Largura: { $across } em 100. Altura: { $down } em 100.
scan-crop-keep = Guardar esta página
scan-turn = Rodar a foto
scan-turned = A foto rodou.
scan-again = Tirar outra foto
scan-waiting = { $count ->
    [one] Falta 1 foto depois desta.
   *[other] Faltam { $count } fotos depois desta.
  }
scan-left = { $count ->
    [one] Ainda espera 1 foto.
   *[other] Ainda esperam { $count } fotos.
  }
scan-pages-title = As páginas do seu papel
scan-name = O nome do papel
scan-add = Juntar uma página
scan-keep = Pôr no meu espaço
scan-most = Um papel tem no máximo { $most } páginas.
scan-earlier = Pôr antes
scan-later = Pôr depois
scan-remove = Tirar esta página
scan-remove-title = Tirar esta página?
scan-removed = A página foi tirada.

## A note
note-window = Nota
note-title = A sua nota
note-name = O título da nota
note-text = O seu texto
note-keep = Guardar a nota
note-missing = Escreva um título e um texto.
note-missing-text = Escreva um texto.
note-edit = Mudar a nota
note-kept = A nota está guardada.

## A paper
paper-window = Papel
paper-picture = Imagem do papel
paper-page = Página { $page } de { $pages }
paper-text = O texto desta página
paper-before = Página anterior
paper-after = Página seguinte
paper-larger = Aumentar
paper-smaller = Diminuir
paper-reading = O seu papel está a chegar.
paper-cut = O resto não se vê aqui. Está bem guardado.
paper-no-view = Este papel não se vê aqui. Está bem guardado.
paper-rename = Mudar o nome
paper-move = Mudar de pasta
paper-delete = Apagar o papel
paper-deleted = Este papel está apagado.
paper-deleted-where = Espera nos papéis apagados desta pasta.
paper-undo = Anular a eliminação
paper-undone = O papel voltou.
paper-in = Pasta: { $folder }
rename-title = Mudar o nome
rename-label = O novo nome
rename-ok = Guardar este nome
rename-done = O nome mudou.
move-title = Mudar de pasta
move-ask = Para que pasta?
move-private = Em Privado, mais ninguém o vê.
move-done = O papel mudou de pasta.

## Settings
settings-title = Definições
look-size = Tamanho das letras
look-size-usual = Normal
look-size-large = Grande
look-size-larger = Muito grande
look-size-largest = O maior
look-colours = Cores
look-better = Ver melhor
look-computer = Como o computador
look-light = Claras
look-dark = Escuras
look-contrast = Contraste forte
look-letters = Forma das letras
look-letters-usual = Normal
look-letters-dyslexic = Para a dislexia
look-lines = Espaço entre as linhas
look-lines-usual = Normal
look-lines-wide = Maior
look-movement = Movimentos
look-movement-none = Sem movimento
look-reading = Leitura em voz alta
look-reading-asked = Quando carrego em Ouvir
look-reading-always = Sempre, em cada página
look-keyboard = Teclado no ecrã
look-keyboard-asked = Quando carrego em Teclado
look-keyboard-always = Sempre
look-kept = Está guardado. Esta escolha vai consigo para cada computador.
look-not-kept = Esta escolha vale só desta vez.
settings-others = Ver as outras definições
settings-language = Língua
settings-stick = O que tem a minha chave

## My rights
rights-title = Os meus direitos
rights-what = O seu espaço é seu. Todas as decisões são suas.
export-title = Levar tudo
export-what = Os seus papéis, notas e datas vão num só pacote.
export-warning = Este pacote já não está protegido. Guarde-o num lugar seguro.
export-done = { $count ->
    [0] O pacote está pronto. Não havia nenhum papel.
    [one] O pacote está pronto, com { $count } papel.
   *[other] O pacote está pronto, com { $count } papéis.
  }
export-missing = { $count ->
    [one] Falta { $count } papel: o portal já não o tem.
   *[other] Faltam { $count } papéis: o portal já não os tem.
  }
login-export = Levar também as minhas palavras-passe
import-title = Repor tudo
import-what = Escolha o pacote que levou de outro espaço.
import-ok = Escolher o pacote
import-done = { $count ->
    [0] Já cá estava tudo.
    [one] { $count } papel voltou.
   *[other] { $count } papéis voltaram.
  }
delete-title = Apagar o meu espaço
delete-all = Os seus papéis, as suas notas e tudo o resto vão desaparecer.
delete-who = Ninguém os poderá encontrar outra vez, nem a sua associação.
delete-days = Vai ter 7 dias para mudar de ideias.
delete-keys = Depois de 7 dias, as suas chaves já não abrem nada.
delete-go-on = Continuar
delete-code = Escreva o seu código para apagar
deleting-title = O seu espaço vai desaparecer
deleting-until = Vai ser apagado depois de { $day }.
deleting-nothing = Este espaço vai ser apagado. Já não se pode fazer nada nele.
deleting-how = Mudou de ideias? Fique com o seu espaço.
deleting-keep = Ficar com o meu espaço
dates-save = Pôr num calendário
dates-save-what = As suas datas vão para o calendário de um telefone ou computador.
save-stays = Vão ficar onde as guardar.
save-ok = Escolher onde guardar
saved = Está guardado.

## What my key holds
stick-title = O que tem a minha chave
stick-reading = A ler a chave.
stick-calm = Tudo é nosso, nada fala de si.
stick-count = { $count ->
    [one] 1 elemento lido agora mesmo.
   *[other] { $count } elementos lidos agora mesmo.
  }
stick-program = O programa
stick-program-what = O mesmo em todas as chaves
stick-own = A fechadura
stick-own-what = Só desta chave, sem nome
stick-honest = A fechadura está fechada: não se pode procurar lá dentro.
stick-proof = O seu tamanho e a lista são a prova.
stick-search = Procure o seu nome ou uma palavra dos seus papéis.
stick-searching = A procurar.
stick-found = { $found ->
    [0] Encontrado: 0 vezes.
    [one] Encontrado: 1 vez.
   *[other] Encontrado: { $found } vezes.
  }
stick-searched = { $searched ->
    [one] 1 elemento lido.
   *[other] { $searched } elementos lidos.
  }
stick-common = Esta palavra também está no programa. É o mesmo em todas as chaves.
stick-differs = Esta chave não é bem como devia ser.
stick-changed = { $count ->
    [one] 1 elemento mudou.
   *[other] { $count } elementos mudaram.
  }
stick-unlisted = { $count ->
    [one] 1 elemento não está na nossa lista.
   *[other] { $count } elementos não estão na nossa lista.
  }
stick-missing = { $count ->
    [one] Falta 1 elemento.
   *[other] Faltam { $count } elementos.
  }
stick-wrong-size = { $count ->
    [one] 1 elemento da fechadura não tem o tamanho certo.
   *[other] { $count } elementos da fechadura não têm o tamanho certo.
  }
stick-no-list = Esta chave não tem a lista do seu programa.
stick-no-list-what = Por isso não se pode comparar o programa.
stick-signed = A lista está assinada por nós.
stick-trying = Esta chave serve só para experimentar.
stick-forged = A lista desta chave não é nossa.
stick-ask = Mostre esta chave à sua associação.
stick-table = Tudo o que está na chave
stick-all = Ver os { $count } elementos
stick-row-listed = Na lista
stick-row-unlisted = Não está na lista
stick-row-changed = Mudou
stick-row-missing = Falta
stick-row-size = Tamanho errado
stick-row-own = Desta chave
stick-own-lock = A fechadura, fechada
stick-own-lock-twice = A mesma fechadura, segunda vez
stick-own-mark = O que reconhece o seu espaço, fechado
stick-own-mark-twice = O mesmo, segunda vez
stick-own-size = Sempre { $size }
stick-check = Para verificar
stick-check-how = Compare estes sinais com a lista publicada desta versão.
newer-title = Atualizar a minha chave
newer-ready = Está pronta uma versão mais recente do programa.
newer-see = Ver
newer-papers = Os seus papéis e o seu código não mudam.
newer-size = Para descarregar: { $size }.
newer-take = Atualizar
newer-leave-in = Deixe a chave ligada até ao fim.
newer-old-stays = Se ela sair antes, a versão antiga ainda funciona.
newer-done = Está feito. A nova versão servirá da próxima vez.
newer-home = Voltar ao início
newer-none = A sua chave já tem a versão mais recente.

## Os meus ajudantes
home-helpers = Os meus ajudantes
home-people = As pessoas que ajudo
helpers-none = Ainda não tem ajudante.
helpers-who = Quem me pode ajudar
helpers-give = Dar um mandato
helpers-old = Os antigos
role-social-worker = Assistente social
role-mediator = Mediador digital
role-volunteer = Voluntário
role-relative = Familiar ou amigo
role-curator = Curador ou tutor
role-officer = Responsável
until-day = Até { $day }
until-over = Terminado
stop = Parar
stop-title = Parar este mandato?
stop-now = { $helper } já não verá os seus papéis, a partir de agora.
stop-kept = O que já foi lido não se pode retirar.
stop-yes = Sim, parar agora
stop-no = Não, manter
stop-done = O mandato está parado.

## Dar um mandato
give-who = Quem o vai ajudar?
give-several = Escolher vários ajudantes
give-most = 5 ajudantes no máximo.
give-number = Tenho um número de ajudante
give-number-type = O número do ajudante
give-number-where = Está escrito no ecrã do ajudante.
give-structure = É de outra associação? Escreva o número da associação dele.
give-structure-where = Este número está no papel da associação dele.
give-number-find = Procurar
give-nobody = A sua associação ainda não tem ajudante aqui.
give-themes = Que temas?
give-few = Escolha só o que é útil.
give-others = Ver os outros temas
give-no-theme = Escolha pelo menos um tema.
give-terms = O que pode fazer o ajudante?
rights-see = Ver os meus papéis
rights-act = Ver e acrescentar
rights-drop = Só acrescentar
give-long = Por quanto tempo?
length-day = 1 dia
length-month = 1 mês
length-half = 6 meses
length-year = 1 ano
consent-title = O seu mandato
consent-gives = Dá um mandato a { $helper }
consent-see = Esta pessoa pode ver os seus papéis destes temas:
consent-act = Esta pessoa pode ver e acrescentar papéis destes temas:
consent-drop = Esta pessoa só pode acrescentar papéis destes temas:
consent-long = Dura { $length }, até { $day }.
consent-stop = Pode pará-lo a qualquer momento, sem dizer porquê.
consent-written = O que se faz fica escrito em «Quem fez o quê».
consent-only = O ajudante não faz mais nada e não repete nada.
consent-know = Pergunte o que o ajudante sabe de si. Peça para corrigir ou apagar.
consent-guardian = Uma pessoa sob tutela ou curatela não dá um mandato.
consent-guarded = Tenho um tutor ou um curador
consent-change = Mudar os direitos ou a duração
consent-name = O seu nome
consent-place = A cidade onde está
consent-missing = Escreva o seu nome e a cidade.
consent-full = Ler o texto todo
consent-code = Para dar este mandato, escreva o seu código
consent-ok = Dar este mandato
given-title = O mandato está dado
given-print = Imprima 2 vezes: para si e para o ajudante.
given-sign = Assinem os dois.
given-proof = Guardar a prova
given-proof-what = A prova mostra que ninguém mudou o texto.
guardian-title = Tutela ou curatela
guardian-role = O seu tutor ou curador tem um papel próprio, sem mandato.
guardian-judge = Um juiz nomeou-o e diz o que ele pode fazer.
guardian-ask = Pode abrir-lhe um acesso aos seus papéis.
guardian-is = { $helper } é curador ou tutor.
guardian-not = Este número não é de um tutor ou curador.
guardian-who = Quem é o seu tutor ou curador?
measure-title = Que medida?
measure-who = O seu tutor ou curador escreve isto, ao seu lado.
measure-tutelle = Tutela
measure-curatelle = Curatela
measure-sauvegarde = Salvaguarda de justiça
measure-court = O tribunal
measure-day = A data da sentença
measure-missing = Escolha a medida. Escreva o tribunal e a data.
measure-later = Esta data ainda não chegou.
access-give = Dar um acesso
access-window = Um acesso
access-title = Acesso da pessoa encarregada da medida
access-gives = Dá um acesso a { $helper }
access-terms = O que pode fazer esta pessoa?
access-stop = Pode parar o acesso aqui a qualquer momento.
access-law = A medida do juiz continua. A lei pode pedir alguns papéis.
access-only = Esta pessoa só lê o que é útil à medida.
access-know = Pergunte o que esta pessoa sabe de si. Peça para corrigir.
access-code = Para dar este acesso, escreva o seu código
access-ok = Dar este acesso
access-given = O acesso está dado
access-print = Imprima 2 vezes: para si e para esta pessoa.
access-less = Este acesso vai parar. Começará outro, com menos temas.
access-stop-title = Parar este acesso?
access-stopped = O acesso está parado.
access-over = Este acesso acabou ou está parado.
access-drop = Este acesso permite acrescentar, não ver.

## Um mandato, e quem fez o quê
mandate-window = Um mandato
mandate-themes = Temas
mandate-done = O que foi feito
mandate-less = Retirar um tema
less-what = Este mandato vai parar. Começa outro, com menos temas.
less-keep = Que temas mantém?
journal-title = Quem fez o quê
journal-all = Ver tudo
journal-none = Ninguém abriu nada.
did-list = { $helper } abriu a pasta { $folder }.
did-read = { $helper } leu «{ $title }».
did-drop = { $helper } acrescentou «{ $title }».
did-session = { $helper } trabalhou consigo.
did-teach = Para lhe ensinar
did-accompany = Consigo
did-do = Em seu lugar
journal-who = Ver só
journal-everybody = Todos os ajudantes
journal-hide = Esconder os nomes
journal-show = Mostrar os nomes
journal-somebody = Um ajudante
journal-seal = Uma linha retirada ou mudada nota-se.

## Ajudo pessoas
helping-title = Ajudo pessoas
helping-first = A sua associação verifica primeiro quem é.
helping-name = O nome que as pessoas conhecem
helping-ask = Pedir para ajudar
helping-asked = Está pedido.
helping-number = O seu número de ajudante
helping-read = Leia-o à pessoa responsável da sua associação.
helping-is = É ajudante.
helping-ends = Termina em { $day }. Fale antes com a sua associação.
people-none = Ninguém lhe deu um mandato.
person-window = Uma pessoa
person-posture = Como ajuda?
posture-teach = Eu ensino
posture-accompany = Eu acompanho
posture-do = Eu faço
person-written = O que abre fica escrito para esta pessoa.
person-died = A associação diz: esta pessoa faleceu. O mandato terminou.
person-drop = Este mandato permite acrescentar, não ver.
byname-change = O meu nome para esta pessoa
byname-title = Como chama a esta pessoa?
byname-label = Um nome só para si
byname-empty = Mais ninguém o vê. Deixe vazio para o retirar.
beside-title = Alguém me ajuda
beside-start = Alguém me ajuda agora
beside-who = Quem o ajuda?
beside-hint = Escreva também o nome do intérprete.
beside-what = Fica escrito em « Quem fez o quê ».
beside-ok = Começar
beside-end = Acabou
did-minutes = { $minutes } min
dropped-title = Papéis para ver
dropped-count = { $count ->
    [one] Um papel espera por si.
   *[other] { $count } papéis esperam por si.
}
dropped-see = Ver
dropped-what = Um ajudante acrescentou estes papéis. Guarde-os ou não.
dropped-none = Nenhum papel espera.
dropped-by = Acrescentado por { $helper }, { $day }
dropped-instead = Substitui « { $title } ». O antigo vai para os papéis apagados.
dropped-keep = Guardar este papel
dropped-not = Não o guardar
dropped-not-title = Não guardar este papel?
dropped-kept = Está guardado.
dropped-refused = Este papel já não está.
drop-title = Acrescentar um papel
drop-done = « { $title } » espera por esta pessoa.
refused-words = Este nome é muito longo. Escreva-o mais curto.
refused-no-helper = Nenhum ajudante tem este número. Leiam-no outra vez juntos.
refused-own-mandate = Este número é seu. Um mandato é para outra pessoa.
refused-terms = Este mandato não se pode dar assim. Comece outra vez.
refused-helpers-old = A lista de ajudantes é muito antiga. Avise a sua associação.
refused-mandate-over = Este mandato terminou ou foi parado.
refused-helper-stopped = Este ajudante já não pode ajudar. Pergunte à associação.
refused-helper-full = Este ajudante já ajuda demasiadas pessoas. Escolha outro ajudante.
refused-journal-conflict = Coincidiu com outra leitura. Tente outra vez.
refused-journal-altered = Esta lista mudou, ou falta algo. Mostre-o à sua associação.

## O meu cartão e os meus guardiões
recovery-title = O meu cartão de socorro e os meus guardiões
recovery-what = Um guardião ajuda a recuperar o seu espaço. Não lê nada.
recovery-none = Ainda não tem guardião.
recovery-holders = Os meus guardiões
recovery-label = Eles chamam-lhe «{ $label }».
recovery-choose = Escolher os meus guardiões
recovery-card = Refazer o meu cartão
holders-two = Escolha 2 guardiões
holders-who = Escolha pessoas que o conhecem bem.
holders-one = Com 1 só guardião, é sempre preciso o cartão.
holders-yours = Estes guardiões vão ajudar
holders-label = Como lhe chamam?
holders-label-hint = Reconhecem-no com estas palavras.
holders-code = Para escolher estes guardiões, escreva o seu código
holders-ok = Escolher estes guardiões
holders-done = Está feito. Diga aos seus guardiões.
new-card-what = Vai aparecer um cartão novo. O cartão antigo já não funciona.
new-card-code = Para refazer o seu cartão, escreva o seu código
card-old = O cartão antigo já não funciona. Deite-o fora.
asked-title = Alguém pede para recuperar o seu espaço
asked-since = Desde { $day }.
asked-own = Se é você, não faça nada.
asked-veto = Não sou eu
veto-title = Recusar este pedido?
veto-what = Este pedido não vai abrir o seu espaço.
veto-yes = Sim, recusar
veto-no = Não, voltar
veto-done = O pedido está recusado. Avise a sua associação.
refused-no-card = Faça primeiro um cartão de socorro.
refused-card-unknown = Este cartão já não funciona. Procure o mais recente.
refused-share-damaged = O que um guardião guardava está estragado. Peça ao outro guardião.
refused-nothing-waits = Aqui já não há pedido.
refused-request-ended = Este pedido terminou. Comece de novo.
refused-request-conflict = Já há outro pedido. Tem de terminar antes.
refused-request-waits = Ainda é preciso esperar.
refused-request-step = Isto não bate certo. Pare e comece de novo o pedido.
refused-holder-stopped = Este guardião já não pode ajudar. Pergunte à associação.
refused-closing = A associação vai fechar em breve. Já não abre novos espaços. Fale com ela.
refused-not-card = Não é o texto de um cartão. Leia-o outra vez.
refused-no-request = Nenhum pedido tem este número. Leiam-no juntos outra vez.
refused-no-other-stick = Ligue só mais uma chave, preparada pela sua associação.
refused-key-missing = Nenhuma chave de segurança está ligada. Ligue-a e tente outra vez.
refused-key-several = Há várias chaves de segurança. Deixe só uma ligada.
refused-key-barred = Este computador bloqueia a chave de segurança. Use outro computador.
refused-key-no-prf = Esta chave de segurança não pode abrir um espaço. Use uma mais nova.
refused-key-no-pin = Esta chave de segurança ainda não tem código PIN. Peça que ponham um.
refused-key-pin-shape = Um código PIN tem 4 sinais ou mais.
refused-key-pin = Este código PIN não é o certo. Tente outra vez.
refused-key-pin-left = { $left ->
    [0] Este código PIN não é o certo. Já não há tentativas.
    [one] Este código PIN não é o certo. Tem mais 1 tentativa. Não tenha pressa.
   *[other] Este código PIN não é o certo. Tem mais { $left } tentativas. Não tenha pressa.
  }
refused-key-pause = Demasiados códigos PIN errados. Tire a chave de segurança e ligue-a outra vez.
refused-key-blocked = A chave de segurança bloqueou-se para sempre. Abra com a sua outra chave.
refused-key-touch = Ninguém tocou na chave de segurança a tempo. Tente outra vez.
refused-key-out = A chave de segurança foi tirada. Ligue-a e tente outra vez.
refused-key-known = Esta chave de segurança já abre o seu espaço.
refused-key-stranger = Esta chave de segurança não abre nenhum espaço aqui.
refused-key-full = Esta chave de segurança está cheia. Use outra.
refused-key-frozen = Esta chave de segurança está bloqueada. A sua outra chave ou o cartão desbloqueia-a.
refused-key-other = A chave de segurança recusa. Tire-a, ligue-a e comece outra vez.

## Guardião de uma pessoa
held-title = É guardião de
held-asks = Pede para recuperar o seu espaço.
held-calm = Não pede nada.
held-beside = Fique ao lado desta pessoa, ou ligue-lhe.
held-compare = Comparar as imagens
held-no-card = Esta pessoa não tem o cartão
held-number = O número do pedido
held-number-where = Está escrito no ecrã desta pessoa.
held-know = Reconhece esta pessoa?
held-know-how = Olhe para a cara, ou ouça a voz.
held-approve = Reconheço esta pessoa
held-not = Não é esta pessoa
held-approved = Obrigado. Reconheceu esta pessoa.
held-refused = O pedido está parado.
compare-title = Compare as 5 imagens
compare-how = O outro ecrã mostra as mesmas, na mesma ordem?
compare-same = As mesmas
compare-differ = Não são as mesmas
compare-wait = O outro ecrã ainda não respondeu. Espere um pouco.
freeze = Bloquear a chave
freeze-title = Bloquear a chave desta pessoa?
freeze-what = Nenhuma chave sua abrirá mais nada.
freeze-back = Nada se apaga. Pode desbloquear a chave aqui.
freeze-yes = Sim, bloquear
freeze-undo = Desbloquear a chave
freeze-done = A chave está bloqueada.
freeze-undone = A chave funciona de novo.

## As minhas chaves
sticks-title = As minhas chaves
sticks-own = Esta chave
sticks-other = Outra chave, número { $place }
sticks-since = Chave adicionada em { $day }
sticks-added = Adicionada em { $day }
sticks-one = Uma segunda chave ajuda se perder esta.
sticks-add = Juntar uma chave
stick-lost = Perdeu esta chave?
stick-block-what = Uma chave bloqueada já não abre nada.
stick-block = Bloquear esta chave
stick-unblock = Desbloquear esta chave
stick-blocked = Esta chave está bloqueada.
stick-unblocked = Esta chave funciona de novo.
stick-remove = Tirar esta chave
stick-remove-what = Esta chave já não abre nada, nem com o código.
stick-remove-code = Para tirar esta chave, escreva o seu código
stick-removed = A chave foi tirada.
renew-title = Renovar a minha chave
renew-short = renovar
renew-what = Talvez alguém tenha copiado a sua chave. Renovada, torna inútil qualquer cópia.
renew-leave-in = Deixe a chave ligada. O seu código não muda.
renew-code = Para renovar a chave, escreva o seu código
renew-done = A sua chave está renovada.
add-stick-ask = Peça outra chave à sua associação.
add-stick-plug = Ligue aqui a outra chave. Deixe a primeira ligada.
add-stick-wait = À procura da outra chave.
add-stick-account = Esta chave é para um espaço novo.
add-stick-recovery = Esta chave é para recuperar um espaço.
add-stick-another = Peça à sua associação uma chave para juntar.
add-stick-there = A outra chave está aqui.
add-stick-code = Vai abrir com o mesmo código.
add-stick-type = Para juntar esta chave, escreva o seu código
add-stick-done = Está feito. Guarde a outra chave noutro lugar.
skey-have = Tenho uma chave de segurança
skey-open = Abrir com uma chave de segurança
skey-add = Juntar uma chave de segurança
skey-what = Uma chave de segurança compra-se numa loja. Toca-se nela para abrir.
skey-plug = Ligue a chave de segurança.
skey-wait = À procura da chave de segurança.
skey-there = A chave de segurança está aqui.
skey-pin = Código PIN da chave de segurança
skey-pin-hint = Não é o código do seu espaço.
skey-needed = É precisa a sua chave de segurança
skey-touch = Toque na chave de segurança quando piscar.
skey-touch-twice = Toque na chave de segurança 2 vezes, quando piscar.
skey-code = Para juntar a chave de segurança, escreva o seu código
skey-done = Está feito. A chave de segurança também abre o seu espaço.
skey-own = Esta chave de segurança
skey-since = Chave de segurança adicionada em { $day }
skey-other = Outra chave de segurança, número { $place }
skey-removed = A chave de segurança foi tirada.
lost-title = Perdi uma chave
lost-only = Bloquear a minha chave perdida
lost-what = Com o seu cartão, bloqueia todas as suas chaves.
lost-block = Bloquear as minhas chaves
lost-unblock = Desbloquear as minhas chaves
lost-blocked = As suas chaves estão bloqueadas. Vá à sua associação.
lost-unblocked = As suas chaves funcionam de novo.

## Preparar chaves
fleet-title = Preparar chaves
fleet-title-practice = Preparar chaves de treino
fleet-what = Cada chave precisa de um vale. O seu responsável dá os vales.
fleet-choose = Escolher a pasta dos vales
fleet-vouchers = { $count ->
    [0] Aqui nenhum vale serve.
    [one] Aqui serve { $count } vale.
    [many] Aqui servem { $count } vales.
   *[other] Aqui servem { $count } vales.
  }
fleet-unusable = O que não serve
fleet-unused-damaged = estragado, ou outra coisa
fleet-unused-structure = de outra associação
fleet-unused-realm = o real e o treino não se misturam
fleet-unused-kind = não é para um novo espaço
fleet-unused-date = não vale nesta data
fleet-unused-twice = está duas vezes
fleet-programs = A sua chave não tem todos os programas.
fleet-choose-programs = Escolher a pasta dos programas
fleet-first = Primeiro número
fleet-count = Quantas chaves
fleet-fewer = Há menos vales do que chaves.
fleet-lent = Já no seu caderno: { $numbers }.
fleet-whole = Experimentar todo o espaço de cada chave. Demora muito.
fleet-begin = Começar
fleet-now = Preparo chaves
fleet-now-practice = Preparo chaves de treino
fleet-plug = Ligue as chaves, várias ao mesmo tempo.
fleet-keep = Deixe também a sua chave ligada.
fleet-progress = Chaves prontas: { $ready } de { $all }
fleet-number = Chave n.º { $number }
fleet-is-again = Continuo.
fleet-is-writing = Escrevo.
fleet-is-checking = Verifico.
fleet-is-ready = Pronta. Ejete-a e cole a etiqueta { $number }.
fleet-is-not-removable = Isto não é uma chave. Não lhe toco.
fleet-is-read-only = Não se pode escrever nesta chave. Use outra.
fleet-is-too-small = Esta chave é pequena demais. Use outra.
fleet-is-foreign = Esta chave não está vazia. Use uma vazia.
fleet-is-link = Há algo desconhecido nesta chave. Use outra.
fleet-is-somebody = Esta chave é de alguém. Não lhe toco.
fleet-is-practised = É uma chave de treino. Já foi usada.
fleet-is-gone = Esta chave já não está. Ligue-a outra vez.
fleet-is-damaged = Esta chave está estragada. Talvez seja de alguém.
fleet-is-elsewhere = Esta chave vem de outra oficina.
fleet-is-pulled = Esta chave saiu cedo demais. Ligue-a outra vez: continua.
fleet-is-stopped = Parou. Esta chave continua se a ligar outra vez.
fleet-is-forgets = Esta chave perde o que escrevo. Deite-a fora. O número irá para outra.
fleet-is-remembered = Este computador não deixa verificar esta chave. Use outra.
fleet-is-no-voucher = Já não há vales. Peça mais ao seu responsável.
fleet-is-numbers = Todos os números estão ocupados.
fleet-is-waits = Falta uma chave começada. Ligue-a outra vez.
fleet-is-stick = Esta chave não funciona. Use outra.
fleet-is-journal = O diário dos vales não funciona. Nada se escreve.
fleet-is-programs = Os programas não funcionam. Nada se escreve.
fleet-not-named = Estes vales são para o treino. Falta ao lado «practice-locator». Peça-o ao seu responsável.
fleet-folder-locator = «practice-locator» está estragado ou é falso. Nada se escreve. Peça outra pasta ao seu responsável.
fleet-folder-real-locator = «practice-locator» não é para o treino. Nada se escreve. Peça outra pasta ao seu responsável.
fleet-folder-other = Estes vales não vão com «practice-locator». Nada se escreve. Peça outra pasta ao seu responsável.
fleet-folder-real = Há vales reais nesta pasta de treino. Nada se escreve. Ponha-os noutra pasta.
fleet-folder-mixed = Os vales desta pasta são de mais de uma associação. Nada se escreve. Peça outra pasta ao seu responsável.
fleet-folder-changed = Esta pasta mudou. Nada se escreve. Escolha-a outra vez.
fleet-found = { $count ->
    [one] { $count } coisa nela: { $names }
    [many] { $count } coisas nela: { $names }
   *[other] { $count } coisas nela: { $names }
  }
fleet-erase = Apagar e preparar
fleet-erase-title = Apagar esta chave?
fleet-erase-what = Tudo o que está nela será perdido.
fleet-erase-yes = Sim, apagar
fleet-lost = Chave perdida
fleet-lost-title = A chave n.º { $number } está perdida?
fleet-lost-what = O número irá para outra chave. Será preciso outro vale.
fleet-lost-yes = Sim, está perdida
fleet-portal = O portal não responde. As chaves escrevem-se na mesma. As primeiras aberturas vão esperar.
fleet-rows = Todos os números
fleet-row-todo = por fazer
fleet-row-begun = começada
fleet-row-ready = pronta
fleet-row-given-up = por refazer
fleet-stop = Parar
fleet-stopped = Parou. As chaves começadas continuam noutro dia.
fleet-anew = Preparar outras chaves
fleet-done = Todas as chaves estão prontas.
fleet-failed = Este computador não diz o que está ligado.
fleet-print = Etiquetas e um cartão por chave
fleet-name = Nome da associação
fleet-phone = Telefone para ligar
fleet-labels = Guardar as etiquetas
fleet-cards = Guardar um cartão por chave
fleet-saved = Está guardado.
practice-title = Chaves de treino
practice-what = Estas chaves servem para aprender. Nada nelas é real.
practice-choose = Escolher a pasta dos vales de treino
practice-who = Quem estará na chave?
practice-plug = Ligue uma chave de treino.
practice-left = { $count ->
    [0] Não resta nenhum vale.
    [one] Resta { $count } vale.
    [many] Restam { $count } vales.
   *[other] Restam { $count } vales.
}
practice-reset = Começar de novo
practice-is-practice = É uma chave de treino.
practice-is-ready = É a chave de { $name }. O seu código: { $code }.
practice-is-working = Um momento. Deixe a chave ligada.
practice-is-real = É uma chave real. Não lhe toco.
practice-is-empty = Esta chave está vazia.
practice-is-other = Não é uma chave de treino.
practice-is-damaged = Esta chave está danificada. Não lhe toco.
refused-fleet-numbers = Estes números não servem. Prepare de 1 a 1000 chaves.
refused-sheet-long = O nome tem 36 sinais no máximo. O telefone tem 20.
refused-sheet-letters = A impressora quer letras latinas.

## Recuperar o meu espaço
forgotten-card = Leve o seu cartão de socorro, se o tiver.
forgotten-holder = Um guardião reconhece-o. Depois escolhe um código novo.
ask-title = Recuperar o meu espaço
ask-safe = Os seus papéis continuam lá.
ask-no-card = Não tenho o meu cartão
ask-code = Escreva o seu código novo
ask-code-which = É o código escolhido no início do pedido.
ask-number = O número do seu pedido
ask-number-say = Diga-o ao seu guardião.
ask-holder = O seu guardião abre «As minhas pessoas» no ecrã dele.
ask-wait = À espera do seu guardião.
ask-one-more = 1 guardião reconheceu-o. Falta mais 1.
ask-compare = Leia estas imagens ao seu guardião.
ask-cut = A comparação foi cortada. É preciso um novo pedido.
ask-until = Poderá abrir o seu espaço em { $day }.
ask-why-two = Sem cartão, é preciso esperar 2 dias.
ask-why-week = Os seus guardiões são da mesma associação. Espere 7 dias.
ask-why = Entretanto, a pessoa verdadeira pode recusar.
ask-come-back = Pode fechar e voltar com esta chave.
ask-ready = O seu espaço pode abrir
ask-new-code = O seu código novo já funciona.
ask-open = Abrir o meu espaço
ask-anew = Começar de novo
ask-give-up = Parar o pedido
give-up-title = Parar este pedido?
give-up-what = Será preciso começar de novo.
ask-stopped = O pedido foi parado.
ask-refused = Um guardião recusou. Fale com ele e comece de novo.
ask-vetoed = Alguém recusou a partir deste espaço. Vá à sua associação.
ask-expired = O pedido é demasiado antigo. Comece de novo.
ask-overtaken = Os guardiões mudaram. Comece de novo.

## When something is wrong
refused-code = { $left ->
    [0] Este código não é o certo. Já não há tentativas.
    [one] Este código não é o certo. Tem mais 1 tentativa. Não tenha pressa.
   *[other] Este código não é o certo. Tem mais { $left } tentativas. Não tenha pressa.
  }
wait-seconds = { $seconds ->
    [one] Espere mais 1 segundo.
   *[other] Espere mais { $seconds } segundos.
  }
wait-minutes = { $minutes ->
    [one] Espere mais 1 minuto.
   *[other] Espere mais { $minutes } minutos.
  }
refused-frozen = Esta chave está bloqueada. Vá à sua associação.
refused-revoked = Esta chave já não funciona. Vá à sua associação.
refused-policy = Este código é muito fácil de adivinhar. Use outro código.
refused-unreachable = O portal não responde. Veja a internet e tente outra vez.
refused-certificate = Esta rede quer ler o que passa. A chave recusa. A rede deve deixar passar o portal sem ler.
refused-date = A data deste computador parece errada. Peça que a corrijam, ou use outro computador.
refused-portal = O portal tem um problema. Tente outra vez daqui a pouco.
refused-sheet = Esta lista está danificada. Nada foi apagado. O resto funciona. Avise a sua associação.
refused-stick = A chave não responde. Tire-a e ligue-a outra vez.
refused-stick-room = Já não há espaço na chave. Pergunte à sua associação.
refused-stick-forgets = A chave não guarda o que se escreve nela. Peça outra chave à sua associação.
refused-version-old = A sua chave já tem uma versão mais recente.
refused-damaged = A chave está estragada. Vá à sua associação.
refused-state = A chave não pode fazer isso. Vá à sua associação.
refused-read-only = Hoje pode ler, mas não mudar nada.
refused-paper = Este papel não é aceite. Tente com outro.
refused-too-large = Este papel é grande demais.
refused-largest = Um papel pode ter { $most } no máximo.
refused-empty = Este papel está vazio.
refused-picture = Esta foto não abre. Tente com outra.
refused-corners = Os cantos estão mal postos. Afaste-os.
refused-pages = Este papel tem páginas a mais.
refused-stopped = A entrada parou. Este papel não foi junto.
refused-gone = Este papel já não está lá.
refused-full = Já não há lugar. Apague um papel.
refused-locked = O seu espaço está fechado. Abra-o outra vez.
refused-newer = Esta chave é antiga demais para isto. Peça à sua associação para a pôr em dia.
refused-no-clipboard = Este computador não deixa copiar.
refused-totp = Não é uma chave secreta. Copie-a outra vez.
refused-import = Não é um pacote levado de um espaço. Escolha outro.
refused-not-saved = Não é possível guardar aqui. Escolha outro lugar.
refused-no-date = Com este dia não há nenhuma data por vir.
refused-no-browser = O site não abre neste computador.
refused-other = Não funcionou. Tente outra vez.

## As outras 16 imagens de uma comparação
compared-bus = Autocarro
compared-bag = Mala
compared-calendar = Calendário
compared-camera = Máquina fotográfica
compared-wheel = Roda
compared-globe = Terra
compared-heart = Coração
compared-hourglass = Ampulheta
compared-house = Casa
compared-padlock = Cadeado
compared-music = Música
compared-phone = Telefone
compared-scales = Balança
compared-signpost = Placa
compared-wallet = Carteira
compared-bin = Caixote

## The 16 pictures
picture-sun = Sol
picture-tree = Árvore
picture-fish = Peixe
picture-bird = Pássaro
picture-flower = Flor
picture-umbrella = Guarda-chuva
picture-boat = Barco
picture-bicycle = Bicicleta
picture-cat = Gato
picture-carrot = Cenoura
picture-bread = Pão
picture-cup = Chávena
picture-scissors = Tesoura
picture-chair = Cadeira
picture-shoe = Sapato
picture-mountain = Montanha

notebook-title = Caderno de empréstimos
notebook-none = Escreva aqui quem tem cada número. O portal não pode lê-lo.
notebook-add = Adicionar um empréstimo
notebook-entry = Um empréstimo
notebook-what = O que é emprestado
notebook-stick = Chave
notebook-computer = Computador
notebook-phone = Telefone
notebook-number = O seu número
notebook-name = O nome da pessoa
notebook-find = Procurar um número ou um nome
notebook-unfound = Nada corresponde.
notebook-wrong = Escreva um número e um nome.
notebook-there = Este número já tem um nome. Toque nele no caderno.
notebook-since = Desde { $day }
notebook-remove-title = Retirar esta pessoa do caderno?
notebook-save = Guardar uma cópia do caderno
notebook-save-warning = Esta cópia abre sem código. Guarde-a num lugar seguro.
notebook-saved = A cópia está feita.
