"""How many sentences are matched in a second, beside a transformer and a search through all of its vectors.

Run it from the checkout, with the extra `bench`: `python -m benchmarks.throughput`. The transformer has the shape of
all-MiniLM-L6-v2 (6 layers, 12 heads, 384 numbers, 30,522 tokens; Wang et al. 2020, MiniLM) and random weights: a
network takes the same time whatever its weights are, and nothing but its time is asked for here. It runs as ONNX on one
core, by itself or 32 sentences at once; making tokens out of words is left out, in its favour.
"""

import time
from collections.abc import Callable, Sequence
from random import Random
from statistics import median

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

import evidence
from benchmarks.development import sentences
from evidence.drafts.matching import Matcher

_LAYERS, _HEADS, _SIZE, _INNER, _TOKENS = 6, 12, 384, 1536, 30_522
# How sentence, place, head and number are put in order for the two sides of a product.
_FOR_ROWS, _FOR_COLUMNS = [0, 2, 1, 3], [0, 2, 3, 1]
# English has about so many word pieces to a word in the vocabulary of BERT, and two marks are put around a sentence.
_PIECES, _MARKS = 1.3, 2
_RUNS = 5
_SENTENCES = 400
_AT_ONCE = 32


def main() -> None:
    """Measure and print."""
    library = evidence.load()
    texts = [one.text for one in Random(0).sample(sentences(), _SENTENCES)]
    matcher = Matcher(library)
    network = _session(_Network().model())
    vectors = np.random.default_rng(0).random((sum(len(one.phrasings) + 1 for one in library.claims.values()), _SIZE))
    stored = vectors.astype(np.float32)
    own, alone, together = [], [], []
    for _ in range(_RUNS):  # by turns, so that a slow minute hurts all
        own.append(_rate(lambda: [matcher.match(text) for text in texts]))
        alone.append(_rate(lambda: _searched(network, texts, stored, 1)))
        together.append(_rate(lambda: _searched(network, texts, stored, _AT_ONCE)))
    print("| sentences a second, one core | median | slowest | fastest |\n|---|---|---|---|")
    names = ("matched to claims", "transformer, one by one", f"transformer, {_AT_ONCE} at once")
    for name, rates in zip(names, (own, alone, together), strict=True):
        print(f"| {name} | {median(rates):,.0f} | {min(rates):,.0f} | {max(rates):,.0f} |")
    ratios = [mine / max(others) for mine, *others in zip(own, alone, together, strict=True)]
    print(f"\n{median(ratios):.0f} times as many ({min(ratios):.0f} to {max(ratios):.0f}).")


def _rate(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return _SENTENCES / (time.perf_counter() - start)


def _searched(network: onnxruntime.InferenceSession, texts: Sequence[str], stored: np.ndarray, at_once: int) -> None:
    """The nearest stored vector of each text, whose tokens are made up."""
    lengths = sorted(round(len(text.split()) * _PIECES) + _MARKS for text in texts)
    for start in range(0, len(lengths), at_once):
        batch = lengths[start : start + at_once]
        (found,) = network.run(None, {"tokens": np.ones((len(batch), max(batch)), np.int64)})
        (stored @ np.asarray(found).T).argmax(0)


def _session(model: onnx.ModelProto) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


class _Network:
    """Puts the transformer together, node by node."""

    def __init__(self) -> None:
        self._random = np.random.default_rng(0)
        self._nodes: list[onnx.NodeProto] = []
        self._weights: list[onnx.TensorProto] = []

    def model(self) -> onnx.ModelProto:
        """Tokens in, one vector for each sentence out."""
        state = self._node("Gather", self._weight(_TOKENS, _SIZE), "tokens")
        state = self._normed(state)
        for _ in range(_LAYERS):
            state = self._normed(self._node("Add", state, self._attention(state)))
            state = self._normed(
                self._node("Add", state, self._dense(self._gelu(self._dense(state, _INNER)), width=_INNER))
            )
        self._nodes.append(helper.make_node("ReduceMean", [state], ["vector"], axes=[1], keepdims=0))
        tokens = helper.make_tensor_value_info("tokens", TensorProto.INT64, ["batch", "length"])
        vector = helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["batch", _SIZE])
        graph = helper.make_graph(self._nodes, "transformer", [tokens], [vector], self._weights)
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)

    def _attention(self, state: str) -> str:
        queries, keys, values = (
            self._by_head(self._dense(state), order) for order in (_FOR_ROWS, _FOR_COLUMNS, _FOR_ROWS)
        )
        scale = self._constant(np.float32((_SIZE / _HEADS) ** -0.5))
        looks = self._node("Softmax", self._node("Mul", self._node("MatMul", queries, keys), scale), axis=-1)
        seen = self._node("Transpose", self._node("MatMul", looks, values), perm=[0, 2, 1, 3])
        return self._dense(self._node("Reshape", seen, self._constant(np.array([0, 0, _SIZE]))))

    def _by_head(self, state: str, order: list[int]) -> str:
        shape = self._constant(np.array([0, 0, _HEADS, _SIZE // _HEADS]))
        return self._node("Transpose", self._node("Reshape", state, shape), perm=order)

    def _gelu(self, state: str) -> str:
        half, one, root = (self._constant(np.float32(number)) for number in (0.5, 1.0, 2**0.5))
        bent = self._node("Add", self._node("Erf", self._node("Div", state, root)), one)
        return self._node("Mul", self._node("Mul", state, bent), half)

    def _dense(self, state: str, size: int = _SIZE, width: int = _SIZE) -> str:
        return self._node("Add", self._node("MatMul", state, self._weight(width, size)), self._weight(size))

    def _normed(self, state: str) -> str:
        return self._node("LayerNormalization", state, self._weight(_SIZE), self._weight(_SIZE), axis=-1)

    def _node(self, kind: str, *inputs: str, **options: object) -> str:
        name = f"n{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, inputs, [name], **options))
        return name

    def _weight(self, *shape: int) -> str:
        return self._constant(self._random.normal(0, 0.02, shape).astype(np.float32))

    def _constant(self, value: np.ndarray | np.float32) -> str:
        name = f"w{len(self._weights)}"
        self._weights.append(numpy_helper.from_array(np.asarray(value), name))
        return name


if __name__ == "__main__":
    main()
