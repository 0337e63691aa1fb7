# status: draft
# Spanish, translated from fr.ftl in its order. Nobody who grew up with it has reread it yet.

title = La llave
what = Esta llave abre su espacio.
what-none = No lleva escrito ningún nombre.
windows-title = En Windows
windows = Abra esto, dos veces seguidas:
linux-title = En Linux
linux = Abra esto, dos veces seguidas:
then-title = Después
then-code = Escriba su código.
then-secret = Guárdelo para usted.
leave-title = Para irse
leave = Toque Cerrar y salir. Después saque la llave.
help-title = ¿No funciona?
help = Vaya a la asociación que le dio la llave.
lost-title = ¿Esta llave no es suya?
lost = No abre nada sin el código. Désela a una asociación de ayuda.
missing-title = Falta algo
missing = Falta algo en este ordenador.
missing-calm = La llave está bien. Sus papeles no se han perdido.
missing-other-title = Lo más fácil
missing-other = Use otro ordenador.
missing-show-title = Si no
missing-show = Enseñe esta página a quien cuida este ordenador. Hay que instalar:
said-changed = Alguien cambió esta llave. No escriba su código. Enseñe la llave a su asociación.
said-nothing = Esta llave no tiene programa para este ordenador. Enseñe la llave a su asociación.
said-missing = Falta algo en este ordenador. La llave está bien. Use otro ordenador o pida ayuda.
