"""What every operation shares, on the way in and on the way out.

observing.py     request ids and log lines, around everything else
draining.py      reads the rest of a refused body
requests.py      what a request must satisfy before its handler runs
problems.py      errors as problem documents; answers.py what operations declare of them
conditional.py   ETags and 304
repeating.py     Idempotency-Key: a write that is sent again is carried out once
origins.py       pages of other origins that may call from a browser (CORS)
health.py        /healthz and /readyz
"""
