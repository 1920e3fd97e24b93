"""Splink on DuckDB: Fellegi and Sunter's model, trained on the data itself, on the pairs of four blocking rules."""

import logging
import warnings
from collections import defaultdict

import duckdb
import pyarrow
import splink.comparison_library as compare
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from curve import Pairs
from matchers.matcher import Matcher
from names import NameSet, Person

RULES = [
    block_on("birth_date"),
    block_on("surname", "given"),
    "l.surname = r.given AND l.given = r.surname",
    block_on("surname", "substr(given, 1, 1)"),
]

SETTINGS = SettingsCreator(
    link_type="link_only",
    comparisons=[
        compare.ForenameSurnameComparison("given", "surname", jaro_winkler_thresholds=[0.92, 0.88]),
        compare.DateOfBirthComparison("birth_date", input_is_string=True),
        compare.ExactMatch("gender"),
        compare.ExactMatch("nationality"),
    ],
    blocking_rules_to_generate_predictions=RULES,
    retain_matching_columns=False,
    additional_columns_to_retain=["number"],
)


class Splink(Matcher):
    name = "Splink (DuckDB)"
    uses_dates = True

    def prepare(self, names: NameSet) -> None:
        """Loads both sides, since it trains on them."""
        warnings.simplefilter("ignore")
        self.names = names
        self.connection = duckdb.connect()
        self.connection.execute("SET threads = 1; SET enable_progress_bar = false")
        persons = [(number, person, one) for number, person in enumerate(names.persons) for one in person.spellings]
        self.load("listed", persons)
        self.load("travelling", [(number, one, one) for number, one in enumerate(names.passengers)])
        database = DuckDBAPI(self.connection)
        tables = [database.register(name, dataset_display_name=name) for name in ("listed", "travelling")]
        self.linker = Linker(tables, SETTINGS, log_level=logging.ERROR)
        logging.getLogger("splink").setLevel(logging.ERROR)
        training = self.linker.training
        training.estimate_probability_two_random_records_match([block_on("surname", "given", "birth_date")], recall=0.5)
        training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
        training.estimate_parameters_using_expectation_maximisation(block_on("birth_date"))
        training.estimate_parameters_using_expectation_maximisation(block_on("surname"))

    def load(self, table: str, persons: list[tuple[int, Person, Person]]) -> None:
        """Every spelling is a row with the details of its person."""
        columns = {
            "unique_id": [f"{table}{place}" for place in range(len(persons))],
            "number": [number for number, _, _ in persons],
            "surname": [one.surname for _, _, one in persons],
            "given": [one.given for _, _, one in persons],
            "birth_date": [person.birth_date or None for _, person, _ in persons],
            "gender": [person.gender or None for _, person, _ in persons],
            "nationality": [person.nationality or None for _, person, _ in persons],
        }
        self.connection.register("columns", pyarrow.table(columns))
        self.connection.execute(f"CREATE TABLE {table} AS SELECT * FROM columns")

    def score(self, numbers: list[int]):
        return self.linker.inference.predict()

    def pairs(self, numbers: list[int], scored) -> Pairs:
        query = f"SELECT number_r, number_l, max(match_weight) FROM {scored.physical_name} GROUP BY ALL"
        return Pairs.of(self.connection.execute(query).fetchall())

    def check(self, numbers: list[int], pairs: Pairs) -> None:
        """The pairs of the blocking rules, counted by hand for some passengers."""
        keys = defaultdict(set)
        for entry, person in enumerate(self.names.persons):
            for one in person.spellings:
                for key in self.blocks(one, person.birth_date):
                    keys[key].add(entry)
        some = numbers[:: max(1, len(numbers) // 500)]
        for number in some:
            passenger = self.names.passengers[number]
            blocks = self.blocks(passenger, passenger.birth_date) | {(passenger.given, passenger.surname)}
            expected = set().union(*(keys.get(key, set()) for key in blocks))
            found = set(pairs.entries[pairs.passengers == number].tolist())
            assert found == expected, f"{self.name}: {len(found)} pairs instead of {len(expected)}"

    @staticmethod
    def blocks(one: Person, birth_date: str) -> set:
        dated = {birth_date} if birth_date else set()
        return dated | {(one.surname, one.given), (one.surname, one.given[:1], "first letter")}
