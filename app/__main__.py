"""Command line of the desktop application: its window by default; `demo`, `calc`, `verify` and `restore` without a window."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; gives its exit code. Nothing but what the asked command needs is imported."""
    parser = argparse.ArgumentParser("jalon", description="Diagnostics « Industrie du futur », sans réseau.")
    parser.add_argument("--profile", type=Path, help="dossier du profil (celui de l’utilisateur par défaut)")
    parser.add_argument("--training", action="store_true", help="ouvrir l’entreprise fictive")
    parser.add_argument("--json-log", action="store_true", help="journal du profil en lignes JSON")
    commands = parser.add_subparsers(dest="command")
    demo = commands.add_parser("demo", help="tout le parcours de l’entreprise fictive, sans fenêtre")
    demo.add_argument("--out", type=Path, required=True, help="dossier des fichiers produits")
    calc = commands.add_parser("calc", help="résultats des moteurs pour un fichier de cas, en JSON")
    calc.add_argument("cases", type=Path, help="fichier de cas (docs/calc.md)")
    verify = commands.add_parser("verify", help="vérifie un fichier scellé, une feuille de route ou un reçu")
    verify.add_argument("file", type=Path, help="fichier .jalon, mission.json, PDF ou reçu")
    verify.add_argument("--key", type=Path, help="clé publique du serveur, en hexadécimal")
    verify.add_argument("--receipt", type=Path, help="reçu qui doit être celui du fichier")
    restore = commands.add_parser("restore", help="fait un profil neuf de sa dernière sauvegarde")
    restore.add_argument("backups", type=Path, help="dossier ou clé des sauvegardes ; --profile se donne avant")
    asked = parser.parse_args(arguments)
    if asked.command == "demo":
        from app.commands.demo import run as run_demo

        return run_demo(asked.out, sys.stdout.write)
    if asked.command == "calc":
        from app.commands.calc import run as run_calc

        return run_calc(asked.cases, sys.stdout.write)
    if asked.command == "verify":
        from app.commands.verify import run as run_verify

        return run_verify(asked.file, asked.key, asked.receipt, sys.stdout.write)
    if asked.command == "restore":
        from getpass import getpass

        from app.commands.restore import run as run_restore

        ask = (lambda: getpass("Phrase secrète ou code de secours : ")) if sys.stdin.isatty() else _typed
        return run_restore(asked.backups, asked.profile, ask, sys.stdout.write)
    from app.commands.window import open_window

    return open_window(asked.profile, json_log=asked.json_log, training=asked.training)


def _typed() -> str:
    return sys.stdin.readline().strip()


if __name__ == "__main__":
    sys.exit(main())
