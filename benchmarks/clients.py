"""Clients that ask a service at once, in a process of their own: in its process they would take its time."""

import http.client
import multiprocessing
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import cycle
from urllib.parse import urlsplit


@dataclass(slots=True)
class Answered:
    """What clients got: the seconds of each answer, how many were refused (503), and how long all went on."""

    seconds: list[float] = field(default_factory=list)
    refused: int = 0
    lasted: float = 0.0

    @property
    def per_second(self) -> float:
        """Answers in a second; those refused do not count."""
        return len(self.seconds) / self.lasted


@dataclass(frozen=True, slots=True)
class Clients:
    """Clients of a service that go on for so many ``seconds``, each on one connection.

    ``fresh`` ones name other languages in each request, so that no answer to an earlier one fits it.
    """

    base: str
    seconds: float
    headers: Mapping[str, str]
    fresh: bool = False

    def ask(self, addresses: Sequence[Sequence[str]]) -> Answered:
        """Let as many clients as there are lists of addresses ask for these, in turn and over and over.

        Raises AssertionError for an answer that is neither 200 nor 503.
        """
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as process:
            return process.submit(self._all, addresses).result()

    def _all(self, addresses: Sequence[Sequence[str]]) -> Answered:
        begun = time.perf_counter()
        with ThreadPoolExecutor(len(addresses)) as pool:
            each = list(pool.map(self._one, addresses))
        seconds = [took for client in each for took in client.seconds]
        return Answered(seconds, sum(client.refused for client in each), time.perf_counter() - begun)

    def _one(self, addresses: Sequence[str]) -> Answered:
        place, got, until = urlsplit(self.base), Answered(), time.perf_counter() + self.seconds
        line = http.client.HTTPConnection(place.hostname or "", place.port, timeout=120)
        for address in cycle(addresses):
            begun = time.perf_counter()
            if begun > until:
                break
            other = {"accept-language": f"zh, x-{begun}"} if self.fresh else {}
            line.request("GET", address, headers={**self.headers, **other})
            answer = line.getresponse()
            answer.read()
            assert answer.status in (200, 503), f"{answer.status} {address}"
            if answer.status == 200:
                got.seconds.append(time.perf_counter() - begun)
            else:
                got.refused += 1
        line.close()
        return got
