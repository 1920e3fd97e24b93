#!/usr/bin/env python3
"""Makes Sources/Names/Tables/NameFrequencyTable.swift.

    python3 -m venv /tmp/fv && /tmp/fv/bin/pip install faker==40.54.0
    /tmp/fv/bin/python scripts/name-tables/make_frequencies.py [TOKEN ...]

Mixes populations by their plausible share of the travellers through Amsterdam. A population's names come from the
person providers of Faker (MIT) and from frequency_heads.py, the project's own estimates of the most common names; the
estimate holds where both know a name. Other scripts than Latin go through TransliterationTable; Arabic, Hebrew and Indic
lists of Faker are left out, as the table gives no plausible romanisation of them (no vowels).
With TOKENs: prints their values and writes nothing.
"""
import collections
import importlib
import math
import re
import sys
import textwrap
import unicodedata

from frequency_heads import HEADS, LETTERS
from tablelib import AZ, literal, need, read_rows, write_swift

try:
    import faker
except ImportError:
    raise SystemExit("name-tables: needs faker: see the head of this script")

FAKER = "40.54.0"
LIMIT, MAXIMUM = 1600, 15000  # centibits; lines
# The head names of a section stand for at most this many names per person; if more, those below HEAVY are scaled down.
HEAVY = 0.04
HEAD_MOST = {"m": 1.3, "f": 1.3, "s": 0.85}
TWO_SURNAMES = {"spanish", "mexican", "colombian", "argentine", "chilean", "portuguese", "brazilian", "filipino"}
# Head names stand there as MULLER; half of the persons of these populations travel as MUELLER.
UMLAUTS = {"german", "austrian", "swiss", "swedish", "danish", "norwegian", "finnish", "hungarian"}
GLUED = 0.25  # of the surnames of several tokens: also as one token, as reservations have them (VANDENBERG)
THREE_NAMES = {"mashreq", "somali", "vietnamese", "francophone west african"}

# Population, weight, then the lists for given names of men and women and for surnames: "locale.list MODE coverage".
# MODE: W weights of Faker, taken relatively; Z no weights but ordered by frequency (Zipf-Mandelbrot); U no order: uniform.
# Coverage: names per person that the list (for U: what the head names left of it) is taken to stand for.
# `a` behind the coverage: a masculine surname list in -ski, whose feminine is made here.
POPULATIONS = [
    ("dutch", 19.5, "nl_NL.first_names_male U .25", "nl_NL.first_names_female U .25", "nl_NL.last_names U .12"),
    ("flemish", 3.4, "nl_BE.first_names_male W 1.1", "nl_BE.first_names_female W 1.1", "nl_BE.last_names W .28"),
    ("walloon", 2.1, "fr_BE.first_names_male W 1.1", "fr_BE.first_names_female W 1.1", "fr_BE.last_names W .3"),
    ("british", 8, "en_GB.first_names_male Z .95", "en_GB.first_names_female Z .85", "en_GB.last_names W .45"),
    ("irish", 1.2, "en_IE.first_names_male U .45 en_GB.first_names_male Z .3", "en_IE.first_names_female U .5 en_GB.first_names_female Z .3",
     "en_IE.last_names U .5"),
    ("american", 8.2, "en_US.first_names_male W 1", "en_US.first_names_female W .9", "en_US.last_names W .42"),
    ("quebecois", 0.4, "fr_CA.first_names_male U .7", "fr_CA.first_names_female U .7", "fr_CA.last_names Z .4"),
    ("american", 0.4, "en_NZ.first_names_male W 1", "en_NZ.first_names_female W 1", "en_NZ.last_names W .4"),
    ("german", 6, "de_DE.first_names_male U .25 de_AT.first_names_male U .06", "de_DE.first_names_female U .3 de_AT.first_names_female U .08",
     "de_DE.last_names U .1 de_AT.last_names U .05"),
    ("austrian", 1, "de_AT.first_names_male U .8 de_CH.first_names_male Z .3", "de_AT.first_names_female U .8 de_CH.first_names_female Z .3",
     "de_AT.last_names U .35"),
    ("swiss", 1, "de_CH.first_names_male Z .8 fr_CH.first_names_male U .25", "de_CH.first_names_female Z .8 fr_CH.first_names_female U .25",
     "de_CH.last_names U .15 fr_CH.last_names U .06"),
    ("french", 5.8, "fr_FR.first_names_male U .2 fr_BE.first_names_male W .15", "fr_FR.first_names_female U .25 fr_BE.first_names_female W .2",
     "fr_FR.last_names Z .15"),
    ("walloon", 0.2, "de_LU.first_names_male W 1", "de_LU.first_names_female W 1", "de_LU.last_names W .5"),
    ("spanish", 4.7, "es_ES.first_names_male U .25 es_CA.first_names_male U .06", "es_ES.first_names_female U .25 es_CA.first_names_female U .06",
     "es_ES.last_names U .6"),
    ("mexican", 0.9, "es_MX.first_names_male U .4", "es_MX.first_names_female U .4", "es_MX.last_names U .6"),
    ("colombian", 1.2, "es_CO.first_names_male W 1.5", "es_CO.first_names_female W 1.5", "es_CO.last_names W 1.2"),
    ("argentine", 0.7, "es_AR.first_names_male W .6 es_CL.first_names_male W .7", "es_AR.first_names_female W .6 es_CL.first_names_female W .7",
     "es_AR.last_names W .4"),
    ("chilean", 0.5, "es_CL.first_names_male W 1.5", "es_CL.first_names_female W 1.5", "es_CL.last_names W 1.2"),
    ("portuguese", 1.6, "pt_PT.first_names_male U .3", "pt_PT.first_names_female U .4", "pt_PT.last_names U .45"),
    ("brazilian", 1.4, "pt_BR.first_names_male U .5", "pt_BR.first_names_female U .5", "pt_BR.last_names U .5"),
    ("italian", 4, "it_IT.first_names_male U .25", "it_IT.first_names_female U .3", "it_IT.last_names U .15"),
    ("swedish", 1.7, "sv_SE.first_names_male W 1.3", "sv_SE.first_names_female W 1.3", "sv_SE.last_names W .45"),
    ("danish", 1.5, "da_DK.first_names_male U .8", "da_DK.first_names_female U .8", "da_DK.last_names Z .2"),
    ("norwegian", 1.2, "no_NO.first_names_male U .6", "no_NO.first_names_female U .6", "no_NO.last_names U .12"),
    ("finnish", 0.5, "fi_FI.first_names_male W 1.3", "fi_FI.first_names_female W 1.3", "fi_FI.last_names W .45"),
    ("icelandic", 0.1, "is_IS.first_names_male U .8", "is_IS.first_names_female U .8", ""),
    ("polish", 2.5, "pl_PL.first_names_male U .15", "pl_PL.first_names_female U .15", "pl_PL.male_last_names Z .16a pl_PL.unisex_last_names U .15"),
    ("czech", 0.7, "cs_CZ.first_names_male U .25", "cs_CZ.first_names_female U .25", "cs_CZ.last_names_male U .1 cs_CZ.last_names_female U .1"),
    ("slovak", 0.3, "sk_SK.first_names_male U .6", "sk_SK.first_names_female U .6", "sk_SK.last_names_male U .2 sk_SK.last_names_female U .2"),
    ("russian", 1.1, "ru_RU.first_names_male U .08", "ru_RU.first_names_female U .15", "ru_RU.last_names_male Z .16 ru_RU.last_names_female Z .16"),
    ("ukrainian", 1.0, "uk_UA.first_names_male U .2", "uk_UA.first_names_female U .25", "uk_UA.last_names U .35"),
    ("bulgarian", 0.4, "bg_BG.first_names_male U .35", "bg_BG.first_names_female U .5", ""),
    ("south slavic", 1.0, "hr_HR.first_names_male U .35", "hr_HR.first_names_female U .45", "hr_HR.last_names U .4"),
    ("slovene", 0.2, "sl_SI.first_names_male Z .9", "sl_SI.first_names_female Z .9", "sl_SI.last_names Z .25"),
    ("romanian", 0.9, "ro_RO.first_names_male U .35", "ro_RO.first_names_female U .45", "ro_RO.last_names U .1"),
    ("hungarian", 0.7, "hu_HU.first_names_male W 1", "hu_HU.first_names_female W .9", "hu_HU.last_names W .4"),
    ("baltic", 0.4, "lt_LT.first_names U .25 lv_LV.first_names_male U .25 et_EE.first_names_male U .3",
     "lt_LT.first_names U .25 lv_LV.first_names_female U .25 et_EE.first_names_female U .3",
     "lt_LT.last_names U .08 lv_LV.last_names U .15 et_EE.last_names U .15"),
    ("turkish", 5, "tr_TR.first_names_male U .2", "tr_TR.first_names_female U .25", "tr_TR.last_names U .04"),
    ("maghreb", 3.4, "fr_DZ.first_names_male U .15", "fr_DZ.first_names_female U .25", "fr_DZ.last_names U .3"),
    ("mashreq", 2.2, "", "", ""),
    ("kurdish iraqi", 0.4, "", "", ""),
    ("somali", 0.3, "", "", ""),
    ("nigerian", 0.6, "en_NG.first_names_male U .3 yo_NG.first_names_male U .25 ig_NG.first_names_male U .15 ha_NG.first_names_male U .2",
     "en_NG.first_names_female U .3 yo_NG.first_names_female U .25 ig_NG.first_names_female U .15 ha_NG.first_names_female U .2",
     "en_NG.last_names U .05 yo_NG.last_names U .2 ig_NG.last_names U .08 ha_NG.last_names U .1"),
    ("ghanaian", 0.5, "tw_GH.first_names_male U .8", "tw_GH.first_names_female U .8", "tw_GH.last_names U .4"),
    ("francophone west african", 0.6, "", "", ""),
    ("east african", 0.4, "en_KE.first_names_male W 1.2 sw.first_names_male U .1", "en_KE.first_names_female W 1.2 sw.first_names_female U .1",
     "en_KE.last_names W .8"),
    ("congolese angolan", 0.25, "", "", ""),
    ("ethiopian eritrean", 0.3, "", "", ""),
    ("south african", 0.35, "zu_ZA.first_names_male U .2", "zu_ZA.first_names_female U .2", "zu_ZA.last_names U .2"),
    ("cape verdean surinamese antillean", 1.3, "nl_NL.first_names_male U .3", "nl_NL.first_names_female U .3", ""),
    ("pakistani", 0.9, "", "", "en_PK.last_names U .1"),
    ("afghan", 0.4, "", "", ""),
    ("bengali", 0.35, "", "", ""),
    ("indian", 2.4, "en_IN.first_names_male U .2", "en_IN.first_names_female U .3", "en_IN.last_names U .2"),
    ("sri lankan nepali", 0.3, "", "", ""),
    ("chinese", 1.4, "zh_CN.first_romanized_names U .2", "zh_CN.first_romanized_names U .2", "zh_CN.last_romanized_names U .05"),
    ("taiwanese hong kong", 0.6, "zh_TW.first_romanized_names_male W .8", "zh_TW.first_romanized_names_female W .8", "zh_TW.last_romanized_names W .3"),
    ("japanese", 0.6, "ja_JP.first_romanized_names_male U .15", "ja_JP.first_romanized_names_female U .2", "ja_JP.last_romanized_names Z .2"),
    ("korean", 0.5, "", "", ""),
    ("vietnamese", 0.35, "vi_VN.first_names_male U .2", "vi_VN.first_names_female U .2", "vi_VN.last_names U .05"),
    ("indonesian malay", 0.8, "id_ID.first_names_male U .4", "id_ID.first_names_female U .4", "id_ID.last_names U .3"),
    ("filipino", 0.5, "", "", "es_MX.last_names U .3"),
    ("thai", 0.15, "", "", ""),
    ("persian", 1.1, "", "", ""),
    ("greek", 1, "el_GR.first_names_male U .08", "el_GR.first_names_female U .12", "el_GR.last_names U .25"),
    ("hebrew", 0.9, "", "", ""),
    ("armenian", 0.25, "", "", "hy_AM.last_names U .4"),
    ("georgian", 0.2, "ka_GE.first_names_male U .3", "ka_GE.first_names_female U .4", "ka_GE.last_names U .4"),
    ("azeri", 0.15, "az_AZ.first_names_male U .5", "az_AZ.first_names_female U .5", "az_AZ.last_names U .25"),
    ("central asian", 0.2, "uz_UZ.first_names_male U .5", "uz_UZ.first_names_female U .5", ""),
    ("chechen dagestani", 0.1, "", "", ""),
    ("albanian bosniak", 0.4, "", "", ""),
]
# Wrong or joking entries of Faker.
DROP = {"DOE", "JOHN DOE"}
APOSTROPHES = "'`\u00b4\u2018\u2019\u02bb\u02bc\u02b9\u05f3"

# How non-Latin letters are read besides the first reading of the table, per locale: (letter or sequence, reading).
USUAL = {
    "ru_RU": {"Я": "YA", "Ю": "YU", "Й": "Y", "Ё": "E", "ИЙ": "Y", "ЫЙ": "Y", "Ь": "", "ЬЕ": "YE", "ЬЯ": "IA", "Ъ": "", "КС": "X"},
    "uk_UA": {"Я": "IA", "Ю": "YU", "Й": "I", "Є": "IE", "Ї": "I", "Г": "H", "И": "Y", "Ь": "", "ЬЕ": "IE", "КС": "KS", "ИЙ": "YI", "ЗГ": "ZGH"},
    "bg_BG": {"Я": "YA", "Ю": "YU", "Й": "Y", "Щ": "SHT", "Ъ": "A", "Ь": "Y", "Х": "H", "Ц": "TS", "ИЙ": "IY", "ЬЕ": "YE", "КС": "KS", "ИЯ": "IYA"},
}
ROWS, SEQUENCES = read_rows("rows"), read_rows("sequences")


def readings(text, locale):
    """Romanised forms of a name, with their shares."""
    text = unicodedata.normalize("NFC", "".join(c for c in text if c not in APOSTROPHES and c != "\u00b7")).upper()
    text = unicodedata.normalize("NFC", text)
    out = []
    usual = USUAL.get(locale)
    cyrillic = any("\u0400" <= c <= "\u052f" for c in text)
    need(not cyrillic or usual, "no readings for %s" % locale)
    for style in range(2):
        form, index = "", 0
        while index < len(text):
            pair, char = text[index:index + 2], text[index]
            if usual and style == 0 and pair in usual:
                form, index = form + usual[pair], index + 2
            elif usual and style == 0 and char in usual:
                form, index = form + usual[char], index + 1
            elif not cyrillic and len(pair) == 2 and pair in SEQUENCES:
                form, index = form + SEQUENCES[pair][0], index + 2
            elif "A" <= char <= "Z":
                form, index = form + char, index + 1
            elif char in " -":
                form, index = form + " ", index + 1
            else:
                values = ROWS.get(char)
                if not values:
                    return []
                # Latin: the second style is the bare letter (Mueller, Muller).
                value = values[min(style, len(values) - 1)] if not usual and ord(char) < 0x250 else values[0]
                form, index = form + {"-": "", "_": " "}.get(value, value), index + 1
        form = " ".join(form.split())
        if form and form not in out:
            out.append(form)
    return [(out[0], 1.0)] if len(out) == 1 else [(out[0], 0.5), (out[1], 0.5)] if out else []


def faker_list(spec):
    """{romanised name: share} of one list, summing to its coverage; whether it is uniform; the names with two forms."""
    source, mode, coverage = spec
    locale, member = source.split(".")
    provider = importlib.import_module("faker.providers.person." + locale).Provider
    need(hasattr(provider, member), "Faker has no %s" % source)
    entries = getattr(provider, member)
    feminine = coverage.endswith("a")
    coverage = float(coverage.rstrip("a"))
    if mode == "W":
        need(isinstance(entries, dict), "%s has no weights" % source)
        weights = dict(entries)
    elif mode == "Z":
        weights = {}
        for rank, entry in enumerate(dict.fromkeys(entries)):
            weights[entry] = 1 / (rank + 12)
    else:
        weights = {entry: 1.0 for entry in entries}
    total = sum(weights.values())
    out, pairs = collections.Counter(), []
    for entry, weight in weights.items():
        names = readings(entry, locale)
        if len(names) == 2:
            pairs.append((names[0][0], names[1][0]))
        for name, share in names:
            if name in DROP:
                continue
            value = coverage * weight / total * share
            if feminine and re.search(r"(SK|CK|ZK)I\Z", name):
                out[name] += value / 2
                out[name[:-1] + "A"] += value / 2
            else:
                out[name] += value
    return out, mode == "U", pairs


def tiers(text):
    out, share = {}, None
    for word in text.split():
        if re.fullmatch(r"[0-9.]+", word):
            share = float(word) / 1000
        else:
            need(re.fullmatch(r"[A-Z_]+", word) and share and word not in out, "bad head name %r" % word)
            out[word.replace("_", " ")] = share
    return out


def section(population, kind, specs):
    """{name: share of the persons (of that sex)}."""
    heads = tiers(HEADS[population].get(kind, ""))
    most = HEAD_MOST[kind]
    if population in TWO_SURNAMES and kind == "s":
        most = 1.6
    if population in THREE_NAMES:
        most += 0.4
    heavy = sum(share for share in heads.values() if share >= HEAVY)
    light = sum(heads.values()) - heavy
    scale = min(1.0, max(most - heavy, 0.2) / max(light, 1e-9))
    names = {name: share * (1.0 if share >= HEAVY else scale) for name, share in heads.items()}
    least = min(names.values()) if len(names) > 15 else 1.0
    words = specs.split()
    need(len(words) % 3 == 0, "bad lists %r" % specs)
    added, found_before = collections.Counter(), set()
    for index in range(0, len(words), 3):
        found, uniform, pairs = faker_list(words[index:index + 3])
        if population in UMLAUTS:
            for usual, other in pairs:
                if other in names and usual not in names and usual not in found_before:
                    names[usual] = names[other] = names[other] / 2
                    found_before.add(usual)
        rest = {name: share for name, share in found.items() if name not in names}
        # What the heads hold already is taken over by the other names of a uniform list, yet none passes a head name.
        factor = sum(found.values()) / max(sum(rest.values()), 1e-9) if uniform else 1.0
        for name, share in rest.items():
            added[name] += min(share * factor, least * 0.8) if uniform else share
    names.update(added)
    return names


def tokens_of(names, glued):
    out = collections.Counter()
    for name, share in names.items():
        if glued and " " in name:
            out[name.replace(" ", "")] += share * glued
        for token in sorted(set(name.split())):
            need(AZ.match(token), "token %r" % token)
            out[token] += share
    return out


def shares():
    total = sum(row[1] for row in POPULATIONS)
    need(set(HEADS) == {row[0] for row in POPULATIONS}, "heads and populations differ")
    out = collections.Counter()
    for population, weight, men, women, surnames in POPULATIONS:
        mine = collections.Counter()
        for specs, kind, part in ((men, "m", 0.5), (women, "f", 0.5), (surnames, "s", 1.0)):
            for token, share in tokens_of(section(population, kind, specs), GLUED if kind == "s" else 0).items():
                mine[token] += share * part
        for token, share in tiers(HEADS[population].get("t", "")).items():
            mine[token] = share
        for token, share in mine.items():
            out[token] += min(share, 0.9) * weight / total
    for token in [token for token in out if len(token) == 1]:
        del out[token]
    for token, share in tiers(LETTERS).items():
        out[token] = share
    return out


COMMENT = """How common name tokens are among air travellers. GENERATED by scripts/name-tables/make_frequencies.py: change that, not this.

A line is: token, blank, c = -100 * log2(share), rounded: hundredths of a bit, smaller is more common. Share: the part of the
persons who have the token among their given names or surnames. A token that is absent counts as rare (beyond %d bits).
Tokens are A-Z, parted at blanks and hyphens, apostrophes dropped. Sorted, unique. Single letters are initials and short particles.

These are ESTIMATES for rarity weighting, not statistics: populations mixed by their plausible share of the travellers through
Amsterdam (POPULATIONS in the script). An operator can put a table made from his own feeds in its place.

Sources:
1. Faker %s (PyPI `faker`, MIT licence, below), person providers, locales: %s.
   Weights of Faker where it has them (%s);
   a falling curve where a list is ordered by frequency (%s);
   else one share for all names of a list.
2. scripts/name-tables/frequency_heads.py: shares of the most common names per population, the project's own estimates from
   general knowledge; they go before those of Faker. No other data.
Letters beyond A-Z by TransliterationTable; of letters with two usual readings (AE and A) each has half. A quarter of the surnames of
several tokens counts as one token besides (VANDENBERG), as reservations have them.

Rebuild: python3 -m venv /tmp/fv && /tmp/fv/bin/pip install faker==%s
         /tmp/fv/bin/python scripts/name-tables/make_frequencies.py

Faker's licence:
Copyright (c) 2012 Daniele Faraglia

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files
(the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge,
publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do
so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE
FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE."""


def comment():
    used = {"W": set(), "Z": set(), "U": set()}
    for row in POPULATIONS:
        for specs in row[2:]:
            words = specs.split()
            for index in range(0, len(words), 3):
                used[words[index + 1]].add(words[index].split(".")[0])
    listed = [" ".join(sorted(part)) for part in (used["W"] | used["Z"] | used["U"], used["W"], used["Z"])]
    text = COMMENT % (LIMIT // 100, FAKER, *listed, FAKER)
    return "\n".join("\n".join(textwrap.wrap(line, 130, subsequent_indent="   ")) if len(line) > 135 else line for line in text.split("\n"))


def main():
    need(faker.VERSION == FAKER, "faker %s is wanted, this is %s" % (FAKER, faker.VERSION))
    found = {token: round(-100 * math.log2(share)) for token, share in shares().items()}
    if len(sys.argv) > 1:
        for token in sys.argv[1:]:
            print(token, found.get(token, "absent"))
        return
    rows = {token: bits for token, bits in found.items() if bits <= LIMIT}
    if len(rows) > MAXIMUM:
        rows = dict(sorted(rows.items(), key=lambda row: (row[1], row[0]))[:MAXIMUM])
    lines = ["%s %d" % row for row in sorted(rows.items())]
    for line in lines:
        need(re.fullmatch(r"[A-Z]+ [1-9][0-9]*", line), "bad line %r" % line)
    path, size = write_swift("NameFrequencyTable", comment(), [
        ("Part of a run's identity.", "static let version", '"1"'),
        ("`TOKEN c`: see above.", "static let rows: StaticString", literal(lines)),
    ])
    print("%s: %d tokens, %d bytes" % (path, len(lines), size))


if __name__ == "__main__":
    main()
