# What do you have? How to get it as a file, for each phone and app.

have-title = Your files
have-back = Back
have-back-list = Back to the list
have-heading = What do you have?
have-lead = Choose what you have. Each page shows how to get it as a file. One is enough to begin. You can skip all of it.
have-first =
    - Do this on your own phone or account, and only there.
    - Do not do it on a device the other person may see or hold.
    - Do not save or send the file to a place they can open, such as a shared cloud.
    - Do not delete anything. Keep the phone and the chats on it.
    - Some messages go away by themselves. Get those first.
    - Does the app tell the other person that you did this? We do not know.
have-phone = Which phone is it on?
have-phone-android = An Android phone
have-phone-iphone = An iPhone
have-phone-any = Both, or I do not know
have-show = Show
have-group-chats = Chats
have-group-texts = Texts and calls
have-group-contacts = Names and numbers
have-group-diary = What you wrote down
have-group-other = Other things you have
have-reads-read = This version can read it.
have-reads-kept = It can be locked in your book now. This version does not read it into the timeline yet.
have-short-read = It can be read.
have-short-kept = It can be kept. It is not read yet.
have-link-glance = Look at a file without a book
have-link-add = Put files in your book
have-not-there = There is no such page. Go back to the list and choose again.
have-words-differ = The pictures are drawn by us and show where to look. The words on your phone may be a little different.
have-step = Step { $number }
have-know = Good to know
have-careful = Please take care

have-whatsapp-android = WhatsApp on an Android phone
have-whatsapp-iphone = WhatsApp on an iPhone
have-texts-android = Texts and calls on an Android phone
have-texts-iphone = Texts on an iPhone
have-calls-iphone = The list of calls on an iPhone
have-contacts-android = Contacts on an Android phone
have-contacts-iphone = Contacts on an iPhone
have-diary-table = A diary in a table on a computer
have-diary-paper = A diary or notes on paper
have-pictures = Screenshots, photos and sound
have-e-mail = E-mail
have-instagram-facebook = Instagram or Facebook
have-telegram = Telegram
have-google = A copy of your data from Google
have-other-apps = Other apps, such as Signal, Snapchat, X or Discord

## Steps

have-wa-open = Open WhatsApp, and open the chat you want to keep.
have-wa-dots = Tap the three dots at the top.
have-wa-name = Tap the name at the top of the chat.
have-wa-more = Tap "More".
have-wa-export = Tap "Export chat". Take care not to tap "Clear chat".
have-wa-down = Go down to the end of the page. Tap "Export chat". Take care not to tap "Clear chat".
have-wa-media = If you are asked, choose to take the media along. Media are the photos, videos and voice notes.
have-wa-save = Save it to the files on your phone. Do not send it to a person.
have-move = Bring the file to this computer with a cable or a USB stick. Then put it in your book just as it is. Do not open it or change it first.
have-sms-get = Get the app "SMS Backup & Restore" from your phone's app store. It will be seen on the phone. If someone looks at your phone, think first.
have-sms-start = Open it and begin a backup.
have-sms-what = Choose both messages and calls.
have-sms-media = Choose to take pictures and group messages along.
have-sms-where = Save it on this phone only.
have-sms-now = Back up once. Do not set it to do so each day.
have-vcf-open = Open your contacts, and then their settings.
have-vcf-settings = Tap "Export" or "Export to file".
have-vcf-save = Save it to the files on your phone. Its name ends in .vcf.
have-vcf-lists = Open Contacts, and tap "Lists" at the top.
have-vcf-hold = Hold a finger on the list with all your contacts. Then tap "Export".
have-csv-head = Make a table. On the first line write what each column is: Date, Time, What happened. You can add Place and Witnesses.
have-csv-line = Write one thing that happened on each line. Leave a cell empty if you do not know.
have-csv-save = Save it as CSV. Its name ends in .csv.
have-paper-photo = Take a photo of each page, so that the whole page is in it. Or scan it.
have-pic-whole = Take the file itself, not a picture of it. In a screenshot, let the name or number and the day be seen.
have-meta-ask = In your own account, look for "Download your information". Ask for your messages.
have-meta-json = If you can choose, take JSON. It may take a while until you can fetch it.

## Words in the pictures

have-item-name = Name
have-item-search = Search
have-item-mute = Mute
have-item-more = More
have-item-block = Block
have-item-clear = Clear chat
have-item-export = Export chat
have-item-without = Without media
have-item-with = With media
have-item-files = Save to files
have-item-drive = Cloud
have-item-send = Send to a person
have-item-sms-app = SMS Backup & Restore
have-item-back-up = Set up a backup
have-item-restore = Restore
have-item-messages = Messages
have-item-calls = Phone calls
have-item-pictures = Pictures, groups
have-item-emoji = Emoji
have-item-this-phone = This phone
have-item-now = Back up now
have-item-import = Import
have-item-export-file = Export to file
have-item-all-contacts = All contacts
have-item-family = Family
have-item-export-list = Export
have-item-delete-list = Delete list
have-item-date = Date
have-item-time = Time
have-item-what = What happened

## What the pictures show

have-drawn-list = A drawn phone. A ring is round "{ $item }".
have-drawn-list-more = The rows on it, from the top: { $items }.
have-drawn-name = A drawn phone with a chat. A ring is round the name at the top.
have-drawn-dots = A drawn phone with a chat. A ring is round the three dots at the top.
have-drawn-chat-more = Below the top line are the messages of the chat.
have-drawn-table = A drawn table. A ring is round its first line.
have-drawn-table-more = The first line says Date, Time, What happened. Below it are lines for each thing.
have-drawn-paper = A drawn sheet of paper. A ring is round the whole of it.
have-drawn-paper-more = Below the sheet is a camera.
have-drawn-move = A drawn phone, a cable and a computer.
have-drawn-move-more = The same file is on the phone and on the computer.

## Good to know

have-wa-long = A very long chat is cut by WhatsApp without a word. It leaves out the oldest messages. With media it keeps about 10,000 messages, and without media about 40,000. If yours is long, make both. The book puts the same messages together.
have-wa-each = Do this for each chat that matters. Take the whole chat, with what you wrote too.
have-wa-clear = An export is a copy. The chat stays on your phone.
have-sms-two = You get files that end in .xml, one for texts and one for calls. Both can be read.
have-sms-rights = The app asks to see your texts and calls. It needs that to copy them. It is made by others, not by us.
have-ios-texts = An iPhone has no button that gives you your texts as a file this version can read.
have-ios-calls = An iPhone has no button that gives you your list of calls as a file this version can read.
have-ios-instead =
    What you can do now:

    - Keep the phone and the texts on it. Others may be able to read them from there.
    - Take screenshots with the name or number and the day. They are kept in your book, but not read.
    - Write what happened in the diary, in your own words.
have-vcf-use = Contacts help to say which number has which name. You still say who is who.
have-csv-about = You can write "about 9pm" or "night". A day on its own is enough.
have-csv-app = You do not need a file for this. You can write a diary in the book itself.
have-paper-keep = Keep the paper. Photos of it are kept in your book. What they say is not read, so write the main things in the diary too.
have-pic-prefer = These are kept just as they are. What is in a picture or a sound is not read. If you can get the chat as a file, take that as well: it says more than a screenshot.
have-mail = Many mail programs can save an e-mail as a file that ends in .eml. Save the e-mail itself and do not forward it. A forwarded e-mail has lost where it came from.
have-kept-use = The file is locked in your book with the day it came, and it can be given to others just as it is. Write the main things in the diary, so that they show in the timeline.
have-meta-careful = The link to your data comes to your account or e-mail. If the other person can get into them, they may see it.
have-telegram-how = Telegram on a computer can export a chat. Secret chats are not in the export.
have-google-how = Google can give you a copy of your own data. Its makers call it Takeout. Ask for the parts that matter, not for all.
have-others = Many apps can give you a copy of your own data. Discord gives only what you sent yourself. For what others sent, keep screenshots.
