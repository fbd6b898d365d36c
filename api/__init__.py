"""The service: the /v1 resources, what they are stored in, and the command line.

Put together and run
    app.py              the application: every route and rule in one screen, start here
    running/            what a process is made of: settings, logs, engine, the threads it computes in
    storage/            the database and its migrations, its tables, and records as rows
    bundled.py          where migrations, stories and contract lie, in a checkout and in a wheel

Resources, one folder each: extraction, comparison, stories, articles, sources, claims, quotes, speakers, decisions,
alignments, agreements, divergences, runs
    routes.py           the operations with their parameters, as the contract shows them
    schemas.py          the messages, and how records or rows become them
    service.py          what an operation does; small resources do it in their routes

What every operation shares
    wire.py             the bases of all messages, spans, dates, bounds
    errors.py           what is refused
    http/               request ids, checks of requests, problems, ETags, Idempotency-Key
    lists/              pages and cursors, conditions, counts
    contract/           openapi.yaml out of routes and schemas, and the pages that show it

The command line
    commands/           what each command does, reads and prints
"""
