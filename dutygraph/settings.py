"""Settings: values that come from environment variables, each with what it does in Chinese and English."""

from typing import Any

from pydantic import ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from dutygraph.errors import SettingError
from dutygraph.mistakes import words_of


class Settings(BaseSettings):
    """Base of all settings; each is an environment variable: ``DUTYGRAPH_`` plus the name of the field in capitals.

    Values given to the constructor win over the environment. Raises SettingError that names every variable whose value
    cannot be, and what is wrong with it.
    """

    model_config = SettingsConfigDict(env_prefix="DUTYGRAPH_", env_ignore_empty=True, frozen=True)

    def __init__(self, **given: Any) -> None:
        try:
            super().__init__(**given)
        except ValidationError as error:
            wrong = [(self.variable(str(mistake["loc"][0])), words_of(mistake)) for mistake in error.errors()]
            raise SettingError(
                zh="设置有误：" + "；".join(f"{name} {words.zh}" for name, words in wrong),
                en="wrong settings: " + "; ".join(f"{name}: {words.en}" for name, words in wrong),
            ) from error

    @classmethod
    def variable(cls, field: str) -> str:
        """Return the environment variable of a field."""
        return f"{cls.model_config['env_prefix']}{field}".upper()
