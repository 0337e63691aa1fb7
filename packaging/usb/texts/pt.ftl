# status: draft
# Portuguese, translated from fr.ftl in its order. Nobody who grew up with it has reread it yet.

title = A chave
what = Esta chave abre o seu espaço.
what-none = Não tem nenhum nome escrito.
windows-title = No Windows
windows = Abra isto, duas vezes seguidas:
linux-title = No Linux
linux = Abra isto, duas vezes seguidas:
then-title = Depois
then-code = Escreva o seu código.
then-secret = Guarde-o para si.
leave-title = Para sair
leave = Toque em Fechar e sair. Depois tire a chave.
help-title = Não funciona?
help = Vá à associação que lhe deu a chave.
lost-title = Esta chave não é sua?
lost = Não abre nada sem o código. Dê-a a uma associação de ajuda.
missing-title = Falta alguma coisa
missing = Falta alguma coisa neste computador.
missing-calm = A chave está bem. Os seus papéis não se perderam.
missing-other-title = O mais fácil
missing-other = Use outro computador.
missing-show-title = Se não
missing-show = Mostre esta página a quem trata deste computador. É preciso instalar:
said-changed = Esta chave foi mudada. Não escreva o seu código. Mostre a chave à sua associação.
said-nothing = Esta chave não tem programa para este computador. Mostre a chave à sua associação.
said-missing = Falta alguma coisa neste computador. A chave está bem. Use outro computador ou peça ajuda.
