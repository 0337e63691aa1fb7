# status: draft
# Ukrainian, translated from fr.ftl in its order. Nobody who grew up with it has reread it yet.

## Always here
product = Ключ
skip = Перейти до вмісту
always-there = Завжди тут
back = Назад
help = Допомога
listen = Слухати
listen-stop = Тиша
leave = Закрити й піти
practice = Навчання
practice-why = Тут усе несправжнє.
working = Зачекайте, будь ласка.
cancel = Скасувати
close = Закрити
go-on = Далі

## Help
help-title = Допомога
help-code = Код відкриває ваш простір. Нікому його не кажіть.
help-leave = Перед відходом натисніть «Закрити й піти». На цьому комп’ютері нічого не залишиться.
help-quick = Можна також вийняти ключ. Або 3 рази натиснути клавішу Esc.
help-lost = Не знаєте, що робити? Ідіть до організації, яка дала вам ключ.

## The voice
listen-none-title = Тут немає голосу
listen-none = На цьому комп’ютері немає голосу вашою мовою.
listen-none-what = Попросіть когось прочитати разом із вами.
listen-failed = Голос не відповідає. Спробуйте ще раз.
listen-secret = Голос не каже того, що є таємницею.

## Keyboard on the screen
keyboard-open = Клавіатура на екрані
keyboard-close = Закрити клавіатуру
keyboard-latin = Латинські літери
keyboard-arabic = Арабські літери
keyboard-cyrillic = Кириличні літери
key-space = Пробіл
key-shift = Великі літери
key-line = Новий рядок

## Leaving
unsent-title = Не все збережено
unsent-body = Те, що ви зробили тут, буде втрачено.
unsent-stay = Залишитися тут
unsent-leave = Усе одно піти
not-sent-yet = Інтернет зник. Це ще не надіслано. Залишайтеся тут: усе надішлеться саме.
locked-window = Закрито
locked-left-title = Закрито
locked-left = Можете вийняти ключ.
locked-idle-title = Закрито
locked-idle = Ніхто не торкався комп’ютера 5 хвилин.
locked-removed-title = Ключ вийнято
locked-removed = Ваш простір закрито.
locked-nothing = На цьому комп’ютері нічого не залишилося.
locked-again = Відкрити знову

## Starting
starting = Ключ запускається
no-stick-missing-title = Де ключ?
no-stick-missing = Вставте ключ, потім натисніть «Спробувати ще раз».
no-stick-damaged-title = Ключ пошкоджено
no-stick-damaged = Ваші папери не втрачено. Ідіть до організації, яка дала вам ключ.
no-stick-second-title = Це ключ, який треба додати
no-stick-second = Він доповнює інший ключ. Відкрийте іншим, потім додайте цей.
no-stick-unknown-title = Ключ не відповідає
no-stick-unknown = Вийміть ключ. Вставте його ще раз.
try-again = Спробувати ще раз

## Language
language-window = Мова
language-title = Оберіть свою мову
language-kept = Мова змінюється одразу.
language-draft = Цей переклад – чернетка. Його ще ніхто не перечитав.

## Code
code-title = Ваш код
code-kind = Мій код складається з
code-kind-digits = Цифри
code-kind-pictures = Малюнки
code-type-digits = Введіть свої 6 цифр.
code-type-pictures = Натисніть свої 5 малюнків по порядку.
code-chosen = { $count ->
    [0] Не обрано жодного малюнка з 5
    [one] Обрано { $count } малюнок із 5
    [few] Обрано { $count } малюнки з 5
   *[many] Обрано { $count } малюнків із 5
  }
code-erase = Стерти
code-show = Показати
code-hide = Сховати
code-open = Відкрити
code-opening = Ваш простір відкривається.
code-shuffle = Перемішати клавіші
code-forgotten = Я не пам’ятаю свій код
forgotten-title = Ви не пам’ятаєте свій код
forgotten-body = Нічого страшного. Ваші папери на місці.
forgotten-where = Ідіть до організації, яка дала вам ключ.
wait-over = Тепер можна спробувати.

## First opening
first-title = Ваш новий код
first-show = Ось ваш код. Вивчіть його, потім введіть.
first-hidden = Код сховано. Введіть його ще раз.
first-another = Інший код
first-own = Обрати самостійно
first-own-how = Не беріть дати й ряди, як-от 1 2 3.
first-own-again = Обрати знову
first-propose = Запропонуйте мені код
first-see-again = Побачити мій код знову
first-yours = Ваш код
first-different = Це не той самий код. Не поспішайте.
first-making = Ваш простір готується.

## Rescue card
card-title = Ваша запасна картка
card-why = Ця картка допоможе, якщо ви забудете код.
card-keep = Надрукуйте або перепишіть її. Тримайте її окремо від ключа.
card-is = Текст вашої картки
card-print = Надрукувати
card-have = Моя картка зі мною
card-later = Пізніше
card-read-title = Прочитайте свою картку
card-read = Введіть текст своєї картки.
card-hint = Пробіли й дефіси не потрібні.
card-check = Перевірити
card-wrong = Це не той самий текст. Уважно подивіться на картку.
card-again = Побачити картку знову

## Home
home-window = Початок
home-title = Добрий день
home-doors = 3 двері
home-also = Також
home-papers = Мої папери
home-steps = Мої справи
home-dates = Мої дати
home-settings = Налаштування
notices-title = Варто знати
notice-wrong-codes = { $count ->
    [one] Хтось увів { $count } неправильний код.
    [few] Хтось увів { $count } неправильні коди.
   *[many] Хтось увів { $count } неправильних кодів.
  }
notice-renewal = Скоро треба оновити ключ.
notice-visit = Зайдіть до своєї організації, коли зможете.
notice-mended = Пошкоджену копію на ключі виправлено.
notice-read-only = Сьогодні можна читати, але не змінювати.
notice-nothing-pinned = Це перший раз із цим ключем.
notice-recovery = Хтось просить знову відкрити ваш простір. Якщо це не ви, повідомте організацію.
notice-memory = Цей комп’ютер погано береже таємниці. Якщо можете, візьміть інший.
notice-idle = Цей простір ніхто не відкривав два роки. Він мав зникнути. Тепер він залишається.
notice-said-dead = Нам сказали, що ви померли. Це виправлено. Ваші помічники знову можуть вам допомагати.
closing-title = { $name } закривається
closing-until = Ваш простір ще відкривається. Останній день: { $day }. Заберіть те, що належить вам.

## My dates
dates-title = Мої дати
dates-today = Сьогодні: { $day }
dates-none = Ви ще не стежите за жодною датою.
dates-none-how = Додайте дату або оберіть справу, щоб за нею стежити.
dates-add = Додати дату
dates-print = Надрукувати мої дати
dates-others = Побачити інші дати
now-title = Зробити зараз
now-until = Останній день: { $day }
now-see = Побачити
date-window = Дата
date-left = { $days ->
    [0] Сьогодні останній день
    [one] Залишився { $days } день
    [few] Залишилося { $days } дні
   *[many] Залишилося { $days } днів
  }
date-in = { $days ->
    [0] Це сьогодні
    [1] Це завтра
    [one] Через { $days } день
    [few] Через { $days } дні
   *[many] Через { $days } днів
  }
date-from = Початок: { $day }
date-over = Останній день минув
date-is-done = Зроблено
date-between = Коли можна зробити: перший день – { $from }, останній день – { $to }
date-hour = Час: { $hour }
date-ends = Останній день цього паперу: { $day }
date-mark = Зроблено
date-unmark = Не зроблено
date-marked = Записано: ви це зробили.
date-unmarked = Записано: це ще треба зробити.
date-service = Побачити справу
date-paper = Побачити папір
new-date-title = Додати дату
new-date-what = Про що йдеться?
new-date-example = Наприклад: візит до лікаря
new-date-day = Який день?
new-date-hour = О котрій годині?
hour-none = Без часу
new-date-keep = Зберегти цю дату
new-date-kept = Дату збережено.
new-date-untitled = Напишіть, про що йдеться.
field-day = День
field-month = Місяць
field-year = Рік
day-wrong = Такого дня немає. Подивіться на день, місяць і рік.
follow = Стежити за датами
follow-end = Який день останній?
follow-end-where = Подивіться на свою картку або довідку.
follow-beginning = Якого дня це почалося?
follow-month = У якому місяці була ваша остання декларація?
follow-event = Який це день?
follow-ok = Стежити
following = Ви стежите за цими датами.
follow-next = Наступного разу: перший день – { $from }, останній день – { $to }
unfollow = Більше не стежити
unfollow-title = Більше не стежити?
unfollow-what = Цього більше не буде у ваших датах.
unfollow-no = Зберегти
unfollowed = Цього більше немає у ваших датах.

## Мої справи
steps-title = Мої справи
steps-search = Що ви шукаєте?
steps-examples = Наприклад:
steps-found = { $count ->
    [0] Нічого не знайдено. Спробуйте інше слово.
    [one] Знайдено { $count } справу.
    [few] Знайдено { $count } справи.
    [many] Знайдено { $count } справ.
   *[other] Знайдено { $count } справи.
  }
steps-themes = Обрати за темою
steps-others = Інші
steps-in-french = Тексти цієї сторінки написані французькою.
life-health = Здоров’я
life-work = Робота і навчання
life-abroad = Іноземець у Франції
life-urgent = Термінова допомога
life-school = Сім’я і школа
life-identity = Папери та громадянство
life-age = Інвалідність і вік
life-rights = Правосуддя і права
life-help = Знайти допомогу
service-window = Справа
service-what = Для чого це
service-who = Для кого
service-local = Тільки тут:
service-when = Коли
service-checked = Перевірено: { $day }.
service-source = Джерело:
service-unchecked = Це ще не перевірено.
service-ask = Запитайте також вашу організацію.
service-where = Де
service-call = Телефон:
service-remembers = Цей комп’ютер може запам’ятати цей сайт.
service-code = Нікому не кажіть код вашого ключа.
service-go = Перейти на сайт
service-opened = Сайт відкривається в іншому вікні.

## Which paper it is
kind-window = Папір
kind-title = Який це папір?
kind-search = Знайдіть його назву або оберіть його.
kind-others = Побачити інші папери
kind-none = Жоден із цих паперів
kind-end-where = Він написаний на папері.
kind-keep = Зберегти
kind-no-end = Не знаю або немає
kind-kept = Записано.
paper-expired = Термін минув
paper-ends-soon = Скоро закінчиться
search-papers = Шукати папір
search-found = { $count ->
    [0] Нічого не знайдено. Спробуйте інше слово.
    [one] Знайдено { $count } папір.
    [few] Знайдено { $count } папери.
   *[many] Знайдено { $count } паперів.
  }
search-inside = Шукати також у тексті паперів
search-inside-done = Прочитано паперів: { $done } з { $total }.
search-unread = { $count ->
    [one] Не вдалося прочитати { $count } папір.
    [few] Не вдалося прочитати { $count } папери.
   *[many] Не вдалося прочитати { $count } паперів.
  }

## What I need
needs-title = Що мені потрібно
needs-have = У мене є
needs-too-old = Надто старий
needs-missing = Бракує
needs-until = Останній день: { $day }
needs-where = Де його взяти:
needs-how = Що робити?
needs-words = Важкі слова

## Contacts
contacts-title = Мої контакти
contacts-none = Зберігайте тут свої корисні номери.
contact-add = Додати контакт
contact-window = Контакт
contact-name = Ім’я або назва
contact-phone = Телефон
contact-mail = Електронна пошта
contact-address = Адреса
contact-note = Що ще треба знати
contact-empty = Є лише ім’я або назва.
contact-unnamed = Напишіть ім’я або назву.
contact-remove-title = Видалити цей контакт?
edit = Змінити
kept = Збережено.
removed = Видалено.
remove-what = Повернути це буде неможливо.
remove-yes = Видалити

## Passwords of sites
login-all = Мої паролі
login-none = Зберігайте тут паролі своїх сайтів.
login-add = Додати сайт
login-window = Сайт
login-site = Який сайт?
login-site-example = Наприклад: CAF
login-address = Його адреса в інтернеті
login-name = Ваше ім’я на цьому сайті
login-make = Ключ придумає пароль
login-password = Ваш пароль
login-note = Що ще тримати в таємниці
login-totp = Секретний ключ кодів, які змінюються
login-totp-what = Лише якщо сайт дав його вам.
login-stays = Залиште порожнім, щоб нічого не змінити.
login-hold = Натисніть і тримайте, щоб побачити
login-copy = Скопіювати
login-copy-secret = Скопіювати пароль
login-copied = Скопійовано на 30 секунд.
login-code = Побачити код, який змінюється
login-code-left = { $seconds ->
    [one] Ще { $seconds } секунда
    [few] Ще { $seconds } секунди
   *[many] Ще { $seconds } секунд
  }
login-unnamed = Напишіть назву сайту.
login-remove-title = Видалити цей сайт?

## My papers
papers-title = Мої папери
papers-count = { $count ->
    [0] Порожньо
    [one] { $count } папір
    [few] { $count } папери
   *[many] { $count } паперів
  }
papers-private = Лише для вас
room-plenty = Місце ще є.
room-little = Місця залишилося мало.
room-none = Місця більше немає.
folder-identity = Особа
folder-family = Сім’я
folder-health = Здоров’я і підтримка
folder-work = Робота
folder-housing = Житло
folder-transport = Транспорт
folder-money = Гроші й допомога
folder-justice = Правосуддя
folder-abroad = Закордон і Європа
folder-leisure = Дозвілля
folder-groups = Об’єднання
folder-private = Приватне

## A folder
folder-window = Папка
folder-list = Папери цієї папки
folder-empty = Ця папка порожня.
folder-empty-how = Натисніть «Додати папір». Можна також перетягнути його сюди.
folder-add = Додати папір
folder-choose = Обрати папери на комп’ютері
folder-note = Написати нотатку
folder-all = Побачити всі папери
folder-bin = Видалені папери
folder-drop = Перетягніть сюди
paper-kind = Папір
note-kind = Нотатка
paper-since = Додано: { $day }
adding = { $total ->
    [one] Ваш папір переходить у ваш простір.
   *[other] Папір { $now } з { $total }: переходить у ваш простір.
  }
adding-stop = Зупинити
added = { $count ->
    [0] Жодного паперу не додано.
    [one] Додано { $count } папір.
    [few] Додано { $count } папери.
   *[many] Додано { $count } паперів.
  }
added-not = «{ $title }» не додано.
added-place = «{ $title }»: це фото може сказати, де його знято.
added-more = { $count ->
    [one] І ще { $count }.
   *[other] І ще { $count }.
  }
added-rest = { $count ->
    [one] { $count } папір ще чекає на комп’ютері.
    [few] { $count } папери ще чекають на комп’ютері.
   *[many] { $count } паперів ще чекають на комп’ютері.
  }
bin-window = Видалені папери
bin-title = Видалені папери
bin-empty = Тут немає видалених паперів.
bin-restore = Повернути
bin-restore-name = Повернути { $title }
bin-restored = Повернуто в папку: { $title }

## Сфотографувати папір
scan-window = Сфотографувати папір
scan-how = Покладіть папір рівно, при доброму світлі.
scan-sight = Що бачить камера
scan-starting = Камера вмикається.
scan-take = Зробити фото
scan-choose = Обрати фото
scan-none = Камеру не знайдено.
scan-failed = Камера тут не працює.
scan-none-how = Оберіть фото, які є на цьому комп’ютері.
scan-photo = Фото
scan-crop-title = Де папір?
scan-crop-how = Торкніться кожного кута паперу на фото.
scan-crop-keys = На клавіатурі стрілки пересувають кут.
scan-corner-upper-left = Лівий верхній кут
scan-corner-upper-right = Правий верхній кут
scan-corner-lower-right = Правий нижній кут
scan-corner-lower-left = Лівий нижній кут
scan-corner-at = Ширина: { $across } зі 100. Висота: { $down } зі 100.
scan-crop-keep = Залишити цю сторінку
scan-turn = Повернути фото
scan-turned = Фото повернуто.
scan-again = Зробити інше фото
scan-waiting = { $count ->
    [one] Після цього ще { $count } фото.
    [few] Після цього ще { $count } фото.
   *[many] Після цього ще { $count } фото.
  }
scan-left = { $count ->
    [one] Ще чекає { $count } фото.
    [few] Ще чекають { $count } фото.
   *[many] Ще чекає { $count } фото.
  }
scan-pages-title = Сторінки вашого паперу
scan-name = Назва паперу
scan-add = Додати сторінку
scan-keep = Покласти в мій простір
scan-most = У папері щонайбільше { $most } сторінок.
scan-earlier = Поставити раніше
scan-later = Поставити далі
scan-remove = Прибрати цю сторінку
scan-remove-title = Прибрати цю сторінку?
scan-removed = Сторінку прибрано.

## A note
note-window = Нотатка
note-title = Ваша нотатка
note-name = Назва нотатки
note-text = Ваш текст
note-keep = Зберегти нотатку
note-missing = Напишіть назву й текст.
note-missing-text = Напишіть текст.
note-edit = Змінити нотатку
note-kept = Нотатку збережено.

## A paper
paper-window = Папір
paper-picture = Зображення паперу
paper-page = Сторінка { $page } з { $pages }
paper-text = Текст цієї сторінки
paper-before = Попередня сторінка
paper-after = Наступна сторінка
paper-larger = Збільшити
paper-smaller = Зменшити
paper-reading = Ваш папір завантажується.
paper-cut = Решта тут не показується. Вона надійно збережена.
paper-no-view = Цей папір тут не показується. Він надійно збережений.
paper-rename = Змінити назву
paper-move = Змінити папку
paper-delete = Видалити
paper-deleted = Цей папір видалено.
paper-deleted-where = Він чекає у видалених паперах цієї папки.
paper-undo = Скасувати видалення
paper-undone = Папір повернуто.
paper-in = Папка: { $folder }
rename-title = Змінити назву
rename-label = Нова назва
rename-ok = Зберегти цю назву
rename-done = Назву змінено.
move-title = Змінити папку
move-ask = У яку папку?
move-private = У папці «Приватне» його більше ніхто не бачить.
move-done = Папір перейшов в іншу папку.

## Settings
settings-title = Налаштування
look-size = Розмір літер
look-size-usual = Звичайний
look-size-large = Великий
look-size-larger = Дуже великий
look-size-largest = Найбільший
look-colours = Кольори
look-better = Краще бачити
look-computer = Як на комп’ютері
look-light = Світлі
look-dark = Темні
look-contrast = Сильний контраст
look-letters = Форма літер
look-letters-usual = Звичайна
look-letters-dyslexic = Для дислексії
look-lines = Відстань між рядками
look-lines-usual = Звичайна
look-lines-wide = Більша
look-movement = Рухи
look-movement-none = Без руху
look-reading = Читання вголос
look-reading-asked = Коли натискаю «Слухати»
look-reading-always = Завжди, кожну сторінку
look-keyboard = Клавіатура на екрані
look-keyboard-asked = Коли натискаю «Клавіатура»
look-keyboard-always = Завжди
look-kept = Збережено. Цей вибір буде з вами на кожному комп’ютері.
look-not-kept = Цей вибір діє лише цього разу.
settings-others = Побачити інші налаштування
settings-language = Мова
settings-stick = Що є на моєму ключі

## My rights
rights-title = Мої права
rights-what = Ваш простір належить вам. Ви вирішуєте все.
export-title = Взяти все з собою
export-what = Ваші папери, нотатки й дати потраплять в один пакунок.
export-warning = Цей пакунок більше не захищений. Тримайте його в безпечному місці.
export-done = { $count ->
    [0] Пакунок готовий. Паперів не було.
    [one] Пакунок готовий, у ньому { $count } папір.
    [few] Пакунок готовий, у ньому { $count } папери.
   *[many] Пакунок готовий, у ньому { $count } паперів.
  }
export-missing = { $count ->
    [one] Бракує { $count } папера: портал його вже не має.
    [few] Бракує { $count } паперів: портал їх уже не має.
    [many] Бракує { $count } паперів: портал їх уже не має.
   *[other] Бракує { $count } паперів: портал їх уже не має.
  }
login-export = Взяти також мої паролі
import-title = Повернути все
import-what = Оберіть пакунок, який ви взяли з іншого простору.
import-ok = Обрати пакунок
import-done = { $count ->
    [0] Усе вже було тут.
    [one] Повернуто { $count } папір.
    [few] Повернуто { $count } папери.
   *[many] Повернуто { $count } паперів.
  }
delete-title = Видалити мій простір
delete-all = Ваші папери, нотатки й усе інше зникнуть.
delete-who = Ніхто не зможе їх повернути, навіть ваша організація.
delete-days = Ви матимете 7 днів, щоб передумати.
delete-keys = Через 7 днів ваші ключі більше нічого не відкриють.
delete-go-on = Далі
delete-code = Введіть свій код, щоб видалити
deleting-title = Ваш простір зникне
deleting-until = Його буде видалено після цього дня: { $day }
deleting-nothing = Цей простір буде видалено. У ньому більше нічого не можна зробити.
deleting-how = Ви передумали? Збережіть свій простір.
deleting-keep = Зберегти мій простір
dates-save = Додати в календар
dates-save-what = Ваші дати потраплять у календар телефона або комп’ютера.
save-stays = Вони залишаться там, де ви їх збережете.
save-ok = Обрати, де зберегти
saved = Збережено.

## What my key holds
stick-title = Що є на моєму ключі
stick-reading = Ключ читається.
stick-calm = Усе від нас, нічого не говорить про вас.
stick-count = { $count ->
    [one] Щойно прочитано { $count } елемент.
    [few] Щойно прочитано { $count } елементи.
   *[many] Щойно прочитано { $count } елементів.
  }
stick-program = Програма
stick-program-what = Однакова на всіх ключах
stick-own = Замок
stick-own-what = Лише цього ключа, без імені
stick-honest = Замок закрито: усередині шукати не можна.
stick-proof = Його розмір і список – це доказ.
stick-search = Шукайте своє ім’я або слово зі своїх паперів.
stick-searching = Триває пошук.
stick-found = { $found ->
    [0] Знайдено: 0 разів.
    [one] Знайдено: { $found } раз.
    [few] Знайдено: { $found } рази.
   *[many] Знайдено: { $found } разів.
  }
stick-searched = { $searched ->
    [one] Прочитано { $searched } елемент.
    [few] Прочитано { $searched } елементи.
   *[many] Прочитано { $searched } елементів.
  }
stick-common = Це слово є також у програмі. Вона однакова на всіх ключах.
stick-differs = Цей ключ не зовсім такий, як треба.
stick-changed = { $count ->
    [one] { $count } елемент змінився.
    [few] { $count } елементи змінилися.
   *[many] { $count } елементів змінилися.
  }
stick-unlisted = { $count ->
    [one] { $count } елемента немає в нашому списку.
    [few] { $count } елементів немає в нашому списку.
   *[many] { $count } елементів немає в нашому списку.
  }
stick-missing = { $count ->
    [one] Бракує { $count } елемента.
    [few] Бракує { $count } елементів.
   *[many] Бракує { $count } елементів.
  }
stick-wrong-size = { $count ->
    [one] { $count } елемент замка має неправильний розмір.
    [few] { $count } елементи замка мають неправильний розмір.
   *[many] { $count } елементів замка мають неправильний розмір.
  }
stick-no-list = На цьому ключі немає списку його програми.
stick-no-list-what = Тому програму не можна порівняти.
stick-signed = Список підписано нами.
stick-trying = Цей ключ лише для спроб.
stick-forged = Список цього ключа не від нас.
stick-ask = Покажіть цей ключ своїй організації.
stick-table = Усе, що є на ключі
stick-all = Побачити елементи: { $count }
stick-row-listed = У списку
stick-row-unlisted = Немає в списку
stick-row-changed = Змінено
stick-row-missing = Бракує
stick-row-size = Неправильний розмір
stick-row-own = Цього ключа
stick-own-lock = Замок, закрито
stick-own-lock-twice = Той самий замок, удруге
stick-own-mark = Те, що впізнає ваш простір, закрито
stick-own-mark-twice = Те саме, удруге
stick-own-size = Завжди { $size }
stick-check = Для перевірки
stick-check-how = Порівняйте ці знаки з опублікованим списком цієї версії.
newer-title = Оновити мій ключ
newer-ready = Новіша версія програми готова.
newer-see = Переглянути
newer-papers = Ваші папери і ваш код не змінюються.
newer-size = Завантажити: { $size }.
newer-take = Оновити
newer-leave-in = Залиште ключ підключеним до кінця.
newer-old-stays = Якщо він вийде раніше, стара версія ще працює.
newer-done = Готово. Нова версія запрацює наступного разу.
newer-home = Назад на початок
newer-none = Ваш ключ уже має найновішу версію.

## Мої помічники
home-helpers = Мої помічники
home-people = Люди, яким я допомагаю
helpers-none = У вас ще немає помічника.
helpers-who = Хто може мені допомогти
helpers-give = Дати доручення
helpers-old = Колишні
role-social-worker = Соціальний працівник
role-mediator = Цифровий посередник
role-volunteer = Волонтер
role-relative = Близька людина
role-curator = Опікун або піклувальник
role-officer = Відповідальна особа
until-day = До { $day }
until-over = Закінчилося
stop = Зупинити
stop-title = Зупинити це доручення?
stop-now = { $helper } більше не бачитиме ваших паперів, відтепер.
stop-kept = Те, що вже прочитано, не можна забрати назад.
stop-yes = Так, зупинити зараз
stop-no = Ні, залишити
stop-done = Доручення зупинено.

## Дати доручення
give-who = Хто вам допоможе?
give-several = Обрати кількох помічників
give-most = Не більше 5 помічників.
give-number = Я маю номер помічника
give-number-type = Номер помічника
give-number-where = Він написаний на екрані помічника.
give-structure = Він з іншої організації? Введіть номер його організації.
give-structure-where = Цей номер є на папері його організації.
give-number-find = Шукати
give-nobody = Ваша організація ще не має тут помічника.
give-themes = Які теми?
give-few = Обирайте лише те, що потрібно.
give-others = Показати інші теми
give-no-theme = Оберіть принаймні одну тему.
give-terms = Що може робити помічник?
rights-see = Бачити мої папери
rights-act = Бачити й додавати
rights-drop = Лише додавати
give-long = На який час?
length-day = 1 день
length-month = 1 місяць
length-half = 6 місяців
length-year = 1 рік
consent-title = Ваше доручення
consent-gives = Ви даєте доручення: { $helper }
consent-see = Ця людина може бачити ваші папери на ці теми:
consent-act = Ця людина може бачити й додавати папери на ці теми:
consent-drop = Ця людина може лише додавати папери на ці теми:
consent-long = Це триває { $length }, до { $day }.
consent-stop = Ви можете зупинити його будь-коли, без пояснень.
consent-written = Усе зроблене записано в «Хто що зробив».
consent-only = Помічник не робить нічого іншого й нікому не розповідає.
consent-know = Запитайте, що помічник знає про вас. Попросіть виправити або стерти.
consent-guardian = Людина під опікою або піклуванням не дає доручення.
consent-guarded = Я маю опікуна або піклувальника
consent-change = Змінити права або час
consent-name = Ваше ім’я
consent-place = Місто, де ви зараз
consent-missing = Напишіть ваше ім’я та місто.
consent-full = Прочитати весь текст
consent-code = Щоб дати це доручення, введіть ваш код
consent-ok = Дати це доручення
given-title = Доручення дано
given-print = Надрукуйте двічі: для вас і для помічника.
given-sign = Підпишіть обидва.
given-proof = Зберегти доказ
given-proof-what = Доказ показує, що ніхто не змінив текст.
guardian-title = Опіка або піклування
guardian-role = Ваш опікун або піклувальник має власну роль, без доручення.
guardian-judge = Його призначив суддя, який каже, що він може робити.
guardian-ask = Ви можете відкрити йому доступ до ваших паперів.
guardian-is = { $helper }: опікун або піклувальник.
guardian-not = Цей номер не опікуна й не піклувальника.
guardian-who = Хто ваш опікун або піклувальник?
measure-title = Який захід?
measure-who = Це пише ваш опікун або піклувальник, поруч із вами.
measure-tutelle = Опіка: tutelle
measure-curatelle = Піклування: curatelle
measure-sauvegarde = Судовий захист: sauvegarde
measure-court = Суд
measure-day = Дата рішення суду
measure-missing = Оберіть захід. Напишіть суд і дату.
measure-later = Ця дата ще не настала.
access-give = Дати доступ
access-window = Доступ
access-title = Доступ людини, яка відповідає за захід
access-gives = Ви даєте доступ: { $helper }
access-terms = Що може робити ця людина?
access-stop = Ви можете зупинити доступ тут будь-коли.
access-law = Захід судді триває. Закон може вимагати деякі папери.
access-only = Ця людина читає лише те, що потрібно для заходу.
access-know = Запитайте, що ця людина знає про вас. Попросіть виправити.
access-code = Щоб дати цей доступ, введіть ваш код
access-ok = Дати цей доступ
access-given = Доступ дано
access-print = Надрукуйте двічі: для вас і для цієї людини.
access-less = Цей доступ зупиниться. Почнеться інший, з меншою кількістю тем.
access-stop-title = Зупинити цей доступ?
access-stopped = Доступ зупинено.
access-over = Цей доступ закінчився або зупинений.
access-drop = Цей доступ дозволяє додавати, а не бачити.

## Доручення, і хто що зробив
mandate-window = Доручення
mandate-themes = Теми
mandate-done = Що було зроблено
mandate-less = Забрати тему
less-what = Це доручення зупиниться. Почнеться інше, з меншою кількістю тем.
less-keep = Які теми ви залишаєте?
journal-title = Хто що зробив
journal-all = Показати все
journal-none = Ніхто нічого не відкривав.
did-list = { $helper } відкриває папку { $folder }.
did-read = { $helper } читає «{ $title }».
did-drop = { $helper } додає «{ $title }».
did-session = { $helper } працює з вами.
did-teach = Щоб навчити вас
did-accompany = Разом із вами
did-do = Замість вас
journal-who = Показати лише
journal-everybody = Усі помічники
journal-hide = Сховати імена
journal-show = Показати імена
journal-somebody = Помічник
journal-seal = Прибраний або змінений рядок помітно.

## Я допомагаю людям
helping-title = Я допомагаю людям
helping-first = Ваша організація спершу перевіряє, хто ви.
helping-name = Ім’я, яке люди знають
helping-ask = Попросити дозвіл допомагати
helping-asked = Запит надіслано.
helping-number = Ваш номер помічника
helping-read = Прочитайте його відповідальній особі вашої організації.
helping-is = Ви помічник.
helping-ends = Це закінчується { $day }. Зверніться до вашої організації раніше.
people-none = Ніхто не дав вам доручення.
person-window = Людина
person-posture = Як ви допомагаєте?
posture-teach = Я навчаю
posture-accompany = Я супроводжую
posture-do = Я роблю
person-written = Те, що ви відкриваєте, записано для цієї людини.
person-died = Організація каже: ця людина померла. Доручення закінчилося.
person-drop = Це доручення дозволяє додавати, а не бачити.
byname-change = Моя назва для цієї людини
byname-title = Як ви називаєте цю людину?
byname-label = Назва лише для вас
byname-empty = Ніхто інший її не бачить. Залиште порожнім, щоб прибрати.
beside-title = Мені хтось допомагає
beside-start = Зараз мені хтось допомагає
beside-who = Хто вам допомагає?
beside-hint = Напишіть також ім’я перекладача.
beside-what = Це буде записано в «Хто що зробив».
beside-ok = Почати
beside-end = Закінчено
did-minutes = { $minutes } хв
dropped-title = Папери для перегляду
dropped-count = { $count ->
    [one] Вас чекає { $count } папір.
    [few] Вас чекають { $count } папери.
    [many] Вас чекають { $count } паперів.
   *[other] Вас чекають { $count } паперу.
}
dropped-see = Подивитися
dropped-what = Помічник додав ці папери. Залиште їх або ні.
dropped-none = Жоден папір не чекає.
dropped-by = Додав { $helper }, { $day }
dropped-instead = Він замінює «{ $title }». Старий іде до видалених паперів.
dropped-keep = Залишити цей папір
dropped-not = Не залишати
dropped-not-title = Не залишати цей папір?
dropped-kept = Збережено.
dropped-refused = Цього паперу більше немає.
drop-title = Додати папір
drop-done = «{ $title }» чекає на цю людину.
refused-words = Це ім’я задовге. Напишіть коротше.
refused-no-helper = Жоден помічник не має такого номера. Прочитайте його разом ще раз.
refused-own-mandate = Це ваш номер. Доручення дають іншій людині.
refused-terms = Це доручення не можна дати так. Почніть знову.
refused-helpers-old = Список помічників застарілий. Повідомте вашу організацію.
refused-mandate-over = Це доручення закінчилося або зупинене.
refused-helper-stopped = Цей помічник більше не може допомагати. Запитайте організацію.
refused-helper-full = Цей помічник уже допомагає багатьом людям. Виберіть іншого помічника.
refused-journal-conflict = Це збіглося з іншим читанням. Спробуйте ще раз.
refused-journal-altered = Цей список змінено, або чогось бракує. Покажіть це вашій організації.

## Моя картка і мої хранителі
recovery-title = Моя запасна картка і мої хранителі
recovery-what = Хранитель допомагає повернути ваш простір. Він нічого не читає.
recovery-none = У вас ще немає хранителя.
recovery-holders = Мої хранителі
recovery-label = Вони звуть вас «{ $label }».
recovery-choose = Вибрати моїх хранителів
recovery-card = Зробити картку знову
holders-two = Виберіть 2 хранителів
holders-who = Візьміть людей, які добре вас знають.
holders-one = Лише з 1 хранителем завжди потрібна картка.
holders-yours = Ці хранителі вам допоможуть
holders-label = Як вони вас звуть?
holders-label-hint = За цими словами вони вас упізнають.
holders-code = Щоб вибрати цих хранителів, введіть код
holders-ok = Вибрати цих хранителів
holders-done = Готово. Скажіть своїм хранителям.
new-card-what = З’явиться нова картка. Стара картка більше не діятиме.
new-card-code = Щоб зробити картку знову, введіть код
card-old = Стара картка вже не діє. Викиньте її.
asked-title = Хтось просить повернути ваш простір
asked-since = З { $day }.
asked-own = Якщо це ви, нічого не робіть.
asked-veto = Це не я
veto-title = Відмовити на це прохання?
veto-what = Це прохання не відкриє ваш простір.
veto-yes = Так, відмовити
veto-no = Ні, назад
veto-done = На прохання відмовлено. Повідомте організацію.
refused-no-card = Спочатку зробіть запасну картку.
refused-card-unknown = Ця картка вже не діє. Знайдіть найновішу.
refused-share-damaged = Те, що беріг хранитель, пошкоджене. Попросіть іншого хранителя.
refused-nothing-waits = Тут більше немає прохання.
refused-request-ended = Це прохання закінчилося. Почніть знову.
refused-request-conflict = Інше прохання вже є. Спершу воно має закінчитися.
refused-request-waits = Треба ще почекати.
refused-request-step = Це не сходиться. Зупиніть і почніть прохання знову.
refused-holder-stopped = Цей хранитель більше не може допомагати. Запитайте в організації.
refused-closing = Організація незабаром закриється. Новий простір вона більше не відкриває. Поговоріть із нею.
refused-not-card = Це не текст картки. Прочитайте її ще раз.
refused-no-request = Немає прохання з таким номером. Прочитайте його разом ще раз.
refused-no-other-stick = Вставте лише один інший ключ, який підготувала ваша організація.
refused-key-missing = Жоден ключ безпеки не вставлено. Вставте його, потім спробуйте ще раз.
refused-key-several = Тут кілька ключів безпеки. Залиште лише один.
refused-key-barred = Цей комп’ютер не пускає ключ безпеки. Візьміть інший комп’ютер.
refused-key-no-prf = Цей ключ безпеки не може відкрити простір. Візьміть новіший.
refused-key-no-pin = Цей ключ безпеки ще не має PIN-коду. Попросіть його встановити.
refused-key-pin-shape = PIN-код має 4 знаки або більше.
refused-key-pin = Це неправильний PIN-код. Спробуйте ще раз.
refused-key-pin-left = { $left ->
    [0] Це неправильний PIN-код. Спроб більше немає.
    [one] Це неправильний PIN-код. У вас залишилася { $left } спроба. Не поспішайте.
    [few] Це неправильний PIN-код. У вас залишилося { $left } спроби. Не поспішайте.
   *[many] Це неправильний PIN-код. У вас залишилося { $left } спроб. Не поспішайте.
  }
refused-key-pause = Забагато неправильних PIN-кодів. Вийміть ключ безпеки, потім вставте його знову.
refused-key-blocked = Ключ безпеки заблокувався назавжди. Відкрийте іншим ключем.
refused-key-touch = До ключа безпеки вчасно не торкнулися. Спробуйте ще раз.
refused-key-out = Ключ безпеки вийняли. Вставте його, потім спробуйте ще раз.
refused-key-known = Цей ключ безпеки вже відкриває ваш простір.
refused-key-stranger = Цей ключ безпеки не відкриває тут жодного простору.
refused-key-full = Цей ключ безпеки заповнений. Візьміть інший.
refused-key-frozen = Цей ключ безпеки заблоковано. Його розблокує інший ключ або картка.
refused-key-other = Ключ безпеки відмовляє. Вийміть його, вставте знову й почніть спочатку.

## Хранитель людини
held-title = Ви хранитель для
held-asks = Просить повернути свій простір.
held-calm = Нічого не просить.
held-beside = Сядьте поруч із цією людиною або зателефонуйте їй.
held-compare = Порівняти малюнки
held-no-card = Ця людина не має картки
held-number = Номер прохання
held-number-where = Він написаний на екрані цієї людини.
held-know = Ви впізнаєте цю людину?
held-know-how = Подивіться на обличчя або послухайте голос.
held-approve = Я впізнаю цю людину
held-not = Це не ця людина
held-approved = Дякуємо. Ви впізнали цю людину.
held-refused = Прохання зупинено.
compare-title = Порівняйте 5 малюнків
compare-how = Інший екран показує те саме, у тому ж порядку?
compare-same = Однакові
compare-differ = Не однакові
compare-wait = Інший екран ще не відповів. Трохи зачекайте.
freeze = Заблокувати ключ
freeze-title = Заблокувати ключ цієї людини?
freeze-what = Жоден ключ цієї людини більше нічого не відкриє.
freeze-back = Нічого не стирається. Тут можна розблокувати ключ.
freeze-yes = Так, заблокувати
freeze-undo = Розблокувати ключ
freeze-done = Ключ заблоковано.
freeze-undone = Ключ знову працює.

## Мої ключі
sticks-title = Мої ключі
sticks-own = Цей ключ
sticks-other = Інший ключ, номер { $place }
sticks-since = Ключ додано { $day }
sticks-added = Додано { $day }
sticks-one = Другий ключ допоможе, якщо ви загубите цей.
sticks-add = Додати ключ
stick-lost = Ви загубили цей ключ?
stick-block-what = Заблокований ключ нічого не відкриває.
stick-block = Заблокувати цей ключ
stick-unblock = Розблокувати цей ключ
stick-blocked = Цей ключ заблоковано.
stick-unblocked = Цей ключ знову працює.
stick-remove = Прибрати цей ключ
stick-remove-what = Цей ключ більше нічого не відкриє, навіть із кодом.
stick-remove-code = Щоб прибрати цей ключ, введіть код
stick-removed = Ключ прибрано.
renew-title = Оновити мій ключ
renew-short = оновити
renew-what = Можливо, хтось скопіював ваш ключ. Оновлений ключ робить будь-яку копію непотрібною.
renew-leave-in = Не виймайте ключ. Код залишається той самий.
renew-code = Щоб оновити ключ, введіть код
renew-done = Ваш ключ оновлено.
add-stick-ask = Попросіть у своєї організації інший ключ.
add-stick-plug = Вставте інший ключ сюди. Перший ключ не виймайте.
add-stick-wait = Шукаємо інший ключ.
add-stick-account = Цей ключ зроблено для нового простору.
add-stick-recovery = Цей ключ зроблено, щоб повернутися до простору.
add-stick-another = Попросіть у вашої організації ключ, щоб додати.
add-stick-there = Інший ключ тут.
add-stick-code = Він відкриватиметься тим самим кодом.
add-stick-type = Щоб додати цей ключ, введіть код
add-stick-done = Готово. Тримайте інший ключ в іншому місці.
skey-have = У мене є ключ безпеки
skey-open = Відкрити ключем безпеки
skey-add = Додати ключ безпеки
skey-what = Ключ безпеки купують у магазині. До нього торкаються, щоб відкрити.
skey-plug = Вставте ключ безпеки.
skey-wait = Шукаємо ключ безпеки.
skey-there = Ключ безпеки тут.
skey-pin = PIN-код ключа безпеки
skey-pin-hint = Ваш простір відкриває інший код.
skey-needed = Потрібен ваш ключ безпеки
skey-touch = Торкніться ключа безпеки, коли він блимає.
skey-touch-twice = Торкніться ключа безпеки 2 рази, коли він блимає.
skey-code = Щоб додати ключ безпеки, введіть код
skey-done = Готово. Ключ безпеки теж відкриває ваш простір.
skey-own = Цей ключ безпеки
skey-since = Ключ безпеки додано { $day }
skey-other = Інший ключ безпеки, номер { $place }
skey-removed = Ключ безпеки прибрано.
lost-title = Мій ключ загубився
lost-only = Заблокувати загублений ключ
lost-what = Зі своєю карткою ви блокуєте всі свої ключі.
lost-block = Заблокувати мої ключі
lost-unblock = Розблокувати мої ключі
lost-blocked = Ваші ключі заблоковано. Ідіть до своєї організації.
lost-unblocked = Ваші ключі знову працюють.

## Підготовка ключів
fleet-title = Підготувати ключі
fleet-title-practice = Підготувати навчальні ключі
fleet-what = Для кожного ключа потрібен талон. Талони дає відповідальна особа.
fleet-choose = Вибрати папку з талонами
fleet-vouchers = { $count ->
    [0] Тут немає придатного талона.
    [one] Тут { $count } придатний талон.
    [few] Тут { $count } придатні талони.
    [many] Тут { $count } придатних талонів.
   *[other] Тут { $count } придатного талона.
  }
fleet-unusable = Що не підходить
fleet-unused-damaged = пошкоджене або щось інше
fleet-unused-structure = від іншої організації
fleet-unused-realm = справжнє і навчальне не змішуються
fleet-unused-kind = не для нового простору
fleet-unused-date = не діє цього дня
fleet-unused-twice = є двічі
fleet-programs = На вашому ключі не всі програми.
fleet-choose-programs = Вибрати папку з програмами
fleet-first = Перший номер
fleet-count = Скільки ключів
fleet-fewer = Талонів менше, ніж ключів.
fleet-lent = Уже у вашому зошиті: { $numbers }.
fleet-whole = Перевірити все місце на кожному ключі. Це довго.
fleet-begin = Почати
fleet-now = Готую ключі
fleet-now-practice = Готую навчальні ключі
fleet-plug = Вставте ключі, кілька одразу.
fleet-keep = Свій ключ теж залиште вставленим.
fleet-progress = Готові ключі: { $ready } з { $all }
fleet-number = Ключ № { $number }
fleet-is-again = Продовжую.
fleet-is-writing = Пишу.
fleet-is-checking = Перевіряю.
fleet-is-ready = Готовий. Вийміть його і наклейте етикетку { $number }.
fleet-is-not-removable = Це не ключ. Я його не чіпаю.
fleet-is-read-only = На цей ключ не можна писати. Візьміть інший.
fleet-is-too-small = Цей ключ замалий. Візьміть інший.
fleet-is-foreign = Цей ключ не порожній. Візьміть порожній.
fleet-is-link = На цьому ключі є щось невідоме. Візьміть інший.
fleet-is-somebody = Це чийсь ключ. Я його не чіпаю.
fleet-is-practised = Це навчальний ключ. Ним уже користувалися.
fleet-is-gone = Цього ключа вже немає. Вставте його знову.
fleet-is-damaged = Цей ключ пошкоджений. Можливо, він чийсь.
fleet-is-elsewhere = Цей ключ з іншої майстерні.
fleet-is-pulled = Ключ вийняли зарано. Вставте його знову: він продовжить.
fleet-is-stopped = Зупинено. Ключ продовжить, коли вставите його знову.
fleet-is-forgets = Цей ключ губить записане. Викиньте його. Його номер отримає інший.
fleet-is-remembered = Цей комп’ютер не дає перевірити цей ключ. Візьміть інший.
fleet-is-no-voucher = Талонів більше немає. Попросіть у відповідальної особи.
fleet-is-numbers = Усі номери зайняті.
fleet-is-waits = Бракує початого ключа. Вставте його знову.
fleet-is-stick = Цей ключ не працює. Візьміть інший.
fleet-is-journal = Журнал талонів не працює. Нічого не записано.
fleet-is-programs = Програми не працюють. Нічого не записано.
fleet-not-named = Ці талони навчальні. Поруч немає «practice-locator». Попросіть його у відповідальної особи.
fleet-folder-locator = «practice-locator» зіпсований або підроблений. Нічого не записано. Попросіть іншу папку у відповідальної особи.
fleet-folder-real-locator = «practice-locator» не для навчання. Нічого не записано. Попросіть іншу папку у відповідальної особи.
fleet-folder-other = Ці талони не підходять до «practice-locator». Нічого не записано. Попросіть іншу папку у відповідальної особи.
fleet-folder-real = У цій навчальній папці є справжні талони. Нічого не записано. Покладіть їх в іншу папку.
fleet-folder-mixed = Талони в цій папці від різних організацій. Нічого не записано. Попросіть іншу папку у відповідальної особи.
fleet-folder-changed = Ця папка змінилася. Нічого не записано. Виберіть її ще раз.
fleet-found = { $count ->
    [one] На ньому { $count } річ: { $names }
    [few] На ньому { $count } речі: { $names }
    [many] На ньому { $count } речей: { $names }
   *[other] На ньому { $count } речі: { $names }
  }
fleet-erase = Стерти й підготувати
fleet-erase-title = Стерти цей ключ?
fleet-erase-what = Усе на ньому буде втрачено.
fleet-erase-yes = Так, стерти
fleet-lost = Ключ загублено
fleet-lost-title = Ключ № { $number } загублено?
fleet-lost-what = Його номер отримає інший ключ. Потрібен ще один талон.
fleet-lost-yes = Так, загублено
fleet-portal = Портал не відповідає. Ключі все одно пишуться. Перші відкриття зачекають.
fleet-rows = Усі номери
fleet-row-todo = ще ні
fleet-row-begun = почато
fleet-row-ready = готовий
fleet-row-given-up = зробити знову
fleet-stop = Зупинити
fleet-stopped = Зупинено. Початі ключі продовжать іншого дня.
fleet-anew = Підготувати інші ключі
fleet-done = Усі ключі готові.
fleet-failed = Цей комп’ютер не каже, що вставлено.
fleet-print = Етикетки й картки
fleet-name = Назва організації
fleet-phone = Куди телефонувати
fleet-labels = Зберегти етикетки
fleet-cards = Зберегти картки
fleet-saved = Збережено.
practice-title = Навчальні ключі
practice-what = Ці ключі для навчання. На них усе несправжнє.
practice-choose = Вибрати папку з навчальними талонами
practice-who = Хто буде на ключі?
practice-plug = Вставте навчальний ключ.
practice-left = { $count ->
    [0] Талонів не залишилося.
    [one] Залишився { $count } талон.
    [few] Залишилося { $count } талони.
    [many] Залишилося { $count } талонів.
   *[other] Залишилося { $count } талона.
}
practice-reset = Почати спочатку
practice-is-practice = Це навчальний ключ.
practice-is-ready = Це ключ: { $name }. Його код: { $code }.
practice-is-working = Хвилинку. Не виймайте ключ.
practice-is-real = Це справжній ключ. Я його не чіпаю.
practice-is-empty = Цей ключ порожній.
practice-is-other = Це не навчальний ключ.
practice-is-damaged = Цей ключ пошкоджений. Я його не чіпаю.
refused-fleet-numbers = Ці номери не підходять. Готуйте від 1 до 1000 ключів.
refused-sheet-long = Назва має щонайбільше 36 знаків. Телефон має 20.
refused-sheet-letters = Принтеру потрібні латинські літери.

## Повернути мій простір
forgotten-card = Візьміть запасну картку, якщо вона є.
forgotten-holder = Хранитель вас упізнає. Потім ви виберете новий код.
ask-title = Повернути мій простір
ask-safe = Ваші папери все ще там.
ask-no-card = У мене немає картки
ask-code = Введіть новий код
ask-code-which = Це код, вибраний на початку прохання.
ask-number = Номер вашого прохання
ask-number-say = Скажіть його своєму хранителю.
ask-holder = Ваш хранитель відкриває «Мої люди» на своєму екрані.
ask-wait = Чекаємо на хранителя.
ask-one-more = 1 хранитель вас упізнав. Потрібен ще 1.
ask-compare = Прочитайте ці малюнки хранителю.
ask-cut = Порівняння перервалося. Потрібне нове прохання.
ask-until = Ви зможете відкрити ваш простір: { $day }.
ask-why-two = Без картки треба чекати 2 дні.
ask-why-week = Ваші хранителі з однієї організації. Чекайте 7 днів.
ask-why = Тим часом справжня людина може відмовити.
ask-come-back = Можна закрити, а потім повернутися з цим ключем.
ask-ready = Ваш простір можна відкрити
ask-new-code = Новий код уже діє.
ask-open = Відкрити мій простір
ask-anew = Почати знову
ask-give-up = Зупинити прохання
give-up-title = Зупинити це прохання?
give-up-what = Доведеться почати знову.
ask-stopped = Прохання зупинено.
ask-refused = Хранитель відмовив. Поговоріть із ним і почніть знову.
ask-vetoed = Хтось відмовив із цього простору. Зверніться в організацію.
ask-expired = Прохання застаре. Почніть знову.
ask-overtaken = Хранителі змінилися. Почніть знову.

## When something is wrong
refused-code = { $left ->
    [0] Це неправильний код. Спроб більше немає.
    [one] Це неправильний код. У вас залишилася { $left } спроба. Не поспішайте.
    [few] Це неправильний код. У вас залишилося { $left } спроби. Не поспішайте.
   *[many] Це неправильний код. У вас залишилося { $left } спроб. Не поспішайте.
  }
wait-seconds = { $seconds ->
    [one] Зачекайте ще { $seconds } секунду.
    [few] Зачекайте ще { $seconds } секунди.
   *[many] Зачекайте ще { $seconds } секунд.
  }
wait-minutes = { $minutes ->
    [one] Зачекайте ще { $minutes } хвилину.
    [few] Зачекайте ще { $minutes } хвилини.
   *[many] Зачекайте ще { $minutes } хвилин.
  }
refused-frozen = Цей ключ заблоковано. Ідіть до своєї організації.
refused-revoked = Цей ключ більше не працює. Ідіть до своєї організації.
refused-policy = Цей код надто легко вгадати. Візьміть інший код.
refused-unreachable = Портал не відповідає. Перевірте інтернет, потім спробуйте ще раз.
refused-certificate = Ця мережа хоче читати те, що проходить. Ключ відмовляється. Мережа має пропускати портал, не читаючи.
refused-date = Дата цього комп’ютера, схоже, неправильна. Попросіть виправити її або візьміть інший комп’ютер.
refused-portal = На порталі проблема. Спробуйте ще раз трохи згодом.
refused-sheet = Цей список пошкоджено. Нічого не стерто. Решта працює. Повідомте організацію.
refused-stick = Ключ не відповідає. Вийміть його, потім вставте ще раз.
refused-stick-room = На ключі немає місця. Запитайте у своїй організації.
refused-stick-forgets = Ключ не зберігає того, що на нього записують. Попросіть інший ключ у своїй організації.
refused-version-old = Ваш ключ уже має новішу версію.
refused-damaged = Ключ пошкоджено. Ідіть до своєї організації.
refused-state = Ключ не може цього зробити. Ідіть до своєї організації.
refused-read-only = Сьогодні можна читати, але не змінювати.
refused-paper = Цей папір не прийнято. Спробуйте інший.
refused-too-large = Цей папір завеликий.
refused-largest = Папір може мати не більше ніж { $most }.
refused-empty = Цей папір порожній.
refused-picture = Це фото не відкривається. Спробуйте інше.
refused-corners = Кути стоять неправильно. Розсуньте їх.
refused-pages = У цьому папері забагато сторінок.
refused-stopped = Ви зупинили. Цей папір не додано.
refused-gone = Цього паперу тут більше немає.
refused-full = Місця більше немає. Видаліть якийсь папір.
refused-locked = Ваш простір закрито. Відкрийте його знову.
refused-newer = Цей ключ застарий для цього. Попросіть свою організацію оновити його.
refused-no-clipboard = Цей комп’ютер не дозволяє копіювати.
refused-totp = Це не секретний ключ. Перепишіть його ще раз.
refused-import = Це не пакунок, узятий із простору. Оберіть інший.
refused-not-saved = Тут зберегти неможливо. Оберіть інше місце.
refused-no-date = З цим днем немає майбутніх дат.
refused-no-browser = Сайт не відкривається на цьому комп’ютері.
refused-other = Не вийшло. Спробуйте ще раз.

## Ще 16 малюнків для порівняння
compared-bus = Автобус
compared-bag = Портфель
compared-calendar = Календар
compared-camera = Фотоапарат
compared-wheel = Шестерня
compared-globe = Земля
compared-heart = Серце
compared-hourglass = Пісочний годинник
compared-house = Дім
compared-padlock = Замок
compared-music = Музика
compared-phone = Телефон
compared-scales = Терези
compared-signpost = Вказівник
compared-wallet = Гаманець
compared-bin = Кошик

## The 16 pictures
picture-sun = Сонце
picture-tree = Дерево
picture-fish = Риба
picture-bird = Птах
picture-flower = Квітка
picture-umbrella = Парасолька
picture-boat = Човен
picture-bicycle = Велосипед
picture-cat = Кіт
picture-carrot = Морква
picture-bread = Хліб
picture-cup = Чашка
picture-scissors = Ножиці
picture-chair = Стілець
picture-shoe = Черевик
picture-mountain = Гора

notebook-title = Записник позик
notebook-none = Пишіть тут, хто має який номер. Портал не може це прочитати.
notebook-add = Додати позику
notebook-entry = Позика
notebook-what = Що позичено
notebook-stick = Ключ
notebook-computer = Комп’ютер
notebook-phone = Телефон
notebook-number = Його номер
notebook-name = Ім’я людини
notebook-find = Шукати номер або ім’я
notebook-unfound = Нічого не знайдено.
notebook-wrong = Напишіть номер та ім’я.
notebook-there = Цей номер уже має ім’я. Натисніть на нього в записнику.
notebook-since = З { $day }
notebook-remove-title = Прибрати цю людину із записника?
notebook-save = Зберегти копію записника
notebook-save-warning = Ця копія відкривається без коду. Зберігайте її в надійному місці.
notebook-saved = Копію зроблено.
