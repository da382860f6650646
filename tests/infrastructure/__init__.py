"""The real things tests stand on: database server, mail server, browser, the service itself.

    postgres    PostgreSQL from a wheel's binaries       smtp      a mail server that does as told
    valkey      Valkey, the service's own                service   all of it, by the supervisor
    node        Node and npm packages, by the lock       chromium  a browser, wherever it is
    pages       pages in that browser, and axe           network   nothing beyond this machine
    databases   those of unit tests, migrated once      copies    reading copies, made once
    settled     pages that have come to rest            suite     what `./run test` does
    prepared    what a first start makes, made once     took      by the clock, of the processors
    asked       what units ask a database               choosing  who asks PostgreSQL, too
    named       which files are for which stage         shared    settings of what journeys share

`fixtures` offers them to pytest. A missing part is a failure that names it, never a skip.
"""
