# Messages somebody might read first: off until turned on.

read-first-title = Reading
read-first-heading = Messages to read first
read-first-off = This is off.
read-first-what =
    It can sort the messages of the other person. Those with words that often stand in threats come first. Then you, or someone for you, can read those first.

    - It is often wrong, both ways.
    - It decides nothing, and counts for nothing.
    - A message that is not listed can be a threat too.
    - All of it stays on this computer.
read-first-someone = You do not have to read them alone. Someone else can look for you.
read-first-turn-on = Turn it on
read-first-turn-off = Turn it off
read-first-is-on = This is on. You can turn it off at any time.
read-first-reading = Sorting the messages
read-first-hidden = The words are not shown. Open one only if you want to.
read-first-open = Show the words of this message
read-first-how = How it sorts, and how well
read-first-none = No message was put first. This does not mean that there is no threat.
read-first-who = Whose messages?
read-first-about = Messages of { $name }
read-first-missing = If you know of a threat that is not here, you can write it down with its entry.
