internal import Watchlists

/// Reads the register's lists and puts each before the gate (stand-in until Watchlists brings it).
enum ListLoading {
  static func load(
    _ request: RunRequest, ledger: borrowing RunState
  ) throws(RunError) -> LoadedLists {
    LoadedLists()
  }
}
