"""One command a step: train, export, measure."""

from __future__ import annotations

import logging
from pathlib import Path

import click

_DATA = click.option(
    "--data", type=click.Path(path_type=Path, exists=True), default="../shared/data", show_default=True,
    help="Folder with the annotated corpora.",
)  # fmt: skip
_START = click.option(
    "--start", type=click.Path(path_type=Path, exists=True), required=True, help="The published model.safetensors."
)
_OUT = click.option("--out", type=click.Path(path_type=Path), default="build/annotator", show_default=True)


@click.group(help=__doc__)
def main() -> None:  # noqa: D103
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")


@main.command("train")
@_DATA
@_START
@_OUT
@click.option("--epochs", type=int, default=7, show_default=True)
@click.option("--seed", type=int, default=13, show_default=True)
def train_command(data: Path, start: Path, out: Path, *, epochs: int, seed: int) -> None:
    """Train the annotator, going on from the last checkpoint."""
    from training.train import train

    train(data, start, out, epochs=epochs, seed=seed)


@main.command("finish")
@_DATA
@_START
@_OUT
@click.option("--seed", type=int, default=14, show_default=True)
def finish_command(data: Path, start: Path, out: Path, *, seed: int) -> None:
    """Train some more on a mix nearer to edited text, and keep the mean of what comes of it."""
    from training.train import finish

    finish(data, start, out, seed=seed)


@main.command("export")
@_START
@_OUT
def export_command(start: Path, out: Path) -> None:
    """Write the trained network and the untouched sentence encoder as ONNX in int8."""
    from training.export import export
    from training.meaning import export_meaning

    finished = out / "finished.pt"
    export(finished if finished.exists() else out / "mean.pt", out)
    export_meaning(start, out)


@main.command("measure")
@_DATA
@_OUT
def measure_command(data: Path, out: Path) -> None:
    """Print the figures of float32 and int8 side by side."""
    from training.measure import measure, table

    files = {"float32": "annotator.float32.onnx", "int8": "annotator.onnx"}
    click.echo(table({name: measure(out, data, file) for name, file in files.items()}))


@main.command("check")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def check_command(file: Path) -> None:
    """Check a FILE of your own annotations, and say line by line what to mend."""
    from training.check import check_file

    report = check_file(file)
    for problem in report.problems:
        message = problem.message.encode("utf-8", "replace").decode("utf-8")  # halves of surrogate pairs print nowhere
        click.echo(f"{file}:{problem.line}: {message}")
    click.echo(f"{report.texts} texts, {report.attributions} attributions, {len(report.problems)} problems")
    if report.problems:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
