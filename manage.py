#!/usr/bin/env python
"""Django's commands: `./run manage …`, or this file in the activated environment."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mentorship.settings")
    execute_from_command_line(sys.argv)
