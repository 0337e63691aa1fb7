# status: written
# What is read before the program: the first page, the pages of help, and what the launcher says.

title = The key
what = This key opens your space.
what-none = No name is written on it.
windows-title = On Windows
windows = Open this, twice in a row:
linux-title = On Linux
linux = Open this, twice in a row:
then-title = Then
then-code = Type your code.
then-secret = Keep it to yourself.
leave-title = To leave
leave = Press Close and leave. Then take the key out.
help-title = Does it not work?
help = Go and see the association that gave you the key.
lost-title = Is this key not yours?
lost = It opens nothing without the code. Give it to an association that helps.
missing-title = Something is missing
missing = Something is missing on this computer.
missing-calm = The key is fine. Your papers are not lost.
missing-other-title = The easiest way
missing-other = Take another computer.
missing-show-title = If not
missing-show = Show this page to who looks after this computer. To be installed:
said-changed = This key was changed. Do not type your code. Show the key to your association.
said-nothing = This key has no program for this computer. Show the key to your association.
said-missing = Something is missing on this computer. The key is fine. Take another computer, or ask for help.
