"""Requests to the routes, no two alike, made out of a data set's own titles and users so that they find something."""

import csv
import itertools
import random
from urllib.parse import quote


def titles(folder):
    """What is asked for: titles of anime.csv of which everything is known."""
    with open(folder / "anime.csv", encoding="utf-8", newline="") as file:
        return [
            row
            for row in csv.DictReader(file)
            if row["genre"] and row["type"] and row["rating"] and row["episodes"].isdigit()
        ]


def users(folder):
    """The ids of everybody in rating.csv."""
    with open(folder / "rating.csv", encoding="utf-8") as file:
        next(file)
        return sorted({int(line[: line.index(",")]) for line in file})


def anime_paths(titles, count, seed):
    """`/anime` with five filters. Each request starts from a title, drawn by the square of its members, and asks for one
    of its genres, its type, and numbers that are ever new and that it fits, so that each finds that title and mostly a few more."""
    draw = random.Random(seed)
    often = list(itertools.accumulate(int(title["members"]) ** 2 for title in titles))
    paths = {}
    while len(paths) < count:
        (title,) = draw.choices(titles, cum_weights=often)
        genre = quote(draw.choice(title["genre"].split(", ")))
        episodes = max(0, int(title["episodes"]) - draw.randint(1, 4))
        slack = draw.uniform(0.001, 0.3)
        rating = float(title["rating"])
        rated = f"mt_rating={rating - slack:.3f}" if draw.random() < 0.8 else f"lt_rating={rating + slack:.3f}"
        members = int(int(title["members"]) * draw.uniform(0.8, 0.99))
        paths[
            f"/anime?genre={genre}&type={title['type']}&mt_episodes={episodes}&{rated}&mt_members={members}"
        ] = None
    return list(paths)


def recommend_paths(users, count, seed):
    """`/recommend/<user>?strategy=group` for one user after another, of titles with more members than some small number, which
    keeps the requests apart and costs either side little; users and numbers change from request to request, so that any
    stretch of the sequence is as hard as any other. k is what it is by default on both sides."""
    draw = random.Random(seed)
    order = list(users)
    draw.shuffle(order)
    numbers = list(range(1000))
    draw.shuffle(numbers)
    if count > len(order) * len(numbers):
        raise ValueError(f"{len(order)} users make {len(order) * len(numbers)} requests that differ, not {count}.")
    paths = []
    for i in range(count):
        user = i % len(order)
        members = numbers[(i // len(order) + user) % len(numbers)]
        paths.append(f"/recommend/{order[user]}?strategy=group&mt_members={members}")
    return paths
