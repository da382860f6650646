"""What the service promises while processes die and what it stands on fails.

The real service runs on a real PostgreSQL, Valkey and mail server, each behind a proxy that can fail.
One trial is a story: people upload, ask, comment and reply over HTTP while one thing goes wrong, and
afterwards a judge holds what they were promised against what there is. See `judge.py`.
"""
