"""Where two texts differ, for those who have to see it at a glance."""


def around_difference(old: str, new: str, most: int) -> tuple[str, str]:
    """Return two texts, each as far as ``most`` characters of it hold what differs; … stands where something is left out."""
    if max(len(old), len(new)) <= most:
        return old, new
    same = next(
        (at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    start = max(0, same - most // 4)
    return _piece(old, start, most), _piece(new, start, most)


def _piece(text: str, start: int, most: int) -> str:
    end = start + most
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
