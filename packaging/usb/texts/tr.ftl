# status: draft
# Turkish, translated from fr.ftl in its order. Nobody who grew up with it has reread it yet.

title = Anahtar
what = Bu anahtar alanınızı açar.
what-none = Üstünde hiçbir ad yazmaz.
windows-title = Windows’ta
windows = Bunu iki kez üst üste açın:
linux-title = Linux’ta
linux = Bunu iki kez üst üste açın:
then-title = Sonra
then-code = Kodunuzu yazın.
then-secret = Onu kimseye söylemeyin.
leave-title = Çıkmak için
leave = Kapat ve çık’a dokunun. Sonra anahtarı çıkarın.
help-title = Olmuyor mu?
help = Anahtarı size veren derneğe gidin.
lost-title = Bu anahtar sizin değil mi?
lost = Kod olmadan hiçbir şey açmaz. Onu yardım eden bir derneğe verin.
missing-title = Bir şey eksik
missing = Bu bilgisayarda bir şey eksik.
missing-calm = Anahtar sağlam. Belgeleriniz kaybolmadı.
missing-other-title = En kolayı
missing-other = Başka bir bilgisayar kullanın.
missing-show-title = Olmazsa
missing-show = Bu sayfayı bilgisayarla ilgilenen kişiye gösterin. Yüklenmesi gereken:
said-changed = Bu anahtar değiştirilmiş. Kodunuzu yazmayın. Anahtarı derneğinize gösterin.
said-nothing = Bu anahtarda bu bilgisayar için program yok. Anahtarı derneğinize gösterin.
said-missing = Bu bilgisayarda bir şey eksik. Anahtar sağlam. Başka bir bilgisayar kullanın veya yardım isteyin.
