#!/usr/bin/env python3
"""The routes written the documented way, Flask and pandas, but with all data held in memory: what the listener is held against.

    src/bench/listener_reference.py FOLDER FACTORS --port N [--workers 2]

FOLDER holds anime.csv and rating.csv, FACTORS is the file of taste groups that `osusume train` wrote (models/nmf-*.safetensors),
so that both sides recommend out of the same groups. Needs Flask, pandas and gunicorn (Debian: python3-flask, python3-pandas,
gunicorn). Runs under gunicorn, whose workers share what is read once before they are forked; ends with SIGTERM.

/anime and /user put a boolean mask to each parameter and answer to_dict("records"). /recommend takes the user's row of W, the
group where it is largest, that group's row of H without what the user watched, and the k largest weights. What the documented
service reads at every request (the files, and their cleaning) is read once here. Unknown numbers match no filter and are answered
as null. What is no parameter is ignored, and errors are Flask's own.

The workers are gunicorn's plain ones, a connection a request: with threads that keep connections alive (gthread) the same
requests cost as much processor time or more, for nearly all of it is pandas'.
"""

import argparse
import html
import json
import os
import pathlib
import struct

import numpy as np
import pandas as pd
from flask import Flask, abort, jsonify, request

HERE = pathlib.Path(__file__).resolve().parent


def read_factors(path):
    """W (users x groups), H (groups x titles), user ids and anime ids out of a safetensors file."""
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        body = file.read()
    kinds = {"F32": "<f4", "I32": "<i4"}

    def tensor(name):
        entry = header[name]
        begin, end = entry["data_offsets"]
        return np.frombuffer(body[begin:end], kinds[entry["dtype"]]).reshape(entry["shape"])

    return tensor("W"), tensor("H"), tensor("user_ids"), tensor("anime_ids")


def read_anime(path):
    """The catalogue with unknown numbers as NaN."""
    anime = pd.read_csv(path, keep_default_na=False, na_values={"episodes": ["", "Unknown"], "rating": [""]})
    anime = anime.drop_duplicates("anime_id", keep="last")
    anime["name"] = anime.name.map(html.unescape)
    for column in ("genre", "type"):
        anime[column] = anime[column].replace("", "Unknown")
    return anime.set_index("anime_id", drop=False)


def as_shown(anime):
    """The same rows as they are answered: whole numbers without a fraction, None where a number is unknown."""
    shown = anime.astype({"episodes": "Int64"}).astype(object)
    return shown.where(anime.notna(), None)


def number(name):
    value = request.args.get(name)
    try:
        return None if value is None else float(value)
    except ValueError:
        abort(400, f"{name} is {value!r}, but a number is expected.")


def whole(name, default):
    value = request.args.get(name, default)
    try:
        return None if value is None else int(value)
    except ValueError:
        abort(400, f"{name} is {value!r}, but a whole number is expected.")


def narrowed(rows, mask, columns):
    """The mask of rows, with a mask more for each parameter about one of the columns: X, mt_X, lt_X."""
    for column in columns:
        for name, compare in ((column, rows[column].eq), (f"mt_{column}", rows[column].gt), (f"lt_{column}", rows[column].lt)):
            value = number(name)
            if value is not None:
                mask = mask & compare(value)
    return mask


def narrowed_titles(anime, mask):
    """The mask of titles, with what the parameters of /anime ask."""
    for genre in request.args.getlist("genre"):
        mask = mask & anime.genre.str.contains(genre, case=False, regex=False)
    kind = request.args.get("type")
    if kind is not None:
        mask = mask & (anime.type.str.lower() == kind.lower())
    name = request.args.get("name")
    if name is not None:
        mask = mask & (anime.name.str.lower() == name.lower())
    wanted = number("anime_id")
    if wanted is not None:
        mask = mask & (anime.anime_id == wanted)
    return narrowed(anime, mask, ("episodes", "rating", "members"))


def page(rows):
    offset, limit = whole("offset", 0), whole("limit", None)
    return rows[offset:] if limit is None else rows[offset : offset + limit]


def made_of(folder, factors):
    """The Flask program over FOLDER's two files and a file of factors."""
    anime = read_anime(pathlib.Path(folder) / "anime.csv")
    shown = as_shown(anime)
    every_title = pd.Series(True, index=anime.index)
    ratings = pd.read_csv(pathlib.Path(folder) / "rating.csv").drop_duplicates(["user_id", "anime_id"], keep="last")
    every_rating = pd.Series(True, index=ratings.index)
    w, h, user_ids, anime_ids = read_factors(factors)
    w = pd.DataFrame(w, index=user_ids)
    h = pd.DataFrame(h, columns=anime_ids)

    app = Flask(__name__)
    app.config["JSON_SORT_KEYS"] = False

    @app.get("/")
    def welcome():
        return "Welcome to the Anime Recommendation API!", {"Content-Type": "text/plain"}

    @app.get("/anime")
    def titles():
        return jsonify(page(shown[narrowed_titles(anime, every_title)]).to_dict("records"))

    @app.get("/user")
    def users():
        mask = narrowed(ratings, every_rating, ("user_id", "anime_id", "rating"))
        return jsonify(page(ratings[mask]).to_dict("records"))

    @app.get("/recommend/<int:user_id>")
    def recommend(user_id):
        if request.args.get("strategy", "group") != "group":
            abort(400, "The reference knows the strategy group alone.")
        if user_id not in w.index:
            abort(404, f"There is no user {user_id}.")
        k = whole("k", 5)
        weights = h.loc[w.loc[user_id].idxmax()]
        watched = ratings.anime_id[ratings.user_id == user_id]
        weights = weights[~weights.index.isin(watched)]
        candidates = anime.loc[weights.index]
        weights = weights[narrowed_titles(candidates, pd.Series(True, index=weights.index))]
        best = weights.sort_values(ascending=False).head(k)
        return jsonify(
            recommended_anime=anime.name.loc[best.index].tolist(),
            weights=best.tolist(),
            anime=shown.loc[best.index].to_dict("records"),
            strategy="group",
        )

    return app


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("factors", type=pathlib.Path)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    made = f"listener_reference:made_of({str(args.folder.resolve())!r}, {str(args.factors.resolve())!r})"
    os.execvp(
        "gunicorn",
        ["gunicorn", "--preload", "--workers", str(args.workers), "--bind", f"127.0.0.1:{args.port}"]
        + ["--chdir", str(HERE), "--log-level", "warning", made],
    )


if __name__ == "__main__":
    main()
