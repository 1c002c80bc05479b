# The guide where an organisation hosts it for everybody. There is no book there.

hosted-name = Guide
hosted-exit-says = Covers this page and shows another one. It does not wipe the list of pages in your browser.
hosted-front = To the front page
hosted-not-there = It may have been moved.
hosted-foot-about = About this guide
hosted-fault = This is a fault in the program, not something you did. Please try again later. In an emergency call 999.

hosted-about-title = About
hosted-about-heading = About this guide
hosted-about-what = You can read this guide without a name and without an account. It works with scripts turned off.

hosted-keeps-heading = What is kept here
hosted-keeps =
    - The program behind this guide sets no cookies. It keeps no list of who was here.
    - To stop floods, it counts how often someone asks. The count is held for a short time only, and is never written down.
    - If you answer the questions about yourself, your answers stay on the page. They are not sent.
    - If you give feedback, your words, the page and the day are kept. Nothing else is.
hosted-traces-heading = What can still be seen
hosted-traces =
    - Your browser may keep a list of the pages you opened.
    - Someone who shares your screen, your phone or your wi-fi may see the name of this site.
    - Those who run this site may use other programs in front of it. Those may keep a list. Ask them.
    - A friend's phone or a library may be better, if someone looks at yours.
hosted-plain-heading = Please know this first
hosted-plain =
    - **It is not legal advice.** It shows the words of the law, as they stood on a day it names.
    - **It cannot tell you that you are out of danger.**
    - **You do not need it to report.** You can report today, with no record at all.
    - **It was not tested** with people who live through this.
