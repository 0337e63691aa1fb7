# status: draft
# Arabic, translated from fr.ftl in its order. Nobody who grew up with it has reread it yet.

title = المفتاح
what = هذا المفتاح يفتح مساحتك.
what-none = لا اسم مكتوب عليه.
windows-title = على Windows
windows = افتح هذا، مرتين متتاليتين:
linux-title = على Linux
linux = افتح هذا، مرتين متتاليتين:
then-title = ثم
then-code = اكتب رمزك.
then-secret = احتفظ به لنفسك.
leave-title = للمغادرة
leave = المس إغلاق ومغادرة. ثم انزع المفتاح.
help-title = هل هناك مشكلة؟
help = اذهب إلى الجمعية التي أعطتك المفتاح.
lost-title = هل هذا المفتاح ليس لك؟
lost = لا يفتح شيئًا بدون الرمز. أعطه لجمعية تساعد الناس.
missing-title = ينقص شيء
missing = ينقص شيء على هذا الحاسوب.
missing-calm = المفتاح سليم. أوراقك لم تضع.
missing-other-title = الأسهل
missing-other = خذ حاسوبًا آخر.
missing-show-title = وإلا
missing-show = أرِ هذه الصفحة لمن يهتم بهذا الحاسوب. يجب تثبيت:
said-changed = تغيّر هذا المفتاح. لا تكتب رمزك. اعرض المفتاح على جمعيتك.
said-nothing = ليس على هذا المفتاح برنامج لهذا الحاسوب. اعرض المفتاح على جمعيتك.
said-missing = ينقص شيء على هذا الحاسوب. المفتاح سليم. خذ حاسوبًا آخر، أو اطلب المساعدة.
