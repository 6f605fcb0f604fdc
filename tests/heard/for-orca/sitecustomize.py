"""
Runs before Orca does. Its library (speechd/client.py 0.11, `SSIPClient.speak`) asks to be told of the end of an utterance after it was
sent, and drops what comes before that, as its comment there says. Our voice is done in a moment, and Orca, which waits for that end, would
read no further. So what comes too early is kept.
"""

from speechd import client


class KeepingHandler(client._CallbackHandler):
    """Tells of what happened to a message also whoever asks late."""

    def __init__(self, *args):
        super().__init__(*args)
        self._early = {}

    def __call__(self, message, *event, **more):
        with self._lock:
            is_asked_for = message in self._callbacks
            if not is_asked_for:
                self._early.setdefault(message, []).append((event, more))
        if is_asked_for:
            super().__call__(message, *event, **more)

    def add_callback(self, message, *asked):
        super().add_callback(message, *asked)
        for event, more in self._early.pop(message, []):
            super().__call__(message, *event, **more)


client._CallbackHandler = KeepingHandler
