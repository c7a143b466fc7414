"""One gradient descent step in NumPy, single precision, for scale: two dense products on one thread of its BLAS.

Reads one line of JSON (shapes and a file of float32: images, labels, filters), then one command a line: `steps N`,
`products N` (the two products alone) or `filters N` (after N steps of a fresh run). Answers one line of JSON each.
"""
import json
import sys
import time

import numpy as np

shape = json.loads(sys.stdin.readline())
n, P, d, m = shape["n"], shape["patches"], shape["dimension"], shape["width"]
q, kappa, lr = shape["q"], np.float32(shape["kappa"]), shape["lr"]
rows, F = n * P, 2 * m
values = np.fromfile(shape["file"], dtype=np.float32)
X = values[: rows * d].reshape(rows, d).copy()
y = values[rows * d : rows * d + n].copy()
W0 = values[rows * d + n :].reshape(F, d).copy()
sign = np.where(np.arange(F) < m, 1, -1).astype(np.float32)
power_sign = (sign / (q * kappa ** (q - 1))).astype(np.float32)

# Kept from step to step: fresh pages would cost as much as a product.
Z, C, power, T = (np.empty((rows, F), np.float32) for _ in range(4))
G = np.empty((F, d), np.float32)


def products(W):
    np.matmul(X, W.T, out=Z)
    np.matmul(power.T, X, out=G)


def step(W):
    np.matmul(X, W.T, out=Z)
    np.maximum(Z, 0, out=Z)
    np.minimum(Z, kappa, out=C)
    if q == 3:
        np.multiply(C, C, out=power)
    else:
        np.power(C, q - 1, out=power)
    np.multiply(power, C, out=T)
    # phi = c^q / (q kappa^(q-1)) - c + relu(z), summed over filters with their signs.
    sums = T @ power_sign + Z @ sign - C @ sign
    f = sums.reshape(n, P).sum(axis=1) / m
    weight = (lr * y / (n * kappa ** (q - 1)) / (1 + np.exp(y * f))).astype(np.float32)
    np.multiply(power, np.repeat(weight, P)[:, None], out=power)
    np.matmul(power.T, X, out=G)
    np.multiply(G, sign[:, None], out=G)
    W += G


W, made = W0.copy(), 0
power.fill(0.5)
print(json.dumps({"numpy": np.__version__, "python": sys.version.split()[0]}), flush=True)
for line in sys.stdin:
    what, count = line.split()
    count = int(count)
    if what == "filters" or made + count > shape["runLength"]:
        W, made = W0.copy(), 0
    began = time.perf_counter()
    for _ in range(count):
        if what == "products":
            products(W)
        else:
            step(W)
    ms = (time.perf_counter() - began) * 1000
    if what != "products":
        made += count
    answer = {"ms": ms}
    if what == "filters":
        answer["filters"] = W.ravel().tolist()
    print(json.dumps(answer), flush=True)
