# status: draft
# Romanian, translated from fr.ftl in its order. Nobody who grew up with it has reread it yet.

title = Cheia
what = Această cheie vă deschide spațiul.
what-none = Niciun nume nu este scris pe ea.
windows-title = Pe Windows
windows = Deschideți aceasta, de două ori la rând:
linux-title = Pe Linux
linux = Deschideți aceasta, de două ori la rând:
then-title = Apoi
then-code = Scrieți codul.
then-secret = Păstrați-l pentru dumneavoastră.
leave-title = Ca să plecați
leave = Atingeți Închideți și plecați. Apoi scoateți cheia.
help-title = Nu merge?
help = Mergeți la asociația care v-a dat cheia.
lost-title = Această cheie nu este a dumneavoastră?
lost = Fără cod nu deschide nimic. Dați cheia unei asociații care ajută.
missing-title = Lipsește ceva
missing = Lipsește ceva pe acest calculator.
missing-calm = Cheia este bună. Actele dumneavoastră nu sunt pierdute.
missing-other-title = Cel mai simplu
missing-other = Luați alt calculator.
missing-show-title = Dacă nu
missing-show = Arătați această pagină cui are grijă de acest calculator. Trebuie instalat:
said-changed = Această cheie a fost schimbată. Nu scrieți codul. Arătați cheia asociației dumneavoastră.
said-nothing = Această cheie nu are program pentru acest calculator. Arătați cheia asociației dumneavoastră.
said-missing = Lipsește ceva pe acest calculator. Cheia este bună. Luați alt calculator sau cereți ajutor.
