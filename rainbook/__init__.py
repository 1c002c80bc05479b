"""Rainbook turns a person's own exports into a record that anyone can check.

The flow in ten lines, one folder for each stage:

    custody    seals each file exactly as it came and logs every step
    events     reads the sealed files into one table: what happened, when, from which account
               sources/ holds one reader for each kind of export; people says whose account it is
    findings   asks one question at a time of the table, and cites the lines that answer it
               signs/ holds the questions, law/ the dated rules they rest on
    handover   writes what leaves the house: index, chronology, exhibits, hash list
    case       the only place that knows this order; the fronts (the command line first) call it
    record     the nouns all stages share; moment reads dates; shelf finds one folder's files

The one thing a reader would get wrong: sealed originals and the list of decisions are the only
state. Everything else is worked out afresh from them; a table kept beside them may go at any time.
"""

__version__ = "0.1.0"
