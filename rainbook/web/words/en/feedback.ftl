# The feedback form. The first five texts are those of the page this guide is made from, unchanged.

feedback-heading = Help us to improve this website
feedback-says = Use this form to provide feedback on this webpage. Don't use it to contact us about a service or make a complaint. We will not reply, even if you include personal details such as your name and address. If you want us to reply, you should contact us in a different way.
feedback-ask = What is your feedback for this webpage?
feedback-send = Give feedback about this page

feedback-title = Feedback
feedback-page = It is about this page: { $page }
feedback-hint = Please leave out names, numbers and addresses. Nobody can write back to you. Up to { $most } letters.
feedback-empty = Write something first, or leave this page.
feedback-again = The page was open for a long time. Nothing was kept. Please send it once more.
feedback-long = That is too long by { $over } letters. Please make it shorter.
feedback-back = Back

## Words that may mean danger

feedback-now-heading = Nobody will read this in time
feedback-now-says = This box is not read for days. If you or someone else may be in danger, please use one of these now.
feedback-now-line = To talk to someone: { $name }
feedback-now-self = If you feel you cannot go on: { $name }
feedback-now-unchecked = We have not tried these two numbers, and we do not know when they are open. You can call 999 at any time.
feedback-now-more = More people who can help
feedback-now-still = You can still send your feedback. If we got it wrong, just go on.

## What was seen

feedback-look-heading = Before it is kept
feedback-seen-heading = This may say who somebody is
feedback-seen-says = We look for names, numbers and places, because others may read this. We can be wrong, and we can miss some. Here is what we saw.
feedback-seen-table = What we saw in your words
feedback-seen-kind = What it may be
feedback-seen-words = Your words
feedback-kind-name = A name
feedback-kind-phone = A phone number
feedback-kind-mail = An e-mail address or a name used online
feedback-kind-postcode = A postcode
feedback-kind-address = An address
feedback-kind-reference = The number of a case or a crime
feedback-mark = [taken out]
feedback-your-words = Your words
feedback-change = Change my words
feedback-take-out = Take these out for me
feedback-anyway = Keep it as it is
feedback-taken = We took them out. Look through your words once more.

feedback-sure-heading = Keep your words with these in them?
feedback-sure-says = Others may read this. They can see the name, number or place in it. It can't be taken back from here.
feedback-sure-yes = Yes, keep it as it is
feedback-sure-no = No, go back

## Where it goes: this computer

feedback-where-heading = Where it would be kept
feedback-where = Nothing is sent to anyone. If you keep it, it goes into this file on this computer:
feedback-where-open = The file is not locked. Anyone who uses this computer can read it. It holds your words, the page and the day, and nothing else.
feedback-where-choose = You can keep it there, copy it and send it in your own way, or do nothing.
feedback-keep = Keep it in that file
feedback-copy = Copy it yourself
feedback-copy-says = Mark the words in the box, copy them, and paste them where you like. A copy may stay in the memory of this computer for a while.
feedback-nothing = Do nothing, and leave

## Where it goes: an organisation

feedback-hosted-where = We keep your words, the page and the day. We do not keep who you are or the time. We can't write back.

feedback-kept-title = Feedback
feedback-kept-heading = Thank you
feedback-kept-here = Your words are in the file on this computer. Nothing was sent.
feedback-kept-hosted = Your words were kept, with the page and the day. Nobody will write back.
feedback-kept-again = If you need help, do not wait for an answer from here.
