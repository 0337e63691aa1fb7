# status: written
# Plain English, in the order of fr.ftl: the French text comes first, this one follows it.

## Always here
product = The key
skip = Go to the content
always-there = Always here
back = Back
help = Help
listen = Listen
listen-stop = Silence
leave = Close and leave
practice = Practice
practice-why = Nothing here is real.
working = One moment, please.
cancel = Cancel
close = Close
go-on = Continue

## Help
help-title = Help
help-code = The code opens your space. Keep it to yourself.
help-leave = Before you go, press Close and leave. Nothing stays on this computer.
help-quick = You can also pull out the key. Or press the Esc key 3 times.
help-lost = Are you stuck? Go to the association that gave you the key.

## The voice
listen-none-title = No voice here
listen-none = This computer has no voice in your language.
listen-none-what = Ask somebody to read with you.
listen-failed = The voice does not answer. Try again.
listen-secret = The voice does not say what is secret.

## Keyboard on the screen
keyboard-open = Keyboard on the screen
keyboard-close = Close the keyboard
keyboard-latin = Latin letters
keyboard-arabic = Arabic letters
keyboard-cyrillic = Cyrillic letters
key-space = Space
key-shift = Capitals
key-line = New line

## Leaving
unsent-title = Not everything is kept
unsent-body = What you did here will be lost.
unsent-stay = Stay here
unsent-leave = Leave anyway
not-sent-yet = The Internet is cut off. This is not sent yet. Stay here: it will go by itself.
locked-window = Closed
locked-left-title = It is closed
locked-left = You can pull out the key.
locked-idle-title = It is closed
locked-idle = Nobody touched the computer for 5 minutes.
locked-removed-title = The key is out
locked-removed = Your space is closed.
locked-nothing = Nothing stays on this computer.
locked-again = Open again

## Starting
starting = The key is starting
no-stick-missing-title = Where is the key?
no-stick-missing = Plug in the key, then press Try again.
no-stick-damaged-title = The key is damaged
no-stick-damaged = Your papers are not lost. Go to the association that gave you the key.
no-stick-second-title = This is a key to add
no-stick-second = It goes with another key. Open with the other one, then add this one.
no-stick-unknown-title = The key does not answer
no-stick-unknown = Pull out the key. Plug it in again.
try-again = Try again

## Language
language-window = Language
language-title = Choose your language
language-kept = The language changes at once.
language-draft = This translation is a draft. Nobody has reread it yet.

## Code
code-title = Your code
code-kind = My code is made of
code-kind-digits = Digits
code-kind-pictures = Pictures
code-type-digits = Type your 6 digits.
code-type-pictures = Press your 5 pictures, in order.
code-chosen = { $count ->
    [0] No picture chosen out of 5
    [one] 1 picture chosen out of 5
   *[other] { $count } pictures chosen out of 5
  }
code-erase = Erase
code-show = Show
code-hide = Hide
code-open = Open
code-opening = Your space is opening.
code-shuffle = Mix the keys
code-forgotten = I forgot my code
forgotten-title = You forgot your code
forgotten-body = It is all right. Your papers are still there.
forgotten-where = Go to the association that gave you the key.
wait-over = You can try now.

## First opening
first-title = Your new code
first-show = Here is your code. Learn it, then type it.
first-hidden = The code is hidden. Type it once more.
first-another = Another code
first-own = Choose it myself
first-own-how = Avoid dates and runs like 1 2 3.
first-own-again = Choose again
first-propose = Propose a code
first-see-again = See my code again
first-yours = Your code
first-different = This is not the same code. Take your time.
first-making = Your space is being made.

## Rescue card
card-title = Your rescue card
card-why = This card helps if you forget your code.
card-keep = Print it or copy it. Keep it away from the key.
card-is = The text of your card
card-print = Print
card-have = I have my card
card-later = Later
card-read-title = Read your card
card-read = Type the text of your card.
card-hint = Spaces and hyphens are not needed.
card-check = Check
card-wrong = This is not the same text. Look closely at your card.
card-again = See the card again

## Home
home-window = Home
home-title = Hello
home-doors = The 3 doors
home-also = Also
home-papers = My papers
home-steps = My steps
home-dates = My dates
home-settings = Settings
notices-title = Good to know
notice-wrong-codes = { $count ->
    [one] Somebody typed 1 wrong code.
   *[other] Somebody typed { $count } wrong codes.
  }
notice-renewal = The key must be renewed soon.
notice-visit = Visit your association when you can.
notice-mended = A damaged copy was mended on the key.
notice-read-only = You can read, but change nothing today.
notice-nothing-pinned = This is the first time with this key.
notice-recovery = Somebody asks to open your space again. If it is not you, tell your association.
notice-memory = This computer does not keep secrets well. If you can, use another one.
notice-idle = Nobody opened this space for two years. It was going to disappear. Now it stays.
notice-said-dead = Somebody had told us that you had died. This is put right. Your helpers may help you again.
closing-title = { $name } will close
closing-until = Your space still opens until { $day }. Take along what is yours.

## My dates
dates-title = My dates
dates-today = Today: { $day }
dates-none = You do not follow any date yet.
dates-none-how = Add a date, or choose a step to follow.
dates-add = Add a date
dates-print = Print my dates
dates-others = See the other dates
now-title = To do now
now-until = Until { $day }.
now-see = See
date-window = A date
date-left = { $days ->
    [0] This is the last day
    [one] { $days } day left
   *[other] { $days } days left
  }
date-in = { $days ->
    [0] It is today
    [1] It is tomorrow
   *[other] In { $days } days
  }
date-from = From { $day }
date-over = The last day has passed
date-is-done = Done
date-between = You can do it from { $from } to { $to }.
date-hour = At { $hour }
date-ends = This paper ends on { $day }.
date-mark = It is done
date-unmark = It is not done
date-marked = Kept: you have done it.
date-unmarked = Kept: it is still to do.
date-service = See the step
date-paper = See the paper
new-date-title = Add a date
new-date-what = What is it about?
new-date-example = For example: a visit to the doctor
new-date-day = Which day?
new-date-hour = At what time?
hour-none = No time
new-date-keep = Keep this date
new-date-kept = The date is kept.
new-date-untitled = Write what it is about.
field-day = Day
field-month = Month
field-year = Year
day-wrong = This day does not exist. Look at the day, month and year.
follow = Follow the dates
follow-end = What is the last day?
follow-end-where = It is written on your card or your letter.
follow-beginning = On which day did it begin?
follow-month = In which month was your last declaration?
follow-event = Which day is it?
follow-ok = Follow
following = You follow these dates.
follow-next = The next time: from { $from } to { $to }.
unfollow = Stop following
unfollow-title = Stop following?
unfollow-what = It will no longer be in your dates.
unfollow-no = Keep
unfollowed = It is no longer in your dates.

## My steps
steps-title = My steps
steps-search = What are you looking for?
steps-examples = For example:
steps-found = { $count ->
    [0] Nothing found. Try another word.
    [one] 1 step found.
   *[other] { $count } steps found.
  }
steps-themes = Choose by theme
steps-others = Others
steps-in-french = The texts of this page are in French.
life-health = Health
life-work = Work and training
life-abroad = Foreigner in France
life-urgent = Emergency
life-school = Family and school
life-identity = Papers and citizenship
life-age = Disability and age
life-rights = Justice and rights
life-help = Find help
service-window = Step
service-what = What it is for
service-who = For whom
service-local = Only here:
service-when = When
service-checked = Checked on { $day }.
service-source = Seen on:
service-unchecked = This has not been checked yet.
service-ask = Ask your association as well.
service-where = Where
service-call = Telephone:
service-remembers = This computer may remember this site.
service-code = Keep the code of your key to yourself.
service-go = Go to the site
service-opened = The site opens in another window.

## Which paper it is
kind-window = A paper
kind-title = Which paper is it?
kind-search = Search for its name, or choose it.
kind-others = See the other papers
kind-none = None of these papers
kind-end-where = It is written on the paper.
kind-keep = Keep
kind-no-end = I do not know, or none
kind-kept = It is kept.
paper-expired = Out of date
paper-ends-soon = Ends soon
search-papers = Search for a paper
search-found = { $count ->
    [0] Nothing found. Try another word.
    [one] { $count } paper found.
   *[other] { $count } papers found.
  }
search-inside = Search in the text of the papers too
search-inside-done = { $done } papers read of { $total }.
search-unread = { $count ->
    [one] { $count } paper could not be read.
   *[other] { $count } papers could not be read.
  }

## What I need
needs-title = What I need
needs-have = I have it
needs-too-old = Too old
needs-missing = Missing
needs-until = Good until { $day }.
needs-where = Where to find it:
needs-how = What to do?
needs-words = Hard words

## Contacts
contacts-title = My contacts
contacts-none = Keep here your useful numbers.
contact-add = Add a contact
contact-window = A contact
contact-name = Their name
contact-phone = Their telephone
contact-mail = Their mail address
contact-address = Their address
contact-note = Anything else to know
contact-empty = There is only the name.
contact-unnamed = Write their name.
contact-remove-title = Delete this contact?
edit = Change
kept = It is kept.
removed = It is deleted.
remove-what = It cannot come back.
remove-yes = Delete

## Passwords of sites
login-all = My passwords
login-none = Keep here the passwords of your sites.
login-add = Add a site
login-window = A site
login-site = Which site?
login-site-example = For example: CAF
login-address = Its internet address
login-name = Your name on this site
login-make = The key invents a password
login-password = Your password
login-note = Anything else to keep secret
login-totp = The secret key of the codes that change
login-totp-what = Only if the site gave it to you.
login-stays = Leave empty to change nothing.
login-hold = Keep pressed to see
login-copy = Copy
login-copy-secret = Copy the password
login-copied = It is copied for 30 seconds.
login-code = See the code that changes
login-code-left = { $seconds ->
    [one] { $seconds } second left
   *[other] { $seconds } seconds left
  }
login-unnamed = Write the name of the site.
login-remove-title = Delete this site?

## My papers
papers-title = My papers
papers-count = { $count ->
    [0] Empty
    [one] 1 paper
   *[other] { $count } papers
  }
papers-private = For you only
room-plenty = There is room left.
room-little = There is little room left.
room-none = There is no room left.
folder-identity = Identity
folder-family = Family
folder-health = Health and care
folder-work = Work
folder-housing = Housing
folder-transport = Transport
folder-money = Money and aid
folder-justice = Justice
folder-abroad = Abroad and Europe
folder-leisure = Leisure
folder-groups = Associations
folder-private = Private

## A folder
folder-window = Folder
folder-list = Papers in this folder
folder-empty = This folder is empty.
folder-empty-how = Press Add a paper. You can also drop it here.
folder-add = Add a paper
folder-choose = Choose papers on the computer
folder-note = Write a note
folder-all = See all papers
folder-bin = Deleted papers
folder-drop = Drop it here
paper-kind = Paper
note-kind = Note
paper-since = Added on { $day }
adding = { $total ->
    [one] Your paper is going into your space.
   *[other] Paper { $now } of { $total }: it is going into your space.
  }
adding-stop = Stop
added = { $count ->
    [0] No paper added.
    [one] 1 paper added.
   *[other] { $count } papers added.
  }
added-not = “{ $title }” was not added.
added-place = “{ $title }”: this photo may tell where it was taken.
added-more = { $count ->
    [one] And 1 other.
   *[other] And { $count } others.
  }
added-rest = { $count ->
    [one] 1 paper still waits on the computer.
   *[other] { $count } papers still wait on the computer.
  }
bin-window = Deleted papers
bin-title = Deleted papers
bin-empty = No deleted paper here.
bin-restore = Put back
bin-restore-name = Put back { $title }
bin-restored = Back in the folder: { $title }

## Take a photo of a paper
scan-window = Take a photo of a paper
scan-how = Put the paper flat, in good light.
scan-sight = What the camera sees
scan-starting = The camera is starting.
scan-take = Take the photo
scan-choose = Choose photos
scan-none = No camera was found.
scan-failed = The camera does not work here.
scan-none-how = Choose photos that are on this computer.
scan-photo = Photo
scan-crop-title = Where is the paper?
scan-crop-how = Touch each corner of the paper on the photo.
scan-crop-keys = On the keyboard, the arrows move a corner.
scan-corner-upper-left = Upper left corner
scan-corner-upper-right = Upper right corner
scan-corner-lower-right = Lower right corner
scan-corner-lower-left = Lower left corner
scan-corner-at = Across: { $across } of 100. Down: { $down } of 100.
scan-crop-keep = Keep this page
scan-turn = Turn the photo
scan-turned = The photo has turned.
scan-again = Take another photo
scan-waiting = { $count ->
    [one] 1 more photo after this one.
   *[other] { $count } more photos after this one.
  }
scan-left = { $count ->
    [one] 1 photo still waits.
   *[other] { $count } photos still wait.
  }
scan-pages-title = The pages of your paper
scan-name = The name of the paper
scan-add = Add a page
scan-keep = Put it in my space
scan-most = A paper has { $most } pages at most.
scan-earlier = Put it earlier
scan-later = Put it later
scan-remove = Take this page out
scan-remove-title = Take this page out?
scan-removed = The page is out.

## A note
note-window = Note
note-title = Your note
note-name = The title of the note
note-text = Your text
note-keep = Keep the note
note-missing = Write a title and a text.
note-missing-text = Write a text.
note-edit = Change the note
note-kept = The note is kept.

## A paper
paper-window = Paper
paper-picture = Picture of the paper
paper-page = Page { $page } of { $pages }
paper-text = The text of this page
paper-before = Page before
paper-after = Next page
paper-larger = Larger
paper-smaller = Smaller
paper-reading = Your paper is coming.
paper-cut = The rest does not show here. It is safely kept.
paper-no-view = This paper does not show here. It is safely kept.
paper-rename = Change the name
paper-move = Change folder
paper-delete = Delete
paper-deleted = This paper is deleted.
paper-deleted-where = It waits in the deleted papers of this folder.
paper-undo = Undo the deletion
paper-undone = The paper is back.
paper-in = Folder: { $folder }
rename-title = Change the name
rename-label = The new name
rename-ok = Keep this name
rename-done = The name is changed.
move-title = Change folder
move-ask = Into which folder?
move-private = In Private, nobody else sees it.
move-done = The paper changed folder.

## Settings
settings-title = Settings
look-size = Size of the letters
look-size-usual = Normal
look-size-large = Large
look-size-larger = Very large
look-size-largest = Largest
look-colours = Colours
look-better = See better
look-computer = Like the computer
look-light = Light
look-dark = Dark
look-contrast = Strong contrast
look-letters = Shape of the letters
look-letters-usual = Normal
look-letters-dyslexic = For dyslexia
look-lines = Space between lines
look-lines-usual = Normal
look-lines-wide = Wider
look-movement = Movement
look-movement-none = No movement
look-reading = A voice that reads
look-reading-asked = When I press Listen
look-reading-always = Each page by itself
look-keyboard = Keyboard on the screen
look-keyboard-asked = When I press Keyboard
look-keyboard-always = Always
look-kept = It is kept. This choice will follow you to every computer.
look-not-kept = This choice counts for this time only.
settings-others = See the other settings
settings-language = Language
settings-stick = What my key holds

## My rights
rights-title = My rights
rights-what = Your space is yours. You decide everything.
export-title = Take everything along
export-what = Your papers, notes and dates go into one parcel.
export-warning = This parcel is no longer protected. Keep it in a safe place.
export-done = { $count ->
    [0] The parcel is ready. There was no paper.
    [one] The parcel is ready, with { $count } paper.
   *[other] The parcel is ready, with { $count } papers.
  }
export-missing = { $count ->
    [one] { $count } paper is missing: the portal no longer has it.
   *[other] { $count } papers are missing: the portal no longer has them.
  }
login-export = Take my passwords along, too
import-title = Put everything back
import-what = Choose the parcel that you took from another space.
import-ok = Choose the parcel
import-done = { $count ->
    [0] Everything was there already.
    [one] { $count } paper is back.
   *[other] { $count } papers are back.
  }
delete-title = Delete my space
delete-all = Your papers, your notes and everything else will disappear.
delete-who = Nobody will find them again, not even your association.
delete-days = You will have 7 days to change your mind.
delete-keys = After 7 days, your keys will open nothing.
delete-go-on = Go on
delete-code = Type your code to delete
deleting-title = Your space will disappear
deleting-until = It will be deleted after { $day }.
deleting-nothing = This space will be deleted. Nothing more can be done in it.
deleting-how = Have you changed your mind? Keep your space.
deleting-keep = Keep my space
dates-save = Put into a calendar
dates-save-what = Your dates go into the calendar of a telephone or computer.
save-stays = They will stay where you save them.
save-ok = Choose where to save
saved = It is saved.

## What my key holds
stick-title = What my key holds
stick-reading = Reading the key.
stick-calm = Everything is ours, nothing speaks of you.
stick-count = { $count ->
    [one] 1 item read just now.
   *[other] { $count } items read just now.
  }
stick-program = The program
stick-program-what = The same on every key
stick-own = The lock
stick-own-what = Of this key alone, without a name
stick-honest = The lock is shut: nobody can search inside.
stick-proof = Its size and the list are the proof.
stick-search = Search for your name, or a word of your papers.
stick-searching = Searching.
stick-found = { $found ->
    [0] Found: 0 times.
    [one] Found: 1 time.
   *[other] Found: { $found } times.
  }
stick-searched = { $searched ->
    [one] 1 item read.
   *[other] { $searched } items read.
  }
stick-common = This word is also in the program. It is the same on every key.
stick-differs = This key is not quite as it should be.
stick-changed = { $count ->
    [one] 1 item has changed.
   *[other] { $count } items have changed.
  }
stick-unlisted = { $count ->
    [one] 1 item is not on our list.
   *[other] { $count } items are not on our list.
  }
stick-missing = { $count ->
    [one] 1 item is missing.
   *[other] { $count } items are missing.
  }
stick-wrong-size = { $count ->
    [one] 1 item of the lock does not have the right size.
   *[other] { $count } items of the lock do not have the right size.
  }
stick-no-list = This key does not have the list of its program.
stick-no-list-what = So nobody can compare the program.
stick-signed = The list is signed by us.
stick-trying = This key is only for trying things out.
stick-forged = The list of this key is not from us.
stick-ask = Show this key to your association.
stick-table = Everything on the key
stick-all = See the { $count } items
stick-row-listed = On the list
stick-row-unlisted = Not on the list
stick-row-changed = Has changed
stick-row-missing = Missing
stick-row-size = Not the right size
stick-row-own = Of this key
stick-own-lock = The lock, shut
stick-own-lock-twice = The same lock, a second time
stick-own-mark = What recognises your space, shut
stick-own-mark-twice = The same, a second time
stick-own-size = Always { $size }
stick-check = To check
stick-check-how = Compare these signs with the list published for this version.
newer-title = Update my key
newer-ready = A newer version of the program is ready.
newer-see = See
newer-papers = Your papers and your code do not change.
newer-size = To download: { $size }.
newer-take = Update
newer-leave-in = Leave the key plugged in until the end.
newer-old-stays = If it comes out before, the old version still works.
newer-done = Done. The new version will be used next time.
newer-home = Back to home
newer-none = Your key already has the newest version.

## My helpers
home-helpers = My helpers
home-people = The people I help
helpers-none = You have no helper yet.
helpers-who = Who can help me
helpers-give = Give a mandate
helpers-old = The old ones
role-social-worker = Social worker
role-mediator = Digital mediator
role-volunteer = Volunteer
role-relative = Family or friend
role-curator = Legal guardian
role-officer = In charge
until-day = Until { $day }
until-over = Over
stop = Stop
stop-title = Stop this mandate?
stop-now = { $helper } will not see your papers any more, from now on.
stop-kept = What was read already cannot be taken back.
stop-yes = Yes, stop now
stop-no = No, keep it
stop-done = The mandate is stopped.

## Give a mandate
give-who = Who will help you?
give-several = Choose several helpers
give-most = 5 helpers at most.
give-number = I have a helper’s number
give-number-type = The helper’s number
give-number-where = It stands on the helper’s own screen.
give-structure = Are they from another association? Type that association’s number.
give-structure-where = The number is on that association’s paper.
give-number-find = Look for it
give-nobody = Your association has no helper here yet.
give-themes = Which themes?
give-few = Choose only what is useful.
give-others = See the other themes
give-no-theme = Choose one theme at least.
give-terms = What may the helper do?
rights-see = See my papers
rights-act = See and put in
rights-drop = Put in only
give-long = For how long?
length-day = 1 day
length-month = 1 month
length-half = 6 months
length-year = 1 year
consent-title = Your mandate
consent-gives = You give a mandate to { $helper }
consent-see = This person may see your papers of these themes:
consent-act = This person may see and put in papers of these themes:
consent-drop = This person may only put in papers of these themes:
consent-long = It lasts { $length }, until { $day }.
consent-stop = You can stop it at any time, without saying why.
consent-written = What is done is written in “Who did what”.
consent-only = The helper does nothing else, and repeats nothing.
consent-know = Ask what the helper knows about you. Have it corrected or erased.
consent-guardian = A person under legal guardianship gives no mandate.
consent-guarded = I have a legal guardian
consent-change = Change what is allowed, or how long
consent-name = Your name
consent-place = The town where you are
consent-missing = Write your name and the town.
consent-full = Read the whole text
consent-code = To give this mandate, type your code
consent-ok = Give this mandate
given-title = The mandate is given
given-print = Print it twice: for you and for the helper.
given-sign = Both of you sign.
given-proof = Keep the proof
given-proof-what = The proof shows that nobody has changed the text.
guardian-title = Legal guardianship
guardian-role = Your guardian has a role of their own, without a mandate.
guardian-judge = A judge named them, and says what they may do.
guardian-ask = You can open access to your papers for them.
guardian-is = { $helper } is a legal guardian.
guardian-not = This number is not a legal guardian’s.
guardian-who = Who is your legal guardian?
measure-title = Which measure?
measure-who = Your guardian writes this, beside you.
measure-tutelle = Guardianship: tutelle
measure-curatelle = Partial guardianship: curatelle
measure-sauvegarde = Court protection: sauvegarde
measure-court = The court
measure-day = The date of the judgment
measure-missing = Choose the measure. Write the court and the date.
measure-later = This date is still to come.
access-give = Give access
access-window = An access
access-title = Access of the person in charge of the measure
access-gives = You give access to { $helper }
access-terms = What may this person do?
access-stop = You can stop the access here at any time.
access-law = The judge’s measure goes on. The law may ask for some papers.
access-only = This person reads only what the measure needs.
access-know = Ask what this person knows about you. Have it corrected.
access-code = To give this access, type your code
access-ok = Give this access
access-given = The access is given
access-print = Print it twice: for you and for this person.
access-less = This access will stop. Another will begin, with fewer themes.
access-stop-title = Stop this access?
access-stopped = The access is stopped.
access-over = This access is over or stopped.
access-drop = This access lets you put in, not see.

## A mandate, and who did what
mandate-window = A mandate
mandate-themes = Themes
mandate-done = What was done
mandate-less = Take a theme away
less-what = This mandate will stop. Another will begin, with fewer themes.
less-keep = Which themes do you keep?
journal-title = Who did what
journal-all = See everything
journal-none = Nobody has opened anything.
did-list = { $helper } opened the folder { $folder }.
did-read = { $helper } read “{ $title }”.
did-drop = { $helper } put in “{ $title }”.
did-session = { $helper } worked with you.
did-teach = To teach you
did-accompany = With you
did-do = In your place
journal-who = Show only
journal-everybody = All helpers
journal-hide = Hide the names
journal-show = Show the names
journal-somebody = A helper
journal-seal = A line taken out or changed is noticed.

## I help people
helping-title = I help people
helping-first = Your association first checks who you are.
helping-name = The name that people know
helping-ask = Ask to help
helping-asked = It is asked.
helping-number = Your helper’s number
helping-read = Read it to the person in charge of your association.
helping-is = You are a helper.
helping-ends = It ends on { $day }. See your association before.
people-none = Nobody has given you a mandate.
person-window = A person
person-posture = How do you help?
posture-teach = I teach
posture-accompany = I go along
posture-do = I do it
person-written = What you open is written down for this person.
person-died = The association says this person has died. The mandate is over.
person-drop = This mandate lets you put in, not see.
byname-change = My own name for this person
byname-title = What do you call this person?
byname-label = A name for you alone
byname-empty = Nobody else sees it. Leave it empty to take it away.
beside-title = Somebody helps me
beside-start = Somebody helps me now
beside-who = Who helps you?
beside-hint = Write the name of the interpreter too.
beside-what = It is written down under “Who did what”.
beside-ok = Begin
beside-end = It is over
did-minutes = { $minutes } min
dropped-title = Papers to look at
dropped-count = { $count ->
    [one] One paper waits for you.
   *[other] { $count } papers wait for you.
}
dropped-see = Look
dropped-what = A helper put these papers in. Keep them or not.
dropped-none = No paper waits.
dropped-by = Put in by { $helper }, { $day }
dropped-instead = It takes the place of “{ $title }”. The old one goes to the deleted papers.
dropped-keep = Keep this paper
dropped-not = Do not keep it
dropped-not-title = Not keep this paper?
dropped-kept = It is kept.
dropped-refused = This paper is gone.
drop-title = Put a paper in
drop-done = “{ $title }” waits for this person.
refused-words = This name is too long. Write it shorter.
refused-no-helper = No helper has this number. Read it again together.
refused-own-mandate = This number is yours. A mandate is for somebody else.
refused-terms = This mandate cannot be given like this. Begin again.
refused-helpers-old = The list of helpers is too old. Tell your association.
refused-mandate-over = This mandate is over or stopped.
refused-helper-stopped = This helper may not help any more. Ask the association.
refused-helper-full = This helper already helps too many people. Choose another helper.
refused-journal-conflict = This met another reading. Try again.
refused-journal-altered = This list has changed, or some is missing. Show it to your association.

## My card and my keepers
recovery-title = My rescue card and my keepers
recovery-what = A keeper helps you get back into your space. They read nothing.
recovery-none = You have no keeper yet.
recovery-holders = My keepers
recovery-label = They call you “{ $label }”.
recovery-choose = Choose my keepers
recovery-card = Make my card again
holders-two = Choose 2 keepers
holders-who = Take people who know you well.
holders-one = With only 1 keeper, you always need the card.
holders-yours = These keepers will help you
holders-label = What do they call you?
holders-label-hint = They know you by these words.
holders-code = To choose these keepers, type your code
holders-ok = Choose these keepers
holders-done = Done. Tell your keepers.
new-card-what = A new card will be shown. The old card will not work any more.
new-card-code = To make your card again, type your code
card-old = The old card does not work any more. Throw it away.
asked-title = Somebody asks to get back into your space
asked-since = Since { $day }.
asked-own = If it is you, do nothing.
asked-veto = It is not me
veto-title = Refuse this request?
veto-what = This request will not open your space.
veto-yes = Yes, refuse
veto-no = No, go back
veto-done = The request is refused. Tell your association.
refused-no-card = First make a rescue card.
refused-card-unknown = This card does not work any more. Look for the newest one.
refused-share-damaged = What a keeper kept is damaged. Ask the other keeper.
refused-nothing-waits = There is no request here any more.
refused-request-ended = This request has ended. Start again.
refused-request-conflict = Another request is already there. It must end first.
refused-request-waits = You still have to wait.
refused-request-step = This does not fit. Stop, then start the request again.
refused-holder-stopped = This keeper cannot help any more. Ask the association.
refused-closing = The association will close soon. It opens no new space. Talk to it.
refused-not-card = This is not the text of a card. Read it again.
refused-no-request = No request has this number. Read it again together.
refused-no-other-stick = Plug in only one other key, prepared by your association.
refused-key-missing = No security key is plugged in. Plug it in, then try again.
refused-key-several = There are several security keys. Leave only one plugged in.
refused-key-barred = This computer blocks the security key. Use another computer.
refused-key-no-prf = This security key cannot open a space. Take a newer one.
refused-key-no-pin = This security key has no PIN code yet. Have one set.
refused-key-pin-shape = A PIN code has 4 signs or more.
refused-key-pin = This PIN code is not the right one. Try again.
refused-key-pin-left = { $left ->
    [0] This PIN code is not the right one. No try is left.
    [one] This PIN code is not the right one. You have 1 try left. Take your time.
   *[other] This PIN code is not the right one. You have { $left } tries left. Take your time.
  }
refused-key-pause = Too many wrong PIN codes. Take the security key out, then plug it in again.
refused-key-blocked = The security key has blocked itself for ever. Open with your other key.
refused-key-touch = The security key was not touched in time. Try again.
refused-key-out = The security key was taken out. Plug it in, then try again.
refused-key-known = This security key opens your space already.
refused-key-stranger = This security key opens no space here.
refused-key-full = This security key is full. Take another one.
refused-key-frozen = This security key is blocked. Your other key or your card unblocks it.
refused-key-other = The security key refuses. Take it out, plug it in, then start again.

## Keeper for somebody
held-title = You are a keeper for
held-asks = Asks to get back into their space.
held-calm = Asks for nothing.
held-beside = Sit beside this person, or call them.
held-compare = Compare the pictures
held-no-card = This person has no card
held-number = The number of their request
held-number-where = It is written on this person’s screen.
held-know = Do you recognise this person?
held-know-how = Look at their face, or listen to their voice.
held-approve = I recognise this person
held-not = It is not this person
held-approved = Thank you. You have recognised this person.
held-refused = The request is stopped.
compare-title = Compare the 5 pictures
compare-how = Does the other screen show the same, in the same order?
compare-same = The same
compare-differ = Not the same
compare-wait = The other screen has not answered yet. Wait a little.
freeze = Block their key
freeze-title = Block this person’s key?
freeze-what = None of their keys will open anything any more.
freeze-back = Nothing is erased. You can unblock the key here.
freeze-yes = Yes, block
freeze-undo = Unblock their key
freeze-done = Their key is blocked.
freeze-undone = Their key works again.

## My keys
sticks-title = My keys
sticks-own = This key
sticks-other = Other key, number { $place }
sticks-since = Key added on { $day }
sticks-added = Added on { $day }
sticks-one = A second key helps if you lose this one.
sticks-add = Add a key
stick-lost = Have you lost this key?
stick-block-what = A blocked key opens nothing any more.
stick-block = Block this key
stick-unblock = Unblock this key
stick-blocked = This key is blocked.
stick-unblocked = This key works again.
stick-remove = Remove this key
stick-remove-what = This key will open nothing any more, even with the code.
stick-remove-code = To remove this key, type your code
stick-removed = The key is removed.
renew-title = Renew my key
renew-short = renew
renew-what = Somebody may have copied your key. Renewed, it makes every copy useless.
renew-leave-in = Leave the key plugged in. Your code stays the same.
renew-code = To renew the key, type your code
renew-done = Your key is renewed.
add-stick-ask = Ask your association for another key.
add-stick-plug = Plug that other key in here. Leave the first one plugged in.
add-stick-wait = Looking for the other key.
add-stick-account = This key is made for a new space.
add-stick-recovery = This key is made to open a space again.
add-stick-another = Ask your association for a key to add.
add-stick-there = The other key is there.
add-stick-code = It will open with the same code.
add-stick-type = To add this key, type your code
add-stick-done = Done. Keep that other key somewhere else.
skey-have = I have a security key
skey-open = Open with a security key
skey-add = Add a security key
skey-what = A security key is bought in a shop. You touch it to open.
skey-plug = Plug in the security key.
skey-wait = Looking for the security key.
skey-there = The security key is there.
skey-pin = PIN code of the security key
skey-pin-hint = It is not the code of your space.
skey-needed = Your security key is needed
skey-touch = Touch the security key when it blinks.
skey-touch-twice = Touch the security key twice, when it blinks.
skey-code = To add the security key, type your code
skey-done = Done. The security key opens your space too.
skey-own = This security key
skey-since = Security key added on { $day }
skey-other = Other security key, number { $place }
skey-removed = The security key is removed.
lost-title = I lost a key
lost-only = Block my lost key
lost-what = With your card, you block all your keys.
lost-block = Block my keys
lost-unblock = Unblock my keys
lost-blocked = Your keys are blocked. Go to your association.
lost-unblocked = Your keys work again.

## Preparing keys
fleet-title = Prepare keys
fleet-title-practice = Prepare practice keys
fleet-what = Each key needs a voucher. The person in charge gives you the vouchers.
fleet-choose = Choose the folder of vouchers
fleet-vouchers = { $count ->
    [0] No voucher here is any use.
    [one] { $count } voucher here is good.
   *[other] { $count } vouchers here are good.
  }
fleet-unusable = What is no use
fleet-unused-damaged = damaged, or something else
fleet-unused-structure = from another association
fleet-unused-realm = real and practice do not mix
fleet-unused-kind = not for a new space
fleet-unused-date = not good on this day
fleet-unused-twice = there twice
fleet-programs = Your key does not have all the programs.
fleet-choose-programs = Choose the folder of programs
fleet-first = First number
fleet-count = How many keys
fleet-fewer = There are fewer vouchers than keys.
fleet-lent = Already in your notebook: { $numbers }.
fleet-whole = Try all the room of each key. It takes long.
fleet-begin = Begin
fleet-now = Preparing keys
fleet-now-practice = Preparing practice keys
fleet-plug = Plug in the keys, several at once.
fleet-keep = Leave your own key plugged in too.
fleet-progress = Keys ready: { $ready } of { $all }
fleet-number = Key no. { $number }
fleet-is-again = Going on.
fleet-is-writing = Writing.
fleet-is-checking = Checking.
fleet-is-ready = Ready. Eject it, then stick on label { $number }.
fleet-is-not-removable = This is no key. I leave it alone.
fleet-is-read-only = This key cannot be written. Take another one.
fleet-is-too-small = This key is too small. Take another one.
fleet-is-foreign = This key is not empty. Take an empty one.
fleet-is-link = Something unknown is on this key. Take another one.
fleet-is-somebody = This key is somebody’s. I leave it alone.
fleet-is-practised = This is a practice key. It has been used.
fleet-is-gone = This key is gone. Plug it in again.
fleet-is-damaged = This key is damaged. Perhaps it is somebody’s.
fleet-is-elsewhere = This key comes from another workshop.
fleet-is-pulled = This key left too early. Plug it in again: it goes on.
fleet-is-stopped = Stopped. This key goes on when you plug it in again.
fleet-is-forgets = This key loses what I write. Throw it away. Its number goes on another one.
fleet-is-remembered = This computer does not let me check this key. Take another one.
fleet-is-no-voucher = There are no more vouchers. Ask the person in charge.
fleet-is-numbers = Every number is taken.
fleet-is-waits = A key that was begun is missing. Plug it in again.
fleet-is-stick = This key does not work. Take another one.
fleet-is-journal = The journal of the vouchers does not work. Nothing is written.
fleet-is-programs = The programs do not work. Nothing is written.
fleet-not-named = These vouchers are for practice. “practice-locator” is missing beside them. Ask the person in charge for it.
fleet-folder-locator = “practice-locator” is damaged or false. Nothing is written. Ask the person in charge for another folder.
fleet-folder-real-locator = “practice-locator” is not for practice. Nothing is written. Ask the person in charge for another folder.
fleet-folder-other = These vouchers do not go with “practice-locator”. Nothing is written. Ask the person in charge for another folder.
fleet-folder-real = There are real vouchers in this practice folder. Nothing is written. Put them in another folder.
fleet-folder-mixed = The vouchers of this folder are of more than one association. Nothing is written. Ask the person in charge for another folder.
fleet-folder-changed = This folder has changed. Nothing is written. Choose it again.
fleet-found = { $count ->
    [one] { $count } thing on it: { $names }
   *[other] { $count } things on it: { $names }
  }
fleet-erase = Erase and prepare
fleet-erase-title = Erase this key?
fleet-erase-what = Everything on it will be lost.
fleet-erase-yes = Yes, erase
fleet-lost = Key lost
fleet-lost-title = Is key no. { $number } lost?
fleet-lost-what = Its number goes on another key. Another voucher is needed.
fleet-lost-yes = Yes, it is lost
fleet-portal = The portal does not answer. Keys are written all the same. First openings will have to wait.
fleet-rows = All numbers
fleet-row-todo = to do
fleet-row-begun = begun
fleet-row-ready = ready
fleet-row-given-up = to do again
fleet-stop = Stop
fleet-stopped = Stopped. Keys that were begun go on another day.
fleet-anew = Prepare other keys
fleet-done = All keys are ready.
fleet-failed = This computer does not say what is plugged in.
fleet-print = Labels and cards
fleet-name = Name of the association
fleet-phone = Telephone to call
fleet-labels = Save the labels
fleet-cards = Save the cards
fleet-saved = It is saved.
practice-title = Practice keys
practice-what = These keys are for learning. Nothing on them is real.
practice-choose = Choose the folder of practice vouchers
practice-who = Who will be on the key?
practice-plug = Plug in a practice key.
practice-left = { $count ->
    [0] No voucher is left.
    [one] { $count } voucher is left.
   *[other] { $count } vouchers are left.
}
practice-reset = Start again
practice-is-practice = This is a practice key.
practice-is-ready = This is the key of { $name }. Its code: { $code }.
practice-is-working = One moment. Leave the key plugged in.
practice-is-real = This is a real key. I leave it alone.
practice-is-empty = This key is empty.
practice-is-other = This is not a practice key.
practice-is-damaged = This key is damaged. I leave it alone.
refused-fleet-numbers = These numbers do not work. Prepare 1 to 1000 keys.
refused-sheet-long = The name has 36 signs at most. The telephone has 20.
refused-sheet-letters = The printer wants Latin letters.

## Get back into my space
forgotten-card = Take your rescue card, if you have it.
forgotten-holder = A keeper recognises you. Then you choose a new code.
ask-title = Get back into my space
ask-safe = Your papers are still there.
ask-no-card = I do not have my card
ask-code = Type your new code
ask-code-which = It is the code chosen when the request began.
ask-number = The number of your request
ask-number-say = Tell it to your keeper.
ask-holder = Your keeper opens “My people” on their screen.
ask-wait = Waiting for your keeper.
ask-one-more = 1 keeper has recognised you. You need 1 more.
ask-compare = Read these pictures to your keeper.
ask-cut = The comparison was cut off. A new request is needed.
ask-until = You can open your space on { $day }.
ask-why-two = Without the card, you must wait 2 days.
ask-why-week = Your keepers are from the same association. Wait 7 days.
ask-why = Meanwhile, the real person can refuse.
ask-come-back = You can close, then come back with this key.
ask-ready = Your space can open
ask-new-code = Your new code works from now on.
ask-open = Open my space
ask-anew = Start again
ask-give-up = Stop the request
give-up-title = Stop this request?
give-up-what = You will have to begin again.
ask-stopped = The request was stopped.
ask-refused = A keeper refused. Talk to them, then start again.
ask-vetoed = Somebody refused from this space. See your association.
ask-expired = The request is too old. Start again.
ask-overtaken = The keepers have changed. Start again.

## When something is wrong
refused-code = { $left ->
    [0] This code is not the right one. No try is left.
    [one] This code is not the right one. You have 1 try left. Take your time.
   *[other] This code is not the right one. You have { $left } tries left. Take your time.
  }
wait-seconds = { $seconds ->
    [one] Wait 1 more second.
   *[other] Wait { $seconds } more seconds.
  }
wait-minutes = { $minutes ->
    [one] Wait 1 more minute.
   *[other] Wait { $minutes } more minutes.
  }
refused-frozen = This key is blocked. Go to your association.
refused-revoked = This key does not work any more. Go to your association.
refused-policy = This code is too easy to guess. Take another code.
refused-unreachable = The portal does not answer. Check the Internet, then try again.
refused-certificate = This network wants to read what passes. The key refuses. The network must let the portal pass unread.
refused-date = The date of this computer is probably wrong. Have it set right, or use another computer.
refused-portal = The portal has a problem. Try again in a moment.
refused-sheet = This list is damaged. Nothing is erased. Everything else works. Tell your association.
refused-stick = The key does not answer. Pull it out, then plug it in again.
refused-stick-room = There is no room left on the key. Ask your association.
refused-stick-forgets = The key does not keep what is written on it. Ask your association for another key.
refused-version-old = Your key already has a newer version.
refused-damaged = The key is damaged. Go to your association.
refused-state = The key cannot do this. Go to your association.
refused-read-only = You can read, but change nothing today.
refused-paper = This paper is not accepted. Try with another one.
refused-too-large = This paper is too large.
refused-largest = A paper can be { $most } at most.
refused-empty = This paper is empty.
refused-picture = This photo does not open. Try another one.
refused-corners = The corners are badly placed. Move them apart.
refused-pages = This paper has too many pages.
refused-stopped = You stopped. This paper was not added.
refused-gone = This paper is no longer there.
refused-full = There is no room left. Delete a paper.
refused-locked = Your space is closed. Open it again.
refused-newer = This key is too old for this. Ask your association to bring it up to date.
refused-no-clipboard = This computer does not let you copy.
refused-totp = This is not a secret key. Copy it again.
refused-import = This is not a parcel from a space. Choose another one.
refused-not-saved = It cannot be saved here. Choose another place.
refused-no-date = With this day there is no date to come.
refused-no-browser = The site does not open on this computer.
refused-other = That did not work. Try again.

## The 16 other pictures of a comparison
compared-bus = Bus
compared-bag = Bag
compared-calendar = Calendar
compared-camera = Camera
compared-wheel = Wheel
compared-globe = Earth
compared-heart = Heart
compared-hourglass = Hourglass
compared-house = House
compared-padlock = Padlock
compared-music = Music
compared-phone = Telephone
compared-scales = Scales
compared-signpost = Signpost
compared-wallet = Wallet
compared-bin = Bin

## The 16 pictures
picture-sun = Sun
picture-tree = Tree
picture-fish = Fish
picture-bird = Bird
picture-flower = Flower
picture-umbrella = Umbrella
picture-boat = Boat
picture-bicycle = Bicycle
picture-cat = Cat
picture-carrot = Carrot
picture-bread = Bread
picture-cup = Cup
picture-scissors = Scissors
picture-chair = Chair
picture-shoe = Shoe
picture-mountain = Mountain

# The notebook of what a structure lends
notebook-title = Loan notebook
notebook-none = Write here who has which number. The portal cannot read it.
notebook-add = Add a loan
notebook-entry = A loan
notebook-what = What is lent
notebook-stick = Key
notebook-computer = Computer
notebook-phone = Telephone
notebook-number = Its number
notebook-name = The person’s name
notebook-find = Search for a number or a name
notebook-unfound = Nothing matches.
notebook-wrong = Write a number and a name.
notebook-there = This number already has a name. Press it in the notebook.
notebook-since = Since { $day }
notebook-remove-title = Take this person out of the notebook?
notebook-save = Keep a copy of the notebook
notebook-save-warning = This copy opens without a code. Keep it in a safe place.
notebook-saved = The copy is made.
