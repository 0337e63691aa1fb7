# status: draft
# Russian, translated from fr.ftl in its order. Nobody who grew up with it has reread it yet.

## Always here
product = Ключ
skip = Перейти к содержанию
always-there = Всегда здесь
back = Назад
help = Помощь
listen = Слушать
listen-stop = Тишина
leave = Закрыть и уйти
practice = Обучение
practice-why = Здесь всё ненастоящее.
working = Подождите, пожалуйста.
cancel = Отменить
close = Закрыть
go-on = Дальше

## Help
help-title = Помощь
help-code = Код открывает ваше пространство. Никому его не говорите.
help-leave = Перед уходом нажмите «Закрыть и уйти». На этом компьютере ничего не останется.
help-quick = Можно также вынуть ключ. Или 3 раза нажать клавишу Esc.
help-lost = Не знаете, что делать? Идите в организацию, которая дала вам ключ.

## The voice
listen-none-title = Здесь нет голоса
listen-none = На этом компьютере нет голоса на вашем языке.
listen-none-what = Попросите кого-нибудь прочитать вместе с вами.
listen-failed = Голос не отвечает. Попробуйте ещё раз.
listen-secret = Голос не говорит того, что тайно.

## Keyboard on the screen
keyboard-open = Клавиатура на экране
keyboard-close = Закрыть клавиатуру
keyboard-latin = Латинские буквы
keyboard-arabic = Арабские буквы
keyboard-cyrillic = Кириллические буквы
key-space = Пробел
key-shift = Заглавные буквы
key-line = Новая строка

## Leaving
unsent-title = Не всё сохранено
unsent-body = То, что вы сделали здесь, пропадёт.
unsent-stay = Остаться здесь
unsent-leave = Всё равно уйти
not-sent-yet = Интернет пропал. Это ещё не отправлено. Оставайтесь здесь: всё отправится само.
locked-window = Закрыто
locked-left-title = Закрыто
locked-left = Можно вынуть ключ.
locked-idle-title = Закрыто
locked-idle = Никто не трогал компьютер 5 минут.
locked-removed-title = Ключ вынут
locked-removed = Ваше пространство закрыто.
locked-nothing = На этом компьютере ничего не осталось.
locked-again = Открыть снова

## Starting
starting = Ключ запускается
no-stick-missing-title = Где ключ?
no-stick-missing = Вставьте ключ, потом нажмите «Попробовать ещё раз».
no-stick-damaged-title = Ключ повреждён
no-stick-damaged = Ваши бумаги не потеряны. Идите в организацию, которая дала вам ключ.
no-stick-second-title = Это ключ, который надо добавить
no-stick-second = Он дополняет другой ключ. Откройте другим, потом добавьте этот.
no-stick-unknown-title = Ключ не отвечает
no-stick-unknown = Выньте ключ. Вставьте его ещё раз.
try-again = Попробовать ещё раз

## Language
language-window = Язык
language-title = Выберите свой язык
language-kept = Язык меняется сразу.
language-draft = Этот перевод – черновик. Его ещё никто не перечитал.

## Code
code-title = Ваш код
code-kind = Мой код состоит из
code-kind-digits = Цифры
code-kind-pictures = Картинки
code-type-digits = Введите свои 6 цифр.
code-type-pictures = Нажмите свои 5 картинок по порядку.
code-chosen = { $count ->
    [0] Не выбрано ни одной картинки из 5
    [one] Выбрана { $count } картинка из 5
    [few] Выбрано { $count } картинки из 5
   *[many] Выбрано { $count } картинок из 5
  }
code-erase = Стереть
code-show = Показать
code-hide = Скрыть
code-open = Открыть
code-opening = Ваше пространство открывается.
code-shuffle = Перемешать клавиши
code-forgotten = Я не помню свой код
forgotten-title = Вы не помните свой код
forgotten-body = Ничего страшного. Ваши бумаги на месте.
forgotten-where = Идите в организацию, которая дала вам ключ.
wait-over = Теперь можно попробовать.

## First opening
first-title = Ваш новый код
first-show = Вот ваш код. Выучите его, потом введите.
first-hidden = Код скрыт. Введите его ещё раз.
first-another = Другой код
first-own = Выбрать самому
first-own-how = Не берите даты и ряды вроде 1 2 3.
first-own-again = Выбрать снова
first-propose = Предложите мне код
first-see-again = Увидеть мой код снова
first-yours = Ваш код
first-different = Это не тот же код. Не спешите.
first-making = Ваше пространство готовится.

## Rescue card
card-title = Ваша запасная карта
card-why = Эта карта поможет, если вы забудете код.
card-keep = Напечатайте или перепишите её. Держите её отдельно от ключа.
card-is = Текст вашей карты
card-print = Напечатать
card-have = Моя карта со мной
card-later = Позже
card-read-title = Прочитайте свою карту
card-read = Введите текст своей карты.
card-hint = Пробелы и дефисы не нужны.
card-check = Проверить
card-wrong = Это не тот же текст. Внимательно посмотрите на карту.
card-again = Увидеть карту снова

## Home
home-window = Начало
home-title = Здравствуйте
home-doors = 3 двери
home-also = Также
home-papers = Мои бумаги
home-steps = Мои дела
home-dates = Мои даты
home-settings = Настройки
notices-title = Важно знать
notice-wrong-codes = { $count ->
    [one] Кто-то ввёл { $count } неверный код.
    [few] Кто-то ввёл { $count } неверных кода.
   *[many] Кто-то ввёл { $count } неверных кодов.
  }
notice-renewal = Скоро надо обновить ключ.
notice-visit = Зайдите в свою организацию, когда сможете.
notice-mended = Повреждённая копия на ключе исправлена.
notice-read-only = Сегодня можно читать, но не менять.
notice-nothing-pinned = Это первый раз с этим ключом.
notice-recovery = Кто-то просит снова открыть ваше пространство. Если это не вы, сообщите в организацию.
notice-memory = Этот компьютер плохо хранит тайны. Если можете, возьмите другой.
notice-idle = Это пространство никто не открывал два года. Оно должно было исчезнуть. Теперь оно остаётся.
notice-said-dead = Нам сказали, что вы умерли. Это исправлено. Ваши помощники снова могут вам помогать.
closing-title = { $name } закрывается
closing-until = Ваше пространство ещё открывается. Последний день: { $day }. Заберите то, что принадлежит вам.

## My dates
dates-title = Мои даты
dates-today = Сегодня: { $day }
dates-none = Вы ещё не следите ни за одной датой.
dates-none-how = Добавьте дату или выберите дело, чтобы за ним следить.
dates-add = Добавить дату
dates-print = Напечатать мои даты
dates-others = Увидеть другие даты
now-title = Сделать сейчас
now-until = Последний день: { $day }
now-see = Увидеть
date-window = Дата
date-left = { $days ->
    [0] Сегодня последний день
    [one] Остался { $days } день
    [few] Осталось { $days } дня
   *[many] Осталось { $days } дней
  }
date-in = { $days ->
    [0] Это сегодня
    [1] Это завтра
    [one] Через { $days } день
    [few] Через { $days } дня
   *[many] Через { $days } дней
  }
date-from = Начало: { $day }
date-over = Последний день прошёл
date-is-done = Сделано
date-between = Когда можно сделать: первый день – { $from }, последний день – { $to }
date-hour = Время: { $hour }
date-ends = Последний день этой бумаги: { $day }
date-mark = Сделано
date-unmark = Не сделано
date-marked = Записано: вы это сделали.
date-unmarked = Записано: это ещё надо сделать.
date-service = Увидеть дело
date-paper = Увидеть бумагу
new-date-title = Добавить дату
new-date-what = О чём речь?
new-date-example = Например: приём у врача
new-date-day = Какой день?
new-date-hour = В котором часу?
hour-none = Без времени
new-date-keep = Сохранить эту дату
new-date-kept = Дата сохранена.
new-date-untitled = Напишите, о чём речь.
field-day = День
field-month = Месяц
field-year = Год
day-wrong = Такого дня нет. Посмотрите на день, месяц и год.
follow = Следить за датами
follow-end = Какой день последний?
follow-end-where = Он написан на вашей карте или справке.
follow-beginning = В какой день это началось?
follow-month = В каком месяце была ваша последняя декларация?
follow-event = Какой это день?
follow-ok = Следить
following = Вы следите за этими датами.
follow-next = В следующий раз: первый день – { $from }, последний день – { $to }
unfollow = Больше не следить
unfollow-title = Больше не следить?
unfollow-what = Этого больше не будет в ваших датах.
unfollow-no = Сохранить
unfollowed = Этого больше нет в ваших датах.

## Мои дела
steps-title = Мои дела
steps-search = Что вы ищете?
steps-examples = Например:
steps-found = { $count ->
    [0] Ничего не найдено. Попробуйте другое слово.
    [one] Найдено { $count } дело.
    [few] Найдено { $count } дела.
    [many] Найдено { $count } дел.
   *[other] Найдено { $count } дела.
  }
steps-themes = Выбрать по теме
steps-others = Другие
steps-in-french = Тексты этой страницы написаны по-французски.
life-health = Здоровье
life-work = Работа и обучение
life-abroad = Иностранец во Франции
life-urgent = Срочная помощь
life-school = Семья и школа
life-identity = Бумаги и гражданство
life-age = Инвалидность и возраст
life-rights = Правосудие и права
life-help = Найти помощь
service-window = Дело
service-what = Для чего это
service-who = Для кого
service-local = Только здесь:
service-when = Когда
service-checked = Проверено: { $day }.
service-source = Источник:
service-unchecked = Это ещё не проверено.
service-ask = Спросите также вашу организацию.
service-where = Где
service-call = Телефон:
service-remembers = Этот компьютер может запомнить этот сайт.
service-code = Никому не говорите код вашего ключа.
service-go = Перейти на сайт
service-opened = Сайт открывается в другом окне.

## Which paper it is
kind-window = Бумага
kind-title = Какая это бумага?
kind-search = Найдите её название или выберите её.
kind-others = Увидеть другие бумаги
kind-none = Ни одна из этих бумаг
kind-end-where = Он написан на бумаге.
kind-keep = Сохранить
kind-no-end = Не знаю или его нет
kind-kept = Записано.
paper-expired = Срок прошёл
paper-ends-soon = Скоро закончится
search-papers = Искать бумагу
search-found = { $count ->
    [0] Ничего не найдено. Попробуйте другое слово.
    [one] Найдена { $count } бумага.
    [few] Найдено { $count } бумаги.
   *[many] Найдено { $count } бумаг.
  }
search-inside = Искать также в тексте бумаг
search-inside-done = Прочитано бумаг: { $done } из { $total }.
search-unread = { $count ->
    [one] Не удалось прочитать { $count } бумагу.
    [few] Не удалось прочитать { $count } бумаги.
   *[many] Не удалось прочитать { $count } бумаг.
  }

## What I need
needs-title = Что мне нужно
needs-have = У меня есть
needs-too-old = Слишком старая
needs-missing = Не хватает
needs-until = Последний день: { $day }
needs-where = Где её взять:
needs-how = Что делать?
needs-words = Трудные слова

## Contacts
contacts-title = Мои контакты
contacts-none = Храните здесь свои полезные номера.
contact-add = Добавить контакт
contact-window = Контакт
contact-name = Имя или название
contact-phone = Телефон
contact-mail = Электронная почта
contact-address = Адрес
contact-note = Что ещё надо знать
contact-empty = Есть только имя или название.
contact-unnamed = Напишите имя или название.
contact-remove-title = Удалить этот контакт?
edit = Изменить
kept = Сохранено.
removed = Удалено.
remove-what = Вернуть это будет нельзя.
remove-yes = Удалить

## Passwords of sites
login-all = Мои пароли
login-none = Храните здесь пароли своих сайтов.
login-add = Добавить сайт
login-window = Сайт
login-site = Какой сайт?
login-site-example = Например: CAF
login-address = Его адрес в интернете
login-name = Ваше имя на этом сайте
login-make = Ключ придумает пароль
login-password = Ваш пароль
login-note = Что ещё хранить в тайне
login-totp = Секретный ключ кодов, которые меняются
login-totp-what = Только если сайт дал его вам.
login-stays = Оставьте пустым, чтобы ничего не менять.
login-hold = Нажмите и держите, чтобы увидеть
login-copy = Скопировать
login-copy-secret = Скопировать пароль
login-copied = Скопировано на 30 секунд.
login-code = Увидеть код, который меняется
login-code-left = { $seconds ->
    [one] Ещё { $seconds } секунда
    [few] Ещё { $seconds } секунды
   *[many] Ещё { $seconds } секунд
  }
login-unnamed = Напишите название сайта.
login-remove-title = Удалить этот сайт?

## My papers
papers-title = Мои бумаги
papers-count = { $count ->
    [0] Пусто
    [one] { $count } бумага
    [few] { $count } бумаги
   *[many] { $count } бумаг
  }
papers-private = Только для вас
room-plenty = Место ещё есть.
room-little = Места осталось мало.
room-none = Места больше нет.
folder-identity = Личность
folder-family = Семья
folder-health = Здоровье и поддержка
folder-work = Работа
folder-housing = Жильё
folder-transport = Транспорт
folder-money = Деньги и помощь
folder-justice = Правосудие
folder-abroad = Заграница и Европа
folder-leisure = Досуг
folder-groups = Объединения
folder-private = Личное

## A folder
folder-window = Папка
folder-list = Бумаги этой папки
folder-empty = Эта папка пуста.
folder-empty-how = Нажмите «Добавить бумагу». Можно также перетащить её сюда.
folder-add = Добавить бумагу
folder-choose = Выбрать бумаги на компьютере
folder-note = Написать заметку
folder-all = Увидеть все бумаги
folder-bin = Удалённые бумаги
folder-drop = Перетащите сюда
paper-kind = Бумага
note-kind = Заметка
paper-since = Добавлено: { $day }
adding = { $total ->
    [one] Ваша бумага переходит в ваше пространство.
   *[other] Бумага { $now } из { $total }: переходит в ваше пространство.
  }
adding-stop = Остановить
added = { $count ->
    [0] Ни одной бумаги не добавлено.
    [one] Добавлена { $count } бумага.
    [few] Добавлено { $count } бумаги.
   *[many] Добавлено { $count } бумаг.
  }
added-not = «{ $title }» не добавлено.
added-place = «{ $title }»: это фото может сказать, где его сняли.
added-more = { $count ->
    [one] И ещё { $count }.
   *[other] И ещё { $count }.
  }
added-rest = { $count ->
    [one] { $count } бумага ещё ждёт на компьютере.
    [few] { $count } бумаги ещё ждут на компьютере.
   *[many] { $count } бумаг ещё ждут на компьютере.
  }
bin-window = Удалённые бумаги
bin-title = Удалённые бумаги
bin-empty = Здесь нет удалённых бумаг.
bin-restore = Вернуть
bin-restore-name = Вернуть { $title }
bin-restored = Возвращено в папку: { $title }

## Сфотографировать бумагу
scan-window = Сфотографировать бумагу
scan-how = Положите бумагу ровно, при хорошем свете.
scan-sight = Что видит камера
scan-starting = Камера включается.
scan-take = Сделать фото
scan-choose = Выбрать фото
scan-none = Камера не найдена.
scan-failed = Камера здесь не работает.
scan-none-how = Выберите фото, которые есть на этом компьютере.
scan-photo = Фото
scan-crop-title = Где бумага?
scan-crop-how = Коснитесь каждого угла бумаги на фото.
scan-crop-keys = На клавиатуре стрелки двигают угол.
scan-corner-upper-left = Левый верхний угол
scan-corner-upper-right = Правый верхний угол
scan-corner-lower-right = Правый нижний угол
scan-corner-lower-left = Левый нижний угол
scan-corner-at = Ширина: { $across } из 100. Высота: { $down } из 100.
scan-crop-keep = Оставить эту страницу
scan-turn = Повернуть фото
scan-turned = Фото повёрнуто.
scan-again = Сделать другое фото
scan-waiting = { $count ->
    [one] После этого ещё { $count } фото.
    [few] После этого ещё { $count } фото.
   *[many] После этого ещё { $count } фото.
  }
scan-left = { $count ->
    [one] Ещё ждёт { $count } фото.
    [few] Ещё ждут { $count } фото.
   *[many] Ещё ждут { $count } фото.
  }
scan-pages-title = Страницы вашей бумаги
scan-name = Название бумаги
scan-add = Добавить страницу
scan-keep = Положить в моё пространство
scan-most = В бумаге не больше { $most } страниц.
scan-earlier = Поставить раньше
scan-later = Поставить дальше
scan-remove = Убрать эту страницу
scan-remove-title = Убрать эту страницу?
scan-removed = Страница убрана.

## A note
note-window = Заметка
note-title = Ваша заметка
note-name = Название заметки
note-text = Ваш текст
note-keep = Сохранить заметку
note-missing = Напишите название и текст.
note-missing-text = Напишите текст.
note-edit = Изменить заметку
note-kept = Заметка сохранена.

## A paper
paper-window = Бумага
paper-picture = Изображение бумаги
paper-page = Страница { $page } из { $pages }
paper-text = Текст этой страницы
paper-before = Предыдущая страница
paper-after = Следующая страница
paper-larger = Увеличить
paper-smaller = Уменьшить
paper-reading = Ваша бумага загружается.
paper-cut = Остальное здесь не показано. Оно надёжно сохранено.
paper-no-view = Эта бумага здесь не показывается. Она надёжно сохранена.
paper-rename = Изменить название
paper-move = Изменить папку
paper-delete = Удалить
paper-deleted = Эта бумага удалена.
paper-deleted-where = Она ждёт в удалённых бумагах этой папки.
paper-undo = Отменить удаление
paper-undone = Бумага возвращена.
paper-in = Папка: { $folder }
rename-title = Изменить название
rename-label = Новое название
rename-ok = Сохранить это название
rename-done = Название изменено.
move-title = Изменить папку
move-ask = В какую папку?
move-private = В папке «Личное» её больше никто не видит.
move-done = Бумага перешла в другую папку.

## Settings
settings-title = Настройки
look-size = Размер букв
look-size-usual = Обычный
look-size-large = Большой
look-size-larger = Очень большой
look-size-largest = Самый большой
look-colours = Цвета
look-better = Видеть лучше
look-computer = Как на компьютере
look-light = Светлые
look-dark = Тёмные
look-contrast = Сильный контраст
look-letters = Форма букв
look-letters-usual = Обычная
look-letters-dyslexic = Для дислексии
look-lines = Расстояние между строками
look-lines-usual = Обычное
look-lines-wide = Больше
look-movement = Движения
look-movement-none = Без движения
look-reading = Чтение голосом
look-reading-asked = Когда нажимаю «Слушать»
look-reading-always = Всегда, каждую страницу
look-keyboard = Клавиатура на экране
look-keyboard-asked = Когда нажимаю «Клавиатура»
look-keyboard-always = Всегда
look-kept = Сохранено. Этот выбор будет с вами на каждом компьютере.
look-not-kept = Этот выбор действует только в этот раз.
settings-others = Увидеть другие настройки
settings-language = Язык
settings-stick = Что есть на моём ключе

## My rights
rights-title = Мои права
rights-what = Ваше пространство принадлежит вам. Вы решаете всё.
export-title = Взять всё с собой
export-what = Ваши бумаги, заметки и даты попадут в один пакет.
export-warning = Этот пакет больше не защищён. Храните его в надёжном месте.
export-done = { $count ->
    [0] Пакет готов. Бумаг не было.
    [one] Пакет готов, в нём { $count } бумага.
    [few] Пакет готов, в нём { $count } бумаги.
   *[many] Пакет готов, в нём { $count } бумаг.
  }
export-missing = { $count ->
    [one] Не хватает { $count } бумаги: портал её больше не хранит.
    [few] Не хватает { $count } бумаг: портал их больше не хранит.
    [many] Не хватает { $count } бумаг: портал их больше не хранит.
   *[other] Не хватает { $count } бумаг: портал их больше не хранит.
  }
login-export = Взять также мои пароли
import-title = Вернуть всё
import-what = Выберите пакет, который вы взяли из другого пространства.
import-ok = Выбрать пакет
import-done = { $count ->
    [0] Всё уже было здесь.
    [one] Возвращена { $count } бумага.
    [few] Возвращено { $count } бумаги.
   *[many] Возвращено { $count } бумаг.
  }
delete-title = Удалить моё пространство
delete-all = Ваши бумаги, заметки и всё остальное исчезнут.
delete-who = Никто не сможет их вернуть, даже ваша организация.
delete-days = У вас будет 7 дней, чтобы передумать.
delete-keys = Через 7 дней ваши ключи больше ничего не откроют.
delete-go-on = Дальше
delete-code = Введите свой код, чтобы удалить
deleting-title = Ваше пространство исчезнет
deleting-until = Оно будет удалено после этого дня: { $day }
deleting-nothing = Это пространство будет удалено. В нём больше ничего нельзя сделать.
deleting-how = Вы передумали? Сохраните своё пространство.
deleting-keep = Сохранить моё пространство
dates-save = Добавить в календарь
dates-save-what = Ваши даты попадут в календарь телефона или компьютера.
save-stays = Они останутся там, где вы их сохраните.
save-ok = Выбрать, где сохранить
saved = Сохранено.

## What my key holds
stick-title = Что есть на моём ключе
stick-reading = Ключ читается.
stick-calm = Всё от нас, ничто не говорит о вас.
stick-count = { $count ->
    [one] Только что прочитан { $count } элемент.
    [few] Только что прочитано { $count } элемента.
   *[many] Только что прочитано { $count } элементов.
  }
stick-program = Программа
stick-program-what = Одинаковая на всех ключах
stick-own = Замок
stick-own-what = Только этого ключа, без имени
stick-honest = Замок закрыт: внутри искать нельзя.
stick-proof = Его размер и список – это доказательство.
stick-search = Ищите своё имя или слово из своих бумаг.
stick-searching = Идёт поиск.
stick-found = { $found ->
    [0] Найдено: 0 раз.
    [one] Найдено: { $found } раз.
    [few] Найдено: { $found } раза.
   *[many] Найдено: { $found } раз.
  }
stick-searched = { $searched ->
    [one] Прочитан { $searched } элемент.
    [few] Прочитано { $searched } элемента.
   *[many] Прочитано { $searched } элементов.
  }
stick-common = Это слово есть и в программе. Она одинакова на всех ключах.
stick-differs = Этот ключ не совсем такой, как надо.
stick-changed = { $count ->
    [one] { $count } элемент изменился.
    [few] { $count } элемента изменились.
   *[many] { $count } элементов изменились.
  }
stick-unlisted = { $count ->
    [one] { $count } элемента нет в нашем списке.
    [few] { $count } элементов нет в нашем списке.
   *[many] { $count } элементов нет в нашем списке.
  }
stick-missing = { $count ->
    [one] Не хватает { $count } элемента.
    [few] Не хватает { $count } элементов.
   *[many] Не хватает { $count } элементов.
  }
stick-wrong-size = { $count ->
    [one] { $count } элемент замка имеет неверный размер.
    [few] { $count } элемента замка имеют неверный размер.
   *[many] { $count } элементов замка имеют неверный размер.
  }
stick-no-list = На этом ключе нет списка его программы.
stick-no-list-what = Поэтому программу нельзя сравнить.
stick-signed = Список подписан нами.
stick-trying = Этот ключ только для проб.
stick-forged = Список этого ключа не от нас.
stick-ask = Покажите этот ключ своей организации.
stick-table = Всё, что есть на ключе
stick-all = Увидеть элементы: { $count }
stick-row-listed = В списке
stick-row-unlisted = Нет в списке
stick-row-changed = Изменено
stick-row-missing = Не хватает
stick-row-size = Неверный размер
stick-row-own = Этого ключа
stick-own-lock = Замок, закрыт
stick-own-lock-twice = Тот же замок, второй раз
stick-own-mark = То, что узнаёт ваше пространство, закрыто
stick-own-mark-twice = То же самое, второй раз
stick-own-size = Всегда { $size }
stick-check = Для проверки
stick-check-how = Сравните эти знаки с опубликованным списком этой версии.
newer-title = Обновить мой ключ
newer-ready = Готова более новая версия программы.
newer-see = Посмотреть
newer-papers = Ваши бумаги и ваш код не меняются.
newer-size = Нужно скачать: { $size }.
newer-take = Обновить
newer-leave-in = Оставьте ключ подключённым до конца.
newer-old-stays = Если он выйдет раньше, старая версия ещё работает.
newer-done = Готово. Новая версия заработает в следующий раз.
newer-home = Назад в начало
newer-none = На вашем ключе уже самая новая версия.

## Мои помощники
home-helpers = Мои помощники
home-people = Люди, которым я помогаю
helpers-none = У вас пока нет помощника.
helpers-who = Кто может мне помочь
helpers-give = Дать поручение
helpers-old = Прежние
role-social-worker = Социальный работник
role-mediator = Цифровой посредник
role-volunteer = Волонтёр
role-relative = Близкий человек
role-curator = Опекун или попечитель
role-officer = Ответственный
until-day = До { $day }
until-over = Закончилось
stop = Остановить
stop-title = Остановить это поручение?
stop-now = { $helper } больше не увидит ваши бумаги, с этого момента.
stop-kept = То, что уже прочитано, нельзя забрать назад.
stop-yes = Да, остановить сейчас
stop-no = Нет, оставить
stop-done = Поручение остановлено.

## Дать поручение
give-who = Кто вам поможет?
give-several = Выбрать нескольких помощников
give-most = Не больше 5 помощников.
give-number = У меня есть номер помощника
give-number-type = Номер помощника
give-number-where = Он написан на экране помощника.
give-structure = Он из другой организации? Введите номер его организации.
give-structure-where = Этот номер есть на бумаге его организации.
give-number-find = Искать
give-nobody = У вашей организации здесь пока нет помощника.
give-themes = Какие темы?
give-few = Выбирайте только то, что нужно.
give-others = Показать другие темы
give-no-theme = Выберите хотя бы одну тему.
give-terms = Что может делать помощник?
rights-see = Видеть мои бумаги
rights-act = Видеть и добавлять
rights-drop = Только добавлять
give-long = На какое время?
length-day = 1 день
length-month = 1 месяц
length-half = 6 месяцев
length-year = 1 год
consent-title = Ваше поручение
consent-gives = Вы даёте поручение: { $helper }
consent-see = Этот человек может видеть ваши бумаги по темам:
consent-act = Этот человек может видеть и добавлять бумаги по темам:
consent-drop = Этот человек может только добавлять бумаги по темам:
consent-long = Это длится { $length }, до { $day }.
consent-stop = Вы можете остановить его в любой момент, без объяснений.
consent-written = Всё сделанное записано в «Кто что сделал».
consent-only = Помощник не делает ничего другого и никому не рассказывает.
consent-know = Спросите, что помощник знает о вас. Попросите исправить или стереть.
consent-guardian = Человек под опекой или попечительством не даёт поручение.
consent-guarded = У меня есть опекун или попечитель
consent-change = Изменить права или срок
consent-name = Ваше имя
consent-place = Город, где вы сейчас
consent-missing = Напишите ваше имя и город.
consent-full = Прочитать весь текст
consent-code = Чтобы дать это поручение, введите ваш код
consent-ok = Дать это поручение
given-title = Поручение дано
given-print = Напечатайте 2 раза: для вас и для помощника.
given-sign = Подпишите оба.
given-proof = Сохранить доказательство
given-proof-what = Доказательство показывает, что никто не изменил текст.
guardian-title = Опека или попечительство
guardian-role = У вашего опекуна или попечителя есть своя роль, без поручения.
guardian-judge = Его назначил судья, который говорит, что он может делать.
guardian-ask = Вы можете открыть ему доступ к вашим бумагам.
guardian-is = { $helper }: опекун или попечитель.
guardian-not = Этот номер не опекуна и не попечителя.
guardian-who = Кто ваш опекун или попечитель?
measure-title = Какая мера?
measure-who = Это пишет ваш опекун или попечитель, рядом с вами.
measure-tutelle = Опека: tutelle
measure-curatelle = Попечительство: curatelle
measure-sauvegarde = Судебная защита: sauvegarde
measure-court = Суд
measure-day = Дата решения суда
measure-missing = Выберите меру. Напишите суд и дату.
measure-later = Эта дата ещё не наступила.
access-give = Дать доступ
access-window = Доступ
access-title = Доступ человека, который отвечает за меру
access-gives = Вы даёте доступ: { $helper }
access-terms = Что может делать этот человек?
access-stop = Вы можете остановить доступ здесь в любой момент.
access-law = Мера судьи продолжается. Закон может потребовать некоторые бумаги.
access-only = Этот человек читает только то, что нужно для меры.
access-know = Спросите, что этот человек знает о вас. Попросите исправить.
access-code = Чтобы дать этот доступ, введите ваш код
access-ok = Дать этот доступ
access-given = Доступ дан
access-print = Напечатайте 2 раза: для вас и для этого человека.
access-less = Этот доступ остановится. Начнётся другой, с меньшим числом тем.
access-stop-title = Остановить этот доступ?
access-stopped = Доступ остановлен.
access-over = Этот доступ закончился или остановлен.
access-drop = Этот доступ позволяет добавлять, а не видеть.

## Поручение, и кто что сделал
mandate-window = Поручение
mandate-themes = Темы
mandate-done = Что было сделано
mandate-less = Убрать тему
less-what = Это поручение остановится. Начнётся другое, с меньшим числом тем.
less-keep = Какие темы вы оставляете?
journal-title = Кто что сделал
journal-all = Показать всё
journal-none = Никто ничего не открывал.
did-list = { $helper } открывает папку { $folder }.
did-read = { $helper } читает «{ $title }».
did-drop = { $helper } добавляет «{ $title }».
did-session = { $helper } работает с вами.
did-teach = Чтобы научить вас
did-accompany = Вместе с вами
did-do = Вместо вас
journal-who = Показать только
journal-everybody = Все помощники
journal-hide = Скрыть имена
journal-show = Показать имена
journal-somebody = Помощник
journal-seal = Убранная или изменённая строка видна.

## Я помогаю людям
helping-title = Я помогаю людям
helping-first = Ваша организация сначала проверяет, кто вы.
helping-name = Имя, которое люди знают
helping-ask = Попросить разрешение помогать
helping-asked = Запрос отправлен.
helping-number = Ваш номер помощника
helping-read = Прочитайте его ответственному вашей организации.
helping-is = Вы помощник.
helping-ends = Это закончится { $day }. Сходите раньше в вашу организацию.
people-none = Никто не дал вам поручение.
person-window = Человек
person-posture = Как вы помогаете?
posture-teach = Я учу
posture-accompany = Я сопровождаю
posture-do = Я делаю
person-written = То, что вы открываете, записано для этого человека.
person-died = Организация говорит: этот человек умер. Поручение закончилось.
person-drop = Это поручение позволяет добавлять, а не видеть.
byname-change = Моё имя для этого человека
byname-title = Как вы называете этого человека?
byname-label = Имя только для вас
byname-empty = Никто другой его не видит. Оставьте пустым, чтобы убрать.
beside-title = Мне кто-то помогает
beside-start = Сейчас мне кто-то помогает
beside-who = Кто вам помогает?
beside-hint = Напишите и имя переводчика.
beside-what = Это будет записано в «Кто что сделал».
beside-ok = Начать
beside-end = Закончено
did-minutes = { $minutes } мин
dropped-title = Бумаги для просмотра
dropped-count = { $count ->
    [one] Вас ждёт { $count } бумага.
    [few] Вас ждут { $count } бумаги.
    [many] Вас ждут { $count } бумаг.
   *[other] Вас ждут { $count } бумаги.
}
dropped-see = Посмотреть
dropped-what = Помощник добавил эти бумаги. Оставьте их или нет.
dropped-none = Ни одна бумага не ждёт.
dropped-by = Добавил { $helper }, { $day }
dropped-instead = Она заменяет «{ $title }». Старая идёт к удалённым бумагам.
dropped-keep = Оставить эту бумагу
dropped-not = Не оставлять
dropped-not-title = Не оставлять эту бумагу?
dropped-kept = Сохранено.
dropped-refused = Этой бумаги больше нет.
drop-title = Добавить бумагу
drop-done = «{ $title }» ждёт этого человека.
refused-words = Это имя слишком длинное. Напишите короче.
refused-no-helper = Ни у одного помощника нет такого номера. Прочитайте его вместе ещё раз.
refused-own-mandate = Это ваш номер. Поручение даётся другому человеку.
refused-terms = Это поручение нельзя дать так. Начните снова.
refused-helpers-old = Список помощников устарел. Сообщите вашей организации.
refused-mandate-over = Это поручение закончилось или остановлено.
refused-helper-stopped = Этот помощник больше не может помогать. Спросите организацию.
refused-helper-full = Этот помощник уже помогает многим людям. Выберите другого помощника.
refused-journal-conflict = Это совпало с другим чтением. Попробуйте ещё раз.
refused-journal-altered = Этот список изменён, или чего-то не хватает. Покажите это вашей организации.

## Моя карта и мои хранители
recovery-title = Моя запасная карта и мои хранители
recovery-what = Хранитель помогает вернуть ваше пространство. Он ничего не читает.
recovery-none = У вас ещё нет хранителя.
recovery-holders = Мои хранители
recovery-label = Они зовут вас «{ $label }».
recovery-choose = Выбрать моих хранителей
recovery-card = Сделать карту заново
holders-two = Выберите 2 хранителей
holders-who = Возьмите людей, которые хорошо вас знают.
holders-one = Только с 1 хранителем всегда нужна карта.
holders-yours = Эти хранители вам помогут
holders-label = Как они вас зовут?
holders-label-hint = По этим словам они вас узнают.
holders-code = Чтобы выбрать этих хранителей, введите код
holders-ok = Выбрать этих хранителей
holders-done = Готово. Скажите своим хранителям.
new-card-what = Появится новая карта. Старая карта больше не будет работать.
new-card-code = Чтобы сделать карту заново, введите код
card-old = Старая карта больше не работает. Выбросьте её.
asked-title = Кто-то просит вернуть ваше пространство
asked-since = С { $day }.
asked-own = Если это вы, ничего не делайте.
asked-veto = Это не я
veto-title = Отказать в этой просьбе?
veto-what = Эта просьба не откроет ваше пространство.
veto-yes = Да, отказать
veto-no = Нет, назад
veto-done = В просьбе отказано. Сообщите в организацию.
refused-no-card = Сначала сделайте запасную карту.
refused-card-unknown = Эта карта больше не работает. Найдите самую новую.
refused-share-damaged = То, что хранил хранитель, испорчено. Попросите другого хранителя.
refused-nothing-waits = Здесь больше нет просьбы.
refused-request-ended = Эта просьба закончилась. Начните снова.
refused-request-conflict = Другая просьба уже есть. Сначала она должна закончиться.
refused-request-waits = Нужно ещё подождать.
refused-request-step = Это не сходится. Остановите и начните просьбу снова.
refused-holder-stopped = Этот хранитель больше не может помогать. Спросите в организации.
refused-closing = Организация скоро закроется. Новое пространство она больше не открывает. Поговорите с ней.
refused-not-card = Это не текст карты. Прочитайте её ещё раз.
refused-no-request = Нет просьбы с таким номером. Прочитайте его вместе ещё раз.
refused-no-other-stick = Вставьте только один другой ключ, который подготовила ваша организация.
refused-key-missing = Ключ безопасности не вставлен. Вставьте его, потом попробуйте ещё раз.
refused-key-several = Здесь несколько ключей безопасности. Оставьте только один.
refused-key-barred = Этот компьютер не пускает ключ безопасности. Возьмите другой компьютер.
refused-key-no-prf = Этот ключ безопасности не может открыть пространство. Возьмите более новый.
refused-key-no-pin = У этого ключа безопасности ещё нет PIN-кода. Попросите его поставить.
refused-key-pin-shape = В PIN-коде 4 знака или больше.
refused-key-pin = Это неверный PIN-код. Попробуйте ещё раз.
refused-key-pin-left = { $left ->
    [0] Это неверный PIN-код. Попыток больше нет.
    [one] Это неверный PIN-код. У вас осталась { $left } попытка. Не спешите.
    [few] Это неверный PIN-код. У вас осталось { $left } попытки. Не спешите.
   *[many] Это неверный PIN-код. У вас осталось { $left } попыток. Не спешите.
  }
refused-key-pause = Слишком много неверных PIN-кодов. Выньте ключ безопасности, потом вставьте его снова.
refused-key-blocked = Ключ безопасности заблокировался навсегда. Откройте другим ключом.
refused-key-touch = До ключа безопасности вовремя не дотронулись. Попробуйте ещё раз.
refused-key-out = Ключ безопасности вынули. Вставьте его, потом попробуйте ещё раз.
refused-key-known = Этот ключ безопасности уже открывает ваше пространство.
refused-key-stranger = Этот ключ безопасности не открывает здесь никакого пространства.
refused-key-full = Этот ключ безопасности полон. Возьмите другой.
refused-key-frozen = Этот ключ безопасности остановлен. Его включит другой ключ или карта.
refused-key-other = Ключ безопасности отказывает. Выньте его, вставьте снова и начните сначала.

## Хранитель человека
held-title = Вы хранитель для
held-asks = Просит вернуть своё пространство.
held-calm = Ничего не просит.
held-beside = Сядьте рядом с этим человеком или позвоните ему.
held-compare = Сравнить картинки
held-no-card = У этого человека нет карты
held-number = Номер просьбы
held-number-where = Он написан на экране этого человека.
held-know = Вы узнаёте этого человека?
held-know-how = Посмотрите на лицо или послушайте голос.
held-approve = Я узнаю этого человека
held-not = Это не этот человек
held-approved = Спасибо. Вы узнали этого человека.
held-refused = Просьба остановлена.
compare-title = Сравните 5 картинок
compare-how = Другой экран показывает то же, в том же порядке?
compare-same = Одинаковые
compare-differ = Не одинаковые
compare-wait = Другой экран ещё не ответил. Немного подождите.
freeze = Остановить ключ
freeze-title = Остановить ключ этого человека?
freeze-what = Ни один ключ этого человека больше ничего не откроет.
freeze-back = Ничего не стирается. Здесь можно снова включить ключ.
freeze-yes = Да, остановить
freeze-undo = Снова включить ключ
freeze-done = Ключ остановлен.
freeze-undone = Ключ снова работает.

## Мои ключи
sticks-title = Мои ключи
sticks-own = Этот ключ
sticks-other = Другой ключ, номер { $place }
sticks-since = Ключ добавлен { $day }
sticks-added = Добавлен { $day }
sticks-one = Второй ключ поможет, если вы потеряете этот.
sticks-add = Добавить ключ
stick-lost = Вы потеряли этот ключ?
stick-block-what = Остановленный ключ больше ничего не открывает.
stick-block = Остановить этот ключ
stick-unblock = Снова включить этот ключ
stick-blocked = Этот ключ остановлен.
stick-unblocked = Этот ключ снова работает.
stick-remove = Убрать этот ключ
stick-remove-what = Этот ключ больше ничего не откроет, даже с кодом.
stick-remove-code = Чтобы убрать этот ключ, введите код
stick-removed = Ключ убран.
renew-title = Обновить мой ключ
renew-short = обновить
renew-what = Возможно, кто-то скопировал ваш ключ. Обновлённый ключ делает любую копию бесполезной.
renew-leave-in = Не вынимайте ключ. Код остаётся прежним.
renew-code = Чтобы обновить ключ, введите код
renew-done = Ваш ключ обновлён.
add-stick-ask = Попросите в своей организации другой ключ.
add-stick-plug = Вставьте другой ключ сюда. Первый ключ не вынимайте.
add-stick-wait = Ищем другой ключ.
add-stick-account = Этот ключ сделан для нового пространства.
add-stick-recovery = Этот ключ сделан, чтобы вернуться в пространство.
add-stick-another = Попросите у вашей организации ключ, чтобы добавить.
add-stick-there = Другой ключ здесь.
add-stick-code = Он будет открываться тем же кодом.
add-stick-type = Чтобы добавить этот ключ, введите код
add-stick-done = Готово. Храните другой ключ в другом месте.
skey-have = У меня есть ключ безопасности
skey-open = Открыть ключом безопасности
skey-add = Добавить ключ безопасности
skey-what = Ключ безопасности покупают в магазине. До него дотрагиваются, чтобы открыть.
skey-plug = Вставьте ключ безопасности.
skey-wait = Ищем ключ безопасности.
skey-there = Ключ безопасности здесь.
skey-pin = PIN-код ключа безопасности
skey-pin-hint = Это не код вашего пространства.
skey-needed = Нужен ваш ключ безопасности
skey-touch = Дотроньтесь до ключа безопасности, когда он мигает.
skey-touch-twice = Дотроньтесь до ключа безопасности 2 раза, когда он мигает.
skey-code = Чтобы добавить ключ безопасности, введите код
skey-done = Готово. Ключ безопасности тоже открывает ваше пространство.
skey-own = Этот ключ безопасности
skey-since = Ключ безопасности добавлен { $day }
skey-other = Другой ключ безопасности, номер { $place }
skey-removed = Ключ безопасности убран.
lost-title = Мой ключ потерялся
lost-only = Остановить потерянный ключ
lost-what = Со своей картой вы остановите все свои ключи.
lost-block = Остановить мои ключи
lost-unblock = Снова включить мои ключи
lost-blocked = Ваши ключи остановлены. Идите в свою организацию.
lost-unblocked = Ваши ключи снова работают.

## Подготовка ключей
fleet-title = Подготовить ключи
fleet-title-practice = Подготовить учебные ключи
fleet-what = Для каждого ключа нужен талон. Талоны даёт ответственное лицо.
fleet-choose = Выбрать папку с талонами
fleet-vouchers = { $count ->
    [0] Здесь нет годного талона.
    [one] Здесь { $count } годный талон.
    [few] Здесь { $count } годных талона.
    [many] Здесь { $count } годных талонов.
   *[other] Здесь { $count } годного талона.
  }
fleet-unusable = Что не подходит
fleet-unused-damaged = повреждено или что-то другое
fleet-unused-structure = от другой организации
fleet-unused-realm = настоящее и учебное не смешиваются
fleet-unused-kind = не для нового пространства
fleet-unused-date = не действует в этот день
fleet-unused-twice = есть дважды
fleet-programs = На вашем ключе не все программы.
fleet-choose-programs = Выбрать папку с программами
fleet-first = Первый номер
fleet-count = Сколько ключей
fleet-fewer = Талонов меньше, чем ключей.
fleet-lent = Уже в вашей тетради: { $numbers }.
fleet-whole = Проверить всё место на каждом ключе. Это долго.
fleet-begin = Начать
fleet-now = Готовлю ключи
fleet-now-practice = Готовлю учебные ключи
fleet-plug = Вставьте ключи, несколько сразу.
fleet-keep = Свой ключ тоже оставьте вставленным.
fleet-progress = Готовые ключи: { $ready } из { $all }
fleet-number = Ключ № { $number }
fleet-is-again = Продолжаю.
fleet-is-writing = Пишу.
fleet-is-checking = Проверяю.
fleet-is-ready = Готов. Извлеките его и наклейте этикетку { $number }.
fleet-is-not-removable = Это не ключ. Я его не трогаю.
fleet-is-read-only = На этот ключ нельзя писать. Возьмите другой.
fleet-is-too-small = Этот ключ слишком мал. Возьмите другой.
fleet-is-foreign = Этот ключ не пустой. Возьмите пустой.
fleet-is-link = На этом ключе есть что-то неизвестное. Возьмите другой.
fleet-is-somebody = Это чей-то ключ. Я его не трогаю.
fleet-is-practised = Это учебный ключ. Им уже пользовались.
fleet-is-gone = Этого ключа уже нет. Вставьте его снова.
fleet-is-damaged = Этот ключ повреждён. Возможно, он чей-то.
fleet-is-elsewhere = Этот ключ из другой мастерской.
fleet-is-pulled = Ключ вынули слишком рано. Вставьте его снова: он продолжит.
fleet-is-stopped = Остановлено. Ключ продолжит, когда вставите его снова.
fleet-is-forgets = Этот ключ теряет записанное. Выбросьте его. Его номер получит другой.
fleet-is-remembered = Этот компьютер не даёт проверить этот ключ. Возьмите другой.
fleet-is-no-voucher = Талонов больше нет. Попросите у ответственного лица.
fleet-is-numbers = Все номера заняты.
fleet-is-waits = Не хватает начатого ключа. Вставьте его снова.
fleet-is-stick = Этот ключ не работает. Возьмите другой.
fleet-is-journal = Журнал талонов не работает. Ничего не записано.
fleet-is-programs = Программы не работают. Ничего не записано.
fleet-not-named = Эти талоны учебные. Рядом нет «practice-locator». Попросите его у ответственного лица.
fleet-folder-locator = «practice-locator» испорчен или подделан. Ничего не записано. Попросите другую папку у ответственного лица.
fleet-folder-real-locator = «practice-locator» не для обучения. Ничего не записано. Попросите другую папку у ответственного лица.
fleet-folder-other = Эти талоны не подходят к «practice-locator». Ничего не записано. Попросите другую папку у ответственного лица.
fleet-folder-real = В этой учебной папке есть настоящие талоны. Ничего не записано. Положите их в другую папку.
fleet-folder-mixed = Талоны в этой папке от разных организаций. Ничего не записано. Попросите другую папку у ответственного лица.
fleet-folder-changed = Эта папка изменилась. Ничего не записано. Выберите её ещё раз.
fleet-found = { $count ->
    [one] На нём { $count } вещь: { $names }
    [few] На нём { $count } вещи: { $names }
    [many] На нём { $count } вещей: { $names }
   *[other] На нём { $count } вещи: { $names }
  }
fleet-erase = Стереть и подготовить
fleet-erase-title = Стереть этот ключ?
fleet-erase-what = Всё на нём пропадёт.
fleet-erase-yes = Да, стереть
fleet-lost = Ключ потерян
fleet-lost-title = Ключ № { $number } потерян?
fleet-lost-what = Его номер получит другой ключ. Нужен ещё один талон.
fleet-lost-yes = Да, потерян
fleet-portal = Портал не отвечает. Ключи всё равно пишутся. Первые открытия подождут.
fleet-rows = Все номера
fleet-row-todo = ещё нет
fleet-row-begun = начат
fleet-row-ready = готов
fleet-row-given-up = сделать снова
fleet-stop = Остановить
fleet-stopped = Остановлено. Начатые ключи продолжат в другой день.
fleet-anew = Подготовить другие ключи
fleet-done = Все ключи готовы.
fleet-failed = Этот компьютер не говорит, что вставлено.
fleet-print = Этикетки и карты
fleet-name = Название организации
fleet-phone = Куда звонить
fleet-labels = Сохранить этикетки
fleet-cards = Сохранить карты
fleet-saved = Сохранено.
practice-title = Учебные ключи
practice-what = Эти ключи для учёбы. На них всё ненастоящее.
practice-choose = Выбрать папку с учебными талонами
practice-who = Кто будет на ключе?
practice-plug = Вставьте учебный ключ.
practice-left = { $count ->
    [0] Талонов не осталось.
    [one] Остался { $count } талон.
    [few] Осталось { $count } талона.
    [many] Осталось { $count } талонов.
   *[other] Осталось { $count } талона.
}
practice-reset = Начать заново
practice-is-practice = Это учебный ключ.
practice-is-ready = Это ключ: { $name }. Его код: { $code }.
practice-is-working = Минутку. Не вынимайте ключ.
practice-is-real = Это настоящий ключ. Я его не трогаю.
practice-is-empty = Этот ключ пуст.
practice-is-other = Это не учебный ключ.
practice-is-damaged = Этот ключ повреждён. Я его не трогаю.
refused-fleet-numbers = Эти номера не подходят. Готовьте от 1 до 1000 ключей.
refused-sheet-long = В названии не больше 36 знаков. В телефоне их 20.
refused-sheet-letters = Принтеру нужны латинские буквы.

## Вернуть моё пространство
forgotten-card = Возьмите запасную карту, если она есть.
forgotten-holder = Хранитель вас узнаёт. Потом вы выберете новый код.
ask-title = Вернуть моё пространство
ask-safe = Ваши бумаги всё ещё там.
ask-no-card = У меня нет карты
ask-code = Введите новый код
ask-code-which = Это код, выбранный в начале просьбы.
ask-number = Номер вашей просьбы
ask-number-say = Скажите его своему хранителю.
ask-holder = Ваш хранитель открывает «Мои люди» на своём экране.
ask-wait = Ждём хранителя.
ask-one-more = 1 хранитель вас узнал. Нужен ещё 1.
ask-compare = Прочитайте эти картинки хранителю.
ask-cut = Сравнение прервалось. Нужна новая просьба.
ask-until = Вы сможете открыть ваше пространство: { $day }.
ask-why-two = Без карты нужно ждать 2 дня.
ask-why-week = Ваши хранители из одной организации. Ждите 7 дней.
ask-why = Тем временем настоящий человек может отказать.
ask-come-back = Можно закрыть, а потом вернуться с этим ключом.
ask-ready = Ваше пространство можно открыть
ask-new-code = Новый код уже работает.
ask-open = Открыть моё пространство
ask-anew = Начать снова
ask-give-up = Остановить просьбу
give-up-title = Остановить эту просьбу?
give-up-what = Придётся начать заново.
ask-stopped = Просьба остановлена.
ask-refused = Хранитель отказал. Поговорите с ним и начните снова.
ask-vetoed = Кто-то отказал из этого пространства. Обратитесь в организацию.
ask-expired = Просьба слишком старая. Начните снова.
ask-overtaken = Хранители сменились. Начните снова.

## When something is wrong
refused-code = { $left ->
    [0] Это неверный код. Попыток больше нет.
    [one] Это неверный код. У вас осталась { $left } попытка. Не спешите.
    [few] Это неверный код. У вас осталось { $left } попытки. Не спешите.
   *[many] Это неверный код. У вас осталось { $left } попыток. Не спешите.
  }
wait-seconds = { $seconds ->
    [one] Подождите ещё { $seconds } секунду.
    [few] Подождите ещё { $seconds } секунды.
   *[many] Подождите ещё { $seconds } секунд.
  }
wait-minutes = { $minutes ->
    [one] Подождите ещё { $minutes } минуту.
    [few] Подождите ещё { $minutes } минуты.
   *[many] Подождите ещё { $minutes } минут.
  }
refused-frozen = Этот ключ заблокирован. Идите в свою организацию.
refused-revoked = Этот ключ больше не работает. Идите в свою организацию.
refused-policy = Этот код слишком легко угадать. Возьмите другой код.
refused-unreachable = Портал не отвечает. Проверьте интернет, потом попробуйте ещё раз.
refused-certificate = Эта сеть хочет читать то, что проходит. Ключ отказывается. Сеть должна пропускать портал, не читая.
refused-date = Дата этого компьютера, похоже, неверна. Попросите исправить её или возьмите другой компьютер.
refused-portal = На портале проблема. Попробуйте ещё раз чуть позже.
refused-sheet = Этот список повреждён. Ничего не стёрто. Остальное работает. Сообщите в организацию.
refused-stick = Ключ не отвечает. Выньте его, потом вставьте ещё раз.
refused-stick-room = На ключе нет места. Спросите в своей организации.
refused-stick-forgets = Ключ не хранит того, что на него пишут. Попросите другой ключ в своей организации.
refused-version-old = На вашем ключе уже более новая версия.
refused-damaged = Ключ повреждён. Идите в свою организацию.
refused-state = Ключ не может этого сделать. Идите в свою организацию.
refused-read-only = Сегодня можно читать, но не менять.
refused-paper = Эта бумага не принята. Попробуйте другую.
refused-too-large = Эта бумага слишком большая.
refused-largest = Бумага может быть не больше { $most }.
refused-empty = Эта бумага пустая.
refused-picture = Это фото не открывается. Попробуйте другое.
refused-corners = Углы стоят неправильно. Раздвиньте их.
refused-pages = В этой бумаге слишком много страниц.
refused-stopped = Вы остановили. Эта бумага не добавлена.
refused-gone = Этой бумаги здесь больше нет.
refused-full = Места больше нет. Удалите какую-нибудь бумагу.
refused-locked = Ваше пространство закрыто. Откройте его снова.
refused-newer = Этот ключ слишком старый для этого. Попросите свою организацию обновить его.
refused-no-clipboard = Этот компьютер не разрешает копировать.
refused-totp = Это не секретный ключ. Перепишите его ещё раз.
refused-import = Это не пакет, взятый из пространства. Выберите другой.
refused-not-saved = Здесь сохранить нельзя. Выберите другое место.
refused-no-date = С этим днём нет будущих дат.
refused-no-browser = Сайт не открывается на этом компьютере.
refused-other = Не получилось. Попробуйте ещё раз.

## Ещё 16 картинок для сравнения
compared-bus = Автобус
compared-bag = Портфель
compared-calendar = Календарь
compared-camera = Фотоаппарат
compared-wheel = Шестерня
compared-globe = Земля
compared-heart = Сердце
compared-hourglass = Песочные часы
compared-house = Дом
compared-padlock = Замок
compared-music = Музыка
compared-phone = Телефон
compared-scales = Весы
compared-signpost = Указатель
compared-wallet = Кошелёк
compared-bin = Корзина

## The 16 pictures
picture-sun = Солнце
picture-tree = Дерево
picture-fish = Рыба
picture-bird = Птица
picture-flower = Цветок
picture-umbrella = Зонт
picture-boat = Лодка
picture-bicycle = Велосипед
picture-cat = Кошка
picture-carrot = Морковь
picture-bread = Хлеб
picture-cup = Чашка
picture-scissors = Ножницы
picture-chair = Стул
picture-shoe = Ботинок
picture-mountain = Гора

notebook-title = Тетрадь займов
notebook-none = Пишите здесь, у кого какой номер. Портал не может это прочитать.
notebook-add = Добавить заём
notebook-entry = Заём
notebook-what = Что дано на время
notebook-stick = Ключ
notebook-computer = Компьютер
notebook-phone = Телефон
notebook-number = Его номер
notebook-name = Имя человека
notebook-find = Искать номер или имя
notebook-unfound = Ничего не найдено.
notebook-wrong = Напишите номер и имя.
notebook-there = У этого номера уже есть имя. Нажмите на него в тетради.
notebook-since = С { $day }
notebook-remove-title = Убрать этого человека из тетради?
notebook-save = Сохранить копию тетради
notebook-save-warning = Эта копия открывается без кода. Храните её в надёжном месте.
notebook-saved = Копия готова.
