"""How the notebooks draw and write numbers: the report's colours, French numbers."""

import matplotlib as mpl
import matplotlib.pyplot as plt
import polars as pl

# The palette of the report (`src/chart/style.rs`): blue is good, vermillion is bad, safe for colour-blind readers.
INK, MUTED, GRID, AXIS = "#1F2933", "#56616E", "#E4E8EC", "#828C96"
GOOD, BAD, PLAIN, NEUTRAL = "#0072B2", "#D55E00", "#34495E", "#A0A8B0"

NARROW = "\u202f"  # between thousands
NO_BREAK = "\u00a0"


def use_style() -> None:
    """Figures and tables as the report has them; the same bytes on every machine."""
    mpl.rcdefaults()
    plt.rcParams.update(
        {
            "figure.dpi": 88,
            "savefig.dpi": 88,
            "font.family": "DejaVu Sans",
            "font.size": 10,
            "text.color": INK,
            "axes.edgecolor": AXIS,
            "axes.labelcolor": MUTED,
            "axes.titlecolor": INK,
            "axes.titlelocation": "left",
            "axes.titlesize": 10.5,
            "axes.titleweight": "bold",
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.grid": True,
            "axes.axisbelow": True,
            "grid.color": GRID,
            "grid.linewidth": 0.8,
            "xtick.color": MUTED,
            "ytick.color": MUTED,
            "legend.frameon": False,
            "figure.constrained_layout.use": True,
            "axes.formatter.use_mathtext": False,
            "axes.unicode_minus": True,
        }
    )
    pl.Config(
        tbl_hide_dataframe_shape=True,
        tbl_hide_column_data_types=True,
        tbl_rows=40,
        tbl_cols=20,
        fmt_str_lengths=200,
        decimal_separator=",",
        thousands_separator=" ",
        float_precision=2,
    )


def french(value: float, decimals: int = 1, sign: bool = False) -> str:
    """A number as French writes it: 1 234,5 and −3,0; `sign` adds the plus."""
    text = f"{value:+,.{decimals}f}" if sign else f"{value:,.{decimals}f}"
    # A zero has no sign.
    if float(text.replace(",", "")) == 0:
        text = text.lstrip("+-")
    return text.replace(",", NARROW).replace(".", ",").replace("-", "−")


def french_axis(axis, decimals: int = 0, sign: bool = False) -> None:
    """Numbers of an axis as French writes them."""
    axis.set_major_formatter(lambda value, _: french(value, decimals, sign))


def title(figure, text: str, note: str) -> None:
    """What the figure shows, and under it what a reader must know of it."""
    figure.suptitle(text, x=0.01, ha="left", fontsize=12.5, fontweight="bold", color=INK)
    figure.supxlabel(note, x=0.01, ha="left", fontsize=8.5, color=MUTED)
