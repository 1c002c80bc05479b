# What a court asks next.

court-title = Next
court-heading = What a court may ask next
court-intro = A court may ask these things. You do not have to know the answers. Someone who helps you can go through them with you.
court-about = About { $name }
court-raised = Raised by what is on record
court-not-raised = Not raised
court-raised-none = Nothing on record raises one of these questions.
court-not-raised-none = There is no other question here.
court-limits = What limits this
court-end = These are questions, not answers. One that is not raised has not been answered. Some of them only you can answer, if you want to.
court-tell = Tell more, if you want to
