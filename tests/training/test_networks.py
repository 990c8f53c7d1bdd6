"""The networks and what they learn; runs where what trains the model is installed."""

import itertools
import random
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

from reportedly.claims.attribution import TAGS, Decoding, allowed_only  # noqa: E402
from reportedly.claims.windows import Window  # noqa: E402
from training.batches import Batch, make_batches  # noqa: E402
from training.grow import grown  # noqa: E402
from training.losses import Taught, link_loss, parse_loss, path_loss, tag_loss  # noqa: E402
from training.network import Attributor, Dropout, Network  # noqa: E402
from training.prepare import IGNORED, Example  # noqa: E402
from training.teach import rate_of  # noqa: E402
from training.teacher import relative_buckets  # noqa: E402


def example(words: int, row: int = 0) -> Example:
    window = Window(list(range(words)), [101, *range(1000, 1000 + words), 102], [0, *[1] * words, 0], [])
    window.first.extend(range(1, words + 1))
    tags = [1, 3, 5, *[6] * (words - 3)]
    return Example(window, [0] * words, [0] * words, tags, [(1, 0)], [(2, 1)], row=row)


def test_padding_is_masked_and_has_no_target() -> None:
    batch = Batch([example(4), example(6, row=4)], None)
    assert batch.pieces.shape == (2, 8)
    assert batch.mask is not None and batch.mask[0].sum() == 6
    assert batch.column("tags")[0].tolist() == [1, 3, 5, 6, IGNORED, IGNORED]
    assert batch.taught()[1].tolist() == [4, 5, 6, 7, 8, 9]
    assert bool((batch.column("heads") == IGNORED).all())


def test_every_example_is_in_one_batch() -> None:
    examples = [example(3 + n % 7) for n in range(50)]
    batches = make_batches(examples, 8, random.Random(1))
    assert sorted(id(e) for batch in batches for e in batch) == sorted(map(id, examples))


def test_what_shares_a_batch_changes_nothing() -> None:
    torch.manual_seed(1)
    network = Network(3, 4, layers=2, inner=64, vocabulary=2000).eval()
    alone, beside = Batch([example(4)], None), Batch([example(4), example(9)], None)
    states = [network.encode(b.pieces, b.shapes, b.mask, b.first)[0, :4] for b in (alone, beside)]
    assert torch.allclose(*states, atol=1e-5)


def test_a_network_that_says_what_its_teacher_says_has_nothing_to_learn() -> None:
    torch.manual_seed(1)
    batch = Batch([example(5), example(4, row=5)], None)
    inside = batch.taught() != IGNORED
    tags, words = torch.randn(2, 5, 7), torch.nn.functional.layer_norm(torch.randn(2, 5, 8), (8,))
    bridge = torch.nn.Linear(8, 8)
    torch.nn.init.eye_(bridge.weight)
    torch.nn.init.zeros_(bridge.bias)
    taught = Taught(tags[inside].numpy(), words[inside].numpy())
    divergence, apart = taught.loss(tags, words, batch, bridge)
    assert abs(divergence.item()) < 1e-6 and apart.item() < 1e-6
    divergence, apart = taught.loss(-tags, -words, batch, bridge)
    assert divergence.item() > 0.1 and apart.item() > 1


def test_the_linker_learns_from_gold_stretches() -> None:
    torch.manual_seed(1)
    network = Attributor(torch.nn.Identity(), 8)
    batch = Batch([example(5)], None)
    words = torch.randn(1, 5, 8)
    tags, links = network.attribution(words)
    loss = tag_loss(tags, batch) + link_loss(network, links, batch)
    loss.backward()  # type: ignore[no-untyped-call]
    for learned in (network.links.weight, network.link_biases, network.tags.weight):
        assert learned.grad is not None and learned.grad.abs().sum().item() > 0


def test_dropout_keeps_the_mean_and_rests_when_reading() -> None:
    torch.manual_seed(1)
    dropout = Dropout(0.1, 1 << 16)
    x = torch.ones(1 << 15)
    assert float(dropout(x).mean()) == pytest.approx(1, abs=0.02)
    assert torch.equal(dropout.eval()(x), x)


def test_near_places_have_buckets_of_their_own_and_far_ones_share() -> None:
    buckets = relative_buckets(200)
    assert buckets[10, 10] == 0
    assert buckets[10, 7] == 3 and buckets[7, 10] == 16 + 3
    assert buckets[100, 80] == buckets[100, 79] == 10
    assert buckets[199, 0] == 15 and buckets[0, 199] == 31


def test_the_lowest_layers_of_the_teacher_stay_as_given() -> None:
    weight = torch.zeros(2, 2)
    assert rate_of("encoder.layers.2.up.weight", weight, 1e-4) is None
    assert rate_of("encoder.words.weight", weight, 1e-4) is None
    assert rate_of("encoder.layers.11.up.weight", weight, 1e-4) == (1e-4, 0.01)
    low = rate_of("encoder.layers.3.up.bias", weight[0], 1e-4)
    assert low is not None and low[0] < 0.6e-4 and low[1] == 0


def test_the_loss_of_a_path_is_its_share_of_all_paths() -> None:
    torch.manual_seed(1)
    batch = Batch([example(3), example(4)], None)
    steps = torch.randn(len(TAGS), len(TAGS))
    decoding = Decoding(steps.tolist(), torch.randn(len(TAGS)).tolist())
    tags = torch.randn(2, 4, len(TAGS))

    def weight(row: int, path: tuple[int, ...]) -> float:
        moves = sum(decoding.transitions[a][b] for a, b in itertools.pairwise(path))
        return decoding.start[path[0]] + moves + sum(float(tags[row, k, tag]) for k, tag in enumerate(path))

    apart = 0.0
    for row, words in ((0, 3), (1, 4)):
        paths = itertools.product(range(len(TAGS)), repeat=words)
        everything = torch.logsumexp(torch.tensor([weight(row, path) for path in paths]), 0)
        apart += float(everything) - weight(row, tuple(batch.examples[row].tags or []))
    assert float(path_loss(tags, batch, decoding)) == pytest.approx(apart / 7, abs=1e-4)


def test_a_window_that_begins_inside_a_stretch_costs_no_fortune() -> None:
    batch = Batch([example(4)], None)
    batch.examples[0].tags = [6, 6, 6, 0]
    assert float(path_loss(torch.zeros(1, 4, len(TAGS)), batch, allowed_only())) < 10


def test_a_grown_network_says_what_it_said_until_it_learns(tmp_path: Path) -> None:
    save_file = pytest.importorskip("safetensors.torch").save_file
    torch.manual_seed(1)
    network = Network(3, 4, layers=2, inner=64, vocabulary=30522).eval()
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.normal_(std=0.05)
    base = {}
    for layer in ("encoder.layer.0.", "encoder.layer.1."):
        base[layer + "intermediate.dense.weight"] = torch.randn(96, 384)
        base[layer + "intermediate.dense.bias"] = torch.randn(96)
        base[layer + "output.dense.weight"] = torch.randn(384, 96)
    save_file(base, str(tmp_path / "model.safetensors"))
    described = {"pos": ["a"] * 3, "relations": ["b"] * 4, "layers": 2, "inner": 64}
    larger = grown(network, described, tmp_path)
    assert larger.size["inner"] == 96
    batch = Batch([example(9)], None)
    states = [n.eval().encode(batch.pieces, batch.shapes, batch.mask, batch.first) for n in (network, larger)]
    assert torch.allclose(*states, atol=1e-5)
    states[1].sum().backward()
    assert larger.encoder.layers[0].down.weight.grad[:, 64:].abs().sum() > 0  # type: ignore[union-attr,index]


def test_parses_are_held_close_on_windows_without_gold() -> None:
    torch.manual_seed(1)
    network, former = (Network(3, 4, layers=1, inner=64, vocabulary=2000) for _ in range(2))
    batch = Batch([example(4), example(9)], None)

    def states(of: Network) -> torch.Tensor:
        return of.encode(batch.pieces, batch.shapes, batch.mask, batch.first)

    former.eval().requires_grad_(False)
    same = parse_loss(former, states(former).float(), former, batch)
    apart = parse_loss(network, states(network).float(), former, batch)
    assert same.item() < 0.01 < apart.item()
    apart.backward()  # type: ignore[no-untyped-call]
    for learned in (network.arc.weight, network.relation.weight, network.pos.weight, network.names.weight):
        assert learned.grad is not None and learned.grad.abs().sum().item() > 0
    assert former.arc.weight.grad is None
