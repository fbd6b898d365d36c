"""The service: the /v1 resources, what they are stored in, and the command line.

app.py        the application put together: every route and rule in one screen, start here
commands/     the command line: what each command does, reads and prints
contract/     openapi.yaml out of routes and schemas, and the pages that show it
resources/    the operations of /v1, a folder for each resource
lists/        what their lists share: pages and cursors, conditions, counts
http/         what all operations share: checks of requests, problems, ETags, Idempotency-Key, CORS, health
running/      what a process is made of: settings, logs, engine, the threads it computes in
storage/      the database and its migrations, its tables, and records as rows
wire.py       the bases of all messages: spans, dates, bounds
errors.py     what the service refuses
bundled.py    where migrations, stories and contract lie, in a checkout and in a wheel

Each of these imports from those below it alone, as tests/test_imports.py checks.
"""
