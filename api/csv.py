"""Tables as files that a spreadsheet opens."""

from starlette.responses import Response


def csv_response(name: str, text: str) -> Response:
    """Return CSV text as the file ``name``.csv."""
    return Response(
        text.encode("utf-8-sig"),  # without the mark at the start Excel garbles Chinese
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )
