"""Two plots as SVG, written by hand: the same figures give the same bytes."""

from math import ceil, floor, log10
from xml.sax.saxutils import escape

from measure import Result

WIDTH = 880
OWN, OTHER, GRID, TEXT = "#c2410c", "#64748b", "#e2e8f0", "#1e293b"
COLOURS = ["#2563eb", "#0d9488", "#7c3aed", "#65a30d", "#db2777", "#0891b2", "#a16207", "#475569"]


def throughput(results: list[Result]) -> str:
    """Bars on a logarithmic axis."""
    rows = sorted(((speed, name) for result in results for name, speed in result.speeds.items()), reverse=True)
    # Down from the slowest, so that its bar has a length.
    low, high = floor(log10(rows[-1][0] / 2)), ceil(log10(rows[0][0]))
    left, right, top, step = 260, 780, 44, 26
    bottom = top + step * len(rows)

    def x(value: float) -> float:
        return left + (right - left) * (log10(value) - low) / (high - low)

    parts = [text(16, 24, "Passengers per second on one core", size=15, weight="bold")]
    for power in range(low, high + 1):
        parts.append(line(x(10**power), top, x(10**power), bottom))
        parts.append(text(x(10**power), bottom + 18, number(10**power), anchor="middle"))
    for place, (speed, name) in enumerate(rows):
        y = top + step * place
        colour = OWN if name.startswith("pnrscreen") else OTHER
        parts.append(text(left - 8, y + 17, name, anchor="end"))
        parts.append(f'<rect x="{left}" y="{y + 4}" width="{x(speed) - left:.1f}" height="{step - 8}" fill="{colour}"/>')
        parts.append(text(x(speed) + 6, y + 17, number(speed)))
    return svg(WIDTH, bottom + 32, parts)


def recall(results: list[Result]) -> str:
    """Recall against false alerts, which are on a logarithmic axis."""
    curves = sorted(
        (result for result in results if result.recall), key=lambda result: result.recall.get(100, 0), reverse=True
    )
    left, right, top, bottom = 56, 560, 44, 400
    budgets = [budget for result in curves for budget in result.recall]
    low, high = log10(min(budgets)), log10(max(budgets))
    lowest = min(value for result in curves for value in result.recall.values())
    least = min(floor(lowest * 10) / 10, 0.9)

    def x(budget: float) -> float:
        return left + (right - left) * (log10(budget) - low) / (high - low)

    def y(value: float) -> float:
        return bottom - (bottom - top) * (value - least) / (1 - least)

    parts = [text(16, 24, "Recall of listed persons", size=15, weight="bold")]
    for tenth in range(round(least * 10), 11):
        parts.append(line(left, y(tenth / 10), right, y(tenth / 10)))
        parts.append(text(left - 8, y(tenth / 10) + 4, f"{tenth / 10:.1f}", anchor="end"))
    for budget in [1, 10, 20, 100, 1000]:
        parts.append(line(x(budget), top, x(budget), bottom))
        parts.append(text(x(budget), bottom + 18, f"{budget:,}", anchor="middle"))
    parts.append(text((left + right) / 2, bottom + 38, "false alerts per 10,000 passengers", anchor="middle"))
    colours = iter(COLOURS)
    for place, result in enumerate(curves):
        own = result.name == "pnrscreen"
        colour, width = (OWN, 3) if own else (next(colours), 1.5)
        points = " ".join(f"{x(budget):.1f},{y(value):.1f}" for budget, value in result.recall.items())
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="{width}"/>')
        height = top + 12 + 22 * place
        parts.append(line(right + 20, height, right + 44, height, colour, width))
        parts.append(text(right + 52, height + 4, result.name, weight="bold" if own else "normal"))
    return svg(WIDTH, bottom + 52, parts)


def number(value: float) -> str:
    """Three digits: what is behind them differs from run to run."""
    return f"{float(f'{value:.3g}'):,.15g}"


def line(x1: float, y1: float, x2: float, y2: float, colour: str = GRID, width: float = 1) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" stroke-width="{width}"/>'


def text(x: float, y: float, content: str, anchor: str = "start", size: int = 12, weight: str = "normal") -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text {place} font-size="{size}" font-weight="{weight}" fill="{TEXT}">{escape(content)}</text>'


def svg(width: int, height: int, parts: list[str]) -> str:
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    background = f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    return "\n".join([f'{opening} font-family="sans-serif">', background, *parts, "</svg>", ""])
