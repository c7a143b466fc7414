#!/usr/bin/env python3
"""Makes a run of "Rank under noise" again, and checks it against what the page measured.

    python3 reproduce.py RUN.npz

RUN.npz is what the page writes under "Save". Needs NumPy only. Exit code: 0 where the run agrees, 1 where it does not,
2 where the file cannot be read.

The network that the file names (two layers, "cnn", where it names none): f(x) = F+(x) - F-(x), F(x) = (1/m) sum over filters r and patches p of phi(<w_r, x_p>), the second layer
fixed, phi the Huberized ReLU. Training: full-batch gradient descent on the mean logistic loss, in double precision.
The learning rate is per filter: one step moves the filters by lr * m times the gradient.
"""
import json
import sys

import numpy as np

# How far the page, which may train in single precision, may be from this script. Singular values are measured against
# the largest, everything else as it is; the loss against itself, and no finer than 1e-6.
TOLERANCE = {"singular values": 1e-3, "loss": 1e-3, "accuracy": 0.005, "signal share": 1e-3}


def activation(z, q, kappa):
    """phi: 0 below 0, z^q / (q kappa^(q-1)) up to kappa, linear above."""
    inner = np.clip(z, 0, kappa)
    return np.where(z <= kappa, inner * (inner / kappa) ** (q - 1) / q, z - (1 - 1 / q) * kappa)


def slope(z, q, kappa):
    """The derivative of phi."""
    return np.where(z <= 0, 0.0, (np.clip(z, 0, kappa) / kappa) ** (q - 1))


def outputs(w, patches, q, kappa):
    """f of every image, and <w, x> of every patch with every filter. patches [n, P, d], w [2m, d]."""
    n, P, d = patches.shape
    sign = np.repeat([1.0, -1.0], len(w) // 2)
    z = patches.reshape(n * P, d) @ w.T
    return (activation(z, q, kappa) @ sign).reshape(n, P).sum(1) / (len(w) // 2), z


def gradient(w, patches, labels, q, kappa):
    """The mean logistic loss, the outputs and the gradient in the filters."""
    n, P, d = patches.shape
    m = len(w) // 2
    f, z = outputs(w, patches, q, kappa)
    margin = labels * f
    towards = np.repeat(-labels / (1 + np.exp(np.minimum(margin, 700))) / n, P)
    weights = towards[:, None] * slope(z, q, kappa) * np.repeat([1 / m, -1 / m], m)
    return np.logaddexp(0, -margin).mean(), f, weights.T @ patches.reshape(n * P, d)


class TwoLayers:
    """f of images, the gradient in every weight matrix, and how far a step moves each against it."""

    def outputs(self, matrices, patches, run):
        return outputs(matrices[0], patches, run["q"], run["kappa"])[0]

    def gradient(self, matrices, patches, labels, run):
        loss, f, g = gradient(matrices[0], patches, labels, run["q"], run["kappa"])
        return loss, f, [g]

    def rates(self, matrices, lr):
        return [lr * (len(matrices[0]) // 2)]


NETWORKS = {"cnn": TwoLayers()}

# The matrices of a file that was written when a network had one.
FILTERS_ALONE = [
    {
        "name": "filters",
        "arrays": {
            "initial": "initial_filters",
            "values": "filters",
            "singularValues": "filter_singular_values",
            "signalShares": "history_signal_share",
        },
    }
]


def measure(network, matrices, loss, f, run):
    """What the page shows beside the loss."""
    f_test = network.outputs(matrices, run["test_patches"], run)
    return {
        "loss": loss,
        "training accuracy": (run["labels"] * f > 0).mean(),
        "test accuracy": (run["test_labels"] * f_test > 0).mean(),
    }


def signal_share(w, signal):
    """The share of a matrix's energy in the signal span."""
    return ((w @ signal.T) ** 2).sum() / (w ** 2).sum()


def compare(name, page, own, tolerance, rows):
    """Adds a row: name, the page's value, this script's, the largest difference, whether it is within the tolerance."""
    page, own = np.atleast_1d(page), np.atleast_1d(own)
    known = ~np.isnan(page)
    off = float(np.abs(page - own)[known].max(initial=0)) if page.shape == own.shape else float("inf")
    rows.append((name, float(page[0]), float(own[0]), off, tolerance, off <= tolerance))


def load(path):
    with np.load(path, allow_pickle=False) as file:
        run = {name: file[name] for name in file.files if not name.endswith(".json")}
        about = json.loads(file["parameters.json"])
    return run, about


def main(path):
    run, about = load(path)
    parameters = about["parameters"]
    q, kappa, lr = (float(parameters[name]) for name in ("q", "kappa", "lr"))
    run.update(q=q, kappa=kappa)
    patches, labels = run["patches"], run["labels"]
    n, P, d = patches.shape
    name = about.get("network", "cnn")
    if name not in NETWORKS:
        raise ValueError(f"this script does not know the network {name}")
    network = NETWORKS[name]
    listed = about.get("matrices", FILTERS_ALONE)
    matrices = [run[matrix["arrays"]["initial"]].copy() for matrix in listed]
    m = int(parameters["m"])
    steps = [int(step) for step in run["history_steps"]]
    print(f"{about['link']}\nn = {n}, P = {P}, d = {d}, m = {m}, q = {q:g}, {steps[-1]} steps; the page computed on {about['recorded']['backend']}")

    rows = []
    data = patches.reshape(n * P, d) if about["matrix"] == "patch" else patches.reshape(n, P * d)
    s = np.linalg.svd(data, compute_uv=False)
    compare("data, s_1 ...", run["data_singular_values"], s, TOLERANCE["singular values"] * s[0], rows)
    if about["status"] == "diverged":
        print("The run diverged: from there on it is chaotic, and only its data can be compared.")
    else:
        train(network, run, steps, listed, matrices, lr, rows)

    print(f"{'':24}{'page':>14}{'here':>14}{'difference':>14}{'allowed':>12}")
    for name, page, own, off, allowed, fine in rows:
        print(f"{name:24}{page:14.6g}{own:14.6g}{off:14.2e}{allowed:12.2e}{'' if fine else '   DIFFERS'}")
    bad = sum(not fine for *_, fine in rows)
    print(f"{len(rows) - bad} of {len(rows)} agree")
    return 1 if bad else 0


def train(network, run, steps, listed, matrices, lr, rows):
    recorded = {step: i for i, step in enumerate(steps)}
    losses = np.zeros(len(steps))
    rates = network.rates(matrices, lr)
    for step in range(steps[-1] + 1):
        loss, f, slopes = network.gradient(matrices, run["patches"], run["labels"], run)
        if step in recorded:
            losses[recorded[step]] = loss
        if step < steps[-1]:
            for w, rate, g in zip(matrices, rates, slopes):
                w -= rate * g
    own = measure(network, matrices, loss, f, run)
    page = run["history_loss"]
    relative = np.abs(page - losses) / np.maximum(np.abs(losses), 1e-6)
    worst = int(relative.argmax())
    compare("loss at the end", page[-1], own["loss"], max(TOLERANCE["loss"] * own["loss"], 1e-6), rows)
    compare(f"loss, worst (step {steps[worst]})", page[worst], losses[worst], max(TOLERANCE["loss"] * losses[worst], 1e-6), rows)
    for name, of, key in (("training", "labels", "history_train_accuracy"), ("test", "test_labels", "history_test_accuracy")):
        # One image on the border may fall to either side.
        compare(f"{name} accuracy", run[key][-1], own[f"{name} accuracy"], max(TOLERANCE["accuracy"], 1.01 / len(run[of])), rows)
    for matrix, w in zip(listed, matrices):
        name, arrays = matrix["name"], matrix["arrays"]
        share = run[arrays["signalShares"]][-1]
        if not np.isnan(share):
            label = "signal share" if name == "filters" else f"{name}, signal share"
            compare(label, share, signal_share(w, run["signal"]), TOLERANCE["signal share"], rows)
        s = np.linalg.svd(w, compute_uv=False)
        compare(f"{name}, s_1 ...", run[arrays["singularValues"]], s, TOLERANCE["singular values"] * s[0], rows)
        # The matrix itself, as long as its largest entry: no two runs agree in their rank by chance.
        compare(f"{name}, entries", run[arrays["values"]].astype(float).ravel(), w.ravel(), TOLERANCE["singular values"] * s[0], rows)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    try:
        code = main(sys.argv[1])
    except (OSError, KeyError, ValueError) as error:
        print(f"{sys.argv[1]}: not a run of this page ({error})", file=sys.stderr)
        code = 2
    sys.exit(code)
