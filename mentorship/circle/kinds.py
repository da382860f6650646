"""The kinds of notices about invitations."""

INVITATION = "circle.invitation"
FRESH_LINK = "circle.fresh_link"
ANOTHER_LOOK = "circle.another_look"
REMINDER = "circle.reminder"  # on a day she picked
DUE = "circle.due"  # on a day we pick
REVOKED = "circle.revoked"
CHANGED = "circle.changed"  # another day, or one question more
CLOSED = "circle.closed"  # the whole round is
REOPENED = "circle.reopened"  # to whoever heard that it was closed
GONE = "circle.gone"  # what was to be read is deleted
DECLINED = "circle.declined"
DISOWNED = "circle.disowned"
CODE = "circle.code"
COPIED = "circle.copied"  # a link for her that the seeker may send herself
OPENED = "circle.opened"  # told in the page alone
CAME_BACK = "circle.came_back"  # to the seeker, in the page alone: there is no such mailbox
NOT_TAKEN = "circle.not_taken"  # the same, of any other reason
