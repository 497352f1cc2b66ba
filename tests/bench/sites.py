"""The demo site and the references, built in new databases and ready to be served."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from tests.bench import servers
from tests.bench.databases import PostgresEngine, SqliteEngine
from tests.bench.processes import BenchError
from tests.services.supervisor import CHECKOUT

INHERITED = ("PATH", "HOME", "TMPDIR", "LANG", "LD_LIBRARY_PATH")
BARE_SETTINGS = "tests.bench.reference.bare_settings"
WAGTAIL_SETTINGS = "tests.bench.reference.wagtail_settings"


def _run(environment: dict[str, str], module: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=CHECKOUT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BenchError(f"{module} {' '.join(arguments)} failed:\n{done.stderr[-3000:]}")
    return done.stdout


@dataclass
class Sites:
    """What is measured on one kind of database; files go below the folder."""

    engine: SqliteEngine | PostgresEngine
    folder: Path

    def build(self) -> None:
        """Make the site and M at the same time, each in a database of its own."""
        with ThreadPoolExecutor() as pool:
            made = [
                pool.submit(_run, self.site_environment(), "tests.bench.inside", "build"),
                pool.submit(_run, self.wagtail_environment(), "tests.bench.reference.build"),
            ]
            for future in made:
                future.result()
        for database in ("site", "reference"):
            self.engine.settle(database)

    def enlarge(self) -> None:
        """Make a copy of the site with many more communities and news, called `large`."""
        self.engine.copy("site", "large")
        _run(self.site_environment("large"), "tests.bench.inside", "enlarge")
        self.engine.settle("large")

    def ask(self, *question: str, database: str = "site"):
        """An answer from inside the site (see `tests.bench.inside`)."""
        output = _run(self.site_environment(database), "tests.bench.inside", *question)
        return json.loads(output.splitlines()[-1])

    def site_environment(self, database: str = "site", **variables: str) -> dict[str, str]:
        """The environment in which the site runs on one of the databases."""
        # The demo profile differs from production in what needs TLS, which no benchmark has here.
        return self._environment(
            DJANGO_SETTINGS_MODULE="hub.settings",
            HUB_PROFILE="demo",
            VAR_ROOT=str(self.folder / "var"),
            # Pages tell their own address; with the port in it, no two servers' pages are equal.
            SITE_URL="http://localhost",
            DATABASE_URL=self.engine.url(database),
            **variables,
        )

    def wagtail_environment(self, *, has_packages_of_site: bool = False) -> dict[str, str]:
        """The environment of M, for memory with the third-party apps that the site has."""
        given = self.ask("settings", database="reference")
        apps = json.dumps(given["apps"]) if has_packages_of_site else ""
        return self._environment(
            DJANGO_SETTINGS_MODULE=WAGTAIL_SETTINGS,
            BENCH_DATABASE=json.dumps(given["database"]),
            BENCH_APPS=apps,
        )

    def _environment(self, **variables: str) -> dict[str, str]:
        # Nothing that is set where the benchmark is started may change what it measures.
        inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
        return inherited | variables

    def bare(self) -> AbstractContextManager[servers.Server]:
        """V, served."""
        environment = self._environment(DJANGO_SETTINGS_MODULE=BARE_SETTINGS)
        return servers.running(environment, self.folder / "v.log", is_reference=True)

    def wagtail(self, **options) -> AbstractContextManager[servers.Server]:
        """M, served; options are those of `servers.running`, and `has_packages_of_site`."""
        has_packages = options.pop("has_packages_of_site", False)
        return servers.running(
            self.wagtail_environment(has_packages_of_site=has_packages),
            self.folder / "m.log",
            is_reference=True,
            backends=lambda: self.engine.backends("reference"),
            **options,
        )

    def site(
        self, database: str = "site", *, keeps_pages: bool, **options
    ) -> AbstractContextManager[servers.Server]:
        """The site, served, with its page cache as it comes or with none."""
        variables = {} if keeps_pages else {"PAGE_CACHE_BYTES": "0"}
        state = "warm" if keeps_pages else "uncached"
        return servers.running(
            self.site_environment(database, **variables),
            self.folder / f"{database}-{state}.log",
            # Another server of the same database rests while this one is measured.
            backends=lambda: self.engine.backends(database),
            **options,
        )
