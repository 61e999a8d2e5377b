"""Records on each database that people may keep them in."""

import itertools

import pytest
import sqlalchemy

from arms_analytics.store.records import Records
from tests.store.records.postgres_server import running_server

counter = itertools.count()


@pytest.fixture(scope="session")
def postgres():
    with running_server() as socket:
        yield socket


@pytest.fixture(
    params=["sqlite", pytest.param("postgres", marks=[pytest.mark.postgres, pytest.mark.xdist_group("postgres")])]
)
def url(request, tmp_path):
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store' / 'records.sqlite'}"
    socket = request.getfixturevalue("postgres")
    name = f"records_{next(counter)}"
    server = f"postgresql+psycopg://arms@/{{}}?host={socket}"
    engine = sqlalchemy.create_engine(server.format("postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sqlalchemy.text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return server.format(name)


@pytest.fixture
def records(url):
    opened = Records(url)
    yield opened
    opened.close()
