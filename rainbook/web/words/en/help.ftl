# Who can help. Names, numbers and hours stand in help/services.toml, with their sources.

help-title = Help
help-print-title = List
help-heading = Who can help
help-first-heading = If you are in danger now
help-999 = Call 999
help-999-says = Any time, day or night. Say "police" if you want the police.
help-55 = If you cannot speak: 999, then 55
help-55-does =
    This works from a mobile only. Call 999. Listen. When you are asked, press **55**.

    - If you do not press 55, the call ends.
    - Pressing 55 does not let the police see where you are. Say where you are, if you can.
help-not-needed = You do not need a record, or this program, to call any of them. Call when you like.
help-check-heading = About these numbers
help-check = Each box says where a number was found, and if it was checked. A grey box means that nobody has checked it, or not for half a year. Numbers and hours change. Look one up once more, if you can do so without being seen.
help-no-ring = The numbers are plain text. A tap on them does not ring anyone.
help-traces = A call may show in the list of calls and on the bill. A text may show on the screen. A friend's phone or a phone at work may be better.
help-pages = The web addresses are plain text too. If you open one, your browser keeps a trace of it.
help-where-heading = Where are you?
help-nation-all = All of the UK
help-nation-england = England
help-nation-wales = Wales
help-nation-scotland = Scotland
help-nation-northern_ireland = Northern Ireland
help-group-uk = All of the UK
help-group-england_wales = England and Wales
help-group-england = England
help-group-wales = Wales
help-group-scotland = Scotland
help-group-northern_ireland = Northern Ireland
help-phone = Phone
help-text = Text
help-web = Website
help-hours = Hours
help-area = Area
help-source = Found at
help-no-phone = No number is shown. Look it up.
help-conflict = No number is shown: two sources give two different numbers. Look it up.
help-state-unchecked = Not checked: nobody has tried this for this list.
help-state-old = Checked on { $day }. That is more than 180 days ago, so it may have changed.
help-state-checked = Checked on { $day }.
help-print = A list to print
help-print-heading = Numbers
help-print-how = Use your browser's own menu to print this page.
help-print-care = A printed list can be found. Some printers keep a list of what they printed. Think of where you will keep it.
help-print-check = The last column says if a number was checked. Numbers and hours change. Look one up once more, if you can do so without being seen.
help-print-day = Made on { $day }.
help-print-back = Back

## Whom each is for

help-for-emergency = Police, fire and ambulance, now.
help-for-police_nonemergency = To report to the police when it is not an emergency.
help-for-silent_solution = A way to call 999 from a mobile with no voice.
help-for-national_stalking_helpline = For all who are stalked or harassed, and for those close to them.
help-for-paladin = For people at high risk. They also have a worker for people from 16 to 25.
help-for-veritas_justice = Help and advice on stalking.
help-for-cyber_helpline = Stalking online. You first write with a program, then with a person.
help-for-refuge_ndah = Abuse by a partner or in the family.
help-for-mens_advice_line = Men who are abused by a partner or in the family.
help-for-galop = LGBT+ people who meet with abuse or violence.
help-for-karma_nirvana = Abuse in the name of "honour", and forced marriage.
help-for-revenge_porn_helpline = Private images that were shared, or that someone says they will share.
help-for-rape_crisis_ew = Sexual violence, for people of 16 and over.
help-for-samaritans = When it is too much, or you think of ending your life. They listen.
help-for-victim_support_ew = Help after any crime.
help-for-live_fear_free = Abuse at home, sexual violence, and violence against women.
help-for-scot_dafm = Abuse by a partner or in the family, and forced marriage. For all genders.
help-for-vss = Help after any crime.
help-for-rape_crisis_scotland = Sexual violence.
help-for-action_against_stalking = Help with stalking, by e-mail.
help-for-police_scotland_form = To report stalking to Police Scotland. There is a form on their website too.
help-for-ni_dsah = Abuse at home, and sexual abuse.
help-for-crimestoppers = More about stalking. You can tell them of a crime without giving your name.

## The list to print

help-list-who = Who
help-list-how = How to reach them
help-list-checked = Checked?
