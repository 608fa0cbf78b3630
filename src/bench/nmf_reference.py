#!/usr/bin/env python3
"""What scikit-learn makes of the same ratings: the figure that `osusume train` is held against.

usage: nmf_reference.py rating.csv [k] [--max-iter 200] [--seed 1]

Duplicates: the last row of a (user, anime) pair counts. Unrated (-1) is dropped; columns are the
titles with at least one rating. Prints one JSON document: relative_error is ||X - WH|| / ||X||,
seconds is fit_transform alone (start included), peak_mb the whole process.
"""

import argparse
import json
import resource
import time
import warnings

import numpy as np
import pandas as pd
import scipy.sparse as sp
import sklearn
from sklearn.decomposition import NMF
from sklearn.exceptions import ConvergenceWarning


def read(path):
    rows = pd.read_csv(path)
    rows = rows.drop_duplicates(["user_id", "anime_id"], keep="last")
    rows = rows[rows.rating > 0]
    user, users = pd.factorize(rows.user_id)
    anime, titles = pd.factorize(rows.anime_id, sort=True)
    values = rows.rating.to_numpy(np.float64)
    return sp.csr_matrix((values, (user, anime)), shape=(len(users), len(titles)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ratings")
    parser.add_argument("k", nargs="?", type=int, default=20)
    parser.add_argument("--max-iter", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    x = read(args.ratings)
    model = NMF(
        args.k, solver="cd", init="nndsvda", max_iter=args.max_iter, random_state=args.seed
    )
    warnings.simplefilter("ignore", ConvergenceWarning)
    begun = time.perf_counter()
    model.fit_transform(x)
    seconds = time.perf_counter() - begun
    print(
        json.dumps(
            {
                "components": args.k,
                "users": x.shape[0],
                "anime": x.shape[1],
                "ratings": x.nnz,
                "iterations": int(model.n_iter_),
                "relative_error": model.reconstruction_err_ / float(np.sqrt((x.data**2).sum())),
                "seconds": seconds,
                "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "sklearn": sklearn.__version__,
            }
        )
    )


if __name__ == "__main__":
    main()
