"""Why a request is refused before anything is done."""

from dutygraph.errors import DutygraphError


class UnknownClientError(DutygraphError):
    """A request without a token that holds, where one is needed."""

    status = 401
    code = "token_needed"


class ForbiddenError(DutygraphError):
    """A request that its sender may not make."""

    status = 403
    code = "forbidden"


def token_needed() -> UnknownClientError:
    """Return the error for a request that has to show a token, and does not show one that holds."""
    return UnknownClientError(
        zh="需要有效的令牌：程序用 Authorization: Bearer，网页请先登录（/login）；令牌用 dutygraph token create 建立",
        en="a valid token is needed: programs send Authorization: Bearer, browsers log in at /login;"
        " dutygraph token create makes one",
    )


def foreign_site() -> ForbiddenError:
    """Return the error for a write that a browser sends from a page of another site."""
    return ForbiddenError(
        zh="写入请求来自别的网站，已拒绝；如经过反向代理，请让它原样传递 Host，并用 X-Forwarded-Proto 说明 https",
        en="the write comes from another site and is refused; a proxy in between has to pass Host as it is,"
        " and to name https in X-Forwarded-Proto",
    )


def role_needed(name: str, has: str, role: str) -> ForbiddenError:
    """Return the error for a token whose role does not suffice."""
    return ForbiddenError(
        zh=f"令牌“{name}”的角色是 {has}，这一步需要 {role}",
        en=f"the token {name!r} has the role {has}; this needs {role}",
    )
