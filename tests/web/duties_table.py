"""What the app owes the person who uses it, and the tests that show each of it.

The list is that of the facts the project was begun with (safety, being asked gently, misuse). A
row is a duty in a sentence and the tests that fail without it, by file below `tests` and name;
"here" is tests/web/test_duties.py. What does not hold stands in NOT_MET.

The one thing a reader would get wrong: a test shows that the app does a thing. Nobody the app is
for has tried it, and no row says that it helps.
"""

from __future__ import annotations

HERE = "web/test_duties.py"

DUTIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    # 1: the device
    ("The first page asks whether they could see this device, before anything is typed.", (
        "web/journeys/test_states.py::test_no_page_that_asks_for_words_comes_before_the_first_question",
        "web/new_open_keys::test_the_first_question_comes_before_anything_is_typed")),
    ("Where they could, or that is not sure, another device or an advocate's is offered.", (
        "web/journeys/test_states.py::test_who_may_be_seen_is_told_first_what_to_do",)),
    ("A child's device is thought of.", ("here::test_a_childs_device_is_thought_of",)),
    # 2: nothing gives it away
    ("No message, no mail, no count of use, no start by itself, nothing sent.", (
        "here::test_nothing_calls_out_or_starts_by_itself",
        "web/journeys/test_accessible.py::test_the_console_stays_silent_and_nobody_else_is_asked",
        "house/test_sockets.py::test_the_whole_way_opens_no_socket")),
    ("Titles, addresses, files and processes have neutral names.", (
        "web/journeys/test_accessible.py::test_titles_and_addresses_say_nothing",
        "web/start_dispatch::test_what_a_list_of_processes_shows_is_neutral",
        "house/test_discretion.py::test_module_and_file_names_that_ship_are_quiet")),
    ("The person chooses the name of the folder and of the tab.", (
        "here::test_the_name_in_the_tab_is_the_persons_choice",
        "web/new_open_keys::test_a_new_book_from_its_name_to_its_second_holder")),
    ("It never says that it cannot be found.", ("web/about::test_it_says_so",)),
    # 3: a change may let them know
    ("Before a change: write it down, talk to somebody, or act now; and that it may be noticed.", (
        "web/guide::test_what_each_page_must_say",
        "web/have::test_every_page_is_there_honest_and_careful")),
    # 4: getting back in
    ("A printed sheet opens the book; a new one ends the old one.", (
        "web/new_open_keys::test_a_new_sheet_ends_the_old_one",)),
    ("Somebody trusted can have a passphrase of their own, and it can be taken away.", (
        "web/new_open_keys::test_a_new_book_from_its_name_to_its_second_holder",
        "web/new_open_keys::test_a_key_is_taken_away_after_asking")),
    ("Guessing a passphrase is slowed down and never destroys anything.", (
        "web/attempts::test_fifty_wrong_passphrases_change_nothing_and_the_right_one_opens",)),
    # 5: not too much at once
    ("Words and pictures are not shown until asked for.", (
        "web/entry::test_words_are_sent_only_when_asked_and_harmless_then",
        "web/original::test_a_picture_is_named_only_when_asked_for",
        "web/orders_page::test_the_words_are_not_in_the_page_until_asked_for",
        "web/read_first::test_no_words_are_in_the_page_until_one_is_asked_for",
        "web/give_report::test_possible_words_are_shown_only_when_asked")),
    ("Somebody else can look at a part of it instead.", (
        "here::test_somebody_else_can_look_instead",)),
    ("It can be stopped anywhere and gone on with later.", (
        "web/diary::test_kept_for_later_it_is_there_after_the_book_was_closed",
        "web/tell::test_one_question_after_the_other_and_stopping",
        "web/who::test_at_the_end_it_is_all_for_now_and_what_was_skipped_comes_back",
        "web/session::test_how_far_it_is_and_stopping")),
    ("No numbers are thrown at the person, and nothing urges.", (
        "web/timeline_page::test_no_words_and_no_numbers_are_shown_at_first",
        "web/tell::test_nothing_on_these_pages_counts",
        "web/who::test_the_list_names_people_and_accounts_and_no_count",
        "web/style::test_nothing_is_red")),
    ("Every decision can be taken back, and the first stays in the list.", (
        "web/decisions::test_taken_back_it_stays_and_can_be_said_again",)),
    # 6: for everybody
    ("It can be read at eleven, and used with keys, a reader, a phone and without scripts.", (
        "web/words::test_the_words_can_be_read_at_eleven",
        "web/journeys/test_accessible.py::test_axe_finds_nothing_on_any_page",
        "web/journeys/test_accessible.py::test_nothing_is_wider_than_320_pixels",
        "web/journeys/test_keyboard.py::test_from_the_first_page_to_the_words_of_an_entry",
        "web/journeys/test_leaving.py::test_leaving_works_without_scripts")),
    ("Welsh words that nobody checked are marked so.", (
        "web/words::test_a_welsh_text_has_an_english_one_with_the_same_places",)),
    # 7: only what is needed
    ("Every question can be passed over.", (
        "web/tell::test_what_is_passed_over_here_is_passed_over_at_the_keyboard",
        "web/keep_back::test_each_kind_is_asked_and_can_be_passed_over",
        "here::test_every_question_can_be_passed_over")),
    ("Not knowing is an answer of its own, and no.", (
        "web/tell_written::test_no_and_do_not_know_are_answers_and_not_the_same",
        "web/who::test_skipping_is_no_answer_and_not_knowing_is_one")),
    # 8: nobody is assumed
    ("Nothing assumes who the other person is to them.", (
        "here::test_nobody_is_assumed",)),
    ("Every page says that the people it is for have not tried it.", (
        "here::test_every_page_says_that_nobody_has_tried_it",)),
    # misuse
    ("Whose the files are, and that the owner agreed freely, is asked before any byte is taken.", (
        "web/add::test_the_question_comes_before_the_files",
        "web/upload::test_whose_they_are_comes_before_any_byte",
        "web/upload::test_what_was_said_of_whose_they_are_is_kept")),
    ("Messages cannot be searched.", ("here::test_messages_cannot_be_searched",)),
    ("There is no map and no picture of where somebody is or what they usually do.", (
        "here::test_there_is_no_map_and_no_look_up",)),
    ("Every entry says whether a person typed it.", (
        "here::test_an_entry_says_whether_a_person_typed_it",)),
    ("What speaks against stands beside what speaks for, one's own messages among them.", (
        "web/shows::test_for_and_against_stand_under_the_same_heading_whatever_is_asked",)),
    ("There is no score and no verdict.", ("web/words::test_there_is_no_verdict_and_no_shouting",)),
    ("How it is known who did it is asked each time; a guess is never counted.", (
        "web/who::test_without_a_known_basis_nothing_is_written",
        "web/who::test_a_guess_is_said_to_be_kept_apart",
        "case/test_book.py::test_a_guess_is_kept_and_never_counted")),
    ("Many people named: somebody to talk to is offered, and nobody is joined to a group.", (
        "web/who::test_many_people_are_met_with_somebody_to_talk_to",
        "here::test_no_page_speaks_of_a_group_of_them")),
    # what must be there
    ("A log to print and fill in by hand, without a book.", (
        "web/diary::test_the_page_to_print_needs_no_book",)),
    ("What must be kept back is asked before anything is given.", (
        "web/give::test_nobody_was_asked_what_must_be_kept_back",)),
    ("Another reason for it is asked for; who else can show it; contact with the police; what may "
     "soon be gone; how it was.", ("web/parity::test_what_a_row_names_is_on_the_page",)),
    ("The law has its nation and its day.", (
        "web/law::test_the_law_is_named_with_its_nation_and_day",)),
    ("How to be rid of the book is said.", ("here::test_how_to_be_rid_of_it_is_said",)),
    ("Help has its source and day, and what was not checked says so.", (
        "web/help::test_every_row_says_in_words_that_it_is_not_checked",
        "web/help::test_what_was_checked_grows_old")),
    ("It is said that no record is needed to report.", ("web/about::test_it_says_so",)),
)

NOT_MET: tuple[tuple[str, str], ...] = (
    ("The name of the process is the person's choice.",
     "It is Rainbook's own; only the tab, the page and the folders can be named."),
    ("The owner of somebody else's files agrees for themselves, and says for how long.",
     "Who adds the files says that the owner agreed; nobody asks the owner, and no day is kept."),
    ("People the app is for have taken part.", "Nobody has; every page says so."),
)
"""Duties that do not hold, and what holds in their place."""
