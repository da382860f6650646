"""What reads rows without a door, and why it may: the functions of each module, by reason.

Each list may only get shorter: a function that no longer needs its place here fails a test.
"""

DOORLESS: dict[str, dict[str, str]] = {
    "It is the rule that doors and actions ask, on what is in hand.": {
        "mentorship/circle/access.py": "require is_silent allowed_openness",
        "mentorship/critique/access.py": "_grants _is_shown as_mentor asked_in",
        "mentorship/critique/evidence/doors.py": "_in_rounds",
        "mentorship/circle/visitors/passes.py": "_ids_of_grants",
    },
    "It is how a browser becomes a reader: there is none yet who could be asked.": {
        "accounts/backend.py": "_person",
        "accounts/sessions.py": "SessionStore live",
        "mentorship/circle/visitors/link_cookie.py": "over",
        "mentorship/circle/visitors/passes.py": "_live _opened_by way_back",
        "mentorship/circle/visitors/places.py": "told_of",
        "mentorship/circle/visitors/signing_out.py": "end_passes",
        "mentorship/looks/visitors.py": "_begun _live _opened_by",
        "mentorship/notifications/stopping.py": "Subscription for_token",
    },
    "It acts for nobody: a worker, or a sweep, that finds what is due by the clock.": {
        "mentorship/circle/reminders/sending.py": "_kind _remind remind",
        "mentorship/critique/workers/carrying.py": (
            "_lacking _lasts _placed _restored _tick _wordings carry carry_all"
        ),
        "mentorship/critique/workers/reminders.py": "_remind remind",
        "mentorship/documents/store/orphans.py": (
            "_is_named delete finish_deleting given_up mark sweep"
        ),
        "mentorship/documents/store/pairing.py": "adopt named_folders pair settle",
        "mentorship/jobsearch/workers/reminding.py": "_remind _remind_of_letter remind",
        "mentorship/jobsearch/maps.py": "_kept terms_of",
        "mentorship/jobsearch/workers/mapping.py": "keep",
        "mentorship/jobsearch/workers/reading.py": (
            "_keep _open_or_refused_lately _read_lately _unfinished forget_refused"
        ),
        "mentorship/documents/copies.py": "complete",
        "mentorship/documents/rereading.py": "_keep _waiting",
        "mentorship/documents/rendering.py": "_forget_file _open_lately _unfinished forget_refused",
    },
    "It is delivery: whether someone may still be told is asked of each notice, by its kind.": {
        "mentorship/circle/notices/ends.py": "_taken_back tell",
        "mentorship/critique/notices/thanked.py": "_asked_by _quotes _thanks_of",
        "mentorship/notifications/bounces.py": "keep_back",
        "mentorship/notifications/delivery/composing.py": "_begins",
        "mentorship/notifications/delivery/gathering.py": "_is_stopped _waiting drop ref_of write",
        "mentorship/notifications/delivery/ledger.py": (
            "_leased _waiting begin_data bring_back end_sent lease erase_old_codes"
        ),
    },
    "It erases what was said about a document that its owner deletes, or words that are old.": {
        "mentorship/circle/farewells.py": "say",
        "mentorship/jobsearch/farewells.py": "say",
        "mentorship/critique/farewells.py": "_leave_only_words_of_others _thanks_for _things say say_of",
        "mentorship/notifications/forgetting.py": "_telling_of forget_old",
    },
    "It counts, and shows nobody anything but whether it was too often.": {
        "mentorship/critique/comments/budgets.py": "_earlier _hers _quoted lock",
        "mentorship/documents/additions.py": "add",
        "mentorship/documents/budgets.py": "_require_pace had_by",
        "mentorship/jobsearch/budgets.py": "require_room require_room_for_file require_room_for_term",
        "mentorship/notifications/ceilings.py": "_add _count forget_old",
    },
    "It writes a letter or a line of the bell that its kind has allowed, or asks for that kind.": {
        "mentorship/circle/notices/letters.py": "_is_declined _is_disowned _is_newest invitation_of",
        "mentorship/circle/notices/sentences.py": "told",
        "mentorship/critique/notices/comments.py": "_said",
        "mentorship/critique/notices/drafts.py": "_letter _may_still_be_told",
        "mentorship/critique/notices/finished.py": "_letter _pages_of",
        "mentorship/critique/notices/new_version.py": "_letter",
        "mentorship/critique/notices/opened_up.py": "_letter",
        "mentorship/critique/notices/quoting.py": "letter_about quoted",
        "mentorship/critique/notices/uptake.py": "summaries",
        "mentorship/critique/notices/ways.py": "invitations_to",
        "mentorship/jobsearch/notices/next_steps.py": "_pursuit_of",
        "mentorship/jobsearch/notices/unsent_letters.py": "_letter_of",
    },
    "It looks for whom an action has to tell: others than the one who acts.": {
        "mentorship/critique/comments/mentions.py": "readers_named_in",
        "mentorship/critique/notices/opened_up.py": "tell_mentors",
        "mentorship/critique/notices/published.py": "_concerning_others",
        "mentorship/critique/notices/questions.py": "tell_asked",
        "mentorship/critique/notices/replies.py": "tell_others",
        "mentorship/critique/notices/uptake.py": "tell_author",
    },
    "It locks, counts or finds what an action needs that has asked whether it may.": {
        "mentorship/circle/limits.py": (
            "_last_fresh is_about_to_hear left_today lock may_ask_for_mail may_tell_once_a_day"
        ),
        "mentorship/circle/actions/rounds.py": "_still_asked",
        "mentorship/circle/actions/steering.py": "_in",
        "mentorship/circle/asking.py": "meet",
        "mentorship/circle/people.py": "call",
        "mentorship/circle/visitors/pass_making.py": "locked_as_it_is locked_round may_have_heard",
        "mentorship/critique/actions/reviews.py": "_invitation _published _shown_from_now_on",
        "mentorship/critique/threads/changes.py": "_changed_at _last_change more_to_carry",
        "mentorship/critique/comments/content.py": "suggest",
        "mentorship/critique/outcomes.py": "_decide_wording _leave_decision",
        "mentorship/critique/threads/written_here.py": "_exchange _leave_out _put_back _quote take_in take_out",
        "mentorship/critique/comments/drafts.py": "_begun _locked _postponed hand_of held_review not_begun",
        "mentorship/documents/presence.py": "held",
        "mentorship/jobsearch/actions/letters.py": "_held",
        "mentorship/jobsearch/actions/pursuits.py": "_said",
    },
    "It reads more about rows that a door let through: their names, places, words.": {
        "mentorship/circle/people.py": "names_by _named",
        "mentorship/critique/margin/build.py": "_asked_about _to_take",
        "mentorship/critique/margin/comments.py": "said_in",
        "mentorship/critique/margin/surroundings.py": "_jobs",
        "mentorship/critique/comments/mentions.py": "people_in people_of",
        "mentorship/critique/reviews/own.py": "_with_lens",
        "mentorship/critique/reviews/people.py": "people sent_checklists",
        "mentorship/critique/steps/moments.py": "_names",
        "mentorship/critique/steps/tellings.py": "told_of",
        "mentorship/critique/threads/facts.py": "first_places placed_in places_of proposed_words",
        "mentorship/critique/worklist/accepted_wording.py": "taken",
        "mentorship/critique/worklist/collect.py": "_add_comments _add_people _find_pages",
        "mentorship/critique/worklist/report.py": "_read",
        "mentorship/documents/lines.py": "lines_of",
        "mentorship/documents/reading/lines.py": "texts_in_lines",
        "mentorship/home/desk.py": "_open",
    },
    "It reads when she herself was last there, of what a door let through.": {
        "mentorship/documents/reading/changes_since.py": "_base",
        "mentorship/home/waiting.py": "_reads",
    },
    "It is for whoever runs the service: health, a command, the demonstration.": {
        "mentorship/documents/store/orphans.py": "told",
        "mentorship/documents/store/copying.py": "named_files pair_anew",
        "mentorship/documents/store/sanity.py": "_since findings",
        "mentorship/notifications/holding.py": "drop held may_leave release since",
        "mentorship/home/backups/places.py": "_is_used",
        "mentorship/home/demo.py": "_person",
        "mentorship/home/demo_critique.py": "Scene",
        "mentorship/home/upkeep/heartbeats.py": "ages converters newest note_converters",
        "mentorship/home/upkeep/sweeper.py": "go_on once",
        "mentorship/notifications/waiting.py": "oldest_due_letter",
    },
}


def may_read(path: str) -> set[str]:
    """The functions of a module that may read without a door."""
    return {name for named in DOORLESS.values() for name in named.get(path, "").split()}
