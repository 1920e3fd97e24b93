"""Letters: transliteration to A-Z as airlines do it, and keys for comparing names."""

import unicodedata

_GERMANIC = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"}
_EVERYWHERE = {"ß": "ss", "ł": "l", "ø": "o", "æ": "ae", "đ": "d", "ı": "i", "þ": "th", "ð": "d"}


def plain(name, tradition=""):
    """A-Z in upper case; apostrophes, hyphens and spaces stay."""
    table = dict(_EVERYWHERE)
    if tradition in ("german", "scandinavian"):
        table.update(_GERMANIC)
    lowered = unicodedata.normalize("NFC", name.replace("İ", "i").lower())
    letters = "".join(table.get(sign, sign) for sign in lowered)
    bare = "".join(sign for sign in unicodedata.normalize("NFD", letters) if not unicodedata.combining(sign))
    return bare.upper()


def accented_upper(name, tradition=""):
    """Upper case with diacritics; Turkish i becomes a dotted capital."""
    if tradition == "turkish":
        name = name.replace("i", "İ")
    return name.upper()


def travel_document(name):
    """The spelling of a machine readable zone: no apostrophe, a space for a hyphen."""
    return " ".join(name.replace("'", "").replace("-", " ").split())


def letters_only(name):
    return "".join(sign for sign in name if sign.isalpha())


def name_keys(surname, given, tradition=""):
    """Two keys of a full name: equal in one of them means that a reader would call the names the same."""
    words = travel_document(plain(surname + " " + given, tradition)).split()
    joined = letters_only("".join(travel_document(plain(surname, tradition) + plain(given, tradition))))
    return " ".join(sorted(words)), joined
