"""What each line WhatsApp itself writes is read as, in the words of both phones.

An Android line stands as the phone wrote it; on an iPhone U+200E stands before what WhatsApp wrote.
"""

from __future__ import annotations

import pytest

from rainbook.events.sources._whatsapp_table import MANY, MANY_WITH_FILES
from rainbook.record import Event, Warn
from tests.events.made_chats import LRM, android, iphone, read_chat, read_tables, zipped

NOTICE = (
    "Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, "
    "can read or listen to them. Tap to learn more."
)


def one(line: str) -> Event:
    return read_chat(android(f"09:00 {line}", "09:01 Sam: end")).events[0]


def told(event: Event) -> tuple[str, str, str, str, int | None]:
    return event.kind, event.way, event.state, event.call, event.duration


def call(outcome: str, seconds: int | None = None) -> tuple[str, str, str, str, int | None]:
    way = "missed" if outcome == "MISSED" else "unknown"
    return "call", way, "normal", outcome.lower(), seconds


NO = "not_a_call"
MESSAGE = ("message", "unknown", "normal", NO, None)
MEDIA = ("media", "unknown", "normal", NO, None)
DELETED = ("message", "unknown", "deleted_by_sender", NO, None)
BY_OWNER = ("message", "unknown", "deleted_by_owner", NO, None)
EDITED = ("message", "unknown", "edited", NO, None)
ONCE = ("media", "unknown", "view_once", NO, None)
WAITING = ("message", "unknown", "not_yet_sent", NO, None)
PLACE = ("location_share", "unknown", "normal", NO, None)
POLL = ("poll", "unknown", "normal", NO, None)


def system(kind: str) -> tuple[str, str, str, str, int | None]:
    return kind, "system", "normal", NO, None


UNDER_A_NAME = [
    ("hello", MESSAGE),
    ("", MESSAGE),
    ("<Media omitted>", MEDIA), ("<media omitted>", MEDIA), ("<Médias omis>", MEDIA),
    ("<MÉDIAS OMIS>", MEDIA), ("<Archivo omitido>", MEDIA), ("<Medien ausgeschlossen>", MEDIA),
    ("<Без медиафайлов>", MEDIA), ("image omitted", MEDIA), ("Contact card omitted", MEDIA),
    ("This message was deleted", DELETED), ("This message was deleted.", DELETED),
    ("Diese Nachricht wurde gelöscht.", DELETED), ("Ce message a été supprimé", DELETED),
    ("Se eliminó este mensaje", DELETED), ("ДАННОЕ СООБЩЕНИЕ УДАЛЕНО", DELETED),
    ("You deleted this message", BY_OWNER), ("Du hast diese Nachricht gelöscht.", BY_OWNER),
    ("see you <This message was edited>", EDITED),
    ("bis gleich <Diese Nachricht wurde bearbeitet.>", EDITED),
    ("null", ONCE), ("View once photo", ONCE),
    ("Waiting for this message. This may take a while.", WAITING),
    ("Missed voice call", call("MISSED")), ("Missed video call", call("MISSED")),
    ("Missed group video call", call("MISSED")), ("Verpasster Sprachanruf", call("MISSED")),
    ("Appel vocal manqué", call("MISSED")), ("Llamada perdida", call("MISSED")),
    ("Missed voice call, Tap to call back", call("MISSED")),
    ("Voice call, No answer", ("call", "unknown", "normal", "missed", None)),
    ("Voice call, Declined", call("REJECTED")),
    ("Voice call", call("OUTCOME_UNKNOWN")),
    ("Voice call, 5 min", call("ANSWERED", 300)), ("Video call, 32 sec", call("ANSWERED", 32)),
    ("Voice call, 1 hr 2 min", call("ANSWERED", 3720)), ("Voice call, 1 h", call("ANSWERED", 3600)),
    ("Sprachanruf, 1 Std. 2 Min.", call("ANSWERED", 3720)),
    ("Videollamada, 5 min", call("ANSWERED", 300)),
    ("Voice call, 0 sec", MESSAGE), ("Voice call, 5 parsecs", MESSAGE),
    ("Voice call, " + "9" * 40 + " min", MESSAGE),
    ("Location: https://maps.example.org/?q=51.5,-0.1", PLACE), ("live location shared", PLACE),
    ("Standort: https://maps.example.org/?q=51.5,-0.1", PLACE),
    ("Location: my heart", MESSAGE),
    ("POLL:\nWhen?\nOPTION: Now (1 vote)\nOPTION: Later (0 votes)", POLL), ("POLL: when?", MESSAGE),
    (NOTICE, system("system_note")),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), UNDER_A_NAME)
def test_a_line_with_a_sender(words: str, wanted: tuple[str, str, str, str, int | None]) -> None:
    event = one(f"Alex: {words}")
    assert told(event) == wanted
    assert (event.actor and event.actor.raw, event.words) == ("Alex", words)


WITHOUT_A_NAME = [
    (NOTICE, "system_note"),
    ("Messages you send to this group are now secured with end-to-end encryption.", "system_note"),
    ("You blocked this contact. Tap to unblock.", "block"),
    ("You unblocked this contact.", "unblock"),
    ("Du hast diesen Kontakt blockiert.", "block"),
    ("Vous avez débloqué ce contact.", "unblock"),
    ("Your security code with Alex changed. Tap to learn more.", "security_code_changed"),
    ("Deine Sicherheitsnummer für Alex hat sich geändert.", "security_code_changed"),
    ("Alex changed their phone number to a new number. Tap to message.", "number_changed"),
    ("+44 7700 900123 changed to +44 7700 900124", "number_changed"),
    ("Alex cambió su número de teléfono.", "number_changed"),
    ('Kim created group "You blocked this contact"', "group_change"),
    ("Kim added you", "group_change"), ("Alex left", "group_change"),
    ("Kim removed Alex", "group_change"), ("You're now an admin", "group_change"),
    ("Kim changed this group's icon", "group_change"),
    ("Something new in the year 2031", "system_note"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "kind"), WITHOUT_A_NAME)
def test_a_line_without_a_sender(words: str, kind: str) -> None:
    event = one(words)
    assert (told(event), event.actor, event.words) == (system(kind), None, words)


def test_a_missed_call_without_a_sender() -> None:
    assert told(one("Missed voice call")) == call("MISSED")


ON_AN_IPHONE = [
    (f"{LRM}image omitted", MEDIA),
    (f"{LRM}<attached: 00000012-PHOTO-2024-01-24-09-00-00.jpg>", MEDIA),
    (f"plan.pdf • {LRM}14 pages {LRM}<attached: 00000002-plan.pdf>", MEDIA),
    (f"look at this {LRM}<attached: 00000002-PHOTO.jpg>", MEDIA),
    (f"{LRM}This message was deleted.", DELETED),
    (f"{LRM}You deleted this message.", BY_OWNER),
    (f"see you {LRM}<This message was edited>", EDITED),
    (f"{LRM}Missed voice call, {LRM}Tap to call back", call("MISSED")),
    (f"{LRM}Video call, {LRM}5 min", call("ANSWERED", 300)),
    (f"{LRM}Voice call, {LRM}No answer", ("call", "unknown", "normal", "missed", None)),
    (f"{LRM}POLL:\nWhen?\n{LRM}OPTION: Now (1 vote)", POLL),
    (f"{LRM}Location: https://maps.example.org/?q=51.5,-0.1", PLACE),
    (f"{LRM}{NOTICE}", system("system_note")),
    (f"{LRM}Your security code with Alex Marsh changed. Tap to learn more.",
     system("security_code_changed")),
    (f"{LRM}Alex Marsh changed their phone number to a new number. "
     f"{LRM}Tap to message or add the new number.", system("number_changed")),
    (f"{LRM}You blocked this contact.", system("block")),
    (f"{LRM}You unblocked this contact. {LRM}Tap to block.", system("unblock")),
    (f"{LRM}Alex Marsh added you", MESSAGE),  # not under a group's own name
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), ON_AN_IPHONE)
def test_a_line_of_an_iphone(words: str, wanted: tuple[str, str, str, str, int | None]) -> None:
    event = read_chat(iphone(f"09:00:00 Alex Marsh: {words}", "09:01:00 Sam: end")).events[0]
    assert (told(event), event.words) == (wanted, words)


GROUPS = {
    "two people": (["Alex: a", "Sam: b"], 0),
    "three people": (["Alex: a", "Sam: b", "Kim: c"], 1),
    "two people and the group's own line": (["Alex: a", "Kim added you", "Sam: b"], 1),
    "one person and the app": (["Alex: a", "Missed voice call"], 0),
}


@pytest.mark.parametrize("what", GROUPS)
def test_it_says_whether_it_is_a_group(what: str) -> None:
    lines, expected = GROUPS[what]
    text = android(*(f"09:{n:02} {line}" for n, line in enumerate(lines)))
    _, (table,) = read_tables(text.encode())
    assert table.group.tolist() == [expected] * len(lines)


def test_a_groups_own_lines_stand_under_its_name() -> None:
    text = iphone(f"09:00:00 Lunch: {LRM}Kim added you", f"09:01:00 Kim: {LRM}Kim added you")
    found = read_chat(text, "WhatsApp Chat - Lunch.txt").events
    assert [e.kind for e in found] == ["group_change", "message"]


@pytest.mark.parametrize(("words", "video"), [("Missed voice call", 0), ("Missed video call", 1),
                                              ("Video call, 5 min", 1), ("video", 0)])  # fmt: skip
def test_calls_with_a_picture(words: str, video: int) -> None:
    chat = read_chat(android(f"09:00 Alex: {words}", "09:01 Sam: end"))
    assert [int(t.video[row]) for t, row in chat.rows] == [video, 0]


FILES = [
    ("IMG-20240124-WA0001.jpg (file attached)", "IMG-20240124-WA0001.jpg"),
    ("IMG-1.jpg (file attached)\nlook", "IMG-1.jpg"),
    ("IMG-1.jpg (Datei angehängt)", "IMG-1.jpg"), ("IMG-1.jpg (fichier joint)", "IMG-1.jpg"),
    ("IMG-1.jpg (archivo adjunto)", "IMG-1.jpg"), ("IMG-1.jpg (arquivo anexado)", "IMG-1.jpg"),
    ("IMG-1.jpg (файл добавлен)", "IMG-1.jpg"),
    ("Alex Marsh.vcf (file attached)", "Alex Marsh.vcf"),
    ("<attached: 00000012-PHOTO.jpg>", "00000012-PHOTO.jpg"),
    ("<Anhang: 00000012-PHOTO.jpg>", "00000012-PHOTO.jpg"),
    ("<pièce jointe : 00000012-PHOTO.jpg>", "00000012-PHOTO.jpg"),
    ("<adjunto: 00000012-PHOTO.jpg>", "00000012-PHOTO.jpg"),
    ("2015-08-04-PHOTO-00004762.jpg <attached>", "2015-08-04-PHOTO-00004762.jpg"),
    ("plan.pdf • 14 pages <attached: 00000002-plan.pdf>", "00000002-plan.pdf"),
    ("two\nlines <attached: 1-PHOTO.jpg>", "1-PHOTO.jpg"),
    ("../../etc/passwd.txt (file attached)", "../../etc/passwd.txt"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "name"), FILES)
def test_the_file_a_message_names(words: str, name: str) -> None:
    event = one(f"Alex: {words}")
    assert [(a.name, a.path, a.size) for a in event.attachments] == [(name, None, None)]
    assert (event.kind, "missing_attachment" in event.warnings) == ("media", True)


@pytest.mark.parametrize(("rows", "files", "notice", "suspect"), [
    (MANY, 0, False, True), (MANY - 1, 0, False, False), (MANY, 0, True, False),
    (MANY_WITH_FILES, 1, False, True), (MANY_WITH_FILES, 0, False, False),
    (MANY_WITH_FILES - 1, 1, False, False),
])  # fmt: skip
def test_a_very_long_export_may_have_lost_its_oldest(
    rows: int, files: int, notice: bool, suspect: bool
) -> None:
    lines = [f"09:00 Alex: {n}" for n in range(rows)]
    lines[0] = f"09:00 {NOTICE}" if notice else lines[0]
    text = "".join(f"24/01/2024, {x[:5]} - {x[6:]}\n" for x in lines)
    members: dict[str, str | bytes] = {"_chat.txt": text, **{f"{n}.jpg": b"" for n in range(files)}}
    (table,) = [t for t in read_tables(zipped(members))[1] if len(t)]
    cut = (table.warnings & Warn.EXPORT_CAP_SUSPECT) != 0
    assert (bool(cut[0]), bool(cut[1:].any())) == (suspect, False)
