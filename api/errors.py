"""What the service itself refuses, and the HTTP status of each; the root of the hierarchy is in `extractors.errors`.

ServiceError
├── MalformedBody          400 malformed_json
├── InvalidRequest         400 invalid_request         one fault per field or parameter
├── NotFound               404 not_found
├── MethodNotAllowed       405 method_not_allowed
├── Conflict               409 conflict
│   ├── ArticleElsewhere   409 article_in_other_story
│   ├── StoryFull          409 story_full              as many articles, or as much text, as one comparison takes
│   ├── StoryBusy          409 story_busy              others kept changing the story; try again
│   ├── KeyReused          409 idempotency_key_reused  the key came with another request before
│   ├── SpeakerMerged      409 speaker_merged          what was merged into another is decided on there
│   ├── SameSpeaker        409 same_speaker            a speaker cannot be merged into itself
│   └── SplitApart         409 split_apart             a merge would undo a split; reverse that
├── BodyTooLarge           413 body_too_large
├── UnsupportedMediaType   415 unsupported_media_type
├── UnknownStory           422 unknown_story           a body names a story that is not there
├── UnknownSpeaker         422 unknown_speaker         a body names a speaker that is not there
├── NothingToSplit         422 nothing_to_split        a split that would take nothing, or everything
├── TooMuchText            422 too_much_text           every article readable, all of them together too long
├── UnreadableArticles     422 unreadable_articles     several articles, one fault each
├── InternalError          500 internal_error
└── Unavailable            503 unavailable

Errors of the packages below carry no status; `api.http.problems` gives them theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from extractors.errors import VariorumError


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a request: in the body at `pointer`, or in the parameter named `parameter`."""

    code: str
    detail: str
    pointer: str | None = None
    parameter: str | None = None


class ServiceError(VariorumError):
    """`status` is the HTTP status; `faults` lists what is wrong where there is more to say than the message."""

    code = "service_error"
    status: ClassVar[int] = 500

    def __init__(self, message: str, *, pointer: str = "", faults: Sequence[Fault] = ()) -> None:
        super().__init__(message, pointer=pointer)
        self.faults = tuple(faults)


class MalformedBody(ServiceError):
    """The body is no JSON text in UTF-8."""

    code = "malformed_json"
    title = "The body is not JSON"
    status = 400


class InvalidRequest(ServiceError):
    """A field or parameter is missing, unknown, of the wrong type or out of bounds."""

    code = "invalid_request"
    title = "The request does not fit the contract"
    status = 400


class NotFound(ServiceError):
    """Nothing has this address."""

    code = "not_found"
    title = "There is no such thing here"
    status = 404


class MethodNotAllowed(ServiceError):
    """The address exists, the method does not; the header Allow names those that do."""

    code = "method_not_allowed"
    title = "The method is not allowed here"
    status = 405


class Conflict(ServiceError):
    """What is asked contradicts what is stored."""

    code = "conflict"
    title = "The request conflicts with what is stored"
    status = 409


class ArticleElsewhere(Conflict):
    """The article is stored already and belongs to another story."""

    code = "article_in_other_story"
    title = "The article belongs to another story"


class StoryFull(Conflict):
    """The story holds as much as one comparison takes."""

    code = "story_full"
    title = "The story is full"


class StoryBusy(Conflict):
    """Others changed the story each time its comparison was about to be stored; nothing of this request was."""

    code = "story_busy"
    title = "The story keeps changing"


class UnknownStory(ServiceError):
    """The body names a story that does not exist."""

    code = "unknown_story"
    title = "There is no such story"
    status = 422


class KeyReused(Conflict):
    """The Idempotency-Key came with another request within the last day."""

    code = "idempotency_key_reused"
    title = "The key belongs to another request"


class SpeakerMerged(Conflict):
    """The speaker was merged into another one, which is named; decide on that one."""

    code = "speaker_merged"
    title = "The speaker was merged into another one"


class SameSpeaker(Conflict):
    """Both ids name one speaker."""

    code = "same_speaker"
    title = "These are one speaker"


class SplitApart(Conflict):
    """One of the two was split off the other. Reverse that decision instead, which is named."""

    code = "split_apart"
    title = "The speakers were split apart"


class UnknownSpeaker(ServiceError):
    """The body names a speaker that does not exist."""

    code = "unknown_speaker"
    title = "There is no such speaker"
    status = 422


class NothingToSplit(ServiceError):
    """No appearance of the speaker satisfies the conditions of the split, or all of them do."""

    code = "nothing_to_split"
    title = "There is nothing to split"
    status = 422


class BodyTooLarge(ServiceError):
    """The body is larger than the service reads."""

    code = "body_too_large"
    title = "The body is too large"
    status = 413


class UnsupportedMediaType(ServiceError):
    """The header Content-Type names something else than JSON."""

    code = "unsupported_media_type"
    title = "The body must be JSON"
    status = 415


class TooMuchText(ServiceError):
    """Each article is short enough, but all of them together are not."""

    code = "too_much_text"
    title = "The articles are too long together"
    status = 422


class UnreadableArticles(ServiceError):
    """Several articles cannot be read; `errors` names each."""

    code = "unreadable_articles"
    title = "Several articles cannot be read"
    status = 422


class InternalError(ServiceError):
    """A fault of the service. It is logged under the request id."""

    code = "internal_error"
    title = "The service failed"
    status = 500


class Unavailable(ServiceError):
    """The service cannot answer now; it may later."""

    code = "unavailable"
    title = "The service is not ready"
    status = 503
