"""P-10 beside other libraries: the best one-to-one assignment of 12 guests to 2,000 of ours.

    python hosts.py HOSTS.json

The peers are given the points and only assign; Dianke's line holds the points, the reasons and the filters too. Prints JSON
lines. A peer that finds another sum stops the run.
"""

import json
import statistics
import sys
import time

import numpy
import ortools
import scipy
from ortools.graph.python import linear_sum_assignment as ortools_assignment
from ortools.graph.python import min_cost_flow
from ortools.sat.python import cp_model
from scipy.optimize import linear_sum_assignment

FORBIDDEN = 1_000


def with_scipy(points):
    cost = numpy.array([[FORBIDDEN if one is None else -one for one in row] for row in points])
    rows, columns = linear_sum_assignment(cost)
    return -int(cost[rows, columns].sum())


def with_flow(points):
    flow = min_cost_flow.SimpleMinCostFlow()
    guests, hosts = len(points), len(points[0])
    source, sink = guests + hosts, guests + hosts + 1
    for guest, row in enumerate(points):
        flow.add_arc_with_capacity_and_unit_cost(source, guest, 1, 0)
        for host, one in enumerate(row):
            if one is not None:
                flow.add_arc_with_capacity_and_unit_cost(guest, guests + host, 1, -one)
    for host in range(hosts):
        flow.add_arc_with_capacity_and_unit_cost(guests + host, sink, 1, 0)
    flow.set_node_supply(source, guests)
    flow.set_node_supply(sink, -guests)
    assert flow.solve() == flow.OPTIMAL
    return -flow.optimal_cost()


def with_assignment(points):
    """Its assignment needs as many guests as hosts: the rest are blanks."""
    solver = ortools_assignment.SimpleLinearSumAssignment()
    hosts = len(points[0])
    for guest, row in enumerate(points):
        for host, one in enumerate(row):
            if one is not None:
                solver.add_arc_with_cost(guest, host, -one)
    for blank in range(len(points), hosts):
        for host in range(hosts):
            solver.add_arc_with_cost(blank, host, 0)
    assert solver.solve() == solver.OPTIMAL
    return -solver.optimal_cost()


def with_sat(points):
    model = cp_model.CpModel()
    pairs = {(g, h): model.new_bool_var("") for g, row in enumerate(points) for h, one in enumerate(row) if one is not None}
    for guest in range(len(points)):
        model.add_exactly_one(var for (g, _), var in pairs.items() if g == guest)
    columns = {}
    for (_, host), var in pairs.items():
        columns.setdefault(host, []).append(var)
    for vars in columns.values():
        model.add_at_most_one(vars)
    model.maximize(sum(points[g][h] * var for (g, h), var in pairs.items()))
    solver = cp_model.CpSolver()
    assert solver.solve(model) == cp_model.OPTIMAL
    return int(solver.objective_value)


def measure(work, points, total, most=20, seconds=10):
    times = []
    began = time.perf_counter()
    while len(times) < most and (not times or time.perf_counter() - began < seconds):
        start = time.perf_counter()
        found = work(points)
        times.append((time.perf_counter() - start) * 1000)
        assert found == total, (work.__name__, found, total)
    times.sort()
    return statistics.median(times), times[min(len(times) - 1, len(times) * 95 // 100)], len(times)


def main(file):
    given = json.load(open(file, encoding="utf-8"))
    print(json.dumps(given["ours"], ensure_ascii=False))
    peers = [
        (f"SciPy {scipy.__version__}, linear_sum_assignment", with_scipy),
        (f"OR-tools {ortools.__version__}, min-cost flow", with_flow),
        (f"OR-tools {ortools.__version__}, linear sum assignment", with_assignment),
        (f"OR-tools {ortools.__version__}, CP-SAT", with_sat),
    ]
    for name, work in peers:
        median, late, runs = measure(work, given["points"], given["total"])
        line = {"task": "P-10", "peer": name, "people": len(given["points"][0]), "median_ms": median, "p95_ms": late, "runs": runs,
                "note": "given the points, assigns only"}
        print(json.dumps(line, ensure_ascii=False), flush=True)


main(sys.argv[1])
