# status: draft
# Turkish, translated from fr.ftl in its order. Nobody who grew up with it has reread it yet.

## Always here
product = Anahtar
skip = İçeriğe git
always-there = Hep burada
back = Geri
help = Yardım
listen = Dinle
listen-stop = Sessiz
leave = Kapat ve çık
practice = Alıştırma
practice-why = Burada hiçbir şey gerçek değildir.
working = Bir dakika lütfen.
cancel = Vazgeç
close = Kapat
go-on = Devam

## Help
help-title = Yardım
help-code = Kod, alanınızı açar. Onu kimseye söylemeyin.
help-leave = Gitmeden önce Kapat ve çık’a dokunun. Bu bilgisayarda hiçbir şey kalmaz.
help-quick = Anahtarı da çıkarabilirsiniz. Ya da Esc tuşuna 3 kez basın.
help-lost = Ne yapacağınızı bilmiyor musunuz? Size anahtarı veren derneğe gidin.

## The voice
listen-none-title = Burada ses yok
listen-none = Bu bilgisayarda sizin dilinizde ses yok.
listen-none-what = Birinden sizinle birlikte okumasını isteyin.
listen-failed = Ses cevap vermiyor. Bir daha deneyin.
listen-secret = Ses, gizli olanı söylemez.

## Keyboard on the screen
keyboard-open = Ekran klavyesi
keyboard-close = Klavyeyi kapat
keyboard-latin = Latin harfleri
keyboard-arabic = Arap harfleri
keyboard-cyrillic = Kiril harfleri
key-space = Boşluk
key-shift = Büyük harf
key-line = Yeni satır

## Leaving
unsent-title = Her şey saklanmadı
unsent-body = Burada yaptıklarınız kaybolacak.
unsent-stay = Burada kal
unsent-leave = Yine de çık
not-sent-yet = İnternet kesildi. Henüz gönderilmedi. Burada kalın: kendiliğinden gönderilecek.
locked-window = Kapandı
locked-left-title = Kapandı
locked-left = Anahtarı çıkarabilirsiniz.
locked-idle-title = Kapandı
locked-idle = 5 dakikadır kimse bilgisayara dokunmadı.
locked-removed-title = Anahtar çıkarıldı
locked-removed = Alanınız kapandı.
locked-nothing = Bu bilgisayarda hiçbir şey kalmaz.
locked-again = Yeniden aç

## Starting
starting = Anahtar başlıyor
no-stick-missing-title = Anahtar nerede?
no-stick-missing = Anahtarı takın, sonra Bir daha dene’ye dokunun.
no-stick-damaged-title = Anahtar bozuk
no-stick-damaged = Belgeleriniz kaybolmadı. Size anahtarı veren derneğe gidin.
no-stick-second-title = Bu, eklenecek bir anahtar
no-stick-second = Başka bir anahtarla birlikte kullanılır. Diğeriyle açın, sonra bunu ekleyin.
no-stick-unknown-title = Anahtar cevap vermiyor
no-stick-unknown = Anahtarı çıkarın. Bir daha takın.
try-again = Bir daha dene

## Language
language-window = Dil
language-title = Dilinizi seçin
language-kept = Dil hemen değişir.
language-draft = Bu çeviri bir taslak. Henüz kimse yeniden okumadı.

## Code
code-title = Kodunuz
code-kind = Kodum şunlardan oluşuyor
code-kind-digits = Rakamlar
code-kind-pictures = Resimler
code-type-digits = 6 rakamınızı yazın.
code-type-pictures = 5 resminize sırayla dokunun.
code-chosen = { $count ->
    [0] 5 resimden hiçbiri seçilmedi
    [one] 5 resimden 1 resim seçildi
   *[other] 5 resimden { $count } resim seçildi
  }
code-erase = Sil
code-show = Göster
code-hide = Gizle
code-open = Aç
code-opening = Alanınız açılıyor.
code-shuffle = Tuşları karıştır
code-forgotten = Kodumu unuttum
forgotten-title = Kodunuzu unuttunuz
forgotten-body = Önemli değil. Belgeleriniz hâlâ orada.
forgotten-where = Size anahtarı veren derneğe gidin.
wait-over = Şimdi deneyebilirsiniz.

## First opening
first-title = Yeni kodunuz
first-show = İşte kodunuz. Öğrenin, sonra yazın.
first-hidden = Kod gizlendi. Bir kez daha yazın.
first-another = Başka bir kod
first-own = Kendim seçeyim
first-own-how = Tarihlerden ve 1 2 3 gibi sıralardan kaçının.
first-own-again = Yeniden seç
first-propose = Bana bir kod öner
first-see-again = Kodumu yeniden gör
first-yours = Kodunuz
first-different = Bu aynı kod değil. Acele etmeyin.
first-making = Alanınız hazırlanıyor.

## Rescue card
card-title = Kurtarma kartınız
card-why = Kodunuzu unutursanız bu kart yardım eder.
card-keep = Kartı yazdırın ya da elle yazın. Anahtardan uzakta saklayın.
card-is = Kartınızın metni
card-print = Yazdır
card-have = Kartım bende
card-later = Daha sonra
card-read-title = Kartınızı okuyun
card-read = Kartınızın metnini yazın.
card-hint = Boşluklar ve çizgiler gerekli değil.
card-check = Kontrol et
card-wrong = Bu aynı metin değil. Kartınıza iyi bakın.
card-again = Kartı yeniden gör

## Home
home-window = Başlangıç
home-title = Merhaba
home-doors = 3 kapı
home-also = Ayrıca
home-papers = Belgelerim
home-steps = İşlemlerim
home-dates = Tarihlerim
home-settings = Ayarlar
notices-title = Bilmeniz iyi olur
notice-wrong-codes = { $count ->
    [one] Biri 1 yanlış kod yazdı.
   *[other] Biri { $count } yanlış kod yazdı.
  }
notice-renewal = Anahtar yakında yenilenmeli.
notice-visit = Uygun olunca derneğinize uğrayın.
notice-mended = Anahtardaki bozuk bir kopya onarıldı.
notice-read-only = Bugün okuyabilirsiniz, ama hiçbir şeyi değiştiremezsiniz.
notice-nothing-pinned = Bu anahtarla ilk kez.
notice-recovery = Birisi alanınızı yeniden açmak istiyor. Bu siz değilseniz derneğinize haber verin.
notice-memory = Bu bilgisayar gizli bilgileri iyi korumuyor. Mümkünse başka bir tane kullanın.
notice-idle = Bu alanı iki yıldır kimse açmadı. Silinecekti. Şimdi kalıyor.
notice-said-dead = Bize öldüğünüz söylenmişti. Bu düzeltildi. Yardımcılarınız size yeniden yardım edebilir.
closing-title = { $name } kapanacak
closing-until = Alanınız hâlâ açılır. Son gün: { $day }. Size ait olanı yanınıza alın.

## My dates
dates-title = Tarihlerim
dates-today = Bugün: { $day }
dates-none = Henüz hiçbir tarihi takip etmiyorsunuz.
dates-none-how = Bir tarih ekleyin ya da takip edilecek bir işlem seçin.
dates-add = Tarih ekle
dates-print = Tarihlerimi yazdır
dates-others = Diğer tarihleri gör
now-title = Şimdi yapılacak
now-until = Son gün: { $day }.
now-see = Gör
date-window = Bir tarih
date-left = { $days ->
    [0] Bugün son gün
    [one] { $days } gün kaldı
   *[other] { $days } gün kaldı
  }
date-in = { $days ->
    [0] Bugün
    [1] Yarın
   *[other] { $days } gün sonra
  }
date-from = Başlangıç: { $day }
date-over = Son gün geçti
date-is-done = Yapıldı
date-between = Bunu { $from } ile { $to } arasında yapabilirsiniz.
date-hour = Saat { $hour }
date-ends = Bu belgenin son günü: { $day }.
date-mark = Yapıldı
date-unmark = Yapılmadı
date-marked = Not edildi: bunu yaptınız.
date-unmarked = Not edildi: bunu daha yapmadınız.
date-service = İşlemi gör
date-paper = Belgeyi gör
new-date-title = Tarih ekle
new-date-what = Bu ne ile ilgili?
new-date-example = Örneğin: doktor randevusu
new-date-day = Hangi gün?
new-date-hour = Saat kaçta?
hour-none = Saat yok
new-date-keep = Bu tarihi sakla
new-date-kept = Tarih saklandı.
new-date-untitled = Ne ile ilgili olduğunu yazın.
field-day = Gün
field-month = Ay
field-year = Yıl
day-wrong = Böyle bir gün yok. Güne, aya ve yıla bakın.
follow = Tarihleri takip et
follow-end = Son gün hangisi?
follow-end-where = Kartınızda ya da belgenizde yazar.
follow-beginning = Hangi gün başladı?
follow-month = Son beyanınızı hangi ayda verdiniz?
follow-event = Hangi gün?
follow-ok = Takip et
following = Bu tarihleri takip ediyorsunuz.
follow-next = Gelecek sefer: { $from } ile { $to } arasında.
unfollow = Takibi bırak
unfollow-title = Takip bırakılsın mı?
unfollow-what = Artık tarihlerinizde olmayacak.
unfollow-no = Sakla
unfollowed = Artık tarihlerinizde değil.

## İşlemlerim
steps-title = İşlemlerim
steps-search = Ne arıyorsunuz?
steps-examples = Örneğin:
steps-found = { $count ->
    [0] Bir şey bulunamadı. Başka bir kelime deneyin.
    [one] { $count } işlem bulundu.
   *[other] { $count } işlem bulundu.
  }
steps-themes = Konuya göre seçin
steps-others = Diğerleri
steps-in-french = Bu sayfanın metinleri Fransızcadır.
life-health = Sağlık
life-work = İş ve eğitim
life-abroad = Fransa’da yabancı
life-urgent = Acil durum
life-school = Aile ve okul
life-identity = Belgeler ve vatandaşlık
life-age = Engellilik ve yaş
life-rights = Adalet ve haklar
life-help = Yardım bulun
service-window = İşlem
service-what = Ne işe yarar
service-who = Kimin için
service-local = Yalnızca burada:
service-when = Ne zaman
service-checked = Kontrol edildi: { $day }.
service-source = Kaynak:
service-unchecked = Bu henüz kontrol edilmedi.
service-ask = Derneğinize de sorun.
service-where = Nerede
service-call = Telefon:
service-remembers = Bu bilgisayar bu siteyi hatırlayabilir.
service-code = Anahtarınızın kodunu kimseye söylemeyin.
service-go = Siteye git
service-opened = Site başka bir pencerede açılıyor.

## Which paper it is
kind-window = Bir belge
kind-title = Bu hangi belge?
kind-search = Adını arayın ya da belgeyi seçin.
kind-others = Diğer belgeleri gör
kind-none = Bu belgelerden hiçbiri
kind-end-where = Belgede yazar.
kind-keep = Sakla
kind-no-end = Bilmiyorum ya da yok
kind-kept = Not edildi.
paper-expired = Süresi geçti
paper-ends-soon = Yakında bitiyor
search-papers = Belge ara
search-found = { $count ->
    [0] Bir şey bulunamadı. Başka bir kelime deneyin.
    [one] { $count } belge bulundu.
   *[other] { $count } belge bulundu.
  }
search-inside = Belgelerin metninde de ara
search-inside-done = Okunan belgeler: { $done } / { $total }.
search-unread = { $count ->
    [one] { $count } belge okunamadı.
   *[other] { $count } belge okunamadı.
  }

## What I need
needs-title = Bana gerekenler
needs-have = Bende var
needs-too-old = Çok eski
needs-missing = Eksik
needs-until = Son gün: { $day }.
needs-where = Nerede bulunur:
needs-how = Ne yapmalı?
needs-words = Zor kelimeler

## Contacts
contacts-title = Kişilerim
contacts-none = Gerekli numaraları burada saklayın.
contact-add = Kişi ekle
contact-window = Bir kişi
contact-name = Adı
contact-phone = Telefonu
contact-mail = E-posta adresi
contact-address = Adresi
contact-note = Bilinecek başka bir şey
contact-empty = Yalnız adı var.
contact-unnamed = Adını yazın.
contact-remove-title = Bu kişi silinsin mi?
edit = Değiştir
kept = Saklandı.
removed = Silindi.
remove-what = Geri getirilemez.
remove-yes = Sil

## Passwords of sites
login-all = Şifrelerim
login-none = Sitelerinizin şifrelerini burada saklayın.
login-add = Site ekle
login-window = Bir site
login-site = Hangi site?
login-site-example = Örneğin: CAF
login-address = İnternet adresi
login-name = Bu sitedeki adınız
login-make = Anahtar bir şifre bulur
login-password = Şifreniz
login-note = Gizli kalacak başka bir şey
login-totp = Değişen kodların gizli anahtarı
login-totp-what = Yalnız site size verdiyse.
login-stays = Hiçbir şey değişmesin diye boş bırakın.
login-hold = Görmek için basılı tutun
login-copy = Kopyala
login-copy-secret = Şifreyi kopyala
login-copied = 30 saniye için kopyalandı.
login-code = Değişen kodu gör
login-code-left = { $seconds ->
    [one] { $seconds } saniye kaldı
   *[other] { $seconds } saniye kaldı
  }
login-unnamed = Sitenin adını yazın.
login-remove-title = Bu site silinsin mi?

## My papers
papers-title = Belgelerim
papers-count = { $count ->
    [0] Boş
    [one] 1 belge
   *[other] { $count } belge
  }
papers-private = Yalnız sizin için
room-plenty = Yer var.
room-little = Az yer kaldı.
room-none = Yer kalmadı.
folder-identity = Kimlik
folder-family = Aile
folder-health = Sağlık ve sosyal
folder-work = İş
folder-housing = Konut
folder-transport = Ulaşım
folder-money = Para ve yardımlar
folder-justice = Adalet
folder-abroad = Yurt dışı ve Avrupa
folder-leisure = Boş zaman
folder-groups = Dernekler
folder-private = Özel

## A folder
folder-window = Klasör
folder-list = Bu klasördeki belgeler
folder-empty = Bu klasör boş.
folder-empty-how = Belge ekle’ye dokunun. Belgeyi buraya da bırakabilirsiniz.
folder-add = Belge ekle
folder-choose = Bilgisayardan belge seç
folder-note = Not yaz
folder-all = Bütün belgeleri gör
folder-bin = Silinen belgeler
folder-drop = Buraya bırakın
paper-kind = Belge
note-kind = Not
paper-since = Eklendi: { $day }
adding = { $total ->
    [one] Belgeniz alanınıza giriyor.
   *[other] Belge { $now } / { $total }: alanınıza giriyor.
  }
adding-stop = Durdur
added = { $count ->
    [0] Hiçbir belge eklenmedi.
    [one] 1 belge eklendi.
   *[other] { $count } belge eklendi.
  }
added-not = “{ $title }” eklenmedi.
added-place = “{ $title }”: bu fotoğraf nerede çekildiğini söyleyebilir.
added-more = { $count ->
    [one] Ve 1 tane daha.
   *[other] Ve { $count } tane daha.
  }
added-rest = { $count ->
    [one] 1 belge hâlâ bilgisayarda bekliyor.
   *[other] { $count } belge hâlâ bilgisayarda bekliyor.
  }
bin-window = Silinen belgeler
bin-title = Silinen belgeler
bin-empty = Burada silinen belge yok.
bin-restore = Geri koy
bin-restore-name = Geri koy: { $title }
bin-restored = Klasöre geri kondu: { $title }

## Belgenin fotoğrafını çekmek
scan-window = Belgenin fotoğrafını çek
scan-how = Belgeyi düz koyun, ışık iyi olsun.
scan-sight = Kameranın gördüğü
scan-starting = Kamera açılıyor.
scan-take = Fotoğrafı çek
scan-choose = Fotoğraf seç
scan-none = Kamera bulunamadı.
scan-failed = Kamera burada çalışmıyor.
scan-none-how = Bu bilgisayardaki fotoğrafları seçin.
scan-photo = Fotoğraf
scan-crop-title = Belge nerede?
scan-crop-how = Fotoğrafta belgenin her köşesine dokunun.
scan-crop-keys = Klavyede oklar bir köşeyi oynatır.
scan-corner-upper-left = Sol üst köşe
scan-corner-upper-right = Sağ üst köşe
scan-corner-lower-right = Sağ alt köşe
scan-corner-lower-left = Sol alt köşe
scan-corner-at = Genişlik: { $across } / 100. Yükseklik: { $down } / 100.
scan-crop-keep = Bu sayfayı sakla
scan-turn = Fotoğrafı döndür
scan-turned = Fotoğraf döndü.
scan-again = Başka fotoğraf çek
scan-waiting = { $count ->
    [one] Bundan sonra 1 fotoğraf daha var.
   *[other] Bundan sonra { $count } fotoğraf daha var.
  }
scan-left = { $count ->
    [one] 1 fotoğraf daha bekliyor.
   *[other] { $count } fotoğraf daha bekliyor.
  }
scan-pages-title = Belgenizin sayfaları
scan-name = Belgenin adı
scan-add = Sayfa ekle
scan-keep = Alanıma koy
scan-most = Bir belge en çok { $most } sayfa olur.
scan-earlier = Öne al
scan-later = Arkaya al
scan-remove = Bu sayfayı çıkar
scan-remove-title = Bu sayfa çıkarılsın mı?
scan-removed = Sayfa çıkarıldı.

## A note
note-window = Not
note-title = Notunuz
note-name = Notun başlığı
note-text = Metniniz
note-keep = Notu sakla
note-missing = Bir başlık ve bir metin yazın.
note-missing-text = Bir metin yazın.
note-edit = Notu değiştir
note-kept = Not saklandı.

## A paper
paper-window = Belge
paper-picture = Belgenin resmi
paper-page = Sayfa { $page } / { $pages }
paper-text = Bu sayfanın metni
paper-before = Önceki sayfa
paper-after = Sonraki sayfa
paper-larger = Büyüt
paper-smaller = Küçült
paper-reading = Belgeniz geliyor.
paper-cut = Devamı burada görünmez. İyi saklanıyor.
paper-no-view = Bu belge burada görünmez. İyi saklanıyor.
paper-rename = Adını değiştir
paper-move = Klasörü değiştir
paper-delete = Belgeyi sil
paper-deleted = Bu belge silindi.
paper-deleted-where = Bu klasörün silinen belgeleri arasında bekliyor.
paper-undo = Silmeyi geri al
paper-undone = Belge geri geldi.
paper-in = Klasör: { $folder }
rename-title = Adını değiştir
rename-label = Yeni ad
rename-ok = Bu adı sakla
rename-done = Ad değişti.
move-title = Klasörü değiştir
move-ask = Hangi klasöre?
move-private = Özel klasöründe onu başka kimse görmez.
move-done = Belge başka klasöre geçti.

## Settings
settings-title = Ayarlar
look-size = Harf boyutu
look-size-usual = Normal
look-size-large = Büyük
look-size-larger = Çok büyük
look-size-largest = En büyük
look-colours = Renkler
look-better = Daha iyi gör
look-computer = Bilgisayardaki gibi
look-light = Açık
look-dark = Koyu
look-contrast = Güçlü kontrast
look-letters = Harf biçimi
look-letters-usual = Normal
look-letters-dyslexic = Disleksi için
look-lines = Satır aralığı
look-lines-usual = Normal
look-lines-wide = Daha geniş
look-movement = Hareketler
look-movement-none = Hareketsiz
look-reading = Sesli okuma
look-reading-asked = Dinle’ye bastığımda
look-reading-always = Her sayfada kendiliğinden
look-keyboard = Ekran klavyesi
look-keyboard-asked = Ekran klavyesi’ne bastığımda
look-keyboard-always = Her zaman
look-kept = Saklandı. Bu seçim her bilgisayarda sizinle gelir.
look-not-kept = Bu seçim yalnız bu sefer geçerli.
settings-others = Diğer ayarları gör
settings-language = Dil
settings-stick = Anahtarımda ne var

## My rights
rights-title = Haklarım
rights-what = Alanınız sizindir. Her şeye siz karar verirsiniz.
export-title = Hepsini yanıma al
export-what = Belgeleriniz, notlarınız ve tarihleriniz tek bir pakete girer.
export-warning = Bu paket artık korunmuyor. Onu güvenli bir yerde saklayın.
export-done = { $count ->
    [0] Paket hazır. Hiç belge yoktu.
    [one] Paket hazır, içinde { $count } belge var.
   *[other] Paket hazır, içinde { $count } belge var.
  }
export-missing = { $count ->
    [one] { $count } belge eksik: portalda artık yok.
   *[other] { $count } belge eksik: portalda artık yok.
  }
login-export = Şifrelerimi de yanıma al
import-title = Hepsini geri koy
import-what = Başka bir alandan yanınıza aldığınız paketi seçin.
import-ok = Paketi seç
import-done = { $count ->
    [0] Her şey zaten buradaydı.
    [one] { $count } belge geri geldi.
   *[other] { $count } belge geri geldi.
  }
delete-title = Alanımı sil
delete-all = Belgeleriniz, notlarınız ve kalan her şey yok olacak.
delete-who = Onları bir daha kimse bulamaz, derneğiniz bile.
delete-days = Fikrinizi değiştirmek için 7 gününüz olacak.
delete-keys = 7 gün sonra anahtarlarınız artık hiçbir şey açmayacak.
delete-go-on = Devam
delete-code = Silmek için kodunuzu yazın
deleting-title = Alanınız yok olacak
deleting-until = Şu günden sonra silinecek: { $day }.
deleting-nothing = Bu alan silinecek. Artık burada hiçbir şey yapılamaz.
deleting-how = Fikriniz değişti mi? Alanınız kalsın.
deleting-keep = Alanım kalsın
dates-save = Takvime koy
dates-save-what = Tarihleriniz bir telefonun ya da bilgisayarın takvimine girer.
save-stays = Kaydettiğiniz yerde kalacaklar.
save-ok = Kayıt yerini seç
saved = Kaydedildi.

## What my key holds
stick-title = Anahtarımda ne var
stick-reading = Anahtar okunuyor.
stick-calm = Hepsi bizden, hiçbir şey sizden söz etmiyor.
stick-count = { $count ->
    [one] Az önce 1 öğe okundu.
   *[other] Az önce { $count } öğe okundu.
  }
stick-program = Program
stick-program-what = Bütün anahtarlarda aynı
stick-own = Kilit
stick-own-what = Yalnız bu anahtarın, adsız
stick-honest = Kilit kapalı: içinde arama yapılamaz.
stick-proof = Boyutu ve liste bunun kanıtıdır.
stick-search = Adınızı ya da belgelerinizden bir kelimeyi arayın.
stick-searching = Aranıyor.
stick-found = { $found ->
    [0] Bulundu: 0 kez.
    [one] Bulundu: 1 kez.
   *[other] Bulundu: { $found } kez.
  }
stick-searched = { $searched ->
    [one] 1 öğe okundu.
   *[other] { $searched } öğe okundu.
  }
stick-common = Bu kelime programda da var. Program bütün anahtarlarda aynıdır.
stick-differs = Bu anahtar tam olması gerektiği gibi değil.
stick-changed = { $count ->
    [one] 1 öğe değişti.
   *[other] { $count } öğe değişti.
  }
stick-unlisted = { $count ->
    [one] 1 öğe listemizde yok.
   *[other] { $count } öğe listemizde yok.
  }
stick-missing = { $count ->
    [one] 1 öğe eksik.
   *[other] { $count } öğe eksik.
  }
stick-wrong-size = { $count ->
    [one] Kilidin 1 öğesi doğru boyutta değil.
   *[other] Kilidin { $count } öğesi doğru boyutta değil.
  }
stick-no-list = Bu anahtarda programının listesi yok.
stick-no-list-what = Bu yüzden program karşılaştırılamaz.
stick-signed = Listeyi biz imzaladık.
stick-trying = Bu anahtar yalnızca denemek içindir.
stick-forged = Bu anahtarın listesi bizden değil.
stick-ask = Bu anahtarı derneğinize gösterin.
stick-table = Anahtardaki her şey
stick-all = Öğeleri gör: { $count }
stick-row-listed = Listede
stick-row-unlisted = Listede değil
stick-row-changed = Değişti
stick-row-missing = Eksik
stick-row-size = Yanlış boyut
stick-row-own = Bu anahtarın
stick-own-lock = Kilit, kapalı
stick-own-lock-twice = Aynı kilit, ikinci kez
stick-own-mark = Alanınızı tanıyan şey, kapalı
stick-own-mark-twice = Aynısı, ikinci kez
stick-own-size = Her zaman { $size }
stick-check = Kontrol için
stick-check-how = Bu işaretleri bu sürümün yayımlanan listesiyle karşılaştırın.
newer-title = Anahtarımı güncelle
newer-ready = Programın daha yeni bir sürümü hazır.
newer-see = Gör
newer-papers = Belgeleriniz ve kodunuz değişmez.
newer-size = İndirilecek: { $size }.
newer-take = Güncelle
newer-leave-in = Anahtarı sonuna kadar takılı bırakın.
newer-old-stays = Daha önce çıkarsa eski sürüm çalışmaya devam eder.
newer-done = Bitti. Yeni sürüm bir dahaki sefere kullanılacak.
newer-home = Ana sayfaya dön
newer-none = Anahtarınızda en yeni sürüm zaten var.

## Yardımcılarım
home-helpers = Yardımcılarım
home-people = Yardım ettiğim kişiler
helpers-none = Henüz yardımcınız yok.
helpers-who = Bana kim yardım edebilir
helpers-give = Vekâlet ver
helpers-old = Eskiler
role-social-worker = Sosyal hizmet görevlisi
role-mediator = Dijital arabulucu
role-volunteer = Gönüllü
role-relative = Yakın
role-curator = Vasi veya kayyım
role-officer = Sorumlu
until-day = { $day } tarihine kadar
until-over = Bitti
stop = Durdur
stop-title = Bu vekâlet durdurulsun mu?
stop-now = { $helper } bundan sonra belgelerinizi göremez.
stop-kept = Okunmuş olan geri alınamaz.
stop-yes = Evet, şimdi durdur
stop-no = Hayır, kalsın
stop-done = Vekâlet durduruldu.

## Vekâlet vermek
give-who = Size kim yardım edecek?
give-several = Birkaç yardımcı seç
give-most = En fazla 5 yardımcı.
give-number = Bir yardımcı numaram var
give-number-type = Yardımcının numarası
give-number-where = Yardımcının ekranında yazar.
give-structure = Başka bir dernekten mi? Derneğinin numarasını yazın.
give-structure-where = Bu numara derneğinin belgesindedir.
give-number-find = Ara
give-nobody = Derneğinizin burada henüz yardımcısı yok.
give-themes = Hangi konular?
give-few = Yalnız gerekli olanı seçin.
give-others = Diğer konuları gör
give-no-theme = En az bir konu seçin.
give-terms = Yardımcı ne yapabilir?
rights-see = Belgelerimi görmek
rights-act = Görmek ve eklemek
rights-drop = Yalnız eklemek
give-long = Ne kadar süre?
length-day = 1 gün
length-month = 1 ay
length-half = 6 ay
length-year = 1 yıl
consent-title = Vekâletiniz
consent-gives = { $helper } için vekâlet veriyorsunuz
consent-see = Bu kişi şu konulardaki belgelerinizi görebilir:
consent-act = Bu kişi şu konularda belge görebilir ve ekleyebilir:
consent-drop = Bu kişi yalnız şu konularda belge ekleyebilir:
consent-long = { $length } sürer, { $day } gününe kadar.
consent-stop = Neden söylemeden istediğiniz zaman durdurabilirsiniz.
consent-written = Yapılanlar «Kim ne yaptı» bölümünde yazar.
consent-only = Yardımcı başka bir şey yapmaz, kimseye bir şey söylemez.
consent-know = Yardımcının sizin hakkınızda ne bildiğini sorun. Düzelttirin veya sildirin.
consent-guardian = Vesayet altındaki kişi vekâlet vermez.
consent-guarded = Vasim veya kayyımım var
consent-change = Hakları veya süreyi değiştir
consent-name = Adınız
consent-place = Bulunduğunuz şehir
consent-missing = Adınızı ve şehri yazın.
consent-full = Bütün metni oku
consent-code = Bu vekâleti vermek için kodunuzu yazın
consent-ok = Bu vekâleti ver
given-title = Vekâlet verildi
given-print = 2 kez yazdırın: sizin ve yardımcı için.
given-sign = İkiniz de imzalayın.
given-proof = Kanıtı sakla
given-proof-what = Kanıt, metni kimsenin değiştirmediğini gösterir.
guardian-title = Vesayet
guardian-role = Vasinizin veya kayyımınızın kendi görevi vardır, vekâlet gerekmez.
guardian-judge = Onu bir hâkim atadı, ne yapabileceğini de hâkim söyler.
guardian-ask = Ona belgelerinize erişim açabilirsiniz.
guardian-is = { $helper } vasi veya kayyımdır.
guardian-not = Bu numara bir vasinin veya kayyımın değil.
guardian-who = Vasiniz veya kayyımınız kim?
measure-title = Hangi tedbir?
measure-who = Bunu vasiniz veya kayyımınız yanınızda yazar.
measure-tutelle = Vesayet: tutelle
measure-curatelle = Kayyımlık: curatelle
measure-sauvegarde = Mahkeme koruması: sauvegarde
measure-court = Mahkeme
measure-day = Kararın tarihi
measure-missing = Tedbiri seçin. Mahkemeyi ve tarihi yazın.
measure-later = Bu tarih henüz gelmedi.
access-give = Erişim ver
access-window = Bir erişim
access-title = Tedbirle görevli kişinin erişimi
access-gives = { $helper } için erişim veriyorsunuz
access-terms = Bu kişi ne yapabilir?
access-stop = Erişimi burada istediğiniz zaman durdurabilirsiniz.
access-law = Hâkimin tedbiri sürer. Yasa bazı belgeleri isteyebilir.
access-only = Bu kişi yalnız tedbir için gerekeni okur.
access-know = Bu kişinin sizin hakkınızda ne bildiğini sorun. Düzelttirin.
access-code = Bu erişimi vermek için kodunuzu yazın
access-ok = Bu erişimi ver
access-given = Erişim verildi
access-print = 2 kez yazdırın: sizin ve bu kişi için.
access-less = Bu erişim duracak. Daha az konuyla bir başkası başlayacak.
access-stop-title = Bu erişim durdurulsun mu?
access-stopped = Erişim durduruldu.
access-over = Bu erişim bitti veya durduruldu.
access-drop = Bu erişim eklemeye izin verir, görmeye değil.

## Bir vekâlet, ve kim ne yaptı
mandate-window = Bir vekâlet
mandate-themes = Konular
mandate-done = Neler yapıldı
mandate-less = Bir konuyu çıkar
less-what = Bu vekâlet duracak. Daha az konuyla bir başkası başlayacak.
less-keep = Hangi konular kalsın?
journal-title = Kim ne yaptı
journal-all = Hepsini gör
journal-none = Kimse bir şey açmadı.
did-list = { $helper } { $folder } klasörünü açtı.
did-read = { $helper } «{ $title }» okudu.
did-drop = { $helper } «{ $title }» ekledi.
did-session = { $helper } sizinle çalıştı.
did-teach = Size öğretmek için
did-accompany = Sizinle birlikte
did-do = Sizin yerinize
journal-who = Yalnız göster
journal-everybody = Bütün yardımcılar
journal-hide = Adları gizle
journal-show = Adları göster
journal-somebody = Bir yardımcı
journal-seal = Çıkarılan veya değişen satır belli olur.

## İnsanlara yardım ediyorum
helping-title = İnsanlara yardım ediyorum
helping-first = Derneğiniz önce kim olduğunuza bakar.
helping-name = İnsanların bildiği ad
helping-ask = Yardım etmek için iste
helping-asked = İstek gönderildi.
helping-number = Yardımcı numaranız
helping-read = Derneğinizin sorumlusuna okuyun.
helping-is = Siz yardımcısınız.
helping-ends = { $day } günü bitiyor. Önce derneğinize gidin.
people-none = Kimse size vekâlet vermedi.
person-window = Bir kişi
person-posture = Nasıl yardım ediyorsunuz?
posture-teach = Öğretiyorum
posture-accompany = Eşlik ediyorum
posture-do = Ben yapıyorum
person-written = Açtıklarınız bu kişi için yazılır.
person-died = Dernek diyor ki: bu kişi vefat etti. Vekâlet bitti.
person-drop = Bu vekâlet eklemeye izin verir, görmeye değil.
byname-change = Bu kişiye verdiğim ad
byname-title = Bu kişiye ne diyorsunuz?
byname-label = Yalnız sizin için bir ad
byname-empty = Başka kimse görmez. Kaldırmak için boş bırakın.
beside-title = Biri bana yardım ediyor
beside-start = Biri şimdi bana yardım ediyor
beside-who = Size kim yardım ediyor?
beside-hint = Tercümanın adını da yazın.
beside-what = “Kim ne yaptı” altında yazılır.
beside-ok = Başlayın
beside-end = Bitti
did-minutes = { $minutes } dk
dropped-title = Bakılacak belgeler
dropped-count = { $count ->
    [one] Bir belge sizi bekliyor.
   *[other] { $count } belge sizi bekliyor.
}
dropped-see = Bakın
dropped-what = Bir yardımcı bu belgeleri ekledi. Saklayın ya da saklamayın.
dropped-none = Bekleyen belge yok.
dropped-by = { $helper } ekledi, { $day }
dropped-instead = “{ $title }” yerine geçer. Eskisi silinen belgelere gider.
dropped-keep = Bu belgeyi saklayın
dropped-not = Saklamayın
dropped-not-title = Bu belge saklanmasın mı?
dropped-kept = Saklandı.
dropped-refused = Bu belge gitti.
drop-title = Belge ekleyin
drop-done = “{ $title }” bu kişiyi bekliyor.
refused-words = Bu ad çok uzun. Daha kısa yazın.
refused-no-helper = Hiçbir yardımcının bu numarası yok. Birlikte yeniden okuyun.
refused-own-mandate = Bu numara sizin. Vekâlet başka biri içindir.
refused-terms = Bu vekâlet böyle verilemez. Yeniden başlayın.
refused-helpers-old = Yardımcı listesi çok eski. Derneğinize haber verin.
refused-mandate-over = Bu vekâlet bitti veya durduruldu.
refused-helper-stopped = Bu yardımcı artık yardım edemez. Derneğe sorun.
refused-helper-full = Bu yardımcı zaten çok kişiye yardım ediyor. Başka bir yardımcı seçin.
refused-journal-conflict = Başka bir okumayla çakıştı. Yeniden deneyin.
refused-journal-altered = Bu liste değişmiş veya eksik. Derneğinize gösterin.

## Kartım ve emanetçilerim
recovery-title = Kurtarma kartım ve emanetçilerim
recovery-what = Emanetçi alanınızı geri bulmanıza yardım eder. Hiçbir şey okumaz.
recovery-none = Henüz emanetçiniz yok.
recovery-holders = Emanetçilerim
recovery-label = Size «{ $label }» diyorlar.
recovery-choose = Emanetçilerimi seç
recovery-card = Kartımı yeniden yap
holders-two = 2 emanetçi seçin
holders-who = Sizi iyi tanıyan kişileri seçin.
holders-one = Yalnız 1 emanetçiyle her zaman kart gerekir.
holders-yours = Bu emanetçiler size yardım edecek
holders-label = Size ne diyorlar?
holders-label-hint = Sizi bu sözlerle tanırlar.
holders-code = Bu emanetçileri seçmek için kodunuzu yazın
holders-ok = Bu emanetçileri seç
holders-done = Tamam. Emanetçilerinize söyleyin.
new-card-what = Yeni bir kart görünecek. Eski kart artık çalışmayacak.
new-card-code = Kartınızı yeniden yapmak için kodunuzu yazın
card-old = Eski kart artık çalışmıyor. Onu atın.
asked-title = Birisi alanınızı geri bulmak istiyor
asked-since = Başlangıç: { $day }.
asked-own = Bu sizseniz bir şey yapmayın.
asked-veto = Bu ben değilim
veto-title = Bu istek reddedilsin mi?
veto-what = Bu istek alanınızı açmayacak.
veto-yes = Evet, reddet
veto-no = Hayır, geri dön
veto-done = İstek reddedildi. Derneğinize haber verin.
refused-no-card = Önce bir kurtarma kartı yapın.
refused-card-unknown = Bu kart artık çalışmıyor. En yenisini arayın.
refused-share-damaged = Bir emanetçinin sakladığı bozulmuş. Öbür emanetçiye sorun.
refused-nothing-waits = Burada artık istek yok.
refused-request-ended = Bu istek bitti. Yeniden başlayın.
refused-request-conflict = Başka bir istek zaten var. Önce o bitmeli.
refused-request-waits = Biraz daha beklemek gerekiyor.
refused-request-step = Bu uymuyor. Durun, sonra isteğe yeniden başlayın.
refused-holder-stopped = Bu emanetçi artık yardım edemez. Derneğe sorun.
refused-closing = Dernek yakında kapanıyor. Artık yeni alan açmıyor. Dernekle konuşun.
refused-not-card = Bu bir kartın yazısı değil. Yeniden okuyun.
refused-no-request = Bu numarada istek yok. Birlikte yeniden okuyun.
refused-no-other-stick = Derneğinizin hazırladığı tek bir anahtar daha takın.
refused-key-missing = Takılı güvenlik anahtarı yok. Takın, sonra bir daha deneyin.
refused-key-several = Birden çok güvenlik anahtarı var. Yalnız biri takılı kalsın.
refused-key-barred = Bu bilgisayar güvenlik anahtarını engelliyor. Başka bir bilgisayar kullanın.
refused-key-no-prf = Bu güvenlik anahtarı bir alan açamaz. Daha yenisini alın.
refused-key-no-pin = Bu güvenlik anahtarının henüz PIN kodu yok. Birine koydurun.
refused-key-pin-shape = Bir PIN kodu 4 veya daha çok işarettir.
refused-key-pin = Bu PIN kodu doğru değil. Bir daha deneyin.
refused-key-pin-left = { $left ->
    [0] Bu PIN kodu doğru değil. Deneme hakkı kalmadı.
    [one] Bu PIN kodu doğru değil. 1 deneme hakkınız kaldı. Acele etmeyin.
   *[other] Bu PIN kodu doğru değil. { $left } deneme hakkınız kaldı. Acele etmeyin.
  }
refused-key-pause = Çok fazla yanlış PIN kodu. Güvenlik anahtarını çıkarın, sonra yeniden takın.
refused-key-blocked = Güvenlik anahtarı kendini temelli durdurdu. Diğer anahtarınızla açın.
refused-key-touch = Güvenlik anahtarına zamanında dokunulmadı. Bir daha deneyin.
refused-key-out = Güvenlik anahtarı çıkarıldı. Takın, sonra bir daha deneyin.
refused-key-known = Bu güvenlik anahtarı alanınızı zaten açıyor.
refused-key-stranger = Bu güvenlik anahtarı burada hiçbir alan açmıyor.
refused-key-full = Bu güvenlik anahtarı dolu. Başka bir tane alın.
refused-key-frozen = Bu güvenlik anahtarı durduruldu. Diğer anahtarınız veya kartınız onu yeniden açar.
refused-key-other = Güvenlik anahtarı kabul etmiyor. Çıkarın, yeniden takın, sonra baştan başlayın.

## Birinin emanetçisi
held-title = Emanetçisi olduğunuz kişiler
held-asks = Alanını geri bulmak istiyor.
held-calm = Bir şey istemiyor.
held-beside = Bu kişinin yanına oturun ya da onu arayın.
held-compare = Resimleri karşılaştır
held-no-card = Bu kişinin kartı yok
held-number = İsteğin numarası
held-number-where = Bu kişinin ekranında yazıyor.
held-know = Bu kişiyi tanıyor musunuz?
held-know-how = Yüzüne bakın ya da sesini dinleyin.
held-approve = Bu kişiyi tanıyorum
held-not = Bu o kişi değil
held-approved = Teşekkürler. Bu kişiyi tanıdınız.
held-refused = İstek durduruldu.
compare-title = 5 resmi karşılaştırın
compare-how = Öbür ekran aynılarını aynı sırayla gösteriyor mu?
compare-same = Aynı
compare-differ = Aynı değil
compare-wait = Öbür ekran henüz yanıt vermedi. Biraz bekleyin.
freeze = Anahtarını durdur
freeze-title = Bu kişinin anahtarı durdurulsun mu?
freeze-what = Hiçbir anahtarı artık bir şey açmayacak.
freeze-back = Hiçbir şey silinmez. Anahtarı burada yeniden açabilirsiniz.
freeze-yes = Evet, durdur
freeze-undo = Anahtarını yeniden aç
freeze-done = Anahtarı durduruldu.
freeze-undone = Anahtarı yeniden çalışıyor.

## Anahtarlarım
sticks-title = Anahtarlarım
sticks-own = Bu anahtar
sticks-other = Diğer anahtar, numara { $place }
sticks-since = Anahtar eklendi: { $day }
sticks-added = Eklendi: { $day }
sticks-one = Bunu kaybederseniz ikinci bir anahtar işe yarar.
sticks-add = Anahtar ekle
stick-lost = Bu anahtarı kaybettiniz mi?
stick-block-what = Durdurulan anahtar artık bir şey açmaz.
stick-block = Bu anahtarı durdur
stick-unblock = Bu anahtarı yeniden aç
stick-blocked = Bu anahtar durduruldu.
stick-unblocked = Bu anahtar yeniden çalışıyor.
stick-remove = Bu anahtarı çıkar
stick-remove-what = Bu anahtar, kodla bile artık bir şey açmayacak.
stick-remove-code = Bu anahtarı çıkarmak için kodunuzu yazın
stick-removed = Anahtar çıkarıldı.
renew-title = Anahtarımı yenile
renew-short = yenile
renew-what = Biri anahtarınızı kopyalamış olabilir. Yenilenince her kopya işe yaramaz olur.
renew-leave-in = Anahtarı takılı bırakın. Kodunuz aynı kalır.
renew-code = Anahtarı yenilemek için kodunuzu yazın
renew-done = Anahtarınız yenilendi.
add-stick-ask = Derneğinizden başka bir anahtar isteyin.
add-stick-plug = Diğer anahtarı buraya takın. İlk anahtar takılı kalsın.
add-stick-wait = Diğer anahtar aranıyor.
add-stick-account = Bu anahtar yeni bir alan için hazırlandı.
add-stick-recovery = Bu anahtar bir alanı yeniden açmak için hazırlandı.
add-stick-another = Derneğinizden eklenecek bir anahtar isteyin.
add-stick-there = Diğer anahtar burada.
add-stick-code = Aynı kodla açılacak.
add-stick-type = Bu anahtarı eklemek için kodunuzu yazın
add-stick-done = Tamam. Diğer anahtarı başka bir yerde saklayın.
skey-have = Güvenlik anahtarım var
skey-open = Güvenlik anahtarı ile aç
skey-add = Güvenlik anahtarı ekle
skey-what = Güvenlik anahtarı mağazada satılır. Açmak için ona dokunulur.
skey-plug = Güvenlik anahtarını takın.
skey-wait = Güvenlik anahtarı aranıyor.
skey-there = Güvenlik anahtarı burada.
skey-pin = Güvenlik anahtarının PIN kodu
skey-pin-hint = Bu, alanınızın kodu değildir.
skey-needed = Güvenlik anahtarınız gerekli
skey-touch = Güvenlik anahtarı yanıp sönünce ona dokunun.
skey-touch-twice = Güvenlik anahtarı yanıp sönünce ona 2 kez dokunun.
skey-code = Güvenlik anahtarını eklemek için kodunuzu yazın
skey-done = Tamam. Güvenlik anahtarı da alanınızı açar.
skey-own = Bu güvenlik anahtarı
skey-since = Güvenlik anahtarı eklendi: { $day }
skey-other = Diğer güvenlik anahtarı, numara { $place }
skey-removed = Güvenlik anahtarı çıkarıldı.
lost-title = Bir anahtar kaybettim
lost-only = Kayıp anahtarımı durdur
lost-what = Kartınızla bütün anahtarlarınızı durdurursunuz.
lost-block = Anahtarlarımı durdur
lost-unblock = Anahtarlarımı yeniden aç
lost-blocked = Anahtarlarınız durduruldu. Derneğinize gidin.
lost-unblocked = Anahtarlarınız yeniden çalışıyor.

## Anahtar hazırlama
fleet-title = Anahtar hazırla
fleet-title-practice = Alıştırma anahtarları hazırla
fleet-what = Her anahtar için bir kupon gerekir. Kuponları sorumlu kişi verir.
fleet-choose = Kuponların klasörünü seç
fleet-vouchers = { $count ->
    [0] Burada işe yarayan kupon yok.
    [one] Burada { $count } kupon işe yarar.
   *[other] Burada { $count } kupon işe yarar.
  }
fleet-unusable = İşe yaramayanlar
fleet-unused-damaged = bozuk ya da başka bir şey
fleet-unused-structure = başka bir dernekten
fleet-unused-realm = gerçek ile alıştırma karışmaz
fleet-unused-kind = yeni bir alan için değil
fleet-unused-date = bu tarihte geçerli değil
fleet-unused-twice = iki kez var
fleet-programs = Anahtarınızda bütün programlar yok.
fleet-choose-programs = Programların klasörünü seç
fleet-first = İlk numara
fleet-count = Kaç anahtar
fleet-fewer = Kupon sayısı anahtarlardan az.
fleet-lent = Defterinizde zaten var: { $numbers }.
fleet-whole = Her anahtarın bütün yerini dene. Uzun sürer.
fleet-begin = Başla
fleet-now = Anahtar hazırlıyorum
fleet-now-practice = Alıştırma anahtarları hazırlıyorum
fleet-plug = Anahtarları takın, birkaçını birden.
fleet-keep = Kendi anahtarınız da takılı kalsın.
fleet-progress = Hazır anahtarlar: { $ready } / { $all }
fleet-number = { $number } numaralı anahtar
fleet-is-again = Devam ediyorum.
fleet-is-writing = Yazıyorum.
fleet-is-checking = Denetliyorum.
fleet-is-ready = Hazır. Güvenle çıkarın, sonra { $number } etiketini yapıştırın.
fleet-is-not-removable = Bu bir anahtar değil. Ona dokunmuyorum.
fleet-is-read-only = Bu anahtara yazılamıyor. Başka birini alın.
fleet-is-too-small = Bu anahtar çok küçük. Başka birini alın.
fleet-is-foreign = Bu anahtar boş değil. Boş birini alın.
fleet-is-link = Bu anahtarda bilinmeyen bir şey var. Başka birini alın.
fleet-is-somebody = Bu anahtar birinin. Ona dokunmuyorum.
fleet-is-practised = Bu bir alıştırma anahtarı. Daha önce kullanıldı.
fleet-is-gone = Bu anahtar artık yok. Yeniden takın.
fleet-is-damaged = Bu anahtar bozuk. Belki birinindir.
fleet-is-elsewhere = Bu anahtar başka bir atölyeden.
fleet-is-pulled = Bu anahtar erken çıktı. Yeniden takın: devam eder.
fleet-is-stopped = Durdu. Bu anahtar yeniden takılınca devam eder.
fleet-is-forgets = Bu anahtar yazdığımı kaybediyor. Onu atın. Numarası başka birine geçer.
fleet-is-remembered = Bu bilgisayar bu anahtarı denetletmiyor. Başka birini alın.
fleet-is-no-voucher = Kupon kalmadı. Sorumlu kişiden isteyin.
fleet-is-numbers = Bütün numaralar alındı.
fleet-is-waits = Başlanmış bir anahtar eksik. Onu yeniden takın.
fleet-is-stick = Bu anahtar çalışmıyor. Başka birini alın.
fleet-is-journal = Kuponların günlüğü çalışmıyor. Hiçbir şey yazılmadı.
fleet-is-programs = Programlar çalışmıyor. Hiçbir şey yazılmadı.
fleet-not-named = Bu kuponlar alıştırma içindir. Yanlarında “practice-locator” eksik. Sorumlu kişiden isteyin.
fleet-folder-locator = “practice-locator” bozuk ya da sahte. Hiçbir şey yazılmadı. Sorumlu kişiden başka bir klasör isteyin.
fleet-folder-real-locator = “practice-locator” alıştırma için değil. Hiçbir şey yazılmadı. Sorumlu kişiden başka bir klasör isteyin.
fleet-folder-other = Bu kuponlar “practice-locator” ile uyuşmuyor. Hiçbir şey yazılmadı. Sorumlu kişiden başka bir klasör isteyin.
fleet-folder-real = Bu alıştırma klasöründe gerçek kuponlar var. Hiçbir şey yazılmadı. Onları başka bir klasöre koyun.
fleet-folder-mixed = Bu klasördeki kuponlar birkaç dernekten. Hiçbir şey yazılmadı. Sorumlu kişiden başka bir klasör isteyin.
fleet-folder-changed = Bu klasör değişti. Hiçbir şey yazılmadı. Yeniden seçin.
fleet-found = { $count ->
    [one] İçinde { $count } şey var: { $names }
   *[other] İçinde { $count } şey var: { $names }
  }
fleet-erase = Sil ve hazırla
fleet-erase-title = Bu anahtar silinsin mi?
fleet-erase-what = İçindeki her şey kaybolur.
fleet-erase-yes = Evet, sil
fleet-lost = Anahtar kayıp
fleet-lost-title = { $number } numaralı anahtar kayıp mı?
fleet-lost-what = Numarası başka bir anahtara geçer. Bir kupon daha gerekir.
fleet-lost-yes = Evet, kayıp
fleet-portal = Portal cevap vermiyor. Anahtarlar yine de yazılır. İlk açılışlar bekler.
fleet-rows = Bütün numaralar
fleet-row-todo = yapılacak
fleet-row-begun = başlandı
fleet-row-ready = hazır
fleet-row-given-up = yeniden yapılacak
fleet-stop = Durdur
fleet-stopped = Durdu. Başlanmış anahtarlar başka bir gün devam eder.
fleet-anew = Başka anahtarlar hazırla
fleet-done = Bütün anahtarlar hazır.
fleet-failed = Bu bilgisayar neyin takılı olduğunu söylemiyor.
fleet-print = Etiketler ve kartlar
fleet-name = Derneğin adı
fleet-phone = Aranacak telefon
fleet-labels = Etiketleri kaydet
fleet-cards = Kartları kaydet
fleet-saved = Kaydedildi.
practice-title = Alıştırma anahtarları
practice-what = Bu anahtarlar öğrenmek içindir. İçlerinde hiçbir şey gerçek değildir.
practice-choose = Alıştırma kuponlarının klasörünü seç
practice-who = Anahtarda kim olacak?
practice-plug = Bir alıştırma anahtarı takın.
practice-left = { $count ->
    [0] Hiç kupon kalmadı.
    [one] { $count } kupon kaldı.
   *[other] { $count } kupon kaldı.
}
practice-reset = Baştan başlat
practice-is-practice = Bu bir alıştırma anahtarı.
practice-is-ready = Bu anahtar { $name } için. Kodu: { $code }.
practice-is-working = Bir dakika. Anahtarı takılı bırakın.
practice-is-real = Bu gerçek bir anahtar. Ona dokunmuyorum.
practice-is-empty = Bu anahtar boş.
practice-is-other = Bu bir alıştırma anahtarı değil.
practice-is-damaged = Bu anahtar hasarlı. Ona dokunmuyorum.
refused-fleet-numbers = Bu numaralar olmaz. 1 ile 1000 arasında anahtar hazırlayın.
refused-sheet-long = Ad en çok 36 işarettir. Telefon 20 işarettir.
refused-sheet-letters = Yazıcı Latin harfleri ister.

## Alanımı geri bulmak
forgotten-card = Kurtarma kartınız varsa onu alın.
forgotten-holder = Bir emanetçi sizi tanır. Sonra yeni bir kod seçersiniz.
ask-title = Alanımı geri bul
ask-safe = Belgeleriniz hâlâ orada.
ask-no-card = Kartım yanımda değil
ask-code = Yeni kodunuzu yazın
ask-code-which = İsteğin başında seçilen koddur.
ask-number = İsteğinizin numarası
ask-number-say = Onu emanetçinize söyleyin.
ask-holder = Emanetçiniz kendi ekranında «Kişilerim» sayfasını açar.
ask-wait = Emanetçiniz bekleniyor.
ask-one-more = 1 emanetçi sizi tanıdı. 1 kişi daha gerek.
ask-compare = Bu resimleri emanetçinize okuyun.
ask-cut = Karşılaştırma kesildi. Yeni bir istek gerek.
ask-until = Alanınızı şu gün açabilirsiniz: { $day }.
ask-why-two = Kart yoksa 2 gün beklemek gerekir.
ask-why-week = Emanetçileriniz aynı dernekten. 7 gün bekleyin.
ask-why = Bu sürede gerçek kişi reddedebilir.
ask-come-back = Kapatıp bu anahtar ile geri dönebilirsiniz.
ask-ready = Alanınız açılabilir
ask-new-code = Yeni kodunuz artık çalışıyor.
ask-open = Alanımı aç
ask-anew = Yeniden başla
ask-give-up = İsteği durdur
give-up-title = Bu istek durdurulsun mu?
give-up-what = Baştan başlamanız gerekecek.
ask-stopped = İstek durduruldu.
ask-refused = Bir emanetçi reddetti. Onunla konuşup yeniden başlayın.
ask-vetoed = Birisi bu alandan reddetti. Derneğinize gidin.
ask-expired = İstek çok eski. Yeniden başlayın.
ask-overtaken = Emanetçiler değişti. Yeniden başlayın.

## When something is wrong
refused-code = { $left ->
    [0] Bu kod doğru değil. Deneme hakkı kalmadı.
    [one] Bu kod doğru değil. 1 deneme hakkınız kaldı. Acele etmeyin.
   *[other] Bu kod doğru değil. { $left } deneme hakkınız kaldı. Acele etmeyin.
  }
wait-seconds = { $seconds ->
    [one] 1 saniye daha bekleyin.
   *[other] { $seconds } saniye daha bekleyin.
  }
wait-minutes = { $minutes ->
    [one] 1 dakika daha bekleyin.
   *[other] { $minutes } dakika daha bekleyin.
  }
refused-frozen = Bu anahtar durduruldu. Derneğinize gidin.
refused-revoked = Bu anahtar artık çalışmıyor. Derneğinize gidin.
refused-policy = Bu kodu tahmin etmek çok kolay. Başka bir kod alın.
refused-unreachable = Portal cevap vermiyor. İnterneti kontrol edin, sonra bir daha deneyin.
refused-certificate = Bu ağ geçenleri okumak istiyor. Bu anahtar kabul etmiyor. Ağ, portalı okumadan geçirmeli.
refused-date = Bu bilgisayarın tarihi yanlış görünüyor. Düzelttirin ya da başka bilgisayar kullanın.
refused-portal = Portalda bir sorun var. Biraz sonra bir daha deneyin.
refused-sheet = Bu liste bozulmuş. Hiçbir şey silinmedi. Gerisi çalışıyor. Derneğe haber verin.
refused-stick = Anahtar cevap vermiyor. Çıkarın, sonra bir daha takın.
refused-stick-room = Anahtarda yer kalmadı. Derneğinize sorun.
refused-stick-forgets = Anahtar üzerine yazılanı saklamıyor. Derneğinizden başka bir anahtar isteyin.
refused-version-old = Anahtarınızda daha yeni bir sürüm zaten var.
refused-damaged = Anahtar bozuk. Derneğinize gidin.
refused-state = Anahtar bunu yapamaz. Derneğinize gidin.
refused-read-only = Bugün okuyabilirsiniz, ama hiçbir şeyi değiştiremezsiniz.
refused-paper = Bu belge kabul edilmiyor. Başka bir belge deneyin.
refused-too-large = Bu belge çok büyük.
refused-largest = Bir belge en çok { $most } olabilir.
refused-empty = Bu belge boş.
refused-picture = Bu fotoğraf açılmıyor. Başka bir fotoğraf deneyin.
refused-corners = Köşeler yerinde değil. Onları birbirinden uzaklaştırın.
refused-pages = Bu belgede çok fazla sayfa var.
refused-stopped = Siz durdurdunuz. Bu belge eklenmedi.
refused-gone = Bu belge artık burada değil.
refused-full = Yer kalmadı. Bir belge silin.
refused-locked = Alanınız kapandı. Yeniden açın.
refused-newer = Bu anahtar bunun için çok eski. Derneğinizden onu yenilemesini isteyin.
refused-no-clipboard = Bu bilgisayar kopyalamaya izin vermiyor.
refused-totp = Bu bir gizli anahtar değil. Bir daha yazın.
refused-import = Bu, bir alandan alınan paket değil. Başka bir tane seçin.
refused-not-saved = Buraya kaydedilemiyor. Başka bir yer seçin.
refused-no-date = Bu günle gelecek bir tarih yok.
refused-no-browser = Site bu bilgisayarda açılmıyor.
refused-other = Olmadı. Bir daha deneyin.

## Karşılaştırmanın öbür 16 resmi
compared-bus = Otobüs
compared-bag = Çanta
compared-calendar = Takvim
compared-camera = Fotoğraf makinesi
compared-wheel = Çark
compared-globe = Dünya
compared-heart = Kalp
compared-hourglass = Kum saati
compared-house = Ev
compared-padlock = Asma kilit
compared-music = Müzik
compared-phone = Telefon
compared-scales = Terazi
compared-signpost = Yön levhası
compared-wallet = Cüzdan
compared-bin = Çöp kutusu

## The 16 pictures
picture-sun = Güneş
picture-tree = Ağaç
picture-fish = Balık
picture-bird = Kuş
picture-flower = Çiçek
picture-umbrella = Şemsiye
picture-boat = Tekne
picture-bicycle = Bisiklet
picture-cat = Kedi
picture-carrot = Havuç
picture-bread = Ekmek
picture-cup = Fincan
picture-scissors = Makas
picture-chair = Sandalye
picture-shoe = Ayakkabı
picture-mountain = Dağ

notebook-title = Ödünç defteri
notebook-none = Hangi numaranın kimde olduğunu buraya yazın. Portal bunu okuyamaz.
notebook-add = Ödünç ekle
notebook-entry = Bir ödünç
notebook-what = Ödünç verilen
notebook-stick = Anahtar
notebook-computer = Bilgisayar
notebook-phone = Telefon
notebook-number = Numarası
notebook-name = Kişinin adı
notebook-find = Numara veya ad arayın
notebook-unfound = Hiçbir şey bulunamadı.
notebook-wrong = Bir numara ve bir ad yazın.
notebook-there = Bu numaranın zaten bir adı var. Defterde ona dokunun.
notebook-since = { $day } tarihinden beri
notebook-remove-title = Bu kişi defterden çıkarılsın mı?
notebook-save = Defterin bir kopyasını sakla
notebook-save-warning = Bu kopya kodsuz açılır. Onu güvenli bir yerde saklayın.
notebook-saved = Kopya hazır.
