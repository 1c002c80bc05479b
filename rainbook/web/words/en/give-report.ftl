# What was looked for and taken out, and the one question before a folder is written.

give-report-title = Files to give
give-report-heading = Before it is written
give-report-first = Everything was looked through. Nothing is given yet. Take your time. If you leave now, nothing is kept.
give-report-about = It holds the messages with
give-report-name = The folder will be called
give-report-other = This is about a newer folder than the page you answered. Please read it, then answer.

give-report-sought = What was looked for
give-report-sought-said = { $files ->
        [one] { $files } file was looked through for:
       *[other] { $files } files were looked through for:
    }
give-report-sought-none = You said that there is nothing to keep back. So { $files } files were looked through for hidden facts only, such as where a picture was taken.
give-report-taken = What was taken out
give-report-taken-none = Nothing had to be taken out.
give-report-kind = What
give-report-file = File
give-report-done = What was done
give-report-times = Places
give-report-did-masked = covered in the copy
give-report-did-taken-out-of-a-copy = taken out of the copy
give-report-did-file-kept-back = the file stays here
give-report-ours = what this program wrote about the records
give-report-stays = What does not go at all
give-report-could-not = What could not be looked into
give-report-could-not-said = These are locked or cannot be read. So they do not go.

give-report-possible = What may be telling, and goes as it is
give-report-possible-said = Only you can say if it matters. To keep one back, press "Do not write". Then say what must not go out, and begin again.
give-report-possible-none = Nothing more was found.
give-report-often = { $times } times
give-report-words = Show the words
give-report-hide = Hide the words
give-report-all = Show all of it

give-report-unseen = Pictures and recordings
give-report-list = Show me which they are
give-report-look = Look at it
give-report-looked = Did somebody look at each one?
give-report-looked-yes = Yes, somebody looked at each
give-report-looked-no = No, not at each
give-report-looked-missing = Say if somebody looked at each picture and recording. "No" is an answer too, and the folder will say so.

give-report-ask = Shall it be written?
give-report-write = Write it
give-report-no = Do not write
give-report-no-said = If you do not write it, nothing of it is left on this computer.

give-look-heading = As it would go out
give-look-said = This is the copy that would be given. Look for faces, streets, doors, uniforms and names.
give-look-alt = The picture as it would go out. No program here can say what it shows.
give-look-none = If you see nothing, this browser cannot show it. Open the file itself where you keep it.
give-look-back = Back to the list
give-look-next = The next one
give-look-cannot = This one cannot be shown here. Open the file itself where you keep it.
