"""The flights of the night of 28 November 2026 and who flies where."""

import datetime

from .model import Flight, Leg

MIXES = {  # traditions of the travellers, weights
    "home": [("dutch", 46), ("anglo", 14), ("german", 6), ("french", 5), ("moroccan", 6), ("turkish", 4), ("surinamese", 4), ("indian", 3),
             ("scandinavian", 4), ("italian", 3), ("spanish", 3), ("chinese", 2)],
    "britain": [("anglo", 42), ("dutch", 30), ("indian", 6), ("pakistani", 5), ("polish", 3), ("nigerian", 3), ("somali", 3), ("french", 3),
                ("arabic", 3), ("chinese", 2)],
    "suriname": [("surinamese", 70), ("dutch", 22), ("chinese", 3), ("portuguese", 3), ("indonesian", 2)],
    "westafrica": [("nigerian", 50), ("ghanaian", 26), ("dutch", 16), ("arabic", 3), ("indian", 3), ("chinese", 2)],
    "beach": [("dutch", 68), ("german", 8), ("moroccan", 4), ("turkish", 4), ("surinamese", 4), ("polish", 3), ("spanish", 6), ("anglo", 3)],
    "iberia": [("dutch", 48), ("spanish", 22), ("portuguese", 14), ("anglo", 6), ("german", 5), ("french", 5)],
    "aegean": [("dutch", 48), ("greek", 38), ("anglo", 6), ("italian", 8)],
    "turkey": [("turkish", 56), ("dutch", 16), ("arabic", 10), ("somali", 6), ("pakistani", 6), ("russian", 6)],
    "poland": [("polish", 76), ("dutch", 12), ("czech", 4), ("russian", 4), ("german", 4)],
    "central": [("polish", 48), ("czech", 22), ("dutch", 18), ("german", 6), ("russian", 6)],
    "morocco": [("moroccan", 72), ("dutch", 14), ("french", 8), ("arabic", 6)],
    "gulf": [("arabic", 28), ("pakistani", 22), ("indian", 22), ("dutch", 14), ("somali", 5), ("anglo", 5), ("russian", 4)],
    "indonesia": [("indonesian", 64), ("dutch", 26), ("chinese", 7), ("anglo", 3)],
    "china": [("chinese", 66), ("vietnamese", 12), ("dutch", 14), ("german", 4), ("french", 4)],
    "america": [("anglo", 56), ("dutch", 16), ("spanish", 8), ("indian", 8), ("nigerian", 4), ("scandinavian", 4), ("italian", 4)],
    "charter": [("dutch", 74), ("german", 8), ("polish", 4), ("surinamese", 5), ("turkish", 4), ("moroccan", 5)],
    "nordic": [("scandinavian", 62), ("dutch", 26), ("german", 5), ("somali", 4), ("anglo", 3)],
}

# feed, carrier, number, from, to, day of November, local departure, minutes, mix, seats sold, closed
_TABLE = """
pnrgov KL 1007 AMS LHR 28 0800  80 britain    136 yes
pnrgov KL  713 AMS PBM 28 1140 560 suriname   196 yes
pnrgov KL  587 AMS LOS 28 1125 400 westafrica 180 yes
pnrgov KL 1109 AMS ARN 28 0950 120 nordic     112 yes
pnrgov KL 1697 AMS LIS 29 0640 180 iberia     118 no
pnrgov HV 5131 AMS AGP 28 0555 170 iberia     158 yes
pnrgov HV 5803 AMS ATH 28 0620 205 aegean     152 yes
pnrgov HV 6642 EIN NAP 28 1310 145 beach      128 yes
pnrgov HV 5022 FAO AMS 29 1115 175 iberia     120 no
pnrgov TK 1951 IST AMS 28 0810 225 turkey     190 yes
pnrgov TK 1952 AMS IST 28 1135 205 turkey     184 yes
pnrgov W6 1095 KTW EIN 28 0605 115 poland     142 yes
pnrgov W6 1611 GDN EIN 28 0745 110 poland     138 yes
pnrgov W6 1475 WAW EIN 28 1650 125 poland     134 no
pnrgov LO  265 WAW AMS 28 0730 130 central     98 yes
pnrgov LO  266 AMS WAW 28 1040 115 central     96 yes
pnrgov AT  850 CMN AMS 28 0705 220 morocco    150 yes
pnrgov AT  851 AMS CMN 28 1245 225 morocco    146 yes
pnrgov AT  689 NDR AMS 29 0940 205 morocco    118 no
pnrgov EK  147 DXB AMS 28 0820 440 gulf       208 yes
pnrgov EK  148 AMS DXB 28 1430 400 gulf       198 yes
paxlst PC 1251 SAW AMS 28 0915 225 turkey     168 yes
paxlst PC 1252 AMS SAW 28 1300 205 turkey     164 yes
paxlst PC 5031 AYT AMS 28 1940 240 turkey     160 yes
paxlst PC  807 AMS ESB 29 0105 215 turkey     132 yes
paxlst GA   88 CGK AMS 27 2350 860 indonesia  196 yes
paxlst GA   89 AMS CGK 28 1120 840 indonesia  190 yes
paxlst GA   86 DPS AMS 28 2210 900 indonesia  180 yes
paxlst CZ  307 CAN AMS 28 0005 760 china      190 yes
paxlst CZ  308 AMS CAN 28 1430 690 china      186 yes
paxlst CZ  345 PVG AMS 28 0030 750 china      176 yes
paxlst CZ 6023 AMS PVG 28 1210 670 china      158 yes
paxlst DL   74 ATL AMS 27 1755 530 america    188 yes
paxlst DL  134 DTW AMS 27 1840 470 america    182 yes
paxlst DL   47 AMS JFK 28 1015 500 america    178 yes
paxlst DL  259 AMS BOS 28 1705 460 america    160 yes
csv    OR 1635 AMS HRG 28 0600 315 charter    174 yes
csv    OR 2413 AMS TFS 28 0725 280 charter    168 yes
csv    BZ  521 RTM SZG 28 0650 100 charter    138 yes
csv    BZ  524 SZG RTM 28 0915 105 charter    126 yes
"""


def _flight(line):
    feed, carrier, number, origin, destination, day, time, minutes, mix, size, closed = line.split()
    departure = datetime.datetime(2026, 11, int(day), int(time[:2]), int(time[2:]))
    return Flight(Leg(carrier, number, origin, destination, departure, int(minutes)), mix, int(size), closed == "yes", feed)


FLIGHTS = [_flight(line) for line in _TABLE.strip().splitlines()]
PUSHED_TWICE = "KL713"
CREW_LISTS = ("KL713", "KL587")

HUBS = {  # onward and earlier flights of connecting travellers: carrier -> (hub, other ends)
    "KL": ("AMS", ["EDI", "CPH", "OSL", "MUC", "CDG", "BCN", "PRG"]),
    "TK": ("IST", ["MGQ", "AMM", "KHI", "ISB", "NBO"]),
    "LO": ("WAW", ["GDN", "KTW", "PRG"]),
    "EK": ("DXB", ["KHI", "ISB", "DEL", "MGQ", "AMM"]),
    "AT": ("CMN", ["FEZ", "NDR", "ACC", "LOS"]),
}
