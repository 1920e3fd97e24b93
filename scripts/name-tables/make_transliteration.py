#!/usr/bin/env python3
"""Makes Sources/Names/Tables/TransliterationTable.swift.

    python3 scripts/name-tables/make_transliteration.py [icao9303.tsv]

The letter values of ICAO Doc 9303-3 are facts, read from icao9303.tsv (columns codepoint, mrz, alternatives, class);
without that file the Swift table is left alone and only checked. All else in this script is the
project's own: practical romanisation of Arabic script, common passport forms for Cyrillic, Greek (ELOT 743 values),
Georgian (national system), Hebrew, Armenian, and compatibility forms from the Unicode data of Python.
Standard library only.
"""
import csv
import os
import sys
import unicodedata

from tablelib import AZ, literal, need, read_block, write_swift, OUT

SOURCE = sys.argv[1] if len(sys.argv) > 1 else "/work/shared/reference/icao9303.tsv"
DROP, SPLIT = "-", "_"

# Beyond ICAO, Latin: forms that airlines and passports use as well.
LATIN_EXTRA = {
    "Ä": "AE A", "Å": "AA A", "Ö": "OE O", "Ø": "OE O", "Ü": "UE U", "Ő": "O OE", "Ű": "U UE", "Þ": "TH T", "Ð": "D DH",
    "Đ": "D DJ", "Ĳ": "IJ Y", "Ə": "E A", "Ÿ": "Y", "Ŋ": "N NG", "ẞ": "SS S", "ß": "SS S", "Æ": "AE A", "Œ": "OE O",
    "Ǣ": "AE A", "Ǽ": "AE A", "Ǿ": "OE O", "Ȝ": "Y G", "Ƿ": "W", "ſ": "S", "ĸ": "K", "ŉ": "N", "Ǆ": "DZ DJ", "ǅ": "DZ DJ",
    "Ǉ": "LJ", "ǈ": "LJ", "Ǌ": "NJ", "ǋ": "NJ", "Ǳ": "DZ", "ǲ": "DZ", "ª": "A", "º": "O",
    "Ǟ": "AE A", "Ǻ": "AA A", "Ȫ": "OE O", "Ǖ": "UE U", "Ǘ": "UE U", "Ǚ": "UE U", "Ǜ": "UE U",
}
# Cyrillic: primary of ICAO, then the forms common in passports and lists (older Russian, Ukrainian, Bulgarian, Serbian,
# French style). An empty reading is "-".
CYRILLIC_EXTRA = {
    "Ё": "E YO IO JO", "Є": "IE YE E", "Ї": "I YI", "Г": "G H", "Ж": "ZH J Z", "И": "I Y", "Й": "I Y J -", "Х": "KH H",
    "Ц": "TS C TZ", "Ч": "CH C TCH", "Ш": "SH S SCH", "Щ": "SHCH SCH SHT SH", "Ъ": "IE - A", "Ы": "Y I", "Ь": "- I",
    "Ю": "IU YU JU", "Я": "IA YA JA", "У": "U OU", "Ў": "U W", "Ђ": "D DJ", "Ћ": "C CH", "Џ": "DZ DJ DZH", "Ѓ": "G GJ",
    "Ќ": "K KJ", "В": "V W", "Қ": "K Q", "Ғ": "G GH", "Ү": "U Y", "Ұ": "U", "Һ": "C H", "Ҳ": "KH H", "Ҷ": "J CH",
    "Ә": "A AE E", "Ө": "O OE", "Ң": "N NG", "Ӣ": "I", "Ӯ": "U", "Җ": "J ZH", "Ҹ": "J", "Ҝ": "G", "Ӡ": "DZ", "Ѳ": "F",
    "Ѣ": "E", "Ѐ": "E", "Љ": "LJ L", "Њ": "NJ N", "Ҥ": "NG N", "Ҙ": "Z", "Ҫ": "S TH", "Ӑ": "A", "Ӗ": "E", "Ӳ": "U",
}
# Arabic script: practical romanisation of the consonant frame (short vowels are not written). MRZ values: arabicMRZ.
ARABIC = {
    "ء": "- A", "آ": "A AA", "أ": "A O U E", "ؤ": "O U W", "إ": "I E", "ئ": "Y I -", "ا": "A I E", "ٱ": "A -",
    "ب": "B", "ة": "A AH T", "ت": "T", "ث": "TH S", "ج": "J G DJ", "ح": "H", "خ": "KH CH H", "د": "D", "ذ": "DH Z D",
    "ر": "R", "ز": "Z", "س": "S", "ش": "SH CH", "ص": "S", "ض": "D DH Z", "ط": "T", "ظ": "Z DH", "ع": "A O E I -",
    "غ": "GH G", "ـ": "-", "ف": "F", "ق": "Q K G", "ك": "K", "ل": "L", "م": "M", "ن": "N", "ه": "H", "و": "W U O V",
    "ى": "A", "ي": "Y I",
    # vowel signs, where someone wrote them; shadda doubles a letter, which the comparing of tokens forgives
    "\u064B": "AN -", "\u064C": "UN -", "\u064D": "IN -", "\u064E": "A E", "\u064F": "U O", "\u0650": "I E", "\u0651": "-",
    "\u0652": "-", "\u0653": "-", "\u0654": "-", "\u0655": "-", "\u0670": "A", "\u0656": "I", "\u0657": "U",
    # Persian, Urdu, Pashto, Kurdish, Uyghur, Maghreb
    "پ": "P", "چ": "CH", "ژ": "ZH J", "ک": "K", "گ": "G", "ی": "Y I", "ہ": "H", "ۃ": "A AH T", "ھ": "H", "ٹ": "T", "ڈ": "D",
    "ڑ": "R", "ں": "N", "ے": "E AY I", "ۓ": "E AY", "ۀ": "EH A", "ۂ": "EH A", "ټ": "T", "ډ": "D", "ړ": "R", "ڼ": "N",
    "ښ": "SH KH X", "ږ": "ZH G", "ځ": "DZ Z", "څ": "TS S", "ې": "E", "ۍ": "AI EY", "ګ": "G", "ڭ": "G NG", "ڤ": "V",
    "ڧ": "Q K", "ڨ": "G", "ڢ": "F", "ڜ": "CH", "ڕ": "R", "ڵ": "L", "ۆ": "O", "ۇ": "U", "ۈ": "U", "ۋ": "V W", "ێ": "E",
    "ە": "E A", "ڪ": "K", "ۅ": "O",
}
GREEK = {
    "Α": "A", "Β": "V B", "Γ": "G", "Δ": "D", "Ε": "E", "Ζ": "Z", "Η": "I E", "Θ": "TH", "Ι": "I", "Κ": "K C", "Λ": "L",
    "Μ": "M", "Ν": "N", "Ξ": "X KS", "Ο": "O", "Π": "P", "Ρ": "R", "Σ": "S", "ς": "S", "Τ": "T", "Υ": "Y I U", "Φ": "F PH",
    "Χ": "CH H KH", "Ψ": "PS", "Ω": "O",
}
GEORGIAN = dict(zip("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
                    "A B G D E V Z T I K L M N O P ZH R S T U P K GH Q SH CH TS DZ TS CH KH J H".split()))
GEORGIAN.update({"ჟ": "ZH J", "ყ": "Q K", "ძ": "DZ", "ფ": "P F", "ღ": "GH G", "ხ": "KH H"})
HEBREW = {
    "א": "A E -", "ב": "B V", "ג": "G", "ד": "D", "ה": "H A -", "ו": "V O U W", "ז": "Z", "ח": "H CH KH", "ט": "T", "י": "Y I",
    "כ": "K CH KH", "ך": "CH KH K", "ל": "L", "מ": "M", "ם": "M", "נ": "N", "ן": "N", "ס": "S", "ע": "A E -", "פ": "P F",
    "ף": "F P", "צ": "TZ TS Z", "ץ": "TZ TS Z", "ק": "K Q", "ר": "R", "ש": "SH S", "ת": "T TH",
    "\u05B0": "- E", "\u05B1": "E", "\u05B2": "A", "\u05B3": "O", "\u05B4": "I", "\u05B5": "E", "\u05B6": "E", "\u05B7": "A",
    "\u05B8": "A", "\u05B9": "O", "\u05BB": "U", "\u05BC": "-", "\u05C1": "-", "\u05C2": "-", "\u05F3": "-", "\u05F4": "-",
}
ARMENIAN = dict(zip("ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖ",
                    "A B G D E Z E Y T ZH I L KH TS K H DZ GH CH M Y N SH O CH P J R S V T R TS V P K O F".split()))
ARMENIAN.update({"Ե": "E YE", "Ը": "Y E", "Ո": "O VO", "Յ": "Y H", "Ղ": "GH G", "Ճ": "CH J", "և": "EV YEV", "Խ": "KH H", "Ծ": "TS DZ",
                 "Ւ": "V W"})
# Two letters read as one. Upper case here; the lower and title forms are added.
SEQUENCES = {
    "ΟΥ": "OU U", "ΑΥ": "AV AF AU", "ΕΥ": "EV EF EU", "ΗΥ": "IV IF", "ΑΙ": "AI E", "ΕΙ": "EI I", "ΟΙ": "OI I", "ΓΓ": "NG GG",
    "ΓΚ": "GK G", "ΓΞ": "NX", "ΓΧ": "NCH", "ΜΠ": "B MP MB", "ΝΤ": "NT D", "ΤΖ": "TZ", "ΟΎ": "OU U", "ΑΎ": "AV AF AU", "ΕΎ": "EV EF EU",
    "ΑΊ": "AI E", "ΕΊ": "EI I", "ΟΊ": "OI I",
    "ՈՒ": "U OU", "ИЙ": "II Y IY IJ I", "ЫЙ": "YI Y YY IY", "ЬЕ": "E IE YE", "ЬЁ": "E IO YO", "ЬЯ": "IA YA", "ЬЮ": "IU YU",
    "КС": "KS X", "ЗГ": "ZGH ZG",
}
PUNCT_DROP = [0x2018, 0x201B, 0x0060, 0x00B4, 0x02B9, 0x02BB, 0x02BC, 0x02BD, 0x02BE, 0x02BF, 0x02C8, 0x02CA, 0x02CB, 0x2032, 0x00B7, 0x2027,
              0xA78B, 0xA78C, 0xFF07, 0xFF0E, 0x055A]
INVISIBLE = [0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
             *range(0x2060, 0x2070), 0x3164, *range(0xFE00, 0xFE10), 0xFEFF, 0xFFA0, 0xFFFD]
SPACES = [0x0009, 0x000A, 0x000D, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x2012, 0x2014, 0x2015, 0x2212, 0x2043,
          0xFE58, 0xFE63, 0xFF0D, 0x05BE, 0x058A, 0x060C, 0x30FB, 0xFF0C]
LOOKALIKES = {
    "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T", "У": "Y", "Х": "X", "І": "I",
    "Ј": "J", "Ѕ": "S", "Ү": "Y", "Һ": "H", "Ԁ": "D", "Ԛ": "Q", "Ԝ": "W", "Ӏ": "I", "а": "A", "е": "E", "о": "O", "р": "P", "с": "C",
    "у": "Y", "х": "X", "і": "I", "ј": "J", "ѕ": "S", "һ": "H", "ԁ": "D", "ԛ": "Q", "ԝ": "W", "ӏ": "L", "ї": "I", "ё": "E", "Ё": "E", "Ї": "I",
    "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y",
    "Χ": "X", "ο": "O", "ν": "V", "ι": "I", "ρ": "P", "υ": "U", "α": "A", "κ": "K", "χ": "X", "Օ": "O", "օ": "O", "Տ": "S", "Ս": "U",
}


def forms(text):
    seen = []
    for form in text.split():
        need(form in (DROP, SPLIT) or AZ.match(form), "bad reading %r" % form)
        if form not in seen:
            seen.append(form)
    return seen


def cases(char):
    """The letter and its one-letter other cases."""
    out = {char}
    for other in (char.lower(), char.upper(), char.title()):
        if len(other) == 1:
            out.add(other)
    return out


def read_icao():
    plain, mrz = {}, {}
    with open(SOURCE, encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE):
            char = chr(int(row["codepoint"], 16))
            values = [row["mrz"] or DROP] + [v for v in (row["alternatives"] or "").split("|") if v]
            if row["script"] == "Arabic":
                if row["class"] == "ICAO" and row["mrz"]:
                    mrz[char] = forms(" ".join(values))
                if char not in ARABIC:
                    plain[char] = [v for v in values if v == DROP or "X" not in v] or [DROP]
                continue
            values = [SPLIT if v == "<" else v for v in values]
            plain[char] = forms(" ".join(v for v in values if "XX" not in v))
    plain[","] = [SPLIT]  # the table leaves the comma open (class U): filler, since it parts name components
    return plain, mrz


def build():
    rows, mrz = read_icao()
    for char, text in LATIN_EXTRA.items():
        for case in cases(char):
            if case.isascii():
                continue
            rows[case] = forms(" ".join(rows.get(case, [])) + " " + text)
    for char, text in CYRILLIC_EXTRA.items():
        for case in cases(char):
            rows[case] = forms(" ".join(rows.get(case, [])) + " " + text)
    for table in (ARABIC, GREEK, GEORGIAN, HEBREW, ARMENIAN):
        for char, text in table.items():
            for case in cases(char):
                rows[case] = forms(text)
    for code in PUNCT_DROP + INVISIBLE + list(range(0x0300, 0x0370)):
        rows[chr(code)] = [DROP]
    for code in SPACES:
        rows[chr(code)] = [SPLIT]

    # Letters that Unicode decomposes: base letter's reading; for Latin the plain base is always among the readings.
    ranges = [(0x00C0, 0x0250), (0x0250, 0x02B0), (0x0370, 0x0560), (0x0620, 0x0700), (0x1D00, 0x1E00), (0x1E00, 0x2000),
              (0x212A, 0x212C), (0x2C60, 0x2C80), (0xA720, 0xA800), (0xFB00, 0xFE00), (0xFE70, 0xFF00), (0xFF21, 0xFF5B)]
    for start, end in ranges:
        for code in range(start, end):
            char = chr(code)
            if unicodedata.category(char)[0] not in "LM":
                continue
            base = unicodedata.normalize("NFKD", char)
            letters = [c for c in base if not unicodedata.combining(c) and c not in " \u0640"]
            latin = "".join(letters).upper()
            if latin and AZ.match(latin):
                rows.setdefault(char, [latin])
                if latin not in rows[char]:
                    rows[char].append(latin)
            elif char not in rows:
                name = unicodedata.name(char, "")
                if name.startswith("LATIN ") and " LETTER " in name:  # e.g. LATIN SMALL LETTER D WITH HOOK
                    letter = name.split(" LETTER ", 1)[1].split(" ")
                    if AZ.match(letter[0]) and len(letter[0]) <= 2 and letter[1:2] in (["WITH"], []):
                        rows[char] = [letter[0]]
                elif letters and base != char and all(c in rows for c in letters):
                    readings = ["".join(rows[c][0] for c in letters).replace(DROP, "") or DROP]
                    if len(letters) == 1:
                        readings = rows[letters[0]]
                    rows[char] = list(dict.fromkeys(readings))
    need(not any(char.isascii() and char.isalpha() for char in rows), "ASCII letter in table")

    sequences = {}
    for pair, text in SEQUENCES.items():
        for key in {pair, pair.lower(), pair[0] + pair[1].lower()}:
            need(len(key) == 2, "sequence %r" % key)
            sequences[key] = forms(text)
    return rows, mrz, sequences


def lines(table):
    out = []
    for key in sorted(table):
        out.append("+".join("%04X" % ord(c) for c in key) + " " + " ".join(table[key]))
    return out


def check(rows, mrz, sequences, lookalikes):
    for table in (rows, mrz, sequences, lookalikes):
        keys = [line.split(" ")[0] for line in table]
        need(len(set(keys)) == len(keys), "code point twice")
        numbers = [[int(p, 16) for p in key.split("+")] for key in keys]
        need(numbers == sorted(numbers), "not sorted")
        for line in table:
            readings = line.split(" ")[1:]
            need(readings and len(set(readings)) == len(readings), "readings of " + line)
            need(all(r in (DROP, SPLIT) or AZ.match(r) for r in readings), "readings of " + line)
            need(len(readings) <= 6, "too many readings: " + line)
    have = {line.split(" ")[0]: line.split(" ")[1:] for line in rows}
    for code, want in {"00C4": ["AE", "A"], "00E5": ["AA", "A"], "00D1": ["N"], "00F8": ["OE", "O"], "00FC": ["UE", "U"], "00DF": ["SS", "S"],
                       "0634": ["SH", "CH"], "0020": ["_"], "002D": ["_"], "0027": ["-"], "044F": ["IA", "YA", "JA"]}.items():
        need(have[code] == want, "%s is %s" % (code, have[code]))


HEADER = """
Letters of many scripts to A-Z. GENERATED by scripts/name-tables/make_transliteration.py: change that, not this.

Source: ICAO Doc 9303-3 section 6, transliteration tables for Latin, Cyrillic and Arabic (facts: letter values of a public
standard). Not ICAO but extensions of this project, from general knowledge of passport practice: every second and later
reading of a Cyrillic letter that ICAO has not; all readings of Arabic script in `rows` (the ICAO values, X sequences and no
romanisation, stand in `arabicMRZ`); Greek (values of ELOT 743), Georgian (national system), Hebrew, Armenian; the plain base
letter of each Latin letter (A beside AE and AA); Latin letters outside ICAO's list; compatibility forms (full width,
presentation forms, ligatures) by the decomposition of the Unicode Character Database; invisible characters; `sequences`;
`lookalikes`. The NXX and UXX readings of ICAO are left out.

A line is: code point in hexadecimal, then the readings, the usual one first, all parted by one blank. A reading is A-Z letters,
or `-` (nothing: the character is dropped) or `_` (it parts tokens). Upper and lower case are both there; ASCII letters are not.
Combining marks are `-`: a decomposed letter (A, U+0308) must be composed first to get AE as well as A.
Sorted by code point.
"""

if __name__ == "__main__":
    if not os.path.exists(SOURCE):
        table = os.path.join(OUT, "TransliterationTable.swift")
        check(*(read_block(table, name) for name in ("rows", "sequences", "arabicMRZ", "lookalikes")))
        raise SystemExit("%s is not there: checked the table, made nothing" % SOURCE)
    rows, mrz, sequences = build()
    blocks = [lines(rows), lines(sequences), lines(mrz), lines({k: [v] for k, v in LOOKALIKES.items()})]
    check(*blocks)
    docs = [
        ("One character: `00C4 AE A`.", "rows"),
        ("Two characters read as one, tried before `rows`: `039F+03A5 OU U`. First reading: ELOT 743 or the sum of ICAO values.", "sequences"),
        ("ICAO's values for Arabic script as a machine readable zone prints them: `0634 XSH`. For reading such input only.", "arabicMRZ"),
        ("A letter of another script that looks like a Latin one, for tokens that mix scripts: `0410 A`.", "lookalikes"),
    ]
    path, size = write_swift("TransliterationTable", HEADER,
                             [('Part of a run\'s identity.', 'static let version', '"1"')] +
                             [(doc, "static let %s: StaticString" % name, literal(block)) for (doc, name), block in zip(docs, blocks)])
    for (doc, name), block in zip(docs, blocks):
        need(read_block(path, name) == block, "read back " + name)
    print("%s: %d bytes, rows %d, sequences %d, arabicMRZ %d, lookalikes %d" % (path, size, *map(len, blocks)))
