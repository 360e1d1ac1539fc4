"""The errors that this program raises on purpose; each message says what, where, and what to do."""

OUT_OF_MEMORY = 3
"""What a command ends with when memory ran out."""


class BroadsheetError(Exception):
    """Something a user can mend; its message is meant to be shown as it is."""


class SourceError(BroadsheetError):
    """A path that was given cannot be read at all."""


class SettingsError(BroadsheetError):
    """A setting that does not exist, or a value that it cannot have."""


class BundleError(BroadsheetError):
    """A bundle that is not there, is damaged, is in use, or must not be overwritten."""


class OtherFormatError(BundleError):
    """A bundle of another format than this program writes; `is_older` says whether it is of an earlier one."""

    def __init__(self, message: str, *, is_older: bool) -> None:
        super().__init__(message)
        self.is_older = is_older


class SchemaError(BroadsheetError):
    """Rows that are not what their table declares: a mistake in this program or a damaged bundle."""


class CurationError(BroadsheetError):
    """What a reader changed of the topics cannot be read, or a change that cannot be made."""


class NotesError(BroadsheetError):
    """Tags and notes of a reader that cannot be read, or one that cannot be kept."""


class ExportError(BroadsheetError):
    """What cannot be taken away as it was asked for."""
