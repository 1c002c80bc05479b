# Orders and notices, clause by clause.

orders-title = Orders
orders-heading = Court orders, clause by clause
orders-intro = Each clause of an order stands here with the entries that may touch it. A full line may hold words of a message. So you see it only if you ask for it.
orders-end = Possible breach means that you may want to show this to the police or a solicitor. Only a court can say if an order was broken.
orders-none = No court order is on record in this book.
orders-tell = Write down an order
orders-one = { $kind }, about { $name }
orders-number = It is number { $number } in the list of your notes.
orders-date-made = Made
orders-date-served = Served, or known of
orders-date-until = Lasts until
orders-date-none = not written down
orders-clause = Clause { $clause }
orders-allows = What it allows
orders-no-checks = No act on record is held against this clause.
orders-no-clause = No clause has been written down word for word. So no act can be held against it.
orders-more = See all the answers for this clause
orders-open = Show the full line
orders-answer-possible-breach = Possible breach
orders-answer-cannot-tell = Cannot tell
orders-answer-may-be-allowed = May be allowed
orders-answer-before-it-began = Before this clause began
orders-answer-before-it-was-served = Before it was served
orders-answer-after-it-ended = After it ended
orders-not-there = There is no such clause in this book. Go back and choose one.
orders-back = Back to the orders
