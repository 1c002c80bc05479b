# Questions a person can ask herself or himself. Nothing is kept and nothing is sent.

self-check-title = Questions
self-check-heading = Ask yourself some questions
self-check-danger-now = If you are in danger now, call 999. If you cannot speak, call from a mobile and press 55 when asked.
self-check-stays = Your answers stay on this page. They are not saved and not sent. They are gone when you leave the page.
self-check-skip = Leave out any question. "I do not know" is a good answer, and it is not a "no".
self-check-cannot = This cannot tell you what it is. It sets your answers beside words of the law. Only a court can say more.
self-check-old = Your browser is too old to show only what fits. So all of it is shown below.
self-check-questions = The questions
self-check-yes = Yes
self-check-no = No
self-check-unsure = I do not know
self-check-reset = Take all answers off this page
self-check-law = The words of the law
self-check-back = Back to the guide

self-check-first-heading = This comes first
self-check-first =
    Call **999** if you or a child may be hurt soon.

    If you cannot speak, call 999 from a mobile. Listen. When you are asked, press **55**. If you do not press it, the call ends. Pressing 55 does not let the police see where you are. So say where you are, if you can.

    If it is not now, but you are afraid, talk to someone today. You do not need a record to do that.
self-check-first-link = See who can help

self-check-result-heading = What your answers describe
self-check-result-empty = If nothing stands below a heading, none of your answers belongs there.
self-check-for-heading = What speaks for it
self-check-against-heading = What speaks against it
self-check-open-heading = What is open
self-check-next-heading = What you can do now
self-check-next = You can do any of these, or none. None is fine too.
self-check-nothing = To do nothing now, press Exit or close this page. Nothing is kept.

## The questions

self-check-danger-ask = Are you in danger now, or afraid that someone will hurt you soon?
self-check-days-ask = Did one person do things you did not want, on two or more days?
self-check-days-yes = You say it was on two or more days. The law speaks of conduct on at least two occasions.
self-check-days-no = You say it was not on two days. The law speaks of at least two occasions. One act can be enough for other laws.
self-check-days-unsure = You do not know if it was on two days. Your messages and calls may show it.
self-check-unwanted-ask = Did you tell them to stop, or block them, or did someone else tell them?
self-check-unwanted-yes = You say they were told. So they could know it was not wanted. The law asks what a person "knows or ought to know".
self-check-unwanted-no = You say they were not told. That does not mean it was wanted. You do not have to tell them, least of all if it could put you at risk.
self-check-unwanted-unsure = You do not know if they were told. An old message may show it.
self-check-after-ask = Did it go on after that?
self-check-after-yes = You say it went on after they were told. What was done after a "no" bears on what they knew.
self-check-after-no = You say it did not go on after that. This speaks against it.
self-check-after-unsure = You do not know if it went on. The days of the messages may show it.
self-check-ways-ask = Did they find new ways to reach you: a new number, a new account, your friends, your home?
self-check-ways-yes = You say they found new ways. This belongs to the sign "fixated".
self-check-ways-no = You say they used no new ways. The sign "fixated" has less to stand on.
self-check-ways-unsure = You do not know if they found new ways. Write down each number and name you did not know.
self-check-watched-ask = Did they follow you, watch you, or know things they should not know?
self-check-watched-yes = You say you were followed or watched. All three laws of the UK name following, and "watching or spying on" someone, as examples.
self-check-watched-no = You say you were not followed or watched. Those examples of the law do not fit then. Others may.
self-check-watched-unsure = You do not know if you were watched. That is hard to know. Write down what made you think so, and what else it could have been.
self-check-online-ask = Did they use phones, apps, accounts or devices for it?
self-check-online-yes = You say it was done by phone or online. All three laws name contact "by any means", and watching what someone does online.
self-check-online-unsure = You do not know if devices were used. Look, but change nothing yet. The guide has a page on it.
self-check-threat-ask = Did they say they would kill or badly hurt you or someone else?
self-check-threat-yes = You say there was a threat. One message can be enough for an offence of its own in some nations. Keep it. Show it to the police first.
self-check-threat-unsure = You do not know if it was meant as a threat. You need not decide that. Show it to someone you trust.
self-check-fear-ask = Did you fear, on two or more days, that they would hurt you?
self-check-fear-yes = You say you feared to be hurt, on two or more days. The law of England and Wales speaks of fear of violence "on at least two occasions". Scotland and Northern Ireland speak of fear.
self-check-fear-no = You say you did not fear to be hurt. The law has other ways too, such as alarm or distress.
self-check-fear-unsure = You do not know if you feared to be hurt. You can write down what you felt, in your own words.
self-check-upset-ask = Did it alarm you, or cause you distress?
self-check-upset-yes = You say it alarmed you or caused you distress. In England and Wales the law says that harassing includes "alarming the person or causing the person distress".
self-check-upset-no = You say it did not alarm or distress you. The law asks for some such effect.
self-check-upset-unsure = You do not know if it did. Some feel it only later. You can write it down when you know.
self-check-changed-ask = Did you change what you do: sleep, work, your way home, your phone?
self-check-changed-yes = You say you changed what you do. The law of England and Wales speaks of an effect on "usual day-to-day activities". The law of Northern Ireland has nearly the same words.
self-check-changed-no = You say you changed nothing. Look again for small things: a lock, another bus, a phone turned off at night.
self-check-changed-unsure = You do not know if you changed anything. Someone close to you may have seen it.
self-check-both-ask = Did you both want the contact, at that time?
self-check-both-yes = You say you both wanted it then. This speaks against it for that time. It says nothing about later.
self-check-both-no = You say you did not want it. It is the person's view that counts here, and what the other could know.
self-check-both-unsure = You do not know. It can be both, and it can change from day to day.
self-check-reason-ask = Could there be another reason for it, such as a child, work, a debt or a court case?
self-check-reason-yes = You say there could be another reason. Each law leaves room for conduct that was reasonable. Say what the reason could be.
self-check-reason-no = You know of no other reason. They may give one later. It is good to have thought of it.
self-check-reason-unsure = You do not know of one yet. Ask someone you trust to think with you.
self-check-who-ask = Do you know who does it?
self-check-who-yes = You say you know who it is. Write down how you know: their number, their voice, you saw them.
self-check-who-no = You say you do not know who it is. Then it cannot be said that one person did it all. The police can ask phone firms. You can still report it.
self-check-who-unsure = You are not sure who it is. A guess is not counted. Write down what you saw or heard.
self-check-many-ask = Do you think that many people do it together?
self-check-many-yes = It is very hard to live with that thought. This page cannot tell. It looks at one person at a time. A doctor, a helper or a friend can look at it with you.
self-check-many-unsure = You are not sure. Take one person at a time, and write down how you know that it was them.
