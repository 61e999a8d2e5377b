"""A letter to a force, as text to copy or as a mail that opens as a draft."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP


@dataclass(frozen=True, slots=True)
class Letter:
    """Its subject and its text, ready to send."""

    subject: str
    text: str

    def mail(self) -> bytes:
        """An .eml file; Outlook and others open it as a draft that only waits to be sent."""
        mail = EmailMessage(SMTP.clone(max_line_length=200))
        mail["Subject"] = self.subject
        mail["X-Unsent"] = "1"
        mail.set_content(self.text)
        return mail.as_bytes()
