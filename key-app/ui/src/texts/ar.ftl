# status: draft
# Arabic, translated from fr.ftl in its order. Nobody who grew up with it has reread it yet.

## Always here
product = المفتاح
skip = الانتقال إلى المحتوى
always-there = أزرار حاضرة دائمًا
back = رجوع
help = مساعدة
listen = استماع
listen-stop = صمت
leave = إغلاق ومغادرة
practice = تدريب
practice-why = لا شيء هنا حقيقي.
working = لحظة من فضلك.
cancel = إلغاء
close = إغلاق
go-on = متابعة

## Help
help-title = مساعدة
help-code = الرمز يفتح مساحتك. احتفظ به لنفسك.
help-leave = قبل أن تذهب، المس «إغلاق ومغادرة». لا يبقى شيء على هذا الحاسوب.
help-quick = يمكنك أيضًا نزع المفتاح. أو اضغط 3 مرات على زر Esc.
help-lost = هل توقفت؟ اذهب إلى الجمعية التي أعطتك المفتاح.

## The voice
listen-none-title = لا يوجد صوت هنا
listen-none = لا يوجد على هذا الحاسوب صوت بلغتك.
listen-none-what = اطلب من شخص أن يقرأ معك.
listen-failed = الصوت لا يستجيب. حاول مرة أخرى.
listen-secret = الصوت لا يقول ما هو سري.

## Keyboard on the screen
keyboard-open = لوحة الحروف على الشاشة
keyboard-close = إغلاق لوحة الحروف
keyboard-latin = حروف لاتينية
keyboard-arabic = حروف عربية
keyboard-cyrillic = حروف كيريلية
key-space = فراغ
key-shift = حروف كبيرة
key-line = سطر جديد

## Leaving
unsent-title = لم يُحفظ كل شيء
unsent-body = ما فعلته هنا سيضيع.
unsent-stay = البقاء هنا
unsent-leave = المغادرة رغم ذلك
not-sent-yet = انقطع الإنترنت. لم يُرسل هذا بعد. ابقَ هنا: سيُرسل وحده.
locked-window = مغلق
locked-left-title = تم الإغلاق
locked-left = يمكنك نزع المفتاح.
locked-idle-title = تم الإغلاق
locked-idle = لم يلمس أحد الحاسوب منذ 5 دقائق.
locked-removed-title = نُزع المفتاح
locked-removed = مساحتك مغلقة.
locked-nothing = لا يبقى شيء على هذا الحاسوب.
locked-again = الفتح من جديد

## Starting
starting = المفتاح يبدأ
no-stick-missing-title = أين المفتاح؟
no-stick-missing = أدخل المفتاح، ثم المس «المحاولة مرة أخرى».
no-stick-damaged-title = المفتاح تالف
no-stick-damaged = أوراقك لم تضع. اذهب إلى الجمعية التي أعطتك المفتاح.
no-stick-second-title = هذا مفتاح للإضافة
no-stick-second = هو يرافق مفتاحًا آخر. افتح بالمفتاح الآخر ثم أضف هذا.
no-stick-unknown-title = المفتاح لا يستجيب
no-stick-unknown = انزع المفتاح. أدخله مرة أخرى.
try-again = المحاولة مرة أخرى

## Language
language-window = اللغة
language-title = اختر لغتك
language-kept = تتغير اللغة فورًا.
language-draft = هذه الترجمة مسودة. لم يراجعها أحد بعد.

## Code
code-title = رمزك
code-kind = رمزي مكوّن من
code-kind-digits = أرقام
code-kind-pictures = صور
code-type-digits = اكتب أرقامك الستة.
code-type-pictures = المس صورك الخمس بالترتيب.
code-chosen = { $count ->
    [0] لم تختر أي صورة من 5
    [one] اخترت صورة واحدة من 5
    [two] اخترت صورتين من 5
    [few] اخترت { $count } صور من 5
   *[other] اخترت { $count } صورة من 5
  }
code-erase = مسح
code-show = إظهار
code-hide = إخفاء
code-open = فتح
code-opening = مساحتك تُفتح الآن.
code-shuffle = خلط الأزرار
code-forgotten = نسيت رمزي
forgotten-title = نسيت رمزك
forgotten-body = لا بأس. أوراقك ما زالت موجودة.
forgotten-where = اذهب إلى الجمعية التي أعطتك المفتاح.
wait-over = يمكنك المحاولة الآن.

## First opening
first-title = رمزك الجديد
first-show = هذا هو رمزك. احفظه، ثم اكتبه.
first-hidden = الرمز مخفي. اكتبه مرة أخرى.
first-another = رمز آخر
first-own = سأختار بنفسي
first-own-how = تجنب التواريخ والأرقام المتتالية مثل 1 2 3.
first-own-again = الاختيار من جديد
first-propose = اقترح عليّ رمزًا
first-see-again = رؤية رمزي مرة أخرى
first-yours = رمزك
first-different = ليس الرمز نفسه. خذ وقتك.
first-making = مساحتك تُجهَّز الآن.

## Rescue card
card-title = بطاقة الطوارئ
card-why = هذه البطاقة تساعدك إذا نسيت رمزك.
card-keep = اطبعها أو انسخها بيدك. احفظها بعيدًا عن المفتاح.
card-is = نص بطاقتك
card-print = طباعة
card-have = معي بطاقتي
card-later = لاحقًا
card-read-title = اقرأ بطاقتك
card-read = اكتب نص بطاقتك.
card-hint = لا حاجة إلى الفراغات والشرطات.
card-check = تحقق
card-wrong = ليس النص نفسه. انظر جيدًا إلى بطاقتك.
card-again = رؤية البطاقة مرة أخرى

## Home
home-window = البداية
home-title = مرحبًا
home-doors = الأبواب الثلاثة
home-also = أيضًا
home-papers = أوراقي
home-steps = معاملاتي
home-dates = مواعيدي
home-settings = الإعدادات
notices-title = للعلم
notice-wrong-codes = { $count ->
    [one] كتب شخص رمزًا خاطئًا مرة واحدة.
    [two] كتب شخص رمزًا خاطئًا مرتين.
    [few] كتب شخص رمزًا خاطئًا { $count } مرات.
   *[other] كتب شخص رمزًا خاطئًا { $count } مرة.
  }
notice-renewal = يجب تجديد المفتاح قريبًا.
notice-visit = اذهب إلى جمعيتك عندما تستطيع.
notice-mended = تم إصلاح نسخة تالفة على المفتاح.
notice-read-only = يمكنك القراءة، ولا يمكنك تغيير شيء اليوم.
notice-nothing-pinned = هذه أول مرة مع هذا المفتاح.
notice-recovery = شخص ما يطلب فتح مساحتك من جديد. إن لم تكن أنت، فأخبر جمعيتك.
notice-memory = هذا الحاسوب لا يحفظ الأسرار جيدا. إن أمكن، استعمل حاسوبا آخر.
notice-idle = لم يفتح أحد هذه المساحة منذ سنتين. كانت ستختفي. الآن تبقى.
notice-said-dead = قيل لنا إنك توفيت. صُحح ذلك. يستطيع مساعدوك أن يساعدوك من جديد.
closing-title = { $name } ستغلق أبوابها
closing-until = مساحتك تفتح حتى { $day }. خذ معك ما هو لك.

## My dates
dates-title = مواعيدي
dates-today = اليوم: { $day }
dates-none = أنت لا تتابع أي موعد بعد.
dates-none-how = أضف موعدًا، أو اختر معاملة لمتابعتها.
dates-add = إضافة موعد
dates-print = طباعة مواعيدي
dates-others = رؤية المواعيد الأخرى
now-title = المطلوب الآن
now-until = حتى يوم { $day }.
now-see = رؤية
date-window = موعد
date-left = { $days ->
    [0] هذا آخر يوم
    [one] بقي يوم واحد
    [two] بقي يومان
    [few] بقيت { $days } أيام
    [many] بقي { $days } يومًا
   *[other] بقي { $days } يوم
  }
date-in = { $days ->
    [0] الموعد اليوم
    [1] الموعد غدًا
    [two] بعد يومين
    [few] بعد { $days } أيام
    [many] بعد { $days } يومًا
   *[other] بعد { $days } يوم
  }
date-from = ابتداءً من يوم { $day }
date-over = مضى آخر يوم
date-is-done = تم ذلك
date-between = يمكنك فعل ذلك من يوم { $from } إلى يوم { $to }.
date-hour = الساعة { $hour }
date-ends = تنتهي هذه الورقة يوم { $day }.
date-mark = تم ذلك
date-unmark = لم يتم ذلك
date-marked = سُجّل: أنت فعلت ذلك.
date-unmarked = سُجّل: ما زال عليك فعل ذلك.
date-service = رؤية المعاملة
date-paper = رؤية الورقة
new-date-title = إضافة موعد
new-date-what = ما هو هذا الموعد؟
new-date-example = مثلًا: موعد عند الطبيب
new-date-day = أي يوم؟
new-date-hour = في أي ساعة؟
hour-none = بدون ساعة
new-date-keep = حفظ هذا الموعد
new-date-kept = حُفظ الموعد.
new-date-untitled = اكتب ما هو هذا الموعد.
field-day = اليوم
field-month = الشهر
field-year = السنة
day-wrong = هذا اليوم غير موجود. انظر إلى اليوم والشهر والسنة.
follow = متابعة المواعيد
follow-end = ما هو آخر يوم؟
follow-end-where = هو مكتوب على بطاقتك أو على شهادتك.
follow-beginning = في أي يوم بدأ ذلك؟
follow-month = في أي شهر كان آخر تصريح لك؟
follow-event = ما هو اليوم؟
follow-ok = متابعة
following = أنت تتابع هذه المواعيد.
follow-next = المرة القادمة: من يوم { $from } إلى يوم { $to }.
unfollow = إيقاف المتابعة
unfollow-title = هل تريد إيقاف المتابعة؟
unfollow-what = لن يبقى هذا في مواعيدك.
unfollow-no = إبقاء
unfollowed = لم يعد هذا في مواعيدك.

## معاملاتي
steps-title = معاملاتي
steps-search = عمّ تبحث؟
steps-examples = مثلًا:
steps-found = { $count ->
    [0] لا نتيجة. جرّب كلمة أخرى.
    [one] معاملة واحدة.
    [two] معاملتان.
    [few] { $count } معاملات.
    [many] { $count } معاملة.
   *[other] { $count } معاملة.
  }
steps-themes = اختر حسب الموضوع
steps-others = أخرى
steps-in-french = نصوص هذه الصفحة بالفرنسية.
life-health = الصحة
life-work = العمل والتدريب
life-abroad = أجنبي في فرنسا
life-urgent = طوارئ
life-school = الأسرة والمدرسة
life-identity = الأوراق والمواطنة
life-age = الإعاقة والتقدم في السن
life-rights = العدالة والحقوق
life-help = إيجاد مساعدة
service-window = معاملة
service-what = ما الفائدة
service-who = لمن
service-local = هنا فقط:
service-when = متى
service-checked = جرى التحقق يوم { $day }.
service-source = المصدر:
service-unchecked = لم يتم التحقق من هذا بعد.
service-ask = اسأل جمعيتك أيضًا.
service-where = أين
service-call = الهاتف:
service-remembers = قد يتذكر هذا الحاسوب هذا الموقع.
service-code = احتفظ برمز مفتاحك لنفسك.
service-go = الذهاب إلى الموقع
service-opened = يُفتح الموقع في نافذة أخرى.

## Which paper it is
kind-window = ورقة
kind-title = ما هي هذه الورقة؟
kind-search = ابحث عن اسمها، أو اخترها.
kind-others = رؤية الأوراق الأخرى
kind-none = لا واحدة من هذه الأوراق
kind-end-where = هو مكتوب على الورقة.
kind-keep = حفظ
kind-no-end = لا أعرف، أو لا يوجد
kind-kept = سُجّل ذلك.
paper-expired = انتهت مدتها
paper-ends-soon = تنتهي قريبًا
search-papers = البحث عن ورقة
search-found = { $count ->
    [0] لا نتيجة. جرّب كلمة أخرى.
    [one] وُجدت ورقة واحدة.
    [two] وُجدت ورقتان.
    [few] وُجدت { $count } أوراق.
   *[other] وُجدت { $count } ورقة.
  }
search-inside = البحث أيضًا في نص الأوراق
search-inside-done = الأوراق المقروءة: { $done } من { $total }.
search-unread = { $count ->
    [one] تعذرت قراءة ورقة واحدة.
    [two] تعذرت قراءة ورقتين.
    [few] تعذرت قراءة { $count } أوراق.
   *[other] تعذرت قراءة { $count } ورقة.
  }

## What I need
needs-title = ما أحتاج إليه
needs-have = هي عندي
needs-too-old = قديمة جدًا
needs-missing = ناقصة
needs-until = صالحة حتى يوم { $day }.
needs-where = أين تجدها:
needs-how = ماذا تفعل؟
needs-words = الكلمات الصعبة

## Contacts
contacts-title = جهات الاتصال
contacts-none = احفظ هنا أرقامك المفيدة.
contact-add = إضافة جهة اتصال
contact-window = جهة اتصال
contact-name = الاسم
contact-phone = الهاتف
contact-mail = البريد الإلكتروني
contact-address = العنوان
contact-note = شيء آخر تريد معرفته
contact-empty = لا يوجد إلا الاسم.
contact-unnamed = اكتب الاسم.
contact-remove-title = هل تريد حذف جهة الاتصال هذه؟
edit = تعديل
kept = حُفظ ذلك.
removed = حُذف ذلك.
remove-what = لن يمكن إرجاع ذلك.
remove-yes = حذف

## Passwords of sites
login-all = كلمات السر الخاصة بي
login-none = احفظ هنا كلمات السر لمواقعك.
login-add = إضافة موقع
login-window = موقع
login-site = أي موقع؟
login-site-example = مثلًا: CAF
login-address = عنوانه على الإنترنت
login-name = اسمك على هذا الموقع
login-make = المفتاح يخترع كلمة سر
login-password = كلمة السر الخاصة بك
login-note = شيء آخر يبقى سريًا
login-totp = المفتاح السري للرمز الذي يتغير
login-totp-what = فقط إذا أعطاك إياه الموقع.
login-stays = اتركه فارغًا حتى لا يتغير شيء.
login-hold = اضغط باستمرار للرؤية
login-copy = نسخ
login-copy-secret = نسخ كلمة السر
login-copied = تم النسخ لمدة 30 ثانية.
login-code = رؤية الرمز الذي يتغير
login-code-left = { $seconds ->
    [one] بقيت ثانية واحدة
    [two] بقيت ثانيتان
    [few] بقيت { $seconds } ثوانٍ
   *[other] بقيت { $seconds } ثانية
  }
login-unnamed = اكتب اسم الموقع.
login-remove-title = هل تريد حذف هذا الموقع؟

## My papers
papers-title = أوراقي
papers-count = { $count ->
    [0] فارغ
    [one] ورقة واحدة
    [two] ورقتان
    [few] { $count } أوراق
   *[other] { $count } ورقة
  }
papers-private = لك وحدك
room-plenty = ما زال هناك مكان.
room-little = بقي مكان قليل.
room-none = لم يبق مكان.
folder-identity = الهوية
folder-family = العائلة
folder-health = الصحة والرعاية
folder-work = العمل
folder-housing = السكن
folder-transport = النقل
folder-money = المال والمساعدات
folder-justice = العدالة
folder-abroad = الخارج وأوروبا
folder-leisure = الترفيه
folder-groups = الجمعيات
folder-private = خاص

## A folder
folder-window = ملف
folder-list = أوراق هذا الملف
folder-empty = هذا الملف فارغ.
folder-empty-how = المس «إضافة ورقة». يمكنك أيضًا إفلات ورقة هنا.
folder-add = إضافة ورقة
folder-choose = اختيار أوراق من الحاسوب
folder-note = كتابة ملاحظة
folder-all = رؤية كل الأوراق
folder-bin = الأوراق المحذوفة
folder-drop = أفلت هنا
paper-kind = ورقة
note-kind = ملاحظة
paper-since = أُضيفت يوم { $day }
adding = { $total ->
    [one] ورقتك تدخل الآن إلى مساحتك.
   *[other] الورقة { $now } من { $total }: تدخل الآن إلى مساحتك.
  }
adding-stop = إيقاف
added = { $count ->
    [0] لم تُضف أي ورقة.
    [one] أُضيفت ورقة واحدة.
    [two] أُضيفت ورقتان.
    [few] أُضيفت { $count } أوراق.
   *[other] أُضيفت { $count } ورقة.
  }
added-not = لم تُضف الورقة «{ $title }».
added-place = «{ $title }»: قد تقول هذه الصورة أين التُقطت.
added-more = { $count ->
    [one] وواحدة أخرى.
    [two] واثنتان أخريان.
    [few] و{ $count } أخرى.
   *[other] و{ $count } أخرى.
  }
added-rest = { $count ->
    [one] ورقة واحدة ما زالت تنتظر على الحاسوب.
    [two] ورقتان ما زالتا تنتظران على الحاسوب.
    [few] { $count } أوراق ما زالت تنتظر على الحاسوب.
   *[other] { $count } ورقة ما زالت تنتظر على الحاسوب.
  }
bin-window = الأوراق المحذوفة
bin-title = الأوراق المحذوفة
bin-empty = لا توجد أوراق محذوفة هنا.
bin-restore = إرجاع
bin-restore-name = إرجاع { $title }
bin-restored = رجعت الورقة إلى الملف: { $title }

## تصوير ورقة
scan-window = تصوير ورقة
scan-how = ضع الورقة مبسوطة تحت ضوء جيد.
scan-sight = ما تراه الكاميرا
scan-starting = الكاميرا تبدأ العمل.
scan-take = التقاط الصورة
scan-choose = اختيار صور
scan-none = لم توجد أي كاميرا.
scan-failed = الكاميرا لا تعمل هنا.
scan-none-how = اختر صورًا موجودة على هذا الحاسوب.
scan-photo = صورة
scan-crop-title = أين الورقة؟
scan-crop-how = المس كل زاوية من زوايا الورقة في الصورة.
scan-crop-keys = بلوحة المفاتيح، تحرك الأسهم الزاوية.
scan-corner-upper-left = الزاوية العليا اليسرى
scan-corner-upper-right = الزاوية العليا اليمنى
scan-corner-lower-right = الزاوية السفلى اليمنى
scan-corner-lower-left = الزاوية السفلى اليسرى
scan-corner-at = العرض: { $across } من 100. الارتفاع: { $down } من 100.
scan-crop-keep = حفظ هذه الصفحة
scan-turn = تدوير الصورة
scan-turned = دارت الصورة.
scan-again = التقاط صورة أخرى
scan-waiting = { $count ->
    [one] بقيت صورة واحدة بعد هذه.
    [two] بقيت صورتان بعد هذه.
    [few] بقيت { $count } صور بعد هذه.
   *[other] بقيت { $count } صورة بعد هذه.
  }
scan-left = { $count ->
    [one] صورة واحدة ما زالت تنتظر.
    [two] صورتان ما زالتا تنتظران.
    [few] { $count } صور ما زالت تنتظر.
   *[other] { $count } صورة ما زالت تنتظر.
  }
scan-pages-title = صفحات ورقتك
scan-name = اسم الورقة
scan-add = إضافة صفحة
scan-keep = وضعها في مساحتي
scan-most = للورقة { $most } صفحة على الأكثر.
scan-earlier = وضعها قبل
scan-later = وضعها بعد
scan-remove = إزالة هذه الصفحة
scan-remove-title = هل تزيل هذه الصفحة؟
scan-removed = أُزيلت الصفحة.

## A note
note-window = ملاحظة
note-title = ملاحظتك
note-name = عنوان الملاحظة
note-text = نصك
note-keep = حفظ الملاحظة
note-missing = اكتب عنوانًا ونصًا.
note-missing-text = اكتب نصًا.
note-edit = تعديل الملاحظة
note-kept = حُفظت الملاحظة.

## A paper
paper-window = ورقة
paper-picture = صورة الورقة
paper-page = صفحة { $page } من { $pages }
paper-text = نص هذه الصفحة
paper-before = الصفحة السابقة
paper-after = الصفحة التالية
paper-larger = تكبير
paper-smaller = تصغير
paper-reading = ورقتك في الطريق.
paper-cut = البقية لا تظهر هنا. هي محفوظة جيدًا.
paper-no-view = هذه الورقة لا تظهر هنا. هي محفوظة جيدًا.
paper-rename = تغيير الاسم
paper-move = تغيير الملف
paper-delete = حذف
paper-deleted = هذه الورقة محذوفة.
paper-deleted-where = هي تنتظر في الأوراق المحذوفة لهذا الملف.
paper-undo = التراجع عن الحذف
paper-undone = رجعت الورقة.
paper-in = الملف: { $folder }
rename-title = تغيير الاسم
rename-label = الاسم الجديد
rename-ok = حفظ هذا الاسم
rename-done = تغير الاسم.
move-title = تغيير الملف
move-ask = إلى أي ملف؟
move-private = في «خاص» لا يراها أحد غيرك.
move-done = انتقلت الورقة إلى ملف آخر.

## Settings
settings-title = الإعدادات
look-size = حجم الحروف
look-size-usual = عادي
look-size-large = كبير
look-size-larger = كبير جدًا
look-size-largest = الأكبر
look-colours = الألوان
look-better = رؤية أفضل
look-computer = مثل الحاسوب
look-light = فاتحة
look-dark = داكنة
look-contrast = تباين قوي
look-letters = شكل الحروف
look-letters-usual = عادي
look-letters-dyslexic = لعسر القراءة
look-lines = المسافة بين السطور
look-lines-usual = عادية
look-lines-wide = أكبر
look-movement = الحركات
look-movement-none = بدون حركة
look-reading = القراءة بصوت عالٍ
look-reading-asked = عندما أضغط على «استماع»
look-reading-always = دائمًا، في كل صفحة
look-keyboard = لوحة الحروف على الشاشة
look-keyboard-asked = عندما أضغط على «لوحة الحروف»
look-keyboard-always = دائمًا
look-kept = حُفظ ذلك. هذا الاختيار يتبعك على كل حاسوب.
look-not-kept = هذا الاختيار لهذه المرة فقط.
settings-others = رؤية الإعدادات الأخرى
settings-language = اللغة
settings-stick = ماذا يحتوي مفتاحي

## My rights
rights-title = حقوقي
rights-what = مساحتك لك. أنت تقرر كل شيء.
export-title = أخذ كل شيء معي
export-what = أوراقك وملاحظاتك ومواعيدك تذهب إلى حزمة واحدة.
export-warning = هذه الحزمة لم تعد محمية. احتفظ بها في مكان آمن.
export-done = { $count ->
    [0] الحزمة جاهزة. لم تكن هناك أي ورقة.
    [one] الحزمة جاهزة، وفيها ورقة واحدة.
    [two] الحزمة جاهزة، وفيها ورقتان.
    [few] الحزمة جاهزة، وفيها { $count } أوراق.
   *[other] الحزمة جاهزة، وفيها { $count } ورقة.
  }
export-missing = { $count ->
    [zero] لا تنقص أي ورقة: كل الأوراق في البوابة.
    [one] تنقص ورقة واحدة: لم تعد في البوابة.
    [two] تنقص ورقتان: لم تعودا في البوابة.
    [few] تنقص { $count } أوراق: لم تعد في البوابة.
    [many] تنقص { $count } ورقة: لم تعد في البوابة.
   *[other] تنقص { $count } ورقة: لم تعد في البوابة.
  }
login-export = أخذ كلمات السر الخاصة بي أيضًا
import-title = إرجاع كل شيء
import-what = اختر الحزمة التي أخذتها معك من مساحة أخرى.
import-ok = اختيار الحزمة
import-done = { $count ->
    [0] كان كل شيء موجودًا من قبل.
    [one] رجعت ورقة واحدة.
    [two] رجعت ورقتان.
    [few] رجعت { $count } أوراق.
   *[other] رجعت { $count } ورقة.
  }
delete-title = حذف مساحتي
delete-all = ستختفي أوراقك وملاحظاتك وكل شيء آخر.
delete-who = لن يستطيع أحد إرجاعها، ولا حتى جمعيتك.
delete-days = ستكون لديك 7 أيام لتغيّر رأيك.
delete-keys = بعد 7 أيام، لن تفتح مفاتيحك أي شيء.
delete-go-on = متابعة
delete-code = اكتب رمزك للحذف
deleting-title = مساحتك ستختفي
deleting-until = ستُحذف بعد يوم { $day }.
deleting-nothing = هذه المساحة ستُحذف. لم يعد ممكنًا فعل أي شيء فيها.
deleting-how = هل غيّرت رأيك؟ احتفظ بمساحتك.
deleting-keep = الاحتفاظ بمساحتي
dates-save = وضعها في تقويم
dates-save-what = مواعيدك تذهب إلى تقويم هاتف أو حاسوب.
save-stays = ستبقى حيث تحفظها.
save-ok = اختيار مكان الحفظ
saved = تم الحفظ.

## What my key holds
stick-title = ماذا يحتوي مفتاحي
stick-reading = تجري قراءة المفتاح.
stick-calm = كل شيء منا، ولا شيء يتكلم عنك.
stick-count = { $count ->
    [one] قُرئ عنصر واحد الآن.
    [two] قُرئ عنصران الآن.
    [few] قُرئت { $count } عناصر الآن.
   *[other] قُرئ { $count } عنصرًا الآن.
  }
stick-program = البرنامج
stick-program-what = هو نفسه على كل المفاتيح
stick-own = القفل
stick-own-what = خاص بهذا المفتاح، بلا اسم
stick-honest = القفل مغلق: لا يمكن البحث داخله.
stick-proof = حجمه والقائمة هما الدليل.
stick-search = ابحث عن اسمك أو عن كلمة من أوراقك.
stick-searching = يجري البحث.
stick-found = { $found ->
    [0] لم يوجد: 0 مرة.
    [one] وُجد: مرة واحدة.
    [two] وُجد: مرتين.
    [few] وُجد: { $found } مرات.
   *[other] وُجد: { $found } مرة.
  }
stick-searched = { $searched ->
    [one] قُرئ عنصر واحد.
    [two] قُرئ عنصران.
    [few] قُرئت { $searched } عناصر.
   *[other] قُرئ { $searched } عنصرًا.
  }
stick-common = هذه الكلمة موجودة أيضًا في البرنامج. هو نفسه على كل المفاتيح.
stick-differs = هذا المفتاح ليس تمامًا كما يجب.
stick-changed = { $count ->
    [one] عنصر واحد تغير.
    [two] عنصران تغيرا.
    [few] { $count } عناصر تغيرت.
   *[other] { $count } عنصرًا تغير.
  }
stick-unlisted = { $count ->
    [one] عنصر واحد ليس في قائمتنا.
    [two] عنصران ليسا في قائمتنا.
    [few] { $count } عناصر ليست في قائمتنا.
   *[other] { $count } عنصرًا ليس في قائمتنا.
  }
stick-missing = { $count ->
    [one] عنصر واحد ناقص.
    [two] عنصران ناقصان.
    [few] { $count } عناصر ناقصة.
   *[other] { $count } عنصرًا ناقص.
  }
stick-wrong-size = { $count ->
    [one] عنصر واحد من القفل ليس بالحجم الصحيح.
    [two] عنصران من القفل ليسا بالحجم الصحيح.
    [few] { $count } عناصر من القفل ليست بالحجم الصحيح.
   *[other] { $count } عنصرًا من القفل ليس بالحجم الصحيح.
  }
stick-no-list = هذا المفتاح ليست معه قائمة برنامجه.
stick-no-list-what = لذلك لا يمكن مقارنة البرنامج.
stick-signed = القائمة موقّعة منا.
stick-trying = هذا المفتاح للتجربة فقط.
stick-forged = قائمة هذا المفتاح ليست منا.
stick-ask = اعرض هذا المفتاح على جمعيتك.
stick-table = كل ما على المفتاح
stick-all = رؤية العناصر: { $count }
stick-row-listed = في القائمة
stick-row-unlisted = ليس في القائمة
stick-row-changed = تغير
stick-row-missing = ناقص
stick-row-size = ليس بالحجم الصحيح
stick-row-own = خاص بهذا المفتاح
stick-own-lock = القفل، مغلق
stick-own-lock-twice = القفل نفسه، نسخة ثانية
stick-own-mark = ما يتعرف على مساحتك، مغلق
stick-own-mark-twice = الشيء نفسه، نسخة ثانية
stick-own-size = دائمًا { $size }
stick-check = للتحقق
stick-check-how = قارن هذه العلامات بالقائمة المنشورة لهذا الإصدار.
newer-title = تحديث مفتاحي
newer-ready = نسخة أحدث من البرنامج جاهزة.
newer-see = عرض
newer-papers = أوراقك ورمزك لا يتغيران.
newer-size = للتنزيل: { $size }.
newer-take = تحديث
newer-leave-in = اترك المفتاح موصولا حتى النهاية.
newer-old-stays = إذا خرج قبل ذلك، تعمل النسخة القديمة كما كانت.
newer-done = تم. ستعمل النسخة الجديدة في المرة القادمة.
newer-home = العودة إلى البداية
newer-none = مفتاحك فيه أحدث نسخة.

## مساعديّ
home-helpers = مساعديّ
home-people = من أساعدهم
helpers-none = ليس لديك مساعد بعد.
helpers-who = من يمكنه مساعدتي
helpers-give = إعطاء تفويض
helpers-old = السابقون
role-social-worker = عامل اجتماعي
role-mediator = وسيط رقمي
role-volunteer = متطوع
role-relative = قريب أو صديق
role-curator = وصي أو قيّم
role-officer = مسؤول
until-day = حتى { $day }
until-over = انتهى
stop = إيقاف
stop-title = هل توقف هذا التفويض؟
stop-now = { $helper } لن يرى أوراقك بعد الآن.
stop-kept = ما قُرئ لا يمكن استرجاعه.
stop-yes = نعم، أوقفه الآن
stop-no = لا، احتفظ به
stop-done = تم إيقاف التفويض.

## إعطاء تفويض
give-who = من سيساعدك؟
give-several = اختيار عدة مساعدين
give-most = 5 مساعدين على الأكثر.
give-number = لدي رقم مساعد
give-number-type = رقم المساعد
give-number-where = هو مكتوب على شاشة المساعد.
give-structure = هل هو من جمعية أخرى؟ اكتب رقم جمعيته.
give-structure-where = هذا الرقم مكتوب على ورقة جمعيته.
give-number-find = بحث
give-nobody = ليس لجمعيتك مساعد هنا بعد.
give-themes = أي مواضيع؟
give-few = اختر فقط ما هو مفيد.
give-others = رؤية المواضيع الأخرى
give-no-theme = اختر موضوعًا واحدًا على الأقل.
give-terms = ماذا يمكن للمساعد أن يفعل؟
rights-see = رؤية أوراقي
rights-act = رؤية وإضافة
rights-drop = إضافة فقط
give-long = لكم من الوقت؟
length-day = يوم واحد
length-month = شهر واحد
length-half = 6 أشهر
length-year = سنة واحدة
consent-title = تفويضك
consent-gives = أنت تعطي تفويضًا إلى { $helper }
consent-see = يمكن لهذا الشخص رؤية أوراقك في هذه المواضيع:
consent-act = يمكن لهذا الشخص رؤية أوراق هذه المواضيع وإضافتها:
consent-drop = يمكن لهذا الشخص فقط إضافة أوراق في هذه المواضيع:
consent-long = يدوم هذا { $length }، حتى { $day }.
consent-stop = يمكنك إيقافه في أي وقت دون ذكر السبب.
consent-written = كل ما يُفعل مكتوب في «من فعل ماذا».
consent-only = المساعد لا يفعل غير ذلك ولا يخبر أحدًا.
consent-know = اسأل ماذا يعرف المساعد عنك. اطلب تصحيحه أو حذفه.
consent-guardian = الشخص تحت الوصاية القانونية لا يعطي تفويضًا.
consent-guarded = لدي وصي أو قيّم
consent-change = تغيير الحقوق أو المدة
consent-name = اسمك
consent-place = المدينة التي أنت فيها
consent-missing = اكتب اسمك والمدينة.
consent-full = قراءة النص كله
consent-code = لإعطاء هذا التفويض، اكتب رمزك
consent-ok = إعطاء هذا التفويض
given-title = تم إعطاء التفويض
given-print = اطبعه مرتين: لك وللمساعد.
given-sign = وقّعا كلاكما.
given-proof = حفظ الدليل
given-proof-what = الدليل يبيّن أن أحدًا لم يغيّر النص.
guardian-title = الوصاية القانونية
guardian-role = للوصي أو القيّم دور خاص به، دون تفويض.
guardian-judge = عيّنه قاضٍ، وهو يحدد ما يمكنه فعله.
guardian-ask = يمكنك أن تفتح له الوصول إلى أوراقك.
guardian-is = { $helper } وصي أو قيّم.
guardian-not = هذا الرقم ليس لوصي أو قيّم.
guardian-who = من هو الوصي أو القيّم عليك؟
measure-title = أي إجراء؟
measure-who = يكتب الوصي أو القيّم هذا بجانبك.
measure-tutelle = وصاية: tutelle
measure-curatelle = قوامة: curatelle
measure-sauvegarde = حماية قضائية: sauvegarde
measure-court = المحكمة
measure-day = تاريخ الحكم
measure-missing = اختر الإجراء. اكتب المحكمة والتاريخ.
measure-later = هذا التاريخ لم يأت بعد.
access-give = إعطاء وصول
access-window = وصول
access-title = وصول الشخص المكلف بالإجراء
access-gives = أنت تعطي وصولًا إلى { $helper }
access-terms = ماذا يمكن لهذا الشخص أن يفعل؟
access-stop = يمكنك إيقاف الوصول هنا في أي وقت.
access-law = إجراء القاضي يستمر. قد يطلب القانون بعض الأوراق.
access-only = يقرأ هذا الشخص فقط ما ينفع الإجراء.
access-know = اسأل ماذا يعرف هذا الشخص عنك. اطلب تصحيحه.
access-code = لإعطاء هذا الوصول، اكتب رمزك
access-ok = إعطاء هذا الوصول
access-given = تم إعطاء الوصول
access-print = اطبعه مرتين: لك ولهذا الشخص.
access-less = سيتوقف هذا الوصول. سيبدأ آخر بمواضيع أقل.
access-stop-title = هل توقف هذا الوصول؟
access-stopped = تم إيقاف الوصول.
access-over = هذا الوصول انتهى أو أُوقف.
access-drop = هذا الوصول يسمح بالإضافة لا بالرؤية.

## تفويض، ومن فعل ماذا
mandate-window = تفويض
mandate-themes = المواضيع
mandate-done = ما تم فعله
mandate-less = سحب موضوع
less-what = سيتوقف هذا التفويض. سيبدأ آخر بمواضيع أقل.
less-keep = أي مواضيع تُبقي؟
journal-title = من فعل ماذا
journal-all = رؤية الكل
journal-none = لم يفتح أحد أي شيء.
did-list = فتح { $helper } ملف { $folder }.
did-read = قرأ { $helper } «{ $title }».
did-drop = أضاف { $helper } «{ $title }».
did-session = عمل { $helper } معك.
did-teach = لتعليمك
did-accompany = معك
did-do = بدلًا منك
journal-who = إظهار فقط
journal-everybody = كل المساعدين
journal-hide = إخفاء الأسماء
journal-show = إظهار الأسماء
journal-somebody = مساعد
journal-seal = السطر المحذوف أو المغيَّر يظهر.

## أساعد أشخاصًا
helping-title = أساعد أشخاصًا
helping-first = تتحقق جمعيتك أولًا من هويتك.
helping-name = الاسم الذي يعرفه الناس
helping-ask = طلب المساعدة للآخرين
helping-asked = تم الطلب.
helping-number = رقمك كمساعد
helping-read = اقرأه للمسؤول في جمعيتك.
helping-is = أنت مساعد.
helping-ends = ينتهي هذا في { $day }. راجع جمعيتك قبل ذلك.
people-none = لم يعطك أحد تفويضًا.
person-window = شخص
person-posture = كيف تساعد؟
posture-teach = أُعلّم
posture-accompany = أرافق
posture-do = أقوم بذلك
person-written = ما تفتحه يُكتب لدى هذا الشخص.
person-died = تقول الجمعية: هذا الشخص توفي. التفويض انتهى.
person-drop = هذا التفويض يسمح بالإضافة لا بالرؤية.
byname-change = الاسم الذي أعطيه لهذا الشخص
byname-title = كيف تسمي هذا الشخص؟
byname-label = اسم لك وحدك
byname-empty = لا يراه أحد غيرك. اتركه فارغًا لإزالته.
beside-title = شخص يساعدني
beside-start = شخص يساعدني الآن
beside-who = من يساعدك؟
beside-hint = اكتب اسم المترجم أيضا.
beside-what = سيُكتب ذلك في « من فعل ماذا ».
beside-ok = ابدأ
beside-end = انتهى
did-minutes = { $minutes } دقيقة
dropped-title = أوراق للنظر فيها
dropped-count = { $count ->
    [zero] لا ورقة تنتظرك.
    [one] ورقة واحدة تنتظرك.
    [two] ورقتان تنتظرانك.
    [few] { $count } أوراق تنتظرك.
    [many] { $count } ورقة تنتظرك.
   *[other] { $count } ورقة تنتظرك.
}
dropped-see = انظر
dropped-what = أضاف مساعد هذه الأوراق. احتفظ بها أو لا.
dropped-none = لا ورقة تنتظر.
dropped-by = أضافها { $helper }، { $day }
dropped-instead = تحل محل « { $title } ». القديمة تذهب مع الأوراق المحذوفة.
dropped-keep = احتفظ بهذه الورقة
dropped-not = لا تحتفظ بها
dropped-not-title = ألا تحتفظ بهذه الورقة؟
dropped-kept = تم الاحتفاظ بها.
dropped-refused = ذهبت هذه الورقة.
drop-title = أضف ورقة
drop-done = « { $title } » تنتظر هذا الشخص.
refused-words = هذا الاسم طويل جدًا. اكتبه أقصر.
refused-no-helper = لا يوجد مساعد بهذا الرقم. أعيدا قراءته معًا.
refused-own-mandate = هذا رقمك أنت. التفويض لشخص آخر.
refused-terms = لا يمكن إعطاء هذا التفويض هكذا. ابدأ من جديد.
refused-helpers-old = قائمة المساعدين قديمة جدًا. أخبر جمعيتك.
refused-mandate-over = هذا التفويض انتهى أو أُوقف.
refused-helper-stopped = هذا المساعد لم يعد يستطيع المساعدة. اسأل الجمعية.
refused-helper-full = هذا المساعد يساعد أشخاصًا كثيرين. اختر مساعدًا آخر.
refused-journal-conflict = تزامن هذا مع قراءة أخرى. حاول من جديد.
refused-journal-altered = تغيّرت هذه القائمة أو نقص منها شيء. أرِها لجمعيتك.

## بطاقتي وأمنائي
recovery-title = بطاقة الطوارئ وأمنائي
recovery-what = الأمين يساعدك على استرجاع مساحتك. لا يقرأ شيئًا.
recovery-none = ليس لديك أمين بعد.
recovery-holders = أمنائي
recovery-label = يسمّونك «{ $label }».
recovery-choose = اختيار أمنائي
recovery-card = إعادة عمل بطاقتي
holders-two = اختر 2 من أمناء
holders-who = خذ أشخاصًا يعرفونك جيدًا.
holders-one = مع أمين واحد، تحتاج دائمًا إلى البطاقة.
holders-yours = هؤلاء أمناء سيساعدونك
holders-label = ماذا يسمّونك؟
holders-label-hint = يعرفونك بهذه الكلمات.
holders-code = لاختيار هؤلاء، وهم أمناء، اكتب رمزك
holders-ok = اختيار هؤلاء أمناءً
holders-done = تم. أخبر أمناءك.
new-card-what = ستظهر بطاقة جديدة. البطاقة القديمة لن تعمل بعدها.
new-card-code = لإعادة عمل بطاقتك، اكتب رمزك
card-old = البطاقة القديمة لم تعد تعمل. ارمها.
asked-title = شخص ما يطلب استرجاع مساحتك
asked-since = منذ { $day }.
asked-own = إن كنت أنت، فلا تفعل شيئًا.
asked-veto = لست أنا
veto-title = رفض هذا الطلب؟
veto-what = هذا الطلب لن يفتح مساحتك.
veto-yes = نعم، رفض
veto-no = لا، رجوع
veto-done = رُفض الطلب. أخبر جمعيتك.
refused-no-card = اعمل أولًا بطاقة طوارئ.
refused-card-unknown = هذه البطاقة لم تعد تعمل. ابحث عن الأحدث.
refused-share-damaged = ما يحفظه أمين قد تلف. اسأل الأمين الآخر.
refused-nothing-waits = لم يعد هنا أي طلب.
refused-request-ended = انتهى هذا الطلب. ابدأ من جديد.
refused-request-conflict = يوجد طلب آخر. يجب أن ينتهي أولًا.
refused-request-waits = يجب الانتظار بعد.
refused-request-step = هذا لا يتوافق. أوقف ثم ابدأ الطلب من جديد.
refused-holder-stopped = هذا الأمين لم يعد يستطيع المساعدة. اسأل الجمعية.
refused-closing = ستغلق الجمعية قريبا. لم تعد تفتح مساحة جديدة. تحدث معها.
refused-not-card = ليس هذا نص بطاقة. أعد قراءتها.
refused-no-request = لا يوجد طلب بهذا الرقم. أعيدا قراءته معًا.
refused-no-other-stick = ضع مفتاحًا واحدًا آخر فقط، أعدّته جمعيتك.
refused-key-missing = لا يوجد مفتاح أمان موصول. أدخله، ثم حاول مرة أخرى.
refused-key-several = توجد عدة مفاتيح أمان. اترك واحدًا فقط.
refused-key-barred = هذا الحاسوب يمنع مفتاح الأمان. استعمل حاسوبًا آخر.
refused-key-no-prf = مفتاح الأمان هذا لا يستطيع فتح مساحة. خذ مفتاحًا أحدث.
refused-key-no-pin = ليس لمفتاح الأمان هذا رمز PIN بعد. اطلب من يضعه لك.
refused-key-pin-shape = رمز PIN من 4 علامات أو أكثر.
refused-key-pin = رمز PIN هذا ليس صحيحًا. حاول مرة أخرى.
refused-key-pin-left = { $left ->
    [0] رمز PIN هذا ليس صحيحًا. لم تبق أي محاولة.
    [one] رمز PIN هذا ليس صحيحًا. بقيت لك محاولة واحدة. خذ وقتك.
    [two] رمز PIN هذا ليس صحيحًا. بقيت لك محاولتان. خذ وقتك.
    [few] رمز PIN هذا ليس صحيحًا. بقيت لك { $left } محاولات. خذ وقتك.
   *[other] رمز PIN هذا ليس صحيحًا. بقيت لك { $left } محاولة. خذ وقتك.
  }
refused-key-pause = رمز PIN ليس صحيحًا، مرات كثيرة. أخرج مفتاح الأمان، ثم أدخله من جديد.
refused-key-blocked = أوقف مفتاح الأمان نفسه للأبد. افتح بمفتاحك الآخر.
refused-key-touch = لم يُلمس مفتاح الأمان في الوقت. حاول مرة أخرى.
refused-key-out = أُخرج مفتاح الأمان. أدخله، ثم حاول مرة أخرى.
refused-key-known = مفتاح الأمان هذا يفتح مساحتك من قبل.
refused-key-stranger = مفتاح الأمان هذا لا يفتح أي مساحة هنا.
refused-key-full = مفتاح الأمان هذا ممتلئ. خذ مفتاحًا آخر.
refused-key-frozen = مفتاح الأمان هذا موقوف. مفتاحك الآخر أو بطاقتك يعيد تشغيله.
refused-key-other = مفتاح الأمان يرفض. أخرجه، ثم أدخله، ثم ابدأ من جديد.

## أمين لشخص
held-title = أنت أمين لـ
held-asks = يطلب استرجاع مساحته.
held-calm = لا يطلب شيئًا.
held-beside = اجلس بجانب هذا الشخص، أو اتصل به.
held-compare = مقارنة الصور
held-no-card = هذا الشخص ليست معه بطاقته
held-number = رقم طلبه
held-number-where = مكتوب على شاشة هذا الشخص.
held-know = هل تعرفت على هذا الشخص؟
held-know-how = انظر إلى وجهه، أو استمع إلى صوته.
held-approve = أعرف هذا الشخص
held-not = ليس هذا الشخص
held-approved = شكرًا. لقد تعرفت على هذا الشخص.
held-refused = توقف الطلب.
compare-title = قارن الصور الخمس
compare-how = هل تعرض الشاشة الأخرى الصور نفسها بالترتيب نفسه؟
compare-same = نفسها
compare-differ = ليست نفسها
compare-wait = لم ترد الشاشة الأخرى بعد. انتظر قليلًا.
freeze = إيقاف مفتاحه
freeze-title = إيقاف مفتاح هذا الشخص؟
freeze-what = لن يفتح أي مفتاح له شيئًا بعدها.
freeze-back = لا يُمحى شيء. يمكنك إعادة تشغيل المفتاح هنا.
freeze-yes = نعم، إيقاف
freeze-undo = إعادة تشغيل مفتاحه
freeze-done = مفتاحه متوقف.
freeze-undone = مفتاحه يعمل من جديد.

## مفاتيحي
sticks-title = مفاتيحي
sticks-own = هذا المفتاح
sticks-other = مفتاح آخر، رقم { $place }
sticks-since = مفتاح أضيف في { $day }
sticks-added = أضيف في { $day }
sticks-one = ينفعك مفتاح ثانٍ إن ضاع هذا.
sticks-add = إضافة مفتاح
stick-lost = هل أضعت هذا المفتاح؟
stick-block-what = المفتاح الموقوف لا يفتح شيئًا.
stick-block = إيقاف هذا المفتاح
stick-unblock = إعادة تشغيل هذا المفتاح
stick-blocked = هذا المفتاح متوقف.
stick-unblocked = هذا المفتاح يعمل من جديد.
stick-remove = إزالة هذا المفتاح
stick-remove-what = لن يفتح هذا المفتاح شيئًا بعدها، حتى مع الرمز.
stick-remove-code = لإزالة هذا المفتاح، اكتب رمزك
stick-removed = أُزيل المفتاح.
renew-title = تجديد مفتاحي
renew-short = تجديد
renew-what = ربما نسخ أحد مفتاحك. بعد التجديد لا تنفع أي نسخة.
renew-leave-in = اترك المفتاح موصولا. رمزك لا يتغير.
renew-code = لتجديد المفتاح، اكتب رمزك
renew-done = تم تجديد مفتاحك.
add-stick-ask = اطلب مفتاحًا آخر من جمعيتك.
add-stick-plug = ضع المفتاح الآخر هنا. اترك الأول في مكانه.
add-stick-wait = نبحث عن المفتاح الآخر.
add-stick-account = هذا المفتاح معد لمساحة جديدة.
add-stick-recovery = هذا المفتاح معد لاستعادة مساحة.
add-stick-another = اطلب من جمعيتك مفتاحًا للإضافة.
add-stick-there = المفتاح الآخر موجود.
add-stick-code = سيُفتح بالرمز نفسه.
add-stick-type = لإضافة هذا المفتاح، اكتب رمزك
add-stick-done = تم ذلك. احفظ المفتاح الآخر في مكان مختلف.
skey-have = لدي مفتاح أمان
skey-open = الفتح بمفتاح الأمان
skey-add = إضافة مفتاح أمان
skey-what = مفتاح الأمان يباع في المتاجر. تلمسه لتفتح.
skey-plug = أدخل مفتاح الأمان.
skey-wait = نبحث عن مفتاح الأمان.
skey-there = مفتاح الأمان موجود.
skey-pin = رمز PIN لمفتاح الأمان
skey-pin-hint = ليس هذا رمز مساحتك.
skey-needed = يلزم مفتاح الأمان
skey-touch = المس مفتاح الأمان عندما يومض.
skey-touch-twice = المس مفتاح الأمان مرتين، عندما يومض.
skey-code = لإضافة مفتاح الأمان، اكتب رمزك
skey-done = تم ذلك. مفتاح الأمان يفتح مساحتك أيضًا.
skey-own = مفتاح الأمان هذا
skey-since = مفتاح أمان أضيف في { $day }
skey-other = مفتاح أمان آخر، رقم { $place }
skey-removed = أُزيل مفتاح الأمان.
lost-title = أضعت مفتاحًا
lost-only = إيقاف مفتاحي الضائع
lost-what = ببطاقتك توقف كل مفاتيحك.
lost-block = إيقاف مفاتيحي
lost-unblock = إعادة تشغيل مفاتيحي
lost-blocked = مفاتيحك متوقفة. اذهب إلى جمعيتك.
lost-unblocked = مفاتيحك تعمل من جديد.

## تحضير المفاتيح
fleet-title = تحضير المفاتيح
fleet-title-practice = تحضير مفاتيح التدريب
fleet-what = كل مفتاح يحتاج إلى قسيمة. المسؤول يعطيك القسائم.
fleet-choose = اختيار ملف القسائم
fleet-vouchers = { $count ->
    [0] لا توجد هنا قسيمة صالحة.
    [zero] لا توجد هنا قسيمة صالحة.
    [one] هنا { $count } قسيمة صالحة.
    [two] هنا { $count } قسيمتان صالحتان.
    [few] هنا { $count } قسائم صالحة.
    [many] هنا { $count } قسيمة صالحة.
   *[other] هنا { $count } قسيمة صالحة.
  }
fleet-unusable = ما لا ينفع
fleet-unused-damaged = تالف، أو شيء آخر
fleet-unused-structure = من جمعية أخرى
fleet-unused-realm = الحقيقي والتدريب لا يختلطان
fleet-unused-kind = ليس لمساحة جديدة
fleet-unused-date = غير صالح في هذا اليوم
fleet-unused-twice = مكرر
fleet-programs = ليست في مفتاحك كل البرامج.
fleet-choose-programs = اختيار ملف البرامج
fleet-first = الرقم الأول
fleet-count = عدد المفاتيح
fleet-fewer = القسائم أقل من المفاتيح.
fleet-lent = موجود في دفترك: { $numbers }.
fleet-whole = تجربة كل المكان في كل مفتاح. هذا طويل.
fleet-begin = ابدأ
fleet-now = أحضّر مفاتيح
fleet-now-practice = أحضّر مفاتيح التدريب
fleet-plug = أدخل المفاتيح، عدة مفاتيح معًا.
fleet-keep = اترك مفتاحك أيضًا في مكانه.
fleet-progress = المفاتيح الجاهزة: { $ready } من { $all }
fleet-number = المفتاح رقم { $number }
fleet-is-again = أواصل.
fleet-is-writing = أكتب.
fleet-is-checking = أتحقق.
fleet-is-ready = جاهز. أخرجه بأمان، ثم ضع الملصق { $number }.
fleet-is-not-removable = هذا ليس مفتاحًا. لن ألمسه.
fleet-is-read-only = لا يمكن الكتابة على هذا المفتاح. خذ غيره.
fleet-is-too-small = هذا المفتاح صغير جدًا. خذ غيره.
fleet-is-foreign = هذا المفتاح ليس فارغًا. خذ مفتاحًا فارغًا.
fleet-is-link = على هذا المفتاح شيء مجهول. خذ غيره.
fleet-is-somebody = هذا المفتاح لشخص آخر. لن ألمسه.
fleet-is-practised = هذا مفتاح تدريب. تم استعماله.
fleet-is-gone = لم يعد هذا المفتاح هنا. أدخله من جديد.
fleet-is-damaged = هذا المفتاح تالف. ربما هو لشخص آخر.
fleet-is-elsewhere = هذا المفتاح من ورشة أخرى.
fleet-is-pulled = خرج هذا المفتاح مبكرًا. أدخله مرة أخرى: سيواصل.
fleet-is-stopped = توقف. هذا المفتاح يواصل إذا أدخلته مرة أخرى.
fleet-is-forgets = هذا المفتاح يضيع ما أكتبه. ارمه. رقمه سيكون لغيره.
fleet-is-remembered = هذا الحاسوب لا يسمح بالتحقق من هذا المفتاح. خذ غيره.
fleet-is-no-voucher = لم تبق قسائم. اطلب من المسؤول.
fleet-is-numbers = كل الأرقام مأخوذة.
fleet-is-waits = ينقص مفتاح بدأنا به. أدخله مرة أخرى.
fleet-is-stick = هذا المفتاح لا يعمل. خذ غيره.
fleet-is-journal = سجل القسائم لا يعمل. لم يُكتب شيء.
fleet-is-programs = البرامج لا تعمل. لم يُكتب شيء.
fleet-not-named = هذه القسائم للتدريب. ينقص بجانبها «practice-locator». اطلبه من المسؤول.
fleet-folder-locator = «practice-locator» تالف أو مزوّر. لم يُكتب شيء. اطلب ملفًا آخر من المسؤول.
fleet-folder-real-locator = «practice-locator» ليس للتدريب. لم يُكتب شيء. اطلب ملفًا آخر من المسؤول.
fleet-folder-other = هذه القسائم لا تناسب «practice-locator». لم يُكتب شيء. اطلب ملفًا آخر من المسؤول.
fleet-folder-real = في ملف التدريب هذا قسائم حقيقية. لم يُكتب شيء. ضعها في ملف آخر.
fleet-folder-mixed = قسائم هذا الملف من عدة جمعيات. لم يُكتب شيء. اطلب ملفًا آخر من المسؤول.
fleet-folder-changed = تغيّر هذا الملف. لم يُكتب شيء. اختره مرة أخرى.
fleet-found = { $count ->
    [zero] لا شيء عليه: { $names }
    [one] { $count } شيء عليه: { $names }
    [two] { $count } شيئان عليه: { $names }
    [few] { $count } أشياء عليه: { $names }
    [many] { $count } شيئًا عليه: { $names }
   *[other] { $count } شيء عليه: { $names }
  }
fleet-erase = مسح وتحضير
fleet-erase-title = هل نمسح هذا المفتاح؟
fleet-erase-what = سيضيع كل ما عليه.
fleet-erase-yes = نعم، امسح
fleet-lost = مفتاح ضائع
fleet-lost-title = هل ضاع المفتاح رقم { $number }؟
fleet-lost-what = رقمه سيكون لمفتاح آخر. نحتاج إلى قسيمة أخرى.
fleet-lost-yes = نعم، ضاع
fleet-portal = البوابة لا تجيب. المفاتيح تُكتب مع ذلك. الفتح الأول سينتظر.
fleet-rows = كل الأرقام
fleet-row-todo = لم يبدأ
fleet-row-begun = بدأ
fleet-row-ready = جاهز
fleet-row-given-up = يُعاد
fleet-stop = إيقاف
fleet-stopped = توقف. المفاتيح التي بدأت تواصل في يوم آخر.
fleet-anew = تحضير مفاتيح أخرى
fleet-done = كل المفاتيح جاهزة.
fleet-failed = هذا الحاسوب لا يقول ما هو موصول.
fleet-print = الملصقات والبطاقات
fleet-name = اسم الجمعية
fleet-phone = رقم الهاتف للاتصال
fleet-labels = حفظ الملصقات
fleet-cards = حفظ البطاقات
fleet-saved = تم الحفظ.
practice-title = مفاتيح التدريب
practice-what = هذه المفاتيح للتعلم. لا شيء فيها حقيقي.
practice-choose = اختيار ملف قسائم التدريب
practice-who = من سيكون في المفتاح؟
practice-plug = أدخل مفتاح تدريب.
practice-left = { $count ->
    [0] لم تبق أي قسيمة.
    [zero] لم تبق أي قسيمة.
    [one] بقيت { $count } قسيمة.
    [two] بقيت { $count } قسيمتان.
    [few] بقيت { $count } قسائم.
    [many] بقيت { $count } قسيمة.
   *[other] بقيت { $count } قسيمة.
}
practice-reset = البدء من جديد
practice-is-practice = هذا مفتاح تدريب.
practice-is-ready = هذا مفتاح { $name }. رمزه: { $code }.
practice-is-working = لحظة. اترك المفتاح في مكانه.
practice-is-real = هذا مفتاح حقيقي. لا ألمسه.
practice-is-empty = هذا المفتاح فارغ.
practice-is-other = هذا ليس مفتاح تدريب.
practice-is-damaged = هذا المفتاح تالف. لا ألمسه.
refused-fleet-numbers = هذه الأرقام لا تصلح. حضّر من 1 إلى 1000 من المفاتيح.
refused-sheet-long = الاسم 36 علامة على الأكثر. الهاتف 20.
refused-sheet-letters = الطابعة تريد حروفًا لاتينية.

## استرجاع مساحتي
forgotten-card = خذ بطاقة الطوارئ إن كانت معك.
forgotten-holder = يتعرف عليك أمين. ثم تختار رمزًا جديدًا.
ask-title = استرجاع مساحتي
ask-safe = أوراقك ما زالت هناك.
ask-no-card = ليست معي بطاقتي
ask-code = اكتب رمزك الجديد
ask-code-which = هو الرمز الذي اخترته عند بدء الطلب.
ask-number = رقم طلبك
ask-number-say = قله لأحد أمنائك.
ask-holder = يفتح أمين لك صفحة «أشخاصي» على شاشته.
ask-wait = في انتظار أمين لك.
ask-one-more = تعرف عليك أمين واحد. يلزم واحد آخر.
ask-compare = اقرأ هذه الصور لأمين لك.
ask-cut = انقطعت المقارنة. يلزم طلب جديد.
ask-until = يمكنك فتح مساحتك يوم { $day }.
ask-why-two = بدون بطاقة، يجب الانتظار يومين.
ask-why-week = لك أمناء من جمعية واحدة. انتظر 7 أيام.
ask-why = خلال هذا الوقت، يمكن للشخص الحقيقي أن يرفض.
ask-come-back = يمكنك الإغلاق ثم العودة ومعك مفتاحك هذا.
ask-ready = يمكن فتح مساحتك
ask-new-code = رمزك الجديد يعمل من الآن.
ask-open = فتح مساحتي
ask-anew = البدء من جديد
ask-give-up = إيقاف الطلب
give-up-title = هل توقف هذا الطلب؟
give-up-what = سيكون عليك أن تبدأ من جديد.
ask-stopped = توقف الطلب.
ask-refused = رفض أمين. تحدث معه ثم ابدأ من جديد.
ask-vetoed = شخص رفض من هذه المساحة. اذهب إلى جمعيتك.
ask-expired = الطلب قديم جدًا. ابدأ من جديد.
ask-overtaken = تغيّر أمناؤك. ابدأ من جديد.

## When something is wrong
refused-code = { $left ->
    [0] هذا الرمز ليس صحيحًا. لم تبق أي محاولة.
    [one] هذا الرمز ليس صحيحًا. بقيت لك محاولة واحدة. خذ وقتك.
    [two] هذا الرمز ليس صحيحًا. بقيت لك محاولتان. خذ وقتك.
    [few] هذا الرمز ليس صحيحًا. بقيت لك { $left } محاولات. خذ وقتك.
   *[other] هذا الرمز ليس صحيحًا. بقيت لك { $left } محاولة. خذ وقتك.
  }
wait-seconds = { $seconds ->
    [one] انتظر ثانية واحدة.
    [two] انتظر ثانيتين.
    [few] انتظر { $seconds } ثوانٍ.
   *[other] انتظر { $seconds } ثانية.
  }
wait-minutes = { $minutes ->
    [one] انتظر دقيقة واحدة.
    [two] انتظر دقيقتين.
    [few] انتظر { $minutes } دقائق.
   *[other] انتظر { $minutes } دقيقة.
  }
refused-frozen = هذا المفتاح موقوف. اذهب إلى جمعيتك.
refused-revoked = هذا المفتاح لم يعد يعمل. اذهب إلى جمعيتك.
refused-policy = هذا الرمز سهل التخمين. خذ رمزًا آخر.
refused-unreachable = البوابة لا تستجيب. تحقق من الإنترنت، ثم حاول مرة أخرى.
refused-certificate = هذه الشبكة تريد قراءة ما يمر. المفتاح يرفض. على الشبكة أن تدع البوابة تمر دون قراءة.
refused-date = يبدو أن تاريخ هذا الحاسوب خاطئ. اطلب تصحيحه أو استعمل حاسوبًا آخر.
refused-portal = في البوابة مشكلة. حاول مرة أخرى بعد قليل.
refused-sheet = هذه القائمة تالفة. لم يُمح شيء. الباقي يعمل. أخبر جمعيتك.
refused-stick = المفتاح لا يستجيب. انزعه، ثم أدخله مرة أخرى.
refused-stick-room = لم يبق مكان في المفتاح. اسأل جمعيتك.
refused-stick-forgets = المفتاح لا يحفظ ما يكتب عليه. اطلب مفتاحا آخر من جمعيتك.
refused-version-old = مفتاحك فيه نسخة أحدث.
refused-damaged = المفتاح تالف. اذهب إلى جمعيتك.
refused-state = المفتاح لا يستطيع فعل ذلك. اذهب إلى جمعيتك.
refused-read-only = يمكنك القراءة، ولا يمكنك تغيير شيء اليوم.
refused-paper = هذه الورقة غير مقبولة. جرب ورقة أخرى.
refused-too-large = هذه الورقة كبيرة جدًا.
refused-largest = أكبر حجم للورقة هو { $most }.
refused-empty = هذه الورقة فارغة.
refused-picture = هذه الصورة لا تُفتح. جرب صورة أخرى.
refused-corners = الزوايا ليست في مكانها. أبعد بعضها عن بعض.
refused-pages = لهذه الورقة صفحات أكثر من اللازم.
refused-stopped = أنت أوقفت الإضافة. لم تُضف هذه الورقة.
refused-gone = هذه الورقة لم تعد هنا.
refused-full = لم يبق مكان. احذف ورقة.
refused-locked = مساحتك مغلقة. افتحها من جديد.
refused-newer = هذا المفتاح قديم جدًا على ذلك. اطلب من جمعيتك تحديثه.
refused-no-clipboard = هذا الحاسوب لا يسمح بالنسخ.
refused-totp = هذا ليس مفتاحًا سريًا. انسخه مرة أخرى.
refused-import = هذه ليست حزمة أُخذت من مساحة. اختر حزمة أخرى.
refused-not-saved = لا يمكن الحفظ هنا. اختر مكانًا آخر.
refused-no-date = بهذا اليوم لا يوجد موعد قادم.
refused-no-browser = لا يُفتح الموقع على هذا الحاسوب.
refused-other = لم ينجح ذلك. حاول مرة أخرى.

## الصور الست عشرة الأخرى للمقارنة
compared-bus = حافلة
compared-bag = حقيبة
compared-calendar = تقويم
compared-camera = آلة تصوير
compared-wheel = عجلة
compared-globe = الأرض
compared-heart = قلب
compared-hourglass = ساعة رملية
compared-house = بيت
compared-padlock = قفل
compared-music = موسيقى
compared-phone = هاتف
compared-scales = ميزان
compared-signpost = لافتة
compared-wallet = محفظة
compared-bin = سلة

## The 16 pictures
picture-sun = شمس
picture-tree = شجرة
picture-fish = سمكة
picture-bird = طائر
picture-flower = زهرة
picture-umbrella = مظلة
picture-boat = قارب
picture-bicycle = دراجة
picture-cat = قطة
picture-carrot = جزرة
picture-bread = خبز
picture-cup = فنجان
picture-scissors = مقص
picture-chair = كرسي
picture-shoe = حذاء
picture-mountain = جبل

notebook-title = دفتر الإعارات
notebook-none = اكتب هنا مَن لديه أي رقم. البوابة لا تستطيع قراءته.
notebook-add = إضافة إعارة
notebook-entry = إعارة
notebook-what = ما الذي أُعير
notebook-stick = مفتاح
notebook-computer = حاسوب
notebook-phone = هاتف
notebook-number = رقمه
notebook-name = اسم الشخص
notebook-find = ابحث عن رقم أو اسم
notebook-unfound = لا شيء يطابق.
notebook-wrong = اكتب رقمًا واسمًا.
notebook-there = لهذا الرقم اسم بالفعل. اضغط عليه في الدفتر.
notebook-since = منذ { $day }
notebook-remove-title = هل تريد إزالة هذا الشخص من الدفتر؟
notebook-save = الاحتفاظ بنسخة من الدفتر
notebook-save-warning = هذه النسخة تُفتح بدون رمز. احفظها في مكان آمن.
notebook-saved = تم عمل النسخة.
