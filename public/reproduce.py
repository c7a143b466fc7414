#!/usr/bin/env python3
"""Makes a run of "Rank under noise" again, and checks it against what the page measured.

    python3 reproduce.py RUN.npz

RUN.npz is what the page writes under "Save". Needs NumPy only. Exit code: 0 where the run agrees, 1 where it does not,
2 where the file cannot be read.

The network that the file names (two layers, "cnn", where it names none): f(x) = F+(x) - F-(x), F(x) = (1/m) sum over
filters r and patches p of phi(<w_r, x_p>), the second layer fixed, phi the Huberized ReLU; "dense": the same with an image as
one patch; "deep" and "transformer": below. Training: steps on the mean logistic loss, in double precision; gradient descent
on all images unless the file says otherwise. The learning rate is per filter: one step of gradient descent moves the filters
by lr * m times the gradient.
"""
import json
import sys

import numpy as np

# How far the page, which may train in single precision, may be from this script. Singular values are measured against
# the largest, everything else as it is; the loss against itself, and no finer than 1e-6.
TOLERANCE = {"singular values": 1e-3, "loss": 1e-3, "accuracy": 0.005, "signal share": 1e-3, "cosine": 1e-3}
# Of gradients where phi has a kink, q = 1: they jump when rounding takes one patch to its other side.
AT_A_KINK = 0.03


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

    def rates(self, matrices, lr, token):
        return [lr * (len(matrices[0]) // 2)]


class Dense(TwoLayers):
    """Without weight sharing: an image is one patch."""

    def outputs(self, matrices, patches, run):
        return super().outputs(matrices, patches.reshape(len(patches), 1, -1), run)

    def gradient(self, matrices, patches, labels, run):
        return super().gradient(matrices, patches.reshape(len(patches), 1, -1), labels, run)


def head(w):
    """The fixed head: 1/m for the first half of the units, -1/m for the others."""
    m = len(w) // 2
    return np.repeat([1 / m, -1 / m], m)


def loss_slope(f, labels):
    """The mean logistic loss, and its derivative in every output."""
    margin = labels * f
    return np.logaddexp(0, -margin).mean(), -labels / (1 + np.exp(np.minimum(margin, 700))) / len(f)


class Deep:
    """Every patch by itself: h1 = phi(W1 x), h_l = h_(l-1) + relu(W_l h_(l-1)), f = sum over patches of <a, h_(L-1)>."""

    def layers(self, matrices, patches, run):
        x = patches.reshape(-1, patches.shape[-1])
        before = [x @ matrices[0].T]
        after = [x, activation(before[0], run["q"], run["kappa"])]
        for w in matrices[1:]:
            before.append(after[-1] @ w.T)
            after.append(after[-1] + np.maximum(before[-1], 0))
        f = (after[-1] @ head(matrices[0])).reshape(patches.shape[:2]).sum(1)
        return f, before, after

    def outputs(self, matrices, patches, run):
        return self.layers(matrices, patches, run)[0]

    def gradient(self, matrices, patches, labels, run):
        f, before, after = self.layers(matrices, patches, run)
        loss, towards = loss_slope(f, labels)
        by = np.repeat(towards, patches.shape[1])[:, None] * head(matrices[0])
        slopes = [None] * len(matrices)
        for l in range(len(matrices) - 1, 0, -1):
            part = by * (before[l] > 0)
            slopes[l] = part.T @ after[l]
            by = by + part @ matrices[l]
        slopes[0] = (by * slope(before[0], run["q"], run["kappa"])).T @ after[0]
        return loss, f, slopes

    def rates(self, matrices, lr, token):
        return [lr * (len(matrices[0]) // 2)] + [lr / 15] * (len(matrices) - 1)


class Transformer:
    """Tokens t = phi(E x) (linear: E x); s = <Wq c, Wk t> / sqrt(k), alpha = softmax(s) over patches, b = P sum alpha t,
    o = b + Wv b, v = o + relu(Wm o), f = <a, v>. The class token c stays as drawn."""

    def forward(self, matrices, patches, run):
        e, c, wq, wk, wv, wm = matrices
        z = patches @ e.T
        t = z if run["token"] == "linear" else activation(z, run["q"], run["kappa"])
        u = wk.T @ (wq @ c[0]) / len(wq) ** 0.5
        s = t @ u
        alpha = np.exp(s - s.max(1, keepdims=True))
        alpha /= alpha.sum(1, keepdims=True)
        b = patches.shape[1] * (alpha[:, :, None] * t).sum(1)
        o = b + b @ wv.T
        mixed = o @ wm.T
        f = (o + np.maximum(mixed, 0)) @ head(e)
        return f, z, t, u, alpha, b, o, mixed

    def outputs(self, matrices, patches, run):
        return self.forward(matrices, patches, run)[0]

    def gradient(self, matrices, patches, labels, run):
        e, c, wq, wk, wv, wm = matrices
        P, k = patches.shape[1], len(wq)
        f, z, t, u, alpha, b, o, mixed = self.forward(matrices, patches, run)
        loss, towards = loss_slope(f, labels)
        by_v = towards[:, None] * head(e)
        by_mixed = by_v * (mixed > 0)
        by_o = by_v + by_mixed @ wm
        by_b = by_o + by_o @ wv
        by_alpha = P * (by_b[:, None, :] * t).sum(2)
        by_s = alpha * (by_alpha - (by_alpha * alpha).sum(1, keepdims=True))
        by_u = (by_s[:, :, None] * t).sum((0, 1)) / k**0.5
        by_t = P * alpha[:, :, None] * by_b[:, None, :] + by_s[:, :, None] * u
        by_z = by_t if run["token"] == "linear" else by_t * slope(z, run["q"], run["kappa"])
        by_query = wk @ by_u
        slopes = [
            by_z.reshape(-1, len(e)).T @ patches.reshape(-1, patches.shape[-1]),
            (wq.T @ by_query)[None],
            np.outer(by_query, c[0]),
            np.outer(wq @ c[0], by_u),
            by_o.T @ b,
            by_mixed.T @ o,
        ]
        return loss, f, slopes

    def rates(self, matrices, lr, token):
        attention, mixing = (lr, lr / 10) if token == "linear" else (lr / 5, lr / 50)
        return [lr * (len(matrices[0]) // 2), 0, attention, attention, mixing, mixing]


NETWORKS = {"cnn": TwoLayers(), "dense": Dense(), "deep": Deep(), "transformer": Transformer()}


class Optimiser:
    """How one matrix moves: by rate / m times the direction of g = m * gradient + decay * w. gd: g. momentum: v = .9 v + .1 g.
    adam: Kingma and Ba's (.9, .999, 1e-8), whose rate is lr * m for every matrix that moves."""

    def __init__(self, kind, decay, m, rate, lr):
        self.kind, self.decay, self.m = kind, decay, m
        self.rate = lr * m if kind == "adam" and rate else rate
        self.mean = self.square = 0.0
        self.steps = 0

    def move(self, w, slopes):
        g = self.m * slopes + self.decay * w
        self.steps += 1
        if self.kind != "gd":
            self.mean = 0.9 * self.mean + 0.1 * g
            g = self.mean
        if self.kind == "adam":
            raw = self.m * slopes + self.decay * w
            self.square = 0.999 * self.square + 0.001 * raw * raw
            g = self.mean / (1 - 0.9**self.steps) / (np.sqrt(self.square / (1 - 0.999**self.steps)) + 1e-8)
        w -= self.rate / self.m * g

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
        "test loss": loss_slope(f_test, run["test_labels"])[0],
    }


def signal_share(w, signal):
    """The share of a matrix's energy in the signal span, patch by patch where a row sees several."""
    return ((w.reshape(-1, signal.shape[1]) @ signal.T) ** 2).sum() / (w ** 2).sum()


def energies_along(w, signal):
    """The shares of a matrix's energy along each signal vector; not numbers where it is zero."""
    total = (w**2).sum()
    return ((w.reshape(-1, signal.shape[1]) @ signal.T) ** 2).sum(0) / (total if total > 0 else np.nan)


def downhill(moved, slopes):
    """The cosine of the way down with what was moved; not a number where either is zero."""
    lengths = np.linalg.norm(moved) * np.linalg.norm(slopes)
    return -(moved * slopes).sum() / lengths if lengths > 0 else np.nan


def singular_values(w):
    return np.linalg.svd(w, compute_uv=False)


def compare(name, page, own, tolerance, rows):
    """Adds a row: name, the page's value, this script's, the largest difference, whether it is within the tolerance."""
    page, own = np.atleast_1d(page), np.atleast_1d(own)
    known = ~np.isnan(page)
    off = float(np.abs(page - own)[known].max(initial=0)) if page.shape == own.shape else float("inf")
    rows.append((name, float(page[0]), float(own[0]), off, tolerance, off <= tolerance))


def compare_steps(name, page, own, tolerance, rows, unit=None):
    """The same for one value or spectrum a step, each in its unit: the row is that of the step where they are furthest apart."""
    page, own = np.asarray(page, float).reshape(len(own), -1), np.asarray(own, float).reshape(len(own), -1)
    if page.shape != own.shape:
        return compare(name, page.ravel(), own.ravel(), tolerance, rows)
    unit = np.ones(len(own)) if unit is None else np.where(np.asarray(unit) > 0, unit, 1.0)
    worst = int((np.nan_to_num(np.abs(page - own)).max(1, initial=0) / unit).argmax())
    compare(name, page[worst], own[worst], tolerance * unit[worst], rows)


def load(path):
    with np.load(path, allow_pickle=False) as file:
        run = {name: file[name] for name in file.files if not name.endswith(".json")}
        about = json.loads(file["parameters.json"])
    return run, about


def main(path):
    run, about = load(path)
    parameters = about["parameters"]
    q, kappa, lr = (float(parameters[name]) for name in ("q", "kappa", "lr"))
    run.update(q=q, kappa=kappa, token=parameters.get("token", "filters"))
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
    s = singular_values(data)
    compare("data, s_1 ...", run["data_singular_values"], s, TOLERANCE["singular values"] * s[0], rows)
    if about["status"] == "diverged":
        print("The run diverged: from there on it is chaotic, and only its data can be compared.")
    else:
        kind, decay = parameters.get("opt", "gd"), float(parameters.get("decay", 0))
        rates = network.rates(matrices, lr, run["token"])
        moves = [Optimiser(kind, decay, m, rate, lr) for rate in rates]
        train(network, run, steps, listed, matrices, moves, rows)

    print(f"{'':24}{'page':>14}{'here':>14}{'difference':>14}{'allowed':>12}")
    for name, page, own, off, allowed, fine in rows:
        print(f"{name:24}{page:14.6g}{own:14.6g}{off:14.2e}{allowed:12.2e}{'' if fine else '   DIFFERS'}")
    bad = sum(not fine for *_, fine in rows)
    print(f"{len(rows) - bad} of {len(rows)} agree")
    return 1 if bad else 0


def train(network, run, steps, listed, matrices, moves, rows):
    recorded = {step: i for i, step in enumerate(steps)}
    losses = np.zeros(len(steps))
    batches = run.get("batches")
    signal = run["signal"]
    # What training has moved of every matrix that lives where the signal does.
    inside = [k for k, matrix in enumerate(listed) if matrix["arrays"].get("movedAlong") in run]
    start = [w.copy() for w in matrices]
    along = {k: [] for k in inside}
    # How the first changed and where it was pulled, where the page looked at that.
    closely = {int(step) for step in run.get("change_steps", [])}
    changes = []
    for step in range(steps[-1] + 1):
        if batches is None or step in recorded or step in closely:
            loss, f, slopes = network.gradient(matrices, run["patches"], run["labels"], run)
        if step in recorded:
            losses[recorded[step]] = loss
            for k in inside:
                along[k].append(energies_along(matrices[k] - start[k], signal))
        if step in closely:
            moved, pull = matrices[0] - start[0], slopes[0]
            share = energies_along(pull, signal).sum()
            changes.append((singular_values(moved), singular_values(pull), share, downhill(moved, pull)))
        if step < steps[-1]:
            if batches is not None:
                _, _, slopes = network.gradient(matrices, run["patches"][batches[step]], run["labels"][batches[step]], run)
            for w, optimiser, g in zip(matrices, moves, slopes):
                optimiser.move(w, g)
    own = measure(network, matrices, loss, f, run)
    page = run["history_loss"]
    relative = np.abs(page - losses) / np.maximum(np.abs(losses), 1e-6)
    worst = int(relative.argmax())
    compare("loss at the end", page[-1], own["loss"], max(TOLERANCE["loss"] * own["loss"], 1e-6), rows)
    compare(f"loss, worst (step {steps[worst]})", page[worst], losses[worst], max(TOLERANCE["loss"] * losses[worst], 1e-6), rows)
    for name, of, key in (("training", "labels", "history_train_accuracy"), ("test", "test_labels", "history_test_accuracy")):
        # One image on the border may fall to either side.
        compare(f"{name} accuracy", run[key][-1], own[f"{name} accuracy"], max(TOLERANCE["accuracy"], 1.01 / len(run[of])), rows)
    if "history_test_loss" in run:
        compare("test loss", run["history_test_loss"][-1], own["test loss"], max(TOLERANCE["loss"] * own["test loss"], 1e-6), rows)
    for k in inside:
        arrays = listed[k]["arrays"]
        compare_steps("share of what moved", run[arrays["movedShares"]], np.sum(along[k], 1), TOLERANCE["signal share"], rows)
        compare_steps("... along each vector", run[arrays["movedAlong"]], along[k], TOLERANCE["signal share"], rows)
    if changes:
        moved, pulls, shares, cosines = zip(*changes)
        allowed = {**TOLERANCE, **({name: AT_A_KINK for name in TOLERANCE} if run["q"] == 1 else {})}
        for label, values, tolerance in (("moved", moved, TOLERANCE), ("gradient", pulls, allowed)):
            page = run[f"change_{label}_singular_values"]
            compare_steps(f"{label}, s_1 ...", page, values, tolerance["singular values"], rows, [s[0] for s in values])
        compare_steps("gradient, signal share", run["change_gradient_signal_share"], shares, allowed["signal share"], rows)
        compare_steps("descent, cosine", run["change_descent_cosine"], cosines, allowed["cosine"], rows)
    for matrix, w in zip(listed, matrices):
        name, arrays = matrix["name"], matrix["arrays"]
        share = run[arrays["signalShares"]][-1]
        if not np.isnan(share):
            label = "signal share" if name == "filters" else f"{name}, signal share"
            compare(label, share, signal_share(w, run["signal"]), TOLERANCE["signal share"], rows)
        s = singular_values(w)
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
