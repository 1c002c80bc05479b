"""Custody: originals sealed once, keys, the chained log, and checking that all of it is whole.

The one thing a reader would get wrong: sealing comes before reading. Nothing looks inside a file
until its bytes are stored and logged exactly as they were received (docs/format-v1.md).
"""

from rainbook.custody.book import BookClosed, Holder, ReadOnly, tree_key
from rainbook.custody.chain import Head, MarkUnreadable, mark_of
from rainbook.custody.disk import DiskFull, DiskRefused
from rainbook.custody.faults import FAULTS, BookDamaged, Fault
from rainbook.custody.holders import NoSuchHolder, TooManyHolders
from rainbook.custody.keys import (
    LEAST,
    STRONG,
    Cost,
    EmptyPassphrase,
    KeyWorkUnavailable,
    NoSlot,
    SlotCostRefused,
    SlotDamaged,
    UnusablePassphrase,
    WrongPassphrase,
    passphrase_advice,
)
from rainbook.custody.log import LogRecord, RecordTooLong
from rainbook.custody.opening import FolderInUse, NotABook, SlotRemoved, UnknownVersion
from rainbook.custody.originals import (
    NoSuchOriginal,
    OriginalDamaged,
    OriginalMissing,
    SourceUnreadable,
    TableDamaged,
)
from rainbook.custody.recovery import RecoveryCodeLength, RecoveryLineWrong, recovery_sheet_text
from rainbook.custody.stream import SealDamaged, SealedFile, TooLong
from rainbook.custody.vault import BookInUse, KindReserved, NoSuchDecision, Vault

__all__ = [
    "FAULTS", "LEAST", "STRONG", "BookClosed", "BookDamaged", "BookInUse", "Cost", "DiskFull",
    "DiskRefused", "EmptyPassphrase", "Fault", "FolderInUse", "Head", "Holder",
    "KeyWorkUnavailable",
    "KindReserved", "LogRecord", "MarkUnreadable", "NoSlot", "NoSuchDecision", "NoSuchHolder",
    "NoSuchOriginal", "NotABook", "OriginalDamaged", "OriginalMissing", "ReadOnly",
    "RecordTooLong", "RecoveryCodeLength", "RecoveryLineWrong", "SealDamaged", "SealedFile",
    "SlotCostRefused", "SlotDamaged", "SlotRemoved", "SourceUnreadable", "TableDamaged", "TooLong",
    "TooManyHolders", "UnknownVersion", "UnusablePassphrase", "Vault", "WrongPassphrase",
    "mark_of", "passphrase_advice", "recovery_sheet_text", "tree_key",
]
