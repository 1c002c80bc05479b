# The guide. What is quoted from the page it is made from stands in guide/quotes.toml, and the law in the law files.

guide-title = Guide
guide-signs-title = Guide: signs
guide-online-title = Guide: online
guide-contact-title = Guide: contact
guide-types-title = Guide: types
guide-course-title = Guide: the law
guide-back = Back to the guide
guide-page-says = A public page on this says:
guide-list-heading = Read more
guide-next = Next: { $name }
guide-talk-heading = You do not have to decide what it is
guide-talk =
    You can talk to someone who knows about this. You can begin a record. You can do neither.

    You do not need a record to report. If you are in danger now, call 999.
guide-link-help = See who can help
guide-link-begin = Begin a record
guide-link-questions = Ask yourself some questions
guide-link-feedback = Tell us about this page
guide-law-heading = The words of the law, by nation
guide-law-read = The law as read in { $as_of }. It may be out of date. This is not legal advice.
guide-law-not-read = The text of the law was not read for this. Ask the police, a solicitor or an advocate.
guide-law-source = Source:
guide-law-none = Nothing was read on this.

## Front page of the guide

guide-heading = Is this stalking?
guide-intro =
    This page helps you to look at what is going on. It cannot tell you what it is. Only you know what it is like, and only a court can say what the law makes of it.

    No answer here is kept. You need no book to read this.
guide-crime-says = Fear is not a sign that you are weak. Many people feel foolish or unsure at first. Small things can add up.
guide-pattern-heading = Look at the whole, not at one thing
guide-pattern =
    One call or one gift may mean nothing. It may be kind. What matters is what was done over time, by one person, when it was not wanted.

    A large number is not enough. Families, parents who share a child, and workmates can send many messages.
guide-list-signs = The four signs
guide-list-signs-says = What they look like in your own records, and what speaks against them.
guide-list-online = Phones, apps and devices
guide-list-online-says = Places shared, floods of messages, false friends, spying apps, tags.
guide-list-contact = Contact that does not stop
guide-list-contact-says = Alarm and distress, and how to write them down.
guide-list-types = Types of people who do this
guide-list-types-says = What the page says of five types. It is for understanding only.
guide-list-course = What the law asks
guide-list-course-says = Two occasions or more, and what else. Not the same in each nation.
guide-further-heading = More help
guide-further-says = We have not read what that website says. Help has a list of people to call, by nation.
guide-form-heading = Your view of this page
guide-form-says = The page this guide is made from ends with a form. Ours works in the same way, and means what it says. Nobody reads it in time to help you.

## The four signs

guide-signs-heading = The four signs
guide-signs-intro = Each sign is one question. Look at what you have: messages, calls, notes, things you saw. No sign is shown by how much there is.
guide-signs-name-note = The first word on the page is "Sport". It must mean "Spot".
guide-signs-looks = It may look like this
guide-signs-against = What speaks against it
guide-signs-write = What helps to see it
guide-fixated-heading = Fixated
guide-fixated-what = The person comes back to you, and finds a way round each "no".
guide-fixated-looks =
    - A new number, account or app soon after you blocked them or told them to stop.
    - The same subject again and again, on more than one day, after you told them to stop.
    - They use other people to reach you, or turn to people round you.
    - They know something they should not know, such as where you were.
guide-fixated-against =
    - Many messages alone do not show it. No number does.
    - A new number can have a plain reason: a lost phone, a new job.
    - Some messages come back by their nature: about a child, a debt, a shift at work.
    - Someone may have told them. You may have posted it.
guide-fixated-write = Write down the day you said no, and how. Keep what came after it, with the number or name it came from.
guide-obsessive-heading = Obsessive
guide-obsessive-what = It takes up more and more. The contact grows beyond what it was between the two of you.
guide-obsessive-looks =
    - More contact than before, from the same person to you.
    - Long runs of messages or calls with no reply.
    - Contact deep in the night, if it was not so before.
    - The same words sent again.
guide-obsessive-against =
    - You both wrote more at that time.
    - Your files begin late, so "before" is missing.
    - There was a reason: someone was ill, a move, a birth, a court day.
    - You both wanted the contact then.
guide-obsessive-write = Keep the whole chat, with the early part and your own replies. It is held against its own past. No one else's number is used as a measure.
guide-unwanted-heading = Unwanted
guide-unwanted-what = You did not want it, and they could know that.
guide-unwanted-looks =
    - You told them to stop.
    - You blocked them.
    - You did not reply.
    - Police gave them a warning, or a court made an order. Then it went on.
guide-unwanted-against =
    - No "stop" is on record. That does not mean you wanted it. It only cannot be seen from the files.
    - You took the "stop" back later.
    - You wrote to them after it. There can be good reasons for that. Write the reason down.
    - They may not have seen it.
guide-unwanted-write = You do not have to tell them to stop. If that could put you at risk, talk to someone first. If you did say it, keep the message.
guide-repeated-heading = Repeated
guide-repeated-what = It was done more than once. This is the part the law can count.
guide-repeated-looks =
    - Acts on two or more days.
    - Acts of more than one kind: a call, a visit, a letter.
    - Acts by others that the person asked for.
guide-repeated-against =
    - All of it was on one day, or in one hour. It may then be one occasion.
    - The acts lie far apart, with nothing to link them.
    - It is a guess who did it. A guess is not counted.
    - A message to a whole group may not be aimed at you.
guide-repeated-write = Write down the day and the time, and how you know who it was. "About May" is fine. "I do not know" is fine.

## Online

guide-online-heading = Phones, apps and devices
guide-online-intro = This page is about your own phone, your own accounts and your own home. Look. Do not change anything yet.
guide-online-law-heading = A note on the date
guide-online-law = There is no law on online stalking alone. In England and Wales stalking has been an offence by name since 25 November 2012. In Scotland it has been one since 13 December 2010. In Northern Ireland it has been one since 27 April 2022. It can be done online or off.
guide-online-order-heading = Three ways to go on
guide-online-order =
    A change may tell the other person that you know. They may get worse. It may also wipe what could be shown later. So for each thing you find, choose:

    1. **Write it down first.** Note the day and time, and take a picture of the screen.
    2. **Talk to someone first.** A helper can plan with you what to change, and when.
    3. **Act now.** If you are in danger, you come first. Call 999.
guide-online-watched = Anything done on a watched device may be seen. Even a search may be seen. Use another device to read about it.
guide-online-location-heading = Places and floods of messages
guide-online-location =
    Look at where your place may be shared:

    - a map or finder app, or a "find my phone" service
    - a family group, or a shared photo album
    - a map inside a chat app
    - the app of your car, or your phone company's account

    You may have said yes to this long ago. That it is on does not show that it was misused.
guide-online-flood =
    If there are floods of messages, keep them in the app. Take out the whole chat as a file, with your own replies in it. A file from the app shows more than a picture of the screen.

    Keep it first. Report it to the app after that. Reported posts may be taken down.
guide-online-circle-heading = People round you
guide-online-circle =
    Look for:

    - a new account that asks to follow you soon after you blocked one
    - a name that looks nearly the same as one you blocked
    - the same words, from another name
    - friends who tell you that a new person asks about you

    Your own files do not show who follows your friends. Ask them, if you like. A name that looks alike does not show that it is the same person. Names are often alike by chance.
guide-online-devices-heading = Accounts, apps and devices
guide-online-accounts-heading = Start with accounts
guide-online-accounts =
    Start here, before you think of spying apps. Look at:

    - the list of devices that are signed in
    - linked devices in your chat apps
    - where your mail is sent on to, and rules you did not make
    - other apps that may use your account
    - who knows, or could guess, your codes and passwords
    - shared plans: who pays, who is in charge

    A strange place in the list may only be your phone company or a VPN.
guide-online-apps-heading = Then apps
guide-online-apps =
    A spying app can look like part of the phone. On an Android phone, look at which apps may:

    - use the help tools for people who see or hear badly
    - read your notices
    - run the phone as its "admin"

    An app that has all three, and that you do not know, is worth showing to a helper. On an iPhone, it is most often someone who has the password to your account.

    If you find nothing, it does not mean that nothing is there. No list and no check finds all of them.
guide-online-home-heading = TVs, speakers and cameras at home
guide-online-home =
    Go from room to room. For each device ask:

    - Who set it up? Whose account is it on?
    - Who is in charge of it?
    - Does it hear, see, or know where it is?
    - Who is signed in on the TV?

    That a device is there does not show that it was misused. A hidden camera with its own phone card will not be in any list at home.
guide-online-tags-heading = Tags
guide-online-tags =
    Newer phones can warn you that a tag moves with you. The warning may take from half an hour to many hours. If you see one, keep a picture of it with its map and number. It may be your best record.

    No warning does not mean no tag. Some send no signal that a phone can find. A tag can also be your own, or lent to you, or on a bus.

    Before you move it or turn it off, think: the other person may see that. Talk to someone first, if you can.
guide-online-source = From: the project's notes on cyber checks, read in 2026. They name each source.

## Contact

guide-contact-heading = Contact that does not stop
guide-contact-intro = Here it is about contact you do not want and that goes on. And about what it does to you.
guide-contact-persist-heading = Unwelcome, and it goes on
guide-contact-persist =
    "Unwelcome" means that you did not want it. "Persistent" means that it went on.

    It can be calls, messages, letters, gifts, visits, posts about you, or waiting where you will be. It can be kind words too.
guide-contact-effect-heading = Alarm and distress
guide-contact-effect =
    The law asks what it does to you. Only you can say that. No program can read it from a message.

    It helps to write down, soon after:

    - what you felt: alarm, distress, fear that you would be hurt
    - what you did then
    - what you do in another way now: sleep, work, the way home, your phone, the children, money

    A small change counts too. In 2018 the police and the CPS agreed to ask each person if they have changed what they do, "even subtly".
guide-contact-effect-source = Source: the CPS and police protocol of May 2018, as told by news.npcc.police.uk.
guide-contact-partner-heading = If it is a former partner
guide-contact-partner = In England and Wales, since April 2020, the police must write down a course of conduct by a former partner as stalking. They need not if they are sure that in law it amounts to harassment only.
guide-contact-partner-source = Source: vawg.gss-data.org.uk, on how crimes are recorded. It was not checked again.
guide-contact-against-heading = What speaks against it
guide-contact-against =
    - There is another reason for the contact: a child, a debt, work, news, a court case.
    - It came from someone else.
    - You both kept it up, and both wanted it.
    - It was once, and it stopped.

    Say so if it is so. It makes the rest clearer.

## Types

guide-types-heading = Types of people who do this
guide-types-intro = This is public information, for understanding. It says nothing about the person you know. Please do not use it to guess what they will do next.
guide-types-figures =
    The figures are the page's own. Which studies they come from is not said, and could not be found. Other studies found very different shares. So nothing in this program uses them.
guide-types-motive = You cannot see into a person. What can be seen is how you know them, and what was done.
guide-types-respond = What the page says they "may respond to" is for people who work with them. It is not advice to you. There is little research on what helps.
guide-type-rejected-heading = Rejected
guide-type-rejected = A tie came to an end: a couple, friends, a family, work. They want it back, or they want to hurt. Some do both by turns.
guide-type-rejected-respond = The page says: courts and treatment together.
guide-type-resentful-heading = Resentful
guide-type-resentful = They feel wronged, and they want the other to be afraid.
guide-type-resentful-respond = The page says: courts are often needed, but may make it worse. They may need treatment.
guide-type-intimacy-heading = Seeking a bond
guide-type-intimacy = They believe in a bond, or hope for one. A "no" does not reach them.
guide-type-intimacy-respond = The page says: courts seldom stop it. They often need treatment.
guide-type-incompetent-heading = Clumsy
guide-type-incompetent = They want a date or a bond, and go about it in a way that frightens.
guide-type-incompetent-respond = The page says: courts can work. Help with how to be with people may stop them from doing it to others.
guide-type-predatory-heading = Predatory
guide-type-predatory = They watch in secret, for sexual ends. There may be few signs. If you fear this, talk to the police or a helper soon.
guide-type-predatory-respond = The page says: treatment for sex offenders may be used.

## What the law asks

guide-course-heading = What the law asks
guide-course-intro = A "course of conduct" is a run of acts. The three laws of the UK each ask for two or more. Past that, they differ.
guide-course-count-heading = What is an occasion?
guide-course-count =
    The law does not say how far apart two occasions must be. Three calls in a row may be one occasion, or more. So this program counts in three ways, and shows all three: each act, each sitting, each day.

    Few acts that lie far apart are less likely to be seen as one course. But there is no fixed rule. Two acts four months apart have been enough.
guide-course-count-source = Source: a textbook chapter on the case law, taylorfrancis 9781315884226, chapter 3.
guide-course-others-heading = Acts through other people
guide-course-others = In England and Wales, an act that someone else did for the person, because they asked for it or helped with it, can count as theirs.
guide-course-feeling-heading = What it must do, or be likely to do
guide-course-feeling = The three laws use other words here. Read the one for where you are.
guide-course-reason-heading = When it is not against the law
guide-course-reason = Each law leaves room for good reasons. So think of them before others do.
guide-course-one-heading = One act can be enough for other laws
guide-course-one = A threat to kill or badly hurt someone can be an offence on its own. So can one act that is meant to frighten, in some nations. You need not wait for a second one.
guide-course-list-heading = Acts the law gives as examples
guide-course-list = These are examples. Something else can count too. And one of them alone does not settle it.
guide-course-time-heading = How long do you have?
guide-course-time = In England and Wales two of the offences must be begun in court within six months of the last act. Other numbers have been told to people. Ask the police early. For Scotland and Northern Ireland nothing was read on this.
guide-course-second-heading = In Scotland: who else can show it?
guide-course-second = In Scotland one person's word is said not to be enough. Something else must show it too. Think of who saw it, or what else shows it.
guide-course-unknown-heading = What is not known here
