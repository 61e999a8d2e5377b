"""One simulated region with its fits, for all findings: stores and fits are only read."""

import pytest
from threadpoolctl import threadpool_limits

from arms_analytics.findings.fit import work_out
from arms_analytics.simulation.recipe import CLEAR
from arms_analytics.simulation.simulator import simulate
from tests.findings.regions import FIRST, store_with


@pytest.fixture(scope="session", autouse=True)
def one_thread():
    with threadpool_limits(limits=1):
        yield


@pytest.fixture(scope="session")
def region():
    return simulate(7, recipe=CLEAR)


@pytest.fixture(scope="session")
def store(region):
    return store_with(region)


@pytest.fixture(scope="session")
def fit(store):
    return work_out(store, FIRST + 12)


@pytest.fixture(scope="session")
def fit_before(store):
    return work_out(store, FIRST + 11)
