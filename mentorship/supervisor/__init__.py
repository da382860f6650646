"""`./run`: Valkey, web server, worker and beat under one roof, started and ended together.

    __main__    the order of things, from the first look at the folder to the last goodbye
    plan        what to run, from the environment; every refusal is one sentence
    patience    the web server's worker, which hands on whole requests
    children    one process that is kept alive, with its lines of log
    leash       a process that ends the others when the supervisor is killed
    prepare     tables and static files
    gunicorn    the same, and then the web server in the same process

None of it is needed in production, where an init system does the same: see the README.
"""
