internal import Matching
internal import Names
internal import Records
internal import Synchronization

/// The counts that all threads of a calibration add to.
final class NameCounting: Sendable {
  private let counts: Mutex<NameCounts>
  private let tokensMax: Int

  /// - Parameter tokensMax: beyond so many distinct tokens nothing more is counted.
  init(minBearers: Int, tokensMax: Int) {
    counts = Mutex(NameCounts(minBearers: minBearers))
    self.tokensMax = tokensMax
  }

  /// The counts; nil when there were more tokens than may be counted, whatever their order.
  var finished: NameCounts? { counts.withLock { $0.tokenCount > tokensMax ? nil : $0 } }

  func makeTask() -> any TravellerTask {
    Task(counting: self, minBearers: counts.withLock { $0.minBearers })
  }

  private func add(_ found: NameCounts) {
    counts.withLock { counts in
      if counts.tokenCount <= tokensMax { counts.add(found) }
    }
  }

  /// What a thread does with travellers: counts the tokens of their main names.
  private struct Task: TravellerTask {
    let counting: NameCounting
    let minBearers: Int

    mutating func take(_ travellers: PassengerBatch, into result: inout LegResult) {
      var found = NameCounts(minBearers: minBearers)
      for person in travellers.passengers.indices {
        found.add(traveller: travellers.mainNameTokens(person))
      }
      counting.add(found)
      // Nobody reports the flights, and past feeds have more of them than a night.
      result.flights.removeAll()
    }
  }
}
