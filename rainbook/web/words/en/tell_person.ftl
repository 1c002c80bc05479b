# The questions about a person: what is asked, what it is called in the list, what each box is for.

tell-you-two = What are { $name } and you to each other?
tell-you-two-short = What you are to each other

tell-before = Had anything happened between { $name } and you before all this?
tell-before-short = What came before
tell-before-no = no, nothing
tell-before-start = When was that?

tell-asked-to-end = Did you ever ask { $name } to stop, or to leave you alone?
tell-asked-to-end-short = When you asked them to stop
tell-asked-to-end-answer = Or say one of these
tell-asked-to-end-no = no, never
tell-asked-to-end-messages = In which of these messages did you ask them to stop?
tell-asked-to-end-messages-hint = These are messages you sent. None of them counts until you pick it. You can pick more than one, or none.
tell-asked-to-end-how = How did you tell them?
tell-asked-to-end-how-hint = At the door, on the phone, in a letter. This is kept just as you write it.
tell-slip-asked-to-end = Pick a message, or say how or when you told them. Or pass over this.
tell-more-messages = Show the other messages like these

tell-shut-off = Did you ever block { $name }, on a phone or in an app?
tell-shut-off-short = Blocking
tell-shut-off-no = no
tell-shut-off-answer = Did you block them?
tell-shut-off-account = Which account did you block?
tell-shut-off-at = When did you block it?
tell-shut-off-why = In your own words

tell-spoken-to = Did the police, or somebody else in charge, warn { $name }?
tell-spoken-to-short = Warnings they were given
tell-spoken-to-no = no
tell-spoken-to-by = Who was it, and how?

tell-paper = Is there, or was there, a court order or a police notice about { $name }?
tell-paper-short = Court orders and notices
tell-paper-about = It helps to have the paper in front of you. You can come back to this later.
tell-paper-no = no
tell-paper-kind = What is it called on the paper?
tell-paper-made = When was it made?
tell-paper-served = When was it given to them, or when did they learn of it?
tell-paper-served-hint = Add the time of day if you know it.
tell-paper-until = How long does it hold?
tell-paper-exceptions = Does it say that some things are not covered?
tell-paper-exceptions-hint = One in each box, word for word. Next you will be asked what it forbids and what it allows.

tell-paper-says = Does the paper “{ $order }” say what they must not do?
tell-paper-says-short = What the paper forbids: { $order }
tell-paper-says-about = Copy one part at a time, word for word. For each next part, pick “Save, and tell about one more”.
tell-paper-says-no = no
tell-paper-says-words = The words of this part
tell-paper-says-words-hint = Just as they are on the paper.
tell-paper-says-clause = Its number on the paper
tell-paper-says-forbids = What does this part forbid?
tell-paper-says-forbids-hint = Pick all that fit. This is only used to lay what was done beside it.
tell-paper-says-places = Places it names
tell-paper-says-places-hint = One in each box.
tell-paper-says-start = If this part has days of its own, from when?
tell-slip-paper-says-words = Copy the words of this part, or pass over this.

tell-paper-lets = Does the paper “{ $order }” allow something?
tell-paper-lets-short = What the paper allows: { $order }
tell-paper-lets-about = It may let them hand over a child, or write about one thing only.
tell-paper-lets-no = no, nothing
tell-paper-lets-words = What it allows, word for word
tell-paper-lets-words-hint = Just as it is on the paper.
tell-paper-lets-clause = Which part does that belong to?
tell-paper-lets-purpose = What is it allowed for?
tell-paper-lets-account = Is it allowed from one account only?
tell-paper-lets-hours = At which hours?
tell-paper-lets-hours-hint = For example, from 09:00 to 17:00.
tell-paper-lets-start = From which day?
tell-slip-paper-lets-words = Copy what it allows, or pass over this.

tell-together = Were there times when { $name } and you were together, or both wanted to be in touch?
tell-together-short = Times you were together
tell-together-about = It is better said here first by you than by somebody else.
tell-together-no = no, never
tell-together-start = From when?

tell-quiet = Nothing from { $name } is counted from { $first } to { $last }. Do you know why?
tell-quiet-short = The quiet time from { $first } to { $last }
tell-quiet-about = A court may ask. A quiet time says nothing about what you wanted.

tell-reason = Would { $name } give another reason for all this?
tell-reason-short = Another reason they might give
tell-reason-about = It could be a child, a debt, work or a complaint.
tell-reason-words = Which one?

tell-what-for = What would { $name } say it is for?
tell-what-for-short = What they would say it is for

tell-changed = Have you changed anything in your life because of this?
tell-changed-short = What you changed
tell-changed-about = Small things too: another way home, a lock, a lamp, a phone you no longer answer.
tell-changed-no = no, nothing
tell-changed-words = What did you change?
tell-changed-end = Until when, if it is over?
tell-changed-cost = What did it cost, if it did?

tell-felt = What has all this done to you?
tell-felt-short = How it has been for you
tell-felt-about = Only you can say this. Nothing here is ever filled in for you.
tell-felt-alarm = Did it alarm you?
tell-felt-distress = Did it distress you?
tell-felt-fear-of-violence = Did it make you fear that somebody would be violent to you?
tell-felt-words = How was it for you, in your own words?
tell-felt-words-hint = This is kept just as you write it.
tell-slip-felt = Nothing is picked yet. Pick or write what fits, or pass over this.

tell-others = Did you tell somebody: the police, a friend, a doctor, somebody at work?
tell-others-short = Who you told
tell-others-no = no
tell-others-who = Whom did you tell?
tell-others-words = What did they say or promise?
tell-slip-others-who = Say whom you told, or pass over this.

tell-contacts = Have you, or somebody for you, been in touch with the police about { $name }?
tell-contacts-short = Talks with the police
tell-contacts-about = You do not need to have done so. You do not need this book to report.
tell-contacts-no = no, none
tell-contacts-how = How were you in touch?
tell-contacts-who = With whom: a name, a number?
tell-contacts-station = From which station or team?
tell-contacts-reference = Is there a reference or a crime number?
tell-contacts-said = What did they say?
tell-contacts-promised = Did they say they would do something? What?
tell-contacts-promised-by = By which day did they say?
tell-contacts-kept = Was it done?

tell-soon-gone = Is there anything that may show some of this and may soon be gone?
tell-soon-gone-short = What may soon be gone
tell-soon-gone-about = This only writes it down, so that somebody can ask in time. If you ask for it yourself, the other person may come to know.
tell-soon-gone-no = no, nothing
tell-soon-gone-where = Where is it, or whose is it?
tell-soon-gone-at = What day would it show?
tell-soon-gone-kept-days = For how many days is it kept, if you know?
tell-soon-gone-asked-at = Has somebody asked for it? When?
tell-soon-gone-answer = What was the answer?
