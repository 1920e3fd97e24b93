"""What happens to a listed person's name on its way into a reservation: one typed distortion a person."""

from .text import plain

# spellings of the same name, in A-Z; every row is one name
_SPELLINGS = """
MOHAMED MOHAMMED MUHAMMAD MOHAMMAD|AHMED AHMAD|YOUSSEF YUSUF YOUSEF YUSSUF|KHALID KHALED|SAID SAEED|HASSAN HASAN|HUSSEIN HUSAYN HUSSAIN HOUSSINE
OMAR UMAR OUMAR|IBRAHIM BRAHIM EBRAHIM|ABDELKADER ABDULKADIR ABDULQADIR|MUSTAPHA MUSTAFA MOSTAFA|RACHID RASHID RASHEED|JAMAL DJAMAL GAMAL
YASSINE YASIN YASSIN|ZAKARIA ZAKARIYA ZAKARIYE|SOUFIANE SUFYAN SOFIAN|ABDELLAH ABDULLAH ABDALLAH|ABDERRAHIM ABDULRAHIM|ABDELAZIZ ABDULAZIZ
ABDULRAHMAN ABDIRAHMAN ABDERRAHMAN|TARIK TARIQ TAREK|WALID WALEED|NABIL NABEEL|MOUNIR MUNIR|FOUAD FUAD|HICHAM HISHAM|LAHCEN LAHSEN
REDOUAN RIDWAN|OTHMAN UTHMAN OSMAN|MIMOUN MAIMOUN|CHAKIB SHAKIB|ACHRAF ASHRAF|OUSSAMA OSAMA USAMA|TAOUFIK TAWFIQ|AYOUB AYYUB|ISMAIL ISMAEEL
QASEM KASSEM QASIM|SALEH SALIH|NASSER NASIR|MANSOUR MANSUR|KAMAL KEMAL|FAISAL FAYSAL|HAMZA HAMZAH|NOUR NUR|BILAL BELAL|IMAD EMAD|ESSAM ISAM
FATIMA FATIMAH FADUMA|KHADIJA KHADIDJA|AICHA AISHA AYESHA|MERYEM MARYAM MARIAM|SOUMAYA SUMAYYA|ZAINAB ZEINAB ZINEB|NAIMA NAEEMA
SERGEY SERGEI|DMITRY DMITRI DMITRIY|ANDREY ANDREI|ALEKSEY ALEXEI|EVGENY YEVGENI|YURI YURIY|VASILY VASILI|GRIGORY GRIGORI|ALEKSANDR ALEXANDER
VYACHESLAV VIACHESLAV|FEDOR FYODOR|MAXIM MAKSIM|VALERY VALERI|ANATOLY ANATOLI|CHAUDHRY CHOUDHRY CHAUDHARY|QURESHI QURAISHI|SIDDIQUI SIDDIQI
MAHMOOD MAHMUD MEHMOOD|REHMAN RAHMAN|ABDI CABDI|JAMA JAAMAC|WARSAME WARSAMEH|HIRSI HERSI|FARAH FARAAX|AL EL|BEN BIN|OULAD OULED
"""
_VARIANTS = {}
for _row in _SPELLINGS.replace("\n", "|").split("|"):
    for _word in _row.split():
        _VARIANTS.setdefault(_word, [other for other in _row.split() if other != _word])
# letter rules for words without a row of their own; the first that fits is used
_RULES = [("OU", "U"), ("KH", "H"), ("OO", "U"), ("DH", "D"), ("Q", "K"), ("SS", "S"), ("YY", "Y"), ("W", "V"), ("J", "DJ"), ("PH", "F")]


def respell_word(dice, word):
    if word in _VARIANTS:
        return dice.pick(_VARIANTS[word])
    for old, new in _RULES:
        at = word.find(old, 1)
        if at > 0:
            return word[:at] + new + word[at + len(old):]
    return word


def other_spelling(dice, name, letter_rules):
    """For aliases: keeps a name without known variants as it is. The result is in the case of a list."""
    words = plain(name).split()
    changed = [respell_word(dice, word) if letter_rules or word in _VARIANTS else word for word in words]
    return name if changed == words else " ".join(word.capitalize() for word in changed)


def typo(dice, word):
    at = dice.between(1, len(word) - 2)
    form = dice.below(4)
    if form == 0:
        return word[:at] + word[at + 1:]
    if form == 1:
        return word[:at] + dice.pick("AEIONRSTL") + word[at:]
    if form == 2 or word[at] == word[at + 1]:
        return word[:at] + dice.pick([sign for sign in "AEIONRSTL" if sign != word[at]]) + word[at + 1:]
    return word[:at] + word[at + 1] + word[at] + word[at + 2:]


def _with_typo(dice, surname, given, count):
    words = [("s", i) for i, w in enumerate(surname.split()) if len(w) >= 5] + [("g", i) for i, w in enumerate(given) if len(w) >= 5]
    surnames, names = surname.split(), list(given)
    for where, at in dice.shuffled(words)[:count]:
        target = surnames if where == "s" else names
        target[at] = typo(dice, target[at])
    return " ".join(surnames), names


def fits(listed, kind):
    """Can this listed person show this distortion?"""
    surname, given = plain(listed.surname, listed.tradition).replace("'", ""), [plain(n, listed.tradition) for n in listed.given]
    words, born = surname.split(), listed.born
    if not given or "-" in surname + "".join(given) or any(" " in name for name in given):
        return False
    if kind == "year_only":
        return listed.precision == "year"
    if listed.precision != "day":
        return False
    long_words = [word for word in words + given if len(word) >= 5]
    return {
        "typo1": len(long_words) > 1, "typo2": len(long_words) > 1,
        "translit": sum(word in _VARIANTS and len(word) > 2 for word in given) > 0 and len(words) == 1,
        "missing_middle": len(given) > 1, "truncated": len(given[-1]) >= 7, "concat_given": len(given) > 1,
        "second_surname_dropped": listed.tradition == "spanish" and len(words) == 2, "hyphen_split": len(words) == 2,
        "dob_swap": born.day <= 12 and born.day != born.month, "initials": len(given) > 1,
        "alias": any(g for _, g, q in listed.aliases if q == "strong"), "document_number": bool(listed.document),
    }.get(kind, True)


def distort(dice, listed, kind):
    """(surname, given names, birth date) as the feed will have them, in A-Z."""
    surname, given = plain(listed.surname, listed.tradition).replace("'", ""), [plain(n, listed.tradition) for n in listed.given]
    born = listed.born
    if kind == "order_swap":
        surname, given = " ".join(given), surname.split()
    elif kind in ("typo1", "typo2"):
        surname, given = _with_typo(dice, surname, given, int(kind[-1]))
    elif kind == "translit":
        given = [respell_word(dice, name) for name in given]
    elif kind == "missing_middle":
        given = given[:1] + given[2:]
    elif kind == "truncated":
        given = given[:-1] + [given[-1][:max(3, len(given[-1]) * 6 // 10)]]
    elif kind == "title_glued":
        given = given[:-1] + [given[-1] + ("MR" if listed.sex == "M" else "MRS")]
    elif kind == "concat_given":
        given = ["".join(given)]
    elif kind == "second_surname_dropped":
        surname = surname.split()[0]
    elif kind == "hyphen_split":
        surname = surname.replace(" ", "")
    elif kind == "dob_swap":
        born = born.replace(day=born.month, month=born.day)
    elif kind == "dob_year1":
        born = born.replace(year=born.year + 1)
    elif kind == "dob_missing":
        born = None
    elif kind == "initials":
        given = [name[0] for name in given]
    elif kind == "alias":
        alias = [entry for entry in listed.aliases if entry[1] and entry[2] == "strong"][0]
        surname, given = plain(alias[0], listed.tradition), plain(alias[1], listed.tradition).split()
    elif kind == "document_number":
        surname, given = _with_typo(dice, respell_all(dice, surname), [respell_all(dice, name) for name in given[:1]], 2)
    return surname, given, born


def respell_all(dice, name):
    return " ".join(respell_word(dice, word) for word in name.split())
